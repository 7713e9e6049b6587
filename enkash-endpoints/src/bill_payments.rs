//! Utility bills over the Bharat Bill Payment System.
//!
//! <!-- operations -->
//! | method | path | struct | reply |
//! |---|---|---|---|
//! | PUT | `/api/v0/utilityPayment/status` | [`ApproveUtilityBills`] | [`Json`](crate::Json) |
//! | POST | `/api/v1/utilityPayment/search` | [`SearchUtilityBills`] | [`Json`](crate::Json) |
//! | POST | `/api/v2/biller/addBill` | [`CreateUtilityBillWithoutFetch`] | [`AddBillResponse`](models::AddBillResponse) |
//! | POST | `/api/v2/biller/fetchOrAddBill` | [`FetchUtilityBill`] | [`BillFetchResponse`](models::BillFetchResponse) |
//! | POST | `/api/v2/utilityPayment` | [`CreateUtilityBill`] | [`Json`](crate::Json) |
//! | GET | `/api/v2/utilityPayment/<utilityEnkashId>` | [`GetUtilityBillStatus`] | [`UtilityBill`](models::UtilityBill) |
//! | GET | `/api/v2/utilityPayment/referenceId/<referenceId>` | [`GetUtilityBillByReferenceId`] | [`UtilityBill`](models::UtilityBill) |
//! | POST | `/oauth/token` | [`GenerateBillPaymentAuthToken`] | [`BillPaymentToken`](models::BillPaymentToken) |
//! <!-- /operations -->
//!
//! There are two ways to book a bill: [`FetchUtilityBill`] asks the biller and
//! [`CreateUtilityBill`] books what it returned, or [`CreateUtilityBillWithoutFetch`] books the
//! caller's own data. Whether the wallet is debited then, or only after [`ApproveUtilityBills`],
//! depends on the account's configuration at EnKash.
//!
//! A successful call does not mean a paid bill: that is in `billpay_status` and `payment_status`.
//! If the outcome of a booking is unknown, wait two or three minutes, then use
//! [`GetUtilityBillStatus`] or [`GetUtilityBillByReferenceId`].
//!
//! The API reference names no host for this product: give the client a base URL.

mod approval;
pub mod builders;
mod create;
mod fetch;
pub mod models;
mod search;
mod status;
mod token;
pub mod webhooks;

pub use approval::ApproveUtilityBills;
pub use create::{CreateUtilityBill, CreateUtilityBillWithoutFetch};
pub use fetch::FetchUtilityBill;
pub use search::SearchUtilityBills;
pub use status::{GetUtilityBillByReferenceId, GetUtilityBillStatus};
pub use token::GenerateBillPaymentAuthToken;

use enkash_core::{CodeMeaning, Product, ResultCodes};

use crate::platform::{ENVELOPE, OAUTH};

/// Utility bills. They have no base URL by default: the API reference names none.
pub const BILL_PAYMENTS: Product =
    Product::new("bill-payments").auth(&OAUTH).envelope(&ENVELOPE).result_codes(&CODES);

/// The codes of <https://docs.enkash.com/folder-4244050>, and those HTTP statuses of that page
/// which are final. For a 5xx that page asks to enquire.
const CODES: ResultCodes = ResultCodes::defined(&[
    (&[0], CodeMeaning::Success),
    (&[38], CodeMeaning::Duplicate),
    (&[1, 36, 37, 400, 412, 422], CodeMeaning::Refused),
]);
