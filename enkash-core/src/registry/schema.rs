//! JSON schemas of declared types (feature `schema`).
//!
//! They describe requests as sent, and payloads as the API reference documents them, although
//! responses are read more tolerantly.

use std::borrow::Cow;

use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value as Json, json};

use crate::declare::payload::Empty;
use crate::describe::{Field, Location, WriteSchema};
use crate::record::Record;
use crate::rules::{Bound, Rules};
use crate::types::identifier::Identifier;
use crate::types::string_enum::StringEnum;
use crate::types::value::{AsText, Formatted, Lenient, Patch};
use crate::{FilePart, Money, MoneyText, Text};

/// A type with a JSON schema: every type that can be a field or a payload.
///
/// Generated types implement schemars' [`JsonSchema`](schemars::JsonSchema) as well.
pub trait HasSchema {
    /// Returns the schema, or a reference to it.
    fn describe(generator: &mut SchemaGenerator) -> Schema;
}

impl<T> HasSchema for AsText<T> {
    fn describe(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<Self>()
    }
}

macro_rules! described {
    ($($ty:ty => $schema:tt),* $(,)?) => {$(
        impl HasSchema for $ty {
            fn describe(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )*};
}

described! {
    str => { "type": "string" },
    String => { "type": "string" },
    Cow<'_, str> => { "type": "string" },
    Text => { "type": "string" },
    bool => { "type": "boolean" },
    u8 => { "type": "integer" },
    u16 => { "type": "integer" },
    u32 => { "type": "integer" },
    u64 => { "type": "integer" },
    i8 => { "type": "integer" },
    i16 => { "type": "integer" },
    i32 => { "type": "integer" },
    i64 => { "type": "integer" },
    f32 => { "type": "number" },
    f64 => { "type": "number" },
    Money => { "type": "number" },
    MoneyText => { "type": "string" },
    jiff::civil::Date => { "type": "string", "format": "date" },
    jiff::civil::Time => { "type": "string" },
    jiff::civil::DateTime => { "type": "string", "format": "date-time" },
    FilePart => { "type": "string", "format": "binary" },
    bytes::Bytes => { "type": "string", "format": "binary" },
    serde_json::Map<String, Json> => { "type": "object" },
    Json => {},
    Empty => {},
}

macro_rules! transparent {
    ($($ty:ty),*) => {$(
        impl<T: HasSchema> HasSchema for $ty {
            fn describe(generator: &mut SchemaGenerator) -> Schema {
                T::describe(generator)
            }
        }
    )*};
}

// Optional fields are left out of `required`; a response has the types of the API reference.
transparent!(Option<T>, Box<T>, Lenient<T>);

impl<T: HasSchema + ?Sized> HasSchema for &T {
    fn describe(generator: &mut SchemaGenerator) -> Schema {
        T::describe(generator)
    }
}

/// A format that JSON Schema has no name for.
impl<T: HasSchema> HasSchema for Formatted<'_, T> {
    fn describe(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = T::describe(generator);
        schema.remove("format");
        if let Some(items) = schema.get_mut("items").and_then(Json::as_object_mut) {
            items.remove("format");
        }
        schema
    }
}

impl<T: HasSchema> HasSchema for Vec<T> {
    fn describe(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "array", "items": T::describe(generator) })
    }
}

impl<T: HasSchema> HasSchema for Patch<T> {
    fn describe(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = T::describe(generator);
        match schema.get_mut("type") {
            Some(ty) => *ty = json!([ty, "null"]),
            None => schema = json_schema!({ "anyOf": [schema, { "type": "null" }] }),
        }
        schema
    }
}

impl<T: HasSchema> super::probe::Probe<T> {
    /// The function that generates the schema.
    pub const SCHEMA: Option<WriteSchema> = Some(T::describe);
}

/// The fallback for types without a schema.
pub trait NoSchema {
    /// No schema.
    const SCHEMA: Option<WriteSchema> = None;
}

impl<T> NoSchema for super::probe::Probe<T> {}

