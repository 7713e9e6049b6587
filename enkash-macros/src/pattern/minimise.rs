//! Minimisation: merging equivalent states (Hopcroft's algorithm).

use super::dfa::{DEAD, Dfa};

/// The minimal DFA: states that accept the same rests of a value are one. Those that accept none
/// become the dead state.
pub(super) fn minimise(dfa: &Dfa) -> Dfa {
    let mut partition = Partition::new(dfa.len());
    for state in (0..dfa.len()).filter(|state| dfa.accepts[*state]) {
        partition.mark(state);
    }
    let mut pending = vec![0];
    pending.extend(partition.split().into_iter().map(|(_, new)| new));
    let mut is_pending = vec![true; partition.len()];

    let predecessors = Predecessors::new(dfa);
    while let Some(splitter) = pending.pop() {
        is_pending[splitter] = false;
        let splitter = partition.states(splitter).to_vec();
        for class in 0..dfa.classes {
            for target in &splitter {
                predecessors
                    .of(class, *target)
                    .iter()
                    .for_each(|source| partition.mark(*source as usize));
            }
            for (old, new) in partition.split() {
                // The smaller half suffices, unless the old block is still pending.
                let smaller = if partition.states(new).len() <= partition.states(old).len() {
                    new
                } else {
                    old
                };
                let next = if is_pending[old] { new } else { smaller };
                is_pending.push(false);
                is_pending[next] = true;
                pending.push(next);
            }
        }
    }
    merge(dfa, &partition)
}

/// One state for each block, the dead one first, the others in the order of their first states.
fn merge(dfa: &Dfa, partition: &Partition) -> Dfa {
    let mut number_of_block = vec![None; partition.len()];
    let mut representatives = Vec::new();
    for state in 0..dfa.len() {
        number_of_block[partition.block_of(state)].get_or_insert_with(|| {
            representatives.push(state);
            representatives.len() as u32 - 1
        });
    }
    let number = |state: usize| {
        number_of_block[partition.block_of(state)]
            .expect("every block has a state, and all states were seen")
    };
    debug_assert_eq!(number(DEAD), DEAD as u32);
    Dfa {
        classes: dfa.classes,
        next: representatives
            .iter()
            .flat_map(|state| dfa.row(*state))
            .map(|next| number(*next as usize))
            .collect(),
        accepts: representatives.iter().map(|state| dfa.accepts[*state]).collect(),
        start: number(dfa.start) as usize,
    }
}

/// The states that lead to each state.
struct Predecessors {
    /// How many states there are.
    count: usize,
    /// Where those of a class and a state begin in `states`; one more entry at the end.
    begins: Vec<u32>,
    /// All predecessors.
    states: Vec<u32>,
}

impl Predecessors {
    /// Inverts the transition table.
    fn new(dfa: &Dfa) -> Predecessors {
        let (count, width) = (dfa.len(), dfa.classes);
        let slot = |entry: usize, target: u32| entry % width * count + target as usize;
        let mut begins = vec![0; count * width + 1];
        for (entry, target) in dfa.next.iter().enumerate() {
            begins[slot(entry, *target) + 1] += 1;
        }
        for at in 1..begins.len() {
            begins[at] += begins[at - 1];
        }
        let mut free = begins.clone();
        let mut states = vec![0; dfa.next.len()];
        for (entry, target) in dfa.next.iter().enumerate() {
            let index = &mut free[slot(entry, *target)];
            states[*index as usize] = (entry / width) as u32;
            *index += 1;
        }
        Predecessors { count, begins, states }
    }

    /// The states from which a class leads to a state.
    fn of(&self, class: usize, state: usize) -> &[u32] {
        let slot = class * self.count + state;
        &self.states[self.begins[slot] as usize..self.begins[slot + 1] as usize]
    }
}

/// States in blocks that only ever become smaller.
struct Partition {
    /// The states, block by block, the marked ones of a block first.
    order: Vec<usize>,
    /// Where each state is in `order`.
    places: Vec<usize>,
    /// The block of each state.
    block_of: Vec<usize>,
    /// The blocks.
    blocks: Vec<Block>,
    /// The blocks that have marked states.
    touched: Vec<usize>,
}

/// A block of a [`Partition`].
struct Block {
    /// Where it begins in the order.
    begin: usize,
    /// Where it ends.
    end: usize,
    /// How many of its states are marked.
    marked: usize,
}

impl Partition {
    /// All states in one block.
    fn new(states: usize) -> Partition {
        Partition {
            order: (0..states).collect(),
            places: (0..states).collect(),
            block_of: vec![0; states],
            blocks: vec![Block { begin: 0, end: states, marked: 0 }],
            touched: Vec::new(),
        }
    }

    /// How many blocks there are.
    fn len(&self) -> usize {
        self.blocks.len()
    }

    /// The block of a state.
    fn block_of(&self, state: usize) -> usize {
        self.block_of[state]
    }

    /// The states of a block.
    fn states(&self, block: usize) -> &[usize] {
        let Block { begin, end, .. } = self.blocks[block];
        &self.order[begin..end]
    }

    /// Marks a state for the next split; marking it twice is marking it once.
    fn mark(&mut self, state: usize) {
        let block = self.block_of[state];
        let Block { begin, marked, .. } = &mut self.blocks[block];
        let (from, to) = (self.places[state], *begin + *marked);
        if from < to {
            return;
        }
        if *marked == 0 {
            self.touched.push(block);
        }
        *marked += 1;
        self.order.swap(from, to);
        self.places[self.order[from]] = from;
        self.places[self.order[to]] = to;
    }

    /// Moves the marked states of each block into a new one, unless all of a block are marked:
    /// pairs of old and new.
    fn split(&mut self) -> Vec<(usize, usize)> {
        let mut splits = Vec::new();
        for old in std::mem::take(&mut self.touched) {
            let new = self.blocks.len();
            let block = &mut self.blocks[old];
            let marked = std::mem::take(&mut block.marked);
            if block.begin + marked == block.end {
                continue;
            }
            let begin = block.begin;
            block.begin += marked;
            self.blocks.push(Block { begin, end: begin + marked, marked: 0 });
            for state in &self.order[begin..begin + marked] {
                self.block_of[*state] = new;
            }
            splits.push((old, new));
        }
        splits
    }
}
