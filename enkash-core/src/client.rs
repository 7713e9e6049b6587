//! The client: what a program sets up once and every call goes through.

mod builder;
mod env;
mod settings;
#[cfg(test)]
mod tests;

pub use builder::ClientBuilder;
pub(crate) use settings::Settings;

use std::fmt;
use std::sync::Arc;

use http::Method;

use crate::auth::{Auth, CredentialProvider, Credentials, MerchantKeys, OAuthCredentials, Origin};
use crate::endpoint::Endpoint;
use crate::error::{ConfigError, Error};
use crate::outgoing::{BaseUrl, Outgoing};
use crate::plan::{Options, Plan};
use crate::product::Product;
use crate::raw::RawCall;
use crate::retry::Jitter;
use crate::secret::Secret;
use crate::transport::Carrier;
use crate::write::prepare;

/// A client of the EnKash platform. Build one and keep it: clones are cheap and share connections and tokens.
///
/// ```no_run
/// use enkash_core::{Client, Environment, OAuthCredentials, Product};
///
/// # fn main() -> Result<(), enkash_core::Error> {
/// let client = Client::builder()
///     .environment(Environment::Test)
///     .base_url(Product::AccountsReceivable, "https://receivables.example.com")
///     .oauth(OAuthCredentials {
///         username: "api-user@example.com".into(),
///         password: "not-a-real-password".into(),
///         client_id: "CEK0TEST01".into(),
///         client_secret: "not-a-real-secret".into(),
///     })
///     .build()?;
/// # Ok(())
/// # }
/// ```
///
/// It works inside a tokio runtime (with its timers on); outside of one use `blocking::Client` (feature `blocking`).
#[derive(Clone)]
pub struct Client {
    inner: Arc<Inner>,
    /// Beside the rest, which a blocking client shares: a connection works only while the runtime does that opened it.
    carrier: Arc<Carrier>,
}

struct Inner {
    /// By product.
    bases: [Option<BaseUrl>; Product::ALL.len()],
    /// By product: where its tokens come from.
    token_bases: [Option<BaseUrl>; Product::ALL.len()],
    auth: Auth,
    settings: Settings,
    jitter: Jitter,
}

