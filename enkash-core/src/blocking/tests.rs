use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::{Duration, Instant};

use http::Method;
use tokio::runtime::{Builder, Runtime};

use super::*;
use crate::testing::server::{FaultServer, Then};
use crate::testing::{Pay, builder, credentials, mock_with, refused_connection};
use crate::{
    Attempt, Bytes, Call, ClientBuilder, Outgoing, Product, RetryPolicy, Transport, TransportFuture,
};

/// A server on a thread of its own, which keeps its connections and grants a token to whoever asks; its address.
fn server() -> String {
    const BODY: &str = r#"{"payload":"done","access_token":"not-a-real-token","expires_in":1000}"#;
    let response =
        format!("HTTP/1.1 200 OK\r\nX-Request-Id: r\r\nContent-Length: {}\r\n\r\n{BODY}", BODY.len());
    let (sender, receiver) = mpsc::channel();
    let serve = async move {
        let server = FaultServer::start(response, Then::Next).await;
        sender.send(server.address.to_string()).unwrap();
        std::future::pending::<()>().await;
    };
    thread::spawn(|| current_thread().block_on(serve));
    receiver.recv().unwrap()
}

fn client_of(address: &str) -> ClientBuilder {
    let url = format!("http://{address}");
    // A call that waits for nothing ends the test soon.
    let own = AsyncClient::builder().retry(RetryPolicy::never()).timeout(Duration::from_secs(20));
    own.base_url(Product::AccountsReceivable, url.clone()).base_url(Product::BillPayments, url)
}

fn client(address: &str) -> Client {
    Client::new(client_of(address).bearer("not-a-real-token").build().unwrap()).unwrap()
}

/// Every kind of call.
fn call(client: &Client) {
    let pay = Pay::new();
    let reply = client.send(&pay).unwrap();
    assert_eq!(reply.request_id(), Some("r"));
    assert_eq!(reply.into_payload().unwrap(), "done");
    let own = Call::new(&pay).timeout(Duration::from_secs(10)).send(client.as_async());
    assert_eq!(client.wait(own).unwrap().into_payload().unwrap(), "done");
    let raw = client.raw(Method::GET, "/raw").send();
    assert_eq!(client.wait(raw).unwrap().into_payload().unwrap(), "done");
}

fn current_thread() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

#[test]
fn it_waits_for_the_reply_on_several_threads_at_once() {
    let client = client(&server());
    let threads: Vec<_> = (0..4)
        .map(|_| {
            let client = client.clone();
            thread::spawn(move || call(&client))
        })
        .collect();
    threads.into_iter().for_each(|thread| thread.join().unwrap());
}

#[test]
fn failures_come_as_they_are() {
    let asynchronous = mock_with([refused_connection()]).client_builder().retry(RetryPolicy::never()).build();
    let client = Client::new(asynchronous.unwrap()).unwrap();
    let error = client.wait(client.raw(Method::GET, "/x").send()).unwrap_err();
    assert_eq!((error.kind(), error.outcome()), ("transport", Outcome::NotSent));
}

/// Made, used and dropped there; and made elsewhere, used there.
fn works(address: &str, elsewhere: &Client) {
    let own = client(address);
    call(&own);
    call(elsewhere);
}

#[test]
fn it_works_wherever_a_runtime_is() {
    let address = server();
    let elsewhere = client(&address);
    let moved = (address.clone(), elsewhere.clone());

    let runtime = current_thread();
    {
        let _entered = runtime.enter();
        works(&address, &elsewhere);
    }
    runtime.block_on(async { works(&address, &elsewhere) });
    let spawned = moved.clone();
    runtime.block_on(async { tokio::spawn(async move { works(&spawned.0, &spawned.1) }).await.unwrap() });
    let local = moved.clone();
    tokio::task::LocalSet::new().block_on(&runtime, async move { works(&local.0, &local.1) });

    let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let spawned = moved.clone();
    runtime.block_on(async { tokio::spawn(async move { works(&spawned.0, &spawned.1) }).await.unwrap() });
    let in_place = moved.clone();
    let task = async move { tokio::task::block_in_place(|| works(&in_place.0, &in_place.1)) };
    runtime.block_on(async { tokio::spawn(task).await.unwrap() });
    runtime.block_on(async {
        tokio::task::spawn_blocking(move || works(&moved.0, &moved.1)).await.unwrap();
    });

    // A runtime without timers and sockets does for it.
    Builder::new_current_thread().build().unwrap().block_on(async { works(&address, &elsewhere) });
}

#[test]
fn it_waits_for_nothing_in_a_runtime_that_it_stops() {
    let address = server();
    let begin = Instant::now();
    current_thread().block_on(async {
        let client = client_of(&address).oauth(credentials()).build().unwrap();
        // A kept connection and a token that this runtime has asked for.
        send(&Pay::new(), &client).await.unwrap();
        let blocking = Client::new(client.clone()).unwrap();
        call(&blocking);
        // And the other way round.
        send(&Pay::new(), &client).await.unwrap();
        call(&blocking);
        drop(blocking);
        send(&Pay::new(), &client).await.unwrap();
    });
    assert!(begin.elapsed() < Duration::from_secs(10), "{:?}", begin.elapsed());
}

/// Asks the blocking client that it serves.
#[derive(Default)]
struct Circular(OnceLock<Client>);

impl Transport for Circular {
    fn send(&self, _: Outgoing, _: Attempt) -> TransportFuture {
        let error = self.0.get().unwrap().send(&Pay::new()).unwrap_err();
        Box::pin(async move { Ok(http::Response::new(Bytes::from(format!("{{\"payload\":\"{error}\"}}")))) })
    }
}

#[test]
fn a_transport_that_waits_for_its_own_client_is_told_so() {
    let transport = Arc::new(Circular::default());
    let asynchronous = builder().bearer("not-a-real-token").transport(Arc::clone(&transport)).build();
    let client = Client::new(asynchronous.unwrap()).unwrap();
    transport.0.set(client.clone()).unwrap();
    let payload = client.send(&Pay::new()).unwrap().into_payload().unwrap();
    assert!(payload.starts_with("a transport cannot wait"), "{payload:?}");
}
