//! Acme, an API that does not exist, as a crate of its own would declare it. Copy it to begin with
//! yours.
//!
//! It has little in common with EnKash: two hosts, a key in a header and a signature over the body,
//! result codes from 1000 on, errors as `problem`, UUIDs as identifiers, signed webhooks.
//!
//! ```
//! use acme::orders::GetOrder;
//! use acme::{Credentials, ORDERS, PAYOUTS};
//! use enkash_core::Client;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::builder()
//!     .products(&[&ORDERS, &PAYOUTS])
//!     .credentials(Credentials::new("key-1", "not-a-real-secret"))
//!     .build()?;
//! let request = GetOrder { order_id: "67e55044-10b1-426f-9247-bb680e5fe0c8".parse()? };
//! assert_eq!(
//!     client.prepare(&request)?.url().as_str(),
//!     "https://orders.acme.example/v2/orders/67e55044-10b1-426f-9247-bb680e5fe0c8"
//! );
//! # Ok(())
//! # }
//! ```

mod credentials;
pub mod orders;
pub mod payouts;
pub mod webhook;

pub use credentials::Credentials;

use enkash_core::{AuthScheme, CodeMeaning, CustomScheme, EnvelopeNames, Product, ResultCodes};

/// Orders: <https://orders.acme.example>.
pub const ORDERS: Product = Product::new("acme-orders")
    .base_url("https://orders.acme.example")
    .auth(&SIGNED)
    .envelope(&ENVELOPE)
    .result_codes(&CODES);

/// Payouts, which have a host of their own.
pub const PAYOUTS: Product = Product::new("acme-payouts")
    .base_url("https://payouts.acme.example/api")
    .auth(&SIGNED)
    .envelope(&ENVELOPE)
    .result_codes(&CODES);

/// Calls are signed by [`Credentials`].
const SIGNED: AuthScheme = AuthScheme::Custom(CustomScheme {
    provider: "acme::Credentials",
    settings: &["key_id", "signing_secret"],
});

/// `{"status": "ok", "code": 1000, "result": …}`, or
/// `{"status": "failed", "code": 2101, "problem": {"kind": "…", "text": "…", "trace": "…"}}`.
const ENVELOPE: EnvelopeNames = EnvelopeNames {
    payload: &["result"],
    code: &["code"],
    message: &["status"],
    success_words: &["ok"],
    failure_words: &["failed"],
    error_response: &["problem"],
    error_type: &["kind"],
    error_message: &["text"],
    request_id: &["trace"],
    ..EnvelopeNames::NONE
};

/// 2900 is "try again later", which is no evidence of what happened before; a code that is not
/// listed is unexplained.
const CODES: ResultCodes = ResultCodes::defined(&[
    (&[1000], CodeMeaning::Success),
    (&[2101, 2102, 2404], CodeMeaning::Refused),
    (&[2409], CodeMeaning::Duplicate),
    (&[2900], CodeMeaning::Unexplained),
]);
