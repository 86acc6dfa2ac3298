//! Datelines: where and by whom a report was filed (`JAKARTA, KOMPAS.com -`, `LONDON, March 3 (AP) —`).

use crate::language::lexicon::CalendarWord;
use crate::language::{Lexicon, tokens};
use crate::model::{Dateline, Shape, Span, Token};

/// Bytes of a paragraph in which a dateline ends.
const LONGEST: usize = 90;
/// Tokens that a dateline has at most, dash left out.
const MOST_TOKENS: usize = 16;
/// Words of a place or outlet in capitals (`PALANGKA RAYA -`).
const MOST_WORDS: usize = 4;

/// The dateline at the start of a paragraph, if it has one.
///
/// The words before the first dash are one where they name an outlet (a domain, an agency, a name in brackets), are all
/// in capitals, or are a town.
pub fn dateline(text: &str, paragraph: Span, lexicon: &Lexicon) -> Option<Dateline> {
    let head_end = text.floor_char_boundary(paragraph.end.min(paragraph.start + LONGEST));
    let (dash, end) = dash(text, paragraph.start, head_end)?;
    let mut head = Vec::new();
    tokens::tokens(text, Span::new(paragraph.start, dash), &mut head);
    if head.is_empty() || head.len() > MOST_TOKENS {
        return None;
    }
    let rest = text[end..paragraph.end].trim_start();
    if !rest.starts_with(|c: char| !c.is_lowercase() && (c.is_alphanumeric() || is_quote(c))) {
        return None;
    }
    let parts = parts(text, &head, lexicon)?;
    let span = Span::new(paragraph.start, end);
    let of = |sort| parts.iter().find(|(_, s)| *s == sort).map(|(span, _)| *span);
    let (place, outlet) = (of(Part::Place), of(Part::Outlet));
    let town = place.is_some_and(|p| is_town(p.of(text), lexicon));
    let upper = |span: Span| {
        let letters = || span.of(text).chars().filter(|c| c.is_alphabetic());
        letters().count() > 2 && letters().all(char::is_uppercase)
    };
    let other_town = town && outlet.is_none() && names_town(rest, lexicon);
    let sure = outlet.is_some() || place.is_some_and(upper) || (town && !other_town);
    sure.then_some(Dateline { span, place, outlet })
}

/// What a part of a dateline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Place,
    Outlet,
    Date,
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '‘' | '\'')
}

/// The first dash that stands by itself: its start and end.
fn dash(text: &str, start: usize, end: usize) -> Option<(usize, usize)> {
    let head = &text[start..end];
    head.char_indices().find_map(|(at, c)| {
        let long = matches!(c, '–' | '—') || head[at..].starts_with("--");
        if c != '-' && !long {
            return None;
        }
        let length = head[at..].chars().take_while(|c| matches!(c, '-' | '–' | '—')).map(char::len_utf8).sum::<usize>();
        let before = head[..at].ends_with(char::is_whitespace);
        let after = head[at + length..].starts_with(char::is_whitespace);
        (before || after || long).then_some((start + at, start + at + length))
    })
}

/// The parts between commas and brackets, or none where a word has no place in a dateline.
fn parts(text: &str, head: &[Token], lexicon: &Lexicon) -> Option<Vec<(Span, Part)>> {
    let mut parts: Vec<(Span, Part)> = Vec::new();
    let is_mark = |t: &Token| matches!(&*t.norm, "," | "(" | ")" | "/" | "|" | ":");
    let mut bracket = false;
    // `TEMPO.CO Yogyakarta`: a domain is a part of its own.
    for run in head.chunk_by(|a, b| !is_mark(a) && !is_mark(b) && is_domain(a) == is_domain(b)) {
        if is_mark(&run[0]) {
            bracket = &*run[0].norm == "(";
            continue;
        }
        let span = Span::new(run[0].span.start, run[run.len() - 1].span.end);
        let part = part(text, run, bracket, lexicon)?;
        match parts.last_mut() {
            // `15/9/2023` and `Jakarta / Bogor`: one part of its sort is enough.
            Some((last, sort)) if *sort == Part::Date && part == Part::Date => last.end = span.end,
            _ => parts.push((span, part)),
        }
    }
    Some(parts)
}

