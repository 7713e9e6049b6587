//! The payment gateway: orders, payments, refunds, settlements, split settlements, QR codes,
//! mandates and virtual accounts.
//!
//! <!-- operations -->
//! | method | path | struct | reply |
//! |---|---|---|---|
//! | POST | `/api/v0/customer` | [`CreateQrCustomer`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/customer/search` | [`SearchQrCustomers`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/merchant-virtual-account` | [`CreateVirtualAccount`] | [`VirtualAccount`](models::VirtualAccount) |
//! | GET | `/api/v0/merchant-virtual-account/customer-reference-id/<customerReferenceId>` | [`GetVirtualAccountByCustomerReference`] | [`VirtualAccount`](models::VirtualAccount) |
//! | POST | `/api/v0/merchant/token` | [`GenerateMerchantToken`] | [`MerchantToken`](models::MerchantToken) |
//! | POST | `/api/v0/orders` | [`CreatePaymentOrder`] | [`CreatedOrder`](models::CreatedOrder) |
//! | GET | `/api/v0/orders/<orderId>` | [`GetOrderStatus`] | [`PaymentOrder`](models::PaymentOrder) |
//! | GET | `/api/v0/payment/<transactionId>` | [`GetPaymentTransactionStatus`] | [`PaymentTransaction`](models::PaymentTransaction) |
//! | POST | `/api/v0/payment/<transactionId>/refund` | [`RefundPayment`] | [`Refund`](models::Refund) |
//! | POST | `/api/v0/payment/submit` | [`SubmitPayment`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/payment/submit` | [`SubmitPaymentWithSplit`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/qr-code` | [`CreateQrCode`] | [`Json`](crate::Json) |
//! | GET | `/api/v0/qr-code/<qrCodeId>` | [`GetQrCode`] | [`Json`](crate::Json) |
//! | PATCH | `/api/v0/qr-code/<qrCodeId>/cancel` | [`CancelQrCode`] | [`QrCode`](models::QrCode) |
//! | POST | `/api/v0/qr-code/search` | [`SearchQrCodes`] | [`Json`](crate::Json) |
//! | GET | `/api/v0/settlement-payout/<settlementPayoutId>` | [`GetSettlementPayout`] | [`SettlementPayout`](models::SettlementPayout) |
//! | POST | `/api/v0/settlement-payout/search` | [`SearchSettlementPayouts`] | [`SettlementPayoutPage`](models::SettlementPayoutPage) |
//! | PATCH | `/api/v0/split-account` | [`UpdateSplitSettlementAccount`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/split-account` | [`CreateSplitSettlementAccount`] | [`Json`](crate::Json) |
//! | PATCH | `/api/v0/split-account/activate` | [`ActivateSplitSettlementAccount`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/split-transaction/<transactionId>` | [`EditSplitSettlement`] | [`Json`](crate::Json) |
//! | PATCH | `/api/v0/upi-mandate` | [`UpdateUpiMandate`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/upi-mandate` | [`CreateUpiMandate`] | [`Json`](crate::Json) |
//! | GET | `/api/v0/upi-mandate/<referenceId>` | [`GetUpiMandate`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/upi-mandate/execute` | [`ExecuteUpiMandateDebit`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/upi-mandate/notify` | [`NotifyUpiMandateDebit`] | [`Json`](crate::Json) |
//! | PATCH | `/api/v0/upi-mandate/revoke` | [`RevokeUpiMandate`] | [`Json`](crate::Json) |
//! | POST | `/pay/charge/verify-vpa` | [`VerifyUpiVpa`] | [`VpaHolder`](models::VpaHolder) |
//! | GET | `/pay/checkout/qrcode/<orderId>` | [`GetDynamicUpiQr`] | [`DynamicUpiQr`](models::DynamicUpiQr) |
//! | GET | `/pay/checkout/status/upi/<transactionId>` | [`GetUpiTransactionStatus`] | [`UpiTransactionStatus`](models::UpiTransactionStatus) |
//! | GET | `/pay/checkout/upi-detail/<orderId>` | [`GetUpiIntentLinks`] | [`UpiIntentLinks`](models::UpiIntentLinks) |
//! | POST | `/pay/otp/validate` | [`ValidatePaymentOtp`] | [`OtpResult`](models::OtpResult) |
//! | GET | `/pay/resend/otp/<enkashTransactionId>` | [`ResendPaymentOtp`] | [`Bytes`](crate::Bytes) |
//! <!-- /operations -->
//!
//! # Evidence
//!
//! Facts without a source come from the API reference. The others were seen in public code outside
//! of it, which is weaker: (A) a pre-release checkout SDK, in an account that by its name is an
//! EnKash developer's; (B) one shop's server, which was never shown to succeed.
//!
//! # Hosts
//!
//! | | test | live |
//! |---|---|---|
//! | API | `https://olympus-pg-uat.enkash.in` | `https://olympus-pg.enkash.in`: no page names it; A and B call it |
//! | hosted checkout | `https://checkout-uat-v3.enkash.in`: A | `https://checkoutv3.enkash.com`: A |
//!
//! The two of the API are this product's defaults. The checkout's are not for calls; they help to
//! recognise an address.
//!
//! # The hosted checkout
//!
//! The response to [`CreatePaymentOrder`] has the address to send the customer to,
//! [`redirection_url`](models::CreatedOrder::redirection_url). Use it as it is. Afterwards the
//! checkout sends the browser to the order's [`return_url`](CreatePaymentOrder::return_url), with a
//! query that [`PaymentReturn`](webhooks::PaymentReturn) reads, and EnKash posts a
//! [`PaymentNotification`](webhooks::PaymentNotification) to its
//! [`notify_url`](CreatePaymentOrder::notify_url). Neither of them proves a payment.
//!
//! The rest of what is known about the checkout is from A:
//!
//! - The page of an order is `/v1/pay/{orderId}`; in a frame
//!   `/v1/pay/{orderId}?embedded=true&parentOrigin={origin}`.
//! - `/checkout-sdk.js` has a global `EnkashCheckout` that opens and closes the page (`order_id`,
//!   `handler`, `modal`, `env`, `base_url`). `/checkout-quick.js` binds elements with the id or
//!   class `enkash-quick-checkout` and `data-order_id`; on the test host its address is seen, the
//!   others are put together.
//! - The frame posts messages whose types begin with `enkash:`: `ready`, `content-ready`, `resize`,
//!   `result`, `dismiss` and `ack`. A page that is not ready within 15 seconds counts as `FAILED`
//!   with the reason `checkout_unavailable`.
//! - The result that the handler gets is the browser's claim, like the query: confirm it from your
//!   server.
//! - An order's id looked like `^ORD[0-9]{13}[A-Za-z0-9]{5}$`, an attempt's like
//!   `^EK[0-9]{13}[A-Za-z0-9]{5}$` (the digits are milliseconds since 1970) in one to three
//!   samples. Nothing is checked against that.
//!
//! # Result codes
//!
//! | `response_code` | meaning |
//! |---|---|
//! | 0 | success, in examples; A takes all others for errors |
//! | 117 | the token is refused, and `payload` is a string: B |
//! | 165 | seen, unexplained: B got it from [`CreatePaymentOrder`] when it sent the token without `Bearer ` |
//!
//! The API reference has no table of codes. It writes `Bearer ` before the token, and B got 117
//! that way on the live host. Neither form is proven: try both on the test host, or ask EnKash.
//!
//! # Times
//!
//! Times are `yyyy-MM-dd HH:mm:ss` without a zone in the newest examples, although the schemas say
//! `date-time`. One public sample shows a `txnDate` that is Indian time (+05:30). That the
//! gateway's other times are Indian time as well is inferred. Nothing is converted: a field has the
//! time as it came, without a zone, and one that came with a `Z` is UTC.

