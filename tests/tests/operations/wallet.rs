#![allow(clippy::unwrap_used, reason = "what fails here fails the test")]

use enkash_core::{Endpoint, JsonMap, Money, civil};
use enkash_endpoints::wallet::models::*;
use enkash_endpoints::wallet::webhooks::*;
use enkash_endpoints::wallet::*;
use enkash_endpoints::webhook::Webhook;
use enkash_tests::operations::Session;
use serde_json::{json, to_value};

const COMPANY: &str = "CEK0000001";
const ACCOUNT: &str = "CAC0000001";
const WALLET_ID: &str = "EKC0000001";

#[tokio::test]
async fn every_operation() {
    let session = Session::start().await;
    setup(&session).await;
    details(&session).await;
    one_time_passwords(&session).await;
    funding(&session).await;
    merchant(&session).await;
    session.assert_complete(&WALLET);
}

async fn setup(session: &Session) {
    let create = || {
        CreateWallet::builder()
            .company_id(COMPANY)
            .card_account_id(ACCOUNT)
            .email("holder@example.com")
            .mobile("0000000000")
            .title("Mr")
            .first_name("Example")
            .last_name("Holder")
            .documents(vec![WalletDocument::builder().build()])
            .address("1 Example Street")
            .city("Pune")
            .state("Maharashtra")
            .pincode("411001")
            .country("India")
    };
    session.minimal(create().build()).await;
    let mut create = create()
        .special_date(civil::date(1990, 12, 31))
        .address2("Example Colony")
        .more(JsonMap::from_iter([("gender".to_owned(), json!("M"))]))
        .build();
    create
        .documents
        .insert(0, WalletDocument::builder().doc_type("PAN").doc_no("ABCDE1234F").build());
    let body = to_value(&create).unwrap();
    assert_eq!((&body["specialDate"], &body["gender"]), (&json!("31-12-1990"), &json!("M")));
    assert_eq!(body["documents"], json!([{"docType": "PAN", "docNo": "ABCDE1234F"}, {}]));
    let printed = format!("{create:?}");
    for secret in
        ["holder@", "0000000000", "Holder", "Example", "411001", "ABCDE1234F", "1990", "Pune"]
    {
        assert!(!printed.contains(secret), "{secret}: {printed}");
    }
    session.full(create).await;

    let update = || {
        UpdateWallet::builder()
            .company_id(COMPANY)
            .card_account_id(ACCOUNT)
            .en_kash_card_id(WALLET_ID)
    };
    session.minimal(update().build()).await;
    let update = update()
        .email("holder@example.com")
        .mobile("0000000000")
        .special_date(civil::date(1990, 12, 31))
        .address("1 Example Street")
        .address2("Example Colony")
        .city("Pune")
        .state("Maharashtra")
        .pincode("411001")
        .pan("ABCDE1234F")
        .build();
    assert_eq!(to_value(&update).unwrap()["specialDate"], "31-12-1990");
    assert!(!format!("{update:?}").contains("ABCDE1234F"));
    session.full(update).await;

    // There is nothing to set.
    session.minimal(GenerateVkycLink).await;
    session.full(GenerateVkycLink).await;
    assert!(!GenerateVkycLink::INFO.is_idempotent());
}

async fn details(session: &Session) {
    session.minimal(GetWalletDetails::builder().build()).await;
    let get = GetWalletDetails::builder()
        .card_account_id(ACCOUNT)
        .company_id(COMPANY)
        .en_kash_card_id(WALLET_ID)
        .client_reference_id("CLI0000001");
    session.full(get.build()).await;

    session.minimal(GetCardDetails::builder().build()).await;
    let get = GetCardDetails::builder()
        .card_account_id(ACCOUNT)
        .company_id(COMPANY)
        .en_kash_card_id("EKC0000002")
        .client_reference_id("CLI0000002")
        .more(JsonMap::from_iter([("further".to_owned(), json!("x"))]))
        .build();
    let body = json!({"cardAccountId": ACCOUNT, "companyId": COMPANY, "enKashCardId": "EKC0000002",
        "clientReferenceId": "CLI0000002", "further": "x"});
    assert_eq!(to_value(&get).unwrap(), body);
    session.full(get).await;
}

