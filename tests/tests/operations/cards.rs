#![allow(clippy::unwrap_used, reason = "what fails here fails the test")]

use enkash_core::{JsonMap, Lenient, Money, civil};
use enkash_endpoints::cards::models::*;
use enkash_endpoints::cards::webhooks::*;
use enkash_endpoints::cards::*;
use enkash_endpoints::ids::{Email, Mobile};
use enkash_endpoints::webhook::{Unverified, Webhook};
use enkash_tests::contract::catalogue;
use enkash_tests::fixtures::more;
use enkash_tests::operations::Session;
use serde_json::{json, to_value};

const COMPANY: &str = "CEK0000001";
const ACCOUNT: &str = "CAC0000001";
const CARD: &str = "EKC0000001";
const EMAIL: Email = Email::from_static("holder@example.com");
const MOBILE: Mobile = Mobile::from_static("0000000000");

#[tokio::test]
async fn every_operation() {
    let session = Session::start().await;
    token(&session).await;
    accounts(&session).await;
    create(&session).await;
    load(&session).await;
    limits(&session).await;
    control(&session).await;
    session.assert_complete(&CARDS);
}

async fn token(session: &Session) {
    let known = session.sandbox.credentials();
    // Nothing here is optional.
    let authenticate = || {
        GenerateCardToken::builder()
            .username(&*known.username)
            .password(&*known.password)
            .grant_type(GrantType::Password)
            .client_id(&*known.client_id)
            .build()
    };
    session.minimal(authenticate()).await;
    let token = session.full(authenticate()).await.into_payload().unwrap();
    assert!(matches!(token.expires_in, Some(Lenient::Value(1..))));
    assert!(token.more.is_empty());
    assert!(!format!("{token:?}").contains(token.access_token.as_deref().unwrap()));
}

async fn accounts(session: &Session) {
    let create = |kind| {
        CreateCardAccount::builder()
            .company_id(COMPANY)
            .company_name("Example Traders")
            .plan_master_id("PLN0000001")
            .email("account@example.com")
            .mobile("0000000000")
            .account_title("Example account")
            .account_type(kind)
    };
    session.minimal(create(CardAccountType::ReloadableGpr).build()).await;
    let request = create(CardAccountType::ERupiVoucher).user_id("EK000001").build();
    assert_eq!(to_value(&request).unwrap()["accountType"], "E_RUPI_VOUCHER");
    let printed = format!("{request:?}");
    assert!(!printed.contains("account@") && !printed.contains("0000000000"), "{printed}");
    session.full(request).await;

    // Nothing here is optional.
    let get = || GetCardAccount::builder().card_account_id(ACCOUNT).company_id(COMPANY).build();
    session.minimal(get()).await;
    let account = session.full(get()).await.into_payload().unwrap();
    assert_eq!(account.used_credit_limit, Some(Lenient::Value(Money::from_paise(-1050))));
    assert_eq!(account.available_balance, Some(Lenient::Value(Money::from_rupees(1000))));
    let card = account.primary_en_kash_card.unwrap();
    assert!(account.more.is_empty() && card.more.is_empty());
    let printed = format!("{card:?}");
    assert!(!printed.contains(card.masked_number.as_deref().unwrap()), "{printed}");
}

async fn create(session: &Session) {
    session
        .minimal(CreatePrepaidCard::builder().company_id(COMPANY).card_account_id(ACCOUNT).build())
        .await;
    let document = || CardDocument::builder().doc_type("PAN").doc_no("ABCDE1234F").build();
    let create = CreatePrepaidCard::builder()
        .user_id("EK000001")
        .company_id(COMPANY)
        .card_account_id(ACCOUNT)
        .email(EMAIL)
        .mobile(MOBILE)
        .title("Mr")
        .first_name("Example")
        .last_name("Holder")
        .gender("M")
        .address("1 Example Street")
        .address2("Example Colony")
        .city("Pune")
        .state("Maharashtra")
        .country("India")
        .pincode("411001")
        .primary_en_kash_card(false)
        .physical_card(true)
        .load_amount(Money::from_paise(1050))
        .remarks("first card")
        .physical_delivery_address_flag(true)
        .delivery_address("2 Example Street")
        .delivery_address2("Example Park")
        .delivery_city("Pune")
        .delivery_state("Maharashtra")
        .delivery_country("India")
        .delivery_pincode("411002")
        .documents(vec![document(), CardDocument::builder().build()])
        .special_date(civil::date(1990, 12, 31))
        .build();
    let body = to_value(&create).unwrap();
    assert_eq!(body["specialDate"], "31-12-1990");
    assert_eq!(body["loadAmount"], json!(10.5));
    assert_eq!(body["primaryEnKashCard"], false);
    assert_eq!(body["documents"], json!([{"docType": "PAN", "docNo": "ABCDE1234F"}, {}]));
    let printed = format!("{create:?}");
    for secret in
        ["holder@", "0000000000", "Holder", "Example", "41100", "ABCDE1234F", "1990", "Pune"]
    {
        assert!(!printed.contains(secret), "{secret}: {printed}");
    }
    session.full(create).await;

    let gift = || {
        CreateGiftCard::builder()
            .company_id(COMPANY)
            .card_account_id(ACCOUNT)
            .load_amount(Money::from_paise(50_050))
    };
    session.minimal(gift().build()).await;
    let gift = gift()
        .user_id("EK000001")
        .email(EMAIL)
        .mobile(MOBILE)
        .title("Ms")
        .first_name("Example")
        .middle_name("E")
        .last_name("Holder")
        .gender("F")
        .special_date("31-12-1990")
        .build();
    assert_eq!(to_value(&gift).unwrap()["loadAmount"], "500.50");
    session.full(gift).await;
}

