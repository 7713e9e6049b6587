//! Processes of one machine that share a file.

use std::time::Duration;

use enkash_tests::server::ServerAction;

use super::fleet::{Fleet, all_at_once, lost, wrong_password};
use super::redis_server::Folder;

fn fleet(folder: &Folder) -> Fleet {
    Fleet::new(folder.path().join("accounts").to_str().expect("a plain path"))
}

#[test]
fn ten_starts_with_a_wrong_password_are_one_failed_attempt() {
    let folder = Folder::new();
    let fleet = fleet(&folder);
    fleet.server.script_tokens(vec![wrong_password(); 20]);
    for _ in 0..10 {
        let ends = fleet.member().call();
        assert_eq!(ends.kinds, "Refused=1");
        assert!(ends.error.contains("status 400 invalid_grant"), "{}", ends.error);
    }
    assert_eq!(fleet.token_requests(), 1);
}

#[test]
fn processes_at_once_make_one_failed_attempt_and_request_a_token_each() {
    let folder = Folder::new();
    let fleet = fleet(&folder);
    fleet.server.script_tokens(vec![wrong_password(); 20]);
    for ends in all_at_once(&mut fleet.members(4), 5) {
        assert_eq!(ends.kinds, "Refused=5");
    }
    assert_eq!(fleet.token_requests(), 1);
    fleet.server.script_tokens([]);
    let mut members: Vec<_> =
        (0..4).map(|_| fleet.member_with(&[("FLEET_PASSWORD", "another-one")])).collect();
    for _ in 0..2 {
        for ends in all_at_once(&mut members, 5) {
            assert_eq!(ends.kinds, "ok=5", "{}", ends.error);
        }
    }
    assert_eq!(fleet.token_requests(), 1 + 4);
    // Nothing in it is readable, and tokens are not in it at all: a start without one requests its
    // own.
    let content = std::fs::read_to_string(folder.path().join("accounts")).expect("a file");
    for text in ["token", "password", "example", "invalid_grant"] {
        assert!(!content.contains(text), "{text}");
    }
}

#[test]
fn a_process_that_is_killed_has_been_counted() {
    let folder = Folder::new();
    let fleet = fleet(&folder).limits(Duration::from_secs(1), Duration::from_secs(8));
    fleet.server.script_tokens([ServerAction::Stall(Vec::new()), lost()]);
    let mut gone = fleet.member();
    gone.begin(1);
    while fleet.token_requests() == 0 {
        std::thread::sleep(Duration::from_millis(5));
    }
    gone.kill();
    assert_eq!(fleet.member().call().kinds, "Suspended=1");
    assert_eq!(fleet.member().call().kinds, "Suspended=1");
    assert_eq!(fleet.token_requests(), 2);
}
