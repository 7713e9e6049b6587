//! Named checks that a field's type is what its declaration says; each gives back what it got.

use super::{DecimalValue, ListValue, NumberValue, Patch, TextValue};

/// `Option` is recognised by its name, so it has to be the one of the language.
pub const fn option<T>(value: &Option<T>) -> &Option<T> {
    value
}

/// `Patch` is recognised by its name, so it has to be the one of this crate.
pub const fn patch<T>(value: &Patch<T>) -> &Patch<T> {
    value
}

/// `#[pattern]` and `#[length]` want texts.
pub const fn text<T: TextValue + ?Sized>(value: &T) -> &T {
    value
}

/// `#[range]` wants numbers.
pub const fn number<T: NumberValue + ?Sized>(value: &T) -> &T {
    value
}

/// `#[items]` wants lists.
pub const fn list<T: ListValue + ?Sized>(value: &T) -> &T {
    value
}

/// `#[decimals]` wants amounts.
pub const fn amount<T: DecimalValue + ?Sized>(value: &T) -> &T {
    value
}
