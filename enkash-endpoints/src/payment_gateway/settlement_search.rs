//! Searching for settlements.

use enkash_core::{JsonMap, Lenient, Money, civil, endpoint, model};

use super::PAYMENT_GATEWAY as PRODUCT;
use super::settlement::SettlementPayoutStatus;
use crate::models::SortDirection;

/// Lists the payouts to the merchant that match the filters, one page at a time.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::payment_gateway::SearchSettlementPayouts;
/// # use enkash_endpoints::payment_gateway::PAYMENT_GATEWAY;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &PAYMENT_GATEWAY)?;
/// let request = SearchSettlementPayouts::builder().offset(0).limit(20).build();
/// match request.send(&client).await {
///     Ok(reply) => {
///         for payout in reply.into_payload()?.data {
///             println!("{:?}: {:?}", payout.settlement_payout_id, payout.payout_status);
///         }
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
/// The filters after the amounts are cut off. The prose mentions dates, status and kind.
#[endpoint(
    POST,
    "/api/v0/settlement-payout/search",
    response = SettlementPayoutPage,
    idempotent = true,
    docs = "https://docs.enkash.com/api-8990256"
)]
pub struct SearchSettlementPayouts {
    /// How many payouts to skip.
    #[query]
    pub offset: Option<u32>,
    /// How many payouts a page has.
    #[query]
    #[range(..=5000)]
    pub limit: Option<u32>,
    /// The field to sort by; the API reference does not list the names.
    #[query]
    pub order_by: Option<String>,
    /// The order of the payouts.
    #[query]
    pub direction: Option<SortDirection>,
    /// The merchant.
    pub merchant_detail_id: Option<String>,
    /// One payout.
    pub settlement_payout_id: Option<String>,
    /// Several payouts.
    pub settlement_payout_ids: Option<Vec<String>>,
    /// The minimum sum of sales, in rupees.
    #[range(0.01..)]
    pub total_sale_amount_from: Option<Money>,
    /// The maximum sum of sales, in rupees.
    #[range(0.01..)]
    pub total_sale_amount_to: Option<Money>,
    /// The minimum sum of refunds, in rupees.
    #[range(0..)]
    pub total_refund_amount_from: Option<Money>,
    /// The maximum sum of refunds, in rupees.
    #[range(0..)]
    pub total_refund_amount_to: Option<Money>,
    /// The minimum sum of charges, in rupees.
    #[range(0..)]
    pub total_charges_from: Option<Money>,
    /// The maximum sum of charges, in rupees.
    #[range(0..)]
    pub total_charges_to: Option<Money>,
    /// The minimum tax on the charges, in rupees.
    #[range(0..)]
    pub total_gst_from: Option<Money>,
    /// The maximum tax on the charges, in rupees.
    #[range(0..)]
    pub total_gst_to: Option<Money>,
    /// The minimum amount settled, in rupees.
    pub total_settlement_amount_from: Option<Money>,
    /// The maximum amount settled, in rupees. The API reference cuts the name off one letter before
    /// its end.
    pub total_settlement_amount_to: Option<Money>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// A page of payouts.
#[model]
pub struct SettlementPayoutPage {
    /// How many payouts there are, on the page or in all; the API reference does not say which.
    pub records_count: Option<Lenient<u32>>,
    /// The payouts.
    pub data: Vec<SettlementPayoutSummary>,
}

/// A payout as a search shows it. The fields are taken from an example. Amounts are in rupees,
/// times presumably in Indian time ([times](super#times)).
#[model]
pub struct SettlementPayoutSummary {
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
    /// The amount of refunds and chargebacks.
    pub refund_chargeback_amount: Option<Lenient<Money>>,
    /// The amount that is carried forward.
    pub carry_forward_amount: Option<Lenient<Money>>,
    /// The amount of adjustments.
    pub adjustment_amount: Option<Lenient<Money>>,
    /// The status of the payout.
    pub payout_status: Option<SettlementPayoutStatus>,
    /// The bank's reference (UTR).
    pub utr: Option<String>,
    /// Remarks.
    #[sensitive]
    pub remarks: Option<String>,
    /// The merchant's name.
    #[sensitive]
    pub merchant_name: Option<String>,
    /// When it was paid out.
    #[format("yyyy-MM-dd HH:mm:ss")]
    pub payout_date: Option<Lenient<civil::DateTime>>,
    /// When it was created.
    #[format("yyyy-MM-dd HH:mm:ss")]
    pub created_on: Option<Lenient<civil::DateTime>>,
    /// The adjustment by the wallet's funds.
    pub wallet_fund_adjustment: Option<Lenient<Money>>,
    /// The charges for an instant settlement.
    pub instant_settlement_charges: Option<Lenient<Money>>,
    /// The tax on them.
    pub instant_settlement_gst: Option<Lenient<Money>>,
    /// How many transactions it settles.
    pub transactions_count: Option<Lenient<u32>>,
    /// The kind of settlement. `NORMAL` is the only value that the API reference shows.
    pub settlement_type: Option<String>,
    /// The charges for split transactions.
    pub split_transaction_charges: Option<Lenient<Money>>,
    /// The tax on them.
    pub split_transaction_gst: Option<Lenient<Money>>,
    /// The split account that is paid. In one of the example's two payouts only.
    pub split_account: Option<SettlementSplitAccount>,
}

/// The split account that a payout goes to.
#[model]
pub struct SettlementSplitAccount {
    /// The split account.
    pub split_account_detail_id: Option<String>,
    /// Its name.
    #[sensitive]
    pub name: Option<String>,
    /// Its label.
    pub label: Option<String>,
    /// The number of its bank account.
    #[sensitive]
    pub account_number: Option<String>,
    /// The branch of its bank account (IFSC).
    pub ifsc: Option<String>,
}
