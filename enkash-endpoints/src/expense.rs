//! Employees' expenses.
