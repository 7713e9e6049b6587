//! What everything else stands on: outcomes, the clock, percent-encoding, secrets, broken JSON.

pub(crate) mod clock;
pub(crate) mod outcome;
pub(crate) mod path;
pub(crate) mod repair;
pub(crate) mod secret;
