//! Split settlement, QR codes and their customers, mandates, virtual accounts, and the webhooks
//! about them.

use enkash_core::{JsonMap, Lenient, Money, civil};
use enkash_endpoints::ids::{AccountNumberOrEmpty, CompanyId, PhoneNumberOrEmpty};
use enkash_endpoints::payment_gateway::models::*;
use enkash_endpoints::payment_gateway::webhooks::*;
use enkash_endpoints::payment_gateway::*;
use enkash_endpoints::webhook::Webhook;
use enkash_tests::operations::Session;
use serde_json::json;

#[tokio::test]
async fn every_operation() {
    send_all(&Session::start().await).await;
}

/// Everything of `payment-gateway-extras`.
pub(crate) async fn send_all(session: &Session) {
    split_settlement(session).await;
    qr_codes(session).await;
    qr_customers(session).await;
    mandates(session).await;
    virtual_accounts(session).await;
}

/// Fields of a body that the API reference leaves out.
fn more(name: &str) -> JsonMap {
    JsonMap::from_iter([(name.to_owned(), json!("invented"))])
}

fn time(text: &str) -> civil::DateTime {
    text.parse().expect("a date and a time")
}

async fn split_settlement(session: &Session) {
    session.minimal(CreateSplitSettlementAccount::builder().build()).await;
    session.full(CreateSplitSettlementAccount::builder().more(more("label")).build()).await;

    session
        .minimal(UpdateSplitSettlementAccount::builder().access_key("AK0000000001").build())
        .await;
    session
        .full(
            UpdateSplitSettlementAccount::builder()
                .access_key("AK0000000001")
                .name("Invented Traders")
                .email("payee@example.com")
                .phone("0000000000")
                .settlement_cycle(SplitSettlementCycle::T1)
                .settlement_schedule("DAILY")
                .dashboard_access(false)
                .pan("AAAAA0000A")
                .gstin("00AAAAA0000A0Z0")
                .account_number("000000000001")
                .ifsc("TEST0000001")
                .build(),
        )
        .await;

    let activate =
        ActivateSplitSettlementAccount::builder().split_account_detail_id("SPLITACC0001").build();
    session.minimal(activate.clone()).await;
    session.full(activate).await;

    session.minimal(SubmitPaymentWithSplit::builder().build()).await;
    session.full(SubmitPaymentWithSplit::builder().more(more("remark")).build()).await;

    let detail = SplitSettlementDetail::builder().build();
    let split = SplitSettlement::builder()
        .amount_split_type(AmountSplitType::Flat)
        .split_settlement_details([detail])
        .build();
    session
        .minimal(
            EditSplitSettlement::builder()
                .transaction_id("TXN0000000001")
                .split_settlement(split)
                .build(),
        )
        .await;
    let share = |account: &str, percent: &str| {
        let percent: Money = percent.parse().expect("a percentage");
        SplitSettlementDetail::builder()
            .split_account_id(account)
            .label("Share")
            .value(percent)
            .build()
    };
    let split = SplitSettlement::builder()
        .amount_split_type(AmountSplitType::Percentage)
        .split_settlement_details([
            share("SPLITACC0001", "66.6667"),
            share("SPLITACC0002", "33.3333"),
        ])
        .build();
    assert_eq!(
        serde_json::to_value(&split).expect("JSON")["splitSettlementDetails"][0]["value"],
        66.6667
    );
    session
        .full(
            EditSplitSettlement::builder()
                .transaction_id("TXN0000000001")
                .split_settlement(split)
                .more(more("remark"))
                .build(),
        )
        .await;
}

async fn qr_codes(session: &Session) {
    session.minimal(CreateQrCode::builder().build()).await;
    session.full(CreateQrCode::builder().more(more("qrName")).build()).await;

    let get = GetQrCode::builder().qr_code_id("QR0000000001").build();
    session.minimal(get.clone()).await;
    session.full(get).await;

    session.minimal(SearchQrCodes::builder().build()).await;
    session.full(SearchQrCodes::builder().offset(0).limit(5000).more(more("status")).build()).await;
    let beyond = SearchQrCodes::builder().limit(5001).build();
    assert!(beyond.send(&session.client).await.is_err());

    let cancel = CancelQrCode::builder().qr_code_id("QR0000000001").build();
    let code = session.minimal(cancel.clone()).await.payload.expect("a code");
    assert!(
        matches!(code.status, Some(QrCodeStatus::Active | QrCodeStatus::Cancelled)),
        "{code:?}"
    );
    assert!(code.amount.expect("an amount").value().is_some());
    assert!(code.fixed_amount.expect("a flag").value().is_some());
    session.full(cancel).await;
}

