//! The description of a type, for the macros' output.

/// The [`TypeInfo`](crate::describe::TypeInfo) of a type. Used where `__private` is in scope.
#[cfg(not(feature = "schema"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __type_info {
    ($ty:ty) => {{
        use __private::NoPattern as _;
        __private::TypeInfo::new(__private::Probe::<$ty>::PATTERN)
    }};
}

/// The [`TypeInfo`](crate::describe::TypeInfo) of a type. Used where `__private` is in scope.
#[cfg(feature = "schema")]
#[doc(hidden)]
#[macro_export]
macro_rules! __type_info {
    ($ty:ty) => {{
        use __private::{NoPattern as _, NoSchema as _};
        __private::TypeInfo::new(__private::Probe::<$ty>::PATTERN, __private::Probe::<$ty>::SCHEMA)
    }};
}
