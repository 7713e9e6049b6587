//! What the generated builders are made of.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

/// The state of a required field that is not set yet.
#[derive(Debug)]
pub enum Missing {}

/// The state of a required field that is set.
#[derive(Debug)]
pub enum Set {}

/// Which required fields of a builder are set: a tuple of [`Missing`] and [`Set`]. Holds nothing.
pub struct State<S>(PhantomData<fn() -> S>);

impl<S> State<S> {
    /// The state that the builder's type names.
    pub const START: Self = State(PhantomData);

    /// The state after a setter, as the setter's return type names it.
    pub const fn next<T>(self) -> State<T> {
        State(PhantomData)
    }
}

impl<S> fmt::Debug for State<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("State")
    }
}

/// Says of a builder's state that the field is set.
#[diagnostic::on_unimplemented(
    message = "the required field `{Field}` is not set",
    label = "call its setter before `build()`",
    note = "a builder has one function for each field, with the field's name"
)]
pub trait Given<Field> {}

impl<Field> Given<Field> for Set {}

/// The value of a required field, when the builder's type says that it is set.
///
/// # Panics
/// Never: only a field's setter changes its state to [`Set`], and it stores a value.
pub fn given<T>(value: Option<T>) -> T {
    value.unwrap_or_else(|| unreachable!("the builder's type says that the field's setter stored a value"))
}

/// What the setter of an optional field takes: the value, or an `Option` of it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot set an optional field of type `{T}`",
    label = "neither `{T}` nor `Option<{T}>`"
)]
pub trait IntoOption<T> {
    /// The value, if there is one.
    fn into_option(self) -> Option<T>;
}

impl<T> IntoOption<T> for T {
    fn into_option(self) -> Option<T> {
        Some(self)
    }
}

impl<T> IntoOption<T> for Option<T> {
    fn into_option(self) -> Option<T> {
        self
    }
}

impl IntoOption<String> for &str {
    fn into_option(self) -> Option<String> {
        Some(self.to_owned())
    }
}

impl IntoOption<String> for Option<&str> {
    fn into_option(self) -> Option<String> {
        self.map(str::to_owned)
    }
}

impl<'a> IntoOption<Cow<'a, str>> for &'a str {
    fn into_option(self) -> Option<Cow<'a, str>> {
        Some(Cow::Borrowed(self))
    }
}

impl<T, const N: usize> IntoOption<Vec<T>> for [T; N] {
    fn into_option(self) -> Option<Vec<T>> {
        Some(self.into())
    }
}
