//! The rules that a body breaks, without the validator's list of all of them: that has some 2 kB
//! for each.

use jsonschema::Validator;
use serde_json::Value;

use super::rules;
use crate::exchange::Violation;

/// Violations that are reported for one body.
const REPORTED: usize = 100;

/// Items of a list that are looked at one by one.
const ITEMS: usize = 100;

/// Values up to which the validator may list all errors.
const VALUES: usize = 2_000;

/// At most a hundred violations. Of a large body only the first items of each list are looked at;
/// where these break no rule, it is the first violation that the validator finds.
pub(super) fn violations(validator: &Validator, value: &Value) -> Vec<Violation> {
    if validator.is_valid(value) {
        return Vec::new();
    }
    if count(value) <= VALUES {
        return listed(validator, value);
    }
    let sample = shortened(value);
    let found = if count(&sample) <= VALUES { listed(validator, &sample) } else { Vec::new() };
    if !found.is_empty() {
        return found;
    }
    let first = validator.validate(value).err();
    first.map_or_else(Vec::new, |error| rules::describe(&error))
}

fn listed(validator: &Validator, value: &Value) -> Vec<Violation> {
    validator.iter_errors(value).flat_map(|error| rules::describe(&error)).take(REPORTED).collect()
}

fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(members) => members.values().map(count).sum(),
        _ => 0,
    }
}

fn shortened(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().take(ITEMS).map(shortened).collect(),
        Value::Object(members) => {
            members.iter().map(|(name, member)| (name.clone(), shortened(member))).collect()
        }
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::catalogue::formats;

    #[test]
    fn of_many_violations_some_are_reported_and_never_none() {
        let schema =
            json!({"properties": {"list": {"items": {"type": "string"}, "maxItems": 20_000}}});
        let validator = formats::options().build(&schema).unwrap();
        let found = |list: Vec<Value>| violations(&validator, &json!({ "list": list }));
        assert_eq!(found(vec![json!(1); 50]).len(), 50);
        assert_eq!(found(vec![json!(1); 10_000]).len(), 100);
        assert!(found(vec![json!("a"); 10_000]).is_empty());
        let mut late = vec![json!("a"); 10_000];
        late.push(json!(1));
        assert_eq!(found(late), [Violation::new("list[10000]", "must be string")]);
        assert_eq!(
            found(vec![json!("a"); 20_001]),
            [Violation::new("list", "must have at most 20000 items")]
        );
    }
}