/// JSON schemas of structs.
pub mod record_schema {
    use super::{
        Cow, Field, Json, Location, Map, Record, Schema, SchemaGenerator, has_extra, member,
    };

    /// Returns the name of the struct.
    #[must_use]
    pub fn name<T: Record>() -> Cow<'static, str> {
        Cow::Borrowed(T::NAME)
    }

    /// Returns the schema of the struct's body, or of the field that is the whole body.
    pub fn write<T: Record>(generator: &mut SchemaGenerator) -> Schema {
        body(T::FIELDS, generator)
    }

    pub(super) fn object(
        fields: &'static [Field],
        generator: &mut SchemaGenerator,
    ) -> Map<String, Json> {
        let mut properties = Map::new();
        let mut required = Vec::new();
        let mut all_of = Vec::new();
        for field in fields {
            match field.location {
                Location::Body => {
                    properties
                        .insert(field.wire_name.to_owned(), member(field, generator).to_value());
                    if field.required {
                        required.push(Json::from(field.wire_name));
                    }
                }
                Location::Flatten => all_of.push(member(field, generator).to_value()),
                _ => {}
            }
        }
        let mut object = Map::new();
        object.insert("type".to_owned(), "object".into());
        object.insert("properties".to_owned(), properties.into());
        if !required.is_empty() {
            object.insert("required".to_owned(), required.into());
        }
        if !all_of.is_empty() {
            object.insert("allOf".to_owned(), all_of.into());
        }
        if has_extra(fields) {
            object.insert("additionalProperties".to_owned(), true.into());
        }
        object
    }

    /// Returns the schema of a body: an object, or the field that is the whole body.
    pub(crate) fn body(fields: &'static [Field], generator: &mut SchemaGenerator) -> Schema {
        match fields.iter().find(|field| field.location == Location::WholeBody) {
            Some(whole) => member(whole, generator),
            None => object(fields, generator).into(),
        }
    }
}

/// JSON schemas of string enums.
pub mod enum_schema {
    use super::{Cow, Schema, SchemaGenerator, StringEnum, json_schema};

    /// Returns the name of the enum.
    #[must_use]
    pub fn name<T: StringEnum>() -> Cow<'static, str> {
        Cow::Borrowed(T::NAME)
    }

    /// Returns the schema with the documented values.
    pub fn write<T: StringEnum>(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "enum": T::WIRE_NAMES })
    }
}

/// JSON schemas of identifiers.
pub mod identifier_schema {
    use super::{Cow, Identifier, Schema, SchemaGenerator, json_schema};

    /// Returns the name of the identifier.
    #[must_use]
    pub fn name<T: Identifier>() -> Cow<'static, str> {
        Cow::Borrowed(T::NAME)
    }

    /// Returns the schema with the pattern.
    pub fn write<T: Identifier>(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": T::PATTERN.source() })
    }
}

/// Returns whether a field collects undeclared fields.
fn has_extra(fields: &[Field]) -> bool {
    crate::record::has_location(fields, Location::Extra)
}

/// Returns the schema of a field: that of its type, with the rules of the field.
pub(crate) fn member(field: &Field, generator: &mut SchemaGenerator) -> Schema {
    let schema = field.ty.schema.map_or_else(|| json_schema!({}), |write| write(generator));
    with_rules(schema, field.rules)
}

fn with_rules(mut schema: Schema, rules: &Rules) -> Schema {
    if let Some((min, max)) = rules.items {
        limit(&mut schema, "minItems", min, "maxItems", max);
    }
    // All other rules apply to the elements.
    if let Some(items) = schema.get_mut("items") {
        let elements = Schema::try_from(items.take()).unwrap_or_default();
        *items = with_rules(elements, &rules.for_elements()).to_value();
        return schema;
    }
    if let Some(pattern) = &rules.pattern {
        schema.insert("pattern".to_owned(), pattern.source().into());
    }
    if let Some((min, max)) = rules.length {
        limit(&mut schema, "minLength", min, "maxLength", max);
    }
    if let Some(range) = rules.range {
        bound(&mut schema, range.min, "minimum", "exclusiveMinimum");
        bound(&mut schema, range.max, "maximum", "exclusiveMaximum");
    }
    match rules.decimals {
        Some(0) if schema.get("type").is_some_and(|ty| ty == "number") => {
            schema.insert("type".to_owned(), "integer".into());
        }
        Some(most) if schema.get("type").is_some_and(|ty| ty == "number") => {
            schema.insert("multipleOf".to_owned(), number(Bound::inclusive(1, most)));
        }
        _ => {}
    }
    schema
}

