use http::StatusCode;

use super::*;

const HOST: &str = "https://token.invalid/";
const OTHER: &str = "https://other.invalid/";
const TERMS: Terms = Terms { lease: Duration::from_secs(31), suspension: Duration::from_secs(900) };
const ANY: Purpose = Purpose::Call { unwanted: None };

/// A record with the clock and generations of a store.
#[derive(Default)]
struct Desk {
    record: AccountRecord,
    now: Moment,
    generation: u64,
}

impl Desk {
    fn begin(&mut self, host: &str, purpose: Purpose, abandoned: &[Lease]) -> TokenDecision {
        self.generation += 1;
        self.record.begin(host, purpose, self.now, self.generation, TERMS, abandoned)
    }

    fn lease(&mut self, host: &str, purpose: Purpose) -> Lease {
        match self.begin(host, purpose, &[]) {
            TokenDecision::Request(lease) => lease,
            other => panic!("{}", described(&other)),
        }
    }

    fn finish(
        &mut self,
        host: &str,
        lease: &Lease,
        end: RequestEnd,
        retry_after: Option<u64>,
    ) -> Finished {
        let granted = matches!(end, RequestEnd::Response { has_token: true, .. });
        let ended = TokenRequestResult {
            end,
            token: granted.then(|| ("T".into(), Duration::from_secs(300))),
            reason: "why".to_owned(),
            retry_after: retry_after.map(Duration::from_secs),
        };
        self.record.finish(host, lease, &ended, self.now, TERMS, 0.5)
    }

    /// Runs a request with this result.
    fn request(&mut self, end: RequestEnd) {
        let lease = self.lease(HOST, ANY);
        self.finish(HOST, &lease, end, None);
    }

    fn pass(&mut self, seconds: u64) {
        self.now += Duration::from_secs(seconds);
    }

    /// Returns the state of another process, which starts with what this one knows.
    fn separated(&self) -> Desk {
        Desk { record: self.record.clone(), ..*self }
    }

    /// Returns the record as a store would have it after this last write.
    fn merged(&mut self, other: &Desk) -> String {
        let mut found = Vec::new();
        for (own, other) in [(&*self, other), (other, &*self)] {
            for (earlier, later) in [(1, 2), (2, 1)] {
                let (mut own, mut other) = (own.separated(), other.separated());
                (own.record.generation, other.record.generation) = (earlier, later);
                own.record.merge(&other.record);
                own.generation = own.generation.max(other.generation);
                found.push(own.next());
            }
        }
        found.dedup();
        assert_eq!(found.len(), 1, "{found:?}");
        found.remove(0)
    }

    /// Returns the decision for a call at this time.
    fn next(&self) -> String {
        described(&self.record.clone().begin(HOST, ANY, self.now, self.generation + 1, TERMS, &[]))
    }
}

fn described(step: &TokenDecision) -> String {
    match step {
        TokenDecision::Use(token) => format!("use {}", token.serial),
        TokenDecision::Request(_) => "request".to_owned(),
        TokenDecision::Wait(left) => format!("wait {}", left.as_secs_f64()),
        TokenDecision::Keep => "keep".to_owned(),
        TokenDecision::Refused(reason) => format!("refused {reason}"),
        TokenDecision::Suspended(_, left) => format!("suspended {}", left.as_secs_f64()),
        TokenDecision::Paused(_, left) => format!("paused {}", left.as_secs_f64()),
    }
}

fn response(status: u16) -> RequestEnd {
    let status = StatusCode::from_u16(status).unwrap();
    RequestEnd::Response { status, has_token: false, refuses: false }
}

fn granted() -> RequestEnd {
    RequestEnd::Response { status: StatusCode::OK, has_token: true, refuses: false }
}

fn refusing() -> RequestEnd {
    RequestEnd::Response { status: StatusCode::BAD_REQUEST, has_token: false, refuses: true }
}

