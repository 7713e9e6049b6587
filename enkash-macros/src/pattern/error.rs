//! What a contributor reads when a pattern is refused: the literal, a caret line under the span,
//! and what to write.

use std::fmt::Display;
use std::ops::Range;

/// How many characters of a long literal are shown around the span.
const WINDOW: usize = 72;

/// The maximum size of the tables.
pub(super) const MAX_TABLE_BYTES: usize = 64 << 10;

/// A pattern that is refused.
#[derive(Debug)]
pub(crate) struct PatternError {
    /// The whole message.
    message: String,
}

impl PatternError {
    /// A refusal of a span (a range of bytes) of the literal; `what` goes on after the literal.
    pub(super) fn at(
        source: &str,
        span: Range<usize>,
        what: impl Display,
        help: impl Display,
    ) -> PatternError {
        let excerpt = Excerpt::new(source, span);
        let (line, indent, carets) =
            (&excerpt.line, " ".repeat(excerpt.before), "^".repeat(excerpt.marked.max(1)));
        PatternError {
            message: format!("`{line}` {what}\n\n    {line}\n    {indent}{carets}\nhelp: {help}"),
        }
    }

    /// A refusal of the literal as a whole.
    pub(super) fn whole(source: &str, what: impl Display, help: impl Display) -> PatternError {
        let line = Excerpt::new(source, 0..0).line;
        PatternError { message: format!("`{line}` {what}\nhelp: {help}") }
    }

    /// The refusal of what has too many states.
    pub(super) fn too_large(source: &str) -> PatternError {
        PatternError::whole(
            source,
            format_args!(
                "needs an automaton that is too large; the limit is {} KiB",
                MAX_TABLE_BYTES >> 10
            ),
            "shorten its counted repetitions, or use `#[length]` beside it",
        )
    }

    /// The literal and what is wrong with it, the span, and what to write.
    pub(crate) fn message(&self) -> &str {
        &self.message
    }
}

/// A literal on one line of bearable length.
struct Excerpt {
    /// The line, cut sides marked by `…`, control characters escaped.
    line: String,
    /// How many columns are before the span.
    before: usize,
    /// How many columns the span has.
    marked: usize,
}

impl Excerpt {
    /// Cuts the window around a span (a range of bytes) out of the literal.
    fn new(source: &str, span: Range<usize>) -> Excerpt {
        let length = source.chars().count();
        let first = source.char_indices().take_while(|(at, _)| *at < span.start).count();
        let from = if length <= WINDOW {
            0
        } else {
            first.saturating_sub(WINDOW / 2).min(length - WINDOW)
        };
        let mut excerpt = Excerpt { line: String::new(), before: 0, marked: 0 };
        if from > 0 {
            excerpt.line.push('…');
            excerpt.before = 1;
        }
        for (at, character) in source.char_indices().skip(from).take(WINDOW) {
            let shown: String = if character.is_control() {
                character.escape_default().collect()
            } else {
                character.into()
            };
            let columns = shown.chars().count();
            if at < span.start {
                excerpt.before += columns;
            } else if at < span.end {
                excerpt.marked += columns;
            }
            excerpt.line.push_str(&shown);
        }
        if from + WINDOW < length {
            excerpt.line.push('…');
        }
        excerpt
    }
}
