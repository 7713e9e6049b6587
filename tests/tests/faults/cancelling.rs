//! Calls that are given up.

use std::future::{Future, poll_fn};
use std::task::Poll;
use std::time::Duration;

use enkash_core::{Outcome, RetryPolicy};
use enkash_tests::server::{Server, ServerAction, response, response_with, token};
use tokio::runtime::Handle;
use tokio::time::{sleep, timeout};

use super::{ReadThing, client, make, read, with_oauth, works};

/// Waits until no task of this runtime is left; the server has a runtime of its own.
async fn no_task_is_left() -> bool {
    for _ in 0..2000 {
        if Handle::current().metrics().num_alive_tasks() == 0 {
            return true;
        }
        sleep(Duration::from_millis(5)).await;
    }
    false
}

/// Polls it once.
async fn begin(call: &mut (impl Future + Unpin)) {
    poll_fn(|context| {
        assert!(std::pin::Pin::new(&mut *call).poll(context).is_pending());
        Poll::Ready(())
    })
    .await;
}

/// Lets it run for as long as the server needs to see something of it.
async fn run_until(call: impl Future, seen: impl Future<Output = bool>) {
    tokio::select! {
        _ = call => panic!("the call ended by itself"),
        seen = seen => assert!(seen, "the server saw nothing"),
    }
}

#[tokio::test]
async fn dropping_a_call_ends_it_wherever_it_is() {
    for (name, act) in [
        ("waiting for the response", ServerAction::Stall(vec![])),
        ("reading the headers", ServerAction::Stall(b"HTTP/1.1 200 OK\r\nX-".to_vec())),
        (
            "reading the body",
            ServerAction::Stall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{".to_vec()),
        ),
        (
            "reading a drip",
            ServerAction::Drip(
                b"HTTP/1.1 200 OK\r\n\r\n".to_vec(),
                b"x".to_vec(),
                Duration::from_millis(2),
            ),
        ),
    ] {
        let server = Server::start();
        let client = client(&server).build().unwrap();
        server.script([act]);
        run_until(read().send(&client), server.arrived(1)).await;
        assert!(server.open_at_most(0).await, "{name}: the connection is still open");
        assert!(
            no_task_is_left().await,
            "{name}: {} tasks",
            Handle::current().metrics().num_alive_tasks()
        );
        works(&server, &client, name).await;
        assert_eq!(server.calls().len(), 2, "{name}");
    }
}

#[tokio::test]
async fn dropping_a_call_that_waits_to_be_sent_again_sends_nothing_more() {
    let hour = Duration::from_secs(3600);
    let server = Server::start();
    let client = client(&server)
        .retry(RetryPolicy::default().delays(hour, hour))
        .timeout(Duration::from_secs(100_000))
        .build()
        .unwrap();
    for act in [
        ServerAction::Respond(response(503, "")),
        ServerAction::Respond(response_with(429, "Retry-After: 3600\r\n", "")),
    ] {
        let before = server.calls().len();
        server.script([act]);
        let mut call = Box::pin(read().send(&client));
        run_until(&mut call, server.arrived(before + 1)).await;
        // The response is on its way, and then the call sleeps.
        assert!(timeout(Duration::from_millis(50), &mut call).await.is_err());
        drop(call);
        works(&server, &client, "a call that waited").await;
        assert_eq!(server.calls().len(), before + 2);
    }
    drop(client);
    assert!(no_task_is_left().await);
}

/// Not even a token request.
#[tokio::test]
async fn a_call_that_is_never_polled_or_breaks_a_rule_sends_nothing() {
    let server = Server::start();
    let client = with_oauth(&server).build().unwrap();
    let call = make().send(&client);
    drop(call);
    let error = ReadThing { thing_id: "..".to_owned() }.send(&client).await.unwrap_err();
    assert_eq!((error.outcome(), error.attempts()), (Outcome::NotSent, 0));
    assert!(no_task_is_left().await);
    assert_eq!(server.connections(), 0);
}

/// A token request is begun for whoever comes, so that it goes on without the call that began it.
#[tokio::test]
async fn dropping_the_call_that_began_a_token_request_does_not_strand_the_others() {
    let server = Server::start();
    let client = with_oauth(&server).build().unwrap();
    // The response follows when the test has made another connection, whose request is the second
    // to arrive.
    server.script_tokens([ServerAction::Gate(
        2,
        Box::new(ServerAction::Respond(token("shared", 1000))),
    )]);
    let mut first = Box::pin(make().send(&client));
    begin(&mut first).await;
    let mut others: Vec<_> = (0..20).map(|_| Box::pin(make().send(&client))).collect();
    for other in &mut others {
        begin(other).await;
    }
    assert!(server.arrived(1).await);
    drop(first);
    let open = super::client(&server).build().unwrap();
    works(&server, &open, "the gate").await;
    for other in others {
        assert_eq!(other.await.unwrap().attempts(), 1);
    }
    assert_eq!((server.token_requests().len(), server.calls().len()), (1, 21));
    let shared = server
        .calls()
        .iter()
        .filter(|call| call.header("authorization") == Some("Bearer shared"))
        .count();
    assert_eq!(shared, 20);
}

#[tokio::test]
async fn all_that_wait_for_a_token_request_can_be_dropped() {
    let server = Server::start();
    let client = with_oauth(&server).attempt_timeout(Duration::from_millis(200)).build().unwrap();
    server.script_tokens([ServerAction::Stall(vec![])]);
    let mut calls: Vec<_> = (0..20).map(|_| Box::pin(make().send(&client))).collect();
    for call in &mut calls {
        begin(call).await;
    }
    assert!(server.arrived(1).await);
    drop(calls);
    // The token request itself ends with its own time.
    assert!(no_task_is_left().await);
    works(&server, &client, "a token request that nobody waited for").await;
    assert_eq!((server.token_requests().len(), server.calls().len()), (2, 1));
}
