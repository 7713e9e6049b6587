//! Transfers.

use enkash_core::{JsonMap, Money, endpoint, model};

use super::PAYOUTS as PRODUCT;
use crate::ids::Vpa;

/// Starts one transfer, to a registered payee or to one that is given with it.
///
/// A call that succeeds is no transfer that did: look at `payout_status` of the response, which can be
/// [`Rejected`](PayoutStatus::Rejected) or [`Failed`](PayoutStatus::Failed). After a rejection correct the transfer and
/// send it with the same `transaction_id`; in all other cases EnKash refuses one that was used before.
///
/// Give `beneficiary_id` or `beneficiary_detail`; the API reference does not spell this out. It has lost the name of a
/// field for the checksum (`checksum` is a guess), its rule, and four fields of the response. It shows no envelope
/// around the response; should there be one, its fields are in `more`.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::Money;
/// use enkash_endpoints::payouts::{InitiatePayoutTransfer, models::TransferMode};
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = InitiatePayoutTransfer::builder()
///     .beneficiary_id("BENE0001")
///     .transaction_id("TXN0001")
///     .transfer_amount(Money::from_rupees(100))
///     .transfer_mode(TransferMode::Imps)
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/payout-transaction");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/payout-transaction",
    response = PayoutTransactionCreateResponse,
    bare,
    unique = transaction_id,
    docs = "https://docs.enkash.com/project-616243/api-8990268"
)]
pub struct InitiatePayoutTransfer {
    /// A registered payee, by the merchant's own id.
    pub beneficiary_id: Option<String>,
    /// The merchant's own id of the transfer.
    pub transaction_id: String,
    /// The amount in rupees, at least 1.
    #[range(1..)]
    pub transfer_amount: Money,
    /// The way that the money takes.
    pub transfer_mode: TransferMode,
    /// A remark: letters, digits and spaces.
    #[sensitive]
    pub transfer_remark: Option<String>,
    /// The merchant's own reference.
    pub reference: Option<String>,
    /// The fund source to debit.
    pub fund_source_id: Option<String>,
    /// A payee that is not registered.
    pub beneficiary_detail: Option<BeneficiaryDetail>,
    /// The number of the account to debit; connected banking needs it.
    #[sensitive]
    pub debit_account_number: Option<String>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// Starts many transfers with one call.
///
/// EnKash refuses a `batch_transaction_id` that was used before. The API reference does not say how many transfers a
/// batch takes, whether it has a checksum of its own, or how the response lists transfers that were not taken in.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::Money;
/// use enkash_endpoints::payouts::{
///     InitiateBatchPayoutTransfer,
///     models::{BatchTransfer, TransferMode},
/// };
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = InitiateBatchPayoutTransfer::builder()
///     .batch_transaction_id("BATCH0001")
///     .transfers([BatchTransfer::builder()
///         .beneficiary_id("BENE0001")
///         .transaction_id("TXN0001")
///         .transfer_amount(Money::from_rupees(100))
///         .transfer_mode(TransferMode::Imps)
///         .build()])
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/payout-transaction/batch");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// One transfer of a batch, which has the fields of [`InitiatePayoutTransfer`].
#[model]
pub struct BatchTransfer {
    /// A registered payee, by the merchant's own id.
    pub beneficiary_id: Option<String>,
    /// The merchant's own id of the transfer.
    pub transaction_id: String,
    /// The amount in rupees, at least 1.
    #[range(1..)]
    pub transfer_amount: Money,
    /// The way that the money takes.
    pub transfer_mode: TransferMode,
    /// A remark: letters, digits and spaces.
    #[sensitive]
    pub transfer_remark: Option<String>,
    /// The merchant's own reference.
    pub reference: Option<String>,
    /// The fund source to debit.
    pub fund_source_id: Option<String>,
    /// A payee that is not registered.
    pub beneficiary_detail: Option<BeneficiaryDetail>,
    /// The number of the account to debit; connected banking needs it.
    #[sensitive]
    pub debit_account_number: Option<String>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// The way that a transfer's money takes.
#[model]
pub enum TransferMode {
    /// At once and at any hour, up to 200,000 rupees.
    Imps,
    /// In batches during the banks' hours.
    Neft,
    /// Real-time gross settlement; the API reference gives no hours or limits.
    Rtgs,
    /// At any hour, to a UPI address.
    Upi,
}

/// A payee that is given with a transfer.
///
/// Give an account or a UPI address. The API reference has lost the names of several fields, among them the IFSC, the
/// e-mail address and the phone number; `beneficiaryIfsc`, `beneficiaryEmail` and `beneficiaryPhone` are guesses.
#[model]
pub struct BeneficiaryDetail {
    /// The payee's UPI address.
    pub vpa_handle: Option<Vpa>,
    /// The merchant's own id of the payee; whether it is required is cut off in the API reference.
    pub beneficiary_id: Option<String>,
    /// The number of the payee's bank account.
    #[sensitive]
    pub beneficiary_account_number: Option<String>,
    /// The payee's postal address.
    #[sensitive]
    pub beneficiary_address: Option<String>,
    /// The postal code.
    #[sensitive]
    pub beneficiary_pincode: Option<String>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// What became of a transfer. The API reference counts six fields and names two.
#[model]
pub struct PayoutTransactionCreateResponse {
    /// The transfer, by EnKash's id.
    pub enkash_transaction_id: Option<String>,
    /// The status of the transfer.
    pub payout_status: Option<PayoutStatus>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// What became of a batch. The API reference leaves out all behind the transfers that were taken in.
#[model]
pub struct BatchPayoutCreateResponse {
    /// The merchant's own id of the batch.
    pub batch_transaction_id: Option<String>,
    /// The transfers that were taken in.
    pub successful_payout_transaction_create_responses: Vec<PayoutTransactionCreateResponse>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// The status of a transfer. The page of the call cuts the values off; these are from the page of statuses, which
/// breaks off too.
#[model]
pub enum PayoutStatus {
    /// Taken in and not sent to the bank yet.
    Pending,
    /// Against the rules. Correct it and send it with the same id.
    Rejected,
    /// Sent to the bank, whose word is awaited.
    Processing,
    /// Confirmed by the bank.
    Success,
    /// Failed at the bank.
    Failed,
    /// Done by the bank and undone later.
    Reversed,
}

impl PayoutStatus {
    /// Whether the transfer has ended; `None` for a status that the API reference does not list.
    ///
    /// Ask for its state again until this is `Some(true)`. A success can still become [`Reversed`](Self::Reversed), which
    /// EnKash sets after its reconciliation. A rejected transfer ends, and a corrected one may be sent with the same id.
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
