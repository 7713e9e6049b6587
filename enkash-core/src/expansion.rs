//! The parts of the macros' output that are alike for every struct.
//!
//! They are declarative macros because these are written out by the compiler itself. A procedural macro is compiled
//! without optimisation in a development build, and every token that it writes costs the user some thousand
//! instructions.
//!
//! `$allow` is what the user's own words would set off a second time (`allowed` in the macros' `expand.rs`). Other lints
//! do not speak of code that comes from a macro of another crate.

/// `Record`, `Debug` and `Serialize`.
///
/// It takes `[impl generics,] [type] [where clause] [lints]`, the name, the table of the fields (a text, how many there are
/// and the rules of those that have some, or written out), and for each field the local that refers to it and how it is
/// visited.
#[doc(hidden)]
#[macro_export]
macro_rules! __record_alone {
    (
        [$($generics:tt)*] [$ty:ty] [$($bounds:tt)*] [$($allow:tt)*] $name:literal
        $($text:literal $count:literal [$($ruled:literal $(.$rule:ident $of_rule:tt)*),*])? $(@table [$table:expr])?
        $($(@if [$($cfg:tt)*])? $field:ident: $local:ident, $method:ident $arguments:tt;)*
    ) => {
        #[automatically_derived]
        $($allow)*
        impl<$($generics)* __Unknown> $crate::__private::Record<__Unknown> for $ty $($bounds)* {
            const STRUCT_INFO: &'static $crate::__private::StructInfo = &$crate::__private::StructInfo::new(
                $name,
                $(&$crate::__private::fields::<$count>(
                    $text,
                    &[$(($ruled, &$crate::__private::Rules::new()$(.$rule $of_rule)*)),*],
                ))?
                $($table)?
            );
            fn visit<__V: $crate::__private::Visitor>(&self, visitor: &mut __V) {
                let Self { $($($($cfg)*)? $field: $local,)* .. } = self;
                $($($($cfg)*)? visitor.$method $arguments;)*
            }
        }

        #[automatically_derived]
        $($allow)*
        impl<$($generics)*> ::core::fmt::Debug for $ty $($bounds)* {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::debug_record(self, f)
            }
        }

        #[automatically_derived]
        $($allow)*
        impl<$($generics)*> $crate::__private::serde::Serialize for $ty $($bounds)* {
            fn serialize<__S: $crate::__private::serde::Serializer>(
                &self,
                serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                $crate::__private::serialize_record(self, serializer)
            }
        }
    };
}

/// `Clone` of a struct in which a field's type may be no value: `[impl generics,] [type] [where clause] [lints]`, and for
/// each field which function of [`Cloned`](crate::__private::Cloned) clones it, with the span of the field.
#[doc(hidden)]
#[macro_export]
macro_rules! __clone {
    (
        [$($generics:tt)*] [$ty:ty] [$($bounds:tt)*] [$($allow:tt)*]
        $($(@if [$($cfg:tt)*])? $field:ident $clone:ident;)*
    ) => {
        #[automatically_derived]
        $($allow)*
        impl<$($generics)*> ::core::clone::Clone for $ty $($bounds)* {
            fn clone(&self) -> Self {
                use $crate::__private::Uncloneable as _;
                Self { $($($($cfg)*)? $field: $crate::__private::Cloned(&self.$field).$clone(),)* }
            }
        }
    };
}

/// What a record is, and its JSON schema.
#[cfg(feature = "schema")]
#[doc(hidden)]
#[macro_export]
macro_rules! __record {
    ([$($generics:tt)*] [$ty:ty] [$($bounds:tt)*] [$($allow:tt)*] $($rest:tt)*) => {
        $crate::__record_alone! { [$($generics)*] [$ty] [$($bounds)*] [$($allow)*] $($rest)* }
        $crate::__json_schema! { record_schema [$($generics)*] [$ty] [$($bounds)*] [$($allow)*] }
    };
}

/// `Endpoint`, `send` and `call`.
#[doc(hidden)]
#[macro_export]
macro_rules! __endpoint {
    (
        [$($generics:tt)*] [$ty:ty] [$($bounds:tt)*] [$($allow:tt)*] [$($validate:expr)?]
        $response:ty, $method:ident $template:literal $idempotent:literal $(.$setting:ident $of_setting:tt)*
    ) => {
        #[automatically_derived]
        $($allow)*
        impl<$($generics)*> $crate::__private::Endpoint for $ty $($bounds)* {
            type Response = $response;
            const INFO: &'static $crate::EndpointInfo =
                &$crate::EndpointInfo::of::<Self>($crate::__private::Method::$method, $template, $idempotent)
                    $(.$setting $of_setting)*;
            $(
                fn validate_across(&self, found: &mut $crate::Violations) {
                    let rule: fn(&Self, &mut $crate::Violations) = $validate;
                    rule(self, found)
                }
            )?
        }

        $($allow)*
        impl<$($generics)*> $ty $($bounds)* {
            /// Checks and writes the request, and returns the call as a future that borrows nothing.
            pub fn send(&self, client: &$crate::Client) -> $crate::PendingCall<$response> {
                $crate::__private::send(self, client)
            }

            /// The call with settings of its own, such as a time limit.
            pub fn call(&self) -> $crate::Call<'_, Self> {
                $crate::Call::new(self)
            }
        }
    };
}

