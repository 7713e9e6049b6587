//! What each end of an attempt proves, for a transfer that was planned and for one in doubt.

use enkash_core::mock::{Mock, MockResponse};
use enkash_core::{Outcome, TransportErrorKind};
use enkash_endpoints::payouts::InitiatePayoutTransfer;

use crate::verdict::{State, Verdict};

async fn verdict(before: State, response: MockResponse) -> Verdict {
    let mock = Mock::new();
    mock.on::<InitiatePayoutTransfer>().respond(response);
    let request = InitiatePayoutTransfer::builder()
        .transaction_id("T1")
        .transfer_amount("10.50".parse().unwrap())
        .transfer_mode(enkash_endpoints::payouts::models::TransferMode::Upi)
        .build();
    let result = request.send(&mock.client().unwrap()).await;
    Verdict::of(before, result.and_then(|reply| reply.into_payload()))
}

fn status(status: &str) -> MockResponse {
    MockResponse::raw(200, format!(r#"{{"enkashTransactionId": "EK1", "payoutStatus": {status}}}"#))
}

#[tokio::test]
async fn a_refusal_settles_a_planned_transfer_and_no_doubtful_one() {
    use State::{Accepted, Conflict, Doubtful, Exists, Failed, Paid, Planned, Refused};
    let fail = MockResponse::fail;
    let code =
        |status, code: u16| MockResponse::raw(status, format!(r#"{{"response_code": {code}}}"#));
    for (what, response, planned, doubtful, stops) in [
        ("success", status("\"SUCCESS\""), Paid, Paid, false),
        ("pending", status("\"PENDING\""), Accepted, Accepted, false),
        ("processing", status("\"PROCESSING\""), Accepted, Accepted, false),
        ("failed", status("\"FAILED\""), Failed, Failed, false),
        ("reversed", status("\"REVERSED\""), Failed, Failed, false),
        ("rejected", status("\"REJECTED\""), Refused, Doubtful, false),
        ("a new status", status("\"ON_HOLD\""), Exists, Exists, false),
        ("no status", status("null"), Exists, Exists, false),
        ("duplicate", MockResponse::raw(409, ""), Conflict, Exists, false),
        ("duplicate by code", code(400, 409), Conflict, Exists, false),
        ("refused", MockResponse::raw(422, ""), Refused, Doubtful, false),
        ("refused by code", code(400, 412), Refused, Doubtful, false),
        ("a code in a success", code(200, 422), Doubtful, Doubtful, false),
        ("no evidence", MockResponse::raw(200, "<html>"), Doubtful, Doubtful, false),
        ("server error", MockResponse::raw(500, ""), Doubtful, Doubtful, false),
        ("not enabled, or not encrypted", MockResponse::raw(403, ""), Doubtful, Doubtful, false),
        ("broken", fail(TransportErrorKind::Body, Outcome::Unknown), Doubtful, Doubtful, false),
        ("not sent", fail(TransportErrorKind::Connect, Outcome::NotSent), Planned, Doubtful, true),
        ("token refused", MockResponse::raw(401, ""), Planned, Doubtful, true),
        ("too many requests", MockResponse::raw(429, ""), Planned, Doubtful, true),
    ] {
        for (before, expected) in [(Planned, planned), (Doubtful, doubtful)] {
            let verdict = verdict(before, response.clone()).await;
            assert_eq!(
                (verdict.state, verdict.stops_the_run),
                (expected, stops),
                "{what}, {before:?}"
            );
            let is_response = matches!(expected, Paid | Accepted | Failed);
            assert!(!is_response || verdict.enkash_id.as_deref() == Some("EK1"), "{what}");
            assert!(
                expected == Paid || !verdict.note.is_empty(),
                "{what}: nothing for a person to read"
            );
        }
    }
    assert!(State::ALL.iter().all(|state| !state.as_str().is_empty()));
}
