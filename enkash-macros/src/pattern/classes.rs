//! The character classes of an expression: two characters are of one class if no set in it
//! distinguishes them.
//!
//! `^[A-Z]{5}[0-9]{4}[A-Z]$` has three: capital letters, digits and all the rest. The automata work
//! with classes, so that their alphabet is a few classes instead of a million characters.

use regex_syntax::hir::{Class, Hir, HirKind};

use super::error::PatternError;

/// The maximum number of classes: one fits in a byte.
const MAX_CLASSES: usize = 256;

/// The first character that is not ASCII.
const BEYOND_ASCII: u32 = 0x80;

/// Characters from the first to the last.
type Range = (u32, u32);

/// A range of characters.
const fn range(first: char, last: char) -> Range {
    (first as u32, last as u32)
}

/// What is on one side of a position in the value, as far as `^`, `$` and `\b` depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Side {
    /// The end of the value, on either side.
    Edge,
    /// A line feed.
    LineFeed,
    /// A carriage return.
    CarriageReturn,
    /// A character of an ASCII word.
    Word,
    /// Any other character, and every one if no assertion depends on it.
    Other,
}

/// The classes of all characters.
#[derive(Debug)]
pub(super) struct CharClasses {
    /// Where each run of characters of one class begins, in order, the first at zero.
    starts: Vec<u32>,
    /// The class of each run.
    class_of_run: Vec<u8>,
    /// The sets of characters that the expression names, in order.
    sets: Vec<Vec<Range>>,
    /// The classes that each set consists of.
    classes_of_set: Vec<Vec<u8>>,
    /// What each class is beside a position.
    sides: Vec<Side>,
}

impl CharClasses {
    /// The classes of an expression.
    pub(super) fn new(hir: &Hir, source: &str) -> Result<CharClasses, PatternError> {
        let looks = hir.properties().look_set();
        let (words, lines) = (looks.contains_word(), looks.contains_anchor_line());
        let mut sets = Vec::new();
        collect_sets(hir, &mut sets);
        if words {
            sets.push(vec![range('0', '9'), range('A', 'Z'), range('_', '_'), range('a', 'z')]);
        }
        if lines {
            sets.extend([vec![range('\n', '\n')], vec![range('\r', '\r')]]);
        }
        sets.sort_unstable();
        sets.dedup();

        let starts = starts_of_runs(&sets);
        let Some((class_of_run, classes)) = classes_of_runs(&starts, &sets) else {
            return Err(PatternError::whole(
                source,
                format_args!("has too many character classes; the limit is {MAX_CLASSES}"),
                "write ranges for them, such as `[क-ह]`",
            ));
        };
        let classes_of_set =
            sets.iter().map(|set| classes_of_set(&starts, &class_of_run, set)).collect();
        let mut sides = vec![Side::Other; classes];
        for (start, class) in starts.iter().zip(&class_of_run) {
            sides[usize::from(*class)] = match char::from_u32(*start) {
                Some('\n') if lines => Side::LineFeed,
                Some('\r') if lines => Side::CarriageReturn,
                Some(c) if words && (c.is_ascii_alphanumeric() || c == '_') => Side::Word,
                _ => Side::Other,
            };
        }
        Ok(CharClasses { starts, class_of_run, sets, classes_of_set, sides })
    }

    /// How many classes there are; at least one.
    pub(super) fn len(&self) -> usize {
        self.sides.len()
    }

    /// What a class is beside a position.
    pub(super) fn side(&self, class: u8) -> Side {
        self.sides[usize::from(class)]
    }

    /// What characters can be beside a position.
    pub(super) fn sides(&self) -> Vec<Side> {
        let mut sides = self.sides.clone();
        sides.sort_unstable();
        sides.dedup();
        sides
    }

    /// The number of a set of characters; it must be one that the expression names.
    pub(super) fn set(&self, set: &[Range]) -> usize {
        self.sets.partition_point(|other| other.as_slice() < set)
    }

    /// The classes that a set consists of.
    pub(super) fn classes_of_set(&self, set: usize) -> &[u8] {
        &self.classes_of_set[set]
    }

