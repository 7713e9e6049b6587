//! `Debug` for records, with sensitive fields redacted.

use std::fmt;

use super::{Record, Visitor};
use crate::base::secret::Redacted;
use crate::describe::Field;
use crate::types::multipart::PartValue;
use crate::types::value::{ExtraValue, Value};

/// Formats a record; sensitive fields appear as `***`.
///
/// # Errors
/// Returns the error of the formatter.
pub fn debug_record<T: Record>(record: &T, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut debug = Print { fields: T::FIELDS, out: f.debug_struct(T::NAME) };
    record.visit(&mut debug);
    debug.out.finish()
}

struct Print<'a, 'f> {
    fields: &'static [Field],
    out: fmt::DebugStruct<'a, 'f>,
}

impl Print<'_, '_> {
    fn field(&mut self, index: usize, value: &dyn fmt::Debug) {
        let field = &self.fields[index];
        self.out.field(field.name, if field.sensitive { &Redacted } else { value });
    }
}

impl Visitor for Print<'_, '_> {
    fn any<T: Value + ?Sized>(&mut self, index: usize, value: &T) {
        self.field(index, &value);
    }

    fn part<T: PartValue + ?Sized>(&mut self, index: usize, value: &T) {
        self.field(index, &value);
    }

    fn extra<T: ExtraValue + ?Sized>(&mut self, index: usize, value: &T) {
        // Undeclared fields may contain anything, so only their names are shown.
        let mut names = Vec::new();
        value.each_member(&mut |name, _| names.push(name.to_owned()));
        self.field(index, &names);
    }

    fn flatten<T: Record + Value>(&mut self, index: usize, value: &T) {
        self.field(index, value);
    }
}
