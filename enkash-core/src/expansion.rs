//! The parts of the macros' output that are alike for every struct.
//!
//! They are declarative macros because these are written out by the compiler itself. A procedural macro is compiled
//! without optimisation in a development build, and every token that it writes costs the user some thousand instructions.

/// `Debug` and `Serialize` of a record: `[impl generics] [type] [where clause]`.
#[doc(hidden)]
#[macro_export]
macro_rules! __record {
    ([$($generics:tt)*] [$ty:ty] [$($bounds:tt)*]) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl $($generics)* ::core::fmt::Debug for $ty $($bounds)* {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::debug_record(self, f)
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl $($generics)* $crate::__private::serde::Serialize for $ty $($bounds)* {
            fn serialize<__S: $crate::__private::serde::Serializer>(
                &self,
                serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                $crate::__private::serialize_record(self, serializer)
            }
        }

        $crate::__json_schema! { record_schema [$($generics)*] [$ty] [$($bounds)*] }
    };
}

/// The JSON schema of a type that a macro wrote, where the feature `schema` is on.
#[cfg(feature = "schema")]
#[doc(hidden)]
#[macro_export]
macro_rules! __json_schema {
    ($schema:ident [$($generics:tt)*] [$ty:ty] [$($bounds:tt)*]) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl $($generics)* $crate::JsonSchema for $ty $($bounds)* {
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
        #[allow(deprecated)]
        impl $($generics)* $crate::__private::Described for $ty $($bounds)* {
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

/// `Value` and `Deserialize` of a model that can be read.
#[doc(hidden)]
#[macro_export]
macro_rules! __model {
    (
        [$($generics:tt)*] [$($de_generics:tt)*] [$ty:ty] [$($bounds:tt)*] [$($validate:expr)?]
    ) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl $($generics)* $crate::__private::Value for $ty $($bounds)* {
            fn check(&self, _: &$crate::Rules, at: &$crate::__private::At<'_>, found: &mut $crate::Violations) {
                $crate::__private::check_record(self, at, found);
                $($crate::__private::check_across(self, $validate, at, found);)?
            }

            fn read<'de, __D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: __D,
            ) -> ::core::result::Result<Self, __D::Error> {
                $crate::__private::read_record(deserializer)
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl $($de_generics)* $crate::__private::serde::Deserialize<'de> for $ty $($bounds)* {
            fn deserialize<__D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: __D,
            ) -> ::core::result::Result<Self, __D::Error> {
                $crate::__private::read_record(deserializer)
            }
        }
    };
}

/// `Endpoint`, `send` and `call`.
#[doc(hidden)]
#[macro_export]
macro_rules! __endpoint {
    ([$($generics:tt)*] [$ty:ty] [$($bounds:tt)*] [$response:ty] [$info:expr] [$($validate:expr)?]) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl $($generics)* $crate::__private::Endpoint for $ty $($bounds)* {
            type Response = $response;
            const INFO: &'static $crate::EndpointInfo = &$info;
            $(
                fn validate_across(&self, found: &mut $crate::Violations) {
                    let rule: fn(&Self, &mut $crate::Violations) = $validate;
                    rule(self, found)
                }
            )?
        }

        #[allow(dead_code, deprecated, single_use_lifetimes)]
        impl $($generics)* $ty $($bounds)* {
            /// Checks and writes the request, and returns the call as a future that borrows nothing.
            pub fn send(&self, client: &$crate::Client) -> $crate::Sending<$response> {
                $crate::__private::send(self, client)
            }

            /// The call with settings of its own, such as a time limit.
            pub fn call(&self) -> $crate::Call<'_, Self> {
                $crate::Call::new(self)
            }
        }
    };
}

