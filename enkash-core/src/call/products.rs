//! The products of a client, resolved with its settings: base URLs, credentials and headers.

mod resolve;

pub(crate) use resolve::{ProductSettings, ResolvedProduct};

use std::collections::HashMap;
use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::task::Poll;

use tokio::sync::watch;

use crate::auth::{
    Credentials, GivenCredentials, ProductCredentials, Store, Stores, TokenSource, unfit,
};
use crate::error::ConfigError;
use crate::message::BaseUrl;
use crate::product::encryption::PayloadCipher;
use crate::product::{Product, Setting};

/// The products of a client. Those not listed in the builder are resolved at their first call.
pub(crate) struct Products {
    settings: ProductSettings,
    state: RwLock<Entries>,
    /// Notifies waiting calls that credentials were replaced.
    replaced: watch::Sender<()>,
}

struct Entries {
    stores: Stores,
    /// Credentials for every product that accepts them; of several that fit, the last one is used.
    general: Vec<GivenCredentials>,
    own: HashMap<&'static str, GivenCredentials>,
    resolved: HashMap<&'static str, Arc<ResolvedProduct>>,
    /// The products by address, as a shortcut: a constant can have several addresses, and comparing
    /// its contents is slower than everything else in a lookup.
    by_address: Vec<(usize, Arc<ResolvedProduct>)>,
}

impl Products {
    /// Creates products without credentials, with account records in the client.
    pub(crate) fn new(settings: ProductSettings) -> Self {
        let own = Store::of_one_client();
        let state = Entries {
            stores: Stores { remote: Arc::clone(&own), local: own },
            general: Vec::new(),
            own: HashMap::new(),
            resolved: HashMap::new(),
            by_address: Vec::new(),
        };
        Products { settings, state: RwLock::new(state), replaced: watch::Sender::new(()) }
    }

    /// Sets the stores for the accounts of credentials that are set later.
    pub(crate) fn keep_accounts_in(&mut self, stores: Stores) {
        self.write().stores = stores;
    }

    /// Returns the hosts of the resolved products and of their token requests.
    pub(crate) fn hosts(&self) -> Vec<BaseUrl> {
        let state = self.read();
        let bases =
            state.resolved.values().flat_map(|resolved| [&resolved.base, &resolved.token_base]);
        bases.flatten().cloned().collect()
    }

    /// Returns the product as this client resolves it.
    ///
    /// # Errors
    /// Returns an error if a setting is wrong for it, or another product has its name.
    pub(crate) fn get(
        &self,
        product: &'static Product,
    ) -> Result<Arc<ResolvedProduct>, ConfigError> {
        let address = std::ptr::from_ref(product).addr();
        if let Some((_, resolved)) = self.read().by_address.iter().find(|(of, _)| *of == address) {
            return Ok(Arc::clone(resolved));
        }
        let mut state = self.write();
        let resolved = match state.resolved.get(product.name()) {
            Some(resolved) => resolved.checked(product)?,
            None => {
                let resolved = Arc::new(self.settings.resolve(product, state.given_for(product))?);
                state.resolved.insert(product.name(), Arc::clone(&resolved));
                resolved
            }
        };
        state.by_address.push((address, Arc::clone(&resolved)));
        Ok(resolved)
    }

    /// Sets credentials for every product that accepts them.
    ///
    /// # Errors
    /// Returns an error if they are invalid; nothing has changed then.
    pub(crate) fn set_credentials(&self, credentials: Credentials) -> Result<(), ConfigError> {
        self.change(|state| {
            let given = GivenCredentials::new(credentials, state.given(), &state.stores)?;
            let same = |other: &&mut GivenCredentials| {
                other.credentials.is_of_same_kind(&given.credentials)
            };
            match state.general.iter_mut().find(same) {
                Some(other) => *other = given,
                None => state.general.push(given),
            }
            Ok(())
        })
    }

    /// Sets credentials for one product.
    ///
    /// # Errors
    /// Returns an error if they are invalid or the product does not accept their type; nothing has
    /// changed then.
    pub(crate) fn set_credentials_for(
        &self,
        product: &'static Product,
        credentials: Credentials,
    ) -> Result<(), ConfigError> {
        self.get(product)?;
        self.change(|state| {
            let given = GivenCredentials::new(credentials, state.given(), &state.stores)?;
            if !given.fit(product, true) {
                return Err(unfit(product, &given.credentials));
            }
            state.own.insert(product.name(), given);
            Ok(())
        })
    }

    /// Changes credentials, and resolves the products that they affect.
    fn change(
        &self,
        change: impl FnOnce(&mut Entries) -> Result<(), ConfigError>,
    ) -> Result<(), ConfigError> {
        let mut state = self.write();
        let before = (state.general.clone(), state.own.clone());
        let changed = change(&mut state).and_then(|()| self.changed(&state));
        match changed {
            Ok(changed) => {
                for resolved in changed {
                    if let Some(before) = state.resolved.insert(resolved.product.name(), resolved) {
                        before.replace();
                    }
                }
                state.by_address.clear();
                drop(state);
                self.replaced.send_replace(());
                Ok(())
            }
            Err(error) => {
                (state.general, state.own) = before;
                Err(error)
            }
        }
    }

    /// Returns the products to resolve after a change of credentials. Equal credentials change
    /// nothing, since the server would refuse them again.
    fn changed(&self, state: &Entries) -> Result<Vec<Arc<ResolvedProduct>>, ConfigError> {
        let mut changed = Vec::new();
        for resolved in state.resolved.values() {
            let (product, token_base) = (resolved.product, resolved.token_base.as_ref());
            let credentials =
                self.settings.credentials(product, token_base, state.given_for(product))?;
            if !credentials.is_same(&resolved.credentials) {
                changed.push(Arc::new(resolved.with(credentials)));
            }
        }
        Ok(changed)
    }

