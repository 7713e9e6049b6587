#![allow(clippy::unwrap_used, reason = "what fails here fails the test")]

use enkash_core::{JsonMap, Lenient, Money, Outcome, civil};
use enkash_endpoints::ids::Ifsc;
use enkash_endpoints::payment_gateway::models::*;
use enkash_endpoints::payment_gateway::webhooks::*;
use enkash_endpoints::payment_gateway::*;
use enkash_endpoints::webhook::{Unverified, Webhook};
use enkash_tests::fixtures::more;
use enkash_tests::operations::{Refusal, Session};
use serde_json::json;

const IFSC: Ifsc = Ifsc::from_static("TEST0000001");

/// The one-time password that the sandbox accepts.
const OTP: &str = "123456";

#[tokio::test]
async fn every_operation() {
    let session = Session::start().await;
    authenticate(&session).await;
    let first = orders(&session).await;
    let paid = payments(&session, first).await;
    upi(&session).await;
    refunds(&session, paid).await;
    settlements(&session).await;
    super::payment_gateway_extras::send_all(&session).await;
    session.assert_complete(&PAYMENT_GATEWAY);
}

fn rupees(rupees: i64) -> OrderAmount {
    OrderAmount::builder().value(Money::from_rupees(rupees)).currency(Currency::Inr).build()
}

/// Registers an order of the merchant's own id and gives EnKash's.
async fn order(session: &Session, own: &str) -> String {
    let create = CreatePaymentOrder::builder().order_id(own).amount(rupees(100)).build();
    session.send(&create).await.into_payload().unwrap().order_id.unwrap()
}

async fn authenticate(session: &Session) {
    let known = session.sandbox.credentials();
    let generate = || {
        GenerateMerchantToken::builder()
            .access_key(&*known.access_key)
            .secret_key(&*known.secret_key)
            .build()
    };
    session.minimal(generate()).await;
    let full = GenerateMerchantToken { api_key: Some(known.access_key.clone()), ..generate() };
    let printed = format!("{full:?}");
    assert!(
        !printed.contains(&*known.access_key) && !printed.contains(&*known.secret_key),
        "{printed}"
    );
    let token = session.full(full).await.into_payload().unwrap();
    assert_eq!(token.result_code, Some(Lenient::Value(200)));
    assert!(matches!(token.expiry, Some(Lenient::Value(1_600_000_000_000..))), "{token:?}");
    assert!(!format!("{token:?}").contains(token.token.as_deref().unwrap()));
}

fn customer() -> CustomerDetail {
    let address = CustomerAddress::builder()
        .street_name("1 Example Street")
        .city("Example City")
        .state("Example State")
        .country("India")
        .zipcode("000000")
        .more(more())
        .build();
    CustomerDetail::builder()
        .first_name("Example")
        .last_name("Customer")
        .address(address)
        .email("customer@example.com")
        .phone_number("0000000000")
        .build()
}

async fn orders(session: &Session) -> String {
    let create = CreatePaymentOrder::builder().order_id("ORDER0001").amount(rupees(100));
    let created = session.minimal(create.build()).await.into_payload().unwrap();
    let first = created.order_id.unwrap();
    assert_ne!(first, "ORDER0001");
    assert!(created.redirection_url.unwrap().ends_with(&first));

    let create = CreatePaymentOrder::builder()
        .order_id("ORDER0002")
        .amount(
            OrderAmount::builder().value(Money::from_paise(10_050)).currency(Currency::Inr).build(),
        )
        .return_url("https://merchant.example/return")
        .notify_url("https://merchant.example/notify")
        .customer_info(customer())
        .custom_parameters(JsonMap::from_iter([("branch".to_owned(), json!("Example City"))]))
        .description("Two invented books")
        .payment_detail(
            OrderPaymentDetail::builder().account_number("000000000001").ifsc(IFSC).build(),
        )
        .build();
    let printed = format!("{create:?}");
    for secret in ["Customer\"", "customer@", "000000000001", "Example Street"] {
        assert!(!printed.contains(secret), "{secret} in {printed}");
    }
    assert_eq!(
        serde_json::to_value(&create).unwrap()["amount"],
        json!({"value": 100.5, "currency": "INR"})
    );
    session.full(create).await;

    let nothing = OrderAmount::builder().value(Money::ZERO).currency(Currency::Inr).build();
    let create = CreatePaymentOrder::builder().order_id("ORDER0003").amount(nothing).build();
    let refused = create.send(&session.client).await.unwrap_err();
    assert!(refused.to_string().contains("amount.value"), "{refused}");

    let get = GetOrderStatus::builder().order_id(&*first).build();
    session.minimal(get.clone()).await;
    let order = session.full(get).await.into_payload().unwrap();
    assert_eq!(order.order_id.as_deref(), Some(&*first));
    assert!(order.created.is_some());
    assert_eq!(order.more["orderStatus"], "CREATED");
    first
}

