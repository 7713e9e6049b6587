//! The states of the automaton: which steps a value can be at (the subset construction).

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::rc::Rc;

use regex_syntax::hir::Look;

use super::alphabet::{Alphabet, Side};
use super::error::PatternError;
use super::steps::{Step, Steps};

/// How many entries the table may have before equal states are merged. What fits in the tables has fewer.
const MOST_ENTRIES: usize = 1 << 19;

/// How often a step may be looked at. What grows without end is found within a second by this, also by a compiler that
/// is itself compiled without optimisation.
const MOST_WORK: usize = 1 << 21;

/// The state that nothing leaves and that says no.
pub(super) const DEAD: usize = 0;

/// States and what leads from one to another. The first is [`DEAD`].
#[derive(Debug)]
pub(super) struct States {
    /// How many entries a row has: one for each kind of characters.
    pub(super) kinds: usize,
    /// The next state, row by row: a row for each state.
    pub(super) next: Vec<u32>,
    /// Whether each state says yes at the end of the value.
    pub(super) accepts: Vec<bool>,
    /// The state before the first character.
    pub(super) start: usize,
}

impl States {
    /// How many states there are.
    pub(super) fn len(&self) -> usize {
        self.accepts.len()
    }

    /// Where each kind leads from a state.
    pub(super) fn row(&self, state: usize) -> &[u32] {
        &self.next[state * self.kinds..][..self.kinds]
    }
}

/// Finds the states of an expression.
pub(super) fn determine(steps: &Steps, alphabet: &Alphabet, source: &str) -> Result<States, PatternError> {
    let kinds = alphabet.kinds();
    let mut states = States { kinds, next: vec![DEAD as u32; kinds], accepts: vec![false], start: 0 };
    let mut found = Found::default();
    states.start = found.number(&[steps.first], Side::Edge) as usize;
    let mut reach = Reach::new(steps);
    let mut targets = vec![Vec::new(); kinds];
    let sides = alphabet.sides();
    while let Some(position) = found.positions.get(states.accepts.len() - 1).cloned() {
        // Where nothing is asked of what comes next, it is the same for the edge and all characters.
        let asks = reach.find(&position, Side::Edge);
        states.accepts.push(reach.end);
        for side in &sides {
            if asks {
                reach.find(&position, *side);
            }
            for (set, next) in &reach.takes {
                for kind in alphabet.kinds_of_set(*set) {
                    if alphabet.side(*kind) == *side {
                        targets[usize::from(*kind)].push(*next);
                    }
                }
                reach.work += alphabet.kinds_of_set(*set).len();
            }
        }
        for kind in 0..kinds {
            // Kinds mostly lead where their neighbours lead.
            let same = kind > 0
                && targets[kind] == targets[kind - 1]
                && alphabet.side(kind as u8) == alphabet.side(kind as u8 - 1);
            let number = match states.next.last() {
                Some(number) if same => *number,
                _ => found.number(&targets[kind], alphabet.side(kind as u8)),
            };
            states.next.push(number);
        }
        targets.iter_mut().for_each(Vec::clear);
        if reach.work > MOST_WORK || states.next.len() > MOST_ENTRIES {
            return Err(PatternError::too_large(source));
        }
    }
    Ok(states)
}

/// What is known of a value so far.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Position {
    /// The steps that may come next, in order.
    steps: Vec<usize>,
    /// What is before the place.
    before: Side,
}

/// The positions found so far, in the order of their numbers, which begin after [`DEAD`].
#[derive(Default)]
struct Found {
    /// The positions.
    positions: Vec<Rc<Position>>,
    /// Their numbers. Ordered, as a macro without optimisation compares some positions faster than it hashes one.
    numbers: BTreeMap<Rc<Position>, u32>,
}

impl Found {
    /// The number of a position, a new one for one that was not found yet.
    fn number(&mut self, steps: &[usize], before: Side) -> u32 {
        if steps.is_empty() {
            return DEAD as u32;
        }
        let mut steps = steps.to_vec();
        steps.sort_unstable();
        steps.dedup();
        let next = self.positions.len() as u32 + 1;
        match self.numbers.entry(Rc::new(Position { steps, before })) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(new) => {
                self.positions.push(new.key().clone());
                *new.insert(next)
            }
        }
    }
}

/// The steps that can be reached without taking a character.
struct Reach<'a> {
    /// All steps.
    steps: &'a [Step],
    /// The round in which each step was last reached.
    rounds: Vec<u32>,
    /// The current round.
    round: u32,
    /// The steps yet to be followed.
    pending: Vec<usize>,
    /// What can be taken: the sets of characters, and what follows each.
    takes: Vec<(usize, usize)>,
    /// Whether the expression may end here.
    end: bool,
    /// How many steps were followed in all rounds.
    work: usize,
}

impl<'a> Reach<'a> {
    /// Before the first round.
    fn new(steps: &'a Steps) -> Reach<'a> {
        Reach {
            steps: &steps.steps,
            rounds: vec![0; steps.steps.len()],
            round: 0,
            pending: Vec::new(),
            takes: Vec::new(),
            end: false,
            work: 0,
        }
    }

    /// Finds what can be reached from a position that something follows. Says whether it made a difference what.
    fn find(&mut self, position: &Position, after: Side) -> bool {
        self.round += 1;
        self.takes.clear();
        self.end = false;
        self.pending.extend(&position.steps);
        let mut asks = false;
        while let Some(step) = self.pending.pop() {
            self.work += 1;
            if std::mem::replace(&mut self.rounds[step], self.round) == self.round {
                continue;
            }
            match self.steps[step] {
                Step::Take { set, next } => self.takes.push((set, next)),
                Step::Hold { look, next } => {
                    asks = true;
                    if holds(look, position.before, after) {
                        self.pending.push(next);
                    }
                }
                Step::Fork(one, other) => self.pending.extend([one, other]),
                Step::End => self.end = true,
            }
        }
        asks
    }
}

/// Whether an assertion holds between two sides. Words are ASCII.
fn holds(look: Look, before: Side, after: Side) -> bool {
    let (word_before, word_after) = (before == Side::Word, after == Side::Word);
    match look {
        Look::Start => before == Side::Edge,
        Look::End => after == Side::Edge,
        Look::StartLF => matches!(before, Side::Edge | Side::LineFeed),
        Look::EndLF => matches!(after, Side::Edge | Side::LineFeed),
        Look::StartCRLF => match before {
            Side::CarriageReturn => after != Side::LineFeed,
            before => matches!(before, Side::Edge | Side::LineFeed),
        },
        Look::EndCRLF => match after {
            Side::LineFeed => before != Side::CarriageReturn,
            after => matches!(after, Side::Edge | Side::CarriageReturn),
        },
        Look::WordAscii | Look::WordUnicode => word_before != word_after,
        Look::WordAsciiNegate | Look::WordUnicodeNegate => word_before == word_after,
        Look::WordStartAscii | Look::WordStartUnicode => !word_before && word_after,
        Look::WordEndAscii | Look::WordEndUnicode => word_before && !word_after,
        Look::WordStartHalfAscii | Look::WordStartHalfUnicode => !word_before,
        Look::WordEndHalfAscii | Look::WordEndHalfUnicode => !word_after,
    }
}
