//! Every shape that an answer can have, and what the caller learns from it.
#![allow(missing_docs)]

use enkash_core::{
    Attempt, BodyForm, Bytes, Client, Empty, Error, ErrorType, Json, Outcome, Outgoing, Product, Reply,
    RetryPolicy, Text, Transport, TransportFuture, endpoint, model,
};

/// Answers everything with one status and one body.
struct Fixed(u16, &'static [u8]);

impl Transport for Fixed {
    fn send(&self, _: Outgoing, _: Attempt) -> TransportFuture {
        let answer = http::Response::builder()
            .status(self.0)
            .header("x-request-id", "GW-1")
            .body(Bytes::from_static(self.1))
            .expect("a status and a body make an answer");
        Box::pin(async move { Ok(answer) })
    }
}

fn client(status: u16, body: &'static str) -> Client {
    client_of_bytes(status, body.as_bytes())
}

fn client_of_bytes(status: u16, body: &'static [u8]) -> Client {
    Client::builder()
        .base_url(Product::AccountsReceivable, "https://api.example.com")
        .base_url(Product::Payouts, "https://api.example.com")
        .base_url(Product::PaymentGateway, "https://api.example.com")
        .bearer("not-a-real-token")
        .retry(RetryPolicy::never())
        .transport(Fixed(status, body))
        .build()
        .expect("these settings are complete")
}

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

/// A product whose documents define result codes.
#[endpoint(POST, "/coded", product = PaymentGateway)]
pub struct Coded;

#[endpoint(POST, "/coded", product = PaymentGateway, response = Invoice)]
pub struct CodedModel;

#[tokio::test]
async fn a_success_brings_payload_code_and_message() {
    let body = r#"{"payload":"Customer activated","response_code":0,"response_message":"Success","errorResponse":null}"#;
    let reply: Reply<Text> = AsText.send(&client(200, body)).await.unwrap();
    assert_eq!(reply.payload.as_deref(), Some("Customer activated"));
    assert_eq!(reply.response_code, Some(0));
    assert_eq!(reply.response_message.as_deref(), Some("Success"));
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
        let reply = AsModel.send(&client(200, body)).await.unwrap();
        assert_eq!(
            (reply.response_code, reply.response_message.as_deref()),
            (Some(0), Some("Success")),
            "{body}"
        );
        assert_eq!(reply.payload.unwrap().invoice_id.as_deref(), Some("I1"), "{body}");
    }
}

