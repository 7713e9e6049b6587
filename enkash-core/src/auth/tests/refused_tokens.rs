//! Calls whose token is refused.

use super::*;
use crate::mock::Responses;

/// Returns a client whose calls end like this; the last one repeats.
fn call_client(responses: impl IntoIterator<Item = MockResponse>) -> (Mock, Client) {
    client_of(mock_with(responses), builder())
}

#[tokio::test(start_paused = true)]
async fn calls_that_all_get_401_request_two_tokens_at_most() {
    for age in [0, 29, 30, 100] {
        let (mock, client) = call_client([done(), status(401).after(SECOND)]);
        call(&client).await.unwrap();
        sleep(age * SECOND).await;
        let renewed = usize::from(age >= 29);
        for end in at_once(&client, 100).await {
            let error = end.unwrap_err();
            assert_eq!(error.outcome(), Outcome::Refused);
            assert_eq!(error.api().unwrap().status(), 401);
            assert_eq!(error.attempts() as usize, 1 + renewed, "at the age of {age} s");
        }
        for _ in 0..100 {
            assert_eq!(call(&client).await.unwrap_err().outcome(), Outcome::Refused);
        }
        assert_eq!(mock.token_requests().len(), 2, "at the age of {age} s");
    }
}

#[tokio::test(start_paused = true)]
async fn a_storm_of_refused_tokens_requests_one_other() {
    let mut steps = vec![done()];
    steps.extend(vec![status(401).after(SECOND); 100]);
    steps.push(done());
    let (mock, client) = call_client(steps);
    call(&client).await.unwrap();
    sleep(30 * SECOND).await;
    for end in at_once(&client, 100).await {
        assert_eq!(end.unwrap().attempts(), 2);
    }
    assert_eq!((mock.token_requests().len(), mock.received().len()), (2, 201));
}

/// One product refuses every token, while another one accepts them.
#[tokio::test(start_paused = true)]
async fn a_product_that_refuses_the_renewed_token_too_causes_no_other_request_for_five_minutes() {
    let mock = mock_with_tokens((1..9).map(|number| grant(&format!("token-{number}"), 100_000)));
    mock.on_raw(Method::GET, "/gw/picky").raw(401, "");
    let (mock, client) = client_of(mock, builder());
    let mut requests = Vec::new();
    for _ in 0..12 {
        call_of(&client, &EXPENSE).await.unwrap();
        let picky = client.raw(&CARDS, Method::GET, "/picky").send().await.unwrap_err();
        assert_eq!(picky.outcome(), Outcome::Refused);
        requests.push(mock.token_requests().len());
        sleep(60 * SECOND).await;
    }
    assert_eq!(requests, [1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4]);
    call_of(&client, &EXPENSE).await.unwrap();
    assert_eq!(carried(&mock).last().unwrap(), "token-4", "the others use the newest token");

    // A reset allows another attempt.
    client.reset_auth();
    client.raw(&CARDS, Method::GET, "/picky").send().await.unwrap_err();
    sleep(60 * SECOND).await;
    client.raw(&CARDS, Method::GET, "/picky").send().await.unwrap_err();
    assert_eq!(mock.token_requests().len(), 6);
}

#[tokio::test(start_paused = true)]
async fn a_renewal_that_fails_leaves_the_calls_outcome_as_it_was() {
    for (failure, expected) in [
        (invalid_grant(), AuthErrorKind::Refused),
        (lost(), AuthErrorKind::Unavailable),
        (status(503), AuthErrorKind::Unavailable),
    ] {
        for (ends, outcome) in
            [(vec![status(401)], Outcome::Refused), (vec![lost(), status(401)], Outcome::Unknown)]
        {
            let attempts = ends.len();
            let mock = mock_with_tokens([grant("one", 1000), failure.clone()]);
            ends.into_iter().fold(mock.on_any(), Responses::respond);
            let (_, client) = client_of(mock, builder());
            call(&client).await.unwrap();
            sleep(30 * SECOND).await;
            let error = call(&client).await.unwrap_err();
            assert_eq!(
                (error.outcome(), error.attempts() as usize),
                (outcome, attempts),
                "{failure:?}"
            );
            assert_eq!(auth_error(error).kind(), expected);
        }
    }
}
