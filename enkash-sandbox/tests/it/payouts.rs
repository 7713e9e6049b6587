//! The payout account, through encrypted bodies.

use enkash_sandbox::{Action, Fault, FaultRule, InitialData, Sandbox};
use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{Desk, done, outcome};

const TRANSFER: &str = "/api/v0/payout-transaction";

/// Sends the body encrypted and decrypts the response.
async fn encrypted(desk: &Desk, path: &str, body: Value) -> (u16, Value) {
    let body = desk.sandbox.encrypt(&body.to_string());
    let request =
        desk.request("payouts", Method::POST, path).header("Content-Type", "application/json");
    let (status, body) = outcome(request.body(body)).await;
    let plain = desk
        .sandbox
        .decrypt(&body.to_string())
        .unwrap_or_else(|| panic!("{body} is not encrypted"));
    (status, serde_json::from_str(&plain).unwrap())
}

async fn balance(desk: &Desk) -> f64 {
    let path = format!(
        "/api/v0/payout-account/balance?fundSourceId={}",
        desk.sandbox.initial().fund_source_id
    );
    let (status, body) = desk.send("payouts", Method::GET, &path, Value::Null).await;
    assert_eq!(status, 200, "{body}");
    body["totalBalance"].as_f64().unwrap()
}

async fn with_payee() -> Desk {
    let desk =
        Desk::with(Sandbox::builder().initial_data(InitialData::default().payout_balance(1000)))
            .await;
    let payee = json!({"beneficiaryId": "BENE1", "beneficiaryName": "Test Payee",
        "beneficiaryAccountNumber": "000111222333", "beneficiaryIfsc": "TEST0000001"});
    let (status, body) = encrypted(&desk, "/api/v0/beneficiary-detail", payee.clone()).await;
    assert_eq!((status, &body["beneficiaryId"]), (200, &json!("BENE1")));
    assert_eq!(encrypted(&desk, "/api/v0/beneficiary-detail", payee).await.0, 409);
    desk
}

fn transfer(id: &str, amount: f64, mode: &str) -> Value {
    json!({"transactionId": id, "transferAmount": amount, "transferMode": mode, "beneficiaryId": "BENE1"})
}

#[tokio::test]
async fn money_leaves_once() {
    let desk = with_payee().await;
    let (status, body) = encrypted(&desk, TRANSFER, transfer("T1", 250.5, "IMPS")).await;
    assert_eq!((status, &body["payoutStatus"]), (200, &json!("SUCCESS")));
    let (status, body) = encrypted(&desk, TRANSFER, transfer("T1", 250.5, "IMPS")).await;
    assert_eq!((status, &body["response_code"]), (409, &json!(409)));
    assert!((balance(&desk).await - 749.5).abs() < 1e-9);
    let made = done(&desk).into_iter().filter(|action| *action == Action::TransferMade);
    assert_eq!(made.count(), 1);
    let journal = desk.sandbox.journal();
    assert_eq!(journal.iter().filter(|entry| entry.unique.as_deref() == Some("T1")).count(), 2);
}

#[tokio::test]
async fn a_transfer_whose_response_is_lost_is_not_made_again() {
    let desk = with_payee().await;
    let rule = |fault: Fault| FaultRule::new(fault).operation("InitiatePayoutTransfer");
    desk.sandbox.faults().add(rule(Fault::reset()));
    desk.sandbox.faults().add(rule(Fault::drop_connection().after_effect()));
    let body = desk.sandbox.encrypt(&transfer("T1", 10.0, "IMPS").to_string());
    let mut responses = Vec::new();
    for _ in 0..3 {
        let request = desk
            .request("payouts", Method::POST, TRANSFER)
            .header("Content-Type", "application/json");
        let response = request.body(body.clone()).send().await;
        responses.push(response.ok().map(|response| response.status().as_u16()));
    }
    assert_eq!(responses, [None, None, Some(409)]);
    let journal = desk.sandbox.journal();
    let attempts = journal.iter().filter(|entry| entry.unique.as_deref() == Some("T1"));
    let made = attempts.map(|entry| entry.effects.len()).collect::<Vec<_>>();
    assert_eq!(made, [0, 1, 0]);
}

#[tokio::test]
async fn the_balance_is_never_negative() {
    let desk = with_payee().await;
    let (_, body) = encrypted(&desk, TRANSFER, transfer("T1", 1000.01, "NEFT")).await;
    assert_eq!(body["payoutStatus"], "FAILED");
    let (_, body) = encrypted(&desk, TRANSFER, transfer("T2", 1000.0, "NEFT")).await;
    assert_eq!(body["payoutStatus"], "PROCESSING");
    let (_, body) = encrypted(&desk, TRANSFER, transfer("T3", 1.0, "UPI")).await;
    assert_eq!(body["payoutStatus"], "FAILED");
    assert!(balance(&desk).await.abs() < 1e-9);
}

