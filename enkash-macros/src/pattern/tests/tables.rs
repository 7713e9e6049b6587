//! The tables are as small as they can be.

use proptest::prelude::*;

use super::super::compile;
use super::written::expression;
use super::{pattern, runner};

/// How many bytes the tables of an expression have, beside the 128 of the ASCII characters.
fn bytes(source: &str) -> usize {
    compile(source).unwrap_or_else(|error| panic!("{}", error.message())).table_bytes() - 128
}

#[test]
fn tables_are_small() {
    // States times columns, the dead state not counted, the column that leads nowhere counted.
    assert_eq!(bytes("^[A-Z]{5}[0-9]{4}[A-Z]$"), 11 * 3);
    assert_eq!(bytes("^KC[A-Z0-9]{14}$"), 17 * 4);
    assert_eq!(bytes(r"^\d{10}$"), 11 * 2);
    assert_eq!(bytes("(ab|cb|db)*"), 2 * 3);
    assert_eq!(bytes("[a-z]+[a-z]+[a-z]*"), 3 * 2);
    // Two bytes each from 256 transitions on.
    assert_eq!(bytes("a{0,126}"), 127 * 2);
    assert_eq!(bytes("a{0,127}"), 128 * 2 * 2);
    // Characters beyond ASCII cost four bytes for each range of them.
    assert_eq!(bytes("[^a]"), 2 * 2 + 4);
    assert_eq!(bytes("(?s)."), 2 + 4);
    assert_eq!(bytes("[é]"), 2 * 2 + 3 * 4);
    assert_eq!(bytes(r#"^([^\\"]){1,100}$"#), 101 * 2 + 4);
}

#[test]
fn the_border_between_narrow_and_wide_transitions_holds() {
    for length in 120..135 {
        let pattern = pattern(&format!("[aé]{{0,{length}}}"));
        for character in ["a", "é"] {
            assert!(pattern.is_match(&character.repeat(length)));
            assert!(!pattern.is_match(&character.repeat(length + 1)));
        }
    }
    // As many transitions as have one byte: the dead state and the first column are just beyond
    // them.
    assert_eq!(bytes("(?:ab){0,42}"), 255);
    let pattern = pattern("(?:ab){0,42}");
    assert!(pattern.is_match(&"ab".repeat(42)));
    assert!(
        !pattern.is_match("b!") && !pattern.is_match("!") && !pattern.is_match(&"ab".repeat(43))
    );
}

#[test]
fn the_path_of_the_core_is_the_callers() {
    let compiled = compile("a").unwrap_or_else(|error| panic!("{}", error.message()));
    let expanded = compiled.expand(&syn::parse_quote!(::other::name)).to_string();
    assert!(
        expanded.starts_with(":: other :: name :: pattern :: Pattern :: __new (\"a\" , b\""),
        "{expanded}"
    );
}

/// What means the same becomes the same tables, however it is written: nothing was left to merge.
#[test]
fn the_same_meaning_has_the_same_tables() {
    runner(400)
        .run(&expression(), |written| {
            let source = &written.ours;
            for [one, other] in [
                [source.clone(), format!("(?:{source}|(?:{source}){{1}})")],
                [format!("(?:{source})[ab]"), format!("(?:{source})a|(?:{source})b")],
                [format!("(?:{source})*"), format!("(?:(?:{source})+|(?:{source}){{2}})?")],
            ] {
                match (compile(&one), compile(&other)) {
                    (Ok(one), Ok(other)) => {
                        prop_assert_eq!(one.tables, other.tables);
                        prop_assert_eq!(
                            (one.transitions, one.rejecting, one.start),
                            (other.transitions, other.rejecting, other.start)
                        );
                    }
                    (one, other) => prop_assert!(one.is_err() && other.is_err()),
                }
            }
            Ok(())
        })
        .unwrap_or_else(|failure| panic!("{failure}"));
}
