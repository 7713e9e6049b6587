//! The journal as a ring, and stopping.

use std::sync::{Arc, Mutex};

use enkash_sandbox::{Sandbox, StartError};
use reqwest::Method;
use serde_json::Value;

use crate::client::Desk;

#[tokio::test]
async fn the_ring_keeps_the_newest() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let book = Arc::clone(&seen);
    let builder = Sandbox::builder().journal_capacity(5);
    let desk =
        Desk::with(builder.observer(move |entry| book.lock().unwrap().push(entry.number))).await;
    for number in 0..20 {
        desk.send("payouts", Method::GET, &format!("/nothing/{number}"), Value::Null).await;
    }
    let journal = desk.sandbox.journal();
    assert_eq!(journal.len(), 5);
    assert_eq!(journal[4].path, "/nothing/19");
    assert_eq!((journal[4].number, desk.sandbox.requests()), (22, 22));
    assert_eq!(*seen.lock().unwrap(), (1..=22).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_taken_port_is_named() {
    let sandbox = Sandbox::start().await.unwrap();
    let port = sandbox.address().port();
    let error = Sandbox::builder().port(port).start().await.unwrap_err();
    assert!(matches!(error, StartError::Listen { .. }));
    assert!(error.to_string().contains(&port.to_string()), "{error}");
    sandbox.shutdown().await;
    Sandbox::builder().port(port).start().await.unwrap();
}

#[tokio::test]
async fn dropping_stops() {
    let desk = Desk::new().await;
    let url = desk.sandbox.url("payouts");
    assert!(desk.http.get(&url).send().await.is_ok());
    drop(desk.sandbox);
    // The port is free once the task is gone, which is at the next turn of the runtime.
    tokio::task::yield_now().await;
    assert!(desk.http.get(&url).send().await.is_err());
}
