use std::sync::Arc;
use std::time::Duration;

use http::Method;
use tokio::time::{Instant, sleep};

use crate::error::AuthErrorKind;
use crate::testing::{Script, Step, builder, credentials};
use crate::{AuthError, Client, ClientBuilder, Error, Json, Outcome, Product, Sending};

const SECOND: Duration = Duration::from_secs(1);

fn grant(token: &str, seconds: u32) -> Step {
    Step::answer(200, format!(r#"{{"access_token":"{token}","expires_in":{seconds}}}"#))
}

fn client_of(script: Script, builder: ClientBuilder) -> (Arc<Script>, Client) {
    let script = Arc::new(script);
    let client = builder.oauth(credentials()).transport(Arc::clone(&script)).build().unwrap();
    (script, client)
}

fn call(client: &Client) -> Sending<Json> {
    client.raw(Method::GET, "/x").send()
}

fn auth_error(error: Error) -> AuthError {
    match error {
        Error::Auth(error) => *error,
        other => panic!("{other:?}"),
    }
}

/// The tokens that the calls carried.
fn carried(script: &Script) -> Vec<String> {
    let bare = |text: &str| text.strip_prefix("Bearer ").unwrap().to_owned();
    script.calls().iter().map(|seen| bare(seen.header("authorization").unwrap())).collect()
}

#[tokio::test(start_paused = true)]
async fn the_token_call_goes_to_the_token_host_with_the_documented_form() {
    let script = Script::default();
    let (script, client) =
        client_of(script, builder().token_base_url(Product::Cards, "https://token.invalid/t/"));
    for product in [Product::AccountsReceivable, Product::Cards, Product::Payouts, Product::Expense] {
        client.raw(Method::GET, "/x").product(product).send().await.unwrap();
    }
    let calls = script.token_calls();
    assert_eq!(calls.len(), 2, "products that share account and host share the token");
    assert_eq!(calls[0].request.url().as_str(), "https://example.invalid/gw/oauth/token");
    assert_eq!(calls[1].request.url().as_str(), "https://token.invalid/t/oauth/token");
    assert_eq!(calls[0].header("authorization"), Some("Basic Q0VLMFRFU1QwMTpzZGstdGVzdC1zZWNyZXQtMDAwMQ=="));
    assert_eq!(calls[0].header("content-type"), Some("application/x-www-form-urlencoded"));
    assert_eq!(
        calls[0].request.body,
        "grant_type=password&username=planted-user&password=planted-password&clientId=CEK0TEST01"
    );
}

#[tokio::test(start_paused = true)]
async fn documented_token_hosts_count_only_beside_documented_hosts() {
    let script = Arc::new(Script::default());
    let client = Client::builder()
        .environment(crate::Environment::Test)
        .base_url(Product::Wallet, "https://moved.invalid")
        .partner_id("p")
        .oauth(credentials())
        .transport(Arc::clone(&script))
        .build()
        .unwrap();
    for product in [Product::Cards, Product::Wallet] {
        client.raw(Method::GET, "/x").product(product).send().await.unwrap();
    }
    let hosts: Vec<_> = script.token_calls().iter().map(|seen| seen.request.base.host().to_owned()).collect();
    assert_eq!(hosts, ["ekpayout-uat.enkash.in", "moved.invalid"]);
}

#[tokio::test(start_paused = true)]
async fn a_call_that_asks_for_a_token_goes_where_tokens_come_from() {
    let script = Arc::new(Script::default());
    let client = Client::builder()
        .environment(crate::Environment::Test)
        .partner_id("p")
        .oauth(credentials())
        .transport(Arc::clone(&script))
        .build()
        .unwrap();
    for product in [Product::Cards, Product::PettyCash] {
        let call = client.raw(Method::POST, "/oauth/token").product(product).auth(crate::CallAuth::Basic);
        call.send().await.unwrap();
    }
    let hosts: Vec<_> = script.calls().iter().map(|seen| seen.request.base.host().to_owned()).collect();
    assert_eq!(hosts, ["ekpayout-uat.enkash.in", "pay-en-uat.enkash.in"]);
}

#[tokio::test(start_paused = true)]
async fn a_thousand_calls_ask_for_one_token() {
    let script = Script::default().tokens([grant("one", 100).after(SECOND), grant("two", 100).after(SECOND)]);
    let (script, client) = client_of(script, builder());
    for round in 1..=2 {
        let calls: Vec<_> = (0..1000).map(|_| tokio::spawn(call(&client))).collect();
        for call in calls {
            call.await.unwrap().unwrap();
        }
        assert_eq!(script.token_calls().len(), round);
        // Past the token's end.
        sleep(200 * SECOND).await;
    }
    let carried = carried(&script);
    assert!(
        carried[..1000].iter().all(|token| token == "one")
            && carried[1000..].iter().all(|token| token == "two")
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn calls_on_many_threads_ask_for_one_token() {
    let script = Script::default().tokens([grant("one", 100).after(Duration::from_millis(50))]);
    let (script, client) = client_of(script, builder());
    let calls: Vec<_> = (0..1000).map(|_| tokio::spawn(call(&client))).collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(script.token_calls().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn dropping_the_call_that_began_the_renewal_strands_nobody() {
    let (script, client) = client_of(Script::default().tokens([grant("one", 100).after(SECOND)]), builder());
    let first = tokio::spawn(call(&client));
    tokio::task::yield_now().await;
    let others: Vec<_> = (0..10).map(|_| tokio::spawn(call(&client))).collect();
    sleep(SECOND / 2).await;
    first.abort();
    assert!(first.await.unwrap_err().is_cancelled());
    for other in others {
        other.await.unwrap().unwrap();
    }
    assert_eq!(script.token_calls().len(), 1);

    // The answer of a sign-in is not lost with the only call that waited for it.
    let (script, client) = client_of(Script::default().tokens([Step::status(401).after(SECOND)]), builder());
    assert!(tokio::time::timeout(SECOND / 2, call(&client)).await.is_err());
    sleep(SECOND).await;
    assert_eq!(auth_error(call(&client).await.unwrap_err()).kind(), AuthErrorKind::Refused);
    assert_eq!(script.token_calls().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_renewal_whose_runtime_is_gone_is_begun_anew() {
    let (script, client) = client_of(Script::default().tokens([Step::Hang, grant("two", 100)]), builder());
    let abandoned = client.clone();
    std::thread::spawn(move || {
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build().unwrap();
        runtime.block_on(async { tokio::time::timeout(SECOND, call(&abandoned)).await.unwrap_err() });
    })
    .join()
    .unwrap();
    call(&client).await.unwrap();
    assert_eq!(script.token_calls().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_token_is_renewed_in_the_background_before_it_expires() {
    let script = Script::default().tokens([grant("one", 100), grant("two", 100).after(SECOND)]);
    let (script, client) = client_of(script, builder());
    call(&client).await.unwrap();
    sleep(91 * SECOND).await;
    call(&client).await.unwrap();
    call(&client).await.unwrap();
    sleep(2 * SECOND).await;
    call(&client).await.unwrap();
    assert_eq!(carried(&script), ["one", "one", "one", "two"]);
    assert_eq!(script.token_calls().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn an_early_renewal_that_fails_leaves_the_valid_token_in_use() {
    for failure in [Step::status(503), Step::lost(), Step::status(401)] {
        let script = Script::default().tokens([grant("one", 1000), failure, grant("two", 1000)]);
        let (script, client) = client_of(script, builder());
        call(&client).await.unwrap();
        sleep(945 * SECOND).await;
        for _ in 0..5 {
            call(&client).await.unwrap();
            sleep(SECOND).await;
        }
        assert_eq!(carried(&script), ["one"; 6]);
        assert_eq!(script.token_calls().len(), 2, "a pause follows a failed early renewal");
    }
}

#[tokio::test(start_paused = true)]
async fn refused_credentials_are_not_tried_again_until_something_changes() {
    for refusal in [
        Step::status(400),
        Step::status(401),
        Step::answer(403, "<html>"),
        Step::status(423),
        Step::answer(200, r#"{"resultCode":401,"resultMessage":"no"}"#),
        Step::answer(200, r#"{"errorResponse":{"errorType":"UNAUTHORIZED"}}"#),
    ] {
        let (script, client) = client_of(Script::default().tokens([refusal]), builder());
        for _ in 0..5 {
            let error = call(&client).await.unwrap_err();
            assert_eq!((error.outcome(), error.attempts()), (Outcome::NotSent, 0));
            let error = auth_error(error);
            assert_eq!(error.kind(), AuthErrorKind::Refused);
            assert!(std::error::Error::source(&error).is_some());
            assert!(error.to_string().contains("auth_reset"));
            sleep(100 * SECOND).await;
        }
        assert_eq!(script.token_calls().len(), 1);
        client.auth_reset();
        call(&client).await.unwrap_err();
        assert_eq!(script.token_calls().len(), 2);
        client.replace_oauth(credentials()).unwrap();
        call(&client).await.unwrap_err();
        call(&client).await.unwrap_err();
        assert_eq!(script.token_calls().len(), 3);
    }
}

#[tokio::test(start_paused = true)]
async fn an_account_is_refused_on_all_its_hosts_at_once() {
    let script = Script::default().tokens([Step::status(401).after(SECOND)]);
    let (script, client) =
        client_of(script, builder().token_base_url(Product::Cards, "https://token.invalid"));
    let other = client.raw(Method::GET, "/x").product(Product::Cards).send();
    let (one, other) = tokio::join!(call(&client), other);
    assert_eq!(auth_error(one.unwrap_err()).kind(), AuthErrorKind::Refused);
    assert_eq!(auth_error(other.unwrap_err()).kind(), AuthErrorKind::Refused);
    assert_eq!(script.token_calls().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn other_failures_are_shared_but_not_remembered() {
    for failure in
        [Step::status(500), Step::status(429), Step::status(404), Step::lost(), Step::answer(200, "<html>")]
    {
        let script = Script::default().tokens([failure.after(SECOND), grant("two", 100)]);
        let (script, client) = client_of(script, builder());
        let calls: Vec<_> = (0..100).map(|_| tokio::spawn(call(&client))).collect();
        for call in calls {
            assert_eq!(auth_error(call.await.unwrap().unwrap_err()).kind(), AuthErrorKind::Unavailable);
        }
        assert_eq!(script.token_calls().len(), 1, "a sign-in that may have happened is not repeated");
        call(&client).await.unwrap();
        assert_eq!(script.token_calls().len(), 2);
    }
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_was_not_made_is_tried_again() {
    let script =
        Script::default().tokens([Step::refused_connection(), Step::refused_connection(), grant("one", 100)]);
    let (script, client) = client_of(script, builder());
    call(&client).await.unwrap();
    assert_eq!(script.token_calls().len(), 3);

    let (script, client) = client_of(Script::default().tokens([Step::refused_connection()]), builder());
    assert_eq!(auth_error(call(&client).await.unwrap_err()).kind(), AuthErrorKind::Unavailable);
    assert_eq!(script.token_calls().len(), 3);
}

#[tokio::test(start_paused = true)]
async fn a_storm_of_refused_tokens_asks_for_one_other() {
    let mut steps = vec![Step::status(401).after(SECOND); 100];
    steps.push(Step::done());
    let (script, client) = client_of(Script::new(steps), builder());
    let calls: Vec<_> = (0..100).map(|_| tokio::spawn(call(&client))).collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(script.token_calls().len(), 2);
    assert_eq!(script.calls().len(), 200);
}

#[tokio::test(start_paused = true)]
async fn what_was_under_way_when_credentials_changed_brings_nothing_back() {
    let script = Script::default().tokens([grant("old", 100).after(SECOND), grant("new", 100).after(SECOND)]);
    let (script, client) = client_of(script, builder());
    let waiting = tokio::spawn(call(&client));
    sleep(SECOND / 2).await;
    client.replace_oauth(credentials()).unwrap();
    waiting.await.unwrap().unwrap();
    assert_eq!(carried(&script), ["new"]);
    let begin = Instant::now();
    call(&client).await.unwrap();
    assert_eq!(begin.elapsed(), Duration::ZERO);
}

#[test]
fn only_credentials_that_there_are_can_be_replaced() {
    let (_, client) = client_of(Script::default(), builder().oauth_for(Product::Cards, credentials()));
    assert!(client.replace_oauth(credentials()).is_ok());
    assert!(client.replace_oauth_for(Product::Cards, credentials()).is_ok());
    assert_eq!(client.replace_oauth_for(Product::Wallet, credentials()).unwrap_err().kind(), "config");
    let keys = crate::MerchantKeys { access_key: "a".into(), secret_key: "b".into() };
    assert_eq!(client.replace_merchant_keys(keys).unwrap_err().kind(), "config");
}

#[tokio::test(start_paused = true)]
async fn a_success_without_a_token_keeps_its_body_to_itself() {
    let script = Script::default().tokens([Step::answer(200, r#"{"bearer":"planted-token"}"#)]);
    let (_, client) = client_of(script, builder());
    let error = auth_error(call(&client).await.unwrap_err());
    let Some(Error::Decode(cause)) = error.cause() else { panic!("{error:?}") };
    assert!(cause.body().is_empty());
}
