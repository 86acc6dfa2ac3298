//! Litter written on to the end of a paragraph: signatures (`(ARN)`, `(bud/ant)`), `loading...`, `Baca juga: …`, photo
//! credits. It is cut off, so that the paragraph keeps its own words.

use super::lines::{self, End};
use super::litter::{self, why};

/// Bytes at the end of a paragraph in which a tail can start.
const WINDOW: usize = 400;
/// Characters that a signature has at most, brackets left out.
const SIGNATURE: usize = 30;
/// Letters from which on one lower-case word in brackets is a remark (`(tertawa)`) and no signature.
const REMARK: usize = 7;
/// Letters up to which a lower-case word in brackets is a signature although no stop is before it.
const INITIALS: usize = 4;
/// Tails that one paragraph has at most: signature, `loading...` and a link are three.
const MOST: usize = 4;

/// Cuts the tails off a paragraph: where each starts, in bytes, and its reason, in order. `last` says whether the
/// paragraph is among the story's last, where signatures stand.
pub fn tails(paragraph: &str, last: bool) -> Vec<(usize, &'static str)> {
    let mut found = Vec::new();
    let mut rest = paragraph;
    while found.len() < MOST {
        let credit = || litter::photo_credit(rest).filter(|&at| at > 0).map(|at| (at, why::PHOTO));
        let tail = markup(rest).or_else(|| litter_tail(rest)).or_else(|| signature(rest, last)).or_else(credit);
        let Some((at, why)) = tail else {
            break;
        };
        // A paragraph that is nothing but tails is judged as a line.
        if !rest[..at].contains(char::is_alphanumeric) {
            break;
        }
        found.push((at, why));
        rest = rest[..at].trim_end();
    }
    found.reverse();
    found
}

/// Whether a line is nothing but a signature and litter behind it: `(knv/knv) loading...`.
pub fn is_signature_line(line: &str) -> bool {
    let mut rest = line;
    while let Some((at, _)) = litter_tail(rest) {
        rest = rest[..at].trim_end();
    }
    let inner = rest.strip_prefix('(').and_then(|r| r.strip_suffix(')'));
    inner.is_some_and(is_signature)
}

/// Traces of spreadsheets and templates that end a paragraph (`_x000D_`, `(,: )`).
fn markup(text: &str) -> Option<(usize, &'static str)> {
    if let Some(body) = text.strip_suffix("_x000D_") {
        return Some((body.trim_end_matches([',', ' ']).len(), why::MARKUP));
    }
    let open = text.strip_suffix(')')?.rfind('(')?;
    (!text[open..].contains(char::is_alphanumeric) && finished(&text[..open])).then_some((open, why::MARKUP))
}

/// What follows a finished sentence and would be litter as a line.
fn litter_tail(text: &str) -> Option<(usize, &'static str)> {
    let from = text.floor_char_boundary(text.len().saturating_sub(WINDOW));
    let mut previous = ' ';
    for (at, c) in text[from..].char_indices() {
        let at = from + at;
        let opens = matches!(previous, '.' | '!' | '?' | '"' | '”' | ')' | ']') || previous.is_whitespace();
        previous = c;
        if !opens || c.is_whitespace() || lines::is_closer(c) && c != '(' && c != '[' || at == 0 {
            continue;
        }
        let before = &text[..at];
        if !finished(before) || before.ends_with(char::is_alphanumeric) {
            continue;
        }
        let tail = &text[at..];
        let glued = before.ends_with('.') && !tail.starts_with(char::is_uppercase);
        if glued {
            continue;
        }
        if let Some(why) = litter::why_litter(tail).filter(|why| *why != why::MARKS) {
            return Some((at, why));
        }
    }
    None
}

/// Whether a sentence ends here, or a signature does.
fn finished(before: &str) -> bool {
    let signed = || {
        let body = before.trim_end().strip_suffix(')')?;
        Some(is_signature(&body[body.rfind('(')? + 1..]))
    };
    matches!(lines::end(before), End::Stop | End::Mark) || signed().unwrap_or(false)
}

