//! Random regular expressions, each also written for the `regex` crate, in which `\d`, `\w` and
//! `\s` are not ASCII.

use proptest::prelude::*;

/// An expression, written three times.
#[derive(Debug, Clone)]
pub(super) struct Written {
    /// For our compiler.
    pub(super) ours: String,
    /// For the `regex` crate.
    pub(super) theirs: String,
    /// For the `regex` crate within `(?i)`.
    theirs_ignoring_case: String,
}

impl Written {
    /// An expression that is written the same for both.
    fn same(text: &str) -> Written {
        Written::new(text, text, text)
    }

    /// An expression from its texts.
    fn new(ours: &str, theirs: &str, theirs_ignoring_case: &str) -> Written {
        Written {
            ours: ours.into(),
            theirs: theirs.into(),
            theirs_ignoring_case: theirs_ignoring_case.into(),
        }
    }

    /// The same text around all three.
    fn around(&self, before: &str, after: &str) -> Written {
        Written::new(
            &format!("{before}{}{after}", self.ours),
            &format!("{before}{}{after}", self.theirs),
            &format!("{before}{}{after}", self.theirs_ignoring_case),
        )
    }

    /// A group that ignores case, or respects it.
    fn with_case(&self, ignored: bool) -> Written {
        let (flag, theirs) =
            if ignored { ("i", &self.theirs_ignoring_case) } else { ("-i", &self.theirs) };
        let theirs = format!("(?{flag}:{theirs})");
        Written::new(&format!("(?{flag}:{})", self.ours), &theirs, &theirs)
    }

    /// One after the other, with something between.
    fn concat(parts: &[Written], between: &str) -> Written {
        let join =
            |text: fn(&Written) -> &str| parts.iter().map(text).collect::<Vec<_>>().join(between);
        Written {
            ours: join(|part| &part.ours),
            theirs: join(|part| &part.theirs),
            theirs_ignoring_case: join(|part| &part.theirs_ignoring_case),
        }
    }

    /// A group in which case is ignored from the second part on, across the bar too.
    fn ignoring_from_the_second(parts: &[Written; 3]) -> Written {
        let [first, second, third] = parts;
        let theirs = |first: &str| {
            format!("(?:{first}(?i){}|{})", second.theirs_ignoring_case, third.theirs_ignoring_case)
        };
        Written {
            ours: format!("(?:{}(?i){}|{})", first.ours, second.ours, third.ours),
            theirs: theirs(&first.theirs),
            theirs_ignoring_case: theirs(&first.theirs_ignoring_case),
        }
    }
}

/// Items of a bracketed class: for us, for the `regex` crate, and for it with all cases written
/// out.
const ITEMS: &[(&str, &str, &str)] = &[
    ("a", "a", "aA"),
    ("B", "B", "bB"),
    ("k", "k", "kK\u{212a}"),
    ("S", "S", "sSſ"),
    ("ſ", "ſ", "sSſ"),
    ("é", "é", "éÉ"),
    ("ß", "ß", "ßẞ"),
    ("स", "स", "स"),
    ("😀", "😀", "😀"),
    ("0", "0", "0"),
    (r"\.", r"\.", r"\."),
    (r"\-", r"\-", r"\-"),
    (r"\n", r"\n", r"\n"),
    ("a-c", "a-c", "a-cA-C"),
    ("0-5", "0-5", "0-5"),
    ("\u{7f}-\u{a9}", "\u{7f}-\u{a9}", "\u{7f}-\u{a9}"),
    ("\u{d7fd}-\u{e001}", "\u{d7fd}-\u{e001}", "\u{d7fd}-\u{e001}"),
    ("\u{fffe}-\u{10002}", "\u{fffe}-\u{10002}", "\u{fffe}-\u{10002}"),
    (r"\d", "0-9", "0-9"),
    (r"\w", "0-9A-Za-z_", "0-9A-Za-z_"),
    (r"\s", r"\t-\r ", r"\t-\r "),
    (r"\D", r"\x00-/:-\x{10ffff}", r"\x00-/:-\x{10ffff}"),
    (r"\W", r"\x00-/:-@\[-\^`\{-\x{10ffff}", r"\x00-/:-@\[-\^`\{-\x{10ffff}"),
    (r"\S", r"\x00-\x08\x0e-\x1f!-\x{10ffff}", r"\x00-\x08\x0e-\x1f!-\x{10ffff}"),
    ("[:alpha:]", "[:alpha:]", "a-zA-Zſ\u{212a}"),
    (r"\p{Nd}", r"\p{Nd}", r"\p{Nd}"),
    (r"\p{Devanagari}", r"\p{Devanagari}", r"\p{Devanagari}"),
];

