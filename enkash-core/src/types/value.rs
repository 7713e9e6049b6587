//! The traits of field types: checking, writing to each location, and reading from responses.

/// Implements the traits of strings for a type through its `Display`.
macro_rules! displayed {
    ($($ty:ty),*) => {$(
        impl $crate::types::value::PathValue for $ty {
            fn text(&self) -> std::borrow::Cow<'_, str> {
                std::borrow::Cow::Owned(self.to_string())
            }
        }
        impl $crate::types::value::QueryValue for $ty {
            fn each_text(&self, each: &mut dyn FnMut(&str)) {
                each(&self.to_string());
            }
        }
    )*};
}
pub(crate) use displayed;

mod any_json;
mod as_text;
mod begun;
mod format;
#[doc(hidden)]
pub mod guard;
mod lenient;
mod list;
mod patch;
mod plain;
mod private_names;
mod reading;
mod scalar;
mod tolerant;
mod tree;
mod with;
mod with_text;

pub(crate) use any_json::TreeSeed;
pub use as_text::AsText;
pub use format::{DateFormat, Formatted};
pub use lenient::Lenient;
pub(crate) use list::PayloadList;
pub use patch::Patch;
pub(crate) use private_names::{NUMBER, NUMBERS_ARE_MAPS};
pub(crate) use reading::{Sender, is_careful, reading, take, within_text};
pub(crate) use tolerant::{
    ScalarForm, read_any, read_digits, read_exactly, read_json_text, read_scalar, read_text,
};
pub(crate) use tree::entry_bytes;
pub use with::{With, WithModule};
pub use with_text::WithText;

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::Serialize;
use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer};

use crate::rules::Rules;
use crate::rules::violation::{FieldPath, Violations};
use crate::{Json, JsonMap};

/// The type of a field of an endpoint or a `#[model]`: it can be checked, and written as a field of
/// a JSON body.
///
/// Other locations need a second trait: [`PathValue`] for the path, [`QueryValue`] for the query,
/// headers, forms and multipart bodies. A field of a model that is read from a response also needs
/// [`ReadValue`].
///
/// Implemented for strings, numbers, `bool`, [`Money`](crate::Money), jiff's civil types,
/// [`Json`](crate::Json), [`JsonMap`](crate::JsonMap) and [`AsText`]; for `Option`, `Vec`, `Box`,
/// [`Patch`], [`Lenient`], slices and references of these; and by `#[model]` and `#[pattern]` for
/// the types that they declare.
///
/// For a type of another crate, use [`AsText<T>`](AsText) if it has `Display` and `FromStr`, or
/// `#[serde(with = "…")]` if serde supports it.
///
/// # Implementing it
///
/// Implement it for a type of your own that neither attribute can declare. `Serialize` writes the
/// value; all methods of the trait have a default. The type must also be `Clone`, since fields are
/// cloned with their endpoint.
///
/// ```
/// use std::borrow::Cow;
///
/// use enkash_core::{
///     Client, FieldPath, PathValue, Product, QueryValue, ReadValue, Rules, Value, Violations,
///     endpoint, model,
/// };
/// use serde::de::{Deserialize, Deserializer, Error as _};
///
/// /// A share of a total, `"12.5%"` in requests and responses.
/// #[derive(Debug, Clone, Copy, PartialEq)]
/// struct Percentage(f64);
///
/// impl serde::Serialize for Percentage {
///     fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
///         serializer.serialize_str(&self.text())
///     }
/// }
///
/// impl Value for Percentage {
///     fn check(&self, _: &Rules, at: &FieldPath<'_>, found: &mut Violations) {
///         if !(0.0..=100.0).contains(&self.0) {
///             found.add(at, "be from 0 to 100");
///         }
///     }
/// }
///
/// // For responses.
/// impl ReadValue for Percentage {
///     fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
///         let text = String::deserialize(deserializer)?;
///         let number = text.strip_suffix('%').and_then(|number| number.parse().ok());
///         number.map(Percentage).ok_or_else(|| D::Error::custom("not a percentage"))
///     }
/// }
///
/// // For the path.
/// impl PathValue for Percentage {
///     fn text(&self) -> Cow<'_, str> {
///         Cow::Owned(format!("{}%", self.0))
///     }
/// }
///
/// // For the query, headers, forms and multipart bodies.
/// impl QueryValue for Percentage {
///     fn each_text(&self, each: &mut dyn FnMut(&str)) {
///         each(&self.text());
///     }
/// }
///
/// const PRODUCT: Product = Product::new("example").base_url("https://api.example.com");
///
/// #[model]
/// struct Discount {
///     rate: Percentage,
/// }
///
/// #[endpoint(GET, "/discounts/<above>", response = Vec<Discount>)]
/// struct ListDiscounts {
///     above: Percentage,
///     below: Option<Percentage>,
/// }
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let client = Client::builder().build()?;
/// let request = ListDiscounts { above: Percentage(12.5), below: Some(Percentage(50.0)) };
/// let prepared = client.prepare(&request)?;
/// assert_eq!((prepared.path(), prepared.query()), ("/discounts/12.5%25", Some("below=50%25")));
///
/// let request = ListDiscounts { above: Percentage(12.5), below: Some(Percentage(500.0)) };
/// let error = client.prepare(&request).unwrap_err();
/// assert_eq!(
///     error.violations().expect("violations").to_string(),
///     "`below` must be from 0 to 100"
/// );
///
/// let discount: Discount = enkash_core::from_json(br#"{"rate": "7%"}"#)?;
/// assert_eq!(discount.rate, Percentage(7.0));
/// # Ok(())
/// # }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a field of an endpoint or a model",
    label = "not a type that enkash can check and write",
    note = "write `#[model]` above a struct or an enum of your own, and `#[pattern(\"…\")]` for a string with a pattern; `Json` takes any JSON",
    note = "for a type of another crate write `AsText<{Self}>` if it has `Display` and `FromStr`, or `#[serde(with = \"…\")]` above the field"
)]
pub trait Value: fmt::Debug + Serialize {
    /// Whether the value is redacted in output; `false` by default.
    ///
    /// It applies to values that enkash could not read ([`Lenient::Other`]). The type's `Debug`
    /// must redact the value itself.
    const SENSITIVE: bool = false;

