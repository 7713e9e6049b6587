//! The first endpoint, end to end against the sandbox.

use std::time::Duration;

use enkash_core::{Client, ClientBuilder, Error, ErrorType, Outcome, Product, endpoint};
use enkash_endpoints::accounts_receivable::ActivateCustomer;
use enkash_endpoints::ids::{CompanyId, CustomerId};
use enkash_sandbox::{Action, Sandbox};
use enkash_tests::fixtures::credentials;

fn builder(sandbox: &Sandbox) -> ClientBuilder {
    Client::builder().base_url(Product::AccountsReceivable, sandbox.url("accounts-receivable"))
}

fn client(sandbox: &Sandbox) -> Client {
    builder(sandbox).oauth(credentials(sandbox)).build().expect("these settings are complete")
}

fn inactive(sandbox: &Sandbox) -> CustomerId {
    sandbox.initial().inactive_customers[0].parse().expect("the sandbox's ids are proper ones")
}

fn activations(sandbox: &Sandbox) -> usize {
    let journal = sandbox.journal();
    journal
        .iter()
        .flat_map(|entry| &entry.effects)
        .filter(|effect| effect.action == Action::CustomerActivated)
        .count()
}

#[tokio::test]
async fn an_inactive_customer_becomes_active() {
    let sandbox = Sandbox::start().await.unwrap();
    let company: CompanyId = sandbox.initial().company_id.parse().unwrap();
    let request = ActivateCustomer { customer_id: inactive(&sandbox), parent_company_id: Some(company) };
    let reply = request.send(&client(&sandbox)).await.unwrap();
    assert_eq!((reply.status().as_u16(), reply.attempts()), (200, 1));
    assert!(reply.payload.is_some());
    assert_eq!(activations(&sandbox), 1);
}

#[tokio::test]
async fn an_unknown_customer_is_refused_by_the_platform() {
    let sandbox = Sandbox::start().await.unwrap();
    let request =
        ActivateCustomer::builder().customer_id(CustomerId::from_static("KC0000000000NONE")).build();
    let error = request.send(&client(&sandbox)).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Refused);
    assert_eq!(error.api().unwrap().error_type(), Some(&ErrorType::RecordNotFound));
    assert!(error.api().unwrap().request_id().is_some());
    assert_eq!(activations(&sandbox), 0);
}

#[tokio::test]
async fn wrong_credentials_and_tokens_are_refused() {
    let sandbox = Sandbox::start().await.unwrap();
    let request = ActivateCustomer { customer_id: inactive(&sandbox), parent_company_id: None };

    let mut wrong = credentials(&sandbox);
    wrong.password = "not-the-password".into();
    let error = request.send(&builder(&sandbox).oauth(wrong).build().unwrap()).await.unwrap_err();
    assert!(matches!(error, Error::Auth(_)), "{error:?}");
    assert_eq!(error.outcome(), Outcome::NotSent);

    let error = request.send(&builder(&sandbox).bearer("made-up").build().unwrap()).await.unwrap_err();
    assert_eq!(error.api().unwrap().status(), 401);
    assert_eq!(error.outcome(), Outcome::Refused);
    assert_eq!(activations(&sandbox), 0);
}

#[tokio::test]
async fn an_expired_token_is_renewed_once() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = client(&sandbox);
    let request = ActivateCustomer { customer_id: inactive(&sandbox), parent_company_id: None };
    request.send(&client).await.unwrap();
    sandbox.expire_tokens();
    // A younger token that is refused is not renewed.
    tokio::time::pause();
    tokio::time::advance(Duration::from_secs(30)).await;
    tokio::time::resume();
    let reply = request.send(&client).await.unwrap();
    assert_eq!(reply.attempts(), 2);
}

/// A borrowed request, declared where it is used.
#[endpoint(PUT, "/api/v0/customer/activate/<customerId>")]
pub struct ActivateBorrowed<'a> {
    #[pattern("^KC[A-Z0-9]{14}$")]
    pub customer_id: &'a str,
    #[query]
    #[pattern("^CEK[A-Z0-9]{7}$")]
    pub parent_company_id: Option<&'a str>,
}

#[tokio::test]
async fn a_borrowed_request_can_be_spawned() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = client(&sandbox);
    let sending = {
        let customer_id = inactive(&sandbox).to_string();
        ActivateBorrowed { customer_id: &customer_id, parent_company_id: None }.send(&client)
    };
    let reply = tokio::spawn(sending).await.unwrap().unwrap();
    assert_eq!(reply.status(), 200);
}

#[tokio::test]
async fn every_violation_is_told_and_nothing_is_sent() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = client(&sandbox);
    let request = ActivateBorrowed { customer_id: "KC..", parent_company_id: Some("CEK") };
    let error = request.send(&client).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent);
    assert_eq!(
        error.to_string(),
        "the request was not sent: `customerId` must match `^KC[A-Z0-9]{14}$`; `parentCompanyId` must match \
         `^CEK[A-Z0-9]{7}$`"
    );
    assert!(sandbox.journal().is_empty(), "not even a token was asked for");
}