/// Single expressions: for us, and for the `regex` crate whatever the case.
const ATOMS: &[(&str, &str)] = &[
    (".", "."),
    ("(?s:.)", "(?s:.)"),
    ("", ""),
    ("^", "^"),
    ("$", "$"),
    (r"\A", r"\A"),
    (r"\z", r"\z"),
    ("(?m:^)", "(?m:^)"),
    ("(?m:$)", "(?m:$)"),
    ("(?Rm:^)", "(?Rm:^)"),
    ("(?Rm:$)", "(?Rm:$)"),
    (r"\b", r"(?-u:\b)"),
    (r"\B", r"(?-u:\B)"),
    (r"\b{start}", r"(?-u:\b{start})"),
    (r"\b{end}", r"(?-u:\b{end})"),
    (r"\b{start-half}", r"(?-u:\b{start-half})"),
    (r"\b{end-half}", r"(?-u:\b{end-half})"),
    (r"\d", "[0-9]"),
    (r"\D", "[^0-9]"),
    (r"\w", "(?-i:[0-9A-Za-z_])"),
    (r"\W", "(?-i:[^0-9A-Za-z_])"),
    (r"\s", r"[\t-\r ]"),
    (r"\S", r"[^\t-\r ]"),
    (r"\p{L}", r"\p{L}"),
    (r"\P{Devanagari}", r"\P{Devanagari}"),
    (r"(?-u:\w)", r"(?-u:\w)"),
    ("[[:digit:]]", "[[:digit:]]"),
    ("ab", "ab"),
    ("नमस्ते", "नमस्ते"),
];

/// How often something is repeated.
const REPETITIONS: &[&str] =
    &["?", "*", "+", "??", "*?", "+?", "{0}", "{1}", "{2}", "{3}?", "{0,2}", "{1,3}", "{2,}"];

/// A bracketed class.
fn class() -> impl Strategy<Value = Written> {
    (any::<bool>(), prop::collection::vec(prop::sample::select(ITEMS), 1..4)).prop_map(
        |(negated, items)| {
            let class = |text: fn(&(&'static str, &'static str, &'static str)) -> &'static str| {
                format!(
                    "[{}{}]",
                    if negated { "^" } else { "" },
                    items.iter().map(text).collect::<String>()
                )
            };
            Written {
                ours: class(|item| item.0),
                theirs: class(|item| item.1),
                theirs_ignoring_case: class(|item| item.2),
            }
        },
    )
}

/// A bracketed class, alone or joined to another by an operator.
fn classes() -> impl Strategy<Value = Written> {
    let operator = prop::sample::select(&["&&", "--", "~~", ""][..]);
    let concat = (class(), operator, class()).prop_map(|(left, operator, right)| {
        Written::concat(&[left, right], operator).around("[", "]")
    });
    prop_oneof![2 => class(), 1 => concat].prop_map(|class| Written {
        theirs_ignoring_case: format!("(?-i:{})", class.theirs_ignoring_case),
        ..class
    })
}

/// A whole expression.
pub(super) fn expression() -> impl Strategy<Value = Written> {
    let atom =
        prop::sample::select(ATOMS).prop_map(|(ours, theirs)| Written::new(ours, theirs, theirs));
    let literal = prop::sample::select(super::samples::CHARACTERS)
        .prop_map(|character| Written::same(&regex_syntax::escape(&character.to_string())));
    let leaf = prop_oneof![2 => atom, 3 => literal, 2 => classes()];
    leaf.prop_recursive(5, 24, 4, |inner| {
        let several = prop::collection::vec(inner.clone(), 2..5);
        prop_oneof![
            3 => several.clone().prop_map(|parts| Written::concat(&parts, "").around("(?:", ")")),
            2 => several.prop_map(|parts| Written::concat(&parts, "|").around("(", ")")),
            2 => (inner.clone(), prop::sample::select(REPETITIONS))
                .prop_map(|(part, times)| part.around("(?:", &format!("){times}"))),
            1 => (inner.clone(), any::<bool>()).prop_map(|(part, ignored)| part.with_case(ignored)),
            1 => [inner.clone(), inner.clone(), inner.clone()]
                .prop_map(|parts| Written::ignoring_from_the_second(&parts)),
            1 => inner.prop_map(|part| part.around("^", "$")),
        ]
    })
}
