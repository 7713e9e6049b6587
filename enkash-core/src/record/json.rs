//! Serialises the body fields of a record.

use serde::ser::{SerializeMap, Serializer};

use super::{Record, Visitor};
use crate::describe::Field;
use crate::types::value::{ExtraValue, QueryValue, Value};

/// Serialises the body of a record: its body fields that are not absent.
///
/// # Errors
/// Returns the error of the serializer.
pub fn serialize_record<T: Record, S: Serializer>(
    record: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut members =
        Members { fields: T::FIELDS, map: serializer.serialize_map(None)?, result: Ok(()) };
    record.visit(&mut members);
    members.result?;
    members.map.end()
}

struct Members<M: SerializeMap> {
    fields: &'static [Field],
    map: M,
    result: Result<(), M::Error>,
}

impl<M: SerializeMap> Visitor for Members<M> {
    fn body<T: Value + ?Sized>(&mut self, index: usize, value: &T) {
        if self.result.is_ok() && !value.is_absent() {
            self.result = self.map.serialize_entry(self.fields[index].wire_name, value);
        }
    }

    fn form<T: QueryValue + ?Sized>(&mut self, index: usize, value: &T) {
        let (name, map, result) = (self.fields[index].wire_name, &mut self.map, &mut self.result);
        value.each_text(&mut |text| {
            if result.is_ok() {
                *result = map.serialize_entry(name, text);
            }
        });
    }

    fn extra<T: ExtraValue + ?Sized>(&mut self, _: usize, value: &T) {
        let (map, result) = (&mut self.map, &mut self.result);
        value.each_member(&mut |name, member| {
            if result.is_ok() {
                *result = map.serialize_entry(name, member);
            }
        });
    }

    fn flatten<T: Record + Value>(&mut self, _: usize, value: &T) {
        if self.result.is_ok() {
            let fields = std::mem::replace(&mut self.fields, T::FIELDS);
            value.visit(self);
            self.fields = fields;
        }
    }
}
