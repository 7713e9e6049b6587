//! A Redis that stops, hangs, responds with errors, loses its data and comes back.

use std::io::Write;
use std::net::TcpStream;
use std::time::Duration;

use enkash_tests::server::{ServerAction, token};

use super::fleet::{Fleet, Member, lost, wrong_password};
use super::redis_server::Redis;

const CALL: Duration = Duration::from_secs(6);

/// Longer than a token lives.
const LIFETIME: u64 = 90_000;

/// A kind of outage: how it begins and how it ends.
type Outage = (&'static str, fn(&mut Redis), fn(&mut Redis));

const OUTAGES: [Outage; 5] = [
    ("stopped", Redis::stop, Redis::run),
    ("hangs", |redis| redis.freeze(), |redis| redis.thaw()),
    (
        "out of memory",
        |redis| {
            redis.command("CONFIG SET maxmemory 1");
        },
        |redis| {
            redis.command("CONFIG SET maxmemory 0");
        },
    ),
    (
        "no permission",
        |redis| {
            redis.command("ACL SETUSER default -@all +ping +acl");
            redis.command("CLIENT KILL TYPE normal");
        },
        |redis| {
            redis.command("ACL SETUSER default +@all");
        },
    ),
    (
        "of another type",
        |redis| {
            for key in redis.command("KEYS enkash:*").split(' ') {
                redis.command(&format!("RENAME {key} saved-{key}"));
                redis.command(&format!("LPUSH {key} x"));
            }
        },
        |redis| {
            for key in redis.command("KEYS enkash:*").split(' ') {
                redis.command(&format!("RENAME saved-{key} {key}"));
            }
        },
    ),
];

/// Ends without a token, and within its time.
fn unavailable(member: &mut Member, outage: &str) {
    let ends = member.call();
    assert!(ends.kinds == "Unavailable=1" || ends.kinds == "Timeout=1", "{outage}: {ends:?}");
    assert!(ends.took < CALL + Duration::from_millis(500), "{outage}: {ends:?}");
}

#[test]
fn without_redis_only_who_was_granted_a_token_requests_another() {
    for (outage, begin, end) in OUTAGES {
        let Some(mut redis) = Redis::start() else { return };
        let fleet = Fleet::new(redis.url()).limits(Duration::from_secs(3), CALL);
        let (mut granted, mut adopted) = (fleet.member(), fleet.member());
        assert_eq!(granted.call().kinds, "ok=1");
        assert_eq!(adopted.call().kinds, "ok=1");
        begin(&mut redis);

        // A token in use needs no store.
        for member in [&mut granted, &mut adopted] {
            let ends = member.call();
            assert_eq!(ends.kinds, "ok=1", "{outage}: {}", ends.error);
            assert!(ends.took < Duration::from_millis(500), "{outage}: {ends:?}");
        }
        // Memory can be read while it is full.
        let mut fresh = fleet.member();
        if outage == "out of memory" {
            assert_eq!(fresh.call().kinds, "ok=1", "{outage}");
        } else {
            unavailable(&mut fresh, outage);
        }
        assert_eq!(fleet.token_requests(), 1, "{outage}");

        granted.age(LIFETIME);
        adopted.age(LIFETIME);
        unavailable(&mut adopted, outage);
        assert_eq!(fleet.token_requests(), 1, "{outage}");
        let ends = granted.call();
        assert_eq!(ends.kinds, "ok=1", "{outage}: {}", ends.error);
        assert_eq!(fleet.token_requests(), 2, "{outage}");

        end(&mut redis);
        for member in [&mut granted, &mut adopted, &mut fresh] {
            let ends = member.call();
            assert_eq!(ends.kinds, "ok=1", "{outage}: {}", ends.error);
        }
        // The clock of one process alone was moved: to Redis the first token is good, so that it
        // costs one more.
        assert!(fleet.token_requests() <= 3, "{outage}");
    }
}

#[test]
fn a_redis_that_fails_in_the_middle_of_a_request_costs_neither_token_nor_count() {
    let Some(mut redis) = Redis::start() else { return };
    let fleet = Fleet::new(redis.url()).limits(Duration::from_secs(3), CALL);
    // The response waits for one more request.
    let granted = ServerAction::Respond(token("token-1", 86_399));
    fleet.server.script_tokens([ServerAction::Gate(2, Box::new(granted))]);
    let mut member = fleet.member();
    member.begin(1);
    while fleet.token_requests() == 0 {
        std::thread::sleep(Duration::from_millis(5));
    }
    redis.stop();
    let mut other = TcpStream::connect(fleet.server.address()).expect("the server listens");
    other.write_all(b"GET /x HTTP/1.1\r\nHost: x\r\n\r\n").expect("the server reads");
    assert_eq!(member.ends().kinds, "ok=1");
    assert_eq!(member.call().kinds, "ok=1");
    redis.run();
    assert_eq!(fleet.token_requests(), 1);
}

#[test]
fn a_redis_that_loses_its_data_gets_refusal_and_suspension_from_the_processes() {
    for (actions, sent, expected) in
        [(vec![wrong_password(); 9], 1, "Refused=1"), (vec![lost(), lost()], 2, "Suspended=1")]
    {
        let Some(redis) = Redis::start() else { return };
        let fleet = Fleet::new(redis.url());
        fleet.server.script_tokens(actions);
        let mut member = fleet.member();
        for _ in 0..sent {
            member.call();
        }
        redis.command("FLUSHALL");
        assert_eq!(member.call().kinds, expected);
        assert_eq!(fleet.member().call().kinds, expected);
        assert_eq!(fleet.token_requests(), sent);
    }
}

#[test]
fn a_redis_that_lost_a_token_costs_one_request() {
    let Some(redis) = Redis::start() else { return };
    let fleet = Fleet::new(redis.url());
    let mut members = fleet.members(3);
    for member in &mut members {
        assert_eq!(member.call().kinds, "ok=1");
    }
    redis.command("FLUSHALL");
    for member in members.iter_mut().chain([&mut fleet.member(), &mut fleet.member()]) {
        assert_eq!(member.call().kinds, "ok=1");
    }
    assert_eq!(fleet.token_requests(), 2);
}

#[test]
fn another_key_or_a_damaged_record_is_reported_and_costs_no_request() {
    let Some(redis) = Redis::start() else { return };
    let fleet = Fleet::new(redis.url()).limits(Duration::from_secs(3), CALL);
    assert_eq!(fleet.member().call().kinds, "ok=1");
    let mut other = fleet.member_with(&[("FLEET_KEY", "not-a-real-key-but-one-of-somebody-else")]);
    let ends = other.call();
    assert_eq!(ends.kinds, "Unavailable=1");
    assert!(ends.error.contains("another key"), "{}", ends.error);
    for key in redis.command("KEYS enkash:*").split(' ') {
        assert!(key.starts_with("enkash:v1:"), "{key}");
        redis.command(&format!("SET {key} garbage"));
    }
    let ends = fleet.member().call();
    assert_eq!(ends.kinds, "Unavailable=1");
    assert!(ends.error.contains("is damaged"), "{}", ends.error);
    assert_eq!(fleet.token_requests(), 1);
}
