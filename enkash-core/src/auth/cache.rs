//! The token that is in use, and its renewal: one, for however many calls wait for it.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::sync::watch;
use tokio::time::Instant;

use super::sign_in::{self, NoToken};
use super::token::Freshness;
use super::{Account, Token};
use crate::client::Client;
use crate::error::{AuthError, AuthErrorKind, ConfigError};
use crate::outgoing::BaseUrl;
use crate::product::Product;

/// After an early renewal that failed, the old token is used this long before the next try.
const EARLY_PAUSE: Duration = Duration::from_secs(10);

/// Where tokens come from: an account at a token host.
///
/// A renewal runs as a task of its own. A call that waits for it can be dropped without harm to the others, and the
/// answer of a sign-in is never lost: the platform counts failed ones, so the client has to know of each.
pub(crate) struct TokenSource {
    product: Product,
    base: BaseUrl,
    account: Arc<Account>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    token: Option<Arc<Token>>,
    renewal: Option<Renewal>,
    /// No early renewal before this moment.
    paused_until: Option<Instant>,
    /// Counts how often everything was forgotten, so that a renewal from before brings nothing back.
    era: u64,
}

type Renewal = watch::Receiver<Option<End>>;

/// How a renewal ended, for all who wait.
#[derive(Clone)]
enum End {
    Renewed(Arc<Token>),
    Failed(NoToken),
    /// The credentials changed meanwhile.
    Superseded,
}

enum Found {
    Token(Arc<Token>),
    Renewal(Renewal),
}

impl TokenSource {
    pub(crate) fn new(product: Product, base: BaseUrl, account: Arc<Account>) -> Self {
        TokenSource { product, base, account, state: Mutex::default() }
    }

    pub(crate) fn account(&self) -> &Arc<Account> {
        &self.account
    }

    pub(crate) fn base(&self) -> &BaseUrl {
        &self.base
    }

    /// The product whose meaning of result codes counts for the token call.
    pub(crate) fn product(&self) -> Product {
        self.product
    }

    /// A token that is good as far as the client can know, and that is not the one which the server just refused.
    pub(crate) async fn token(
        self: &Arc<Self>,
        client: &Client,
        refused: Option<&Arc<Token>>,
    ) -> Result<Arc<Token>, AuthError> {
        loop {
            let mut renewal = match self.find(client, refused)? {
                Found::Token(token) => return Ok(token),
                Found::Renewal(renewal) => renewal,
            };
            // A renewal whose runtime is gone ends without a word; the next round begins another.
            let end = renewal.wait_for(Option::is_some).await.ok().and_then(|end| end.clone());
            match end {
                Some(End::Renewed(token)) => return Ok(token),
                Some(End::Failed(failure)) => return Err(failure.into()),
                Some(End::Superseded) | None => {}
            }
        }
    }

    /// Forgets the token and whatever is under way.
    pub(crate) fn forget(&self) {
        let mut state = self.state();
        *state = State { era: state.era + 1, ..State::default() };
    }

    fn find(self: &Arc<Self>, client: &Client, refused: Option<&Arc<Token>>) -> Result<Found, AuthError> {
        let now = Instant::now();
        let mut state = self.state();
        if let (Some(token), Some(refused)) = (&state.token, refused)
            && Arc::ptr_eq(token, refused)
        {
            state.token = None;
        }
        if let Some(token) = &state.token {
            let token = Arc::clone(token);
            match token.freshness(now) {
                Freshness::Fresh => return Ok(Found::Token(token)),
                Freshness::Ageing => {
                    let rests = state.paused_until.is_some_and(|until| now < until);
                    if !rests && self.account.refusal().is_none() {
                        // Whether it works out or not, this token still does.
                        let _ = self.renewal(&mut state, client);
                    }
                    return Ok(Found::Token(token));
                }
                Freshness::Expired => state.token = None,
            }
        }
        if let Some(refusal) = self.account.refusal() {
            return Err(AuthError::new(AuthErrorKind::Refused, Some(refusal)));
        }
        self.renewal(&mut state, client).map(Found::Renewal)
    }

    /// The renewal that is under way, or a new one.
    fn renewal(self: &Arc<Self>, state: &mut State, client: &Client) -> Result<Renewal, AuthError> {
        // A renewal that ended has been taken out of the state; one whose channel is closed was dropped unfinished.
        if let Some(renewal) = &state.renewal
            && renewal.has_changed().is_ok()
        {
            return Ok(renewal.clone());
        }
        let runtime = Handle::try_current().map_err(|_| {
            let error = ConfigError::new("a client works inside a tokio runtime only");
            AuthError::new(AuthErrorKind::Unavailable, Some(Arc::new(error.into())))
        })?;
        let (sender, receiver) = watch::channel(None);
        state.renewal = Some(receiver.clone());
        let (source, client, era) = (Arc::clone(self), client.clone(), state.era);
        runtime.spawn(async move {
            let result = sign_in::sign_in(&client, &source).await;
            let end = source.settle(era, result);
            // Nobody waiting is fine.
            let _ = sender.send(Some(end));
        });
        Ok(receiver)
    }

    fn settle(&self, era: u64, result: Result<Token, NoToken>) -> End {
        let mut state = self.state();
        if state.era != era {
            return End::Superseded;
        }
        state.renewal = None;
        match result {
            Ok(token) => {
                let token = Arc::new(token);
                state.token = Some(Arc::clone(&token));
                state.paused_until = None;
                End::Renewed(token)
            }
            Err(failure) => {
                state.paused_until = Some(Instant::now() + EARLY_PAUSE);
                End::Failed(failure)
            }
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing panics while the lock is held.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