    /// Returns whether the field is left out of the request, like an `Option` that is `None`;
    /// `false` by default.
    fn is_absent(&self) -> bool {
        false
    }

    /// Adds to `found` every rule that the value at `at` breaks. A request with a violation is not
    /// sent. The default adds nothing.
    ///
    /// `rules` are those of the field's attributes (`#[pattern]`, `#[length]`, `#[range]`,
    /// `#[items]`, `#[decimals]`). They are empty unless the type implements the trait that allows
    /// the attribute, such as [`TextValue`].
    fn check(&self, rules: &Rules, at: &FieldPath<'_>, found: &mut Violations) {
        let _ = (rules, at, found);
    }
}

/// The type of a field that is read from a response, a webhook event, or other JSON.
///
/// All fields of a `#[model]` need it, unless the model borrows: a model with a lifetime parameter,
/// or with `&` in the type of a field, can only be sent.
///
/// Implemented for the types that implement [`Value`] and are owned: for `String` and `Cow<str>`,
/// but not for `&str`, slices, references, and models that borrow. [`Value`] has an example for a
/// type of your own.
///
/// Unlike serde's `Deserialize`, it is tolerant: platforms write numbers as strings and strings as
/// numbers, and leave fields out or send `null`. An implementation that only calls `Deserialize` is
/// as strict as serde.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from a response",
    label = "it borrows, or has no `ReadValue`",
    note = "a type that borrows can only be sent: in a model that is read use a type that owns its content, such as `String` for `&str`, `Vec<T>` for `&[T]`, or a model without `&` and lifetimes",
    note = "a model that is only sent may hold it: give the model a lifetime parameter",
    note = "for a type of your own implement `ReadValue`"
)]
pub trait ReadValue: Sized {
    /// The form of the value in JSON. An `Option` reads the usual stand-ins for a missing value as
    /// `None`: `""`, `[]`, `false` or `0` for an object or a list, a blank string for a
    /// [scalar](JsonForm::Scalar). Other content is an error.
    const FORM: JsonForm = JsonForm::Any;

    /// Returns the value of a field that the response leaves out. The default, `None`, makes the
    /// field required.
    fn missing() -> Option<Self> {
        None
    }

