//! Customers.

use enkash_core::{Json, JsonMap, Patch, civil, endpoint, model};

use super::ACCOUNTS_RECEIVABLE as PRODUCT;
use super::ids::ContactEmail;
use crate::ids::{AccountNumberOrEmpty, CompanyId, CustomerId, IfscOrEmpty, PhoneNumberOrEmpty};
use crate::models::SortDirection;

/// Creates a customer with key contacts and, optionally, payment reminders.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::{Json, Outcome};
/// use enkash_endpoints::accounts_receivable::{CreateCustomer, models::CustomerKeyContact};
/// use enkash_endpoints::ids::PhoneNumberOrEmpty;
/// # use enkash_endpoints::accounts_receivable::ACCOUNTS_RECEIVABLE;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &ACCOUNTS_RECEIVABLE)?;
/// let request = CreateCustomer::builder()
///     .customer_key_contacts([CustomerKeyContact::builder()
///         .deleted(false)
///         .legal_name("Example Traders")
///         .mobile(PhoneNumberOrEmpty::from_static("0000000000"))
///         .name("Example")
///         .build()])
///     .build();
/// match request.send(&client).await {
///     Ok(reply) => {
///         // No payload is documented. `customerId` is the sandbox's choice.
///         let customer = reply.payload.unwrap_or_default();
///         println!("{:?}", customer.get("customerId").and_then(Json::as_str));
///     }
///     // The customer may exist: search for it before you send it again.
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
/// The page is cut off in `legalName`. It shows no further fields, which may include those of
/// [`UpdateCustomer`], and no response. The payment gateway documents the same endpoint for the
/// customers of its QR codes.
#[endpoint(
    POST,
    "/api/v0/customer",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-8990295"
)]
pub struct CreateCustomer {
    /// The number of the customer's bank account, or the empty string.
    pub account_number: Option<AccountNumberOrEmpty>,
    /// The postal address.
    #[sensitive]
    pub address: Option<String>,
    /// The company that the customer belongs to.
    pub company_id: Option<CompanyId>,
    /// The telephone number, or the empty string.
    pub contact_number: Option<PhoneNumberOrEmpty>,
    /// The company's identifier of the customer itself, if it has one.
    pub customer_company_id: Option<String>,
    /// The customer's contacts.
    pub customer_key_contacts: Vec<CustomerKeyContact>,
    /// The reminders of payments to set up.
    pub customer_reminders: Option<Vec<CustomerReminder>>,
    /// Not explained by the API reference.
    pub external_source: Option<bool>,
    /// The branch of the customer's bank account (IFSC), or the empty string.
    pub ifsc: Option<IfscOrEmpty>,
    /// The legal name. Its type is not shown, nor whether it is required; the same field of an
    /// update is a string.
    #[sensitive]
    pub legal_name: Option<Json>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// A person at a customer.
#[model]
pub struct CustomerKeyContact {
    /// Whether the contact is deleted.
    pub deleted: bool,
    /// The e-mail address.
    pub email: Option<ContactEmail>,
    /// The identifier of the contact, where it exists already.
    pub key_contact_person_id: Option<String>,
    /// The legal name.
    #[sensitive]
    pub legal_name: String,
    /// Whether the contact gets e-mails.
    #[rename("mail_enabled")]
    pub mail_enabled: Option<bool>,
    /// The mobile number. It is required, but the pattern accepts the empty string.
    pub mobile: PhoneNumberOrEmpty,
    /// The name that the contact goes by.
    #[sensitive]
    pub name: String,
    /// Whether the contact gets SMS messages.
    #[rename("sms_enabled")]
    pub sms_enabled: Option<bool>,
    /// Not explained by the API reference.
    pub via: Option<String>,
    /// Whether the contact gets messages on WhatsApp.
    #[rename("whatsapp_enabled")]
    pub whatsapp_enabled: Option<bool>,
}

/// A reminder of a customer's unpaid invoices.
#[model]
pub struct CustomerReminder {
    /// The identifier of the reminder, where it exists already.
    pub customer_reminder_id: Option<String>,
    /// The offset from the due date. Neither the unit (presumably days) nor the sign is documented.
    pub due_date_difference: Option<i64>,
    /// The interval between reminders. The unit (presumably days) is not documented.
    pub reminder_interval: Option<i64>,
    /// The time of day, such as `09:30`. The API reference calls it an object and shows `HH:mm`.
    #[format("HH:mm")]
    pub reminder_time: Option<civil::Time>,
    /// Whether it is repeated.
    pub reminder_type: Option<ReminderType>,
    /// Not explained by the API reference.
    pub stage: Option<String>,
}

/// Whether a reminder is repeated.
///
/// The page prints the values without separators; where one ends is inferred.
#[model]
pub enum ReminderType {
    /// Sent once.
    Once,
    /// Sent repeatedly.
    Recurring,
}

/// Lists the customers that match the filters.
///
/// For a complete example see [`CreateCustomer`](CreateCustomer#examples).
///
/// # Gaps in the API reference
///
/// The page is cut off after the first filters and query parameters, and shows neither what is
/// required nor the response. The search for invoices also takes `offset` and `orderBy`. The
/// payment gateway documents the same endpoint for the customers of its QR codes.
#[endpoint(
    POST,
    "/api/v0/customer/search",
    response = Json,
    idempotent = true,
    auto,
    docs = "https://docs.enkash.com/api-8990300"
)]
pub struct SearchCustomers {
    /// The order of the customers.
    #[query]
    pub direction: Option<SortDirection>,
    /// How many customers a page has. The API reference limits it, but the limit is cut after `50`,
    /// so it is not checked.
    #[query]
    pub limit: Option<u32>,
    /// The number of the customer's bank account.
    #[sensitive]
    pub account_number: Option<String>,
    /// The agent who looks after the customer.
    #[sensitive]
    pub assigned_agent: Option<String>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// Activates an inactive customer.
///
/// The payload is a message about the result.
///
/// For a complete example see [`CreateCustomer`](CreateCustomer#examples).
///
/// # Gaps in the API reference
///
/// The API reference does not show the message.
#[endpoint(
    PUT,
    "/api/v0/customer/activate/<customerId>",
    docs = "https://docs.enkash.com/api-8990296"
)]
pub struct ActivateCustomer {
    /// The customer to activate.
    pub customer_id: CustomerId,
    /// The company that owns the customer, where it is not the caller's own.
    #[query]
    pub parent_company_id: Option<CompanyId>,
}

