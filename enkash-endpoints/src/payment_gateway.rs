//! The payment gateway: orders, payments, refunds, settlements, split settlements, QR codes, mandates and virtual accounts.

mod confirm;
mod notifications;
mod order;
mod otp;
mod payment;
mod qr_code;
mod qr_customer;
mod refund;
mod return_url;
mod settlement;
mod settlement_search;
mod split_settlement;
mod token;
mod upi;
mod upi_mandate;
mod virtual_account;
mod webhooks;

pub use confirm::*;
pub use notifications::*;
pub use order::*;
pub use otp::*;
pub use payment::*;
pub use qr_code::*;
pub use qr_customer::*;
pub use refund::*;
pub use return_url::*;
pub use settlement::*;
pub use settlement_search::*;
pub use split_settlement::*;
pub use token::*;
pub use upi::*;
pub use upi_mandate::*;
pub use virtual_account::*;
pub use webhooks::*;