/// `(ARN)`, `[ren]`, `(bud/ant)` behind a finished sentence.
fn signature(text: &str, last: bool) -> Option<(usize, &'static str)> {
    let (body, open) = match text.chars().next_back()? {
        ')' => (&text[..text.len() - 1], '('),
        ']' => (&text[..text.len() - 1], '['),
        '*' => {
            let body = text.trim_end_matches('*').trim_end();
            return finished(body).then_some((body.len(), why::SIGNATURE));
        }
        _ => return dashed(text, last),
    };
    let at = body.rfind(open)?;
    let inner = &body[at + 1..];
    let ended = matches!(lines::end(&text[..at]), End::Stop | End::Mark);
    (is_signature(inner) && last && (ended || is_initials(inner))).then_some((at, why::SIGNATURE))
}

/// `— Reuters`, `-red` behind a stop.
fn dashed(text: &str, last: bool) -> Option<(usize, &'static str)> {
    let at = text.rfind(['-', '–', '—'])?;
    let name = text[at..].trim_start_matches(['-', '–', '—', ' ']);
    let before = text[..at].trim_end_matches(['-', ' ']);
    let short = !name.is_empty() && name.chars().count() <= SIGNATURE / 2 && !name.contains(char::is_whitespace);
    let ended = lines::end(before) == End::Stop && before.len() < at;
    (last && short && ended && name.chars().all(char::is_alphabetic)).then_some((before.len(), why::SIGNATURE))
}

fn is_signature(inner: &str) -> bool {
    let mut words = inner.split_whitespace();
    let few = words.clone().count() <= 3;
    let marks =
        |c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '.' | '*' | ' ' | '&' | '|' | ',' | '+' | '_' | '@');
    let short = inner.chars().count() <= SIGNATURE && inner.chars().all(marks);
    let named = inner.contains(char::is_alphabetic) || inner.contains('*');
    let lower_word = !inner.contains(['/', '-', '.']) && inner.chars().all(char::is_lowercase);
    let remark = lower_word && inner.chars().count() >= REMARK;
    few && short && named && !remark && (inner.contains('/') || words.all(|w| is_name(w) || inner == w))
}

fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic()) || word.contains('.')
}

fn is_initials(inner: &str) -> bool {
    let lower = inner.chars().all(|c| c.is_lowercase() || c == '/');
    lower && !inner.is_empty() && inner.split('/').all(|part| part.chars().count() <= INITIALS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        let mut ends: Vec<usize> = tails(text, true).iter().map(|t| t.0).collect();
        ends.push(text.len());
        ends.windows(2).map(|w| text[w[0]..w[1]].trim()).collect()
    }

    #[test]
    fn signatures_are_cut_off() {
        assert_eq!(cut("jumlah besar ke Rusia.” (ARN)"), ["(ARN)"]);
        assert_eq!(cut("kami akan memantaunya,” katanya. (dam)"), ["(dam)"]);
        assert_eq!(cut("Ia pergi. (knv/knv) loading..."), ["(knv/knv)", "loading..."]);
        assert_eq!(cut("Ia pergi. (kompas. Com) loading..."), ["(kompas. Com)", "loading..."]);
        assert_eq!(cut("Ia pergi. (K15-11)"), ["(K15-11)"]);
        assert_eq!(cut("Ia pergi. Baca juga: Dolar Melemah"), ["Baca juga: Dolar Melemah"]);
        assert_eq!(cut("anak di rumah.Oleh: drg. Muhamad Ihsan"), ["Oleh: drg. Muhamad Ihsan"]);
        assert_eq!(cut("sepatutnya dipenuhi. ***"), ["***"]);
        assert_eq!(cut("The talks failed. —Reuters"), ["—Reuters"]);
        assert_eq!(cut("Dia pergi.,_x000D_"), [".,_x000D_".trim_start_matches('.')]);
    }

    #[test]
    fn brackets_of_the_story_stay() {
        for text in [
            "Imam ditahan Komisi Pemberantasan Korupsi (KPK)",
            "kata X, Jumat (15/9/2023)",
            "\"Saya senang.\" (tertawa)",
            "\"Enggak (meninjau), rencana hari ini,\" katanya.",
            "Ia pergi ke rumah kakaknya. (Kakaknya tidak ada.)",
            "the MV Gibe was sunk.",
            "Aksi itu sudah direncanakan. Video itu beredar luas.",
        ] {
            assert!(cut(text).is_empty(), "{text}: {:?}", cut(text));
        }
        assert!(tails("\"Kita baru terima.\" (dam)", false).is_empty());
    }
}
