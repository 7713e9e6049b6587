//! The foundations: outcomes, the clock, percent-encoding, secrets, repair of broken JSON.

pub(crate) mod clock;
pub(crate) mod outcome;
pub(crate) mod percent;
pub(crate) mod quoted;
pub(crate) mod repair;
pub(crate) mod secret;
