//! The client: what a program sets up once and every call goes through.

#[cfg(feature = "blocking")]
pub mod blocking;

mod build;
mod builder;
mod env;
#[cfg(test)]
mod tests;

pub use builder::ClientBuilder;

use std::fmt;

use bytes::Bytes;
use http::Method;

use crate::auth::Credentials;
use crate::base::clock::after;
use crate::call::engine::Engine;
use crate::call::plan::{Options, Plan};
use crate::call::products::Products;
use crate::call::raw::RawCall;
use crate::call::send::{Call, PendingCall};
use crate::declare::endpoint::Endpoint;
use crate::error::{ConfigError, Error};
use crate::message::{BaseUrl, PreparedRequest};
use crate::product::Product;
use crate::wire::write::prepare;

/// A client of an API. Build one and keep it: clones are cheap and share connections and tokens.
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
///
/// It works inside a tokio runtime; outside of one use `blocking::Client` (feature `blocking`).
///
/// # Panics
/// The first call panics on a runtime that was built without timers or I/O: build it with
/// `enable_all`. `#[tokio::main]` does.
#[derive(Clone)]
pub struct Client {
    engine: Engine,
}

impl Client {
    /// A client builder.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::new()
    }

    /// A call of an endpoint that nobody has declared yet. See [`RawCall`].
    pub fn raw(
        &self,
        product: &'static Product,
        method: Method,
        path: impl Into<String>,
    ) -> RawCall {
        RawCall::new(self.engine.clone(), product, method, path.into())
    }

    /// Forgets all tokens, and what is remembered of failed token requests: refusals, suspensions
    /// and counts. The next call requests a token.
    ///
    /// Call it when a person has put right what was wrong. Platforms lock an account after a few
    /// failed attempts, so that a loop around this locks it.
    ///
    /// This asks no token store: other processes learn of it once this client makes a call that
    /// needs a token, such as [`check`](Self::check). What was requested and recorded in between
    /// stays.
    pub fn reset_auth(&self) {
        self.products().reset_auth();
    }

    /// Requests a token for each account and token host among the products that the client knows:
    /// what to run first with new settings. An account that has a token already causes no request.
    ///
    /// Products whose credentials are no account, such as an API key, and products without a base
    /// URL have nothing to check before a call.
    ///
    /// # Errors
    /// The first failure; its text names the settings that may be wrong. [`Error::Config`] if there
    /// is nothing to check: no product is [listed](ClientBuilder::products), or none has both a
    /// base URL and credentials for a token request.
    pub async fn check(&self) -> Result<(), Error> {
        let sources = self.products().token_sources();
        if sources.is_empty() {
            return Err(ConfigError::new(
                "there is nothing to check: give the client `.products(…)`, and for one of them a base URL and \
                 credentials that a token is requested with",
            )
            .into());
        }
        let runtime = self.engine.runtime();
        for source in sources {
            source.token(runtime, None, after(runtime.settings().call_timeout)).await?;
        }
        Ok(())
    }

    /// Gives this client and its clones other credentials for every product that takes them, like
    /// [`ClientBuilder::credentials`]: they take the place of those of the same type; those of a new type serve before all
    /// others. Calls that wait for a token, and attempts that follow, use them. A call that may
    /// have been performed, and is no `GET` or `HEAD`, is not sent again with other credentials:
    /// they may be another account, which would not know it.
    ///
    /// Other credentials are another account, of which nothing is remembered yet. Equal ones change
    /// nothing: to try them again, call [`reset_auth`](Self::reset_auth).
    ///
    /// # Errors
    /// [`Error::Config`] if a part is empty or was copied with white space around it. The client
    /// keeps what it has.
    pub fn replace_credentials(&self, credentials: impl Into<Credentials>) -> Result<(), Error> {
        self.products().set_credentials(credentials.into()).map_err(Error::from)
    }

    /// Gives this client and its clones other credentials for one product, like
    /// [`ClientBuilder::credentials_for`] and [`replace_credentials`](Self::replace_credentials).
    /// They can be of another type than those before.
    ///
    /// # Errors
    /// Those of [`replace_credentials`](Self::replace_credentials), and credentials of a type that
    /// the product does not take.
    pub fn replace_credentials_for(
        &self,
        product: &'static Product,
        credentials: impl Into<Credentials>,
    ) -> Result<(), Error> {
        self.products().set_credentials_for(product, credentials.into()).map_err(Error::from)
    }

    /// Where the calls of a product go.
    ///
    /// # Errors
    /// [`Error::Config`] if neither the client nor the product has a base URL.
    pub fn base_url(&self, product: &'static Product) -> Result<BaseUrl, Error> {
        let resolved = self.products().get(product)?;
        self.products().base(&resolved, false).cloned().map_err(Error::from)
    }

    /// The request as [`send`](crate::Call::send) sends it: checked, written and, where the
    /// endpoint demands it, encrypted. What authorises it and what interceptors add belongs to an
    /// attempt and is not shown. A client of a mock encrypts nothing. Sends nothing.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every broken rule, and [`Error::Config`] where a setting is missing
    /// that the call needs (base URL, client-level settings, the secret for encryption) or the
    /// product demands encryption for a body that cannot be encrypted.
    pub fn prepare<E: Endpoint>(&self, request: &E) -> Result<PreparedRequest, Error> {
        self.prepared(request, |plan, prepared| plan.encrypted(&self.engine, prepared))
    }

    /// The request before its body is encrypted, for a log or a test. Otherwise like
    /// [`prepare`](Self::prepare), and needs no secret.
    ///
    /// ```
    /// use enkash_core::{Client, Product, endpoint};
    ///
    /// const PRODUCT: Product = Product::new("example").base_url("https://api.example.com");
    ///
    /// /// Registers a payee.
    /// #[endpoint(POST, "/payees")]
    /// struct CreatePayee {
    ///     /// The name.
    ///     name: String,
    /// }
    ///
    /// # fn main() -> Result<(), enkash_core::Error> {
    /// let client = Client::builder().build()?;
    /// let request = CreatePayee { name: "Test Payee".to_owned() };
    /// assert_eq!(client.prepare_plaintext(&request)?.body, r#"{"name":"Test Payee"}"#);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// Those of [`prepare`](Self::prepare), but for a missing secret.
    pub fn prepare_plaintext<E: Endpoint>(&self, request: &E) -> Result<PreparedRequest, Error> {
        self.prepared(request, |plan, prepared| plan.check_encryptable(prepared).map(|()| None))
    }

    fn prepared<E: Endpoint>(
        &self,
        request: &E,
        encrypt: impl FnOnce(&Plan, &PreparedRequest) -> Result<Option<Bytes>, ConfigError>,
    ) -> Result<PreparedRequest, Error> {
        let plan = Plan::new(&self.engine, E::INFO, Some(E::INFO), Options::default())?;
        let mut prepared = prepare(request, &plan.base)?;
        if let Some(body) = encrypt(&plan, &prepared)? {
            prepared.body = body;
        }
        plan.add_headers(&self.engine, &mut prepared)?;
        Ok(prepared)
    }

    fn products(&self) -> &Products {
        self.engine.products()
    }

    pub(crate) fn engine(&self) -> &Engine {
        &self.engine
    }

    /// The same client, tokens and refusals included, with connections of its own.
    #[cfg(feature = "blocking")]
    pub(crate) fn with_own_connections(&self) -> Result<Client, ConfigError> {
        Ok(Client { engine: self.engine.with_own_connections()? })
    }
}

impl<E: Endpoint> Call<'_, E> {
    /// Sends the call.
    pub fn send(self, client: &Client) -> PendingCall<E::Response> {
        self.begin(client.engine())
    }
}

impl fmt::Debug for Client {
    /// Shows where calls go, and nothing of who makes them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_urls", &self.products().base_urls())
            .field("retry", &self.engine.runtime().settings().retry)
            .field("call_timeout", &self.engine.runtime().settings().call_timeout)
            .field("attempt_timeout", &self.engine.runtime().settings().attempt_timeout)
            .finish_non_exhaustive()
    }
}
