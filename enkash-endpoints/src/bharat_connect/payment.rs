//! Payments.

use enkash_core::{Json, Money, endpoint, model};

use super::BHARAT_CONNECT as PRODUCT;
use super::ids::{PaymentObjectId, Utr};
use super::shared::{AdditionalInfo, BuyerSupplierIds, Device, ObjectVersion, StatusTransition};
use crate::models::Currency;

/// Pays a supplier's invoices, or reports a payment that was made outside the platform.
///
/// The network's response presumably arrives as a
/// [`PaymentResponseWebhook`](super::webhooks::PaymentResponseWebhook).
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::Outcome;
/// use enkash_endpoints::bharat_connect::{
///     PayB2bInvoices,
///     models::{
///         B2bId, BuyerSupplierIds, Currency, Device, InvoicePayInfo, Payment, PaymentAmount,
///         PaymentMode, PaymentObjectId, PaymentType, Tag, Utr,
///     },
/// };
/// # use enkash_endpoints::bharat_connect::BHARAT_CONNECT;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &BHARAT_CONNECT)?;
/// let request = PayB2bInvoices::builder()
///     .device(Device::builder().tag(Tag::builder().build()).build())
///     .b2b_ids(
///         BuyerSupplierIds::builder()
///             .buyer_b2b_id(B2bId::from_static("buyer@example"))
///             .supplier_b2b_id(B2bId::from_static("supplier@example"))
///             .build(),
///     )
///     .payment(
///         Payment::builder()
///             .object_id(PaymentObjectId::from_static("PMTabcdefghijklmnopqrstuvwxyz012345"))
///             .ts("2026-01-01T10:00:00")
///             .r#type(PaymentType::OffPlatform)
///             .mode(PaymentMode::InternetBanking)
///             .utr(Utr::from_static("UTR0000000001"))
///             .currency(Currency::Inr)
/// #             .payment_amount(PaymentAmount::builder().build())
/// #             .invoices_pay_infos([InvoicePayInfo::builder().build()])
///             // … and the further fields that the API reference requires.
///             .build(),
///     )
///     .build();
/// match request.send(&client).await {
///     // No payload is documented: print the code and the message of the envelope.
///     Ok(reply) => println!("{:?} {:?}", reply.code, reply.message),
///     // The network may have it. Wait for the webhook before you send it again.
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
/// The API reference shows neither the response nor which fields of the amounts are required.
#[endpoint(
    POST,
    "/api/v0/payment/req-pay",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-10664767"
)]
pub struct PayB2bInvoices {
    /// The device that the request comes from.
    pub device: Device,
    /// The buyer and the supplier.
    pub b2b_ids: BuyerSupplierIds,
    /// The payment.
    pub payment: Payment,
    /// Additional information.
    pub additional_infos: Option<Vec<AdditionalInfo>>,
}

/// A payment of one or more invoices.
#[model]
pub struct Payment {
    /// The id of the payment.
    pub object_id: PaymentObjectId,
    /// The creation time; the API reference shows no format.
    pub ts: String,
    /// Whether it goes through the platform.
    pub r#type: PaymentType,
    /// How it is paid.
    pub mode: PaymentMode,
    /// The bank's reference.
    pub utr: Utr,
    /// The currency.
    pub currency: Currency,
    /// The total amount.
    pub payment_amount: PaymentAmount,
    /// The payment of each invoice.
    pub invoices_pay_infos: Vec<InvoicePayInfo>,
}

/// Whether a payment goes through the platform.
#[model]
pub enum PaymentType {
    /// Through the platform.
    #[rename("ONPLATFORM")]
    OnPlatform,
    /// Outside the platform.
    #[rename("OFFPLATFORM")]
    OffPlatform,
}

/// A way to pay.
///
/// The page prints the values without separators; where one ends is inferred.
#[model]
pub enum PaymentMode {
    /// The bank's own site.
    #[rename("INTERNET BANKING")]
    InternetBanking,
    /// A debit card.
    #[rename("DEBIT CARD")]
    DebitCard,
    /// A credit card.
    #[rename("CREDIT CARD")]
    CreditCard,
    /// The immediate payment service (IMPS).
    Imps,
    /// Cash.
    Cash,
    /// The unified payments interface (UPI).
    Upi,
    /// A wallet.
    Wallet,
    /// The national electronic funds transfer (NEFT).
    Neft,
    /// A prepaid card.
    #[rename("PREPAID CARD")]
    PrepaidCard,
    /// A transfer from account to account.
    #[rename("ACCOUNT TRANSFER")]
    AccountTransfer,
    /// A cheque.
    Cheque,
}

/// The amount of a payment.
#[model]
pub struct PaymentAmount {
    /// The amount that is paid, in rupees.
    pub net_paid_amount: Option<Money>,
    /// The amount that is set off against other claims, in rupees.
    pub net_adjustment_amount: Option<Money>,
    /// The sum of both, in rupees.
    pub total_amount: Option<Money>,
    /// The currency; the API reference shows only `INR`.
    pub currency: Option<String>,
}

/// The part of a payment that goes to one invoice.
#[model]
pub struct InvoicePayInfo {
    /// The invoice.
    pub object_id: Option<String>,
    /// The supplier's number of the invoice.
    pub supplier_invoice_number: Option<String>,
    /// The version of the invoice.
    pub object_version: Option<ObjectVersion>,
    /// The status of the invoice.
    pub status_transition: Option<StatusTransition>,
    /// The amount due for the invoice.
    pub invoice_amount: Option<InvoiceAmount>,
    /// The amount that is paid of it.
    pub invoice_payment_amount: Option<InvoicePaymentAmount>,
    /// The account that the supplier is paid into.
    pub supplier_bank_account_details: Option<SupplierBankAccountDetails>,
}

/// The amount due for an invoice.
#[model]
pub struct InvoiceAmount {
    /// The outstanding amount, in rupees.
    pub due_amount: Option<Money>,
    /// The total amount, in rupees.
    pub total_amount: Option<Money>,
    /// The currency; the API reference shows only `INR`.
    pub currency: Option<String>,
}

/// The amount that is paid of one invoice.
#[model]
pub struct InvoicePaymentAmount {
    /// The amount that is paid, in rupees.
    pub net_paid_amount: Option<Money>,
    /// The amount that is set off against other claims, in rupees.
    pub net_adjustment_amount: Option<Money>,
    /// The sum of both, in rupees.
    pub total_amount: Option<Money>,
    /// The currency; the API reference shows only `INR`.
    pub currency: Option<String>,
    /// The components of the amount.
    pub splits: Option<Vec<PaymentSplit>>,
}

/// A component of an amount.
#[model]
pub struct PaymentSplit {
    /// The kind of component.
    pub name: Option<String>,
    /// The amount, in rupees.
    pub value: Option<Money>,
    /// The reference of what it goes back to.
    pub ref_no: Option<String>,
}

/// The account that a supplier is paid into.
#[model]
pub struct SupplierBankAccountDetails {
    /// The account's number, masked.
    #[sensitive]
    pub masked_account_number: Option<String>,
    /// The code of the bank's branch (IFSC).
    pub ifsc: Option<String>,
    /// The name of the account's owner.
    #[sensitive]
    pub beneficiary_name: Option<String>,
    /// The UPI address of the business (VPA).
    #[sensitive]
    #[rename("businessVPA")]
    pub business_vpa: Option<String>,
}
