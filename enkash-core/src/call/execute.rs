//! Runs a call: encrypts, sends attempts, decides on retries, decrypts. Not generic, so that it is
//! compiled once for all endpoints.

use std::pin::pin;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::header::AUTHORIZATION;
use http::{HeaderMap, Method, StatusCode};
use tokio::runtime::Handle;
use tokio::time::{Instant, sleep, timeout_at};

use crate::auth::{MAX_TOKEN_REQUEST, Token, TokenSource, begin_declared, finish_declared};
use crate::base::clock::after;
use crate::base::outcome::Outcome;
use crate::call::encryption;
use crate::call::engine::Engine;
use crate::call::plan::{Authorization, Plan, Ready};
use crate::call::trace;
use crate::error::{AuthError, ConfigError, Error, TransportError, TransportErrorKind};
use crate::intercept::{AfterAttempt, CallInterceptors};
use crate::message::PreparedRequest;
use crate::message::RawResponse;
use crate::product::encryption::PayloadCipher;
use crate::retry::{AttemptOutcome, RetryDecision, decide, delay};
use crate::transport::Attempt;
use crate::wire::decode;
use crate::wire::response_plan::ResponsePlan;

/// Sends a written request as often as its plan allows, and returns the last response.
// Futures that only some calls need are boxed, which keeps the future of every call small.
pub(crate) async fn execute(
    engine: &Engine,
    plan: &Plan,
    prepared: &PreparedRequest,
    interceptors: &CallInterceptors,
) -> Result<RawResponse, Error> {
    if Handle::try_current().is_err() {
        return Err(ConfigError::new(
            "a client works inside a tokio runtime; outside of one use `blocking::Client`",
        )
        .into());
    }
    let retry_safety = plan.retry_safety(prepared);
    // Before the body is encrypted, since its credentials identify the account.
    let source_of_declared =
        || engine.products().source_of_declared(plan.product, &prepared.body, &plan.base);
    let requested = plan.requests_token.then(source_of_declared).flatten().map(Box::new);
    let attempt_timeout = match requested {
        Some(_) => plan.attempt_timeout.min(MAX_TOKEN_REQUEST),
        None => plan.attempt_timeout,
    };
    let mut call = Execution {
        engine,
        plan,
        prepared,
        interceptors,
        deadline: after(plan.call_timeout),
        attempt_timeout,
        requested,
        ready: plan.ready(engine, prepared)?,
        refused: None,
        provider_refused: false,
        history: AttemptHistory::default(),
    };
    loop {
        let Attempted { result, outcome, token } = call.attempt().await?;
        let attempts = call.history.attempts;
        let token_refused = matches!(outcome, AttemptOutcome::TokenRefused(_));
        let renewable = token_refused && call.may_renew(token.as_ref());
        match decide(&plan.retry, retry_safety, attempts, renewable, outcome) {
            RetryDecision::Stop => return call.finish(result),
            RetryDecision::RenewToken => call.refused = token,
            RetryDecision::Retry => {
                let headers = result.as_ref().ok().map(http::Response::headers);
                let wait = delay(
                    &plan.retry,
                    attempts,
                    headers,
                    SystemTime::now(),
                    engine.runtime().jitter().fraction(),
                );
                // Do not wait for an attempt that would have no time left.
                if call.deadline.saturating_duration_since(Instant::now()) <= wait {
                    return call.finish(result);
                }
                tracing::debug!(
                    target: "enkash",
                    attempt = attempts,
                    wait_ms = wait.as_millis() as u64,
                    "sending the call again"
                );
                Box::pin(sleep(wait)).await;
            }
        }
        call.history.note(outcome.outcome().unwrap_or(Outcome::Unknown));
    }
}

/// A call between its attempts.
struct Execution<'a> {
    engine: &'a Engine,
    plan: &'a Plan,
    prepared: &'a PreparedRequest,
    interceptors: &'a CallInterceptors,
    deadline: Instant,
    attempt_timeout: Duration,
    /// The account, if the call requests a token with the client's own credentials.
    requested: Option<Box<TokenSource>>,
    ready: Ready,
    /// The token that the server refused.
    refused: Option<Arc<Token>>,
    /// Whether the server refused the provider's credentials.
    provider_refused: bool,
    history: AttemptHistory,
}

/// An attempt that has ended.
struct Attempted {
    result: Result<http::Response<Bytes>, TransportError>,
    outcome: AttemptOutcome,
    /// The token of the request.
    token: Option<Arc<Token>>,
}

