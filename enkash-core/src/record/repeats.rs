//! Finds fields that would be sent twice: by the record itself, by a flattened model, or by a map
//! of undeclared fields.
//!
//! The macro sees only the names of one struct; those of a flattened model or a map are known only
//! at run time.

use super::{Record, Visitor};
use crate::describe::Field;
use crate::rules::violation::{FieldPath, Rule, Violations};
use crate::types::value::{ExtraValue, PathValue, QueryValue, Value};

/// Adds to `found` every name that occurs twice in the record.
pub(super) fn check_repeats<T: Record>(record: &T, at: &FieldPath<'_>, found: &mut Violations) {
    let mut names =
        Names { fields: T::FIELDS, part: 0, parts: 0, declared: Vec::new(), further: Vec::new() };
    record.visit(&mut names);
    let Names { declared, further, .. } = names;
    for (index, name) in declared.iter().enumerate() {
        // A flattened model checks repetitions within itself.
        let twice =
            |other: &Declared| other.name == name.name && other.part != name.part && other.is_sent;
        if name.is_sent && declared[..index].iter().any(twice) {
            found.push(&at.field(name.name), Rule::Repeated);
        }
    }
    for (index, (name, part)) in further.iter().enumerate() {
        // A declared name is taken, even if its field is left out.
        let declared =
            declared.iter().any(|other| other.name == name && (other.part != *part || *part == 0));
        let further = further[..index].iter().any(|(other, of)| other == name && of != part);
        if declared || further {
            found.push(&at.field(name), Rule::Repeated);
        }
    }
}

/// The name of a declared field.
struct Declared {
    name: &'static str,
    /// The flattened model that it belongs to; 0 for the record itself.
    part: usize,
    /// Whether it is a field of the body that will be sent.
    is_sent: bool,
}

struct Names {
    fields: &'static [Field],
    part: usize,
    parts: usize,
    declared: Vec<Declared>,
    further: Vec<(String, usize)>,
}

impl Names {
    fn declared(&mut self, index: usize, is_sent: bool) {
        self.declared.push(Declared {
            name: self.fields[index].wire_name,
            part: self.part,
            is_sent,
        });
    }
}

impl Visitor for Names {
    fn path<T: PathValue + ?Sized>(&mut self, index: usize, _: &T) {
        self.declared(index, false);
    }

    fn query<T: QueryValue + ?Sized>(&mut self, index: usize, _: &T) {
        self.declared(index, false);
    }

    fn header<T: QueryValue + ?Sized>(&mut self, index: usize, _: &T) {
        self.declared(index, false);
    }

    fn body<T: Value + ?Sized>(&mut self, index: usize, value: &T) {
        self.declared(index, !value.is_absent());
    }

    fn extra<T: ExtraValue + ?Sized>(&mut self, _: usize, value: &T) {
        let (further, part) = (&mut self.further, self.part);
        value.each_member(&mut |name, _| further.push((name.to_owned(), part)));
    }

    fn flatten<T: Record + Value>(&mut self, _: usize, value: &T) {
        let fields = std::mem::replace(&mut self.fields, T::FIELDS);
        let part = self.part;
        // Models flattened into a flattened model count as part of it.
        if part == 0 {
            self.parts += 1;
            self.part = self.parts;
        }
        value.visit(self);
        (self.fields, self.part) = (fields, part);
    }
}
