//! Calls that are sent again: how often, when, and with which outcome.

use std::time::{Duration, Instant};

use enkash_core::Outcome::{self, Refused, Unknown};
use enkash_core::RetryPolicy;
use enkash_tests::server::{Server, ServerAction, done, response, response_with};

use super::{PayThing, client, delete, kind, make, pass, quick, read, with_oauth, works};

fn status(status: u16) -> ServerAction {
    ServerAction::Respond(response(status, ""))
}

fn lost() -> ServerAction {
    ServerAction::Close(vec![])
}

/// A DELETE whose first response was lost and whose second attempt finds nothing may have deleted:
/// it is not refused.
#[tokio::test]
async fn outcomes_are_folded_over_the_attempts() {
    let server = Server::start();
    let client = with_oauth(&server).attempt_timeout(Duration::from_millis(200)).build().unwrap();
    for (name, acts, attempts, outcome) in [
        ("lost, then 404", vec![lost(), status(404)], 2, Unknown),
        ("stalled, then 404", vec![ServerAction::Stall(vec![]), status(404)], 2, Unknown),
        (
            "cut off, then 404",
            vec![
                ServerAction::Close(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{".to_vec()),
                status(404),
            ],
            2,
            Unknown,
        ),
        ("503, then 404", vec![status(503), status(404)], 2, Unknown),
        ("502, 429, then 400", vec![status(502), status(429), status(400)], 3, Unknown),
        ("lost, 401, then 404", vec![lost(), status(401), status(404)], 3, Unknown),
        ("429, then 404", vec![status(429), status(404)], 2, Refused),
        ("401, then 404", vec![status(401), status(404)], 2, Refused),
        ("401, then lost, then 404", vec![status(401), lost(), status(404)], 3, Unknown),
        (
            "lost, then no JSON",
            vec![lost(), ServerAction::Respond(response(200, "<html>"))],
            2,
            Unknown,
        ),
        ("404", vec![status(404)], 1, Refused),
    ] {
        server.script(acts);
        // A token that is refused is renewed from this age on.
        pass(30).await;
        let before = server.calls().len();
        let error = delete().send(&client).await.unwrap_err();
        assert_eq!((error.outcome(), error.attempts()), (outcome, attempts), "{name}: {error:?}");
        assert_eq!(server.calls().len() - before, attempts as usize, "{name}");
        works(&server, &client, name).await;
    }
    // A later success settles it.
    server.script([lost(), status(503), ServerAction::Respond(done())]);
    assert_eq!(delete().send(&client).await.unwrap().attempts(), 3);
}

#[tokio::test]
async fn a_run_of_5xx_ends_after_the_attempts_of_the_policy() {
    let server = Server::start();
    let client = client(&server).build().unwrap();
    for (most, failing) in [(1, 9), (2, 9), (5, 9), (5, 4), (0, 9)] {
        let policy = quick().max_attempts(most);
        for begin in [502, 503, 504] {
            let attempts = most.max(1).min(failing + 1) as usize;
            let before = server.calls().len();
            server
                .script((0..failing as u16).map(|number| status(502 + (begin - 502 + number) % 3)));
            let call = read();
            let result = call.call().retry(policy).send(&client).await;
            assert_eq!(result.is_ok(), failing < most, "{most} {failing}");
            let actual = result.map_or_else(|error| error.attempts(), |reply| reply.attempts());
            assert_eq!(
                (actual as usize, server.calls().len() - before),
                (attempts, attempts),
                "{most} {failing}"
            );
        }
    }
    // A GET that acts is no reading.
    server.script([status(503), status(503)]);
    let error = PayThing { thing_id: "1".to_owned() }.send(&client).await.unwrap_err();
    assert_eq!((error.outcome(), error.attempts()), (Unknown, 1));
    works(&server, &client, "a run of 5xx").await;
}

/// The waits of the policy would last for hours: only `Retry-After` can make these calls quick.
#[tokio::test]
async fn retry_after_is_obeyed_in_both_forms_for_every_call() {
    let hours = Duration::from_secs(7200);
    let policy = RetryPolicy::default().delays(hours, hours);
    for asked in ["0", "Thu, 01 Jan 1970 00:00:00 GMT"] {
        let server = Server::start();
        let client =
            client(&server).retry(policy).timeout(Duration::from_secs(30)).build().unwrap();
        let busy = |status| {
            ServerAction::Respond(response_with(status, &format!("Retry-After: {asked}\r\n"), ""))
        };
        server.script([busy(429), busy(429)]);
        assert_eq!(make().send(&client).await.unwrap().attempts(), 3, "{asked}");
        server.script([busy(429), busy(503)]);
        assert_eq!(read().send(&client).await.unwrap().attempts(), 3, "{asked}");
        server.script([busy(429), busy(429), busy(429)]);
        let error = make().send(&client).await.unwrap_err();
        assert_eq!(
            (error.outcome(), error.attempts(), kind(&error)),
            (Refused, 3, "429 Empty".to_owned())
        );
        // A 503 is no evidence of whether it was performed.
        server.script([busy(503)]);
        let error = make().send(&client).await.unwrap_err();
        assert_eq!((error.outcome(), error.attempts()), (Unknown, 1), "{asked}");
        works(&server, &client, asked).await;
    }
}

#[tokio::test]
async fn a_wait_beyond_the_calls_time_is_not_begun() {
    let server = Server::start();
    let client = client(&server).timeout(Duration::from_secs(20)).build().unwrap();
    for asked in ["21", "86400", "Fri, 31 Dec 9999 23:59:59 GMT", "18446744073709551615"] {
        server.script([ServerAction::Respond(response_with(
            429,
            &format!("Retry-After: {asked}\r\n"),
            "",
        ))]);
        let before = server.calls().len();
        let begin = Instant::now();
        let error = make().send(&client).await.unwrap_err();
        assert_eq!((error.outcome(), error.attempts()), (Refused, 1), "{asked}");
        assert_eq!(error.api().unwrap().headers()["retry-after"], asked);
        assert_eq!(server.calls().len(), before + 1, "{asked}");
        assert!(begin.elapsed() < Duration::from_secs(15), "{asked}");
        works(&server, &client, asked).await;
    }
}

#[tokio::test]
async fn the_calls_own_time_ends_its_attempts() {
    let server = Server::start();
    let limit = Duration::from_millis(300);
    let client =
        client(&server).attempt_timeout(Duration::from_millis(100)).timeout(limit).build().unwrap();
    server.script(vec![ServerAction::Stall(vec![]); 50]);
    let begin = Instant::now();
    let call = read();
    let error = call.call().retry(quick().max_attempts(50)).send(&client).await.unwrap_err();
    assert_eq!((kind(&error).as_str(), error.outcome()), ("timeout", Outcome::Unknown));
    assert!((2..=4).contains(&error.attempts()), "{}", error.attempts());
    assert!(begin.elapsed() >= limit, "{:?}", begin.elapsed());
    // An attempt that timed out was sent.
    assert!(server.calls().len() <= error.attempts() as usize);
    works(&server, &client, "a call whose time was over").await;
}
