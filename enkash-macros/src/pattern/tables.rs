//! The tables as `enkash_core::pattern::Pattern` reads them.

use std::collections::HashMap;
use std::iter::repeat_n;

use super::alphabet::Alphabet;
use super::automaton::Automaton;
use super::error::{LIMIT, PatternError};
use super::states::{DEAD, States};

/// Up to this many moves each has one byte, beyond it two.
const NARROW: usize = 255;

/// Writes the tables of states that are minimal.
pub(super) fn write(states: &States, alphabet: &Alphabet, source: &str) -> Result<Automaton, PatternError> {
    if states.start == DEAD {
        return Err(PatternError::whole(
            source,
            "can never match",
            "the value has to match as a whole, and `^` and `$` match at its ends only; leave out what contradicts it",
        ));
    }
    let classes = Classes::new(states);
    let rows = Rows::new(states);
    let moves = rows.states.len() * classes.kinds.len();
    let width = if moves <= NARROW { 1 } else { 2 };
    let beyond = classes.beyond_ascii(alphabet);
    let bytes = 128 + moves * width + beyond.len();
    if bytes > LIMIT {
        return Err(PatternError::whole(
            source,
            format_args!(
                "would need an automaton of {} KiB; the limit is {} KiB",
                bytes.div_ceil(1 << 10),
                LIMIT >> 10
            ),
            "shorten its counted repetitions, or use `#[length]` beside it",
        ));
    }
    // The tables are within the limit, and moves have two bytes if there are many: all places fit below that of the
    // dead state, the greatest number there is.
    let place = |row: usize| (row * classes.kinds.len()) as u16;
    let place_of = |state: usize| rows.of[state].map_or(u16::MAX, place);
    let mut tables: Vec<u8> =
        alphabet.runs_of_ascii().flat_map(|(length, kind)| repeat_n(classes.of(kind), length)).collect();
    for state in &rows.states {
        for kind in &classes.kinds {
            let next = place_of(states.row(*state)[*kind] as usize);
            tables.extend_from_slice(&next.to_le_bytes()[..width]);
        }
    }
    tables.extend_from_slice(&beyond);
    Ok(Automaton {
        source: source.to_owned(),
        tables,
        moves: moves as u16,
        refusing: place(rows.accepting),
        start: place_of(states.start),
    })
}

/// Classes of characters: two kinds are of one class if they lead to the same states everywhere.
struct Classes {
    /// The kind that stands for each class.
    kinds: Vec<usize>,
    /// The class of each kind.
    of: Vec<u8>,
    /// The class that leads nowhere, if there is one.
    dead: Option<u8>,
}

impl Classes {
    /// Merges the kinds that are the same.
    fn new(states: &States) -> Classes {
        let mut classes = Classes { kinds: Vec::new(), of: Vec::new(), dead: None };
        let mut class_of = HashMap::new();
        for kind in 0..states.kinds {
            let nexts: Vec<u32> = (0..states.len()).map(|state| states.row(state)[kind]).collect();
            let leads_nowhere = nexts.iter().all(|next| *next as usize == DEAD);
            let class = *class_of.entry(nexts).or_insert_with(|| {
                classes.kinds.push(kind);
                // There are no more classes than kinds, which fit in a byte.
                (classes.kinds.len() - 1) as u8
            });
            if leads_nowhere {
                classes.dead = Some(class);
            }
            classes.of.push(class);
        }
        classes
    }

    /// The class of a kind.
    fn of(&self, kind: u8) -> u8 {
        self.of[usize::from(kind)]
    }

    /// The classes of the characters beyond ASCII, as ranges; none if no such character can match.
    fn beyond_ascii(&self, alphabet: &Alphabet) -> Vec<u8> {
        let mut ranges: Vec<(u32, u8)> =
            alphabet.runs_beyond_ascii().map(|(start, kind)| (start, self.of(kind))).collect();
        ranges.dedup_by_key(|(_, class)| *class);
        if matches!(ranges[..], [(_, class)] if Some(class) == self.dead) {
            ranges.clear();
        }
        let bytes = |(start, class): (u32, u8)| {
            let [first, second, third, _] = start.to_le_bytes();
            [first, second, third, class]
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
    fn new(states: &States) -> Rows {
        let (accepting, refusing): (Vec<usize>, Vec<usize>) =
            (0..states.len()).filter(|state| *state != DEAD).partition(|state| states.accepts[*state]);
        let mut rows = Rows { states: Vec::new(), accepting: accepting.len(), of: vec![None; states.len()] };
        for (row, state) in accepting.into_iter().chain(refusing).enumerate() {
            rows.states.push(state);
            rows.of[state] = Some(row);
        }
        rows
    }
}
