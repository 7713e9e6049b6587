//! Identifies accounts.

use zeroize::Zeroizing;

use super::credentials::{Credentials, Kind};

/// The identity of an account: all parts of its credentials, so that equal credentials are one
/// account. It is as secret as the credentials. Shared stores use an HMAC of it as the key.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct AccountId(Zeroizing<Vec<u8>>);

impl AccountId {
    /// Returns the account of credentials that a token is requested with; `None` for other
    /// credentials.
    pub(super) fn of(credentials: &Credentials) -> Option<Self> {
        let kind = match credentials.0 {
            Kind::OAuth(_) => 0,
            Kind::KeyPair(_) => 1,
            Kind::ApiKey(_) | Kind::Bearer(_) | Kind::Basic(_) | Kind::Provider(_) => return None,
        };
        Some(AccountId::new(kind, credentials.parts().into_iter().map(|(_, part)| part)))
    }

    pub(super) fn new<'a>(kind: u8, parts: impl Iterator<Item = &'a str>) -> Self {
        let mut id = Zeroizing::new(Vec::with_capacity(512));
        id.push(kind);
        for part in parts {
            // The length prefix keeps parts from running into each other.
            id.extend_from_slice(&(part.len() as u64).to_be_bytes());
            id.extend_from_slice(part.as_bytes());
        }
        AccountId(id)
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}
