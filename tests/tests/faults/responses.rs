//! Responses that are broken, wrong, or none at all.

use std::time::{Duration, Instant};

use enkash_core::Outcome::{self, Refused, Unknown};
use enkash_core::{Error, Reply, Text};
use enkash_tests::server::{Server, ServerAction, done, response, response_with};

use super::{client, delete, kind, make, read, works};

/// A way to fail, and what has to come of it.
struct Case {
    name: &'static str,
    act: ServerAction,
    /// The [`kind`] of the error.
    kind: &'static str,
    outcome: Outcome,
    /// Whether an idempotent call is sent again.
    again: bool,
    /// Whether any other call is, too.
    again_always: bool,
}

fn case(name: &'static str, act: ServerAction, kind: &'static str, outcome: Outcome) -> Case {
    Case { name, act, kind, outcome, again: false, again_always: false }
}

impl Case {
    /// An idempotent call is sent again.
    fn again(self) -> Self {
        Case { again: true, ..self }
    }

    /// Any call is sent again.
    fn again_always(self) -> Self {
        Case { again: true, again_always: true, ..self }
    }
}

fn text(text: impl Into<String>) -> Vec<u8> {
    text.into().into_bytes()
}

/// A response whose body comes in chunks, as far as it is given.
fn chunked(rest: &str) -> Vec<u8> {
    text(format!("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{rest}"))
}

/// One chunk of so many bytes.
fn chunk(bytes: usize) -> Vec<u8> {
    text(format!("{bytes:x}\r\n{}\r\n", "x".repeat(bytes)))
}

const HALF: &str = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"response_code\":0,\"payl";
const ENDLESS: &str = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";

/// Connections and responses that break.
fn broken() -> Vec<Case> {
    let many_headers = (0..500).map(|number| format!("X-{number}: y\r\n")).collect::<String>();
    let huge = format!("HTTP/1.1 200 OK\r\nX-Huge: {}\r\n\r\n", "x".repeat(1 << 20));
    vec![
        case("closed without a response", ServerAction::Close(vec![]), "request", Unknown).again(),
        case("reset without a response", ServerAction::Reset(vec![]), "request", Unknown).again(),
        case("half a status line", ServerAction::Close(text("HTTP/1.1 20")), "request", Unknown)
            .again(),
        case(
            "half of the headers",
            ServerAction::Close(text("HTTP/1.1 200 OK\r\nX-A: b")),
            "request",
            Unknown,
        )
        .again(),
        case(
            "no HTTP",
            ServerAction::Close(text("220 mail.example.com ESMTP\r\n\r\n")),
            "request",
            Unknown,
        )
        .again(),
        case(
            "binary garbage",
            ServerAction::Close(vec![0x16, 3, 1, 0, 5, 1, 0xff, 0xfe, 0, 10, 13, 10]),
            "request",
            Unknown,
        )
        .again(),
        case("a body that breaks off", ServerAction::Close(text(HALF)), "body", Unknown).again(),
        case("a body that is reset", ServerAction::Reset(text(HALF)), "body", Unknown).again(),
        case(
            "a chunk without a size",
            ServerAction::Close(chunked("5\r\nhello\r\nnot a size\r\n")),
            "body",
            Unknown,
        )
        .again(),
        case(
            "a chunk of a huge size",
            ServerAction::Close(chunked("ffffffffffffffffff\r\nhello\r\n")),
            "body",
            Unknown,
        )
        .again(),
        case("half a chunk", ServerAction::Close(chunked("5\r\nhel")), "body", Unknown).again(),
        case("chunks without an end", ServerAction::Close(chunked("2\r\n{}\r\n")), "body", Unknown)
            .again(),
        case(
            "two lengths",
            ServerAction::Close(text(
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}\n",
            )),
            "request",
            Unknown,
        )
        .again(),
        case("a huge header", ServerAction::Close(text(huge)), "request", Unknown).again(),
        case(
            "five hundred headers",
            ServerAction::Close(text(format!("HTTP/1.1 200 OK\r\n{many_headers}\r\n"))),
            "request",
            Unknown,
        )
        .again(),
        case(
            "only an informational response",
            ServerAction::Close(text("HTTP/1.1 100 Continue\r\n\r\n")),
            "request",
            Unknown,
        )
        .again(),
        case(
            "an endless body",
            ServerAction::Flood(text(ENDLESS), vec![b'x'; 1 << 16]),
            "too large",
            Unknown,
        ),
        case("endless chunks", ServerAction::Flood(chunked(""), chunk(4096)), "too large", Unknown),
        case(
            "an endless body with a declared length",
            ServerAction::Flood(
                text("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"),
                vec![b'x'; 1 << 16],
            ),
            "too large",
            Unknown,
        ),
    ]
}

