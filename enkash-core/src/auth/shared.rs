//! Account records in a store that processes share, under keyed names and encrypted.

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

/// The version of names, encryption and record format. It is part of each name.
pub(super) const FORMAT: &str = "v1";

/// The minimum length of the key. A shorter one could be guessed by anyone who can read the store.
const SHORTEST_KEY: usize = 32;

/// The length of AES-GCM's nonce, which precedes each record.
const NONCE_BYTES: usize = 12;

/// The maximum time of a store's clock. Later times would overflow in sums.
const LATEST: Moment = Moment::from_secs(1 << 40);

/// The maximum number of times that a store may contradict itself on whether it has a record.
const MAX_ATTEMPTS: u32 = 20;

/// A store, with the keys for its names and records.
pub(crate) struct SharedStore {
    store: Arc<dyn TokenStore>,
    names: Zeroizing<[u8; 32]>,
    cipher: Aes256Gcm,
    /// Detects processes that use another key.
    fingerprint: [u8; 32],
}

impl SharedStore {
    /// # Errors
    /// Returns an error if the key is too short.
    pub(crate) fn new(store: Arc<dyn TokenStore>, key: &Secret) -> Result<Self, ConfigError> {
        if key.expose().len() < SHORTEST_KEY {
            return Err(ConfigError::new(format!(
                "the key of `token_store` has fewer than {SHORTEST_KEY} bytes; use random ones, such as the output of \
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
                "its clock is out of range; `StoredRecord::now` must be the time since a past moment, such as the Unix epoch"
                    .into(),
            );
        }
        let record = match &stored.record {
            Some(encrypted) => self.decrypt(&name, encrypted)?,
            // Under another key the account may have a record that cannot be found with this one.
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

    /// Checks that the store belongs to this key. The first process stores its fingerprint.
    async fn check_key(&self) -> Result<(), StoreError> {
        let name = format!("{FORMAT}:key");
        for _ in 0..MAX_ATTEMPTS {
            match self.store.load(&name).await?.record {
                Some(known) if known == self.fingerprint => return Ok(()),
                Some(_) => {
                    return Err(
                        "its records were written with another key; use the same key in every \
                         process, or another store"
                            .into(),
                    );
                }
                None if self.store.compare_and_set(&name, None, &self.fingerprint).await? => {
                    return Ok(());
                }
                None => {}
            }
        }
        Err("it has no record, but refuses to store one".into())
    }

    /// Returns the name of a record. A plain hash could be compared with hashes of guessed
    /// passwords; an HMAC requires the key.
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

    /// Encrypts a record. The name is authenticated as well, so that a record cannot be moved to
    /// another account.
    fn encrypt(&self, name: &str, record: &AccountRecord) -> Result<Vec<u8>, StoreError> {
        // A buffer that grows would leave copies of tokens in memory.
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
            || format!("its record `{name}` is damaged; delete it once the account works again");
        // An error of serde_json could quote the record.
        json.and_then(|json| serde_json::from_slice(&json).ok()).ok_or_else(|| damaged().into())
    }
}

#[cfg(test)]
mod tests;
