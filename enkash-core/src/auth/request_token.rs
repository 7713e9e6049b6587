//! Sends token requests.

use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_TYPE, USER_AGENT};
use http::{HeaderMap, Method, StatusCode};
use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout_at};
use zeroize::Zeroize;

use super::account::{Begun, Ticket};
use super::account_record::{Purpose, Terms, TokenRequestResult};
use super::classify::RequestEnd;
use super::token_error::TokenError;
use super::token_response::TokenResponse;
use super::{TokenSource, header, reason};
use crate::base::clock::{AGES, after, response_time};
use crate::base::outcome::Outcome;
use crate::base::secret::Secret;
use crate::error::{DecodeError, Error, TransportError};
use crate::message::PreparedRequest;
use crate::message::RawResponse;
use crate::retry::retry_after;
use crate::transport::{Attempt, ClientRuntime, accept_json};
use crate::wire::decode;
use crate::wire::response_plan::ResponsePlan;

/// The time that a lease extends beyond the request's limit, to record how the request ended.
const GRACE: Duration = Duration::from_secs(1);

/// The time limit of any token request. All processes wait for the lease of one that died.
pub(crate) const MAX_TOKEN_REQUEST: Duration = Duration::from_secs(5 * 60);

/// Returns the time limit of the client's own token request.
pub(super) fn limit(runtime: &ClientRuntime) -> Duration {
    let settings = runtime.settings();
    settings.attempt_timeout.min(settings.call_timeout).min(MAX_TOKEN_REQUEST)
}

/// Returns the terms of a request with this limit.
pub(super) fn terms(runtime: &ClientRuntime, limit: Duration) -> Terms {
    Terms {
        lease: limit.saturating_add(GRACE),
        // One of ages is as good as one without end, and does not overflow the clock.
        suspension: runtime.settings().token_suspension.min(AGES),
    }
}

/// Sends one token request. There are no retries here, since each request may count as a failed
/// attempt. The error is the complete failure, for the caller to inspect.
pub(super) async fn request_token(
    runtime: &ClientRuntime,
    source: &TokenSource,
    deadline: Instant,
) -> (TokenRequestResult, Option<Error>) {
    if deadline <= Instant::now() {
        return (TokenRequestResult::without_time(), None);
    }
    let settings = runtime.settings();
    let (request, base) = (source.request(), &source.place().base);
    let mut headers = settings.default_headers.clone();
    accept_json(&mut headers);
    headers.insert(CONTENT_TYPE, request.media_type.clone());
    headers.entry(USER_AGENT).or_insert_with(|| settings.user_agent.clone());
    if let Some(basic) = &request.basic {
        headers.insert(AUTHORIZATION, basic.clone());
    }
    let prepared = PreparedRequest {
        method: Method::POST,
        target: format!("{}{}", base.prefix(), request.path),
        base: base.clone(),
        headers,
        body: request.body.clone(),
        carries_unique_id: false,
    };
    let end = deadline.min(after(limit(runtime)));
    let attempt = Attempt {
        number: 1,
        deadline: end.into_std(),
        max_response_bytes: settings.max_response_bytes,
        product: source.product(),
        endpoint: None,
        token_request: true,
    };
    let end = match runtime.transport().send(prepared, attempt, end).await {
        Err(error) => (
            TokenRequestResult::without_response(&error, source),
            Some(Error::from(error).after(1, None)),
        ),
        Ok(response) => {
            let (parts, body) = response.into_parts();
            let raw = RawResponse {
                status: parts.status,
                headers: parts.headers,
                body,
                attempts: 1,
                earlier: None,
            };
            read(source, raw)
        }
    };
    tracing::debug!(
        target: "enkash",
        { server.address = base.host(), granted = end.0.token.is_some() },
        "token request"
    );
    end
}

fn read(source: &TokenSource, mut raw: RawResponse) -> (TokenRequestResult, Option<Error>) {
    let ended = TokenRequestResult::with_response(raw.status, &raw.headers, &raw.body, source);
    if ended.token.is_some() {
        wipe(raw.body);
        return (ended, None);
    }
    let cause = match decode::failure(&ResponsePlan::of_product(source.product()), &raw) {
        Some(error) => Error::Api(Box::new(error)),
        None => {
            // A success in an unknown format could contain a token.
            raw.body = Bytes::new();
            let what = "the response of the token request contains no token";
            Error::Decode(Box::new(DecodeError::new(&raw, what, Outcome::Unknown)))
        }
    };
    (ended, Some(cause))
}

