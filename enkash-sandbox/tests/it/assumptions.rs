//! What the sandbox invents is marked, by the ids of ASSUMPTIONS.md.

use enkash_sandbox::assumptions::HEADER;
use reqwest::header::CONTENT_TYPE;
use reqwest::{Method, RequestBuilder};
use serde_json::json;

use crate::client::Desk;

async fn assumptions(request: RequestBuilder) -> Vec<String> {
    let response = request.send().await.unwrap();
    let value = response.headers().get(HEADER).map_or("", |value| value.to_str().unwrap());
    value.split(", ").filter(|id| !id.is_empty()).map(str::to_owned).collect()
}

#[tokio::test]
async fn every_id_that_is_sent_is_in_the_list() {
    let desk = Desk::new().await;
    let list = include_str!("../../ASSUMPTIONS.md");
    let mut sent = std::collections::BTreeSet::new();
    for operation in desk.sandbox.operations() {
        let example = desk.sandbox.example(operation.id(), true).unwrap();
        let mut request =
            desk.request(operation.product(), example.method, &example.path_and_query);
        for (name, value) in example.headers {
            request = request.header(name, value);
        }
        if let Some((content_type, content)) = example.body {
            request = request.header(CONTENT_TYPE, content_type).body(content);
        }
        sent.extend(assumptions(request).await);
    }
    assert!(sent.len() > 20, "{sent:?}");
    for id in sent {
        assert!(list.contains(&format!("- `{id}`: ")), "{id}");
    }
}

#[tokio::test]
async fn failures_name_what_is_assumed_about_them() {
    let desk = Desk::new().await;
    let put = |product: &str, path: &str| assumptions(desk.request(product, Method::PUT, path));
    let unknown = put("accounts-receivable", "/api/v0/customer/activate/KC00000000000000").await;
    assert_eq!(unknown, ["error-code", "error-status", "error-type"]);
    let malformed = put("accounts-receivable", "/api/v0/customer/activate/kc1").await;
    assert_eq!(malformed, ["error-details", "error-code", "error-status", "error-type"]);
    assert_eq!(
        put("loyalty", "/nothing").await,
        ["error-envelope", "error-code", "error-status", "error-type"]
    );
    let gateway = desk.http.get(format!("{}/api/v0/orders/x", desk.sandbox.url("payment-gateway")));
    assert_eq!(
        assumptions(gateway).await,
        ["error-envelope", "token-refusal", "error-status", "error-type"]
    );
}

#[tokio::test]
async fn successes_name_what_they_rest_on() {
    let desk = Desk::new().await;
    let path = format!(
        "/api/v0/payout-account/balance?fundSourceId={}",
        desk.sandbox.initial().fund_source_id
    );
    let balance =
        |more: &str| assumptions(desk.request("payouts", Method::GET, &format!("{path}{more}")));
    assert_eq!(balance("").await, ["encryption-in-kind"]);
    assert_eq!(balance("&undocumented=1").await, ["unknown-fields", "encryption-in-kind"]);
    let id = &desk.sandbox.initial().inactive_customers[0];
    let path = format!("/api/v0/customer/activate/{id}");
    let activate = || assumptions(desk.request("accounts-receivable", Method::PUT, &path));
    assert_eq!(activate().await, ["success-code"]);
    assert_eq!(activate().await, ["success-code", "activation"]);
    let transfer = json!({"transactionId": "T1", "transferAmount": 1, "transferMode": "NEFT",
        "beneficiaryDetail": {"vpaHandle": "payee@testbank"}});
    let transfer = desk.sandbox.encrypt(&transfer.to_string());
    let request = desk.request("payouts", Method::POST, "/api/v0/payout-transaction");
    assert_eq!(
        assumptions(request.header(CONTENT_TYPE, "application/json").body(transfer)).await,
        ["transfer-status"]
    );
    assert_eq!(balance("").await, ["transfer-status", "encryption-in-kind"]);
}
