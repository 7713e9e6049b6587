//! Every form of a response, and how the client reports it.

use enkash_core::{BodyForm, Bytes, Empty, Error, Json, Outcome, Reply, Text, endpoint, model};
use enkash_endpoints::ErrorType;
use enkash_endpoints::payment_gateway::PAYMENT_GATEWAY;

use super::{PRODUCT, send};

#[endpoint(PUT, "/text")]
pub struct AsText;

#[model]
pub struct Invoice {
    pub invoice_id: Option<String>,
    pub lines: Vec<Line>,
}

#[model]
pub struct Line {
    pub amount: Option<enkash_core::Money>,
}

#[endpoint(GET, "/invoice", response = Invoice)]
pub struct AsModel;

#[endpoint(GET, "/invoices", response = Vec<Invoice>)]
pub struct AsList;

#[endpoint(GET, "/json", response = Json)]
pub struct AsJson;

#[endpoint(GET, "/empty", response = Empty)]
pub struct AsEmpty;

#[endpoint(GET, "/document", response = Bytes, bare)]
pub struct AsBytes;

#[endpoint(GET, "/bare", response = Invoice, bare)]
pub struct AsBare;

/// Of a product that defines result codes.
#[endpoint(POST, "/coded", product = PAYMENT_GATEWAY, response = Invoice)]
pub struct CodedModel;

#[tokio::test]
async fn a_success_brings_payload_code_and_message() {
    let body = r#"{"payload":"Customer activated","response_code":0,"response_message":"Success","errorResponse":null}"#;
    let reply: Reply<Text> = send(AsText, 200, body).await.unwrap();
    assert_eq!(reply.payload.as_deref(), Some("Customer activated"));
    assert_eq!(reply.code, Some(0));
    assert_eq!(reply.message.as_deref(), Some("Success"));
    assert_eq!(reply.status(), 200);
    assert_eq!(reply.attempts(), 1);
    assert_eq!(reply.request_id(), Some("GW-1"));
    assert_eq!(reply.raw(), body.as_bytes());
    assert_eq!(reply.into_payload().unwrap(), "Customer activated");
}

#[tokio::test]
async fn cousins_of_the_envelope_are_read_alike() {
    for body in [
        r#"{"data":{"invoiceId":"I1"},"code":"0","message":"Success"}"#,
        r#"{"response_message":"Success","paylod":{"invoiceId":"I1","unknown":[1,{"a":2}]},"response_code":0}"#,
        r#"{"errorResponse":{},"payload":{"invoiceId":"I1","lines":null},"code":0,"message":"Success"}"#,
    ] {
        let reply = send(AsModel, 200, body).await.unwrap();
        assert_eq!((reply.code, reply.message.as_deref()), (Some(0), Some("Success")), "{body}");
        assert_eq!(reply.payload.unwrap().invoice_id.as_deref(), Some("I1"), "{body}");
    }
}

