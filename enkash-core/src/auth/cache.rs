//! The tokens of an account in this process, by where they come from.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{Instant, sleep};

use super::Token;
use super::token_error::TokenError;
use super::token_request::TokenRequest;
use crate::message::BaseUrl;

/// How long a call waits after a renewal that ended without an end.
const PANIC_PAUSE: Duration = Duration::from_millis(500);

/// Where tokens come from, and how they are sent. What has the same place shares tokens.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct TokenPlace {
    pub(super) base: BaseUrl,
    /// The URL of the token request.
    url: Arc<str>,
    /// Tokens are sent without `Bearer ` in front.
    pub(super) without_bearer: bool,
}

impl TokenPlace {
    pub(super) fn new(base: BaseUrl, request: &TokenRequest, without_bearer: bool) -> Self {
        let url = format!("{}{}", base.url().as_str().trim_end_matches('/'), request.path).into();
        TokenPlace { base, url, without_bearer }
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

/// A renewal that is under way. It runs as a task of its own: a call that waits for it can be dropped without harm to the
/// others, and the response is never lost, since servers count failed attempts.
#[derive(Clone)]
pub(super) struct Renewal {
    pub(super) end: watch::Receiver<Option<End>>,
    /// By then the task has ended, or its runtime is stalled.
    pub(super) give_up: Instant,
}

/// How a renewal ended, for all who wait.
#[derive(Clone)]
pub(super) enum End {
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
        // A renewal that ended has been taken out; the channel of one that was dropped with its runtime is closed.
        self.end.has_changed().is_ok() && Instant::now() < self.give_up
    }

    pub(super) async fn ended(&mut self) -> End {
        let end = self.end.wait_for(Option::is_some).await.map(|end| end.clone());
        if end.is_err() {
            // It panicked, or its runtime has ended. The next one could do the same.
            sleep(PANIC_PAUSE).await;
        }
        end.ok().flatten().unwrap_or(End::Again)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_renewal_that_panicked_is_not_followed_by_the_next_one_at_once() {
        let (sender, end) = watch::channel(None);
        let mut renewal = Renewal { end, give_up: Instant::now() + Duration::from_secs(60) };
        drop(sender);
        assert!(!renewal.is_under_way());
        let begin = Instant::now();
        assert!(matches!(renewal.ended().await, End::Again));
        assert_eq!(begin.elapsed(), PANIC_PAUSE);
    }
}
