//! The mock, by raw calls.

mod common;

use std::time::Duration;

use common::{GATEWAY, ORDERS, ORDERS as PRODUCT, PARTNERS, PAYOUTS};
use enkash_core::mock::{Mock, MockResponse};
use enkash_core::{
    Client, Error, ErrorKind, Json, Method, Outcome, PendingCall, Product, TransportErrorKind,
    endpoint,
};
use serde_json::json;
use tokio::time::Instant;

#[tokio::test]
async fn responses_come_in_order_and_the_last_one_repeats() {
    let mock = Mock::new();
    mock.on_raw(Method::POST, "/api/v0/x")
        .payload(&json!({ "id": 1 }))
        .error(404, "RECORD_NOT_FOUND", "no such thing")
        .raw(500, "<html>")
        .fail(TransportErrorKind::Timeout, Outcome::Unknown);
    let client = mock.client().unwrap();
    let call =
        || client.raw(&ORDERS, Method::POST, "/api/v0/x").json(&json!({ "a": [1, 2] })).send();
    assert_eq!(call().await.unwrap().into_payload().unwrap()["id"], 1);
    let error = call().await.unwrap_err();
    let api = error.api().unwrap();
    assert_eq!((api.status().as_u16(), api.message()), (404, Some("no such thing")));
    assert_eq!(api.error_type(), Some("RECORD_NOT_FOUND"));
    assert_eq!(call().await.unwrap_err().api().unwrap().body(), "<html>");
    for _ in 0..2 {
        assert_eq!(call().await.unwrap_err().outcome(), Outcome::Unknown);
    }
    let received = mock.received();
    assert_eq!(received.len(), 5);
    assert_eq!(received[0].json().unwrap(), json!({ "a": [1, 2] }));
    assert_eq!(received[0].headers()["authorization"], "Bearer mock-token");
}

#[tokio::test]
async fn a_call_is_repeated_without_a_wait_and_shown_as_often() {
    let mock = Mock::new();
    mock.on_raw(Method::GET, "/a%20b")
        .respond(MockResponse::raw(429, "").header("retry-after", "0"))
        .payload(&"done");
    let client = mock.client().unwrap();
    let reply = client
        .raw(&ORDERS, Method::GET, "/a b")
        .query("q&", "1 2")
        .query("q&", "3")
        .send()
        .await
        .unwrap();
    assert_eq!(reply.attempts(), 2);
    let received = mock.received();
    assert_eq!(received.len(), 2);
    assert_eq!(received[0].path(), "/a%20b");
    assert_eq!(received[0].query("q&").as_deref(), Some("1 2"));
    assert_eq!(received[0].queries().len(), 2);
    assert_eq!(received[0].method(), Method::GET);
    assert!(received[0].endpoint().is_none());
}

#[tokio::test(start_paused = true)]
async fn a_response_has_latency_and_may_never_come() {
    let second = Duration::from_secs(1);
    let mock = Mock::new();
    mock.on_raw(Method::GET, "/x")
        .respond(
            MockResponse::fail(TransportErrorKind::Connect, Outcome::NotSent).after(2 * second),
        )
        .respond(MockResponse::payload(&"done").header("x-request-id", "r-1").after(3 * second))
        .hang();
    let client = mock.client().unwrap();
    let begin = Instant::now();
    let reply = client.raw(&ORDERS, Method::GET, "/x").send().await.unwrap();
    assert_eq!((reply.request_id(), begin.elapsed()), (Some("r-1"), 5 * second));
    let received = mock.received();
    assert_eq!(received[1].at() - received[0].at(), 2 * second);

    let begin = Instant::now();
    let error =
        client.raw(&ORDERS, Method::GET, "/x").timeout(7 * second).send().await.unwrap_err();
    assert_eq!((error.outcome(), begin.elapsed()), (Outcome::Unknown, 7 * second));
}

#[tokio::test]
async fn token_requests_have_responses_of_their_own() {
    let mock = Mock::new();
    mock.on_any().payload(&"done");
    let call = |client: &Client| client.raw(&ORDERS, Method::GET, "/x").send();
    call(&mock.client().unwrap()).await.unwrap();
    mock.on_token_request()
        .raw(503, "")
        .payload(&json!({ "access_token": "one", "expires_in": 10 }));
    let client = mock.client_builder().timeout(Duration::from_millis(100)).build().unwrap();
    let error = call(&client).await.unwrap_err();
    assert_eq!((error.kind(), error.outcome()), (ErrorKind::Auth, Outcome::NotSent));
    call(&mock.client().unwrap()).await.unwrap();
    let carried: Vec<_> = mock
        .received()
        .iter()
        .map(|received| received.header("authorization").unwrap().to_owned())
        .collect();
    assert_eq!(carried, ["Bearer mock-token", "Bearer one"]);
    let requests = mock.token_requests();
    assert_eq!(requests.len(), 3);
    assert!(requests[2].endpoint().is_none());
    assert_eq!(requests[2].url().as_str(), "https://orders.invalid/oauth/token");
    assert!(requests[2].body().starts_with(b"grant_type=password&"));
}

