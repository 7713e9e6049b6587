//! Credentials, accounts with their record of failed attempts, and access tokens.

pub(crate) mod setting_text;

mod account;
mod account_id;
mod account_record;
mod cache;
mod classify;
mod credentials;
#[cfg(feature = "token-store")]
mod file_store;
mod header;
mod known;
mod product_credentials;
mod provider;
mod reason;
#[cfg(feature = "redis")]
mod redis_store;
mod renewal;
mod request_token;
#[cfg(feature = "token-store")]
mod shared;
mod snapshot;
mod source;
mod store;
#[cfg(test)]
mod tests;
mod token;
mod token_error;
mod token_request;
mod token_response;
#[cfg(feature = "token-store")]
mod token_store;

pub use credentials::{
    ApiKey, BasicCredentials, BearerToken, Credentials, KeyPair, OAuthCredentials,
};
#[cfg(feature = "token-store")]
pub use file_store::FileTokenStore;
pub use provider::{AuthorizeFuture, CredentialProvider};
#[cfg(feature = "redis")]
pub use redis_store::RedisTokenStore;
#[cfg(feature = "token-store")]
pub use token_store::{StoredRecord, TokenStore, TokenStoreFuture};

pub(crate) use account::Account;
pub(crate) use header::sensitive_header;
pub(crate) use product_credentials::{
    GivenCredentials, ProductCredentials, Stores, missing, unfit,
};
pub(crate) use request_token::{MAX_TOKEN_REQUEST, begin_declared, finish_declared};
#[cfg(feature = "token-store")]
pub(crate) use shared::SharedStore;
pub(crate) use source::TokenSource;
pub(crate) use store::Store;
pub(crate) use token::Token;
