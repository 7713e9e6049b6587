//! E-Collect: virtual bank accounts that collect payments.

use enkash_core::{JsonMap, Lenient, Money, civil, endpoint, model};

use super::PAYMENT_GATEWAY as PRODUCT;

/// Opens a virtual bank account that collects from one customer, up to an amount and until a time.
///
/// Look up the account with [`GetVirtualAccountByCustomerReference`].
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::{Money, Outcome};
/// use enkash_endpoints::payment_gateway::CreateVirtualAccount;
/// # use enkash_endpoints::payment_gateway::PAYMENT_GATEWAY;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &PAYMENT_GATEWAY)?;
/// let request = CreateVirtualAccount::builder()
///     .customer_reference_id("REF0000000001")
///     .expected_amount(Money::from_rupees(100))
///     .build();
/// match request.send(&client).await {
///     Ok(reply) => {
///         let account = reply.into_payload()?;
///         println!("{:?}: {:?}", account.virtual_account_id, account.status);
///     }
///     // The account may exist: look up the reference before you send it again.
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
/// The fields are taken from a sample call. Which of them are required, their limits, and whether
/// there are more is not documented.
#[endpoint(
    POST,
    "/api/v0/merchant-virtual-account",
    response = VirtualAccount,
    docs = "https://docs.enkash.com/api-36240387"
)]
pub struct CreateVirtualAccount {
    /// EnKash's identifier of the merchant, as its name suggests.
    pub merchant_detail_id: Option<String>,
    /// The merchant's own reference of the account, by which it can be read.
    pub customer_reference_id: Option<String>,
    /// The customer who pays into the account.
    pub customer_id: Option<String>,
    /// Name of the customer.
    #[sensitive]
    pub customer_name: Option<String>,
    /// E-mail address of the customer.
    #[sensitive]
    pub customer_email: Option<String>,
    /// Telephone number of the customer, ten digits in the sample.
    #[sensitive]
    pub customer_phone: Option<String>,
    /// What the account is for.
    #[sensitive]
    pub description: Option<String>,
    /// Names and string values of the merchant's own.
    #[sensitive]
    pub notes: Option<JsonMap>,
    /// Up to how many rupees the account collects. The unit is taken from the sample.
    pub expected_amount: Option<Money>,
    /// When the account stops to collect: presumably Indian time ([times](super#times)).
    #[format("yyyy-MM-dd HH:mm:ss")]
    pub close_by: Option<civil::DateTime>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// Gets a virtual account by the merchant's reference.
///
/// For a complete example see [`CreateVirtualAccount`](CreateVirtualAccount#examples).
///
/// # Gaps in the API reference
///
/// Method and path are taken from the sample call.
#[endpoint(
    GET,
    "/api/v0/merchant-virtual-account/customer-reference-id/<customerReferenceId>",
    response = VirtualAccount,
    docs = "https://docs.enkash.com/api-36879224"
)]
pub struct GetVirtualAccountByCustomerReference {
    /// The merchant's own reference of the account.
    pub customer_reference_id: String,
}

/// A virtual bank account. The fields are taken from two samples.
#[model]
pub struct VirtualAccount {
    /// EnKash's identifier of the account.
    pub virtual_account_id: Option<String>,
    /// EnKash's identifier of the merchant; in the sample of the creation only.
    pub merchant_detail_id: Option<String>,
    /// The customer who pays into the account.
    pub customer_id: Option<String>,
    /// The merchant's own reference; not in the sample of the creation.
    pub customer_reference_id: Option<String>,
    /// Name of the customer.
    #[sensitive]
    pub customer_name: Option<String>,
    /// E-mail address of the customer.
    #[sensitive]
    pub customer_email: Option<String>,
    /// Telephone number of the customer.
    #[sensitive]
    pub customer_phone: Option<String>,
    /// Number of the account to pay into, with letters too.
    #[sensitive]
    pub virtual_account_number: Option<String>,
    /// IFSC to pay into.
    pub virtual_account_ifsc_code: Option<String>,
    /// Bank of the virtual account.
    pub bank_name: Option<String>,
    /// Bank account of the customer, as its name suggests.
    #[sensitive]
    pub customer_account_number: Option<String>,
    /// UPI address of the customer, as its name suggests.
    #[sensitive]
    pub customer_upi_handle: Option<String>,
    /// IFSC of the customer's bank account, as its name suggests.
    pub customer_ifsc_code: Option<String>,
    /// State of the account. `ACTIVE` is the only value that the API reference shows.
    pub status: Option<String>,
    /// When the account stops collecting: presumably the request's `closeBy`, in Indian time like
    /// that.
    #[format("yyyy-MM-dd HH:mm:ss")]
    pub closed_on: Option<Lenient<civil::DateTime>>,
    /// What the account is for.
    #[sensitive]
    pub description: Option<String>,
    /// Rupees collected so far, as its name suggests.
    pub amount_paid: Option<Lenient<Money>>,
    /// Names and string values of the merchant's own.
    #[sensitive]
    pub notes: Option<Lenient<JsonMap>>,
    /// Up to how many rupees the account collects.
    pub expected_amount: Option<Lenient<Money>>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}
