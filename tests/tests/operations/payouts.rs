#![allow(clippy::unwrap_used, reason = "what fails here fails the test")]

use enkash_core::{Json, JsonMap, Lenient, Money, civil};
use enkash_endpoints::ids::{AccountNumber, CompanyId, IfscAnyCase, Vpa};
use enkash_endpoints::payouts::models::*;
use enkash_endpoints::payouts::webhooks::*;
use enkash_endpoints::payouts::*;
use enkash_endpoints::webhook::Webhook;
use enkash_tests::operations::{Refusal, Session};
use serde_json::{json, to_value};

const ACCOUNT: &str = "000111222333";
const IFSC: IfscAnyCase = IfscAnyCase::from_static("TEST0000001");

#[tokio::test]
async fn every_operation() {
    let session = Session::start().await;
    authenticate(&session).await;
    register(&session).await;
    let spent = transfer(&session).await + batch(&session).await;
    account(&session, spent).await;
    configure(&session).await;
    session.assert_complete(&PAYOUTS);
}

async fn authenticate(session: &Session) {
    let known = session.sandbox.credentials();
    let generate = || {
        GeneratePayoutAuthenticationToken::builder()
            .username(&*known.username)
            .password(&*known.password)
            .grant_type(GrantType::Password)
            .client_id(&*known.client_id)
            .build()
    };
    session.minimal(generate()).await;
    let token = session.full(generate()).await.into_payload().unwrap();
    assert_eq!(token.expires_in, Some(Lenient::Value(86_399)));
    assert!(!format!("{token:?}").contains(token.access_token.as_deref().unwrap()));

    let other = r#"{"accessToken": "SECRET", "tokenType": "bearer"}"#;
    let other: PayoutToken = serde_json::from_str(other).unwrap();
    assert_eq!(other.more["accessToken"], "SECRET");
    assert!(!format!("{other:?}").contains("SECRET"));
}

async fn register(session: &Session) {
    let payee = |id: &str| {
        CreatePayoutBeneficiary::builder().beneficiary_id(id).beneficiary_name("Test Payee")
    };
    let to_account =
        |id: &str| payee(id).beneficiary_account_number(ACCOUNT).beneficiary_ifsc(IFSC);

    // What is optional by itself is not optional together.
    let error = session.minimal_refused(payee("BENE0001").build(), Refusal::OfTheClient).await;
    assert!(error.to_string().contains("be given, or else `vpaHandle`"), "{error}");
    let all = to_account("BENE0001")
        .vpa_handle("payee@testbank")
        .beneficiary_address("1 Test Road")
        .beneficiary_pincode("560001")
        .build();
    let error = session.full_refused(all, Refusal::OfTheClient).await;
    assert!(error.to_string().contains("not be given beside a bank account"), "{error}");
    for half in [
        payee("BENE0001").beneficiary_account_number(ACCOUNT).build(),
        payee("BENE0001").beneficiary_ifsc(IFSC).build(),
        payee("BENE0001").beneficiary_ifsc(IFSC).vpa_handle("payee@testbank").build(),
    ] {
        let error = half.send(&session.client).await.unwrap_err();
        assert_eq!(error.violations().expect("half an account").len(), 1);
    }

    let first = to_account("BENE0001")
        .beneficiary_address("1 Test Road")
        .beneficiary_pincode("560001")
        .build();
    let stored = session.send(&first).await.into_payload().unwrap();
    assert_eq!(stored.beneficiary_account_number.as_deref(), Some(ACCOUNT));
    assert!(matches!(stored.created_on, Some(Lenient::Value(_))), "{stored:?}");
    assert_eq!(stored.more["beneficiaryId"], "BENE0001");
    let printed = format!("{first:?} {stored:?}");
    assert!(!printed.contains(ACCOUNT) && !printed.contains("Test Payee"), "{printed}");

    let more = JsonMap::from_iter([("beneficiaryCity".to_owned(), json!("Testville"))]);
    let stored =
        session.send(&payee("BENE0002").vpa_handle("payee@testbank").more(more).build()).await;
    assert_eq!(stored.into_payload().unwrap().more["beneficiaryCity"], "Testville");

    let error = first.send(&session.client).await.unwrap_err();
    assert!(error.is_duplicate(), "{error:?}");
}

