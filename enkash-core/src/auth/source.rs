//! The source of a product's tokens.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use super::account::Account;
use super::cache::TokenHost;
use super::token_request::TokenRequest;
use crate::base::secret::Secret;
use crate::product::Product;

/// The pause of renewals after a renewed token was refused as well. Then the cause is not the
/// token, and each refused call would otherwise request another one.
const REFUSED_AGAIN_PAUSE: Duration = Duration::from_secs(5 * 60);

/// The tokens of one product: those of an account at a token host.
pub(crate) struct TokenSource {
    product: &'static Product,
    place: TokenHost,
    request: TokenRequest,
    account: Arc<Account>,
    /// The time before which refused tokens are not renewed.
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

    /// Returns the secret from which an encryption key can be derived.
    pub(crate) fn encryption_secret(&self) -> Option<&Secret> {
        self.account.credentials().encryption_secret()
    }

    /// Returns whether two sources provide the same tokens.
    pub(crate) fn is_same(&self, other: &TokenSource) -> bool {
        Arc::ptr_eq(&self.account, &other.account) && self.place == other.place
    }

    pub(super) fn product(&self) -> &'static Product {
        self.product
    }

    /// Records that a call was refused again with a renewed token.
    pub(crate) fn refused_again(&self) {
        *self.lock() = Some(Instant::now() + REFUSED_AGAIN_PAUSE);
    }

    /// Forgets refused tokens.
    pub(crate) fn reset(&self) {
        *self.lock() = None;
    }

    pub(super) fn no_renewal_until(&self) -> Option<Instant> {
        *self.lock()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Option<Instant>> {
        // No code panics while it holds the lock.
        self.no_renewal_until.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
