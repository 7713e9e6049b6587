//! Tokens, refusals and the lock.

use std::time::Duration;

use enkash_sandbox::{Action, Clock, Credentials, Sandbox, TokenForm};
use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{Desk, error_type, outcome};

const SEARCH: &str = "/api/v0/customer/search";

async fn search(desk: &Desk, authorization: Option<&str>) -> (u16, Value) {
    let url = format!("{}{SEARCH}", desk.sandbox.url("accounts-receivable"));
    let mut request = desk.http.post(url).json(&json!({}));
    if let Some(value) = authorization {
        request = request.header("Authorization", value);
    }
    outcome(request).await
}

#[tokio::test]
async fn a_token_serves_products_of_its_own_kind() {
    let desk = Desk::new().await;
    assert_eq!(search(&desk, Some(&format!("Bearer {}", desk.oauth))).await.0, 200);
    for wrong in [None, Some("Bearer nonsense"), Some("Basic abc"), Some(desk.merchant.as_str())] {
        let (status, body) = search(&desk, wrong).await;
        assert_eq!((status, error_type(&body)), (401, "UNAUTHORIZED"));
    }
    let merchant = format!("Bearer {}", desk.merchant);
    assert_eq!(search(&desk, Some(&merchant)).await.0, 401);
}

#[tokio::test]
async fn the_gateways_token_is_taken_with_bearer_and_without() {
    let desk = Desk::new().await;
    let url = format!("{}/api/v0/settlement-payout/SP1", desk.sandbox.url("payment-gateway"));
    let ask = async |authorization: String| {
        let request = desk.http.get(&url).header("Authorization", authorization);
        let request = request.header("merchantAccessKey", &desk.sandbox.credentials().access_key);
        let (status, body) = outcome(request).await;
        (status, body["response_code"].clone())
    };
    for good in [format!("Bearer {}", desk.merchant), desk.merchant.clone()] {
        assert_eq!(ask(good.clone()).await, (200, json!(0)), "{good}");
    }
    for wrong in [desk.oauth.clone(), format!("Basic {}", desk.merchant), String::new()] {
        assert_eq!(ask(wrong.clone()).await, (401, json!(117)), "{wrong}");
    }
}

#[tokio::test]
async fn every_product_has_its_token_endpoint() {
    let desk = Desk::new().await;
    for product in desk.sandbox.products().filter(|slug| !slug.starts_with("payment-gateway")) {
        let (status, body) = desk.authenticate_oauth(product).await;
        assert_eq!(status, 200, "{product}");
        assert_eq!(body["token_type"], "bearer");
        assert_eq!(body["expires_in"], 86_399);
    }
}

#[tokio::test]
async fn tokens_end() {
    let clock = Clock::fixed(1_800_000_000);
    let builder = Sandbox::builder().clock(clock.clone()).token_lifetime(Duration::from_secs(60));
    let desk = Desk::with(builder).await;
    let token = format!("Bearer {}", desk.oauth);
    clock.advance(Duration::from_secs(59));
    assert_eq!(search(&desk, Some(&token)).await.0, 200);
    clock.advance(Duration::from_secs(1));
    assert_eq!(search(&desk, Some(&token)).await.0, 401);
    let (_, body) = desk.authenticate_merchant().await;
    assert_eq!(body["expiry"], 1_800_000_120_000_u64);
    let token =
        desk.authenticate_oauth("payouts").await.1["access_token"].as_str().unwrap().to_owned();
    desk.sandbox.expire_tokens();
    assert_eq!(search(&desk, Some(&format!("Bearer {token}"))).await.0, 401);
}

