//! The client builder.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::auth::Credentials;
#[cfg(feature = "token-store")]
use crate::auth::TokenStore;
use crate::base::secret::Secret;
use crate::intercept::Interceptor;
use crate::product::{Environment, Product, Setting};
use crate::retry::RetryPolicy;
use crate::transport::reqwest::Connections;
use crate::transport::{Transport, Wrap};

/// Builds a [`Client`](crate::Client). [`build`](Self::build) reports errors in the settings by
/// name.
#[must_use = "a builder does nothing until `build`"]
pub struct ClientBuilder {
    pub(super) environment: Option<Environment>,
    pub(super) products: Vec<&'static Product>,
    pub(super) base_urls: Vec<(&'static Product, String)>,
    pub(super) token_base_urls: Vec<(&'static Product, String)>,
    pub(super) credentials: Vec<Credentials>,
    pub(super) credentials_for: Vec<(&'static Product, Credentials)>,
    pub(super) settings: Vec<(Setting, Secret)>,
    pub(super) encryption_secret: Option<Secret>,
    pub(super) without_bearer: Vec<&'static Product>,
    pub(super) token_suspension: Duration,
    #[cfg(feature = "token-store")]
    pub(super) token_store: Option<(Arc<dyn TokenStore>, Secret)>,
    pub(super) connections: Connections,
    pub(super) attempt_timeout: Duration,
    pub(super) call_timeout: Duration,
    pub(super) retry: RetryPolicy,
    pub(super) max_response_bytes: usize,
    pub(super) user_agent: String,
    pub(super) default_headers: Vec<(String, Secret)>,
    pub(super) interceptors: Vec<Box<dyn Interceptor>>,
    pub(super) transport: Option<Arc<dyn Transport>>,
    pub(super) wraps: Vec<Wrap>,
    pub(super) jitter_seed: Option<u64>,
    pub(super) env_prefix: Option<String>,
    pub(crate) is_mock: bool,
}

impl ClientBuilder {
    pub(crate) fn new() -> Self {
        ClientBuilder {
            environment: None,
            products: Vec::new(),
            base_urls: Vec::new(),
            token_base_urls: Vec::new(),
            credentials: Vec::new(),
            credentials_for: Vec::new(),
            settings: Vec::new(),
            encryption_secret: None,
            without_bearer: Vec::new(),
            token_suspension: Duration::from_secs(15 * 60),
            #[cfg(feature = "token-store")]
            token_store: None,
            connections: Connections::default(),
            attempt_timeout: Duration::from_secs(30),
            call_timeout: Duration::from_secs(60),
            retry: RetryPolicy::default(),
            max_response_bytes: 16 * 1024 * 1024,
            user_agent: concat!("enkash-rust/", env!("CARGO_PKG_VERSION")).to_owned(),
            default_headers: Vec::new(),
            interceptors: Vec::new(),
            transport: None,
            wraps: Vec::new(),
            jitter_seed: None,
            env_prefix: None,
            is_mock: false,
        }
    }

    /// Adds products whose settings [`build`](Self::build) checks, in addition to those that other
    /// settings refer to. A client can call any product; one that is not listed is checked at its
    /// first call.
    pub fn products(mut self, products: &[&'static Product]) -> Self {
        self.products.extend(products);
        self
    }

    /// Sets the environment, which selects the base URLs of the products.
    pub fn environment(mut self, environment: Environment) -> Self {
        self.environment = Some(environment);
        self
    }

    /// Sets the base URL of a product, instead of the product's own. It may have a path prefix. It
    /// must be `https`, or `http` on a loopback address.
    pub fn base_url(mut self, product: &'static Product, url: impl Into<String>) -> Self {
        self.base_urls.push((product, url.into()));
        self
    }

    /// Sets the base URL of a product's token requests, if it differs from that of its other calls.
    pub fn token_base_url(mut self, product: &'static Product, url: impl Into<String>) -> Self {
        self.token_base_urls.push((product, url.into()));
        self
    }

    /// Sets credentials for every product whose [`AuthScheme`](crate::AuthScheme) accepts their
    /// type. A [`CredentialProvider`](crate::CredentialProvider) serves products with
    /// [`AuthScheme::Custom`](crate::AuthScheme); a client of several APIs sets one for each with
    /// [`credentials_for`](Self::credentials_for).
    ///
    /// If a product accepts several of the types, the one set last is used. Credentials replace
    /// earlier ones of the same type.
    ///
    /// ```
    /// use enkash_core::{ApiKey, AuthScheme, Client, Product};
    ///
    /// const PRODUCT: Product =
    ///     Product::new("example").base_url("https://api.example.com").auth(&AuthScheme::ApiKey("x-api-key"));
    ///
    /// # fn main() -> Result<(), enkash_core::Error> {
    /// let client = Client::builder()
    ///     .products(&[&PRODUCT])
    ///     .credentials(ApiKey::new("not-a-real-key"))
    ///     .build()?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn credentials(mut self, credentials: impl Into<Credentials>) -> Self {
        self.credentials.push(credentials.into());
        self
    }

    /// Sets the credentials of one product, which take precedence over all others. A
    /// [`CredentialProvider`](crate::CredentialProvider) can serve any product, even one without a
    /// scheme; other credentials must have the type of its scheme.
    pub fn credentials_for(
        mut self,
        product: &'static Product,
        credentials: impl Into<Credentials>,
    ) -> Self {
        self.credentials_for.push((product, credentials.into()));
        self
    }

    /// Sets a client-level [`Setting`], which calls of the products that declare it send as a
    /// header.
    pub fn setting(mut self, setting: Setting, value: impl Into<Secret>) -> Self {
        self.settings.push((setting, value.into()));
        self
    }

    /// Sets the secret from which the encryption key of bodies is derived, if it is not one of the
    /// credentials.
    pub fn encryption_secret(mut self, secret: impl Into<Secret>) -> Self {
        self.encryption_secret = Some(secret.into());
        self
    }

    /// Sets whether the tokens of a product are sent without the prefix `Bearer `; false by
    /// default.
    pub fn token_without_bearer(mut self, product: &'static Product, without_bearer: bool) -> Self {
        self.without_bearer.retain(|other| *other != product);
        if without_bearer {
            self.without_bearer.push(product);
        }
        self.products.push(product);
        self
    }

    /// Sets how long token requests for an account are suspended after a request that may count as
    /// a failed attempt, from the second one in a row on; 15 minutes by default. Platforms lock
    /// accounts after a few failed attempts, often three.
    ///
    /// Calls during the suspension end with
    /// [`AuthErrorKind::Suspended`](crate::AuthErrorKind::Suspended).
    pub fn token_suspension(mut self, limit: Duration) -> Self {
        self.token_suspension = limit;
        self
    }

    /// Sets where the records of accounts are stored, instead of in the memory of the process. With
    /// a [`TokenStore`] shared by all processes of a fleet, they share access tokens, make one
    /// token request at a time, and a wrong password costs one failed attempt. To share a store
    /// between clients, pass each an `Arc` of it.
    ///
    /// The names and the encryption of records are derived from `key`. Every process needs the same
    /// key: at least 32 bytes that cannot be guessed, such as the output of `openssl rand -hex 32`.
    /// Anyone with the key and access to the store can read the access tokens, but not the
    /// credentials.
    ///
    /// While the store is unreachable, the client keeps using its token. It requests another one
    /// only if it obtained one before; other calls end with
    /// [`AuthErrorKind::Unavailable`](crate::AuthErrorKind::Unavailable). Until the store is back,
    /// a client does not share what it learns: clone one client instead of building several with
    /// the same credentials.
    ///
    /// # Errors
    /// [`build`](Self::build) returns [`Error::Config`](crate::Error::Config) if the key is too
    /// short.
    #[cfg(feature = "token-store")]
    pub fn token_store(mut self, store: impl TokenStore, key: impl Into<Secret>) -> Self {
        self.token_store = Some((Arc::new(store), key.into()));
        self
    }

    /// Sets the time limit for connecting, including name resolution, proxy and TLS handshake; 5
    /// seconds by default. It applies to the default transport.
    pub fn connect_timeout(mut self, limit: Duration) -> Self {
        self.connections.connect_timeout = limit;
        self
    }

    /// Sets how long an idle connection is kept for the next call; 4 seconds by default. It applies
    /// to the default transport.
    ///
    /// Servers close idle connections, many of them after 5 seconds. If a call is sent over one
    /// just then, its outcome is [`Unknown`](crate::Outcome::Unknown), since the server may have
    /// read it. So the client closes idle connections earlier. Set a shorter time if a server
    /// requires it; with zero, each call opens a new connection.
    pub fn pool_idle_timeout(mut self, limit: Duration) -> Self {
        self.connections.pool_idle_timeout = limit;
        self
    }

    /// Changes the settings of the default transport's HTTP client, [`reqwest`]: a proxy, a root
    /// certificate, a client certificate, a resolver, HTTP/2. It has no effect on a custom
    /// [`transport`](Self::transport).
    ///
    /// The function is applied first. The client then sets, and so overrides:
    ///
    /// - no redirects, no retries by reqwest, no `Referer`;
    /// - HTTPS only, except for base URLs on this machine, and no proxy for those;
    /// - no logging of the bytes of a connection (`connection_verbose`);
    /// - [`connect_timeout`](Self::connect_timeout) and
    ///   [`pool_idle_timeout`](Self::pool_idle_timeout) of this builder.
    ///
    /// You are responsible for the rest, which the client cannot override: settings that weaken TLS
    /// (`danger_*`, `tls_danger_*`, a preconfigured TLS backend, `tls_sslkeylogfile`), cookies,
    /// layers around the connector, a Unix socket or a Windows named pipe instead of it,
    /// `http09_responses`, with which any bytes are a 200, reserved names among `default_headers`,
    /// and a resolver that points `localhost` to another machine.
    ///
    /// Use reqwest's types through `enkash_core::reqwest`, which is the client's version. For a
    /// setting behind one of reqwest's cargo features, such as `socks`, add reqwest with that
    /// feature to your dependencies. HTTP/2 is the feature `http2` of this crate.
    ///
    /// The function is called up to twice, once for HTTPS and once for base URLs on this machine:
    /// by `build` if a [listed](Self::products) product needs it, otherwise at the first such call.
    /// A blocking client calls it again for its own connections. A second function replaces the
    /// first.
    ///
    #[cfg_attr(feature = "rustls", doc = "```")]
    #[cfg_attr(not(feature = "rustls"), doc = "```ignore")]
    /// use enkash_core::{Client, reqwest};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let proxy = reqwest::Proxy::https("http://proxy.internal:3128")?;
    /// let client = Client::builder()
    ///     .http(move |http| http.proxy(proxy.clone()))
    ///     .build()?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`build`](Self::build) returns [`Error::Config`](crate::Error::Config) if reqwest cannot be
    /// built with these settings.
    pub fn http(
        mut self,
        customise: impl Fn(reqwest::ClientBuilder) -> reqwest::ClientBuilder + Send + Sync + 'static,
    ) -> Self {
        self.connections.http = Some(Arc::new(customise));
        self
    }

    /// Sets the time limit of an attempt, up to the last byte of its response; 30 seconds by
    /// default. A token request has at most 5 minutes.
    pub fn attempt_timeout(mut self, limit: Duration) -> Self {
        self.attempt_timeout = limit;
        self
    }

    /// Sets the time limit of a call, including all attempts, delays and token requests; 60 seconds
    /// by default.
    pub fn timeout(mut self, limit: Duration) -> Self {
        self.call_timeout = limit;
        self
    }

    /// Sets when calls are sent again.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// Sets the maximum size of a response's body; 16 MiB by default.
    pub fn max_response_bytes(mut self, most: usize) -> Self {
        self.max_response_bytes = most;
        self
    }

    /// Sets the `User-Agent` header; `enkash-rust/` and the version by default.
    pub fn user_agent(mut self, name: impl Into<String>) -> Self {
        self.user_agent = name.into();
        self
    }

    /// Adds a header to every request, including token requests. A second header with the same name
    /// replaces the first. Headers of a call, of a declared field or of a
    /// [`setting`](Self::setting) take precedence. `Debug` does not show the value.
    ///
    /// # Errors
    /// [`build`](Self::build) returns [`Error::Config`](crate::Error::Config) for a header that is
    /// invalid, or that the client sets from credentials, body and connection, such as
    /// `Authorization` and `Content-Type`.
    pub fn default_header(mut self, name: impl Into<String>, value: impl Into<Secret>) -> Self {
        self.default_headers.push((name.into(), value.into()));
        self
    }

    /// Adds an [`Interceptor`] for every attempt of every call. Several run in the order of their
    /// addition before an attempt, and in reverse order after it.
    pub fn interceptor(mut self, interceptor: impl Interceptor) -> Self {
        self.interceptors.push(Box::new(interceptor));
        self
    }

    /// Sets another transport, for example for a recording or a test. For a proxy or a certificate,
    /// use [`http`](Self::http); to wrap the default transport, use
    /// [`wrap_transport`](Self::wrap_transport).
    ///
    /// It replaces the default transport and its settings in this builder: [`http`](Self::http),
    /// [`connect_timeout`](Self::connect_timeout) and
    /// [`pool_idle_timeout`](Self::pool_idle_timeout). Size and time limits apply to every
    /// transport. [`Transport`] documents what the client checks.
    ///
    /// If it reaches real servers, its [`is_remote`](Transport::is_remote) must return `true`.
    /// Otherwise each client has its own memory of failed token requests, and several clients with
    /// a wrong password lock the account.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Wraps the client's transport: the default one, that of [`transport`](Self::transport), or
    /// that of a mock. [`build`](Self::build) calls the function, and a blocking client calls it
    /// again for its connections. Of several wrappers, the last one is the outermost.
    ///
    #[cfg_attr(feature = "mock", doc = "```")]
    #[cfg_attr(not(feature = "mock"), doc = "```ignore")]
    /// use std::sync::Arc;
    /// use std::sync::atomic::{AtomicU64, Ordering};
    /// use enkash_core::mock::Mock;
    /// use enkash_core::{
    ///     Attempt, Error, Method, PreparedRequest, Product, Transport, TransportFuture,
    /// };
    ///
    /// const PRODUCT: Product = Product::new("example");
    ///
    /// /// Counts requests, including token requests.
    /// struct Counted {
    ///     inner: Arc<dyn Transport>,
    ///     sent: Arc<AtomicU64>,
    /// }
    ///
    /// impl Transport for Counted {
    ///     fn send(&self, request: PreparedRequest, attempt: Attempt) -> TransportFuture {
    ///         self.sent.fetch_add(1, Ordering::Relaxed);
    ///         self.inner.send(request, attempt)
    ///     }
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Error> {
    /// let sent = Arc::new(AtomicU64::new(0));
    /// let counter = Arc::clone(&sent);
    /// let mock = Mock::new();
    /// mock.on_any().payload(&["done"]);
    /// // The same call works for a real client and for a mock.
    /// let builder = mock.client_builder();
    /// let client = builder
    ///     .wrap_transport(move |inner| Counted { inner, sent: Arc::clone(&counter) })
    ///     .build()?;
    ///
    /// client.raw(&PRODUCT, Method::GET, "/x").send().await?;
    /// assert_eq!(sent.load(Ordering::Relaxed), 1);
    /// # Ok(())
    /// # }
    /// ```
    pub fn wrap_transport<T: Transport>(
        mut self,
        wrap: impl Fn(Arc<dyn Transport>) -> T + Send + Sync + 'static,
    ) -> Self {
        self.wraps.push(Box::new(move |inner| Arc::new(wrap(inner))));
        self
    }

    /// Sets the seed of the random delays between attempts, for reproducible tests.
    pub fn jitter_seed(mut self, seed: u64) -> Self {
        self.jitter_seed = Some(seed);
        self
    }
}

impl fmt::Debug for ClientBuilder {
    /// Shows no settings, since most are secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("environment", &self.environment)
            .finish_non_exhaustive()
    }
}
