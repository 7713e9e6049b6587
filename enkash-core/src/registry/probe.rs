//! Queries facts of a type without trait bounds.

use crate::types::identifier::Identifier;
use crate::types::value::{Lenient, Patch};

/// Autoref specialisation: the facts of a type. For a type that has a fact, an inherent constant
/// contains it; for all others, the constants of [`NoPattern`] and `NoSchema` apply.
#[derive(Debug)]
pub struct Probe<T>(std::marker::PhantomData<T>);

macro_rules! patterns {
    ($($ty:ty),*) => {$(
        impl<T: Identifier> Probe<$ty> {
            /// The pattern of the identifier.
            pub const PATTERN: Option<&'static str> = Some(T::PATTERN.source());
        }
    )*};
}

patterns!(T, Option<T>, Vec<T>, Option<Vec<T>>, Patch<T>, Lenient<T>, Option<Lenient<T>>);

/// The fallback for types without a pattern.
pub trait NoPattern {
    /// No pattern.
    const PATTERN: Option<&'static str> = None;
}

impl<T> NoPattern for Probe<T> {}