/// Deletes a customer.
///
/// The payload is a message about the result.
///
/// For a complete example see [`CreateCustomer`](CreateCustomer#examples).
///
/// # Gaps in the API reference
///
/// The API reference does not show the message.
#[endpoint(DELETE, "/api/v0/customer/<customerId>", docs = "https://docs.enkash.com/api-8990301")]
pub struct DeleteCustomer {
    /// The customer to delete.
    pub customer_id: CustomerId,
    /// The company that owns the customer, where it is not the caller's own.
    #[query]
    pub parent_company_id: Option<CompanyId>,
}

/// Updates the given fields of a customer.
///
/// Absent fields keep their value. A field set to `null` is cleared; see [`Patch`].
///
/// For a complete example see [`CreateCustomer`](CreateCustomer#examples).
///
/// # Gaps in the API reference
///
/// The API reference shows no response.
#[endpoint(
    PATCH,
    "/api/v0/customer/<customerId>",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-8990302"
)]
pub struct UpdateCustomer {
    /// The customer to change.
    #[path]
    pub customer_id: CustomerId,
    /// The company that owns the customer, where it is not the caller's own.
    #[query]
    pub parent_company_id: Option<CompanyId>,
    /// The number of the customer's bank account.
    #[sensitive]
    pub account_number: Patch<String>,
    /// The postal address.
    #[sensitive]
    pub address: Patch<String>,
    /// The agent who looks after the customer.
    #[sensitive]
    pub assigned_agent: Patch<String>,
    /// The branches that the customer belongs to.
    pub branch_codes: Patch<Vec<String>>,
    /// The telephone number.
    #[sensitive]
    pub contact_number: Patch<String>,
    /// `customerId` in the body, beside that in the path; what another one than there does is not
    /// documented.
    #[rename("customerId")]
    pub customer_id_in_body: Patch<String>,
    /// The customer's contacts.
    pub customer_key_contacts: Patch<Vec<CustomerKeyContact>>,
    /// The reminders of payments.
    pub customer_reminders: Patch<Vec<CustomerReminder>>,
    /// The branch of the customer's bank account (IFSC).
    pub ifsc: Patch<String>,
    /// The legal name.
    #[sensitive]
    pub legal_name: Patch<String>,
    /// The PAN or the GSTIN.
    #[sensitive]
    pub pan_or_gstin: Patch<String>,
    /// The postal code (PIN code) of the address.
    #[sensitive]
    pub pin_code: Patch<String>,
    /// The state of the address.
    #[sensitive]
    pub state: Patch<String>,
    /// A reference that no other customer has.
    pub unique_ref_no: Patch<String>,
}
