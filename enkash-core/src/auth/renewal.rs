//! Provides the current token and renews it, once for all waiting calls. `token.rs` decides when a
//! token counts as expiring.

use std::sync::Arc;
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::sync::watch;
use tokio::time::{Instant, timeout_at};

use super::account::Begun;
use super::account_record::Purpose;
use super::cache::{Renewal, RenewalResult, TokenCache};
use super::source::TokenSource;
use super::token::TokenState;
use super::{Token, request_token, token_error::TokenError};
use crate::error::{ConfigError, Error};
use crate::transport::ClientRuntime;

/// The pause after an early renewal that obtained no token. The old token is still valid, so there
/// is no need to hurry.
const EARLY_PAUSE: Duration = Duration::from_secs(10);

/// The pause of a call after a renewal that panicked, since the next one could panic as well.
const PANIC_PAUSE: Duration = Duration::from_millis(500);

/// The minimum age of a refused token for a renewal. If a younger token is refused, the cause is
/// not the token, and another one would be refused as well.
const YOUNG: Duration = Duration::from_secs(30);

enum Found {
    Token(Arc<Token>),
    Renewal(Renewal),
}

impl TokenSource {
    /// Returns a token that is valid as far as the client knows, other than the one that the server
    /// just refused.
    ///
    /// # Errors
    /// Returns an error if no token can be obtained, or none by the deadline.
    pub(crate) async fn token(
        self: &Arc<Self>,
        runtime: &ClientRuntime,
        refused: Option<&Arc<Token>>,
        deadline: Instant,
    ) -> Result<Arc<Token>, Error> {
        let mut failure: Option<TokenError> = None;
        loop {
            let mut renewal = match self.find(runtime, refused)? {
                Found::Token(token) => return Ok(token),
                Found::Renewal(renewal) => renewal,
            };
            let end = match timeout_at(deadline.min(renewal.give_up), renewal.ended()).await {
                Ok(Some(end)) => end,
                Ok(None) => {
                    // The next renewal could panic as well.
                    let left = deadline.saturating_duration_since(Instant::now());
                    self.account().changed_within(PANIC_PAUSE.min(left)).await;
                    continue;
                }
                Err(_) if Instant::now() >= deadline => return Err(TokenError::late(failure)),
                Err(_) => {
                    self.account().drop_renewal(self.place(), &renewal);
                    continue;
                }
            };
            match end {
                RenewalResult::Token(token) if !is_same(refused, &token) => return Ok(token),
                RenewalResult::Failed(now) => match now.pause_before(deadline) {
                    Some(pause) => {
                        self.account().changed_within(pause).await;
                        failure = Some(now);
                    }
                    None => return Err(now.into_error()),
                },
                _ => {}
            }
        }
    }

    /// Returns whether another token may help a call whose token was refused: there already is one,
    /// or this one is old enough to have been revoked.
    pub(crate) fn may_renew(&self, refused: &Arc<Token>) -> bool {
        let newest = self.account().local().cache(self.place()).token.clone();
        if newest.is_none_or(|newest| !Arc::ptr_eq(&newest, refused)) {
            return true;
        }
        let now = Instant::now();
        now.saturating_duration_since(refused.issued) >= YOUNG
            && self.no_renewal_until().is_none_or(|until| until <= now)
    }

    /// Returns the token of this process, or a renewal to wait for.
    fn find(
        self: &Arc<Self>,
        runtime: &ClientRuntime,
        refused: Option<&Arc<Token>>,
    ) -> Result<Found, ConfigError> {
        let now = Instant::now();
        let mut local = self.account().local();
        let cache = local.cache(self.place());
        let unwanted = match cache.token.clone() {
            None => None,
            Some(token) if is_same(refused, &token) => Some(token.serial),
            Some(token) => match token.state(now) {
                TokenState::Valid => return Ok(Found::Token(token)),
                TokenState::Expiring => {
                    if cache.early_pause.is_none_or(|until| until <= now) {
                        // The current token remains valid if the renewal fails.
                        let purpose = Purpose::EarlyRenewal { of: token.serial };
                        let _ = self.renewal(cache, runtime, purpose);
                    }
                    return Ok(Found::Token(token));
                }
                TokenState::Expired => Some(token.serial),
            },
        };
        self.renewal(cache, runtime, Purpose::Call { unwanted }).map(Found::Renewal)
    }

    /// Returns the renewal in progress, or starts one.
    fn renewal(
        self: &Arc<Self>,
        cache: &mut TokenCache,
        runtime: &ClientRuntime,
        purpose: Purpose,
    ) -> Result<Renewal, ConfigError> {
        if let Some(renewal) = &cache.renewal
            && renewal.is_under_way()
        {
            return Ok(renewal.clone());
        }
        let tokio = Handle::try_current().map_err(|_| {
            ConfigError::new(
                "a client works inside a tokio runtime; outside of one use `blocking::Client`",
            )
        })?;
        let (sender, receiver) = watch::channel(None);
        let lease = request_token::terms(runtime, request_token::limit(runtime)).lease;
        // The store is called before the request and after it.
        let give_up = Instant::now() + lease + 2 * self.account().store_limit();
        let renewal = Renewal { end: receiver, give_up };
        cache.renewal = Some(renewal.clone());
        let (source, runtime, own) = (Arc::clone(self), runtime.clone(), renewal.clone());
        tokio.spawn(async move {
            let end = source.renew(&runtime, purpose).await;
            let mut local = source.account().local();
            let cache = local.cache(source.place());
            if matches!(purpose, Purpose::EarlyRenewal { .. }) {
                let failed = !matches!(end, RenewalResult::Token(_));
                cache.early_pause = failed.then(|| Instant::now() + EARLY_PAUSE);
            }
            cache.drop_renewal(&own);
            drop(local);
            // No call may be waiting any more.
            let _ = sender.send(Some(end));
        });
        Ok(renewal)
    }

    async fn renew(&self, runtime: &ClientRuntime, purpose: Purpose) -> RenewalResult {
        let account = self.account();
        let terms = request_token::terms(runtime, request_token::limit(runtime));
        let ticket = match account.begin(self.place(), purpose, terms).await {
            Ok(Begun::Token(token)) => return RenewalResult::Token(token),
            Ok(Begun::Keep) => return RenewalResult::Again,
            Ok(Begun::Failed(step)) => {
                return TokenError::of_decision(step, account.cause())
                    .map_or(RenewalResult::Again, RenewalResult::Failed);
            }
            Ok(Begun::Request(ticket)) => ticket,
            Err(error) => return RenewalResult::Failed(TokenError::of_store(error)),
        };
        let (ended, cause) = request_token::request_token(
            runtime,
            self,
            ticket.deadline(request_token::limit(runtime)),
        )
        .await;
        match ticket.finish(&ended, cause, runtime.jitter().fraction()).await {
            Ok((_, Some(token))) => RenewalResult::Token(token),
            Ok((finished, None)) => TokenError::of_settled(finished, &ended, account.cause())
                .map_or(RenewalResult::Again, RenewalResult::Failed),
            Err(error) => RenewalResult::Failed(TokenError::of_store(error)),
        }
    }
}

fn is_same(refused: Option<&Arc<Token>>, token: &Arc<Token>) -> bool {
    refused.is_some_and(|refused| Arc::ptr_eq(refused, token))
}
