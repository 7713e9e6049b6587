//! Values for a pattern: such as match, such as nearly match, and any.

use regex_syntax::hir::{Class, Hir, HirKind};

/// The characters that arbitrary values have: letters with unusual other cases, both sides of every
/// border of the encoding and of ASCII's classes, line breaks.
pub(super) const CHARACTERS: &[char] = &[
    'a',
    'b',
    'c',
    'A',
    'B',
    'C',
    'k',
    'K',
    '\u{212a}',
    's',
    'S',
    'ſ',
    'z',
    'Z',
    'x',
    '0',
    '1',
    '5',
    '9',
    '_',
    '-',
    '.',
    '@',
    '+',
    ' ',
    '\t',
    '\n',
    '\r',
    '\u{b}',
    '\u{0}',
    '\u{7f}',
    '/',
    ':',
    '[',
    '`',
    '{',
    '"',
    '\\',
    '\u{80}',
    'é',
    'É',
    'ß',
    'ẞ',
    '\u{7ff}',
    '\u{800}',
    'स',
    'ह',
    '१',
    '\u{a0}',
    '\u{2028}',
    '\u{d7ff}',
    '\u{e000}',
    '\u{ffff}',
    '\u{10000}',
    '😀',
    '\u{10ffff}',
];

/// A source of numbers that look random and are the same every time (xorshift).
pub(super) struct Dice(u64);

impl Dice {
    /// One for a seed.
    pub(super) fn new(seed: u64) -> Dice {
        Dice(seed ^ 0x9e37_79b9_7f4a_7c15 | 1)
    }

    /// A number below a bound.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % bound.max(1)
    }

    /// One of some.
    pub(super) fn one_of<'a, T>(&mut self, some: &'a [T]) -> &'a T {
        &some[self.below(some.len())]
    }

    /// An arbitrary value.
    pub(super) fn arbitrary(&mut self) -> String {
        (0..self.below(12)).map(|_| *self.one_of(CHARACTERS)).collect()
    }

    /// A value for an expression in the intermediate form; it matches unless the expression asserts
    /// something.
    pub(super) fn matching(&mut self, hir: &Hir) -> String {
        let mut value = String::new();
        self.extend(&mut value, hir);
        value
    }

    /// Appends what an expression matches.
    fn extend(&mut self, value: &mut String, hir: &Hir) {
        match hir.kind() {
            HirKind::Empty | HirKind::Look(_) => {}
            HirKind::Literal(literal) => value.push_str(&String::from_utf8_lossy(&literal.0)),
            HirKind::Class(class) => value.extend(self.member(class)),
            HirKind::Repetition(repetition) => {
                let more = repetition.max.map_or(6, |max| max - repetition.min) as usize;
                let more = match self.below(4) {
                    0 => 0,
                    1 => more,
                    _ => self.below(more + 1),
                };
                for _ in 0..repetition.min as usize + more {
                    self.extend(value, &repetition.sub);
                }
            }
            HirKind::Capture(capture) => self.extend(value, &capture.sub),
            HirKind::Concat(parts) => parts.iter().for_each(|part| self.extend(value, part)),
            HirKind::Alternation(parts) => {
                let part = self.below(parts.len());
                self.extend(value, &parts[part]);
            }
        }
    }

    /// A character of a class, often one at the border of a range.
    fn member(&mut self, class: &Class) -> Option<char> {
        let ranges: Vec<(u32, u32)> = match class {
            Class::Unicode(class) => class
                .iter()
                .map(|range| (u32::from(range.start()), u32::from(range.end())))
                .collect(),
            Class::Bytes(class) => class
                .iter()
                .map(|range| (u32::from(range.start()), u32::from(range.end())))
                .collect(),
        };
        if ranges.is_empty() {
            return None;
        }
        let (first, last) = *self.one_of(&ranges);
        let character = match self.below(4) {
            0 => first,
            1 => last,
            _ => first + self.below((last - first) as usize + 1) as u32,
        };
        // A number of the range may be that of a surrogate; its ends are not.
        char::from_u32(character).or(char::from_u32(first))
    }

    /// A value that differs in a character or two.
    pub(super) fn near(&mut self, value: &str) -> String {
        let mut characters: Vec<char> = value.chars().collect();
        for _ in 0..=self.below(2) {
            let at = self.below(characters.len() + 1);
            let other = match characters.is_empty() || self.below(2) == 0 {
                true => *self.one_of(CHARACTERS),
                false => *self.one_of(&characters),
            };
            match (self.below(5), characters.get_mut(at)) {
                (0, Some(_)) => drop(characters.remove(at)),
                (1, Some(character)) => *character = other,
                (2, Some(_)) => characters.truncate(at),
                (3, Some(_)) => {
                    let with = self.below(characters.len());
                    characters.swap(at, with);
                }
                _ => characters.insert(at, other),
            }
        }
        characters.into_iter().collect()
    }
}
