//! Interceptors.

mod attempt;
mod log;

pub use attempt::{AfterAttempt, BeforeAttempt};
pub use log::LogInterceptor;

use attempt::AttemptInfo;

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

use crate::declare::endpoint::EndpointInfo;
use crate::error::{Error, InterceptorError};
use crate::message::PreparedRequest;
use crate::product::Product;

/// Observes every attempt of a call, before it is sent and after it ended: adds a correlation id,
/// stops a call that exceeds a limit, collects metrics. Add it with
/// [`ClientBuilder::interceptor`](crate::ClientBuilder::interceptor).
///
/// Interceptors receive requests and responses unencrypted, and requests with sensitive values as
/// `***`. Methods that return more have names that start with `expose`. Headers that authenticate a
/// request are never included.
///
/// Several interceptors run in the order of their addition in
/// [`before_attempt`](Self::before_attempt), and in reverse order in
/// [`after_attempt`](Self::after_attempt). They do not run for the client's own token requests,
/// whose bodies are credentials. The methods must not block: asynchronous work belongs in a
/// [`CredentialProvider`](crate::CredentialProvider) or a [`Transport`](crate::Transport). A panic
/// propagates to the caller of the call.
///
#[cfg_attr(feature = "mock", doc = "```")]
#[cfg_attr(not(feature = "mock"), doc = "```ignore")]
/// use enkash_core::mock::Mock;
/// use enkash_core::{
///     BeforeAttempt, Error, InterceptError, Interceptor, Json, Outcome, Product, endpoint,
/// };
///
/// const PRODUCT: Product = Product::new("example");
///
/// /// Moves money.
/// #[endpoint(POST, "/transfers")]
/// struct Transfer {
///     /// The amount in paise.
///     amount: u64,
/// }
///
/// /// Adds a correlation id.
/// struct CorrelationId;
///
/// impl Interceptor for CorrelationId {
///     fn before_attempt(&self, attempt: &mut BeforeAttempt<'_>) -> Result<(), InterceptError> {
///         Ok(attempt.insert_header("x-correlation-id", "job-7")?)
///     }
/// }
///
/// /// Stops transfers over a limit.
/// struct Limit(u64);
///
/// impl Interceptor for Limit {
///     fn name(&self) -> &str {
///         "limit"
///     }
///
///     fn before_attempt(&self, attempt: &mut BeforeAttempt<'_>) -> Result<(), InterceptError> {
///         let body: Json = serde_json::from_slice(attempt.expose_body())?;
///         match body["amount"].as_u64() {
///             Some(amount) if amount <= self.0 => Ok(()),
///             _ => Err("the amount is too high".into()),
///         }
///     }
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Error> {
/// let mock = Mock::new();
/// mock.on::<Transfer>().payload(&"done");
/// let client =
///     mock.client_builder().interceptor(CorrelationId).interceptor(Limit(100_000)).build()?;
///
/// Transfer { amount: 100_000 }.send(&client).await?;
/// assert_eq!(mock.received()[0].header("x-correlation-id"), Some("job-7"));
///
/// let error = Transfer { amount: 100_001 }.send(&client).await.unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "the interceptor `limit` stopped the call: the amount is too high (nothing was sent)"
/// );
/// assert_eq!((error.outcome(), mock.received().len()), (Outcome::NotSent, 1));
/// # Ok(())
/// # }
/// ```
pub trait Interceptor: Send + Sync + 'static {
    /// Returns the name for errors and logs; by default the name of the type.
    fn name(&self) -> &str {
        std::any::type_name::<Self>()
    }

    /// Called before each attempt, before the client obtains a token for it and signs it.
    ///
    /// An attempt that then ends before it is sent, for example without a token, has no
    /// [`after_attempt`](Self::after_attempt).
    ///
    /// # Errors
    /// The call ends with [`Error::Interceptor`](crate::Error::Interceptor), which contains the
    /// name of this interceptor. This attempt is not sent; the outcome is
    /// [`NotSent`](crate::Outcome::NotSent) unless an earlier attempt was sent. The error's message
    /// is shown and must contain no secret.
    fn before_attempt(&self, attempt: &mut BeforeAttempt<'_>) -> Result<(), InterceptError> {
        let _ = attempt;
        Ok(())
    }

    /// Called after each attempt, with its response or error.
    ///
    /// Not called if the call is dropped during the attempt, for example by a timeout around it.
    fn after_attempt(&self, attempt: &AfterAttempt<'_>) {
        let _ = attempt;
    }

    /// Returns a warning about clients with this interceptor, which
    /// [`build`](crate::ClientBuilder::build) logs through `tracing`.
    fn warning(&self) -> Option<&str> {
        None
    }
}

