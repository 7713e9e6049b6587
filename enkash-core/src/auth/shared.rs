//! The records of accounts in a store that processes share: under names that say nothing, and
//! encrypted.

use std::sync::Arc;

use aes_gcm::aead::{Aead, Generate, Payload};
use aes_gcm::{Aes256Gcm, Key, KeyInit, Nonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::account_id::AccountId;
use super::account_record::{AccountRecord, Moment};
use super::snapshot::{Snapshot, StoreError, Version};
use super::token_store::TokenStore;
use crate::base::secret::Secret;
use crate::error::ConfigError;

/// The version of what follows: names, encryption, and the JSON of a record. It is part of each
/// name.
pub(super) const FORMAT: &str = "v1";

/// A key that is shorter could be guessed by whoever reads the store.
const SHORTEST_KEY: usize = 32;

/// AES-GCM's nonce, which stands in front of each record.
const NONCE_BYTES: usize = 12;

/// A clock that is beyond this is broken: sums of its times would overflow.
const LATEST: Moment = Moment::from_secs(1 << 40);

/// A store that says so often that it has a record, and then that it has none, is broken.
const MAX_ATTEMPTS: u32 = 20;

/// A store, and what its names and records are made with.
pub(crate) struct SharedStore {
    store: Arc<dyn TokenStore>,
    names: Zeroizing<[u8; 32]>,
    cipher: Aes256Gcm,
    /// Tells processes with another key that it is another one.
    fingerprint: [u8; 32],
}

impl SharedStore {
    /// # Errors
    /// The key is too short.
    pub(crate) fn new(store: Arc<dyn TokenStore>, key: &Secret) -> Result<Self, ConfigError> {
        if key.expose().len() < SHORTEST_KEY {
            return Err(ConfigError::new(format!(
                "the key of `token_store` has fewer than {SHORTEST_KEY} bytes; take random ones, such as those of \
                 `openssl rand -hex 32`"
            )));
        }
        let keys = Hkdf::<Sha256>::new(Some(b"enkash token store v1"), key.expose().as_bytes());
        let derive = |purpose: &str| {
            let mut derived = Zeroizing::new([0; 32]);
            keys.expand(purpose.as_bytes(), &mut *derived)
                .expect("32 bytes are within the limit of 255 blocks");
            derived
        };
        Ok(SharedStore {
            store,
            names: derive("names"),
            cipher: Aes256Gcm::new(&Key::<Aes256Gcm>::from(*derive("records"))),
            fingerprint: *derive("fingerprint"),
        })
    }

    pub(super) async fn load(&self, account: &AccountId) -> Result<Snapshot, StoreError> {
        let name = self.name(account);
        let stored = self.store.load(&name).await?;
        if stored.now > LATEST {
            return Err(
                "its clock is broken; `StoredRecord::now` is the time since the Unix epoch, say"
                    .into(),
            );
        }
        let record = match &stored.record {
            Some(encrypted) => self.decrypt(&name, encrypted)?,
            // With another key this account may have a record that is not to be found.
            None => {
                self.check_key().await?;
                AccountRecord::default()
            }
        };
        Ok(Snapshot { record, now: stored.now, version: Version::Bytes(stored.record) })
    }

    pub(super) async fn save(
        &self,
        account: &AccountId,
        expected: Option<&[u8]>,
        record: &AccountRecord,
    ) -> Result<bool, StoreError> {
        let name = self.name(account);
        let encrypted = if self.store.keeps_tokens() {
            self.encrypt(&name, record)?
        } else {
            self.encrypt(&name, &record.without_tokens())?
        };
        self.store.compare_and_set(&name, expected, &encrypted).await
    }

    /// Whether the store belongs to this key: the first process notes its fingerprint there.
    async fn check_key(&self) -> Result<(), StoreError> {
        let name = format!("{FORMAT}:key");
        for _ in 0..MAX_ATTEMPTS {
            match self.store.load(&name).await?.record {
                Some(known) if known == self.fingerprint => return Ok(()),
                Some(_) => {
                    return Err(
                        "its records were written with another key; give every process the same \
                                one, or another store"
                            .into(),
                    );
                }
                None if self.store.compare_and_set(&name, None, &self.fingerprint).await? => {
                    return Ok(());
                }
                None => {}
            }
        }
        Err("it neither has a record nor takes one".into())
    }

    /// A plain hash could be compared with hashes of guessed passwords; an HMAC needs the key.
    fn name(&self, account: &AccountId) -> String {
        use std::fmt::Write;

        let mut mac =
            Hmac::<Sha256>::new_from_slice(&*self.names).expect("HMAC takes a key of any length");
        mac.update(account.as_bytes());
        let mut name = format!("{FORMAT}:");
        for byte in mac.finalize().into_bytes() {
            // Writing to a string cannot fail.
            let _ = write!(name, "{byte:02x}");
        }
        name
    }

    /// The name is authenticated along with the record, so that no record can take the place of
    /// another account's.
    fn encrypt(&self, name: &str, record: &AccountRecord) -> Result<Vec<u8>, StoreError> {
        // What grows leaves copies of tokens behind.
        let mut json = Zeroizing::new(Vec::with_capacity(16 * 1024));
        serde_json::to_writer(&mut *json, record)?;
        let nonce = Nonce::try_generate()?;
        let payload = Payload { msg: &json, aad: name.as_bytes() };
        let encrypted = self
            .cipher
            .encrypt(&nonce, payload)
            .map_err(|_| "a record is too long to be encrypted")?;
        Ok([nonce.as_slice(), &encrypted].concat())
    }

    fn decrypt(&self, name: &str, encrypted: &[u8]) -> Result<AccountRecord, StoreError> {
        let json = encrypted.split_first_chunk::<NONCE_BYTES>().and_then(|(nonce, encrypted)| {
            let payload = Payload { msg: encrypted, aad: name.as_bytes() };
            self.cipher.decrypt(&Nonce::from(*nonce), payload).ok().map(Zeroizing::new)
        });
        let damaged =
            || format!("its record `{name}` is damaged; delete it once the account is in order");
        // An error of serde_json's could quote what it read.
        json.and_then(|json| serde_json::from_slice(&json).ok()).ok_or_else(|| damaged().into())
    }
}

#[cfg(test)]
mod tests;
