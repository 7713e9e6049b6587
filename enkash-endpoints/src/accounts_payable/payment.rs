//! Payments.

use enkash_core::{Money, endpoint, model};

use super::ACCOUNTS_PAYABLE as PRODUCT;
use crate::ids::Otp;

/// Requests the payment of payables of one kind.
///
/// The payload is a message about the result.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::Outcome;
/// use enkash_endpoints::accounts_payable::{RequestPayablePayment, models::PaymentType};
/// # use enkash_endpoints::accounts_payable::ACCOUNTS_PAYABLE;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &ACCOUNTS_PAYABLE)?;
/// let request = RequestPayablePayment::builder()
///     .payment_ids(["PAY0000001"])
///     .payment_type(PaymentType::Invoice)
///     .build();
/// match request.send(&client).await {
///     Ok(reply) => println!("{:?}", reply.payload),
///     // The payment may have been requested: ask EnKash before you send it again.
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
/// The API reference marks the page as in development and explains no field. It does not show when
/// an optional field is required, which endpoint sends the one-time password, or the message of the
/// payload.
#[endpoint(POST, "/api/v0/payment", docs = "https://docs.enkash.com/api-18880652")]
pub struct RequestPayablePayment {
    /// The ids of the payables. Their kind and form are not documented.
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
    /// Not explained by the API reference; a boolean despite its name.
    pub frontend_version: Option<bool>,
    /// The reference of the one-time password.
    pub otp_reference_number: Option<String>,
    /// The one-time password, of six digits.
    pub otp: Option<Otp>,
    /// Whether only a part is paid.
    pub partial_payment: Option<bool>,
    /// The amount; its unit and its relation to `partialPayment` are not documented.
    pub amount: Option<Money>,
    /// A remark stored with the payment.
    #[sensitive]
    pub payment_remarks: Option<String>,
}

/// A kind of payable.
///
/// The page prints the values without separators; where one ends is inferred. An example confirms
/// only `INVOICE`.
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
