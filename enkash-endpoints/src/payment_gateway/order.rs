//! Orders.

use enkash_core::{JsonMap, Lenient, Money, civil, endpoint, model};

use super::PAYMENT_GATEWAY as PRODUCT;
use crate::ids::Ifsc;
use crate::models::Currency;

/// Creates an order, which the customer can then pay.
///
/// Send the customer to [`redirection_url`](CreatedOrder::redirection_url). When the browser
/// returns, ask for the result with [`GetOrderStatus`]: neither the return nor a webhook proves a
/// payment.
///
/// The response has an `order_id` of EnKash's own. Endpoints that get an order or its QR code take
/// that one, not the merchant's.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::{Money, Outcome};
/// use enkash_endpoints::payment_gateway::{CreatePaymentOrder, models::{Currency, OrderAmount}};
/// # use enkash_endpoints::payment_gateway::PAYMENT_GATEWAY;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &PAYMENT_GATEWAY)?;
/// let request = CreatePaymentOrder::builder()
///     .order_id("ORDER0001")
///     .amount(OrderAmount::builder().value(Money::from_rupees(100)).currency(Currency::Inr).build())
///     .build();
/// match request.send(&client).await {
///     Ok(reply) => {
///         let order = reply.into_payload()?;
///         println!("{:?}", order.order_id);
///         println!("send the customer to {:?}", order.redirection_url);
///     }
///     // The order may exist; nothing is paid without the customer. Create it under a new id.
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
/// One copy of the page marks `payment_detail` as required, another as optional. All copies
/// collapse the fields of the customer's address.
#[endpoint(
    POST,
    "/api/v0/orders",
    response = CreatedOrder,
    docs = "https://docs.enkash.com/api-8990249"
)]
pub struct CreatePaymentOrder {
    /// The merchant's own id of the order: unique, and of letters and digits only, which is not
    /// checked here.
    pub order_id: String,
    /// The amount to pay.
    pub amount: OrderAmount,
    /// Where the customer's browser goes after paying, with a query that
    /// [`PaymentReturn`](super::webhooks::PaymentReturn) reads.
    #[sensitive]
    pub return_url: Option<String>,
    /// Where EnKash posts the outcome, as a
    /// [`PaymentNotification`](super::webhooks::PaymentNotification).
    #[sensitive]
    pub notify_url: Option<String>,
    /// The customer.
    pub customer_info: Option<CustomerDetail>,
    /// Names and string values of the merchant's own.
    #[sensitive]
    pub custom_parameters: Option<JsonMap>,
    /// What the order is for.
    #[sensitive]
    pub description: Option<String>,
    /// The bank account to pay from, presumably: a guide names the same two fields for checks of
    /// the payer's account.
    pub payment_detail: Option<OrderPaymentDetail>,
}

/// An amount and its currency.
#[model]
pub struct OrderAmount {
    /// The amount in rupees, at least one paisa. The API reference allows two decimals, which is
    /// not checked here; an older copy allows 1 to 1,000,000,000 rupees.
    #[range(0.01..)]
    pub value: Money,
    /// The currency.
    pub currency: Currency,
}

/// The customer who pays.
#[model]
pub struct CustomerDetail {
    /// The first name.
    #[sensitive]
    pub first_name: Option<String>,
    /// The last name.
    #[sensitive]
    pub last_name: Option<String>,
    /// The postal address.
    #[sensitive]
    pub address: Option<CustomerAddress>,
    /// The e-mail address.
    #[sensitive]
    pub email: Option<String>,
    /// The telephone number.
    #[sensitive]
    pub phone_number: Option<String>,
}

/// A customer's address.
///
/// The API reference does not show its fields. These are the ones that a public program reads from
/// a response of the checkout.
#[model]
pub struct CustomerAddress {
    /// The street.
    #[sensitive]
    pub street_name: Option<String>,
    /// The city.
    #[sensitive]
    pub city: Option<String>,
    /// The state.
    #[sensitive]
    pub state: Option<String>,
    /// The country.
    #[sensitive]
    pub country: Option<String>,
    /// The postal code.
    #[sensitive]
    pub zipcode: Option<String>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// A bank account for the payment of an order.
#[model]
pub struct OrderPaymentDetail {
    /// The account's number.
    #[length(9..=36)]
    #[sensitive]
    pub account_number: Option<String>,
    /// The code of its branch (IFSC), in capitals.
    pub ifsc: Option<Ifsc>,
}

/// An order that is registered.
#[model]
pub struct CreatedOrder {
    /// The address of the [checkout page](super#the-hosted-checkout) for this order: send the
    /// customer there. Its last segment was the order's id in public samples.
    #[sensitive]
    pub redirection_url: Option<String>,
    /// The id that EnKash issued.
    pub order_id: Option<String>,
}

/// Gets an order.
///
/// The order's status is in [`more`](PaymentOrder::more).
///
/// For a complete example see [`CreatePaymentOrder`](CreatePaymentOrder#examples).
///
/// # Gaps in the API reference
///
/// The response is cut off after its first fields, so the name of the status field is unknown.
#[endpoint(
    GET,
    "/api/v0/orders/<orderId>",
    response = PaymentOrder,
    docs = "https://docs.enkash.com/api-8990250"
)]
pub struct GetOrderStatus {
    /// The id that EnKash issued. An older copy of the page takes the merchant's own.
    pub order_id: String,
}

/// An order.
///
/// A guide lists the states of an order: `CREATED`, `CHECKOUT_RENDERED`, `ATTEMPTED`, `PAID`,
/// `CANCELLED` and `EXPIRED`, and older copies `PAYMENT_CONFIRMATION_PENDING`.
#[model]
pub struct PaymentOrder {
    /// The order.
    pub order_id: Option<String>,
    /// When it was created: presumably Indian time ([times](super#times)); with a `Z` it is UTC.
    pub created: Option<Lenient<civil::DateTime>>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}
