//! Bharat Connect for Business: invoices, purchase orders and payments between companies.
//!
//! Companies trade over NPCI's network and name each other by their B2B ids. A call seems to be answered at once by no
//! more than a text, and the network's verdict to come later as a notification with a [`Resp`]; this is a reading of
//! the names, since no page says it. Which notification answers which call is a reading of the titles, too.
//!
//! Every business object carries an id that its originator makes (three letters such as `ORG`, `INV`, `PMT`, and 32
//! letters or digits), its version and its status. Of the statuses the documents show `CREATED` alone.
//!
//! The documents name no host and no sign-in for this product: give the client a base URL. It signs in with OAuth, as
//! the sister products do.

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