pub mod builders;
pub mod models;
mod order;
mod otp;
mod payment;
mod qr_code;
mod qr_customer;
mod refund;
mod settlement;
mod settlement_search;
mod split_settlement;
mod token;
mod upi;
mod upi_mandate;
mod virtual_account;
pub mod webhooks;

pub use order::{CreatePaymentOrder, GetOrderStatus};
pub use otp::{ResendPaymentOtp, ValidatePaymentOtp};
pub use payment::{GetPaymentTransactionStatus, SubmitPayment};
pub use qr_code::{CancelQrCode, CreateQrCode, GetQrCode, SearchQrCodes};
pub use qr_customer::{CreateQrCustomer, SearchQrCustomers};
pub use refund::RefundPayment;
pub use settlement::GetSettlementPayout;
pub use settlement_search::SearchSettlementPayouts;
pub use split_settlement::{
    ActivateSplitSettlementAccount, CreateSplitSettlementAccount, EditSplitSettlement,
    SubmitPaymentWithSplit, UpdateSplitSettlementAccount,
};
pub use token::GenerateMerchantToken;
pub use upi::{GetDynamicUpiQr, GetUpiIntentLinks, GetUpiTransactionStatus, VerifyUpiVpa};
pub use upi_mandate::{
    CreateUpiMandate, ExecuteUpiMandateDebit, GetUpiMandate, NotifyUpiMandateDebit,
    RevokeUpiMandate, UpdateUpiMandate,
};
pub use virtual_account::{CreateVirtualAccount, GetVirtualAccountByCustomerReference};

use enkash_core::{CodeMeaning, Environment, Product, ResultCodes};

use crate::platform::{ENVELOPE, MERCHANT_TOKEN};

/// The payment gateway ("Olympus"). Calls take a [`KeyPair`](crate::KeyPair). The module
/// documentation names the sources of its [hosts](self#hosts) and its [result
/// codes](self#result-codes).
pub const PAYMENT_GATEWAY: Product = Product::new("payment-gateway")
    .base_url_in(Environment::Test, "https://olympus-pg-uat.enkash.in")
    .base_url_in(Environment::Live, "https://olympus-pg.enkash.in")
    .auth(&MERCHANT_TOKEN)
    .envelope(&ENVELOPE)
    .result_codes(&CODES);

/// 165 was seen once, from Create Order, after the token had been accepted. It is not documented.
const CODES: ResultCodes =
    ResultCodes::defined(&[(&[0], CodeMeaning::Success), (&[117], CodeMeaning::TokenRefused)]);
