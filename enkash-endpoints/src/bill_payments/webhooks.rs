//! The webhooks of this product.

pub(super) mod utility_bill;

pub use utility_bill::{
    UtilityBillPaymentWebhook, WebhookBiller, WebhookBillerParam, WebhookCompanyBiller,
};
