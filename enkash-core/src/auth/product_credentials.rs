//! The credentials of a client for one product.

use std::sync::Arc;

use http::header::{AUTHORIZATION, HeaderName, HeaderValue};

use super::cache::TokenHost;
use super::credentials::{Credentials, Kind};
use super::header::{basic, bearer, credentials_header, sensitive_header};
use super::provider::CredentialProvider;
use super::source::TokenSource;
use super::store::Store;
use super::token_request::TokenRequest;
use super::{Account, account_id::AccountId};
use crate::error::ConfigError;
use crate::message::BaseUrl;
use crate::product::AuthScheme;
use crate::product::Product;

/// The credentials of a client for one product.
#[derive(Clone)]
pub(crate) enum ProductCredentials {
    /// The product has no scheme.
    NotRequired,
    /// The client has no credentials that the product accepts.
    Missing,
    /// A constant header.
    Header(HeaderName, HeaderValue),
    /// A provider set by the caller.
    Provider(Arc<dyn CredentialProvider>),
    /// Tokens that the client requests.
    Tokens(Arc<TokenSource>),
}

impl ProductCredentials {
    /// Returns whether replacing one by the other has no effect.
    pub(crate) fn is_same(&self, other: &ProductCredentials) -> bool {
        match (self, other) {
            (ProductCredentials::NotRequired, ProductCredentials::NotRequired)
            | (ProductCredentials::Missing, ProductCredentials::Missing) => true,
            (
                ProductCredentials::Header(name, value),
                ProductCredentials::Header(other_name, other),
            ) => name == other_name && value == other,
            (ProductCredentials::Tokens(own), ProductCredentials::Tokens(other)) => {
                own.is_same(other)
            }
            (ProductCredentials::Provider(own), ProductCredentials::Provider(other)) => {
                Arc::ptr_eq(own, other)
            }
            _ => false,
        }
    }
}

/// Credentials set by the caller.
#[derive(Clone)]
pub(crate) struct GivenCredentials {
    pub(crate) credentials: Credentials,
    /// The accounts, for credentials that a token is requested with.
    accounts: Option<Accounts>,
}

/// The same credentials as an account at remote hosts, and as one at hosts on this machine, which
/// cannot lock an account of a platform.
#[derive(Clone)]
struct Accounts {
    remote: Arc<Account>,
    local: Arc<Account>,
}

/// The stores of account records.
#[derive(Clone)]
pub(crate) struct Stores {
    pub(crate) remote: Arc<Store>,
    pub(crate) local: Arc<Store>,
}

impl Accounts {
    fn new(id: &AccountId, credentials: &Credentials, stores: &Stores) -> Self {
        let account = |store: &Arc<_>| {
            Arc::new(Account::new(id.clone(), credentials.clone(), Arc::clone(store)))
        };
        let remote = account(&stores.remote);
        let is_one = Arc::ptr_eq(&stores.remote, &stores.local);
        let local = if is_one { Arc::clone(&remote) } else { account(&stores.local) };
        Accounts { remote, local }
    }

    fn at(&self, host: &BaseUrl) -> &Arc<Account> {
        if host.is_loopback() { &self.local } else { &self.remote }
    }
}

