//! What a store adds to a call. It asserts nothing, and runs when it is asked to:
//! `cargo test --release -p enkash-tests --test fleet -- --ignored --nocapture figures`.

use std::time::{Duration, Instant};

use enkash_core::{
    Client, ClientBuilder, FileTokenStore, Method, OAuthCredentials, RedisTokenStore,
};
use enkash_tests::fixtures::PRODUCT;
use enkash_tests::server::Server;

use super::fleet::KEY;
use super::redis_server::{Folder, Redis};

const ROUNDS: usize = 200;

fn builder(server: &Server, password: usize) -> ClientBuilder {
    Client::builder().base_url(&PRODUCT, server.url()).credentials(OAuthCredentials {
        username: "api-user@example.com".into(),
        password: format!("not-a-real-password-{password}").into(),
        client_id: "CEK0TEST01".into(),
        client_secret: "not-a-real-secret".into(),
    })
}

/// The median of so many calls, each by what the function makes for it.
async fn median(client: impl Fn(usize) -> Client) -> Duration {
    let mut times = Vec::new();
    for round in 0..ROUNDS {
        let client = client(round);
        let begin = Instant::now();
        client.raw(&PRODUCT, Method::POST, "/x").send().await.expect("a success");
        times.push(begin.elapsed());
    }
    times.sort();
    times[ROUNDS / 2]
}

#[tokio::test]
#[ignore = "it takes time and asserts nothing"]
async fn figures() {
    let Some(redis) = Redis::start() else { return };
    let (server, folder) = (Server::start(), Folder::new());
    let connected = RedisTokenStore::new(&redis.url()).expect("a URL");
    let file = FileTokenStore::new(folder.path().join("accounts"));
    let in_redis = |password| builder(&server, password).token_store(connected.clone(), KEY);
    let build = |builder: ClientBuilder| builder.build().expect("a client");

    let memory = build(builder(&server, 0));
    println!("a token in memory, without a store   {:>9.1?}", median(|_| memory.clone()).await);
    let shared = build(in_redis(0));
    println!("a token in memory, with Redis        {:>9.1?}", median(|_| shared.clone()).await);
    println!(
        "a token request, without a store     {:>9.1?}",
        median(|round| build(builder(&server, round))).await
    );
    println!("a token request, with a file         {:>9.1?}", {
        median(|round| build(builder(&server, round).token_store(file.clone(), KEY))).await
    });
    println!(
        "a token request, with Redis          {:>9.1?}",
        median(|round| build(in_redis(1 + round))).await
    );
    println!(
        "a token found in Redis               {:>9.1?}",
        median(|round| build(in_redis(1 + round))).await
    );
    println!("the same over a connection to be made {:>8.1?}", {
        let fresh = || RedisTokenStore::new(&redis.url()).expect("a URL");
        median(|round| build(builder(&server, 1 + round).token_store(fresh(), KEY))).await
    });
}
