//! Webhooks about mandates and their debits.
//!
//! The API reference shows neither a signature nor a rule for repetition, so do not trust these
//! events: get the state from the gateway before you act.

use enkash_core::{JsonMap, Lenient, Money, model};

use crate::payment_gateway::PAYMENT_GATEWAY as PRODUCT;
use crate::webhook::webhook;

/// A mandate was approved, rejected or revoked.
///
/// The fields are known from an older copy of the page, which is cut off after `pausePeriod`. A
/// status, if there is one, is in `more`. How the merchant should respond is not documented.
#[model]
pub struct UpiMandateCallback {
    /// Unique mandate number of UPI.
    pub umn: Option<String>,
    /// Reference that the mandate got at its creation.
    pub reference_id: Option<String>,
    /// Identifier of the mandate.
    pub mandate_id: Option<String>,
    /// Amount of a debit. The API reference does not say whether in rupees or in paise.
    pub amount: Option<Lenient<i64>>,
    /// Whether a debit has to be the amount or may be less.
    pub amount_rule: Option<String>,
    /// Currency of the amount.
    pub currency: Option<String>,
    /// Who receives the debits.
    pub payee: Option<MandatePayeeInfo>,
    /// Who is debited.
    pub payer: Option<MandatePayerInfo>,
    /// Name of the mandate.
    pub name: Option<String>,
    /// When the request for approval expires, as a number whose unit the API reference does not
    /// state.
    pub expire_at: Option<Lenient<i64>>,
    /// Whether the amount is blocked in the payer's account.
    pub block_fund: Option<Lenient<bool>>,
    /// Whether the payer can revoke the mandate. The name is the one in the API reference.
    pub revokeable_by_payer: Option<Lenient<bool>>,
    /// How often debits recur.
    pub recurrence: Option<MandateRecurrenceInfo>,
    /// The validity of the mandate.
    pub validity: Option<MandateValidityInfo>,
    /// The pause of the mandate.
    pub pause_period: Option<MandatePauseInfo>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

webhook!(UpiMandateCallback, "UpiMandateCallback", docs = "https://docs.enkash.com/api-13730813");

/// Who receives the debits under a mandate.
#[model]
pub struct MandatePayeeInfo {
    /// UPI address of the payee.
    #[sensitive]
    pub vpa: Option<String>,
    /// Name of the payee.
    #[sensitive]
    pub name: Option<String>,
    /// Code of the merchant's category.
    pub mcc: Option<String>,
}

/// Who is debited under a mandate.
#[model]
pub struct MandatePayerInfo {
    /// Name of the payer.
    #[sensitive]
    pub name: Option<String>,
    /// UPI address of the payer.
    #[sensitive]
    pub vpa: Option<String>,
    /// Bank account of the payer.
    #[sensitive]
    pub account: Option<String>,
    /// Whether the account is validated.
    pub account_validation: Option<Lenient<bool>>,
}

/// How often debits recur.
#[model]
pub struct MandateRecurrenceInfo {
    /// The period between debits; the API reference does not list the values.
    pub period: Option<String>,
    /// How `value` is applied; the API reference does not list the values.
    pub rule: Option<String>,
    /// The number that the rule takes.
    pub value: Option<Lenient<i64>>,
}

/// The validity of a mandate, as numbers whose unit the API reference does not state.
#[model]
pub struct MandateValidityInfo {
    /// Its start.
    pub start_at: Option<Lenient<i64>>,
    /// Its end.
    pub end_at: Option<Lenient<i64>>,
}

/// The pause of a mandate, as numbers whose unit the API reference does not state.
#[model(rename_all = "snake_case")]
pub struct MandatePauseInfo {
    /// The start of the pause.
    pub start_at: Option<Lenient<i64>>,
    /// The end of the pause.
    pub end_at: Option<Lenient<i64>>,
}

/// A debit under a mandate ended: it succeeded, failed or is pending.
///
/// The API reference shows one field; all others are in `more`. How the merchant should respond is
/// not documented.
#[model]
pub struct MandateDebitCallback {
    /// Surcharge, taken to be in rupees as the gateway's other amounts are.
    pub surcharge: Option<Lenient<Money>>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

webhook!(
    MandateDebitCallback,
    "MandateDebitCallback",
    docs = "https://docs.enkash.com/api-13816882"
);