/// Whole responses that are no success.
fn wrong() -> Vec<Case> {
    let html = |status| {
        response_with(status, "Content-Type: text/html\r\n", "<html><h1>planted</h1></html>")
    };
    let envelope = |status, code: i64| {
        response(
            status,
            &format!(r#"{{"response_code":{code},"response_message":"No","payload":"why not"}}"#),
        )
    };
    let failure = r#"{"errorResponse":{"errorType":"VALIDATION_ERROR","errorMessage":"no such thing","requestId":"r-1"}}"#;
    let moved = |status| response_with(status, "Location: http://127.0.0.1:9/elsewhere\r\n", "");
    vec![
        case("a page with 200", ServerAction::Respond(html(200)), "decode", Unknown),
        case("a page with 502", ServerAction::Respond(html(502)), "502 NotJson", Unknown).again(),
        case(
            "garbage with 200",
            ServerAction::Respond(response(200, "\u{0}\u{1}{garbage")),
            "decode",
            Unknown,
        ),
        case(
            "half of a JSON body with 200",
            ServerAction::Respond(response(200, "{\"response_code\":0,")),
            "decode",
            Unknown,
        ),
        case(
            "other JSON with 200",
            ServerAction::Respond(response(200, r#"{"status":"UP"}"#)),
            "decode",
            Unknown,
        ),
        case("a list with 200", ServerAction::Respond(response(200, "[1,2]")), "decode", Unknown),
        case(
            "an error inside a 200",
            ServerAction::Respond(response(200, failure)),
            "200 Envelope",
            Unknown,
        ),
        case("a switch of protocols", ServerAction::Close(response(101, "")), "101 Empty", Unknown),
        case("301", ServerAction::Respond(moved(301)), "301 Empty", Unknown),
        case("302", ServerAction::Respond(moved(302)), "302 Empty", Unknown),
        case("303", ServerAction::Respond(moved(303)), "303 Empty", Unknown),
        case(
            "304",
            ServerAction::Respond(text("HTTP/1.1 304 Not Modified\r\n\r\n")),
            "304 Empty",
            Unknown,
        ),
        case("307", ServerAction::Respond(moved(307)), "307 Empty", Unknown),
        case("308", ServerAction::Respond(moved(308)), "308 Empty", Unknown),
        case("400", ServerAction::Respond(response(400, failure)), "400 Envelope", Refused),
        case(
            "401 for a token that cannot be renewed",
            ServerAction::Respond(response(401, "")),
            "401 Empty",
            Refused,
        ),
        case("403", ServerAction::Respond(html(403)), "403 NotJson", Refused),
        case("404", ServerAction::Respond(response(404, "{}")), "404 Json", Refused),
        case("405", ServerAction::Respond(response(405, "")), "405 Empty", Refused),
        case("408", ServerAction::Respond(response(408, "")), "408 Empty", Unknown),
        case("409", ServerAction::Respond(response(409, failure)), "409 Envelope", Unknown),
        case("410", ServerAction::Respond(response(410, "")), "410 Empty", Unknown),
        case("412", ServerAction::Respond(response(412, "")), "412 Empty", Refused),
        case("413", ServerAction::Respond(response(413, "")), "413 Empty", Refused),
        case("415", ServerAction::Respond(response(415, "")), "415 Empty", Refused),
        case(
            "422 with a string payload",
            ServerAction::Respond(envelope(422, 7)),
            "422 Envelope",
            Refused,
        ),
        case("429", ServerAction::Respond(response(429, "")), "429 Empty", Refused).again_always(),
        case("500", ServerAction::Respond(response(500, failure)), "500 Envelope", Unknown),
        case("501", ServerAction::Respond(response(501, "")), "501 Empty", Unknown),
        case("502", ServerAction::Respond(response(502, "")), "502 Empty", Unknown).again(),
        case("503", ServerAction::Respond(response(503, "")), "503 Empty", Unknown).again(),
        case("504", ServerAction::Respond(response(504, failure)), "504 Envelope", Unknown).again(),
        case("505", ServerAction::Respond(response(505, "")), "505 Empty", Unknown),
        case("599", ServerAction::Respond(response(599, "")), "599 Empty", Unknown),
    ]
}

/// Responses that never end in time.
fn slow() -> Vec<Case> {
    let pause = Duration::from_millis(5);
    let drip = |begin: &str| ServerAction::Drip(text(begin), text("x"), pause);
    vec![
        case("no response", ServerAction::Stall(vec![]), "timeout", Unknown).again(),
        case(
            "headers that stall",
            ServerAction::Stall(text("HTTP/1.1 200 OK\r\nX-")),
            "timeout",
            Unknown,
        )
        .again(),
        case("headers that drip", drip("HTTP/1.1 200 OK\r\nX-Slow: "), "timeout", Unknown).again(),
        case("a body that stalls", ServerAction::Stall(text(HALF)), "timeout", Unknown).again(),
        case(
            "a body that drips",
            drip("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"),
            "timeout",
            Unknown,
        )
        .again(),
        case("a body without an end that drips", drip(ENDLESS), "timeout", Unknown).again(),
        case("chunks that stall", ServerAction::Stall(chunked("2\r\n{}\r\n")), "timeout", Unknown)
            .again(),
        case(
            "an error whose body stalls",
            ServerAction::Stall(text("HTTP/1.1 400 Bad Request\r\nContent-Length: 9\r\n\r\n{")),
            "timeout",
            Unknown,
        )
        .again(),
        case(
            "informational responses for ever",
            // Without a pause, reading them keeps a slow machine from looking at the clock.
            ServerAction::Drip(vec![], text("HTTP/1.1 102 Processing\r\n\r\n"), pause),
            "timeout",
            Unknown,
        )
        .again(),
    ]
}

/// One call of each kind for each case: kind of error, outcome, attempts, what arrived, and that
/// the client goes on.
async fn play(cases: Vec<Case>, attempt_timeout: Duration) {
    for case in cases {
        let server = Server::start();
        let client = client(&server)
            .attempt_timeout(attempt_timeout)
            .max_response_bytes(1 << 20)
            .build()
            .unwrap();
        for idempotent in [false, true] {
            let name = format!("{} (idempotent: {idempotent})", case.name);
            let attempts = if case.again_always || (idempotent && case.again) { 3 } else { 1 };
            server.script(vec![case.act.clone(); attempts]);
            let before = server.calls().len();
            let begin = Instant::now();
            let result: Result<Reply<Text>, Error> =
                if idempotent { delete().send(&client).await } else { make().send(&client).await };
            let error = result.err().unwrap_or_else(|| panic!("{name}: no error"));
            assert_eq!(kind(&error), case.kind, "{name}: {error:?}");
            assert_eq!(error.outcome(), case.outcome, "{name}: {error:?}");
            assert_eq!(error.attempts() as usize, attempts, "{name}: {error:?}");
            assert_eq!(server.calls().len() - before, attempts, "{name}: requests that arrived");
            assert!(begin.elapsed() < Duration::from_secs(15), "{name}: {:?}", begin.elapsed());
            works(&server, &client, &name).await;

            if idempotent && case.again {
                server.script([case.act.clone(), case.act.clone()]);
                let reply =
                    read().send(&client).await.unwrap_or_else(|error| panic!("{name}: {error:?}"));
                assert_eq!(
                    (reply.attempts(), reply.payload.as_deref()),
                    (3, Some("done")),
                    "{name}"
                );
            }
        }
    }
}

#[tokio::test]
async fn a_response_that_breaks_leaves_the_outcome_open() {
    play(broken(), Duration::from_secs(10)).await;
}

#[tokio::test]
async fn a_whole_response_that_is_no_success_is_refused_or_unknown() {
    play(wrong(), Duration::from_secs(10)).await;
}

#[tokio::test]
async fn a_response_that_never_ends_ends_with_its_attempt() {
    play(slow(), Duration::from_millis(250)).await;
}

#[tokio::test]
async fn what_is_only_unusual_is_a_success() {
    const DONE: &str = r#"{"response_code":0,"payload":"done"}"#;
    let page = response_with(200, "Content-Type: text/html\r\n", DONE);
    let untyped = response_with(200, "", DONE);
    let later = |status: u16| {
        [text(format!("HTTP/1.1 {status} Soon\r\nX-Early: 1\r\n\r\n")), done()].concat()
    };
    let pieces = chunked(&format!(
        "1\r\n{{\r\n{:x};x=y\r\n{}\r\n0\r\nX-Late: 1\r\n\r\n",
        DONE.len() - 1,
        &DONE[1..]
    ));
    let bytewise = text(format!("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{DONE}"));
    let server = Server::start();
    let client = client(&server).build().unwrap();
    for (name, act, payload) in [
        ("another content type", ServerAction::Respond(page), Some("done")),
        ("no content type", ServerAction::Respond(untyped), Some("done")),
        ("100 before the response", ServerAction::Respond(later(100)), Some("done")),
        ("102 before the response", ServerAction::Respond(later(102)), Some("done")),
        ("103 before the response", ServerAction::Respond(later(103)), Some("done")),
        ("chunks with extensions and trailers", ServerAction::Respond(pieces), Some("done")),
        ("a body until the connection closes", ServerAction::Close(bytewise), Some("done")),
        ("204", ServerAction::Respond(text("HTTP/1.1 204 No Content\r\n\r\n")), None),
    ] {
        let before = server.calls().len();
        server.script([act]);
        let reply = make().send(&client).await.unwrap_or_else(|error| panic!("{name}: {error:?}"));
        assert_eq!((reply.payload.as_deref(), reply.attempts()), (payload, 1), "{name}");
        assert_eq!(server.calls().len(), before + 1, "{name}");
        if payload.is_none() {
            assert_eq!(reply.into_payload().unwrap_err().outcome(), Outcome::Unknown, "{name}");
        }
        works(&server, &client, name).await;
    }
}

#[tokio::test]
async fn an_error_is_one_line_whatever_the_server_sends() {
    let server = Server::start();
    let client = client(&server).build().unwrap();
    for said in [
        r#""errorType":"A\nB","requestId":"r\r\n1","errorMessage":"C\nD""#,
        r#""errorType":"\u2028\u0007""#,
    ] {
        for status in [200, 422, 500] {
            server.script([ServerAction::Respond(response(
                status,
                &format!("{{\"errorResponse\":{{{said}}}}}"),
            ))]);
            let error = make().send(&client).await.unwrap_err();
            let line = error.to_string();
            assert!(
                !line.contains(|sign: char| sign.is_control() || sign == '\u{2028}'),
                "{line:?}"
            );
        }
    }
}
