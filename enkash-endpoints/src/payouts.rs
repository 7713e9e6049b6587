//! Money transfers to beneficiaries.
//!
//! Money leaves a payout account, or a connected bank account, by IMPS, NEFT, RTGS or UPI, one transfer at a time or in
//! batches. Bodies are sealed both ways. Some pages show plain JSON, while the guide says that all calls but the sign-in
//! are sealed; the guide is followed.
//!
//! The documents have lost the names of some short members, among them that of the checksum, and its rule too. Such
//! members can be sent in `more`, and are there in answers.

mod account;
mod beneficiary;
mod token;
mod transfer;
mod webhook_data;
mod webhooks;

pub use account::*;
pub use beneficiary::*;
pub use token::*;
pub use transfer::*;
pub use webhook_data::*;
pub use webhooks::*;
