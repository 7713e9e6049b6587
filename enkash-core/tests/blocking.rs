//! The blocking client.
#![allow(clippy::unwrap_used, reason = "what fails here fails the test")]

use std::io::{Read, Write};
use std::net::TcpListener;
use std::time::Duration;

use enkash_core::{Client, Method, Outcome, Product, RetryPolicy, blocking};

fn client(address: &str) -> blocking::Client {
    let client = Client::builder()
        .base_url(Product::AccountsReceivable, format!("http://{address}"))
        .bearer("not-a-real-token")
        .retry(RetryPolicy::never())
        .build()
        .unwrap();
    blocking::Client::new(client).unwrap()
}

#[test]
fn it_waits_for_the_reply() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let server = std::thread::spawn(move || {
        for _ in 0..4 {
            let (mut stream, _) = listener.accept().unwrap();
            let mut request = Vec::new();
            let mut piece = [0; 1024];
            while !request.ends_with(b"\r\n\r\n") {
                let read = stream.read(&mut piece).unwrap();
                request.extend_from_slice(&piece[..read]);
            }
            stream
                .write_all(
                    b"HTTP/1.1 200 OK\r\nX-Request-Id: r\r\nConnection: close\r\n\r\n{\"payload\":\"done\"}",
                )
                .unwrap();
        }
    });
    let client = client(&address);
    // From several threads at once.
    let threads: Vec<_> = (0..4)
        .map(|_| {
            let client = client.clone();
            std::thread::spawn(move || {
                let sending =
                    client.as_async().raw(Method::GET, "/x").timeout(Duration::from_secs(20)).send();
                let reply = client.wait(sending).unwrap();
                assert_eq!(reply.request_id(), Some("r"));
                assert_eq!(reply.into_payload().unwrap(), "done");
            })
        })
        .collect();
    threads.into_iter().for_each(|thread| thread.join().unwrap());
    server.join().unwrap();
}

#[test]
fn failures_come_as_they_are() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    drop(listener);
    let client = client(&address);
    let error = client.wait(client.as_async().raw(Method::GET, "/x").send()).unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent);
}

#[tokio::test]
async fn inside_a_runtime_it_is_an_error_and_no_panic() {
    let client = client("127.0.0.1:1");
    let error = client.wait(client.as_async().raw(Method::GET, "/x").send()).unwrap_err();
    assert_eq!((error.kind(), error.outcome()), ("config", Outcome::NotSent));
    let kept = client.clone();
    drop(client);
    drop(kept);
}
