//! Text of reports made safe to put into Markdown and XML.
//!
//! What Markdown and the dialects of the trackers take for markup is escaped, and what they make links and mentions of
//! without any markup (`https://…`, `www.…`, `a@b.id`, `@somebody`, `#12`) is cut by a character without width.

use super::show;

/// Keeps an address or a mention from being recognised. Draws nothing.
const CUT: char = '\u{2060}';

/// One line of Markdown that reads as the text does and does nothing else, wherever in a line it stands.
pub fn markdown(text: &str) -> String {
    let text = show::shown(text);
    let mut out = String::with_capacity(text.len() + 8);
    let marker = list_marker(&text);
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '|' | '~' | '^' | '$' | '#' | '!' => out.extend(['\\', c]),
            '-' | '+' | '=' if at == 0 => out.extend(['\\', c]),
            '.' | ')' if marker == Some(at) => out.extend(['\\', c]),
            c => out.push(c),
        }
        let address =
            (c == ':' && rest.starts_with("//")) || (is_www(&text[..at + c.len_utf8()]) && rest.starts_with('.'));
        let mention = matches!(c, '@' | '#') && rest.starts_with(|n: char| n.is_alphanumeric() || n == '_' || n == '-');
        if address || mention {
            out.push(CUT);
        }
    }
    out
}

/// Appends words in bold. Where Markdown's asterisks would not hold (beside a letter, or around a mark), as HTML.
/// `next` is what will follow.
pub fn bold(out: &mut String, words: &str, next: Option<char>) {
    let words = markdown(words);
    let edge = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let opens = words.starts_with(char::is_alphanumeric) || edge(out.chars().next_back());
    let closes = words.ends_with(char::is_alphanumeric) || edge(next);
    let (open, close) = if opens && closes { ("**", "**") } else { ("<b>", "</b>") };
    out.extend([open, &words, close]);
}

/// One line of XML's text, or of an attribute in either sort of quotes.
pub fn xml(text: &str) -> String {
    let text = show::shown(text);
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            // No characters, says XML 1.0; other control characters are pictures by now.
            '\u{fffe}' | '\u{ffff}' => out.extend(c.escape_unicode()),
            c => out.push(c),
        }
    }
    out
}

/// Where the mark of a list's number stands (`1.`, `12)`), if the text starts with one.
fn list_marker(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    (digits > 0 && text[digits..].starts_with(['.', ')'])).then_some(digits)
}

fn is_www(before: &str) -> bool {
    before.len() >= 3 && before.as_bytes()[before.len() - 3..].eq_ignore_ascii_case(b"www")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    /// The text that a Markdown document shows; an error where it is more than paragraphs, lists, quotes, tables, bold.
    fn read_back(document: &str) -> Result<String, String> {
        let mut out = String::new();
        for event in Parser::new_ext(document, Options::all()) {
            match event {
                Event::Text(text) => out.push_str(&text),
                Event::Start(
                    Tag::Paragraph
                    | Tag::List(None)
                    | Tag::Item
                    | Tag::BlockQuote(None)
                    | Tag::Strong
                    | Tag::Table(_)
                    | Tag::TableHead
                    | Tag::TableRow
                    | Tag::TableCell,
                ) => {}
                Event::End(TagEnd::Link | TagEnd::Image) => return Err(format!("{event:?}")),
                Event::End(_) => {}
                Event::InlineHtml(html) if ["<b>", "</b>"].contains(&html.as_ref()) => {}
                other => return Err(format!("{other:?} in {document:?}")),
            }
        }
        Ok(out.replace(CUT, ""))
    }

    fn holds(text: &str) {
        let shown = show::shown(text).into_owned();
        // A cut of our own and one of the report's look alike once rendered; the report's is shown as its number.
        let smart = |s: String| {
            s.replace(['“', '”'], "\"")
                .replace(['‘', '’'], "'")
                .replace('–', "--")
                .replace('—', "---")
                .replace('…', "...")
        };
        let mut strong = String::from("x ");
        bold(&mut strong, text, Some('y'));
        for document in [
            format!("x {}", markdown(text)),
            format!("x\n\n- {}", markdown(text)),
            format!("x\n\n> {}", markdown(text)),
            format!("x|b\n-|-\n{} |c", markdown(text)),
            strong.clone() + "y",
        ] {
            let back = read_back(&document).unwrap_or_else(|e| panic!("{text:?}: {e}"));
            assert!(smart(back.clone()).contains(&smart(shown.clone())), "{document:?} reads {back:?}");
        }
    }

    #[test]
    fn hostile_text_is_only_text() {
        for text in [
            "a | b",
            "# judul",
            "- satu",
            "1. satu",
            "12) dua",
            "> kata",
            "= x",
            "+ y",
            "```",
            "`kode`",
            "<script>alert(1)</script>",
            "![x](http://a.b/c.png)",
            "[x](javascript:alert(1))",
            "<https://a.b>",
            "*tebal* _miring_ ~coret~",
            "&lt;&#64;",
            "a\\|b",
            "[^1]: catatan",
            "$x$ $$y$$",
            "{#id}",
            "baris\n# dua",
            "x\n---\ny",
            "=1+1",
            "\u{1b}[31m",
            "a\u{202e}b",
            "***",
            "**a",
            "a**",
            ":::x",
            "Term\n: definisi",
            "^x^",
            "[[wiki]]",
            "\"kutip\"",
        ] {
            holds(text);
        }
    }

    #[test]
    fn no_address_or_mention_survives() {
        for text in ["https://a.b", "www.a.b", "WWW.a.b", "a@b.id", "@seseorang", "#12", "mailto:a@b.id"] {
            let out = markdown(text).to_lowercase();
            for live in ["://", "www.", "@b", "@s", "#1"] {
                assert!(!out.contains(live), "{text} gives {out}");
            }
        }
    }

    #[test]
    fn plain_words_stay_plain() {
        assert_eq!(markdown("Kim Jong-un (39) tiba, kata \"KCNA\"."), "Kim Jong-un (39) tiba, kata \"KCNA\".");
    }

    proptest! {
        #[test]
        fn any_text_is_only_text(text in "([ -~]|\\PC|[*_`<>|\\[\\]()#-]){1,24}") {
            prop_assume!(!show::shown(&text).is_empty());
            holds(&text);
        }
    }
}
