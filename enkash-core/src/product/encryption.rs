//! The traits for encrypted bodies. `call/plan.rs` encrypts, `call/execute.rs` decrypts.

use std::fmt;
use std::sync::Arc;

use bytes::Bytes;

use crate::base::secret::Secret;

/// The error of a failed encryption or decryption. It must contain no part of the body or the
/// secret.
pub type EncryptionError = Box<dyn std::error::Error + Send + Sync>;

/// Encrypts the JSON bodies of a product's calls. Set it with
/// [`Product::encryption`](crate::Product::encryption).
///
/// ```
/// use std::sync::Arc;
/// use enkash_core::bytes::Bytes;
/// use enkash_core::{PayloadCipher, Encryption, EncryptionError, Product, Secret};
///
/// /// Reverses a body: an example, not encryption.
/// struct Reversed;
///
/// impl Encryption for Reversed {
///     fn name(&self) -> &'static str {
///         "reversed"
///     }
///
///     fn cipher(&self, _secret: &Secret) -> Result<Arc<dyn PayloadCipher>, EncryptionError> {
///         Ok(Arc::new(Reversed))
///     }
/// }
///
/// impl PayloadCipher for Reversed {
///     fn encrypt(&self, body: &[u8]) -> Result<Bytes, EncryptionError> {
///         Ok(body.iter().rev().copied().collect())
///     }
///
///     fn decrypt(&self, body: &[u8]) -> Result<Option<Bytes>, EncryptionError> {
///         self.encrypt(body).map(Some)
///     }
/// }
///
/// const PRODUCT: Product = Product::new("example").encryption(&Reversed);
/// ```
pub trait Encryption: Send + Sync {
    /// Returns a name, unique among the encryptions in a program.
    fn name(&self) -> &'static str;

    /// Creates a cipher with the key derived from a secret: the client's `encryption_secret`, or
    /// the secret of the credentials that serve the product. Called once per call, and again if
    /// credentials are replaced during the call.
    ///
    /// # Errors
    /// Returns an error if no key can be derived from the secret. The call ends with
    /// [`Error::Config`](crate::Error::Config).
    fn cipher(&self, secret: &Secret) -> Result<Arc<dyn PayloadCipher>, EncryptionError>;
}

/// Encrypts and decrypts bodies with one key.
pub trait PayloadCipher: Send + Sync {
    /// Encrypts the body of a request.
    ///
    /// # Errors
    /// The call ends with [`Error::Config`](crate::Error::Config), and nothing is sent.
    fn encrypt(&self, body: &[u8]) -> Result<Bytes, EncryptionError>;

    /// Decrypts the body of a response; returns `None` for a body that is not encrypted.
    ///
    /// # Errors
    /// The call ends with [`Error::Decode`](crate::Error::Decode) and outcome
    /// [`Unknown`](crate::Outcome::Unknown), unless the status already reports an error.
    fn decrypt(&self, body: &[u8]) -> Result<Option<Bytes>, EncryptionError>;
}

impl fmt::Debug for dyn Encryption {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
