//! Failed attempts, of which the platform bears two.

use std::time::Duration;

use enkash_tests::server::ServerAction;

use super::fleet::{Fleet, all_at_once, lost, wrong_password};
use super::redis_server::Redis;

#[test]
fn a_wrong_password_costs_one_failed_attempt_in_all_processes_and_their_restarts() {
    let Some(redis) = Redis::start() else { return };
    let fleet = Fleet::new(redis.url());
    fleet.server.script_tokens(vec![wrong_password(); 20]);
    for _ in 0..3 {
        let mut members = fleet.members(4);
        for ends in all_at_once(&mut members, 5) {
            assert_eq!(ends.kinds, "Refused=5");
            assert!(ends.error.contains("status 400 invalid_grant"), "{}", ends.error);
        }
        assert_eq!(fleet.token_requests(), 1);
    }
    // The right one is another account.
    fleet.server.script_tokens([]);
    assert_eq!(fleet.member_with(&[("FLEET_PASSWORD", "another-one")]).call().kinds, "ok=1");

    // A person reports that the account is in order.
    let (mut one, mut other) = (fleet.member(), fleet.member());
    assert_eq!(other.call().kinds, "Refused=1");
    one.reset();
    assert_eq!(one.call().kinds, "ok=1");
    assert_eq!(other.call().kinds, "ok=1");
    assert_eq!(fleet.token_requests(), 3);
}

#[test]
fn two_lost_responses_suspend_the_account_for_all() {
    let Some(redis) = Redis::start() else { return };
    let fleet = Fleet::new(redis.url());
    fleet.server.script_tokens([lost(), lost()]);
    assert_eq!(fleet.member().call().kinds, "Unavailable=1");
    assert_eq!(fleet.member().call().kinds, "Suspended=1");
    for ends in all_at_once(&mut fleet.members(4), 3) {
        assert_eq!(ends.kinds, "Suspended=3");
        assert!(ends.error.contains("before the response arrived"), "{}", ends.error);
    }
    assert_eq!(fleet.token_requests(), 2);
}

/// Begins a request that stalls, and kills its process.
fn killed_while_it_renews(fleet: &Fleet) {
    let mut gone = fleet.member();
    gone.begin(1);
    while fleet.token_requests() == 0 {
        std::thread::sleep(Duration::from_millis(5));
    }
    gone.kill();
}

#[test]
fn a_process_that_is_killed_while_it_renews_has_been_counted_and_another_takes_over_after_its_lease()
 {
    for (second, expected) in [(None, "ok=2"), (Some(lost()), "Suspended=2")] {
        let Some(redis) = Redis::start() else { return };
        let fleet = Fleet::new(redis.url()).limits(Duration::from_secs(1), Duration::from_secs(8));
        fleet.server.script_tokens([ServerAction::Stall(Vec::new())].into_iter().chain(second));
        killed_while_it_renews(&fleet);
        let ends = all_at_once(&mut fleet.members(3), 2);
        let longest = ends.iter().map(|ends| ends.took).max().unwrap_or_default();
        for ends in ends {
            assert_eq!(ends.kinds, expected, "{}", ends.error);
        }
        // The lease takes two seconds, and began before.
        assert!((1_000..=4_000).contains(&longest.as_millis()), "{longest:?}");
        assert_eq!(fleet.token_requests(), 2);
    }
}

#[test]
fn a_response_that_comes_after_the_lease_does_no_harm() {
    let Some(redis) = Redis::start() else { return };
    let fleet = Fleet::new(redis.url()).limits(Duration::from_secs(1), Duration::from_secs(8));
    // The first request ends in the doubt of a frozen process, long after the second one was
    // granted a token.
    fleet.server.script_tokens([ServerAction::Stall(Vec::new())]);
    let mut frozen = fleet.member();
    frozen.begin(1);
    while fleet.token_requests() == 0 {
        std::thread::sleep(Duration::from_millis(5));
    }
    frozen.freeze();
    let mut other = fleet.member();
    assert_eq!(other.call().kinds, "ok=1");
    frozen.thaw();
    // It has the other one's token now.
    assert_eq!(frozen.ends().kinds, "ok=1");
    assert_eq!(other.call().kinds, "ok=1");
    assert_eq!(fleet.token_requests(), 2);
}
