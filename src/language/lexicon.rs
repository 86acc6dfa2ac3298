//! The word lists of one language, parsed once.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Phrases;
use crate::model::mention::{Modality, TitleSort};
use crate::model::{Language, Opener};

/// Whether the dot of an abbreviation may end a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Final {
    /// Never (`Tn.`).
    Never,
    /// Sometimes (`No.`, `Jr.`).
    Maybe,
}

/// A number word.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NumberWord {
    /// `dua`, `setengah`.
    Value(f64),
    /// `puluh`, `ratus`.
    Times(f64),
    /// `belas`.
    Plus(f64),
    /// `pertama`.
    Ordinal(f64),
    /// `puluhan`: from, to, and whether it is so vague that it never conflicts.
    Vague(f64, f64, bool),
}

/// What a hedge makes of the number beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hedge {
    /// `sekitar`.
    About,
    /// `paling sedikit`: the number or more.
    Min,
    /// `hingga`: the number or less.
    Max,
    /// `lebih dari`.
    More,
    /// `kurang dari`.
    Less,
    /// Between two numbers.
    Range,
}

/// A unit of measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit {
    /// `length`, `mass`, `duration`, `money.IDR`, `share`…
    pub dimension: &'static str,
    /// `km`.
    pub id: &'static str,
    /// How many of the dimension's base unit one is.
    pub factor: f64,
}

/// A word of the calendar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum CalendarWord {
    /// 1 to 12.
    Month(u8),
    /// 1 (Monday) to 7.
    Weekday(u8),
    /// First and last hour; the last may pass 24.
    Daypart(u8, u8),
    /// Days from the day of the report.
    Relative(i16),
    /// Hours from UTC.
    Zone(f32),
    /// A word that opens or closes a clock time: `hour`, `am`, `pm`, `oclock`.
    Word(&'static str),
    /// `day`, `week`, `month`, `year`, `decade`.
    Unit(&'static str),
}

/// What a word of place says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceWord {
    /// `type`, `facility`, `country`, `region`, `city`, `demonym`.
    pub sort: &'static str,
    /// The name it is another form of; itself where it is the main form.
    pub name: &'static str,
}

/// What a verb of reporting does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reporting {
    /// Says.
    Say,
    /// Denies.
    Deny,
    /// Confirms.
    Confirm,
    /// Asks.
    Ask,
}

/// An event frame of a verb or noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FrameUse {
    /// Index into [`Lexicon::frames`].
    pub frame: u16,
    /// The converse verb: subject and receiver change places.
    pub converse: bool,
    /// A noun of the event.
    pub noun: bool,
}

