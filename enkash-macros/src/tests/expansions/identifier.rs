/**

Matches `^KC[0-9]{2}$`. Never printed.*/
#[derive(
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::cmp::PartialOrd,
    ::core::cmp::Ord,
)]
pub struct CustomerId(crate::room::__private::Cow<'static, ::core::primitive::str>);
#[automatically_derived]
impl crate::room::__private::Identifier for CustomerId {
    const NAME: &'static ::core::primitive::str = "CustomerId";
    const PATTERN: crate::room::pattern::Pattern = crate::room::pattern::Pattern::__new(
        "^KC[0-9]{2}$",
        b"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\0\0\0\0\0\0\0\0\0\x02\0\0\0\0\0\0\0\x03\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x08\xFF\xFF\x0C\xFF\xFF\x10\xFF\xFF\xFF\0\xFF\xFF",
        20,
        4,
        4,
    );
    fn from_checked(
        __text: crate::room::__private::Cow<'static, ::core::primitive::str>,
    ) -> Self {
        Self(__text)
    }
    fn text(&self) -> &::core::primitive::str {
        &self.0
    }
}
#[allow(dead_code, unreachable_pub)]
impl CustomerId {
    /// The identifier, if the text matches the pattern.
    ///
    /// # Errors
    /// The text does not match.
    pub fn new(
        text: impl ::core::convert::Into<
            crate::room::__private::Cow<'static, ::core::primitive::str>,
        >,
    ) -> ::core::result::Result<Self, crate::room::InvalidIdentifier> {
        crate::room::__private::parse_identifier(::core::convert::Into::into(text))
    }
    /// The identifier from a text that is written in the program; in a `const` the compiler checks it.
    ///
    /// # Panics
    /// The text does not match the pattern; in a `const` it does not compile.
    #[must_use]
    pub const fn from_static(text: &'static ::core::primitive::str) -> Self {
        if !<Self as crate::room::__private::Identifier>::PATTERN.is_match(text) {
            ::core::panic!(
                "{}",
                "this text does not match the pattern `^KC[0-9]{2}$` of `CustomerId`"
            );
        }
        Self(crate::room::__private::Cow::Borrowed(text))
    }
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &::core::primitive::str {
        &self.0
    }
}
#[automatically_derived]
impl ::core::fmt::Debug for CustomerId {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Formatter::write_str(__f, "***")
    }
}
#[automatically_derived]
impl ::core::fmt::Display for CustomerId {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Display::fmt(self.as_str(), __f)
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
    type Err = crate::room::InvalidIdentifier;
    fn from_str(
        text: &::core::primitive::str,
    ) -> ::core::result::Result<Self, Self::Err> {
        crate::room::__private::parse_identifier_text(text)
    }
}
#[automatically_derived]
impl ::core::convert::TryFrom<&::core::primitive::str> for CustomerId {
    type Error = crate::room::InvalidIdentifier;
    fn try_from(
        text: &::core::primitive::str,
    ) -> ::core::result::Result<Self, Self::Error> {
        crate::room::__private::parse_identifier_text(text)
    }
}
#[automatically_derived]
impl ::core::convert::TryFrom<crate::room::__private::String> for CustomerId {
    type Error = crate::room::InvalidIdentifier;
    fn try_from(
        text: crate::room::__private::String,
    ) -> ::core::result::Result<Self, Self::Error> {
        Self::new(text)
    }
}
#[automatically_derived]
impl crate::room::__private::serde::Serialize for CustomerId {
    fn serialize<__S: crate::room::__private::serde::Serializer>(
        &self,
        __serializer: __S,
    ) -> ::core::result::Result<__S::Ok, __S::Error> {
        __serializer.serialize_str(self.as_str())
    }
}
#[automatically_derived]
impl<'de> crate::room::__private::serde::Deserialize<'de> for CustomerId {
    fn deserialize<__D: crate::room::__private::serde::Deserializer<'de>>(
        __deserializer: __D,
    ) -> ::core::result::Result<Self, __D::Error> {
        crate::room::__private::read_identifier(__deserializer)
    }
}
#[automatically_derived]
impl crate::room::Value for CustomerId {
    const SENSITIVE: ::core::primitive::bool = true;
}
#[automatically_derived]
impl crate::room::ReadValue for CustomerId {
    fn read<'de, __D: crate::room::__private::serde::Deserializer<'de>>(
        __deserializer: __D,
    ) -> ::core::result::Result<Self, __D::Error> {
        crate::room::__private::read_identifier(__deserializer)
    }
}
#[automatically_derived]
impl crate::room::PathValue for CustomerId {
    fn text(&self) -> crate::room::__private::Cow<'_, ::core::primitive::str> {
        crate::room::__private::Cow::Borrowed(self.as_str())
    }
}
#[automatically_derived]
impl crate::room::QueryValue for CustomerId {
    fn each_text(&self, __each: &mut dyn ::core::ops::FnMut(&::core::primitive::str)) {
        __each(self.as_str());
    }
}
crate::room::__json_schema! {
    identifier_schema[] [CustomerId] [] []
}
