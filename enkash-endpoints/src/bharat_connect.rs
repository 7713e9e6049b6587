//! Bharat Connect for Business: invoices, purchase orders and payments between companies.
//!
//! Companies trade over NPCI's network and name each other by their B2B ids. A call seems to be answered at once by no
//! more than a text, and the network's verdict to come later as a notification with a [`Resp`]; this is a reading of
//! the names, since no page says it. Which notification answers which call is a reading of the titles, too.
//!
//! Every business object carries an id that its originator makes (three letters such as `ORG`, `INV`, `PMT`, and 32
//! letters or digits), its version and its status. Of the statuses the documents show `CREATED` alone.
//!
//! The API reference names no host and no authentication for this product: give the client a base URL. Tokens are OAuth's,
//! as in the sister products.

mod business_onboarding;
mod credit_note;
mod financing;
mod ids;
mod invoice;
mod payment;
mod purchase_order;
mod shared;
mod webhooks;

pub use business_onboarding::*;
pub use credit_note::*;
pub use financing::*;
pub use ids::*;
pub use invoice::*;
pub use payment::*;
pub use purchase_order::*;
pub use shared::*;
pub use webhooks::*;

use enkash_core::Product;

use crate::platform::{ENVELOPE, OAUTH};

/// Bharat Connect for Business. It has no base URL by default, and no result codes: the API reference names neither.
/// Authentication is inferred from the sister products.
pub const BHARAT_CONNECT: Product = Product::new("bharat-connect").auth(&OAUTH).envelope(&ENVELOPE);
