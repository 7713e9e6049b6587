//! A framework for HTTP API clients: an endpoint is declared as a struct, and the framework turns
//! it into a request, sends it, and decodes the response.
//!
//! The crate contains no API. An API is a set of [`Product`] constants with the endpoints declared
//! beside them. The crate `enkash-endpoints` declares EnKash, a payments platform, and re-exports
//! what its users need from this one. The attributes [`endpoint`](macro@endpoint),
//! [`model`](macro@model) and [`pattern`](macro@pattern) are documented in the crate
//! [`enkash_macros`].
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
//!     /// The total in cents.
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
//! # How a call proceeds
//!
//! ```text
//! validate → write → encrypt
//!     → attempts { authorise → transport → retry decision }
//!     → decrypt → decode → Reply
//! ```
//!
//! - *validate*: the client checks every rule of the declaration and reports all broken ones. A
//!   call with a [`Violation`] is not sent.
//! - *write*: path, query, headers and body become one [`PreparedRequest`]. A path value is always
//!   a single segment.
//! - *encrypt*: for a product with an [`Encryption`], JSON bodies are encrypted, and responses
//!   decrypted. A form, file or bytes body is sent only if the call turns encryption off.
//! - *authorise*: the client adds an access token from its cache, or what a [`CredentialProvider`]
//!   provides. Calls that wait for a token share one token request.
//! - *transport*: a [`Transport`] sends the request once. The default is reqwest, over HTTPS only
//!   and without redirects.
//! - *retry decision*: the client decides whether to send the call again, and combines the outcomes
//!   of the attempts.
//! - *decode*: the envelope becomes a [`Reply`], or an [`Error`] with its [`Outcome`].
//!
//! The first two steps run when the call is made, the others when it is awaited.
//! [`Client::prepare`] returns the request as it would be sent, encrypted but without credentials;
//! [`Client::prepare_plaintext`] returns it before encryption:
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
//! [`Error::outcome`] reports whether the call was performed, over all attempts:
//! [`Outcome::NotSent`], [`Outcome::Refused`], [`Outcome::Performed`] or [`Outcome::Unknown`].
//! [`Error::is_duplicate`] reports that the server has already seen the call's own id.
//!
//! The client retries a call only if that cannot perform it twice: any call if the connection was
//! never made or the server responded with 429, and an idempotent call also after a broken
//! connection, a timeout, 502, 503 or 504. [`RetryPolicy`] sets the number of attempts and the
//! delays. With [`RetryPolicy::resend_unique`], a call with a `unique` id is retried like an
//! idempotent one.
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
//! // The response is lost. By default the client does not send the call again.
//! let transfer = Transfer { transfer_id: "T1".to_owned() };
//! let error = transfer.send(&client).await.unwrap_err();
//! assert_eq!((error.outcome(), error.attempts()), (Outcome::Unknown, 1));
//!
//! // With a policy that relies on the unique id, it does.
//! let reply = transfer.call().retry(RetryPolicy::resend_unique()).send(&client).await?;
//! assert_eq!((reply.attempts(), reply.into_payload()?), (2, Text::from("done")));
//! # Ok(())
//! # }
//! ```
//!
//! # Authentication
//!
//! A product has an [`AuthScheme`], and a client has credentials: [`OAuthCredentials`], a
//! [`KeyPair`], an [`ApiKey`], a [`BearerToken`] or [`BasicCredentials`]. Credentials serve every
//! product whose scheme accepts their type, unless the product has its own. For any other scheme,
//! implement [`CredentialProvider`].
//!
//! With [`OAuthCredentials`] or a [`KeyPair`], the client requests a token on the first call,
//! caches it, and renews it shortly before it expires, or once if the server refuses it. Concurrent
//! calls share one token request. Platforms lock accounts after a few failed attempts, so the
//! client stops before that: see [`AuthErrorKind`]. [`Client::replace_credentials`] replaces
//! credentials while the client is in use, [`Client::reset_auth`] allows the same ones again.
//! Processes that use the same account share tokens and failed attempts through a `TokenStore`
//! (feature `token-store`).
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
//! // Nothing has been sent yet, and `Debug` shows no secret.
//! assert!(!format!("{client:?}").contains("not-a-real"));
//! # Ok(())
//! # }
//! ```
//!
//! An endpoint declared with `auth = none` is sent without a token, one with `auth = basic` with
//! the client's id and secret. If the client cannot obtain a token, the call ends with
//! [`Error::Auth`]; its outcome covers earlier attempts as well.
//!
//! # Testing
//!
//! With the feature `mock`, a `Mock` transport returns the responses that a test sets for each
//! endpoint type, in order: payloads, errors, broken connections, raw bytes, with a delay or never.
//! Validation, token requests, retries and decoding run as in production. Afterwards the mock
//! returns the requests it received.
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
//! /// The code under test: returns whether the payee was created.
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
//! // The first connection fails, so the client tries again.
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
//! | feature | adds |
//! |---|---|
//! | `rustls` (default), `native-tls` | TLS; without either, `https` needs a transport of your own |
//! | `http2` | HTTP/2 |
//! | `blocking` | a blocking client |
//! | `mock` | the `mock` module |
//! | `token-store` | the trait `TokenStore`, through which processes share an account, and a store in a file |
//! | `redis` | a token store in Redis |
//! | `registry` | the list of declared endpoints and products |
//! | `schema` | JSON schemas and OpenAPI documents of the declared endpoints |

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
/// Numbers have the precision of serde_json: integers are exact from `i64::MIN` to `u64::MAX`,
/// other numbers are the nearest `f64`. (`String`, identifiers, [`Money`] and [`Lenient`] keep all
/// digits of a number.) See [`JsonMap`] for the limits.
pub use serde_json::Value as Json;

/// A JSON object. The `#[extra]` field of a model, which collects the fields that the model does
/// not declare, has this type.
///
/// Numbers have the precision of [`Json`]. Values read from a response or a webhook event are
/// limited: a value that is nested deeper than 64 levels, exceeds the memory limit, or is a number
/// out of range of `f64` becomes a [`Json::String`] with its JSON. `#[extra]` fields whose names
/// exceed the memory limit are left out. In a response, all JSON values together may take 32 MiB
/// plus sixteen times the length of the body; in a webhook event, 4 MiB plus six times its length.
pub type JsonMap = serde_json::Map<String, Json>;

/// The items that the macros' output refers to. Not public API: contents and name change with every
/// version.
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
    // The public API, so that the macros' output reaches everything through one path.
    pub use crate::*;
    #[cfg(feature = "registry")]
    pub use inventory;
    pub use serde;
    pub use serde_json::Error as JsonError;
    pub use std::borrow::Cow;
    pub use std::option::Option::{None, Some};
    pub use std::string::String;
}
