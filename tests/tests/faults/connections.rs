//! Connections: those that are never made, break, are shared, and carry more than they should.

use std::time::{Duration, Instant};

use enkash_core::{Error, Method, Outcome, RetryPolicy};
use enkash_tests::server::{DeadPort, Greeting, Server, ServerAction, done, response};

use super::{MakeThing, PRODUCT, client, kind, make, read, with_oauth, with_token, works};

#[tokio::test]
async fn a_refused_connection_is_not_sent_and_tried_again_for_any_call() {
    let dead = DeadPort::bind().unwrap();
    let client = with_token(dead.url()).build().unwrap();
    for error in [make().send(&client).await.unwrap_err(), read().send(&client).await.unwrap_err()]
    {
        assert_eq!(
            (kind(&error).as_str(), error.outcome(), error.attempts()),
            ("connect", Outcome::NotSent, 3)
        );
    }
    let call = make();
    let error = call.call().retry(RetryPolicy::never()).send(&client).await.unwrap_err();
    assert_eq!((error.outcome(), error.attempts()), (Outcome::NotSent, 1));
}

/// The server takes the connection and waits for a request, so that the handshake hangs. Calls and
/// token requests alike have sent nothing then. A call is tried again; the next token request waits
/// longer than this call may take.
#[tokio::test]
async fn a_tls_handshake_that_hangs_past_the_limit_is_not_sent() {
    let server = Server::start();
    let limit = Duration::from_millis(50);
    let call = with_token(server.tls_url()).attempt_timeout(limit).build().unwrap();
    let error = make().send(&call).await.unwrap_err();
    assert_eq!(
        (kind(&error).as_str(), error.outcome(), error.attempts()),
        ("timeout", Outcome::NotSent, 3)
    );

    let token =
        with_oauth(&server).token_base_url(&PRODUCT, server.tls_url()).attempt_timeout(limit);
    let token = token.timeout(Duration::from_millis(500));
    let error = make().send(&token.build().unwrap()).await.unwrap_err();
    let Error::Auth(auth) = &error else { panic!("{error:?}") };
    let cause = auth.request_error().unwrap();
    assert_eq!(
        (kind(cause).as_str(), cause.outcome(), cause.attempts()),
        ("timeout", Outcome::NotSent, 1)
    );
    assert_eq!(error.outcome(), Outcome::NotSent);
    assert!(server.calls().is_empty() && server.token_requests().is_empty());
}

/// A connection that took a byte of the request along may have taken all of it, whoever closed it.
#[tokio::test]
async fn a_connection_that_breaks_during_the_request_leaves_the_outcome_open() {
    let large = MakeThing { name: "x".repeat(8 << 20) };
    for greeting in [
        Greeting::CloseAfter(1),
        Greeting::ResetAfter(1),
        Greeting::CloseAfter(1000),
        Greeting::ResetAfter(1000),
    ] {
        let server = Server::start();
        let client = client(&server).build().unwrap();
        server.greet([greeting]);
        let error = large.send(&client).await.unwrap_err();
        let actual = (kind(&error), error.outcome(), error.attempts());
        assert_eq!(actual, ("request".to_owned(), Outcome::Unknown, 1), "{greeting:?}");
        assert_eq!((server.connections(), server.calls().len()), (1, 0), "{greeting:?}");
        works(&server, &client, &format!("{greeting:?}")).await;
    }
}

/// Whether the client had begun to write is a matter of chance here. Where it had not, the call may
/// go on by itself; its outcome is right or open, and it arrives once at most.
#[tokio::test]
async fn a_connection_that_breaks_before_the_request_is_reported_truthfully() {
    for greeting in [Greeting::Close, Greeting::Reset] {
        for _ in 0..20 {
            let server = Server::start();
            let client = client(&server).build().unwrap();
            server.greet([greeting]);
            match make().send(&client).await {
                Ok(reply) => {
                    assert_eq!((reply.attempts(), server.calls().len()), (2, 1), "{greeting:?}")
                }
                Err(error) => {
                    let actual =
                        (kind(&error), error.outcome(), error.attempts(), server.calls().len());
                    assert_eq!(
                        actual,
                        ("request".to_owned(), Outcome::Unknown, 1, 0),
                        "{greeting:?}"
                    );
                }
            }
            works(&server, &client, &format!("{greeting:?}")).await;
        }
    }
    for greeting in [Greeting::Close, Greeting::Reset] {
        let server = Server::start();
        let client = client(&server).build().unwrap();
        server.greet([greeting; 2]);
        let reply = read().send(&client).await.unwrap();
        assert_eq!(
            (reply.attempts(), server.connections(), server.calls().len()),
            (3, 3, 1),
            "{greeting:?}"
        );
        server.greet([greeting; 3]);
        // The connection that is left takes the first attempt.
        server.script([ServerAction::Close(vec![])]);
        let error = read().send(&client).await.unwrap_err();
        assert_eq!((error.outcome(), error.attempts()), (Outcome::Unknown, 3), "{greeting:?}");
        works(&server, &client, &format!("{greeting:?}")).await;
    }
}

