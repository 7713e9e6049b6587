//! Sets up a client.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderValue;
use zeroize::Zeroizing;

use super::{Client, Inner, Settings};
use crate::auth::{
    Accounts, Auth, BearerSlots, BearerToken, CredentialProvider, Credentials, Means, MemoryStore,
    MerchantKeys, OAuthCredentials, Origin, ProviderSlot, TokenStore, sensitive_header, token_source,
};
use crate::error::{ConfigError, Error};
use crate::outgoing::BaseUrl;
use crate::product::{AuthScheme, Environment, Product};
use crate::retry::{Jitter, RetryPolicy};
use crate::seal::Sealer;
use crate::secret::Secret;
use crate::setting;
use crate::transport::reqwest::{Connections, ReqwestTransport};
use crate::transport::{Carrier, Transport};

const PRODUCTS: usize = Product::ALL.len();

/// Sets up a [`Client`]. Mistakes are told by [`build`](Self::build), with the name of the setting.
#[must_use = "a builder does nothing until `build`"]
pub struct ClientBuilder {
    environment: Option<Environment>,
    base_urls: [Option<String>; PRODUCTS],
    token_base_urls: [Option<String>; PRODUCTS],
    oauth: Option<OAuthCredentials>,
    oauth_for: [Option<OAuthCredentials>; PRODUCTS],
    merchant_keys: Option<MerchantKeys>,
    merchant_token_without_bearer: bool,
    token_suspension: Duration,
    token_store: Option<Arc<dyn TokenStore>>,
    bearer: Option<Secret>,
    providers: [Option<Arc<ProviderSlot>>; PRODUCTS],
    partner_id: Option<Secret>,
    sealing_secret: Option<Secret>,
    connections: Connections,
    attempt_timeout: Duration,
    call_timeout: Duration,
    retry: RetryPolicy,
    max_response_bytes: usize,
    user_agent: String,
    transport: Option<Box<dyn Transport>>,
    jitter_seed: Option<u64>,
    pub(crate) seals: bool,
}

impl ClientBuilder {
    pub(crate) fn new() -> Self {
        ClientBuilder {
            environment: None,
            base_urls: [const { None }; PRODUCTS],
            token_base_urls: [const { None }; PRODUCTS],
            oauth: None,
            oauth_for: [const { None }; PRODUCTS],
            merchant_keys: None,
            merchant_token_without_bearer: false,
            token_suspension: Duration::from_secs(15 * 60),
            token_store: None,
            bearer: None,
            providers: [const { None }; PRODUCTS],
            partner_id: None,
            sealing_secret: None,
            connections: Connections::default(),
            attempt_timeout: Duration::from_secs(30),
            call_timeout: Duration::from_secs(60),
            retry: RetryPolicy::default(),
            max_response_bytes: 16 * 1024 * 1024,
            user_agent: concat!("enkash-rust/", env!("CARGO_PKG_VERSION")).to_owned(),
            transport: None,
            jitter_seed: None,
            seals: true,
        }
    }

    /// Which of the platform's two worlds to talk to: the documented base URLs of its products.
    pub fn environment(mut self, environment: Environment) -> Self {
        self.environment = Some(environment);
        self
    }

    /// The base URL of a product, in place of the documented one. It may have a path prefix. It has to be `https`; plain
    /// `http` is for loopback addresses.
    pub fn base_url(mut self, product: Product, url: impl Into<String>) -> Self {
        self.base_urls[product as usize] = Some(url.into());
        self
    }

    /// The base URL of a product's token call, where it is not that of its other calls.
    pub fn token_base_url(mut self, product: Product, url: impl Into<String>) -> Self {
        self.token_base_urls[product as usize] = Some(url.into());
        self
    }

    /// The credentials of all OAuth products, which is every one but the payment gateway.
    pub fn oauth(mut self, credentials: OAuthCredentials) -> Self {
        self.oauth = Some(credentials);
        self
    }

    /// The credentials of one OAuth product, in place of those of [`oauth`](Self::oauth).
    pub fn oauth_for(mut self, product: Product, credentials: OAuthCredentials) -> Self {
        self.oauth_for[product as usize] = Some(credentials);
        self
    }

