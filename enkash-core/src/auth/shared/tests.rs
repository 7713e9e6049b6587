use std::time::Duration;

use super::*;
use crate::{StoredRecord, TokenStoreFuture};

/// A store that is never called.
struct NoStore(Moment, bool);

impl TokenStore for NoStore {
    fn load<'a>(&'a self, _: &'a str) -> TokenStoreFuture<'a, StoredRecord> {
        Box::pin(std::future::ready(Ok(StoredRecord { record: None, now: self.0 })))
    }

    fn compare_and_set<'a>(
        &'a self,
        _: &'a str,
        _: Option<&'a [u8]>,
        _: &'a [u8],
    ) -> TokenStoreFuture<'a, bool> {
        Box::pin(std::future::ready(Ok(self.1)))
    }
}

fn shared(key: &str) -> SharedStore {
    SharedStore::new(Arc::new(NoStore(Moment::ZERO, true)), &key.into()).unwrap()
}

fn id(part: &'static str) -> AccountId {
    AccountId::new(0, [part].into_iter())
}

const KEY: &str = "not-a-real-key-but-32-bytes-long";
const OTHER_KEY: &str = "not-a-real-key-but-33-bytes-long!";

#[test]
fn names_and_records_say_nothing_and_change_with_the_key() {
    let (one, same, other) = (shared(KEY), shared(KEY), shared(OTHER_KEY));
    let name = one.name(&id("planted-password"));
    assert_eq!(name, same.name(&id("planted-password")));
    assert!(name.starts_with("v1:") && name.len() == 3 + 64, "{name}");
    assert_ne!(name, other.name(&id("planted-password")));
    assert_ne!(name, one.name(&id("planted-passwore")));
    assert_ne!(one.fingerprint, other.fingerprint);

    let mut record = AccountRecord::default();
    record.stamp(Moment::from_secs(7));
    let encrypted = one.encrypt(&name, &record).unwrap();
    assert_ne!(encrypted, one.encrypt(&name, &record).unwrap(), "no record is written twice");
    assert_eq!(same.decrypt(&name, &encrypted).unwrap().generation(), record.generation());
    assert!(!encrypted.windows(10).any(|part| part == b"generation"));
    // Under another name, with another key, with any byte changed, truncated anywhere.
    assert!(one.decrypt("v1:other", &encrypted).is_err());
    assert!(other.decrypt(&name, &encrypted).is_err());
    for at in 0..encrypted.len() {
        let mut changed = encrypted.clone();
        changed[at] ^= 1;
        assert!(one.decrypt(&name, &changed).is_err(), "{at}");
        assert!(one.decrypt(&name, &encrypted[..at]).is_err(), "{at}");
    }
}

#[tokio::test]
async fn a_clock_without_an_end_is_an_error() {
    for (now, is_good) in [
        (Moment::ZERO, true),
        (LATEST, true),
        (LATEST + Duration::from_nanos(1), false),
        (Moment::MAX, false),
    ] {
        let store = SharedStore::new(Arc::new(NoStore(now, true)), &"k".repeat(32).into()).unwrap();
        assert_eq!(store.load(&id("a")).await.is_ok(), is_good, "{now:?}");
    }
}

#[tokio::test]
async fn a_store_that_takes_no_fingerprint_is_an_error() {
    let broken = Arc::new(NoStore(Moment::ZERO, false));
    let store = SharedStore::new(broken, &"k".repeat(32).into()).unwrap();
    assert!(store.load(&id("a")).await.is_err());
}

/// Processes of two releases share records.
#[test]
fn the_form_of_a_record_changes_only_with_the_version_of_the_format() {
    let json = r#"{"generation":9,"born":1,"epoch":2,"written":{"secs":8,"nanos":0},"last_grant":3,
        "counted":9,"counted_at":{"secs":4,"nanos":0},"refusal":"why",
        "rejected":true,"doubtful":2,"doubt":"lost","suspended_until":{"secs":900,"nanos":0},
        "lease":{"serial":9,"nonce":4,"until":{"secs":31,"nanos":0},"epoch":2,"early":false},
        "hosts":{"https://a.invalid/t":{"token":{"serial":3,"token":"T","granted":{"secs":5,"nanos":0},
        "lifetime":{"secs":300,"nanos":0}},"no_early_renewal":true,"unavailable":1,
        "paused_until":{"secs":6,"nanos":0},"trouble":"503"}}}"#;
    let record: AccountRecord = serde_json::from_str(json).unwrap();
    let written: serde_json::Value = serde_json::to_value(&record).unwrap();
    assert_eq!(written, serde_json::from_str::<serde_json::Value>(json).unwrap());
    assert_eq!(FORMAT, "v1");
    let without = serde_json::to_string(&record.without_tokens()).unwrap();
    assert!(without.contains(r#""token":null"#) && !without.contains("\"T\""), "{without}");
}
