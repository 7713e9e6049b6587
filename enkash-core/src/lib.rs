//! A framework in which an HTTP API is declared in a few lines: what an endpoint is, and the way of
//! a call from a struct to a decoded reply. It knows no API by itself: an API is a set of
//! [`Product`]s, each a constant, and the endpoints that are declared beside it.
//!
//! The crate `enkash-endpoints` declares EnKash, a payments platform, and re-exports what its users
//! need of this one. The attributes [`endpoint`](macro@endpoint), [`model`](macro@model) and
//! [`pattern`](macro@pattern) have their reference at the crate [`enkash_macros`].
//!
#![cfg_attr(feature = "mock", doc = "```")]
#![cfg_attr(not(feature = "mock"), doc = "```ignore")]
//! use enkash_core::mock::Mock;
//! use enkash_core::{AuthScheme, EnvelopeNames, Error, Product, endpoint, model};
//!
//! const ENVELOPE: EnvelopeNames =
//!     EnvelopeNames { payload: &["data"], error_response: &["error"], ..EnvelopeNames::NONE };
//!
//! const PRODUCT: Product = Product::new("acme-orders")
//!     .base_url("https://orders.acme.example")
//!     .auth(&AuthScheme::ApiKey("x-api-key"))
//!     .envelope(&ENVELOPE);
//!
//! /// An order.
//! #[model]
//! struct Order {
//!     /// What it costs, in cents.
//!     amount: i64,
//! }
//!
//! /// Reads an order.
//! #[endpoint(GET, "/orders/<orderId>", response = Order)]
//! struct GetOrder {
//!     /// The order.
//!     #[length(1..=20)]
//!     order_id: String,
//! }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Error> {
//! // In production: `Client::builder().credentials(ApiKey::new(key)).build()?`.
//! let mock = Mock::new();
//! mock.on::<GetOrder>().payload(&Order { amount: 250 });
//! let client = mock.client()?;
//!
//! let order = GetOrder { order_id: "O-1".to_owned() }.send(&client).await?.into_payload()?;
//! assert_eq!(order.amount, 250);
//! # Ok(())
//! # }
//! ```
//!
//! # The way of a call
//!
//! ```text
//! validate → write → encrypt
//!     → attempts { authorise → transport → retry decision }
//!     → decrypt → decode → Reply
//! ```
//!
//! - *validate*: every rule of the declaration, all broken ones at once. A call with a
//!   [`Violation`] is not sent.
//! - *write*: path, query, headers and body become one [`PreparedRequest`]. A value is one segment
//!   of the path, whatever it holds.
//! - *encrypt*: bodies of a product with an [`Encryption`] are encrypted on the way out and
//!   decrypted on the way in. The declared kind of the body decides: JSON is encrypted, and a form,
//!   a file or bytes do not leave unless the call says that it is not encrypted.
//! - *authorise*: a token from the cache, one token request for all calls that wait for one, or
//!   whatever a [`CredentialProvider`] adds.
//! - *transport*: a [`Transport`] sends once. The default one is reqwest, over HTTPS alone, without
//!   redirects.
//! - *retry decision*: whether the call is sent again, and what is known of it so far.
//! - *decode*: the envelope is read into a [`Reply`], or into an [`Error`] that knows its
//!   [`Outcome`].
//!
//! The first two steps run at once, when the call is made; the rest runs when it is awaited.
//! [`Client::prepare`] shows the request as it is sent, encrypted where it is but without
//! credentials, and sends nothing; [`Client::prepare_plaintext`] shows it before the encryption:
//!
//! ```
//! use enkash_core::{Client, Product, endpoint};
//!
//! const PRODUCT: Product = Product::new("example").base_url("https://api.example.com");
//!
//! /// Reads a payee.
//! #[endpoint(GET, "/payees/<payeeId>")]
//! struct GetPayee {
//!     /// The payee.
//!     #[length(1..=20)]
//!     payee_id: String,
//! }
//!
//! # fn main() -> Result<(), enkash_core::Error> {
//! let client = Client::builder().build()?;
//! let prepared = client.prepare(&GetPayee { payee_id: "a/b?c".to_owned() })?;
//! assert_eq!(prepared.path(), "/payees/a%2Fb%3Fc");
//!
//! let error = client.prepare(&GetPayee { payee_id: "..".to_owned() }).unwrap_err();
//! assert_eq!(error.kind(), enkash_core::ErrorKind::Invalid);
//! # Ok(())
//! # }
//! ```
//!
//! # Outcomes and retries
//!
//! [`Error::outcome`] says whether the call was performed, folded over all attempts:
//! [`Outcome::NotSent`], [`Outcome::Refused`], [`Outcome::Performed`] or [`Outcome::Unknown`].
//! [`Error::is_duplicate`] says that the server has seen the call's own id before.
//!
//! The client sends a call again only where that does nothing twice. Any call, where the connection
//! was never made, or the server responded with 429; an idempotent one also after a broken
//! connection, a timeout, 502, 503 and 504. [`RetryPolicy`] sets how often and when. With
//! [`RetryPolicy::resend_unique`] a call with a `unique` id is treated like an idempotent one.
//!
#![cfg_attr(feature = "mock", doc = "```")]
#![cfg_attr(not(feature = "mock"), doc = "```ignore")]
//! use enkash_core::mock::Mock;
//! use enkash_core::{Error, Outcome, Product, RetryPolicy, Text, TransportErrorKind, endpoint};
//!
//! const PRODUCT: Product = Product::new("example");
//!
//! /// Moves money.
//! #[endpoint(POST, "/transfers", unique = transfer_id)]
//! struct Transfer {
//!     /// The caller's own id.
//!     transfer_id: String,
//! }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Error> {
//! let mock = Mock::new();
//! let lost = (TransportErrorKind::Timeout, Outcome::Unknown);
//! mock.on::<Transfer>().fail(lost.0, lost.1).fail(lost.0, lost.1).payload(&"done");
//! let client = mock.client()?;
//!
//! // The response gets lost. The client does not send the call again on its own.
//! let transfer = Transfer { transfer_id: "T1".to_owned() };
//! let error = transfer.send(&client).await.unwrap_err();
//! assert_eq!((error.outcome(), error.attempts()), (Outcome::Unknown, 1));
//!
//! // With the id that the server takes once, it may.
//! let reply = transfer.call().retry(RetryPolicy::resend_unique()).send(&client).await?;
//! assert_eq!((reply.attempts(), reply.into_payload()?), (2, Text::from("done")));
//! # Ok(())
//! # }
//! ```
//!
//! # Authentication
//!
//! A product names its [`AuthScheme`], and a client has credentials: [`OAuthCredentials`], a
//! [`KeyPair`], an [`ApiKey`], a [`BearerToken`] or [`BasicCredentials`]. Each kind serves every
//! product whose scheme takes it, unless that product has credentials of its own. Whatever else an
//! API asks for, a [`CredentialProvider`] adds.
//!
//! For the first two kinds the client requests a token with the first call, keeps it, and renews it
//! shortly before its end, or once when the server refuses it. However many calls wait for a token,
//! there is one request. Platforms lock accounts after a few failed attempts, so the client stops
//! before: see [`AuthErrorKind`]. [`Client::replace_credentials`] gives other credentials while the
//! client is in use, [`Client::reset_auth`] tries the same again. Processes that share an account
//! share tokens and failed attempts through a `TokenStore` (feature `token-store`).
//!
//! ```
//! use enkash_core::{ApiKey, AuthScheme, BearerToken, Client, Product};
//!
//! const ORDERS: Product =
//!     Product::new("orders").base_url("https://orders.example.com").auth(&AuthScheme::ApiKey("x-api-key"));
//! const REPORTS: Product =
//!     Product::new("reports").base_url("https://reports.example.com").auth(&AuthScheme::Bearer);
//!
//! # fn main() -> Result<(), enkash_core::Error> {
//! let client = Client::builder()
//!     .products(&[&ORDERS, &REPORTS])
//!     .credentials(ApiKey::new("not-a-real-key"))
//!     .credentials_for(&REPORTS, BearerToken::new("not-a-real-token"))
//!     .build()?;
//!
//! // Nothing has been sent yet, and nothing secret is printed.
//! assert!(!format!("{client:?}").contains("not-a-real"));
//! # Ok(())
//! # }
//! ```
//!
//! An endpoint that is declared with `auth = none` goes out without a token, and one with
//! `auth = basic` with the client's id and secret. A failure to get a token is an [`Error::Auth`]:
//! the call was not sent, or not again after an attempt that came before, and the outcome says
//! which.
//!
//! # Testing
//!
//! The feature `mock` is a transport without sockets that responds as a test tells it: for each
//! type of endpoint payloads, errors, broken connections or raw bytes, in order, at once, late or
//! never. All else runs as it does in earnest: checks, token requests, retries, decoding.
//! Afterwards the mock shows what it received.
//!
#![cfg_attr(feature = "mock", doc = "```")]
#![cfg_attr(not(feature = "mock"), doc = "```ignore")]
//! use enkash_core::mock::Mock;
//! use enkash_core::{Client, Error, Outcome, Product, TransportErrorKind, endpoint};
//!
//! const PRODUCT: Product = Product::new("example");
//!
//! /// Registers a payee.
//! #[endpoint(POST, "/payees")]
//! struct CreatePayee {
//!     /// The name.
//!     name: String,
//! }
//!
//! /// The code under test: whether there is a payee now.
//! async fn register(client: &Client, name: &str) -> Result<bool, Error> {
//!     let sent = CreatePayee { name: name.to_owned() }.send(client).await;
//!     match sent {
//!         Ok(_) => Ok(true),
//!         Err(error) if error.outcome() == Outcome::Refused => Ok(false),
//!         Err(error) => Err(error),
//!     }
//! }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Error> {
//! let mock = Mock::new();
//! mock.on::<CreatePayee>()
//!     .fail(TransportErrorKind::Connect, Outcome::NotSent)
//!     .payload(&"created")
//!     .error(422, "VALIDATION_ERROR", "there is one of that name");
//! let client = mock.client()?;
//!
//! // The first connection is never made, so that the client tries again.
//! assert!(register(&client, "Test Payee").await?);
//! assert!(!register(&client, "Test Payee").await?);
//!
//! let received = mock.received_by::<CreatePayee>();
//! assert_eq!(received.len(), 3);
//! let sent = received.last().and_then(|request| request.json());
//! assert_eq!(sent, Some(serde_json::json!({ "name": "Test Payee" })));
//! mock.verify(); // panics if a response was not used, or a call had none
//! # Ok(())
//! # }
//! ```
//!
//! # Features
//!
//! `rustls` (default) or `native-tls`, without which `https` needs a transport of one's own;
//! `http2`; `blocking`, `mock`; `token-store`, what processes share of an account, in a file or in
//! a store of one's own, and `redis`, the same in Redis; `registry`, the list of what is declared;
//! `schema`, JSON schemas and OpenAPI documents of it.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod auth;
mod base;
mod call;
mod client;
mod declare;
mod describe;
mod error;
mod expansion;
mod intercept;
mod message;
#[cfg(any(test, feature = "mock"))]
pub mod mock;
mod product;
mod record;
#[cfg(feature = "registry")]
mod registry;
mod retry;
mod rules;
#[cfg(test)]
mod testing;
mod transport;
mod types;
mod wire;

