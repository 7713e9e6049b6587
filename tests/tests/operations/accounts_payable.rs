#![allow(clippy::unwrap_used, reason = "what fails here fails the test")]

use enkash_core::{JsonMap, Money};
use enkash_endpoints::accounts_payable::models::*;
use enkash_endpoints::accounts_payable::*;
use enkash_endpoints::ids::Otp;
use enkash_tests::fixtures::written;
use enkash_tests::operations::Session;
use serde_json::json;

const OTP: Otp = Otp::from_static("135790");

#[tokio::test]
async fn every_operation() {
    let session = Session::start().await;
    invoices(&session).await;
    payments(&session).await;
    vendors(&session).await;
    session.assert_complete(&ACCOUNTS_PAYABLE);
}

async fn invoices(session: &Session) {
    // Nothing here is optional.
    let confirm = || {
        ConfirmPayableInvoices::builder()
            .invoice_ids(["INV0000001"])
            .remarks("goods received")
            .status(InvoiceDecision::Return)
            .build()
    };
    let reply = session.minimal(confirm()).await;
    assert!(reply.payload.is_some_and(|text| !text.as_str().is_empty()));
    let body =
        json!({"invoiceIds": ["INV0000001"], "remarks": "goods received", "status": "RETURN"});
    assert_eq!(written(&confirm()), body);
    session.full(confirm()).await;
}

async fn payments(session: &Session) {
    let request = RequestPayablePayment::builder().payment_ids(["PAY0000001"]);
    let reply = session.minimal(request.payment_type(PaymentType::Invoice).build()).await;
    assert!(reply.payload.is_some_and(|text| !text.as_str().is_empty()));

    let request = RequestPayablePayment::builder()
        .payment_ids(["PAY0000001", "PAY0000002"])
        .payment_type(PaymentType::ConsentTransaction)
        .urn("URN0000001")
        .account_no("999900001111")
        .seamless_banking(false)
        .frontend_version(true)
        .otp_reference_number("OTP0000001")
        .otp(OTP)
        .partial_payment(true)
        .amount(Money::from_paise(12_345))
        .payment_remarks("march supplies")
        .build();
    let printed = format!("{request:?}");
    assert!(!printed.contains("999900001111") && !printed.contains(OTP.as_str()), "{printed}");
    let body = written(&request);
    assert_eq!(body["paymentType"], "CONSENT_TRANSACTION");
    assert_eq!(body["amount"], 123.45);
    assert_eq!(body["otp"], "135790");
    session.full(request).await;
}

async fn vendors(session: &Session) {
    session.minimal(SearchVendorBeneficiaries::builder().more(JsonMap::new()).build()).await;

    let search = |limit| {
        SearchVendorBeneficiaries::builder()
            .company_ids(["CEK0000000"])
            .parent_ids(vec![1, -2])
            .offset(0)
            .limit(limit)
            .pan_or_gstin("ABCDE1234F")
            .company_branch_code_ids(vec![3])
            .pan_status(PanStatus::ImpsCallMade)
            .gstin_status("VERIFIED")
            .more(JsonMap::from_iter([("further".to_owned(), json!("x"))]))
            .build()
    };
    session.full(search(5000)).await;
    let body = written(&search(5000));
    assert_eq!(body["panStatus"], "IMPS_CALL_MADE");
    assert_eq!(body["parentIds"], json!([1, -2]));
    assert_eq!(body["further"], "x");

    let before = session.sandbox.requests();
    let refused = search(5001).send(&session.client).await.unwrap_err();
    assert!(refused.to_string().contains("limit"), "{refused}");
    assert_eq!(session.sandbox.requests(), before);
}
