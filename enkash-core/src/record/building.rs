//! What the generated builders are made of.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

macro_rules! slots {
    ($first:ident, $($set:ident after $before:ident),* $(,)?) => {
        /// The states of a builder's required fields: a list of them, `fn(First) -> fn(Second) -> ()`.
        ///
        /// A field that is set has the state `()`, as short as can be in what the compiler prints; one that is missing has
        /// a type with the field's name. The list is written as a function's type because that needs no brackets around
        /// the rest: a declarative macro can write it.
        ///
        /// `Set7` is the list after the setter of the eighth field. A setter's return type is named through these, so that
        /// it is as short for the last of sixty fields as for the only one.
        #[allow(missing_docs)]
        pub trait Slots {
            type $first: Slots;
            $(type $set: Slots;)*
        }

        impl Slots for () {
            type $first = ();
            $(type $set = ();)*
        }

        impl<Field, Rest: Slots> Slots for fn(Field) -> Rest {
            type $first = fn(()) -> Rest;
            $(type $set = fn(Field) -> Rest::$before;)*
        }
    };
}

slots! {
    Set0,
    Set1 after Set0,
    Set2 after Set1,
    Set3 after Set2,
    Set4 after Set3,
    Set5 after Set4,
    Set6 after Set5,
    Set7 after Set6,
    Set8 after Set7,
    Set9 after Set8,
    Set10 after Set9,
    Set11 after Set10,
    Set12 after Set11,
    Set13 after Set12,
    Set14 after Set13,
    Set15 after Set14,
    Set16 after Set15,
    Set17 after Set16,
    Set18 after Set17,
    Set19 after Set18,
    Set20 after Set19,
    Set21 after Set20,
    Set22 after Set21,
    Set23 after Set22,
    Set24 after Set23,
    Set25 after Set24,
    Set26 after Set25,
    Set27 after Set26,
    Set28 after Set27,
    Set29 after Set28,
    Set30 after Set29,
    Set31 after Set30,
    Set32 after Set31,
    Set33 after Set32,
    Set34 after Set33,
    Set35 after Set34,
    Set36 after Set35,
    Set37 after Set36,
    Set38 after Set37,
    Set39 after Set38,
    Set40 after Set39,
    Set41 after Set40,
    Set42 after Set41,
    Set43 after Set42,
    Set44 after Set43,
    Set45 after Set44,
    Set46 after Set45,
    Set47 after Set46,
    Set48 after Set47,
    Set49 after Set48,
    Set50 after Set49,
    Set51 after Set50,
    Set52 after Set51,
    Set53 after Set52,
    Set54 after Set53,
    Set55 after Set54,
    Set56 after Set55,
    Set57 after Set56,
    Set58 after Set57,
    Set59 after Set58,
    Set60 after Set59,
    Set61 after Set60,
    Set62 after Set61,
    Set63 after Set62,
}

/// Which required fields of a builder are set, see [`Slots`]. Holds nothing.
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

/// Says of a state in a list of [`Slots`] that the field is set.
#[diagnostic::on_unimplemented(
    message = "the required field `{Self}` is not set",
    label = "call its setter before `build()`",
    note = "a builder has one function for each field, with the field's name"
)]
pub trait IsSet {}

#[diagnostic::do_not_recommend]
impl IsSet for () {}

/// Says of a list of [`Slots`] that every field is set.
///
/// It is [`EachSet`] by another name: of a trait that all types may have, the compiler lists no type that has it where it
/// tells of a field that is not set.
pub trait AllSet {}

impl<States: EachSet> AllSet for States {}

/// Says of a list of [`Slots`] what [`IsSet`] says of each of its states, so that all fields that are missing are told of.
pub trait EachSet {}

impl EachSet for () {}

impl<Field: IsSet, Rest: EachSet> EachSet for fn(Field) -> Rest {}

/// The value of a required field, when the builder's type says that it is set.
///
/// # Panics
/// Never: only a field's setter changes its state to `()`, and it stores a value.
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
