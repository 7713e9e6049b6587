//! The plan of a call: everything that depends on the endpoint, its product, the client and the
//! options of the call, decided in one place. The executor and the decoder follow the plan and do
//! not depend on the product.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::header::{AUTHORIZATION, HeaderName, HeaderValue};

use crate::auth::CredentialProvider;
use crate::auth::{ProductCredentials, TokenSource};
use crate::call::encryption;
use crate::call::engine::Engine;
use crate::call::products::ResolvedProduct;
use crate::declare::endpoint::{BodyEncoding, CallAuth, EndpointInfo};
use crate::error::ConfigError;
use crate::message::{BaseUrl, PreparedRequest};
use crate::product::Product;
use crate::product::encryption::PayloadCipher;
use crate::retry::{RetryPolicy, RetrySafety};
use crate::wire::response_plan::ResponsePlan;

/// The options of a call that override settings of the client.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Options {
    pub(crate) timeout: Option<Duration>,
    pub(crate) attempt_timeout: Option<Duration>,
    pub(crate) retry: Option<RetryPolicy>,
}

/// The plan of a call.
///
/// Credentials can be replaced while a client is in use, so what depends on them is in [`Ready`].
pub(crate) struct Plan {
    /// The endpoint; `None` for a raw call.
    pub(crate) endpoint: Option<&'static EndpointInfo>,
    pub(crate) product: &'static Product,
    /// The product as it was resolved when the call was made.
    resolved: Arc<ResolvedProduct>,
    pub(crate) base: BaseUrl,
    auth: CallAuth,
    /// Whether the account's record of failed token requests applies to the call.
    pub(crate) requests_token: bool,
    /// The encoding of the body, if it must be encrypted.
    encrypted_body: Option<BodyEncoding>,
    idempotent: bool,
    pub(crate) retry: RetryPolicy,
    pub(crate) call_timeout: Duration,
    pub(crate) attempt_timeout: Duration,
    pub(crate) max_response_bytes: usize,
    pub(crate) response: ResponsePlan,
}

/// The parts of a call that depend on the current credentials.
pub(crate) struct Ready {
    pub(crate) product: Arc<ResolvedProduct>,
    pub(crate) authorization: Authorization,
    /// The body, if it is encrypted.
    pub(crate) body: Option<Bytes>,
    pub(crate) cipher: Option<Arc<dyn PayloadCipher>>,
}

/// How the attempts of a call are authenticated.
pub(crate) enum Authorization {
    None,
    /// A constant header.
    Header(HeaderName, HeaderValue),
    Provider(Arc<dyn CredentialProvider>),
    Tokens(Arc<TokenSource>),
}

impl Plan {
    /// Creates the plan of a call.
    ///
    /// # Errors
    /// Returns an error if there is no base URL.
    pub(crate) fn new(
        engine: &Engine,
        info: &EndpointInfo,
        endpoint: Option<&'static EndpointInfo>,
        options: Options,
    ) -> Result<Plan, ConfigError> {
        let (settings, product) = (engine.runtime().settings(), info.product);
        let resolved = engine.products().get(product)?;
        Ok(Plan {
            endpoint,
            product,
            base: engine.products().base(&resolved, info.requests_token())?.clone(),
            resolved,
            auth: info.auth,
            requests_token: info.requests_token(),
            encrypted_body: info.is_encrypted().then_some(info.body),
            idempotent: info.idempotent,
            retry: options.retry.unwrap_or(settings.retry),
            call_timeout: options.timeout.unwrap_or(settings.call_timeout),
            attempt_timeout: options.attempt_timeout.unwrap_or(settings.attempt_timeout),
            max_response_bytes: settings.max_response_bytes,
            response: ResponsePlan::new(info),
        })
    }

    /// Returns what makes it safe to send the request again.
    pub(crate) fn retry_safety(&self, prepared: &PreparedRequest) -> RetrySafety {
        if self.idempotent {
            RetrySafety::Idempotent
        } else if prepared.carries_unique_id {
            RetrySafety::UniqueId
        } else {
            RetrySafety::OnlyIfNotPerformed
        }
    }

