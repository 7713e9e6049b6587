//! Webhooks: read tolerantly, taken by axum, and believed only when the API confirms them.

use axum_core::body::Body;
use axum_core::extract::FromRequest;
use axum_core::response::IntoResponse;
use enkash_core::mock::Mock;
use enkash_core::{ErrorKind, Json, Lenient, Money, Outcome};
use enkash_endpoints::cards::webhooks::CardTransactionWebhook;
use enkash_endpoints::payment_gateway::{
    CreatePaymentOrder, GetPaymentTransactionStatus, SubmitPayment,
    models::{Currency, OrderAmount, PaymentDetail, PaymentMode},
    webhooks::{ConfirmError, PaymentNotification, PaymentReturn},
};
use enkash_endpoints::webhook::{Unverified, Webhook, WebhookError, WebhookRejection};
use enkash_tests::operations::Session;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::json;

fn unverified(body: &Json) -> Unverified<PaymentNotification> {
    Unverified::from_slice(body.to_string().as_bytes()).expect("it is an object")
}

#[test]
fn what_is_missing_null_unknown_or_of_another_form_does_not_stop_the_reading() {
    let read = unverified(&json!({
        "amount": "100.50",
        "finalAmount": "on request",
        "transactionStatus": null,
        "orderId": 7,
        "newMember": [1, 2],
    }));
    let claim = read.as_unverified();
    assert_eq!(claim.amount, Some(Lenient::Value(Money::from_paise(10_050))));
    assert_eq!(claim.final_amount, Some(Lenient::Other("on request".to_owned())));
    assert_eq!((claim.transaction_status.as_deref(), claim.order_id.as_deref()), (None, Some("7")));
}

#[test]
fn personal_data_is_not_printed() {
    let read =
        unverified(&json!({"cardHolderName": "PLANTED NAME", "paymentToken": "planted-token"}));
    let printed = format!("{read:?}");
    assert!(printed.starts_with("Unverified(PaymentNotification {"), "{printed}");
    assert!(!printed.to_lowercase().contains("planted"), "{printed}");
}

async fn extract<T: Webhook>(body: &'static str) -> Result<Unverified<T>, WebhookRejection> {
    let request = http::Request::post("/").body(Body::from(body)).expect("a proper request");
    Unverified::from_request(request, &()).await
}

