//! The tokens of an account in this process, by where they come from.

use std::sync::Arc;

use tokio::sync::watch;
use tokio::time::Instant;

use super::Token;
use super::token_error::TokenError;
use super::token_request::TokenRequest;
use crate::message::BaseUrl;

/// Where tokens come from, and how they are sent. What has the same place shares tokens.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct TokenHost {
    pub(super) base: BaseUrl,
    /// The URL of the token request.
    url: Arc<str>,
    /// Tokens are sent without `Bearer ` in front.
    pub(super) without_bearer: bool,
}

impl TokenHost {
    pub(super) fn new(base: BaseUrl, request: &TokenRequest, without_bearer: bool) -> Self {
        let url = format!("{}{}", base.url().as_str().trim_end_matches('/'), request.path).into();
        TokenHost { base, url, without_bearer }
    }

    /// What identifies the token host among those of the account.
    pub(super) fn key(&self) -> &str {
        &self.url
    }
}

/// The tokens of one account at one host, in this process.
#[derive(Default)]
pub(super) struct TokenCache {
    pub(super) token: Option<Arc<Token>>,
    pub(super) renewal: Option<Renewal>,
    /// No early renewal before this moment.
    pub(super) early_pause: Option<Instant>,
}

/// A renewal that is under way. It runs as a task of its own: a call that waits for it can be
/// dropped without harm to the others, and the response is never lost, since servers count failed
/// attempts.
#[derive(Clone)]
pub(super) struct Renewal {
    pub(super) end: watch::Receiver<Option<RenewalResult>>,
    /// By then the task has ended, or its runtime is stalled.
    pub(super) give_up: Instant,
}

/// How a renewal ended, for all who wait.
#[derive(Clone)]
pub(super) enum RenewalResult {
    Token(Arc<Token>),
    Failed(TokenError),
    /// Nothing is known: look again.
    Again,
}

impl TokenCache {
    /// Takes a renewal out, if it is still the one.
    pub(super) fn drop_renewal(&mut self, renewal: &Renewal) {
        self.renewal.take_if(|own| own.end.same_channel(&renewal.end));
    }
}

impl Renewal {
    pub(super) fn is_under_way(&self) -> bool {
        // A renewal that ended has been taken out; the channel of one that was dropped with its
        // runtime is closed.
        self.end.has_changed().is_ok() && Instant::now() < self.give_up
    }

    /// `None` if it panicked, or its runtime has ended.
    pub(super) async fn ended(&mut self) -> Option<RenewalResult> {
        self.end.wait_for(Option::is_some).await.ok()?.clone()
    }
}
