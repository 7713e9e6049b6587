//! Utility bills over the Bharat Bill Payment System.
//!
//! There are two ways to book a bill: [`FetchUtilityBill`] asks the biller and [`CreateUtilityBill`] books what it
//! answered, or [`CreateUtilityBillWithoutFetch`] books what the caller knows already. Whether the wallet is debited then,
//! or only after [`ApproveUtilityBills`], depends on the account's configuration at EnKash.
//!
//! A call that succeeds was handled, no more than that: whether the bill is paid stands in `billpay_status` and
//! `payment_status`. Where it is not known what became of a booking, wait two or three minutes and ask with
//! [`GetUtilityBillStatus`] or [`GetUtilityBillByReferenceId`].
//!
//! The documents name no host for this product: give the client a base URL.

mod approval;
mod create;
mod fetch;
mod search;
mod status;
mod token;
mod webhooks;

pub use approval::*;
pub use create::*;
pub use fetch::*;
pub use search::*;
pub use status::*;
pub use token::*;
pub use webhooks::*;
