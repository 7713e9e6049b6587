//! The list of everything that is declared, whoever declared it.

#[cfg(feature = "schema")]
pub(crate) mod openapi;
#[cfg(feature = "schema")]
pub(crate) mod schema;

use crate::declare::endpoint::EndpointInfo;
use crate::describe::TypeInfo;
use crate::types::identifier::Identifier;
use crate::types::value::{Lenient, Patch};

/// An entry of the registry.
#[derive(Debug)]
pub struct Registered(pub &'static EndpointInfo);

inventory::collect!(Registered);

/// Every endpoint that is declared in the program, sorted by product, template, method and name.
///
/// ```
/// for endpoint in enkash_core::endpoints() {
///     println!("{} {}", endpoint.method(), endpoint.template());
/// }
/// ```
#[must_use]
pub fn endpoints() -> Vec<&'static EndpointInfo> {
    let mut all: Vec<_> = inventory::iter::<Registered>.into_iter().map(|registered| registered.0).collect();
    all.sort_by(|a, b| {
        (a.product, a.template, a.method.as_str(), a.name()).cmp(&(
            b.product,
            b.template,
            b.method.as_str(),
            b.name(),
        ))
    });
    all
}

/// Asks a type for what is known of it. Where a type has an answer, an inherent constant gives it; for all others those of
/// [`NoPattern`] and `NoSchema` do.
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

/// The answer of types without a pattern.
pub trait NoPattern {
    /// None.
    const PATTERN: Option<&'static str> = None;
}

impl<T> NoPattern for Probe<T> {}

/// The [`TypeInfo`](crate::describe::Description) of a type.
#[cfg(not(feature = "schema"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __description {
    ($ty:ty) => {{
        use $crate::__private::NoPattern as _;
        $crate::__private::described($crate::__private::Probe::<$ty>::PATTERN)
    }};
}

/// The [`TypeInfo`](crate::describe::Description) of a type.
#[cfg(feature = "schema")]
#[doc(hidden)]
#[macro_export]
macro_rules! __description {
    ($ty:ty) => {{
        use $crate::__private::{NoPattern as _, NoSchema as _};
        $crate::__private::described(
            $crate::__private::Probe::<$ty>::PATTERN,
            $crate::__private::Probe::<$ty>::SCHEMA,
        )
    }};
}

/// What [`__description`](crate::__description) found.
#[cfg(not(feature = "schema"))]
#[must_use]
pub const fn described(pattern: Option<&'static str>) -> TypeInfo {
    TypeInfo { pattern }
}

/// What [`__description`](crate::__description) found.
#[cfg(feature = "schema")]
#[must_use]
pub const fn described(
    pattern: Option<&'static str>,
    schema: Option<crate::describe::WriteSchema>,
) -> TypeInfo {
    TypeInfo { pattern, schema }
}
