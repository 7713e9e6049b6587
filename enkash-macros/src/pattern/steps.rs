//! An expression as steps (Thompson's construction).

use regex_syntax::hir::{Hir, HirKind, Look, Repetition};

use super::alphabet::{Alphabet, characters, ranges};
use super::error::PatternError;

/// How many steps there may be: what has more has too many states.
const MOST_STEPS: usize = 1 << 16;

/// A step through an expression; steps are known by their numbers.
#[derive(Debug, Clone, Copy)]
pub(super) enum Step {
    /// Takes a character of a set.
    Take {
        /// The number of the set in the alphabet.
        set: usize,
        /// What follows.
        next: usize,
    },
    /// Goes on if something holds here.
    Hold {
        /// What must hold.
        look: Look,
        /// What follows.
        next: usize,
    },
    /// Goes on both ways.
    Fork(usize, usize),
    /// The expression has matched.
    End,
}

/// The steps of an expression.
pub(super) struct Steps {
    /// The steps by number.
    pub(super) steps: Vec<Step>,
    /// The number of the first one.
    pub(super) first: usize,
}

/// The steps that were made for a part of the expression: those from `begin` on, up to where the next part begins.
/// They lead to each other and to `next` alone.
struct Fragment {
    /// The lowest number among them.
    begin: usize,
    /// One more than the highest.
    end: usize,
    /// The first step to take: one of them, or `next` if there are none.
    first: usize,
    /// The step after the part.
    next: usize,
}

impl Steps {
    /// The steps of an expression.
    pub(super) fn new(hir: &Hir, alphabet: &Alphabet, source: &str) -> Result<Steps, PatternError> {
        let mut steps = Steps { steps: vec![Step::End], first: 0 };
        steps.first = steps.part(hir, alphabet, 0).ok_or_else(|| PatternError::too_large(source))?;
        Ok(steps)
    }

    /// Makes the steps of a part that `next` follows, and says which is the first; `None` if there are too many. They
    /// are made from the last to the first, because each has to know what follows.
    fn part(&mut self, hir: &Hir, alphabet: &Alphabet, next: usize) -> Option<usize> {
        match hir.kind() {
            HirKind::Empty => Some(next),
            HirKind::Literal(literal) => {
                characters(&literal.0).into_iter().rev().try_fold(next, |next, character| {
                    self.push(Step::Take { set: alphabet.set(&[character]), next })
                })
            }
            HirKind::Class(class) => self.push(Step::Take { set: alphabet.set(&ranges(class)), next }),
            HirKind::Look(look) => self.push(Step::Hold { look: *look, next }),
            HirKind::Capture(capture) => self.part(&capture.sub, alphabet, next),
            HirKind::Concat(parts) => {
                parts.iter().rev().try_fold(next, |next, part| self.part(part, alphabet, next))
            }
            HirKind::Alternation(parts) => {
                let (last, others) = parts.split_last()?;
                let last = self.part(last, alphabet, next)?;
                others.iter().rev().try_fold(last, |others, part| {
                    let part = self.part(part, alphabet, next)?;
                    self.push(Step::Fork(part, others))
                })
            }
            HirKind::Repetition(repetition) => self.repetition(repetition, alphabet, next),
        }
    }

    /// The same for a part that is repeated.
    fn repetition(&mut self, repetition: &Repetition, alphabet: &Alphabet, next: usize) -> Option<usize> {
        let min = repetition.min as usize;
        let Some(max) = repetition.max else {
            let again = self.push(Step::Fork(next, next))?;
            let once = self.fragment(&repetition.sub, alphabet, again)?;
            self.steps[again] = Step::Fork(once.first, next);
            return match min {
                0 => Some(again),
                _ => (1..min).try_fold(once.first, |next, _| self.copy(&once, next)),
            };
        };
        let (max, begin) = (max as usize, self.steps.len());
        if max == 0 {
            return Some(next);
        }
        let once = self.fragment(&repetition.sub, alphabet, next)?;
        if self.steps.len() == begin {
            return Some(next);
        }
        let mut first = next;
        for copies in 0..max {
            let part = if copies == 0 { once.first } else { self.copy(&once, first)? };
            first = if copies < max - min { self.push(Step::Fork(part, next))? } else { part };
        }
        Some(first)
    }

    /// Makes the steps of a part that may be copied.
    fn fragment(&mut self, hir: &Hir, alphabet: &Alphabet, next: usize) -> Option<Fragment> {
        let begin = self.steps.len();
        let first = self.part(hir, alphabet, next)?;
        Some(Fragment { begin, end: self.steps.len(), first, next })
    }

    /// Copies the steps of a part to where something else follows, and says which is the first.
    fn copy(&mut self, fragment: &Fragment, next: usize) -> Option<usize> {
        let offset = self.steps.len() - fragment.begin;
        let moved = |step: usize| if step == fragment.next { next } else { step + offset };
        for at in fragment.begin..fragment.end {
            self.push(match self.steps[at] {
                Step::Take { set, next } => Step::Take { set, next: moved(next) },
                Step::Hold { look, next } => Step::Hold { look, next: moved(next) },
                Step::Fork(one, other) => Step::Fork(moved(one), moved(other)),
                Step::End => Step::End,
            })?;
        }
        Some(moved(fragment.first))
    }

    /// Appends a step and says its number.
    fn push(&mut self, step: Step) -> Option<usize> {
        self.steps.push(step);
        (self.steps.len() <= MOST_STEPS).then(|| self.steps.len() - 1)
    }
}
