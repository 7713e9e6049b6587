//! The tables as `enkash_core::pattern::Pattern` reads them.

use std::collections::HashMap;
use std::iter::repeat_n;

use super::classes::CharClasses;
use super::compiled_pattern::CompiledPattern;
use super::dfa::{DEAD, Dfa};
use super::error::{MAX_TABLE_BYTES, PatternError};

/// Up to this many transitions each has one byte, beyond it two.
const NARROW: usize = 255;

/// Writes the tables of a minimal DFA.
pub(super) fn write(
    dfa: &Dfa,
    classes: &CharClasses,
    source: &str,
) -> Result<CompiledPattern, PatternError> {
    if dfa.start == DEAD {
        return Err(PatternError::whole(
            source,
            "can never match",
            "the value has to match as a whole, and `^` and `$` match at its ends only; leave out what contradicts it",
        ));
    }
    let columns = Columns::new(dfa);
    let rows = Rows::new(dfa);
    let transitions = rows.states.len() * columns.classes.len();
    let width = if transitions <= NARROW { 1 } else { 2 };
    let beyond = columns.beyond_ascii(classes);
    let bytes = 128 + transitions * width + beyond.len();
    if bytes > MAX_TABLE_BYTES {
        return Err(PatternError::whole(
            source,
            format_args!(
                "needs an automaton of {} KiB; the limit is {} KiB",
                bytes.div_ceil(1 << 10),
                MAX_TABLE_BYTES >> 10
            ),
            "shorten its counted repetitions, or use `#[length]` beside it",
        ));
    }
    // The tables are within the limit, and transitions have two bytes if there are many: the
    // offsets of all rows are less than that of the dead state, the maximum.
    let offset = |row: usize| (row * columns.classes.len()) as u16;
    let offset_of = |state: usize| rows.of[state].map_or(u16::MAX, offset);
    let mut tables: Vec<u8> = classes
        .runs_of_ascii()
        .flat_map(|(length, class)| repeat_n(columns.of(class), length))
        .collect();
    for state in &rows.states {
        for class in &columns.classes {
            let next = offset_of(dfa.row(*state)[*class] as usize);
            tables.extend_from_slice(&next.to_le_bytes()[..width]);
        }
    }
    tables.extend_from_slice(&beyond);
    Ok(CompiledPattern {
        source: source.to_owned(),
        tables,
        transitions: transitions as u16,
        rejecting: offset(rows.accepting),
        start: offset_of(dfa.start),
    })
}

/// The columns of the table: classes that lead to the same states everywhere share one.
struct Columns {
    /// The class that stands for each column.
    classes: Vec<usize>,
    /// The column of each class.
    of: Vec<u8>,
    /// The column that leads to the dead state alone, if there is one.
    dead: Option<u8>,
}

impl Columns {
    /// Merges equal columns of the transition table.
    fn new(dfa: &Dfa) -> Columns {
        let mut columns = Columns { classes: Vec::new(), of: Vec::new(), dead: None };
        let mut column_of = HashMap::new();
        for class in 0..dfa.classes {
            let nexts: Vec<u32> = (0..dfa.len()).map(|state| dfa.row(state)[class]).collect();
            let is_dead = nexts.iter().all(|next| *next as usize == DEAD);
            let column = *column_of.entry(nexts).or_insert_with(|| {
                columns.classes.push(class);
                // There are no more columns than classes, which fit in a byte.
                (columns.classes.len() - 1) as u8
            });
            if is_dead {
                columns.dead = Some(column);
            }
            columns.of.push(column);
        }
        columns
    }

    /// The column of a class.
    fn of(&self, class: u8) -> u8 {
        self.of[usize::from(class)]
    }

    /// The columns of the characters beyond ASCII, as ranges; none if no such character can match.
    fn beyond_ascii(&self, classes: &CharClasses) -> Vec<u8> {
        let mut ranges: Vec<(u32, u8)> =
            classes.runs_beyond_ascii().map(|(start, class)| (start, self.of(class))).collect();
        ranges.dedup_by_key(|(_, column)| *column);
        if matches!(ranges[..], [(_, column)] if Some(column) == self.dead) {
            ranges.clear();
        }
        let bytes = |(start, column): (u32, u8)| {
            let [first, second, third, _] = start.to_le_bytes();
            [first, second, third, column]
        };
        ranges.into_iter().flat_map(bytes).collect()
    }
}

/// The states in the order of their rows: the accepting ones first; the dead one has none.
struct Rows {
    /// The states.
    states: Vec<usize>,
    /// How many of them accept.
    accepting: usize,
    /// The row of each state.
    of: Vec<Option<usize>>,
}

impl Rows {
    /// Puts the states in order.
    fn new(dfa: &Dfa) -> Rows {
        let (accepting, rejecting): (Vec<usize>, Vec<usize>) =
            (0..dfa.len()).filter(|state| *state != DEAD).partition(|state| dfa.accepts[*state]);
        let mut rows =
            Rows { states: Vec::new(), accepting: accepting.len(), of: vec![None; dfa.len()] };
        for (row, state) in accepting.into_iter().chain(rejecting).enumerate() {
            rows.states.push(state);
            rows.of[state] = Some(row);
        }
        rows
    }
}
