//! One checked request on its way through the sandbox, and what comes of it.

mod amount;
mod encryption;

use http::HeaderMap;
use serde_json::{Value, json};

use crate::assumptions::{Assumption, Assumptions};
use crate::catalogue::Operation;
use crate::journal::Effect;
pub(crate) use amount::{amount, number};
pub(crate) use encryption::PayloadCipher;

/// A request that has passed every documented check.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    pub(crate) operation: &'static Operation,
    pub(crate) path: &'a [(&'static str, String)],
    pub(crate) query: &'a [(String, String)],
    pub(crate) body: Value,
}

impl Call<'_> {
    /// The value of a placeholder in the path.
    pub(crate) fn id(&self, name: &str) -> &str {
        let found = self.path.iter().find(|(own, _)| *own == name);
        found.map_or("", |(_, value)| value)
    }

    /// The value of a parameter in the query.
    pub(crate) fn query(&self, name: &str) -> Option<&str> {
        let found = self.query.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }

    /// A field of the body that is a string.
    pub(crate) fn string(&self, name: &str) -> Option<&str> {
        self.body[name].as_str()
    }
}

/// A request as it arrived.
#[derive(Debug)]
pub(crate) struct RawRequest<'a> {
    pub(crate) headers: &'a HeaderMap,
    pub(crate) path: &'a [(&'static str, String)],
    pub(crate) query: &'a [(String, String)],
    pub(crate) body: &'a [u8],
}

impl RawRequest<'_> {
    /// A header's value, if it occurs once and is a string.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

/// What a request achieved.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) payload: Payload,
    pub(crate) effects: Vec<Effect>,
    pub(crate) assumptions: Assumptions,
}

impl Outcome {
    fn new(payload: Payload) -> Self {
        Self { payload, effects: Vec::new(), assumptions: Assumptions::new() }
    }

    /// The whole body of the response.
    pub(crate) fn whole(body: Value) -> Self {
        Self::new(Payload::Json(body))
    }

    /// A string for the whole body.
    pub(crate) fn text(body: impl Into<String>) -> Self {
        Self::new(Payload::Text(body.into()))
    }

    /// The platform's envelope around `payload`.
    pub(crate) fn success(payload: Value) -> Self {
        Self::whole(json!({
            "response_code": 0,
            "response_message": "Success",
            "payload": payload,
        }))
    }

    pub(crate) fn with(mut self, effects: impl IntoIterator<Item = Effect>) -> Self {
        self.effects.extend(effects);
        self
    }

    /// The response rests on these assumptions.
    pub(crate) fn assuming(mut self, assumptions: impl IntoIterator<Item = Assumption>) -> Self {
        self.assumptions.extend(assumptions);
        self
    }
}

/// The body of a response.
#[derive(Debug)]
pub(crate) enum Payload {
    Json(Value),
    Text(String),
}

/// One documented rule that a request breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Violation {
    /// The parameter, or the path of the field, such as `customerKeyContacts[2].mobile`.
    pub(crate) field: String,
    /// The rule; never the value.
    pub(crate) message: String,
}

impl Violation {
    pub(crate) fn new(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self { field: field.into(), message: message.into() }
    }
}

/// Why a request is refused.
#[derive(Debug)]
pub(crate) struct Refusal {
    pub(crate) status: u16,
    pub(crate) message: String,
    pub(crate) violations: Vec<Violation>,
    /// The documented code, where it is not the status.
    pub(crate) code: Option<u16>,
    /// The string that the API reference puts into `payload`.
    pub(crate) payload: Option<&'static str>,
    pub(crate) effects: Vec<Effect>,
    pub(crate) assumptions: Assumptions,
}

impl Refusal {
    pub(crate) fn new(status: u16, message: impl Into<String>) -> Self {
        Self {
            status,
            message: message.into(),
            violations: Vec::new(),
            code: None,
            payload: None,
            effects: Vec::new(),
            assumptions: Assumptions::new(),
        }
    }

    /// The refusal rests on this assumption.
    pub(crate) fn assuming(mut self, assumption: Assumption) -> Self {
        self.assumptions.insert(assumption);
        self
    }

    /// A request that breaks documented rules.
    pub(crate) fn violations(violations: Vec<Violation>) -> Self {
        Self { violations, ..Self::new(400, "Validation failed") }
    }

    /// One broken rule.
    pub(crate) fn violation(field: &str, message: &str) -> Self {
        Self::violations(vec![Violation::new(field, message)])
    }

    /// An id that is not known.
    pub(crate) fn unknown(what: &str, id: &str) -> Self {
        Self::new(404, format!("{what} {id} not found"))
    }

    /// An id that was used before.
    pub(crate) fn duplicate(what: &str, id: &str) -> Self {
        Self::new(409, format!("{what} {id} already exists"))
    }

    /// A request that is well formed and cannot be done.
    pub(crate) fn unprocessable(message: impl Into<String>) -> Self {
        Self::new(422, message)
    }
}