#[test]
fn what_follows_from_the_requests_so_far() {
    let lost = RequestEnd::Lost;
    for (ends, expected) in [
        (vec![], "request"),
        (vec![granted()], "use 1"),
        (vec![refusing()], "refused why"),
        (vec![response(403)], "request"),
        (vec![lost], "request"),
        (vec![lost, lost], "suspended 900"),
        (vec![response(403), response(422)], "suspended 900"),
        (vec![response(200), response(401)], "suspended 900"),
        (vec![response(401), response(401)], "refused why"),
        (vec![response(400), response(423)], "refused why"),
        (vec![response(401), response(403)], "suspended 900"),
        // Before the first token.
        (vec![response(500), response(500)], "suspended 900"),
        (vec![response(503)], "paused 1.5"),
        (vec![response(404)], "paused 1.5"),
        (vec![RequestEnd::NotSent], "paused 1.5"),
        // An unavailable host neither adds to nor clears the count.
        (vec![response(503), RequestEnd::NotSent, lost], "request"),
        (vec![lost, response(503), lost], "suspended 900"),
    ] {
        let mut desk = Desk::default();
        for end in &ends {
            desk.request(*end);
            if desk.next().starts_with("paused") && desk.generation < ends.len() as u64 {
                desk.pass(60);
            }
        }
        assert_eq!(desk.next(), expected, "{ends:?}");
    }
}

#[test]
fn a_grant_clears_doubts_and_time_does_not() {
    let mut desk = Desk::default();
    desk.request(response(401));
    desk.pass(1_000_000);
    desk.request(granted());
    desk.pass(300);
    desk.request(response(401));
    assert_eq!(desk.next(), "request", "the first one since the grant");
    desk.pass(1_000_000);
    desk.request(response(403));
    assert_eq!(desk.next(), "suspended 900");
    // From now on there is one request after each suspension.
    for _ in 0..3 {
        desk.pass(900);
        assert_eq!(desk.next(), "request");
        desk.request(RequestEnd::Lost);
        assert_eq!(desk.next(), "suspended 900");
    }
    // After a first token, a 500 does not count against the credentials.
    desk.pass(900);
    desk.request(response(500));
    assert_eq!(desk.next(), "paused 1.5");
    desk.pass(2);
    desk.request(granted());
    desk.pass(300);
    desk.request(RequestEnd::Lost);
    assert_eq!(desk.next(), "request");
}

#[test]
fn a_request_is_counted_before_it_is_sent_and_one_is_under_way_at_a_time() {
    let mut desk = Desk::default();
    let first = desk.lease(HOST, ANY);
    assert_eq!(described(&desk.begin(OTHER, ANY, &[])), "wait 31");
    desk.pass(31);
    // The end of the first one is unknown.
    let second = desk.lease(OTHER, ANY);
    desk.pass(31);
    assert_eq!(desk.next(), "suspended 900");
    // Both processes ended during their request, and so does the third.
    desk.pass(900);
    let third = desk.lease(HOST, ANY);
    // Its owner is known to be gone.
    assert_eq!(described(&desk.begin(HOST, ANY, &[third])), "suspended 931");
    // A late result counts as it would have in time.
    assert!(matches!(desk.finish(HOST, &first, response(503), None), Finished::Paused(_)));
    assert!(matches!(desk.finish(OTHER, &second, granted(), None), Finished::Granted(Some(_))));
    assert!(matches!(desk.finish(HOST, &first, refusing(), None), Finished::Superseded));
    assert_eq!(desk.record.doubtful, 1, "the third one is still under way");
}

#[test]
fn a_late_refusal_counts_and_a_late_token_does_not_replace_a_newer_one() {
    let mut desk = Desk::default();
    let first = desk.lease(HOST, ANY);
    desk.pass(31);
    let second = desk.lease(HOST, ANY);
    assert!(matches!(desk.finish(HOST, &first, refusing(), None), Finished::Refused));
    assert_eq!(desk.next(), "refused why");
    assert!(matches!(desk.finish(HOST, &second, granted(), None), Finished::Granted(Some(_))));
    assert_eq!(desk.next(), "use 2");
    match desk.finish(HOST, &first, granted(), None) {
        Finished::Granted(Some(token)) => assert_eq!(token.serial, 2),
        _ => panic!("a token is a token"),
    }
}

