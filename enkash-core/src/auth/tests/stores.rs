//! Shared stores: each client in these tests represents a process.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use super::*;
use crate::{StoredRecord, TokenStore, TokenStoreFuture};

pub(super) const KEY: &str = "not-a-real-key-but-32-bytes-long";

/// The behaviour of a store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mood {
    Good,
    Fails,
    Hangs,
    /// Reads succeed, and writes are refused.
    ReadOnly,
    Panics,
    /// The stored record never matches.
    Refuses,
    /// Writes succeed, but their replies are lost.
    LosesReplies,
    /// Writes succeed, and never return.
    TakesAndHangs,
    /// Writes take four seconds.
    Slow,
}

/// A store whose content a test can read and change, with a clock of its own.
#[derive(Clone)]
pub(super) struct TestStore(Arc<Mutex<Inner>>);

pub(super) struct Inner {
    mood: Mood,
    pub(super) records: HashMap<String, Vec<u8>>,
    start: Instant,
    offset: Duration,
    keeps_tokens: bool,
    refused: u32,
}

impl TestStore {
    pub(super) fn new() -> Self {
        let offset = Duration::from_secs(1_000_000);
        TestStore(Arc::new(Mutex::new(Inner {
            mood: Mood::Good,
            records: HashMap::new(),
            start: Instant::now(),
            offset,
            keeps_tokens: true,
            refused: 0,
        })))
    }

    pub(super) fn is(&self, mood: Mood) {
        self.0.lock().unwrap().mood = mood;
    }

    pub(super) fn change(&self, change: impl FnOnce(&mut Inner)) {
        change(&mut self.0.lock().unwrap());
    }

    fn put(&self, key: &str, expected: Option<&[u8]>, record: &[u8]) -> bool {
        let mut inner = self.0.lock().unwrap();
        let is_expected = inner.records.get(key).map(Vec::as_slice) == expected;
        if is_expected {
            inner.records.insert(key.to_owned(), record.to_vec());
        }
        is_expected
    }

    /// Returns a copy, to which the processes of this store do not write: as if they had died.
    pub(super) fn copy(&self) -> TestStore {
        let copy = TestStore::new();
        let inner = self.0.lock().unwrap();
        copy.change(|own| {
            (own.records, own.start, own.offset) =
                (inner.records.clone(), inner.start, inner.offset);
        });
        copy
    }

    /// Returns a client that represents a process, with this mock as its server.
    pub(super) fn client(&self, mock: &Mock) -> Client {
        let builder = builder().attempt_timeout(30 * SECOND).token_store(self.clone(), KEY);
        client_of(mock.clone(), builder).1
    }
}

impl TokenStore for TestStore {
    fn load<'a>(&'a self, key: &'a str) -> TokenStoreFuture<'a, StoredRecord> {
        Box::pin(async move {
            let mood = self.0.lock().unwrap().mood;
            match mood {
                Mood::Fails => return Err("no connection".into()),
                Mood::Panics => {
                    self.0.lock().unwrap().refused += 1;
                    panic!("a store that panics");
                }
                Mood::Hangs => std::future::pending().await,
                _ => {}
            }
            let inner = self.0.lock().unwrap();
            let now = inner.start.elapsed() + inner.offset;
            Ok(StoredRecord { record: inner.records.get(key).cloned(), now })
        })
    }

    fn compare_and_set<'a>(
        &'a self,
        key: &'a str,
        expected: Option<&'a [u8]>,
        record: &'a [u8],
    ) -> TokenStoreFuture<'a, bool> {
        Box::pin(async move {
            let mood = self.0.lock().unwrap().mood;
            match mood {
                Mood::Fails | Mood::ReadOnly | Mood::Panics => return Err("no connection".into()),
                Mood::Hangs => std::future::pending().await,
                Mood::Slow => sleep(4 * SECOND).await,
                Mood::Refuses => {
                    self.0.lock().unwrap().refused += 1;
                    return Ok(false);
                }
                Mood::Good | Mood::LosesReplies | Mood::TakesAndHangs => {}
            }
            let is_expected = self.put(key, expected, record);
            match mood {
                Mood::LosesReplies => Err("the reply got lost".into()),
                Mood::TakesAndHangs => std::future::pending().await,
                _ => Ok(is_expected),
            }
        })
    }

    fn keeps_tokens(&self) -> bool {
        self.0.lock().unwrap().keeps_tokens
    }
}