/// The builder of a struct that has required fields.
///
/// The states of the required fields are a list, the builder's last type parameter; the setter of each turns the state in
/// its `slot` to `Set`. The values lie in a struct of their own, so that a setter moves one value and one struct.
#[doc(hidden)]
#[macro_export]
macro_rules! __builder {
    (
        $vis:vis $name:ident $builder:ident $parts:ident $markers:ident
        [$($generics:tt)*] [$($arguments:tt)*] [$($bounds:tt)*] [$($initial:tt)*] [$($marker_items:tt)*] [$($given:tt)*]
        $( required $slot:ident [$($r_arguments:tt)*] [$($r_cfg:tt)*] [$($r_docs:tt)*] $r_setter:ident $required:ident: $r_ty:ty; )*
        $( into $i_slot:ident [$($i_arguments:tt)*] [$($i_cfg:tt)*] [$($i_docs:tt)*] $i_setter:ident $into:ident: $i_ty:ty; )*
        $( option [$($o_cfg:tt)*] [$($o_docs:tt)*] $o_setter:ident $option:ident: $o_ty:ty [$o_inner:ty] )*
        $( default [$($d_cfg:tt)*] [$($d_docs:tt)*] $d_setter:ident $default:ident: $d_ty:ty )*
    ) => {
        #[doc(hidden)]
        #[allow(non_camel_case_types, missing_docs, unreachable_pub)]
        $vis mod $markers { $($marker_items)* }

        #[doc(hidden)]
        #[allow(deprecated, missing_debug_implementations, missing_docs, non_snake_case, unreachable_pub)]
        $vis struct $parts<$($generics)*> $($bounds)* {
            $($($r_cfg)* $required: ::core::option::Option<$r_ty>,)*
            $($($i_cfg)* $into: ::core::option::Option<$i_ty>,)*
            $($($o_cfg)* $option: $o_ty,)*
            $($($d_cfg)* $default: $d_ty,)*
        }

        /// Builds the struct; what is required and not set does not compile.
        #[must_use]
        #[allow(deprecated, missing_debug_implementations, unreachable_pub)]
        $vis struct $builder<$($generics)* __State>(
            $parts<$($arguments)*>,
            $crate::__private::State<__State>,
        ) $($bounds)*;

        #[allow(dead_code, deprecated, non_snake_case, single_use_lifetimes, unreachable_pub)]
        impl<$($generics)*> $name<$($arguments)*> $($bounds)* {
            /// A builder, whose required fields the compiler asks for.
            pub fn builder() -> $builder<$($arguments)* $($initial)*> {
                $builder(
                    $parts {
                        $($($r_cfg)* $required: ::core::option::Option::None,)*
                        $($($i_cfg)* $into: ::core::option::Option::None,)*
                        $($($o_cfg)* $option: ::core::option::Option::None,)*
                        $($($d_cfg)* $default: ::core::default::Default::default(),)*
                    },
                    $crate::__private::State::START,
                )
            }
        }

        #[allow(dead_code, deprecated, non_snake_case, single_use_lifetimes, unreachable_pub)]
        impl<$($generics)* __State: $crate::__private::Slots> $builder<$($arguments)* __State> $($bounds)* {
            $(
                $($r_cfg)* $($r_docs)*
                pub fn $r_setter(mut self, $required: $r_ty) -> $builder<$($r_arguments)* __State::$slot> {
                    self.0.$required.replace($required);
                    $builder(self.0, self.1.next())
                }
            )*
            $(
                $($i_cfg)* $($i_docs)*
                pub fn $i_setter(mut self, $into: impl ::core::convert::Into<$i_ty>) -> $builder<$($i_arguments)* __State::$i_slot> {
                    self.0.$into.replace($into.into());
                    $builder(self.0, self.1.next())
                }
            )*
            $(
                $($o_cfg)* $($o_docs)*
                pub fn $o_setter(mut self, $option: impl $crate::__private::IntoOption<$o_inner>) -> Self {
                    self.0.$option = $option.into_option();
                    self
                }
            )*
            $(
                $($d_cfg)* $($d_docs)*
                pub fn $d_setter(mut self, $default: impl ::core::convert::Into<$d_ty>) -> Self {
                    self.0.$default = $default.into();
                    self
                }
            )*

            /// The struct with the values that were set.
            pub fn build(self) -> $name<$($arguments)*>
            where $($given)*
            {
                $name {
                    $($($r_cfg)* $required: $crate::__private::given(self.0.$required),)*
                    $($($i_cfg)* $into: $crate::__private::given(self.0.$into),)*
                    $($($o_cfg)* $option: self.0.$option,)*
                    $($($d_cfg)* $default: self.0.$default,)*
                }
            }
        }
    };
}

/// The builder of a struct that has no required field: the struct itself holds what is set.
#[doc(hidden)]
#[macro_export]
macro_rules! __free_builder {
    (
        $vis:vis $name:ident $builder:ident [$($generics:tt)*] [$($arguments:tt)*] [$($bounds:tt)*]
        $( option [$($o_cfg:tt)*] [$($o_docs:tt)*] $o_setter:ident $option:ident [$o_inner:ty] )*
        $( default [$($d_cfg:tt)*] [$($d_docs:tt)*] $d_setter:ident $default:ident: $d_ty:ty )*
    ) => {
        /// Builds the struct; all of its fields may be left out.
        #[must_use]
        #[allow(deprecated, missing_debug_implementations, unreachable_pub)]
        $vis struct $builder<$($generics)*>($name<$($arguments)*>) $($bounds)*;

        #[allow(dead_code, deprecated, non_snake_case, single_use_lifetimes, unreachable_pub)]
        impl<$($generics)*> $name<$($arguments)*> $($bounds)* {
            /// A builder; all of the fields may be left out.
            pub fn builder() -> $builder<$($arguments)*> {
                $builder($name {
                    $($($o_cfg)* $option: ::core::option::Option::None,)*
                    $($($d_cfg)* $default: ::core::default::Default::default(),)*
                })
            }
        }

        #[allow(dead_code, deprecated, non_snake_case, single_use_lifetimes, unreachable_pub)]
        impl<$($generics)*> $builder<$($arguments)*> $($bounds)* {
            $(
                $($o_cfg)* $($o_docs)*
                pub fn $o_setter(mut self, $option: impl $crate::__private::IntoOption<$o_inner>) -> Self {
                    self.0.$option = $option.into_option();
                    self
                }
            )*
            $(
                $($d_cfg)* $($d_docs)*
                pub fn $d_setter(mut self, $default: impl ::core::convert::Into<$d_ty>) -> Self {
                    self.0.$default = $default.into();
                    self
                }
            )*

            /// The struct with the values that were set.
            pub fn build(self) -> $name<$($arguments)*> {
                self.0
            }
        }
    };
}
