//! The future of a call.

use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use http::HeaderMap;
use tracing::Span;

use crate::call::engine::Engine;
use crate::call::execute::execute;
use crate::call::plan::{Options, Plan};
use crate::call::trace;
use crate::declare::endpoint::{Endpoint, EndpointInfo};
use crate::declare::payload::Payload;
use crate::error::{ConfigError, Error};
use crate::message::RawResponse;
use crate::message::{BaseUrl, PreparedRequest};
use crate::wire::decode::decode;
use crate::wire::given_header::checked_header;
use crate::wire::reply::Reply;
use crate::wire::response_plan::ResponsePlan;
use crate::wire::write::prepare;

/// The future of a call. Await it for the reply; drop it to cancel the call.
///
/// The request is already validated and written, so the future borrows nothing and can be spawned.
/// Nothing is sent before it is polled. After it is dropped, a request that was already sent may
/// still be performed.
#[must_use = "nothing is sent unless the call is awaited"]
pub struct PendingCall<R> {
    call: Untyped,
    payload: PhantomData<fn() -> R>,
}

/// A call without the type of its payload.
pub(crate) struct Untyped {
    endpoint: &'static str,
    response: ResponsePlan,
    span: Span,
    state: CallState,
}

enum CallState {
    Failed(Error),
    Running(Pin<Box<dyn Future<Output = Result<RawResponse, Error>> + Send>>),
    Done,
}

impl<R> PendingCall<R> {
    pub(crate) fn new(call: Untyped) -> Self {
        PendingCall { call, payload: PhantomData }
    }
}

impl Untyped {
    /// Creates a call. `endpoint` is the declared endpoint, `request` a request to it, and `write`
    /// writes the request for the base URL; `headers` are added to it. Not generic, so that it is
    /// compiled once.
    pub(crate) fn new(
        engine: &Engine,
        info: &EndpointInfo,
        endpoint: Option<&'static EndpointInfo>,
        options: Options,
        headers: Result<HeaderMap, ConfigError>,
        request: Option<&dyn fmt::Debug>,
        write: &dyn Fn(&BaseUrl) -> Result<PreparedRequest, Error>,
    ) -> Self {
        let planned = Plan::new(engine, info, endpoint, options).map_err(Error::from);
        let ready = planned.and_then(|plan| {
            let prepared = with_headers(write(&plan.base)?, headers)?;
            Ok((plan, prepared))
        });
        let (span, state) = match ready {
            Ok((plan, prepared)) => {
                let span = trace::call_span(info, &plan.base);
                let interceptors = engine.interceptors().of_call(
                    plan.product,
                    plan.endpoint,
                    request,
                    plan.requests_token,
                );
                // In a box for the same reason as the futures in `execute`.
                let (engine, prepared) = (engine.clone(), Box::new(prepared));
                let running =
                    async move { execute(&engine, &plan, &prepared, &interceptors).await };
                (span, CallState::Running(Box::pin(running)))
            }
            Err(error) => (Span::none(), CallState::Failed(error)),
        };
        Untyped { endpoint: info.name(), response: ResponsePlan::new(info), span, state }
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Result<RawResponse, Error>> {
        let result = match &mut self.state {
            CallState::Running(running) => {
                let _entered = self.span.enter();
                ready!(running.as_mut().poll(context))
            }
            CallState::Failed(_) | CallState::Done => {
                match std::mem::replace(&mut self.state, CallState::Done) {
                    CallState::Failed(error) => Err(error),
                    CallState::Running(_) | CallState::Done => {
                        Err(ConfigError::new("`PendingCall` polled after completion").into())
                    }
                }
            }
        };
        self.state = CallState::Done;
        match &result {
            Ok(response) => trace::response_received(&self.span, response),
            Err(error) => trace::ended(&self.span, error),
        }
        Poll::Ready(result)
    }
}

impl<R: Payload> Future for PendingCall<R> {
    type Output = Result<Reply<R>, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let response = ready!(self.call.poll(context))?;
        let reply = decode(&self.call.response, response);
        match &reply {
            Ok(_) => trace::performed(&self.call.span),
            Err(error) => trace::failed(&self.call.span, error),
        }
        Poll::Ready(reply)
    }
}

