//! Randomness that comes back with its seed.

/// A small generator (SplitMix64): the same seed, the same numbers.
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// The numbers of this seed.
    #[must_use]
    pub const fn seeded(seed: u64) -> Self {
        Random(seed)
    }

    /// The numbers that belong to one of many things, however the things are ordered.
    #[must_use]
    pub fn of(seed: u64, thing: u64, part: u64) -> Self {
        let mut random = Random(seed ^ thing.wrapping_mul(0xd134_2543_de82_ef95));
        let mixed = random.bits() ^ part.wrapping_mul(0xaf25_1af3_b0f0_25b5);
        Random(mixed)
    }

    /// Any number.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// A number below `end`, which is not 0.
    pub fn below(&mut self, end: u64) -> u64 {
        // The bias of the remainder is far below what a test could notice.
        self.bits() % end
    }
}