impl Execution<'_> {
    /// Makes one attempt.
    ///
    /// # Errors
    /// Returns an error if the call ends before the attempt is sent.
    async fn attempt(&mut self) -> Result<Attempted, Error> {
        let (request, token) = self.next_request().await?;
        let (plan, runtime) = (self.plan, self.engine.runtime());
        let ticket = match &self.requested {
            None => None,
            Some(source) => {
                let limit = self.attempt_timeout;
                match Box::pin(begin_declared(runtime, source, limit, self.deadline)).await {
                    Ok(ticket) => Some((source, Box::new(ticket))),
                    Err(error) => return Err(self.history.end(error)),
                }
            }
        };
        self.history.attempts += 1;
        let end = self.deadline.min(after(self.attempt_timeout));
        let attempt = Attempt {
            number: self.history.attempts,
            deadline: end.into_std(),
            max_response_bytes: plan.max_response_bytes,
            product: plan.product,
            endpoint: plan.endpoint,
            token_request: false,
        };
        let begin = Instant::now();
        let result = runtime.transport().send(request, attempt, end).await;
        let elapsed = begin.elapsed();
        if let Some((source, ticket)) = ticket {
            let finished = finish_declared(runtime, source, *ticket, &result);
            // With a slow store the call ends in time, and the task goes on.
            let _ = Box::pin(timeout_at(self.deadline, finished)).await;
        }
        let outcome = attempt_outcome(&plan.response, self.ready.cipher.as_deref(), &result);
        self.report(elapsed, outcome, &result);
        Ok(Attempted { result, outcome, token })
    }

    /// Returns the request of the next attempt, with its token.
    async fn next_request(&mut self) -> Result<(PreparedRequest, Option<Arc<Token>>), Error> {
        let mut request = self.prepared.clone();
        self.plan.add_headers(self.engine, &mut request)?;
        // Before a token is requested, since a call that is stopped does not need one.
        self.interceptors
            .before(self.history.attempts + 1, &mut request)
            .map_err(|error| self.history.end(error))?;
        let token = self.token().await?;
        authorise(&mut request, &self.ready, token.as_deref());
        if let Authorization::Provider(provider) = &self.ready.authorization {
            let authorised = timeout_at(self.deadline, provider.authorize(&mut request));
            match Box::pin(authorised).await {
                Ok(Ok(())) => {}
                Ok(Err(error)) => {
                    return Err(self.history.end(AuthError::of_provider(error).into()));
                }
                Err(_) => return Err(self.history.end(late(Outcome::NotSent))),
            }
        }
        // The transport would start the request even if the limit has expired.
        if Instant::now() >= self.deadline {
            return Err(self.history.end(late(Outcome::NotSent)));
        }
        Ok((request, token))
    }

    /// Returns the token for the next attempt, if it needs one. If the credentials were replaced,
    /// sets `ready` anew, since token, account and encryption must belong to the same credentials.
    async fn token(&mut self) -> Result<Option<Arc<Token>>, Error> {
        loop {
            let found = match &self.ready.authorization {
                Authorization::None | Authorization::Header(..) | Authorization::Provider(_) => {
                    self.ready.product.is_current().then_some(Ok(None))
                }
                Authorization::Tokens(source) => {
                    let token = async {
                        let (products, runtime) = (self.engine.products(), self.engine.runtime());
                        let token = source.token(runtime, self.refused.as_ref(), self.deadline);
                        products.unless_replaced(&self.ready.product, pin!(token)).await
                    };
                    Box::pin(token).await.map(|token| token.map(Some))
                }
            };
            match found {
                Some(Ok(token)) => return Ok(token),
                Some(Err(error)) => return Err(self.history.end(error)),
                // Another account would not know what earlier attempts did.
                None if !self.history.may_continue_elsewhere(self.plan, self.prepared) => {
                    return Err(self.history.without_credentials(ConfigError::new(
                        "the credentials were replaced while the outcome of an attempt was unknown",
                    )));
                }
                None => {
                    self.ready = self
                        .plan
                        .ready(self.engine, self.prepared)
                        .map_err(|error| self.history.without_credentials(error))?;
                    (self.refused, self.provider_refused) = (None, false);
                }
            }
        }
    }

    /// Returns whether to try other credentials, after the server refused this token or those of a
    /// provider.
    fn may_renew(&mut self, token: Option<&Arc<Token>>) -> bool {
        match (&self.ready.authorization, token) {
            (Authorization::Tokens(source), Some(token)) => {
                if self.refused.is_some() {
                    source.refused_again();
                }
                self.refused.is_none() && source.may_renew(token)
            }
            (Authorization::Provider(provider), _) => {
                !std::mem::replace(&mut self.provider_refused, true) && provider.refused()
            }
            _ => false,
        }
    }

    /// Reports an attempt that has ended.
    fn report(
        &self,
        elapsed: Duration,
        outcome: AttemptOutcome,
        result: &Result<http::Response<Bytes>, TransportError>,
    ) {
        let attempt = AfterAttempt {
            info: self.interceptors.info(self.history.attempts),
            method: &self.prepared.method,
            elapsed,
            outcome: outcome.outcome(),
            result,
            cipher: self.ready.cipher.as_deref(),
        };
        trace::attempted(self.plan, &attempt);
        self.interceptors.after(&attempt);
    }

    /// Ends the call with the decrypted response, or with the failure of the last attempt.
    fn finish(
        &self,
        result: Result<http::Response<Bytes>, TransportError>,
    ) -> Result<RawResponse, Error> {
        let history = self.history;
        let response = result.map_err(|error| history.end(error.into()))?;
        let (parts, body) = response.into_parts();
        let mut response = raw_response(parts.status, parts.headers, body);
        response.attempts = history.attempts;
        response.earlier = history.earlier;
        encryption::decrypt(self.ready.cipher.as_deref(), &mut response)
            .map_err(|error| history.end(error))?;
        Ok(response)
    }
}