#[test]
fn an_unwanted_token_is_replaced_and_another_one_used() {
    let mut desk = Desk::default();
    desk.request(granted());
    assert_eq!(described(&desk.begin(HOST, Purpose::Call { unwanted: Some(7) }, &[])), "use 1");
    assert_eq!(described(&desk.begin(OTHER, ANY, &[])), "request");
    desk.pass(31);
    assert_eq!(described(&desk.begin(HOST, Purpose::Call { unwanted: Some(1) }, &[])), "request");
    desk.pass(931);
    assert_eq!(described(&desk.begin(HOST, Purpose::Declared, &[])), "request");
}

#[test]
fn an_early_renewal_in_doubt_is_not_repeated_before_the_token_has_expired() {
    let early = Purpose::EarlyRenewal { of: 1 };
    for (end, next) in [
        (RequestEnd::Lost, "keep"),
        (response(403), "keep"),
        (response(401), "keep"),
        (refusing(), "refused why"),
        (response(503), "request"),
        (granted(), "use 2"),
    ] {
        let mut desk = Desk::default();
        desk.request(granted());
        desk.pass(280);
        let lease = desk.lease(HOST, early);
        desk.finish(HOST, &lease, end, None);
        desk.pass(10);
        assert_eq!(described(&desk.begin(HOST, early, &[])), next, "{end:?}");
    }
    // Also one whose process is gone.
    let mut desk = Desk::default();
    desk.request(granted());
    desk.pass(240);
    desk.lease(HOST, early);
    desk.pass(31);
    assert_eq!(described(&desk.begin(HOST, early, &[])), "keep");
    desk.pass(29);
    assert_eq!(desk.next(), "request", "the token has expired");
}

#[test]
fn an_unavailable_host_is_left_alone_for_longer_and_longer() {
    for (before, retry_after, fraction, pause) in [
        (0, None, 0.0, 1.0),
        (0, None, 1.0, 2.0),
        (1, None, 0.0, 2.0),
        (4, None, 0.5, 24.0),
        (5, None, 0.0, 30.0),
        (5, None, 1.0, 60.0),
        (u32::MAX - 1, None, 1.0, 60.0),
        (0, Some(0), 0.5, 1.5),
        (5, Some(0), 1.0, 60.0),
        (0, Some(60), 0.5, 60.0),
        (9, Some(7), 0.5, 7.0),
        (0, Some(86_400), 0.5, 900.0),
    ] {
        let found = super::pause(before + 1, retry_after.map(Duration::from_secs), fraction);
        assert_eq!(found.as_secs_f64(), pause, "{before} {retry_after:?} {fraction}");
    }
    // The pause applies to the host, not to the account.
    let mut desk = Desk::default();
    desk.request(response(503));
    assert_eq!(described(&desk.begin(OTHER, ANY, &[])), "request");
}

#[test]
fn a_reset_forgets_everything_but_the_request_under_way() {
    for end in [refusing(), RequestEnd::Lost, response(503), granted()] {
        let mut desk = Desk::default();
        let lease = desk.lease(HOST, ANY);
        desk.record.reset(desk.now, desk.now);
        assert_eq!(desk.next(), "wait 31");
        assert!(matches!(desk.finish(HOST, &lease, end, None), Finished::Superseded));
        assert_eq!(desk.next(), "request");
        desk.request(RequestEnd::Lost);
        assert_eq!(desk.next(), "request");
        desk.request(end);
        desk.record.reset(desk.now, desk.now);
        assert_eq!(desk.next(), "request", "{end:?}");
    }
}

#[test]
fn a_request_that_was_late_and_not_sent_lifts_no_suspension_of_others() {
    let mut desk = Desk::default();
    let late = desk.lease(HOST, ANY);
    desk.pass(31);
    desk.request(RequestEnd::Lost);
    assert_eq!(desk.next(), "suspended 900");
    assert!(matches!(desk.finish(OTHER, &late, RequestEnd::NotSent, None), Finished::Paused(_)));
    assert_eq!(desk.next(), "suspended 900");
}

#[test]
fn a_lease_of_the_same_serial_is_another_one() {
    let mut desk = Desk::default();
    let unsent = desk.record.clone().begin(HOST, ANY, desk.now, 1, TERMS, &[]);
    let TokenDecision::Request(unsent) = unsent else { panic!("nothing is known yet") };
    let live = desk.lease(HOST, ANY);
    assert_eq!(unsent.serial, live.serial);
    assert!(!desk.record.cancel(HOST, &unsent));
    assert_eq!(described(&desk.begin(HOST, ANY, std::slice::from_ref(&unsent))), "wait 31");
    desk.finish(HOST, &unsent, RequestEnd::Lost, None);
    assert_eq!(desk.next(), "wait 31");
    assert!(desk.record.cancel(HOST, &live));
}

