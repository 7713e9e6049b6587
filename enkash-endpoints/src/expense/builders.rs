//! The builders of the structs of this product. `builder()` of the struct begins one.

pub use super::search::SearchExpensesBuilder;
pub use super::token::{
    ExpensePartnerTokenBuilder, ExpenseTokenBuilder, GenerateExpensePartnerTokenBuilder,
    GenerateExpenseTokenBuilder,
};