async fn one_time_passwords(session: &Session) {
    session.minimal(GenerateCardOtp::builder().build()).await;
    let generate = GenerateCardOtp::builder()
        .card_otp_action("TRANSACTION_OTP")
        .card_account_id(ACCOUNT)
        .en_kash_card_id("EKC0000002");
    session.full(generate.build()).await;

    session.minimal(GenerateWalletOtp::builder().build()).await;
    let generate = GenerateWalletOtp::builder()
        .card_otp_action("TRANSACTION_OTP")
        .card_account_id(ACCOUNT)
        .en_kash_card_id(WALLET_ID);
    session.full(generate.build()).await;
}

async fn funding(session: &Session) {
    session.minimal(TopUpWallet::builder().build()).await;
    let top_up = TopUpWallet::builder()
        .company_id(COMPANY)
        .card_account_id(ACCOUNT)
        .created_by("EK000001")
        .amount(Money::from_paise(1050))
        .transaction_type("CR")
        .description("monthly load")
        .r#type("ALLOCATE_FUND")
        .transaction_code("ALLOCATION")
        .unique_reference_number("REF0000001")
        .remarks("January")
        .en_kash_card_id(WALLET_ID)
        .enkash_card_benefit_id("ECB0000001")
        .build();
    let body = to_value(&top_up).unwrap();
    assert_eq!(
        (&body["amount"], &body["enkashCardBenefitId"]),
        (&json!(10.5), &json!("ECB0000001"))
    );
    session.full(top_up).await;

    // Nothing here is optional.
    let validate = || {
        ValidateWalletLoadLimit::builder()
            .en_kash_card_id(WALLET_ID)
            .card_account_id(ACCOUNT)
            .amount_to_load(Money::from_paise(1050))
            .build()
    };
    assert_eq!(to_value(validate()).unwrap()["amountToLoad"], "10.50");
    session.minimal(validate()).await;
    session.full(validate()).await;
}

async fn merchant(session: &Session) {
    session.minimal(DebitWalletForMerchant::builder().build()).await;
    let debit = DebitWalletForMerchant::builder()
        .merchant_detail_id("MER0000001")
        .enkash_card_id(WALLET_ID)
        .company_id(COMPANY)
        .card_account_id(ACCOUNT)
        .amount(Money::from_rupees(10))
        .product_code("DEFAULT")
        .remarks("groceries")
        .otp_medium("MOBILE")
        .otp("739164")
        .otp_reference_id("OTP0000001")
        .unique_transaction_id("TXN0000001")
        .build();
    assert_eq!(to_value(&debit).unwrap()["enkashCardId"], WALLET_ID);
    assert!(!format!("{debit:?}").contains("739164"));
    session.full(debit).await;

    // Nothing here is optional.
    let status =
        || GetMerchantSettlementStatus::builder().merchant_unique_txn_id("TXN0000001").build();
    session.minimal(status()).await;
    session.full(status()).await;
}

#[test]
fn the_webhook_about_a_payment() {
    assert_eq!(WalletPaymentNotify::NAME, "walletPaymentNotify");
    assert_eq!(WalletPaymentNotify::PRODUCT, WALLET);
    let json = r#"{"status": "SUCCESS", "payment": {"transactionId": "TXN0001", "amount": 10.5}, "settled": false}"#;
    let read: WalletPaymentNotify = serde_json::from_str(json).unwrap();
    assert_eq!(read.more["status"], "SUCCESS");
    assert_eq!(read.more["payment"]["amount"], 10.5);
    assert_eq!(read.more["settled"], false);
    assert!(!format!("{read:?}").contains("TXN0001"));
}
