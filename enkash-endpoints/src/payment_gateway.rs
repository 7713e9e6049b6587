//! The payment gateway: orders, payments, refunds, settlements, split settlements, QR codes, mandates and virtual accounts.

mod notifications;
mod qr_code;
mod qr_customer;
mod split_settlement;
mod upi_mandate;
mod virtual_account;

pub use notifications::*;
pub use qr_code::*;
pub use qr_customer::*;
pub use split_settlement::*;
pub use upi_mandate::*;
pub use virtual_account::*;
