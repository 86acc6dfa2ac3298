//! Which words of a credit tell who, and whose name they hold.

use std::ops::Range;

use super::View;
use crate::language::Lexicon;
use crate::language::stem::{is_active, is_passive};
use crate::model::mention::{CreditSort, Modality, Name, NameClass};
use crate::model::{Shape, Token};

/// The longest description of a speaker, tokens: long Indonesian offices with names have some fifteen.
pub const LONGEST: usize = 18;

/// Words between a speaker's title and its object, which the list of function words holds with many others.
const PREPOSITIONS: &[&str] = &[
    "pada", "kepada", "di", "ke", "dari", "dengan", "saat", "ketika", "usai", "setelah", "sebelum", "dalam", "melalui",
    "lewat", "untuk", "terkait", "soal", "bersama", "sebagai", "oleh", "yang", "seusai", "sambil", "terhadap",
    "tentang", "on", "in", "to", "with", "from", "after", "before", "during", "who", "which", "when", "as", "by",
    "about", "into", "speaking", "whose", "under", "over", "through",
];

/// Words that may open the description of a speaker without a name.
const ARTICLES: &[&str] = &[
    "a",
    "an",
    "the",
    "one",
    "another",
    "some",
    "several",
    "his",
    "her",
    "their",
    "two",
    "seorang",
    "seseorang",
    "salah",
    "satu",
    "para",
    "pihak",
    "sejumlah",
    "beberapa",
    "dua",
    "si",
    "sang",
    "pak",
    "bu",
];

/// Words that go on with a name: `Kepala Dinas Pendidikan dan Kebudayaan`, `bin`.
const JOINTS: &[&str] = &["of", "for", "at", "dan", "and", "bin", "binti", "von", "van", "de", "da"];

/// Who a run of words tells of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    pub tokens: Range<usize>,
    pub name: Option<usize>,
    pub sort: CreditSort,
    pub pronoun: bool,
}

/// The agency or outlet at a token: its width, and its main name. General words (`media pemerintah`) are none.
pub fn agency_at<'a>(lexicon: &'a Lexicon, tokens: &[Token], at: usize) -> Option<(usize, &'a str)> {
    let (width, name) = lexicon.agencies.longest(tokens, at)?;
    // Names such as `sana` and `fars` are words, too.
    let named = tokens[at..at + width].iter().any(|t| !matches!(t.shape, Shape::Lower | Shape::Mark));
    (named && *name != "general").then_some((width, *name))
}

