//! Who the client is to each product: accounts, their tokens, and the headers that say so.

mod account;
mod cache;
mod classify;
mod credentials;
mod failure;
mod grant;
mod provider;
mod reason;
mod record;
mod sign_in;
mod store;
mod token;

pub use credentials::{MerchantKeys, OAuthCredentials};
pub use provider::{AuthorizeFuture, CredentialProvider};

pub(crate) use account::Account;
pub(crate) use cache::TokenSource;
pub(crate) use credentials::{Credentials, sensitive_header};
pub(crate) use provider::{BearerToken, ProviderSlot};
pub(crate) use sign_in::{begin_declared, settle_declared};
pub(crate) use store::{MemoryStore, TokenStore};
pub(crate) use token::Token;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use http::HeaderValue;

use crate::endpoint::CallAuth;
use crate::error::ConfigError;
use crate::outgoing::BaseUrl;
use crate::plan::ResponsePlan;
use crate::product::{AuthScheme, Product};
use crate::seal::Sealer;

/// How the calls of one product are authorised.
#[derive(Clone)]
pub(crate) enum Means {
    /// The client was not told.
    Missing,
    /// The caller gave a provider, or a token that the client cannot renew.
    Provider(Arc<ProviderSlot>),
    /// Tokens that the client gets by itself.
    Tokens(Arc<TokenSource>),
}

/// The means of all products.
pub(crate) struct Auth {
    /// By [`Product::index`].
    means: [Means; Product::ALL.len()],
    accounts: Accounts,
    /// The sealing of products whose account has no client secret, or of all where the caller named a secret for it.
    sealer: Option<Arc<Sealer>>,
    bearer: Option<BearerSlots>,
}

/// The token that the caller gave, for products by how they take it.
pub(crate) struct BearerSlots {
    pub(crate) with_scheme: Arc<ProviderSlot>,
    /// The same, without `Bearer ` if the client is set up so.
    pub(crate) merchant: Arc<ProviderSlot>,
}

/// The accounts of a client, by the settings that they came from.
pub(crate) struct Accounts {
    slots: Vec<Arc<Slot>>,
    store: Arc<dyn TokenStore>,
}

/// A setting with credentials, and their account. Equal credentials are one account, whichever setting they came from.
pub(crate) struct Slot {
    origin: Origin,
    account: Mutex<Arc<Account>>,
}

/// Which of the builder's settings credentials came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    OAuth,
    OAuthFor(Product),
    Merchant,
}

impl Slot {
    pub(crate) fn account(&self) -> Arc<Account> {
        Arc::clone(&self.lock())
    }

    fn lock(&self) -> MutexGuard<'_, Arc<Account>> {
        // Nothing panics while the lock is held.
        self.account.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Accounts {
    pub(crate) fn new(store: Arc<dyn TokenStore>) -> Self {
        Accounts { slots: Vec::new(), store }
    }

    pub(crate) fn add(&mut self, origin: Origin, credentials: Credentials) -> Arc<Slot> {
        let slot = Arc::new(Slot { origin, account: Mutex::new(self.account(credentials)) });
        self.slots.push(Arc::clone(&slot));
        slot
    }

    /// Gives a setting other credentials; whether the client has this setting. Equal ones change nothing: they would be
    /// refused again.
    fn replace(&self, origin: Origin, credentials: Credentials) -> bool {
        let Some(slot) = self.slots.iter().find(|slot| slot.origin == origin) else { return false };
        let account = self.account(credentials);
        *slot.lock() = account;
        true
    }

    fn account(&self, credentials: Credentials) -> Arc<Account> {
        let mut known = self.slots.iter().map(|slot| slot.account());
        known
            .find(|account| account.is(&credentials))
            .unwrap_or_else(|| Arc::new(Account::new(credentials, Arc::clone(&self.store))))
    }
}

/// What one call sends as `Authorization`.
pub(crate) enum Authority {
    None,
    Fixed(HeaderValue),
    Provider(Arc<ProviderSlot>),
    Tokens(Arc<TokenSource>),
}

impl Auth {
    pub(crate) fn new(
        means: [Means; Product::ALL.len()],
        accounts: Accounts,
        sealer: Option<Arc<Sealer>>,
        bearer: Option<BearerSlots>,
    ) -> Self {
        Auth { means, accounts, sealer, bearer }
    }

