//! The day of publication, where a text tells it.
//!
//! In order of trust: a date line of the page (`Jumat, 15 September 2023 | 10:30 WIB`), a date in the dateline, and the
//! newest full date at which somebody says something (`kata Peskov, Jumat (15/9/2023)`; `Dilansir dari BBC, Jumat, 15
//! September 2023`): news tells what was said that day. A date of saying follows its verb, with a weekday or a comma
//! before it and no word of the future between (`kata dia, akan digelar Sabtu (26/10/2019)`). Where another day of the
//! text, outside what is planned, is newer than the last saying, the guess would be wrong and none is made.

use crate::language::lexicon::CalendarWord;
use crate::language::{Lexicon, stem, tokens};
use crate::model::{Block, BlockKind, Date, Dateline, Shape, Span, Token};

/// Years that a report can be from: earlier ones are history, later ones slips of the pen.
const YEARS: std::ops::RangeInclusive<i16> = 1990..=2100;
/// Words before a date in which a verb of saying credits it (`kata Ketua KPK Agus Rahardjo di Istana Bogor, Jumat, …`).
const REACH: usize = 30;
/// Bytes of a report that are searched: dates of saying stand in every other paragraph.
const SEARCHED: usize = 256 * 1024;

/// The day of publication, where the report tells it.
pub fn published(text: &str, blocks: &[Block], dateline: Option<&Dateline>, lexicon: &Lexicon) -> Option<Date> {
    let first_paragraph = blocks.iter().position(|b| b.kind == BlockKind::Paragraph).unwrap_or(blocks.len());
    let head = blocks[..first_paragraph].iter().filter(|b| matches!(b.kind, BlockKind::Boilerplate(_)));
    for span in head.map(|b| b.span).chain(dateline.map(|d| d.span)) {
        if let Some((_, date)) = dates(&read(text, span), lexicon).first() {
            return Some(*date);
        }
    }
    let (mut said, mut told) = (None, None);
    for block in blocks.iter().filter(|b| b.kind == BlockKind::Paragraph && b.span.start < SEARCHED) {
        let words = read(text, Span::new(block.span.start, block.span.end.min(text.floor_char_boundary(SEARCHED))));
        for (at, date) in dates(&words, lexicon) {
            let weekday = has_weekday(&words, at, lexicon);
            let placed = weekday || at > 0 && &*words[at - 1].norm == ",";
            match saying(&words, at, lexicon) {
                Some(verb) if placed && !is_planned(&words, verb..at, lexicon) => said = said.max(Some(date)),
                _ if weekday && !is_planned(&words, sentence_before(&words, at), lexicon) => {
                    told = told.max(Some(date));
                }
                _ => {}
            }
        }
    }
    said.filter(|_| said >= told)
}

fn read(text: &str, span: Span) -> Vec<Token> {
    let mut out = Vec::new();
    tokens::tokens(text, span, &mut out);
    out
}

/// Full dates in a run of tokens, each with the index of its first token.
pub fn dates(tokens: &[Token], lexicon: &Lexicon) -> Vec<(usize, Date)> {
    (0..tokens.len()).filter_map(|at| date_at(tokens, at, lexicon).map(|date| (at, date))).collect()
}

