//! The example `smoke`: it only reads, it prints no value, and it stops at a refused token request.
#![allow(clippy::unwrap_used, reason = "what fails here fails the test")]

#[allow(dead_code, reason = "the program uses the rest")]
#[path = "../../examples/smoke/compare.rs"]
mod compare;
mod program;

use enkash_sandbox::{Action, Entry, Fault, FaultRule, Sandbox};
use serde_json::json;

use self::compare::{masked, masked_path};
use self::program::{Changed, run, run_unconfigured};

/// The calls that the settings of these tests allow.
const READS: [&str; 6] = [
    "SearchCustomers",
    "SearchCollectionInvoices",
    "SearchQrCodes",
    "SearchQrCustomers",
    "SearchSettlementPayouts",
    "GetPayoutAccountBalance",
];

fn url(sandbox: &Sandbox) -> String {
    format!("http://{}", sandbox.address())
}

fn is_token_request(entry: &Entry) -> bool {
    entry.path.ends_with("/oauth/token") || entry.path.ends_with("/merchant/token")
}

#[tokio::test]
async fn without_settings_it_agrees_with_a_sandbox_of_its_own() {
    let run = run_unconfigured().await;
    assert!(run.succeeded, "{}", run.output);
    assert!(run.output.starts_with("no ENKASH_… variable is set"), "{}", run.output);
    assert!(run.output.contains(" 0 differ"), "{}", run.output);
}

#[tokio::test]
async fn it_reads_once_and_changes_nothing() {
    let sandbox = Sandbox::start().await.unwrap();
    let run = run(&sandbox, &url(&sandbox), &sandbox.credentials().password).await;
    assert!(run.succeeded, "{}", run.output);
    let journal = sandbox.journal();
    let calls: Vec<&str> = journal
        .iter()
        .filter(|entry| !is_token_request(entry))
        .map(|entry| entry.operation.as_deref().unwrap())
        .collect();
    assert_eq!(calls, READS);
    // The sandbox notes a call as performed that touches nothing it remembers.
    let mut effects =
        journal.iter().filter(|entry| !is_token_request(entry)).flat_map(|it| &it.effects);
    assert!(effects.all(|effect| effect.action == Action::Performed));
}

#[tokio::test]
async fn a_field_that_differs_is_named_without_a_value() {
    let sandbox = Sandbox::start().await.unwrap();
    let changed = Changed::start(&sandbox, "/settlement-payout/search", |body| {
        body["payload"].as_object_mut().unwrap().remove("recordsCount");
        let payout = &mut body["payload"]["data"][0];
        payout["loyaltyTier"] = json!("planted-value");
        payout["9876543210"] = json!({});
        payout["totalGst"] = json!("planted-amount");
        body["traceId"] = json!("planted-trace");
    })
    .await;
    let run = run(&sandbox, &changed.url, &sandbox.credentials().password).await;
    assert!(!run.succeeded, "{}", run.output);
    for difference in [
        "undocumented field in the envelope: traceId",
        "missing field: payload.recordsCount",
        "undocumented field: payload.data[].loyaltyTier",
        "undocumented field: payload.data[].<name of 10 bytes>",
        "payload.data[].totalGst is of type string, documented: number",
    ] {
        assert!(run.output.contains(&format!("differs: {difference}\n")), "{}", run.output);
    }
    assert_eq!(run.output.matches("differs: ").count(), 5, "{}", run.output);
    let strings = changed.strings.lock().unwrap();
    assert!(strings.iter().any(|string| string == "planted-value"));
    for value in strings.iter().filter(|value| value.len() > 3) {
        assert!(!run.output.contains(value.as_str()), "{value}: {}", run.output);
    }
}

#[tokio::test]
async fn a_payload_of_another_type_is_reported_with_its_path() {
    let sandbox = Sandbox::start().await.unwrap();
    let changed = Changed::start(&sandbox, "/settlement-payout/search", |body| {
        body["payload"]["data"] = json!("planted-value");
    })
    .await;
    let run = run(&sandbox, &changed.url, &sandbox.credentials().password).await;
    assert!(!run.succeeded, "{}", run.output);
    let difference = "differs: status 200, but the payload cannot be decoded at payload.data\n";
    assert!(run.output.contains(difference), "{}", run.output);
    assert!(!run.output.contains("planted"), "{}", run.output);
}

#[tokio::test]
async fn a_failure_is_reported_and_the_next_call_follows() {
    let sandbox = Sandbox::start().await.unwrap();
    for (fault, operation) in [
        (Fault::status(503), READS[0]),
        (Fault::html(502), READS[2]),
        (Fault::drop_connection(), READS[3]),
        (Fault::garbage(), READS[4]),
    ] {
        sandbox.faults().add(FaultRule::new(fault).operation(operation));
    }
    let run = run(&sandbox, &url(&sandbox), &sandbox.credentials().password).await;
    assert!(!run.succeeded, "{}", run.output);
    assert!(run.output.contains("differs: failed with status 503, "), "{}", run.output);
    assert!(run.output.contains("differs: failed with status 502, "), "{}", run.output);
    assert!(run.output.contains("\n1 agree, 4 differ, 1 undocumented, "), "{}", run.output);
    let calls = sandbox.journal().iter().filter(|entry| !is_token_request(entry)).count();
    assert_eq!(calls, READS.len());
}

#[tokio::test]
async fn a_refused_token_request_ends_the_run() {
    let sandbox = Sandbox::start().await.unwrap();
    let run = run(&sandbox, &url(&sandbox), "not-the-password").await;
    assert!(!run.succeeded, "{}", run.output);
    assert!(run.output.contains("the server responded with 401"), "{}", run.output);
    assert!(run.output.contains("three failed attempts lock an account"), "{}", run.output);
    let journal = sandbox.journal();
    assert!(journal.iter().all(is_token_request), "{}", run.output);
    let refused = journal.iter().filter(|entry| entry.status != Some(200)).count();
    assert_eq!(refused, 1);
    for secret in ["not-the-password", &sandbox.credentials().username] {
        assert!(!run.output.contains(secret), "{}", run.output);
    }
}

#[test]
fn a_name_that_can_be_data_is_masked() {
    for field in ["amount", "payout_status", "addressLine2"] {
        assert_eq!(masked(field), field);
    }
    for data in ["9876543210", "EKC00SNDBX", "a@example.com", "Test Payee", "", "line123"] {
        assert_eq!(masked(data), format!("<name of {} bytes>", data.len()));
    }
    assert_eq!(masked_path("payload.data[3].amount"), "payload.data[3].amount");
    assert_eq!(masked_path("payload.98765.amount"), "payload.<name of 5 bytes>.amount");
}
