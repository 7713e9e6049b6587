//! Types of other crates, as strings.

use std::borrow::Cow;
use std::fmt::{self, Debug, Display};
use std::ops::Deref;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error as _};
use serde::{Serialize, Serializer};

use super::scalar::check_text;
use super::{PathValue, QueryValue, ReadValue, TextValue, Value, read_text};
use crate::rules::Rules;
use crate::rules::violation::{FieldPath, Violations};

/// A type of another crate as a field: written as a string with its `Display`, read with its
/// `FromStr`.
///
/// It can be in every location. `#[pattern]` and `#[length]` apply to the string. Its `Debug` is
/// that of the type and shows the value; put `#[sensitive]` on a confidential field.
///
/// A string in a response that `FromStr` refuses is an error;
/// [`Lenient<AsText<T>>`](crate::Lenient) keeps it instead.
///
/// ```
/// use std::net::Ipv4Addr;
///
/// use enkash_core::{AsText, Client, Product, endpoint, model};
///
/// const PRODUCT: Product = Product::new("example").base_url("https://api.example.com");
///
/// /// A server.
/// #[model]
/// struct Server {
///     /// The address.
///     address: AsText<Ipv4Addr>,
/// }
///
/// /// Reads a server.
/// #[endpoint(GET, "/servers/<address>", response = Server)]
/// struct GetServer {
///     /// The address.
///     address: AsText<Ipv4Addr>,
///     /// The network that it is in.
///     network: Option<AsText<Ipv4Addr>>,
/// }
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let request = GetServer { address: Ipv4Addr::LOCALHOST.into(), network: None };
/// let prepared = Client::builder().build()?.prepare(&request)?;
/// assert_eq!(prepared.path(), "/servers/127.0.0.1");
///
/// let server: Server = enkash_core::from_json(br#"{"address": "10.0.0.1"}"#)?;
/// assert!(server.address.is_private());
/// assert_eq!(*server.address, Ipv4Addr::new(10, 0, 0, 1));
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct AsText<T>(pub T);

impl<T> Deref for AsText<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> From<T> for AsText<T> {
    fn from(value: T) -> Self {
        AsText(value)
    }
}

impl<T: FromStr> FromStr for AsText<T> {
    type Err = T::Err;

    fn from_str(text: &str) -> Result<Self, T::Err> {
        text.parse().map(AsText)
    }
}

impl<T: Debug> Debug for AsText<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<T: Display> Display for AsText<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<T: Display> Serialize for AsText<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de, T: FromStr> Deserialize<'de> for AsText<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // The message must not contain the string, nor the error of `FromStr`, which may quote it.
        let parsed = read_text(deserializer)?.parse();
        parsed.map(AsText).map_err(|_| D::Error::custom("not a valid string of this type"))
    }
}

impl<T: Debug + Display> Value for AsText<T> {
    fn check(&self, rules: &Rules, at: &FieldPath<'_>, found: &mut Violations) {
        if rules.pattern.is_some() || rules.length.is_some() {
            check_text(&self.0.to_string(), rules, at, found);
        }
    }
}

impl<T: Debug + Display> TextValue for AsText<T> {}

impl<T: FromStr> ReadValue for AsText<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }
}

impl<T: Debug + Display> PathValue for AsText<T> {
    fn text(&self) -> Cow<'_, str> {
        Cow::Owned(self.0.to_string())
    }
}

impl<T: Debug + Display> QueryValue for AsText<T> {
    fn each_text(&self, each: &mut dyn FnMut(&str)) {
        each(&self.0.to_string());
    }
}

#[cfg(feature = "schema")]
impl<T> schemars::JsonSchema for AsText<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Cow::Borrowed("AsText")
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string" })
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    #[test]
    fn a_value_is_its_own_text_everywhere() {
        let address = AsText(Ipv4Addr::new(10, 0, 0, 1));
        assert_eq!(serde_json::to_string(&address).unwrap(), r#""10.0.0.1""#);
        assert_eq!(serde_json::from_str::<AsText<Ipv4Addr>>(r#""10.0.0.1""#).unwrap(), address);
        assert_eq!(address.text(), "10.0.0.1");
        assert_eq!(
            (format!("{address:?}"), address.to_string()),
            ("10.0.0.1".into(), "10.0.0.1".into())
        );
        assert_eq!("10.0.0.1".parse(), Ok(address));
    }

    #[test]
    fn a_number_is_read_as_its_text_and_nothing_received_is_in_the_error() {
        assert_eq!(serde_json::from_str::<AsText<u64>>("7").unwrap(), AsText(7));
        let error = serde_json::from_str::<AsText<Ipv4Addr>>(r#""4111111111111111""#).unwrap_err();
        assert!(!error.to_string().contains("4111"), "{error}");
    }

    #[cfg(feature = "schema")]
    #[test]
    fn the_schema_is_a_string() {
        use crate::registry::schema::HasSchema;

        let mut generator = schemars::SchemaGenerator::default();
        let schema = AsText::<Ipv4Addr>::describe(&mut generator).to_value();
        assert_eq!(schema, serde_json::json!({"type": "string"}));
    }

    #[test]
    fn rules_hold_for_the_text() {
        let mut found = Violations::new();
        let rules = Rules::new().with_length(1, 8);
        AsText(Ipv4Addr::LOCALHOST).check(&rules, &FieldPath::TOP.field("address"), &mut found);
        assert_eq!(found.to_string(), "`address` must have 1 to 8 characters");
    }
}