    /// The runs of ASCII characters: how many characters, and of which class.
    pub(super) fn runs_of_ascii(&self) -> impl Iterator<Item = (usize, u8)> {
        let ends =
            self.starts[1..].iter().copied().chain([u32::MAX]).map(|end| end.min(BEYOND_ASCII));
        let runs = self.starts.iter().zip(ends).zip(&self.class_of_run);
        runs.take_while(|((start, _), _)| **start < BEYOND_ASCII)
            .map(|((start, end), class)| ((end - start) as usize, *class))
    }

    /// The runs of characters beyond ASCII in order: where each begins, and of which class it is.
    pub(super) fn runs_beyond_ascii(&self) -> impl Iterator<Item = (u32, u8)> {
        // The first run starts at zero, so that one starts before any other character.
        let first = self.starts.partition_point(|start| *start <= BEYOND_ASCII) - 1;
        let runs = self.starts[first..].iter().zip(&self.class_of_run[first..]);
        runs.map(|(start, class)| ((*start).max(BEYOND_ASCII), *class))
    }
}

/// The characters of a literal, which regex-syntax keeps as UTF-8.
pub(super) fn characters(literal: &[u8]) -> Vec<Range> {
    String::from_utf8_lossy(literal).chars().map(|c| range(c, c)).collect()
}

/// The characters of a class in the expression. One of bytes has ASCII alone in it: else it would
/// match what is not UTF-8.
pub(super) fn ranges(class: &Class) -> Vec<Range> {
    match class {
        Class::Unicode(class) => class.iter().map(|r| range(r.start(), r.end())).collect(),
        Class::Bytes(class) => {
            class.iter().map(|r| range(r.start().into(), r.end().into())).collect()
        }
    }
}

/// Collects the sets of characters that an expression names.
fn collect_sets(hir: &Hir, sets: &mut Vec<Vec<Range>>) {
    match hir.kind() {
        HirKind::Literal(literal) => {
            sets.extend(characters(&literal.0).into_iter().map(|c| vec![c]))
        }
        HirKind::Class(class) => sets.push(ranges(class)),
        kind => kind.subs().iter().for_each(|sub| collect_sets(sub, sets)),
    }
}

/// Where the runs begin of characters that no set tells apart.
fn starts_of_runs(sets: &[Vec<Range>]) -> Vec<u32> {
    let mut starts = vec![0];
    for (first, last) in sets.iter().flatten() {
        starts.extend([*first, last + 1]);
    }
    starts.sort_unstable();
    starts.dedup();
    starts.retain(|start| *start <= u32::from(char::MAX));
    starts
}

/// The runs that a range consists of: one begins where it does, and one after it.
fn runs_of(starts: &[u32], (first, last): Range) -> std::ops::Range<usize> {
    let begin = starts.partition_point(|start| *start < first);
    begin..begin + starts[begin..].partition_point(|start| *start <= last)
}

/// The class of each run, and how many there are: two runs in the same sets are of one class. The
/// classes are numbered in the order of their first characters. `None` if there are too many.
fn classes_of_runs(starts: &[u32], sets: &[Vec<Range>]) -> Option<(Vec<u8>, usize)> {
    let mut classes = vec![0; starts.len()];
    let mut count = 1;
    for set in sets {
        let mut is_in = vec![false; starts.len()];
        for range in set {
            is_in[runs_of(starts, *range)].fill(true);
        }
        let mut refined = vec![[None; 2]; count];
        count = 0;
        for (class, is_in) in classes.iter_mut().zip(is_in) {
            *class = *refined[*class][usize::from(is_in)].get_or_insert_with(|| {
                count += 1;
                count - 1
            });
        }
        if count > MAX_CLASSES {
            return None;
        }
    }
    Some((classes.into_iter().map(|class| class as u8).collect(), count))
}

/// The classes that a set consists of.
fn classes_of_set(starts: &[u32], class_of_run: &[u8], set: &[Range]) -> Vec<u8> {
    let mut classes: Vec<u8> =
        set.iter().flat_map(|range| &class_of_run[runs_of(starts, *range)]).copied().collect();
    classes.sort_unstable();
    classes.dedup();
    classes
}
