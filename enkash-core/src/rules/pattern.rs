//! Regular expressions compiled to DFAs by the macros, and their matcher.

use std::fmt;

/// The number of ASCII characters: the length of the table of character classes.
const ASCII: usize = 128;

/// A regular expression compiled to a DFA at build time. Matching needs no initialisation and no
/// allocation, and works in constants.
///
/// The whole value must match, with or without `^` and `$`; `\d`, `\w` and `\s` match ASCII only.
///
/// Only the macros create patterns: `#[pattern("…")]` on a field or an identifier.
///
/// ```
/// use enkash_core::pattern::Pattern;
///
/// fn explain(pattern: Pattern, value: &str) -> String {
///     if pattern.is_match(value) {
///         format!("`{value}` is fine")
///     } else {
///         format!("`{value}` does not match `{}`", pattern.source())
///     }
/// }
/// ```
#[derive(Clone, Copy)]
pub struct Pattern {
    /// The regular expression as it was written.
    source: &'static str,
    /// Three tables in one: the class of each ASCII character, the transitions, and the classes of
    /// characters beyond ASCII (see [`class_beyond_ascii`]).
    ///
    /// The transitions have a row per state, with the next state for each class. A state is
    /// identified by the offset of its row; the dead state has no row, and its offset is past all
    /// transitions.
    tables: &'static [u8],
    /// The number of transitions: one byte each if there are at most 255, otherwise two.
    transitions: u16,
    /// The end of the accepting states: they come before this offset.
    rejecting: u16,
    /// The start state.
    start: u16,
}

impl Pattern {
    /// The constructor for the macros, which generate the tables.
    #[doc(hidden)]
    #[must_use]
    pub const fn __new(
        source: &'static str,
        tables: &'static [u8],
        transitions: u16,
        rejecting: u16,
        start: u16,
    ) -> Pattern {
        Pattern { source, tables, transitions, rejecting, start }
    }

    /// Returns the regular expression.
    #[must_use]
    pub const fn source(&self) -> &'static str {
        self.source
    }

    /// Returns whether the whole value matches.
    #[must_use]
    pub const fn is_match(&self, value: &str) -> bool {
        if self.transitions <= u8::MAX as u16 {
            self.walk::<1>(value.as_bytes())
        } else {
            self.walk::<2>(value.as_bytes())
        }
    }

    /// Runs the DFA with transitions of `WIDTH` bytes. A single comparison detects the dead state
    /// and serves as the bounds check.
    const fn walk<const WIDTH: usize>(&self, value: &[u8]) -> bool {
        let Some((ascii, transitions, _)) = self.parts(WIDTH) else { return false };
        let (transitions, _) = transitions.as_chunks::<WIDTH>();
        let mut state = self.start as usize;
        let mut rest = value;
        while let [byte, after @ ..] = rest {
            if !byte.is_ascii() {
                return self.walk_beyond_ascii::<WIDTH>(rest, state);
            }
            let place = state + ascii[*byte as usize] as usize;
            if place >= transitions.len() {
                return false;
            }
            state = state_of(&transitions[place]);
            rest = after;
        }
        state < self.rejecting as usize
    }

    /// Continues the match at the first character beyond ASCII.
    #[cold]
    #[inline(never)]
    const fn walk_beyond_ascii<const WIDTH: usize>(&self, value: &[u8], mut state: usize) -> bool {
        let Some((ascii, transitions, beyond)) = self.parts(WIDTH) else { return false };
        let (transitions, _) = transitions.as_chunks::<WIDTH>();
        let mut rest = value;
        while let [byte, after @ ..] = rest {
            let class = if byte.is_ascii() {
                rest = after;
                Some(ascii[*byte as usize])
            } else {
                let character;
                (character, rest) = decode(*byte, after);
                class_beyond_ascii(beyond, character)
            };
            let Some(class) = class else { return false };
            let place = state + class as usize;
            if place >= transitions.len() {
                return false;
            }
            state = state_of(&transitions[place]);
        }
        state < self.rejecting as usize
    }

    /// Splits the tables into their three parts; never `None` for tables of the macros.
    const fn parts(&self, width: usize) -> Option<(&[u8; ASCII], &[u8], &[u8])> {
        let Some((ascii, rest)) = self.tables.split_first_chunk() else { return None };
        let Some((transitions, beyond)) = rest.split_at_checked(self.transitions as usize * width)
        else {
            return None;
        };
        Some((ascii, transitions, beyond))
    }
}

/// Returns the state of a transition of one or two bytes.
const fn state_of<const WIDTH: usize>(bytes: &[u8; WIDTH]) -> usize {
    if WIDTH == 1 { bytes[0] as usize } else { bytes[0] as usize | (bytes[1] as usize) << 8 }
}

/// Decodes the UTF-8 character that starts with `first`, and returns it with the remaining bytes.
const fn decode(first: u8, after: &[u8]) -> (u32, &[u8]) {
    let first = first as u32;
    match (first, after) {
        (0xf0.., [second, third, fourth, rest @ ..]) => {
            let low = continued(*second) << 12 | continued(*third) << 6 | continued(*fourth);
            ((first & 0x07) << 18 | low, rest)
        }
        (0xe0.., [second, third, rest @ ..]) => {
            ((first & 0x0f) << 12 | continued(*second) << 6 | continued(*third), rest)
        }
        (_, [second, rest @ ..]) => ((first & 0x1f) << 6 | continued(*second), rest),
        // Unreachable: a `str` does not end within a character.
        (_, []) => (first, after),
    }
}

/// Returns the bits that a UTF-8 continuation byte contributes.
const fn continued(byte: u8) -> u32 {
    (byte & 0x3f) as u32
}

/// Returns the class of a character beyond ASCII: that of the last range that starts at or before
/// it. A range has four bytes, its first character (little-endian) and its class. Without ranges,
/// no such character matches.
const fn class_beyond_ascii(ranges: &[u8], character: u32) -> Option<u8> {
    let (mut ranges, _) = ranges.as_chunks::<4>();
    let mut class = None;
    while let Some((before, [[first, second, third, its_class], after @ ..])) =
        ranges.split_at_checked(ranges.len() / 2)
    {
        if u32::from_le_bytes([*first, *second, *third, 0]) <= character {
            class = Some(*its_class);
            ranges = after;
        } else {
            ranges = before;
        }
    }
    class
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Pattern").field(&self.source).finish()
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Pattern) -> bool {
        self.source == other.source
    }
}

impl Eq for Pattern {}
