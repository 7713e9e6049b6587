//! The compiled pattern says what the `regex` crate says.

use proptest::prelude::*;

use super::super::compile;
use super::samples::Dice;
use super::written::expression;
use super::{emitted, oracle, pattern, runner};

/// How many values each random expression is tried on.
const VALUES: usize = 30;

#[test]
fn agrees_with_the_regex_crate_on_random_expressions() {
    runner(1_500)
        .run(&(expression(), any::<u64>()), |(written, seed)| {
            let oracle = oracle(&written.theirs);
            let compiled = match compile(&written.ours) {
                Ok(compiled) => compiled,
                // What is refused matches nothing, or is large.
                Err(error) if error.message().contains("can never match") => {
                    let mut dice = Dice::new(seed);
                    let hir = regex_syntax::parse(&written.theirs).expect("the oracle compiled it");
                    for _ in 0..VALUES {
                        prop_assert!(!oracle.is_match(&dice.matching(&hir)));
                    }
                    return Ok(());
                }
                Err(error) => return Err(TestCaseError::fail(error.message().to_owned())),
            };
            let pattern = emitted(&compiled);
            prop_assert_eq!(compiled.matches_empty(), oracle.is_match(""));
            let mut dice = Dice::new(seed);
            let hir = regex_syntax::parse(&written.theirs).expect("the oracle compiled it");
            for _ in 0..VALUES {
                let matching = dice.matching(&hir);
                for value in [dice.near(&matching), dice.arbitrary(), matching] {
                    prop_assert_eq!(
                        pattern.is_match(&value),
                        oracle.is_match(&value),
                        "on {:?}",
                        value
                    );
                }
            }
            Ok(())
        })
        .unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn the_whole_value_must_match() {
    for source in ["ab", "^ab$", "^ab", "ab$", r"\Aab\z"] {
        let pattern = pattern(source);
        assert!(pattern.is_match("ab"), "{source}");
        for value in ["", "a", "abc", "xab", "ab\n", "\nab"] {
            assert!(!pattern.is_match(value), "{source} on {value:?}");
        }
    }
    let either = pattern("a|ab|abc");
    assert!(["a", "ab", "abc"].iter().all(|value| either.is_match(value)));
}

#[test]
fn the_classes_of_perl_are_ascii() {
    for (source, matching, others) in [
        (r"\d", "0123456789", "१٣"),
        (r"\w", "azAZ09_", "éſ\u{212a}स१"),
        (r"(?i)\w", "azAZ09_", "éſ\u{212a}स"),
        (r"(?i)[\w.]", "azAZ09_.", "éſ\u{212a}स"),
        (r"(?i)[^\W]", "azAZ09_kKsS", "éſ\u{212a}स"),
        (r"(?i)[\wk]", "azAZ09_\u{212a}", "éſस"),
        (r"\s", "\t\n\u{b}\u{c}\r ", "\u{a0}\u{85}\u{2028}"),
        (r"\D", "aé१٣\u{10ffff}", "0123456789"),
        (r"\W", "é\u{212a}ſ -", "azAZ09_"),
        (r"\S", "a\u{a0}\u{2028}", "\t\n\u{b}\u{c}\r "),
        (r"[^\d\s]", "a१\u{a0}", "0 "),
        (r"[\w&&[^\d]]", "azAZ_", "09é"),
        (r"(?-u:\w)", "azAZ09_", "éſ\u{212a}"),
    ] {
        let pattern = pattern(source);
        for (characters, expected) in [(matching, true), (others, false)] {
            for character in characters.chars() {
                let value = character.to_string();
                assert_eq!(pattern.is_match(&value), expected, "{source} on {value:?}");
            }
        }
    }
}

#[test]
fn boundaries_are_those_of_ascii_words() {
    let pattern = pattern(r"\w+\b.+");
    assert!(pattern.is_match("abé"));
    assert!(pattern.is_match("a "));
    assert!(!pattern.is_match("ab"));
}

#[test]
fn flags_are_followed() {
    for (source, matching, other) in [
        ("(?i)kc", "kC", "ck"),
        ("(?i)k", "\u{212a}", "c"),
        ("a(?i)b|C", "aB", "Ab"),
        ("a(?i)b|C", "c", "A"),
        ("(?x) a b # comment\n c", "abc", "a b"),
        ("(?s).", "\n", ""),
        (".", "é", "\n"),
        ("(?m)a$\n^b", "a\nb", "ab"),
        ("(?R)(?m)a$\r\n^b", "a\r\nb", "a\rb"),
        ("(?R)(?m)x|a\r^\nb", "x", "a\r\nb"),
        ("(?R)(?m)x|a\r$\nb", "x", "a\r\nb"),
        ("(?R)(?m)a\r^b", "a\rb", "ab"),
        ("(?U)a+", "aaa", "b"),
        (r"(?i:a)[\wk]", "Ak", "a\u{212a}"),
    ] {
        let pattern = pattern(source);
        assert!(pattern.is_match(matching), "{source} on {matching:?}");
        assert!(!pattern.is_match(other), "{source} on {other:?}");
    }
}

#[test]
fn works_in_constants() {
    // `^a[b-c]$`
    const TABLES: &[u8; 128 + 9] = &{
        let mut tables = [0; 128 + 9];
        (tables[b'a' as usize], tables[b'b' as usize], tables[b'c' as usize]) = (1, 2, 2);
        let transitions = [255, 255, 255, 255, 6, 255, 255, 255, 0];
        let mut at = 0;
        while at < transitions.len() {
            tables[128 + at] = transitions[at];
            at += 1;
        }
        tables
    };
    const PATTERN: enkash_core::pattern::Pattern =
        enkash_core::pattern::Pattern::__new("^a[b-c]$", TABLES, 9, 3, 3);
    const { assert!(PATTERN.is_match("ab") && PATTERN.is_match("ac")) };
    const { assert!(!PATTERN.is_match("a") && !PATTERN.is_match("abc") && !PATTERN.is_match("aé")) };
    assert_eq!(PATTERN, pattern("^a[b-c]$"));
    assert_eq!(format!("{PATTERN:?}"), r#"Pattern("^a[b-c]$")"#);
}