/// The attempts of a call so far.
#[derive(Debug, Clone, Copy, Default)]
struct AttemptHistory {
    attempts: u32,
    /// The combined outcome of all attempts except the last one.
    earlier: Option<Outcome>,
}

impl AttemptHistory {
    fn note(&mut self, outcome: Outcome) {
        self.earlier = Some(self.earlier.map_or(outcome, |earlier| earlier.and_then(outcome)));
    }

    /// Returns whether the call may be sent again with the credentials of another account.
    fn may_continue_elsewhere(self, plan: &Plan, prepared: &PreparedRequest) -> bool {
        let is_read = matches!(prepared.method, Method::GET | Method::HEAD);
        let nothing_done = matches!(self.earlier, None | Some(Outcome::NotSent | Outcome::Refused));
        // The body of a token request contains the old credentials.
        self.attempts == 0 || (!plan.requests_token && (is_read || nothing_done))
    }

    /// Returns the error for a call that the replaced credentials do not serve.
    fn without_credentials(self, error: ConfigError) -> Error {
        // An `Error::Config` would report that nothing was sent.
        if self.attempts == 0 {
            error.into()
        } else {
            self.end(AuthError::of_replaced(error.into()).into())
        }
    }

    fn end(self, error: Error) -> Error {
        error.after(self.attempts, self.earlier)
    }
}

fn late(outcome: Outcome) -> Error {
    Error::Transport(Box::new(TransportError::new(TransportErrorKind::Timeout, outcome)))
}

/// Adds the headers that the current credentials require.
fn authorise(request: &mut PreparedRequest, ready: &Ready, token: Option<&Token>) {
    if let Some(body) = &ready.body {
        request.body = body.clone();
    }
    let header = match (&ready.authorization, token) {
        (_, Some(token)) => Some((AUTHORIZATION, &token.header)),
        (Authorization::Header(name, value), None) => Some((name.clone(), value)),
        (_, None) => None,
    };
    if let Some((name, value)) = header {
        request.headers.insert(name, value.clone());
    }
    if let Some((name, value)) = ready.authorization.account_header() {
        request.headers.insert(name, value.clone());
    }
}

/// How an attempt ended. It agrees with what decoding the response says of the call.
fn attempt_outcome(
    plan: &ResponsePlan,
    cipher: Option<&dyn PayloadCipher>,
    result: &Result<http::Response<Bytes>, TransportError>,
) -> AttemptOutcome {
    let response = match result {
        Ok(response) => response,
        Err(error) => return AttemptOutcome::failed(error),
    };
    let status = response.status();
    let decrypted = cipher
        .filter(|_| !status.is_success() || decode::has_refusal_code(plan))
        .and_then(|cipher| cipher.decrypt(response.body()).ok().flatten());
    let body = decrypted.as_ref().unwrap_or(response.body());
    match decode::refusal(plan, status, body) {
        (true, outcome) => AttemptOutcome::TokenRefused(outcome.unwrap_or(Outcome::Refused)),
        (false, outcome) => AttemptOutcome::Response(status, outcome),
    }
}

fn raw_response(status: StatusCode, headers: HeaderMap, body: Bytes) -> RawResponse {
    RawResponse { status, headers, body, attempts: 1, earlier: None }
}

#[cfg(test)]
mod tests;