impl Client {
    /// A client in the making.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::new()
    }

    /// A client from the environment's variables:
    ///
    /// | variable | meaning |
    /// |---|---|
    /// | `ENKASH_ENVIRONMENT` | `test` or `live`; needed unless `ENKASH_BASE_URL` is set |
    /// | `ENKASH_BASE_URL` | the base URL of all products |
    /// | `ENKASH_BASE_URL_<PRODUCT>` | that of one product, such as `ENKASH_BASE_URL_ACCOUNTS_RECEIVABLE` |
    /// | `ENKASH_TOKEN_BASE_URL_<PRODUCT>` | the base URL of its token call, where it differs |
    /// | `ENKASH_USERNAME`, `ENKASH_PASSWORD`, `ENKASH_CLIENT_ID`, `ENKASH_CLIENT_SECRET` | OAuth credentials; with `_<PRODUCT>` behind each, those of one product |
    /// | `ENKASH_ACCESS_KEY`, `ENKASH_SECRET_KEY` | the payment gateway's keys |
    /// | `ENKASH_MERCHANT_TOKEN_WITHOUT_BEARER` | `true` or `false`: see [`merchant_token_without_bearer`](ClientBuilder::merchant_token_without_bearer) |
    /// | `ENKASH_BEARER_TOKEN` | a fixed token, for products without credentials above |
    /// | `ENKASH_PARTNER_ID` | the partner's id |
    /// | `ENKASH_SEALING_SECRET` | what seals the bodies of payouts, where it is not the client secret |
    ///
    /// An empty variable counts as absent. One that starts or ends with white space, a line break, a byte order mark or
    /// another invisible character is an error.
    ///
    /// # Errors
    /// [`Error::Config`] with the name of the variable that is missing or wrong, never with a value.
    pub fn from_env() -> Result<Client, Error> {
        ClientBuilder::from_env()?.build()
    }

    /// A call of an endpoint that nobody has declared yet. See [`RawCall`].
    pub fn raw(&self, method: Method, path: impl Into<String>) -> RawCall {
        RawCall::new(self.clone(), method, path.into())
    }

    /// Forgets all tokens, and what is remembered of failed token requests: refusals, suspensions and counts. The next call
    /// requests a token.
    ///
    /// Call it when a person has put right what was wrong. The platform locks an account after three failed attempts, so
    /// that a loop around this locks it.
    pub fn reset_auth(&self) {
        self.inner.auth.reset();
    }

    /// Replaces the credentials that came from [`oauth`](ClientBuilder::oauth), for all clones of this client. Other
    /// credentials are another account, of which nothing is remembered yet; the same ones change nothing: to try them
    /// again, call [`reset_auth`](Self::reset_auth).
    ///
    /// # Errors
    /// [`Error::Config`] where the client was built without them, or a part is empty or was copied with white space around it.
    pub fn replace_oauth(&self, credentials: OAuthCredentials) -> Result<(), Error> {
        self.replace(Origin::OAuth, Credentials::oauth(credentials)?)
    }

    /// Replaces the credentials that came from [`oauth_for`](ClientBuilder::oauth_for) for this product, like
    /// [`replace_oauth`](Self::replace_oauth).
    ///
    /// # Errors
    /// [`Error::Config`] where the client was built without them, or a part is empty or was copied with white space around it.
    pub fn replace_oauth_for(&self, product: Product, credentials: OAuthCredentials) -> Result<(), Error> {
        self.replace(Origin::OAuthFor(product), Credentials::oauth(credentials)?)
    }

    /// Replaces the keys that came from [`merchant_keys`](ClientBuilder::merchant_keys), like
    /// [`replace_oauth`](Self::replace_oauth).
    ///
    /// # Errors
    /// [`Error::Config`] where the client was built without them, or a part is empty or was copied with white space around it.
    pub fn replace_merchant_keys(&self, keys: MerchantKeys) -> Result<(), Error> {
        let without_bearer = self.inner.settings.merchant_token_without_bearer;
        self.replace(Origin::Merchant, Credentials::merchant(keys, without_bearer)?)
    }

    /// Replaces the token that came from [`bearer`](ClientBuilder::bearer), for all clones of this client. Attempts that
    /// follow carry the new one.
    ///
    /// # Errors
    /// [`Error::Config`] where the client was built without one, or the token is empty, or contains white space or a control
    /// character.
    pub fn replace_bearer(&self, token: impl Into<Secret>) -> Result<(), Error> {
        let without_bearer = self.inner.settings.merchant_token_without_bearer;
        let (with_scheme, merchant) = builder::bearer_headers(&token.into(), without_bearer)?;
        replaced(self.inner.auth.replace_bearer(with_scheme, merchant))
    }

    /// Replaces the provider that came from [`credentials_for`](ClientBuilder::credentials_for) for this product, for all
    /// clones of this client. Attempts that follow use the new one.
    ///
    /// # Errors
    /// [`Error::Config`] where the client was built without one.
    pub fn replace_credentials_for(
        &self,
        product: Product,
        provider: impl CredentialProvider,
    ) -> Result<(), Error> {
        replaced(self.inner.auth.replace_provider(product, provider))
    }

    fn replace(&self, origin: Origin, credentials: Credentials) -> Result<(), Error> {
        replaced(self.inner.auth.replace(origin, credentials))
    }

    /// Where the calls of a product go.
    ///
    /// # Errors
    /// [`Error::Config`] where the documents give no base URL and the client was not told one.
    pub fn base_url(&self, product: Product) -> Result<&BaseUrl, Error> {
        self.base_for(product, false).map_err(Error::from)
    }

    /// Where a call goes: one that requests a token goes where the product's tokens come from.
    pub(crate) fn base_for(&self, product: Product, requests_token: bool) -> Result<&BaseUrl, ConfigError> {
        let token_base = self.inner.token_bases[product as usize].as_ref().filter(|_| requests_token);
        let base = token_base.or(self.inner.bases[product as usize].as_ref());
        base.ok_or_else(|| self.inner.settings.no_base(product))
    }

    /// The request as [`send`](crate::Call::send) sends it: checked, written and, where the endpoint demands it, encrypted.
    /// What authorises it is added to each attempt and not shown. A client of a mock encrypts nothing. Sends nothing.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every broken rule, and [`Error::Config`] where a setting is missing that the call needs
    /// (base URL, partner's id, the secret for encryption) or the product demands encryption for a body that cannot be
    /// encrypted.
    pub fn prepare<E: Endpoint>(&self, request: &E) -> Result<Outgoing, Error> {
        self.prepared(request, |plan, outgoing| {
            if !outgoing.body.is_empty() {
                plan.encrypt(self, outgoing)?;
            }
            Ok(())
        })
    }

    /// The request before its body is encrypted, for a log or a test. Otherwise like [`prepare`](Self::prepare), and needs
    /// no secret.
    ///
    /// ```
    /// use enkash_core::{Client, Environment, Product, endpoint};
    ///
    /// /// Registers a payee.
    /// #[endpoint(POST, "/api/v0/payee", product = Payouts)]
    /// struct CreatePayee {
    ///     /// The name.
    ///     name: String,
    /// }
    ///
    /// # fn main() -> Result<(), enkash_core::Error> {
    /// let client = Client::builder().environment(Environment::Test).sealing_secret("not-a-real-secret").build()?;
    /// let request = CreatePayee { name: "Test Payee".to_owned() };
    /// assert!(client.prepare(&request)?.body.starts_with(b"{\"request\":"));
    /// assert_eq!(client.prepare_plaintext(&request)?.body, r#"{"name":"Test Payee"}"#);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// Those of [`prepare`](Self::prepare), but for a missing secret.
    pub fn prepare_plaintext<E: Endpoint>(&self, request: &E) -> Result<Outgoing, Error> {
        self.prepared(request, |plan, outgoing| plan.check_encryptable(outgoing))
    }

    fn prepared<E: Endpoint>(
        &self,
        request: &E,
        encrypt: impl FnOnce(&Plan, &mut Outgoing) -> Result<(), ConfigError>,
    ) -> Result<Outgoing, Error> {
        let plan = Plan::new(self, E::INFO, Some(E::INFO), Options::default())?;
        let mut outgoing = prepare(request, &plan.base)?;
        encrypt(&plan, &mut outgoing)?;
        plan.add_headers(self, &mut outgoing)?;
        Ok(outgoing)
    }

    pub(crate) fn auth(&self) -> &Auth {
        &self.inner.auth
    }

    pub(crate) fn carrier(&self) -> &Carrier {
        &self.carrier
    }

    /// The same client, tokens and refusals included, with connections of its own.
    #[cfg(feature = "blocking")]
    pub(crate) fn with_own_connections(&self) -> Result<Client, ConfigError> {
        Ok(Client { inner: Arc::clone(&self.inner), carrier: Carrier::with_own_connections(&self.carrier)? })
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.inner.settings
    }

    pub(crate) fn jitter(&self) -> &Jitter {
        &self.inner.jitter
    }
}

fn replaced(found: bool) -> Result<(), Error> {
    if found {
        return Ok(());
    }
    Err(ConfigError::new("there are no such credentials to replace: the client was built without them")
        .into())
}

impl fmt::Debug for Client {
    /// Shows where calls go, and nothing of who makes them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bases = Product::ALL.iter().filter_map(|product| {
            self.inner.bases[*product as usize].as_ref().map(|base| (product.name(), base))
        });
        f.debug_struct("Client")
            .field("environment", &self.inner.settings.environment)
            .field("base_urls", &bases.collect::<Vec<_>>())
            .field("retry", &self.inner.settings.retry)
            .field("call_timeout", &self.inner.settings.call_timeout)
            .field("attempt_timeout", &self.inner.settings.attempt_timeout)
            .finish_non_exhaustive()
    }
}
