//! Endpoints of the EnKash platform, one module per product.

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
#[cfg(feature = "payment-gateway")]
pub mod payment_gateway;
#[cfg(feature = "payouts")]
pub mod payouts;
#[cfg(feature = "petty-cash")]
pub mod petty_cash;
#[cfg(feature = "verification")]
pub mod verification;
#[cfg(feature = "wallet")]
pub mod wallet;
pub mod webhook;

#[cfg(feature = "blocking")]
pub use enkash_core::blocking;
#[cfg(feature = "registry")]
pub use enkash_core::endpoints;
#[cfg(feature = "mock")]
pub use enkash_core::mock;
pub use enkash_core::{
    ApiError, AuthError, BodyForm, Bytes, Call, Client, ClientBuilder, ConfigError, DecodeError, Empty,
    Endpoint, EndpointInfo, Environment, Error, ErrorType, FilePart, FromJsonError, InvalidIdentifier, Json,
    JsonMap, Lenient, MerchantKeys, Method, Money, MoneyText, OAuthCredentials, Outcome, Patch, Product,
    Reply, RetryPolicy, Rule, Secret, Sending, StatusCode, Text, TransportError, Violation, Violations,
    civil,
};
