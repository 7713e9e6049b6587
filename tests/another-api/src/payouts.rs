//! Payouts.

use enkash_core::{AsText, endpoint, model};
use uuid::Uuid;

use super::PAYOUTS as PRODUCT;

/// A payout.
#[model]
#[derive(PartialEq)]
pub struct Payout {
    /// Its id.
    pub id: AsText<Uuid>,
    /// Its status, such as `queued`.
    pub state: Option<String>,
}

/// Pays money out.
#[endpoint(POST, "/v1/payouts", response = Payout, unique = reference, rename_all = "snake_case")]
pub struct SendPayout {
    /// The caller's own id of the payout, which Acme takes once.
    #[length(1..=40)]
    pub reference: String,
    /// The account that receives it.
    pub account_id: AsText<Uuid>,
    /// How much, in cents.
    #[range(1..=1_000_000)]
    pub amount: i64,
}
