//! Checks a record against the rules of its fields.

use super::repeats::check_repeats;
use super::{Record, Visitor, has_location};
use crate::base::percent;
use crate::describe::{Field, Location};
use crate::rules::Rules;
use crate::rules::violation::{FieldPath, Rule, Violations};
use crate::types::multipart::PartValue;
use crate::types::value::{ExtraValue, PathValue, QueryValue, Value};

/// Adds to `found` every rule that the record at path `at` breaks.
pub fn check_record<T: Record>(record: &T, at: &FieldPath<'_>, found: &mut Violations) {
    record.visit(&mut Check { fields: T::FIELDS, at, found });
    // A constant, so that other records are compiled without the second traversal.
    if const { has_location(T::FIELDS, Location::Extra) || has_location(T::FIELDS, Location::Flatten) }
    {
        check_repeats(record, at, found);
    }
}

/// Checks a model's rule across fields, and prefixes the violations with the path of the model.
pub fn check_across<T>(
    record: &T,
    rule: fn(&T, &mut Violations),
    at: &FieldPath<'_>,
    found: &mut Violations,
) {
    let mut own = Violations::new();
    rule(record, &mut own);
    found.append_below(at, own);
}

struct Check<'a> {
    fields: &'static [Field],
    at: &'a FieldPath<'a>,
    found: &'a mut Violations,
}

impl Visitor for Check<'_> {
    fn any<T: Value + ?Sized>(&mut self, index: usize, value: &T) {
        let field = &self.fields[index];
        value.check(field.rules, &self.at.field(field.wire_name), self.found);
    }

    fn path<T: PathValue + ?Sized>(&mut self, index: usize, value: &T) {
        let before = self.found.len();
        self.any(index, value);
        // A value that already breaks a rule of its own needs no second violation.
        if self.found.len() == before && !percent::is_safe_segment(&value.text()) {
            self.found.push(&self.at.field(self.fields[index].wire_name), Rule::PathSegment);
        }
    }

    fn header<T: QueryValue + ?Sized>(&mut self, index: usize, value: &T) {
        self.any(index, value);
        let mut fit = true;
        value.each_text(&mut |text| fit &= text.bytes().all(|byte| matches!(byte, b' '..=b'~')));
        if !fit {
            self.found.push(&self.at.field(self.fields[index].wire_name), Rule::HeaderText);
        }
    }

    fn whole_body<T: Value + ?Sized>(&mut self, index: usize, value: &T) {
        value.check(self.fields[index].rules, self.at, self.found);
    }

    fn part<T: PartValue + ?Sized>(&mut self, index: usize, value: &T) {
        let field = &self.fields[index];
        value.check_part(field.rules, &self.at.field(field.wire_name), self.found);
    }

    fn extra<T: ExtraValue + ?Sized>(&mut self, _: usize, value: &T) {
        let (at, found) = (self.at, &mut *self.found);
        value.each_member(&mut |name, member| member.check(Rules::NONE, &at.field(name), found));
    }

    fn flatten<T: Record + Value>(&mut self, _: usize, value: &T) {
        // The model's own `check`, which includes its rule across fields.
        value.check(Rules::NONE, self.at, self.found);
    }
}