fn detail() -> BeneficiaryDetail {
    BeneficiaryDetail::builder()
        .vpa_handle(Vpa::from_static("payee@testbank"))
        .beneficiary_id("BENE0003")
        .beneficiary_account_number(ACCOUNT)
        .beneficiary_address("1 Test Road")
        .beneficiary_pincode("560001")
        .build()
}

/// What the transfers cost.
async fn transfer(session: &Session) -> i64 {
    let initial = session.sandbox.initial();
    let least = |id: &str, paise: i64, mode: TransferMode| {
        InitiatePayoutTransfer::builder()
            .transaction_id(id)
            .transfer_amount(Money::from_paise(paise))
            .transfer_mode(mode)
    };
    session
        .minimal_refused(
            least("TXN0001", 100, TransferMode::Imps).build(),
            Refusal::OfTheServer(422),
        )
        .await;

    let all = least("TXN0001", 125_050, TransferMode::Imps)
        .beneficiary_id("BENE0001")
        .transfer_remark("first transfer")
        .reference("REF0001")
        .fund_source_id(&*initial.fund_source_id)
        .beneficiary_detail(detail())
        .debit_account_number(&*initial.debit_account_number)
        .build();
    let sent = to_value(&all).unwrap();
    assert_eq!((&sent["transferAmount"], &sent["transferMode"]), (&json!(1250.5), &json!("IMPS")));
    let done = session.full(all).await.into_payload().unwrap();
    assert_eq!(done.payout_status, Some(PayoutStatus::Success));
    assert!(done.enkash_transaction_id.is_some());
    assert_eq!(done.more["transactionId"], "TXN0001");

    let below = least("TXN0002", 99, TransferMode::Upi).beneficiary_id("BENE0002").build();
    let error = below.send(&session.client).await.unwrap_err();
    assert_eq!(error.violations().expect("less than a rupee").len(), 1);

    // A rejection is a response like any other, and its id can be sent again.
    let dear = least("TXN0003", 20_000_001, TransferMode::Imps).beneficiary_id("BENE0001").build();
    let rejected = session.send(&dear).await.into_payload().unwrap();
    assert_eq!(rejected.payout_status, Some(PayoutStatus::Rejected));
    let payee = BeneficiaryDetail::builder().vpa_handle(Vpa::from_static("payee@testbank")).build();
    let again = least("TXN0003", 200, TransferMode::Rtgs).beneficiary_detail(payee).build();
    let taken = session.send(&again).await.into_payload().unwrap();
    assert_eq!(taken.payout_status, Some(PayoutStatus::Processing));
    let error = again.send(&session.client).await.unwrap_err();
    assert!(error.is_duplicate(), "{error:?}");
    125_050 + 200
}

/// What the batches cost.
async fn batch(session: &Session) -> i64 {
    let initial = session.sandbox.initial();
    let least = |id: &str| {
        BatchTransfer::builder()
            .transaction_id(id)
            .transfer_amount(Money::from_rupees(10))
            .transfer_mode(TransferMode::Neft)
    };
    let request = |id: &str, transfer: BatchTransfer| {
        InitiateBatchPayoutTransfer::builder()
            .batch_transaction_id(id)
            .transfers(vec![transfer])
            .build()
    };
    let without_payee = session.minimal(request("BATCH0001", least("TXN0101").build())).await;
    let without_payee = without_payee.into_payload().unwrap();
    assert!(without_payee.successful_payout_transaction_create_responses.is_empty());
    assert_eq!(
        without_payee.more["failedPayoutTransactionCreateResponses"][0]["transactionId"],
        "TXN0101"
    );

    let all = least("TXN0102")
        .beneficiary_id("BENE0002")
        .transfer_remark("second transfer")
        .reference("REF0002")
        .fund_source_id(&*initial.fund_source_id)
        .beneficiary_detail(detail())
        .debit_account_number(&*initial.debit_account_number)
        .build();
    let taken = session.full(request("BATCH0002", all)).await.into_payload().unwrap();
    assert_eq!(taken.batch_transaction_id.as_deref(), Some("BATCH0002"));
    let first = &taken.successful_payout_transaction_create_responses[0];
    assert_eq!(first.payout_status, Some(PayoutStatus::Pending));

    let error =
        request("BATCH0002", least("TXN0103").build()).send(&session.client).await.unwrap_err();
    assert!(error.is_duplicate(), "{error:?}");
    1_000
}

