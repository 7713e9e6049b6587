//! The payment gateway: orders, payments, refunds, settlements, split settlements, QR codes, mandates and virtual accounts.
//!
//! # Evidence
//!
//! Facts without a source come from the API reference. The others were seen in public code outside of it, which is weaker:
//! (A) a pre-release checkout SDK, in an account that by its name is an EnKash developer's; (B) one shop's server, which was
//! never shown to succeed.
//!
//! # Hosts
//!
//! | | test | live |
//! |---|---|---|
//! | API | `https://olympus-pg-uat.enkash.in` | `https://olympus-pg.enkash.in`: no page names it; A and B call it |
//! | hosted checkout | `https://checkout-uat-v3.enkash.in`: A | `https://checkoutv3.enkash.com`: A |
//!
//! The two of the API are this product's defaults. The checkout's are not for calls; they help to recognise an address.
//!
//! # The hosted checkout
//!
//! The response to [`CreatePaymentOrder`] has the address to send the customer to,
//! [`redirection_url`](CreatedOrder::redirection_url). Use it as it is. Afterwards the checkout sends the browser to the
//! order's [`return_url`](CreatePaymentOrder::return_url), with a query that [`PaymentReturn`] reads, and EnKash posts a
//! [`PaymentNotification`] to its [`notify_url`](CreatePaymentOrder::notify_url). Neither of them proves a payment.
//!
//! What else is known of the checkout is from A alone:
//!
//! - The page of an order is `/v1/pay/{orderId}`; in a frame `/v1/pay/{orderId}?embedded=true&parentOrigin={origin}`.
//! - `/checkout-sdk.js` has a global `EnkashCheckout` that opens and closes the page (`order_id`, `handler`, `modal`, `env`,
//!   `base_url`). `/checkout-quick.js` binds elements with the id or class `enkash-quick-checkout` and `data-order_id`; on
//!   the test host its address is seen, the others are put together.
//! - The frame posts messages whose types begin with `enkash:`: `ready`, `content-ready`, `resize`, `result`, `dismiss` and
//!   `ack`. A page that is not ready within 15 seconds counts as `FAILED` with the reason `checkout_unavailable`.
//! - The result that the handler gets is the browser's word, like the query: confirm it from your server.
//! - An order's id looked like `^ORD[0-9]{13}[A-Za-z0-9]{5}$`, an attempt's like `^EK[0-9]{13}[A-Za-z0-9]{5}$` (the digits
//!   are milliseconds since 1970) in one to three samples. Nothing is checked against that.
//!
//! # Result codes
//!
//! | `response_code` | meaning |
//! |---|---|
//! | 0 | success, in examples; A takes all others for errors |
//! | 117 | the token is refused, and `payload` is a string: B |
//! | 165 | seen, unexplained: B got it from [`CreatePaymentOrder`] when it sent the token without `Bearer ` |
//!
//! The API reference has no table of codes. It writes `Bearer ` before the token, and B got 117 that way on the live host.
//! Neither form is proven: try both on the test host, or ask EnKash.
//!
//! # Times
//!
//! Times are `yyyy-MM-dd HH:mm:ss` without a zone in the newest examples, although the schemas say `date-time`. One public
//! sample shows a `txnDate` that is Indian time (+05:30). That the gateway's other times are Indian time as well is
//! inferred. Nothing is converted: a field has the time as it came, without a zone, and one that came with a `Z` is UTC.

mod confirm;
mod notifications;
mod order;
mod otp;
mod payment;
mod qr_code;
mod qr_customer;
mod refund;
mod return_url;
mod settlement;
mod settlement_search;
mod split_settlement;
mod token;
mod upi;
mod upi_mandate;
mod virtual_account;
mod webhooks;

pub use confirm::*;
pub use notifications::*;
pub use order::*;
pub use otp::*;
pub use payment::*;
pub use qr_code::*;
pub use qr_customer::*;
pub use refund::*;
pub use return_url::*;
pub use settlement::*;
pub use settlement_search::*;
pub use split_settlement::*;
pub use token::*;
pub use upi::*;
pub use upi_mandate::*;
pub use virtual_account::*;
pub use webhooks::*;

use enkash_core::{CodeMeaning, Environment, Product, ResultCodes};

use crate::platform::{ENVELOPE, MERCHANT_TOKEN};

/// The payment gateway ("Olympus"). Calls take a [`KeyPair`](crate::KeyPair). Where its [hosts](self#hosts) and its
/// [result codes](self#result-codes) come from stands above.
pub const PAYMENT_GATEWAY: Product = Product::new("payment-gateway")
    .base_url_in(Environment::Test, "https://olympus-pg-uat.enkash.in")
    .base_url_in(Environment::Live, "https://olympus-pg.enkash.in")
    .auth(&MERCHANT_TOKEN)
    .envelope(&ENVELOPE)
    .result_codes(&CODES);

/// 165 was seen once, from Create Order, after the token had been accepted; nobody explains it.
const CODES: ResultCodes =
    ResultCodes::defined(&[(&[0], CodeMeaning::Success), (&[117], CodeMeaning::TokenRefused)]);
