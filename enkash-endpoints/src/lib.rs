//! Endpoints of the EnKash platform, one module per product.
//!
//! | module | for | base URLs by default | credentials |
//! |---|---|---|---|
//! | [`accounts_payable`] | vendors and what is owed to them | none | OAuth |
//! | [`accounts_receivable`] | customers and their invoices | none | OAuth |
//! | [`bharat_connect`] | invoices and payments between companies | none | OAuth |
//! | [`bill_payments`] | utility bills over the Bharat Bill Payment System | none | OAuth |
//! | [`cards`] | prepaid and gift cards | test, live | OAuth, partner id |
//! | [`expense`] | employees' expenses | test | OAuth |
//! | [`loyalty`] | rewards, incentives and coins | none | OAuth, partner id for some calls |
//! | [`payment_gateway`] | orders, payments, refunds, mandates | test; live [from public code](payment_gateway#hosts) | key pair |
//! | [`payouts`] | transfers to beneficiaries, with encrypted bodies | test, live | OAuth |
//! | [`petty_cash`] | petty cash accounts, their users and handles | test | OAuth, partner id |
//! | [`verification`] | checks of bank accounts | none | OAuth |
//! | [`wallet`] | wallets | test | OAuth, partner id |
//!
//! Each module declares its product as a constant, such as `payouts::PAYOUTS`. Where the API
//! reference names no base URL, EnKash does: give it to the client. The endpoints are at the root
//! of the module, the types of requests and replies in its `models`, the webhooks in its
//! `webhooks`, and the builders in its `builders`.
//!
//! [`ids`] and [`models`] have the types that products share, [`webhook`] reads webhook events, and
//! [`platform`] has the parts that products are declared of. The client, its errors and its
//! settings are those of [`enkash_core`]; all of its types are re-exported here. A program that
//! declares endpoints of its own depends on it directly.
//!
//! # Using an endpoint
//!
//! An endpoint is a struct. Fill it in, or use its builder, which has a method for each field and
//! does not compile while a required one is missing. Then send it.
//!
#![cfg_attr(feature = "accounts-receivable", doc = "```")]
#![cfg_attr(not(feature = "accounts-receivable"), doc = "```ignore")]
//! use enkash_endpoints::accounts_receivable::{ACCOUNTS_RECEIVABLE, ActivateCustomer};
//! use enkash_endpoints::ids::CustomerId;
//! use enkash_endpoints::{OAuthCredentials, Outcome};
//! use enkash_sandbox::Sandbox;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // A fake EnKash in this process. Against the real one: `client_from_env()?.build()?`.
//! let sandbox = Sandbox::start().await?;
//! let known = sandbox.credentials();
//! let client = enkash_endpoints::client()
//!     .base_url(&ACCOUNTS_RECEIVABLE, sandbox.url("accounts-receivable"))
//!     .credentials(OAuthCredentials {
//!         username: known.username.as_str().into(),
//!         password: known.password.as_str().into(),
//!         client_id: known.client_id.clone(),
//!         client_secret: known.client_secret.as_str().into(),
//!     })
//!     .build()?;
//!
//! let customer: CustomerId = sandbox.initial().inactive_customers[0].parse()?;
//! let reply = ActivateCustomer::builder().customer_id(customer).build().send(&client).await?;
//! println!("{}", reply.into_payload()?);
//!
//! // Every error contains the outcome of the call.
//! let nobody = CustomerId::from_static("KC0000000000NONE");
//! let activate = ActivateCustomer::builder().customer_id(nobody).build();
//! let error = activate.send(&client).await.unwrap_err();
//! assert_eq!(error.outcome(), Outcome::Refused);
//! # Ok(())
//! # }
//! ```
//!
//! Settings of a single call go between the request and `send`:
//! `request.call().timeout(…).send(&client)`. [`Client::raw`] calls an
//! endpoint that is not declared.
//!
//! # Testing
//!
//! The crate `enkash-sandbox`, which the example above runs against, also fails on demand. Here the
//! connection breaks after the customer was activated. The client cannot know that, so the outcome
//! is [`Outcome::Unknown`], and the client does not send the call again.
//!
#![cfg_attr(feature = "accounts-receivable", doc = "```")]
#![cfg_attr(not(feature = "accounts-receivable"), doc = "```ignore")]
//! use enkash_endpoints::accounts_receivable::{ACCOUNTS_RECEIVABLE, ActivateCustomer};
//! use enkash_endpoints::{OAuthCredentials, Outcome};
//! use enkash_sandbox::{Fault, FaultRule, Sandbox};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let sandbox = Sandbox::start().await?;
//! # let known = sandbox.credentials();
//! # let client = enkash_endpoints::client()
//! #     .base_url(&ACCOUNTS_RECEIVABLE, sandbox.url("accounts-receivable"))
//! #     .credentials(OAuthCredentials {
//! #         username: known.username.as_str().into(),
//! #         password: known.password.as_str().into(),
//! #         client_id: known.client_id.clone(),
//! #         client_secret: known.client_secret.as_str().into(),
//! #     })
//! #     .build()?;
//! // … and the client of the example above.
//! let fault = Fault::drop_connection().after_effect();
//! sandbox.faults().add(FaultRule::new(fault).operation("ActivateCustomer"));
//!
//! let customer = sandbox.initial().inactive_customers[0].parse()?;
//! let activate = ActivateCustomer::builder().customer_id(customer).build();
//! let error = activate.send(&client).await.unwrap_err();
//! assert_eq!((error.outcome(), error.attempts()), (Outcome::Unknown, 1));
//!
//! // A fault happens once, unless its rule sets another number.
//! assert!(activate.send(&client).await.is_ok());
//! # Ok(())
//! # }
//! ```
//!
//! For tests of one function there is the feature `mock`, a transport without sockets; see
//! [`enkash_core`](enkash_core#testing).
//!
//! # Features
//!
//! Each product is a feature of its module's name with hyphens: `payouts`, `bill-payments` and so
//! on. All of them are on by default, and so is `rustls`.
//!
//! | feature | what it adds |
//! |---|---|
//! | `rustls`, `native-tls` | TLS by rustls, or by the system |
//! | `http2` | HTTP/2 with servers that offer it |
//! | `blocking` | a client for programs without a runtime |
//! | `token-store` | what processes share of an account, in a file or a store of your own |
//! | `redis` | the same in Redis |
//! | `axum` | webhooks as extractors in axum's handlers |
//! | `mock` | a transport for tests, with programmed responses |
//! | `registry` | the list of everything that is declared |
//! | `schema` | JSON schemas of the declarations, OpenAPI documents, and the list of the webhooks |

