//! Orders, payments and refunds.

use enkash_sandbox::{Action, Clock, Sandbox};
use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{Desk, done, sub_errors};

async fn post(desk: &Desk, path: &str, body: Value) -> (u16, Value) {
    desk.send("payment-gateway", Method::POST, path, body).await
}

async fn get(desk: &Desk, path: &str) -> Value {
    let (status, body) = desk.send("payment-gateway", Method::GET, path, Value::Null).await;
    assert_eq!(status, 200, "{body}");
    body["payload"].clone()
}

async fn order(desk: &Desk, own: &str) -> String {
    let body = json!({"orderId": own, "amount": {"value": 100.5, "currency": "INR"}});
    let (status, body) = post(desk, "/api/v0/orders", body).await;
    assert_eq!((status, &body["response_code"]), (200, &json!(0)), "{body}");
    body["payload"]["orderId"].as_str().unwrap().to_owned()
}

async fn pay(desk: &Desk, order: &str, detail: Value) -> Value {
    let body = json!({"orderId": order, "paymentDetail": detail});
    let (status, body) = post(desk, "/api/v0/payment/submit", body).await;
    assert_eq!(status, 200, "{body}");
    body["payload"].clone()
}

fn upi(vpa: &str) -> Value {
    json!({"paymentMode": "UPI", "vpa": vpa})
}

#[tokio::test]
async fn an_order_is_made_once() {
    let desk = Desk::new().await;
    let id = order(&desk, "ORDER1").await;
    assert_eq!(get(&desk, &format!("/api/v0/orders/{id}")).await["orderStatus"], "CREATED");
    let again = json!({"orderId": "ORDER1", "amount": {"value": 1, "currency": "INR"}});
    assert_eq!(post(&desk, "/api/v0/orders", again).await.0, 409);
    let bad = json!({"orderId": "OR-1", "amount": {"value": 1.005, "currency": "INR"}});
    let (status, body) = post(&desk, "/api/v0/orders", bad).await;
    assert_eq!((status, sub_errors(&body).len()), (400, 2));
    assert_eq!(done(&desk), [Action::OrderCreated]);
    assert_eq!(desk.sandbox.journal()[0].unique.as_deref(), Some("ORDER1"));
}

#[tokio::test]
async fn an_order_is_paid_once_and_refunded_never_beyond() {
    let desk = Desk::new().await;
    let id = order(&desk, "ORDER1").await;
    let failed = pay(&desk, &id, upi("fail@bank")).await;
    assert_eq!(failed["transactionStatus"], "FAILED");
    let paid = pay(&desk, "ORDER1", upi("payer@bank")).await;
    assert_eq!(paid["transactionStatus"], "SUCCESS");
    let body = json!({"orderId": id, "paymentDetail": upi("payer@bank")});
    assert_eq!(post(&desk, "/api/v0/payment/submit", body).await.0, 422);
    let transaction = paid["transactionId"].as_str().unwrap();
    let path = format!("/api/v0/payment/{transaction}/refund");
    let refund = |amount: Value, request: &str| json!({"amount": amount, "requestId": request});
    assert_eq!(post(&desk, &path, refund(json!(100.51), "R0")).await.0, 422);
    let (status, body) = post(&desk, &path, refund(json!(100), "R1")).await;
    assert_eq!((status, &body["payload"]["status"]), (200, &json!("PARTIALLY_REFUNDED")));
    assert_eq!(post(&desk, &path, refund(json!(0.5), "R1")).await.0, 409);
    assert_eq!(post(&desk, &path, refund(json!(0.51), "R2")).await.0, 422);
    assert_eq!(post(&desk, &path, refund(json!(0), "R2")).await.0, 400);
    let (_, body) = post(&desk, &path, refund(json!("0.5"), "R2")).await;
    assert_eq!(body["payload"]["status"], "REFUNDED");
    assert_eq!(post(&desk, &path, refund(json!(0.01), "R3")).await.0, 422);
    let status = get(&desk, &format!("/api/v0/payment/{transaction}")).await;
    assert_eq!((&status["status"], &status["refundedAmount"]), (&json!("REFUNDED"), &json!(100.5)));
    let journal = desk.sandbox.journal();
    let effects = journal.iter().flat_map(|entry| &entry.effects);
    let moved = effects.filter_map(|effect| Some((effect.action, effect.amount?.to_string())));
    let expected = [
        (Action::PaymentSucceeded, "100.5"),
        (Action::PaymentRefunded, "100"),
        (Action::PaymentRefunded, "0.5"),
    ];
    assert_eq!(
        moved.collect::<Vec<_>>(),
        expected.map(|(action, amount)| (action, amount.to_owned()))
    );
}