async fn account(session: &Session, spent: i64) {
    let initial = session.sandbox.initial();
    let balance = || GetPayoutAccountBalance::builder().fund_source_id(&*initial.fund_source_id);
    let left = Money::from_paise(10_000_000 - spent);
    let response = session.minimal(balance().build()).await.into_payload().unwrap();
    assert_eq!(response.total_balance, Some(Lenient::Value(left)));
    let of_account = balance().debit_account_number(&*initial.debit_account_number).build();
    assert_eq!(
        session.full(of_account).await.into_payload().unwrap().total_balance,
        response.total_balance
    );

    let statement = || {
        FetchPayoutBankStatement::builder()
            .fund_source_id(&*initial.fund_source_id)
            .debit_account_number(&*initial.debit_account_number)
            .from_date(civil::date(2020, 1, 1).at(0, 0, 0, 0))
            .to_date(civil::date(2199, 12, 31).at(23, 59, 59, 0))
            .build()
    };
    assert_eq!(to_value(statement()).unwrap()["fromDate"], "2020-01-01T00:00:00Z");
    session.minimal(statement()).await;
    let reply = session.full(statement()).await;
    assert!(serde_json::from_slice::<Json>(reply.raw()).unwrap()["requestId"].is_string());
    let entries = reply.into_payload().unwrap();
    assert_eq!(entries.len(), 4);
    assert_eq!(entries[0].transaction_type.as_deref(), Some("CREDIT"));
    assert_eq!(entries[0].running_balance, Some(Lenient::Value(Money::from_rupees(100_000))));
    assert_eq!(entries[1].transaction_id.as_deref(), Some("TXN0001"));
    assert_eq!(entries[1].transaction_amount, Some(Lenient::Value(125_050)));
    assert!(matches!(entries[1].value_date, Some(Lenient::Value(_))), "{entries:?}");
    assert_eq!(entries[3].running_balance, response.total_balance);

    let whitelist = || {
        WhitelistSourceBankAccount::builder()
            .account_number(AccountNumber::from_static(ACCOUNT))
            .ifsc(IFSC)
    };
    session.minimal(whitelist().build()).await;
    let company: CompanyId = initial.company_id.parse().unwrap();
    session.full(whitelist().company_id(company).build()).await;
}

async fn configure(session: &Session) {
    let least = || {
        CreatePayoutWebhookConfiguration::builder()
            .webhook_url("https://merchant.example/enkash/webhook")
            .events(vec![WebhookEvent::PayoutSuccess, WebhookEvent::UtilityBillpayFailed])
    };
    session.minimal(least().build()).await;
    let company: CompanyId = session.sandbox.initial().company_id.parse().unwrap();
    let request = least()
        .headers(JsonMap::from_iter([("X-Token".to_owned(), json!("SECRET"))]))
        .ssl_certificate("CERTIFICATE")
        .enabled(true)
        .company_id(company)
        .build();
    let sent = to_value(&request).unwrap();
    assert_eq!(sent["events"], json!(["PAYOUT_SUCCESS", "UTILITY_BILLPAY_FAILED"]));
    let printed = format!("{request:?}");
    assert!(!printed.contains("SECRET") && !printed.contains("CERTIFICATE"), "{printed}");

    let stored = session.full(request).await.into_payload().unwrap();
    assert_eq!(stored.events, [WebhookEvent::PayoutSuccess, WebhookEvent::UtilityBillpayFailed]);
    assert_eq!(stored.enabled, Some(Lenient::Value(true)));
    assert_eq!(stored.headers.as_ref().unwrap()["X-Token"], "SECRET");
    assert!(!format!("{stored:?}").contains("SECRET"));
}

#[test]
fn the_webhook_about_a_transfer() {
    assert_eq!(PayoutStatusNotification::NAME, "PayoutStatusNotification");
    assert_eq!(PayoutStatusNotification::PRODUCT, PAYOUTS);
    let json = json!({"event": "PAYOUT_SUCCESS", "transfer": {"transactionId": "TXN0001"}, "amount": 1250.5});
    let read: PayoutStatusNotification = serde_json::from_value(json.clone()).unwrap();
    assert_eq!(to_value(&read).unwrap(), json);
    assert_eq!(read.more["transfer"]["transactionId"], "TXN0001");
    assert!(!format!("{read:?}").contains("TXN0001"));
}
