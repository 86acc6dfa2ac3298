//! What a style guide makes of findings, and what it must leave alone.

use super::*;
use crate::compare::testing;
use crate::model::Language;
use crate::model::style::Person;

fn guide(spellings: &[(&str, &[&str])], people: &[(&str, &[&str], &[&str])]) -> &'static Style {
    let own = |texts: &[&str]| texts.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>();
    let spelling = |(p, v): &(&str, &[&str])| Spelling { preferred: (*p).to_owned(), variants: own(v), kind: None };
    let person =
        |(n, a, t): &(&str, &[&str], &[&str])| Person { name: (*n).to_owned(), aliases: own(a), titles: own(t) };
    Box::leak(Box::new(Style {
        spellings: spellings.iter().map(spelling).collect(),
        people: people.iter().map(person).collect(),
        ..Style::default()
    }))
}

/// `kind severity subject: reading / reading → suggestion`, of names, titles, places and terms.
fn told(style: &'static Style, texts: &[&str]) -> Vec<String> {
    let mut story = testing::story(Language::Indonesian, texts, &[]);
    story.style = style;
    (story.entities, story.entity_of) = crate::align::entities::entities(&story.sources, &style.people);
    let findings = crate::compare::compare(&story);
    let spelt = |f: &&Finding| matches!(f.kind, Kind::Name | Kind::Title | Kind::Place | Kind::Term);
    let line = |f: &Finding| {
        let values: Vec<&str> = f.readings.iter().map(|r| r.value.as_str()).collect();
        let suggestion = f.suggestion.as_ref().map_or("", |s| &s.value);
        format!("{} {} {}: {} → {suggestion}", f.kind, f.severity, f.subject, values.join(" / "))
    };
    findings.iter().filter(spelt).map(line).collect()
}

#[test]
fn a_variant_is_a_finding_even_where_all_agree() {
    let style = guide(&[("Tiongkok", &["Cina"]), ("gawai", &["gadget"])], &[]);
    let texts = ["Kapal itu tiba dari Cina kemarin membawa gadget.", "Kapal dari Cina merapat di pelabuhan."];
    assert_eq!(told(style, &texts), ["place variant Tiongkok: Cina → Tiongkok", "term variant gawai: gadget → gawai"]);
    assert_eq!(told(guide(&[("Tiongkok", &["Chinna"])], &[]), &texts), [""; 0], "no report writes it so");
}

#[test]
fn parts_of_words_and_of_longer_forms_are_no_variants() {
    let style = guide(&[("Bank Sentral Rakyat", &["Bank Sentral"]), ("cuti", &["cut"])], &[]);
    assert_eq!(told(style, &["Bank Sentral Rakyat memberi pegawai cuti."]), [""; 0]);
    let capitals = guide(&[("MediaKita", &["Mediakita"])], &[]);
    assert_eq!(told(capitals, &["Kabar itu dimuat MediaKita kemarin."]), [""; 0]);
    assert_eq!(told(capitals, &["Kabar itu dimuat Mediakita kemarin."]).len(), 1);
}

#[test]
fn the_guide_settles_a_finding_that_is_there() {
    let texts = [
        "Wali Kota Sergei Hartanto datang. Sergei Hartanto tersenyum.",
        "Wali Kota Sergey Hartanto datang. Sergey Hartanto tersenyum.",
    ];
    let style = guide(&[("Sergey Hartanto", &["Sergei Hartanto"])], &[]);
    let found = told(style, &texts);
    assert_eq!(found, ["name variant Sergey Hartanto: Sergey Hartanto / Sergei Hartanto → Sergey Hartanto"]);
}

#[test]
fn names_of_one_person_are_all_right() {
    let texts = [
        "Wali Kota Sergei Hartanto datang. Sergei Hartanto tersenyum.",
        "Wali Kota Sergey Hartanto datang. Sergey Hartanto tersenyum.",
    ];
    assert_eq!(told(guide(&[], &[]), &texts).len(), 1);
    assert_eq!(told(guide(&[], &[("Sergey Hartanto", &["Sergei Hartanto"], &[])]), &texts), [""; 0]);
}

#[test]
fn a_title_that_is_none_of_the_person_s_is_a_finding() {
    let texts = ["Gubernur Budi Raharjo datang ke pasar.", "Gubernur Budi Raharjo tiba di pasar."];
    let with = |titles: &'static [&'static str]| guide(&[], &[("Budi Raharjo", &[], titles)]);
    assert_eq!(told(with(&["Bupati"]), &texts), ["title variant Budi Raharjo: Gubernur → Bupati"]);
    assert_eq!(told(with(&["Gubernur Jawa Barat"]), &texts), [""; 0], "part of a title is that title");
    assert_eq!(told(with(&[]), &texts), [""; 0]);
}

#[test]
fn levels_change_severities_and_switch_kinds_off() {
    let finding = |kind, severity| Finding {
        id: String::new(),
        kind,
        severity,
        subject: String::new(),
        readings: Vec::new(),
        absent: Vec::new(),
        suggestion: None,
        statements: Vec::new(),
    };
    let all = vec![
        finding(Kind::Name, Severity::Variant),
        finding(Kind::Name, Severity::Gap),
        finding(Kind::Coverage, Severity::Gap),
        finding(Kind::Term, Severity::Variant),
    ];
    let levels_of = |asked: &[Kind]| {
        let mut findings = all.clone();
        let levels = vec![
            (Kind::Name, Level::At(Severity::Conflict)),
            (Kind::Coverage, Level::At(Severity::Variant)),
            (Kind::Term, Level::Off),
        ];
        levels_in(&mut findings, levels, asked);
        findings.iter().map(|f| format!("{} {}", f.kind, f.severity)).collect::<Vec<_>>()
    };
    assert_eq!(levels_of(&[]), ["name conflict", "coverage variant", "name gap"]);
    assert_eq!(levels_of(&[Kind::Term]).len(), 4, "a kind that is asked for is compared");
}

fn levels_in(findings: &mut Vec<Finding>, levels: Vec<(Kind, Level)>, asked: &[Kind]) {
    super::levels(findings, &Style { levels, ..Style::default() }, asked);
}