fn card() -> PaymentDetail {
    PaymentDetail::builder()
        .payment_mode(PaymentMode::CreditCard)
        .card_holder_name("Example Customer")
        .card_number("0000000000000000")
        .cvv("999")
        .expiry("12/30")
        .bank_code("BANK01")
        .bnpl_payment_option_id("OPTION01")
        .vpa("customer@example")
        .account_number("000000000001")
        .ifsc(IFSC)
        .build()
}

/// Pays an order without saying how, and another one of 100 rupees by card; gives the latter's
/// attempt.
async fn payments(session: &Session, first: String) -> String {
    let submit = SubmitPayment::builder().order_id(first).build();
    let attempt = session.minimal(submit).await.into_payload().unwrap();
    let open = attempt["transactionId"].as_str().unwrap().to_owned();
    assert_eq!(attempt["transactionStatus"], "CREATED");

    let second = order(session, "ORDER0010").await;
    let submit =
        SubmitPayment::builder().order_id(&*second).payment_detail(card()).more(more()).build();
    let printed = format!("{submit:?}");
    for secret in
        ["Example Customer", "0000000000000000", "999", "12/30", "customer@", "000000000001"]
    {
        assert!(!printed.contains(secret), "{secret} in {printed}");
    }
    let body = serde_json::to_value(&submit).unwrap();
    assert_eq!(body["paymentDetail"]["paymentMode"], "CREDIT_CARD");
    assert_eq!(body["paymentDetail"]["bnplPaymentOptionId"], "OPTION01");
    let attempt = session.full(submit).await.into_payload().unwrap();
    let paid = attempt["transactionId"].as_str().unwrap().to_owned();

    let resend = |id: &str| ResendPaymentOtp::builder().enkash_transaction_id(id).build();
    session.minimal_refused(resend("EK0000000000000AbCdE"), Refusal::OfTheServer(404)).await;
    let sent = session.bytes(resend(&open)).await;
    assert_eq!(&sent[..], b"OTP sent");

    session.minimal(ValidatePaymentOtp::builder().ek_pay_id(open).otp(OTP).build()).await;
    let validate = || ValidatePaymentOtp::builder().ek_pay_id(&*paid).check_sum("00");
    let wrong = validate().otp("000000").build().send(&session.client).await.unwrap_err();
    assert!(wrong.api().is_some() && wrong.outcome() == Outcome::Refused, "{wrong:?}");
    let outcome = session.full(validate().otp(OTP).build()).await.into_payload().unwrap();
    assert_eq!(outcome.order_id, Some(second));
    assert_eq!(outcome.txn_status.as_deref(), Some("SUCCESS"));
    let amount = outcome.amount.as_ref().and_then(Lenient::value).unwrap();
    assert_eq!(amount.to_string(), "100");

    let get = GetPaymentTransactionStatus::builder().transaction_id(&*paid).build();
    session.minimal(get.clone()).await;
    let transaction = session.full(get).await.into_payload().unwrap();
    assert_eq!(transaction.transaction_id.as_deref(), Some(&*paid));
    assert!(transaction.created.is_some() && transaction.last_modified.is_some());
    assert_eq!(transaction.more["status"], "SUCCESS");
    paid
}

