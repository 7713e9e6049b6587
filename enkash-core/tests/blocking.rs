//! The blocking client.
#![allow(clippy::unwrap_used, missing_docs, reason = "what fails here fails the test")]

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::{Duration, Instant};

use enkash_core::{
    Attempt, Bytes, Client, Method, OAuthCredentials, Outcome, Outgoing, Product, RetryPolicy, Text,
    Transport, TransportFuture, blocking, endpoint,
};
use tokio::runtime::{Builder, Runtime};

#[endpoint(GET, "/declared", response = Text)]
struct Declared;

/// A server on threads of its own, which keeps its connections and grants a token to whoever asks; its address.
fn server() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    thread::spawn(move || {
        listener.incoming().for_each(|stream| drop(thread::spawn(|| serve(stream.unwrap()))))
    });
    address
}

fn serve(mut stream: TcpStream) {
    const BODY: &str = r#"{"payload":"done","access_token":"not-a-real-token","expires_in":1000}"#;
    let response =
        format!("HTTP/1.1 200 OK\r\nX-Request-Id: r\r\nContent-Length: {}\r\n\r\n{BODY}", BODY.len());
    let lines = BufReader::new(stream.try_clone().unwrap()).lines();
    // The body of the token call has no line of its own, and none of the calls has an empty line but at its head's end.
    for line in lines.map_while(Result::ok) {
        if line.is_empty() {
            stream.write_all(response.as_bytes()).unwrap();
        }
    }
}

fn asynchronous(address: &str) -> Client {
    Client::builder()
        .base_url(Product::AccountsReceivable, format!("http://{address}"))
        .bearer("not-a-real-token")
        .retry(RetryPolicy::never())
        // A call that waits for nothing ends the test soon.
        .timeout(Duration::from_secs(20))
        .build()
        .unwrap()
}

fn client(address: &str) -> blocking::Client {
    blocking::Client::new(asynchronous(address)).unwrap()
}

/// Every kind of call.
fn call(client: &blocking::Client) {
    let reply = client.send(&Declared).unwrap();
    assert_eq!(reply.request_id(), Some("r"));
    assert_eq!(reply.into_payload().unwrap(), "done");
    let own = Declared.call().timeout(Duration::from_secs(10)).send(client.as_async());
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
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    drop(listener);
    let client = client(&address);
    let error = client.wait(client.raw(Method::GET, "/x").send()).unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent);
}

/// Made, used and dropped there; and made elsewhere, used there.
fn works(address: &str, elsewhere: &blocking::Client) {
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
        let account = OAuthCredentials {
            username: "user".into(),
            password: "not-a-real-password".into(),
            client_id: "CEK0TEST01".into(),
            client_secret: "not-a-real-secret".into(),
        };
        let builder = Client::builder().base_url(Product::AccountsReceivable, format!("http://{address}"));
        let client = builder.oauth(account).build().unwrap();
        // A kept connection and a token that this runtime has asked for.
        Declared.send(&client).await.unwrap();
        let blocking = blocking::Client::new(client.clone()).unwrap();
        call(&blocking);
        // And the other way round.
        Declared.send(&client).await.unwrap();
        call(&blocking);
        drop(blocking);
        Declared.send(&client).await.unwrap();
    });
    assert!(begin.elapsed() < Duration::from_secs(10), "{:?}", begin.elapsed());
}

/// Asks the blocking client that it serves.
#[derive(Default)]
struct Circular(OnceLock<blocking::Client>);

impl Transport for Circular {
    fn send(&self, _: Outgoing, _: Attempt) -> TransportFuture {
        let error = self.0.get().unwrap().send(&Declared).unwrap_err();
        Box::pin(async move { Ok(http::Response::new(Bytes::from(format!("{{\"payload\":\"{error}\"}}")))) })
    }
}

#[test]
fn a_transport_that_waits_for_its_own_client_is_told_so() {
    let transport = Arc::new(Circular::default());
    let asynchronous = Client::builder()
        .base_url(Product::AccountsReceivable, "https://example.invalid")
        .bearer("not-a-real-token")
        .transport(Arc::clone(&transport))
        .build()
        .unwrap();
    let client = blocking::Client::new(asynchronous).unwrap();
    transport.0.set(client.clone()).unwrap();
    let payload = client.send(&Declared).unwrap().into_payload().unwrap();
    assert!(payload.starts_with("a transport cannot wait"), "{payload:?}");
}
