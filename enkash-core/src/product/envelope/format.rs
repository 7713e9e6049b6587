//! Envelopes that names cannot describe.

use std::fmt;

use bytes::Bytes;
use serde_json::Value as Json;

use super::error_object::ErrorObject;
use super::names::EnvelopeNames;
use crate::product::CodeMeaning;

/// Reads and writes an envelope that [`EnvelopeNames`](super::EnvelopeNames) cannot describe, such
/// as one with payload and error below the top level, or with result codes that are strings. Set it
/// with [`Product::envelope_format`](crate::Product::envelope_format).
///
/// The implementation decides whether a response reports a success: everything that is not a
/// [`success`](EnvelopeReport::success) is an error for the caller, so be strict. A response is
/// read twice, once by this trait and once for the payload.
///
/// ```
/// use enkash_core::{Bytes, CodeMeaning, EnvelopeFormat, EnvelopeReport, Json, Product};
/// use serde::Deserialize;
/// use serde_json::value::RawValue;
///
/// /// `{"ok": …}` or `{"failed": {"reason": "…"}}`
/// struct Acme;
///
/// #[derive(Deserialize)]
/// struct Response<'a> {
///     #[serde(borrow)]
///     ok: Option<&'a RawValue>,
///     failed: Option<Failed>,
/// }
///
/// #[derive(Deserialize)]
/// struct Failed {
///     reason: String,
/// }
///
/// impl EnvelopeFormat for Acme {
///     fn name(&self) -> &'static str {
///         "acme"
///     }
///
///     fn read<'a>(&self, body: &'a [u8]) -> Option<EnvelopeReport<'a>> {
///         match serde_json::from_slice(body).ok()? {
///             Response { failed: Some(Failed { reason }), .. } => {
///                 let meaning = match &*reason {
///                     "no_such_order" => CodeMeaning::Refused,
///                     _ => CodeMeaning::Unexplained,
///                 };
///                 Some(EnvelopeReport::failure(meaning).error_type(reason))
///             }
///             Response { ok: Some(payload), .. } => {
///                 Some(EnvelopeReport::success(Some(payload.get())))
///             }
///             Response { .. } => None,
///         }
///     }
///
///     fn write_success(&self, payload: &Json) -> Bytes {
///         serde_json::json!({ "ok": payload }).to_string().into()
///     }
///
///     fn write_error(&self, error_type: &str, _message: &str) -> Bytes {
///         serde_json::json!({ "failed": { "reason": error_type } }).to_string().into()
///     }
/// }
///
/// const PRODUCT: Product = Product::new("acme-orders").envelope_format(&Acme);
/// ```
pub trait EnvelopeFormat: Send + Sync {
    /// Returns a name, unique among the formats in a program.
    fn name(&self) -> &'static str;

    /// Reads what a response reports; `None` for a body without this envelope. Called for every
    /// status. An error status remains an error, whatever the report.
    fn read<'a>(&self, body: &'a [u8]) -> Option<EnvelopeReport<'a>>;

    /// Writes a success with this payload, for a [`Mock`](crate::mock::Mock).
    fn write_success(&self, payload: &Json) -> Bytes;

    /// Writes an error with this class and message, for a [`Mock`](crate::mock::Mock).
    fn write_error(&self, error_type: &str, message: &str) -> Bytes;
}

/// The envelope of a product.
#[derive(Clone, Copy)]
pub(crate) enum EnvelopeKind {
    Names(&'static EnvelopeNames),
    Format(&'static dyn EnvelopeFormat),
}

impl fmt::Debug for EnvelopeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EnvelopeKind::Names(names) => names.fmt(f),
            EnvelopeKind::Format(format) => f.write_str(format.name()),
        }
    }
}

impl PartialEq for EnvelopeKind {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (EnvelopeKind::Names(own), EnvelopeKind::Names(other)) => own == other,
            (EnvelopeKind::Format(own), EnvelopeKind::Format(other)) => own.name() == other.name(),
            _ => false,
        }
    }
}

/// The contents of a response's envelope, returned by [`EnvelopeFormat::read`].
#[must_use]
pub struct EnvelopeReport<'a> {
    pub(crate) payload: Option<&'a str>,
    pub(super) judgement: Judgement,
    pub(super) code: Option<i64>,
    pub(super) message: Option<String>,
    pub(super) failure: ErrorObject,
}

impl fmt::Debug for EnvelopeReport<'_> {
    /// Shows no part of the response.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EnvelopeReport")
            .field("payload_bytes", &self.payload.map(str::len))
            .field("judgement", &self.judgement)
            .field("code", &self.code)
            .finish_non_exhaustive()
    }
}