#[tokio::test]
async fn what_has_no_response_of_its_own_gets_that_of_every_call() {
    let mock = Mock::new();
    mock.on_any().payload(&json!({ "id": 1 })).raw(503, "");
    mock.on_raw(Method::POST, "/own").payload(&"own");
    let client = mock.client().unwrap();
    let created = CreateOrder { order_id: "1".to_owned() }.send(&client).await.unwrap();
    assert_eq!(created.payload.unwrap(), json!({ "id": 1 }), "bare, as the endpoint is");
    let own = client.raw(&ORDERS, Method::POST, "/own").send().await.unwrap();
    assert_eq!(own.into_payload().unwrap(), "own");
    let error = client.raw(&ORDERS, Method::POST, "/other").send().await.unwrap_err();
    assert_eq!(error.api().unwrap().status(), 503);
}

#[tokio::test]
async fn every_product_works_and_bodies_are_plain() {
    let mock = Mock::new();
    mock.on_raw(Method::POST, "/x").payload(&"done");
    let client = mock.client().unwrap();
    const UNHEARD_OF: Product = Product::new("unheard-of").envelope(&common::ENVELOPE);
    for product in [&ORDERS, &PARTNERS, &GATEWAY, &PAYOUTS, &UNHEARD_OF] {
        client.raw(product, Method::POST, "/x").json(&1).send().await.unwrap();
    }
    assert!(mock.received().iter().all(|received| received.body() == "1"));
}

#[tokio::test]
async fn a_body_that_cannot_be_encrypted_is_refused_as_without_the_mock() {
    let mock = Mock::new();
    mock.on_raw(Method::POST, "/x").payload(&"done");
    let client = mock.client().unwrap();
    let form = || client.raw(&PAYOUTS, Method::POST, "/x").form([("a", "b")]);
    assert_eq!(form().send().await.unwrap_err().kind(), ErrorKind::Config);
    assert_eq!(mock.received().len(), 0);
    form().encrypt(false).send().await.unwrap();
}

#[tokio::test]
async fn a_call_without_a_response_is_an_error_of_its_own_kind_and_is_not_sent_again() {
    let mock = Mock::new();
    let client = mock.client().unwrap();
    let search =
        SearchOrders { order_id: "SECRET-1", company: 77_123, states: vec!["SECRET-2".to_owned()] };
    let error = search.send(&client).await.unwrap_err();
    assert!(matches!(error, Error::NoMockResponse(_)), "{error:?}");
    assert_eq!(
        (error.kind(), error.outcome(), error.attempts()),
        (ErrorKind::NoMockResponse, Outcome::Unknown, 1)
    );
    assert_eq!(
        error.to_string(),
        "the mock has no response: `SearchOrders` (GET /api/v0/<company>/orders/<orderId>) \
         (add one with `Mock::on` or `Mock::on_raw`)"
    );
    let raw = client.raw(&ORDERS, Method::GET, "/SECRET-3").send().await.unwrap_err();
    assert!(raw.to_string().starts_with("the mock has no response: a raw GET call ("), "{raw}");
    let report = verified(&mock).unwrap_err();
    for text in [format!("{error:?}"), raw.to_string(), format!("{raw:?}"), report] {
        assert!(!text.contains("SECRET") && !text.contains("77123"), "{text}");
    }
    assert_eq!(mock.received().len(), 2);
}

#[tokio::test]
async fn a_response_is_sent_as_often_as_it_says_and_then_there_is_none() {
    let mock = Mock::new();
    mock.on::<CreateOrder>()
        .respond(MockResponse::error(422, "VALIDATION_ERROR", "no").times(2))
        .respond(MockResponse::payload(&"never").times(0))
        .respond(MockResponse::payload(&json!({ "id": 1 })).times(1));
    let client = mock.client().unwrap();
    let call = || CreateOrder { order_id: "1".to_owned() }.send(&client);
    for _ in 0..2 {
        assert_eq!(call().await.unwrap_err().outcome(), Outcome::Refused);
    }
    assert_eq!(call().await.unwrap().payload.unwrap()["id"], 1);
    mock.verify();
    let error = call().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NoMockResponse);
    assert!(
        error.to_string().contains("(POST /api/v0/orders), whose responses are used up"),
        "{error}"
    );
    mock.on_any().payload(&json!({ "id": 2 }));
    assert_eq!(call().await.unwrap().payload.unwrap()["id"], 2);
}