#[cfg(feature = "redis")]
pub use auth::RedisTokenStore;
pub use auth::{
    ApiKey, AuthorizeFuture, BasicCredentials, BearerToken, CredentialProvider, Credentials,
    KeyPair, OAuthCredentials,
};
#[cfg(feature = "token-store")]
pub use auth::{FileTokenStore, StoredRecord, TokenStore, TokenStoreFuture};
pub use base::outcome::Outcome;
pub use base::secret::Secret;
pub use bytes::{self, Bytes};
pub use call::raw::RawCall;
pub use call::send::{Call, PendingCall};
#[cfg(feature = "blocking")]
pub use client::blocking;
pub use client::{Client, ClientBuilder};
pub use declare::endpoint::{BodyEncoding, CallAuth, Endpoint, EndpointInfo};
pub use declare::payload::{BareEvidence, Empty, Payload, read_json};
#[cfg(feature = "schema")]
pub use describe::WriteSchema;
pub use describe::{Field, Location, TypeInfo};
pub use enkash_macros::{endpoint, model, pattern};
pub use error::{
    ApiError, AuthError, AuthErrorKind, BodyForm, ConfigError, DecodeError, Error, ErrorKind,
    InterceptorError, TransportError, TransportErrorKind,
};
pub use http;
pub use http::{HeaderMap, Method, StatusCode};
pub use intercept::{AfterAttempt, BeforeAttempt, InterceptError, Interceptor, LogInterceptor};
pub use jiff::civil;
pub use message::{BaseUrl, InvalidBaseUrl, PreparedRequest};
pub use product::encryption::{Encryption, EncryptionError, PayloadCipher};
pub use product::envelope::{Envelope, EnvelopeFormat, EnvelopeNames, EnvelopeReport};
pub use product::{
    AuthScheme, CodeMeaning, CustomScheme, Environment, KeyPairToken, PasswordGrant, Product,
    ResponseFormat, ResultCodes, Setting, TokenResponseNames,
};
#[cfg(feature = "registry")]
pub use registry::endpoints;
#[cfg(feature = "schema")]
pub use registry::openapi::openapi;
#[cfg(feature = "schema")]
pub use registry::schema::HasSchema;
/// The HTTP client of the default transport, for [`ClientBuilder::http`].
pub use reqwest;
pub use retry::RetryPolicy;
pub use rules::pattern;
pub use rules::violation::{FieldPath, Rule, Violation, Violations};
pub use rules::{Bound, Range, Rules};
pub use rust_decimal::Decimal;
#[cfg(feature = "schema")]
pub use schemars::{JsonSchema, Schema, SchemaGenerator};
pub use transport::reqwest::{HttpTransport, HttpTransportBuilder, SendTracker, TrackedBody};
pub use transport::{Attempt, Transport, TransportFuture, TransportResponse};
pub use types::identifier::{Identifier, InvalidIdentifier};
pub use types::money::{Money, ParseMoneyError};
pub use types::money_text::MoneyText;
pub use types::multipart::{FilePart, PartContent, PartValue};
pub use types::string_enum::StringEnum;
pub use types::text::Text;
#[doc(hidden)]
pub use types::value::guard;
pub use types::value::{
    AsText, DecimalValue, ExtraValue, JsonForm, Lenient, ListValue, NumberValue, Patch, PathValue,
    QueryValue, ReadValue, TextValue, Value,
};
pub use url::Url;
pub use wire::from_json::{FromJsonError, from_json, from_untrusted_json};
pub use wire::reply::Reply;