/// The word lists of a language. See `FORMAT.md` for what each file holds.
#[derive(Debug, Default)]
#[allow(missing_docs, reason = "one table a file; FORMAT.md describes each")]
pub struct Lexicon {
    pub language: Option<Language>,
    pub abbreviations: FxHashMap<&'static str, Final>,
    pub clauses: Phrases<Opener>,
    pub pronouns: Phrases<&'static str>,
    pub negation: Phrases<()>,
    pub modality: Phrases<Modality>,
    pub hedges: Phrases<Hedge>,
    pub numbers: Phrases<NumberWord>,
    pub units: Phrases<Unit>,
    /// Units whose name counts only as written.
    pub cased_units: FxHashMap<&'static str, Unit>,
    /// Factor, and whether it counts only with money.
    pub scales: Phrases<(f64, bool)>,
    pub classifiers: Phrases<()>,
    /// Words that tell what a number beside them is: `label`, `age`, `people`, `other`, `upto`, `times`.
    pub counting: Phrases<&'static str>,
    pub calendar: Phrases<CalendarWord>,
    pub titles: Phrases<TitleSort>,
    pub degrees: Phrases<()>,
    /// `acting`, `former`, `deputy`, `elect`, `candidate`.
    pub qualifiers: Phrases<&'static str>,
    pub expansions: Phrases<&'static str>,
    pub places: Phrases<PlaceWord>,
    pub organisation_heads: Phrases<()>,
    /// Known institutions, by any of their names: the main one.
    pub organisations: Phrases<&'static str>,
    /// Agencies and outlets, by any of their names: the main one; general words for sources have `general`.
    pub agencies: Phrases<&'static str>,
    /// By root or lemma.
    pub reporting: Phrases<Reporting>,
    /// Words that open a source: `menurut`.
    pub source_openers: Phrases<()>,
    pub quote_nouns: Phrases<()>,
    /// Ids of the frames, in the order of the file.
    pub frames: Vec<&'static str>,
    /// By root or lemma.
    pub frame_words: Phrases<Vec<FrameUse>>,
    /// By form, as written.
    pub frame_forms: Phrases<Vec<FrameUse>>,
    /// Specific noun → general nouns.
    pub kinds: FxHashMap<&'static str, Vec<&'static str>>,
    /// Nouns that some other noun is a kind of.
    pub generals: FxHashSet<&'static str>,
    /// Word → number of its set of style synonyms.
    pub same: FxHashMap<&'static str, Vec<u16>>,
    /// Word → numbers of its sets of near-synonyms.
    pub near: FxHashMap<&'static str, Vec<u16>>,
    /// Form → root or lemma.
    pub irregular: FxHashMap<&'static str, &'static str>,
    /// Word → its opposites.
    pub opposites: FxHashMap<&'static str, Vec<&'static str>>,
    /// All roots and lemmas that any list holds: what a stem may be.
    pub roots: FxHashSet<&'static str>,
    /// Single words that some list of common words holds.
    pub common: FxHashSet<&'static str>,
}

/// One file of a folder, compiled in.
macro_rules! folder {
    ($name:literal) => {
        |file: &str| -> &'static str {
            match file {
                "abbreviations" => include_str!(concat!($name, "/abbreviations.txt")),
                "function" => include_str!(concat!($name, "/function.txt")),
                "clauses" => include_str!(concat!($name, "/clauses.txt")),
                "pronouns" => include_str!(concat!($name, "/pronouns.txt")),
                "negation" => include_str!(concat!($name, "/negation.txt")),
                "modality" => include_str!(concat!($name, "/modality.txt")),
                "hedges" => include_str!(concat!($name, "/hedges.txt")),
                "numbers" => include_str!(concat!($name, "/numbers.txt")),
                "units" => include_str!(concat!($name, "/units.txt")),
                "scales" => include_str!(concat!($name, "/scales.txt")),
                "classifiers" => include_str!(concat!($name, "/classifiers.txt")),
                "counting" => include_str!(concat!($name, "/counting.txt")),
                "calendar" => include_str!(concat!($name, "/calendar.txt")),
                "titles" => include_str!(concat!($name, "/titles.txt")),
                "qualifiers" => include_str!(concat!($name, "/qualifiers.txt")),
                "expansions" => include_str!(concat!($name, "/expansions.txt")),
                "places" => include_str!(concat!($name, "/places.txt")),
                "organisations" => include_str!(concat!($name, "/organisations.txt")),
                "agencies" => include_str!(concat!($name, "/agencies.txt")),
                "reporting" => include_str!(concat!($name, "/reporting.txt")),
                "frames" => include_str!(concat!($name, "/frames.txt")),
                "relations" => include_str!(concat!($name, "/relations.txt")),
                "irregular" => include_str!(concat!($name, "/irregular.txt")),
                "pairs" => include_str!(concat!($name, "/pairs.txt")),
                "boilerplate" => include_str!(concat!($name, "/boilerplate.txt")),
                "slots" => include_str!(concat!($name, "/slots.txt")),
                _ => "",
            }
        }
    };
}

