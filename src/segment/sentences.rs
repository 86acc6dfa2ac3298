//! Blocks to sentences: Unicode's sentence bounds, the ones that it misses added (`tuturnya.Menurut`), the ones that are
//! none taken away (`Tn. Putin`, `pukul 18. 45 WIB`, `"Ya?" tanya X`).

use unicode_segmentation::UnicodeSegmentation;

use crate::language::lexicon::{CalendarWord, Final};
use crate::language::{Lexicon, stem};
use crate::model::{Report, Span};

/// Characters of an abbreviation at most, dots included (`M.Kes.Sp.OG.`).
const ABBREVIATION: usize = 16;
/// Letters before a stop without a space behind it from which on it ends a sentence and no abbreviation.
const GLUED_WORD: usize = 3;
/// Words of a credit that follows a quote as a sentence of its own (`"Ya?" Smith asked.`).
const CREDIT_WORDS: usize = 8;
/// Words of a credit among which its verb stands.
const CREDIT_VERB: usize = 4;
/// Bytes within which a bracket that opens in one sentence closes.
const BRACKET: usize = 80;

/// The sentences of a block, in order, without surrounding white space. The dateline is left out.
pub fn sentences(report: &Report, lexicon: &Lexicon, block: usize) -> Vec<Span> {
    let mut span = report.blocks[block].span;
    if let Some(line) = report.dateline.as_ref().filter(|d| span.contains(d.span)) {
        span.start = line.span.end;
    }
    let text = span.of(&report.text);
    split(text, lexicon).into_iter().map(|s| Span::new(span.start + s.start, span.start + s.end)).collect()
}

/// The sentences of a string.
pub fn split(text: &str, lexicon: &Lexicon) -> Vec<Span> {
    // The neutral language has no list; abbreviations are much the same everywhere.
    let lexicon = if lexicon.has_lists() { lexicon } else { Lexicon::of(crate::model::Language::English) };
    let cutter = Cutter { text, lexicon, cased: text.contains(char::is_uppercase) };
    let mut out: Vec<Span> = Vec::new();
    let mut start = 0;
    let mut quotes = Quotes::default();
    for cut in bounds(text) {
        let cut = cutter.moved(cut.max(start), quotes.straight_open_at(text, cut));
        if cut <= start || cut >= text.len() || cutter.joins(start, cut) {
            continue;
        }
        push(text, start, cut, &mut out);
        start = cut;
    }
    push(text, start, text.len(), &mut out);
    out
}

fn push(text: &str, start: usize, end: usize, out: &mut Vec<Span>) {
    let words = &text[start..end];
    let from = start + (words.len() - words.trim_start().len());
    let to = start + words.trim_end().len();
    if from < to {
        out.push(Span::new(from, to));
    }
}

/// Places where a sentence may end: Unicode's and those without a space behind the stop, in order, the end left out.
fn bounds(text: &str) -> Vec<usize> {
    let mut out: Vec<usize> = text.split_sentence_bound_indices().map(|(at, _)| at).skip(1).collect();
    out.extend(missed(text));
    out.sort_unstable();
    out.dedup();
    out
}

/// Ends that Unicode's rules do not see: `tuturnya.Menurut`, an ellipsis sign before a capital, a number, and, in text without any
/// capital, a stop before a small letter.
fn missed(text: &str) -> Vec<usize> {
    let cased = text.contains(char::is_uppercase);
    let mut out = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| matches!(c, '.' | '!' | '?' | '…')) {
        let end = at + c.len_utf8();
        let rest = &text[end..];
        let closers =
            rest.chars().take_while(|c| matches!(c, '"' | '”' | '’' | ')')).map(char::len_utf8).sum::<usize>();
        let next = &rest[closers..];
        let word = last_word(&text[..at]);
        if c == '…' || (!cased && next.starts_with(' ')) {
            let first = next.trim_start().chars().next();
            let spaced = next.starts_with(char::is_whitespace);
            let opens = first.is_some_and(|f| f.is_uppercase() || !cased && f.is_lowercase());
            if spaced && opens && (c == '…' || word.chars().count() >= GLUED_WORD) {
                out.push(end + closers + (next.len() - next.trim_start().len()));
            }
        } else if c == '.' && next.trim_start().len() < next.len() && starts_with_digit(next.trim_start()) {
            // Unicode goes on where a small letter comes before the next stop.
            out.push(end + closers + (next.len() - next.trim_start().len()));
        } else if next.starts_with(char::is_uppercase) && is_glued_end(word, next, closers) {
            out.push(end + closers);
        }
    }
    out
}