/// The error with which an [`Interceptor`] stops a call. Any error and any string converts into it.
pub type InterceptError = Box<dyn StdError + Send + Sync>;

impl<I: Interceptor + ?Sized> Interceptor for Arc<I> {
    fn name(&self) -> &str {
        (**self).name()
    }

    fn before_attempt(&self, attempt: &mut BeforeAttempt<'_>) -> Result<(), InterceptError> {
        (**self).before_attempt(attempt)
    }

    fn after_attempt(&self, attempt: &AfterAttempt<'_>) {
        (**self).after_attempt(attempt);
    }

    fn warning(&self) -> Option<&str> {
        (**self).warning()
    }
}

/// The interceptors of a client. Clones are cheap.
#[derive(Clone)]
pub(crate) struct Interceptors(Arc<[Box<dyn Interceptor>]>);

impl Interceptors {
    pub(crate) fn new(interceptors: Vec<Box<dyn Interceptor>>) -> Self {
        for interceptor in &interceptors {
            if let Some(warning) = interceptor.warning() {
                tracing::warn!(target: "enkash", interceptor = interceptor.name(), "{warning}");
            }
        }
        Interceptors(interceptors.into())
    }

    /// Returns the interceptors for one call, and none for a token request, whose body is
    /// credentials. `request` is the declared request; its `Debug` redacts sensitive values.
    pub(crate) fn of_call(
        &self,
        product: &'static Product,
        endpoint: Option<&'static EndpointInfo>,
        request: Option<&dyn fmt::Debug>,
        requests_token: bool,
    ) -> CallInterceptors {
        let interceptors = if requests_token { Interceptors(Arc::default()) } else { self.clone() };
        let shown = request
            .filter(|_| !interceptors.0.is_empty())
            .map(|request| format!("{request:?}").into());
        CallInterceptors { interceptors, product, endpoint, shown }
    }
}

/// The interceptors of one call.
pub(crate) struct CallInterceptors {
    interceptors: Interceptors,
    product: &'static Product,
    endpoint: Option<&'static EndpointInfo>,
    /// The `Debug` output of the request.
    shown: Option<Box<str>>,
}

impl CallInterceptors {
    /// Returns the description of an attempt.
    pub(crate) fn info(&self, number: u32) -> AttemptInfo<'_> {
        AttemptInfo {
            number,
            product: self.product,
            endpoint: self.endpoint,
            shown: self.shown.as_deref(),
        }
    }

    /// Calls the interceptors with the request of an attempt, before it is encrypted and
    /// authenticated.
    ///
    /// # Errors
    /// Returns an error if an interceptor stops the call.
    pub(crate) fn before(&self, number: u32, request: &mut PreparedRequest) -> Result<(), Error> {
        let mut attempt = BeforeAttempt::new(self.info(number), request);
        for interceptor in self.interceptors.0.iter() {
            if let Err(error) = interceptor.before_attempt(&mut attempt) {
                let stopped = InterceptorError::new(interceptor.name().to_owned(), error);
                return Err(Error::Interceptor(Box::new(stopped)));
            }
        }
        Ok(())
    }

    pub(crate) fn after(&self, attempt: &AfterAttempt<'_>) {
        for interceptor in self.interceptors.0.iter().rev() {
            interceptor.after_attempt(attempt);
        }
    }
}
