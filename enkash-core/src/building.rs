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

macro_rules! slots {
    ($first_set:ident $first_get:ident, $($set:ident $get:ident after $set_before:ident $get_before:ident),* $(,)?) => {
        /// The states of a builder's required fields: a list of [`Missing`] and [`Set`], as pairs of one state and the rest.
        ///
        /// `Set7` is the list after the setter of the eighth field, and `Get7` that field's state. A setter's return type is
        /// named through these, so that it is as short for the last of sixty fields as for the only one.
        #[allow(missing_docs)]
        pub trait Slots {
            type $first_set: Slots;
            type $first_get;
            $(
                type $set: Slots;
                type $get;
            )*
        }

        impl Slots for () {
            type $first_set = ();
            type $first_get = Missing;
            $(
                type $set = ();
                type $get = Missing;
            )*
        }

        impl<State, Rest: Slots> Slots for (State, Rest) {
            type $first_set = (Set, Rest);
            type $first_get = State;
            $(
                type $set = (State, Rest::$set_before);
                type $get = Rest::$get_before;
            )*
        }
    };
}

slots! {
    Set0 Get0,
    Set1 Get1 after Set0 Get0,
    Set2 Get2 after Set1 Get1,
    Set3 Get3 after Set2 Get2,
    Set4 Get4 after Set3 Get3,
    Set5 Get5 after Set4 Get4,
    Set6 Get6 after Set5 Get5,
    Set7 Get7 after Set6 Get6,
    Set8 Get8 after Set7 Get7,
    Set9 Get9 after Set8 Get8,
    Set10 Get10 after Set9 Get9,
    Set11 Get11 after Set10 Get10,
    Set12 Get12 after Set11 Get11,
    Set13 Get13 after Set12 Get12,
    Set14 Get14 after Set13 Get13,
    Set15 Get15 after Set14 Get14,
    Set16 Get16 after Set15 Get15,
    Set17 Get17 after Set16 Get16,
    Set18 Get18 after Set17 Get17,
    Set19 Get19 after Set18 Get18,
    Set20 Get20 after Set19 Get19,
    Set21 Get21 after Set20 Get20,
    Set22 Get22 after Set21 Get21,
    Set23 Get23 after Set22 Get22,
    Set24 Get24 after Set23 Get23,
    Set25 Get25 after Set24 Get24,
    Set26 Get26 after Set25 Get25,
    Set27 Get27 after Set26 Get26,
    Set28 Get28 after Set27 Get27,
    Set29 Get29 after Set28 Get28,
    Set30 Get30 after Set29 Get29,
    Set31 Get31 after Set30 Get30,
    Set32 Get32 after Set31 Get31,
    Set33 Get33 after Set32 Get32,
    Set34 Get34 after Set33 Get33,
    Set35 Get35 after Set34 Get34,
    Set36 Get36 after Set35 Get35,
    Set37 Get37 after Set36 Get36,
    Set38 Get38 after Set37 Get37,
    Set39 Get39 after Set38 Get38,
    Set40 Get40 after Set39 Get39,
    Set41 Get41 after Set40 Get40,
    Set42 Get42 after Set41 Get41,
    Set43 Get43 after Set42 Get42,
    Set44 Get44 after Set43 Get43,
    Set45 Get45 after Set44 Get44,
    Set46 Get46 after Set45 Get45,
    Set47 Get47 after Set46 Get46,
    Set48 Get48 after Set47 Get47,
    Set49 Get49 after Set48 Get48,
    Set50 Get50 after Set49 Get49,
    Set51 Get51 after Set50 Get50,
    Set52 Get52 after Set51 Get51,
    Set53 Get53 after Set52 Get52,
    Set54 Get54 after Set53 Get53,
    Set55 Get55 after Set54 Get54,
    Set56 Get56 after Set55 Get55,
    Set57 Get57 after Set56 Get56,
    Set58 Get58 after Set57 Get57,
    Set59 Get59 after Set58 Get58,
    Set60 Get60 after Set59 Get59,
    Set61 Get61 after Set60 Get60,
    Set62 Get62 after Set61 Get61,
    Set63 Get63 after Set62 Get62,
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
