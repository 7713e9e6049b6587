#![allow(clippy::unwrap_used, reason = "what fails here fails the test")]

use enkash_core::{JsonMap, Lenient, Money, civil};
use enkash_endpoints::bill_payments::models::*;
use enkash_endpoints::bill_payments::webhooks::*;
use enkash_endpoints::bill_payments::*;
use enkash_endpoints::webhook::{Unverified, Webhook};
use enkash_tests::operations::Session;
use serde_json::{json, to_value};

fn day(day: i8) -> civil::Date {
    civil::date(2026, 1, day)
}

/// An input of a biller under a name of its own.
fn own_input() -> JsonMap {
    JsonMap::from_iter([("meter".to_owned(), json!("M-1"))])
}

#[tokio::test]
async fn every_operation() {
    let session = Session::start().await;
    authenticate(&session).await;
    fetch(&session).await;
    create_without_fetch(&session).await;
    create(&session).await;
    approve(&session).await;
    read(&session).await;
    search(&session).await;
    session.assert_complete(&BILL_PAYMENTS);
}

async fn authenticate(session: &Session) {
    let known = session.sandbox.credentials();
    let generate = || {
        GenerateBillPaymentAuthToken::builder()
            .username(&*known.username)
            .password(&*known.password)
            .grant_type(GrantType::Password)
            .client_id(&*known.client_id)
            .build()
    };
    session.minimal(generate()).await;
    let token = session.full(generate()).await.into_payload().unwrap();
    let secret = token.more["access_token"].as_str().unwrap();
    assert!(!format!("{token:?}").contains(secret));
}

async fn fetch(session: &Session) {
    let least = FetchBillParams::builder().cn("100000001").build();
    session.minimal(FetchUtilityBill::builder().biller_id(101).bill_params(least).build()).await;

    let all =
        FetchBillParams::builder().cn("100000001").ad1("1").ad2("2").more(own_input()).build();
    let request = FetchUtilityBill::builder()
        .biller_id(101)
        .circle(Circle::Upe)
        .bill_params(all)
        .remarks("first bill")
        .key_contact_email("ops@example.com")
        .build();
    let sent = to_value(&request).unwrap();
    assert_eq!(sent["circle"], "UPE");
    assert_eq!(
        sent["billParams"],
        json!({"cn": "100000001", "ad1": "1", "ad2": "2", "meter": "M-1"})
    );
    assert!(!format!("{request:?}").contains("100000001"));

    let bill = session.full(request).await.into_payload().unwrap();
    assert_eq!(bill.company_biller_id.as_deref(), Some("CB0000001"));
    assert_eq!(bill.bill_amount, Some(Lenient::Value(Money::from_paise(25_050))));
    assert!(matches!(bill.billdate, Some(Lenient::Value(_))), "{bill:?}");
    assert!(matches!(bill.bill_enddate, Some(Lenient::Value(_))), "{bill:?}");
    assert!(bill.more.is_empty());
}

async fn create_without_fetch(session: &Session) {
    let least = AddBillParams::builder().cn("100000001").build();
    session
        .minimal(CreateUtilityBillWithoutFetch::builder().biller_id(101).bill_params(least).build())
        .await;

    let params = AddBillParams::builder()
        .cn("100000001")
        .ad1("1")
        .ad2("2")
        .ad3("3")
        .more(own_input())
        .build();
    let request = CreateUtilityBillWithoutFetch::builder()
        .reference_id("my-ref-0001")
        .biller_id(101)
        .circle(Circle::Bhiwandi)
        .bill_params(params)
        .bill_amount(Money::from_paise(25_050))
        .remarks("by hand")
        .key_contact_email("ops@example.com")
        .bill_due_date(day(20))
        .bill_date(day(5))
        .name("Test Payer")
        .email("payer@example.com")
        .company_id("CEK0TEST01")
        .branch_code("B1")
        .failure_reason("none")
        .recoverable_amount(Money::from_rupees(10))
        .commencement_date(day(1))
        .bank_card_id("BKC000000001")
        .file_name("bill.txt")
        .base64_file("YmlsbA==")
        .mime_type("text/plain")
        .virtual_account_no("000111222333")
        .ifsc("TEST0000001")
        .wallet_id("W1")
        .otp_medium("MOBILE")
        .otp("000000")
        .otp_reference_id("OTP1")
        .build();
    let sent = to_value(&request).unwrap();
    assert_eq!((&sent["billAmount"], &sent["billDueDate"]), (&json!(250.5), &json!("2026-01-20")));
    assert_eq!(
        (&sent["base64File"], &sent["billParams"]["ad3"]),
        (&json!("YmlsbA=="), &json!("3"))
    );

    let bill = session.full(request).await.into_payload().unwrap();
    assert_eq!(bill.utility_enkash_id.as_deref(), Some("UTL0000000001"));
    assert_eq!(bill.amount, Some(Lenient::Value(Money::from_rupees(250))));
    assert_eq!(bill.payment_status, Some(PaymentStatus::Init));
}

