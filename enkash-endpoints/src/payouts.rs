//! Money transfers to beneficiaries.
//!
//! Money leaves a payout account, or a connected bank account, by IMPS, NEFT, RTGS or UPI, one transfer at a time or in
//! batches. Bodies are encrypted in both directions. Some pages show plain JSON, while the guide says that all calls but the
//! token request are encrypted; the guide is followed.
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

use enkash_core::{CodeMeaning, Environment, Product, ResultCodes};

use crate::platform::{Aes128EcbSha256, ENVELOPE, OAUTH};

/// Money transfers to beneficiaries. Bodies are [encrypted](Aes128EcbSha256) in both directions, under the client's secret
/// or the `encryption_secret` of the client builder.
///
/// Hosts and result codes: <https://docs.enkash.com/folder-4264617>. Encryption: <https://docs.enkash.com/folder-1769253>.
pub const PAYOUTS: Product = Product::new("payouts")
    .base_url_in(Environment::Test, "https://ekpayout-uat.enkash.in")
    .base_url_in(Environment::Live, "https://api.enkash.in")
    .auth(&OAUTH)
    .encryption(&Aes128EcbSha256)
    .envelope(&ENVELOPE)
    .result_codes(&CODES);

/// 403 is "APIs not enabled", and also "response could not be encrypted": by then the transfer may have been made.
const CODES: ResultCodes = ResultCodes::defined(&[
    (&[0], CodeMeaning::Success),
    (&[409], CodeMeaning::Duplicate),
    (&[403], CodeMeaning::Contradictory),
    (&[1, 412, 422], CodeMeaning::Refused),
]);
