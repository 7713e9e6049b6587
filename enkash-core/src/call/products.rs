//! What a client makes of each product: its base URLs, its credentials and the headers that its calls carry.

use std::collections::HashMap;
use std::future::poll_fn;
use std::pin::pin;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::task::Poll;

use http::header::USER_AGENT;
use http::{HeaderMap, HeaderName, HeaderValue};
use tokio::sync::watch;

use crate::auth::{
    Credentials, GivenCredentials, MemoryStore, ProductCredentials, Stores, TokenSource, TokenStore, missing,
    unfit,
};
use crate::base::secret::Secret;
use crate::error::ConfigError;
use crate::message::outgoing::BaseUrl;
use crate::product::encryption::PayloadCipher;
use crate::product::{Environment, Product, Setting};
use crate::rules::reserved_headers::RESERVED_HEADERS;
use crate::transport::accept_json;

/// The products of a client. Those that it was not told of are resolved at their first call.
pub(crate) struct Products {
    settings: ProductSettings,
    state: RwLock<State>,
    /// Credentials were replaced.
    replaced: watch::Sender<()>,
}

/// What the caller set up that concerns products. Names stand for products, since they identify them.
pub(crate) struct ProductSettings {
    pub(crate) environment: Option<Environment>,
    pub(crate) base_urls: HashMap<&'static str, BaseUrl>,
    pub(crate) token_base_urls: HashMap<&'static str, BaseUrl>,
    pub(crate) user_agent: HeaderValue,
    /// Client-level settings by name.
    pub(crate) values: HashMap<&'static str, HeaderValue>,
    pub(crate) encryption_secret: Option<Secret>,
    pub(crate) without_bearer: Vec<&'static str>,
    /// The prefix of the environment variables that the client was set up from.
    pub(crate) env_prefix: Option<String>,
    /// Stands in for what the caller did not give: a mock serves every product.
    pub(crate) is_mock: bool,
    /// Whether base URLs with `https` can be reached.
    pub(crate) has_tls: bool,
}

struct State {
    stores: Stores,
    /// For every product that takes them; of several that fit, the last one serves.
    general: Vec<GivenCredentials>,
    own: HashMap<&'static str, GivenCredentials>,
    resolved: HashMap<&'static str, Arc<ResolvedProduct>>,
    /// The same by the addresses that products were asked for by: a constant has several, and comparing its contents takes
    /// longer than all else here.
    by_address: HashMap<usize, Arc<ResolvedProduct>>,
}

/// A product as a client calls it. It is replaced as a whole when its credentials are.
pub(crate) struct ResolvedProduct {
    product: &'static Product,
    base: Option<BaseUrl>,
    token_base: Option<BaseUrl>,
    /// The headers of every call, except those that authorise it.
    headers: HeaderMap,
    /// Settings that the client was not given, though calls require them.
    missing_settings: Vec<(&'static Setting, HeaderName)>,
    credentials: ProductCredentials,
}

impl Products {
    /// Without credentials, whose accounts would be kept in the client.
    pub(crate) fn new(settings: ProductSettings) -> Self {
        let own: Arc<dyn TokenStore> = Arc::new(MemoryStore::new());
        let state = State {
            stores: Stores { remote: Arc::clone(&own), local: own },
            general: Vec::new(),
            own: HashMap::new(),
            resolved: HashMap::new(),
            by_address: HashMap::new(),
        };
        Products { settings, state: RwLock::new(state), replaced: watch::Sender::new(()) }
    }

    /// Where the accounts of credentials are kept that are given from now on.
    pub(crate) fn keep_accounts_in(&mut self, stores: Stores) {
        self.write().stores = stores;
    }

    /// The hosts of the products that are known, and those of their token requests.
    pub(crate) fn hosts(&self) -> Vec<BaseUrl> {
        let state = self.read();
        let bases = state.resolved.values().flat_map(|resolved| [&resolved.base, &resolved.token_base]);
        bases.flatten().cloned().collect()
    }