    /// The keys of the payment gateway.
    pub fn merchant_keys(mut self, keys: MerchantKeys) -> Self {
        self.merchant_keys = Some(keys);
        self
    }

    /// Whether the payment gateway gets its token without `Bearer ` in front; false by default.
    ///
    /// The API reference writes `Bearer `. One public integration got code 117, a refused token, with it and not without it
    /// (on the live host in January 2026). It never got a call through, so neither form is proven: try both on the test
    /// host, or ask EnKash.
    pub fn merchant_token_without_bearer(mut self, without_bearer: bool) -> Self {
        self.merchant_token_without_bearer = without_bearer;
        self
    }

    /// How long no token is requested for an account after a request that may have counted as a failed attempt, from the
    /// second one in a row on; 15 minutes by default. The platform locks an account after three.
    ///
    /// Calls meanwhile end with [`AuthErrorKind::Suspended`](crate::AuthErrorKind::Suspended).
    pub fn token_suspension(mut self, limit: Duration) -> Self {
        self.token_suspension = limit;
        self
    }

    /// Another store than the memory.
    #[cfg(test)]
    pub(crate) fn token_store(mut self, store: Arc<dyn TokenStore>) -> Self {
        self.token_store = Some(store);
        self
    }

    /// A token that the program got elsewhere, for every product that has no credentials of its own. The client cannot
    /// renew it.
    pub fn bearer(mut self, token: impl Into<Secret>) -> Self {
        self.bearer = Some(token.into());
        self
    }

    /// What adds the credentials to the calls of one product, in place of all other credentials; see
    /// [`CredentialProvider`].
    pub fn credentials_for(mut self, product: Product, provider: impl CredentialProvider) -> Self {
        self.providers[product as usize] = Some(ProviderSlot::new(provider));
        self
    }

    /// The partner's id, which goes along with calls of cards, wallets, petty cash and rewards.
    pub fn partner_id(mut self, id: impl Into<Secret>) -> Self {
        self.partner_id = Some(id.into());
        self
    }

    /// What seals the bodies of payouts, where it is not the client secret of the OAuth credentials.
    pub fn sealing_secret(mut self, secret: impl Into<Secret>) -> Self {
        self.sealing_secret = Some(secret.into());
        self
    }

    /// How long making a connection may take, with look-up of the name, proxy and TLS handshake; 5 seconds by default. The
    /// default transport's setting.
    pub fn connect_timeout(mut self, limit: Duration) -> Self {
        self.connections.connect_timeout = limit;
        self
    }

    /// How long a connection is kept for the next call; 4 seconds by default. The default transport's setting.
    ///
    /// A server closes connections that it has not used for some time, many of them after 5 seconds. If it does so just
    /// when a call is sent over one, the outcome of that call is [`Unknown`](crate::Outcome::Unknown): nobody can tell
    /// whether the server read it before. So the client drops them earlier. Set less if a server keeps them for a
    /// shorter time; zero makes a new connection for each call.
    pub fn pool_idle_timeout(mut self, limit: Duration) -> Self {
        self.connections.pool_idle_timeout = limit;
        self
    }

