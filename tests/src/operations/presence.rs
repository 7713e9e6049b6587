//! Which optional fields of a request are set, those of nested structs included.

use std::collections::BTreeSet;

use enkash_core::__private0_1_0::Visitor;
use enkash_core::{Endpoint, Field, Json, PartValue, PathValue, QueryValue, Value};
use serde_json::json;

/// The optional fields of a request, by their path on the wire, without the positions in lists.
pub(super) struct Presence {
    /// Those that have a value, be it in one element of a list alone.
    pub(super) set: BTreeSet<String>,
    /// Those that have none anywhere.
    pub(super) absent: BTreeSet<String>,
}

impl Presence {
    pub(super) fn of<E: Endpoint>(request: &E) -> Self {
        let mut walk =
            Walk { fields: E::INFO.fields(), set: BTreeSet::new(), absent: BTreeSet::new() };
        request.visit(&mut walk);
        let absent = walk.absent.difference(&walk.set).cloned().collect();
        Presence { set: walk.set, absent }
    }
}

struct Walk {
    fields: &'static [Field],
    set: BTreeSet<String>,
    absent: BTreeSet<String>,
}

impl Walk {
    fn member(&mut self, way: String, there: bool) {
        if there {
            self.set.insert(way)
        } else {
            self.absent.insert(way)
        };
    }

    fn top<T: Value + ?Sized>(&mut self, index: usize, value: &T) {
        self.optional(index, !value.is_absent());
    }

    fn optional(&mut self, index: usize, there: bool) {
        let field = &self.fields[index];
        if !field.is_required() {
            self.member(field.wire_name().to_owned(), there);
        }
    }

    /// Below a field, its JSON is compared with the schema of its type.
    fn below<T: Value + ?Sized>(&mut self, index: usize, value: &T) {
        let field = &self.fields[index];
        let Some(write) = field.ty().schema.filter(|_| !value.is_absent()) else { return };
        let mut generator = schemars::SchemaGenerator::default();
        let schema = write(&mut generator).to_value();
        let document = json!({ "$defs": generator.take_definitions(true) });
        let written =
            serde_json::to_value(value).unwrap_or_else(|error| panic!("{}: {error}", field.name()));
        self.nested(&document, &schema, &written, field.wire_name());
    }

    fn nested(&mut self, document: &Json, schema: &Json, written: &Json, way: &str) {
        if let Some(at) = schema["$ref"].as_str() {
            let target = at.strip_prefix('#').and_then(|at| document.pointer(at));
            let target = target.unwrap_or_else(|| panic!("{way}: no schema at {at}"));
            return self.nested(document, target, written, way);
        }
        for part in
            ["allOf", "anyOf"].iter().flat_map(|keyword| schema[keyword].as_array()).flatten()
        {
            self.nested(document, part, written, way);
        }
        for element in written.as_array().into_iter().flatten() {
            self.nested(document, &schema["items"], element, &format!("{way}[]"));
        }
        let required: BTreeSet<_> =
            schema["required"].as_array().into_iter().flatten().filter_map(Json::as_str).collect();
        if !written.is_object() {
            return;
        }
        for (name, member) in schema["properties"].as_object().into_iter().flatten() {
            let (way, value) = (format!("{way}.{name}"), written.get(name));
            if let Some(value) = value {
                self.nested(document, member, value, &way);
            }
            if !required.contains(name.as_str()) {
                self.member(way, value.is_some());
            }
        }
    }
}

impl Visitor for Walk {
    fn path<T: PathValue + ?Sized>(&mut self, index: usize, value: &T) {
        self.top(index, value);
    }

    fn query<T: QueryValue + ?Sized>(&mut self, index: usize, value: &T) {
        self.top(index, value);
    }

    fn header<T: QueryValue + ?Sized>(&mut self, index: usize, value: &T) {
        self.top(index, value);
    }

    fn form<T: QueryValue + ?Sized>(&mut self, index: usize, value: &T) {
        self.top(index, value);
    }

    fn part<T: PartValue + ?Sized>(&mut self, index: usize, value: &T) {
        let mut there = false;
        value.each_part(&mut |_| there = true);
        self.optional(index, there);
    }

    fn body<T: Value + ?Sized>(&mut self, index: usize, value: &T) {
        self.top(index, value);
        self.below(index, value);
    }

    fn whole_body<T: Value + ?Sized>(&mut self, index: usize, value: &T) {
        self.top(index, value);
        self.below(index, value);
    }
}

#[cfg(test)]
mod tests {
    use enkash_core::{Product, endpoint, model};

    use super::*;

    const PRODUCT: Product = Product::new("example");

    #[model]
    struct Part {
        name: String,
        note: Option<String>,
        inner: Option<Box<Part>>,
    }

    #[endpoint(POST, "/presence")]
    struct Whole {
        #[query]
        page: Option<u32>,
        part: Part,
        parts: Option<Vec<Part>>,
    }

    fn part(note: Option<&str>, inner: Option<Part>) -> Part {
        Part { name: "a".to_owned(), note: note.map(str::to_owned), inner: inner.map(Box::new) }
    }

    fn of(request: &Whole) -> (String, String) {
        let Presence { set, absent } = Presence::of(request);
        let list = |names: BTreeSet<String>| names.into_iter().collect::<Vec<_>>().join(" ");
        (list(set), list(absent))
    }

    #[test]
    fn optional_fields_are_found_in_structs_options_and_lists() {
        let least = Whole { page: None, part: part(None, None), parts: None };
        assert_eq!(of(&least), (String::new(), "page part.inner part.note parts".to_owned()));
        let nested = part(None, Some(part(Some("n"), None)));
        let some = Whole { page: Some(1), part: nested, parts: Some(vec![part(None, None)]) };
        let set = "page part.inner part.inner.note parts";
        let absent = "part.inner.inner part.note parts[].inner parts[].note";
        assert_eq!(of(&some), (set.to_owned(), absent.to_owned()));
        // One element that has it is enough.
        let parts = Some(vec![part(None, None), part(Some("n"), None)]);
        let set = "page part.inner part.inner.note parts parts[].note";
        assert_eq!(of(&Whole { parts, ..some }).0, set);
    }
}
