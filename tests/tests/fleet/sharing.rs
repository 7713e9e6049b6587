//! What works as it should: one token for all.

use std::path::PathBuf;
use std::time::Duration;

use enkash_tests::server::{ServerAction, response};

use super::fleet::{Fleet, all_at_once, lost};
use super::redis_server::Redis;

#[test]
fn four_processes_with_a_hundred_calls_each_request_one_token_and_one_more_when_it_is_revoked() {
    let Some(redis) = Redis::start() else { return };
    let fleet = Fleet::new(redis.url());
    let mut members = fleet.members(4);
    for ends in all_at_once(&mut members, 100) {
        assert_eq!(ends.kinds, "ok=100", "{}", ends.error);
    }
    assert_eq!((fleet.token_requests(), fleet.server.calls().len()), (1, 400));

    // A token that is refused while it is young is not renewed.
    members.iter_mut().for_each(|member| member.age(60));
    let refused = || ServerAction::Respond(response(401, r#"{"error":"invalid_token"}"#));
    // All four calls get the old token refused before any of them is sent again.
    let arrived = 401 + 4;
    fleet.server.script((0..4).map(|_| ServerAction::Gate(arrived, Box::new(refused()))));
    for ends in all_at_once(&mut members, 1) {
        assert_eq!(ends.kinds, "ok=1", "{}", ends.error);
    }
    assert_eq!(fleet.token_requests(), 2);
    let tokens: Vec<_> = fleet.server.calls()[404..]
        .iter()
        .map(|call| call.header("authorization").unwrap_or_default().to_owned())
        .collect();
    assert_eq!(tokens, ["Bearer token-2"; 4]);

    // A process that starts later has it as well.
    assert_eq!(fleet.member().call().kinds, "ok=1");
    assert_eq!(fleet.token_requests(), 2);
}

/// The library that moves the clock of a process.
fn faketime() -> Option<PathBuf> {
    let folders = std::fs::read_dir("/usr/lib").ok()?;
    let found = folders
        .filter_map(Result::ok)
        .map(|folder| folder.path().join("faketime/libfaketime.so.1"))
        .find(|path| path.exists());
    if found.is_none() {
        eprintln!("skipped: `libfaketime` is not installed");
    }
    found
}

#[test]
fn processes_whose_clocks_differ_by_an_hour_share_token_lease_and_suspension() {
    let (Some(redis), Some(library)) = (Redis::start(), faketime()) else { return };
    let library = library.to_str().expect("a plain path");
    let fleet = Fleet::new(redis.url()).limits(Duration::from_secs(1), Duration::from_secs(8));
    let member = |offset: &str| fleet.member_with(&[("LD_PRELOAD", library), ("FAKETIME", offset)]);
    let mut members = vec![member("+3600s"), member("+0s"), member("-3600s")];
    for ends in all_at_once(&mut members, 10) {
        assert_eq!(ends.kinds, "ok=10", "{}", ends.error);
    }
    assert_eq!(fleet.token_requests(), 1);

    // The lease of a process that is gone, which the others wait out, and no longer.
    let other = |offset: &str| {
        let variables =
            [("LD_PRELOAD", library), ("FAKETIME", offset), ("FLEET_PASSWORD", "another-one")];
        fleet.member_with(&variables)
    };
    fleet.server.script_tokens([ServerAction::Stall(Vec::new()), lost()]);
    let mut gone = other("+3600s");
    gone.begin(1);
    while fleet.token_requests() < 2 {
        std::thread::sleep(Duration::from_millis(5));
    }
    gone.kill();
    let mut late = other("-3600s");
    let ends = late.call();
    assert_eq!(ends.kinds, "Suspended=1", "{}", ends.error);
    assert!(ends.took < Duration::from_secs(4), "{ends:?}");
    for offset in ["+3600s", "+0s", "-3600s"] {
        let ends = other(offset).call();
        assert_eq!(ends.kinds, "Suspended=1", "{}", ends.error);
        let seconds =
            ends.error.split_once("suspended for ").and_then(|(_, rest)| rest.split_once(" s"));
        let seconds: f64 =
            seconds.and_then(|(number, _)| number.parse().ok()).expect("a number of seconds");
        assert!((890.0..=900.0).contains(&seconds), "{offset}: {}", ends.error);
    }
    assert_eq!(fleet.token_requests(), 3);
}
