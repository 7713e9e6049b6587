//! The description of a type, for the macros' output.

use crate::describe::TypeInfo;

/// The [`TypeInfo`](crate::describe::TypeInfo) of a type.
#[cfg(not(feature = "schema"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __description {
    ($ty:ty) => {{
        use $crate::__private::NoPattern as _;
        $crate::__private::described($crate::__private::Probe::<$ty>::PATTERN)
    }};
}

/// The [`TypeInfo`](crate::describe::TypeInfo) of a type.
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