/// Returns a client of another account with the same store.
pub(super) fn other(store: &TestStore) -> ClientBuilder {
    builder().credentials_for(&INVOICES, other_credentials()).token_store(store.clone(), KEY)
}

/// Returns token responses with this lifetime.
pub(super) fn grants(seconds: u32) -> impl Iterator<Item = MockResponse> {
    (1..20).map(move |number| grant(&format!("token-{number}"), seconds))
}

#[tokio::test(start_paused = true)]
async fn processes_share_token_refusal_and_suspension() {
    for (ends, expected) in [
        (vec![grant("one", 1000)], None),
        (vec![invalid_grant()], Some(AuthErrorKind::Refused)),
        (vec![lost(), lost(), grant("late", 1000)], Some(AuthErrorKind::Suspended)),
    ] {
        let (store, mock) = (TestStore::new(), mock_with_tokens(ends.clone()));
        let sent = ends.len().min(2);
        for _ in 0..sent {
            let _ = call(&store.client(&mock)).await;
        }
        for _ in 0..4 {
            let end = call(&store.client(&mock)).await;
            assert_eq!(end.err().map(|error| auth_error(error).kind()), expected, "{ends:?}");
        }
        assert_eq!(mock.token_requests().len(), sent, "{ends:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_store_without_tokens_keeps_refusals_and_one_request_at_a_time() {
    let store = TestStore::new();
    store.change(|inner| inner.keeps_tokens = false);
    let mock = mock_with_tokens(grants(1000).map(|grant| grant.after(SECOND)));
    let clients: Vec<_> = (0..3).map(|_| store.client(&mock)).collect();
    let begin = Instant::now();
    let calls: Vec<_> = clients.iter().map(|client| tokio::spawn(call(client))).collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(mock.token_requests().len(), 3);
    assert!(begin.elapsed() >= 3 * SECOND, "one after the other");
    for client in &clients {
        call(client).await.unwrap();
    }
    assert_eq!(mock.token_requests().len(), 3, "each has its own now");

    let refused = mock_with_tokens([invalid_grant()]);
    for _ in 0..10 {
        let store = store.clone();
        let own = builder().credentials(other_credentials()).token_store(store, KEY);
        let client = own.transport(refused.clone()).build().unwrap();
        assert_eq!(failure(&client).await, AuthErrorKind::Refused);
    }
    assert_eq!(refused.token_requests().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn without_its_store_a_process_requests_a_token_only_if_it_was_granted_one() {
    for mood in [Mood::Fails, Mood::Hangs, Mood::ReadOnly] {
        let (store, mock) = (TestStore::new(), mock_with_tokens(grants(100)));
        let (granted, adopted) = (store.client(&mock), store.client(&mock));
        call(&granted).await.unwrap();
        call(&adopted).await.unwrap();
        assert_eq!(mock.token_requests().len(), 1, "{mood:?}");
        store.is(mood);
        let fresh = store.client(&mock);
        let begin = Instant::now();
        call(&granted).await.unwrap();
        call(&adopted).await.unwrap();
        assert_eq!(
            begin.elapsed(),
            Duration::ZERO,
            "{mood:?}: the token in use goes on being used"
        );
        if mood == Mood::ReadOnly {
            call(&fresh).await.unwrap();
        } else {
            assert_eq!(failure(&fresh).await, AuthErrorKind::Unavailable, "{mood:?}");
        }
        assert!(begin.elapsed() <= 5 * SECOND, "{mood:?}");
        sleep(100 * SECOND).await;
        for client in [&fresh, &adopted] {
            let begin = Instant::now();
            let error = auth_error(call(client).await.unwrap_err());
            assert_eq!(error.kind(), AuthErrorKind::Unavailable, "{mood:?}");
            assert!(error.to_string().contains("the token store failed: "), "{error}");
            assert!(begin.elapsed() <= 10 * SECOND, "{mood:?}");
        }
        assert_eq!(mock.token_requests().len(), 1, "{mood:?}");
        call(&granted).await.unwrap();
        assert_eq!(mock.token_requests().len(), 2, "{mood:?}");
        // Once the store is back, the others get its token, as soon as its process has written it.
        store.is(Mood::Good);
        sleep(92 * SECOND).await;
        call(&granted).await.unwrap();
        sleep(SECOND).await;
        call(&adopted).await.unwrap();
        call(&fresh).await.unwrap();
        assert_eq!(mock.token_requests().len(), 3, "{mood:?}: the early renewal");
    }
}

#[tokio::test(start_paused = true)]
async fn what_happens_without_the_store_counts_when_it_is_back() {
    for (ends, expected) in [
        (vec![invalid_grant()], AuthErrorKind::Refused),
        (vec![lost(), lost()], AuthErrorKind::Suspended),
    ] {
        let responses = std::iter::once(grant("one", 100)).chain(ends.clone());
        let (store, mock) = (TestStore::new(), mock_with_tokens(responses));
        let client = store.client(&mock);
        call(&client).await.unwrap();
        sleep(100 * SECOND).await;
        store.is(Mood::Fails);
        for _ in &ends {
            failure(&client).await;
        }
        assert_eq!(failure(&client).await, expected, "also without the store");
        store.is(Mood::Good);
        assert_eq!(failure(&client).await, expected);
        assert_eq!(failure(&store.client(&mock)).await, expected);
        assert_eq!(mock.token_requests().len(), 1 + ends.len(), "{expected:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn doubts_on_both_sides_of_a_separation_are_enough_for_a_suspension() {
    let (store, mock) = (TestStore::new(), mock_with_tokens([grant("one", 100), lost()]));
    let (client, other) = (store.client(&mock), store.client(&mock));
    call(&client).await.unwrap();
    sleep(100 * SECOND).await;
    store.is(Mood::Fails);
    assert_eq!(failure(&client).await, AuthErrorKind::Unavailable);
    store.is(Mood::Good);
    assert_eq!(failure(&other).await, AuthErrorKind::Unavailable);
    assert_eq!(failure(&client).await, AuthErrorKind::Suspended);
    assert_eq!(failure(&other).await, AuthErrorKind::Suspended);
    assert_eq!(mock.token_requests().len(), 3);
}

#[tokio::test(start_paused = true)]
async fn a_store_that_loses_its_data_is_given_what_the_processes_know() {
    for (ends, expected) in [
        (vec![invalid_grant()], AuthErrorKind::Refused),
        (vec![lost(), lost(), grant("late", 1000)], AuthErrorKind::Suspended),
    ] {
        let (store, mock) = (TestStore::new(), mock_with_tokens(ends.clone()));
        let client = store.client(&mock);
        // Only the fingerprint of the key.
        let _ = call(&client_of(mock_with([done()]), other(&store)).1).await;
        let before = store.0.lock().unwrap().records.clone();
        let _ = call(&client).await;
        let half = store.0.lock().unwrap().records.clone();
        failure(&client).await;
        let sent = mock.token_requests().len();
        // First everything is lost, then only the last write, as when an older state is restored.
        for records in [HashMap::new(), before, half] {
            store.change(|inner| inner.records = records);
            assert_eq!(failure(&client).await, expected);
            assert_eq!(failure(&store.client(&mock)).await, expected);
            assert_eq!(mock.token_requests().len(), sent, "{ends:?}");
        }
        // Another process starts over before the one with the record loads it.
        store.change(|inner| inner.records.clear());
        assert_eq!(
            failure(&store.client(&mock_with_tokens([lost()]))).await,
            AuthErrorKind::Unavailable
        );
        assert_eq!(failure(&client).await, expected);
        assert_eq!(mock.token_requests().len(), sent, "{ends:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_lease_whose_taking_nobody_saw_is_taken_back() {
    let (store, mock) = (TestStore::new(), mock_with_tokens([lost(), grant("one", 1000)]));
    let client = store.client(&mock);
    store.is(Mood::LosesReplies);
    // The fingerprint of the key, then the lease.
    for _ in 0..3 {
        assert_eq!(failure(&client).await, AuthErrorKind::Unavailable);
    }
    assert!(mock.token_requests().is_empty());
    store.is(Mood::Good);
    let begin = Instant::now();
    assert_eq!(failure(&client).await, AuthErrorKind::Unavailable, "the first request, in doubt");
    call(&client).await.unwrap();
    assert_eq!(begin.elapsed(), Duration::ZERO, "it waits for no lease");
    assert_eq!(mock.token_requests().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_token_is_not_lost_if_the_store_fails_while_it_is_requested() {
    for mood in [Mood::Fails, Mood::Hangs, Mood::ReadOnly, Mood::LosesReplies] {
        let (store, mock) =
            (TestStore::new(), mock_with_tokens([grant("one", 1000).after(SECOND)]));
        let client = store.client(&mock);
        let waiting = tokio::spawn(call(&client));
        sleep(SECOND / 2).await;
        store.is(mood);
        waiting.await.unwrap().unwrap();
        call(&client).await.unwrap();
        store.is(Mood::Good);
        call(&client).await.unwrap();
        assert_eq!(mock.token_requests().len(), 1, "{mood:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_clock_that_is_set_back_makes_nobody_wait_longer() {
    let (store, mock) =
        (TestStore::new(), mock_with_tokens([MockResponse::hang(), grant("one", 1000)]));
    let waiting = tokio::spawn(call(&store.client(&mock)));
    sleep(SECOND).await;
    // The process of this request never writes its end.
    let copy = store.copy();
    copy.change(|inner| inner.offset -= Duration::from_secs(3600));
    let begin = Instant::now();
    call(&copy.client(&mock)).await.unwrap();
    let waited = begin.elapsed();
    assert!(waited >= 29 * SECOND && waited <= 32 * SECOND, "{waited:?}");
    waiting.abort();
}

#[tokio::test(start_paused = true)]
async fn a_clock_that_is_set_ahead_ends_no_suspension_that_a_process_knows_of() {
    let (store, mock) = (TestStore::new(), mock_with_tokens([lost(), lost(), grant("one", 1000)]));
    let (one, other) = (store.client(&mock), store.client(&mock));
    for _ in 0..2 {
        failure(&one).await;
        failure(&other).await;
    }
    sleep(100 * SECOND).await;
    store.change(|inner| inner.offset += Duration::from_secs(3600));
    for client in [&one, &other, &one, &store.client(&mock)] {
        assert_eq!(failure(client).await, AuthErrorKind::Suspended);
    }
    // It is extended once, however many processes know of it.
    sleep(790 * SECOND).await;
    assert_eq!(failure(&one).await, AuthErrorKind::Suspended);
    sleep(10 * SECOND).await;
    call(&other).await.unwrap();
    assert_eq!(mock.token_requests().len(), 3);
}

#[tokio::test(start_paused = true)]
async fn a_reset_reaches_the_others_and_is_not_undone_by_them() {
    let (store, mock) = (TestStore::new(), mock_with_tokens([invalid_grant(), grant("one", 1000)]));
    let (one, other) = (store.client(&mock), store.client(&mock));
    assert_eq!(failure(&one).await, AuthErrorKind::Refused);
    assert_eq!(failure(&other).await, AuthErrorKind::Refused);
    store.is(Mood::Fails);
    one.reset_auth();
    assert_eq!(failure(&one).await, AuthErrorKind::Unavailable, "never granted a token");
    assert_eq!(failure(&other).await, AuthErrorKind::Refused, "known here");
    store.is(Mood::Good);
    call(&one).await.unwrap();
    call(&other).await.unwrap();
    assert_eq!(mock.token_requests().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_reset_takes_effect_with_the_next_call_and_erases_nothing_newer() {
    let (store, mock) = (TestStore::new(), mock_with_tokens([invalid_grant(), invalid_grant()]));
    let (one, other) = (store.client(&mock), store.client(&mock));
    assert_eq!(failure(&one).await, AuthErrorKind::Refused);
    one.reset_auth();
    sleep(SECOND).await;
    assert_eq!(failure(&other).await, AuthErrorKind::Refused, "the store does not know yet");
    other.reset_auth();
    assert_eq!(failure(&other).await, AuthErrorKind::Refused);
    assert_eq!(mock.token_requests().len(), 2);
    assert_eq!(failure(&one).await, AuthErrorKind::Refused, "by a request that began later");
    assert_eq!(failure(&store.client(&mock)).await, AuthErrorKind::Refused);
    assert_eq!(mock.token_requests().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_store_that_refuses_each_write_counts_as_unreachable() {
    let (store, mock) = (TestStore::new(), mock_with_tokens(grants(100)));
    let (granted, other) = (store.client(&mock), store.client(&mock));
    call(&granted).await.unwrap();
    sleep(100 * SECOND).await;
    store.is(Mood::Refuses);
    let begin = Instant::now();
    let error = auth_error(call(&other).await.unwrap_err());
    assert_eq!(error.kind(), AuthErrorKind::Unavailable);
    assert!(error.to_string().contains("refused every write"), "{error}");
    assert_eq!(store.0.lock().unwrap().refused, 20);
    assert!(begin.elapsed() > Duration::ZERO && begin.elapsed() < SECOND, "{:?}", begin.elapsed());
    call(&granted).await.unwrap();
    assert_eq!(mock.token_requests().len(), 2);
    // A request that was sent is recorded nevertheless.
    let (store, mock) = (TestStore::new(), mock_with_tokens([grant("one", 1000).after(SECOND)]));
    let client = store.client(&mock);
    let waiting = tokio::spawn(call(&client));
    sleep(SECOND / 2).await;
    store.is(Mood::Refuses);
    waiting.await.unwrap().unwrap();
    assert_eq!(store.0.lock().unwrap().refused, 20);
}

#[tokio::test(start_paused = true)]
async fn a_renewal_that_panicked_is_not_followed_by_the_next_one_at_once() {
    let (store, mock) = (TestStore::new(), mock_with_tokens(grants(100)));
    store.is(Mood::Panics);
    let waiting = tokio::spawn(call(&store.client(&mock)));
    sleep(5 * SECOND).await;
    let tries = store.0.lock().unwrap().refused;
    assert!((9..=11).contains(&tries), "{tries}");
    store.is(Mood::Good);
    waiting.await.unwrap().unwrap();
}

#[tokio::test(start_paused = true)]
async fn another_key_is_reported_and_costs_no_request() {
    let (store, mock) = (TestStore::new(), mock_with_tokens([grant("one", 1000)]));
    call(&store.client(&mock)).await.unwrap();
    let other = builder().token_store(store.clone(), KEY.replace("32", "33"));
    let error = auth_error(call(&client_of(mock.clone(), other).1).await.unwrap_err());
    assert_eq!(error.kind(), AuthErrorKind::Unavailable);
    assert!(error.to_string().contains("another key"), "{error}");
    // The same for an unreadable record.
    store.change(|inner| inner.records.values_mut().for_each(|record| record[20] ^= 1));
    let error = auth_error(call(&store.client(&mock)).await.unwrap_err());
    assert_eq!(error.kind(), AuthErrorKind::Unavailable);
    assert!(error.to_string().contains("is damaged"), "{error}");
    assert_eq!(mock.token_requests().len(), 1);

    for key in ["", "short", " not-a-real-key-but-33-bytes-long"] {
        let error = builder().token_store(store.clone(), key).build().unwrap_err();
        assert!(error.to_string().contains("the key of `token_store`"), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_request_ends_within_its_lease_also_if_the_store_is_slow() {
    let (store, mock) = (TestStore::new(), mock_with_tokens([MockResponse::hang()]));
    // The fingerprint of the key.
    call(&client_of(mock_with([done()]), other(&store)).1).await.unwrap();
    store.is(Mood::Slow);
    let begin = Instant::now();
    assert_eq!(failure(&store.client(&mock)).await, AuthErrorKind::Unavailable);
    // Four seconds for the lease, 26 for the request, four to record its end.
    assert_eq!(begin.elapsed(), 34 * SECOND);

    // Without remaining time it is not sent.
    let (store, mock) = (TestStore::new(), mock_with_tokens([grant("one", 1000)]));
    call(&store.client(&mock)).await.unwrap();
    store.is(Mood::Slow);
    let own = builder()
        .attempt_timeout(3 * SECOND)
        .credentials(other_credentials())
        .token_store(store, KEY);
    let client = own.transport(mock.clone()).build().unwrap();
    assert_eq!(failure(&client).await, AuthErrorKind::Unavailable);
    assert_eq!(mock.token_requests().len(), 1);
}
