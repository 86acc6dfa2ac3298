//! Text of reports made safe to look at: control characters are shown, not sent.

use std::borrow::Cow;

/// One line of text that can do nothing to a terminal: white space becomes one blank, control characters their
/// pictures (`␛`), and what would turn, hide or join text its number (`\u{202e}`).
pub fn shown(text: &str) -> Cow<'_, str> {
    let plain = |c: char| !c.is_control() && !is_hidden(c) && (c == ' ' || !c.is_whitespace());
    if text.chars().all(plain) && !text.contains("  ") && text.trim() == text {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        word.chars().for_each(|c| push(&mut out, c));
    }
    Cow::Owned(out)
}

/// The same for text that is shown as it is set: line breaks stay, any other white space is one blank for each character.
pub fn kept(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => out.push('\n'),
            '\r' => {}
            c if c.is_whitespace() && !is_hidden(c) => out.push(' '),
            c => push(&mut out, c),
        }
    }
    out
}

fn push(out: &mut String, c: char) {
    match c {
        '\0'..='\x1f' => out.extend(char::from_u32(0x2400 + u32::from(c))),
        '\x7f' => out.push('␡'),
        c if c.is_control() || is_hidden(c) => out.extend(c.escape_unicode()),
        c => out.push(c),
    }
}

/// Characters that draw nothing, or turn the direction of what follows: two readings that differ by one of them would
/// look the same, or like something else. Joiners stay: scripts and emoji need them.
pub fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_reaches_the_terminal() {
        assert_eq!(shown("Kim Jong-un"), "Kim Jong-un");
        assert_eq!(shown(" a\t\r\nb  c "), "a b c");
        assert_eq!(shown("\x1b[31mmerah\x1b[0m\x07"), "␛[31mmerah␛[0m␇");
        assert_eq!(shown("\u{9b}2J\x7f"), "\\u{9b}2J␡");
        assert_eq!(shown("abc\u{202e}fed\u{200b}"), "abc\\u{202e}fed\\u{200b}");
        assert_eq!(shown("\u{85}a\u{2028}b"), "a b");
    }

    #[test]
    fn lines_stay_where_text_is_kept() {
        assert_eq!(kept(" a\t b\r\nc "), " a  b\nc ");
        assert_eq!(kept("\x1b[31m\u{202e}\0\u{85}\u{2028}"), "␛[31m\\u{202e}␀ \\u{2028}");
    }

    #[test]
    fn scripts_and_emoji_stay() {
        for text in ["Пу́тин", "김정은", "न्‍यूज़", "👩‍🚒", "مرحبا"] {
            assert_eq!(shown(text), text);
        }
    }
}
