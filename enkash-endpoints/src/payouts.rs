//! Money transfers to beneficiaries.
//!
//! <!-- operations -->
//! | method | path | struct | reply |
//! |---|---|---|---|
//! | POST | `/api/v0/bankDetail/whitelist` | [`WhitelistSourceBankAccount`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/beneficiary-detail` | [`CreatePayoutBeneficiary`] | [`BeneficiaryCreateResponse`](models::BeneficiaryCreateResponse) |
//! | GET | `/api/v0/payout-account/balance` | [`GetPayoutAccountBalance`] | [`PayoutAccountBalance`](models::PayoutAccountBalance) |
//! | POST | `/api/v0/payout-account/statement` | [`FetchPayoutBankStatement`] | [`Vec<StatementEntry>`](models::StatementEntry) |
//! | POST | `/api/v0/payout-transaction` | [`InitiatePayoutTransfer`] | [`PayoutTransactionCreateResponse`](models::PayoutTransactionCreateResponse) |
//! | POST | `/api/v0/payout-transaction/batch` | [`InitiateBatchPayoutTransfer`] | [`BatchPayoutCreateResponse`](models::BatchPayoutCreateResponse) |
//! | POST | `/api/v0/webhook-data` | [`CreatePayoutWebhookConfiguration`] | [`WebhookData`](models::WebhookData) |
//! | POST | `/oauth/token` | [`GeneratePayoutAuthenticationToken`] | [`PayoutToken`](models::PayoutToken) |
//! <!-- /operations -->
//!
//! Money leaves a payout account, or a connected bank account, by IMPS, NEFT, RTGS or UPI, one
//! transfer at a time or in batches. Bodies are encrypted in both directions. Some pages show plain
//! JSON, while the guide says that all calls but the token request are encrypted; this crate
//! follows the guide.
//!
//! The API reference lacks the names of some short fields, among them that of the checksum, and its
//! rule too. Such fields can be sent in `more`, and responses have them in `more`.

mod account;
mod beneficiary;
pub mod builders;
pub mod models;
mod token;
mod transfer;
mod webhook_configuration;
pub mod webhooks;

pub use account::{FetchPayoutBankStatement, GetPayoutAccountBalance, WhitelistSourceBankAccount};
pub use beneficiary::CreatePayoutBeneficiary;
pub use token::GeneratePayoutAuthenticationToken;
pub use transfer::{InitiateBatchPayoutTransfer, InitiatePayoutTransfer};
pub use webhook_configuration::CreatePayoutWebhookConfiguration;

use enkash_core::{CodeMeaning, Environment, Product, ResultCodes};

use crate::platform::{Aes128EcbSha256, ENVELOPE, OAUTH};

/// Money transfers to beneficiaries. Bodies are [encrypted](Aes128EcbSha256) in both directions,
/// under the client's secret or the `encryption_secret` of the client builder.
///
/// Hosts and result codes: <https://docs.enkash.com/folder-4264617>. Encryption:
/// <https://docs.enkash.com/folder-1769253>.
pub const PAYOUTS: Product = Product::new("payouts")
    .base_url_in(Environment::Test, "https://ekpayout-uat.enkash.in")
    .base_url_in(Environment::Live, "https://api.enkash.in")
    .auth(&OAUTH)
    .encryption(&Aes128EcbSha256)
    .envelope(&ENVELOPE)
    .result_codes(&CODES);

/// 403 is "APIs not enabled", and also "response could not be encrypted": by then the transfer may
/// have been made.
const CODES: ResultCodes = ResultCodes::defined(&[
    (&[0], CodeMeaning::Success),
    (&[409], CodeMeaning::Duplicate),
    (&[403], CodeMeaning::Contradictory),
    (&[1, 412, 422], CodeMeaning::Refused),
]);
