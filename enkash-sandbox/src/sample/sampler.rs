//! A value that fits a schema, always the same for the same seed.

use serde_json::{Map, Value, json};

use super::pattern;
use super::scramble;
use crate::catalogue::{DATE_TIME, OBSERVED_FORMAT, resolve};

/// How much of an object is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// Required fields only.
    Minimal,
    /// All documented fields.
    Full,
}

/// Makes values for one schema.
#[derive(Debug)]
pub(crate) struct Sampler<'s> {
    root: &'s Value,
    extent: Extent,
    seed: u64,
    today: &'s Today,
}

/// Today, on which everything happens at a quarter past ten.
#[derive(Debug)]
pub(crate) struct Today {
    /// `yyyy-MM-dd`
    pub(crate) date: String,
    /// Whether a `date-time` is written as RFC 3339 has it, in UTC. Else it is
    /// `yyyy-MM-dd HH:mm:ss` without a zone.
    pub(crate) zoned: bool,
}

impl Today {
    fn date_time(&self) -> String {
        if self.zoned { format!("{}T10:15:00Z", self.date) } else { self.stamp() }
    }

    fn stamp(&self) -> String {
        format!("{} 10:15:00", self.date)
    }
}

/// Schemas may refer to themselves; below this depth optional fields are left out. A reference is a
/// level, too: an object in a list in an envelope is at level 10.
const DEPTH: usize = 12;

impl<'s> Sampler<'s> {
    pub(crate) fn new(root: &'s Value, extent: Extent, seed: u64, today: &'s Today) -> Self {
        Self { root, extent, seed, today }
    }

    pub(crate) fn sample(&self) -> Value {
        self.value(self.root, "value", 0)
    }

    fn value(&self, schema: &Value, name: &str, depth: usize) -> Value {
        if let Some(given) = given(schema) {
            return given.clone();
        }
        let target = resolve(self.root, schema);
        if !std::ptr::eq(target, schema) {
            return self.value(target, name, depth + 1);
        }
        if let Some(first) = alternatives(schema).first() {
            return self.value(first, name, depth + 1);
        }
        match kind(schema) {
            "object" => self.object(schema, depth),
            "array" => self.array(schema, name, depth),
            "integer" => json!(self.whole(schema, name)),
            "number" => self.number(schema, name),
            "boolean" => json!(self.draw(name).is_multiple_of(2)),
            "null" => Value::Null,
            _ => json!(self.text(schema, name)),
        }
    }

    fn object(&self, schema: &Value, depth: usize) -> Value {
        let mut members = Map::new();
        for part in schema["allOf"].as_array().into_iter().flatten() {
            if let Value::Object(more) = self.value(part, "value", depth + 1) {
                members.extend(more);
            }
        }
        let required = schema["required"].as_array().cloned().unwrap_or_default();
        for (name, inner) in schema["properties"].as_object().into_iter().flatten() {
            let needed = required.iter().any(|own| own == name);
            if needed || (self.extent == Extent::Full && depth < DEPTH) {
                members.insert(name.clone(), self.value(inner, name, depth + 1));
            }
        }
        let free = &schema["additionalProperties"];
        if self.extent == Extent::Full && free.is_object() && depth < DEPTH {
            members.insert("sample".to_owned(), self.value(free, "sample", depth + 1));
        }
        Value::Object(members)
    }

    fn array(&self, schema: &Value, name: &str, depth: usize) -> Value {
        let min = schema["minItems"].as_u64().unwrap_or(0);
        let wanted = if depth < DEPTH { min.max(1) } else { min };
        let items = (0..wanted).map(|_| self.value(&schema["items"], name, depth + 1));
        Value::Array(items.collect())
    }

    fn whole(&self, schema: &Value, name: &str) -> i64 {
        let wanted = 1 + i64::try_from(self.draw(name) % 90).unwrap_or(0);
        let minimum = schema["minimum"].as_i64().unwrap_or(i64::MIN);
        let maximum = schema["maximum"].as_i64().unwrap_or(i64::MAX);
        wanted.min(maximum).max(minimum)
    }

    fn number(&self, schema: &Value, name: &str) -> Value {
        let wanted = self.whole(&json!({"type": "integer"}), name);
        let minimum = schema["minimum"].as_f64().filter(|minimum| *minimum > wanted as f64);
        let maximum = schema["maximum"].as_f64().filter(|maximum| *maximum < wanted as f64);
        minimum.or(maximum).map_or(json!(wanted), |bound| json!(bound))
    }

