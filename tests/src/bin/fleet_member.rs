//! One process of a fleet, for `tests/fleet`: it makes calls as it is asked on its standard input,
//! and prints how they ended.
//!
//! `call N` makes N calls at once, `age SECONDS` moves its own clock on, `reset` calls
//! `reset_auth`. Its settings come from the environment.

use std::collections::BTreeMap;
use std::env;
use std::io::BufRead;
use std::time::{Duration, Instant};

use enkash_core::{Client, Error, FileTokenStore, Method, OAuthCredentials, RedisTokenStore};
use enkash_tests::fixtures::PRODUCT;
use tokio::sync::mpsc;
use tokio::task::JoinSet;

fn main() {
    // What has a clock that can be moved has one thread.
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let client = client();
        let (sender, mut commands) = mpsc::unbounded_channel();
        std::thread::spawn(move || {
            for line in std::io::stdin().lock().lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
        while let Some(command) = commands.recv().await {
            let (name, argument) = command.split_once(' ').unwrap_or((&command, "0"));
            let number: u64 = argument.parse().expect("a number");
            match name {
                "call" => println!("{}", calls(&client, number).await),
                "age" => {
                    tokio::time::pause();
                    tokio::time::advance(Duration::from_secs(number)).await;
                    tokio::time::resume();
                    println!("aged");
                }
                "reset" => {
                    client.reset_auth();
                    println!("reset");
                }
                other => panic!("no command: {other}"),
            }
        }
    });
}

fn client() -> Client {
    let text = |name: &str| env::var(name).unwrap_or_else(|_| panic!("`{name}` is missing"));
    let millis = |name: &str| Duration::from_millis(text(name).parse().expect("a number"));
    let builder = Client::builder()
        .base_url(&PRODUCT, text("FLEET_URL"))
        .credentials(OAuthCredentials {
            username: "api-user@example.com".into(),
            password: text("FLEET_PASSWORD").into(),
            client_id: "CEK0TEST01".into(),
            client_secret: "not-a-real-secret".into(),
        })
        .attempt_timeout(millis("FLEET_ATTEMPT"))
        .timeout(millis("FLEET_CALL"));
    let (store, key) = (text("FLEET_STORE"), text("FLEET_KEY"));
    let builder = if store.starts_with("redis") {
        builder.token_store(RedisTokenStore::new(&store).expect("a URL of Redis"), key)
    } else {
        builder.token_store(FileTokenStore::new(store), key)
    };
    builder.build().expect("a client")
}

/// So many calls at once: how they ended, how long the last one took, and the last error, in a
/// line.
async fn calls(client: &Client, count: u64) -> String {
    let begin = Instant::now();
    let mut calls = JoinSet::new();
    for _ in 0..count {
        calls.spawn(client.raw(&PRODUCT, Method::POST, "/x").send());
    }
    let (mut ends, mut last) = (BTreeMap::<String, usize>::new(), String::new());
    while let Some(end) = calls.join_next().await {
        let end = match end.expect("no panic") {
            Ok(_) => "ok".to_owned(),
            Err(error) => {
                last = error.to_string();
                kind(&error)
            }
        };
        *ends.entry(end).or_default() += 1;
    }
    let ends: Vec<_> = ends.into_iter().map(|(end, count)| format!("{end}={count}")).collect();
    format!("{}\t{}\t{last}", ends.join(" "), begin.elapsed().as_millis())
}

fn kind(error: &Error) -> String {
    match error {
        Error::Auth(error) => format!("{:?}", error.kind()),
        Error::Transport(error) => format!("{:?}", error.kind()),
        other => format!("{:?}", other.kind()),
    }
}
