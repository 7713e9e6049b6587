//! Customers and invoices.

use enkash_sandbox::{Action, InitialData, Sandbox};
use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{Desk, done, error_type, sub_errors};

const PRODUCT: &str = "accounts-receivable";

async fn send(desk: &Desk, method: Method, path: &str, body: Value) -> (u16, Value) {
    desk.send(PRODUCT, method, path, body).await
}

#[tokio::test]
async fn an_inactive_customer_is_activated_once() {
    let desk = Desk::new().await;
    let id = desk.sandbox.initial().inactive_customers[0].clone();
    let path = format!(
        "/api/v0/customer/activate/{id}?parentCompanyId={}",
        desk.sandbox.initial().company_id
    );
    for _ in 0..2 {
        let (status, body) = send(&desk, Method::PUT, &path, Value::Null).await;
        assert_eq!((status, &body["response_code"]), (200, &json!(0)));
        assert!(body["payload"].is_string());
    }
    assert_eq!(done(&desk), [Action::CustomerActivated]);
    let entry = &desk.sandbox.journal()[0];
    assert_eq!(entry.operation.as_deref(), Some("ActivateCustomer"));
    assert_eq!(entry.query, format!("parentCompanyId={}", desk.sandbox.initial().company_id));
    assert_eq!(entry.effects[0].id, id);
}

#[tokio::test]
async fn unknown_and_malformed_ids() {
    let desk = Desk::new().await;
    let path = "/api/v0/customer/activate/KC00000000000000";
    let (status, body) = send(&desk, Method::PUT, path, Value::Null).await;
    assert_eq!((status, error_type(&body)), (404, "RECORD_NOT_FOUND"));
    let path = "/api/v0/customer/activate/kc1?parentCompanyId=CEK";
    let (status, body) = send(&desk, Method::PUT, path, Value::Null).await;
    assert_eq!((status, error_type(&body)), (400, "VALIDATION_ERROR"));
    let rule = |field: &str, rule: &str| (field.to_owned(), rule.to_owned());
    let expected = [
        rule("customerId", "must match ^KC[A-Z0-9]{14}$"),
        rule("parentCompanyId", "must match ^CEK[A-Z0-9]{7}$"),
    ];
    assert_eq!(sub_errors(&body), expected);
    assert!(done(&desk).is_empty());
}

#[tokio::test]
async fn a_customer_lives() {
    let desk = Desk::new().await;
    let contact =
        json!({"deleted": false, "legalName": "Example", "mobile": "0000000000", "name": "A"});
    let new = json!({"customerKeyContacts": [contact], "legalName": "Example Ltd", "address": "Street 1"});
    let (status, body) = send(&desk, Method::POST, "/api/v0/customer", new).await;
    assert_eq!(status, 200);
    let id = body["payload"]["customerId"].as_str().unwrap().to_owned();
    let path = format!("/api/v0/customer/{id}");
    let change = json!({"legalName": "Other Ltd", "address": null});
    let (_, body) = send(&desk, Method::PATCH, &path, change).await;
    let customer = &body["payload"];
    assert_eq!(customer["legalName"], "Other Ltd");
    assert!(customer.get("address").is_none());
    assert_eq!(customer["customerKeyContacts"][0]["name"], "A");
    let other = json!({"customerId": "KC00000000000000"});
    assert_eq!(send(&desk, Method::PATCH, &path, other).await.0, 400);
    assert_eq!(send(&desk, Method::DELETE, &path, Value::Null).await.0, 200);
    assert_eq!(send(&desk, Method::DELETE, &path, Value::Null).await.0, 404);
    assert_eq!(
        done(&desk),
        [Action::CustomerCreated, Action::CustomerUpdated, Action::CustomerDeleted]
    );
}

#[tokio::test]
async fn each_violation_is_named() {
    let desk = Desk::new().await;
    let good = json!({"deleted": false, "legalName": "E", "mobile": "", "name": "A"});
    let bad = json!({"deleted": "no", "legalName": "E", "mobile": "12", "name": "A",
        "email": "not whole: contact@example.com"});
    let new = json!({"customerKeyContacts": [good, bad, {}], "companyId": "X"});
    let (status, body) = send(&desk, Method::POST, "/api/v0/customer", new).await;
    assert_eq!(status, 400);
    let fields = sub_errors(&body).into_iter().map(|(field, _)| field).collect::<Vec<_>>();
    for field in [
        "companyId",
        "customerKeyContacts[1].mobile",
        "customerKeyContacts[1].email",
        "customerKeyContacts[1].deleted",
        "customerKeyContacts[2].name",
    ] {
        assert!(fields.iter().any(|own| own == field), "{field} of {fields:?}");
    }
    let (status, body) = send(&desk, Method::POST, "/api/v0/customer", Value::Null).await;
    assert_eq!((status, sub_errors(&body)[0].0.as_str()), (400, "body"));
}

#[tokio::test]
async fn customers_are_found_page_by_page() {
    let initial = InitialData::default().active_customers(7).inactive_customers(4);
    let desk = Desk::with(Sandbox::builder().initial_data(initial)).await;
    let search = async |query: &str, filter: Value| {
        let path = format!("/api/v0/customer/search{query}");
        let (status, body) = send(&desk, Method::POST, &path, filter).await;
        assert_eq!(status, 200, "{body}");
        let rows = body["payload"]["data"].as_array().unwrap().clone();
        (body["payload"]["recordsCount"].clone(), rows)
    };
    let (count, rows) = search("", json!({"status": "INACTIVE"})).await;
    assert_eq!((count, rows.len()), (json!(4), 4));
    let (count, first) = search("?limit=3", json!({})).await;
    let (_, second) = search("?limit=3&offset=3", json!({})).await;
    assert_eq!((count, first.len(), second.len()), (json!(11), 3, 3));
    assert!(first.iter().all(|row| !second.contains(row)));
    let (_, last) = search("?limit=1&direction=DESC", json!({})).await;
    assert_eq!(last[0]["status"], "INACTIVE");
    let (status, _) =
        send(&desk, Method::POST, "/api/v0/customer/search?direction=UP", json!({})).await;
    assert_eq!(status, 400);
    assert!(done(&desk).is_empty());
}

#[tokio::test]
async fn files_are_taken_in() {
    let desk = Desk::new().await;
    let body = "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"c.csv\"\r\n\r\na,b\r\n--B--\r\n";
    for path in ["/api/v0/customer/bulk?companyId=CEK0SANDBX", "/api/v0/customer/bulk/update"] {
        let request = desk.request(PRODUCT, Method::POST, path);
        let request = request.header("Content-Type", "multipart/form-data; boundary=B").body(body);
        assert_eq!(crate::client::outcome(request).await.0, 200, "{path}");
    }
    assert_eq!(done(&desk), [Action::FileTaken, Action::FileTaken]);
    let request =
        desk.request(PRODUCT, Method::POST, "/api/v0/customer/bulk/update").json(&json!({}));
    assert_eq!(crate::client::outcome(request).await.0, 415);
}
