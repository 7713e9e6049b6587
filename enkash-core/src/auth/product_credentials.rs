//! The credentials of a client as one product takes them.

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
    /// The product asks for none.
    NotRequired,
    /// The client has none that the product takes.
    Missing,
    /// A header that goes along as it is.
    Header(HeaderName, HeaderValue),
    /// A provider of the caller's.
    Provider(Arc<dyn CredentialProvider>),
    /// Tokens that the client requests by itself.
    Tokens(Arc<TokenSource>),
}

impl ProductCredentials {
    /// Whether nothing changes where one takes the place of the other.
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

/// Credentials that the caller gave.
#[derive(Clone)]
pub(crate) struct GivenCredentials {
    pub(crate) credentials: Credentials,
    /// Those that a token is requested with are an account.
    accounts: Option<Accounts>,
}

/// One account at hosts elsewhere, and at hosts on this machine, which are nobody's to lock.
#[derive(Clone)]
struct Accounts {
    remote: Arc<Account>,
    local: Arc<Account>,
}

/// Where the memory of accounts is kept.
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
    /// Checks credentials. Equal ones are one account, also with these others.
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

    /// Forgets tokens, and what is remembered of failed token requests.
    pub(crate) fn reset(&self) {
        if let Some(accounts) = &self.accounts {
            accounts.remote.reset();
            accounts.local.reset();
        }
    }

    /// The account as the source of a token request that the caller declared: one with this body,
    /// for this product, at this host; `None` if the body is about another account. The fields of
    /// the body have the names of the scheme.
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

    /// Whether they can serve the product: a provider that was given for it serves any.
    pub(crate) fn fit(&self, product: &Product, for_it_alone: bool) -> bool {
        match product.auth {
            _ if for_it_alone && matches!(self.credentials.0, Kind::Provider(_)) => true,
            Some(scheme) => self.credentials.fit(scheme),
            None => false,
        }
    }

    /// These credentials as a product takes them that they fit.
    ///
    /// # Errors
    /// A part of them is not fit for a header.
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
                // Without a base URL the product cannot be called at all, and the call says so.
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

/// Why a product has no credentials, and what to give it.
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
        "the client has no credentials for {product}: give it {fitting} with `.credentials(…)`"
    ))
}

/// Why credentials do not fit a product.
pub(crate) fn unfit(product: &Product, credentials: &Credentials) -> ConfigError {
    let holder = credentials.type_name();
    ConfigError::new(match product.auth {
        Some(scheme) => {
            format!("{product} takes no `{holder}`: its calls are authorised by {}", scheme.name())
        }
        None => format!("{product} takes no `{holder}`: its calls carry no credentials"),
    })
}
