//! Structs with described fields.
//!
//! The macros emit one traversal of the fields ([`Record::visit`]) and one table
//! ([`Record::FIELDS`]). Checking a request, writing it to path, query, headers and body, and
//! `Debug` are functions of this crate over that traversal, so an endpoint adds only one small
//! function for the compiler.

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

    /// Passes every field to the visitor, in the order of the declaration.
    fn visit<V: Visitor>(&self, visitor: &mut V);
}

/// Receives the fields in [`Record::visit`]. `index` is the field's index in [`Record::FIELDS`].
///
/// There is a method for each location. Those for values call [`any`](Self::any) by default;
/// multipart parts, `#[extra]` maps and flattened models need not be values, and are skipped by
/// default.
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

    /// A field of a JSON body.
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

    /// A map of undeclared fields of the body.
    fn extra<T: ExtraValue + ?Sized>(&mut self, index: usize, value: &T) {
        let _ = (index, value);
    }

    /// A model whose fields are merged into the body.
    fn flatten<T: Record + Value>(&mut self, index: usize, value: &T) {
        let _ = (index, value);
    }
}

use crate::types::multipart::PartValue;

/// Returns whether a struct has a field in this location.
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
