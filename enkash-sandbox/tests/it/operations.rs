//! Every operation of the catalogue: routed, checked, and given a documented response.

use enkash_sandbox::{Operation, Sandbox};
use reqwest::header::CONTENT_TYPE;
use serde_json::{Value, json};

use crate::client::{Desk, error_type, outcome, sub_errors};

/// Operations whose example names something that has to exist first; their flows are tested
/// by themselves.
const NEED_A_PAST: &[&str] = &[
    "GetCollectionInvoice",
    "UpdateCollectionInvoice",
    "ConfirmCollectionInvoicePayment",
    "GetOrderStatus",
    "GetDynamicUpiQr",
    "GetUpiIntentLinks",
    "SubmitPayment",
    "GetPaymentTransactionStatus",
    "ValidatePaymentOtp",
    "ResendPaymentOtp",
    "GetUpiTransactionStatus",
    "RefundPayment",
    "CreatePayoutBeneficiary",
    "InitiatePayoutTransfer",
];

/// Operations whose bodies the API reference marks as encrypted.
const ENCRYPTED: &[&str] =
    &["CreatePayoutBeneficiary", "InitiatePayoutTransfer", "InitiateBatchPayoutTransfer"];

fn is_token(operation: &Operation) -> bool {
    operation.path() == "/oauth/token" || operation.path() == "/api/v0/merchant/token"
}

async fn send(desk: &Desk, operation: &Operation, all_fields: bool) -> (u16, Value) {
    let example = desk.sandbox.example(operation.id(), all_fields).unwrap();
    let mut request = desk.request(operation.product(), example.method, &example.path_and_query);
    for (name, value) in example.headers {
        request = request.header(name, value);
    }
    let encrypted = ENCRYPTED.contains(&operation.id());
    if let Some((content_type, content)) = example.body {
        let content = if encrypted { desk.sandbox.encrypt(&content) } else { content };
        request = request.header(CONTENT_TYPE, content_type).body(content);
    }
    let (status, body) = outcome(request).await;
    let opened = desk.sandbox.decrypt(&body.to_string());
    assert_eq!(opened.is_some(), encrypted, "{} {body}", operation.id());
    (status, opened.map_or(body, |plain| serde_json::from_str(&plain).unwrap()))
}

