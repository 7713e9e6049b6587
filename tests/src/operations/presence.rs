//! Which optional fields of a request are set.

use enkash_core::__private::{Value, Visitor};
use enkash_core::{Endpoint, Field, Place};

/// The optional fields of a request, by name.
pub(super) struct Presence {
    /// Those that have a value.
    pub(super) set: Vec<&'static str>,
    /// Those that have none.
    pub(super) absent: Vec<&'static str>,
    fields: &'static [Field],
}

impl Presence {
    pub(super) fn of<E: Endpoint>(request: &E) -> Self {
        let mut presence = Presence { set: Vec::new(), absent: Vec::new(), fields: E::INFO.fields };
        request.visit(&mut presence);
        presence
    }
}

impl Visitor for Presence {
    fn any<T: Value + ?Sized>(&mut self, index: usize, value: &T) {
        let field = &self.fields[index];
        if field.required || field.place == Place::Extra {
            return;
        }
        if value.is_absent() { self.absent.push(field.name) } else { self.set.push(field.name) }
    }
}
