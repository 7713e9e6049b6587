//! The renewal task: early renewals, one at a time, independent of waiting calls.

use super::*;

#[tokio::test(start_paused = true)]
async fn dropping_the_call_that_began_the_renewal_strands_nobody() {
    let (mock, client) = token_client([grant("one", 100).after(SECOND)]);
    let first = tokio::spawn(call(&client));
    tokio::task::yield_now().await;
    let others: Vec<_> = (0..10).map(|_| tokio::spawn(call(&client))).collect();
    sleep(SECOND / 2).await;
    first.abort();
    assert!(first.await.unwrap_err().is_cancelled());
    for other in others {
        other.await.unwrap().unwrap();
    }
    assert_eq!(mock.token_requests().len(), 1);

    // The response is not lost with the only waiting call.
    let (mock, client) = token_client([invalid_grant().after(SECOND)]);
    assert!(tokio::time::timeout(SECOND / 2, call(&client)).await.is_err());
    sleep(SECOND).await;
    assert_eq!(failure(&client).await, AuthErrorKind::Refused);
    assert_eq!(mock.token_requests().len(), 1);
}

/// Runs a call in a separate runtime until it has waited for this long, and returns the runtime.
fn begin_elsewhere(client: Client, wait: Duration) -> tokio::runtime::Runtime {
    let begin = move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async { tokio::time::timeout(wait, call(&client)).await.unwrap_err() });
        runtime
    };
    std::thread::spawn(begin).join().unwrap()
}

#[tokio::test]
async fn a_request_on_a_runtime_that_is_gone_or_stands_still_is_given_up_and_counted() {
    const LIMIT: Duration = Duration::from_millis(200);
    for (is_gone, second, expected) in [
        (true, grant("two", 100), None),
        (true, lost(), Some(AuthErrorKind::Suspended)),
        (false, grant("two", 100), None),
        (false, lost(), Some(AuthErrorKind::Suspended)),
    ] {
        let (mock, client) = client_of(
            mock_with_tokens([MockResponse::hang(), second]),
            builder().attempt_timeout(LIMIT),
        );
        let stalled = begin_elsewhere(client.clone(), LIMIT / 4);
        if is_gone {
            std::thread::spawn(move || drop(stalled)).join().unwrap();
        } else {
            std::mem::forget(stalled);
        }
        let begin = Instant::now();
        let end = call(&client).await.err().map(|error| auth_error(error).kind());
        assert_eq!(end, expected);
        assert_eq!(mock.token_requests().len(), 2);
        let waited = begin.elapsed();
        assert!(if is_gone { waited < LIMIT } else { waited < 5 * SECOND }, "{waited:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_token_is_renewed_in_the_background_before_it_expires() {
    let (mock, client) = token_client([grant("one", 100), grant("two", 100).after(SECOND)]);
    call(&client).await.unwrap();
    sleep(91 * SECOND).await;
    call(&client).await.unwrap();
    call(&client).await.unwrap();
    sleep(2 * SECOND).await;
    call(&client).await.unwrap();
    assert_eq!(carried(&mock), ["one", "one", "one", "two"]);
    assert_eq!(mock.token_requests().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn an_early_renewal_that_fails_leaves_the_valid_token_in_use() {
    // Requests before and after the token expires.
    for (failure, early, late) in [
        (status(503), 3, 4),
        (lost(), 2, 3),
        (status(401), 2, 3),
        (MockResponse::raw(403, "<html>"), 2, 3),
        (invalid_grant(), 2, 2),
    ] {
        let mut steps = vec![grant("one", 1000)];
        steps.extend(vec![failure.clone(); early - 1]);
        steps.push(grant("two", 1000));
        let (mock, client) = token_client(steps);
        call(&client).await.unwrap();
        sleep(945 * SECOND).await;
        for _ in 0..15 {
            call(&client).await.unwrap();
            sleep(SECOND).await;
        }
        assert_eq!(carried(&mock), ["one"; 16], "{failure:?}");
        assert_eq!(mock.token_requests().len(), early, "{failure:?}");
        sleep(60 * SECOND).await;
        assert_eq!(call(&client).await.is_ok(), late > early, "{failure:?}");
        assert_eq!(mock.token_requests().len(), late, "{failure:?}");
    }
}
