//! Notifications, one file per resource.
//!
//! The documents describe no signature and, but for two of them, no answer. They print a path for each, without the
//! host.

mod business_onboarding;
mod credit_note;
mod financing;
mod invoice;
mod order;
mod payment;
mod purchase_order;
mod shared;

pub use business_onboarding::*;
pub use credit_note::*;
pub use financing::*;
pub use invoice::*;
pub use order::*;
pub use payment::*;
pub use purchase_order::*;
pub use shared::*;
