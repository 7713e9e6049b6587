//! Checks that the type of a field is what its declaration says. Each function returns its
//! argument.

use super::{DecimalValue, ListValue, NumberValue, Patch, TextValue};

/// Checks that `Option` is that of the language, since the macros recognise it by name.
pub const fn option<T>(value: &Option<T>) -> &Option<T> {
    value
}

/// Checks that `Patch` is that of this crate, since the macros recognise it by name.
pub const fn patch<T>(value: &Patch<T>) -> &Patch<T> {
    value
}

/// Checks that `#[pattern]` or `#[length]` is on a string.
pub const fn text<T: TextValue + ?Sized>(value: &T) -> &T {
    value
}

/// Checks that `#[range]` is on a number.
pub const fn number<T: NumberValue + ?Sized>(value: &T) -> &T {
    value
}

/// Checks that `#[items]` is on a list.
pub const fn list<T: ListValue + ?Sized>(value: &T) -> &T {
    value
}

/// Checks that `#[decimals]` is on an amount.
pub const fn amount<T: DecimalValue + ?Sized>(value: &T) -> &T {
    value
}
