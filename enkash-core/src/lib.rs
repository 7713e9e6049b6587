//! The runtime of enkash: what an endpoint is, and the way of a call from a struct to a decoded reply.

mod auth;
#[cfg(feature = "blocking")]
pub mod blocking;
mod building;
mod client;
mod clock;
mod decode;
mod endpoint;
mod envelope;
mod error;
mod execute;
mod expansion;
mod field;
mod from_json;
#[doc(hidden)]
pub mod guard;
mod identifier;
mod json_path;
#[cfg(feature = "mock")]
pub mod mock;
mod money;
mod money_text;
mod multipart;
#[cfg(feature = "schema")]
mod openapi;
mod outcome;
mod outgoing;
mod path;
pub mod pattern;
mod payload;
mod product;
mod raw;
mod read;
mod record;
#[cfg(feature = "registry")]
mod registry;
mod reply;
mod retry;
mod rules;
#[cfg(feature = "schema")]
mod schema;
mod seal;
mod secret;
mod send;
#[cfg(test)]
mod testing;
mod text;
mod texts;
mod trace;
mod transport;
mod value;
mod violation;
mod write;

pub use auth::{MerchantKeys, OAuthCredentials};
pub use bytes::Bytes;
pub use client::{Client, ClientBuilder};
pub use endpoint::{BodyEncoding, CallAuth, Endpoint, EndpointInfo};
pub use enkash_macros::{endpoint, model, pattern};
pub use error::{
    ApiError, AuthError, AuthErrorKind, BodyForm, ConfigError, DecodeError, Error, ErrorType, TransportError,
    TransportErrorKind,
};
pub use field::{Description, Field, Place};
pub use from_json::{FromJsonError, from_json};
pub use http;
pub use http::{HeaderMap, Method, StatusCode};
pub use identifier::{Identifier, InvalidIdentifier};
pub use jiff::civil;
pub use money::{Money, ParseMoneyError};
pub use money_text::MoneyText;
pub use multipart::FilePart;
#[cfg(feature = "schema")]
pub use openapi::openapi;
pub use outcome::Outcome;
pub use outgoing::{BaseUrl, Outgoing};
pub use payload::{Empty, Payload};
pub use product::{AuthScheme, CodeMeaning, Environment, Product, Sealing};
pub use raw::RawCall;
#[cfg(feature = "registry")]
pub use registry::endpoints;
pub use reply::{Answer, Reply};
pub use retry::RetryPolicy;
pub use rules::{Bound, Range, Rules};
#[cfg(feature = "schema")]
pub use schema::{Described, WriteSchema};
#[cfg(feature = "schema")]
pub use schemars::{JsonSchema, Schema, SchemaGenerator};
pub use secret::Secret;
pub use send::{Call, Sending};
pub use text::Text;
pub use texts::Texts;
pub use transport::{Attempt, Transport, TransportFuture};
pub use value::{Lenient, Patch};
pub use violation::{Rule, Violation, Violations};

/// Any JSON value.
pub use serde_json::Value as Json;

/// A JSON object: names and values.
pub type JsonMap = serde_json::Map<String, Json>;

/// What the macros' output names. Not part of the API: it changes without notice.
#[doc(hidden)]
pub mod __private {
    pub use crate::building::{Given, IntoOption, Missing, Set, Slots, State, given};
    pub use crate::endpoint::{BodyEncoding, CallAuth, Endpoint, EndpointInfo};
    pub use crate::envelope::Envelope;
    pub use crate::field::{Field, Place, fields, fields_of};
    pub use crate::guard;
    pub use crate::identifier::{Identifier, parse_identifier, parse_identifier_text, read_identifier};
    pub use crate::multipart::PartValue;
    pub use crate::payload::{Payload, read_json};
    pub use crate::read::{Members, ReadRecord, Slot, Unreadable, read_record};
    pub use crate::record::{Record, Visitor, check_across, check_record, debug_record, serialize_record};
    #[cfg(feature = "registry")]
    pub use crate::registry::{NoPattern, Probe, Registered, described};
    pub use crate::rules::{Bound, Rules};
    #[cfg(feature = "schema")]
    pub use crate::schema::{Described, NoSchema, identifier_schema, record_schema, texts_schema};
    pub use crate::send::send;
    pub use crate::texts::{Texts, check_texts, read_texts};
    pub use crate::transport::reqwest::into_request as reqwest_request;
    pub use crate::value::{
        BodyValue, DateFormat, DecimalValue, ExtraValue, Formatted, ListValue, NumberValue, PathValue,
        QueryValue, TextValue, Value, With, WithModule,
    };
    pub use crate::violation::{At, Violations};
    pub use http::Method;
    #[cfg(feature = "registry")]
    pub use inventory;
    pub use serde;
    pub use serde_json::Error as JsonError;
    pub use std::borrow::Cow;
    pub use std::string::String;
}