    fn means(&self, product: Product) -> &Means {
        &self.means[product as usize]
    }

    fn account(&self, product: Product) -> Option<Arc<Account>> {
        match self.means(product) {
            Means::Tokens(source) => Some(source.account()),
            Means::Missing | Means::Provider(_) => None,
        }
    }

    /// The authority of a call.
    pub(crate) fn authority(&self, product: Product, auth: CallAuth) -> Result<Authority, ConfigError> {
        match (auth, self.means(product)) {
            (CallAuth::None, _) => Ok(Authority::None),
            (CallAuth::Product, Means::Provider(slot)) => Ok(Authority::Provider(Arc::clone(slot))),
            (CallAuth::Product, Means::Tokens(source)) => Ok(Authority::Tokens(Arc::clone(source))),
            (CallAuth::Basic, _)
                if let Some(account) = self.account(product)
                    && let Some(basic) = account.credentials().basic() =>
            {
                Ok(Authority::Fixed(basic.clone()))
            }
            (CallAuth::Basic, Means::Provider(_)) => Err(ConfigError::new(format!(
                "the client's credentials for {product} contain no client id and secret, which this call needs: leave \
                 `.credentials_for(…)` and `.bearer(…)` out and give it `.oauth(…)`"
            ))),
            (CallAuth::Product | CallAuth::Basic, _) => Err(missing(product)),
        }
    }

    /// The account of the client whose credentials the body of a token request carries, for whatever product. Other
    /// credentials are another account, of which the client knows nothing.
    pub(crate) fn account_in(&self, body: &[u8]) -> Option<Arc<Account>> {
        let mut accounts = self.accounts.slots.iter().map(|slot| slot.account());
        accounts.find(|account| account.credentials().are_in(body))
    }

    /// The header `merchantAccessKey`, where the product has one.
    pub(crate) fn access_key(&self, product: Product) -> Option<HeaderValue> {
        self.account(product)?.credentials().access_key().cloned()
    }

    /// What seals the bodies of a product.
    pub(crate) fn sealer(&self, product: Product) -> Result<Arc<Sealer>, ConfigError> {
        if let Some(sealer) = &self.sealer {
            return Ok(Arc::clone(sealer));
        }
        self.account(product).and_then(|account| account.credentials().sealer()).ok_or_else(|| {
            let setting = match self.means(product) {
                Means::Provider(_) => "`.sealing_secret(…)`",
                Means::Missing | Means::Tokens(_) => "`.oauth(…)` or `.sealing_secret(…)`",
            };
            ConfigError::new(format!(
                "the bodies of {product} are sealed with the client secret: give the client {setting}"
            ))
        })
    }

    /// Forgets refusals, counts and tokens.
    pub(crate) fn reset(&self) {
        self.accounts.slots.iter().for_each(|slot| slot.account().reset());
        for means in &self.means {
            if let Means::Tokens(source) = means {
                source.reset();
            }
        }
    }

    /// Gives the client another bearer token; whether it was built with one.
    pub(crate) fn replace_bearer(&self, with_scheme: HeaderValue, merchant: HeaderValue) -> bool {
        let Some(slots) = &self.bearer else { return false };
        slots.with_scheme.replace(BearerToken(with_scheme));
        slots.merchant.replace(BearerToken(merchant));
        true
    }

    /// Gives a product another provider; whether it was built with one.
    pub(crate) fn replace_provider(&self, product: Product, provider: impl CredentialProvider) -> bool {
        let shares_bearer = |slot| {
            let of_bearer = self.bearer.iter().flat_map(|slots| [&slots.with_scheme, &slots.merchant]);
            of_bearer.into_iter().any(|bearer| Arc::ptr_eq(bearer, slot))
        };
        match self.means(product) {
            Means::Provider(slot) if !shares_bearer(slot) => {
                slot.replace(provider);
                true
            }
            _ => false,
        }
    }

    /// Gives the setting of this origin other credentials; whether the client has it.
    pub(crate) fn replace(&self, origin: Origin, credentials: Credentials) -> bool {
        self.accounts.replace(origin, credentials)
    }
}

/// The token source of a setting at a token host.
pub(crate) fn token_source(product: Product, base: &BaseUrl, slot: &Arc<Slot>) -> Arc<TokenSource> {
    Arc::new(TokenSource::new(ResponsePlan::of_product(product), base.clone(), Arc::clone(slot)))
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
