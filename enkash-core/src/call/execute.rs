//! Runs a call: encrypts, sends attempts, decides on retries, decrypts. Not generic, so that it is
//! compiled once for all endpoints.

use std::sync::Arc;
use std::time::SystemTime;

use bytes::Bytes;
use http::header::AUTHORIZATION;
use http::{HeaderMap, Method, StatusCode};
use tokio::runtime::Handle;
use tokio::time::{Instant, sleep, timeout_at};

use crate::auth::{Token, begin_declared, finish_declared};
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
pub(crate) async fn execute(
    engine: Engine,
    plan: Plan,
    mut prepared: PreparedRequest,
    interceptors: CallInterceptors,
) -> Result<RawResponse, Error> {
    if Handle::try_current().is_err() {
        return Err(ConfigError::new(
            "a client works inside a tokio runtime; outside of one use `blocking::Client`",
        )
        .into());
    }
    let deadline = after(plan.call_timeout);
    let retry_safety = plan.retry_safety(&prepared);
    // Before the body is encrypted, since its credentials identify the account.
    let source_of_declared =
        || engine.products().source_of_declared(plan.product, &prepared.body, &plan.base);
    let requested = plan.requests_token.then(source_of_declared).flatten();
    let mut ready = plan.ready(&engine, &prepared)?;
    plan.add_headers(&engine, &mut prepared)?;

    let mut history = AttemptHistory::default();
    let mut refused: Option<Arc<Token>> = None;
    let mut provider_refused = false;
    loop {
        // Before a token is requested, since a call that is stopped does not need one.
        let mut request = interceptors
            .before(history.attempts + 1, &prepared)
            .map_err(|error| history.end(error))?;
        let token = loop {
            let found = match &ready.authorization {
                Authorization::None | Authorization::Header(..) | Authorization::Provider(_) => {
                    engine.products().is_current(&ready.product).then_some(Ok(None))
                }
                Authorization::Tokens(source) => {
                    let token = source.token(engine.runtime(), refused.as_ref(), deadline);
                    let token = engine.products().unless_replaced(&ready.product, token).await;
                    token.map(|token| token.map(Some))
                }
            };
            match found {
                Some(Ok(token)) => break token,
                Some(Err(error)) => return Err(history.end(error)),
                // Another account would not know what earlier attempts did.
                None if !history.may_continue_elsewhere(&plan, &prepared) => {
                    return Err(history.without_credentials(ConfigError::new(
                        "the credentials were replaced while the outcome of an attempt was unknown",
                    )));
                }
                // Token, account and encryption must belong to the same credentials.
                None => {
                    ready = plan
                        .ready(&engine, &prepared)
                        .map_err(|error| history.without_credentials(error))?;
                    (refused, provider_refused) = (None, false);
                }
            }
        };
        authorise(&mut request, &ready, token.as_deref());
        let provider = match &ready.authorization {
            Authorization::Provider(provider) => Some(provider),
            _ => None,
        };
        if let Some(provider) = provider {
            match timeout_at(deadline, provider.authorize(&mut request)).await {
                Ok(Ok(())) => {}
                Ok(Err(error)) => return Err(history.end(AuthError::of_provider(error).into())),
                Err(_) => return Err(history.end(late(Outcome::NotSent))),
            }
        }
        // The transport would start the request even if the limit has expired.
        if Instant::now() >= deadline {
            return Err(history.end(late(Outcome::NotSent)));
        }
        let ticket = match &requested {
            None => None,
            Some(source) => {
                match begin_declared(engine.runtime(), source, plan.attempt_timeout, deadline).await
                {
                    Ok(ticket) => Some((source, ticket)),
                    Err(error) => return Err(history.end(error)),
                }
            }
        };
        history.attempts += 1;
        let end = deadline.min(after(plan.attempt_timeout));
        let attempt = Attempt {
            number: history.attempts,
            deadline: end.into_std(),
            max_response_bytes: plan.max_response_bytes,
            product: plan.product,
            endpoint: plan.endpoint,
            token_request: false,
        };
        let begin = Instant::now();
        let result = engine.runtime().transport().send(request, attempt, end).await;
        let elapsed = begin.elapsed();
        if let Some((source, ticket)) = ticket {
            finish_declared(engine.runtime(), source, ticket, &result).await;
        }
        let attempt_outcome = attempt_outcome(&plan.response, &result);
        let ended = AfterAttempt {
            info: interceptors.info(history.attempts),
            method: &prepared.method,
            elapsed,
            outcome: attempt_outcome.certain(),
            result: &result,
            cipher: ready.cipher.as_deref(),
        };
        trace::attempted(&plan, &ended);
        interceptors.after(&ended);
        let renewable = match (&ready.authorization, &token) {
            (Authorization::Tokens(source), Some(token))
                if attempt_outcome == AttemptOutcome::TokenRefused =>
            {
                if refused.is_some() {
                    source.refused_again();
                }
                refused.is_none() && source.may_renew(token)
            }
            _ => match provider {
                Some(provider)
                    if attempt_outcome == AttemptOutcome::TokenRefused && !provider_refused =>
                {
                    provider_refused = true;
                    provider.refused()
                }
                _ => false,
            },
        };
        match decide(&plan.retry, retry_safety, history.attempts, renewable, attempt_outcome) {
            RetryDecision::Stop => return finish(result, history, ready.cipher.as_deref()),
            RetryDecision::RenewToken => refused = token,
            RetryDecision::Retry => {
                let headers = result.as_ref().ok().map(http::Response::headers);
                let wait = delay(
                    &plan.retry,
                    history.attempts,
                    headers,
                    SystemTime::now(),
                    engine.runtime().jitter().fraction(),
                );
                // Do not wait for an attempt that would have no time left.
                if deadline.saturating_duration_since(Instant::now()) <= wait {
                    return finish(result, history, ready.cipher.as_deref());
                }
                tracing::debug!(
                    target: "enkash",
                    attempt = history.attempts,
                    wait_ms = wait.as_millis() as u64,
                    "sending the call again"
                );
                sleep(wait).await;
            }
        }
        history.note(attempt_outcome.outcome());
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

fn attempt_outcome(
    plan: &ResponsePlan,
    result: &Result<http::Response<Bytes>, TransportError>,
) -> AttemptOutcome {
    match result {
        Ok(response) if decode::refuses_token(plan, response) => AttemptOutcome::TokenRefused,
        Ok(response) => AttemptOutcome::Response(response.status()),
        Err(error) => AttemptOutcome::failed(error),
    }
}

fn raw_response(status: StatusCode, headers: HeaderMap, body: Bytes) -> RawResponse {
    RawResponse { status, headers, body, attempts: 1, earlier: None }
}

/// Ends a call with the decrypted response, or with the failure of the last attempt.
fn finish(
    result: Result<http::Response<Bytes>, TransportError>,
    history: AttemptHistory,
    cipher: Option<&dyn PayloadCipher>,
) -> Result<RawResponse, Error> {
    let response = result.map_err(|error| history.end(error.into()))?;
    let (parts, body) = response.into_parts();
    let mut response = raw_response(parts.status, parts.headers, body);
    response.attempts = history.attempts;
    response.earlier = history.earlier;
    encryption::decrypt(cipher, &mut response).map_err(|error| history.end(error))?;
    Ok(response)
}

#[cfg(test)]
mod tests;
