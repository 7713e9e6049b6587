//! The parts that products of the platform share: envelope, authentication, encryption, error
//! types.
//!
//! Each product is declared in its own module out of these parts. They serve a product that is not
//! part of this crate as well:
//!
//! ```
//! use enkash_endpoints::platform::{ENVELOPE, OAUTH};
//! use enkash_endpoints::{CodeMeaning, Product, ResultCodes};
//!
//! const CODES: ResultCodes = ResultCodes::defined(&[(&[200], CodeMeaning::Success)]);
//!
//! /// Fuel cards.
//! const FLEET: Product =
//!     Product::new("fleet").auth(&OAUTH).envelope(&ENVELOPE).result_codes(&CODES);
//! assert!(!FLEET.is_encrypted());
//! ```

mod auth;
#[cfg(feature = "payouts")]
mod encryption;
mod envelope;
mod error_type;

pub use auth::{MERCHANT_TOKEN, OAUTH, TOKEN_RESPONSE};
#[cfg(feature = "payouts")]
pub use encryption::Aes128EcbSha256;
pub use envelope::ENVELOPE;
pub use error_type::ErrorType;

use enkash_core::Setting;

/// The partner's id, which EnKash gives a partner at onboarding: the header `partnerId` of cards,
/// wallets, petty cash and loyalty.
///
/// ```
/// use enkash_endpoints::PARTNER_ID;
///
/// let builder = enkash_endpoints::client().setting(PARTNER_ID, "CRM0000AA");
/// ```
pub const PARTNER_ID: Setting = Setting::new("partner_id", "partnerId");