/// Any JSON value.
///
/// A number in it has the precision of serde_json: an integer is exact from `i64::MIN` to
/// `u64::MAX`, and any other number is the nearest double. (A `String`, an identifier, [`Money`] or
/// [`Lenient`] keeps all digits of a number.) See [`JsonMap`] for the limits.
pub use serde_json::Value as Json;

/// A JSON object: names and values. The `#[extra]` field of a model, which takes the fields that
/// the model does not declare, is one.
///
/// Numbers have the precision of [`Json`]. What is read from a response or a webhook event has
/// limits: a value that is nested deeper than 64 levels, for whose tree there is no memory, or that
/// is a number beyond all doubles, is a [`Json::String`] that holds its JSON. `#[extra]` fields
/// whose names there is no memory for are left out. All values of any JSON in a response have 32
/// MiB and sixteen times the length of the body, in a webhook event 4 MiB and six times.
pub type JsonMap = serde_json::Map<String, Json>;

/// What the output of the macros names. Not part of the API: it changes without notice, and with
/// every version its name.
#[doc(hidden)]
pub mod __private0_1_0 {
    pub use crate::record::building::{list, required};
    pub use crate::record::cloning::{Cloned, Uncloneable};
    pub use crate::record::read::{
        Members, ReadRecord, Slot, UNKNOWN_FIELD, Unreadable, read_record,
    };
    pub use crate::record::{
        Record, Visitor, check_across, check_record, debug_record, serialize_record,
    };
    #[cfg(feature = "registry")]
    pub use crate::registry::Registered;
    #[cfg(feature = "registry")]
    pub use crate::registry::probe::{NoPattern, Probe};
    #[cfg(feature = "schema")]
    pub use crate::registry::schema::{NoSchema, enum_schema, identifier_schema, record_schema};
    pub use crate::types::identifier::{parse_identifier, parse_identifier_text, read_identifier};
    pub use crate::types::string_enum::{check_string_enum, debug_string_enum, read_string_enum};
    pub use crate::types::value::{DateFormat, Formatted, With, WithModule, WithText};
    // The public API, so that the output has one path for all that it names.
    pub use crate::*;
    #[cfg(feature = "registry")]
    pub use inventory;
    pub use serde;
    pub use serde_json::Error as JsonError;
    pub use std::borrow::Cow;
    pub use std::string::String;
}
