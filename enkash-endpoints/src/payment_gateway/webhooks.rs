//! The webhooks of this product, and the query with which a customer's browser returns to the
//! `return_url` of an order.

pub(super) mod confirm;
pub(super) mod payment;
pub(super) mod payment_link;
pub(super) mod return_url;
pub(super) mod upi_mandate;

pub use confirm::{ConfirmError, ConfirmedPayment};
pub use payment::PaymentNotification;
pub use payment_link::{PaymentLinkEvent, PaymentLinkPaymentStatus, PaymentLinkWebhook};
pub use return_url::{PaymentReturn, QueryTooLong};
pub use upi_mandate::{
    MandateDebitCallback, MandatePauseInfo, MandatePayeeInfo, MandatePayerInfo,
    MandateRecurrenceInfo, MandateValidityInfo, UpiMandateCallback,
};
