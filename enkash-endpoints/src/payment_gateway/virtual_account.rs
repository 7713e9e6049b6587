//! E-Collect: virtual bank accounts that collect payments.

use enkash_core::{JsonMap, Lenient, Money, civil, endpoint, model};

use super::PAYMENT_GATEWAY as PRODUCT;

/// Opens a virtual bank account that collects from one customer, up to an amount and until a time.
///
/// The fields are read off a sample call. The API reference leaves out which of them are required, their limits, and
/// whether there are more.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::Money;
/// use enkash_endpoints::payment_gateway::CreateVirtualAccount;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = CreateVirtualAccount::builder()
///     .customer_reference_id("REF0000000001")
///     .expected_amount(Money::from_rupees(100))
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/merchant-virtual-account");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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
    /// Up to how many rupees the account collects. The unit is read off the sample.
    pub expected_amount: Option<Money>,
    /// When the account stops to collect: presumably Indian time ([times](super#times)).
    #[format("yyyy-MM-dd HH:mm:ss")]
    pub close_by: Option<civil::DateTime>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// Reads a virtual account by the reference that the merchant gave it.
///
/// Method and path are read off the sample call.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::payment_gateway::GetVirtualAccountByCustomerReference;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request =
///     GetVirtualAccountByCustomerReference::builder().customer_reference_id("REF0000000001").build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/merchant-virtual-account/customer-reference-id/REF0000000001");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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

/// A virtual bank account. The fields are read off two samples.
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
    /// When the account stops to collect: the request's `closeBy`, as it seems, and presumably Indian time as that.
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
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}