    /// Changes the settings of the default transport's HTTP client, [`reqwest`]: a proxy, a root certificate, a client
    /// certificate, a resolver, HTTP/2. It has no effect on a [`transport`](Self::transport) of your own.
    ///
    /// The client applies this first. What it sets afterwards wins:
    ///
    /// - no redirects, no retries of reqwest's own, no `Referer`;
    /// - HTTPS only, except for base URLs on this machine, and no proxy for those;
    /// - no log of the bytes of a connection (`connection_verbose`);
    /// - [`connect_timeout`](Self::connect_timeout) and [`pool_idle_timeout`](Self::pool_idle_timeout), by the methods of
    ///   this builder.
    ///
    /// The client cannot undo the rest. Its safety is yours: whatever weakens TLS (`danger_*`, `tls_danger_*`, a
    /// preconfigured TLS backend, `tls_sslkeylogfile`), cookies, layers around the connector, and a resolver that leads
    /// `localhost` to another machine.
    ///
    /// Name reqwest's types by `enkash_core::reqwest`: that is the version of the client. For a setting behind one of
    /// reqwest's cargo features, such as `http2` or `socks`, add reqwest to your dependencies with that feature.
    ///
    /// `build` calls the function up to twice, once for HTTPS and once for base URLs on this machine, and a blocking
    /// client calls it again for its own connections. If it is set twice, the second function replaces the first.
    ///
    #[cfg_attr(feature = "rustls", doc = "```")]
    #[cfg_attr(not(feature = "rustls"), doc = "```ignore")]
    /// use enkash_core::{Client, Environment, reqwest};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let proxy = reqwest::Proxy::https("http://proxy.internal:3128")?;
    /// let client = Client::builder()
    ///     .environment(Environment::Test)
    ///     .http(move |http| http.proxy(proxy.clone()))
    ///     .build()?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`build`](Self::build) returns [`Error::Config`] if reqwest cannot be built with these settings.
    pub fn http(
        mut self,
        customise: impl Fn(reqwest::ClientBuilder) -> reqwest::ClientBuilder + Send + Sync + 'static,
    ) -> Self {
        self.connections.http = Some(Arc::new(customise));
        self
    }

    /// How long one attempt may take, until the last byte of its answer; 30 seconds by default.
    pub fn attempt_timeout(mut self, limit: Duration) -> Self {
        self.attempt_timeout = limit;
        self
    }

    /// How long a call may take with all its attempts, waits and token calls; 60 seconds by default.
    pub fn timeout(mut self, limit: Duration) -> Self {
        self.call_timeout = limit;
        self
    }

    /// When calls are sent again.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// The size that the body of an answer may have; 16 MiB by default.
    pub fn max_response_bytes(mut self, most: usize) -> Self {
        self.max_response_bytes = most;
        self
    }

    /// The `User-Agent`; `enkash-rust/` and the version by default.
    pub fn user_agent(mut self, name: impl Into<String>) -> Self {
        self.user_agent = name.into();
        self
    }