fn starts_with_digit(text: &str) -> bool {
    text.trim_start_matches(['"', '“', '(']).starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a stop between these two words, without a space, ends a sentence: not in domains, degrees and initials.
fn is_glued_end(word: &str, next: &str, closers: usize) -> bool {
    let after: String = next.chars().take_while(|c| c.is_alphanumeric()).collect();
    let capital = after.chars().skip(1).any(char::is_lowercase) || after.chars().count() > 1;
    let domain = ["com", "co", "id", "net", "org", "go", "ac", "tv", "news", "www"];
    // The word before an end is written small, or a sum, or stands in brackets; `S.Sos`, `Ph.D` are none of these.
    let last = word.chars().next_back();
    let small = word.chars().count() >= GLUED_WORD && last.is_some_and(|c| c.is_lowercase() || c.is_ascii_digit());
    let bracket = word.is_empty() || closers > 0;
    let shouted = word.chars().count() > GLUED_WORD && word.chars().all(char::is_uppercase);
    capital && !domain.contains(&after.to_lowercase().as_str()) && (small || bracket || shouted)
}

/// The letters and digits right before a stop.
fn last_word(text: &str) -> &str {
    let start = text
        .char_indices()
        .rev()
        .take(ABBREVIATION * 2)
        .find(|(_, c)| !c.is_alphanumeric())
        .map_or(text.floor_char_boundary(text.len().saturating_sub(ABBREVIATION)), |(at, c)| at + c.len_utf8());
    &text[start..]
}

/// Counts straight quotes from left to right: whether one is open.
#[derive(Default)]
struct Quotes {
    at: usize,
    open: bool,
}

impl Quotes {
    /// Whether a straight quote is open at `at`; asked in rising order.
    fn straight_open_at(&mut self, text: &str, at: usize) -> bool {
        if at > self.at {
            for byte in &text.as_bytes()[self.at..at] {
                self.open ^= *byte == b'"';
            }
            self.at = at;
        }
        self.open
    }
}

struct Cutter<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    /// Whether the text uses capitals at all.
    cased: bool,
}

