#![allow(clippy::unwrap_used, reason = "what fails here fails the test")]

use enkash_core::Lenient;
use enkash_endpoints::ErrorType;
use enkash_endpoints::expense::models::*;
use enkash_endpoints::expense::*;
use enkash_tests::operations::{Refusal, Session};

#[tokio::test]
async fn every_operation() {
    let session = Session::start().await;
    let known = session.sandbox.credentials();

    let generate = || {
        GenerateExpenseToken::builder()
            .username(&*known.username)
            .grant_type(GrantType::Password)
            .password(&*known.password)
            .build()
    };
    session.minimal(generate()).await;
    let token = session.full(generate()).await.into_payload().unwrap();
    assert!(matches!(token.expires_in, Some(Lenient::Value(1..))));
    assert!(!format!("{token:?}").contains(token.access_token.as_deref().unwrap()));

    // The API reference calls no field of the form required, but it requires a body, and an empty
    // form is an empty body.
    let error = session
        .minimal_refused(GenerateExpensePartnerToken::builder().build(), Refusal::OfTheServer(400))
        .await;
    assert_eq!(error.api().and_then(ErrorType::of), Some(ErrorType::ValidationError));
    let partner = GenerateExpensePartnerToken::builder()
        .username(&*known.username)
        .password(&*known.password)
        .grant_type(GrantType::Password)
        .client_id(&*known.client_id)
        .build();
    let token = session.full(partner).await.into_payload().unwrap();
    assert_eq!(token.token_type.as_deref(), Some("bearer"));
    assert!(token.more.is_empty());

    let search = || {
        SearchExpenses::builder()
            .query_limit("20")
            .offset("0")
            .order_by("lastModifiedDate")
            .direction("DESC")
            .settlement_status("PENDING")
            .user_type("EMPLOYEE")
            .limit(20)
            .build()
    };
    session.minimal(search()).await;
    session.full(search()).await;

    session.assert_complete(&EXPENSE);
}
