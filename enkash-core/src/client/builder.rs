//! Sets up a client.

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

/// Sets up a [`Client`](crate::Client). Mistakes are reported by [`build`](Self::build), with the
/// name of the setting.
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

    /// Products whose settings [`build`](Self::build) checks, in addition to those that other
    /// settings name. A client calls any product; one that is not listed is checked at its first
    /// call.
    pub fn products(mut self, products: &[&'static Product]) -> Self {
        self.products.extend(products);
        self
    }

    /// Which environment to talk to: it selects among the base URLs of the products.
    pub fn environment(mut self, environment: Environment) -> Self {
        self.environment = Some(environment);
        self
    }

    /// The base URL of a product, in place of its own. It may have a path prefix. It has to be
    /// `https`; plain `http` is for loopback addresses.
    pub fn base_url(mut self, product: &'static Product, url: impl Into<String>) -> Self {
        self.base_urls.push((product, url.into()));
        self
    }

    /// The base URL of a product's token requests, if it is not that of its other calls.
    pub fn token_base_url(mut self, product: &'static Product, url: impl Into<String>) -> Self {
        self.token_base_urls.push((product, url.into()));
        self
    }

    /// Credentials for every product that takes them: those whose [`AuthScheme`](crate::AuthScheme)
    /// names this type. A [`CredentialProvider`](crate::CredentialProvider) serves products with
    /// [`AuthScheme::Custom`](crate::AuthScheme); a client of several APIs gives each its own with
    /// [`credentials_for`](Self::credentials_for).
    ///
    /// Of several types that a product takes, the one given last serves it. Of two of the same
    /// type, the second takes the place of the first.
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

    /// Credentials for one product, in place of all others. A
    /// [`CredentialProvider`](crate::CredentialProvider) serves any product, also one without a
    /// scheme; credentials of another type must be those of its scheme.
    pub fn credentials_for(
        mut self,
        product: &'static Product,
        credentials: impl Into<Credentials>,
    ) -> Self {
        self.credentials_for.push((product, credentials.into()));
        self
    }

    /// The value of a client-level setting, which calls of products with this [`Setting`] carry in
    /// a header.
    pub fn setting(mut self, setting: Setting, value: impl Into<Secret>) -> Self {
        self.settings.push((setting, value.into()));
        self
    }

    /// The secret that the key for the encryption of bodies is made of, if it is not one of the
    /// credentials.
    pub fn encryption_secret(mut self, secret: impl Into<Secret>) -> Self {
        self.encryption_secret = Some(secret.into());
        self
    }

    /// Whether the tokens of a product are sent without `Bearer ` in front; false by default.
    pub fn token_without_bearer(mut self, product: &'static Product, without_bearer: bool) -> Self {
        self.without_bearer.retain(|other| *other != product);
        if without_bearer {
            self.without_bearer.push(product);
        }
        self.products.push(product);
        self
    }

    /// How long no token is requested for an account after a request that may have counted as a
    /// failed attempt, from the second one in a row on; 15 minutes by default. Platforms lock
    /// accounts after a few: three, say.
    ///
    /// Calls meanwhile end with [`AuthErrorKind::Suspended`](crate::AuthErrorKind::Suspended).
    pub fn token_suspension(mut self, limit: Duration) -> Self {
        self.token_suspension = limit;
        self
    }

    /// Where the client keeps what it knows of its accounts, in place of the memory of the process:
    /// access tokens, the one token request under way, and what may have counted as failed
    /// attempts. With a [`TokenStore`] that all processes of a fleet share, they make one token
    /// request together, and a wrong password costs one failed attempt. To share one store between
    /// clients, give each an `Arc` of it.
    ///
    /// The keys that the store sees are made of `key`, and so is the encryption of what it keeps.
    /// Every process needs the same key: 32 bytes or more that nobody can guess, such as the output
    /// of `openssl rand -hex 32`. Whoever knows the key and can read the store has the access
    /// tokens, though not the credentials.
    ///
    /// While the store cannot be reached, a token in use goes on being used. Another one is
    /// requested only if a request of this client was granted one before; other calls end with
    /// [`AuthErrorKind::Unavailable`](crate::AuthErrorKind::Unavailable). What a client learns
    /// meanwhile is its own until the store is back: clone one client rather than building several
    /// with the same credentials.
    ///
    /// # Errors
    /// [`build`](Self::build) returns [`Error::Config`](crate::Error::Config) if the key is too
    /// short.
    #[cfg(feature = "token-store")]
    pub fn token_store(mut self, store: impl TokenStore, key: impl Into<Secret>) -> Self {
        self.token_store = Some((Arc::new(store), key.into()));
        self
    }

    /// How long making a connection may take, with look-up of the name, proxy and TLS handshake; 5
    /// seconds by default. The default transport's setting.
    pub fn connect_timeout(mut self, limit: Duration) -> Self {
        self.connections.connect_timeout = limit;
        self
    }

    /// How long a connection is kept for the next call; 4 seconds by default. The default
    /// transport's setting.
    ///
    /// A server closes connections that it has not used for some time, many of them after 5
    /// seconds. If it does so just when a call is sent over one, the outcome of that call is
    /// [`Unknown`](crate::Outcome::Unknown): nobody can tell whether the server read it before. So
    /// the client drops them earlier. Set less if a server keeps them for a shorter time; zero
    /// makes a new connection for each call.
    pub fn pool_idle_timeout(mut self, limit: Duration) -> Self {
        self.connections.pool_idle_timeout = limit;
        self
    }

    /// Changes the settings of the default transport's HTTP client, [`reqwest`]: a proxy, a root
    /// certificate, a client certificate, a resolver, HTTP/2. It has no effect on a
    /// [`transport`](Self::transport) of your own.
    ///
    /// The client applies this first. What it sets afterwards wins:
    ///
    /// - no redirects, no retries of reqwest's own, no `Referer`;
    /// - HTTPS only, except for base URLs on this machine, and no proxy for those;
    /// - no log of the bytes of a connection (`connection_verbose`);
    /// - [`connect_timeout`](Self::connect_timeout) and
    ///   [`pool_idle_timeout`](Self::pool_idle_timeout), by the methods of this builder.
    ///
    /// The client cannot undo the rest. Its safety is yours: whatever weakens TLS (`danger_*`,
    /// `tls_danger_*`, a preconfigured TLS backend, `tls_sslkeylogfile`), cookies, layers around
    /// the connector, a Unix socket or a Windows named pipe in its place, `http09_responses`, which
    /// takes any bytes for a success, reserved names among `default_headers`, and a resolver that
    /// leads `localhost` to another machine.
    ///
    /// Name reqwest's types by `enkash_core::reqwest`: that is the version of the client. For a
    /// setting behind one of reqwest's cargo features, such as `socks`, add reqwest to your
    /// dependencies with that feature. HTTP/2 is the feature `http2` of this crate.
    ///
    /// The function is called up to twice, once for HTTPS and once for base URLs on this machine:
    /// by `build` if a product is [listed](Self::products) that needs it, else at the first such
    /// call. A blocking client calls it again for its own connections. If it is set twice, the
    /// second function replaces the first.
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

    /// How long one attempt may take, until the last byte of its response; 30 seconds by default. A
    /// token request takes 5 minutes at most.
    pub fn attempt_timeout(mut self, limit: Duration) -> Self {
        self.attempt_timeout = limit;
        self
    }

    /// How long a call may take with all its attempts, waits and token requests; 60 seconds by
    /// default.
    pub fn timeout(mut self, limit: Duration) -> Self {
        self.call_timeout = limit;
        self
    }

    /// When calls are sent again.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// The size that the body of a response may have; 16 MiB by default.
    pub fn max_response_bytes(mut self, most: usize) -> Self {
        self.max_response_bytes = most;
        self
    }

    /// The `User-Agent`; `enkash-rust/` and the version by default.
    pub fn user_agent(mut self, name: impl Into<String>) -> Self {
        self.user_agent = name.into();
        self
    }

    /// A header that every request carries, token requests included; a second one of its name
    /// replaces it. A header of the call, of a declared field or of a [`setting`](Self::setting)
    /// wins over it. Its value is not shown by `Debug`.
    ///
    /// # Errors
    /// [`build`](Self::build) returns [`Error::Config`](crate::Error::Config) for a header that is
    /// not well-formed, and for one that the client derives from credentials, body and connection,
    /// such as `Authorization` and `Content-Type`.
    pub fn default_header(mut self, name: impl Into<String>, value: impl Into<Secret>) -> Self {
        self.default_headers.push((name.into(), value.into()));
        self
    }

    /// Adds an [`Interceptor`] for every attempt of every call. Several run in the order in which
    /// they were added, and in reverse order after the attempt.
    pub fn interceptor(mut self, interceptor: impl Interceptor) -> Self {
        self.interceptors.push(Box::new(interceptor));
        self
    }

    /// Another transport than the default one, for a recording, a test. For a proxy or a
    /// certificate, [`http`](Self::http) is enough; to put something around the default transport,
    /// use [`wrap_transport`](Self::wrap_transport).
    ///
    /// It takes the place of the default one with the settings of this builder that are about it:
    /// [`http`](Self::http), [`connect_timeout`](Self::connect_timeout) and
    /// [`pool_idle_timeout`](Self::pool_idle_timeout). Size and time limits hold for every
    /// transport. See [`Transport`] for what the client checks.
    ///
    /// If it reaches real servers, its [`is_remote`](Transport::is_remote) must return true. Else
    /// each client has a memory of failed token requests of its own, and several clients with one
    /// wrong password lock the account.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Puts a transport around the client's: around the default one, or around that of
    /// [`transport`](Self::transport) or of a mock. The function is called by
    /// [`build`](Self::build), and again for the connections of a blocking client. If it is given
    /// several times, the last one is the outermost.
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
    /// /// Counts what is sent, token requests included.
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
    /// // The same line for a real client and for a mock's.
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

    /// Makes the random part of the waits between attempts repeatable, for tests.
    pub fn jitter_seed(mut self, seed: u64) -> Self {
        self.jitter_seed = Some(seed);
        self
    }
}

impl fmt::Debug for ClientBuilder {
    /// Shows nothing that was set: most of it is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("environment", &self.environment)
            .finish_non_exhaustive()
    }
}