    /// Adds the headers of every attempt, except those that authenticate it. Headers of the request
    /// take precedence.
    ///
    /// # Errors
    /// Returns an error if the product requires a client-level setting, and neither the request nor
    /// the client has it.
    pub(crate) fn add_headers(
        &self,
        engine: &Engine,
        prepared: &mut PreparedRequest,
    ) -> Result<(), ConfigError> {
        let own = std::mem::replace(&mut prepared.headers, self.resolved.headers().clone());
        if !own.is_empty() {
            prepared.headers.extend(own);
        }
        match self.resolved.missing_setting(&prepared.headers) {
            Some(setting) if !self.requests_token => {
                Err(engine.products().no_setting(self.product, setting))
            }
            _ => Ok(()),
        }
    }

    /// Prepares what depends on the client's current credentials.
    ///
    /// # Errors
    /// Returns an error if the client has no credentials for the product or no secret for its
    /// encryption, or the body cannot be encrypted.
    pub(crate) fn ready(
        &self,
        engine: &Engine,
        plaintext: &PreparedRequest,
    ) -> Result<Ready, ConfigError> {
        self.check_encryptable(plaintext)?;
        let product = if self.resolved.is_current() {
            Arc::clone(&self.resolved)
        } else {
            engine.products().get(self.product)?
        };
        let cipher = match self.encrypted_body {
            Some(_) => engine.products().cipher(&product)?,
            None => None,
        };
        let body = encryption::encrypt(cipher.as_deref(), &plaintext.body)?;
        let authorization = self.authorization(&product)?;
        Ok(Ready { product, authorization, body, cipher })
    }

    /// Returns the encrypted body of a request, if it must be encrypted.
    ///
    /// # Errors
    /// Returns an error if the body cannot be encrypted, or the secret is missing.
    pub(crate) fn encrypted(
        &self,
        engine: &Engine,
        plaintext: &PreparedRequest,
    ) -> Result<Option<Bytes>, ConfigError> {
        self.check_encryptable(plaintext)?;
        if self.encrypted_body.is_none() || plaintext.body.is_empty() {
            return Ok(None);
        }
        let cipher = engine.products().cipher(&*engine.products().get(self.product)?)?;
        encryption::encrypt(cipher.as_deref(), &plaintext.body)
    }

    /// Refuses a body that must be encrypted but cannot be.
    pub(crate) fn check_encryptable(&self, request: &PreparedRequest) -> Result<(), ConfigError> {
        encryption::check_encryptable(self.product, self.encrypted_body, request)
    }

    fn authorization(&self, product: &ResolvedProduct) -> Result<Authorization, ConfigError> {
        match (self.auth, product.credentials()) {
            (CallAuth::None, _) | (CallAuth::Product, ProductCredentials::NotRequired) => {
                Ok(Authorization::None)
            }
            (CallAuth::Product, ProductCredentials::Header(name, value)) => {
                Ok(Authorization::Header(name.clone(), value.clone()))
            }
            (CallAuth::Product, ProductCredentials::Provider(provider)) => {
                Ok(Authorization::Provider(Arc::clone(provider)))
            }
            (CallAuth::Product, ProductCredentials::Tokens(source)) => {
                Ok(Authorization::Tokens(Arc::clone(source)))
            }
            (CallAuth::Basic, ProductCredentials::Tokens(source))
                if let Some(basic) = &source.request().basic =>
            {
                Ok(Authorization::Header(AUTHORIZATION, basic.clone()))
            }
            (
                CallAuth::Basic,
                ProductCredentials::Header(..)
                | ProductCredentials::Provider(_)
                | ProductCredentials::Tokens(_)
                | ProductCredentials::NotRequired,
            ) => Err(ConfigError::new(format!(
                "the credentials for {} contain no client id and secret, which this call needs; set \
                 `OAuthCredentials`",
                self.product
            ))),
            (CallAuth::Product | CallAuth::Basic, ProductCredentials::Missing) => {
                Err(product.missing())
            }
        }
    }
}

impl Authorization {
    /// Returns the header that identifies the account in addition to the token.
    pub(crate) fn account_header(&self) -> Option<&(HeaderName, HeaderValue)> {
        match self {
            Authorization::Tokens(source) => source.request().account_header.as_ref(),
            Authorization::None | Authorization::Header(..) | Authorization::Provider(_) => None,
        }
    }
}
