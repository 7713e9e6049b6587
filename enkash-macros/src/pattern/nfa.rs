//! The nondeterministic automaton (NFA) of an expression (Thompson's construction).

use regex_syntax::hir::{Hir, HirKind, Look, Repetition};

use super::classes::{CharClasses, characters, ranges};
use super::error::PatternError;

/// The maximum number of states: what has more has too many in the DFA as well.
const MAX_STATES: usize = 1 << 16;

/// A state of the NFA; states are known by their numbers.
#[derive(Debug, Clone, Copy)]
pub(super) enum State {
    /// Consumes a character of a set.
    Chars {
        /// The number of the set among those of [`CharClasses`].
        set: usize,
        /// The next state.
        next: usize,
    },
    /// Goes on if an assertion holds, without consuming anything.
    Assertion {
        /// The assertion.
        look: Look,
        /// The next state.
        next: usize,
    },
    /// Goes on both ways, without consuming anything.
    Split(usize, usize),
    /// The expression has matched.
    Match,
}

/// A nondeterministic automaton.
pub(super) struct Nfa {
    /// The states by number.
    pub(super) states: Vec<State>,
    /// The number of the start state.
    pub(super) start: usize,
}

/// The states of a part of the expression: those from `begin` on, up to where the next part begins.
/// They lead to each other and to `next` alone.
struct Fragment {
    /// The lowest number among them.
    begin: usize,
    /// One more than the highest.
    end: usize,
    /// The start state: one of them, or `next` if there are none.
    start: usize,
    /// The state after the part.
    next: usize,
}

impl Nfa {
    /// The NFA of an expression.
    pub(super) fn new(hir: &Hir, classes: &CharClasses, source: &str) -> Result<Nfa, PatternError> {
        let mut nfa = Nfa { states: vec![State::Match], start: 0 };
        nfa.start = nfa.part(hir, classes, 0).ok_or_else(|| PatternError::too_large(source))?;
        Ok(nfa)
    }

    /// Makes the states of a part that `next` follows, and returns its start state; `None` if there
    /// are too many. They are made from the last to the first, because each holds the number of the
    /// next one.
    fn part(&mut self, hir: &Hir, classes: &CharClasses, next: usize) -> Option<usize> {
        match hir.kind() {
            HirKind::Empty => Some(next),
            HirKind::Literal(literal) => {
                characters(&literal.0).into_iter().rev().try_fold(next, |next, character| {
                    self.push(State::Chars { set: classes.set(&[character]), next })
                })
            }
            HirKind::Class(class) => {
                self.push(State::Chars { set: classes.set(&ranges(class)), next })
            }
            HirKind::Look(look) => self.push(State::Assertion { look: *look, next }),
            HirKind::Capture(capture) => self.part(&capture.sub, classes, next),
            HirKind::Concat(parts) => {
                parts.iter().rev().try_fold(next, |next, part| self.part(part, classes, next))
            }
            HirKind::Alternation(parts) => {
                let (last, others) = parts.split_last()?;
                let last = self.part(last, classes, next)?;
                others.iter().rev().try_fold(last, |others, part| {
                    let part = self.part(part, classes, next)?;
                    self.push(State::Split(part, others))
                })
            }
            HirKind::Repetition(repetition) => self.repetition(repetition, classes, next),
        }
    }

    /// The same for a part that is repeated.
    fn repetition(
        &mut self,
        repetition: &Repetition,
        classes: &CharClasses,
        next: usize,
    ) -> Option<usize> {
        let min = repetition.min as usize;
        let Some(max) = repetition.max else {
            let again = self.push(State::Split(next, next))?;
            let once = self.fragment(&repetition.sub, classes, again)?;
            self.states[again] = State::Split(once.start, next);
            return match min {
                0 => Some(again),
                _ => (1..min).try_fold(once.start, |next, _| self.copy(&once, next)),
            };
        };
        let (max, begin) = (max as usize, self.states.len());
        if max == 0 {
            return Some(next);
        }
        let once = self.fragment(&repetition.sub, classes, next)?;
        if self.states.len() == begin {
            return Some(next);
        }
        let mut start = next;
        for copies in 0..max {
            let part = if copies == 0 { once.start } else { self.copy(&once, start)? };
            start = if copies < max - min { self.push(State::Split(part, next))? } else { part };
        }
        Some(start)
    }

    /// Makes the states of a part that may be copied.
    fn fragment(&mut self, hir: &Hir, classes: &CharClasses, next: usize) -> Option<Fragment> {
        let begin = self.states.len();
        let start = self.part(hir, classes, next)?;
        Some(Fragment { begin, end: self.states.len(), start, next })
    }

    /// Copies the states of a part, with another state after them, and returns the start state.
    fn copy(&mut self, fragment: &Fragment, next: usize) -> Option<usize> {
        let offset = self.states.len() - fragment.begin;
        let moved = |state: usize| if state == fragment.next { next } else { state + offset };
        for at in fragment.begin..fragment.end {
            self.push(match self.states[at] {
                State::Chars { set, next } => State::Chars { set, next: moved(next) },
                State::Assertion { look, next } => State::Assertion { look, next: moved(next) },
                State::Split(one, other) => State::Split(moved(one), moved(other)),
                State::Match => State::Match,
            })?;
        }
        Some(moved(fragment.start))
    }

    /// Appends a state and returns its number.
    fn push(&mut self, state: State) -> Option<usize> {
        self.states.push(state);
        (self.states.len() <= MAX_STATES).then(|| self.states.len() - 1)
    }
}
