//! The builders of the structs of this product. `builder()` of the struct begins one.

pub use super::beneficiary::SearchVendorBeneficiariesBuilder;
pub use super::invoice::ConfirmPayableInvoicesBuilder;
pub use super::payment::RequestPayablePaymentBuilder;
