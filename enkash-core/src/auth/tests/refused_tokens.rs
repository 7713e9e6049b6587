//! What a token that is refused leads to.

use super::*;

/// A client whose calls end so; the last end repeats.
fn call_client(steps: impl IntoIterator<Item = Step>) -> (Arc<Script>, Client) {
    client_of(Script::new(steps), builder())
}

#[tokio::test(start_paused = true)]
async fn calls_that_all_get_401_request_two_tokens_at_most() {
    for age in [0, 29, 30, 100] {
        let (script, client) = call_client([Step::done(), Step::status(401).after(SECOND)]);
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
        assert_eq!(script.token_calls().len(), 2, "at the age of {age} s");
    }
}

#[tokio::test(start_paused = true)]
async fn a_storm_of_refused_tokens_requests_one_other() {
    let mut steps = vec![Step::done()];
    steps.extend(vec![Step::status(401).after(SECOND); 100]);
    steps.push(Step::done());
    let (script, client) = call_client(steps);
    call(&client).await.unwrap();
    sleep(30 * SECOND).await;
    for end in at_once(&client, 100).await {
        assert_eq!(end.unwrap().attempts(), 2);
    }
    assert_eq!((script.token_calls().len(), script.calls().len()), (2, 201));
}

/// One product refuses whatever token it gets, and another one works all the time.
#[tokio::test(start_paused = true)]
async fn a_product_that_refuses_the_renewed_token_too_causes_no_other_request_for_five_minutes() {
    struct Picky(Arc<Script>);
    impl crate::Transport for Picky {
        fn send(&self, request: crate::Outgoing, attempt: crate::Attempt) -> crate::TransportFuture {
            let refuses = request.path().ends_with("/picky");
            let response = self.0.send(request, attempt);
            Box::pin(async move {
                let mut response = response.await?;
                if refuses {
                    *response.status_mut() = http::StatusCode::UNAUTHORIZED;
                }
                Ok(response)
            })
        }
    }
    let script = Arc::new(Script::default());
    let long = |number| grant(&format!("token-{number}"), 100_000);
    *script.token_steps() = (1..9).map(long).collect();
    let transport = Picky(Arc::clone(&script));
    let client = builder().oauth(credentials()).transport(transport).build().unwrap();
    let mut requests = Vec::new();
    for _ in 0..12 {
        call_of(&client, Product::Expense).await.unwrap();
        let picky = client.raw(Method::GET, "/picky").product(Product::Cards).send().await.unwrap_err();
        assert_eq!(picky.outcome(), Outcome::Refused);
        requests.push(script.token_calls().len());
        sleep(60 * SECOND).await;
    }
    assert_eq!(requests, [1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4]);
    call_of(&client, Product::Expense).await.unwrap();
    assert_eq!(carried(&script).last().unwrap(), "token-4", "the others use the newest token");

    // Who resets the client expects it to try.
    client.reset_auth();
    client.raw(Method::GET, "/picky").product(Product::Cards).send().await.unwrap_err();
    sleep(60 * SECOND).await;
    client.raw(Method::GET, "/picky").product(Product::Cards).send().await.unwrap_err();
    assert_eq!(script.token_calls().len(), 6);
}

#[tokio::test(start_paused = true)]
async fn a_renewal_that_fails_leaves_the_calls_outcome_as_it_was() {
    for (failure, expected) in [
        (invalid_grant(), AuthErrorKind::Refused),
        (Step::lost(), AuthErrorKind::Unavailable),
        (Step::status(503), AuthErrorKind::Unavailable),
    ] {
        for (ends, outcome) in [
            (vec![Step::status(401)], Outcome::Refused),
            (vec![Step::lost(), Step::status(401)], Outcome::Unknown),
        ] {
            let attempts = ends.len();
            let script = Script::new([Step::done()].into_iter().chain(ends))
                .tokens([grant("one", 1000), failure.clone()]);
            let (_, client) = client_of(script, builder());
            call(&client).await.unwrap();
            sleep(30 * SECOND).await;
            let error = call(&client).await.unwrap_err();
            assert_eq!((error.outcome(), error.attempts() as usize), (outcome, attempts), "{failure:?}");
            assert_eq!(auth_error(error).kind(), expected);
        }
    }
}
