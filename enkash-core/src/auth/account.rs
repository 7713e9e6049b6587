//! Credentials, and whether the server took them.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{Credentials, Origin};
use crate::error::Error;

/// One account at EnKash. Several products, and so several token hosts, can share it.
pub(crate) struct Account {
    origin: Origin,
    state: Mutex<State>,
    /// One sign-in at a time: the platform counts failed ones per account, whatever the host.
    pub(super) turn: tokio::sync::Mutex<()>,
}

struct State {
    credentials: Arc<Credentials>,
    /// The server's refusal, which holds until the credentials are replaced or the refusal is forgotten.
    refusal: Option<Arc<Error>>,
}

impl Account {
    pub(crate) fn new(origin: Origin, credentials: Credentials) -> Self {
        let state = State { credentials: Arc::new(credentials), refusal: None };
        Account { origin, state: Mutex::new(state), turn: tokio::sync::Mutex::new(()) }
    }

    pub(crate) fn origin(&self) -> Origin {
        self.origin
    }

    pub(crate) fn credentials(&self) -> Arc<Credentials> {
        Arc::clone(&self.state().credentials)
    }

    pub(crate) fn refusal(&self) -> Option<Arc<Error>> {
        self.state().refusal.clone()
    }

    /// Remembers that the server refused these credentials, unless others have taken their place.
    pub(crate) fn remember_refusal(&self, credentials: &Arc<Credentials>, refusal: Arc<Error>) {
        let mut state = self.state();
        if Arc::ptr_eq(&state.credentials, credentials) {
            state.refusal = Some(refusal);
        }
    }

    pub(crate) fn forget_refusal(&self) {
        self.state().refusal = None;
    }

    pub(crate) fn replace(&self, credentials: Credentials) {
        *self.state() = State { credentials: Arc::new(credentials), refusal: None };
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing panics while the lock is held.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
