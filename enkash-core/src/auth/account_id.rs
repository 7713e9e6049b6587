//! What identifies an account.

use zeroize::Zeroizing;

use super::credentials::{Credentials, Kind};

/// Which account: all parts of its credentials, so that equal credentials are one account. It is as
/// secret as they are. A store outside of the process makes its key of it with HMAC.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct AccountId(Zeroizing<Vec<u8>>);

impl AccountId {
    /// The account of credentials that a token is requested with; `None` for others.
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
            // With its length in front, no part can end where another one begins.
            id.extend_from_slice(&(part.len() as u64).to_be_bytes());
            id.extend_from_slice(part.as_bytes());
        }
        AccountId(id)
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}
