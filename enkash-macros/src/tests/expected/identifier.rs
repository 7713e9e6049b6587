///
/// Matches `^KC[0-9]{2}$`. Never printed.
#[derive(
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::cmp::PartialOrd,
    ::core::cmp::Ord,
)]
pub struct CustomerId(crate::room::__private0_1_0::Cow<'static, ::core::primitive::str>);
const _: () = {
    use crate::room::__private0_1_0 as __private;
    impl CustomerId {
        /// The identifier, if the string matches the pattern.
        ///
        /// # Errors
        /// The string does not match.
        pub fn new(
            value: impl ::core::convert::Into<
                __private::Cow<'static, ::core::primitive::str>,
            >,
        ) -> ::core::result::Result<Self, __private::InvalidIdentifier> {
            __private::parse_identifier(::core::convert::Into::into(value))
        }
        /// The identifier from a string literal; in a `const` the compiler checks it.
        ///
        /// # Panics
        /// The string does not match the pattern; in a `const` it does not compile.
        #[must_use]
        pub const fn from_static(value: &'static ::core::primitive::str) -> Self {
            if !<Self as __private::Identifier>::PATTERN.is_match(value) {
                ::core::panic!(
                    "{}",
                    "this string does not match the pattern `^KC[0-9]{2}$` of `CustomerId`"
                );
            }
            Self(__private::Cow::Borrowed(value))
        }
        /// The identifier as a string.
        #[must_use]
        pub fn as_str(&self) -> &::core::primitive::str {
            &self.0
        }
    }
    #[automatically_derived]
    impl __private::Identifier for CustomerId {
        const NAME: &'static ::core::primitive::str = "CustomerId";
        const PATTERN: __private::pattern::Pattern = crate::room::pattern::Pattern::__new(
            "^KC[0-9]{2}$",
            b"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\0\0\0\0\0\0\0\0\0\x02\0\0\0\0\0\0\0\x03\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x08\xFF\xFF\x0C\xFF\xFF\x10\xFF\xFF\xFF\0\xFF\xFF",
            20,
            4,
            4,
        );
        fn from_checked(text: __private::Cow<'static, ::core::primitive::str>) -> Self {
            Self(text)
        }
        fn text(&self) -> &::core::primitive::str {
            self.as_str()
        }
    }
    #[automatically_derived]
    impl __private::Value for CustomerId {
        const SENSITIVE: ::core::primitive::bool = true;
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for CustomerId {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            f.write_str("***")
        }
    }
    #[automatically_derived]
    impl ::core::convert::AsRef<::core::primitive::str> for CustomerId {
        fn as_ref(&self) -> &::core::primitive::str {
            self.as_str()
        }
    }
    #[automatically_derived]
    impl ::core::str::FromStr for CustomerId {
        type Err = __private::InvalidIdentifier;
        fn from_str(
            text: &::core::primitive::str,
        ) -> ::core::result::Result<Self, Self::Err> {
            __private::parse_identifier_text(text)
        }
    }
    #[automatically_derived]
    impl ::core::convert::TryFrom<&::core::primitive::str> for CustomerId {
        type Error = __private::InvalidIdentifier;
        fn try_from(
            text: &::core::primitive::str,
        ) -> ::core::result::Result<Self, Self::Error> {
            __private::parse_identifier_text(text)
        }
    }
    #[automatically_derived]
    impl ::core::convert::TryFrom<__private::String> for CustomerId {
        type Error = __private::InvalidIdentifier;
        fn try_from(
            text: __private::String,
        ) -> ::core::result::Result<Self, Self::Error> {
            Self::new(text)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for CustomerId {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::core::fmt::Display::fmt(self.as_str(), f)
        }
    }
    #[automatically_derived]
    impl __private::serde::Serialize for CustomerId {
        fn serialize<__S: __private::serde::Serializer>(
            &self,
            serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            serializer.serialize_str(self.as_str())
        }
    }
    #[automatically_derived]
    impl<'de> __private::serde::Deserialize<'de> for CustomerId {
        fn deserialize<__D: __private::serde::Deserializer<'de>>(
            deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            __private::read_identifier(deserializer)
        }
    }
    #[automatically_derived]
    impl __private::ReadValue for CustomerId {
        fn read<'de, __D: __private::serde::Deserializer<'de>>(
            deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            __private::read_identifier(deserializer)
        }
    }
    #[automatically_derived]
    impl __private::PathValue for CustomerId {
        fn text(&self) -> __private::Cow<'_, ::core::primitive::str> {
            __private::Cow::Borrowed(self.as_str())
        }
    }
    #[automatically_derived]
    impl __private::QueryValue for CustomerId {
        fn each_text(&self, each: &mut dyn ::core::ops::FnMut(&::core::primitive::str)) {
            each(self.as_str());
        }
    }
};
