//! Files of word lists to tables: one method a group of files, see `FORMAT.md`.

use rustc_hash::FxHashMap;

use super::{
    CalendarWord, Denial, FRAMES, Final, FrameUse, Hedge, Lexicon, NumberWord, Own, PlaceWord, Reporting, Unit,
};
use crate::language::tokens;
use crate::model::mention::{Modality, TitleSort};
use crate::model::{Language, Opener};

impl Lexicon {
    /// Parses all files of a folder.
    pub(super) fn parse(language: Language, file: impl Fn(&str) -> &'static str, own: &'static Own) -> Self {
        let mut frames: Vec<&'static str> = FRAMES.split_whitespace().collect();
        own.name_events(&mut frames);
        let mut l = Self { language: Some(language), frames, ..Self::default() };
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
        l.parse_denials(&file);
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
        l.parse_events(&file, own.uses(language, &l.frames));
        let same = l.parse_relations(&file);
        l.add_own(language, own, same);
        l.parse_common(&file);
        l
    }

    fn parse_denials(&mut self, file: &impl Fn(&str) -> &'static str) {
        for word in lines(file("causes")) {
            self.causes.insert(word, ());
        }
        for (sort, word) in lists(file("suspicion")) {
            self.suspicion.insert(word, sort);
        }
        for (way, word) in lists(file("channels")) {
            self.channels.insert(word, way);
        }
        for (sort, word) in lists(file("denial")) {
            let denial = match sort {
                "before" => {
                    self.prepositions.insert(word);
                    continue;
                }
                "deny" => Denial::Deny,
                "none" => Denial::None,
                "open" => Denial::Open,
                "must" => Denial::Must,
                _ => Denial::Through,
            };
            self.denial.insert(word, denial);
        }
        let mut sides: Vec<(&'static str, (u16, bool))> = Vec::new();
        for (number, (left, right)) in (0..).zip(pairs(file("contraries"), '|')) {
            sides.extend(split(left).map(|word| (word, (number, false))));
            sides.extend(split(right).map(|word| (word, (number, true))));
        }
        sides.sort_unstable();
        for same in sides.chunk_by(|a, b| a.0 == b.0) {
            self.contraries.insert(same[0].0, same.iter().map(|s| s.1).collect());
        }
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
                0..=3 if !short.ends_with('!') => self.expansions.insert_in_capitals(short, long),
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

    fn parse_events(&mut self, file: &impl Fn(&str) -> &'static str, own: Vec<(&'static str, FrameUse)>) {
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
        // As they are written, too: the user need not know what the roots of the language are.
        let mut uses = own;
        for (word, what) in &uses {
            self.frame_forms.insert(word, vec![*what]);
            if !what.noun && !word.contains(' ') {
                self.roots.insert(word);
            }
        }
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
            if self.places.longest(&tokens::of_str(long), 0).is_none() {
                self.common.extend(long.split(' ').filter(|w| w.len() > 2));
            }
        }
    }

    /// Returns how many sets of style synonyms there are.
    fn parse_relations(&mut self, file: &impl Fn(&str) -> &'static str) -> u16 {
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
        same
    }
}

/// The entries of a file, comments and blank lines left out.
pub(super) fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines()
        .map(|line| line.split_once(" # ").map_or(line, |(entry, _)| entry).trim())
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// `left SIGN right`.
pub(super) fn pairs(text: &'static str, sign: char) -> impl Iterator<Item = (&'static str, &'static str)> {
    lines(text).filter_map(move |line| line.split_once(sign)).map(|(a, b)| (a.trim(), b.trim()))
}

/// `key: a, b, c` → (key, a), (key, b), (key, c).
pub(super) fn lists(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
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
