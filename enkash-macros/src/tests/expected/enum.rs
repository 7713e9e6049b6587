#[derive(
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
#[non_exhaustive]
pub enum Status {
    Active,
    InProgress,
    /// A value that the API reference does not list, as it came; in a request it is a
    /// violation.
    Unknown(crate::room::__private0_1_0::String),
}
const _: () = {
    use crate::room::__private0_1_0 as __private;
    impl Status {
        /// The value's name on the wire.
        #[must_use]
        pub fn as_str(&self) -> &::core::primitive::str {
            match self {
                Self::Active => "ACTIVE",
                Self::InProgress => "in-progress",
                Self::Unknown(name) => name,
            }
        }
    }
    #[automatically_derived]
    impl __private::StringEnum for Status {
        const NAME: &'static ::core::primitive::str = "Status";
        const WIRE_NAMES: &'static [&'static ::core::primitive::str] = &[
            "ACTIVE",
            "in-progress",
        ];
        fn from_wire_name(name: &::core::primitive::str) -> Self {
            match name {
                "ACTIVE" => Self::Active,
                "in-progress" => Self::InProgress,
                _ => Self::Unknown(::core::convert::From::from(name)),
            }
        }
        fn is_documented(&self) -> ::core::primitive::bool {
            !::core::matches!(self, Self::Unknown(_))
        }
        fn wire_name(&self) -> &::core::primitive::str {
            self.as_str()
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for Status {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __private::debug_string_enum(self, f)
        }
    }
    #[automatically_derived]
    impl __private::Value for Status {
        fn check(
            &self,
            _: &__private::Rules,
            at: &__private::FieldPath<'_>,
            found: &mut __private::Violations,
        ) {
            __private::check_string_enum(self, at, found);
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for Status {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::core::fmt::Display::fmt(self.as_str(), f)
        }
    }
    #[automatically_derived]
    impl __private::serde::Serialize for Status {
        fn serialize<__S: __private::serde::Serializer>(
            &self,
            serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            serializer.serialize_str(self.as_str())
        }
    }
    #[automatically_derived]
    impl<'de> __private::serde::Deserialize<'de> for Status {
        fn deserialize<__D: __private::serde::Deserializer<'de>>(
            deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            __private::read_string_enum(deserializer)
        }
    }
    #[automatically_derived]
    impl __private::ReadValue for Status {
        fn read<'de, __D: __private::serde::Deserializer<'de>>(
            deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            __private::read_string_enum(deserializer)
        }
    }
    #[automatically_derived]
    impl __private::PathValue for Status {
        fn text(&self) -> __private::Cow<'_, ::core::primitive::str> {
            __private::Cow::Borrowed(self.as_str())
        }
    }
    #[automatically_derived]
    impl __private::QueryValue for Status {
        fn each_text(&self, each: &mut dyn ::core::ops::FnMut(&::core::primitive::str)) {
            each(self.as_str());
        }
    }
    #[automatically_derived]
    impl __private::Payload for Status {
        fn read(
            body: &__private::Bytes,
            envelope: ::core::option::Option<&__private::EnvelopeNames>,
        ) -> ::core::result::Result<__private::Envelope<Self>, __private::JsonError> {
            __private::read_json(body, envelope)
        }
    }
};
