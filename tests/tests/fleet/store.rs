//! What `RedisTokenStore` promises as a store.

use std::sync::Arc;
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use enkash_core::{RedisTokenStore, TokenStore};

use super::fleet::Fleet;
use super::redis_server::{Folder, Redis, free_port};

#[tokio::test]
async fn a_record_takes_the_place_of_the_expected_one_alone_also_where_many_try() {
    let Some(redis) = Redis::start() else { return };
    let store = Arc::new(RedisTokenStore::new(&redis.url()).unwrap());
    assert_eq!(store.load("a").await.unwrap().record, None);
    assert!(!store.compare_and_set("a", Some(b"x"), b"one").await.unwrap());
    assert!(store.compare_and_set("a", None, b"one\r\n\0\xff").await.unwrap());
    assert!(!store.compare_and_set("a", None, b"two").await.unwrap());
    assert_eq!(store.load("a").await.unwrap().record.unwrap(), b"one\r\n\0\xff");
    // The reply to the first one may have got lost.
    assert!(store.compare_and_set("a", None, b"one\r\n\0\xff").await.unwrap());

    let tries: Vec<_> = (0..50)
        .map(|number: u32| {
            let store = Arc::clone(&store);
            tokio::spawn(async move {
                store
                    .compare_and_set("a", Some(b"one\r\n\0\xff"), &number.to_be_bytes())
                    .await
                    .unwrap()
            })
        })
        .collect();
    let mut set = 0;
    for tried in tries {
        set += usize::from(tried.await.unwrap());
    }
    assert_eq!(set, 1);

    let own = RedisTokenStore::new(&redis.url()).unwrap().prefix("own:");
    assert_eq!(own.load("a").await.unwrap().record, None);
    own.compare_and_set("a", None, b"x").await.unwrap();
    let mut keys: Vec<_> = redis.command("KEYS *").split(' ').map(str::to_owned).collect();
    keys.sort();
    assert_eq!(keys, ["enkash:a", "own:a"]);
    // Nothing of it expires.
    assert_eq!(redis.command("TTL enkash:a"), ":-1");
}

#[tokio::test]
async fn a_broken_connection_is_made_anew_and_a_server_that_hangs_is_given_up() {
    let Some(mut redis) = Redis::start() else { return };
    let store = RedisTokenStore::new(&redis.url()).unwrap();
    store.compare_and_set("a", None, b"one").await.unwrap();
    redis.stop();
    assert!(store.load("a").await.is_err());
    redis.run();
    assert_eq!(store.load("a").await.unwrap().record.unwrap(), b"one", "it keeps its data");
    redis.command("CLIENT KILL TYPE normal");
    assert_eq!(store.load("a").await.unwrap().record.unwrap(), b"one");
    redis.freeze();
    let begin = Instant::now();
    assert!(store.load("a").await.is_err());
    assert!(begin.elapsed() < Duration::from_secs(7), "{:?}", begin.elapsed());
    redis.thaw();
    assert_eq!(store.load("a").await.unwrap().record.unwrap(), b"one");
}

#[test]
fn a_connection_outlives_the_runtime_that_made_it() {
    let Some(redis) = Redis::start() else { return };
    let store = RedisTokenStore::new(&redis.url()).unwrap();
    for _ in 0..3 {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async { store.load("a").await.unwrap() });
    }
}

#[test]
fn a_wrong_url_is_an_error_that_does_not_show_it() {
    for url in
        ["", "localhost", "http://planted", "redis://:planted@host:port", "redis://h/planted"]
    {
        let error = RedisTokenStore::new(url).unwrap_err().to_string();
        assert!(error.starts_with("the Redis URL"), "{error}");
        assert!(!error.contains("planted"), "{error}");
    }
    let shown = format!("{:?}", RedisTokenStore::new("redis://:planted@localhost").unwrap());
    assert!(!shown.contains("planted"), "{shown}");
}

/// The guide names these commands.
#[tokio::test]
async fn it_works_with_a_user_who_may_do_no_more_than_it_needs() {
    let Some(redis) = Redis::start() else { return };
    redis.command("ACL SETUSER fleet on >not-a-real-password ~enkash:* +get +set +eval +time");
    let url = redis.url().replace("redis://", "redis://fleet:not-a-real-password@");
    let store = RedisTokenStore::new(&url).unwrap();
    assert!(store.compare_and_set("a", None, b"one").await.unwrap());
    assert_eq!(store.load("a").await.unwrap().record.unwrap(), b"one");
    assert!(store.clone().prefix("other:").load("a").await.is_err());
    let wrong = RedisTokenStore::new(&url.replace("not-a-real", "not-the-real")).unwrap();
    let error = wrong.load("a").await.unwrap_err().to_string();
    assert!(!error.contains("not-the-real"), "{error}");
}

fn pem(kind: &str, der: &[u8]) -> String {
    let text = STANDARD.encode(der);
    let lines: Vec<_> = text.as_bytes().chunks(64).map(String::from_utf8_lossy).collect();
    format!("-----BEGIN {kind}-----\n{}\n-----END {kind}-----\n", lines.join("\n"))
}

#[test]
fn a_connection_over_tls_trusts_the_systems_certificates_alone() {
    let (folder, port) = (Folder::new(), free_port());
    let own = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (certificate, key) = (path("certificate.pem"), path("key.pem"));
    std::fs::write(&certificate, pem("CERTIFICATE", own.cert.der())).unwrap();
    std::fs::write(&key, pem("PRIVATE KEY", &own.signing_key.serialize_der())).unwrap();
    let tls_port = port.to_string();
    let files = ["--tls-cert-file", &certificate, "--tls-key-file", &key];
    let options = ["--tls-port", &tls_port, "--tls-auth-clients", "no"].into_iter().chain(files);
    let Some(_redis) = Redis::start_with(folder, options.map(str::to_owned).collect()) else {
        return;
    };
    let fleet = Fleet::new(format!("rediss://localhost:{port}"));
    let trusting = [("SSL_CERT_FILE", certificate.as_str())];
    let ends = fleet.member_with(&trusting).call();
    assert_eq!(ends.kinds, "ok=1", "{}", ends.error);
    assert_eq!(fleet.member_with(&trusting).call().kinds, "ok=1");
    let ends = fleet.member().call();
    assert_eq!(ends.kinds, "Unavailable=1");
    assert!(ends.error.contains("ertificate"), "{}", ends.error);
    assert_eq!(fleet.token_requests(), 1);
}
