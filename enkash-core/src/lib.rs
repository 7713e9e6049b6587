//! A framework in which an HTTP API is declared in a few lines: what an endpoint is, and the way of a call from a struct to a
//! decoded reply. It knows no API by itself: an API is a set of [`Product`]s, each a constant, and the endpoints that are
//! declared beside it.
//!
//! The crate `enkash-endpoints` declares EnKash, a payments platform, and re-exports what its users need of this one. The
//! attributes [`endpoint`](macro@endpoint), [`model`](macro@model) and [`pattern`](macro@pattern) have their reference at the
//! crate [`enkash_macros`].
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
//! validate → write → encrypt → attempts { authorise → transport → decrypt → verdict } → decode → Reply
//! ```
//!
//! - *validate*: every rule of the declaration, all broken ones at once. A call with a [`Violation`] is not sent.
//! - *write*: path, query, headers and body become one [`Outgoing`]. A value is one segment of the path, whatever it
//!   holds.
//! - *encrypt*: bodies of a product with an [`Encryption`] are encrypted on the way out and decrypted on the way in. The
//!   declared kind of the body decides: JSON is encrypted, and a form, a file or bytes do not leave unless the call says that
//!   it is not encrypted.
//! - *authorise*: a token from the cache, one token request for all calls that wait for one, or whatever a
//!   [`CredentialProvider`] adds.
//! - *transport*: a [`Transport`] sends once. The default one is reqwest, over HTTPS alone, without redirects.
//! - *verdict*: whether the call is sent again, and what is known of it so far.
//! - *decode*: the envelope is read into a [`Reply`], or into an [`Error`] that knows its [`Outcome`].
//!
//! The first two steps run at once, when the call is made; the rest runs when it is awaited. [`Client::prepare`] shows
//! the request as it is sent, encrypted where it is but without credentials, and sends nothing;
//! [`Client::prepare_plaintext`] shows it before the encryption:
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
//! let outgoing = client.prepare(&GetPayee { payee_id: "a/b?c".to_owned() })?;
//! assert_eq!(outgoing.path(), "/payees/a%2Fb%3Fc");
//!
//! let error = client.prepare(&GetPayee { payee_id: "..".to_owned() }).unwrap_err();
//! assert_eq!(error.kind(), enkash_core::ErrorKind::Invalid);
//! # Ok(())
//! # }
//! ```
//!
//! # Outcomes and retries
//!
//! [`Error::outcome`] says whether the call was performed, folded over all attempts: [`Outcome::NotSent`],
//! [`Outcome::Refused`], [`Outcome::Performed`] or [`Outcome::Unknown`]. [`Error::is_duplicate`] says that the server
//! has seen the call's own id before.
//!
//! The client sends a call again only where that does nothing twice. Any call, where the connection was never made, or
//! the server answered 429; an idempotent one also after a broken connection, a timeout, 502, 503 and 504.
//! [`RetryPolicy`] sets how often and when. With [`RetryPolicy::resend_unique`] a call with a `unique` id is treated
//! like an idempotent one.
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
//! A product names its [`AuthScheme`], and a client has credentials: [`OAuthCredentials`], a [`KeyPair`], an [`ApiKey`], a
//! [`BearerToken`] or [`BasicCredentials`]. Each kind serves every product whose scheme takes it, unless that product has
//! credentials of its own. Whatever else an API asks for, a [`CredentialProvider`] adds.
//!
//! For the first two kinds the client requests a token with the first call, keeps it, and renews it shortly before its end,
//! or once when the server refuses it. However many calls wait for a token, there is one request. Platforms lock accounts
//! after a few failed attempts, so the client stops before: see [`AuthErrorKind`]. [`Client::replace_credentials`] gives other
//! credentials while the client is in use, [`Client::reset_auth`] tries the same again.
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
//! An endpoint that is declared with `auth = none` goes out without a token, and one with `auth = basic` with the
//! client's id and secret. A failure to get a token is an [`Error::Auth`]: the call was not sent, or not again after
//! an attempt that came before, and the outcome says which.
//!
//! # Testing
//!
//! The feature `mock` is a transport without sockets that responds as a test tells it: for each type of endpoint payloads,
//! errors, broken connections or raw bytes, in order, at once, late or never. All else runs as it does in earnest:
//! checks, token requests, retries, decoding. Afterwards the mock shows what it received.
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
//! assert_eq!(received[1].json().expect("a body")["name"], "Test Payee");
//! # Ok(())
//! # }
//! ```
//!
//! # Features
//!
//! `rustls` (default) or `native-tls`, without which `https` needs a transport of one's own; `blocking`, `mock`;
//! `registry`, the list of what is declared; `schema`, JSON schemas and OpenAPI documents of it.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod auth;
#[cfg(feature = "blocking")]
pub mod blocking;
mod building;
mod client;
mod clock;
mod cloning;
mod decode;
mod encryption;
mod endpoint;
mod engine;
mod envelope;
mod error;
mod execute;
mod expansion;
mod field;
mod from_json;
mod identifier;
mod json_path;
#[cfg(any(test, feature = "mock"))]
pub mod mock;
mod money;
mod money_text;
mod multipart;
#[cfg(feature = "schema")]
mod openapi;
mod outcome;
mod outgoing;
mod path;
pub mod pattern;
mod payload;
mod plan;
mod product;
mod products;
mod raw;
mod raw_response;
mod read;
mod record;
#[cfg(feature = "registry")]
mod registry;
mod repair;
mod reply;
mod reserved_headers;
mod response_plan;
mod retry;
mod rules;
#[cfg(feature = "schema")]
mod schema;
mod secret;
mod send;
mod setting;
#[cfg(test)]
mod testing;
mod text;
mod texts;
mod trace;
mod transport;
mod url_length;
mod value;
mod violation;
mod write;

