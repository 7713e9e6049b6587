//! The traits that a product's encryption implements. `call/plan.rs` encrypts, `call/execute.rs`
//! decrypts.

use std::fmt;
use std::sync::Arc;

use bytes::Bytes;

use crate::base::secret::Secret;

/// Why a body could not be encrypted or decrypted. It must hold nothing of the content and nothing
/// of the secret.
pub type EncryptionError = Box<dyn std::error::Error + Send + Sync>;

/// How a product encrypts the bodies of its calls, which are JSON before and after. Give it to
/// [`Product::encryption`](crate::Product::encryption).
///
/// ```
/// use std::sync::Arc;
/// use enkash_core::bytes::Bytes;
/// use enkash_core::{PayloadCipher, Encryption, EncryptionError, Product, Secret};
///
/// /// Hides a body from nobody: an example, no encryption.
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
    /// A name, unique among the ways of encryption in a program.
    fn name(&self) -> &'static str;

    /// The cipher with a key of this secret: the client's `encryption_secret`, or else the secret
    /// of the credentials that serve the product. Called for each call, and again if credentials
    /// are replaced meanwhile.
    ///
    /// # Errors
    /// The secret gives no key.
    fn cipher(&self, secret: &Secret) -> Result<Arc<dyn PayloadCipher>, EncryptionError>;
}

/// Encrypts and decrypts bodies under one key.
pub trait PayloadCipher: Send + Sync {
    /// Encrypts the body of a request.
    ///
    /// # Errors
    /// The call ends with [`Error::Config`](crate::Error::Config), and nothing is sent.
    fn encrypt(&self, body: &[u8]) -> Result<Bytes, EncryptionError>;

    /// Decrypts the body of a response; `None` for a body that is not encrypted.
    ///
    /// # Errors
    /// The call ends with [`Error::Decode`](crate::Error::Decode) and outcome
    /// [`Unknown`](crate::Outcome::Unknown), unless the status reports an error by itself.
    fn decrypt(&self, body: &[u8]) -> Result<Option<Bytes>, EncryptionError>;
}

impl fmt::Debug for dyn Encryption {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