    /// The product as this client calls it.
    ///
    /// # Errors
    /// A setting is wrong for it, or another product has its name.
    pub(crate) fn get(&self, product: &'static Product) -> Result<Arc<ResolvedProduct>, ConfigError> {
        let address = std::ptr::from_ref(product).addr();
        if let Some(resolved) = self.read().by_address.get(&address) {
            return Ok(Arc::clone(resolved));
        }
        let mut state = self.write();
        let resolved = match state.resolved.get(product.name()) {
            Some(resolved) => resolved.checked(product)?,
            None => {
                let resolved = Arc::new(self.settings.resolve(product, &state)?);
                state.resolved.insert(product.name(), Arc::clone(&resolved));
                resolved
            }
        };
        state.by_address.insert(address, Arc::clone(&resolved));
        Ok(resolved)
    }

    /// Gives the client credentials for every product that takes them.
    ///
    /// # Errors
    /// They are wrong in themselves; nothing has changed then.
    pub(crate) fn set_credentials(&self, credentials: Credentials) -> Result<(), ConfigError> {
        self.change(|state| {
            let given = GivenCredentials::new(credentials, state.given(), &state.stores)?;
            let same = |other: &&mut GivenCredentials| other.credentials.is_of_same_kind(&given.credentials);
            match state.general.iter_mut().find(same) {
                Some(other) => *other = given,
                None => state.general.push(given),
            }
            Ok(())
        })
    }

    /// Gives the client credentials for one product.
    ///
    /// # Errors
    /// They are wrong in themselves, or not of a kind that the product takes; nothing has changed then.
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

