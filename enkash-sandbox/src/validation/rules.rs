//! Describes the broken rule of a schema, without the value that broke it.

use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind as Kind;
use jsonschema::paths::LocationSegment;
use serde_json::Value;

use crate::catalogue::as_documented;
use crate::exchange::Violation;

/// The violations behind one error of the validator.
pub(super) fn describe(error: &ValidationError<'_>) -> Vec<Violation> {
    let mut field = String::new();
    for segment in error.instance_path() {
        match segment {
            LocationSegment::Property(name) => push(&mut field, &name),
            LocationSegment::Index(index) => field.push_str(&format!("[{index}]")),
        }
    }
    let message = match error.kind() {
        Kind::Required { property } => {
            push(&mut field, property.as_str().unwrap_or_default());
            "is required".to_owned()
        }
        Kind::Type { .. } => format!("must be {}", types(error)),
        Kind::Pattern { pattern } => format!("must match {}", as_documented(pattern)),
        Kind::Enum { options } => format!("must be one of {}", list(options)),
        Kind::Constant { expected_value } => format!("must be {expected_value}"),
        Kind::Format { format } => format!("must be a {}", format.trim_start_matches("enkash-")),
        Kind::Minimum { limit } => format!("must be at least {limit}"),
        Kind::Maximum { limit } => format!("must be at most {limit}"),
        Kind::ExclusiveMinimum { limit } => format!("must be more than {limit}"),
        Kind::ExclusiveMaximum { limit } => format!("must be less than {limit}"),
        Kind::MinLength { limit } => format!("must have at least {limit} characters"),
        Kind::MaxLength { limit } => format!("must have at most {limit} characters"),
        Kind::MinItems { limit } => format!("must have at least {limit} items"),
        Kind::MaxItems { limit } => format!("must have at most {limit} items"),
        other => format!("breaks the rule {}", other.keyword()),
    };
    if field.is_empty() {
        field.push_str("body");
    }
    vec![Violation { field, message }]
}

fn push(field: &mut String, name: &str) {
    if !field.is_empty() {
        field.push('.');
    }
    field.push_str(name);
}

fn types(error: &ValidationError<'_>) -> String {
    match error.kind() {
        Kind::Type { kind: jsonschema::error::TypeKind::Single(single) } => single.to_string(),
        Kind::Type { kind: jsonschema::error::TypeKind::Multiple(several) } => {
            let names = several.iter().map(|one| one.to_string());
            names.collect::<Vec<_>>().join(" or ")
        }
        _ => "of another type".to_owned(),
    }
}

fn list(options: &Value) -> String {
    let options = options.as_array().into_iter().flatten();
    let texts =
        options.map(|option| option.as_str().map_or_else(|| option.to_string(), str::to_owned));
    texts.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::catalogue::formats;

    fn described(schema: &Value, value: &Value) -> Vec<(String, String)> {
        let validator = formats::options().build(schema).unwrap();
        let errors = validator.iter_errors(value);
        let violations = errors.flat_map(|error| describe(&error));
        violations.map(|violation| (violation.field, violation.message)).collect()
    }

    #[test]
    fn paths_and_rules() {
        let schema = json!({"type": "object", "required": ["a"], "properties": {
            "list": {"items": {"required": ["mobile"], "properties": {
                "mobile": {"type": "string", "pattern": "^(?:\\d{10})$"}}}},
            "mode": {"enum": ["X", "Y"]},
            "day": {"type": "string", "format": "date"},
        }});
        let value = json!({
            "list": [{"mobile": "0000000000"}, {"mobile": "secret"}, {}],
            "mode": "Z",
            "day": "2026-02-30",
        });
        let mut found = described(&schema, &value);
        found.sort();
        let expected = [
            ("a", "is required"),
            ("day", "must be a date"),
            ("list[1].mobile", "must match \\d{10}"),
            ("list[2].mobile", "is required"),
            ("mode", "must be one of X, Y"),
        ];
        assert_eq!(found, expected.map(|(field, rule)| (field.to_owned(), rule.to_owned())));
    }

    #[test]
    fn the_whole_body() {
        let found = described(&json!({"type": ["object", "null"]}), &json!([]));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].0, "body");
        assert!(found[0].1.contains("object"), "{}", found[0].1);
    }
}