/// The lists that tell a language and the litter of its pages: read for every language, whatever a report's own is.
#[derive(Debug, Default)]
pub struct Light {
    /// Words without weight of their own.
    pub function: FxHashSet<&'static str>,
    /// `line`, `start`, `part`, `whole` → entries.
    pub boilerplate: Vec<(&'static str, &'static str)>,
    /// `photo`, `byline`, `source`, `date`, `tags` → words.
    pub slots: Vec<(&'static str, &'static str)>,
}

impl Light {
    /// The light lists of a language; empty ones for a language that has none.
    pub fn of(language: Language) -> &'static Self {
        static INDONESIAN: LazyLock<Light> = LazyLock::new(|| Light::parse(folder!("id")));
        static ENGLISH: LazyLock<Light> = LazyLock::new(|| Light::parse(folder!("en")));
        static NEUTRAL: LazyLock<Light> = LazyLock::new(Light::default);
        match language {
            Language::Indonesian => &INDONESIAN,
            Language::English => &ENGLISH,
            Language::Other => &NEUTRAL,
        }
    }

    fn parse(file: impl Fn(&str) -> &'static str) -> Self {
        Self {
            function: lines(file("function")).collect(),
            boilerplate: pairs(file("boilerplate"), ':').collect(),
            slots: lists(file("slots")).collect(),
        }
    }
}

static INDONESIAN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::parse(Language::Indonesian, folder!("id")));
static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::parse(Language::English, folder!("en")));
static NEUTRAL: LazyLock<Lexicon> = LazyLock::new(Lexicon::default);

/// The frames that both languages share, so that a report in one aligns with a report in the other.
static FRAMES: &str = include_str!("frames.txt");

/// Sets of frames that reports choose among for one happening.
static FIELDS: LazyLock<FxHashSet<(u16, u16)>> = LazyLock::new(|| {
    let ids: FxHashMap<&str, u16> = FRAMES.split_whitespace().zip(0..).collect();
    let mut related = FxHashSet::default();
    for line in lines(include_str!("fields.txt")) {
        let frames: Vec<u16> = line.split(' ').filter_map(|id| ids.get(id).copied()).collect();
        for a in &frames {
            related.extend(frames.iter().map(|b| (*a, *b)));
        }
    }
    related
});

/// Whether two different frames may tell one happening (`arrest` and `detain`, `crash` and `fall`).
pub fn related_frames(a: u16, b: u16) -> bool {
    FIELDS.contains(&(a, b))
}