#[tokio::test(start_paused = true)]
async fn a_response_is_made_of_its_request() {
    let mock = Mock::new();
    let own = mock.clone();
    mock.on::<CreateOrder>().respond(
        MockResponse::from_request(move |request| match own.received_by::<CreateOrder>().len() {
            1 => MockResponse::raw(429, ""),
            _ => MockResponse::payload(&request.json()).header("x-request-id", "r-1"),
        })
        .after(Duration::from_secs(1)),
    );
    let begin = Instant::now();
    let reply =
        CreateOrder { order_id: "7".to_owned() }.send(&mock.client().unwrap()).await.unwrap();
    assert_eq!(
        (reply.attempts(), reply.request_id(), begin.elapsed().as_secs()),
        (2, Some("r-1"), 2)
    );
    assert_eq!(reply.into_payload().unwrap()["orderId"], "7");
    mock.verify();
}

/// Returns the message of a failed `verify`.
fn verified(mock: &Mock) -> Result<(), String> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| mock.verify()))
        .map_err(|panic| panic.downcast_ref::<String>().cloned().unwrap_or_default())
}

#[tokio::test]
async fn verify_lists_responses_without_a_call_and_calls_without_a_response() {
    let mock = Mock::new();
    assert_eq!(verified(&mock), Ok(()), "nothing was configured and nobody called");
    mock.on::<CreateOrder>()
        .payload(&json!({ "id": 1 }))
        .respond(MockResponse::raw(503, "").times(3));
    let line = line!() - 1;
    mock.on_raw(Method::PUT, "/SECRET").hang();
    let client = mock.client().unwrap();
    for _ in 0..2 {
        _ = CreateOrder { order_id: "1".to_owned() }.send(&client).await;
        _ = client.raw(&GATEWAY, Method::GET, "/SECRET").send().await;
    }
    mock.on_token_request().raw(500, "");
    let report = verified(&mock).unwrap_err();
    let at = |line, column| format!("added at {}:{line}:{column}", file!());
    assert_eq!(
        report.lines().collect::<Vec<_>>(),
        [
            "the calls do not match the responses of the mock:",
            &format!(
                "  used 1 of 3 times: response 2 of 2 to `CreateOrder` (POST /api/v0/orders), {}",
                at(line, 10)
            ),
            &format!("  not used: response 1 of 1 to a raw PUT call, {}", at(line + 2, 41)),
            &format!("  not used: response 1 of 1 to a token request, {}", at(line + 8, 29)),
            "  no response: a raw GET call, 2 times",
        ]
    );
    // Dropping a mock reports nothing.
    drop((client, mock));
}

/// Looks for orders.
#[endpoint(GET, "/api/v0/<company>/orders/<orderId>", response = Json)]
struct SearchOrders<'a> {
    /// The order.
    order_id: &'a str,
    /// The company.
    company: u32,
    /// The states.
    #[query]
    states: Vec<String>,
}

/// Creates an order.
#[endpoint(POST, "/api/v0/orders", response = Json, bare)]
struct CreateOrder {
    /// The merchant's own id.
    order_id: String,
}

#[tokio::test]
async fn endpoints_are_distinguished_by_their_types() {
    let mock = Mock::new();
    mock.on::<SearchOrders<'_>>().payload(&json!(["A"]));
    mock.on::<CreateOrder>().typed_payload(&json!({ "id": 7 }));
    let client = mock.client().unwrap();
    let order_id = "a/b".to_owned();
    let search = SearchOrders {
        order_id: &order_id,
        company: 5,
        states: vec!["a".to_owned(), "b c".to_owned()],
    };
    // The future borrows nothing of the request.
    let sending: PendingCall<Json> = search.send(&client);
    drop(search);
    drop(order_id);
    assert_eq!(tokio::spawn(sending).await.unwrap().unwrap().into_payload().unwrap(), json!(["A"]));
    let created = CreateOrder { order_id: "1".to_owned() }.send(&client).await.unwrap();
    assert_eq!(created.payload.unwrap()["id"], 7);

    let received = mock.received();
    assert!(received[0].is::<SearchOrders<'static>>() && !received[0].is::<CreateOrder>());
    assert_eq!(received[0].endpoint().unwrap().name(), "SearchOrders");
    assert_eq!(received[0].param("orderId").as_deref(), Some("a/b"));
    assert_eq!(received[0].param("company").as_deref(), Some("5"));
    assert_eq!(
        received[0].queries(),
        [("states", "a"), ("states", "b c")].map(|(n, v)| (n.to_owned(), v.to_owned()))
    );
    assert_eq!(mock.received_by::<CreateOrder>()[0].json().unwrap(), json!({ "orderId": "1" }));
}