pub use auth::{
    ApiKey, AuthorizeFuture, BasicCredentials, BearerToken, CredentialProvider, Credentials, KeyPair,
    OAuthCredentials,
};
pub use bytes::{self, Bytes};
pub use client::{Client, ClientBuilder};
pub use encryption::{Encryption, EncryptionError, PayloadCipher};
pub use endpoint::{BodyEncoding, CallAuth, Endpoint, EndpointInfo};
pub use enkash_macros::{endpoint, model, pattern};
pub use envelope::{Envelope, EnvelopeFormat, EnvelopeNames, EnvelopeReport};
pub use error::{
    ApiError, AuthError, AuthErrorKind, BodyForm, ConfigError, DecodeError, Error, ErrorKind, TransportError,
    TransportErrorKind,
};
#[cfg(feature = "schema")]
pub use field::WriteSchema;
pub use field::{Description, Field, Place};
pub use from_json::{FromJsonError, from_json};
pub use http;
pub use http::{HeaderMap, Method, StatusCode};
pub use identifier::{Identifier, InvalidIdentifier};
pub use jiff::civil;
pub use money::{Money, ParseMoneyError};
pub use money_text::MoneyText;
pub use multipart::{FilePart, PartContent, PartValue};
#[cfg(feature = "schema")]
pub use openapi::openapi;
pub use outcome::Outcome;
pub use outgoing::{BaseUrl, InvalidBaseUrl, Outgoing};
pub use payload::{BareEvidence, Empty, Payload, read_json};
pub use product::{
    AuthScheme, CodeMeaning, CustomScheme, Environment, KeyPairToken, PasswordGrant, Product, ResponseFormat,
    ResultCodes, Setting, TokenResponseNames,
};
pub use raw::RawCall;
#[cfg(feature = "registry")]
pub use registry::endpoints;
pub use reply::Reply;
/// The HTTP client of the default transport, for [`ClientBuilder::http`].
pub use reqwest;
pub use retry::RetryPolicy;
pub use rules::{Bound, Range, Rules};
pub use rust_decimal::Decimal;
#[cfg(feature = "schema")]
pub use schema::Described;
#[cfg(feature = "schema")]
pub use schemars::{JsonSchema, Schema, SchemaGenerator};
pub use secret::Secret;
pub use send::{Call, Sending};
pub use text::Text;
pub use texts::Texts;
pub use transport::{Attempt, Transport, TransportFuture};
pub use url::Url;
#[doc(hidden)]
pub use value::guard;
pub use value::{
    AsText, DecimalValue, ExtraValue, Lenient, ListValue, NumberValue, Patch, PathValue, QueryValue,
    ReadValue, TextValue, Value,
};
pub use violation::{FieldPath, Rule, Violation, Violations};

/// With the feature `schema`, a macro that writes the schema, too.
#[cfg(not(feature = "schema"))]
#[doc(hidden)]
pub use __record_alone as __record;

/// Any JSON value.
pub use serde_json::Value as Json;

/// A JSON object: names and values.
pub type JsonMap = serde_json::Map<String, Json>;

// What the bodies in the macros' output name most often, where its path is shortest: each segment of a path costs the user's
// compiler a few thousand instructions. Signatures have the names that rustdoc is to show. No more part of the API than what
// stands in `__private`.
#[doc(hidden)]
pub use self::__private::{Slot as __Slot, State as __State, given as __given};
#[doc(hidden)]
pub use ::core::{
    option::Option::{self as __Option, None as __None, Some as __Some},
    result::Result::Ok as __Ok,
};

/// What the macros' output names. Not part of the API: it changes without notice.
#[doc(hidden)]
pub mod __private {
    pub use crate::building::{AllSet, EachSet, IntoOption, IsSet, Slots, State, given};
    pub use crate::client::send;
    pub use crate::cloning::{Cloned, Uncloneable};
    pub use crate::endpoint::{BodyEncoding, CallAuth, Endpoint, EndpointInfo};
    pub use crate::envelope::Envelope;
    pub use crate::field::{Field, Place, Shape, fields, fields_of};
    pub use crate::identifier::{Identifier, parse_identifier, parse_identifier_text, read_identifier};
    pub use crate::payload::{Payload, read_json};
    pub use crate::product::ResponseFormat;
    pub use crate::read::{Members, ReadRecord, Slot, Unreadable, read_record};
    pub use crate::record::{Record, Visitor, check_across, check_record, debug_record, serialize_record};
    #[cfg(feature = "registry")]
    pub use crate::registry::{NoPattern, Probe, Registered, described};
    pub use crate::rules::{Bound, Rules};
    #[cfg(feature = "schema")]
    pub use crate::schema::{Described, NoSchema, identifier_schema, record_schema, texts_schema};
    pub use crate::texts::{Texts, check_texts, read_texts};
    pub use crate::transport::reqwest::into_request as reqwest_request;
    pub use crate::value::guard;
    pub use crate::value::{DateFormat, Formatted, With, WithModule, WithText};
    pub use http::Method;
    #[cfg(feature = "registry")]
    pub use inventory;
    pub use serde;
    pub use serde_json::Error as JsonError;
    pub use std::borrow::Cow;
    pub use std::string::String;
}