#[tokio::test]
async fn a_rejected_transfer_may_be_sent_again() {
    let desk = with_payee().await;
    let mut request = transfer("T1", 5.0, "IMPS");
    request["transferRemark"] = json!("no #signs");
    let (status, body) = encrypted(&desk, TRANSFER, request.clone()).await;
    assert_eq!(
        (status, &body["payoutStatus"], &body["rejectCode"]),
        (200, &json!("REJECTED"), &json!("REJECT_TRF_RMK"))
    );
    request["transferRemark"] = json!("fine");
    assert_eq!(encrypted(&desk, TRANSFER, request.clone()).await.1["payoutStatus"], "SUCCESS");
    assert_eq!(encrypted(&desk, TRANSFER, request).await.0, 409);
    let (_, body) = encrypted(&desk, TRANSFER, transfer("T2", 200_000.01, "IMPS")).await;
    assert_eq!(body["rejectCode"], "REJECT_TRF_AMT");
    let mut request = transfer("T3", 5.0, "IMPS");
    request["fundSourceId"] = json!("OTHER");
    assert_eq!(encrypted(&desk, TRANSFER, request).await.1["rejectCode"], "REJECT_FND_SRC_ID");
}

#[tokio::test]
async fn payees_have_to_be_known_and_complete() {
    let desk = with_payee().await;
    let mut request = transfer("T1", 5.0, "IMPS");
    request["beneficiaryId"] = json!("BENE2");
    assert_eq!(encrypted(&desk, TRANSFER, request.clone()).await.0, 422);
    request["beneficiaryDetail"] = json!({"vpaHandle": "payee@testbank"});
    assert_eq!(encrypted(&desk, TRANSFER, request.clone()).await.0, 200);
    let payee = |more: Value| {
        let mut payee = json!({"beneficiaryId": "BENE3", "beneficiaryName": "Test Payee"});
        payee.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        payee
    };
    for (more, expected) in [
        (json!({}), 422),
        (json!({"beneficiaryAccountNumber": "000111222333"}), 412),
        (
            json!({"beneficiaryAccountNumber": "1", "beneficiaryIfsc": "TEST0000001", "vpaHandle": "a@b"}),
            412,
        ),
        (json!({"vpaHandle": "a@b", "beneficiaryName": "N0 name"}), 422),
        (json!({"vpaHandle": "a@b", "beneficiaryPincode": "1234567"}), 422),
    ] {
        let (status, body) = encrypted(&desk, "/api/v0/beneficiary-detail", payee(more)).await;
        assert_eq!(status, expected, "{body}");
    }
}

#[tokio::test]
async fn a_batch_is_taken_once() {
    let desk = with_payee().await;
    let transfers = json!([
        transfer("T1", 400.0, "NEFT"),
        transfer("T1", 1.0, "NEFT"),
        transfer("T2", 700.0, "NEFT")
    ]);
    let body = json!({"batchTransactionId": "B1", "transfers": transfers});
    let (status, response) =
        encrypted(&desk, "/api/v0/payout-transaction/batch", body.clone()).await;
    assert_eq!(status, 200);
    let taken = response["successfulPayoutTransactionCreateResponses"].as_array().unwrap();
    assert_eq!((taken.len(), &taken[0]["payoutStatus"]), (1, &json!("PENDING")));
    assert_eq!(response["failedPayoutTransactionCreateResponses"].as_array().unwrap().len(), 2);
    assert_eq!(encrypted(&desk, "/api/v0/payout-transaction/batch", body).await.0, 409);
    assert!((balance(&desk).await - 600.0).abs() < 1e-9);
}

