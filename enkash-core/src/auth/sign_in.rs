//! The token call itself.

use std::sync::Arc;
use std::time::SystemTime;

use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_TYPE, USER_AGENT};
use http::{HeaderMap, Method, StatusCode};
use tokio::time::{Instant, sleep};
use zeroize::Zeroize;

use super::grant::{Grant, NoGrant, read_grant};
use super::{Credentials, Token, TokenSource, sensitive_header};
use crate::client::Client;
use crate::clock::{after, answered_at};
use crate::decode;
use crate::error::{AuthError, AuthErrorKind, DecodeError, Error};
use crate::outcome::Outcome;
use crate::outgoing::Outgoing;
use crate::reply::Answer;
use crate::retry::{Happened, Resend, Verdict, delay, verdict};
use crate::transport::{Attempt, accept_json};

/// Why there is no token, shared by all who waited for it.
#[derive(Clone)]
pub(super) struct NoToken {
    kind: AuthErrorKind,
    cause: Arc<Error>,
}

impl NoToken {
    fn unavailable(cause: impl Into<Error>) -> Self {
        NoToken { kind: AuthErrorKind::Unavailable, cause: Arc::new(cause.into()) }
    }

    fn refused(cause: Arc<Error>) -> Self {
        NoToken { kind: AuthErrorKind::Refused, cause }
    }
}

impl From<NoToken> for AuthError {
    fn from(failure: NoToken) -> Self {
        AuthError::new(failure.kind, Some(failure.cause))
    }
}

/// Signs in, unless the account's credentials were refused before.
pub(super) async fn sign_in(client: &Client, source: &TokenSource) -> Result<Token, NoToken> {
    let account = source.account();
    let _turn = account.turn.lock().await;
    if let Some(refusal) = account.refusal() {
        return Err(NoToken::refused(refusal));
    }
    let credentials = account.credentials();
    let answer = ask(client, source, &credentials).await?;
    let result = read(source, answer);
    if let Err(failure) = &result
        && failure.kind == AuthErrorKind::Refused
    {
        account.remember_refusal(&credentials, Arc::clone(&failure.cause));
    }
    tracing::debug!(server.address = source.base().host(), granted = result.is_ok(), "token call");
    result
}

/// Sends the token call. It is repeated only where the connection was never made, so that no sign-in happens twice.
async fn ask(client: &Client, source: &TokenSource, credentials: &Credentials) -> Result<Answer, NoToken> {
    let settings = client.settings();
    let (path, media_type, body) = credentials.token_call();
    let mut headers = HeaderMap::with_capacity(5);
    accept_json(&mut headers);
    headers.insert(CONTENT_TYPE, media_type);
    headers.insert(USER_AGENT, settings.user_agent.clone());
    if let Some(basic) = credentials.basic() {
        headers.insert(AUTHORIZATION, basic.clone());
    }
    let outgoing = Outgoing {
        method: Method::POST,
        target: format!("{}{path}", source.base().prefix()),
        base: source.base().clone(),
        headers,
        body,
        carries_unique_id: false,
    };
    let deadline = after(settings.call_timeout);
    let mut attempts = 0;
    loop {
        attempts += 1;
        let attempt = Attempt {
            number: attempts,
            max_response_bytes: settings.max_response_bytes,
            endpoint: None,
            token_call: true,
        };
        let end = deadline.min(after(settings.attempt_timeout));
        let error = match client.carrier().send(outgoing.clone(), attempt, end).await {
            Ok(response) => {
                let (parts, body) = response.into_parts();
                return Ok(Answer {
                    status: parts.status,
                    headers: parts.headers,
                    body,
                    attempts,
                    earlier: None,
                });
            }
            Err(error) => error,
        };
        let happened = Happened::failed(&error);
        let wait = delay(&settings.retry, attempts, None, SystemTime::now(), client.jitter().fraction());
        if verdict(&settings.retry, Resend::Unperformed, attempts, false, happened) != Verdict::Again
            || deadline.saturating_duration_since(Instant::now()) <= wait
        {
            return Err(NoToken::unavailable(Error::Transport(Box::new(error)).after(attempts, None)));
        }
        sleep(wait).await;
    }
}

fn read(source: &TokenSource, mut answer: Answer) -> Result<Token, NoToken> {
    if !answer.status.is_success() {
        let kind = if speaks_of_credentials(answer.status) {
            AuthErrorKind::Refused
        } else {
            AuthErrorKind::Unavailable
        };
        let cause = match decode::failure(source.product(), &answer) {
            Some(error) => Error::Api(Box::new(error)),
            None => unreadable(&answer, "the token call failed"),
        };
        return Err(NoToken { kind, cause: Arc::new(cause) });
    }
    let grant = read_grant(&answer.body, answered_at(&answer.headers, SystemTime::now()));
    // A success is the only answer with a token in it.
    let body = std::mem::take(&mut answer.body);
    match grant {
        Ok(Grant { authorization, lifetime }) => {
            wipe(body);
            let header = sensitive_header(authorization, "the token that the server gave")
                .map_err(NoToken::unavailable)?;
            Ok(Token { header, issued: Instant::now(), lifetime })
        }
        Err(NoGrant::Withheld) => {
            answer.body = body;
            // A failure in a success status is told in full; an unknown form of success could hold a token.
            let cause = match decode::failure(source.product(), &answer) {
                Some(error) => Error::Api(Box::new(error)),
                None => {
                    unreadable(&Answer { body: Bytes::new(), ..answer }, "the token call brought no token")
                }
            };
            Err(NoToken::refused(Arc::new(cause)))
        }
        Err(NoGrant::Unreadable) => {
            Err(NoToken::unavailable(unreadable(&answer, "the token call's answer is no JSON object")))
        }
    }
}

fn unreadable(answer: &Answer, what: &'static str) -> Error {
    Error::Decode(Box::new(DecodeError::new(answer, what, Outcome::Unknown)))
}

/// Whether a status says that the credentials are wrong or locked, rather than that something else failed.
fn speaks_of_credentials(status: StatusCode) -> bool {
    matches!(status.as_u16(), 400 | 401 | 403 | 422 | 423)
}

/// Wipes the memory of a body that held a token, if nobody else has it.
fn wipe(body: Bytes) {
    if let Ok(mut body) = body.try_into_mut() {
        body.as_mut().zeroize();
    }
}
