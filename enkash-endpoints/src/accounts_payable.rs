//! Accounts payable: vendors and what is owed to them.
//!
//! <!-- operations -->
//! | method | path | struct | reply |
//! |---|---|---|---|
//! | POST | `/api/v0/beneficiary/search` | [`SearchVendorBeneficiaries`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/payment` | [`RequestPayablePayment`] | [`Text`](crate::Text) |
//! | POST | `/api/v0/payout/confirm-invoice` | [`ConfirmPayableInvoices`] | [`Text`](crate::Text) |
//! <!-- /operations -->
//!
//! On the wire a vendor is a beneficiary and a vendor's invoice is a payout, unlike in `payouts`.
//! The API reference shows three endpoints of this product, and no host, no authentication and no
//! result codes: give the client a base URL. The client uses OAuth, as in the related products.

mod beneficiary;
pub mod builders;
mod invoice;
pub mod models;
mod payment;

pub use beneficiary::SearchVendorBeneficiaries;
pub use invoice::ConfirmPayableInvoices;
pub use payment::RequestPayablePayment;

use enkash_core::Product;

use crate::platform::{ENVELOPE, OAUTH};

/// Accounts payable. It has no base URL by default, and no result codes: the API reference names
/// neither. Authentication is inferred from the related products.
pub const ACCOUNTS_PAYABLE: Product =
    Product::new("accounts-payable").auth(&OAUTH).envelope(&ENVELOPE);