async fn qr_customers(session: &Session) {
    session
        .minimal(
            CreateQrCustomer::builder()
                .customer_key_contacts(Vec::<QrCustomerKeyContact>::new())
                .deleted(false)
                .build(),
        )
        .await;
    session
        .full(
            CreateQrCustomer::builder()
                .account_number(AccountNumberOrEmpty::from_static("000000000001"))
                .address("1 Invented Street")
                .company_id(CompanyId::from_static("CEKAB12CD3"))
                .contact_number(PhoneNumberOrEmpty::from_static("+91 0000000000"))
                .customer_company_id("CEKAB12CD4")
                .customer_key_contacts([QrCustomerKeyContact::builder().more(more("name")).build()])
                .deleted(false)
                .email("customer@example.com")
                .more(more("legalName"))
                .build(),
        )
        .await;

    session.minimal(SearchQrCustomers::builder().build()).await;
    session
        .full(
            SearchQrCustomers::builder()
                .direction(SortDirection::Desc)
                .limit(50)
                .account_number("000000000001")
                .assigned_agent("AGENT01")
                .more(more("legalName"))
                .build(),
        )
        .await;
    let beyond = SearchQrCustomers::builder().limit(51).build();
    assert!(beyond.send(&session.client).await.is_err());
}

async fn mandates(session: &Session) {
    let mandate = || {
        let payer = MandatePayer::builder()
            .name("Test Payer")
            .vpa("payer@examplebank")
            .account("000000000001")
            .account_validation(true)
            .build();
        let validity = MandateValidity::builder()
            .start_at(time("2030-01-01T00:00:00"))
            .end_at(time("2030-12-31T23:59:59"))
            .build();
        CreateUpiMandate::builder()
            .reference_id("REF0000000001")
            .amount(500)
            .amount_rule("MAX")
            .currency("INR")
            .payer(payer)
            .mandate_name("Invented subscription")
            .expiry(time("2029-12-31T10:15:00"))
            .block_fund(false)
            .recurrence(MandateRecurrence::builder().period("MONTHLY").rule("ON").value(5).build())
            .validity(validity)
    };
    session.minimal(mandate().build()).await;
    session
        .full(
            mandate()
                .upi_reference_url("https://example.com/mandate")
                .description("Invented subscription")
                .more(more("remark"))
                .build(),
        )
        .await;

    session.minimal(UpdateUpiMandate::builder().build()).await;
    session.full(UpdateUpiMandate::builder().more(more("referenceId")).build()).await;

    session.minimal(RevokeUpiMandate::builder().build()).await;
    session
        .full(RevokeUpiMandate::builder().reference_id("EN0000000001").more(more("remark")).build())
        .await;

    let get = GetUpiMandate::builder().reference_id("REF0000000001").build();
    session.minimal(get.clone()).await;
    session.full(get).await;

    session.minimal(NotifyUpiMandateDebit::builder().build()).await;
    session.full(NotifyUpiMandateDebit::builder().more(more("referenceId")).build()).await;

    session.minimal(ExecuteUpiMandateDebit::builder().build()).await;
    session.full(ExecuteUpiMandateDebit::builder().more(more("referenceId")).build()).await;
}

async fn virtual_accounts(session: &Session) {
    session.minimal(CreateVirtualAccount::builder().build()).await;
    let account = session
        .full(
            CreateVirtualAccount::builder()
                .merchant_detail_id("MD0000000001")
                .customer_reference_id("REF0000000001")
                .customer_id("cust_000")
                .customer_name("Test Customer")
                .customer_email("customer@example.com")
                .customer_phone("0000000000")
                .description("Invented order")
                .notes(more("order"))
                .expected_amount(Money::from_paise(123_450))
                .close_by(time("2030-01-31T23:59:59"))
                .more(more("remark"))
                .build(),
        )
        .await
        .payload
        .expect("an account");
    assert_eq!(account.virtual_account_id.as_deref(), Some("va_000000"));
    assert_eq!(account.closed_on, Some(Lenient::Value(time("2030-01-31T23:59:59"))));
    assert!(account.amount_paid.expect("an amount").value().is_some());

    let get = GetVirtualAccountByCustomerReference::builder()
        .customer_reference_id("REF0000000001")
        .build();
    session.minimal(get.clone()).await;
    session.full(get).await;
}

