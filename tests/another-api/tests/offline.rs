//! The invented API without a server: mock, webhooks, OpenAPI.
#![allow(clippy::unwrap_used, reason = "what fails here fails the test")]

use acme::orders::{GetOrder, Order};
use acme::payouts::SendPayout;
use acme::webhook::{self, WebhookError};
use acme::{Credentials, ORDERS, PAYOUTS};
use enkash_core::mock::Mock;
use enkash_core::{Client, Json, Outcome, Secret, openapi};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::json;
use sha2::Sha256;

const ID: &str = "67e55044-10b1-426f-9247-bb680e5fe0c8";

#[tokio::test]
async fn a_mock_writes_the_apis_own_envelope() {
    let mock = Mock::new();
    let order = Order { id: ID.parse().unwrap(), amount: Some(1), state: None };
    mock.on::<GetOrder>().payload(&order).error(404, "NO_SUCH_ORDER", "there is none");
    let client = mock.client().unwrap();
    let get = GetOrder { order_id: ID.parse().unwrap() };
    let reply = get.send(&client).await.unwrap();
    let expected = json!({ "status": "ok", "code": 1000, "result": { "id": ID, "amount": 1 } });
    assert_eq!(serde_json::from_slice::<Json>(reply.raw()).unwrap(), expected);
    assert_eq!((reply.code, reply.into_payload().unwrap()), (Some(1000), order));
    let error = get.send(&client).await.unwrap_err();
    let api = error.api().unwrap();
    assert_eq!((api.error_type(), api.message()), (Some("NO_SUCH_ORDER"), Some("there is none")));
    assert_eq!(error.outcome(), Outcome::Refused);
    assert_eq!(mock.received()[0].param("orderId").as_deref(), Some(ID));
    assert_eq!(mock.received()[0].url().host_str(), Some("acme-orders.invalid"));
}

#[tokio::test]
async fn a_client_signs_also_over_a_mock() {
    let mock = Mock::new();
    mock.on_any().payload(&json!({ "id": ID }));
    let client = mock.client_builder().credentials(Credentials::new("key-1", "s")).build().unwrap();
    let payout =
        SendPayout { reference: "P".to_owned(), account_id: ID.parse().unwrap(), amount: 1 };
    payout.send(&client).await.unwrap();
    let received = &mock.received()[0];
    assert_eq!(received.header("x-acme-key"), Some("key-1"));
    assert_eq!(received.header("x-acme-signature").unwrap().len(), 64);
    assert_eq!(received.header("authorization"), None);
}

#[test]
fn a_webhook_is_read_only_with_its_signature() {
    let secret = Secret::from("whsec-1");
    let body = format!(r#"{{"orderId":"{ID}","amount":"250","more":[]}}"#);
    let sign = |body: &str| {
        let mut mac = Hmac::<Sha256>::new_from_slice(secret.expose().as_bytes()).unwrap();
        mac.update(body.as_bytes());
        hex::encode(mac.finalize().into_bytes())
    };
    let paid = webhook::read(body.as_bytes(), &sign(&body), &secret).unwrap();
    assert_eq!((paid.order_id.to_string(), paid.amount), (ID.to_owned(), Some(250)));
    for signature in ["", "zz", &sign("another body")] {
        let error = webhook::read(body.as_bytes(), signature, &secret).unwrap_err();
        assert!(matches!(error, WebhookError::NotSigned), "{error}");
    }
    let wrong = r#"{"orderId":"no uuid"}"#;
    let error = webhook::read(wrong.as_bytes(), &sign(wrong), &secret).unwrap_err();
    assert!(
        matches!(&error, WebhookError::Unreadable(error) if error.path() == "orderId"),
        "{error:?}"
    );
}

#[test]
fn each_product_has_an_openapi_document() {
    let document = openapi(&ORDERS);
    assert_eq!(document["info"]["title"], "acme-orders");
    assert_eq!(document["servers"][0]["url"], "https://orders.acme.example");
    let order = &document["paths"]["/v2/orders/{orderId}"];
    assert_eq!(order["get"]["operationId"], "GetOrder");
    assert_eq!(order["get"]["parameters"][0]["schema"]["type"], "string");
    let response = &order["get"]["responses"]["200"]["content"]["application/json"]["schema"];
    assert!(response["properties"]["result"].is_object(), "{response}");
    assert_eq!(document["paths"]["/v2/orders"]["post"]["operationId"], "CreateOrder");
    assert!(openapi(&PAYOUTS)["paths"]["/v1/payouts"]["post"].is_object());
}

#[test]
fn settings_of_credentials_may_be_in_the_environment() {
    // What `from_env` does with variables is core's own test; here none are set.
    let builder =
        enkash_core::ClientBuilder::from_env("ACME_OF_THE_TESTS", &[&ORDERS, &PAYOUTS]).unwrap();
    let client: Client = builder.credentials(Credentials::new("key-1", "s")).build().unwrap();
    assert_eq!(client.base_url(&PAYOUTS).unwrap().prefix(), "/api");
}