#[tokio::test]
async fn only_what_was_paid_is_refunded() {
    let desk = Desk::new().await;
    let id = order(&desk, "ORDER1").await;
    let failed = pay(&desk, &id, upi("fail@bank")).await;
    let path = format!("/api/v0/payment/{}/refund", failed["transactionId"].as_str().unwrap());
    assert_eq!(post(&desk, &path, json!({"amount": 1, "requestId": "R1"})).await.0, 422);
    let path = "/api/v0/payment/none/refund";
    assert_eq!(post(&desk, path, json!({"amount": 1, "requestId": "R1"})).await.0, 404);
}

#[tokio::test]
async fn cards_wait_for_their_password() {
    let desk = Desk::new().await;
    let id = order(&desk, "ORDER1").await;
    let card = json!({"paymentMode": "DEBIT_CARD", "cardHolderName": "A", "cardNumber": "0000000000000000",
        "cvv": "000", "expiry": "12/30"});
    let payment = pay(&desk, &id, card).await;
    assert_eq!(payment["transactionStatus"], "CREATED");
    let transaction = &payment["transactionId"];
    let otp = |otp: &str| json!({"ekPayId": transaction, "otp": otp});
    assert_eq!(post(&desk, "/pay/otp/validate", otp("000000")).await.0, 422);
    let resend = format!("/pay/resend/otp/{}", transaction.as_str().unwrap());
    let (status, text) = desk.send("payment-gateway", Method::GET, &resend, Value::Null).await;
    assert_eq!((status, text.is_string()), (200, true));
    let (status, body) = post(&desk, "/pay/otp/validate", otp("123456")).await;
    assert_eq!((status, &body["payload"]["amount"]), (200, &json!("100.5")));
    assert_eq!(post(&desk, "/pay/otp/validate", otp("123456")).await.0, 422);
    assert_eq!(get(&desk, &format!("/api/v0/orders/{id}")).await["orderStatus"], "PAID");
}

#[tokio::test]
async fn upi_is_polled() {
    let desk = Desk::new().await;
    let id = order(&desk, "ORDER1").await;
    let qr = get(&desk, &format!("/pay/checkout/qrcode/{id}")).await;
    let links = get(&desk, &format!("/pay/checkout/upi-detail/{id}")).await;
    let status = async |transaction: &Value| {
        let path = format!("/pay/checkout/status/upi/{}", transaction.as_str().unwrap());
        get(&desk, &path).await["status"].as_str().unwrap().to_owned()
    };
    assert_eq!(status(&qr["ekPayId"]).await, "PROCESS");
    assert_eq!(status(&links["transactionId"]).await, "PROCESS");
    assert_eq!(status(&qr["ekPayId"]).await, "SUCCESS");
    assert_eq!(status(&links["transactionId"]).await, "FAILED");
    let pending = order(&desk, "ORDER2").await;
    let payment = pay(&desk, &pending, upi("pending@bank")).await;
    for _ in 0..3 {
        assert_eq!(status(&payment["transactionId"]).await, "PROCESS");
    }
}

