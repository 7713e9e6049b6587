//! Endpoints of the EnKash platform, one module per product. So far: customers of accounts receivable; what is not declared
//! yet is reached with `Client::raw`.

#[cfg(feature = "accounts-receivable")]
pub mod accounts_receivable;
pub mod ids;

#[cfg(feature = "blocking")]
pub use enkash_core::blocking;
#[cfg(feature = "registry")]
pub use enkash_core::endpoints;
#[cfg(feature = "mock")]
pub use enkash_core::mock;
pub use enkash_core::{
    ApiError, AuthError, BodyForm, Bytes, Call, Client, ClientBuilder, ConfigError, DecodeError, Empty,
    Endpoint, EndpointInfo, Environment, Error, ErrorType, FilePart, InvalidIdentifier, Json, JsonMap,
    Lenient, MerchantKeys, Method, Money, OAuthCredentials, Outcome, Patch, Product, Reply, RetryPolicy,
    Rule, Secret, Sending, StatusCode, Text, TransportError, Violation, Violations,
};
