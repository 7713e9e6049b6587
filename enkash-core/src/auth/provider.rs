//! Credentials of any kind: what adds them to a request.

use std::fmt;
use std::future::{Future, ready};
use std::pin::Pin;
use std::sync::{Arc, PoisonError, RwLock};

use http::HeaderValue;
use http::header::AUTHORIZATION;

use crate::outgoing::Outgoing;

/// What [`CredentialProvider::authorize`] returns.
pub type AuthorizeFuture<'a> =
    Pin<Box<dyn Future<Output = Result<(), Box<dyn std::error::Error + Send + Sync>>> + Send + 'a>>;

/// Adds credentials to the requests of a product: an API key, a signature over the body, a token from a vault. Give one to
/// [`ClientBuilder::credentials_for`](crate::ClientBuilder::credentials_for).
///
/// A provider adds everything that authorises the request, also an access key beside a token. It does not serve calls with
/// [`CallAuth::Basic`](crate::CallAuth::Basic). Where a product encrypts bodies, give the client the secret for that with
/// [`sealing_secret`](crate::ClientBuilder::sealing_secret).
///
#[cfg_attr(feature = "mock", doc = "```")]
#[cfg_attr(not(feature = "mock"), doc = "```ignore")]
/// use enkash_core::mock::Mock;
/// use enkash_core::{AuthorizeFuture, CredentialProvider, Error, Method, Outgoing, Product, Secret};
///
/// /// An API key in a header.
/// struct ApiKey(Secret);
///
/// impl CredentialProvider for ApiKey {
///     fn authorize<'a>(&'a self, request: &'a mut Outgoing) -> AuthorizeFuture<'a> {
///         Box::pin(async {
///             let mut key = http::HeaderValue::try_from(self.0.expose())?;
///             key.set_sensitive(true);
///             request.headers.insert("x-api-key", key);
///             Ok(())
///         })
///     }
/// }
///
/// # use enkash_core::http;
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Error> {
/// let mock = Mock::new();
/// mock.on_any().payload(&"done");
/// let key = ApiKey("not-a-real-key".into());
/// let client = mock.client_builder().credentials_for(Product::Cards, key).build()?;
///
/// client.raw(Method::GET, "/api/v0/x").product(Product::Cards).send().await?;
/// assert_eq!(mock.received()[0].header("x-api-key"), Some("not-a-real-key"));
/// assert_eq!(mock.received()[0].header("authorization"), None);
/// # Ok(())
/// # }
/// ```
pub trait CredentialProvider: Send + Sync + 'static {
    /// Adds what the server asks for to one attempt. The request is final, with all headers and the body encrypted where it
    /// is, so that a signature can cover it. It is called for each attempt; the call's time limit covers it.
    ///
    /// # Errors
    /// The call ends with [`AuthErrorKind::Unavailable`](crate::AuthErrorKind::Unavailable) and nothing is sent. The error is
    /// kept as a source, so it must hold no secret.
    fn authorize<'a>(&'a self, request: &'a mut Outgoing) -> AuthorizeFuture<'a>;

    /// Reports that the server refused the credentials of an attempt. Returns whether the call may be sent again with others;
    /// false by default. Asked once per call at most.
    fn refused(&self) -> bool {
        false
    }
}

/// A provider that can be replaced while the client is in use.
pub(crate) struct ProviderSlot(RwLock<Arc<dyn CredentialProvider>>);

impl ProviderSlot {
    pub(crate) fn new(provider: impl CredentialProvider) -> Arc<Self> {
        Arc::new(ProviderSlot(RwLock::new(Arc::new(provider))))
    }

    pub(crate) fn get(&self) -> Arc<dyn CredentialProvider> {
        // Nothing panics while the lock is held.
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    pub(crate) fn replace(&self, provider: impl CredentialProvider) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(provider);
    }
}

impl fmt::Debug for ProviderSlot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ProviderSlot")
    }
}

/// A token that the caller has from elsewhere: `Authorization` with it.
pub(crate) struct BearerToken(pub(crate) HeaderValue);

impl CredentialProvider for BearerToken {
    fn authorize<'a>(&'a self, request: &'a mut Outgoing) -> AuthorizeFuture<'a> {
        request.headers.insert(AUTHORIZATION, self.0.clone());
        Box::pin(ready(Ok(())))
    }
}