impl<R> fmt::Debug for PendingCall<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PendingCall").field("endpoint", &self.call.endpoint).finish_non_exhaustive()
    }
}

/// The setters for options that override settings of the client.
macro_rules! option_setters {
    () => {
        /// Sets the time limit of the call, including all attempts, delays and token requests.
        pub fn timeout(mut self, limit: std::time::Duration) -> Self {
            self.options.timeout = Some(limit);
            self
        }

        /// Sets the time limit of one attempt, up to the last byte of its response.
        pub fn attempt_timeout(mut self, limit: std::time::Duration) -> Self {
            self.options.attempt_timeout = Some(limit);
            self
        }

        /// Sets when the call is sent again.
        pub fn retry(mut self, policy: $crate::RetryPolicy) -> Self {
            self.options.retry = Some(policy);
            self
        }
    };
}
pub(crate) use option_setters;

/// A request with its own options.
///
/// ```no_run
/// use std::time::Duration;
/// use enkash_core::{Client, Error, Product, RetryPolicy, endpoint};
///
/// const PRODUCT: Product = Product::new("example").base_url("https://api.example.com");
///
/// /// Activates a customer.
/// #[endpoint(PUT, "/customers/<customerId>/activate")]
/// struct ActivateCustomer {
///     /// The customer to activate.
///     customer_id: String,
/// }
///
/// # async fn example(client: Client) -> Result<(), Error> {
/// let request = ActivateCustomer { customer_id: "KC0123456789ABCD".to_owned() };
/// let reply = request
///     .call()
///     .timeout(Duration::from_secs(5))
///     .retry(RetryPolicy::never())
///     .send(&client)
///     .await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing is sent unless `send` is called and awaited"]
pub struct Call<'a, E> {
    request: &'a E,
    options: Options,
    headers: Result<HeaderMap, ConfigError>,
}

impl<'a, E: Endpoint> Call<'a, E> {
    /// Creates a call with the settings of the client.
    pub fn new(request: &'a E) -> Self {
        Call { request, options: Options::default(), headers: Ok(HeaderMap::new()) }
    }

    option_setters!();

    /// Sets a header. It replaces one of the request or the client with the same name. A header
    /// that the client sets from credentials, body and connection, such as `Authorization` and
    /// `Content-Type`, is an [`Error::Config`].
    pub fn header(mut self, name: &str, value: &str) -> Self {
        add_header(&mut self.headers, name, value);
        self
    }

    /// Starts the call.
    pub(crate) fn begin(self, engine: &Engine) -> PendingCall<E::Response> {
        let Call { request, options, headers } = self;
        let write = |base: &BaseUrl| prepare(request, base);
        let endpoint = Some(E::INFO);
        PendingCall::new(Untyped::new(
            engine,
            E::INFO,
            endpoint,
            options,
            headers,
            Some(request),
            &write,
        ))
    }
}

impl<E: fmt::Debug> fmt::Debug for Call<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call")
            .field("request", self.request)
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}

/// Adds the call's own headers, which replace written ones.
fn with_headers(
    mut prepared: PreparedRequest,
    headers: Result<HeaderMap, ConfigError>,
) -> Result<PreparedRequest, Error> {
    let headers = headers?;
    if !headers.is_empty() {
        prepared.headers.extend(headers);
    }
    Ok(prepared)
}

/// Adds a header to those of a call. Keeps the first error, which is reported when the call is
/// sent.
pub(crate) fn add_header(headers: &mut Result<HeaderMap, ConfigError>, name: &str, value: &str) {
    let Ok(map) = headers else { return };
    match checked_header("header", name, value) {
        Ok((name, value)) => {
            map.append(name, value);
        }
        Err(error) => *headers = Err(error),
    }
}