/// Whether a response reports success.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Judgement {
    Success { by_code: bool },
    Failure(CodeMeaning),
    Unclear,
}

impl<'a> EnvelopeReport<'a> {
    fn new(judgement: Judgement) -> Self {
        EnvelopeReport {
            payload: None,
            judgement,
            code: None,
            message: None,
            failure: ErrorObject::default(),
        }
    }

    /// Creates a report of success, with the JSON of the payload unless it is `null`.
    pub fn success(payload: Option<&'a str>) -> Self {
        EnvelopeReport { payload, ..EnvelopeReport::new(Judgement::Success { by_code: false }) }
    }

    /// Creates a report of failure. The meaning of its code decides the outcome of the call: use
    /// [`Refused`](CodeMeaning::Refused) only if the API defines the failure as one that changed
    /// nothing, and [`Unexplained`](CodeMeaning::Unexplained) if in doubt.
    pub fn failure(meaning: CodeMeaning) -> Self {
        EnvelopeReport::new(Judgement::Failure(meaning))
    }

    /// Creates a report of neither success nor failure: the call ends with
    /// [`Error::Decode`](crate::Error::Decode) and outcome [`Unknown`](crate::Outcome::Unknown).
    pub fn unclear() -> Self {
        EnvelopeReport::new(Judgement::Unclear)
    }

    /// Marks a success as proven by a result code: the call was performed even if its payload
    /// cannot be read.
    pub fn by_code(mut self) -> Self {
        if let Judgement::Success { by_code } = &mut self.judgement {
            *by_code = true;
        }
        self
    }

    /// Sets the result code, if it is a number.
    pub fn code(mut self, code: i64) -> Self {
        self.code = Some(code);
        self
    }

    /// Sets the message of the success or error.
    pub fn message(mut self, message: impl Into<String>) -> Self {
        self.message = Some(message.into());
        self
    }

    /// Sets the class of the error.
    pub fn error_type(mut self, error_type: impl Into<String>) -> Self {
        self.failure.error_type = Some(error_type.into());
        self
    }

    /// Sets the individual errors behind this one.
    pub fn sub_errors(mut self, errors: Vec<Json>) -> Self {
        self.failure.sub_errors = errors;
        self
    }

    /// Sets the server's id of the request.
    pub fn request_id(mut self, id: impl Into<String>) -> Self {
        self.failure.request_id = Some(id.into());
        self
    }

    /// Sets the server's time of the error.
    pub fn timestamp(mut self, timestamp: impl Into<String>) -> Self {
        self.failure.timestamp = Some(timestamp.into());
        self
    }

    pub(crate) fn is_failure(&self) -> bool {
        matches!(self.judgement, Judgement::Failure(_))
    }
}

#[cfg(all(test, feature = "mock"))]
mod tests {
    use http::Method;
    use serde_json::{json, value::RawValue};

    use super::*;
    use crate::mock::Mock;
    use crate::{BodyForm, ErrorKind, Outcome, Product};

    /// `{"result": {"value": …, "state": "ok"}}` or `{"result": {"state": "…"}}`
    struct Nested;

    const PRODUCT: Product = Product::new("nested").envelope_format(&Nested);

