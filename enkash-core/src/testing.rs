//! Fixtures for the tests of this crate: products of a fictional API, mocks that respond in order,
//! and hand-written endpoints.

mod api;

pub(crate) use api::*;

use http::Method;

use crate::base::outcome::Outcome;
use crate::client::ClientBuilder;
use crate::declare::endpoint::{BodyEncoding, CallAuth, Endpoint, EndpointInfo};
use crate::describe::{Field, Location, TypeInfo};
use crate::error::TransportErrorKind;
use crate::mock::{Mock, MockResponse, Responses};
use crate::product::ResponseFormat;
use crate::record::{Record, Visitor, serialize_record};
use crate::rules::Rules;
use crate::{Client, OAuthCredentials, Text};

/// Creates a mock that sends these responses in order to any calls; the last one repeats. The
/// tokens are `token-1`, `token-2` and so on.
pub(crate) fn mock_with(responses: impl IntoIterator<Item = MockResponse>) -> Mock {
    let mock = Mock::new();
    add(mock.on_any(), responses);
    add(mock.on_token_request(), (1..10).map(|number| grant(&format!("token-{number}"), 1000)));
    mock
}

/// Creates a mock that sends these responses to token requests, and a success to calls.
pub(crate) fn mock_with_tokens(responses: impl IntoIterator<Item = MockResponse>) -> Mock {
    let mock = Mock::new();
    add(mock.on_any(), [done()]);
    add(mock.on_token_request(), responses);
    mock
}

fn add(to: Responses<'_>, responses: impl IntoIterator<Item = MockResponse>) {
    responses.into_iter().fold(to, Responses::respond);
}

pub(crate) fn done() -> MockResponse {
    MockResponse::payload(&"done")
}

/// Creates a response without a body.
pub(crate) fn status(status: u16) -> MockResponse {
    MockResponse::raw(status, "")
}

pub(crate) fn lost() -> MockResponse {
    MockResponse::fail(TransportErrorKind::Request, Outcome::Unknown)
}

pub(crate) fn refused_connection() -> MockResponse {
    MockResponse::fail(TransportErrorKind::Connect, Outcome::NotSent)
}

/// Creates a token response with this lifetime.
pub(crate) fn grant(token: &str, seconds: u32) -> MockResponse {
    MockResponse::raw(200, format!(r#"{{"access_token":"{token}","expires_in":{seconds}}}"#))
}

pub(crate) fn credentials() -> OAuthCredentials {
    OAuthCredentials {
        username: "planted-user".into(),
        password: "planted-password".into(),
        client_id: "CEK0TEST01".into(),
        client_secret: "sdk-test-secret-0001".into(),
    }
}

/// Returns a client builder with all products on one unreachable host.
pub(crate) fn builder() -> ClientBuilder {
    let builder = Client::builder().jitter_seed(1).setting(PARTNER, "planted-partner");
    PRODUCTS
        .iter()
        .fold(builder, |builder, product| builder.base_url(product, "https://example.invalid/gw"))
}

/// A payment: not idempotent, with a unique id.
#[derive(Debug)]
pub(crate) struct Pay {
    pub(crate) transaction_id: String,
}

impl Pay {
    pub(crate) fn new() -> Self {
        Pay { transaction_id: "planted-transaction".to_owned() }
    }
}

impl Record for Pay {
    const NAME: &'static str = "Pay";
    const FIELDS: &'static [Field] = &[Field {
        name: "transaction_id",
        wire_name: "transactionId",
        location: Location::Body,
        required: true,
        sensitive: false,
        rules: Rules::NONE,
        ty: TypeInfo::NONE,
    }];

    fn visit<V: Visitor>(&self, visitor: &mut V) {
        visitor.body(0, &self.transaction_id);
    }
}

impl serde::Serialize for Pay {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_record(self, serializer)
    }
}

impl Endpoint for Pay {
    type Response = Text;
    const INFO: &'static EndpointInfo = &EndpointInfo {
        name: Self::NAME,
        fields: Self::FIELDS,
        method: Method::POST,
        template: "/api/v0/pay",
        product: &BILLS,
        body: BodyEncoding::Json,
        response_format: ResponseFormat::Enveloped,
        auth: CallAuth::Product,
        token_request: false,
        encrypt: None,
        idempotent: false,
        unique: Some("transaction_id"),
        docs: None,
        response: TypeInfo::NONE,
    };
}