    /// Another transport than the default one, for a recording, a test. For a proxy, [`http`](Self::http) is enough.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Box::new(transport));
        self
    }

    /// Makes the random part of the waits between attempts repeatable, for tests.
    pub fn jitter_seed(mut self, seed: u64) -> Self {
        self.jitter_seed = Some(seed);
        self
    }

    /// The client.
    ///
    /// # Errors
    /// [`Error::Config`] with the name of the setting that is wrong; it holds no value. Secrets and names that are empty,
    /// that start or end with white space, a line break, a byte order mark or another invisible character, or that have a
    /// control character in them are wrong, and so is a base URL with `https` in a build without TLS (features `rustls`
    /// and `native-tls`), unless the client has a transport of its own. So are settings of [`http`](Self::http) that
    /// reqwest refuses.
    pub fn build(self) -> Result<Client, Error> {
        let (bases, token_bases) = self.bases()?;
        for (limit, name) in [
            (self.connections.connect_timeout, "connect_timeout"),
            (self.attempt_timeout, "attempt_timeout"),
            (self.call_timeout, "timeout"),
        ] {
            if limit.is_zero() {
                return Err(ConfigError::new(format!(
                    "`{name}` is zero, so that no call could ever succeed"
                ))
                .into());
            }
        }
        if self.token_suspension.is_zero() {
            return Err(ConfigError::new(
                "`token_suspension` is zero: failed token requests would lock the account",
            )
            .into());
        }
        let settings = Settings {
            environment: self.environment,
            call_timeout: self.call_timeout,
            attempt_timeout: self.attempt_timeout,
            token_suspension: self.token_suspension,
            merchant_token_without_bearer: self.merchant_token_without_bearer,
            retry: self.retry,
            max_response_bytes: self.max_response_bytes,
            user_agent: user_agent(self.user_agent)?,
            partner_id: self.partner_id.as_ref().map(|id| header("", id, "`partner_id`")).transpose()?,
            seals: self.seals,
        };
        let mut token_store = self.token_store;
        let carrier = match self.transport {
            Some(transport) => Carrier::Custom(transport),
            None => {
                // A client that is built for each job must not begin to count anew. What leads to this machine, or
                // wherever a transport of the caller's leads, is no account of the platform.
                if !token_bases.iter().flatten().all(BaseUrl::is_loopback) {
                    token_store.get_or_insert_with(|| MemoryStore::of_the_process());
                }
                let loopback = bases.iter().chain(&token_bases).flatten().any(BaseUrl::is_plain);
                let https = first_https(&bases, &token_bases);
                if let (Some(product), false) = (https, HAS_TLS) {
                    return Err(no_tls(product).into());
                }
                Carrier::Reqwest(ReqwestTransport::new(self.connections, https.is_some(), loopback)?)
            }
        };
        let secrets = Secrets {
            oauth: self.oauth,
            oauth_for: self.oauth_for,
            merchant_keys: self.merchant_keys,
            without_bearer: self.merchant_token_without_bearer,
            bearer: self.bearer,
            providers: self.providers,
            sealing: self.sealing_secret,
        };
        let auth = secrets.into_auth(
            &token_bases,
            Accounts::new(token_store.unwrap_or_else(|| Arc::new(MemoryStore::new()))),
        )?;
        let jitter = self.jitter_seed.map_or_else(Jitter::random, Jitter::seeded);
        let inner = Inner { bases, token_bases, auth, settings, jitter };
        Ok(Client { inner: Arc::new(inner), carrier: Arc::new(carrier) })
    }

    /// The base URLs of calls and of token calls. A token host that is documented counts only beside a documented host:
    /// whoever moves a product's calls elsewhere means its token calls, too.
    fn bases(&self) -> Result<(Bases, Bases), ConfigError> {
        let mut bases = [const { None }; PRODUCTS];
        let mut token_bases = [const { None }; PRODUCTS];
        for product in Product::ALL.iter().copied() {
            let slot = product as usize;
            let documented = self.environment.and_then(|environment| product.base_url(environment));
            let documented_token =
                self.environment.and_then(|environment| product.token_base_url(environment));
            let own = parse(self.base_urls[slot].as_deref(), "base_url", product)?;
            let own_token = parse(self.token_base_urls[slot].as_deref(), "token_base_url", product)?;
            let moved = own.is_some();
            bases[slot] = match own {
                Some(base) => Some(base),
                None => parse(documented, "base_url", product)?,
            };
            token_bases[slot] = match own_token {
                Some(base) => Some(base),
                None if !moved && documented_token.is_some() => {
                    parse(documented_token, "token_base_url", product)?
                }
                None => bases[slot].clone(),
            };
        }
        Ok((bases, token_bases))
    }
}

impl fmt::Debug for ClientBuilder {
    /// Shows nothing that was set: most of it is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder").field("environment", &self.environment).finish_non_exhaustive()
    }
}

/// Whether the default transport can make HTTPS connections.
const HAS_TLS: bool = cfg!(any(feature = "rustls", feature = "native-tls"));

/// The first product with a base URL or token base URL that needs TLS.
fn first_https(bases: &Bases, token_bases: &Bases) -> Option<Product> {
    Product::ALL.iter().copied().find(|&product| {
        let own = [&bases[product as usize], &token_bases[product as usize]];
        own.into_iter().flatten().any(|base| !base.is_plain())
    })
}

fn no_tls(product: Product) -> ConfigError {
    ConfigError::new(format!(
        "the base URL of {product} is https, and enkash was built without TLS: enable the feature `rustls` or \
         `native-tls`, or give the client a `.transport(…)` of its own"
    ))
}

type Bases = [Option<BaseUrl>; PRODUCTS];

fn parse(text: Option<&str>, setting: &str, product: Product) -> Result<Option<BaseUrl>, ConfigError> {
    text.map(str::parse)
        .transpose()
        .map_err(|error| ConfigError::new(format!("the `{setting}` of {product} is wrong: {error}")))
}

