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
    /// A value that the API reference does not list. It is kept as it came; in a request it is a violation.
    Unknown(crate::room::__private::String),
}
#[automatically_derived]
#[allow(deprecated)]
impl crate::room::__private::StringEnum for Status {
    const NAME: &'static ::core::primitive::str = "Status";
    const WIRE_NAMES: &'static [&'static ::core::primitive::str] = &[
        "ACTIVE",
        "in-progress",
    ];
    fn from_wire_name(__name: &::core::primitive::str) -> Self {
        match __name {
            "ACTIVE" => Self::Active,
            "in-progress" => Self::InProgress,
            _ => Self::Unknown(::core::convert::From::from(__name)),
        }
    }
    fn is_documented(&self) -> ::core::primitive::bool {
        !::core::matches!(self, Self::Unknown(_))
    }
    fn wire_name(&self) -> &::core::primitive::str {
        self.as_str()
    }
}
#[allow(dead_code, deprecated, unreachable_pub)]
impl Status {
    /// The value's name on the wire.
    #[must_use]
    pub fn as_str(&self) -> &::core::primitive::str {
        match self {
            Self::Active => "ACTIVE",
            Self::InProgress => "in-progress",
            Self::Unknown(__name) => __name,
        }
    }
}
#[automatically_derived]
impl ::core::fmt::Debug for Status {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        crate::room::__private::debug_string_enum(self, __f)
    }
}
#[automatically_derived]
impl ::core::fmt::Display for Status {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Display::fmt(self.as_str(), __f)
    }
}
#[automatically_derived]
impl crate::room::__private::serde::Serialize for Status {
    fn serialize<__S: crate::room::__private::serde::Serializer>(
        &self,
        __serializer: __S,
    ) -> ::core::result::Result<__S::Ok, __S::Error> {
        __serializer.serialize_str(self.as_str())
    }
}
#[automatically_derived]
impl<'de> crate::room::__private::serde::Deserialize<'de> for Status {
    fn deserialize<__D: crate::room::__private::serde::Deserializer<'de>>(
        __deserializer: __D,
    ) -> ::core::result::Result<Self, __D::Error> {
        crate::room::__private::read_texts(__deserializer)
    }
}
#[automatically_derived]
impl crate::room::Value for Status {
    fn check(
        &self,
        _: &crate::room::Rules,
        __at: &crate::room::FieldPath<'_>,
        __found: &mut crate::room::Violations,
    ) {
        crate::room::__private::check_texts(self, __at, __found);
    }
}
#[automatically_derived]
impl crate::room::ReadValue for Status {
    fn read<'de, __D: crate::room::__private::serde::Deserializer<'de>>(
        __deserializer: __D,
    ) -> ::core::result::Result<Self, __D::Error> {
        crate::room::__private::read_texts(__deserializer)
    }
}
#[automatically_derived]
impl crate::room::PathValue for Status {
    fn text(&self) -> crate::room::__private::Cow<'_, ::core::primitive::str> {
        crate::room::__private::Cow::Borrowed(self.as_str())
    }
}
#[automatically_derived]
impl crate::room::QueryValue for Status {
    fn each_text(&self, __each: &mut dyn ::core::ops::FnMut(&::core::primitive::str)) {
        __each(self.as_str());
    }
}
#[automatically_derived]
impl crate::room::__private::Payload for Status {
    fn read(
        __body: &crate::room::Bytes,
        __envelope: ::core::option::Option<&crate::room::EnvelopeNames>,
    ) -> ::core::result::Result<
        crate::room::__private::Envelope<Self>,
        crate::room::__private::JsonError,
    > {
        crate::room::__private::read_json(__body, __envelope)
    }
}
crate::room::__json_schema! {
    texts_schema[] [Status] [] [#[allow(deprecated)]]
}
