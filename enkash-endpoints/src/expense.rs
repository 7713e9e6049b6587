//! Employees' expenses.
//!
//! <!-- operations -->
//! | method | path | struct | reply |
//! |---|---|---|---|
//! | POST | `/api/v0/expense/search` | [`SearchExpenses`] | [`Json`](crate::Json) |
//! | POST | `/oauth/token` | [`GenerateExpensePartnerToken`] | [`ExpensePartnerToken`](models::ExpensePartnerToken) |
//! | POST | `/oauth/token` | [`GenerateExpenseToken`] | [`ExpenseToken`](models::ExpenseToken) |
//! <!-- /operations -->
//!
//! A partner authenticates on behalf of a company's user and searches the expenses that employees
//! booked. The API reference names a test host and no live one. The API reference marks the pages
//! as in development.
//!
//! A second test host, `https://expense-uat.enkash.in`, is on a page for card processors
//! (<https://docs.enkash.com/api-21988940>), who post prepaid transactions to it. Merchants do not
//! call it, so it is not declared.

pub mod builders;
pub mod models;
mod search;
mod token;

pub use search::SearchExpenses;
pub use token::{GenerateExpensePartnerToken, GenerateExpenseToken};

use enkash_core::{CodeMeaning, Environment, Product, ResultCodes};

use crate::platform::{ENVELOPE, OAUTH};

/// Employees' expenses. The test host is that of the samples, such as
/// <https://docs.enkash.com/api-14266833>; no page names a live one.
pub const EXPENSE: Product = Product::new("expense")
    .base_url_in(Environment::Test, "https://ekpayout-uat.enkash.in")
    .auth(&OAUTH)
    .envelope(&ENVELOPE)
    .result_codes(&CODES);

const CODES: ResultCodes = ResultCodes::defined(&[(&[0], CodeMeaning::Success)]);
