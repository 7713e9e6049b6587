//! The builders of the structs of this product. `builder()` of the struct begins one.

pub use super::bank_account::PennyDropPayloadBuilder;
pub use super::bank_account::VerifyBankAccountBuilder;
