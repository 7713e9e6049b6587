//! A struct that describes itself once.
//!
//! The macro emits one traversal of the fields ([`Record::visit`]) and one table
//! ([`Record::FIELDS`]). Everything that is done with a request – checking, writing to path, query,
//! headers and body, printing – is a function of this crate over that traversal, so that an
//! endpoint costs the compiler one small function.

pub(crate) mod building;
pub(crate) mod cloning;
pub(crate) mod read;

mod check;
mod debug;
mod json;
mod repeats;

pub use check::{check_across, check_record};
pub use debug::debug_record;
pub use json::serialize_record;

use crate::describe::{Field, Location};
use crate::types::value::{ExtraValue, PathValue, QueryValue, Value};

/// A struct with described fields: an endpoint or a model. Implemented by the macros.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a `#[model]`",
    label = "not a struct with `#[model]`",
    note = "write `#[model]` above the struct"
)]
#[doc(hidden)]
pub trait Record {
    /// The name of the struct.
    const NAME: &'static str;
    /// The fields in the order of the declaration.
    const FIELDS: &'static [Field];

    /// Shows every field to the visitor, in the order of the declaration.
    fn visit<V: Visitor>(&self, visitor: &mut V);
}

/// What [`Record::visit`] shows fields to. `index` is the field's index in [`Record::FIELDS`].
///
/// Each method stands for a location. Those of values fall back to [`any`](Self::any); parts of a
/// multipart body, further members and flattened shapes need not be values, and are passed over.
pub trait Visitor {
    /// A field of any location.
    fn any<T: Value + ?Sized>(&mut self, index: usize, value: &T) {
        let _ = (index, value);
    }

    /// A segment of the path.
    fn path<T: PathValue + ?Sized>(&mut self, index: usize, value: &T) {
        self.any(index, value);
    }

    /// A parameter of the query, or a field of a form.
    fn query<T: QueryValue + ?Sized>(&mut self, index: usize, value: &T) {
        self.any(index, value);
    }

    /// A header.
    fn header<T: QueryValue + ?Sized>(&mut self, index: usize, value: &T) {
        self.any(index, value);
    }

    /// A member of a JSON body.
    fn body<T: Value + ?Sized>(&mut self, index: usize, value: &T) {
        self.any(index, value);
    }

    /// A field of a form.
    fn form<T: QueryValue + ?Sized>(&mut self, index: usize, value: &T) {
        self.any(index, value);
    }

    /// A part of a multipart body.
    fn part<T: PartValue + ?Sized>(&mut self, index: usize, value: &T) {
        let _ = (index, value);
    }

    /// The whole body.
    fn whole_body<T: Value + ?Sized>(&mut self, index: usize, value: &T) {
        self.any(index, value);
    }

    /// A map of further members of the body.
    fn extra<T: ExtraValue + ?Sized>(&mut self, index: usize, value: &T) {
        let _ = (index, value);
    }

    /// A shape whose members stand among the own ones.
    fn flatten<T: Record + Value>(&mut self, index: usize, value: &T) {
        let _ = (index, value);
    }
}

use crate::types::multipart::PartValue;

/// Whether a struct has a field of the location.
pub(crate) const fn has_location(fields: &[Field], location: Location) -> bool {
    let mut index = 0;
    while index < fields.len() {
        if fields[index].location as u8 == location as u8 {
            return true;
        }
        index += 1;
    }
    false
}