fn limit(schema: &mut Schema, low: &str, min: usize, high: &str, max: usize) {
    if min > 0 {
        schema.insert(low.to_owned(), min.into());
    }
    if max < usize::MAX {
        schema.insert(high.to_owned(), max.into());
    }
}

fn bound(schema: &mut Schema, bound: Option<Bound>, inclusive: &str, exclusive: &str) {
    if let Some(bound) = bound {
        let name = if bound.inclusive { inclusive } else { exclusive };
        schema.insert(name.to_owned(), number(bound));
    }
}

/// Returns a bound as a JSON number. It has few enough digits to be exact.
fn number(bound: Bound) -> Json {
    bound.to_string().parse::<serde_json::Number>().map_or(Json::Null, Json::Number)
}

/// Returns a generator that puts referenced schemas under `#/components/schemas`, as in OpenAPI.
pub(crate) fn generator() -> SchemaGenerator {
    let mut settings = schemars::generate::SchemaSettings::draft2020_12();
    settings.definitions_path = "/components/schemas".into();
    settings.meta_schema = None;
    SchemaGenerator::new(settings)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(schema: Json, rules: Rules) -> Json {
        with_rules(Schema::try_from(schema).unwrap(), &rules).to_value()
    }

    #[test]
    fn rules_become_keywords() {
        assert_eq!(
            written(json!({"type": "string"}), Rules::new().with_length(1, 5)),
            json!({"type": "string", "minLength": 1, "maxLength": 5})
        );
        let range = Rules::new()
            .with_range(Some(Bound::inclusive(1, 1)), Some(Bound::exclusive(5000, 0)))
            .with_decimals(2);
        assert_eq!(
            written(json!({"type": "number"}), range),
            json!({"type": "number", "minimum": 0.1, "exclusiveMaximum": 5000, "multipleOf": 0.01})
        );
        assert_eq!(
            written(json!({"type": "number"}), Rules::new().with_decimals(0)),
            json!({"type": "integer"})
        );
    }

    #[test]
    fn rules_of_a_list_go_to_its_elements() {
        assert_eq!(
            written(
                json!({"type": "array", "items": {"type": "string"}}),
                Rules::new().with_items(1, 3).with_length(0, 9)
            ),
            json!({"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "string", "maxLength": 9}})
        );
    }

    #[test]
    fn what_can_be_cleared_can_be_null() {
        let mut generator = generator();
        assert_eq!(
            Patch::<String>::describe(&mut generator).to_value(),
            json!({"type": ["string", "null"]})
        );
        assert_eq!(
            Patch::<Json>::describe(&mut generator).to_value(),
            json!({"anyOf": [{}, {"type": "null"}]})
        );
    }

    #[test]
    fn a_time_in_a_format_of_its_own_is_no_rfc_3339_time() {
        let mut generator = generator();
        type Days = Option<Vec<jiff::civil::Date>>;
        let days = json!({"type": "array", "items": {"type": "string", "format": "date"}});
        assert_eq!(Days::describe(&mut generator).to_value(), days);
        let days = json!({"type": "array", "items": {"type": "string"}});
        assert_eq!(Formatted::<Days>::describe(&mut generator).to_value(), days);
        type Time = Lenient<jiff::civil::DateTime>;
        assert_eq!(
            Formatted::<Time>::describe(&mut generator).to_value(),
            json!({"type": "string"})
        );
    }
}
