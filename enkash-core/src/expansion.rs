//! The declarative macros in the output of the attributes.

/// Implements the JSON schema traits for a generated type (feature `schema`). Requires `__private`
/// in scope.
#[cfg(feature = "schema")]
#[doc(hidden)]
#[macro_export]
macro_rules! __json_schema {
    ($schema:ident [$($generics:tt)*] [$ty:ty] [$($bounds:tt)*]) => {
        #[automatically_derived]
        impl<$($generics)*> __private::JsonSchema for $ty $($bounds)* {
            fn schema_name() -> __private::Cow<'static, ::core::primitive::str> {
                __private::$schema::name::<Self>()
            }
            fn schema_id() -> __private::Cow<'static, ::core::primitive::str> {
                __private::Cow::Borrowed(::core::any::type_name::<Self>())
            }
            fn json_schema(generator: &mut __private::SchemaGenerator) -> __private::Schema {
                __private::$schema::write::<Self>(generator)
            }
        }

        #[automatically_derived]
        impl<$($generics)*> __private::HasSchema for $ty $($bounds)* {
            fn describe(generator: &mut __private::SchemaGenerator) -> __private::Schema {
                generator.subschema_for::<Self>()
            }
        }
    };
}

/// Expands to nothing without the feature `schema`.
#[cfg(not(feature = "schema"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __json_schema {
    ($($tokens:tt)*) => {};
}