#[test]
fn bodies_have_the_documented_names() {
    let update = UpdateSplitSettlementAccount::builder()
        .access_key("AK0000000001")
        .settlement_cycle(SplitSettlementCycle::T1)
        .dashboard_access(true)
        .build();
    assert_eq!(
        serde_json::to_value(&update).unwrap(),
        json!({"accessKey": "AK0000000001", "settlementCycle": "T1", "dashboardAccess": true})
    );

    let account = CreateVirtualAccount::builder()
        .expected_amount(Money::from_paise(123_450))
        .close_by(time("2030-01-31T23:59:59"))
        .more(more("remark"))
        .build();
    assert_eq!(
        serde_json::to_value(&account).unwrap(),
        json!({"expectedAmount": 1234.5, "closeBy": "2030-01-31 23:59:59", "remark": "invented"})
    );

    let revoke = RevokeUpiMandate::builder().reference_id("EN0000000001").build();
    assert_eq!(serde_json::to_value(&revoke).unwrap(), json!({"reference_id": "EN0000000001"}));

    let cancel = CancelQrCode::builder().qr_code_id("QR0000000001").build();
    assert_eq!(serde_json::to_value(&cancel).unwrap(), json!({}));
}

#[test]
fn a_mandate_webhook_is_read() {
    let callback: UpiMandateCallback = serde_json::from_value(json!({
        "umn": "UMN0001@examplebank",
        "referenceId": "REF0000000001",
        "mandateId": "MAN0000000001",
        "amount": "500",
        "amountRule": "MAX",
        "currency": "INR",
        "payee": {"vpa": "payee@examplebank", "name": "Invented Traders", "mcc": "0000"},
        "payer": {
            "name": "Test Payer", "vpa": "payer@examplebank", "account": "000000000001", "accountValidation": true,
        },
        "name": "Invented subscription",
        "expireAt": 1_893_456_000_000_i64,
        "blockFund": false,
        "revokeableByPayer": true,
        "recurrence": {"period": "MONTHLY", "rule": "ON", "value": 5},
        "validity": {"startAt": 1_893_456_000, "endAt": 1_924_991_999},
        "pausePeriod": {"start_at": 1_896_134_400, "end_at": "never"},
        "status": "ACTIVE",
    }))
    .unwrap();
    assert_eq!(callback.amount, Some(Lenient::Value(500)));
    assert_eq!(callback.expire_at, Some(Lenient::Value(1_893_456_000_000)));
    assert_eq!(callback.revokeable_by_payer, Some(Lenient::Value(true)));
    assert_eq!(callback.recurrence.as_ref().unwrap().value, Some(Lenient::Value(5)));
    assert_eq!(callback.validity.as_ref().unwrap().start_at, Some(Lenient::Value(1_893_456_000)));
    let pause = callback.pause_period.as_ref().unwrap();
    assert_eq!(pause.start_at, Some(Lenient::Value(1_896_134_400)));
    assert_eq!(pause.end_at, Some(Lenient::Other("never".to_owned())));
    assert_eq!(callback.payee.as_ref().unwrap().mcc.as_deref(), Some("0000"));
    assert_eq!(callback.more["status"], "ACTIVE");
    let shown = format!("{callback:?}");
    assert!(!shown.contains("Test Payer") && !shown.contains("000000000001"), "{shown}");
}

#[test]
fn a_debit_callback_is_read() {
    let callback: MandateDebitCallback =
        serde_json::from_value(json!({"surcharge": 1.5, "surchargeGst": 0.27})).unwrap();
    assert_eq!(callback.surcharge, Some(Lenient::Value(Money::from_paise(150))));
    assert_eq!(callback.more["surchargeGst"], json!(0.27));
    assert_eq!(MandateDebitCallback::NAME, "MandateDebitCallback");
}

#[test]
fn a_payment_link_webhook_is_read() {
    let webhook: PaymentLinkWebhook = serde_json::from_value(json!({
        "quickCollectRequestId": "QCR0000000001",
        "type": "DUE_DATE",
        "amount": 1234.5,
        "paymentStatus": "FAILED",
        "message": null,
        "paymentDate": "2030-01-31T10:15:00Z",
    }))
    .unwrap();
    assert_eq!(webhook.quick_collect_request_id.as_deref(), Some("QCR0000000001"));
    assert_eq!(webhook.r#type, Some(PaymentLinkEvent::DueDate));
    assert_eq!(webhook.amount, Some(Lenient::Value(Money::from_paise(123_450))));
    assert_eq!(webhook.payment_status, Some(PaymentLinkPaymentStatus::Failed));
    assert_eq!(webhook.payment_date, Some(Lenient::Value(time("2030-01-31T10:15:00"))));
    assert_eq!(webhook.message, None);
}
