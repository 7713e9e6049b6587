//! Patterns that the macros have compiled: an automaton in constants, and the walk through it.

use std::fmt;

/// How many characters are ASCII: the length of the table that gives each its class.
const ASCII: usize = 128;

/// A regular expression that the compiler has compiled already: checking a value walks a small
/// table. Nothing is initialised and nothing allocated, and it works in constants too.
///
/// The whole value must match, whether or not the expression says `^` and `$`; `\d`, `\w` and `\s`
/// are ASCII.
///
/// Patterns are made by the macros alone: `#[pattern("…")]` on a field or on an identifier.
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
    /// The class of each ASCII character; then the transitions; then the classes of the characters
    /// beyond ASCII (see [`class_beyond_ascii`]).
    ///
    /// There is a row of transitions for each state, and in it the next state for each class. A
    /// state is known by the place of its row; the dead state has none: its number is beyond all
    /// transitions.
    tables: &'static [u8],
    /// How many transitions there are; they have one byte each up to 255 of them, else two.
    transitions: u16,
    /// The states before this one say yes at the end of the value.
    rejecting: u16,
    /// The state before the first character.
    start: u16,
}

impl Pattern {
    /// What the macros call; the tables are theirs.
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

    /// The regular expression as it was written.
    #[must_use]
    pub const fn source(&self) -> &'static str {
        self.source
    }

    /// Whether the whole value matches.
    #[must_use]
    pub const fn is_match(&self, value: &str) -> bool {
        if self.transitions <= u8::MAX as u16 {
            self.walk::<1>(value.as_bytes())
        } else {
            self.walk::<2>(value.as_bytes())
        }
    }

    /// Walks through transitions of `WIDTH` bytes. A single comparison finds the dead state and
    /// keeps within the table.
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

    /// The rest of the walk, from the first character that is not ASCII.
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

    /// The three parts of the tables; `None` never comes from the macros.
    const fn parts(&self, width: usize) -> Option<(&[u8; ASCII], &[u8], &[u8])> {
        let Some((ascii, rest)) = self.tables.split_first_chunk() else { return None };
        let Some((transitions, beyond)) = rest.split_at_checked(self.transitions as usize * width)
        else {
            return None;
        };
        Some((ascii, transitions, beyond))
    }
}

/// The state that a move of one or two bytes leads to.
const fn state_of<const WIDTH: usize>(bytes: &[u8; WIDTH]) -> usize {
    if WIDTH == 1 { bytes[0] as usize } else { bytes[0] as usize | (bytes[1] as usize) << 8 }
}

/// The character beyond ASCII that a byte begins, and what comes after it.
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
        // No text ends within a character.
        (_, []) => (first, after),
    }
}

/// The part of a character that a byte after its first has.
const fn continued(byte: u8) -> u32 {
    (byte & 0x3f) as u32
}

/// The class of a character beyond ASCII: that of the last range which does not start after it. A
/// range has four bytes, its first character (little-endian) and its class; without ranges no such
/// character matches.
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