fn user_agent(name: String) -> Result<HeaderValue, ConfigError> {
    setting::check("`user_agent`", &name)?;
    HeaderValue::try_from(name).map_err(|_| ConfigError::new("`user_agent` is not fit for a header"))
}

fn header(before: &str, secret: &Secret, what: &str) -> Result<HeaderValue, ConfigError> {
    setting::check(what, secret.expose())?;
    sensitive_header(Zeroizing::new(format!("{before}{}", secret.expose())), what)
}

/// `Authorization` with a token, as most products take it and as the payment gateway does.
pub(super) fn bearer_headers(
    token: &Secret,
    without_bearer: bool,
) -> Result<(HeaderValue, HeaderValue), ConfigError> {
    if token.expose().trim().contains(' ') {
        return Err(ConfigError::new("`bearer` has a space in it; give the token alone, without `Bearer `"));
    }
    let merchant = header(if without_bearer { "" } else { "Bearer " }, token, "`bearer`")?;
    Ok((header("Bearer ", token, "`bearer`")?, merchant))
}

struct Secrets {
    oauth: Option<OAuthCredentials>,
    oauth_for: [Option<OAuthCredentials>; PRODUCTS],
    merchant_keys: Option<MerchantKeys>,
    without_bearer: bool,
    bearer: Option<Secret>,
    providers: [Option<Arc<ProviderSlot>>; PRODUCTS],
    sealing: Option<Secret>,
}

impl Secrets {
    fn into_auth(self, token_bases: &Bases, mut accounts: Accounts) -> Result<Auth, ConfigError> {
        let bearer = match &self.bearer {
            Some(token) => {
                let (with_scheme, merchant) = bearer_headers(token, self.without_bearer)?;
                let slot = |header| ProviderSlot::new(BearerToken(header));
                Some(BearerSlots { with_scheme: slot(with_scheme), merchant: slot(merchant) })
            }
            None => None,
        };
        let oauth = match self.oauth {
            Some(credentials) => Some(accounts.add(Origin::OAuth, Credentials::oauth(credentials)?)),
            None => None,
        };
        let merchant = match self.merchant_keys {
            Some(keys) => {
                Some(accounts.add(Origin::Merchant, Credentials::merchant(keys, self.without_bearer)?))
            }
            None => None,
        };
        let mut own = [const { None }; PRODUCTS];
        for (product, credentials) in
            Product::ALL.iter().copied().map(|product| (product, &self.oauth_for[product as usize]))
        {
            if let Some(credentials) = credentials {
                if product.auth_scheme() != AuthScheme::OAuth {
                    return Err(ConfigError::new(format!(
                        "{product} takes no OAuth credentials, but `.merchant_keys(…)`"
                    )));
                }
                own[product as usize] =
                    Some(accounts.add(Origin::OAuthFor(product), Credentials::oauth(credentials.clone())?));
            }
        }
        let mut means = [const { Means::Missing }; PRODUCTS];
        for product in Product::ALL.iter().copied() {
            let slot = product as usize;
            let general = match product.auth_scheme() {
                AuthScheme::OAuth => &oauth,
                AuthScheme::Merchant => &merchant,
            };
            let bearer = bearer.as_ref().map(|slots| match product.auth_scheme() {
                AuthScheme::OAuth => &slots.with_scheme,
                AuthScheme::Merchant => &slots.merchant,
            });
            means[slot] = match (own[slot].as_ref().or(general.as_ref()), &token_bases[slot]) {
                _ if let Some(provider) = &self.providers[slot] => Means::Provider(Arc::clone(provider)),
                (Some(slot), Some(base)) => Means::Tokens(token_source(product, base, slot)),
                // Without a base URL the product cannot be called at all, and the call says so.
                (Some(_), None) => Means::Missing,
                (None, _) => bearer.map_or(Means::Missing, |slot| Means::Provider(Arc::clone(slot))),
            };
        }
        let sealer = match self.sealing {
            Some(secret) => {
                setting::check("`sealing_secret`", secret.expose())?;
                Some(Arc::new(Sealer::new(&secret)))
            }
            None => None,
        };
        Ok(Auth::new(means, accounts, sealer, bearer))
    }
}