impl Cutter<'_> {
    /// A bound, moved so that a closing quote stays with its sentence and an opening one goes with the next.
    fn moved(&self, cut: usize, open: bool) -> usize {
        let (before, after) = (&self.text[..cut], &self.text[cut..]);
        let space = after.len() - after.trim_start().len();
        let next = after.trim_start().chars().next();
        // `kata dia. ” Lalu`: the quote closes.
        let closes = match next {
            Some('”' | '»') => true,
            Some('"') => open && after[space + 1..].starts_with(|c: char| c.is_whitespace() || c == ','),
            _ => false,
        };
        if let Some(c) = next.filter(|_| closes) {
            return cut + space + c.len_utf8();
        }
        // `dia.“Kami`: the quote opens.
        let kept = before.trim_end();
        let last = kept.chars().next_back();
        let opens = match last {
            Some('“' | '«' | '(' | '[') => true,
            Some('"') => open && !after.is_empty() && kept.len() == before.len(),
            _ => false,
        };
        let moved = last.filter(|_| opens).map_or(cut, |c| kept.len() - c.len_utf8());
        // A quote that opens is not taken from a sentence that it stands alone in.
        if self.text[..moved].trim().is_empty() { cut } else { moved }
    }

    /// Whether what stands at `cut` belongs to the sentence that began at `start`.
    fn joins(&self, start: usize, cut: usize) -> bool {
        let left = self.text[start..cut].trim_end();
        let right = self.text[cut..].trim_start();
        let Some(first) = right.chars().next() else { return true };
        if !left.contains(char::is_alphanumeric) || is_rest_of_marks(right) {
            return true;
        }
        // A line's end within a wrapped paragraph.
        let ended = left.trim_end_matches(is_closer).ends_with(['.', '!', '?', '…', '。']);
        if !ended {
            return true;
        }
        is_list_mark(left)
            || self.is_abbreviation(left, right)
            || self.is_number(left, right)
            || self.is_credit(left, right)
            || (first.is_lowercase() && self.cased)
            || in_bracket(left, right)
    }

    /// `Tn. Putin`, `M. Aldi`, `No. 5`, `U.S. forces`.
    fn is_abbreviation(&self, left: &str, right: &str) -> bool {
        let Some(body) = left.strip_suffix('.').filter(|b| !b.ends_with('.')) else { return false };
        let word = dotted_word(body);
        if word.is_empty() || right.starts_with(|c: char| !c.is_alphanumeric() && c != '(') {
            return false;
        }
        let starts = |sure: bool| self.looks_like_start(right, sure);
        let mut letters = word.chars();
        let single = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
        if single {
            // `Rp1,6 M.`: a scale and no initial.
            let scale = body[..body.len() - word.len()].trim_end().ends_with(|c: char| c.is_ascii_digit());
            return !scale && !starts(true);
        }
        // `1980-an.` is no `an.`.
        if body[..body.len() - word.len()].ends_with('-') {
            return false;
        }
        let mut key = word.to_lowercase();
        key.push('.');
        // Written in capitals (`PT.`, `KH.`) it may be another word: `diperiksa BPK. Kemudian`.
        let upper = word.len() > 1 && word.chars().all(char::is_uppercase);
        match self.lexicon.abbreviations.get(key.as_str()) {
            Some(Final::Never) => !upper || !starts(true),
            // Names go on with a name (`Inc. Apple` does not): written with a capital or with dots inside, only a word
            // that opens sentences ends it.
            Some(Final::Maybe) => !starts(word.starts_with(char::is_uppercase) || is_clock(self.lexicon, right)),
            // `S.Pd.I`, `Ph.D`: initials of any length.
            // `Plt`, `Bpk`: no word lacks a vowel.
            None => (is_initials(word) || is_contracted(word)) && !starts(true),
        }
    }

    /// Whether what follows opens a sentence: a capital or digit; if it has to be sure, a word of the language that
    /// would not be written with a capital elsewhere.
    fn looks_like_start(&self, right: &str, sure: bool) -> bool {
        let word: String = right.chars().take_while(|c| c.is_alphanumeric()).collect();
        let capital = word.starts_with(char::is_uppercase);
        if !sure {
            return capital;
        }
        let lower = word.to_lowercase();
        capital && word.chars().count() > 1 && word != lower.to_uppercase() && self.lexicon.is_function(&lower)
    }

    /// `18. 45 WIB`, `Rp1. 500. 000`: a number torn apart.
    fn is_number(&self, left: &str, right: &str) -> bool {
        let Some(body) = left.strip_suffix('.') else { return false };
        let after = right.bytes().take_while(u8::is_ascii_digit).count();
        let before = body.bytes().rev().take_while(u8::is_ascii_digit).count();
        if before == 0 || after == 0 {
            return false;
        }
        let head = body[..body.len() - before].trim_end_matches(['.', ' ']);
        let opener = last_word(head).to_lowercase();
        let word = |w: &str| matches!(self.lexicon.calendar.word(w), Some(CalendarWord::Word("hour")));
        let clock = after == 2 && before <= 2 && (word(&opener) || is_clock(self.lexicon, right[after..].trim_start()));
        let sum = after == 3
            && before <= 3
            && (opener == "rp" || head.ends_with('$') || head.ends_with(|c: char| c.is_ascii_digit()));
        clock || sum
    }

    /// `"Ya?" tanya X.`, `"Ya!" Kata X.`, `"Are you sure?" Smith asked.`
    fn is_credit(&self, left: &str, right: &str) -> bool {
        if !left.ends_with(['"', '”', '’', '\'', '»']) {
            return false;
        }
        let sentence = right.split_inclusive(['.', '!', '?']).next().unwrap_or_default();
        let mut words =
            sentence.split_whitespace().map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
        let reports = |word: &str| {
            let root = word.strip_suffix("nya").unwrap_or(word);
            let reporting = &self.lexicon.reporting;
            reporting.word(root).or_else(|| reporting.word(&stem::stem(self.lexicon, word))).is_some()
        };
        let Some(first) = words.next() else { return false };
        // Bare roots open credits (`kata`, `ujarnya`); an inflected verb after a stop opens a sentence of its own.
        if self.lexicon.reporting.word(first.strip_suffix("nya").unwrap_or(&first)).is_some() {
            return !right.starts_with(char::is_uppercase) || !self.lexicon.is_function(&first);
        }
        let short = sentence.split_whitespace().count() <= CREDIT_WORDS;
        let asks = left.trim_end_matches(is_closer).ends_with(['?', '!']);
        short && asks && words.take(CREDIT_VERB - 1).any(|w| reports(&w))
    }
}

fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '“' | '‘' | ')' | ']') || c.is_whitespace()
}

/// Whether a part of a day or a zone follows (`5 p.m. Monday`, `09.00 a.m. WIB`).
fn is_clock(lexicon: &Lexicon, right: &str) -> bool {
    let word: String = right.chars().take_while(|c| c.is_alphanumeric()).collect();
    let word = word.to_lowercase();
    matches!(
        lexicon.calendar.word(&word),
        Some(CalendarWord::Zone(_) | CalendarWord::Weekday(_) | CalendarWord::Month(_))
    )
}

/// Whether marks alone follow, up to the end or another stop: they belong to the sentence before.
fn is_rest_of_marks(text: &str) -> bool {
    let marks = text.split(char::is_alphanumeric).next().unwrap_or_default();
    marks.len() == text.len() || marks.contains(['.', '!', '?']) || marks.starts_with([',', ';', ':', ')', ']'])
}

/// `1.`, `2)`, `a.` and nothing else.
fn is_list_mark(text: &str) -> bool {
    let body = text.trim_start_matches(['(', ' ']).trim_end_matches(['.', ')']);
    body.len() <= 2 && body.len() < text.len() && (body.bytes().all(|b| b.is_ascii_digit()) || body.len() == 1)
}

/// The word before a stop, inner dots included: `a.n`, `U.S`, `S.H`.
fn dotted_word(body: &str) -> &str {
    let start = body
        .char_indices()
        .rev()
        .take(ABBREVIATION)
        .find(|(_, c)| !(c.is_alphanumeric() || *c == '.' || *c == '/'))
        .map_or_else(|| if body.chars().count() <= ABBREVIATION { 0 } else { body.len() }, |(at, c)| at + c.len_utf8());
    body[start..].trim_start_matches('.')
}

/// Dots after every one or few letters, the first a capital: `S.Pd.I`, `U.S.S`.
fn is_initials(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|part| {
            let length = part.chars().count();
            (1..=3).contains(&length) && part.starts_with(char::is_uppercase)
        })
        && word.split('.').any(|part| part.chars().count() == 1)
}

/// A capital and small letters without a vowel: `Plt`, `Jln`; not `DPR` or `rpm`, which may end a sentence.
fn is_contracted(word: &str) -> bool {
    let vowel =
        |c: char| !c.is_ascii_alphabetic() || matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    word.len() > 1
        && word.starts_with(char::is_uppercase)
        && word.chars().skip(1).all(|c| c.is_ascii_lowercase())
        && !word.contains(vowel)
}

