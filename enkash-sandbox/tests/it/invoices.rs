//! Invoices of the receivables product.

use enkash_sandbox::Action;
use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{Desk, done, error_type, sub_errors};

async fn send(desk: &Desk, method: Method, path: &str, body: Value) -> (u16, Value) {
    desk.send("accounts-receivable", method, path, body).await
}

async fn raise(desk: &Desk, body: Value) -> Value {
    let (status, body) = send(desk, Method::POST, "/api/v0/invoice", body).await;
    assert_eq!(status, 200, "{body}");
    body["payload"].clone()
}

fn invoice(desk: &Desk, base: u32) -> Value {
    let customer = &desk.sandbox.initial().active_customers[0];
    json!({"baseAmount": base, "cgst": 9.5, "customerId": customer, "dueDate": "2026-12-31"})
}

#[tokio::test]
async fn an_invoice_lives() {
    let desk = Desk::new().await;
    let raised = raise(&desk, invoice(&desk, 100)).await;
    assert_eq!((&raised["netAmount"], &raised["balanceAmount"]), (&json!(109.5), &json!(109.5)));
    assert_eq!(raised["dispatched"], false);
    let id = raised["invoiceId"].as_str().unwrap();
    let path = format!("/api/v0/invoice/{id}");
    let (_, body) = send(&desk, Method::GET, &path, Value::Null).await;
    assert_eq!(body["payload"], raised);
    let change = json!({"description": "late", "approvalStatus": "BANK_APPROVED", "cgst": null, "dispatchNow": true});
    let (status, body) = send(&desk, Method::PATCH, &path, change).await;
    assert_eq!(status, 200, "{body}");
    let changed = &body["payload"];
    assert_eq!((&changed["description"], &changed["dispatched"]), (&json!("late"), &json!(true)));
    assert_eq!(changed["approvalStatus"]["name"], "BANK_APPROVED");
    assert!(changed.get("cgst").is_none());
    assert_eq!(
        done(&desk),
        [Action::InvoiceCreated, Action::InvoiceUpdated, Action::InvoiceDispatched]
    );
}

#[tokio::test]
async fn what_an_invoice_cannot_be() {
    let desk = Desk::new().await;
    let mut unknown = invoice(&desk, 1);
    unknown["customerId"] = json!("KC00000000000000");
    let (status, body) = send(&desk, Method::POST, "/api/v0/invoice", unknown).await;
    assert_eq!((status, error_type(&body)), (404, "RECORD_NOT_FOUND"));
    let bad = json!({"baseAmount": 0.05, "customerId": "x", "dueDate": "31.12.2026"});
    let (status, body) = send(&desk, Method::POST, "/api/v0/invoice", bad).await;
    assert_eq!((status, sub_errors(&body).len()), (400, 3));
    let raised = raise(&desk, invoice(&desk, 1)).await;
    let path = format!("/api/v0/invoice/{}", raised["invoiceId"].as_str().unwrap());
    let (status, body) =
        send(&desk, Method::PATCH, &path, json!({"tds": "much", "dueDate": [1]})).await;
    let mut fields = sub_errors(&body).into_iter().map(|(field, _)| field).collect::<Vec<_>>();
    fields.sort();
    assert_eq!((status, fields), (400, vec!["dueDate".to_owned(), "tds".to_owned()]));
    let (status, _) = send(&desk, Method::GET, "/api/v0/invoice/none", Value::Null).await;
    assert_eq!(status, 404);
}

#[tokio::test]
async fn invoices_are_sent_out_and_paid_once() {
    let desk = Desk::new().await;
    let raised = raise(&desk, invoice(&desk, 100)).await;
    let id = raised["invoiceId"].clone();
    let path = "/api/v0/invoice/bulk/dispatch";
    let (_, body) = send(&desk, Method::POST, path, json!({"invoiceIds": [id, "none"]})).await;
    assert_eq!(body["payload"]["successInvoices"][0]["invoiceId"], id);
    assert_eq!(body["payload"]["failureInvoices"][0]["invoiceId"], "none");
    let confirm = |response: &str| json!({"invoiceIds": [id], "paymentId": "P1", "remarks": "-", "response": response, "type": "ONPLATFORM"});
    let path = "/api/v0/invoice/payment-confirmation";
    for response in ["REJECT", "ACCEPT", "ACCEPT"] {
        assert_eq!(send(&desk, Method::POST, path, confirm(response)).await.0, 200);
    }
    let expected =
        [Action::InvoiceCreated, Action::InvoiceDispatched, Action::Performed, Action::InvoicePaid];
    assert_eq!(done(&desk), expected);
    let path = format!("/api/v0/invoice/{}", id.as_str().unwrap());
    let (_, body) = send(&desk, Method::GET, &path, Value::Null).await;
    assert_eq!(body["payload"]["receivableStatus"]["name"], "PAID");
    assert_eq!(body["payload"]["balanceAmount"], 0);
}

#[tokio::test]
async fn invoices_are_found() {
    let desk = Desk::new().await;
    for base in [100, 200, 300] {
        raise(&desk, invoice(&desk, base)).await;
    }
    let bases = async |query: &str, filter: Value| {
        let path = format!("/api/v0/invoice/search{query}");
        let (status, body) = send(&desk, Method::POST, &path, filter).await;
        assert_eq!(status, 200, "{body}");
        let rows = body["payload"]["data"].as_array().unwrap().clone();
        rows.iter().map(|row| row["baseAmount"].as_i64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(bases("", json!({"baseAmountFrom": 150})).await, [200, 300]);
    assert_eq!(bases("", json!({"baseAmountFrom": 150, "baseAmountTo": 250})).await, [200]);
    assert_eq!(bases("?orderBy=baseAmount&direction=DESC&limit=2", json!({})).await, [300, 200]);
    assert_eq!(bases("", json!({"dispatched": true})).await, [0; 0]);
    let customer = desk.sandbox.initial().active_customers[0].clone();
    assert_eq!(
        bases("?offset=2", json!({"customerIds": [customer], "customerStatus": "ACTIVE"})).await,
        [300]
    );
    assert_eq!(
        bases(
            "",
            json!({"createdOnFrom": "2000-01-01 00:00:00", "dueDateTo": "2026-12-31 00:00:00"})
        )
        .await
        .len(),
        3
    );
    assert_eq!(bases("", json!({"createdOnTo": "2000-01-01 00:00:00"})).await, [0; 0]);
    assert_eq!(bases("", json!({"customerDeleted": true})).await, [0; 0]);
    let (status, _) =
        send(&desk, Method::POST, "/api/v0/invoice/search?limit=5001", json!({})).await;
    assert_eq!(status, 400);
}

#[tokio::test]
async fn amounts_beyond_reason_break_nothing() {
    let desk = Desk::new().await;
    let most = json!(79_228_162_514_264_337_593_543_950_335_u128 as f64 / 1.01);
    let mut large = invoice(&desk, 1);
    large["baseAmount"] = most.clone();
    large["cgst"] = most;
    raise(&desk, large).await;
    let (status, _) =
        send(&desk, Method::POST, "/api/v0/invoice/search", json!({"baseAmountFrom": 1})).await;
    assert_eq!(status, 200);
}