#[tokio::test]
async fn every_transfer_reaches_a_final_state() {
    let desk = with_payee().await;
    let status = |id: &str| desk.sandbox.transfer_status(id);
    for (mode, first) in
        [("IMPS", "SUCCESS"), ("UPI", "SUCCESS"), ("NEFT", "PROCESSING"), ("RTGS", "PROCESSING")]
    {
        let (_, body) = encrypted(&desk, TRANSFER, transfer(mode, 1.0, mode)).await;
        assert_eq!(
            (body["payoutStatus"].as_str(), status(mode)),
            (Some(first), Some(first)),
            "{mode}"
        );
    }
    let batch = json!({"batchTransactionId": "B1", "transfers": [transfer("T1", 1.0, "IMPS")]});
    encrypted(&desk, "/api/v0/payout-transaction/batch", batch).await;
    encrypted(&desk, TRANSFER, transfer("T2", 2000.0, "NEFT")).await;
    assert_eq!((status("T1"), status("T2"), status("T3")), (Some("PENDING"), Some("FAILED"), None));
    for _ in 0..2 {
        assert!((balance(&desk).await - 995.0).abs() < 1e-9);
    }
    let settled = desk.sandbox.journal().into_iter().flat_map(|entry| entry.effects);
    let settled = settled.filter(|effect| effect.action == Action::TransferSettled);
    assert_eq!(
        settled.map(|effect| effect.id).collect::<Vec<_>>(),
        ["NEFT", "RTGS", "T1"],
        "each of them once"
    );
    for id in ["IMPS", "UPI", "NEFT", "RTGS", "T1"] {
        assert_eq!(status(id), Some("SUCCESS"), "{id}");
    }
    assert_eq!(encrypted(&desk, TRANSFER, transfer("NEFT", 1.0, "NEFT")).await.0, 409);
}

#[tokio::test]
async fn the_statement_adds_up() {
    let desk = with_payee().await;
    encrypted(&desk, TRANSFER, transfer("T1", 250.5, "IMPS")).await;
    let initial = desk.sandbox.initial();
    let ask = |to: &str| {
        json!({"fundSourceId": initial.fund_source_id,
        "debitAccountNumber": initial.debit_account_number, "fromDate": "2020-01-01T00:00:00Z", "toDate": to})
    };
    let path = "/api/v0/payout-account/statement";
    // In kind: a plain question gets a plain response, an encrypted one an encrypted one.
    let (status, body) = desk.send("payouts", Method::POST, path, ask("2099-01-01T00:00:00")).await;
    assert_eq!((status, &body["response_code"]), (200, &json!("0")));
    let lines = body["data"].as_array().unwrap();
    assert_eq!(lines.len(), 2);
    assert_eq!(
        (&lines[1]["transactionAmount"], &lines[1]["runningBalance"]),
        (&json!(25050), &json!(749.5))
    );
    assert_eq!(lines[1]["transactionId"], "T1");
    let (status, body) = encrypted(&desk, path, ask("2020-01-02T00:00:00Z")).await;
    assert_eq!((status, body["data"].as_array().unwrap().len()), (200, 0));
    let mut other = ask("2099-01-01T00:00:00Z");
    other["fundSourceId"] = json!("OTHER");
    assert_eq!(desk.send("payouts", Method::POST, path, other).await.0, 404);
}

#[tokio::test]
async fn plaintext_where_encryption_is_required() {
    let desk = Desk::new().await;
    let request =
        desk.request("payouts", Method::POST, TRANSFER).json(&transfer("T1", 5.0, "IMPS"));
    assert_eq!(outcome(request).await.0, 422);
    let request = desk.request("payouts", Method::POST, TRANSFER).json(&json!({"request": "AAAA"}));
    assert_eq!(outcome(request).await.0, 422);
    assert!(done(&desk).is_empty());
}

#[tokio::test]
async fn webhook_and_account() {
    let desk = Desk::new().await;
    let hook = json!({"webhookUrl": "https://merchant.example/hook", "events": ["PAYOUT_SUCCESS"]});
    let (status, body) = desk.send("payouts", Method::POST, "/api/v0/webhook-data", hook).await;
    assert_eq!((status, &body["payload"]["companyId"]), (200, &json!("CEK0SANDBX")));
    let account = json!({"accountNumber": "000111222333", "ifsc": "TEST0000001"});
    let (status, _) = encrypted(&desk, "/api/v0/bankDetail/whitelist", account).await;
    assert_eq!(status, 200);
    assert_eq!(done(&desk), [Action::WebhookConfigured, Action::AccountWhitelisted]);
}

#[tokio::test]
async fn amounts_beyond_reason_move_nothing() {
    let desk = with_payee().await;
    for (id, value) in [("T1", "1e300"), ("T2", "1.001"), ("T3", "79228162514264337593543950335")] {
        let body = format!(
            r#"{{"transactionId": "{id}", "transferAmount": {value}, "transferMode": "NEFT", "beneficiaryId": "BENE1"}}"#
        );
        let request = desk
            .request("payouts", Method::POST, TRANSFER)
            .header("Content-Type", "application/json");
        let (status, _) = outcome(request.body(desk.sandbox.encrypt(&body))).await;
        assert_eq!(status, 200, "{value}");
    }
    assert!(!done(&desk).contains(&Action::TransferMade));
    assert!((balance(&desk).await - 1000.0).abs() < 1e-9);
}
