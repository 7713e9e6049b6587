//! Fields outside of a JSON body that custom functions write (`#[serde(with = "…")]`).

use std::borrow::Cow;
use std::fmt;

use serde::{Serialize, Serializer};
use serde_json::Value as Json;

use super::{PathValue, QueryValue, Value, With, WithModule};
use crate::rules::Rules;
use crate::rules::violation::{FieldPath, Rule, Violations};

/// A field in the path, the query, a header, a form or a multipart body that is written with the
/// functions of `M`, as the content of the JSON string, number or boolean that they write.
pub struct WithText<'a, M: WithModule> {
    field: With<'a, M>,
    text: Result<String, Rule>,
}

impl<'a, M: WithModule> WithText<'a, M> {
    /// Serialises the field, unless it is left out.
    pub fn new(field: With<'a, M>) -> Self {
        let text = if field.is_left_out() { Ok(String::new()) } else { scalar_text(&field) };
        WithText { field, text }
    }
}

/// Returns the string of a value that serialises to a JSON string, number or boolean.
fn scalar_text(value: &impl Serialize) -> Result<String, Rule> {
    match serde_json::to_value(value) {
        Ok(Json::String(text)) => Ok(text),
        Ok(Json::Number(number)) => Ok(number.to_string()),
        Ok(Json::Bool(value)) => Ok(value.to_string()),
        Ok(Json::Null | Json::Array(_) | Json::Object(_)) => Err(Rule::Scalar),
        Err(_) => Err(Rule::Writable),
    }
}

impl<M: WithModule> fmt::Debug for WithText<'_, M>
where
    M::Field: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.field.fmt(f)
    }
}

impl<M: WithModule> Serialize for WithText<'_, M> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.field.serialize(serializer)
    }
}

impl<M: WithModule> Value for WithText<'_, M>
where
    M::Field: fmt::Debug,
{
    fn is_absent(&self) -> bool {
        self.field.is_left_out()
    }

    fn check(&self, _: &Rules, at: &FieldPath<'_>, found: &mut Violations) {
        if let Err(rule) = &self.text {
            found.push(at, rule.clone());
        }
    }
}

impl<M: WithModule> PathValue for WithText<'_, M>
where
    M::Field: fmt::Debug,
{
    fn text(&self) -> Cow<'_, str> {
        // Without a string the field is a violation, so it is never written.
        Cow::Borrowed(self.text.as_deref().unwrap_or_default())
    }
}

impl<M: WithModule> QueryValue for WithText<'_, M>
where
    M::Field: fmt::Debug,
{
    fn each_text(&self, each: &mut dyn FnMut(&str)) {
        if let (Ok(text), false) = (&self.text, self.is_absent()) {
            each(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scalars_have_a_text_and_nothing_else_has() {
        assert_eq!(scalar_text(&"a b"), Ok("a b".to_owned()));
        assert_eq!(scalar_text(&-7), Ok("-7".to_owned()));
        assert_eq!(scalar_text(&1.5), Ok("1.5".to_owned()));
        assert_eq!(scalar_text(&true), Ok("true".to_owned()));
        assert_eq!(scalar_text(&None::<u8>), Err(Rule::Scalar));
        assert_eq!(scalar_text(&[1]), Err(Rule::Scalar));
        assert_eq!(scalar_text(&serde_json::json!({"a": 1})), Err(Rule::Scalar));
        assert_eq!(
            scalar_text(&std::collections::BTreeMap::from([((1, 2), 3)])),
            Err(Rule::Writable)
        );
    }
}