async fn upi(session: &Session) {
    // Nothing here is optional.
    let coded = order(session, "ORDER0020").await;
    let get = GetDynamicUpiQr::builder().order_id(coded).build();
    session.minimal(get.clone()).await;
    let code = session.full(get).await.into_payload().unwrap();
    assert!(code.qr_code.is_some() && code.qr_url.unwrap().starts_with("upi://"));
    assert!(code.more.is_empty());

    let linked = order(session, "ORDER0021").await;
    let get = GetUpiIntentLinks::builder().order_id(&*linked).build();
    session.minimal(get.clone()).await;
    let links = session.full(get).await.into_payload().unwrap();
    assert_eq!((links.gpay, links.phonepe, links.paytm), (None, None, None));
    assert!(links.upi.is_some());

    let status =
        GetUpiTransactionStatus::builder().transaction_id(links.transaction_id.unwrap()).build();
    let before = session.minimal(status.clone()).await.into_payload().unwrap();
    assert_eq!(before.status, Some(UpiStatus::Process));
    assert_eq!(before.order_id, Some(linked));
    let after = session.full(status).await.into_payload().unwrap();
    assert_eq!(after.status, Some(UpiStatus::Success));

    let verify = VerifyUpiVpa::builder()
        .merchant_order_id("ORDER0021")
        .merchant_identifier_key(&*session.sandbox.credentials().access_key)
        .vpa("customer@example")
        .build();
    session.minimal(verify.clone()).await;
    let holder = session.full(verify).await.into_payload().unwrap();
    assert_eq!(holder.name.as_deref(), Some("Sandbox Payer"));
    assert!(!format!("{holder:?}").contains("Sandbox Payer"));
}

/// Refunds 100 rupees in two parts, and not one paisa more.
async fn refunds(session: &Session, paid: String) {
    let refund = |paise, id: &'static str| {
        RefundPayment::builder()
            .transaction_id(&*paid)
            .amount(Money::from_paise(paise))
            .request_id(id)
    };
    let part = session.minimal(refund(4_050, "RF0001").build()).await.into_payload().unwrap();
    assert_eq!(part.amount, Some(Lenient::Value(Money::from_paise(4_050))));
    assert_eq!(part.status, Some(PaymentStatus::PartiallyRefunded));
    assert_eq!(part.payment_mode, Some(PaymentMode::CreditCard));

    let beyond = refund(5_951, "RF0002").build().send(&session.client).await.unwrap_err();
    assert!(beyond.api().is_some() && beyond.outcome() == Outcome::Refused, "{beyond:?}");

    let rest = refund(5_950, "RF0003").remarks("the rest of it").build();
    let rest = session.full(rest).await.into_payload().unwrap();
    assert_eq!(rest.status, Some(PaymentStatus::Refunded));
    assert_eq!(rest.transaction_id, Some(paid));
}