#[tokio::test]
async fn examples_are_accepted_and_responses_fit_their_schemas() {
    let mut wrong = Vec::new();
    let sandbox = Sandbox::start().await.unwrap();
    for all_fields in [false, true] {
        for operation in sandbox.operations().filter(|operation| !is_token(operation)) {
            let desk = Desk::new().await;
            let (status, body) = send(&desk, operation, all_fields).await;
            let unknown = NEED_A_PAST.contains(&operation.id()) && !names_violations(&body);
            if status != 200 && !unknown {
                wrong.push(format!("{} ({all_fields}): {status} {body}", operation.id()));
            } else if let (200, Some(schema)) = (status, operation.response_schema()) {
                wrong.extend(misfit(operation, schema, &body));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether the request was refused for breaking documented rules.
fn names_violations(body: &Value) -> bool {
    body["errorResponse"].is_object() && !sub_errors(body).is_empty()
}

fn misfit(operation: &Operation, schema: &Value, body: &Value) -> Option<String> {
    let validator = jsonschema::draft202012::options().build(schema).unwrap();
    let errors = validator.iter_errors(body).map(|error| error.to_string()).collect::<Vec<_>>();
    (!errors.is_empty()).then(|| format!("{}: {errors:?} in {body}", operation.id()))
}

#[tokio::test]
async fn token_endpoints_respond_as_documented() {
    let desk = Desk::new().await;
    for operation in desk.sandbox.operations().filter(|operation| is_token(operation)) {
        let example = desk.sandbox.example(operation.id(), true).unwrap();
        let (content_type, content) = example.body.unwrap();
        let known = desk.sandbox.credentials();
        let url = format!("{}{}", desk.sandbox.url(operation.product()), example.path_and_query);
        let request = desk.http.post(url).basic_auth(&known.client_id, Some(&known.client_secret));
        let (status, body) =
            outcome(request.header(CONTENT_TYPE, content_type).body(content)).await;
        assert_eq!(status, 200, "{} {body}", operation.id());
        if let Some(schema) = operation.response_schema() {
            assert_eq!(misfit(operation, schema, &body), None);
        }
    }
}

#[tokio::test]
async fn every_operation_refuses_what_lacks_its_required_fields() {
    let desk = Desk::new().await;
    for operation in desk.sandbox.operations() {
        let example = desk.sandbox.example(operation.id(), false).unwrap();
        let Some((content_type, content)) = example.body else {
            continue;
        };
        let Ok(Value::Object(members)) = serde_json::from_str::<Value>(&content) else {
            continue;
        };
        if members.is_empty() || content_type != "application/json" {
            continue;
        }
        let mut request =
            desk.request(operation.product(), example.method, &example.path_and_query);
        for (name, value) in example.headers {
            request = request.header(name, value);
        }
        let (status, body) = outcome(request.json(&json!([1]))).await;
        assert!([400, 422].contains(&status), "{} {status} {body}", operation.id());
        assert!(
            !sub_errors(&body).is_empty() || operation.product() == "payouts",
            "{}",
            operation.id()
        );
    }
}

#[tokio::test]
async fn unknown_routes_and_wrong_methods() {
    let desk = Desk::new().await;
    let (status, body) =
        desk.send("payouts", reqwest::Method::GET, "/api/v9/nothing", Value::Null).await;
    assert_eq!((status, error_type(&body)), (404, "RECORD_NOT_FOUND"));
    let request =
        desk.request("accounts-receivable", reqwest::Method::POST, "/api/v0/customer/activate/x");
    let response = request.send().await.unwrap();
    assert_eq!(response.status(), 405);
    assert_eq!(response.headers()["allow"], "PUT");
    let (status, _) = outcome(desk.http.get(format!("http://{}/", desk.sandbox.address()))).await;
    assert_eq!(status, 404);
}

#[tokio::test]
async fn two_sandboxes_with_one_seed_respond_alike() {
    let one = Desk::with(Sandbox::builder().seed(7)).await;
    let two = Desk::with(Sandbox::builder().seed(7)).await;
    assert_eq!(one.sandbox.initial().inactive_customers, two.sandbox.initial().inactive_customers);
    let operation =
        one.sandbox.operations().find(|operation| operation.id() == "VerifyBankAccount");
    let operation = operation.unwrap();
    assert_eq!(send(&one, operation, true).await, send(&two, operation, true).await);
}

#[tokio::test]
async fn of_operations_that_share_a_path_the_fitting_one_responds() {
    let desk = Desk::new().await;
    let path = "/api/v0/partner/enKashCard/balance";
    let load = desk.sandbox.example("LoadCardBalance", false).unwrap().body.unwrap().1;
    let load = serde_json::from_str::<Value>(&load).unwrap();
    let top_up = json!({"enkashCardBenefitId": "B1", "enKashCardId": "C1"});
    for (body, expected) in [(load, "LoadCardBalance"), (top_up, "TopUpWallet")] {
        let (status, body) = desk.send("card-management", reqwest::Method::POST, path, body).await;
        assert_eq!(status, 200, "{body}");
        let entry = desk.sandbox.journal().pop().unwrap();
        assert_eq!(entry.operation.as_deref(), Some(expected));
    }
}

#[tokio::test]
async fn doubtful_rules_are_not_enforced() {
    let desk = Desk::new().await;
    let post = reqwest::Method::POST;
    let search =
        desk.send("bill-payments", post.clone(), "/api/v1/utilityPayment/search", json!({})).await;
    assert_eq!(search.0, 200);
    let example = desk.sandbox.example("InitiateEntityCheck", false).unwrap();
    let mut body = serde_json::from_str::<Value>(&example.body.unwrap().1).unwrap();
    body["checkInstitute"]["value"] = json!("AAAAA0000A");
    let (status, response) = desk.send("bharat-connect", post, &example.path_and_query, body).await;
    assert_eq!(status, 200, "{response}");
}

#[tokio::test]
async fn calls_without_memory_are_recorded_too() {
    let desk = Desk::new().await;
    let operation =
        desk.sandbox.operations().find(|operation| operation.id() == "DebitWalletForMerchant");
    assert_eq!(send(&desk, operation.unwrap(), true).await.0, 200);
    let entry = desk.sandbox.journal().pop().unwrap();
    assert_eq!(entry.effects[0].to_string(), "performed DebitWalletForMerchant");
    assert!(entry.unique.is_some());
}
