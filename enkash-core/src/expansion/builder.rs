//! The builders.

/// The builder of a struct that has required fields.
///
/// The states of the required fields are a list, the builder's last type parameter; the setter of each turns the state in
/// its `slot` to `()`. A missing field's state is the field's `marker`, whose name is what the compiler then says. Behind
/// those of all other fields come the states of fields that may be compiled out, with the items that define them. The values
/// lie in a struct of their own, so that a setter moves one value and one struct.
#[doc(hidden)]
#[macro_export]
macro_rules! __builder {
    (
        [$($allow:tt)*] $vis:vis $name:ident $builder:ident $parts:ident $markers:ident
        [$($generics:tt)*] $(@for [$($arguments:tt)*])? [$($bounds:tt)*]
        [$($marker:ident)*] [$($state:ident)*] [$($states:tt)*]
        $(
            required $(@for [$($r_arguments:tt)*])? $slot:ident
            $(@if [$($r_cfg:tt)*])? $(#[$($r_docs:tt)*])* $r_setter:ident $required:ident: $r_ty:ty;
        )*
        $(
            into $(@for [$($i_arguments:tt)*])? $i_slot:ident
            $(@if [$($i_cfg:tt)*])? $(#[$($i_docs:tt)*])* $i_setter:ident $into:ident: $i_ty:ty;
        )*
        $(
            option
            $(@if [$($o_cfg:tt)*])? $(#[$($o_docs:tt)*])* $o_setter:ident $option:ident: $o_ty:ty, $o_inner:ty;
        )*
        $(
            default
            $(@if [$($d_cfg:tt)*])? $(#[$($d_docs:tt)*])* $d_setter:ident $default:ident: $d_ty:ty;
        )*
    ) => {
        mod $markers {
            $(pub enum $marker {})*
            $($states)*
        }

        $($allow)*
        struct $parts<$($generics)*> $($bounds)* {
            $($($($r_cfg)*)? $required: ::core::option::Option<$r_ty>,)*
            $($($($i_cfg)*)? $into: ::core::option::Option<$i_ty>,)*
            $($($($o_cfg)*)? $option: $o_ty,)*
            $($($($d_cfg)*)? $default: $d_ty,)*
        }

        /// Builds the struct; what is required and not set does not compile.
        #[must_use]
        $($allow)*
        $vis struct $builder<$($generics)* __State>(
            $parts<$($($arguments)*)?>,
            $crate::__private0_1_0::State<__State>,
        ) $($bounds)*;

        $($allow)*
        impl<$($generics)*> $name<$($($arguments)*)?> $($bounds)* {
            /// A builder, whose required fields the compiler asks for.
            pub fn builder() -> $builder<
                $($($arguments)*)?
                $(fn($markers::$marker) ->)* $(fn($markers::$state) ->)* ()
            > {
                $builder(
                    $parts {
                        $($($($r_cfg)*)? $required: ::core::option::Option::None,)*
                        $($($($i_cfg)*)? $into: ::core::option::Option::None,)*
                        $($($($o_cfg)*)? $option: ::core::option::Option::None,)*
                        $($($($d_cfg)*)? $default: ::core::default::Default::default(),)*
                    },
                    $crate::__private0_1_0::State::START,
                )
            }
        }

        $($allow)*
        impl<$($generics)* __State: $crate::__private0_1_0::Slots> $builder<$($($arguments)*)? __State> $($bounds)* {
            $(
                $($($r_cfg)*)? $(#[$($r_docs)*])*
                pub fn $r_setter(mut self, $required: $r_ty) -> $builder<$($($r_arguments)*)? __State::$slot> {
                    self.0.$required.replace($required);
                    $builder(self.0, self.1.next())
                }
            )*
            $(
                $($($i_cfg)*)? $(#[$($i_docs)*])*
                pub fn $i_setter(
                    mut self,
                    $into: impl ::core::convert::Into<$i_ty>,
                ) -> $builder<$($($i_arguments)*)? __State::$i_slot> {
                    self.0.$into.replace($into.into());
                    $builder(self.0, self.1.next())
                }
            )*
            $(
                $($($o_cfg)*)? $(#[$($o_docs)*])*
                pub fn $o_setter(mut self, $option: impl $crate::__private0_1_0::IntoOption<$o_inner>) -> Self {
                    self.0.$option = $option.into_option();
                    self
                }
            )*
            $(
                $($($d_cfg)*)? $(#[$($d_docs)*])*
                pub fn $d_setter(mut self, $default: impl ::core::convert::Into<$d_ty>) -> Self {
                    self.0.$default = $default.into();
                    self
                }
            )*

            /// The struct with the values that were set.
            pub fn build(self) -> $name<$($($arguments)*)?>
            where __State: $crate::__private0_1_0::AllSet
            {
                $name {
                    $($($($r_cfg)*)? $required: $crate::__private0_1_0::given(self.0.$required),)*
                    $($($($i_cfg)*)? $into: $crate::__private0_1_0::given(self.0.$into),)*
                    $($($($o_cfg)*)? $option: self.0.$option,)*
                    $($($($d_cfg)*)? $default: self.0.$default,)*
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
        [$($allow:tt)*] $vis:vis $name:ident $builder:ident
        [$($generics:tt)*] $(@for [$($arguments:tt)*])? [$($bounds:tt)*]
        $(
            option
            $(@if [$($o_cfg:tt)*])? $(#[$($o_docs:tt)*])* $o_setter:ident $option:ident: $o_ty:ty, $o_inner:ty;
        )*
        $(
            default
            $(@if [$($d_cfg:tt)*])? $(#[$($d_docs:tt)*])* $d_setter:ident $default:ident: $d_ty:ty;
        )*
    ) => {
        /// Builds the struct; all of its fields may be left out.
        #[must_use]
        $($allow)*
        $vis struct $builder<$($generics)*>($name<$($($arguments)*)?>) $($bounds)*;

        $($allow)*
        impl<$($generics)*> $name<$($($arguments)*)?> $($bounds)* {
            /// A builder; all of the fields may be left out.
            pub fn builder() -> $builder<$($($arguments)*)?> {
                $builder($name {
                    $($($($o_cfg)*)? $option: ::core::option::Option::None,)*
                    $($($($d_cfg)*)? $default: ::core::default::Default::default(),)*
                })
            }
        }

        $($allow)*
        impl<$($generics)*> $builder<$($($arguments)*)?> $($bounds)* {
            $(
                $($($o_cfg)*)? $(#[$($o_docs)*])*
                pub fn $o_setter(mut self, $option: impl $crate::__private0_1_0::IntoOption<$o_inner>) -> Self {
                    self.0.$option = $option.into_option();
                    self
                }
            )*
            $(
                $($($d_cfg)*)? $(#[$($d_docs)*])*
                pub fn $d_setter(mut self, $default: impl ::core::convert::Into<$d_ty>) -> Self {
                    self.0.$default = $default.into();
                    self
                }
            )*

            /// The struct with the values that were set.
            pub fn build(self) -> $name<$($($arguments)*)?> {
                self.0
            }
        }
    };
}