#[test]
fn a_reset_forgets_no_failure_of_a_request_that_began_after_it() {
    for (end, expected) in
        [(refusing(), "refused why"), (response(503), "request"), (granted(), "request")]
    {
        let mut one = Desk::default();
        one.request(RequestEnd::Lost);
        let mut other = one.separated();
        one.generation = 5;
        one.record.generation = 5;
        one.record.reset(one.now, one.now);
        other.generation = 2;
        let mut before = other.separated();
        before.request(end);
        assert_eq!(one.merged(&before), "request", "{end:?} before the reset");
        other.generation = 9;
        let lease = other.lease(HOST, ANY);
        let under_way = other.separated();
        other.finish(HOST, &lease, end, None);
        assert_eq!(one.merged(&other), expected, "{end:?} after it");
        // The same if the two are merged during the request.
        let mut both = one.separated();
        both.record.merge(&under_way.record);
        both.finish(HOST, &lease, end, None);
        assert_eq!(
            both.next().split(' ').next(),
            match end {
                RequestEnd::Response { has_token: true, .. } => Some("use"),
                RequestEnd::Response { refuses: true, .. } => Some("refused"),
                _ => Some("paused"),
            }
        );
    }
    // Also doubtful requests on both sides of the reset.
    let mut one = Desk::default();
    let mut other = one.separated();
    one.record.reset(one.now, one.now);
    other.generation = 9;
    other.request(RequestEnd::Lost);
    other.request(RequestEnd::Lost);
    assert_eq!(one.merged(&other), "suspended 900");
}

#[test]
fn a_refusal_after_the_newest_grant_is_not_lost_and_one_before_it_is() {
    let mut one = Desk::default();
    one.request(granted());
    one.pass(300);
    let mut other = one.separated();
    // This one obtains another token, and is refused later.
    one.generation = 10;
    one.request(granted());
    one.pass(300);
    other.now = one.now;
    let mut early = other.separated();
    early.generation = 5;
    early.request(refusing());
    assert_eq!(one.merged(&early), "request", "the credentials were good after that");
    other.generation = 20;
    other.request(refusing());
    assert_eq!(one.merged(&other), "refused why", "it knows nothing of the newest grant");
    one.generation = 20;
    one.request(refusing());
    assert_eq!(one.merged(&early), "refused why");
    let mut fresh = one.separated();
    fresh.record = AccountRecord::default();
    assert_eq!(one.merged(&fresh), "refused why");
}

#[test]
fn a_reset_that_the_store_learns_of_late_forgets_no_request_that_began_after_it() {
    for (end, expected) in
        [(refusing(), "refused why"), (RequestEnd::Lost, "suspended 899"), (granted(), "use 2")]
    {
        let mut desk = Desk::default();
        desk.request(RequestEnd::Lost);
        let asked = desk.now;
        desk.pass(1);
        let lease = desk.lease(HOST, ANY);
        let mut under_way = Desk { record: desk.record.clone(), ..desk };
        desk.finish(HOST, &lease, end, None);
        desk.pass(1);
        desk.record.reset(asked, desk.now);
        assert_eq!(desk.next(), expected, "{end:?}");
        // The same if it ends after that.
        under_way.record.reset(asked, desk.now);
        under_way.finish(HOST, &lease, end, None);
        under_way.pass(1);
        assert_eq!(under_way.next(), expected, "{end:?}");
        desk.record.reset(desk.now, desk.now);
        assert_eq!(desk.next(), "request", "{end:?}");
    }
    let mut desk = Desk::default();
    desk.request(granted());
    let asked = desk.now;
    desk.pass(1);
    let lease = desk.lease(OTHER, ANY);
    desk.finish(OTHER, &lease, granted(), None);
    desk.record.reset(asked, desk.now);
    assert_eq!(desk.next(), "request", "the token of this host is from before");
}