    #[derive(serde::Deserialize)]
    struct Body<'a> {
        #[serde(borrow)]
        result: Inner<'a>,
    }

    #[derive(serde::Deserialize)]
    struct Inner<'a> {
        state: String,
        #[serde(borrow, default)]
        value: Option<&'a RawValue>,
    }

    impl EnvelopeFormat for Nested {
        fn name(&self) -> &'static str {
            "nested"
        }

        fn read<'a>(&self, body: &'a [u8]) -> Option<EnvelopeReport<'a>> {
            let Inner { state, value } = serde_json::from_slice::<Body<'a>>(body).ok()?.result;
            let meaning = match &*state {
                "ok" => return Some(EnvelopeReport::success(value.map(RawValue::get)).by_code()),
                "perhaps" => return Some(EnvelopeReport::success(value.map(RawValue::get))),
                "odd" => return Some(EnvelopeReport::unclear()),
                "used" => CodeMeaning::Duplicate,
                "both" => CodeMeaning::Contradictory,
                "limit" => CodeMeaning::Refused,
                _ => CodeMeaning::Unexplained,
            };
            Some(EnvelopeReport::failure(meaning).error_type(state).message("no"))
        }

        fn write_success(&self, payload: &Json) -> Bytes {
            json!({ "result": { "state": "ok", "value": payload } }).to_string().into()
        }

        fn write_error(&self, error_type: &str, _: &str) -> Bytes {
            json!({ "result": { "state": error_type } }).to_string().into()
        }
    }

    #[tokio::test]
    async fn it_judges_and_what_it_does_not_call_a_success_is_none() {
        use ErrorKind::{Api, Decode};
        use Outcome::{Performed, Refused, Unknown};
        for (status, body, end) in [
            (200, r#"{"result":{"state":"ok","value":7}}"#, None),
            (200, r#"{"result":{"state":"perhaps","value":7}}"#, None),
            (200, r#"{"result":{"state":"ok","value":"x"}}"#, Some((Decode, Performed))),
            (200, r#"{"result":{"state":"perhaps","value":"x"}}"#, Some((Decode, Unknown))),
            (200, r#"{"result":{"state":"ok"}}"#, Some((Decode, Performed))),
            (200, r#"{"result":{"state":"odd","value":7}}"#, Some((Decode, Unknown))),
            (200, r#"{"result":{"state":"limit"}}"#, Some((Api, Refused))),
            (200, r#"{"result":{"state":"used"}}"#, Some((Api, Refused))),
            (200, r#"{"result":{"state":"what?"}}"#, Some((Api, Unknown))),
            (422, r#"{"result":{"state":"ok","value":7}}"#, Some((Api, Unknown))),
            (422, r#"{"result":{"state":"limit"}}"#, Some((Api, Refused))),
            (500, r#"{"result":{"state":"limit"}}"#, Some((Api, Unknown))),
            (200, r#"{"payload":7}"#, Some((Decode, Unknown))),
            (200, "7", Some((Decode, Unknown))),
            (200, "<html>", Some((Decode, Unknown))),
        ] {
            let mock = Mock::new();
            mock.on_any().raw(status, body);
            let call = mock.client().unwrap().raw(&PRODUCT, Method::POST, "/x");
            let reply = call.send_as::<i64>().await;
            let ended = match reply.and_then(crate::Reply::into_payload) {
                Ok(payload) => {
                    assert_eq!(payload, 7, "{body}");
                    None
                }
                Err(error) => Some((error.kind(), error.outcome())),
            };
            assert_eq!(ended, end, "{status} {body}");
        }
    }

    #[tokio::test]
    async fn a_bare_call_takes_its_word_for_failures_alone() {
        for (status, body, end) in [
            (200, r#"{"value":7}"#, None),
            (200, r#"{"result":{"state":"ok","value":7}}"#, None),
            (200, r#"{"result":{"state":"limit"}}"#, Some(Outcome::Refused)),
            (200, r#"{"result":{"state":"what?"}}"#, Some(Outcome::Unknown)),
            (400, r#"{"result":{"state":"limit"}}"#, Some(Outcome::Refused)),
            (400, r#"{"result":{"state":"both"}}"#, Some(Outcome::Unknown)),
        ] {
            let mock = Mock::new();
            mock.on_any().raw(status, body);
            let call = mock.client().unwrap().raw(&PRODUCT, Method::POST, "/x").bare().send();
            assert_eq!(call.await.err().map(|error| error.outcome()), end, "{status} {body}");
        }
    }

    #[tokio::test]
    async fn what_it_does_not_know_is_no_success() {
        for body in
            [&br#"{"failed":{"code":3}}"#[..], br#"{"message":"maintenance"}"#, b"{\"x\":1}"]
        {
            let mock = Mock::new();
            mock.on_any().raw(200, body);
            let call = mock.client().unwrap().raw(&PRODUCT, Method::POST, "/x").send();
            assert_eq!(
                call.await.unwrap_err().outcome(),
                Outcome::Unknown,
                "{}",
                body.escape_ascii()
            );
        }
        // Bytes that need repair do not hide the other fields.
        let mock = Mock::new();
        mock.on_any()
            .raw(200, &b"\xef\xbb\xbf{\"result\":{\"state\":\"limit\",\"x\":\"caf\xe9\"}}"[..]);
        let call = mock.client().unwrap().raw(&PRODUCT, Method::POST, "/x").send();
        assert_eq!(call.await.unwrap_err().outcome(), Outcome::Refused);
    }

    #[tokio::test]
    async fn a_mock_writes_it() {
        let mock = Mock::new();
        mock.on_any().payload(&7).error(422, "limit", "");
        let client = mock.client().unwrap();
        let call = || client.raw(&PRODUCT, Method::GET, "/x").send_as::<i64>();
        assert_eq!(call().await.unwrap().into_payload().unwrap(), 7);
        let error = call().await.unwrap_err();
        let api = error.api().unwrap();
        assert_eq!(
            (api.error_type(), api.message(), api.body_form()),
            (Some("limit"), Some("no"), BodyForm::Envelope)
        );
    }
}
