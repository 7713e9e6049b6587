#![allow(clippy::unwrap_used, reason = "what fails here fails the test")]

use enkash_core::{Lenient, Money};
use enkash_endpoints::ErrorType;
use enkash_endpoints::petty_cash::models::*;
use enkash_endpoints::petty_cash::*;
use enkash_tests::operations::{Refusal, Session};

const ACCOUNT: &str = "CAC0000001";
const COMPANY: &str = "CEK0000001";

#[tokio::test]
async fn every_operation() {
    let session = Session::start().await;
    token(&session).await;
    account(&session).await;
    users(&session).await;
    session.assert_complete(&PETTY_CASH);
}

async fn token(session: &Session) {
    // The API reference calls no field of the form required, but it requires a body, and an empty
    // form is an empty body.
    let error = session
        .minimal_refused(GeneratePettyCashToken::builder().build(), Refusal::OfTheServer(400))
        .await;
    assert_eq!(error.api().and_then(ErrorType::of), Some(ErrorType::ValidationError));
    let known = session.sandbox.credentials();
    let generate = GeneratePettyCashToken::builder()
        .username(&*known.username)
        .password(&*known.password)
        .grant_type(GrantType::Password)
        .client_id(&*known.client_id)
        .build();
    let token = session.full(generate).await.into_payload().unwrap();
    assert!(matches!(token.expires_in, Some(Lenient::Value(1..))));
    assert!(token.more.is_empty());
    assert!(!format!("{token:?}").contains(token.access_token.as_deref().unwrap()));
}

async fn account(session: &Session) {
    session.minimal(GetPettyCashAccount::builder().build()).await;
    let request =
        GetPettyCashAccount::builder().card_account_id(ACCOUNT).company_id(COMPANY).build();
    let account = session.full(request).await.into_payload().unwrap();
    assert_eq!(account.used_credit_limit, Some(Lenient::Value(Money::from_paise(-1050))));
    assert_eq!(account.available_balance, Some(Lenient::Value(Money::from_rupees(1000))));
    let card = account.primary_en_kash_card.unwrap();
    assert_eq!(card.user_id.as_deref(), Some("EK000000"));
    assert!(account.more.is_empty() && card.more.is_empty());
}

async fn users(session: &Session) {
    session.minimal(GetPettyCashUser::builder().build()).await;
    let request = GetPettyCashUser::builder().card_account_id(ACCOUNT).company_id(COMPANY).build();
    let user = session.full(request).await.into_payload().unwrap();
    assert_eq!(user.en_kash_card_id.as_deref(), Some("EKC0000000"));
    assert!(user.more.is_empty());

    // Without a card the request is that of `GetPettyCashUser`, and the sandbox responds as that
    // one's page does.
    let reply = session.minimal(GetPettyCashUserHandle::builder().build()).await;
    let list = reply.into_payload().unwrap();
    assert!(list.data.is_empty());
    assert_eq!(list.more["enKashCardId"], "EKC0000000");

    let request = GetPettyCashUserHandle::builder()
        .card_account_id(ACCOUNT)
        .company_id(COMPANY)
        .en_kash_card_id("EKC0000001")
        .build();
    let list = session.full(request).await.into_payload().unwrap();
    assert_eq!(list.records_count, Some(Lenient::Value(1)));
    assert_eq!(list.data[0].first_name.as_deref(), Some("Example"));
    assert!(list.more.is_empty() && list.data[0].more.is_empty());
}
