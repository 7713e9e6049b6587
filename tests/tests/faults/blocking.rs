//! The blocking client: wherever a runtime is, and wherever none is.

use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::{Duration, Instant};

use enkash_core::mock::Mock;
use enkash_core::{
    Attempt, Bytes, ErrorKind, Method, Outcome, PreparedRequest, RetryPolicy, Transport,
    TransportErrorKind, TransportFuture, TransportResponse, blocking,
};
use enkash_tests::server::Server;
use tokio::runtime::{Builder, Runtime};

use super::{PRODUCT, client, make, with_oauth, with_token};

/// A call that waits for nothing ends the test soon.
const LIMIT: Duration = Duration::from_secs(20);

fn blocking_client(server: &Server) -> blocking::Client {
    let asynchronous = client(server).retry(RetryPolicy::never()).timeout(LIMIT).build().unwrap();
    blocking::Client::new(asynchronous).unwrap()
}

/// Every kind of call.
fn call(client: &blocking::Client) {
    let request = make();
    assert_eq!(client.send(&request).unwrap().into_payload().unwrap(), "done");
    let own = request.call().timeout(Duration::from_secs(10)).send(client.as_async());
    assert_eq!(client.wait(own).unwrap().into_payload().unwrap(), "done");
    let raw = client.raw(&PRODUCT, Method::GET, "/raw").send();
    assert_eq!(client.wait(raw).unwrap().into_payload().unwrap(), "done");
}

fn current_thread() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

#[test]
fn it_waits_for_the_reply_on_several_threads_at_once() {
    let server = Server::start();
    let client = blocking_client(&server);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| call(&client));
        }
    });
}

#[test]
fn failures_come_as_they_are() {
    let mock = Mock::new();
    mock.on_raw(Method::GET, "/x").fail(TransportErrorKind::Connect, Outcome::NotSent);
    let asynchronous = mock.client_builder().retry(RetryPolicy::never()).build().unwrap();
    let client = blocking::Client::new(asynchronous).unwrap();
    let error = client.wait(client.raw(&PRODUCT, Method::GET, "/x").send()).unwrap_err();
    assert_eq!((error.kind(), error.outcome()), (ErrorKind::Transport, Outcome::NotSent));
}

/// Made, used and dropped there; and made elsewhere, used there.
fn works(server: &Server, elsewhere: &blocking::Client) {
    call(&blocking_client(server));
    call(elsewhere);
}

#[test]
fn it_works_wherever_a_runtime_is() {
    let server = Arc::new(Server::start());
    let elsewhere = blocking_client(&server);
    let moved = || {
        let (server, elsewhere) = (Arc::clone(&server), elsewhere.clone());
        move || works(&server, &elsewhere)
    };

    let runtime = current_thread();
    {
        let _entered = runtime.enter();
        works(&server, &elsewhere);
    }
    runtime.block_on(async { works(&server, &elsewhere) });
    let spawned = moved();
    runtime.block_on(async { tokio::spawn(async move { spawned() }).await.unwrap() });
    let local = moved();
    tokio::task::LocalSet::new().block_on(&runtime, async move { local() });

    let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let (spawned, in_place, blocking) = (moved(), moved(), moved());
    runtime.block_on(async { tokio::spawn(async move { spawned() }).await.unwrap() });
    runtime.block_on(async {
        tokio::spawn(async move { tokio::task::block_in_place(in_place) }).await.unwrap();
    });
    runtime.block_on(async { tokio::task::spawn_blocking(blocking).await.unwrap() });

    // A runtime without timers and sockets is enough.
    Builder::new_current_thread().build().unwrap().block_on(async { works(&server, &elsewhere) });
}

#[test]
fn it_waits_for_nothing_in_a_runtime_that_it_stops() {
    let server = Server::start();
    let begin = Instant::now();
    current_thread().block_on(async {
        let client =
            with_oauth(&server).retry(RetryPolicy::never()).timeout(LIMIT).build().unwrap();
        // A kept connection and a token that this runtime has asked for.
        make().send(&client).await.unwrap();
        let blocking = blocking::Client::new(client.clone()).unwrap();
        call(&blocking);
        // And the other way round.
        make().send(&client).await.unwrap();
        call(&blocking);
        drop(blocking);
        make().send(&client).await.unwrap();
    });
    assert!(begin.elapsed() < Duration::from_secs(10), "{:?}", begin.elapsed());
}

/// Asks the blocking client that it serves.
#[derive(Default)]
struct Circular(OnceLock<blocking::Client>);

impl Transport for Circular {
    fn send(&self, request: PreparedRequest, _: Attempt) -> TransportFuture {
        let error = self.0.get().unwrap().send(&make()).unwrap_err();
        let body = Bytes::from(format!("{{\"payload\":\"{error}\"}}"));
        Box::pin(
            async move { Ok(TransportResponse::new(request.url(), http::Response::new(body))) },
        )
    }
}

#[test]
fn a_transport_that_waits_for_its_own_client_gets_an_error() {
    let transport = Arc::new(Circular::default());
    let asynchronous =
        with_token("https://example.invalid".to_owned()).transport(Arc::clone(&transport)).build();
    let client = blocking::Client::new(asynchronous.unwrap()).unwrap();
    transport.0.set(client.clone()).unwrap();
    let payload = client.send(&make()).unwrap().into_payload().unwrap();
    assert!(payload.starts_with("a transport cannot wait"), "{payload:?}");
}