#[tokio::test]
async fn each_kind_of_payload_is_read() {
    let list =
        send(AsList, 200, r#"{"payload":[{"invoiceId":1},{"lines":[{"amount":"10.50"}]}]}"#).await;
    let list = list.unwrap().into_payload().unwrap();
    assert_eq!(list[0].invoice_id.as_deref(), Some("1"));
    assert_eq!(list[1].lines[0].amount, Some(enkash_core::Money::from_paise(1050)));

    let json = send(AsJson, 201, r#"{"payload":{"a":[1]}}"#).await.unwrap().into_payload().unwrap();
    assert_eq!(json["a"][0], 1);

    let empty =
        send(AsEmpty, 200, r#"{"payload":{"whatever":1},"response_code":0}"#).await.unwrap();
    assert_eq!(empty.payload, Some(Empty));

    let bytes = send(AsBytes, 200, &b"\x89PNG\r\n\xff"[..]).await.unwrap().into_payload().unwrap();
    assert_eq!(&bytes[..], b"\x89PNG\r\n\xff");

    let bare = send(AsBare, 200, r#"{"invoiceId":"I2"}"#).await.unwrap().into_payload().unwrap();
    assert_eq!(bare.invoice_id.as_deref(), Some("I2"));

    let other = send(AsText, 200, r#"{"payload":{"status":"OK"}}"#).await.unwrap();
    assert_eq!(other.payload.as_deref(), Some(r#"{"status":"OK"}"#));
}

#[tokio::test]
async fn an_error_status_keeps_everything_it_carried() {
    let body = r#"{"errorResponse":{"errorType":"RECORD_NOT_FOUND","errorMessage":"no such customer",
        "apiSubErrors":[{"field":"customerId"}],"requestId":"REQ1","timestamp":"2026-01-31 10:15:00"},
        "payload":"not an object","response_code":404,"response_message":"Failed"}"#;
    let error = send(AsModel, 404, body).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Refused);
    let api = error.api().unwrap();
    assert_eq!(api.status(), 404);
    assert_eq!(api.error_type(), Some("RECORD_NOT_FOUND"));
    assert_eq!(ErrorType::of(api), Some(ErrorType::RecordNotFound));
    assert_eq!(api.message(), Some("no such customer"));
    assert_eq!(api.sub_errors().len(), 1);
    assert_eq!(api.request_id(), Some("REQ1"));
    assert_eq!(api.timestamp(), Some("2026-01-31 10:15:00"));
    assert_eq!(api.code(), Some(404));
    assert_eq!(api.body_form(), BodyForm::Envelope);
    assert_eq!(api.body(), body.as_bytes());
    assert_eq!(api.headers()["x-request-id"], "GW-1");
    let line = error.to_string();
    assert_eq!(
        line,
        "the server responded with 404 RECORD_NOT_FOUND, code 404, request id REQ1 (nothing was performed)"
    );
}

#[tokio::test]
async fn the_body_of_an_error_status_is_kept_in_three_states() {
    for (status, body, form, outcome) in [
        (503, "<html><h1>Service Unavailable</h1></html>", BodyForm::NotJson, Outcome::Unknown),
        (400, r#"{"error":"invalid_request"}"#, BodyForm::Json, Outcome::Refused),
        (400, "[1]", BodyForm::Json, Outcome::Refused),
        (500, "", BodyForm::Empty, Outcome::Unknown),
        (409, r#"{"response_code":7}"#, BodyForm::Envelope, Outcome::Unknown),
        (302, "", BodyForm::Empty, Outcome::Unknown),
    ] {
        let error = send(AsText, status, body).await.unwrap_err();
        let api = error.api().unwrap();
        assert_eq!((api.body_form(), error.outcome()), (form, outcome), "{status} {body}");
        assert_eq!(api.body(), body.as_bytes());
        assert!(!error.to_string().contains("html"), "a body is no part of a message");
        let asks = error.to_string().contains("look up its result");
        assert_eq!(asks, outcome == Outcome::Unknown, "{error}");
    }
}

#[tokio::test]
async fn an_error_type_that_is_new_keeps_its_name() {
    let error =
        send(AsText, 200, r#"{"errorResponse":{"errorType":"SOMETHING_NEW"}}"#).await.unwrap_err();
    let api = error.api().unwrap();
    assert_eq!(api.error_type(), Some("SOMETHING_NEW"));
    assert_eq!(ErrorType::of(api), Some(ErrorType::Unknown("SOMETHING_NEW".to_owned())));
}

#[tokio::test]
async fn a_success_that_cannot_be_read_names_the_place() {
    let body = r#"{"response_code":0,"payload":{"invoiceId":"I1","lines":[{"amount":1},{"amount":"twelve"}]}}"#;
    for (result, known) in [
        (
            send(AsModel, 200, body).await,
            "it may have been performed, look up its result before sending it again",
        ),
        (send(CodedModel, 200, body).await, "the call was performed, do not send it again"),
    ] {
        let Err(Error::Decode(error)) = result else { panic!("not a decode error") };
        assert_eq!(error.path(), Some("payload.lines[1].amount"));
        assert_eq!(error.body(), body.as_bytes());
        assert_eq!(
            Error::Decode(error).to_string(),
            format!(
                "the payload is not of the declared type at `payload.lines[1].amount`, status 200 ({known})"
            )
        );
    }
}
