//! Credentials: what a caller gives, what is made of them for each product, and the tokens that they bring.

pub(crate) mod setting;

mod account;
mod cache;
mod classify;
mod credentials;
mod header;
mod product_credentials;
mod provider;
mod reason;
mod record;
mod renewal;
mod requests;
mod source;
mod store;
#[cfg(test)]
mod tests;
mod token;
mod token_error;
mod token_request;
mod token_response;

pub use credentials::{ApiKey, BasicCredentials, BearerToken, Credentials, KeyPair, OAuthCredentials};
pub use provider::{AuthorizeFuture, CredentialProvider};

pub(crate) use account::Account;
pub(crate) use header::sensitive_header;
pub(crate) use product_credentials::{GivenCredentials, ProductCredentials, Stores, missing, unfit};
pub(crate) use requests::{begin_declared, settle_declared};
pub(crate) use source::TokenSource;
pub(crate) use store::{MemoryStore, TokenStore};
pub(crate) use token::Token;