    /// Waits for a future until the product's credentials change; returns `None` then.
    pub(crate) async fn unless_replaced<T>(
        &self,
        resolved: &ResolvedProduct,
        mut wanted: Pin<&mut impl Future<Output = T>>,
    ) -> Option<T> {
        let mut replaced = self.replaced.subscribe();
        // The subscription does not report what was replaced before it.
        while resolved.is_current() {
            let mut change = pin!(replaced.changed());
            let found = poll_fn(|context| match wanted.as_mut().poll(context) {
                Poll::Ready(found) => Poll::Ready(Some(found)),
                Poll::Pending => change.as_mut().poll(context).map(|_| None),
            });
            if let Some(found) = found.await {
                return resolved.is_current().then_some(found);
            }
        }
        None
    }

    /// Returns the account that the body of a declared token request is about, among all
    /// credentials of the client.
    pub(crate) fn source_of_declared(
        &self,
        product: &'static Product,
        body: &[u8],
        host: &BaseUrl,
    ) -> Option<TokenSource> {
        let state = self.read();
        let own = state.own.get(product.name());
        let others = state.resolved.values().filter_map(|resolved| resolved.product.auth);
        let schemes: Vec<_> = product.auth.into_iter().chain(others).collect();
        own.into_iter().chain(state.given()).find_map(|given| {
            schemes.iter().find_map(|scheme| given.source_of_declared(body, product, scheme, host))
        })
    }

    /// Returns the token sources of all products, one for each account and host.
    pub(crate) fn token_sources(&self) -> Vec<Arc<TokenSource>> {
        let mut sources: Vec<Arc<TokenSource>> = Vec::new();
        for resolved in self.read().resolved.values() {
            if let ProductCredentials::Tokens(source) = &resolved.credentials
                && !sources.iter().any(|other| other.is_same(source))
            {
                sources.push(Arc::clone(source));
            }
        }
        sources
    }

    /// Forgets tokens and failed token requests.
    pub(crate) fn reset_auth(&self) {
        let state = self.read();
        state.given().for_each(GivenCredentials::reset);
        for resolved in state.resolved.values() {
            if let ProductCredentials::Tokens(source) = &resolved.credentials {
                source.reset();
            }
        }
    }

    /// Returns the base URLs of the resolved products, by name.
    pub(crate) fn base_urls(&self) -> Vec<(&'static str, BaseUrl)> {
        let state = self.read();
        let bases = state
            .resolved
            .iter()
            .filter_map(|(name, resolved)| Some((*name, resolved.base.clone()?)));
        let mut bases: Vec<_> = bases.collect();
        bases.sort_by_key(|(name, _)| *name);
        bases
    }

    /// Returns the base URL of a call. One that requests a token uses the product's token host.
    ///
    /// # Errors
    /// Returns an error if there is no base URL.
    pub(crate) fn base<'a>(
        &self,
        resolved: &'a ResolvedProduct,
        requests_token: bool,
    ) -> Result<&'a BaseUrl, ConfigError> {
        let token_base = resolved.token_base.as_ref().filter(|_| requests_token);
        token_base.or(resolved.base.as_ref()).ok_or_else(|| self.settings.no_base(resolved.product))
    }

    /// Returns the cipher for the bodies of the product; `None` if they are not encrypted.
    ///
    /// # Errors
    /// Returns an error if there is no secret, or no key can be derived from it.
    pub(crate) fn cipher(
        &self,
        resolved: &ResolvedProduct,
    ) -> Result<Option<Arc<dyn PayloadCipher>>, ConfigError> {
        let product = resolved.product;
        let Some(encryption) = product.encryption.filter(|_| !self.settings.is_mock) else {
            return Ok(None);
        };
        let of_credentials = match &resolved.credentials {
            ProductCredentials::Tokens(source) => source.encryption_secret(),
            _ => None,
        };
        let Some(secret) = self.settings.encryption_secret.as_ref().or(of_credentials) else {
            return Err(ConfigError::new(format!(
                "no encryption secret configured for {product}; set `.encryption_secret(…)`, or \
                 credentials that contain one"
            )));
        };
        encryption.cipher(secret).map(Some).map_err(|error| {
            ConfigError::caused_by(
                format!("could not derive the encryption key of {product} from the secret"),
                error,
            )
        })
    }

    /// Returns the error for a call without a required client-level setting.
    pub(crate) fn no_setting(&self, product: &Product, setting: &Setting) -> ConfigError {
        let name = setting.name();
        let variable = self.settings.or_variable(&name.to_ascii_uppercase());
        ConfigError::new(format!(
            "the setting `{name}`, which {product} requires, is missing; set it with `.setting(…)`{variable}"
        ))
    }

    fn read(&self) -> RwLockReadGuard<'_, Entries> {
        // No code panics while it holds the lock.
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Entries> {
        self.state.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Entries {
    fn given(&self) -> impl Iterator<Item = &GivenCredentials> {
        self.general.iter().chain(self.own.values())
    }

    /// Returns the credentials that serve a product.
    fn given_for(&self, product: &Product) -> Option<&GivenCredentials> {
        let own = self.own.get(product.name());
        own.or_else(|| self.general.iter().rev().find(|given| given.fit(product, false)))
    }
}