fn part(text: &str, run: &[Token], bracket: bool, lexicon: &Lexicon) -> Option<Part> {
    let calendar = |t: &Token| match lexicon.calendar.word(&t.norm) {
        Some(CalendarWord::Month(_) | CalendarWord::Weekday(_) | CalendarWord::Zone(_)) => true,
        Some(CalendarWord::Word(_)) => t.shape != Shape::Upper,
        _ => false,
    };
    if run.iter().all(|t| t.shape == Shape::Number || calendar(t) || &*t.norm == ".") && !bracket {
        return Some(Part::Date);
    }
    let words = run.iter().filter(|t| t.shape != Shape::Mark).count();
    let is_capital = |t: &Token| matches!(t.shape, Shape::Capital | Shape::Upper | Shape::Mixed);
    let written =
        run.iter().all(|t| is_capital(t) || is_domain(t) || matches!(&*t.norm, "." | "/" | "de" | "&" | "of"));
    let small = words == 1 && run.iter().any(is_domain);
    if words > MOST_WORDS || !(written || small) {
        return lexicon.agencies.longest(run, 0).filter(|(n, _)| *n == run.len()).map(|_| Part::Outlet);
    }
    let is_agency = lexicon.agencies.longest(run, 0).is_some_and(|(n, name)| n == run.len() && *name != "general");
    let span = Span::new(run[0].span.start, run[run.len() - 1].span.end);
    if bracket || run.iter().any(is_domain) || is_agency || lower_glued(span.of(text)) {
        return Some(Part::Outlet);
    }
    // `VIVA Bandung`: an outlet's edition of a town; a place is written in capitals throughout or not at all.
    let upper = run.iter().filter(|t| t.shape == Shape::Upper).count();
    let edition = upper > 0 && upper < words && !is_town(span.of(text), lexicon);
    Some(if edition { Part::Outlet } else { Part::Place })
}

fn is_domain(token: &Token) -> bool {
    token.norm.len() > 1 && token.norm.contains('.') && token.shape != Shape::Number && token.shape != Shape::Mark
}

/// `detikcom`, `CNNIndonesia`: one word with the outlet's ending.
fn lower_glued(text: &str) -> bool {
    !text.contains(char::is_whitespace) && text.to_lowercase().ends_with("com")
}

fn is_town(name: &str, lexicon: &Lexicon) -> bool {
    let words = tokens::of_str(name);
    let is_place = |n: usize, sort: &str| n == words.len() && matches!(sort, "city" | "region");
    lexicon.places.longest(&words, 0).is_some_and(|(n, place)| is_place(n, place.sort))
}

fn names_town(rest: &str, lexicon: &Lexicon) -> bool {
    let words = tokens::of_str(&rest[..rest.floor_char_boundary(LONGEST.min(rest.len()))]);
    lexicon.places.longest(&words, 0).is_some_and(|(_, place)| matches!(place.sort, "city" | "region"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    fn read(text: &str) -> Option<(&str, Option<&str>, Option<&str>)> {
        let language = crate::language::detect::detect(text);
        let line = dateline(text, Span::new(0, text.len()), Lexicon::of(language))?;
        Some((line.span.of(text), line.place.map(|s| s.of(text)), line.outlet.map(|s| s.of(text))))
    }

    #[test]
    fn datelines_are_read() {
        for (text, span, place, outlet) in [
            ("INDOPOS.CO.ID – Presiden Rusia tiba.", "INDOPOS.CO.ID –", None, Some("INDOPOS.CO.ID")),
            ("GUJARAT, KOMPAS.com - Air laut naik.", "GUJARAT, KOMPAS.com -", Some("GUJARAT"), Some("KOMPAS.com")),
            ("VIVA Bandung – Pemimpin Korea Utara itu.", "VIVA Bandung –", None, Some("VIVA Bandung")),
            (
                "Rusia, ARRAHMAHNEWS.COM – Presiden tiba.",
                "Rusia, ARRAHMAHNEWS.COM –",
                Some("Rusia"),
                Some("ARRAHMAHNEWS.COM"),
            ),
            ("JAKARTA - Polisi menangkap pelaku.", "JAKARTA -", Some("JAKARTA"), None),
            (
                "Liputan6.com, Jakarta - Polisi datang.",
                "Liputan6.com, Jakarta -",
                Some("Jakarta"),
                Some("Liputan6.com"),
            ),
            ("TEMPO.CO, Jakarta- Waktu itu sore.", "TEMPO.CO, Jakarta-", Some("Jakarta"), Some("TEMPO.CO")),
            ("SYDNEY (Reuters) - The storm hit.", "SYDNEY (Reuters) -", Some("SYDNEY"), Some("Reuters")),
            ("LONDON, March 3 (AP) — The king said so.", "LONDON, March 3 (AP) —", Some("LONDON"), Some("AP")),
            ("(CNN) -- The president said.", "(CNN) --", None, Some("CNN")),
        ] {
            assert_eq!(read(text), Some((span, place, outlet)), "{text}");
        }
    }

    #[test]
    fn dashes_of_the_story_are_no_datelines() {
        for text in [
            "Satuan Tugas Pengamanan Perbatasan Republik Indonesia - Papua berjaga.",
            "Pasca- yang terjadi di jalan tol itu.",
            "Indonesia - Australia sepakat bekerja sama.",
            "Kim Jong-un tiba di Rusia.",
            "AS - kata dia - akan pergi.",
            "The ship – a tanker – sank.",
            "Putin – yang dikenal sering terlambat – tiba lebih awal.",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(dateline("", Span::new(0, 0), Lexicon::of(Language::Other)), None);
    }
}
