use std::sync::Mutex;
use std::time::Duration;

use http::Method;
use http::header::RETRY_AFTER;

use crate::call::plan::Options;
use crate::declare::endpoint::{CallAuth, Endpoint};
use crate::error::{ErrorKind, TransportErrorKind};
use crate::mock::{Mock, MockResponse};
use crate::product::encryption::PayloadCipher;
use crate::rules::reserved_headers::RESERVED_HEADERS;
use crate::testing::{
    BILLS, CARDS, EXPENSE, GATEWAY, INVOICES, PAYOUTS, Pay, Xor, builder, credentials, done, lost,
    mock_with, mock_with_tokens, refused_connection, status,
};
use crate::{BearerToken, Call, Client, ClientBuilder, Interceptor, KeyPair, RetryPolicy};

use super::*;

fn client_of(mock: &Mock, builder: ClientBuilder) -> Client {
    builder.transport(mock.clone()).build().unwrap()
}

fn client_with(responses: impl IntoIterator<Item = MockResponse>) -> (Mock, Client) {
    let mock = mock_with(responses);
    let client = client_of(&mock, builder().credentials(BearerToken::new("planted-token")));
    (mock, client)
}

fn seconds(seconds: f64) -> Duration {
    Duration::from_secs_f64(seconds)
}

#[tokio::test(start_paused = true)]
async fn a_call_carries_what_its_product_asks_for() {
    let (mock, client) = client_with([done()]);
    client
        .raw(&INVOICES, Method::GET, "/api/v0/a b")
        .query("x&", "1 2")
        .header("X-Trace", "t")
        .send()
        .await
        .unwrap();
    client.raw(&CARDS, Method::GET, "/b").send().await.unwrap();
    let calls = mock.received();
    assert_eq!(calls[0].url().as_str(), "https://example.invalid/gw/api/v0/a%20b?x%26=1%202");
    assert_eq!(calls[0].header("authorization"), Some("Bearer planted-token"));
    assert!(calls[0].headers()["authorization"].is_sensitive());
    assert_eq!(calls[0].header("x-trace"), Some("t"));
    assert_eq!(calls[0].header("x-partner"), None);
    assert!(calls[0].header("user-agent").unwrap().starts_with("enkash-rust/"));
    assert_eq!(calls[1].header("x-partner"), Some("planted-partner"));

    let mock = mock_with([done()]);
    let keys = KeyPair { access_key: "AK0".into(), secret_key: "SK0".into() };
    let client = client_of(&mock, builder().credentials(keys));
    client.raw(&GATEWAY, Method::GET, "/orders").send().await.unwrap();
    assert_eq!(mock.received()[0].header("x-access-key"), Some("AK0"));
    assert_eq!(mock.received()[0].header("authorization"), Some("Bearer token-1"));
}

#[tokio::test(start_paused = true)]
async fn every_request_asks_for_json_that_is_not_compressed_unless_the_call_says_otherwise() {
    let mock = mock_with([done()]);
    let client = client_of(&mock, builder().credentials(credentials()));
    client.raw(&INVOICES, Method::GET, "/a").send().await.unwrap();
    let token_request = &mock.token_requests()[0];
    for request in [&mock.received()[0], token_request] {
        assert_eq!(request.header("accept"), Some("application/json, */*;q=0.1"));
        assert_eq!(request.header("accept-encoding"), Some("identity"));
    }
    client.raw(&INVOICES, Method::GET, "/a").header("Accept", "text/csv").send().await.unwrap();
    let accepted: Vec<_> = mock.received()[1].headers().get_all("accept").iter().cloned().collect();
    assert_eq!(accepted, ["text/csv"]);
    assert_eq!(mock.received()[1].header("accept-encoding"), Some("identity"));
}

