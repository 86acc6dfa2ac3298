//! The word lists of one language, parsed once.

mod own;
mod parse;

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Phrases;
use crate::model::mention::{Modality, TitleSort};
use crate::model::{Language, Opener};
pub use own::{Own, OwnFrame, Synonyms, add};
use parse::{lines, lists, pairs};

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

/// What a word does to a denial.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Denial {
    /// Denies what stands behind it.
    Deny,
    /// Denies it of all.
    None,
    /// Lets a negation before it reach what stands behind it.
    Through,
    /// Leaves it open.
    Open,
    /// Makes it a rule: what must not be may be so.
    Must,
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
    /// As written.
    pub denial: Phrases<Denial>,
    /// Words that open a phrase of place, time, means or end.
    pub prepositions: FxHashSet<&'static str>,
    /// Number of a pair of contraries, and whether the word is on its right side.
    pub contraries: Phrases<Vec<(u16, bool)>>,
    pub modality: Phrases<Modality>,
    /// `offence`, `suspected`, `case`, `will`, `ability`.
    pub suspicion: Phrases<&'static str>,
    /// Words behind which a cause stands.
    pub causes: Phrases<()>,
    /// How a source told it: `written`, `conference`, `call`, `message`, `met`, `asked`, `post`, `broadcast`.
    pub channels: Phrases<&'static str>,
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
                "denial" => include_str!(concat!($name, "/denial.txt")),
                "contraries" => include_str!(concat!($name, "/contraries.txt")),
                "suspicion" => include_str!(concat!($name, "/suspicion.txt")),
                "causes" => include_str!(concat!($name, "/causes.txt")),
                "channels" => include_str!(concat!($name, "/channels.txt")),
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
            Language::German | Language::French | Language::Other => &NEUTRAL,
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

static INDONESIAN: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::parse(Language::Indonesian, folder!("id"), own::own()));
static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::parse(Language::English, folder!("en"), own::own()));
static NEUTRAL: LazyLock<Lexicon> = LazyLock::new(Lexicon::default);
static GERMAN: LazyLock<Lexicon> = LazyLock::new(|| without_lists(Language::German));
static FRENCH: LazyLock<Lexicon> = LazyLock::new(|| without_lists(Language::French));

/// A language of which only the stems are known.
fn without_lists(language: Language) -> Lexicon {
    Lexicon { language: Some(language), ..Lexicon::default() }
}

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
            Language::German => &GERMAN,
            Language::French => &FRENCH,
            Language::Other => &NEUTRAL,
        }
    }

    /// Whether there are any lists: German and French have stems alone.
    pub fn has_lists(&self) -> bool {
        self.language.is_some_and(Language::has_lists)
    }

    /// The light lists of the language.
    pub fn light(&self) -> &'static Light {
        Light::of(self.language.unwrap_or(Language::Other))
    }

    /// Whether the word is a preposition.
    pub fn is_preposition(&self, word: &str) -> bool {
        self.prepositions.contains(word)
    }

    /// Whether the word opens a question told in other words (`apakah`, `whether`).
    pub fn asks(&self, word: &str) -> bool {
        matches!(word, "apakah" | "whether" | "kah" | "mengapa" | "bagaimana")
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
}
