//! Token requests in the middle of which a caller, a process or a store goes away.

use super::declared::{OWN, request};
use super::stores::{KEY, Mood, TestStore, other};
use super::*;

/// A store that has the fingerprint of the key, and a process with these responses to the calls
/// that it makes itself.
async fn process(responses: impl IntoIterator<Item = MockResponse>) -> (TestStore, Mock, Client) {
    let (store, mock) = (TestStore::new(), mock_with(responses));
    call(&client_of(mock_with([done()]), other(&store)).1).await.unwrap();
    let client = store.client(&mock);
    (store, mock, client)
}

/// Its count is the lease's alone.
#[tokio::test(start_paused = true)]
async fn a_lease_whose_taking_nobody_saw_hides_no_failed_request() {
    for lost_requests in [1, 2] {
        let ends = std::iter::once(grant("one", 100)).chain((0..5).map(|_| lost()));
        let (store, mock) = (TestStore::new(), mock_with_tokens(ends));
        let client = store.client(&mock);
        call(&client).await.unwrap();
        sleep(100 * SECOND).await;
        store.is(Mood::LosesReplies);
        for _ in 0..lost_requests {
            failure(&client).await;
            store.is(Mood::Fails);
        }
        store.is(Mood::Good);
        for _ in lost_requests..2 {
            assert_eq!(failure(&client).await, AuthErrorKind::Suspended, "the second one in doubt");
        }
        for client in [&client, &store.client(&mock)] {
            assert_eq!(failure(client).await, AuthErrorKind::Suspended, "{lost_requests}");
        }
        assert_eq!(mock.token_requests().len(), 3, "{lost_requests}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_refusal_is_noted_also_if_the_call_that_learnt_it_is_dropped() {
    let (store, mock, client) = process([invalid_grant().after(SECOND)]).await;
    let call = tokio::spawn(tokio::time::timeout(2 * SECOND, request(&client, OWN)));
    sleep(SECOND / 2).await;
    store.is(Mood::Slow);
    assert!(call.await.unwrap().is_err(), "dropped while the store writes");
    sleep(5 * SECOND).await;
    store.is(Mood::Good);
    assert_eq!(failure(&client).await, AuthErrorKind::Refused);
    assert_eq!(failure(&store.client(&mock)).await, AuthErrorKind::Refused);
    assert_eq!((mock.received().len(), mock.token_requests().len()), (1, 0));
}

#[tokio::test(start_paused = true)]
async fn a_call_does_not_wait_for_the_store_beyond_its_time() {
    for mood in [Mood::Slow, Mood::Hangs, Mood::Refuses] {
        let (store, _, client) = process([invalid_grant().after(SECOND)]).await;
        let begin = Instant::now();
        let fields = [("username", "planted-user"), ("password", OWN)];
        let call = client.raw(&INVOICES, Method::POST, "/oauth/token").auth(crate::CallAuth::Basic);
        let call = tokio::spawn(call.form(fields).timeout(2 * SECOND).send());
        sleep(SECOND / 2).await;
        store.is(mood);
        // The response has arrived.
        let error = call.await.unwrap().unwrap_err();
        assert_eq!((error.outcome(), error.api().is_some()), (Outcome::Refused, true), "{mood:?}");
        assert!(begin.elapsed() <= 2 * SECOND, "{mood:?}: {:?}", begin.elapsed());
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_that_is_dropped_before_it_has_its_lease_leaves_nothing_behind() {
    let (store, mock, client) = process([done()]).await;
    for _ in 0..3 {
        store.is(Mood::TakesAndHangs);
        assert!(tokio::time::timeout(SECOND, request(&client, OWN)).await.is_err());
        store.is(Mood::Good);
    }
    assert!(mock.received().is_empty());
    let begin = Instant::now();
    call(&client).await.unwrap();
    call(&store.client(&mock)).await.unwrap();
    assert_eq!(begin.elapsed(), Duration::ZERO, "no lease to wait for, and no suspension");
    assert_eq!(mock.token_requests().len(), 1);
}

/// A process that dies leaves a lease that nobody finishes.
#[tokio::test(start_paused = true)]
async fn a_lease_is_short_whatever_the_limits_of_its_call() {
    let most = Duration::MAX;
    for (declared, limits, longest) in [
        (false, (most, most), 310 * SECOND),
        (true, (most, most), 310 * SECOND),
        (true, (most, 10 * SECOND), 20 * SECOND),
    ] {
        let (store, _, _) = process([]).await;
        let (attempt, timeout) = limits;
        let mock = Mock::new();
        mock.on_any().hang();
        mock.on_token_request().hang();
        let own = builder().attempt_timeout(attempt).timeout(timeout);
        let (_, client) = client_of(mock.clone(), own.token_store(store.clone(), KEY));
        let waiting = match declared {
            true => tokio::spawn(request(&client, OWN)),
            false => tokio::spawn(call(&client)),
        };
        sleep(SECOND).await;
        assert_eq!(mock.received().len() + mock.token_requests().len(), 1);
        let left = store.copy();
        waiting.abort();
        sleep(longest).await;
        let begin = Instant::now();
        let own = builder().timeout(SECOND).token_store(left, KEY);
        let end = call(&client_of(mock_with([done()]), own).1).await;
        assert!(end.is_ok() && begin.elapsed().is_zero(), "{declared} {limits:?}: {end:?}");
    }
}

/// It would end in no time, and count as a failed attempt.
#[tokio::test(start_paused = true)]
async fn a_declared_request_does_not_begin_at_its_deadline() {
    let (store, mock, client) = process([done()]).await;
    for _ in 0..3 {
        store.is(Mood::Slow);
        let fields = [("username", "planted-user"), ("password", OWN)];
        let call = client.raw(&INVOICES, Method::POST, "/oauth/token").auth(crate::CallAuth::Basic);
        let begin = Instant::now();
        let error = call.form(fields).timeout(4 * SECOND).send().await.unwrap_err();
        assert_eq!((error.outcome(), error.attempts()), (Outcome::NotSent, 0), "{error}");
        assert_eq!(begin.elapsed(), 4 * SECOND, "the store writes the lease so long");
        store.is(Mood::Good);
        sleep(100 * SECOND).await;
    }
    assert!(mock.received().is_empty());
    call(&client).await.unwrap();
}
