//! Merging the states that no value tells apart (Hopcroft's algorithm).

use super::states::{DEAD, States};

/// The states with those merged that say the same of every rest of a value. What cannot say yes any more becomes
/// the dead state.
pub(super) fn minimise(states: &States) -> States {
    let mut parts = Partition::new(states.len());
    for state in (0..states.len()).filter(|state| states.accepts[*state]) {
        parts.mark(state);
    }
    let mut pending = vec![0];
    pending.extend(parts.split().into_iter().map(|(_, new)| new));
    let mut is_pending = vec![true; parts.len()];

    let sources = Sources::new(states);
    while let Some(splitter) = pending.pop() {
        is_pending[splitter] = false;
        let splitter = parts.members(splitter).to_vec();
        for kind in 0..states.kinds {
            for target in &splitter {
                sources.of(kind, *target).iter().for_each(|source| parts.mark(*source as usize));
            }
            for (old, new) in parts.split() {
                // The smaller half suffices, unless the old whole has yet to be looked at.
                let smaller = if parts.members(new).len() <= parts.members(old).len() { new } else { old };
                let next = if is_pending[old] { new } else { smaller };
                is_pending.push(false);
                is_pending[next] = true;
                pending.push(next);
            }
        }
    }
    merge(states, &parts)
}

/// One state for each part, the dead part's first, the others in the order of their first members.
fn merge(states: &States, parts: &Partition) -> States {
    let mut number_of_part = vec![None; parts.len()];
    let mut representatives = Vec::new();
    for state in 0..states.len() {
        number_of_part[parts.part(state)].get_or_insert_with(|| {
            representatives.push(state);
            representatives.len() as u32 - 1
        });
    }
    let number = |state: usize| {
        number_of_part[parts.part(state)].expect("every part has a member, and all members were seen")
    };
    debug_assert_eq!(number(DEAD), DEAD as u32);
    States {
        kinds: states.kinds,
        next: representatives
            .iter()
            .flat_map(|state| states.row(*state))
            .map(|next| number(*next as usize))
            .collect(),
        accepts: representatives.iter().map(|state| states.accepts[*state]).collect(),
        start: number(states.start) as usize,
    }
}

/// The states that lead to each state.
struct Sources {
    /// How many states there are.
    states: usize,
    /// Where the sources of a kind and a state begin in `sources`; one more entry at the end.
    begins: Vec<u32>,
    /// All sources.
    sources: Vec<u32>,
}

impl Sources {
    /// Turns the table round.
    fn new(states: &States) -> Sources {
        let (count, width) = (states.len(), states.kinds);
        let slot = |entry: usize, target: u32| entry % width * count + target as usize;
        let mut begins = vec![0; count * width + 1];
        for (entry, target) in states.next.iter().enumerate() {
            begins[slot(entry, *target) + 1] += 1;
        }
        for at in 1..begins.len() {
            begins[at] += begins[at - 1];
        }
        let mut free = begins.clone();
        let mut sources = vec![0; states.next.len()];
        for (entry, target) in states.next.iter().enumerate() {
            let place = &mut free[slot(entry, *target)];
            sources[*place as usize] = (entry / width) as u32;
            *place += 1;
        }
        Sources { states: count, begins, sources }
    }

    /// The states that a kind leads to a state from.
    fn of(&self, kind: usize, state: usize) -> &[u32] {
        let slot = kind * self.states + state;
        &self.sources[self.begins[slot] as usize..self.begins[slot + 1] as usize]
    }
}

/// States in parts that only ever become smaller.
struct Partition {
    /// The states, part by part, the marked ones of a part first.
    order: Vec<usize>,
    /// Where each state is in `order`.
    places: Vec<usize>,
    /// The part of each state.
    part_of: Vec<usize>,
    /// The parts.
    parts: Vec<Part>,
    /// The parts that have marked states.
    touched: Vec<usize>,
}

/// A part of a [`Partition`].
struct Part {
    /// Where it begins in the order.
    begin: usize,
    /// Where it ends.
    end: usize,
    /// How many of its states are marked.
    marked: usize,
}

impl Partition {
    /// All states in one part.
    fn new(states: usize) -> Partition {
        Partition {
            order: (0..states).collect(),
            places: (0..states).collect(),
            part_of: vec![0; states],
            parts: vec![Part { begin: 0, end: states, marked: 0 }],
            touched: Vec::new(),
        }
    }

    /// How many parts there are.
    fn len(&self) -> usize {
        self.parts.len()
    }

    /// The part of a state.
    fn part(&self, state: usize) -> usize {
        self.part_of[state]
    }

    /// The states of a part.
    fn members(&self, part: usize) -> &[usize] {
        let Part { begin, end, .. } = self.parts[part];
        &self.order[begin..end]
    }

    /// Marks a state for the next split; marking it twice is marking it once.
    fn mark(&mut self, state: usize) {
        let part = self.part_of[state];
        let Part { begin, marked, .. } = &mut self.parts[part];
        let (from, to) = (self.places[state], *begin + *marked);
        if from < to {
            return;
        }
        if *marked == 0 {
            self.touched.push(part);
        }
        *marked += 1;
        self.order.swap(from, to);
        self.places[self.order[from]] = from;
        self.places[self.order[to]] = to;
    }

    /// Takes the marked states out of their parts, unless all of a part are marked: each old part with its new one.
    fn split(&mut self) -> Vec<(usize, usize)> {
        let mut splits = Vec::new();
        for old in std::mem::take(&mut self.touched) {
            let new = self.parts.len();
            let part = &mut self.parts[old];
            let marked = std::mem::take(&mut part.marked);
            if part.begin + marked == part.end {
                continue;
            }
            let begin = part.begin;
            part.begin += marked;
            self.parts.push(Part { begin, end: begin + marked, marked: 0 });
            for state in &self.order[begin..begin + marked] {
                self.part_of[*state] = new;
            }
            splits.push((old, new));
        }
        splits
    }
}
