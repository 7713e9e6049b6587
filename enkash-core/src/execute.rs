//! The way of a call between writing and decoding: seal, then attempts of authorise, send and judge, then open. Not
//! generic: a program has one of it, however many endpoints it uses.

use std::ops::Deref;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::header::{AUTHORIZATION, HeaderName, USER_AGENT};
use http::{HeaderMap, HeaderValue, StatusCode};
use tokio::runtime::Handle;
use tokio::time::{Instant, sleep};

use crate::auth::{Authority, Token, begin_declared, settle_declared};
use crate::client::Client;
use crate::clock::after;
use crate::decode;
use crate::endpoint::{CallAuth, EndpointInfo};
use crate::error::{ConfigError, DecodeError, Error, TransportError, TransportErrorKind};
use crate::outcome::Outcome;
use crate::outgoing::Outgoing;
use crate::product::{AuthScheme, Product};
use crate::reply::Answer;
use crate::retry::{Happened, Resend, RetryPolicy, Verdict, delay, verdict};
use crate::seal::{Sealer, check_encryptable};
use crate::transport::{Attempt, accept_json};

const PARTNER_ID: HeaderName = HeaderName::from_static("partnerid");
const MERCHANT_ACCESS_KEY: HeaderName = HeaderName::from_static("merchantaccesskey");

/// Beyond this size an answer is no refused token: that one carries a short text.
const LONGEST_REFUSAL: usize = 4096;

/// The facts of a call's endpoint.
#[derive(Clone)]
pub(crate) enum Facts {
    Declared(&'static EndpointInfo),
    Raw(Arc<EndpointInfo>),
}

impl Facts {
    fn declared(&self) -> Option<&'static EndpointInfo> {
        match self {
            Facts::Declared(info) => Some(info),
            Facts::Raw(_) => None,
        }
    }
}

impl Deref for Facts {
    type Target = EndpointInfo;

    fn deref(&self) -> &EndpointInfo {
        match self {
            Facts::Declared(info) => info,
            Facts::Raw(info) => info,
        }
    }
}

/// What one call asks for in place of the client's settings.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Options {
    pub(crate) timeout: Option<Duration>,
    pub(crate) attempt_timeout: Option<Duration>,
    pub(crate) retry: Option<RetryPolicy>,
}

/// Sends a written request as often as the policy says, and returns the answer that settles it.
pub(crate) async fn execute(
    client: Client,
    facts: Facts,
    mut outgoing: Outgoing,
    options: Options,
) -> Result<Answer, Error> {
    if Handle::try_current().is_err() {
        return Err(ConfigError::new(
            "a client works inside a tokio runtime; outside of one use `blocking::Client`",
        )
        .into());
    }
    let settings = client.settings();
    let policy = options.retry.unwrap_or(settings.retry);
    let attempt_timeout = options.attempt_timeout.unwrap_or(settings.attempt_timeout);
    let deadline = after(options.timeout.unwrap_or(settings.call_timeout));
    let resend = resend(&facts, &outgoing);
    // Before its body is sealed: the credentials in it say whose token it requests.
    let requested_account = client.auth().requested_account(&facts, &outgoing.body);
    let sealer = seal(&client, &facts, &mut outgoing)?;
    let authority = client.auth().authority(facts.product, facts.auth)?;
    add_headers(&client, &facts, &mut outgoing.headers)?;

    let mut past = Past::default();
    let mut refused: Option<Arc<Token>> = None;
    loop {
        let token = match &authority {
            Authority::None | Authority::Fixed(_) => None,
            Authority::Tokens(source) => match source.token(&client, refused.as_ref(), deadline).await {
                Ok(token) => Some(token),
                Err(error) => return Err(past.end(error)),
            },
        };
        // A limit that has passed would still let the request begin.
        if Instant::now() >= deadline {
            return Err(past.end(late(Outcome::NotSent)));
        }
        let ticket = match &requested_account {
            None => None,
            Some(account) => {
                match begin_declared(&client, account, &outgoing.base, attempt_timeout, deadline).await {
                    Ok(ticket) => Some(ticket),
                    Err(error) => return Err(past.end(error)),
                }
            }
        };
        past.attempts += 1;
        let attempt = Attempt {
            number: past.attempts,
            max_response_bytes: settings.max_response_bytes,
            endpoint: facts.declared(),
            token_call: false,
        };
        let request = authorised(&outgoing, &authority, token.as_deref());
        let end = deadline.min(after(attempt_timeout));
        let result = client.carrier().send(request, attempt, end).await;
        if let Some(ticket) = ticket {
            settle_declared(&client, ticket, &result).await;
        }
        let happened = happened(&facts, &result);
        let renewable = match (&authority, &token) {
            (Authority::Tokens(source), Some(token)) if happened == Happened::TokenRefused => {
                if refused.is_some() {
                    source.refused_again();
                }
                refused.is_none() && source.may_renew(token)
            }
            _ => false,
        };
        match verdict(&policy, resend, past.attempts, renewable, happened) {
            Verdict::Settle => return settle(result, past, sealer.as_deref()),
            Verdict::Renew => refused = token,
            Verdict::Again => {
                let headers = result.as_ref().ok().map(http::Response::headers);
                let wait =
                    delay(&policy, past.attempts, headers, SystemTime::now(), client.jitter().fraction());
                // A wait that ends with the call's time would be for nothing.
                if deadline.saturating_duration_since(Instant::now()) <= wait {
                    return settle(result, past, sealer.as_deref());
                }
                tracing::debug!(
                    attempt = past.attempts,
                    wait_ms = wait.as_millis() as u64,
                    "sending the call again"
                );
                sleep(wait).await;
            }
        }
        past.note(happened.outcome());
    }
}