    /// Changes credentials, and resolves anew whatever they serve.
    fn change(&self, change: impl FnOnce(&mut State) -> Result<(), ConfigError>) -> Result<(), ConfigError> {
        let mut state = self.write();
        let before = (state.general.clone(), state.own.clone());
        let changed = change(&mut state).and_then(|()| self.settings.changed(&state));
        match changed {
            Ok(changed) => {
                state
                    .resolved
                    .extend(changed.into_iter().map(|resolved| (resolved.product.name(), resolved)));
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

    /// Whether the product is still called like this.
    pub(crate) fn is_current(&self, resolved: &Arc<ResolvedProduct>) -> bool {
        let state = self.read();
        state.resolved.get(resolved.product.name()).is_some_and(|current| Arc::ptr_eq(current, resolved))
    }

    /// Waits for something, but not beyond a change of the product's credentials: `None` then.
    pub(crate) async fn unless_replaced<T>(
        &self,
        resolved: &Arc<ResolvedProduct>,
        wanted: impl Future<Output = T>,
    ) -> Option<T> {
        let mut replaced = self.replaced.subscribe();
        let mut wanted = pin!(wanted);
        // What was replaced before the subscription is not reported by it.
        while self.is_current(resolved) {
            let mut change = pin!(replaced.changed());
            let found = poll_fn(|context| match wanted.as_mut().poll(context) {
                Poll::Ready(found) => Poll::Ready(Some(found)),
                Poll::Pending => change.as_mut().poll(context).map(|_| None),
            });
            if let Some(found) = found.await {
                return self.is_current(resolved).then_some(found);
            }
        }
        None
    }

    /// The account of the client that the body of a declared token request is about: one of all credentials that the client
    /// was given, whatever product they serve.
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

    /// The token sources of all products, one for each account and host.
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

    /// Forgets tokens, and what is remembered of failed token requests.
    pub(crate) fn reset_auth(&self) {
        let state = self.read();
        state.given().for_each(GivenCredentials::reset);
        for resolved in state.resolved.values() {
            if let ProductCredentials::Tokens(source) = &resolved.credentials {
                source.reset();
            }
        }
    }

    /// The base URLs of the products that are known, by their names.
    pub(crate) fn base_urls(&self) -> Vec<(&'static str, BaseUrl)> {
        let state = self.read();
        let bases =
            state.resolved.iter().filter_map(|(name, resolved)| Some((*name, resolved.base.clone()?)));
        let mut bases: Vec<_> = bases.collect();
        bases.sort_by_key(|(name, _)| *name);
        bases
    }

    /// Where a call goes: one that requests a token goes where the product's tokens come from.
    ///
    /// # Errors
    /// There is no base URL.
    pub(crate) fn base<'a>(
        &self,
        resolved: &'a ResolvedProduct,
        requests_token: bool,
    ) -> Result<&'a BaseUrl, ConfigError> {
        let token_base = resolved.token_base.as_ref().filter(|_| requests_token);
        token_base.or(resolved.base.as_ref()).ok_or_else(|| self.settings.no_base(resolved.product))
    }

    /// What encrypts the bodies of the product; `None` if nothing does.
    ///
    /// # Errors
    /// There is no secret to make a key of, or it gives none.
    pub(crate) fn cipher(
        &self,
        resolved: &ResolvedProduct,
    ) -> Result<Option<Arc<dyn PayloadCipher>>, ConfigError> {
        let product = resolved.product;
        let Some(encryption) = product.encryption.filter(|_| !self.settings.is_mock) else { return Ok(None) };
        let of_credentials = match &resolved.credentials {
            ProductCredentials::Tokens(source) => source.encryption_secret(),
            _ => None,
        };
        let Some(secret) = self.settings.encryption_secret.as_ref().or(of_credentials) else {
            return Err(ConfigError::new(format!(
                "the bodies of {product} are encrypted, and the client has no secret for that: give it \
                 `.encryption_secret(…)`, or credentials that contain one"
            )));
        };
        encryption.cipher(secret).map(Some).map_err(|error| {
            ConfigError::caused_by(format!("the secret for the encryption of {product} gives no key"), error)
        })
    }

    /// Why a call lacks a client-level setting.
    pub(crate) fn no_setting(&self, product: &Product, setting: &Setting) -> ConfigError {
        let name = setting.name();
        let variable = self.settings.or_variable(&name.to_ascii_uppercase());
        ConfigError::new(format!(
            "calls of {product} carry the setting `{name}`: give it to the client with `.setting(…)`{variable}"
        ))
    }

    fn read(&self) -> RwLockReadGuard<'_, State> {
        // Nothing panics while the lock is held.
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, State> {
        self.state.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn given(&self) -> impl Iterator<Item = &GivenCredentials> {
        self.general.iter().chain(self.own.values())
    }
}

impl ProductSettings {
    fn resolve(&self, product: &'static Product, state: &State) -> Result<ResolvedProduct, ConfigError> {
        check_name(product)?;
        let (base, token_base) = self.bases(product)?;
        let needs_tls = [&base, &token_base].into_iter().flatten().any(|base| !base.is_plain());
        if needs_tls && !self.has_tls {
            return Err(ConfigError::new(format!(
                "the base URL of {product} is https, and enkash was built without TLS: enable the feature `rustls` or \
                 `native-tls`, or give the client a `.transport(…)` of its own"
            )));
        }
        let mut headers = HeaderMap::with_capacity(8);
        headers.insert(USER_AGENT, self.user_agent.clone());
        accept_json(&mut headers);
        let mut missing_settings = Vec::new();
        for setting in product.settings {
            let name = Self::header_name(product, setting)?;
            match self.values.get(setting.name()) {
                Some(value) => drop(headers.entry(name).or_insert_with(|| value.clone())),
                None if setting.required && self.is_mock => {
                    headers.insert(name, HeaderValue::from_static("mock"));
                }
                None if setting.required => missing_settings.push((setting, name)),
                None => {}
            }
        }
        let credentials = self.credentials(product, token_base.as_ref(), state)?;
        Ok(ResolvedProduct { product, base, token_base, headers, missing_settings, credentials })
    }

    /// The base URLs of calls and of token requests. The product's own token host counts only beside its own base URL:
    /// whoever moves a product's calls elsewhere means its token requests, too.
    fn bases(&self, product: &Product) -> Result<(Option<BaseUrl>, Option<BaseUrl>), ConfigError> {
        let name = product.name();
        let parse = |url: Option<&'static str>, what: &str| {
            url.map(str::parse).transpose().map_err(|error| {
                ConfigError::new(format!("the {what} of the product {name} is wrong: {error}"))
            })
        };
        let given = self.base_urls.get(name).cloned();
        let token_given = self.token_base_urls.get(name).cloned();
        if self.is_mock && given.is_none() {
            let base: Option<BaseUrl> = format!("https://{name}.invalid").parse().ok();
            return Ok((base.clone(), token_given.or(base)));
        }
        let is_moved = given.is_some();
        let base = match given {
            Some(base) => Some(base),
            None => parse(product.base_urls.get(self.environment), "base URL")?,
        };
        let own_token = product.token_base_urls.get(self.environment).filter(|_| !is_moved);
        let token_base = match token_given {
            Some(base) => Some(base),
            None => parse(own_token, "token base URL")?.or_else(|| base.clone()),
        };
        Ok((base, token_base))
    }

    /// The header of a client-level setting.
    fn header_name(product: &Product, setting: &Setting) -> Result<HeaderName, ConfigError> {
        HeaderName::try_from(setting.header())
            .ok()
            .filter(|name| !RESERVED_HEADERS.contains(&name.as_str()))
            .ok_or_else(|| {
                ConfigError::new(format!(
                    "the product {product} names no header that can carry the setting `{}`: {:?}",
                    setting.name(),
                    setting.header()
                ))
            })
    }

    fn credentials(
        &self,
        product: &'static Product,
        token_base: Option<&BaseUrl>,
        state: &State,
    ) -> Result<ProductCredentials, ConfigError> {
        let own = state.own.get(product.name());
        let general = || state.general.iter().rev().find(|given| given.fit(product, false));
        match own.or_else(general) {
            Some(given) => {
                given.for_product(product, token_base, self.without_bearer.contains(&product.name()))
            }
            // There is no placeholder for what only a crate's own provider adds.
            None if product.auth.is_none() || self.is_mock => Ok(ProductCredentials::NotRequired),
            None => Ok(ProductCredentials::Missing),
        }
    }

    /// What has to be resolved anew after a change of credentials. Equal ones change nothing: they would be refused again.
    fn changed(&self, state: &State) -> Result<Vec<Arc<ResolvedProduct>>, ConfigError> {
        let mut changed = Vec::new();
        for resolved in state.resolved.values() {
            let credentials = self.credentials(resolved.product, resolved.token_base.as_ref(), state)?;
            if !credentials.is_same(&resolved.credentials) {
                changed.push(Arc::new(resolved.with(credentials)));
            }
        }
        Ok(changed)
    }

    fn no_base(&self, product: &Product) -> ConfigError {
        let why = match self.environment {
            None => "there is neither an environment nor a base URL",
            Some(Environment::Test) => "no test base URL is known",
            Some(Environment::Live) => "no live base URL is known",
        };
        let variable = format!("BASE_URL_{}", product.name().replace('-', "_").to_ascii_uppercase());
        ConfigError::new(format!(
            "{why} for {product}: ask its provider, and give it to the client with `.base_url(…)`{}",
            self.or_variable(&variable)
        ))
    }

    /// The variable that a client can be given a setting with as well.
    fn or_variable(&self, name: &str) -> String {
        self.env_prefix.as_ref().map(|prefix| format!(" or {prefix}_{name}")).unwrap_or_default()
    }
}

/// Names stand in environment variables, and in the host names of a mock.
fn check_name(product: &Product) -> Result<(), ConfigError> {
    let name = product.name();
    let is_fit = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if !name.is_empty() && name.bytes().all(is_fit) && !name.starts_with('-') && !name.ends_with('-') {
        return Ok(());
    }
    Err(ConfigError::new(format!(
        "a product has the name {name:?}: give it one of lower-case letters, digits and hyphens, such as `acme-orders`"
    )))
}

impl ResolvedProduct {
    /// Refuses another product of the same name.
    fn checked(self: &Arc<Self>, product: &'static Product) -> Result<Arc<Self>, ConfigError> {
        if std::ptr::eq(self.product, product) || self.product.same_content(product) {
            return Ok(Arc::clone(self));
        }
        Err(ConfigError::new(format!(
            "two different products have the name `{product}`; give one of them another name"
        )))
    }

    fn with(&self, credentials: ProductCredentials) -> Self {
        ResolvedProduct {
            product: self.product,
            base: self.base.clone(),
            token_base: self.token_base.clone(),
            headers: self.headers.clone(),
            missing_settings: self.missing_settings.clone(),
            credentials,
        }
    }

    /// The headers of every call, except those that authorise it.
    pub(crate) fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// A setting that a call with these headers lacks.
    pub(crate) fn missing_setting(&self, headers: &HeaderMap) -> Option<&'static Setting> {
        let mut missing = self.missing_settings.iter();
        missing.find_map(|(setting, name)| (!headers.contains_key(name)).then_some(*setting))
    }

    pub(crate) fn credentials(&self) -> &ProductCredentials {
        &self.credentials
    }

    /// Why the client has no credentials for it.
    pub(crate) fn missing(&self) -> ConfigError {
        missing(self.product)
    }
}