/// `Value` of a model: its fields are checked, and the rule across them that it names.
#[doc(hidden)]
#[macro_export]
macro_rules! __model {
    ([$($generics:tt)*] [$ty:ty] [$($bounds:tt)*] [$($allow:tt)*] [$($validate:expr)?]) => {
        #[automatically_derived]
        $($allow)*
        impl<$($generics)*> $crate::Value for $ty $($bounds)* {
            fn check(
                &self,
                _: &$crate::Rules,
                at: &$crate::FieldPath<'_>,
                found: &mut $crate::Violations,
            ) {
                $crate::__private::check_record(self, at, found);
                $(
                    let rule: fn(&Self, &mut $crate::Violations) = $validate;
                    $crate::__private::check_across(self, rule, at, found);
                )?
            }
        }
    };
}

/// `ReadRecord`, `ReadValue` and `Deserialize` of a model that owns its content.
///
/// A field has a [`Slot`](crate::__private::Slot), an expression that reads its member into the slot, unless it takes what is
/// left, and one that is its value in the end. These have the span of the field, where the compiler reports a type that cannot
/// be read.
#[doc(hidden)]
#[macro_export]
macro_rules! __read_model {
    (
        [$($generics:tt)*] [$ty:ty] [$($bounds:tt)*] [$($allow:tt)*]
        $members:ident
        $(
            $(@if [$($cfg:tt)*])? $slot:ident $field:ident: $field_ty:ty,
            [$($index:literal $(@if [$($read_cfg:tt)*])? $read:block)?] $value:block;
        )*
    ) => {
        #[automatically_derived]
        $($allow)*
        impl<$($generics)*> $crate::__private::ReadRecord for $ty $($bounds)* {
            fn read_members<'de, __A: $crate::__private::serde::de::MapAccess<'de>>(
                $members: &mut $crate::__private::Members<__A>,
            ) -> ::core::result::Result<Self, __A::Error> {
                use $crate::__private::Unreadable as _;
                $($($($cfg)*)? let mut $slot = $crate::__Slot::<$field_ty>::EMPTY;)*
                while $members.advance()? {
                    match $members.index() {
                        $($($($($read_cfg)*)? $crate::__Some($index) => $read)?)*
                        _ => $members.set_aside()?,
                    }
                }
                $crate::__Ok(Self { $($($($cfg)*)? $field: $value,)* })
            }
        }

        #[automatically_derived]
        $($allow)*
        impl<$($generics)*> $crate::ReadValue for $ty $($bounds)* {
            const FORM: $crate::JsonForm = $crate::JsonForm::Object;

            fn read<'de, __D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: __D,
            ) -> ::core::result::Result<Self, __D::Error> {
                $crate::__private::read_record(deserializer)
            }
        }

        #[automatically_derived]
        $($allow)*
        impl<'de, $($generics)*> $crate::__private::serde::Deserialize<'de> for $ty $($bounds)* {
            fn deserialize<__D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: __D,
            ) -> ::core::result::Result<Self, __D::Error> {
                $crate::__private::read_record(deserializer)
            }
        }
    };
}

/// The JSON schema of a type that a macro wrote, where the feature `schema` is on.
#[cfg(feature = "schema")]
#[doc(hidden)]
#[macro_export]
macro_rules! __json_schema {
    ($schema:ident [$($generics:tt)*] [$ty:ty] [$($bounds:tt)*] [$($allow:tt)*]) => {
        #[automatically_derived]
        $($allow)*
        impl<$($generics)*> $crate::JsonSchema for $ty $($bounds)* {
            fn schema_name() -> $crate::__private::Cow<'static, ::core::primitive::str> {
                $crate::__private::$schema::name::<Self>()
            }
            fn schema_id() -> $crate::__private::Cow<'static, ::core::primitive::str> {
                $crate::__private::Cow::Borrowed(::core::any::type_name::<Self>())
            }
            fn json_schema(generator: &mut $crate::SchemaGenerator) -> $crate::Schema {
                $crate::__private::$schema::write::<Self>(generator)
            }
        }

        #[automatically_derived]
        $($allow)*
        impl<$($generics)*> $crate::__private::HasSchema for $ty $($bounds)* {
            fn describe(generator: &mut $crate::SchemaGenerator) -> $crate::Schema {
                generator.subschema_for::<Self>()
            }
        }
    };
}

/// The JSON schema of a type that a macro wrote, where the feature `schema` is on.
#[cfg(not(feature = "schema"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __json_schema {
    ($($tokens:tt)*) => {};
}
