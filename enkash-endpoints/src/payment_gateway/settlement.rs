//! Settlements: what the gateway pays out to the merchant.

use enkash_core::{Lenient, Money, civil, endpoint, model};

use super::PAYMENT_GATEWAY as PRODUCT;

/// Gets a payout to the merchant and the transactions that it settles.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::payment_gateway::GetSettlementPayout;
/// # use enkash_endpoints::payment_gateway::PAYMENT_GATEWAY;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &PAYMENT_GATEWAY)?;
/// let request = GetSettlementPayout::builder().settlement_payout_id("SP0000AAAA00").build();
/// match request.send(&client).await {
///     Ok(reply) => {
///         let payout = reply.into_payload()?;
///         println!("{:?}: {:?}", payout.payout_status, payout.total_settlement_amount);
///     }
///     // The call changes nothing at EnKash. Send it again unless the outcome is `Refused`.
///     Err(error) => return Err(format!("{:?}: {error}", error.outcome()).into()),
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Gaps in the API reference
///
/// The API reference has an older list of fields and a newer example. [`SettlementPayout`] has the
/// fields of both.
#[endpoint(
    GET,
    "/api/v0/settlement-payout/<settlementPayoutId>",
    response = SettlementPayout,
    docs = "https://docs.enkash.com/api-8990255"
)]
pub struct GetSettlementPayout {
    /// The payout.
    pub settlement_payout_id: String,
}

/// A payout to the merchant. Amounts are in rupees, times presumably in Indian time
/// ([times](super#times)).
#[model]
pub struct SettlementPayout {
    /// The payout.
    pub settlement_payout_id: Option<String>,
    /// The sum of the sales.
    pub total_sale_amount: Option<Lenient<Money>>,
    /// The sum of the refunds.
    pub total_refund_amount: Option<Lenient<Money>>,
    /// The sum of the charges.
    pub total_charges: Option<Lenient<Money>>,
    /// The tax on the charges.
    pub total_gst: Option<Lenient<Money>>,
    /// The amount that is settled.
    pub total_settlement_amount: Option<Lenient<Money>>,
    /// The charges for an instant settlement. In the newer example only.
    pub instant_settlement_charges: Option<Lenient<Money>>,
    /// The tax on them. In the newer example only.
    pub instant_settlement_gst: Option<Lenient<Money>>,
    /// The amount of refunds and chargebacks.
    pub refund_chargeback_amount: Option<Lenient<Money>>,
    /// The amount that is carried forward.
    pub carry_forward_amount: Option<Lenient<Money>>,
    /// The amount of adjustments.
    pub adjustment_amount: Option<Lenient<Money>>,
    /// The status of the payout.
    pub payout_status: Option<SettlementPayoutStatus>,
    /// The transfer mode. In the older list only.
    pub payout_mode: Option<SettlementPayoutMode>,
    /// The bank's reference (UTR).
    pub utr: Option<String>,
    /// When it was paid out.
    #[format("yyyy-MM-dd HH:mm:ss")]
    pub payout_date: Option<Lenient<civil::DateTime>>,
    /// Remarks.
    #[sensitive]
    pub remarks: Option<String>,
    /// Remarks on the payout. In the older list only.
    #[sensitive]
    pub payout_remarks: Option<String>,
    /// The bank transfer.
    pub transfer_id: Option<String>,
    /// The reason that the response to the transfer gave. In the older list only.
    #[sensitive]
    pub transfer_response_reason: Option<String>,
    /// When the payout was created.
    #[format("yyyy-MM-dd HH:mm:ss")]
    pub created_on: Option<Lenient<civil::DateTime>>,
    /// When it was last changed.
    #[format("yyyy-MM-dd HH:mm:ss")]
    pub modified_on: Option<Lenient<civil::DateTime>>,
    /// The transactions that it settles, by the newer example's name.
    pub settlement_transactions: Vec<SettlementTransaction>,
    /// The transactions that it settles, by the older list's name.
    pub settlement_transaction_responses: Vec<SettlementTransaction>,
    /// The adjustment by the wallet's funds. In the newer example only.
    pub wallet_fund_adjustment: Option<Lenient<Money>>,
    /// The charges for split transactions. In the newer example only.
    pub split_transaction_charges: Option<Lenient<Money>>,
    /// The tax on them. In the newer example only.
    pub split_transaction_gst: Option<Lenient<Money>>,
}

