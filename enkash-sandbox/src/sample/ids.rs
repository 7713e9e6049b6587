//! Identifiers and other made-up values: the same seed and the same calls give the same ones.

use std::sync::atomic::{AtomicU64, Ordering};

/// The source of everything that the sandbox makes up.
#[derive(Debug)]
pub(crate) struct Ids {
    seed: u64,
    drawn: AtomicU64,
}

impl Ids {
    pub(crate) fn new(seed: u64) -> Self {
        Self { seed, drawn: AtomicU64::new(0) }
    }

    /// `prefix` and `length` further letters and digits, all capital; never the same twice.
    pub(crate) fn next(&self, prefix: &str, length: usize) -> String {
        self.draw(prefix, length, b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    }

    /// A token: long, and of both cases.
    pub(crate) fn token(&self) -> String {
        const ALPHABET: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        self.draw("sandbox-", 32, ALPHABET)
    }

    fn draw(&self, prefix: &str, length: usize, alphabet: &[u8]) -> String {
        let number = self.drawn.fetch_add(1, Ordering::Relaxed);
        let mut state = self.seed ^ number.wrapping_mul(0xD1B5_4A32_D192_ED03);
        let letters = (0..length).map(|_| {
            state = scramble(state);
            alphabet
                .get((state >> 33) as usize % alphabet.len())
                .map_or('0', |byte| char::from(*byte))
        });
        prefix.chars().chain(letters).collect()
    }
}

/// One step of SplitMix64.
pub(crate) fn scramble(state: u64) -> u64 {
    let mut mixed = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_seed_decides() {
        let draw = |seed| {
            let ids = Ids::new(seed);
            (0..3).map(|_| ids.next("KC", 14)).collect::<Vec<_>>()
        };
        assert_eq!(draw(1), draw(1));
        assert_ne!(draw(1), draw(2));
        assert!(draw(1).iter().all(|id| id.len() == 16 && id.starts_with("KC")));
    }

    #[test]
    fn no_repetition_in_many() {
        let ids = Ids::new(7);
        let drawn: HashSet<_> = (0..100_000).map(|_| ids.next("", 14)).collect();
        assert_eq!(drawn.len(), 100_000);
    }
}