/// The full date that starts at a token: `15/9/2023`, `2023-09-15`, `15 September 2023`, `September 15, 2023`.
fn date_at(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<Date> {
    let word = |i: usize| tokens.get(i).map(|t| &*t.norm);
    let month = |i: usize| match word(i).and_then(|w| lexicon.calendar.word(w)) {
        Some(CalendarWord::Month(month)) => Some(i16::from(*month)),
        _ => None,
    };
    let number = |i: usize| {
        let ordinal = |w: &str| w.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse::<i16>().ok();
        tokens.get(i).filter(|t| t.shape == Shape::Number).and_then(|t| ordinal(&t.norm))
    };
    if tokens[at].shape == Shape::Number {
        let parts: Vec<&str> = tokens[at].norm.split(['/', '-']).collect();
        if let [a, b, c] = parts[..] {
            let (a, b, c) = (a.parse().ok()?, b.parse().ok()?, c.parse().ok()?);
            return if a > 31 { date(a, b, c) } else { date(c, b, a) };
        }
        // An abbreviated month may have its dot: `15 Sept. 2023`.
        let year = if word(at + 2) == Some(".") { at + 3 } else { at + 2 };
        return date(number(year)?, month(at + 1)?, number(at)?);
    }
    let month = month(at)?;
    let day = if word(at + 1) == Some(".") { at + 2 } else { at + 1 };
    let year = if word(day + 1) == Some(",") { day + 2 } else { day + 1 };
    date(number(year)?, month, number(day)?)
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    if !YEARS.contains(&year) {
        return None;
    }
    let valid = jiff::civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    Some(Date { year: Some(year), month: u8::try_from(valid.month()).ok(), day: u8::try_from(valid.day()).ok() })
}

/// The last verb of saying, or of taking over what another said, before the date in its sentence.
fn saying(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<usize> {
    sentence_before(tokens, at).rev().find(|&i| {
        let word = &*tokens[i].norm;
        let source = lexicon.source_openers.longest(tokens, i).is_some() && !lexicon.is_function(word);
        // An abstract verb (`menunjukkan`) may stand in the list too; it does no harm, its date is as new.
        source || lexicon.reporting.word(word).or_else(|| lexicon.reporting.word(&stem::stem(lexicon, word))).is_some()
    })
}

/// Whether a weekday stands right before the date (`Jumat (15/9/2023)`, `Jumat, 15 September 2023`).
fn has_weekday(tokens: &[Token], at: usize, lexicon: &Lexicon) -> bool {
    let is_weekday = |t: &Token| matches!(lexicon.calendar.word(&t.norm), Some(CalendarWord::Weekday(_)));
    tokens[at.saturating_sub(2)..at].iter().any(is_weekday)
}

/// Whether these words tell of what is to come.
fn is_planned(tokens: &[Token], mut range: std::ops::Range<usize>, lexicon: &Lexicon) -> bool {
    use crate::model::mention::Modality;
    range.any(|i| matches!(lexicon.modality.longest(tokens, i), Some((_, Modality::Planned))))
}

/// Indices of the tokens before a date, back to the stop before it.
fn sentence_before(tokens: &[Token], at: usize) -> std::ops::Range<usize> {
    let from = at.saturating_sub(REACH);
    let stop = tokens[from..at].iter().rposition(|t| matches!(&*t.norm, "." | "!" | "?"));
    stop.map_or(from, |i| from + i + 1)..at
}

#[cfg(test)]
mod tests {
    use super::super::text::report;

    fn day(text: &str) -> Option<String> {
        report("x", "x.txt", text.to_owned(), None).published.map(|d| d.to_string())
    }

    #[test]
    fn the_newest_saying_dates_a_report() {
        let text = "Uang itu hilang di halaman kantor gubernur pada Senin (9/9/2019).\n\n\"Kejadian itu ada,\" ujar Ikhsan \
                    saat dikonfirmasi, Selasa (10/9/2019).\n\nSidang akan digelar pada Senin (30/9/2019).";
        assert_eq!(day(text).as_deref(), Some("2019-09-10"));
        let text = "Hanif menjadi pelaksana tugas menteri di kabinet itu.\n\n\"Ini untuk sebulan,\" kata Pratikno di Istana \
                    Bogor, Jawa Barat, Jumat, 20 September 2019.";
        assert_eq!(day(text).as_deref(), Some("2019-09-20"));
        let text = "The ferry sank with ninety people on board in the night.\n\n\"We are still searching,\" the police \
                    chief said on Friday, September 15, 2023.";
        assert_eq!(day(text).as_deref(), Some("2023-09-15"));
    }

    #[test]
    fn what_happened_does_not() {
        let text = "Uang itu hilang di halaman kantor gubernur pada Senin (9/9/2019).";
        assert_eq!(day(text), None);
        let text =
            "\"Kejadian itu ada,\" ujar Ikhsan, Selasa (10/9/2019).\n\nUang itu ditemukan pada Rabu (11/9/2019).";
        assert_eq!(day(text), None);
        assert_eq!(day("Ia lahir pada 17 Agustus 1945 di kota itu, kata dia, dan tinggal di sana."), None);
    }

    #[test]
    fn a_date_line_goes_first() {
        let text = "Uang Pemprov Hilang di Parkiran Kantor\nRabu, 11 September 2019 | 10:30 WIB\n\nUang milik pemerintah \
                    hilang, kata Ikhsan, Selasa (10/9/2019).";
        assert_eq!(day(text).as_deref(), Some("2019-09-11"));
    }
}
