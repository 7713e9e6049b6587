//! Every pattern of the catalogue.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::samples::Dice;
use super::{oracle, pattern};

/// How many values each pattern is tried on.
const VALUES: u64 = 10_000;

#[test]
fn every_pattern_of_the_catalogue_agrees_with_the_regex_crate() {
    let sources = sources();
    assert!(sources.len() >= 20, "only {} patterns were found", sources.len());
    for source in sources {
        let (pattern, oracle) = (pattern(&source), oracle(&ascii(&source)));
        let hir = regex_syntax::parse(&ascii(&source)).expect("the oracle compiled it");
        let mut accepted = 0;
        for seed in 0..VALUES {
            let mut dice = Dice::new(seed);
            let matching = dice.matching(&hir);
            let value = match seed % 4 {
                0 | 1 => matching,
                2 => dice.near(&matching),
                _ if seed % 16 == 3 => dice.arbitrary(),
                _ => format!("{}{}", dice.near(&matching), dice.one_of(&["", "\n", " "])),
            };
            let expected = oracle.is_match(&value);
            accepted += u64::from(expected);
            assert_eq!(pattern.is_match(&value), expected, "{source} on {value:?}");
        }
        assert!(
            (VALUES / 3..VALUES).contains(&accepted),
            "{source} accepted {accepted} of {VALUES}"
        );
    }
}

/// An expression with the classes of Perl written out; none of the catalogue ignores case.
fn ascii(source: &str) -> String {
    assert!(!source.contains("(?i"));
    source.replace(r"[\s-]", r"[\t-\r -]").replace(r"\d", "[0-9]")
}

/// The patterns in the catalogue's files.
fn sources() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../enkash-sandbox/catalogue");
    let mut sources = BTreeSet::new();
    for file in
        fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
    {
        let path = file.expect("the folder can be listed").path();
        if path.extension().is_some_and(|extension| extension == "yaml") {
            sources.extend(patterns(&fs::read_to_string(&path).expect("the file can be read")));
        }
    }
    sources
}

/// The values of the keys `pattern` of a YAML text; they are quoted there, for their signs' sake.
fn patterns(text: &str) -> impl Iterator<Item = String> {
    const KEY: &str = "pattern: ";
    text.match_indices(KEY)
        .filter(|(at, _)| {
            !text[..*at].ends_with(|before: char| before.is_alphanumeric() || before == '-')
        })
        .map(|(at, _)| quoted(&text[at + KEY.len()..]))
}

/// The quoted scalar that a text begins with.
fn quoted(text: &str) -> String {
    let mut rest = text.chars().peekable();
    let quote =
        rest.next().filter(|quote| matches!(quote, '\'' | '"')).expect("a pattern is quoted");
    let mut value = String::new();
    while let Some(character) = rest.next() {
        match character {
            '\'' if quote == '\'' && rest.next_if_eq(&'\'').is_some() => value.push('\''),
            '\\' if quote == '"' => value.push(
                rest.next()
                    .filter(|escaped| matches!(escaped, '\\' | '"'))
                    .expect("a simple escape"),
            ),
            _ if character == quote => break,
            '\n' => panic!("a pattern is on one line"),
            _ => value.push(character),
        }
    }
    value
}
