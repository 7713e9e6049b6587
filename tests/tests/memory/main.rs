//! The memory that reading takes. A program of its own: it counts what the whole process allocates.
#![allow(missing_docs, clippy::unwrap_used, reason = "what fails here fails the test")]

use std::hint::black_box;

use enkash_core::{Bytes, Json, JsonMap, Payload, model};
use enkash_endpoints::bharat_connect::webhooks::ShareBidRequestWebhook;
use enkash_endpoints::cards::webhooks::CardTransactionWebhook;
use enkash_endpoints::payouts::webhooks::PayoutStatusNotification;
use enkash_endpoints::webhook::{Unverified, Webhook};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const BODY: usize = 2_000_000;

/// What a hostile sender may write as a value, over and over.
const PIECES: [&str; 12] = [
    r#"{"a":0}"#,
    r#"{"a":{"a":{"a":0}}}"#,
    "[0]",
    "[[[[0]]]]",
    "[]",
    "{}",
    "0",
    r#""""#,
    "null",
    "1e5",
    r#"{"a":0,"b":[0],"c":""}"#,
    r#"{"a":0,"b":0,"c":0,"d":0,"e":0,"f":0,"g":0,"h":0,"i":0,"j":0,"k":0,"l":0}"#,
];

fn list(piece: &str) -> String {
    let count = BODY / (piece.len() + 1);
    format!("[{}]", vec![piece; count].join(","))
}

fn members(piece: &str) -> String {
    let count = BODY / (piece.len() + 11);
    let members: Vec<String> =
        (0..count).map(|index| format!(r#""m{index:06}":{piece}"#)).collect();
    members.join(",")
}

/// How much more memory the process had while it read.
fn peak<T>(read: impl FnOnce() -> T) -> usize {
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    black_box(read());
    MEMORY.peak_usage() - before
}

fn of_webhook<T: Webhook>(body: &str) -> usize {
    assert!(body.len() < 2 << 20, "{}", body.len());
    peak(|| Unverified::<T>::from_slice(body.as_bytes()).is_ok())
}

#[model]
struct Row {
    id: Option<String>,
    #[extra]
    more: JsonMap,
}

/// One test, since tests of one program run side by side.
#[test]
fn a_hostile_body_needs_no_more_than_ten_times_its_length() {
    let mut peaks = Vec::new();
    let mut note =
        |what: String, body: &str, peak: usize| peaks.push((peak as f64 / body.len() as f64, what));
    for piece in PIECES {
        let body = format!(r#"{{"zz":{}}}"#, list(piece));
        note(format!("a list of {piece}"), &body, of_webhook::<PayoutStatusNotification>(&body));
    }
    for piece in ["0", r#"{"a":0}"#] {
        let body = format!("{{{}}}", members(piece));
        note(format!("members {piece}"), &body, of_webhook::<PayoutStatusNotification>(&body));
        let body = format!(r#"{{"zz":{{{}}}}}"#, members(piece));
        note(format!("an object of {piece}"), &body, of_webhook::<PayoutStatusNotification>(&body));
        // It is repaired as well.
        let body = format!(r#"{{"zz":{},"\ud83d":"\ud83d"}}"#, list(piece));
        note(
            format!("half a character after {piece}"),
            &body,
            of_webhook::<PayoutStatusNotification>(&body),
        );
        let body = format!(r#"{{"status":{}}}"#, list(piece));
        note(format!("declared JSON {piece}"), &body, of_webhook::<CardTransactionWebhook>(&body));

        let payload = Bytes::from(format!(r#"{{"zz":{}}}"#, list(piece)));
        // The API's own responses have more, since its lists are longer than a webhook event's.
        for (what, peak) in [
            ("a field", peak(|| Row::read(&payload, None).is_ok())),
            ("a payload", peak(|| Json::read(&payload, None).is_ok())),
        ] {
            assert!(peak < (32 << 20) + 18 * payload.len(), "{peak} bytes for {what} of {piece}");
        }
    }
    for piece in ["{}", r#"{"bidId":""}"#, r#"{"invoiceFinDetails":[{}]}"#] {
        let body = format!(r#"{{"bid":{{"bidDetails":{}}}}}"#, list(piece));
        note(
            format!("a declared list of {piece}"),
            &body,
            of_webhook::<ShareBidRequestWebhook>(&body),
        );
    }
    peaks.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let (worst, what) = &peaks[0];
    assert!(*worst <= 10.0, "{worst:.1} times the body: {what}; {peaks:#?}");
}
