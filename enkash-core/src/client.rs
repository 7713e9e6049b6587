//! The client.

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

/// A client of an API. Build one and reuse it: clones are cheap and share connections and tokens.
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
/// `request.send(&client).await` sends the request of a declared endpoint, [`raw`](Self::raw) any
/// other.
///
/// A client needs a tokio runtime; outside of one use `blocking::Client` (feature `blocking`).
///
/// # Panics
/// The first call panics on a runtime without timers or I/O: build it with `enable_all`, as
/// `#[tokio::main]` does.
#[derive(Clone)]
pub struct Client {
    engine: Engine,
}

impl Client {
    /// Returns a client builder with the default settings.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::new()
    }

    /// Creates a call of an undeclared endpoint. See [`RawCall`].
    pub fn raw(
        &self,
        product: &'static Product,
        method: Method,
        path: impl Into<String>,
    ) -> RawCall {
        RawCall::new(self.engine.clone(), product, method, path.into())
    }

    /// Forgets all tokens, and all failed token requests: refusals, suspensions and counts. The
    /// next call requests a token.
    ///
    /// Call it after a person has fixed the cause. Platforms lock an account after a few failed
    /// attempts, so do not call it in a loop.
    ///
    /// With a token store, other processes see the reset once this client makes a call that needs a
    /// token, such as [`check`](Self::check). Requests recorded in the meantime stay.
    pub fn reset_auth(&self) {
        self.products().reset_auth();
    }

    /// Requests a token for each account and token host among the client's products. Call it first
    /// with new settings. An account that already has a token causes no request.
    ///
    /// Products whose credentials need no token request, such as an API key, and products without a
    /// base URL are not checked.
    ///
    /// # Errors
    /// Returns the first failure; its message contains the settings that may be wrong. Returns
    /// [`Error::Config`] if there is nothing to check: no product is
    /// [listed](ClientBuilder::products), or none has both a base URL and credentials for a token
    /// request.
    pub async fn check(&self) -> Result<(), Error> {
        let sources = self.products().token_sources();
        if sources.is_empty() {
            return Err(ConfigError::new(
                "there is nothing to check; list `.products(…)`, and set a base URL and \
                 credentials for a token request for one of them",
            )
            .into());
        }
        let runtime = self.engine.runtime();
        for source in sources {
            source.token(runtime, None, after(runtime.settings().call_timeout)).await?;
        }
        Ok(())
    }

    /// Replaces the credentials of this client and its clones for every product that accepts them,
    /// like [`ClientBuilder::credentials`]. They replace those of the same type; credentials of a
    /// new type take precedence over all others. Calls that wait for a token and later attempts use
    /// them. A call that may have been performed, other than `GET` or `HEAD`, is not sent again
    /// with other credentials, since they may belong to another account, which does not know the
    /// call.
    ///
    /// Other credentials are another account, without any failed token requests. Equal ones change
    /// nothing: to try them again, call [`reset_auth`](Self::reset_auth).
    ///
    /// # Errors
    /// Returns [`Error::Config`] if a part is empty or starts or ends with white space. The client
    /// keeps its credentials.
    pub fn replace_credentials(&self, credentials: impl Into<Credentials>) -> Result<(), Error> {
        self.products().set_credentials(credentials.into()).map_err(Error::from)
    }

    /// Replaces the credentials of this client and its clones for one product, like
    /// [`ClientBuilder::credentials_for`] and [`replace_credentials`](Self::replace_credentials).
    /// They can have another type than before.
    ///
    /// # Errors
    /// Returns the errors of [`replace_credentials`](Self::replace_credentials), and
    /// [`Error::Config`] if the product does not accept their type.
    pub fn replace_credentials_for(
        &self,
        product: &'static Product,
        credentials: impl Into<Credentials>,
    ) -> Result<(), Error> {
        self.products().set_credentials_for(product, credentials.into()).map_err(Error::from)
    }

    /// Returns the base URL of a product's calls.
    ///
    /// # Errors
    /// Returns [`Error::Config`] if neither the client nor the product has one.
    pub fn base_url(&self, product: &'static Product) -> Result<BaseUrl, Error> {
        let resolved = self.products().get(product)?;
        self.products().base(&resolved, false).cloned().map_err(Error::from)
    }

    /// Returns the request that [`send`](crate::Call::send) would send: validated, written and, if
    /// required, encrypted. Headers that authenticate an attempt or that interceptors add are not
    /// included. The client of a mock does not encrypt. Nothing is sent.
    ///
    /// # Errors
    /// Returns [`Error::Invalid`] with every broken rule, and [`Error::Config`] if a setting for
    /// the call is missing (base URL, client-level settings, encryption secret) or the product
    /// requires encryption for a body that cannot be encrypted.
    pub fn prepare<E: Endpoint>(&self, request: &E) -> Result<PreparedRequest, Error> {
        self.prepared(request, |plan, prepared| plan.encrypted(&self.engine, prepared))
    }

    /// Returns the request before encryption, for a log or a test. Otherwise it is like
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
    /// Returns the errors of [`prepare`](Self::prepare), except for a missing secret.
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

    /// Returns the same client, including tokens and refusals, with separate connections.
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
    /// Shows the base URLs, and no credentials.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_urls", &self.products().base_urls())
            .field("retry", &self.engine.runtime().settings().retry)
            .field("call_timeout", &self.engine.runtime().settings().call_timeout)
            .field("attempt_timeout", &self.engine.runtime().settings().attempt_timeout)
            .finish_non_exhaustive()
    }
}