#[tokio::test]
async fn three_failures_lock_the_account() {
    let desk = Desk::new().await;
    let url = format!("{}/oauth/token", desk.sandbox.url("loyalty"));
    let known = desk.sandbox.credentials().clone();
    for attempt in 1..=3 {
        let form = [
            ("username", known.username.as_str()),
            ("password", "wrong"),
            ("grant_type", "password"),
            ("clientId", known.client_id.as_str()),
        ];
        let request = desk.http.post(&url).basic_auth(&known.client_id, Some(&known.client_secret));
        assert_eq!(outcome(request.form(&form)).await.0, 401, "{attempt}");
    }
    let journal = desk.sandbox.journal();
    let effects = journal.iter().flat_map(|entry| &entry.effects).map(|effect| effect.action);
    let expected = [
        Action::TokenRequestRefused,
        Action::TokenRequestRefused,
        Action::TokenRequestRefused,
        Action::AccountLocked,
    ];
    assert_eq!(effects.collect::<Vec<_>>(), expected);
    assert!(desk.sandbox.is_locked());
    assert_eq!(desk.authenticate_oauth("loyalty").await.0, 401);
    assert_eq!(desk.sandbox.journal()[3].effects[0].action, Action::TokenRequestRefused);
    desk.sandbox.unlock();
    assert_eq!(desk.authenticate_oauth("loyalty").await.0, 200);
}

#[tokio::test]
async fn a_wrong_form_is_no_failed_token_request() {
    let desk = Desk::new().await;
    let url = format!("{}/oauth/token", desk.sandbox.url("payouts"));
    for _ in 0..5 {
        let request = desk.http.post(&url).form(&[("username", "x")]);
        assert_eq!(outcome(request).await.0, 422);
    }
    assert!(!desk.sandbox.is_locked());
}

#[tokio::test]
async fn the_documented_forms() {
    let camel = Desk::with(Sandbox::builder().token_form(TokenForm::CamelCase)).await;
    assert!(camel.authenticate_oauth("payouts").await.1["accessToken"].is_string());
    let expiry = Desk::with(Sandbox::builder().token_form(TokenForm::Expiry)).await;
    assert!(expiry.authenticate_oauth("payouts").await.1["expiry"].is_u64());
}

#[tokio::test]
async fn the_longest_life_breaks_nothing() {
    let clock = Clock::fixed(u32::MAX);
    clock.advance(Duration::MAX);
    let desk = Desk::with(Sandbox::builder().clock(clock).token_lifetime(Duration::MAX)).await;
    assert_eq!(search(&desk, Some(&format!("Bearer {}", desk.oauth))).await.0, 200);
}

#[tokio::test]
async fn credentials_can_be_chosen() {
    let mut known = Credentials::default();
    known.client_id = "CEK0000001".to_owned();
    known.password = "other".to_owned();
    let desk = Desk::with(Sandbox::builder().credentials(known)).await;
    assert!(!desk.oauth.is_empty());
}

#[tokio::test]
async fn the_gateway_wants_its_token_and_its_key() {
    let desk = Desk::new().await;
    let url = format!("{}/api/v0/orders/x", desk.sandbox.url("payment-gateway"));
    let (status, body) = outcome(desk.http.get(&url)).await;
    assert_eq!(
        (status, &body["response_code"], &body["payload"]),
        (401, &json!(117), &json!("Token is invalid."))
    );
    let token = format!("Bearer {}", desk.merchant);
    let request =
        desk.http.get(&url).header("Authorization", token).header("merchantAccessKey", "wrong");
    assert_eq!(outcome(request).await.0, 401);
    assert_eq!(
        desk.send("payment-gateway", Method::GET, "/api/v0/orders/x", Value::Null).await.0,
        404
    );
    let keys = json!({"accessKey": "x", "secretKey": "y"});
    let path = "/api/v0/merchant/token";
    assert_eq!(desk.send("payment-gateway", Method::POST, path, keys).await.0, 401);
}

#[tokio::test]
async fn products_without_documented_authentication_take_any_caller_but_no_wrong_token() {
    let desk = Desk::new().await;
    let url = format!("{}/api/v0/beneficiary/search", desk.sandbox.url("accounts-payable"));
    let send = |request: reqwest::RequestBuilder| outcome(request.json(&json!({})));
    assert_eq!(send(desk.http.post(&url)).await.0, 200);
    assert_eq!(send(desk.http.post(&url).bearer_auth("wrong")).await.0, 401);
    assert_eq!(send(desk.http.post(&url).bearer_auth(&desk.oauth)).await.0, 200);
}