/// The status of a payout to the merchant. The API reference does not explain the values.
#[model]
pub enum SettlementPayoutStatus {
    /// Created.
    Init,
    /// Paid out.
    Success,
    /// Failed.
    Failed,
    /// On its way.
    InProgress,
    /// On hold.
    OnHold,
}

impl SettlementPayoutStatus {
    /// Whether the payout has ended; `None` for [`OnHold`](Self::OnHold) and for a status that the
    /// API reference does not list.
    ///
    /// The API reference explains no value: all of this is inferred from the names, and a failed
    /// payout may be tried again under the same id.
    #[must_use]
    pub fn is_final(&self) -> Option<bool> {
        match self {
            SettlementPayoutStatus::Success | SettlementPayoutStatus::Failed => Some(true),
            SettlementPayoutStatus::Init | SettlementPayoutStatus::InProgress => Some(false),
            SettlementPayoutStatus::OnHold | SettlementPayoutStatus::Unknown(_) => None,
        }
    }
}

/// The transfer mode of a payout.
#[model]
pub enum SettlementPayoutMode {
    /// Immediately.
    Imps,
    /// In batches.
    Neft,
    /// Real-time gross settlement.
    Rtgs,
}

/// A transaction that is settled. Fields of the older list are known by their names from an
/// example; what they mean is taken from these names. Times are presumably Indian time
/// ([times](super#times)).
#[model]
pub struct SettlementTransaction {
    /// A number that identifies it. In the older list only.
    pub id: Option<Lenient<i64>>,
    /// The settled transaction.
    pub settlement_transaction_id: Option<String>,
    /// The amount of the sale.
    pub sale_amount: Option<Lenient<Money>>,
    /// The amount of the transaction.
    pub txn_amount: Option<Lenient<Money>>,
    /// The tax.
    pub tax_amount: Option<Lenient<Money>>,
    /// The charges.
    pub charges: Option<Lenient<Money>>,
    /// The amount that is settled.
    pub settlement_amount: Option<Lenient<Money>>,
    /// The kind of transaction. `SALE` is the only value that the API reference shows.
    pub transaction_type: Option<String>,
    /// The status of the settlement. `PENDING` and `SETTLED` are the only values that the API
    /// reference shows.
    pub settlement_status: Option<String>,
    /// When it was approved. In the newer example only.
    #[format("yyyy-MM-dd HH:mm:ss")]
    pub approved_on: Option<Lenient<civil::DateTime>>,
    /// Remarks.
    #[sensitive]
    pub remarks: Option<String>,
    /// The acquirer's rate. In the older list only.
    pub acquirer_amount_rate: Option<Lenient<f64>>,
    /// The acquirer's flat amount. In the older list only.
    pub acquirer_flat_amount_rate: Option<Lenient<Money>>,
    /// The acquirer's net amount. In the older list only.
    pub acquirer_net_amount: Option<Lenient<Money>>,
    /// The tax on the acquirer's amount. In the older list only.
    pub acquirer_gst_amount: Option<Lenient<Money>>,
    /// How the merchant's fee is taken. `CONVENIENCE` and `NORMAL` are the only values that the API
    /// reference shows.
    pub merchant_mdr_mode: Option<String>,
    /// The merchant's fee (MDR), presumably a rate. In the older list only.
    pub merchant_mdr: Option<Lenient<f64>>,
    /// The merchant's flat fee. In the older list only.
    pub merchant_flat_mdr: Option<Lenient<Money>>,
    /// The platform's fee as a percentage. In the older list only.
    pub merchant_percentage_platform_fee: Option<Lenient<f64>>,
    /// The platform's flat fee. In the older list only.
    pub merchant_flat_platform_fee: Option<Lenient<Money>>,
    /// The convenience fee as a percentage. In the older list only.
    pub merchant_percentage_convenience_fee: Option<Lenient<f64>>,
    /// The flat convenience fee. In the older list only.
    pub merchant_flat_convenience_fee: Option<Lenient<Money>>,
    /// The net profit; whose, the API reference does not say. In the older list only.
    pub net_profit: Option<Lenient<Money>>,
    /// The tax on that profit. In the older list only.
    pub profit_gst: Option<Lenient<Money>>,
    /// When it was created.
    #[format("yyyy-MM-dd HH:mm:ss")]
    pub created_on: Option<Lenient<civil::DateTime>>,
    /// When it was last changed.
    #[format("yyyy-MM-dd HH:mm:ss")]
    pub modified_on: Option<Lenient<civil::DateTime>>,
}