#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "accounts-payable")]
pub mod accounts_payable;
#[cfg(feature = "accounts-receivable")]
pub mod accounts_receivable;
#[cfg(feature = "bharat-connect")]
pub mod bharat_connect;
#[cfg(feature = "bill-payments")]
pub mod bill_payments;
#[cfg(feature = "cards")]
pub mod cards;
#[cfg(feature = "expense")]
pub mod expense;
pub mod ids;
#[cfg(feature = "loyalty")]
pub mod loyalty;
pub mod models;
#[cfg(feature = "payment-gateway")]
pub mod payment_gateway;
#[cfg(feature = "payouts")]
pub mod payouts;
#[cfg(feature = "petty-cash")]
pub mod petty_cash;
pub mod platform;
mod products;
#[cfg(feature = "verification")]
pub mod verification;
#[cfg(feature = "wallet")]
pub mod wallet;
pub mod webhook;

pub use platform::{ENVELOPE, ErrorType, PARTNER_ID};
pub use products::{PRODUCTS, client, client_from_env};

#[cfg(feature = "redis")]
pub use enkash_core::RedisTokenStore;
#[cfg(feature = "blocking")]
pub use enkash_core::blocking;
#[cfg(feature = "registry")]
pub use enkash_core::endpoints;
#[cfg(feature = "mock")]
pub use enkash_core::mock;
pub use enkash_core::pattern::Pattern;
pub use enkash_core::{
    AfterAttempt, ApiError, ApiKey, AsText, Attempt, AuthError, AuthErrorKind, AuthScheme,
    AuthorizeFuture, BareEvidence, BaseUrl, BasicCredentials, BearerToken, BeforeAttempt,
    BodyEncoding, BodyForm, Bound, Bytes, Call, CallAuth, Client, ClientBuilder, CodeMeaning,
    ConfigError, CredentialProvider, Credentials, CustomScheme, Decimal, DecimalValue, DecodeError,
    Empty, Encryption, EncryptionError, Endpoint, EndpointInfo, Envelope, EnvelopeFormat,
    EnvelopeNames, EnvelopeReport, Environment, Error, ErrorKind, ExtraValue, Field, FieldPath,
    FilePart, FromJsonError, HeaderMap, HttpTransport, HttpTransportBuilder, Identifier,
    InterceptError, Interceptor, InterceptorError, InvalidBaseUrl, InvalidIdentifier, Json,
    JsonForm, JsonMap, KeyPair, KeyPairToken, Lenient, ListValue, Location, LogInterceptor, Method,
    Money, MoneyText, NumberValue, OAuthCredentials, Outcome, ParseMoneyError, PartContent,
    PartValue, PasswordGrant, Patch, PathValue, Payload, PayloadCipher, PendingCall,
    PreparedRequest, Product, QueryValue, Range, RawCall, ReadValue, Reply, ResponseFormat,
    ResultCodes, RetryPolicy, Rule, Rules, Secret, SendTracker, Setting, StatusCode, StringEnum,
    Text, TextValue, TokenResponseNames, TrackedBody, Transport, TransportError,
    TransportErrorKind, TransportFuture, TransportResponse, TypeInfo, Url, Value, Violation,
    Violations, civil, from_json, from_untrusted_json, http, read_json, reqwest,
};
#[cfg(feature = "token-store")]
pub use enkash_core::{FileTokenStore, StoredRecord, TokenStore, TokenStoreFuture};
#[cfg(feature = "schema")]
pub use enkash_core::{HasSchema, JsonSchema, Schema, SchemaGenerator, WriteSchema, openapi};
