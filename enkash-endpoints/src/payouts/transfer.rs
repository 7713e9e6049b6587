//! Transfers.

use enkash_core::{JsonMap, Money, endpoint, model};

use super::PAYOUTS as PRODUCT;
use crate::ids::Vpa;

/// Starts a transfer to a registered beneficiary, or to one that is given with it.
///
/// A successful call does not mean a successful transfer. Check
/// [`payout_status`](PayoutTransactionCreateResponse::payout_status), which can be
/// [`Rejected`](PayoutStatus::Rejected) or [`Failed`](PayoutStatus::Failed). After a rejection,
/// correct the transfer and send it with the same `transaction_id`. Otherwise EnKash refuses a
/// `transaction_id` that was used before: [`Error::is_duplicate`](enkash_core::Error::is_duplicate)
/// is true then.
///
/// No endpoint gets a transfer by its id. Look for it in the account's statement with
/// [`FetchPayoutBankStatement`](super::FetchPayoutBankStatement).
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::{Money, Outcome};
/// use enkash_endpoints::payouts::{
///     InitiatePayoutTransfer,
///     models::{PayoutStatus, TransferMode},
/// };
/// # use enkash_endpoints::payouts::CreatePayoutBeneficiary;
/// # use enkash_endpoints::payouts::PAYOUTS;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &PAYOUTS)?;
/// # CreatePayoutBeneficiary::builder().beneficiary_id("BENE0001").beneficiary_name("Test Payee")
/// #     .vpa_handle("payee@testbank").build().send(&client).await?;
/// // `CreatePayoutBeneficiary` registered the beneficiary. Store the `transaction_id` before the
/// // first attempt, so that a restarted program uses the same one.
/// let request = InitiatePayoutTransfer::builder()
///     .beneficiary_id("BENE0001")
///     .transaction_id("TXN0001")
///     .transfer_amount(Money::from_rupees(100))
///     .transfer_mode(TransferMode::Imps)
///     .build();
/// match request.send(&client).await {
///     Ok(reply) => match reply.into_payload()?.payout_status {
///         Some(PayoutStatus::Success) => println!("paid"),
///         Some(PayoutStatus::Rejected) => println!("correct it and use the same id"),
///         status => println!("{status:?}: look it up later"),
///     },
///     // An earlier request was accepted: look for the transfer in the statement.
///     Err(error) if error.is_duplicate() => println!("duplicate: {error}"),
///     // The money may have left: look for it in the statement, or send the same id again.
///     Err(error) if error.outcome() == Outcome::Unknown => println!("unknown: {error}"),
///     // `NotSent` or `Refused`: correct the cause and send it again. `Performed`: do not.
///     Err(error) => return Err(error.into()),
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Gaps in the API reference
///
/// That a transfer takes either `beneficiary_id` or `beneficiary_detail` is inferred. The name of a
/// checksum field (`checksum` is a guess), its rule, and four fields of the response are missing.
/// The API reference shows no envelope around the response. If there is one, its fields are in
/// `more`.
#[endpoint(
    POST,
    "/api/v0/payout-transaction",
    response = PayoutTransactionCreateResponse,
    bare,
    unique = transaction_id,
    docs = "https://docs.enkash.com/project-616243/api-8990268"
)]
pub struct InitiatePayoutTransfer {
    /// A registered beneficiary, by the merchant's own id.
    pub beneficiary_id: Option<String>,
    /// The merchant's own id of the transfer.
    pub transaction_id: String,
    /// The amount in rupees, at least 1.
    #[range(1..)]
    pub transfer_amount: Money,
    /// The transfer mode.
    pub transfer_mode: TransferMode,
    /// A remark: letters, digits and spaces.
    #[sensitive]
    pub transfer_remark: Option<String>,
    /// The merchant's own reference.
    pub reference: Option<String>,
    /// The fund source to debit.
    pub fund_source_id: Option<String>,
    /// A beneficiary that is not registered.
    pub beneficiary_detail: Option<BeneficiaryDetail>,
    /// The number of the account to debit; connected banking needs it.
    #[sensitive]
    pub debit_account_number: Option<String>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// Starts several transfers with one request.
///
/// A successful call does not mean successful transfers: check the status of each. EnKash refuses a
/// `batch_transaction_id` that was used before:
/// [`Error::is_duplicate`](enkash_core::Error::is_duplicate) is true then.
///
/// For a complete example see [`InitiatePayoutTransfer`](InitiatePayoutTransfer#examples).
///
/// # Gaps in the API reference
///
/// The API reference does not show how many transfers a batch takes, whether a batch has a
/// checksum, or how the response lists transfers that were not accepted.
#[endpoint(
    POST,
    "/api/v0/payout-transaction/batch",
    response = BatchPayoutCreateResponse,
    bare,
    unique = batch_transaction_id,
    docs = "https://docs.enkash.com/api-8990270"
)]
pub struct InitiateBatchPayoutTransfer {
    /// The merchant's own id of the batch.
    pub batch_transaction_id: String,
    /// The transfers.
    pub transfers: Vec<BatchTransfer>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// One transfer of a batch, which has the fields of [`InitiatePayoutTransfer`].
#[model]
pub struct BatchTransfer {
    /// A registered beneficiary, by the merchant's own id.
    pub beneficiary_id: Option<String>,
    /// The merchant's own id of the transfer.
    pub transaction_id: String,
    /// The amount in rupees, at least 1.
    #[range(1..)]
    pub transfer_amount: Money,
    /// The transfer mode.
    pub transfer_mode: TransferMode,
    /// A remark: letters, digits and spaces.
    #[sensitive]
    pub transfer_remark: Option<String>,
    /// The merchant's own reference.
    pub reference: Option<String>,
    /// The fund source to debit.
    pub fund_source_id: Option<String>,
    /// A beneficiary that is not registered.
    pub beneficiary_detail: Option<BeneficiaryDetail>,
    /// The number of the account to debit; connected banking needs it.
    #[sensitive]
    pub debit_account_number: Option<String>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// A transfer mode.
#[model]
pub enum TransferMode {
    /// Immediately and at any time, up to 200,000 rupees.
    Imps,
    /// In batches during the banks' hours.
    Neft,
    /// Real-time gross settlement; the API reference gives no hours or limits.
    Rtgs,
    /// At any time, to a UPI address.
    Upi,
}

/// A beneficiary that is given with a transfer.
///
/// Give an account or a UPI address. The API reference lacks the names of several fields, among
/// them the IFSC, the e-mail address and the phone number; `beneficiaryIfsc`, `beneficiaryEmail`
/// and `beneficiaryPhone` are guesses.
#[model]
pub struct BeneficiaryDetail {
    /// The beneficiary's UPI address.
    pub vpa_handle: Option<Vpa>,
    /// The merchant's own id of the beneficiary; whether it is required is cut off in the API
    /// reference.
    pub beneficiary_id: Option<String>,
    /// The number of the beneficiary's bank account.
    #[sensitive]
    pub beneficiary_account_number: Option<String>,
    /// The beneficiary's postal address.
    #[sensitive]
    pub beneficiary_address: Option<String>,
    /// The postal code.
    #[sensitive]
    pub beneficiary_pincode: Option<String>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// The response to a transfer. The API reference counts six fields and names two.
#[model]
pub struct PayoutTransactionCreateResponse {
    /// The transfer, by EnKash's id.
    pub enkash_transaction_id: Option<String>,
    /// The status of the transfer.
    pub payout_status: Option<PayoutStatus>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// The response to a batch. The API reference documents no field after the accepted transfers.
#[model]
pub struct BatchPayoutCreateResponse {
    /// The merchant's own id of the batch.
    pub batch_transaction_id: Option<String>,
    /// The transfers that were accepted.
    pub successful_payout_transaction_create_responses: Vec<PayoutTransactionCreateResponse>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// The status of a transfer. The page of the call cuts the values off; these are from the page of
/// statuses, which breaks off too.
#[model]
pub enum PayoutStatus {
    /// Accepted, not yet sent to the bank.
    Pending,
    /// Rejected because it breaks a rule. Correct it and send it with the same id.
    Rejected,
    /// Sent to the bank, which has not confirmed it yet.
    Processing,
    /// Confirmed by the bank.
    Success,
    /// Failed at the bank.
    Failed,
    /// Completed by the bank and reversed later.
    Reversed,
}

impl PayoutStatus {
    /// Whether the transfer has ended; `None` for a status that the API reference does not list.
    ///
    /// Poll its state until this is `Some(true)`. A success can still become
    /// [`Reversed`](Self::Reversed), which EnKash sets after its reconciliation. A rejected
    /// transfer ends, and a corrected one may be sent with the same id.
    #[must_use]
    pub fn is_final(&self) -> Option<bool> {
        match self {
            PayoutStatus::Success
            | PayoutStatus::Failed
            | PayoutStatus::Rejected
            | PayoutStatus::Reversed => Some(true),
            PayoutStatus::Pending | PayoutStatus::Processing => Some(false),
            PayoutStatus::Unknown(_) => None,
        }
    }
}
