//! What is refused, and what is said of it.

use proptest::prelude::*;

use super::super::compile;
use super::runner;

/// What is said of an expression.
fn message(source: &str) -> String {
    match compile(source) {
        Ok(_) => panic!("{source} was compiled"),
        Err(error) => error.message().to_owned(),
    }
}

#[test]
fn the_place_is_shown_and_what_to_write() {
    assert_eq!(
        message("^KC[A-Z"),
        "`^KC[A-Z` is not a regular expression: unclosed character class\n\n    \
         ^KC[A-Z\n       \
         ^\n\
         help: close the class with `]`, or write `\\[` for the bracket itself"
    );
    assert_eq!(
        message("नमस्ते(?=x)y"),
        "`नमस्ते(?=x)y` needs look-around, which a finite automaton cannot do\n\n    \
         नमस्ते(?=x)y\n          \
         ^^^\n\
         help: write the rule without it, or check it with `validate = …`"
    );
}

#[test]
fn every_mistake_has_its_words() {
    for (source, said) in [
        ("(?=a)", "needs look-around, which a finite automaton cannot do"),
        ("(?!a)", "needs look-around"),
        ("(?<=a)b", "needs look-around"),
        ("(?<!a)b", "needs look-around"),
        (r"(a)\1", "has a back-reference, which a finite automaton cannot do"),
        ("(?>a)", "has an atomic group"),
        ("a(b", "unclosed group"),
        ("ab)", "unopened group"),
        ("*a", r"write what is repeated before it, or `\*` for the character itself"),
        ("a|?", r"`\?` for the character itself"),
        ("a{2,1}", "write the smaller count first"),
        ("a{2", "a count is written"),
        ("a{x}", "a count is written"),
        ("[z-a]", "write the smaller character first"),
        (r"[\d-z]", r"write `\-` for the hyphen itself"),
        (r"a\", r"write `\\` for the backslash itself"),
        (r"a\Z", "unrecognized escape sequence"),
        (r"\x{110000}", r"is written `\x41`"),
        (r"\p{Foo}", "no such Unicode property"),
        (r"\p{scx=Foo}", "no such Unicode property"),
        ("(?y)a", "unrecognized flag"),
        ("(?P<>a)", "need no names"),
        (r"(?-u:\W)", "turns Unicode off"),
        (r"(?-u:\xff)", "turns Unicode off"),
        (r"(?-u:[é])", "turns Unicode off"),
        (r"\b{foo}", "a word boundary is written"),
        ("a^b", "can never match"),
        (r"[^\s\S]", "can never match"),
        (r"a\bb", "can never match"),
        (&format!("{}{}", "(".repeat(200), ")".repeat(200)), "nested"),
    ] {
        let message = message(source);
        assert!(message.contains(said), "{source}:\n{message}");
        let lines: Vec<&str> = message.lines().collect();
        assert!(lines[0].starts_with('`') && !lines[0].ends_with('.'), "{message}");
        assert!(lines.last().is_some_and(|line| line.starts_with("help: ")), "{message}");
    }
}

#[test]
fn a_long_literal_is_cut_around_the_span() {
    let message = message(&format!("{}[{}", "é".repeat(100), "x".repeat(100)));
    let line = format!("…{}[{}…", "é".repeat(36), "x".repeat(35));
    assert_eq!(
        message.lines().collect::<Vec<_>>()[..4],
        [
            format!("`{line}` is not a regular expression: unclosed character class"),
            String::new(),
            format!("    {line}"),
            format!("    {}^", " ".repeat(37)),
        ]
    );
}

#[test]
fn control_characters_are_shown_escaped() {
    let message = message("(?x)a\n\t[b");
    assert!(message.contains("\n    (?x)a\\n\\t[b\n             ^\n"), "{message}");
}

#[test]
fn what_needs_large_tables_is_refused_with_their_size() {
    assert!(compile(r"\d{16000}").is_ok());
    assert_eq!(
        message(r"\d{17000}"),
        "`\\d{17000}` needs an automaton of 67 KiB; the limit is 64 KiB\n\
         help: shorten its counted repetitions, or use `#[length]` beside it"
    );
}

#[test]
fn what_grows_without_end_is_refused() {
    for source in [
        "(a|b)*a(a|b){20}",
        r"(\w{1,50}){1,50}",
        "((((a{0,10}){0,10}){0,10}){0,10}){0,10}",
        "((a?){4000000000}){4000000000}",
        ".{1,4000000000}",
        r"(\p{L}{1,100}|\p{N}{1,100}|\p{Lu}.){1,20}",
        "(a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q|r|s|t|u|v|w|x|y|z|.{1,40}){1,40}",
    ] {
        let message = message(source);
        assert!(
            message.contains("needs an automaton that is too large; the limit is 64 KiB"),
            "{source}:\n{message}"
        );
    }
    let letters: String = ('一'..).take(300).collect();
    assert!(message(&letters).contains("has too many character classes; the limit is 256"));
    assert!(compile(&format!("[{letters}]+")).is_ok());
}

/// Pieces that expressions are made of, whole and broken.
const PIECES: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "?",
    "*",
    "+",
    "|",
    "^",
    "$",
    ".",
    "-",
    "\\",
    ",",
    ":",
    "&&",
    "--",
    "~~",
    "(?",
    "(?:",
    "(?i)",
    "(?-u",
    "(?x)",
    "#",
    "<",
    ">",
    "=",
    "!",
    "P",
    "\\p{",
    "L",
    "\\d",
    "\\W",
    "\\b",
    "{start}",
    "\\x",
    "\\u",
    "\\Q",
    "[:alpha:]",
    "[^",
    "0",
    "1",
    "9",
    "99",
    "a",
    "z",
    "é",
    "स",
    "😀",
    "\u{0}",
    "\n",
    " ",
];

#[test]
fn no_text_makes_the_compiler_panic() {
    let fuzz = prop::collection::vec(prop::sample::select(PIECES), 0..16)
        .prop_map(|pieces| pieces.concat());
    let text = prop::collection::vec(any::<char>(), 0..16)
        .prop_map(|characters| characters.iter().collect());
    let source = prop_oneof![4 => fuzz, 1 => text];
    runner(30_000)
        .run(&source, |source| {
            if let Err(error) = compile(&source) {
                prop_assert!(error.message().contains("\nhelp: "));
            }
            Ok(())
        })
        .unwrap_or_else(|failure| panic!("{failure}"));
}
