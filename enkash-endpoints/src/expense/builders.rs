//! The builders of the structs of this product. `builder()` of the struct begins one.

pub use super::search::SearchExpensesBuilder;
pub use super::token::ExpensePartnerTokenBuilder;
pub use super::token::ExpenseTokenBuilder;
pub use super::token::GenerateExpensePartnerTokenBuilder;
pub use super::token::GenerateExpenseTokenBuilder;
