//! The kinds of characters that an expression tells apart.
//!
//! `^[A-Z]{5}[0-9]{4}[A-Z]$` tells capital letters, digits and all the rest apart: three kinds. What follows works with
//! kinds, so that an expression over a million characters is one over a few kinds.

use regex_syntax::hir::{Class, Hir, HirKind};

use super::error::PatternError;

/// How many kinds there may be: a kind fits in a byte.
const MOST_KINDS: usize = 256;

/// The first character that is not ASCII.
const BEYOND_ASCII: u32 = 0x80;

/// Characters from the first to the last.
type Range = (u32, u32);

/// A range of characters.
const fn range(first: char, last: char) -> Range {
    (first as u32, last as u32)
}

/// What is at one side of a place in the value, as far as `^`, `$` and `\b` want to know.
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
    /// Any other character, and every one if the expression does not ask.
    Other,
}

/// The kinds of all characters.
#[derive(Debug)]
pub(super) struct Alphabet {
    /// Where each run of characters of one kind begins, in order, the first at zero.
    starts: Vec<u32>,
    /// The kind of each run.
    kind_of_run: Vec<u8>,
    /// The sets of characters that the expression names, in order.
    sets: Vec<Vec<Range>>,
    /// The kinds that each set consists of.
    kinds_of_set: Vec<Vec<u8>>,
    /// What each kind is beside a place.
    sides: Vec<Side>,
}

impl Alphabet {
    /// The kinds that an expression tells apart.
    pub(super) fn new(hir: &Hir, source: &str) -> Result<Alphabet, PatternError> {
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
        let Some((kind_of_run, kinds)) = kinds_of_runs(&starts, &sets) else {
            return Err(PatternError::whole(
                source,
                format_args!("tells too many kinds of characters apart; the limit is {MOST_KINDS}"),
                "write classes for them, such as `[क-ह]`",
            ));
        };
        let kinds_of_set = sets.iter().map(|set| kinds_of_set(&starts, &kind_of_run, set)).collect();
        let mut sides = vec![Side::Other; kinds];
        for (start, kind) in starts.iter().zip(&kind_of_run) {
            sides[usize::from(*kind)] = match char::from_u32(*start) {
                Some('\n') if lines => Side::LineFeed,
                Some('\r') if lines => Side::CarriageReturn,
                Some(c) if words && (c.is_ascii_alphanumeric() || c == '_') => Side::Word,
                _ => Side::Other,
            };
        }
        Ok(Alphabet { starts, kind_of_run, sets, kinds_of_set, sides })
    }

    /// How many kinds there are; at least one.
    pub(super) fn kinds(&self) -> usize {
        self.sides.len()
    }

    /// What a kind is beside a place.
    pub(super) fn side(&self, kind: u8) -> Side {
        self.sides[usize::from(kind)]
    }

    /// What characters can be beside a place.
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

    /// The kinds that a set consists of.
    pub(super) fn kinds_of_set(&self, set: usize) -> &[u8] {
        &self.kinds_of_set[set]
    }

    /// The runs of ASCII characters: how many characters, and of which kind.
    pub(super) fn runs_of_ascii(&self) -> impl Iterator<Item = (usize, u8)> {
        let ends = self.starts[1..].iter().copied().chain([u32::MAX]).map(|end| end.min(BEYOND_ASCII));
        let runs = self.starts.iter().zip(ends).zip(&self.kind_of_run);
        runs.take_while(|((start, _), _)| **start < BEYOND_ASCII)
            .map(|((start, end), kind)| ((end - start) as usize, *kind))
    }

    /// The runs of characters beyond ASCII in order: where each begins, and of which kind it is.
    pub(super) fn runs_beyond_ascii(&self) -> impl Iterator<Item = (u32, u8)> {
        // The first run starts at zero, so that one starts before any other character.
        let first = self.starts.partition_point(|start| *start <= BEYOND_ASCII) - 1;
        let runs = self.starts[first..].iter().zip(&self.kind_of_run[first..]);
        runs.map(|(start, kind)| ((*start).max(BEYOND_ASCII), *kind))
    }
}

/// The characters of a literal, which regex-syntax keeps as UTF-8.
pub(super) fn characters(literal: &[u8]) -> Vec<Range> {
    String::from_utf8_lossy(literal).chars().map(|c| range(c, c)).collect()
}

/// The characters of a class. One of bytes has ASCII alone in it: else it would match what is not UTF-8.
pub(super) fn ranges(class: &Class) -> Vec<Range> {
    match class {
        Class::Unicode(class) => class.iter().map(|r| range(r.start(), r.end())).collect(),
        Class::Bytes(class) => class.iter().map(|r| range(r.start().into(), r.end().into())).collect(),
    }
}

/// Collects the sets of characters that an expression names.
fn collect_sets(hir: &Hir, sets: &mut Vec<Vec<Range>>) {
    match hir.kind() {
        HirKind::Literal(literal) => sets.extend(characters(&literal.0).into_iter().map(|c| vec![c])),
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

/// The kind of each run, and how many there are: two runs in the same sets are of one kind. The kinds are numbered in
/// the order of their first characters. `None` if there are too many.
fn kinds_of_runs(starts: &[u32], sets: &[Vec<Range>]) -> Option<(Vec<u8>, usize)> {
    let mut kinds = vec![0; starts.len()];
    let mut count = 1;
    for set in sets {
        let mut is_in = vec![false; starts.len()];
        for range in set {
            is_in[runs_of(starts, *range)].fill(true);
        }
        let mut refined = vec![[None; 2]; count];
        count = 0;
        for (kind, is_in) in kinds.iter_mut().zip(is_in) {
            *kind = *refined[*kind][usize::from(is_in)].get_or_insert_with(|| {
                count += 1;
                count - 1
            });
        }
        if count > MOST_KINDS {
            return None;
        }
    }
    Some((kinds.into_iter().map(|kind| kind as u8).collect(), count))
}

/// The kinds that a set consists of.
fn kinds_of_set(starts: &[u32], kind_of_run: &[u8], set: &[Range]) -> Vec<u8> {
    let mut kinds: Vec<u8> =
        set.iter().flat_map(|range| &kind_of_run[runs_of(starts, *range)]).copied().collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}
