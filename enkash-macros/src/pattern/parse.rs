//! From the literal to regex-syntax's intermediate form, with its mistakes put into our words.

use std::ops::Range;

use regex_syntax::ast::parse::ParserBuilder;
use regex_syntax::ast::{self, ErrorKind as Ast, Span};
use regex_syntax::hir::translate::Translator;
use regex_syntax::hir::{self, ErrorKind as Hir};

use super::ascii::make_ascii;
use super::error::PatternError;

/// How deep groups may nest: what follows recurses.
const NESTING: u32 = 100;

/// Parses a regular expression whose `\d`, `\w` and `\s` are ASCII.
pub(super) fn parse(source: &str) -> Result<hir::Hir, PatternError> {
    let mut tree = ParserBuilder::new()
        .nest_limit(NESTING)
        .build()
        .parse(source)
        .map_err(|error| syntax_error(source, &error))?;
    make_ascii(&mut tree)
        .and_then(|()| Translator::new().translate(source, &tree))
        .map_err(|error| meaning_error(source, &error))
}

/// The bytes that a span covers.
fn bytes(span: &Span) -> Range<usize> {
    span.start.offset..span.end.offset
}

/// The refusal of what is not a regular expression.
fn syntax_error(source: &str, error: &ast::Error) -> PatternError {
    let range = bytes(error.span());
    match error.kind() {
        Ast::UnsupportedLookAround => PatternError::at(
            source,
            range,
            "needs look-around, which a finite automaton cannot do",
            "write the rule without it, or check it with `validate = …`",
        ),
        Ast::UnsupportedBackreference => back_reference(source, range),
        // As in `(?P=name)`.
        Ast::FlagUnrecognized if source[..range.end].ends_with("(?P=") => {
            back_reference(source, range)
        }
        Ast::FlagUnrecognized if source[range.clone()] == *">" => PatternError::at(
            source,
            range,
            "has an atomic group, which a finite automaton cannot do",
            "write `(?:…)` for the group",
        ),
        kind => {
            let what = format!("is not a regular expression: {kind}");
            let help = syntax_help(kind, &source[range.start..]);
            PatternError::at(source, range, what, help)
        }
    }
}

/// The refusal of a back-reference.
fn back_reference(source: &str, range: Range<usize>) -> PatternError {
    PatternError::at(
        source,
        range,
        "has a back-reference, which a finite automaton cannot do",
        "write the rule without it, or check it with `validate = …`",
    )
}

/// What to write instead of a mistake of syntax, at which `rest` begins.
fn syntax_help(kind: &ast::ErrorKind, rest: &str) -> String {
    let help = match kind {
        Ast::ClassUnclosed => r"close the class with `]`, or write `\[` for the bracket itself",
        Ast::ClassRangeInvalid => "write the smaller character first",
        Ast::ClassRangeLiteral | Ast::ClassEscapeInvalid => {
            r"a class has single characters, ranges of them and classes such as `\d`; write `\-` for the hyphen itself"
        }
        Ast::GroupUnclosed => r"close the group with `)`, or write `\(` for the parenthesis itself",
        Ast::GroupUnopened => r"open the group with `(`, or write `\)` for the parenthesis itself",
        Ast::GroupNameDuplicate { .. }
        | Ast::GroupNameEmpty
        | Ast::GroupNameInvalid
        | Ast::GroupNameUnexpectedEof => "the groups of a pattern need no names: write `(?:…)`",
        Ast::RepetitionMissing => {
            let sign = rest.chars().next().unwrap_or('*');
            return format!(
                r"write what is repeated before it, or `\{sign}` for the character itself"
            );
        }
        Ast::RepetitionCountInvalid => "write the smaller count first, as in `{2,5}`",
        Ast::RepetitionCountDecimalEmpty
        | Ast::RepetitionCountUnclosed
        | Ast::DecimalEmpty
        | Ast::DecimalInvalid => {
            r"a count is written `{3}`, `{2,5}` or `{2,}`; write `\{` for the brace itself"
        }
        Ast::EscapeUnrecognized => {
            r"leave the backslash out, or write `\\` for the backslash itself; the end of the value is implied"
        }
        Ast::EscapeUnexpectedEof => r"write `\\` for the backslash itself",
        Ast::EscapeHexEmpty | Ast::EscapeHexInvalid | Ast::EscapeHexInvalidDigit => {
            r"a character by its number is written `\x41`, `\u0939` or `\x{1F600}`"
        }
        Ast::UnicodeClassInvalid => r"a property is written `\p{L}` or `\p{Devanagari}`",
        Ast::FlagDanglingNegation
        | Ast::FlagDuplicate { .. }
        | Ast::FlagRepeatedNegation { .. }
        | Ast::FlagUnexpectedEof
        | Ast::FlagUnrecognized => {
            "a flag is written `(?i)` or `(?i:…)`; the flags are `i`, `m`, `s`, `x`, `R` and `U`"
        }
        Ast::SpecialWordBoundaryUnclosed
        | Ast::SpecialWordBoundaryUnrecognized
        | Ast::SpecialWordOrRepetitionUnexpectedEof => {
            r"a word boundary is written `\b`, `\b{start}` or `\b{end}`"
        }
        _ => "write it shorter, with fewer groups",
    };
    help.to_owned()
}

/// The refusal of what is well formed, but means nothing here.
fn meaning_error(source: &str, error: &hir::Error) -> PatternError {
    let (what, help) = match error.kind() {
        Hir::UnicodePropertyNotFound | Hir::UnicodePropertyValueNotFound => (
            "is not a regular expression: no such Unicode property".to_owned(),
            r"general categories and scripts are known, such as `\p{L}`, `\p{Lu}` and `\p{Devanagari}`",
        ),
        Hir::InvalidUtf8 | Hir::UnicodeNotAllowed => (
            "turns Unicode off where it could match invalid UTF-8".to_owned(),
            r"leave `(?-u)` out: `\d`, `\w` and `\s` are ASCII as it is",
        ),
        kind => (format!("cannot be compiled: {kind}"), "write the classes out, as in `[A-Za-z]`"),
    };
    PatternError::at(source, bytes(error.span()), what, help)
}
