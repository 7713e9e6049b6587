//! Where the tokens of a product come from.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use super::account::Account;
use super::cache::TokenHost;
use super::token_request::TokenRequest;
use crate::base::secret::Secret;
use crate::product::Product;

/// How long a product whose renewed token was refused as well causes no other request.
const REFUSED_AGAIN_PAUSE: Duration = Duration::from_secs(5 * 60);

/// The tokens of one product: those of an account, from a token host.
pub(crate) struct TokenSource {
    product: &'static Product,
    place: TokenHost,
    request: TokenRequest,
    account: Arc<Account>,
    /// Refused tokens are not renewed before this moment.
    no_renewal_until: Mutex<Option<Instant>>,
}

impl TokenSource {
    pub(super) fn new(
        product: &'static Product,
        place: TokenHost,
        request: TokenRequest,
        account: Arc<Account>,
    ) -> Self {
        TokenSource { product, place, request, account, no_renewal_until: Mutex::default() }
    }

    pub(crate) fn account(&self) -> &Arc<Account> {
        &self.account
    }

    pub(super) fn place(&self) -> &TokenHost {
        &self.place
    }

    pub(crate) fn request(&self) -> &TokenRequest {
        &self.request
    }

    /// What an API can take the key for the encryption of bodies from.
    pub(crate) fn encryption_secret(&self) -> Option<&Secret> {
        self.account.credentials().encryption_secret()
    }

    /// Whether it brings the same tokens as another one.
    pub(crate) fn is_same(&self, other: &TokenSource) -> bool {
        Arc::ptr_eq(&self.account, &other.account) && self.place == other.place
    }

    pub(super) fn product(&self) -> &'static Product {
        self.product
    }

    /// Notes that the token with which a call was repeated was refused as well.
    pub(crate) fn refused_again(&self) {
        *self.lock() = Some(Instant::now() + REFUSED_AGAIN_PAUSE);
    }

    /// Forgets what was noted of refused tokens.
    pub(crate) fn reset(&self) {
        *self.lock() = None;
    }

    pub(super) fn no_renewal_until(&self) -> Option<Instant> {
        *self.lock()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Option<Instant>> {
        // Nothing panics while the lock is held.
        self.no_renewal_until.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