    /// Reads the value.
    ///
    /// # Errors
    /// Returns an error of the deserializer, or of the type. Its message must not contain the
    /// received value: messages are logged, and values can be secret.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

/// The form of a value in JSON, for [`ReadValue::FORM`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum JsonForm {
    /// A string, or another form.
    Any,
    /// A number, a boolean, an amount or a date: anything that a blank string cannot be.
    Scalar,
    /// An object.
    Object,
    /// A list.
    List,
    /// A value or `null`.
    Nullable,
}

/// Calls [`ReadValue::read`] as a seed, for serde's readers of lists and maps.
pub(crate) struct ReadSeed<T>(pub(crate) PhantomData<T>);

impl<'de, T: ReadValue> DeserializeSeed<'de> for ReadSeed<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::read(deserializer)
    }
}

/// The type of a field in the path: exactly one string.
///
/// The string is encoded as one segment. Values that could change the route, such as `..` or the
/// empty string, are violations; implementations need not check that.
///
/// Implemented for strings, numbers, `bool`, [`Money`](crate::Money), jiff's civil types and
/// [`AsText`], for `Box`es and references of these, and by `#[pattern]` and by `#[model]` on an
/// enum. [`Value`] has an example for a type of your own.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be in a path",
    label = "not a string or a number that is always present",
    note = "a path takes strings, numbers and `#[pattern]` identifiers; optional values and lists belong in the query",
    note = "for a type of another crate write `AsText<{Self}>` if it has `Display` and `FromStr`, or `#[serde(with = \"…\")]` above the field"
)]
pub trait PathValue: Value {
    /// Returns the value as a string, not percent-encoded.
    fn text(&self) -> Cow<'_, str>;
}

/// The type of a field in the query, a header, a form or a multipart body: zero or more strings.
///
/// The query parameter, header or form field is repeated for each string, and left out if there is
/// none.
///
/// Implemented for all types that implement [`PathValue`], and for `Option`, `Vec` and slices of
/// these. [`Value`] has an example for a type of your own.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a query parameter, a header or a part of a form",
    label = "not a string, a number or a list of these",
    note = "here write strings, numbers, `#[pattern]` identifiers, and `Option` or `Vec` of these; a struct is sent in a JSON body, or declare its fields in the endpoint",
    note = "for a type of another crate write `AsText<{Self}>` if it has `Display` and `FromStr`, or `#[serde(with = \"…\")]` above the field"
)]
pub trait QueryValue: Value {
    /// Calls `each` with every string, not percent-encoded.
    fn each_text(&self, each: &mut dyn FnMut(&str));
}

/// The type of an `#[extra]` field: a map of undeclared fields of a JSON body.
///
/// Implemented for [`JsonMap`](crate::JsonMap), and for `BTreeMap` and `HashMap` from strings to
/// [`Value`]s.
///
/// Implement it for a map of your own. It also needs `Clone`; `Default`, with which the builder
/// starts; and serde's `Deserialize`, if it is a field of a model that is read.
///
/// ```
/// use enkash_core::{ExtraValue, model};
///
/// /// Fields in the order in which the server expects them.
/// #[derive(Debug, Clone, Default)]
/// struct Ordered<'a>(Vec<(&'a str, String)>);
///
/// impl ExtraValue for Ordered<'_> {
///     type Member = String;
///
///     fn each_member(&self, each: &mut dyn FnMut(&str, &String)) {
///         self.0.iter().for_each(|(name, member)| each(name, member));
///     }
/// }
///
/// #[model]
/// struct Note<'a> {
///     #[extra]
///     members: Ordered<'a>,
/// }
///
/// let note = Note { members: Ordered(vec![("b", "1".to_owned()), ("a", "2".to_owned())]) };
/// assert_eq!(serde_json::to_string(&note)?, r#"{"b":"1","a":"2"}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold further fields of a body",
    label = "not a map",
    note = "write `enkash_core::JsonMap`, or a `BTreeMap` or `HashMap` with `String` keys"
)]
pub trait ExtraValue: fmt::Debug {
    /// The type of the map's values.
    type Member: Value;

    /// Calls `each` with the name and value of every entry.
    fn each_member(&self, each: &mut dyn FnMut(&str, &Self::Member));