async fn load(session: &Session) {
    let load = LoadCardBalance::builder()
        .amount(Money::from_rupees(10))
        .transaction_type(LoadDirection::Credit)
        .build();
    session.minimal(load).await;
    let load = |amount| {
        LoadCardBalance::builder()
            .company_id(COMPANY)
            .card_account_id(ACCOUNT)
            .created_by("EK000001")
            .amount(amount)
            .transaction_type(LoadDirection::Credit)
            .description("monthly load")
            .r#type("LOAD_MONEY")
            .transaction_code("PRINCIPLE")
            .unique_reference_number("REF0000001")
            .remarks("January")
            .en_kash_card_id(CARD)
            .build()
    };
    let body = to_value(load(Money::from_paise(1))).unwrap();
    assert_eq!((&body["transactionType"], &body["amount"]), (&json!("CR"), &json!(0.01)));
    session.full(load(Money::from_paise(1))).await;
    let refused = load(Money::from_rupees(0)).send(&session.client).await.unwrap_err();
    assert!(refused.to_string().contains("amount"), "{refused}");

    let get = || {
        GetCardTransaction::builder()
            .company_id(COMPANY)
            .card_account_id(ACCOUNT)
            .en_kash_card_id(CARD)
            .pg_reference_number("REF0000001")
    };
    session.minimal(get().build()).await;
    let get = get()
        .company_name("Example Traders")
        .card_holder_name("Example Holder")
        .user_id("EK000001")
        .status("CREATED")
        .en_kash_transaction_ids(["ECT0000001"])
        .en_kash_transaction_id("ECT0000001")
        .card_transaction_type("DR")
        .amount_from(Money::from_paise(1))
        .amount_to(Money::from_rupees(1000))
        .pg_reference_numbers(["REF0000001"])
        .txn_date_from(civil::date(2030, 1, 1).at(0, 0, 0, 0))
        .txn_date_to(civil::date(2030, 1, 31).at(23, 59, 59, 999_000_000))
        .more(more())
        .build();
    let body = to_value(&get).unwrap();
    assert_eq!(body["txnDateFrom"], "2030-01-01T00:00:00.000Z");
    assert_eq!(body["txnDateTo"], "2030-01-31T23:59:59.999Z");
    assert_eq!(body["further"], "x");
    session.full(get).await;
}

async fn limits(session: &Session) {
    let update = |cards: usize| {
        UpdateCardLimits::builder()
            .company_id(COMPANY)
            .card_account_id(ACCOUNT)
            .en_kash_card_ids(vec![CARD.to_owned(); cards])
    };
    session.minimal(update(1).build()).await;
    let refused = update(101).build().send(&session.client).await.unwrap_err();
    assert!(refused.to_string().contains("enKashCardIds"), "{refused}");
    let update = update(100)
        .pos_allowed(true)
        .online_allowed(true)
        .per_txn_limit(json!("500"))
        .dtd(json!("1000"))
        .mtd(json!("10000"))
        .ytd(json!("100000"))
        .mtd_count(json!("100"))
        .dtd_count(json!("10"))
        .ytd_count(json!({"present": true}))
        .admin_user(false)
        .contactless_allowed(true)
        .pos_daily_limit(json!("1000"))
        .pos_daily_limit_count(json!("10"))
        .ecom_daily_limit(json!("1000"))
        .ecom_daily_limit_count(json!("10"))
        .contact_less_daily_limit(json!("200"))
        .contact_less_daily_limit_count(json!("5"))
        .international_allowed(false)
        .atm_allowed(false)
        .more(more())
        .build();
    let body = to_value(&update).unwrap();
    assert_eq!(
        (&body["contactLessDailyLimitCount"], &body["mtdCount"]),
        (&json!("5"), &json!("100"))
    );
    session.full(update).await;

    // Nothing here is optional.
    let get = || {
        GetCardLimits::builder()
            .company_id(COMPANY)
            .card_account_id(ACCOUNT)
            .en_kash_card_id(CARD)
            .build()
    };
    session.minimal(get()).await;
    let limits = session.full(get()).await.into_payload().unwrap();
    assert_eq!(limits.created_on.as_deref(), Some("Jan 1, 2025 1:02:03 PM"));
    assert!(limits.more.is_empty());
}

