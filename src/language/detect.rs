//! Which language a text is in: whatlang chooses between the two that have word lists, and the share of function words
//! says whether it is either of them at all (a detector that may only answer Indonesian or English calls German English).

use super::lexicon::Light;
use super::tokens;
use crate::model::{Language, Shape, Span, Token};

/// Bytes of a text that are looked at: enough for any share to settle, so that long texts cost no more.
const LOOKED_AT: usize = 16 * 1024;
/// Words from which on the share of function words decides.
const LONG: usize = 20;
/// Share of function words from which on a longer text is in the language without further question. News in Indonesian
/// and English has 0.20 to 0.50; German read with the English list, or Tagalog with the Indonesian one, at most 0.15.
const SURE_SHARE: f64 = 0.18;
/// Share below which it is not, whatever whatlang says. Texts of names and scores (a squad, a table) lie in between.
const LEAST_SHARE: f64 = 0.05;

/// The language of a text. Malay counts as Indonesian.
pub fn detect(text: &str) -> Language {
    let end = text.floor_char_boundary(LOOKED_AT);
    let mut all = Vec::new();
    tokens::tokens(text, Span::new(0, end), &mut all);
    let words: Vec<&Token> = all.iter().filter(|t| !matches!(t.shape, Shape::Mark | Shape::Number)).collect();
    let hits = |language| words.iter().filter(|t| Light::of(language).function.contains(&*t.norm)).count();
    let (indonesian, english) = (hits(Language::Indonesian), hits(Language::English));
    let best = if indonesian >= english { Language::Indonesian } else { Language::English };
    let most = indonesian.max(english);
    if words.len() >= LONG {
        #[allow(clippy::cast_precision_loss, reason = "a few thousand words")]
        let share = most as f64 / words.len() as f64;
        let agreed = || whatlang::detect_lang(&text[..end]).is_some_and(|lang| of_lang(lang) == best);
        return if share >= SURE_SHARE || share >= LEAST_SHARE && agreed() { best } else { third(&text[..end]) };
    }
    match indonesian.cmp(&english) {
        std::cmp::Ordering::Equal => guess(&text[..end]),
        _ => best,
    }
}

/// A language without word lists: German and French have stems.
fn third(text: &str) -> Language {
    match whatlang::detect_lang(text) {
        Some(whatlang::Lang::Deu) => Language::German,
        Some(whatlang::Lang::Fra) => Language::French,
        _ => Language::Other,
    }
}

/// For a headline without a telling word: whatlang, unless it is sure of a third language.
fn guess(text: &str) -> Language {
    use whatlang::{Detector, Lang};
    match whatlang::detect(text) {
        None => return Language::Other,
        Some(info) if info.is_reliable() && !matches!(info.lang(), Lang::Ind | Lang::Eng) => return Language::Other,
        Some(info) if info.script() != whatlang::Script::Latin => return Language::Other,
        Some(_) => {}
    }
    Detector::with_allowlist(vec![Lang::Ind, Lang::Eng]).detect_lang(text).map_or(Language::Other, of_lang)
}

fn of_lang(lang: whatlang::Lang) -> Language {
    match lang {
        whatlang::Lang::Ind => Language::Indonesian,
        whatlang::Lang::Eng => Language::English,
        _ => Language::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_languages_are_told_apart_by_a_headline() {
        for text in
            ["Kim Jong Un dan Vladimir Putin Saling Tukar Hadiah", "Polisi tangkap tiga pelaku pencurian di Medan"]
        {
            assert_eq!(detect(text), Language::Indonesian, "{text}");
        }
        for text in ["Two killed as ferry sinks off Samoa", "Storm hits the coast of Florida"] {
            assert_eq!(detect(text), Language::English, "{text}");
        }
    }

    #[test]
    fn a_third_language_is_neither() {
        for text in [
            "Der Bundeskanzler hat am Mittwoch in Berlin gesagt, dass die Regierung an ihrem Plan festhalten will. Die \
             Opposition warf ihm vor, er habe das Land in eine Krise geführt, und forderte einen Rücktritt.",
            "Le président de la République a déclaré mercredi que le gouvernement ne changerait pas de politique, malgré \
             les manifestations qui ont réuni des milliers de personnes dans les rues de Paris et de Lyon.",
            "De minister zei woensdag dat het kabinet niet van plan is om de wet in te trekken, ook al was er veel kritiek \
             in de Tweede Kamer en bij de gemeenten, die het geld nu zelf moeten vinden.",
            "Sinabi ng pangulo noong Miyerkules na hindi magbabago ang patakaran ng pamahalaan sa kabila ng mga protesta \
             ng libu-libong mamamayan sa mga lansangan ng Maynila at sa iba pang lungsod ng bansa.",
            "Президент заявил в среду, что правительство не изменит своей политики, несмотря на протесты.",
            "",
            "12 34",
        ] {
            assert!(!detect(text).has_lists(), "{text}");
        }
    }

    #[test]
    fn german_and_french_have_stems() {
        let german = "Der Stadtrat hat am Mittwoch gesagt, dass er an dem Plan festhalten will, obwohl viele Bürger dagegen sind \
             und sich bereits mehrere tausend Menschen in eine Liste eingetragen haben.";
        let french = "Le conseil a déclaré mercredi que la ville ne changerait pas de projet malgré les manifestations qui ont \
             réuni plusieurs milliers de personnes devant la mairie.";
        let dutch = "De minister zei woensdag dat het kabinet niet van plan is om de wet in te trekken, ook al was er veel \
                     kritiek op het plan van de gemeenten.";
        assert_eq!([german, french, dutch].map(detect), [Language::German, Language::French, Language::Other]);
    }

    #[test]
    fn malay_counts_as_indonesian() {
        let text = "Perdana Menteri berkata kerajaan tidak akan mengubah dasar itu walaupun dibantah oleh pembangkang di \
                    Parlimen pada hari Rabu, dan beliau meminta semua pihak supaya bersabar.";
        assert_eq!(detect(text), Language::Indonesian);
    }
}