impl View<'_> {
    pub fn token(&self, at: usize) -> &Token {
        &self.segments.tokens[at]
    }

    pub fn norm(&self, at: usize) -> &str {
        &self.segments.tokens[at].norm
    }

    pub fn is_mark(&self, at: usize) -> bool {
        self.token(at).shape == Shape::Mark
    }

    pub fn is_capital(&self, at: usize) -> bool {
        matches!(self.token(at).shape, Shape::Capital | Shape::Upper | Shape::Mixed)
    }

    pub fn opens_sentence(&self, at: usize) -> bool {
        self.segments.sentence_at(at).is_some_and(|s| self.segments.sentences[s].tokens.start == at)
    }

    /// A personal pronoun of the third person.
    pub fn is_pronoun(&self, at: usize) -> bool {
        let norm = self.norm(at);
        self.lexicon.pronouns.word(norm).is_some_and(|p| p.starts_with("person"))
            && !matches!(norm, "i" | "we" | "you" | "saya" | "aku" | "kami" | "kita" | "anda" | "kamu")
    }

    /// The words of a speaker who stands behind a verb or opener, from `at` to `end` at most.
    pub fn who_after(&self, mut at: usize, end: usize) -> Option<Who> {
        while at < end && matches!(self.norm(at), "oleh" | "by" | "si" | "sang") {
            at += 1;
        }
        let start = at;
        let end = end.min(start + LONGEST);
        let mut capital = false;
        while at < end && self.goes_on(start, at, end, capital) {
            capital |= self.is_capital(at);
            // `Juru bicara`, `Menteri luar negeri`: fixed titles whole.
            let title = self.lexicon.titles.longest(&self.segments.tokens[..end], at).map_or(1, |(width, _)| width);
            at += title;
        }
        while at > start && (self.is_mark(at - 1) || JOINTS.contains(&self.norm(at - 1))) {
            at -= 1;
        }
        if at == start {
            return None;
        }
        let mut who = self.who(start..at);
        // `ujar Ketua Umum Kadin, Rosan Roslani, Jumat`: the name in apposition.
        if !who.pronoun && self.person_in(start..at).is_none() && at + 1 < end && self.norm(at) == "," {
            let next = self.name_at(at + 1).filter(|&n| self.names[n].class == NameClass::Person);
            if let Some(name) = next.filter(|&n| self.names[n].at.tokens.start == at + 1) {
                let end = self.names[name].at.tokens.end;
                who = Who { tokens: start..end, name: Some(name), sort: CreditSort::Person, pronoun: false };
            }
        }
        Some(who)
    }

    /// Whether the token still belongs to the description of a speaker that began at `start`.
    fn goes_on(&self, start: usize, at: usize, end: usize, capital: bool) -> bool {
        if self.is_mark(at) {
            return at > start
                && (self.is_initial_dot(at, end)
                    || matches!(self.norm(at), "'s" | "-" | "/" | "&")
                    || self.is_short_form(start, at, end));
        }
        if at == start {
            return !self.is_date_word(at) && (!self.is_function(at) || self.is_article(at) || self.is_pronoun(at));
        }
        if self.is_pronoun(at - 1) {
            return false;
        }
        if self.is_capital(at) {
            return !self.is_date_word(at);
        }
        if JOINTS.contains(&self.norm(at)) {
            return at + 1 < end && (self.is_capital(at + 1) || !capital && self.is_article(at + 1));
        }
        if matches!(self.norm(at), "itu" | "tersebut") {
            return !capital;
        }
        if capital && self.is_title(at) {
            return true; // `the Navy chief`
        }
        // `Sekretaris pribadi Habibie`
        let plain = self.token(at).shape == Shape::Lower && !self.is_function(at);
        if capital && plain && self.is_title(at - 1) && at + 1 < end && self.is_capital(at + 1) {
            return true;
        }
        // After a name come other words: `kata Ikhsan saat dikonfirmasi`.
        !capital && self.token(at).shape != Shape::Number && (!self.is_function(at) || self.is_article(at))
    }

    /// The dot of `M. Ikhsan` or `Dr. X`, not a sentence's.
    fn is_initial_dot(&self, at: usize, end: usize) -> bool {
        let before = self.norm(at - 1);
        self.norm(at) == "."
            && at + 1 < end
            && self.is_capital(at + 1)
            && (before.len() <= 2 || self.lexicon.abbreviations.contains_key(&*format!("{before}.")))
    }

    /// A bracket of `Menteri Sekretaris Negara (Mensesneg) Pratikno`: one word within, the name goes on behind.
    fn is_short_form(&self, start: usize, at: usize, end: usize) -> bool {
        let open = match self.norm(at) {
            "(" => at,
            ")" if at >= start + 2 => at - 2,
            _ => return false,
        };
        open > start
            && open + 3 < end
            && self.norm(open) == "("
            && self.norm(open + 2) == ")"
            && self.is_capital(open + 1)
            && self.is_capital(open + 3)
    }

    pub fn is_function(&self, at: usize) -> bool {
        let norm = self.norm(at);
        self.lexicon.is_function(norm) || self.lexicon.clauses.word(norm).is_some()
    }

    fn is_date_word(&self, at: usize) -> bool {
        self.lexicon.calendar.word(self.norm(at)).is_some()
    }

    pub fn is_article(&self, at: usize) -> bool {
        ARTICLES.contains(&self.norm(at))
    }

    /// The words of a speaker who stands before the verb at `verb`; not before `start`.
    pub fn who_before(&self, start: usize, verb: usize) -> Option<Who> {
        let mut end = verb;
        while end > start && self.is_adverb(end - 1) {
            end -= 1;
        }
        if end == start {
            return None;
        }
        let from = self.subject_start(start, end);
        // `Nirad Sinha, a navy spokesman, told`: the subject stands before the apposition.
        let mut segments = self.split_at_commas(from..end);
        if self.norm(end - 1) == "," && segments.len() > 1 {
            let apposition = segments.pop()?;
            let person = |r: &Range<usize>| self.person_in(r.clone()).is_some();
            if person(&apposition) && !segments.last().is_some_and(person) {
                return Some(self.who(apposition));
            }
        }
        let subject = self.trim_subject(segments.pop()?)?;
        (self.is_nominal(subject.clone()) && !self.is_undone(subject.end..verb)).then(|| self.who(subject))
    }

    /// Holds no verb: `Imam telah menemui Jokowi` is no speaker.
    fn is_nominal(&self, tokens: Range<usize>) -> bool {
        let verb = |t: usize| {
            self.token(t).shape == Shape::Lower
                && (is_active(self.lexicon, self.norm(t)) || is_passive(self.lexicon, self.norm(t)))
                && !self.is_title(t)
        };
        let auxiliary =
            |t: usize| matches!(self.norm(t), "was" | "were" | "is" | "are" | "had" | "has" | "have" | "been");
        !tokens.clone().any(|t| verb(t) || auxiliary(t) || self.lexicon.modality.word(self.norm(t)).is_some())
    }

    /// `tak mau mengatakan`, `untuk menyampaikan`, `akan mengumumkan`: nothing is said.
    fn is_undone(&self, between: Range<usize>) -> bool {
        let Some(last) = between.clone().next_back() else { return false };
        let purpose = matches!(self.norm(last), "untuk" | "to" | "guna" | "agar" | "supaya" | "apakah");
        purpose
            || between.clone().any(|t| {
                self.lexicon.negation.word(self.norm(t)).is_some()
                    || matches!(self.norm(t), "mau" | "ingin" | "bisa" | "could" | "would" | "might")
                    || self.lexicon.modality.word(self.norm(t)) == Some(&Modality::Planned)
            })
    }

    /// `juga`, `also`, `had`, `yang`: stands between a subject and its verb.
    fn is_adverb(&self, at: usize) -> bool {
        let norm = self.norm(at);
        let function = !self.is_mark(at)
            && !self.is_pronoun(at)
            && (!self.is_capital(at) || self.opens_sentence(at))
            && (self.is_function(at) || self.lexicon.modality.word(norm).is_some())
            && !matches!(norm, "itu" | "tersebut" | "ini" | "this");
        function || !self.is_capital(at) && norm.ends_with("ly")
    }

    /// Back from the verb to where its clause begins.
    fn subject_start(&self, start: usize, end: usize) -> usize {
        let mut at = end;
        while at > start && end - at < LONGEST * 2 {
            let here = at - 1;
            let norm = self.norm(here);
            if norm == ")" {
                // Brackets belong to the name before them: `Kantor Berita Pusat Korea (KCNA)`.
                let open = (start..here).rev().take(LONGEST).find(|&t| self.norm(t) == "(");
                let Some(open) = open else { return at };
                at = open;
                continue;
            }
            let mark = self.is_mark(here) && matches!(norm, ":" | ";" | "\"" | "(" | "--" | "?" | "!" | "–" | "—");
            let dot = norm == "." && !(here > start && self.is_initial_dot(here, end));
            let opener = ["bahwa", "that", "but", "tetapi", "namun", "tapi", "while", "sementara", "karena", "because"]
                .contains(&norm);
            let joint = matches!(norm, "dan" | "and") && !(here + 1 < end && self.is_capital(here + 1));
            if mark || dot || opener || joint {
                return at;
            }
            at = here;
        }
        at
    }

    fn split_at_commas(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let mut out = Vec::new();
        let mut start = range.start;
        let mut depth = 0;
        for at in range.clone() {
            match self.norm(at) {
                "(" => depth += 1,
                ")" => depth -= 1,
                "," if depth <= 0 => {
                    if at > start {
                        out.push(start..at);
                    }
                    start = at + 1;
                }
                _ => {}
            }
        }
        if range.end > start {
            out.push(start..range.end);
        }
        out
    }

    /// The subject in a stretch before a verb: leading adverbs and what hangs on prepositions left out.
    fn trim_subject(&self, range: Range<usize>) -> Option<Range<usize>> {
        let mut start = range.start;
        while start < range.end && self.leads(start) {
            start += 1;
        }
        if start == range.end {
            return None;
        }
        // A leading `Pada Jumat` swallows its object; a person behind it is the subject.
        if self.is_preposition(start) {
            let name = self.person_in(start..range.end)?;
            return Some(self.names[name].at.tokens.clone());
        }
        let mut end = start + 1;
        while end < range.end && !self.is_preposition(end) {
            end += 1;
        }
        while end > start && self.is_mark(end - 1) && self.norm(end - 1) != ")" {
            end -= 1;
        }
        (end > start && end - start <= LONGEST).then_some(start..end)
    }

    /// A word that may stand before a subject: `Sebelumnya`, `Meanwhile`, `Kemudian`.
    fn leads(&self, at: usize) -> bool {
        let function = self.is_function(at) && !self.is_article(at) && !self.is_pronoun(at) && !self.is_preposition(at);
        self.is_mark(at)
            || function
            || self.is_date_word(at)
            || self.lexicon.modality.word(self.norm(at)).is_some()
            || self.opens_sentence(at) && self.norm(at).ends_with("nya") && self.name_at(at).is_none()
    }

    fn is_preposition(&self, at: usize) -> bool {
        PREPOSITIONS.contains(&self.norm(at))
    }

    /// Whose words these are: name and sort.
    pub fn who(&self, tokens: Range<usize>) -> Who {
        let mut words = tokens.clone().filter(|&t| !self.is_mark(t));
        let pronouns = tokens.clone().any(|t| self.is_pronoun(t));
        let last = tokens.end.checked_sub(1).filter(|&t| tokens.contains(&t) && self.is_pronoun(t));
        if last.is_some() || pronouns && words.all(|t| self.is_pronoun(t) || self.is_adverb(t)) {
            return Who { tokens, name: None, sort: CreditSort::Person, pronoun: true };
        }
        let name = self.name_in(tokens.clone());
        let class = name.map(|n| self.names[n].class);
        let within = &self.segments.tokens[..tokens.end];
        let agency =
            tokens.clone().any(|t| agency_at(self.lexicon, within, t).is_some() || self.is_named_medium(tokens.end, t));
        let source = tokens.clone().any(|t| self.lexicon.agencies.word(self.norm(t)) == Some(&"general"));
        let capital = |t: usize| self.is_capital(t) && !self.opens_sentence(t) && !self.is_title(t);
        let sort = match class {
            Some(NameClass::Person) => CreditSort::Person,
            _ if agency => CreditSort::Agency,
            Some(_) if source || self.describes_person(tokens.clone(), name) => CreditSort::Unnamed,
            Some(NameClass::Unknown | NameClass::Thing) => CreditSort::Person,
            Some(_) => CreditSort::Organisation,
            None if !source && tokens.clone().any(capital) => CreditSort::Person,
            None => CreditSort::Unnamed,
        };
        // `a Navy spokesman`: the Navy is not the one who speaks.
        let name = name.filter(|_| sort != CreditSort::Unnamed);
        Who { tokens, name, sort, pronoun: false }
    }

    /// `kantor berita SABA`, `surat kabar Chosun Ilbo`: a general word for a medium, of two words or more, with a name.
    fn is_named_medium(&self, end: usize, at: usize) -> bool {
        let within = &self.segments.tokens[..end];
        self.lexicon.agencies.longest(within, at).is_some_and(|(width, name)| {
            *name == "general" && width > 1 && at + width < end && self.is_capital(at + width)
        })
    }

    /// `a navy spokesman`, `juru bicara Kremlin`: the name in it is not the speaker's own.
    fn describes_person(&self, tokens: Range<usize>, name: Option<usize>) -> bool {
        let own = name.map_or(0..0, |n| self.names[n].at.tokens.clone());
        tokens.filter(|t| !own.contains(t)).any(|t| self.is_title(t) || self.is_article(t) && self.norm(t) != "the")
    }

    pub fn is_title(&self, at: usize) -> bool {
        self.lexicon.titles.longest(&self.segments.tokens, at).is_some()
    }

    /// The name that holds the token.
    pub fn name_at(&self, at: usize) -> Option<usize> {
        let n = self.names.partition_point(|n| n.at.tokens.end <= at);
        self.names.get(n).filter(|name| name.at.tokens.contains(&at)).map(|_| n)
    }

    /// The name among these tokens that most likely speaks: a person before any other.
    pub fn name_in(&self, tokens: Range<usize>) -> Option<usize> {
        let rank = |name: &Name| match name.class {
            NameClass::Person => 0,
            NameClass::Unknown => 1,
            NameClass::Organisation => 2,
            NameClass::Place => 3,
            NameClass::Thing => 4,
        };
        self.names_in(tokens).min_by_key(|&n| (rank(&self.names[n]), std::cmp::Reverse(n)))
    }

    /// The first person among these tokens.
    pub fn person_in(&self, tokens: Range<usize>) -> Option<usize> {
        self.names_in(tokens).find(|&n| self.names[n].class == NameClass::Person)
    }

    fn names_in(&self, tokens: Range<usize>) -> impl Iterator<Item = usize> + '_ {
        let first = self.names.partition_point(|n| n.at.tokens.start < tokens.start);
        (first..self.names.len()).take_while(move |&n| self.names[n].at.tokens.end <= tokens.end)
    }

    /// The person whom a description without a name fits: `Mensesneg` after `Menteri Sekretaris Negara Pratikno`.
    /// `None` where it fits none or more than one.
    pub fn holder_of(&self, tokens: Range<usize>) -> Option<usize> {
        let wanted = self.expanded(tokens);
        if wanted.is_empty() {
            return None;
        }
        let text = |n: usize| self.names[n].at.span.of(&self.report.text);
        let mut found: Option<usize> = None;
        for (n, name) in self.names.iter().enumerate().filter(|(_, n)| n.class == NameClass::Person) {
            let start = name.at.tokens.start;
            let sentence = self.segments.sentences[name.at.sentence].tokens.start;
            // Its own title: no mark between, but for the brackets of a short form.
            let title = (sentence.max(start.saturating_sub(LONGEST / 2))..start)
                .rev()
                .take_while(|&t| !self.is_mark(t) || matches!(self.norm(t), "(" | ")" | "-" | "/"))
                .last()
                .unwrap_or(start);
            if !self.expanded(title..start).ends_with(&wanted) {
                continue;
            }
            match found {
                Some(other) if !text(other).contains(text(n)) && !text(n).contains(text(other)) => return None,
                _ => found = Some(n),
            }
        }
        found
    }

    /// The words of a description, abbreviations written out, articles left out.
    fn expanded(&self, tokens: Range<usize>) -> Vec<String> {
        let mut out = Vec::new();
        for at in tokens {
            if self.is_mark(at) || self.is_function(at) || self.is_article(at) {
                continue;
            }
            let long = self.lexicon.expansions.word(self.norm(at)).copied().unwrap_or(self.norm(at));
            out.extend(long.split_whitespace().map(str::to_owned));
        }
        out
    }
}