async fn create(session: &Session) {
    let amount = Money::from_paise(25_050);
    let least = CreateUtilityBill::builder()
        .company_biller_id("CB0000001")
        .bill_net_amount(amount)
        .bill_amount(amount)
        .build();
    session.minimal(least).await;

    let all = |net: Money| {
        CreateUtilityBill::builder()
            .reference_id("my-ref-0002")
            .company_biller_id("CB0000001")
            .bill_net_amount(net)
            .bill_amount(amount)
            .early_payment_amount(Money::from_rupees(240))
            .late_payment_amount(Money::from_rupees(260))
            .bill_date(day(5))
            .early_payment_date(day(10))
            .bill_due_date(day(20))
            .actual_due_date(day(20))
            .bill_start_date(day(1))
            .bill_end_date(day(31))
            .bill_number("BN-1")
            .validation_id("V1")
            .bill_id("B1")
            .build()
    };
    session.full(all(amount)).await;

    let error = all(Money::from_paise(99)).send(&session.client).await.unwrap_err();
    assert_eq!(error.violations().expect("less than a rupee").len(), 1);
}

async fn approve(session: &Session) {
    let ids = || vec!["UTL0000000001".to_owned()];
    let reply =
        session.minimal(ApproveUtilityBills::builder().utility_payment_ids(ids()).build()).await;
    assert!(reply.payload.is_none(), "documented as null");

    let all = |remarks: &str| {
        ApproveUtilityBills::builder()
            .utility_payment_ids(ids())
            .approval_status(BillApproval::CheckerApproved)
            .remarks(remarks)
            .build()
    };
    assert_eq!(to_value(all("approved")).unwrap()["approvalStatus"], "CHECKER_APPROVED");
    session.full(all(r#"It's "fine" (50%) - paid_by: a-b@c; #1, `x`!"#)).await;

    let long = "x".repeat(256);
    for refused in ["", "a/b", &long] {
        let error = all(refused).send(&session.client).await.unwrap_err();
        assert_eq!(error.violations().expect("a remark that is not allowed").len(), 1);
    }
    let none = ApproveUtilityBills::builder().utility_payment_ids(Vec::<String>::new()).build();
    let error = none.send(&session.client).await.unwrap_err();
    assert_eq!(error.violations().expect("no bills").len(), 1);
}

async fn read(session: &Session) {
    let by_id = || GetUtilityBillStatus::builder().utility_enkash_id("UTL0000000001").build();
    session.minimal(by_id()).await;
    let bill = session.full(by_id()).await.into_payload().unwrap();
    assert_eq!(bill.amount, Some(Lenient::Value(Money::from_rupees(250))));
    assert_eq!(bill.bill_date, Some(Lenient::Value(day(5))));
    assert_eq!(bill.created_date, Some(Lenient::Value(civil::date(2026, 1, 6).at(10, 0, 0, 0))));
    assert_eq!(bill.payment_status, Some(PaymentStatus::Init));
    assert_eq!(bill.billpay_status, Some(BillpayStatus::Success));
    assert!(
        matches!(bill.payment_mode, Some(BillPaymentMode::Unknown(_))),
        "no value is documented there"
    );
    assert!(bill.more.is_empty());

    let by_reference =
        || GetUtilityBillByReferenceId::builder().reference_id("my-ref-0001").build();
    session.minimal(by_reference()).await;
    let bill = session.full(by_reference()).await.into_payload().unwrap();
    assert_eq!(bill.bill_due_date, Some(Lenient::Value(day(20))));
}

async fn search(session: &Session) {
    session.minimal(SearchUtilityBills::builder().build()).await;
    let request = SearchUtilityBills::builder()
        .utility_enkash_ids(["UTL0000000001"])
        .amount_range_start(Money::from_rupees(1))
        .amount_range_end(Money::from_rupees(1000))
        .consumer_number("100000001")
        .consumer_numbers(["100000001"])
        .biller_type("ELECTRICITY")
        .biller_name("Test Power")
        .payment_status("SUCCESS")
        .payment_start_date("2026-01-01")
        .payment_end_date("2026-01-31")
        .created_date_from("2026-01-01")
        .created_date_to("2026-01-31")
        .bill_due_date_from("2026-01-01")
        .bill_due_date_to("2026-01-31")
        .billpay_status("SUCCESS")
        .offset(0)
        .limit(50)
        .statuses(vec![BillSearchStatus::Success, BillSearchStatus::PendingWithBank])
        .billpay_date_from("2026-01-01")
        .billpay_date_to("2026-01-31")
        .refund_date_from("2026-01-01")
        .refund_date_to("2026-01-31")
        .bill_pay_statuses(["SUCCESS"])
        .bill_reference_id("BR1")
        .company_name("Test Company")
        .company_id("CEK0TEST01")
        .utility_enkash_id("UTL0000000001")
        .maker_user("maker")
        .checker_user("checker")
        .build();
    let sent = to_value(&request).unwrap();
    assert_eq!(sent["statuses"], json!(["SUCCESS", "PENDING_WITH_BANK"]));
    assert_eq!(
        (&sent["amountRangeEnd"], &sent["billPayStatuses"]),
        (&json!(1000), &json!(["SUCCESS"]))
    );
    session.full(request).await;
}

#[test]
fn the_webhook_about_a_bill() {
    let json = json!({
        "utilityEnkashId": "UTL0000000001",
        "amount": 250.5,
        "consumerNumber": "100000001",
        "consumerName": "Test Payer",
        "billDate": "2026-01-05",
        "billDueDate": "2026-01-20",
        "createdDate": "2026-01-06T10:00:00",
        "billNumber": "BN-1",
        "billerBillNumber": "BBN-1",
        "numberOfUnits": 42,
        "approvalStatus": "APPROVED",
        "approvalRemarks": "approved",
        "paymentStatus": "COMPLETED",
        "billpayStatus": "COMPLETED",
        "paymentDate": "2026-01-06T10:15:00",
        "billpayDate": "2026-01-06T10:20:00",
        "approvedDate": "2026-01-06T10:05:00",
        "billReferenceId": "BR1",
        "billStartDate": "2026-01-01",
        "billEndDate": "2026-01-31",
        "remarks": "first bill",
        "companyBiller": {
            "companyBillerId": "CB0000001",
            "companyName": "Test Company",
            "biller": {"billerId": 101, "name": "Test Power", "billerType": "ELECTRICITY"},
            "circleEnum": "MUMBAI",
            "billInputParams": "cn=100000001",
            "billerParams": [{"key": "cn", "name": "Consumer number", "value": "100000001"}],
            "consumerNumber": "100000001",
            "consumerName": "Test Payer",
        },
        "billAmount": 250.5,
        "earlyPaymentDate": "2026-01-10",
        "earlyPaymentAmount": 240.5,
        "latePaymentAmount": 260.5,
        "actualDueDate": "2026-01-20",
        "companyId": "CEK0TEST01",
        "bankTransactionId": "BT1",
        "referenceId": "my-ref-0001",
    });
    assert_eq!(UtilityBillPaymentWebhook::NAME, "UtilityBillPaymentWebhook");
    assert_eq!(UtilityBillPaymentWebhook::PRODUCT, BILL_PAYMENTS);
    let read: UtilityBillPaymentWebhook = serde_json::from_value(json.clone()).unwrap();
    assert_eq!(to_value(&read).unwrap(), json);
    assert_eq!(read.amount, Some(Lenient::Value(Money::from_paise(25_050))));
    assert_eq!(read.bill_due_date, Some(Lenient::Value(day(20))));
    assert_eq!(read.approved_date, Some(Lenient::Value(civil::date(2026, 1, 6).at(10, 5, 0, 0))));
    assert_eq!(read.number_of_units, Some(Lenient::Value(42)));
    let consumer = read.company_biller.as_ref().unwrap();
    assert_eq!(consumer.biller.as_ref().unwrap().biller_id, Some(Lenient::Value(101)));
    assert_eq!(consumer.biller_params[0].value.as_deref(), Some("100000001"));
    let printed = format!("{read:?}");
    assert!(!printed.contains("100000001") && !printed.contains("Test Payer"), "{printed}");

    // What is documented as null, a payload of another kind, and nothing at all.
    let failed = br#"{"failureReason": null, "refundDate": "2026-01-07", "ownMember": 1}"#;
    let failed =
        Unverified::<UtilityBillPaymentWebhook>::from_slice(failed).unwrap().into_unverified();
    assert_eq!((failed.failure_reason, failed.refund_date.as_deref()), (None, Some("2026-01-07")));
    assert_eq!(failed.more["ownMember"], 1);
    serde_json::from_value::<UtilityBillPaymentWebhook>(json!({})).unwrap();
}
