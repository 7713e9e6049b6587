//! Who the client is to each product: accounts, their tokens, and the headers that say so.

mod account;
mod cache;
mod credentials;
mod grant;
mod sign_in;
mod token;

pub use credentials::{MerchantKeys, OAuthCredentials};

pub(crate) use account::Account;
pub(crate) use cache::TokenSource;
pub(crate) use credentials::{Credentials, sensitive_header};
pub(crate) use token::Token;

use std::sync::Arc;

use http::HeaderValue;

use crate::endpoint::CallAuth;
use crate::error::ConfigError;
use crate::product::{AuthScheme, Product};
use crate::seal::Sealer;

/// How the calls of one product are authorised.
#[derive(Clone)]
pub(crate) enum Means {
    /// The client was not told.
    Missing,
    /// A token that the caller gave, and that cannot be renewed.
    Fixed(HeaderValue),
    /// Tokens that the client gets by itself.
    Tokens(Arc<TokenSource>),
}

/// The means of all products.
pub(crate) struct Auth {
    /// By [`Product::index`].
    pub(crate) means: [Means; Product::ALL.len()],
    pub(crate) accounts: Vec<Arc<Account>>,
    pub(crate) sources: Vec<Arc<TokenSource>>,
    /// The sealing of products whose account has no client secret, or of all where the caller named a secret for it.
    pub(crate) sealer: Option<Arc<Sealer>>,
}

/// What one call sends as `Authorization`.
pub(crate) enum Authority {
    None,
    Fixed(HeaderValue),
    Tokens(Arc<TokenSource>),
}

impl Auth {
    fn means(&self, product: Product) -> &Means {
        &self.means[product as usize]
    }

    /// The authority of a call.
    pub(crate) fn authority(&self, product: Product, auth: CallAuth) -> Result<Authority, ConfigError> {
        match (auth, self.means(product)) {
            (CallAuth::None, _) => Ok(Authority::None),
            (CallAuth::Product, Means::Fixed(header)) => Ok(Authority::Fixed(header.clone())),
            (CallAuth::Product, Means::Tokens(source)) => Ok(Authority::Tokens(Arc::clone(source))),
            (CallAuth::Basic, Means::Tokens(source))
                if let Some(basic) = source.account().credentials().basic() =>
            {
                Ok(Authority::Fixed(basic.clone()))
            }
            (CallAuth::Product | CallAuth::Basic, _) => Err(missing(product)),
        }
    }

    /// The header `merchantAccessKey`, where the product has one.
    pub(crate) fn access_key(&self, product: Product) -> Option<HeaderValue> {
        match self.means(product) {
            Means::Tokens(source) => source.account().credentials().access_key().cloned(),
            Means::Missing | Means::Fixed(_) => None,
        }
    }

    /// What seals the bodies of a product.
    pub(crate) fn sealer(&self, product: Product) -> Result<Arc<Sealer>, ConfigError> {
        if let Some(sealer) = &self.sealer {
            return Ok(Arc::clone(sealer));
        }
        match self.means(product) {
            Means::Tokens(source) => source.account().credentials().sealer(),
            Means::Missing | Means::Fixed(_) => None,
        }
        .ok_or_else(|| {
            ConfigError::new(format!(
                "the bodies of {product} are sealed with the client secret: give the client `.oauth(…)` or `.sealing_secret(…)`"
            ))
        })
    }

    /// Forgets refusals and tokens.
    pub(crate) fn reset(&self) {
        self.accounts.iter().for_each(|account| account.forget_refusal());
        self.sources.iter().for_each(|source| source.forget());
    }

    /// Gives the account of this origin other credentials; whether there is such an account.
    pub(crate) fn replace(&self, origin: Origin, credentials: Credentials) -> bool {
        let Some(account) = self.accounts.iter().find(|account| account.origin() == origin) else {
            return false;
        };
        account.replace(credentials);
        self.sources
            .iter()
            .filter(|source| Arc::ptr_eq(source.account(), account))
            .for_each(|source| source.forget());
        true
    }
}

/// Which of the builder's settings an account came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    OAuth,
    OAuthFor(Product),
    Merchant,
}

fn missing(product: Product) -> ConfigError {
    let setting = match product.auth_scheme() {
        AuthScheme::OAuth => "`.oauth(…)`",
        AuthScheme::Merchant => "`.merchant_keys(…)`",
    };
    ConfigError::new(format!(
        "the client has no credentials for {product}: give it {setting} or `.bearer(…)`"
    ))
}

#[cfg(test)]
mod tests;
