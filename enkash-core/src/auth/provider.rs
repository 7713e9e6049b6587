//! The trait for custom authentication schemes.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use crate::message::PreparedRequest;

/// The future that [`CredentialProvider::authorize`] returns.
pub type AuthorizeFuture<'a> =
    Pin<Box<dyn Future<Output = Result<(), Box<dyn std::error::Error + Send + Sync>>> + Send + 'a>>;

/// Adds credentials to the requests of a product, such as a signature over the body or a token from
/// a vault. Set it with [`ClientBuilder::credentials_for`](crate::ClientBuilder::credentials_for),
/// or for all products with [`ClientBuilder::credentials`](crate::ClientBuilder::credentials).
///
/// A provider adds everything that authenticates the request, including an access key next to a
/// token. It does not serve calls with [`CallAuth::Basic`](crate::CallAuth::Basic). If the product
/// encrypts bodies, set the secret with
/// [`encryption_secret`](crate::ClientBuilder::encryption_secret).
///
#[cfg_attr(feature = "mock", doc = "```")]
#[cfg_attr(not(feature = "mock"), doc = "```ignore")]
/// use enkash_core::mock::Mock;
/// use enkash_core::{
///     AuthorizeFuture, CredentialProvider, Error, Method, PreparedRequest, Product, http,
/// };
///
/// const PRODUCT: Product = Product::new("example");
///
/// /// Signs the method and the path; an example, not a real signature.
/// struct Signer;
///
/// impl CredentialProvider for Signer {
///     fn authorize<'a>(&'a self, request: &'a mut PreparedRequest) -> AuthorizeFuture<'a> {
///         Box::pin(async {
///             let mut signature =
///                 http::HeaderValue::try_from(format!("{}{}", request.method, request.path()))?;
///             signature.set_sensitive(true);
///             request.headers.insert("x-signature", signature);
///             Ok(())
///         })
///     }
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Error> {
/// let mock = Mock::new();
/// mock.on_any().payload(&["done"]);
/// let client = mock.client_builder().credentials_for(&PRODUCT, Signer).build()?;
///
/// client.raw(&PRODUCT, Method::GET, "/x").send().await?;
/// assert_eq!(mock.received()[0].header("x-signature"), Some("GET/x"));
/// # Ok(())
/// # }
/// ```
pub trait CredentialProvider: Send + Sync + 'static {
    /// Adds credentials to the request of one attempt. The request is final, with all headers and
    /// the body as sent, so a signature can cover it. Called for each attempt, within the time
    /// limit of the call.
    ///
    /// # Errors
    /// The call ends with [`AuthErrorKind::Unavailable`](crate::AuthErrorKind::Unavailable) and
    /// nothing is sent. The error is kept as a source and must contain no secret.
    fn authorize<'a>(&'a self, request: &'a mut PreparedRequest) -> AuthorizeFuture<'a>;

    /// Called when the server refuses the credentials of an attempt, at most once per call. Returns
    /// whether the call may be sent again with other credentials; false by default.
    fn refused(&self) -> bool {
        false
    }
}

impl<P: CredentialProvider + ?Sized> CredentialProvider for Arc<P> {
    fn authorize<'a>(&'a self, request: &'a mut PreparedRequest) -> AuthorizeFuture<'a> {
        (**self).authorize(request)
    }

    fn refused(&self) -> bool {
        (**self).refused()
    }
}