#[tokio::test]
async fn each_payment_mode_needs_its_fields() {
    let desk = Desk::new().await;
    let id = order(&desk, "ORDER1").await;
    let body = json!({"orderId": id, "paymentDetail": {"paymentMode": "CREDIT_CARD", "cvv": "1"}});
    let (status, body) = post(&desk, "/api/v0/payment/submit", body).await;
    assert_eq!(status, 400);
    assert_eq!(sub_errors(&body)[0].0, "paymentDetail.cardHolderName");
    let flat = json!({"orderId": id, "paymentMode": "NET_BANKING", "bankCode": "HDFC"});
    let (status, body) = post(&desk, "/api/v0/payment/submit", flat).await;
    assert_eq!((status, &body["payload"]["transactionStatus"]), (200, &json!("SUCCESS")));
}

#[tokio::test]
async fn upi_addresses_are_looked_up() {
    let desk = Desk::new().await;
    let key = desk.sandbox.credentials().access_key.clone();
    let ask = |key: &str, vpa: &str| json!({"merchantOrderId": "O1", "merchantIdentifierKey": key, "vpa": vpa});
    let path = "/pay/charge/verify-vpa";
    assert_eq!(post(&desk, path, ask(&key, "payer@bank")).await.0, 200);
    assert_eq!(post(&desk, path, ask(&key, "unknown@bank")).await.0, 404);
    assert_eq!(post(&desk, path, ask("other", "payer@bank")).await.0, 403);
}

#[tokio::test]
async fn amounts_beyond_reason_are_refused_and_break_nothing() {
    let desk = Desk::new().await;
    for value in ["1e300", "1e-300", "79228162514264337593543950335", "1.001", "0"] {
        let body =
            format!(r#"{{"orderId": "A", "amount": {{"value": {value}, "currency": "INR"}}}}"#);
        let request = desk.request("payment-gateway", Method::POST, "/api/v0/orders");
        let request = request.header("Content-Type", "application/json").body(body);
        assert_eq!(crate::client::outcome(request).await.0, 400, "{value}");
    }
    assert!(done(&desk).is_empty());
}

/// 20:00 in UTC is half past one of the next day in India.
#[tokio::test]
async fn times_are_those_of_india_in_the_gateways_format() {
    let clock = Clock::fixed(1_800_043_200);
    let desk = Desk::with(Sandbox::builder().clock(clock.clone())).await;
    let id = order(&desk, "ORDER1").await;
    let card = json!({"paymentMode": "DEBIT_CARD", "cardHolderName": "A", "cardNumber": "0000000000000000",
        "cvv": "000", "expiry": "12/30"});
    let payment = pay(&desk, &id, card).await["transactionId"].as_str().unwrap().to_owned();
    clock.advance(std::time::Duration::from_secs(60));
    let otp =
        post(&desk, "/pay/otp/validate", json!({"ekPayId": payment, "otp": "123456"})).await.1;
    let status = get(&desk, &format!("/api/v0/payment/{payment}")).await;
    let refund = json!({"amount": 1, "requestId": "R1"});
    let refund = post(&desk, &format!("/api/v0/payment/{payment}/refund"), refund).await.1;
    let order = get(&desk, &format!("/api/v0/orders/{id}")).await;
    let unknown =
        desk.send("payment-gateway", Method::GET, "/api/v0/payment/none", Value::Null).await.1;
    let settlement = get(&desk, "/api/v0/settlement-payout/SP1").await;
    let elsewhere =
        desk.send("accounts-receivable", Method::GET, "/api/v0/customer/none", Value::Null).await.1;
    for (what, time, expected) in [
        ("order", &order["created"], "2027-01-16 01:30:00"),
        ("attempt", &status["created"], "2027-01-16 01:30:00"),
        ("changed attempt", &status["lastModified"], "2027-01-16 01:31:00"),
        ("one-time password", &otp["payload"]["txnDate"], "2027-01-16 01:31:00"),
        ("refund", &refund["payload"]["txnDate"], "2027-01-16 01:31:00"),
        ("failure", &unknown["errorResponse"]["timestamp"], "2027-01-16 01:31:00"),
        ("settlement", &settlement["createdOn"], "2027-01-16 10:15:00"),
        ("another product", &elsewhere["errorResponse"]["timestamp"], "2027-01-15 20:01:00"),
    ] {
        assert_eq!(time, expected, "{what}");
    }
}