impl TokenRequestResult {
    /// The result if the lease expired before the request: another process may have taken its turn.
    fn without_time() -> Self {
        let reason = "the token store or this process was too slow".to_owned();
        TokenRequestResult { end: RequestEnd::NotSent, token: None, reason, retry_after: None }
    }

    fn without_response(error: &TransportError, source: &TokenSource) -> Self {
        let end = match error.outcome {
            Outcome::NotSent => RequestEnd::NotSent,
            _ => RequestEnd::Lost,
        };
        let reason = format!("{}; {}", error.failure(), reason::settings_to_check(source, None));
        TokenRequestResult { end, token: None, reason, retry_after: None }
    }

    fn with_response(
        status: StatusCode,
        headers: &HeaderMap,
        body: &[u8],
        source: &TokenSource,
    ) -> Self {
        let response = TokenResponse::read(body, source.request().names);
        // A token that is not valid in a header counts as missing.
        let token = response.token.as_ref().filter(|token| {
            status.is_success() && header::bearer(token, source.place().without_bearer).is_ok()
        });
        let now = SystemTime::now();
        let mut reason = reason::describe(status, &response, source.account().credentials());
        let check = reason::settings_to_check(source, Some((status, &response)));
        if !check.is_empty() {
            reason.push_str("; ");
            reason.push_str(&check);
        }
        TokenRequestResult {
            end: RequestEnd::Response {
                status,
                has_token: token.is_some(),
                refuses: response.refuses(),
            },
            token: token.map(|token| {
                (Secret::from(token.as_str()), response.lifetime(response_time(headers, now)))
            }),
            reason,
            retry_after: retry_after(headers, now),
        }
    }
}

/// Zeroes the memory of a body that contained a token, if it has no other owner.
fn wipe(body: Bytes) {
    if let Ok(mut body) = body.try_into_mut() {
        body.as_mut().zeroize();
    }
}

/// Checks whether the account allows a token request that the user declared, and counts it. The
/// request then has `limit`, and ends by the deadline.
///
/// # Errors
/// Returns an error if the account is refused or suspended, or its turn does not come before the
/// deadline.
pub(crate) async fn begin_declared(
    runtime: &ClientRuntime,
    source: &TokenSource,
    limit: Duration,
    deadline: Instant,
) -> Result<Ticket, Error> {
    let account = source.account();
    let limit = limit.min(deadline.saturating_duration_since(Instant::now()));
    // The call's own time limit starts once the store has the lease.
    let terms = terms(runtime, limit.saturating_add(account.store_limit()));
    let mut failure: Option<TokenError> = None;
    loop {
        // Boxed, since the future of every call would otherwise reserve space for it.
        let begin = Box::pin(account.begin(source.place(), Purpose::Declared, terms));
        let Ok(begun) = timeout_at(deadline, begin).await else {
            return Err(TokenError::late(failure));
        };
        let now = match begun {
            Ok(Begun::Request(ticket)) if Instant::now() < deadline => return Ok(ticket),
            Ok(Begun::Request(ticket)) => {
                // It would end before it is sent, and count as a failed attempt.
                finish(runtime, ticket, TokenRequestResult::without_time());
                return Err(TokenError::late(failure));
            }
            Ok(Begun::Failed(step)) => TokenError::of_decision(step, account.cause()),
            // No token serves this purpose.
            Ok(Begun::Token(_) | Begun::Keep) => None,
            Err(error) => Some(TokenError::of_store(error)),
        };
        match now.as_ref().and_then(|failure| failure.pause_before(deadline)) {
            Some(pause) => account.changed_within(pause).await,
            None => return Err(TokenError::late(now)),
        }
        failure = now;
    }
}

/// Records how a declared token request ended. Its token is only for the caller.
pub(crate) fn finish_declared(
    runtime: &ClientRuntime,
    source: &TokenSource,
    ticket: Ticket,
    result: &Result<http::Response<Bytes>, TransportError>,
) -> JoinHandle<()> {
    let ended = match result {
        Err(error) => TokenRequestResult::without_response(error, source),
        Ok(response) => {
            let ended = TokenRequestResult::with_response(
                response.status(),
                response.headers(),
                response.body(),
                source,
            );
            TokenRequestResult { token: None, ..ended }
        }
    };
    finish(runtime, ticket, ended)
}

/// Records the end in its own task, so that it is not lost if the call is dropped or times out.
fn finish(runtime: &ClientRuntime, ticket: Ticket, ended: TokenRequestResult) -> JoinHandle<()> {
    let fraction = runtime.jitter().fraction();
    tokio::spawn(async move {
        // If the store is unreachable, the request stays counted.
        let _ = ticket.finish(&ended, None, fraction).await;
    })
}