async fn settlements(session: &Session) {
    // Nothing here is optional.
    let get = GetSettlementPayout::builder().settlement_payout_id("SP0000AAAA00").build();
    session.minimal(get.clone()).await;
    let payout = session.full(get).await.into_payload().unwrap();
    assert!(payout.total_settlement_amount.as_ref().unwrap().value().is_some());
    assert!(!matches!(payout.payout_status, None | Some(SettlementPayoutStatus::Unknown(_))));
    for transactions in [&payout.settlement_transactions, &payout.settlement_transaction_responses]
    {
        assert!(transactions[0].sale_amount.as_ref().unwrap().value().is_some(), "{payout:?}");
    }

    session.minimal(SearchSettlementPayouts::builder().build()).await;
    let search = |limit| {
        let amount = Money::from_paise(1);
        SearchSettlementPayouts::builder()
            .offset(0)
            .limit(limit)
            .order_by("createdOn")
            .direction(SortDirection::Desc)
            .merchant_detail_id("MD0000000001")
            .settlement_payout_id("SP0000AAAA00")
            .settlement_payout_ids(["SP0000AAAA00"])
            .total_sale_amount_from(amount)
            .total_sale_amount_to(amount)
            .total_refund_amount_from(Money::ZERO)
            .total_refund_amount_to(amount)
            .total_charges_from(Money::ZERO)
            .total_charges_to(amount)
            .total_gst_from(Money::ZERO)
            .total_gst_to(amount)
            .total_settlement_amount_from(Money::from_rupees(-1))
            .total_settlement_amount_to(amount)
            .more(more())
            .build()
    };
    let page = session.full(search(5000)).await.into_payload().unwrap();
    assert!(page.records_count.unwrap().value().is_some());
    assert!(page.data[0].total_settlement_amount.as_ref().unwrap().value().is_some());
    let refused = search(5001).send(&session.client).await.unwrap_err();
    assert!(refused.to_string().contains("limit"), "{refused}");
}

#[test]
fn a_payment_webhook_is_read() {
    let posted = json!({
        "surcharge": 1.5,
        "surchargeGst": "0.27",
        "amount": 100.5,
        "finalAmount": 102.27,
        "paymentMode": "CREDIT_CARD",
        "cardScheme": null,
        "status": "SUCCESS",
        "transactionId": "EK0000000000000AbCdE",
        "txnDate": "2030-01-31 10:15:00",
        "maskedCardNumber": "000000XXXXXX0000",
        "cardHolderName": "Example Customer",
        "paymentToken": "TOKEN0001",
        "mdr": "none",
        "orderStatus": "PAID",
        "somethingNew": {},
    });
    let event: PaymentNotification = serde_json::from_value(posted.clone()).unwrap();
    assert_eq!(event.amount, Some(Lenient::Value(Money::from_paise(10_050))));
    assert_eq!(event.surcharge_gst, Some(Lenient::Value(Money::from_paise(27))));
    assert_eq!(event.mdr, Some(Lenient::Other("none".to_owned())));
    assert_eq!(event.txn_date, Some(Lenient::Value(civil::datetime(2030, 1, 31, 10, 15, 0, 0))));
    assert_eq!(event.order_status.as_deref(), Some("PAID"));
    assert_eq!((event.card_scheme, event.bank_code), (None, None));
    assert_eq!(PaymentNotification::NAME, "paymentNotification");
    assert_eq!(PaymentNotification::PRODUCT, PAYMENT_GATEWAY);

    let unverified =
        Unverified::<PaymentNotification>::from_slice(posted.to_string().as_bytes()).unwrap();
    let printed = format!("{unverified:?}");
    for secret in ["000000XXXXXX0000", "Example Customer", "TOKEN0001"] {
        assert!(!printed.contains(secret), "{secret} in {printed}");
    }
}

#[test]
fn dates_of_a_settlement_are_read_in_their_documented_format() {
    let payout: SettlementPayout = serde_json::from_value(json!({
        "payoutDate": "2026-04-30 10:15:00",
        "payoutStatus": "ON_HOLD",
        "settlementTransactions": [{"id": 7, "merchantPercentagePlatformFee": 1.75, "approvedOn": "soon"}],
    }))
    .unwrap();
    assert_eq!(
        payout.payout_date,
        Some(Lenient::Value(civil::datetime(2026, 4, 30, 10, 15, 0, 0)))
    );
    assert_eq!(payout.payout_status, Some(SettlementPayoutStatus::OnHold));
    let transaction = &payout.settlement_transactions[0];
    assert_eq!(transaction.id, Some(Lenient::Value(7)));
    assert_eq!(transaction.merchant_percentage_platform_fee, Some(Lenient::Value(1.75)));
    assert_eq!(transaction.approved_on, Some(Lenient::Other("soon".to_owned())));
    assert!(payout.settlement_transaction_responses.is_empty());
}
