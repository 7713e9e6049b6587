//! Ten thousand payments under random faults: what the client says of each is true of the server's journal.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use http::{Method, Response, StatusCode};
use serde_json::json;

use crate::error::{Error, TransportError, TransportErrorKind};
use crate::outcome::Outcome;
use crate::outgoing::Outgoing;
use crate::retry::{Jitter, RetryPolicy};
use crate::send::Call;
use crate::testing::{DONE, Pay, builder, credentials};
use crate::transport::{Attempt, Transport, TransportFuture};
use crate::{Product, Text};

/// A server that performs a payment or does not, and whose answer arrives or does not.
struct Unreliable {
    random: Jitter,
    /// How often each payment was performed.
    journal: Mutex<HashMap<Bytes, u32>>,
    /// Whether an id is performed once only.
    checks_ids: bool,
}

impl Unreliable {
    fn new(seed: u64, checks_ids: bool) -> Self {
        Unreliable { random: Jitter::seeded(seed), journal: Mutex::default(), checks_ids }
    }

    fn one_of(&self, count: usize) -> usize {
        (self.random.fraction() * count as f64) as usize
    }

    /// Performs the payment; whether its id was new.
    fn perform(&self, id: &Bytes) -> bool {
        let mut journal = self.journal.lock().unwrap();
        let times = journal.entry(id.clone()).or_default();
        if *times > 0 && self.checks_ids {
            return false;
        }
        *times += 1;
        true
    }

    fn performed(&self, id: &str) -> u32 {
        let body = Bytes::from(format!(r#"{{"transactionId":"{id}"}}"#));
        self.journal.lock().unwrap().get(&body).copied().unwrap_or(0)
    }

    fn answer(&self, id: &Bytes) -> Result<Response<Bytes>, TransportError> {
        let broken = |kind, outcome| Err(TransportError::new(kind, outcome));
        match self.one_of(16) {
            0..=2 => return broken(TransportErrorKind::Connect, Outcome::NotSent),
            3 => return broken(TransportErrorKind::Request, Outcome::Unknown),
            4 => return Ok(answer(429, "")),
            5 => return Ok(answer(401, "")),
            6 => return Ok(answer(422, r#"{"errorResponse":{"errorType":"VALIDATION_ERROR"}}"#)),
            7 => return Ok(answer(503, "<html>")),
            8 => return Ok(answer(200, r#"{"code":36,"message":"no such biller"}"#)),
            _ => {}
        }
        if !self.perform(id) {
            return Ok(answer(200, r#"{"code":38,"message":"used before"}"#));
        }
        match self.one_of(8) {
            0 => broken(TransportErrorKind::Request, Outcome::Unknown),
            1 => broken(TransportErrorKind::Body, Outcome::Unknown),
            2 => broken(TransportErrorKind::TooLarge, Outcome::Unknown),
            3 => Ok(answer(504, "")),
            4 => Ok(answer(200, "<html>")),
            5 => Ok(answer(200, r#"{"payload":{"cut":"o"#)),
            _ => Ok(answer(200, DONE)),
        }
    }
}

fn answer(status: u16, body: &'static str) -> Response<Bytes> {
    let mut response = Response::new(Bytes::from_static(body.as_bytes()));
    *response.status_mut() = StatusCode::from_u16(status).unwrap();
    response
}

impl Transport for Unreliable {
    fn send(&self, request: Outgoing, attempt: Attempt) -> TransportFuture {
        if attempt.token_call {
            let token = Bytes::from_static(br#"{"access_token":"t","expires_in":1000}"#);
            return Box::pin(std::future::ready(Ok(Response::new(token))));
        }
        let result = self.answer(&request.body);
        let hangs = result.is_err() && self.one_of(3) == 0;
        Box::pin(async move {
            // Some answers come after the client has given up.
            tokio::time::sleep(Duration::from_secs(if hangs { 90 } else { 1 })).await;
            result
        })
    }
}

/// Sends so many payments, with the id declared unique or without, and counts what became of them: succeeded, then
/// the outcomes performed, not sent, refused and unknown.
async fn run(payments: u32, seed: u64, unique: bool, checks_ids: bool, policy: RetryPolicy) -> [u32; 5] {
    let server = Arc::new(Unreliable::new(seed, checks_ids));
    let client = builder().oauth(credentials()).transport(Arc::clone(&server)).retry(policy).build().unwrap();
    let mut seen = [0; 5];
    for number in 0..payments {
        let id = format!("planted-{number}");
        let result = if unique {
            Call::new(&Pay { transaction_id: id.clone() }).send(&client).await
        } else {
            let call = client.raw(Method::POST, "/api/v0/pay").product(Product::BillPayments);
            call.json(&json!({ "transactionId": id })).send_as::<Text>().await
        };
        let performed = server.performed(&id);
        assert!(performed <= 1, "{id} was performed {performed} times");
        match result.as_ref().map_err(Error::outcome) {
            Ok(_) => {
                assert_eq!(performed, 1, "{id} succeeded");
                seen[0] += 1;
            }
            Err(Outcome::Performed) => {
                assert_eq!(performed, 1, "{id}: {result:?}");
                seen[1] += 1;
            }
            Err(Outcome::NotSent) => {
                assert_eq!(performed, 0, "{id}: {result:?}");
                seen[2] += 1;
            }
            Err(Outcome::Refused) => {
                assert_eq!(performed, 0, "{id}: {result:?}");
                seen[3] += 1;
            }
            Err(Outcome::Unknown) => seen[4] += 1,
        }
    }
    seen
}

#[tokio::test(start_paused = true)]
async fn no_payment_is_performed_twice_and_every_outcome_is_true() {
    let (once, resend) = (RetryPolicy::default(), RetryPolicy::resend_unique());
    for (payments, unique, policy) in [(10_000, false, once), (2_000, true, once), (2_000, false, resend)] {
        let [succeeded, _, not_sent, refused, unknown] = run(payments, 1, unique, false, policy).await;
        assert!(not_sent > 0 && [succeeded, refused, unknown].iter().all(|count| *count > payments / 10));
    }
}

#[tokio::test(start_paused = true)]
async fn a_unique_id_can_be_sent_again_without_paying_twice() {
    let [succeeded, _, _, _, unknown] = run(2_000, 2, true, true, RetryPolicy::resend_unique()).await;
    let [less, _, _, _, more] = run(2_000, 2, true, true, RetryPolicy::default()).await;
    assert!(succeeded > less && unknown < more, "{succeeded} > {less}, {unknown} < {more}");
}