/// What is known of the attempts so far.
#[derive(Debug, Clone, Copy, Default)]
struct Past {
    attempts: u32,
    /// The outcomes of all attempts but the last one, folded.
    earlier: Option<Outcome>,
}

impl Past {
    fn note(&mut self, outcome: Outcome) {
        self.earlier = Some(self.earlier.map_or(outcome, |earlier| earlier.and_then(outcome)));
    }

    fn end(self, error: Error) -> Error {
        error.after(self.attempts, self.earlier)
    }
}

fn resend(info: &EndpointInfo, outgoing: &Outgoing) -> Resend {
    if info.idempotent {
        Resend::Always
    } else if outgoing.carries_unique_id {
        Resend::Unique
    } else {
        Resend::Unperformed
    }
}

fn late(outcome: Outcome) -> Error {
    Error::Transport(Box::new(TransportError::new(TransportErrorKind::Timeout, outcome)))
}

/// Encrypts the body where the endpoint demands it.
fn seal(
    client: &Client,
    info: &EndpointInfo,
    outgoing: &mut Outgoing,
) -> Result<Option<Arc<Sealer>>, ConfigError> {
    if !info.is_sealed() {
        return Ok(None);
    }
    check_encryptable(info, &outgoing.body)?;
    if !client.settings().seals {
        return Ok(None);
    }
    let sealer = client.auth().sealer(info.product)?;
    if !outgoing.body.is_empty() {
        outgoing.body = sealer.seal(&outgoing.body);
    }
    Ok(Some(sealer))
}

/// Adds the headers that every attempt carries. What the request itself says stands.
fn add_headers(client: &Client, info: &EndpointInfo, headers: &mut HeaderMap) -> Result<(), ConfigError> {
    let settings = client.settings();
    add(headers, USER_AGENT, settings.user_agent.clone());
    accept_json(headers);
    let product = info.product;
    if product.sends_partner_id() && !headers.contains_key(PARTNER_ID) {
        match &settings.partner_id {
            Some(id) => add(headers, PARTNER_ID, id.clone()),
            // Not all calls of rewards take it, and the documents of the token calls do not name it.
            None if product == Product::Loyalty || info.auth == CallAuth::Basic => {}
            None => {
                return Err(ConfigError::new(format!(
                    "calls of {product} carry the partner's id: give the client `.partner_id(…)` or ENKASH_PARTNER_ID"
                )));
            }
        }
    }
    if info.auth == CallAuth::Product
        && product.auth_scheme() == AuthScheme::Merchant
        && let Some(access_key) = client.auth().access_key(product)
    {
        add(headers, MERCHANT_ACCESS_KEY, access_key);
    }
    Ok(())
}

/// The request of one attempt.
fn authorised(outgoing: &Outgoing, authority: &Authority, token: Option<&Token>) -> Outgoing {
    let mut request = outgoing.clone();
    let header = match (authority, token) {
        (_, Some(token)) => Some(&token.header),
        (Authority::Fixed(header), None) => Some(header),
        (_, None) => None,
    };
    if let Some(header) = header {
        request.headers.insert(AUTHORIZATION, header.clone());
    }
    request
}

fn add(headers: &mut HeaderMap, name: HeaderName, value: HeaderValue) {
    headers.entry(name).or_insert(value);
}

fn happened(info: &EndpointInfo, result: &Result<http::Response<Bytes>, TransportError>) -> Happened {
    match result {
        Ok(response) if token_refused(info, response) => Happened::TokenRefused,
        Ok(response) => Happened::Answered(response.status()),
        Err(error) => Happened::failed(error),
    }
}

/// Whether the server says that it does not take the token: by its status, or by the gateway's result code, for which
/// its short answers are read.
fn token_refused(info: &EndpointInfo, response: &http::Response<Bytes>) -> bool {
    if response.status() == StatusCode::UNAUTHORIZED {
        return true;
    }
    info.product.auth_scheme() == AuthScheme::Merchant
        && response.body().len() <= LONGEST_REFUSAL
        && decode::refuses_token(info.product, response.body())
}

fn answer(status: StatusCode, headers: HeaderMap, body: Bytes) -> Answer {
    Answer { status, headers, body, attempts: 1, earlier: None }
}

/// The end of a call: the answer, opened where it is sealed, or the failure of the last attempt.
fn settle(
    result: Result<http::Response<Bytes>, TransportError>,
    past: Past,
    sealer: Option<&Sealer>,
) -> Result<Answer, Error> {
    let response = result.map_err(|error| past.end(Error::Transport(Box::new(error))))?;
    let (parts, body) = response.into_parts();
    let mut answer = answer(parts.status, parts.headers, body);
    answer.attempts = past.attempts;
    answer.earlier = past.earlier;
    match sealer.and_then(|sealer| sealer.open(&answer.body)) {
        None => {}
        Some(Ok(plain)) => answer.body = plain,
        // An error status says enough by itself.
        Some(Err(_)) if !answer.status.is_success() => {}
        Some(Err(error)) => {
            let error = DecodeError::new(&answer, error.what(), Outcome::Unknown);
            return Err(past.end(Error::Decode(Box::new(error))));
        }
    }
    Ok(answer)
}

#[cfg(test)]
mod tests;