#[tokio::test]
async fn a_hundred_calls_share_one_connection_even_those_that_fail() {
    let server = Server::start();
    let client = client(&server).retry(RetryPolicy::never()).build().unwrap();
    server.script((0..100).map(|number| {
        ServerAction::Respond(match number % 5 {
            0 => response(422, r#"{"errorResponse":{"errorType":"VALIDATION_ERROR"}}"#),
            1 => response(503, "<html></html>"),
            2 => response(200, "not JSON"),
            _ => done(),
        })
    }));
    let mut succeeded = 0;
    for number in 0..100 {
        let result =
            if number % 2 == 0 { make().send(&client).await } else { read().send(&client).await };
        succeeded += usize::from(result.is_ok());
    }
    assert_eq!((succeeded, server.calls().len(), server.connections()), (40, 100, 1));
    assert!(server.calls().iter().all(|call| call.connection == 1));
}

/// The limit passes on tokio's clock, which moves by itself here; the server has a clock of its
/// own.
#[tokio::test]
async fn an_unused_connection_is_dropped_after_a_while() {
    let seconds = Duration::from_secs;
    for (limit, unused, connections) in [
        (None, Duration::from_millis(3900), 1),
        (None, Duration::from_millis(4100), 2),
        (Some(seconds(60)), seconds(59), 1),
        (Some(seconds(60)), seconds(61), 2),
        (Some(Duration::ZERO), Duration::ZERO, 2),
    ] {
        let server = Server::start();
        let mut client = client(&server);
        if let Some(limit) = limit {
            client = client.pool_idle_timeout(limit);
        }
        let client = client.build().unwrap();
        make().send(&client).await.unwrap();
        tokio::time::pause();
        tokio::time::advance(unused).await;
        tokio::time::resume();
        make().send(&client).await.unwrap();
        assert_eq!(server.connections(), connections, "{limit:?}, unused for {unused:?}");
    }
}

#[tokio::test]
async fn a_request_has_one_accept_and_one_content_length() {
    let server = Server::start();
    let client = with_oauth(&server).build().unwrap();
    make().send(&client).await.unwrap();
    for method in [Method::POST, Method::PUT, Method::PATCH, Method::GET, Method::DELETE] {
        client.raw(&PRODUCT, method, "/api/v0/thing").send().await.unwrap();
    }
    let (mut calls, tokens) = (server.calls(), server.token_requests());
    calls.extend(tokens);
    for call in &calls {
        let lines = |name: &str| {
            let line = |line: &&str| line.to_ascii_lowercase().starts_with(&format!("{name}:"));
            call.head.lines().filter(line).count()
        };
        assert_eq!((lines("accept"), lines("accept-encoding")), (1, 1), "{}", call.head);
        assert_eq!(call.header("accept"), Some("application/json, */*;q=0.1"));
        assert_eq!(call.header("accept-encoding"), Some("identity"));
        let has_length = !call.head.starts_with("GET") && !call.head.starts_with("DELETE");
        assert_eq!(lines("content-length"), usize::from(has_length), "{}", call.head);
        assert_eq!(lines("transfer-encoding"), 0, "{}", call.head);
        let length = has_length.then(|| call.body.len().to_string());
        assert_eq!(call.header("content-length").map(str::to_owned), length);
    }
    assert_eq!(calls.iter().filter(|call| call.header("content-length") == Some("0")).count(), 3);
}

/// It closes with the call, so that not even one that waits for a connection gets it.
#[tokio::test]
async fn without_a_time_to_keep_it_a_connection_closes_with_its_call() {
    let server = Server::start();
    let client = client(&server).pool_idle_timeout(Duration::ZERO).build().unwrap();
    make().send(&client).await.unwrap();
    // What looks for unused connections from time to time finds none.
    tokio::time::pause();
    let begin = Instant::now();
    while server.open() > 0 {
        assert!(begin.elapsed() < Duration::from_secs(10), "the connection is still open");
        std::thread::sleep(Duration::from_millis(1));
        tokio::task::yield_now().await;
    }
}

/// A server can close a kept connection without notice while the next call is on its way. Whether
/// it read that call is unknown then, unless no connection is used twice.
#[tokio::test]
async fn a_kept_connection_that_closes_under_a_call_leaves_its_outcome_open() {
    let server = Server::start();
    let fresh = client(&server).pool_idle_timeout(Duration::ZERO).build().unwrap();
    server.script(vec![ServerAction::Close(done()); 300]);
    for _ in 0..300 {
        assert_eq!(make().send(&fresh).await.unwrap().attempts(), 1);
    }
    let kept = client(&server).build().unwrap();
    server.script([ServerAction::Respond(done()), ServerAction::Close(vec![])]);
    make().send(&kept).await.unwrap();
    let error = make().send(&kept).await.unwrap_err();
    assert_eq!(
        (error.outcome(), error.attempts(), kind(&error)),
        (Outcome::Unknown, 1, "request".to_owned())
    );
    assert_eq!(server.connections(), 301);
    works(&server, &kept, "a kept connection that closed").await;
}

/// A response that nobody asked for is nobody's response: a payment must not be given another one's
/// success.
#[tokio::test]
async fn bytes_behind_a_response_are_not_taken_for_the_next_one() {
    let stale = response(200, r#"{"response_code":0,"payload":"stale"}"#);
    for behind in [stale, b"garbage".to_vec(), b"\r\n".to_vec()] {
        let server = Server::start();
        let client = client(&server).build().unwrap();
        server.script([ServerAction::Respond([done(), behind.clone()].concat())]);
        assert_eq!(make().send(&client).await.unwrap().payload.as_deref(), Some("done"));
        let text = String::from_utf8_lossy(&behind).into_owned();
        let second = read().send(&client).await;
        let payload = second.unwrap_or_else(|error| panic!("{text}: {error:?}")).payload;
        assert_eq!(payload.as_deref(), Some("done"), "{text}");
        works(&server, &client, &text).await;
    }
}

/// The response of a call that was given up is on its connection; no other call may read from
/// there.
#[tokio::test]
async fn a_connection_of_a_call_that_was_given_up_is_not_used_again() {
    let server = Server::start();
    let client = client(&server).build().unwrap();
    works(&server, &client, "the first call").await;
    server.script([ServerAction::Stall(vec![])]);
    let call = make();
    let error =
        call.call().attempt_timeout(Duration::from_millis(50)).send(&client).await.unwrap_err();
    assert_eq!(kind(&error), "timeout");
    works(&server, &client, "a call that was given up").await;
    let calls = server.calls();
    let connections: Vec<usize> = calls.iter().map(|call| call.connection).collect();
    assert_eq!(connections, [1, 1, 2]);
    assert!(server.open_at_most(1).await);
}

#[tokio::test]
async fn a_body_may_be_as_large_as_the_limit_and_no_larger() {
    let body = format!(r#"{{"payload":"{}"}}"#, "x".repeat(100_000));
    let chunks = format!(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{:x}\r\n{body}\r\n0\r\n\r\n",
        body.len()
    );
    for bytes in [response(200, &body), chunks.into_bytes()] {
        let server = Server::start();
        for (most, taken) in [(body.len(), true), (body.len() - 1, false), (0, false)] {
            let client = client(&server).max_response_bytes(most).build().unwrap();
            server.script([ServerAction::Respond(bytes.clone())]);
            let result = make().send(&client).await;
            match result {
                Ok(reply) => assert!(taken && reply.raw().len() == most, "{most}"),
                Err(error) => {
                    let actual = (kind(&error), error.outcome(), error.attempts());
                    assert_eq!(
                        (actual, taken),
                        (("too large".to_owned(), Outcome::Unknown, 1), false),
                        "{most}"
                    );
                }
            }
        }
    }
}

#[tokio::test]
async fn a_body_of_many_pieces_is_put_together() {
    let text = "x".repeat(300_000);
    let body = format!(r#"{{"payload":"{text}"}}"#);
    let mut chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".to_owned();
    for piece in body.as_bytes().chunks(7919) {
        chunked.push_str(&format!(
            "{:x}\r\n{}\r\n",
            piece.len(),
            std::str::from_utf8(piece).unwrap()
        ));
    }
    chunked.push_str("0\r\n\r\n");
    for bytes in [chunked.into_bytes(), response(200, &body)] {
        let server = Server::start();
        server.script([ServerAction::Respond(bytes)]);
        let reply = make().send(&client(&server).build().unwrap()).await.unwrap();
        assert!(reply.payload.as_deref() == Some(text.as_str()));
    }
}
