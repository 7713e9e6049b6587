//! Creates descriptions of types, for the macros' output.

/// Creates the [`TypeInfo`](crate::describe::TypeInfo) of a type. Requires `__private` in scope.
#[cfg(not(feature = "schema"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __type_info {
    ($ty:ty) => {{
        use __private::NoPattern as _;
        __private::TypeInfo::new(__private::Probe::<$ty>::PATTERN)
    }};
}

/// Creates the [`TypeInfo`](crate::describe::TypeInfo) of a type. Requires `__private` in scope.
#[cfg(feature = "schema")]
#[doc(hidden)]
#[macro_export]
macro_rules! __type_info {
    ($ty:ty) => {{
        use __private::{NoPattern as _, NoSchema as _};
        __private::TypeInfo::new(__private::Probe::<$ty>::PATTERN, __private::Probe::<$ty>::SCHEMA)
    }};
}