/// Whether a bracket opened in `left` is closed soon in `right`.
fn in_bracket(left: &str, right: &str) -> bool {
    let tail = &left[left.ceil_char_boundary(left.len().saturating_sub(BRACKET))..];
    let open = tail.rfind('(').is_some_and(|at| !tail[at..].contains(')'));
    open && right[..right.floor_char_boundary(BRACKET)].find(')').is_some_and(|at| !right[..at].contains('('))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    fn cut(language: Language, text: &str) -> Vec<&str> {
        split(text, Lexicon::of(language)).iter().map(|s| s.of(text)).collect()
    }

    fn check(language: Language, marked: &str) {
        let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
        assert_eq!(cut(language, &marked.replace('|', "")), expected, "{marked}");
    }

    #[test]
    fn indonesian_sentences() {
        for marked in [
            "Tn. Putin tiba di Moskow. | Ia pergi.",
            "Menurut dr. Budi, Sp.PD., pasien itu sembuh. | Ia pulang.",
            "Surat a.n. Budi hilang. | Uang itu raib.",
            "Itu pada tahun 1980-an. | Untuk itu ia diperiksa BPK. | Kemudian PT. Damtour 5.500 rpm. | Kami ikut.",
            "Ia menjadi Plt. Menpora. | Itu kata Ketua DPR. | Laba naik.",
            "Ia bertemu M. Aldi Budianto dan J. K. Rowling di sana. | Mereka pulang.",
            "Uang Rp1,5 miliar hilang pukul 10.30 WIB. | Sekitar pukul 18. 45 WIB ia pulang.",
            "Uang Rp 1. 672. 985. 500 hilang. | Ia pulang.",
            "Uang Rp1,6 M. | Polisi datang.",
            "1. Uang tunai yang hilang sebesar Rp 1.672.985.500.",
            "PT. Bank Rakyat Indonesia (Persero) Tbk. mencatat laba. | Laba itu naik.",
            r#""Uang itu hilang!" kata Budi. | Ia pergi."#,
            r#""Ya?" tanya Budi. | Ia pergi."#,
            "“Kita baru terima. | Masih kita dalami,” ujarnya. | Ia pergi.",
            r#""Kejadian itu ada. | Tadi saya telefon," ujar Ikhsan, Selasa (10/9/2019). | Ia pergi."#,
            "Itu tuturnya. |Menurut dia, uang itu hilang.",
            r#"Ia pergi. |"Saya tidak tahu," katanya. | "Itu saja." | Dia pulang."#,
            "Ia pergi.|“Saya tidak tahu,” katanya.”| Dia pulang.",
            "Baca di KOMPAS.com dan www.indopos.co.id atau Kompas.Com sekarang. | Ia pergi.",
            "Budi, S.H., M.Kn. hadir. | Ahmad S.Sos. juga hadir.",
            "Ia dijerat Pasal 2 No. 31 tahun 1999. | Ia ditahan.",
            "Ada beras, gula, dll. | Polisi menyita semuanya.",
            "Sisanya... | Dia diam… | Lalu pergi.",
            "Mantap!!! | 😀 Kami senang!!! | Dia pun pulang 🎉.",
            "Laba itu (lihat hal. 5. Tabel) naik. | Ia pulang.",
            "Pada tahun 2019. | 45 orang tewas.",
            "Menang 3-0. | 10 pemain bertahan.",
        ] {
            check(Language::Indonesian, marked);
        }
    }

    #[test]
    fn english_sentences() {
        for marked in [
            "Mr. Smith met St. John in Washington, D.C. | He left.",
            "The U.S. Navy fired. | The U.S. was hit by a 7.2-magnitude quake.",
            "It sank at 11 a.m. saying nothing. | It left at 5 p.m. Monday. | They met at 5 p.m. | Police came.",
            r#""Are you sure?" Smith asked. | He left."#,
            r#""Stop!" said the officer. | They ran."#,
            r#""We fired in self-defence. | It was inevitable," he said. | Nobody died."#,
            "Use of force was inevitable... | We acted.",
            "Martin Luther King Jr. spoke. | Apple Inc. Chief Executive Tim Cook did too.",
            "No. 5 won. | Yahoo! bought it.",
            "It said (see p. 5) so. | The end.",
        ] {
            check(Language::English, marked);
        }
    }

    #[test]
    fn text_without_capitals_or_stops_is_cut_where_it_can_be() {
        assert_eq!(cut(Language::Indonesian, "uang itu hilang. polisi datang. selesai").len(), 3);
        assert_eq!(cut(Language::Indonesian, "uang itu hilang polisi datang").len(), 1);
        assert_eq!(cut(Language::Other, "").len(), 0);
        assert_eq!(cut(Language::Other, "Das ist gut. Er ging. Z. B. so.").len(), 3);
    }

    #[test]
    fn no_bytes_break_it() {
        for text in
            [".", "...", "\"", "“", ".\"", "a.\"b", "(.", "é.É", "….A", ".“", "“.”", "1.", "\u{200b}.A", "?\u{301}A"]
        {
            let spans = split(text, Lexicon::of(Language::Indonesian));
            assert!(spans.windows(2).all(|w| w[0].end <= w[1].start), "{text}");
        }
    }
}
