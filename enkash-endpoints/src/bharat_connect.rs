//! Bharat Connect for Business: invoices, purchase orders and payments between companies.
//!
//! <!-- operations -->
//! | method | path | struct | reply |
//! |---|---|---|---|
//! | POST | `/api/v0/business-onboarding/reg-check-entity` | [`InitiateEntityCheck`] | [`Text`](crate::Text) |
//! | POST | `/api/v0/business-onboarding/reg-entity` | [`RegisterEntity`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/business-onboarding/reg-id` | [`RegisterB2bId`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/cd-note/req-confirm` | [`ConfirmCreditDebitNote`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/cd-note/req-send` | [`SendCreditDebitNote`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/finance/req-financing` | [`RequestInvoiceFinancing`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/invoice/req-confirm-invoice` | [`ConfirmB2bInvoice`] | [`Text`](crate::Text) |
//! | POST | `/api/v0/payment/req-pay` | [`PayB2bInvoices`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/purchase-order/req-send` | [`SendPurchaseOrder`] | [`Json`](crate::Json) |
//! <!-- /operations -->
//!
//! Companies trade over NPCI's network and name each other by their B2B ids. The response to a call
//! is presumably only a message; the network's response arrives later as a webhook with a
//! [`Resp`](webhooks::Resp). This, and which webhook belongs to which call, is inferred from the
//! names.
//!
//! Every business object carries an id that its originator makes (three letters such as `ORG`,
//! `INV`, `PMT`, and 32 letters or digits), its version and its status. The API reference shows
//! only the status `CREATED`.
//!
//! The API reference names no host and no authentication for this product: give the client a base
//! URL. The client uses OAuth, as in the related products.

pub mod builders;
mod business_onboarding;
mod credit_note;
mod financing;
mod ids;
mod invoice;
pub mod models;
mod payment;
mod purchase_order;
mod shared;
pub mod webhooks;

pub use business_onboarding::{InitiateEntityCheck, RegisterB2bId, RegisterEntity};
pub use credit_note::{ConfirmCreditDebitNote, SendCreditDebitNote};
pub use financing::RequestInvoiceFinancing;
pub use invoice::ConfirmB2bInvoice;
pub use payment::PayB2bInvoices;
pub use purchase_order::SendPurchaseOrder;

use enkash_core::Product;

use crate::platform::{ENVELOPE, OAUTH};

/// Bharat Connect for Business. It has no base URL by default, and no result codes: the API
/// reference names neither. Authentication is inferred from the related products.
pub const BHARAT_CONNECT: Product = Product::new("bharat-connect").auth(&OAUTH).envelope(&ENVELOPE);
