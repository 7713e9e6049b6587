//! The deterministic automaton (DFA): each of its states is a set of NFA states (the subset
//! construction).

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::rc::Rc;

use regex_syntax::hir::Look;

use super::classes::{CharClasses, Side};
use super::error::PatternError;
use super::nfa::{Nfa, State};

/// The maximum number of entries of the transition table before minimisation. What fits in the
/// final tables has fewer.
const MAX_ENTRIES: usize = 1 << 19;

/// How often an NFA state may be looked at. What grows without end reaches this within a second,
/// also in a compiler that is itself compiled without optimisation.
const MAX_WORK: usize = 1 << 21;

/// The state from which no accepting state can be reached.
pub(super) const DEAD: usize = 0;

/// A deterministic automaton. Its first state is [`DEAD`].
#[derive(Debug)]
pub(super) struct Dfa {
    /// The number of character classes, which is how many entries a row of the transition table
    /// has.
    pub(super) classes: usize,
    /// The transition table: a row for each state.
    pub(super) next: Vec<u32>,
    /// Whether each state accepts.
    pub(super) accepts: Vec<bool>,
    /// The start state.
    pub(super) start: usize,
}

impl Dfa {
    /// How many states there are.
    pub(super) fn len(&self) -> usize {
        self.accepts.len()
    }

    /// The next state for each class.
    pub(super) fn row(&self, state: usize) -> &[u32] {
        &self.next[state * self.classes..][..self.classes]
    }
}

/// Makes an NFA deterministic.
pub(super) fn determinise(
    nfa: &Nfa,
    classes: &CharClasses,
    source: &str,
) -> Result<Dfa, PatternError> {
    let count = classes.len();
    let mut dfa =
        Dfa { classes: count, next: vec![DEAD as u32; count], accepts: vec![false], start: 0 };
    let mut sets = StateSets::default();
    dfa.start = sets.number(&[nfa.start], Side::Edge) as usize;
    let mut closure = EpsilonClosure::new(nfa);
    let mut targets = vec![Vec::new(); count];
    let sides = classes.sides();
    while let Some(set) = sets.sets.get(dfa.accepts.len() - 1).cloned() {
        // Where no assertion depends on what comes next, the closure is the same for the edge and
        // all characters.
        let depends_on_next = closure.compute(&set, Side::Edge);
        dfa.accepts.push(closure.accepts);
        for side in &sides {
            if depends_on_next {
                closure.compute(&set, *side);
            }
            for (chars, next) in &closure.transitions {
                let classes_of_set = classes.classes_of_set(*chars);
                for class in classes_of_set {
                    if classes.side(*class) == *side {
                        targets[usize::from(*class)].push(*next);
                    }
                }
                closure.work += classes_of_set.len();
            }
        }
        for class in 0..count {
            // Classes mostly lead where their neighbours lead.
            let same = class > 0
                && targets[class] == targets[class - 1]
                && classes.side(class as u8) == classes.side(class as u8 - 1);
            let number = match dfa.next.last() {
                Some(number) if same => *number,
                _ => sets.number(&targets[class], classes.side(class as u8)),
            };
            dfa.next.push(number);
        }
        targets.iter_mut().for_each(Vec::clear);
        if closure.work > MAX_WORK || dfa.next.len() > MAX_ENTRIES {
            return Err(PatternError::too_large(source));
        }
    }
    Ok(dfa)
}

/// The NFA states that a state of the DFA stands for.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct StateSet {
    /// The states, in order, without their epsilon closure.
    states: Vec<usize>,
    /// The character before the position, on which assertions depend.
    before: Side,
}

/// The sets found so far, in the order of their numbers, which begin after [`DEAD`].
#[derive(Default)]
struct StateSets {
    /// The sets.
    sets: Vec<Rc<StateSet>>,
    /// Their numbers. Ordered, as a macro without optimisation compares some sets faster than it
    /// hashes one.
    numbers: BTreeMap<Rc<StateSet>, u32>,
}

impl StateSets {
    /// The number of a set, a new one for one that was not found yet.
    fn number(&mut self, states: &[usize], before: Side) -> u32 {
        if states.is_empty() {
            return DEAD as u32;
        }
        let mut states = states.to_vec();
        states.sort_unstable();
        states.dedup();
        let next = self.sets.len() as u32 + 1;
        match self.numbers.entry(Rc::new(StateSet { states, before })) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(new) => {
                self.sets.push(new.key().clone());
                *new.insert(next)
            }
        }
    }
}

/// What a set reaches without consuming a character.
struct EpsilonClosure<'a> {
    /// All states of the NFA.
    states: &'a [State],
    /// The round in which each state was last reached.
    rounds: Vec<u32>,
    /// The current round.
    round: u32,
    /// The states yet to be followed.
    pending: Vec<usize>,
    /// The transitions that leave the closure: the set of characters, and the state that follows.
    transitions: Vec<(usize, usize)>,
    /// Whether the closure holds the state of a match.
    accepts: bool,
    /// How many states were followed in all rounds.
    work: usize,
}

impl<'a> EpsilonClosure<'a> {
    /// Before the first round.
    fn new(nfa: &'a Nfa) -> EpsilonClosure<'a> {
        EpsilonClosure {
            states: &nfa.states,
            rounds: vec![0; nfa.states.len()],
            round: 0,
            pending: Vec::new(),
            transitions: Vec::new(),
            accepts: false,
            work: 0,
        }
    }

    /// Computes the closure of a set before what follows. Returns whether it depends on what
    /// follows.
    fn compute(&mut self, set: &StateSet, after: Side) -> bool {
        self.round += 1;
        self.transitions.clear();
        self.accepts = false;
        self.pending.extend(&set.states);
        let mut depends_on_next = false;
        while let Some(state) = self.pending.pop() {
            self.work += 1;
            if std::mem::replace(&mut self.rounds[state], self.round) == self.round {
                continue;
            }
            match self.states[state] {
                State::Chars { set, next } => self.transitions.push((set, next)),
                State::Assertion { look, next } => {
                    depends_on_next = true;
                    if holds(look, set.before, after) {
                        self.pending.push(next);
                    }
                }
                State::Split(one, other) => self.pending.extend([one, other]),
                State::Match => self.accepts = true,
            }
        }
        depends_on_next
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