    /// Creates the map from the undeclared fields of a model. Fields that the map cannot hold are
    /// left out, since an undeclared field must not fail the reply.
    #[doc(hidden)]
    fn from_members(members: JsonMap) -> Result<Self, serde_json::Error>
    where
        Self: Sized + DeserializeOwned,
    {
        Self::deserialize(&members).or_else(|_| {
            let fits = |(name, member): &(String, Json)| {
                Self::deserialize(&JsonMap::from_iter([(name.clone(), member.clone())])).is_ok()
            };
            Self::deserialize(&members.into_iter().filter(fits).collect::<JsonMap>())
        })
    }
}

/// A value that `#[pattern]` and `#[length]` apply to. Its [`check`](Value::check) applies
/// [`Rules::pattern`] and [`Rules::length`].
///
/// Implemented for strings and [`AsText`], and for `Option`, `Vec`, `Box`, [`Patch`], slices and
/// references of these.
///
/// ```
/// use enkash_core::{Client, FieldPath, Product, Rules, TextValue, Value, Violations, endpoint};
///
/// /// A string that is sent in upper case.
/// #[derive(Debug, Clone)]
/// struct Upper(String);
///
/// impl serde::Serialize for Upper {
///     fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
///         serializer.serialize_str(&self.0.to_uppercase())
///     }
/// }
///
/// impl Value for Upper {
///     fn check(&self, rules: &Rules, at: &FieldPath<'_>, found: &mut Violations) {
///         // `String` implements the rules of strings.
///         self.0.to_uppercase().check(rules, at, found);
///     }
/// }
///
/// impl TextValue for Upper {}
///
/// const PRODUCT: Product = Product::new("example").base_url("https://api.example.com");
///
/// #[endpoint(POST, "/customers")]
/// struct CreateCustomer {
///     #[length(1..=5)]
///     code: Upper,
/// }
///
/// # fn main() -> Result<(), enkash_core::Error> {
/// let client = Client::builder().build()?;
/// assert!(client.prepare(&CreateCustomer { code: Upper("ab-1".to_owned()) }).is_ok());
/// assert!(client.prepare(&CreateCustomer { code: Upper("abc-12".to_owned()) }).is_err());
/// # Ok(())
/// # }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a string, and `#[pattern]` and `#[length]` apply to strings",
    label = "not a string",
    note = "the rules apply to `String`, `&str` and `Cow<str>`, and to `Option`, `Vec` and `Patch` of these"
)]
pub trait TextValue: Value {}

/// A value that `#[range]` applies to. Its [`check`](Value::check) applies [`Rules::range`].
///
/// Implemented for integers, floats, [`Money`](crate::Money) and [`MoneyText`](crate::MoneyText),
/// and for `Option`, `Vec`, `Box`, [`Patch`], slices and references of these. [`TextValue`] has an
/// example for a type of your own.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a number, and `#[range]` applies to numbers",
    label = "not a number",
    note = "the rule applies to integers, floats and `Money`, and to `Option`, `Vec` and `Patch` of these"
)]
pub trait NumberValue: Value {}

/// A value that `#[decimals]` applies to. Its [`check`](Value::check) applies [`Rules::decimals`].
///
/// Implemented for [`Money`](crate::Money) and [`MoneyText`](crate::MoneyText), and for `Option`,
/// `Vec`, `Box`, [`Patch`], slices and references of these. [`TextValue`] has an example for a type
/// of your own.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an amount, and `#[decimals]` applies to amounts",
    label = "not an amount",
    note = "the rule applies to `Money`, and to `Option`, `Vec` and `Patch` of it"
)]
pub trait DecimalValue: Value {}

/// A value that `#[items]` applies to. Its [`check`](Value::check), or in a multipart body its
/// [`check_part`](crate::PartValue::check_part), applies [`Rules::items`].
///
/// Implemented for `Vec` and slices, for `Option`, `Box`, [`Patch`] and references of these, and
/// for a `Vec` of [`FilePart`](crate::FilePart)s. [`TextValue`] has an example for a type of your
/// own.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list, and `#[items]` applies to lists",
    label = "not a list",
    note = "the rule applies to `Vec`, and to `Option` and `Patch` of it"
)]
pub trait ListValue {}