impl Lexicon {
    /// The word lists of a language; empty ones for a language that has none.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Indonesian => &INDONESIAN,
            Language::English => &ENGLISH,
            Language::Other => &NEUTRAL,
        }
    }

    /// The light lists of the language.
    pub fn light(&self) -> &'static Light {
        Light::of(self.language.unwrap_or(Language::Other))
    }

    /// Whether the word carries no weight of its own.
    pub fn is_function(&self, word: &str) -> bool {
        self.light().function.contains(word)
    }

    /// Whether a word, or its stem, is a common word of the language rather than a name.
    pub fn is_common(&self, word: &str, stem: &str) -> bool {
        // `Keprotokolan`, `Pemberdayaan`: a noun made with affixes is no name.
        let derived = self.language == Some(Language::Indonesian)
            && word.len() > 8
            && word.ends_with("an")
            && (word.starts_with("ke") || word.starts_with("pe"));
        derived || self.common.contains(word) || self.roots.contains(stem) || self.titles.word(word).is_some()
    }

    fn parse(language: Language, file: impl Fn(&str) -> &'static str) -> Self {
        let mut l = Self { language: Some(language), frames: FRAMES.split_whitespace().collect(), ..Self::default() };
        for (key, value) in lines(file("abbreviations")).filter_map(|line| line.rsplit_once(' ')) {
            l.abbreviations.insert(key, if value == "never" { Final::Never } else { Final::Maybe });
        }
        for (word, opener) in pairs(file("clauses"), '=') {
            l.clauses.insert(word, opener_of(opener));
        }
        for (word, what) in pairs(file("pronouns"), '=') {
            l.pronouns.insert(word, what);
        }
        for word in lines(file("negation")) {
            l.negation.insert(word, ());
        }
        for (word, modality) in pairs(file("modality"), '=') {
            l.modality.insert(word, modality_of(modality));
        }
        for word in lines(file("classifiers")) {
            l.classifiers.insert(word, ());
        }
        for (sort, word) in lists(file("counting")) {
            l.counting.insert(word, sort);
        }
        l.parse_numbers(&file);
        l.parse_calendar(file("calendar"));
        l.parse_names(&file);
        l.parse_events(&file);
        l.parse_relations(&file);
        l.parse_common(&file);
        l
    }

    fn parse_numbers(&mut self, file: &impl Fn(&str) -> &'static str) {
        for (word, hedge) in pairs(file("hedges"), '=') {
            self.hedges.insert(word, hedge_of(hedge));
        }
        for (word, value) in pairs(file("numbers"), '=') {
            if let Some(number) = number_of(value) {
                self.numbers.insert(word, number);
            }
        }
        for (key, names) in pairs(file("units"), '=') {
            let mut parts = key.split_whitespace();
            let (Some(dimension), Some(id), Some(Ok(factor))) =
                (parts.next(), parts.next(), parts.next().map(str::parse))
            else {
                continue;
            };
            let unit = Unit { dimension, id, factor };
            for name in split(names) {
                match name.strip_suffix('!') {
                    Some(cased) => drop(self.cased_units.insert(cased, unit)),
                    None => self.units.insert(name, unit),
                }
            }
        }
        for (word, value) in pairs(file("scales"), '=') {
            let (word, money) = word.strip_suffix('!').map_or((word, false), |w| (w.trim(), true));
            let (value, money) = value.strip_suffix('!').map_or((value, money), |v| (v.trim(), true));
            if let Ok(factor) = value.parse() {
                self.scales.insert(word, (factor, money));
            }
        }
    }

    fn parse_calendar(&mut self, text: &'static str) {
        for (key, names) in pairs(text, '=') {
            let Some((sort, value)) = key.split_once(' ') else {
                continue;
            };
            let word = match sort {
                "month" => value.parse().ok().map(CalendarWord::Month),
                "weekday" => value.parse().ok().map(CalendarWord::Weekday),
                "daypart" => {
                    let (from, to) = value.split_once('-').unwrap_or((value, value));
                    from.parse().ok().zip(to.parse().ok()).map(|(a, b)| CalendarWord::Daypart(a, b))
                }
                "relative" => value.parse().ok().map(CalendarWord::Relative),
                "zone" => value.parse().ok().map(CalendarWord::Zone),
                "word" => Some(CalendarWord::Word(value)),
                "unit" => Some(CalendarWord::Unit(value)),
                _ => None,
            };
            let Some(word) = word else { continue };
            for name in split(names) {
                self.calendar.insert(name, word);
            }
        }
    }

    fn parse_names(&mut self, file: &impl Fn(&str) -> &'static str) {
        for (key, word) in lists(file("titles")) {
            match key {
                "office" => self.titles.insert(word, TitleSort::Office),
                "role" => self.titles.insert(word, TitleSort::Role),
                "rank" => self.titles.insert(word, TitleSort::Rank),
                "honorific" => self.titles.insert(word, TitleSort::Honorific),
                _ => self.degrees.insert(word, ()),
            }
        }
        for (what, words) in pairs(file("qualifiers"), '=') {
            for word in split(words) {
                self.qualifiers.insert(word, what);
            }
        }
        for (short, long) in pairs(file("expansions"), '=') {
            // In small letters two or three are another word: as, ma, pan, its.
            match short.len() {
                0..=3 if !short.ends_with('!') => self.expansions.insert(&format!("{short}!"), long),
                _ => self.expansions.insert(short, long),
            }
        }
        for (sort, entries) in pairs(file("places"), ':') {
            for entry in split_places(entries) {
                let (name, others) = entry.split_once('=').map_or((entry, ""), |(a, b)| (a.trim(), b));
                let main = if sort == "demonym" { others.trim() } else { name };
                self.places.insert(name, PlaceWord { sort, name: main });
                if sort != "demonym" {
                    for other in split(others) {
                        self.places.insert(other, PlaceWord { sort, name: main });
                    }
                }
            }
        }
        for (sort, entries) in pairs(file("organisations"), ':') {
            if sort == "head" {
                for head in split(entries) {
                    self.organisation_heads.insert(head, ());
                }
            } else {
                let (main, others) = entries.split_once('=').unwrap_or((entries, ""));
                let main = main.trim();
                for name in std::iter::once(main).chain(split(others)) {
                    self.organisations.insert(name, main);
                }
            }
        }
        for line in lines(file("agencies")) {
            if let Some(words) = line.strip_prefix("general:") {
                for word in split(words) {
                    self.agencies.insert(word, "general");
                }
            } else {
                let (main, others) = line.split_once('=').unwrap_or((line, ""));
                let main = main.trim();
                for name in std::iter::once(main).chain(split(others)) {
                    self.agencies.insert(name, main);
                }
            }
        }
    }

    fn parse_events(&mut self, file: &impl Fn(&str) -> &'static str) {
        for (key, word) in lists(file("reporting")) {
            let verb = match key {
                "say" => Reporting::Say,
                "deny" => Reporting::Deny,
                "confirm" => Reporting::Confirm,
                "ask" => Reporting::Ask,
                "after" => {
                    self.source_openers.insert(word, ());
                    continue;
                }
                _ => {
                    self.quote_nouns.insert(word, ());
                    continue;
                }
            };
            self.reporting.insert(word, verb);
            self.roots.insert(word);
        }
        let ids: FxHashMap<&str, u16> = self.frames.iter().zip(0..).map(|(id, n)| (*id, n)).collect();
        let mut uses: Vec<(&'static str, FrameUse)> = Vec::new();
        for (key, word) in lists(file("frames")) {
            let (key, noun) = key.strip_suffix(".n").map_or((key, false), |k| (k, true));
            let (key, converse) = key.strip_suffix('~').map_or((key, false), |k| (k, true));
            let Some(&frame) = ids.get(key) else { continue };
            uses.push((word, FrameUse { frame, converse, noun }));
            if !noun && !word.starts_with('=') && !word.contains(' ') {
                self.roots.insert(word);
            }
        }
        uses.sort_by_key(|u| u.0);
        for same in uses.chunk_by(|a, b| a.0 == b.0) {
            let uses: Vec<FrameUse> = same.iter().map(|u| u.1).collect();
            match same[0].0.strip_prefix('=') {
                Some(form) => self.frame_forms.insert(form, uses),
                None => self.frame_words.insert(same[0].0, uses),
            }
        }
        for (lemma, forms) in pairs(file("irregular"), '=') {
            for form in split(forms) {
                self.irregular.insert(form, lemma);
            }
            self.roots.insert(lemma);
        }
    }

    /// Words of the lists of common words, many-word entries taken apart.
    fn parse_common(&mut self, file: &impl Fn(&str) -> &'static str) {
        let texts = ["relations", "frames", "titles", "classifiers", "pairs", "function", "reporting"];
        let words =
            texts.iter().flat_map(|name| lines(file(name))).flat_map(|line| line.split([' ', ',', ':', '=', '>']));
        self.common.extend(words.map(str::trim).filter(|w| w.len() > 2));
        // The long sides of abbreviations, unless a place.
        for (_, long) in pairs(file("expansions"), '=') {
            if self.places.longest(&super::tokens::of_str(long), 0).is_none() {
                self.common.extend(long.split(' ').filter(|w| w.len() > 2));
            }
        }
    }

    fn parse_relations(&mut self, file: &impl Fn(&str) -> &'static str) {
        let (mut same, mut near) = (0, 0);
        for (sort, entries) in pairs(file("relations"), ':') {
            match sort {
                "kind" => {
                    let Some((general, specific)) = entries.split_once('>') else {
                        continue;
                    };
                    for word in split(specific) {
                        self.kinds.entry(word).or_default().push(general.trim());
                    }
                }
                "same" => {
                    for word in split(entries) {
                        self.same.entry(word).or_default().push(same);
                    }
                    same += 1;
                }
                _ => {
                    for word in split(entries) {
                        self.near.entry(word).or_default().push(near);
                    }
                    near += 1;
                }
            }
        }
        for (a, b) in pairs(file("pairs"), '=') {
            for b in split(b) {
                self.opposites.entry(a).or_default().push(b);
                self.opposites.entry(b).or_default().push(a);
            }
        }
    }
}