async fn control(session: &Session) {
    // Nothing here is optional.
    let pin = || {
        SetCardPin::builder()
            .company_id(COMPANY)
            .card_account_id(ACCOUNT)
            .en_kash_card_id(CARD)
            .pin_block("7391")
            .otp_required(false)
            .build()
    };
    assert!(!format!("{:?}", pin()).contains("7391"));
    session.minimal(pin()).await;
    let result = session.full(pin()).await.into_payload().unwrap();
    assert!(!result.as_str().is_empty());

    let block = |code, medium| {
        BlockCard::builder()
            .company_id(COMPANY)
            .card_account_id(ACCOUNT)
            .en_kash_card_id(CARD)
            .block_code(code)
            .otp_medium(medium)
    };
    session.minimal(block(BlockCode::Locked, OtpMedium::Mobile).build()).await;
    let block = block(BlockCode::ActivationInProgress, OtpMedium::Mfa)
        .reason("lost")
        .otp_request_id("OTP0000001")
        .otp("739164")
        .created_by("EK000001")
        .mfa_code("739165")
        .otp_required(true)
        .build();
    let body = to_value(&block).unwrap();
    assert_eq!((&body["blockCode"], &body["otpMedium"]), (&json!("AP"), &json!("MFA")));
    assert!(!format!("{block:?}").contains("73916"));
    session.full(block).await;

    let replace = |medium| {
        ReplaceCard::builder().en_kash_card_id(CARD).otp_medium(medium).otp_required(false)
    };
    let reply = session.minimal(replace(OtpMedium::Mobile).build()).await;
    assert!(!reply.into_payload().unwrap().as_str().is_empty());
    let replace = replace(OtpMedium::Mfa)
        .otp_request_id("OTP0000001")
        .card_account_id(ACCOUNT)
        .otp("739164")
        .mfa_code("739165")
        .build();
    session.full(replace).await;
}

/// Only the names of its fields are known, so that any JSON may come in each of them.
#[test]
fn a_card_transaction_is_read_whatever_its_fields_hold() {
    let body = &catalogue("card-management")["webhooks"]["cardTransaction"]["post"]["requestBody"];
    let fields =
        body["content"]["application/json"]["schema"]["properties"].as_object().unwrap().clone();
    assert!(fields.len() > 20 && fields.contains_key("maskedCard"), "{fields:?}");
    for value in
        [json!(null), json!(7), json!("planted"), json!(["planted"]), json!({"planted": true})]
    {
        let posted: JsonMap = fields.keys().map(|name| (name.clone(), value.clone())).collect();
        let posted = json!(posted).to_string();
        let event = Unverified::<CardTransactionWebhook>::from_slice(posted.as_bytes()).unwrap();
        let claim = event.into_unverified();
        assert!(claim.more.is_empty(), "{:?}", claim.more.keys());
        assert_eq!(claim.principal_amount, Some(value.clone()).filter(|value| !value.is_null()));
        assert_eq!(claim.txn_details.is_none(), value.is_null());
    }
}

#[test]
fn a_card_transaction_prints_no_personal_data() {
    let posted = json!({
        "maskedCard": "0000XXXXXXXX1234",
        "cardKitNumber": 712345,
        "cardHolderName": "PLANTED NAME",
        "txnDetails": {"merchantName": "PLANTED SHOP", "mcc": 5411},
        "cardNumber": "0000000000001234",
        "status": "SUCCESS",
    });
    let mut event: CardTransactionWebhook = serde_json::from_value(posted).unwrap();
    let details = event.txn_details.clone().unwrap().into_value().unwrap();
    assert_eq!(
        (details.mcc, details.merchant_name),
        (Some(json!(5411)), Some(json!("PLANTED SHOP")))
    );
    for _ in 0..2 {
        let printed = format!("{event:?}");
        assert!(printed.contains("SUCCESS"), "{printed}");
        for secret in ["1234", "712345", "PLANTED"] {
            assert!(!printed.contains(secret), "{secret} in {printed}");
        }
        event.txn_details = Some(Lenient::Other("PLANTED SHOP".to_owned()));
    }
    assert_eq!(
        (CardTransactionWebhook::NAME, CardTransactionWebhook::DOCS),
        ("cardTransaction", None)
    );
    assert_eq!(CardTransactionWebhook::PRODUCT, CARDS);
}