#[tokio::test]
async fn each_kind_of_payload_is_read() {
    let list =
        AsList.send(&client(200, r#"{"payload":[{"invoiceId":1},{"lines":[{"amount":"10.50"}]}]}"#)).await;
    let list = list.unwrap().into_payload().unwrap();
    assert_eq!(list[0].invoice_id.as_deref(), Some("1"));
    assert_eq!(list[1].lines[0].amount, Some(enkash_core::Money::from_paise(1050)));

    let json = AsJson.send(&client(201, r#"{"payload":{"a":[1]}}"#)).await.unwrap().into_payload().unwrap();
    assert_eq!(json["a"][0], 1);

    let empty = AsEmpty.send(&client(200, r#"{"payload":{"whatever":1},"response_code":0}"#)).await.unwrap();
    assert_eq!(empty.payload, Some(Empty));

    let bytes =
        AsBytes.send(&client_of_bytes(200, b"\x89PNG\r\n\xff")).await.unwrap().into_payload().unwrap();
    assert_eq!(&bytes[..], b"\x89PNG\r\n\xff");

    let bare = AsBare.send(&client(200, r#"{"invoiceId":"I2"}"#)).await.unwrap().into_payload().unwrap();
    assert_eq!(bare.invoice_id.as_deref(), Some("I2"));

    let other = AsText.send(&client(200, r#"{"payload":{"status":"OK"}}"#)).await.unwrap();
    assert_eq!(other.payload.as_deref(), Some(r#"{"status":"OK"}"#));
}

#[tokio::test]
async fn an_empty_body_is_an_empty_reply() {
    for (status, body) in [(204, ""), (200, ""), (202, " \r\n")] {
        let reply = AsModel.send(&client(status, body)).await.unwrap();
        assert!(reply.payload.is_none() && reply.response_code.is_none(), "{status}");
        let error = reply.into_payload().unwrap_err();
        assert_eq!(error.outcome(), Outcome::Unknown);
    }
}

#[tokio::test]
async fn an_error_status_keeps_everything_it_carried() {
    let body = r#"{"errorResponse":{"errorType":"RECORD_NOT_FOUND","errorMessage":"no such customer",
        "apiSubErrors":[{"field":"customerId"}],"requestId":"REQ1","timestamp":"2026-01-31 10:15:00"},
        "payload":"not an object","response_code":404,"response_message":"Failed"}"#;
    let error = AsModel.send(&client(404, body)).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Refused);
    let api = error.api().unwrap();
    assert_eq!(api.status(), 404);
    assert_eq!(api.error_type(), Some(&ErrorType::RecordNotFound));
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
        "the server answered 404 RECORD_NOT_FOUND, code 404, request id REQ1 (nothing was performed)"
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
        let error = AsText.send(&client(status, body)).await.unwrap_err();
        let api = error.api().unwrap();
        assert_eq!((api.body_form(), error.outcome()), (form, outcome), "{status} {body}");
        assert_eq!(api.body(), body.as_bytes());
        assert!(!error.to_string().contains("html"), "a body is no part of a message");
    }
}

#[tokio::test]
async fn an_error_inside_a_200_is_an_error() {
    for body in [
        r#"{"errorResponse":{"errorType":"SYSTEM_ERROR"},"payload":"try later"}"#,
        r#"{"errorResponse":{"errorMessage":"try later"}}"#,
        r#"{"errorResponse":"try later","response_code":0}"#,
        r#"{"errorResponse":{"apiSubErrors":[{"field":"x"}]},"payload":{"invoiceId":"I1"}}"#,
    ] {
        for error in [
            AsModel.send(&client(200, body)).await.map(drop).unwrap_err(),
            AsText.send(&client(200, body)).await.map(drop).unwrap_err(),
            AsBytes.send(&client(200, body)).await.map(drop).unwrap_err(),
            AsBare.send(&client(200, body)).await.map(drop).unwrap_err(),
        ] {
            assert!(error.api().is_some(), "{body}: {error:?}");
            assert_eq!(error.outcome(), Outcome::Unknown, "{body}");
        }
    }
    let unnamed =
        AsText.send(&client(200, r#"{"errorResponse":{"errorType":"SOMETHING_NEW"}}"#)).await.unwrap_err();
    assert_eq!(unnamed.api().unwrap().error_type(), Some(&ErrorType::Unknown("SOMETHING_NEW".to_owned())));
}

#[tokio::test]
async fn a_code_is_judged_where_the_documents_define_codes() {
    assert!(Coded.send(&client(200, r#"{"response_code":0}"#)).await.is_ok());
    let failed = Coded.send(&client(200, r#"{"response_code":156,"payload":"refused"}"#)).await.unwrap_err();
    assert_eq!((failed.api().unwrap().code(), failed.outcome()), (Some(156), Outcome::Unknown));
    // Receivables document no codes, so none of them says anything.
    assert!(AsText.send(&client(200, r#"{"response_code":156,"payload":"fine"}"#)).await.is_ok());
}

#[tokio::test]
async fn a_success_that_cannot_be_read_names_the_place() {
    let body =
        r#"{"response_code":0,"payload":{"invoiceId":"I1","lines":[{"amount":1},{"amount":"twelve"}]}}"#;
    for (result, known) in [
        (
            AsModel.send(&client(200, body)).await,
            "it may have been performed, ask for its state before sending it again",
        ),
        (CodedModel.send(&client(200, body)).await, "the call was performed, do not send it again"),
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

#[tokio::test]
async fn what_is_no_envelope_leaves_open_what_happened() {
    for body in ["<html>maintenance</html>", "{\"payload\":\"cut", "{\"a\":1}", "[]", "7", "\u{feff}{}"] {
        let error = AsText.send(&client(200, body)).await.unwrap_err();
        assert!(matches!(error, Error::Decode(_)), "{body}: {error:?}");
        assert_eq!(error.outcome(), Outcome::Unknown, "{body}");
    }
    let error = AsText.send(&client_of_bytes(200, b"\xff\xfe\x00")).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown);
}
