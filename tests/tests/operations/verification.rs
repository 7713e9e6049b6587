use enkash_endpoints::verification::*;
use enkash_tests::operations::Session;

fn account(penny_less: bool) -> VerifyBankAccount {
    VerifyBankAccount::builder()
        .beneficiary_account_number("000111222333")
        .customer_request_id("REQ0001")
        .beneficiary_ifsc_code("TEST0000001")
        .penny_less(penny_less)
        .build()
}

#[tokio::test]
async fn every_operation() {
    let session = Session::start().await;

    session.minimal(account(true)).await;
    let found = session.full(account(false)).await.into_payload().unwrap();
    let name = found.beneficiary_name.as_deref().unwrap();
    assert!(found.enkash_unique_id.is_some() && found.utr.is_some() && found.status.is_some());
    assert!(
        !format!("{found:?}").contains(name)
            && !format!("{:?}", account(true)).contains("000111222333")
    );

    session.assert_complete(&VERIFICATION);
}