    fn text(&self, schema: &Value, name: &str) -> String {
        if schema[OBSERVED_FORMAT] == "YYYY-MM-DD HH:MM:SS" {
            return self.today.stamp();
        }
        match schema["format"].as_str() {
            Some("date") => return self.today.date.clone(),
            Some(DATE_TIME) => return self.today.date_time(),
            Some("yyyy-MM-dd HH:mm:ss") => return self.today.stamp(),
            Some("HH:mm") => return "10:15".to_owned(),
            _ => {}
        }
        let drawn = self.draw(name);
        let made = schema["pattern"].as_str().and_then(|pattern| pattern::matching(pattern, drawn));
        let mut text = made.unwrap_or_else(|| format!("{name}-{:03}", drawn % 1000));
        if let Some(min) = schema["minLength"].as_u64().and_then(|min| usize::try_from(min).ok()) {
            while text.chars().count() < min {
                text.push('x');
            }
        }
        if let Some(max) = schema["maxLength"].as_u64().and_then(|max| usize::try_from(max).ok()) {
            text = text.chars().take(max).collect();
        }
        text
    }

    /// A number that depends on the seed and the field's name.
    fn draw(&self, name: &str) -> u64 {
        name.bytes().fold(scramble(self.seed), |state, byte| scramble(state ^ u64::from(byte)))
    }
}

/// A value that the API reference itself gives.
fn given(schema: &Value) -> Option<&Value> {
    let listed = |name: &str| schema[name].as_array().and_then(|values| values.first());
    let own = |name: &str| schema.get(name);
    own("example")
        .or_else(|| listed("examples"))
        .or_else(|| own("const"))
        .or_else(|| own("default"))
        .or_else(|| listed("enum"))
}

fn alternatives(schema: &Value) -> &[Value] {
    let either = schema["oneOf"].as_array().or_else(|| schema["anyOf"].as_array());
    either.map_or(&[], Vec::as_slice)
}

fn kind(schema: &Value) -> &str {
    let several = || {
        let kinds = schema["type"].as_array().into_iter().flatten();
        kinds.filter_map(Value::as_str).find(|kind| *kind != "null")
    };
    let shape = || match schema {
        Value::Object(members) if members.contains_key("items") => "array",
        Value::Object(members) if members.contains_key("properties") => "object",
        Value::Object(members) if members.contains_key("allOf") => "object",
        _ => "string",
    };
    schema["type"].as_str().or_else(several).unwrap_or_else(shape)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(schema: &Value, extent: Extent) -> Value {
        let today = Today { date: "2026-01-31".to_owned(), zoned: true };
        Sampler::new(schema, extent, 1, &today).sample()
    }

    #[test]
    fn times_are_written_as_documented_or_as_examples_show_them() {
        let times = json!({"properties": {
            "documented": {"type": "string", "format": DATE_TIME},
            "observed": {"type": "string", "x-observed-format": "YYYY-MM-DD HH:MM:SS"},
        }});
        let expected =
            json!({"documented": "2026-01-31T10:15:00Z", "observed": "2026-01-31 10:15:00"});
        assert_eq!(sample(&times, Extent::Full), expected);
        let today = Today { date: "2026-01-31".to_owned(), zoned: false };
        let expected =
            json!({"documented": "2026-01-31 10:15:00", "observed": "2026-01-31 10:15:00"});
        assert_eq!(Sampler::new(&times, Extent::Full, 1, &today).sample(), expected);
    }

    #[test]
    fn examples_and_defaults_come_first() {
        let schema = json!({"properties": {
            "a": {"type": "string", "example": "A1"},
            "b": {"enum": ["X", "Y"]},
            "c": {"type": "string", "default": "d"},
            "day": {"type": "string", "format": "date"},
        }});
        let expected = json!({"a": "A1", "b": "X", "c": "d", "day": "2026-01-31"});
        assert_eq!(sample(&schema, Extent::Full), expected);
        assert_eq!(sample(&schema, Extent::Minimal), json!({}));
    }

    #[test]
    fn a_schema_may_refer_to_itself() {
        let schema = json!({"$ref": "#/$defs/Node", "$defs": {"Node": {"type": "object",
            "properties": {"next": {"$ref": "#/$defs/Node"}, "all": {"items": {"$ref": "#/$defs/Node"}}}}}});
        assert!(sample(&schema, Extent::Full).is_object());
    }

    #[test]
    fn bounds_hold() {
        for schema in [
            json!({"type": "integer", "minimum": 200}),
            json!({"type": "integer", "maximum": 0}),
            json!({"type": "integer", "minimum": -5, "maximum": -3}),
            json!({"type": "number", "minimum": 100.5}),
            json!({"type": "number", "maximum": 0.1}),
            json!({"type": "string", "minLength": 40}),
            json!({"type": "string", "maxLength": 2}),
            json!({"type": "array", "minItems": 3, "items": {"type": "boolean"}}),
            json!({"type": ["null", "number"]}),
            json!({"type": "string", "pattern": "^(?:^CEK[A-Z0-9]{7}$)$"}),
        ] {
            let validator = crate::catalogue::formats::options().build(&schema).unwrap();
            let value = sample(&schema, Extent::Full);
            assert!(validator.is_valid(&value), "{schema} {value}");
        }
    }
}
