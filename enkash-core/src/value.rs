//! What a field's type can do: be checked, be left out, be written to a place.

/// Writes a type as text through its `Display`.
macro_rules! displayed {
    ($($ty:ty),*) => {$(
        impl $crate::value::PathValue for $ty {
            fn text(&self) -> std::borrow::Cow<'_, str> {
                std::borrow::Cow::Owned(self.to_string())
            }
        }
        impl $crate::value::QueryValue for $ty {
            fn each_text(&self, each: &mut dyn FnMut(&str)) {
                each(&self.to_string());
            }
        }
    )*};
}
pub(crate) use displayed;

mod format;
mod lenient;
mod list;
mod patch;
mod scalar;
mod spelling;
mod with;

pub use format::{DateFormat, Formatted};
pub use lenient::Lenient;
pub use patch::Patch;
pub(crate) use spelling::{read_spelling, read_text};
pub use with::{With, WithModule};

use std::borrow::Cow;
use std::fmt;

use serde::Serialize;
use serde::de::{Deserializer, Error as _};

use crate::rules::Rules;
use crate::violation::{At, Violations};

/// The type of a field of an endpoint or model: what can be a member of a JSON body. Places that can hold less, such as the
/// path, have traits of their own.
///
/// Implemented for texts, numbers, booleans, [`Money`](crate::Money), jiff's civil types, [`Json`](crate::Json), for
/// `Option`, `Vec`, `Box` and [`Patch`] of these, and by `#[model]` and `#[pattern]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a field of an endpoint or a model",
    label = "not a type that enkash can check and write",
    note = "for a nested shape put `#[model]` on it, for an identifier `#[pattern(\"…\")]`; `Json` takes any JSON"
)]
pub trait Value: fmt::Debug + Serialize {
    /// How values of the type are checked and read where the type does not say so itself.
    type Kind: ValueKind<Self>;

    /// Whether what such a value says is kept out of everything that is printed.
    const SENSITIVE: bool = false;

    /// Whether the value is left out of the request.
    fn is_absent(&self) -> bool {
        false
    }

    /// Adds to `found` what is wrong with the value, which stands at `at`.
    fn check(&self, rules: &Rules, at: &At<'_>, found: &mut Violations) {
        let _ = rules;
        Self::Kind::check(self, at, found);
    }

    /// What stands for a member that an answer does not have, if anything does.
    fn missing() -> Option<Self>
    where
        Self: Sized,
    {
        None
    }

    /// Reads the value from an answer, in any spelling that tells what it is.
    ///
    /// # Errors
    /// What the deserializer says; always for a type that borrows, which no answer can be read into.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>
    where
        Self: Sized,
    {
        Self::Kind::read(deserializer)
    }
}

/// A kind of [`Value`]s. A model says what it is in one line and needs no functions of its own, each of which would cost the
/// user's compiler a third of a million instructions.
pub trait ValueKind<T: ?Sized> {
    /// [`Value::check`] of such a value.
    fn check(value: &T, at: &At<'_>, found: &mut Violations);

    /// [`Value::read`] of such a value.
    ///
    /// # Errors
    /// As those of [`Value::read`].
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error>
    where
        T: Sized;
}

/// Values that have no rules of their own, and that no answer can be read into.
#[derive(Debug)]
pub enum Leaf {}

impl<T: ?Sized> ValueKind<T> for Leaf {
    fn check(_: &T, _: &At<'_>, _: &mut Violations) {}

    fn read<'de, D: Deserializer<'de>>(_: D) -> Result<T, D::Error>
    where
        T: Sized,
    {
        Err(D::Error::custom("this type cannot be read from an answer"))
    }
}

/// A value that can be a segment of a path: one text, always there.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand in a path",
    label = "not one text that is always there",
    note = "a path takes texts, numbers and `#[pattern]` identifiers; optional values and lists belong in the query"
)]
pub trait PathValue: Value {
    /// The value as text, not yet encoded.
    fn text(&self) -> Cow<'_, str>;
}

/// A value that can be a query parameter, a header or a part of a form: none, one or several texts.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a query parameter, a header or a part of a form",
    label = "not a text, a number or a list of these",
    note = "a nested shape travels in a JSON body; here use texts, numbers, `#[pattern]` identifiers, and `Option` or `Vec` of these"
)]
pub trait QueryValue: Value {
    /// Calls `each` with every text, not yet encoded.
    fn each_text(&self, each: &mut dyn FnMut(&str));
}

/// A map of further members of a body, for what the documents leave out.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold further members of a body",
    label = "not a map",
    note = "use `enkash_core::JsonMap`, or a `BTreeMap` or `HashMap` from `String`"
)]
pub trait ExtraValue: fmt::Debug {
    /// The type of a member.
    type Member: Value;

    /// Calls `each` with every member.
    fn each_member(&self, each: &mut dyn FnMut(&str, &Self::Member));
}

/// Marks the values whose text a rule (`pattern`, `length`) can speak of.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no text for `#[pattern]` or `#[length]`",
    label = "not a text",
    note = "these rules go with `String`, `&str` and `Cow<str>`, and with `Option`, `Vec` and `Patch` of these"
)]
pub trait TextValue: Value {}

/// Marks the values whose number a rule (`range`) can speak of.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no number for `#[range]`",
    label = "not a number",
    note = "the rule goes with integers, floats and `Money`, and with `Option`, `Vec` and `Patch` of these"
)]
pub trait NumberValue: Value {}

/// Marks the values whose decimals a rule (`decimals`) can speak of.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no decimals for `#[decimals]`",
    label = "not an amount",
    note = "the rule goes with `Money`, and with `Option`, `Vec` and `Patch` of it"
)]
pub trait DecimalValue: Value {}

/// Marks the values whose elements a rule (`items`) can count.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no elements for `#[items]`",
    label = "not a list",
    note = "the rule goes with `Vec`, and with `Option` and `Patch` of it"
)]
pub trait ListValue {}