#[tokio::test(start_paused = true)]
async fn what_the_client_was_not_told_is_named() {
    let mock = mock_with([done()]);
    let bare = || Client::builder().transport(mock.clone()).environment(crate::Environment::Test);
    let message = |client: Client, product, auth| async move {
        let error = client.raw(product, Method::GET, "/x").auth(auth).send().await.unwrap_err();
        assert_eq!(
            (error.kind(), error.outcome(), error.attempts()),
            (ErrorKind::Config, Outcome::NotSent, 0)
        );
        error.to_string()
    };
    let client = bare().build().unwrap();
    let missing = message(client.clone(), &PAYOUTS, CallAuth::Product).await;
    assert!(missing.starts_with("no encryption secret configured for payouts"), "{missing}");
    let missing = message(client.clone(), &BILLS, CallAuth::Product).await;
    assert!(missing.contains("no test base URL is known for bills"), "{missing}");
    let missing = message(client.clone(), &GATEWAY, CallAuth::Product).await;
    assert!(missing.contains("`KeyPair`"), "{missing}");
    let missing = message(client, &EXPENSE, CallAuth::Basic).await;
    assert!(missing.contains("`OAuthCredentials`"), "{missing}");
    let missing = message(
        bare().credentials(BearerToken::new("t")).build().unwrap(),
        &CARDS,
        CallAuth::Product,
    )
    .await;
    assert!(missing.contains("the setting `partner`"), "{missing}");
    assert!(mock.received().is_empty() && mock.token_requests().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_request_may_name_a_partner_of_its_own() {
    let mock = mock_with([done()]);
    for builder in [builder(), Client::builder().base_url(&CARDS, "https://example.invalid")] {
        let client = client_of(&mock, builder.credentials(BearerToken::new("planted-token")));
        let call = client.raw(&CARDS, Method::GET, "/x").header("x-partner", "own");
        call.send().await.unwrap();
        let received = mock.received();
        let partners: Vec<_> =
            received.last().unwrap().headers().get_all("x-partner").iter().collect();
        assert_eq!(partners, ["own"]);
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_takes_the_credentials_that_the_client_has_when_it_begins() {
    let mock = mock_with([done()]);
    let keys = |key: &str| KeyPair { access_key: key.into(), secret_key: "SK0".into() };
    let client = client_of(&mock, builder().credentials(keys("AK0")).credentials(credentials()));
    let order = client.raw(&GATEWAY, Method::GET, "/orders").send();
    let transfer = client.raw(&PAYOUTS, Method::POST, "/pay").json(&"same").send();
    client.replace_credentials(keys("AK1")).unwrap();
    let other = crate::OAuthCredentials { client_secret: "planted-other".into(), ..credentials() };
    client.replace_credentials(other.clone()).unwrap();
    order.await.unwrap();
    transfer.await.unwrap();
    assert_eq!(mock.received()[0].header("x-access-key"), Some("AK1"));
    let expected = Xor::with(other.client_secret.expose()).encrypt(b"\"same\"").unwrap();
    assert_eq!(mock.received()[1].body(), &expected);
}

#[tokio::test(start_paused = true)]
async fn basic_and_no_credentials_ask_for_no_token() {
    let mock = mock_with([done()]);
    let client = client_of(&mock, builder().credentials(credentials()));
    client.raw(&INVOICES, Method::POST, "/oauth/token").auth(CallAuth::Basic).send().await.unwrap();
    client.raw(&INVOICES, Method::GET, "/public").auth(CallAuth::None).send().await.unwrap();
    assert!(mock.token_requests().is_empty());
    assert!(mock.received()[0].header("authorization").unwrap().starts_with("Basic "));
    assert_eq!(mock.received()[1].header("authorization"), None);
}

#[tokio::test(start_paused = true)]
async fn an_idempotent_call_gets_through_passing_faults() {
    let (mock, client) = client_with([lost(), status(503), done()]);
    let begin = Instant::now();
    let reply = client.raw(&INVOICES, Method::GET, "/x").send().await.unwrap();
    assert_eq!(reply.attempts(), 3);
    let calls = mock.received();
    let waits = [calls[1].at() - calls[0].at(), calls[2].at() - calls[1].at()];
    assert!(waits[0] <= seconds(0.251) && waits[1] <= seconds(0.501), "{waits:?}");
    assert!(begin.elapsed() > Duration::ZERO);
}

#[tokio::test(start_paused = true)]
async fn a_payment_is_sent_again_only_where_it_was_provably_not_performed() {
    for (step, attempts, outcome) in [
        (lost(), 1, Outcome::Unknown),
        (status(500), 1, Outcome::Unknown),
        (status(502), 1, Outcome::Unknown),
        (status(503), 1, Outcome::Unknown),
        (status(409), 1, Outcome::Unknown),
        (status(302), 1, Outcome::Unknown),
        (status(400), 1, Outcome::Refused),
        (MockResponse::raw(200, "<html>"), 1, Outcome::Unknown),
        (MockResponse::raw(200, "garbage"), 1, Outcome::Unknown),
        (MockResponse::raw(200, "[1]"), 1, Outcome::Unknown),
        (MockResponse::raw(200, r#"{"status":1}"#), 1, Outcome::Unknown),
        (MockResponse::fail(TransportErrorKind::Body, Outcome::Unknown), 1, Outcome::Unknown),
        (MockResponse::fail(TransportErrorKind::TooLarge, Outcome::Unknown), 1, Outcome::Unknown),
        (refused_connection(), 3, Outcome::NotSent),
        (status(429), 3, Outcome::Refused),
        (status(401), 1, Outcome::Refused),
    ] {
        let (mock, client) = client_with([step]);
        let error = client.raw(&INVOICES, Method::POST, "/pay").send().await.unwrap_err();
        assert_eq!(mock.received().len(), attempts, "{error}");
        assert_eq!(error.outcome(), outcome, "{error}");
        assert_eq!(error.attempts() as usize, attempts, "{error}");
    }
    let (_, client) = client_with([status(200)]);
    assert!(client.raw(&INVOICES, Method::POST, "/pay").send().await.unwrap().payload.is_none());
}

#[tokio::test(start_paused = true)]
async fn outcomes_are_folded_over_the_attempts() {
    // A DELETE whose first response was lost, and whose second attempt finds nothing.
    for (steps, outcome) in [
        (vec![lost(), status(404)], Outcome::Unknown),
        (vec![status(503), refused_connection()], Outcome::Unknown),
        (vec![status(429), refused_connection()], Outcome::Refused),
        (vec![refused_connection(), status(404)], Outcome::Refused),
        (vec![lost(), MockResponse::raw(200, r#"{"payload":{"x":}"#)], Outcome::Unknown),
        (vec![refused_connection()], Outcome::NotSent),
    ] {
        let (_, client) = client_with(steps);
        let error =
            client.raw(&INVOICES, Method::DELETE, "/x").idempotent(true).send().await.unwrap_err();
        assert_eq!(error.outcome(), outcome, "{error}");
    }
    // A later success by a code that the product defines decides, even if its payload cannot be
    // read.
    for (product, outcome) in [(&BILLS, Outcome::Performed), (&INVOICES, Outcome::Unknown)] {
        let (_, client) = client_with([lost(), done()]);
        let call = client.raw(product, Method::DELETE, "/x").idempotent(true);
        let error = call.send_as::<i64>().await.unwrap_err();
        assert_eq!((error.outcome(), error.attempts()), (outcome, 2), "{product}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_unique_id_is_sent_again_where_the_caller_says_so() {
    let duplicate = MockResponse::raw(200, r#"{"code":38,"message":"used before"}"#);
    let (mock, client) = client_with([lost(), duplicate.clone()]);
    let pay = Pay::new();
    let error = crate::Call::new(&pay).send(&client).await.unwrap_err();
    assert_eq!((error.outcome(), mock.received().len()), (Outcome::Unknown, 1));

    let (mock, client) = client_with([lost(), duplicate]);
    let error =
        Call::new(&pay).retry(RetryPolicy::resend_unique()).send(&client).await.unwrap_err();
    assert!(error.is_duplicate());
    assert_eq!((error.outcome(), mock.received().len()), (Outcome::Unknown, 2));
    assert_eq!(mock.received()[1].body(), r#"{"transactionId":"planted-transaction"}"#);
}

#[tokio::test(start_paused = true)]
async fn a_call_keeps_its_own_settings() {
    let (mock, client) = client_with([status(503)]);
    let pay = Pay::new();
    let call =
        Call::new(&pay).retry(RetryPolicy::never()).header("x-own", "1").header("x-own", "2");
    assert!(call.send(&client).await.is_err());
    let call = &mock.received()[0];
    assert_eq!(call.headers().get_all("x-own").iter().count(), 2);
    let reserved = RESERVED_HEADERS.map(|name| (name.to_ascii_uppercase(), "x"));
    let wrong = [("bad name".to_owned(), "x"), ("x-own".to_owned(), "a\nb")];
    for (name, value) in reserved.into_iter().chain(wrong) {
        let error = Call::new(&pay).header(&name, value).send(&client).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config, "{name}");
        let error =
            client.raw(&INVOICES, Method::GET, "/x").header(&name, value).send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config, "{name}");
    }
    assert_eq!(mock.received().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn retry_after_is_obeyed_within_the_deadline() {
    let asked = |text| {
        status(429).header("retry-after", text).header("date", "Sun, 06 Nov 1994 08:49:37 GMT")
    };
    for (text, wait) in [("7", 7.0), ("Sun, 06 Nov 1994 08:49:46 GMT", 9.0)] {
        let (mock, client) = client_with([asked(text), done()]);
        client.raw(&INVOICES, Method::POST, "/x").send().await.unwrap();
        assert_eq!(mock.received()[1].at() - mock.received()[0].at(), seconds(wait));
    }
    // The delay exceeds the time limit of the call, so the call ends at once.
    let (mock, client) = client_with([asked("61"), done()]);
    let begin = Instant::now();
    let error = client.raw(&INVOICES, Method::POST, "/x").send().await.unwrap_err();
    assert_eq!((error.outcome(), mock.received().len()), (Outcome::Refused, 1));
    assert_eq!(begin.elapsed(), Duration::ZERO);
    assert!(error.api().unwrap().headers().contains_key(RETRY_AFTER));
}

#[tokio::test(start_paused = true)]
async fn attempts_and_calls_end_in_time() {
    let (mock, client) = client_with([MockResponse::hang()]);
    let begin = Instant::now();
    let error = client.raw(&INVOICES, Method::POST, "/x").send().await.unwrap_err();
    assert_eq!((error.outcome(), mock.received().len()), (Outcome::Unknown, 1));
    assert_eq!(begin.elapsed(), seconds(30.0) + Duration::from_millis(0));

    let begin = Instant::now();
    let error = client.raw(&INVOICES, Method::GET, "/x").send().await.unwrap_err();
    assert_eq!((error.outcome(), error.attempts()), (Outcome::Unknown, 2));
    assert!(begin.elapsed() <= seconds(60.1), "{:?}", begin.elapsed());
    assert!(
        matches!(error, Error::Transport(error) if error.kind() == TransportErrorKind::Timeout)
    );

    let begin = Instant::now();
    let call = client
        .raw(&INVOICES, Method::GET, "/x")
        .timeout(seconds(2.0))
        .attempt_timeout(seconds(0.5));
    assert!(call.send().await.is_err());
    assert!(begin.elapsed() <= seconds(2.1) && mock.received().len() > 3, "{:?}", begin.elapsed());
    let call = client
        .raw(&INVOICES, Method::GET, "/x")
        .timeout(Duration::MAX)
        .attempt_timeout(Duration::MAX);
    assert!(tokio::time::timeout(seconds(1e5), call.send()).await.is_err());
}

#[tokio::test(start_paused = true)]
async fn a_refused_token_is_renewed_once_for_any_call_under_any_policy() {
    for refusal in
        [status(401), MockResponse::raw(200, r#"{"response_code":117,"payload":"token expired"}"#)]
    {
        let client_of = |steps: &[MockResponse]| {
            let mock = mock_with(steps.iter().cloned());
            let keys = KeyPair { access_key: "AK0".into(), secret_key: "SK0".into() };
            let client = client_of(&mock, builder().credentials(keys).retry(RetryPolicy::never()));
            (mock, client)
        };
        let call = |client: &Client| client.raw(&GATEWAY, Method::POST, "/orders").send();
        let (mock, client) = client_of(&[done(), refusal.clone(), done()]);
        call(&client).await.unwrap();
        sleep(seconds(30.0)).await;
        assert_eq!(call(&client).await.unwrap().attempts(), 2);
        assert_eq!(mock.received()[1].header("authorization"), Some("Bearer token-1"));
        assert_eq!(mock.received()[2].header("authorization"), Some("Bearer token-2"));

        // Another token is refused as well, and a young one is not renewed.
        let (mock, client) = client_of(&[done(), refusal]);
        call(&client).await.unwrap();
        sleep(seconds(30.0)).await;
        for attempts in [2, 1] {
            let error = call(&client).await.unwrap_err();
            assert_eq!((error.outcome(), error.attempts()), (Outcome::Refused, attempts));
            let names_setting = error.to_string().contains("`token_without_bearer`");
            assert_eq!(names_setting, error.api().unwrap().code() == Some(117), "{error}");
        }
        assert_eq!(mock.token_requests().len(), 2);
    }
}

/// The call is sent again after a refused token, so more evidence than the code is required.
#[tokio::test(start_paused = true)]
async fn a_refused_token_that_the_response_contradicts_is_none() {
    for (code, body) in [
        (504, r#"{"response_code":117}"#),
        (200, r#"{"response_code":117,"success":true,"payload":{"orderId":"O1"}}"#),
        (401, r#"{"success":true,"payload":{"orderId":"O1"}}"#),
        (401, r#"{"response_code":0}"#),
        (400, r#"{"response_code":117,"response_message":"SUCCESS"}"#),
    ] {
        let mock = mock_with([done(), MockResponse::raw(code, body), done()]);
        let keys = KeyPair { access_key: "AK0".into(), secret_key: "SK0".into() };
        let client = client_of(&mock, builder().credentials(keys).retry(RetryPolicy::never()));
        let call = || client.raw(&GATEWAY, Method::POST, "/orders").send();
        call().await.unwrap();
        sleep(seconds(30.0)).await;
        let error = call().await.unwrap_err();
        assert_eq!((error.outcome(), error.attempts()), (Outcome::Unknown, 1), "{body}");
    }
}

/// A field `code` of a response without the envelope is the payload's.
#[tokio::test(start_paused = true)]
async fn a_code_in_a_payload_refuses_no_token() {
    let mock =
        mock_with([done(), MockResponse::raw(200, r#"{"code":117,"orderId":"O1"}"#), done()]);
    let keys = KeyPair { access_key: "AK0".into(), secret_key: "SK0".into() };
    let client = client_of(&mock, builder().credentials(keys));
    let call = || client.raw(&GATEWAY, Method::POST, "/orders").send();
    call().await.unwrap();
    sleep(seconds(30.0)).await;
    let reply = call().await.unwrap();
    assert_eq!((reply.attempts(), &reply.into_payload().unwrap()["orderId"]), (1, &"O1".into()));
}

/// What interceptors learn of each attempt.
#[derive(Default)]
struct Outcomes(Mutex<Vec<Option<Outcome>>>);

impl Interceptor for Outcomes {
    fn after_attempt(&self, attempt: &AfterAttempt<'_>) {
        self.0.lock().unwrap().push(attempt.outcome());
    }
}

/// A transfer that was refused with a code of contradictory meanings may have been made. Whoever
/// books by what an attempt reports must not pay again, and neither may the client.
#[tokio::test(start_paused = true)]
async fn an_attempt_and_its_call_report_one_outcome_and_an_open_one_is_not_sent_again() {
    let coded = |status, code: i64| {
        let body = format!(r#"{{"response_code":{code}}}"#);
        let encrypted = Xor::with("sdk-test-secret-0001").encrypt(body.as_bytes()).unwrap();
        [MockResponse::raw(status, body), MockResponse::raw(status, encrypted)]
    };
    let contradictory = [400, 401, 422, 429].map(|status| coded(status, 403));
    // A success in an error status.
    let successes = [400, 401, 409, 422, 429].map(|status| coded(status, 0));
    let beside = [
        r#"{"response_code":422,"response_message":"SUCCESS"}"#,
        r#"{"response_code":1,"success":"true"}"#,
        r#"{"response_code":0,"code":422}"#,
        r#"{"message":"Failed","response_message":"Success"}"#,
    ];
    let open = contradictory
        .into_iter()
        .chain(successes)
        .flatten()
        .chain(beside.map(|body| MockResponse::raw(422, body)))
        .chain([status(403), status(408), status(500)]);
    let refused = coded(409, 409).into_iter().chain([status(400), status(404)]);
    let cases = open
        .map(|response| (response, Outcome::Unknown))
        .chain(refused.map(|response| (response, Outcome::Refused)));
    for (response, expected) in cases {
        let (mock, outcomes) = (mock_with([done(), response.clone()]), Arc::default());
        let builder = builder().credentials(credentials()).interceptor(Arc::clone(&outcomes));
        let client = client_of(&mock, builder);
        let call = |method| client.raw(&PAYOUTS, method, "/transfer").json(&1).send();
        let _ = call(Method::POST).await;
        // Old enough to be renewed.
        sleep(seconds(30.0)).await;
        let error = call(Method::POST).await.unwrap_err();
        assert_eq!((error.outcome(), error.attempts()), (expected, 1), "{response:?}");
        let Outcomes(seen) = &*outcomes;
        assert_eq!(seen.lock().unwrap().split_off(1), [Some(expected)], "{response:?}");
        // Whatever came before it stays open.
        let error = call(Method::GET).await.unwrap_err();
        assert_eq!(error.outcome(), expected, "{response:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn waiting_for_a_token_counts_towards_the_calls_time() {
    let mock = mock_with_tokens([MockResponse::hang()]);
    let client = client_of(&mock, builder().credentials(credentials()));
    let begin = Instant::now();
    let error =
        client.raw(&INVOICES, Method::GET, "/x").timeout(seconds(3.0)).send().await.unwrap_err();
    assert_eq!(
        (error.outcome(), error.attempts(), begin.elapsed()),
        (Outcome::NotSent, 0, seconds(3.0))
    );
    assert!(mock.received().is_empty());
}

#[tokio::test(start_paused = true)]
async fn bodies_are_encrypted_both_ways() {
    let cipher = Xor::with("sdk-test-secret-0001");
    let encrypt = |text: &str| cipher.encrypt(text.as_bytes()).unwrap();
    let mock = mock_with([
        MockResponse::raw(200, encrypt(r#"{"response_code":0,"payload":"encrypted"}"#)),
        MockResponse::raw(200, r#"{"response_code":0,"payload":"plain"}"#),
        MockResponse::raw(
            422,
            encrypt(r#"{"response_code":422,"response_message":"invalid name"}"#),
        ),
        MockResponse::raw(422, r#"{"request":"no ciphertext"}"#),
        MockResponse::raw(200, r#"{"request":"no ciphertext"}"#),
    ]);
    let client = client_of(&mock, builder().credentials(credentials()));
    let call =
        || client.raw(&PAYOUTS, Method::POST, "/x").json(&serde_json::json!({"a": 1})).send();
    assert_eq!(call().await.unwrap().into_payload().unwrap(), "encrypted");
    assert_eq!(call().await.unwrap().into_payload().unwrap(), "plain");
    assert_eq!(cipher.decrypt(mock.received()[0].body()).unwrap().unwrap(), r#"{"a":1}"#);
    assert_eq!(call().await.unwrap_err().api().unwrap().code(), Some(422));
    let error = call().await.unwrap_err();
    assert_eq!(
        (error.outcome(), error.api().unwrap().body_form()),
        (Outcome::Refused, crate::BodyForm::Json)
    );
    let error = call().await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert!(
        error.to_string().starts_with("the response cannot be decrypted, status 200"),
        "{error}"
    );
    assert_eq!(std::error::Error::source(&error).unwrap().to_string(), "no digits");
    assert!(!format!("{error:?}{error}").contains("ciphertext"), "{error:?}");
}

#[tokio::test(start_paused = true)]
async fn the_key_comes_from_the_clients_own_secret_where_there_is_one() {
    let mock = mock_with([done()]);
    let client =
        client_of(&mock, builder().credentials(credentials()).encryption_secret("another"));
    client.raw(&PAYOUTS, Method::POST, "/x").json(&1).send().await.unwrap();
    assert_eq!(Xor::with("another").decrypt(mock.received()[0].body()).unwrap().unwrap(), "1");
}

#[test]
fn outside_of_a_runtime_nothing_panics() {
    let (_, client) = client_with([done()]);
    let mut sending = client.raw(&INVOICES, Method::GET, "/x").send();
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    for what in ["inside a tokio runtime", "polled after completion"] {
        let std::task::Poll::Ready(Err(error)) =
            std::pin::Pin::new(&mut sending).poll(&mut context)
        else {
            panic!("no error");
        };
        assert!(error.to_string().contains(what), "{error}");
    }
}

#[tokio::test]
async fn an_unsafe_raw_path_is_never_sent() {
    let (mock, client) = client_with([done()]);
    for path in [
        "",
        "x",
        "/a/../b",
        "/a//b",
        "/a?x=1",
        "/a#b",
        "/",
        "/%2e%2e/b",
        "/a/",
        "https://example.com/x",
    ] {
        let error = client.raw(&INVOICES, Method::GET, path).send().await.unwrap_err();
        assert_eq!(
            (error.kind(), error.outcome()),
            (ErrorKind::Invalid, Outcome::NotSent),
            "{path}"
        );
    }
    for value in ["", "..", "%2E.", ".\t."] {
        let error =
            client.raw(&INVOICES, Method::GET, "/a").segment(value).send().await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "the request was not sent: `segment` must not be empty or contain `.` or `..` as a path segment, in any encoding"
        );
    }
    assert!(mock.received().is_empty());
    client.raw(&INVOICES, Method::GET, "/a").segment("..a/b?c#d\\e%2f").send().await.unwrap();
    assert_eq!(mock.received()[0].url().path(), "/gw/a/..a%2Fb%3Fc%23d%5Ce%252f");
}

#[test]
fn futures_and_clients_are_send_and_small() {
    fn send<T: Send + 'static>(_: &T) {}
    fn sync<T: Send + Sync + Clone + 'static>(_: &T) {}
    let (_, client) = client_with([done()]);
    sync(&client);
    send(&client.raw(&INVOICES, Method::GET, "/x").send());
    let plan = Plan::new(client.engine(), Pay::INFO, None, Options::default()).unwrap();
    let prepared = PreparedRequest {
        method: Method::GET,
        base: client.base_url(&CARDS).unwrap().clone(),
        target: String::new(),
        headers: HeaderMap::new(),
        body: Bytes::new(),
        carries_unique_id: false,
    };
    let interceptors = client.engine().interceptors().of_call(&CARDS, None, None, false);
    let future = execute(client.engine(), &plan, &prepared, &interceptors);
    assert!(size_of_val(&future) < 1024, "{}", size_of_val(&future));
}
