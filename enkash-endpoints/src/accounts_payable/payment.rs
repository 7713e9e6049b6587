//! Payments.

use enkash_core::{Money, endpoint, model};

use super::ACCOUNTS_PAYABLE as PRODUCT;
use crate::ids::Otp;

/// Asks for the payment of payables of one kind.
///
/// The API reference marks this page as still in development and explains no field. When which of the optional ones is
/// needed is not said, and neither is the call that sends the one-time password. The payload is a result message, whose
/// content the API reference leaves out.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::accounts_payable::{RequestPayablePayment, models::PaymentType};
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = RequestPayablePayment::builder()
///     .payment_ids(["PAY0000001"])
///     .payment_type(PaymentType::Invoice)
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/payment");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(POST, "/api/v0/payment", docs = "https://docs.enkash.com/api-18880652")]
pub struct RequestPayablePayment {
    /// What is to be paid; which kind of id this is, and its form, is not documented.
    pub payment_ids: Vec<String>,
    /// The kind of payable.
    pub payment_type: PaymentType,
    /// Not explained by the API reference.
    pub urn: Option<String>,
    /// The number of an account; whose it is is not documented.
    #[sensitive]
    pub account_no: Option<String>,
    /// Not explained by the API reference.
    pub seamless_banking: Option<bool>,
    /// Not explained by the API reference; a boolean in spite of its name.
    pub frontend_version: Option<bool>,
    /// The reference that goes with the one-time password.
    pub otp_reference_number: Option<String>,
    /// The one-time password, of six digits.
    pub otp: Option<Otp>,
    /// Whether a part alone is paid.
    pub partial_payment: Option<bool>,
    /// The amount; its unit and how it goes with `partialPayment` are not documented.
    pub amount: Option<Money>,
    /// A remark that is kept with the payment.
    #[sensitive]
    pub payment_remarks: Option<String>,
}

/// A kind of payable.
///
/// The page prints the values without separators; where one ends and the next begins is a reading of it. `INVOICE`
/// alone is confirmed by an example.
#[model]
pub enum PaymentType {
    /// A vendor's invoice.
    Invoice,
    /// The goods and services tax.
    Gst,
    /// A utility bill.
    Utility,
    /// A rent.
    Rental,
    /// A transaction by consent; the API reference does not explain it.
    ConsentTransaction,
    /// An invoice of the receivables.
    CollectionInvoice,
    /// A payment in advance.
    AdvancePayment,
}
