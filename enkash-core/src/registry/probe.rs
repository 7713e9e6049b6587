//! What is known of a type, asked without demanding it.

use crate::types::identifier::Identifier;
use crate::types::value::{Lenient, Patch};

/// Asks a type for what is known of it. Where a type has the fact, an inherent constant gives it;
/// for all others those of [`NoPattern`] and `NoSchema` do.
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

/// The value of types without a pattern.
pub trait NoPattern {
    /// None.
    const PATTERN: Option<&'static str> = None;
}

impl<T> NoPattern for Probe<T> {}
