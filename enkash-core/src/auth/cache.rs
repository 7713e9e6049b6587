//! The tokens of an account in this process, by token host.

use std::sync::Arc;

use tokio::sync::watch;
use tokio::time::Instant;

use super::Token;
use super::token_error::TokenError;
use super::token_request::TokenRequest;
use crate::message::BaseUrl;

/// The token host, and how tokens are sent. Products with equal values share tokens.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct TokenHost {
    pub(super) base: BaseUrl,
    /// The URL of the token request.
    url: Arc<str>,
    /// Whether tokens are sent without the prefix `Bearer `.
    pub(super) without_bearer: bool,
}

impl TokenHost {
    pub(super) fn new(base: BaseUrl, request: &TokenRequest, without_bearer: bool) -> Self {
        let url = format!("{}{}", base.url().as_str().trim_end_matches('/'), request.path).into();
        TokenHost { base, url, without_bearer }
    }

    /// Returns the key of the token host within the account.
    pub(super) fn key(&self) -> &str {
        &self.url
    }
}

/// The tokens of one account at one host, in this process.
#[derive(Default)]
pub(super) struct TokenCache {
    pub(super) token: Option<Arc<Token>>,
    pub(super) renewal: Option<Renewal>,
    /// The time before which no early renewal starts.
    pub(super) early_pause: Option<Instant>,
}

/// A renewal in progress. It runs as its own task, so that a waiting call can be dropped without
/// affecting others, and the response is never lost, since servers count failed attempts.
#[derive(Clone)]
pub(super) struct Renewal {
    pub(super) end: watch::Receiver<Option<RenewalResult>>,
    /// The time by which the task has ended, or its runtime is stalled.
    pub(super) give_up: Instant,
}

/// The result of a renewal, for all waiting calls.
#[derive(Clone)]
pub(super) enum RenewalResult {
    Token(Arc<Token>),
    Failed(TokenError),
    /// Unknown: the caller checks again.
    Again,
}

impl TokenCache {
    /// Removes a renewal, if it is still the current one.
    pub(super) fn drop_renewal(&mut self, renewal: &Renewal) {
        self.renewal.take_if(|own| own.end.same_channel(&renewal.end));
    }
}

impl Renewal {
    pub(super) fn is_under_way(&self) -> bool {
        // A finished renewal is removed; a renewal dropped with its runtime has closed its channel.
        self.end.has_changed().is_ok() && Instant::now() < self.give_up
    }

    /// Waits for the result; `None` if the task panicked, or its runtime ended.
    pub(super) async fn ended(&mut self) -> Option<RenewalResult> {
        self.end.wait_for(Option::is_some).await.ok()?.clone()
    }
}