/// The entries of a file, comments and blank lines left out.
fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines()
        .map(|line| line.split_once(" # ").map_or(line, |(entry, _)| entry).trim())
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// `left SIGN right`.
fn pairs(text: &'static str, sign: char) -> impl Iterator<Item = (&'static str, &'static str)> {
    lines(text).filter_map(move |line| line.split_once(sign)).map(|(a, b)| (a.trim(), b.trim()))
}

/// `key: a, b, c` → (key, a), (key, b), (key, c).
fn lists(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    pairs(text, ':').flat_map(|(key, words)| split(words).map(move |word| (key, word)))
}

fn split(words: &'static str) -> impl Iterator<Item = &'static str> {
    words.split(',').map(str::trim).filter(|word| !word.is_empty())
}

/// Entries of a line of places: with `=` the whole line is one entry, whose other names follow the sign.
fn split_places(entries: &'static str) -> Vec<&'static str> {
    if entries.contains('=') { vec![entries] } else { split(entries).collect() }
}

fn opener_of(word: &str) -> Opener {
    match word {
        "time" => Opener::Time,
        "cause" => Opener::Cause,
        "purpose" => Opener::Purpose,
        "condition" => Opener::Condition,
        "concession" => Opener::Concession,
        "relative" => Opener::Relative,
        "content" => Opener::Content,
        "contrast" => Opener::Contrast,
        "manner" => Opener::Manner,
        _ => Opener::Coordinate,
    }
}

fn modality_of(word: &str) -> Modality {
    match word {
        "done" => Modality::Done,
        "planned" => Modality::Planned,
        "possible" => Modality::Possible,
        "alleged" => Modality::Alleged,
        "reported" => Modality::Reported,
        _ => Modality::Told,
    }
}

fn hedge_of(word: &str) -> Hedge {
    match word {
        "min" => Hedge::Min,
        "max" => Hedge::Max,
        "more" => Hedge::More,
        "less" => Hedge::Less,
        "range" => Hedge::Range,
        _ => Hedge::About,
    }
}

fn number_of(value: &str) -> Option<NumberWord> {
    let number = |text: &str| text.parse::<f64>().ok();
    if let Some(rest) = value.strip_prefix('*') {
        return number(rest).map(NumberWord::Times);
    }
    if let Some(rest) = value.strip_prefix('+') {
        return number(rest).map(NumberWord::Plus);
    }
    if let Some(rest) = value.strip_prefix('#') {
        return number(rest).map(NumberWord::Ordinal);
    }
    if let Some((from, to)) = value.split_once("..") {
        let (to, never) = to.strip_suffix('~').map_or((to, false), |t| (t, true));
        return Some(NumberWord::Vague(number(from)?, number(to)?, never));
    }
    number(value).map(NumberWord::Value)
}
