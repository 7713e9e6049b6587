//! The types of requests and replies.

pub use super::order::{
    CreatedOrder, CustomerAddress, CustomerDetail, OrderAmount, OrderPaymentDetail, PaymentOrder,
};
pub use super::otp::OtpResult;
pub use super::payment::{PaymentDetail, PaymentMode, PaymentStatus, PaymentTransaction};
pub use super::qr_code::{QrCode, QrCodeStatus};
pub use super::qr_customer::QrCustomerKeyContact;
pub use super::refund::Refund;
pub use super::settlement::{
    SettlementPayout, SettlementPayoutMode, SettlementPayoutStatus, SettlementTransaction,
};
pub use super::settlement_search::{
    SettlementPayoutPage, SettlementPayoutSummary, SettlementSplitAccount,
};
pub use super::split_settlement::{
    AmountSplitType, SplitSettlement, SplitSettlementCycle, SplitSettlementDetail,
};
pub use super::token::MerchantToken;
pub use super::upi::{DynamicUpiQr, UpiIntentLinks, UpiStatus, UpiTransactionStatus, VpaHolder};
pub use super::upi_mandate::{MandatePayer, MandateRecurrence, MandateValidity};
pub use super::virtual_account::VirtualAccount;
pub use crate::models::{Currency, SortDirection};
