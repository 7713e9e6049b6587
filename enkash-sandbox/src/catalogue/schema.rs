//! Converts a schema of the API reference to a self-contained JSON Schema.

use serde_json::{Map, Value, json};

/// The name under which the lenient `date-time` is registered.
pub(crate) const DATE_TIME: &str = "enkash-date-time";

/// The keyword for the format that examples show; nothing is checked against it.
pub(crate) const OBSERVED_FORMAT: &str = "x-observed-format";

const COMPONENTS: &str = "#/components/schemas/";
const DEFINITIONS: &str = "#/$defs/";

/// Copies `schema` with everything that it refers to, so that it can be compiled alone:
/// references point into `$defs`, patterns match whole values, integer formats become bounds
/// and the API reference's own notes are gone, but for the formats that examples show.
pub(crate) fn standalone(document: &Value, schema: &Value) -> Value {
    let mut wanted = Vec::new();
    let mut whole = translate(schema, &mut wanted);
    let mut definitions = Map::new();
    while let Some(name) = wanted.pop() {
        if definitions.contains_key(&name) {
            continue;
        }
        let target = &document["components"]["schemas"][&name];
        definitions.insert(name, translate(target, &mut wanted));
    }
    if let (Value::Object(members), false) = (&mut whole, definitions.is_empty()) {
        members.insert("$defs".to_owned(), Value::Object(definitions));
    }
    whole
}

fn translate(schema: &Value, wanted: &mut Vec<String>) -> Value {
    let Value::Object(members) = schema else {
        return schema.clone();
    };
    let mut out = Map::new();
    for (keyword, value) in members {
        match keyword.as_str() {
            "$ref" => {
                let name = value
                    .as_str()
                    .and_then(|target| target.strip_prefix(COMPONENTS))
                    .unwrap_or_default();
                wanted.push(name.to_owned());
                out.insert("$ref".to_owned(), json!(format!("{DEFINITIONS}{name}")));
            }
            "properties" | "patternProperties" => {
                let each = value.as_object().into_iter().flatten();
                let each = each.map(|(name, inner)| (name.clone(), translate(inner, wanted)));
                let each = each.collect::<Map<_, _>>();
                out.insert(keyword.clone(), Value::Object(each));
            }
            "allOf" | "anyOf" | "oneOf" => {
                let each = value.as_array().into_iter().flatten();
                let each = each.map(|inner| translate(inner, wanted)).collect();
                out.insert(keyword.clone(), Value::Array(each));
            }
            "items" | "additionalProperties" | "not" => {
                out.insert(keyword.clone(), translate(value, wanted));
            }
            "pattern" => {
                if let Some(pattern) = value.as_str() {
                    out.insert(keyword.clone(), json!(whole_value(pattern)));
                }
            }
            "format" => format(value, &mut out),
            // Not all examples keep to it; it holds as long as they show no other one.
            "x-documented-format" if !members.contains_key(OBSERVED_FORMAT) => {
                format(value, &mut out)
            }
            "x-format" => drop(out.insert("format".to_owned(), value.clone())),
            "type" | "required" | "enum" | "const" | "default" | "example" | "examples"
            | OBSERVED_FORMAT => {
                out.insert(keyword.clone(), value.clone());
            }
            _ if is_limit(keyword) => drop(out.insert(keyword.clone(), value.clone())),
            _ => {}
        }
    }
    Value::Object(out)
}

/// The API's checks match whole values, with anchors in the pattern or without.
fn whole_value(pattern: &str) -> String {
    format!("^(?:{pattern})$")
}

/// The pattern as the API reference prints it.
pub(crate) fn as_documented(pattern: &str) -> &str {
    pattern.strip_prefix("^(?:").and_then(|rest| rest.strip_suffix(")$")).unwrap_or(pattern)
}

fn format(value: &Value, out: &mut Map<String, Value>) {
    match value.as_str() {
        Some("int32") => bounds(i32::MIN.into(), i32::MAX.into(), out),
        Some("int64") => bounds(i64::MIN, i64::MAX, out),
        Some("date-time") => drop(out.insert("format".to_owned(), json!(DATE_TIME))),
        Some("date") => drop(out.insert("format".to_owned(), json!("date"))),
        _ => {}
    }
}

fn bounds(minimum: i64, maximum: i64, out: &mut Map<String, Value>) {
    out.entry("minimum").or_insert(json!(minimum));
    out.entry("maximum").or_insert(json!(maximum));
}

fn is_limit(keyword: &str) -> bool {
    const LIMITS: [&str; 9] = [
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "minLength",
        "maxLength",
        "minItems",
        "maxItems",
        "multipleOf",
    ];
    LIMITS.contains(&keyword)
}

/// The schema of a property, behind references and in every part of an `allOf`.
pub(crate) fn property<'s>(schema: &'s Value, name: &str) -> Option<&'s Value> {
    within(schema, schema, name, 0)
}

fn within<'s>(root: &'s Value, schema: &'s Value, name: &str, depth: usize) -> Option<&'s Value> {
    if depth > 8 {
        return None;
    }
    if let Some(own) = schema["properties"].get(name) {
        return Some(resolve(root, own));
    }
    let referred = resolve(root, schema);
    if !std::ptr::eq(referred, schema) {
        return within(root, referred, name, depth + 1);
    }
    let parts = schema["allOf"].as_array().into_iter().flatten();
    parts.into_iter().find_map(|part| within(root, part, name, depth + 1))
}

/// The target of a reference, or the schema itself.
pub(crate) fn resolve<'s>(root: &'s Value, schema: &'s Value) -> &'s Value {
    let pointer = schema["$ref"].as_str().and_then(|target| target.strip_prefix('#'));
    pointer.and_then(|pointer| root.pointer(pointer)).unwrap_or(schema)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_travel_along_and_patterns_are_anchored() {
        let document = json!({"components": {"schemas": {
            "Id": {"type": "string", "pattern": "[A-Z]{2}", "x-note": "no"},
            "Outer": {"properties": {"description": {"$ref": "#/components/schemas/Id"}}},
        }}});
        let schema = json!({"$ref": "#/components/schemas/Outer", "description": "gone"});
        let out = standalone(&document, &schema);
        let expected = json!({
            "$ref": "#/$defs/Outer",
            "$defs": {
                "Id": {"type": "string", "pattern": "^(?:[A-Z]{2})$"},
                "Outer": {"properties": {"description": {"$ref": "#/$defs/Id"}}},
            },
        });
        assert_eq!(out, expected);
        assert_eq!(as_documented("^(?:[A-Z]{2})$"), "[A-Z]{2}");
    }

    #[test]
    fn a_documented_format_holds_unless_another_one_was_observed() {
        let documented = json!({"type": "string", "x-documented-format": "date-time"});
        let kept = json!({"type": "string", "format": DATE_TIME});
        assert_eq!(standalone(&json!({}), &documented), kept);
        let observed = json!({"type": "string", "x-documented-format": "date-time", OBSERVED_FORMAT: "YYYY-MM-DD"});
        let kept = json!({"type": "string", OBSERVED_FORMAT: "YYYY-MM-DD"});
        assert_eq!(standalone(&json!({}), &observed), kept);
    }

    #[test]
    fn integer_formats_become_bounds() {
        let schema = json!({"type": "integer", "format": "int32", "maximum": 5});
        let out = standalone(&json!({}), &schema);
        assert_eq!(out, json!({"type": "integer", "minimum": i32::MIN, "maximum": 5}));
    }
}