impl GivenCredentials {
    /// Checks credentials. If the others contain equal ones, both share the account.
    pub(crate) fn new<'a>(
        credentials: Credentials,
        others: impl IntoIterator<Item = &'a GivenCredentials>,
        stores: &Stores,
    ) -> Result<Self, ConfigError> {
        credentials.check()?;
        let accounts = AccountId::of(&credentials).map(|id| {
            let mut known = others.into_iter().filter_map(|given| given.accounts.as_ref());
            let equal = known.find(|accounts| accounts.remote.is(&id)).cloned();
            equal.unwrap_or_else(|| Accounts::new(&id, &credentials, stores))
        });
        Ok(GivenCredentials { credentials, accounts })
    }

    /// Forgets tokens and failed token requests.
    pub(crate) fn reset(&self) {
        if let Some(accounts) = &self.accounts {
            accounts.remote.reset();
            accounts.local.reset();
        }
    }

    /// Returns the account as the source of a declared token request, with this body, for this
    /// product and host; `None` if the body is about another account. The body's fields have the
    /// names of the scheme.
    pub(crate) fn source_of_declared(
        &self,
        body: &[u8],
        product: &'static Product,
        scheme: &AuthScheme,
        host: &BaseUrl,
    ) -> Option<TokenSource> {
        let request = TokenRequest::new(scheme, &self.credentials).ok()??;
        let account =
            self.accounts.as_ref().filter(|_| request.is_about_the_account_of(body))?.at(host);
        let place = TokenHost::new(host.clone(), &request, false);
        Some(TokenSource::new(product, place, request, Arc::clone(account)))
    }

    /// Returns whether the credentials can serve the product. A provider set for the product always
    /// can.
    pub(crate) fn fit(&self, product: &Product, for_it_alone: bool) -> bool {
        match product.auth {
            _ if for_it_alone && matches!(self.credentials.0, Kind::Provider(_)) => true,
            Some(scheme) => self.credentials.fit(scheme),
            None => false,
        }
    }

    /// Returns the credentials in the form that a product needs.
    ///
    /// # Errors
    /// Returns an error if a part is not valid in a header.
    pub(crate) fn for_product(
        &self,
        product: &'static Product,
        token_base: Option<&BaseUrl>,
        without_bearer: bool,
    ) -> Result<ProductCredentials, ConfigError> {
        let header = ProductCredentials::Header;
        match (&self.credentials.0, product.auth) {
            (Kind::Provider(provider), _) => Ok(ProductCredentials::Provider(Arc::clone(provider))),
            (Kind::Bearer(token), _) => {
                Ok(header(AUTHORIZATION, bearer(token.0.expose(), without_bearer)?))
            }
            (Kind::Basic(credentials), _) => {
                let (username, password) =
                    (credentials.username.expose(), credentials.password.expose());
                Ok(header(
                    AUTHORIZATION,
                    basic(username, password, "the pair of `username` and `password`")?,
                ))
            }
            (Kind::ApiKey(key), Some(AuthScheme::ApiKey(name))) => {
                let value = sensitive_header(key.0.expose().to_owned().into(), "`api_key`")?;
                Ok(header(credentials_header(name)?, value))
            }
            (_, Some(scheme)) => {
                let request = TokenRequest::new(scheme, &self.credentials)?;
                // Without a base URL, each call of the product fails with its own error.
                let (Some(request), Some(accounts), Some(base)) =
                    (request, &self.accounts, token_base)
                else {
                    return Ok(ProductCredentials::Missing);
                };
                let place = TokenHost::new(base.clone(), &request, without_bearer);
                let source =
                    TokenSource::new(product, place, request, Arc::clone(accounts.at(base)));
                Ok(ProductCredentials::Tokens(Arc::new(source)))
            }
            (_, None) => Ok(ProductCredentials::Missing),
        }
    }
}

/// Returns the error for a product without credentials.
pub(crate) fn missing(product: &Product) -> ConfigError {
    let fitting = match product.auth {
        Some(AuthScheme::PasswordGrant(_)) => "`OAuthCredentials` or a `BearerToken`",
        Some(AuthScheme::KeyPairToken(_)) => "a `KeyPair` or a `BearerToken`",
        Some(AuthScheme::ApiKey(_)) => "an `ApiKey`",
        Some(AuthScheme::Bearer) => "a `BearerToken`",
        Some(AuthScheme::Basic) => "`BasicCredentials`",
        Some(AuthScheme::Custom(scheme)) => &format!("`{}`", scheme.provider),
        None => "a `CredentialProvider`",
    };
    ConfigError::new(format!(
        "no credentials configured for {product}; set {fitting} with `.credentials(…)`"
    ))
}

/// Returns the error for credentials that do not fit a product.
pub(crate) fn unfit(product: &Product, credentials: &Credentials) -> ConfigError {
    let holder = credentials.type_name();
    ConfigError::new(match product.auth {
        Some(scheme) => {
            format!("{product} does not accept `{holder}`; its calls use {}", scheme.name())
        }
        None => format!("{product} does not accept `{holder}`; its calls use no credentials"),
    })
}