#[tokio::test]
async fn axum_extracts_a_webhook_and_rejects_other_bodies() {
    let read = extract::<PaymentNotification>(r#"{"orderId": "ORD1"}"#).await.unwrap();
    assert_eq!(read.into_unverified().order_id.as_deref(), Some("ORD1"));
    let read = extract::<CardTransactionWebhook>(r#"{"status": 7}"#).await.unwrap();
    assert_eq!(read.into_unverified().status, Some(json!(7)));

    for (body, status) in
        [("", 400), ("[1]", 422), ("{\"orderId\": ", 400), ("planted-secret", 400)]
    {
        let rejection = extract::<PaymentNotification>(body).await.unwrap_err();
        assert!(matches!(rejection, WebhookRejection::Invalid(_)), "{body}: {rejection:?}");
        assert!(!format!("{rejection} {rejection:?}").contains("planted"), "{rejection:?}");
        assert_eq!(rejection.into_response().status(), status, "{body}");
    }
    let large = format!("{}{{}}", " ".repeat(2 << 20));
    let rejection = Unverified::<PaymentNotification>::from_slice(large.as_bytes()).unwrap_err();
    assert!(matches!(rejection, WebhookError::TooLarge { length, .. } if length == large.len()));
    assert_eq!(WebhookRejection::Invalid(rejection).into_response().status(), 413);
}

#[tokio::test]
async fn a_rejection_shows_what_was_sent_escaped_and_bounded() {
    let name = format!("\\u001b[31m\n{}", "x".repeat(1 << 20));
    let body = format!("{{\"a{name}\": {{\"b\": tru}}}}");
    let error = Unverified::<PaymentNotification>::from_slice(body.as_bytes()).unwrap_err();
    let rejection = WebhookRejection::Invalid(error.clone());
    for shown in
        [error.to_string(), format!("{error:?}"), rejection.to_string(), format!("{rejection:?}")]
    {
        assert!(shown.len() < 500, "{}", shown.len());
        assert!(!shown.chars().any(char::is_control), "{shown:?}");
        assert!(!shown.contains("not sent") && !shown.contains("performed"), "{shown}");
    }
}

#[tokio::test]
async fn a_claim_is_confirmed_by_the_response_of_the_api() {
    let session = Session::start().await;
    let amount = OrderAmount { value: Money::from_rupees(100), currency: Currency::Inr };
    let order = CreatePaymentOrder::builder().order_id("ORDER0001").amount(amount).build();
    let order_id = session.send(&order).await.into_payload().unwrap().order_id.unwrap();
    let detail =
        PaymentDetail::builder().payment_mode(PaymentMode::NetBanking).bank_code("TEST").build();
    let payment = SubmitPayment::builder().order_id(&*order_id).payment_detail(detail).build();
    let submitted = session.send(&payment).await.into_payload().unwrap();
    let id = submitted["transactionId"].as_str().unwrap();

    let claim =
        json!({"transactionId": id, "orderId": "SOMEBODY ELSE'S", "transactionStatus": "SUCCESS"});
    let confirmed = unverified(&claim).confirm(&session.client).await.unwrap();
    assert_eq!(confirmed.claim.order_id.as_deref(), Some("SOMEBODY ELSE'S"));
    let transaction = confirmed.reply.payload.unwrap();
    assert_eq!(transaction.transaction_id.as_deref(), Some(id));
    assert_eq!(transaction.more["orderId"], *order_id);
}

#[tokio::test]
async fn a_claim_about_no_transaction_is_not_confirmed() {
    let session = Session::start().await;
    let error =
        unverified(&json!({"transactionId": "EK0"})).confirm(&session.client).await.unwrap_err();
    let ConfirmError::Call(error) = error else { panic!("{error}") };
    assert_eq!(error.api().map(|api| api.status().as_u16()), Some(404));

    for (claim, rule) in [
        (json!({}), "`transactionId` must be given"),
        (json!({"transactionId": ".."}), "path segment"),
    ] {
        let before = session.sandbox.journal().len();
        let error = unverified(&claim).confirm(&session.client).await.unwrap_err();
        assert!(
            matches!(error, ConfirmError::Claim(_)) && error.to_string().contains(rule),
            "{error}"
        );
        assert!(!error.to_string().contains("not sent"), "{error}");
        assert_eq!(session.sandbox.journal().len(), before, "something was sent");
    }
}

/// A forged id may be one that the platform takes for another's.
#[tokio::test]
async fn a_response_about_another_transaction_confirms_nothing() {
    for (claimed, received, confirmed) in [
        ("EK1", json!({"transactionId": "EK1", "status": "SUCCESS"}), true),
        ("7", json!({"transactionId": 7}), true),
        // The response carries no id.
        ("EK1", json!({"transactionId": null, "status": "SUCCESS"}), true),
        ("EK1", json!({}), true),
        ("EK1;1", json!({"transactionId": "EK1", "status": "SUCCESS"}), false),
        ("EK1 ", json!({"transactionId": "EK1"}), false),
        ("ek1", json!({"transactionId": "EK1"}), false),
        ("EK1", json!({"transactionId": "EK10"}), false),
        ("EK1", json!({"transactionId": ""}), false),
    ] {
        let mock = Mock::new();
        mock.on::<GetPaymentTransactionStatus>().payload(&received);
        let client = mock.client().unwrap();
        let posted = unverified(&json!({"transactionId": claimed})).confirm(&client).await;
        let query = format!("transactionId={}", utf8_percent_encode(claimed, NON_ALPHANUMERIC));
        let returned =
            Unverified::<PaymentReturn>::from_query(&query).unwrap().confirm(&client).await;
        for result in [posted.map(|_| ()), returned.map(|_| ())] {
            let Err(error) = result else {
                assert!(confirmed, "{claimed:?} was confirmed by {received}");
                continue;
            };
            assert!(!confirmed, "{claimed:?} was not confirmed by {received}: {error}");
            let ConfirmError::Call(error) = error else { panic!("{error}") };
            assert!(error.to_string().contains("about another transaction"), "{error}");
            assert_eq!((error.kind(), error.outcome()), (ErrorKind::Decode, Outcome::Unknown));
            assert!(!format!("{error} {error:?}").to_lowercase().contains("ek1"), "{error:?}");
        }
    }
}
