//! A server that fails at every stage of a call: the outcome that the client reports agrees with
//! the server's own list.

use std::collections::HashMap;
use std::time::Duration;

use enkash_core::{Error, Outcome};
use enkash_tests::random::Random;
use enkash_tests::server::{Greeting, Server, ServerAction, done, response};
use tokio::task::JoinSet;

use super::{DeleteThing, MakeThing, client, with_token};

const CALLS: u64 = 5000;
const AT_ONCE: u64 = 50;

/// Head and body of a request here are somewhat shorter.
const REQUEST: u64 = 300;

fn greetings(random: &mut Random) -> Vec<Greeting> {
    let greeting = |random: &mut Random| {
        let bytes = 1 + random.below(REQUEST) as usize;
        match random.below(12) {
            0 => Greeting::Close,
            1 => Greeting::Reset,
            2 => Greeting::CloseAfter(bytes),
            3 => Greeting::ResetAfter(bytes),
            4 => Greeting::StallAfter(bytes),
            // Before it has read anything.
            5 => Greeting::StallAfter(0),
            _ => Greeting::Read,
        }
    };
    (0..4 * CALLS).map(|_| greeting(random)).collect()
}

fn acts(random: &mut Random) -> Vec<ServerAction> {
    let half = || b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"response_code\":0,".to_vec();
    let act = |random: &mut Random| match random.below(14) {
        0 => ServerAction::Close(vec![]),
        1 => ServerAction::Reset(vec![]),
        2 => ServerAction::Stall(vec![]),
        3 => ServerAction::Close(half()),
        4 => ServerAction::Reset(half()),
        5 => ServerAction::Stall(half()),
        6 => ServerAction::Respond(response(503, "")),
        // A connection that the client takes for one that is kept, closed just then.
        7 | 8 => ServerAction::Close(done()),
        9 => ServerAction::Reset(done()),
        _ => ServerAction::Respond(done()),
    };
    (0..4 * CALLS).map(|_| act(random)).collect()
}

/// A limit that passes at any moment of a call.
fn limit(random: &mut Random) -> Duration {
    Duration::from_millis([1, 3, 60, 60, 60][random.below(5) as usize])
}

/// The name of a thing that was made or deleted.
fn name_of(body: &[u8], target: &str) -> String {
    let text = String::from_utf8_lossy(body);
    let made = text.strip_prefix(r#"{"name":""#).and_then(|rest| rest.strip_suffix(r#""}"#));
    made.map_or_else(|| target.rsplit('/').next().unwrap_or_default().to_owned(), str::to_owned)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_outcome_agrees_with_the_servers_own_list() {
    let mut random = Random::seeded(18);
    let server = Server::start();
    server.greet(greetings(&mut random));
    server.script(acts(&mut random));
    let plain = client(&server).build().unwrap();
    let over_tls = with_token(server.tls_url()).build().unwrap();

    let mut running = JoinSet::new();
    let mut results = Vec::new();
    for number in 0..CALLS {
        if running.len() as u64 >= AT_ONCE {
            results.push(running.join_next().await.unwrap().unwrap());
        }
        let tls = number % 8 == 0;
        let (client, limit) = (if tls { &over_tls } else { &plain }.clone(), limit(&mut random));
        let deletes = number % 4 == 1;
        running.spawn(async move {
            let name = format!("thing-{number}");
            let result = if deletes {
                let call = DeleteThing { thing_id: name.clone() };
                call.call().attempt_timeout(limit).send(&client).await
            } else {
                let call = MakeThing { name: name.clone() };
                call.call().attempt_timeout(limit).send(&client).await
            };
            (name, tls, deletes, result.map(drop))
        });
    }
    results.extend(running.join_all().await);
    // What was written arrives, also if nobody waits for it any more.
    drop((plain, over_tls));
    assert!(server.open_at_most(0).await);

    let mut arrived: HashMap<String, u32> = HashMap::new();
    for call in server.calls() {
        *arrived.entry(name_of(&call.body, call.target())).or_default() += 1;
    }
    let mut seen: HashMap<Option<Outcome>, u32> = HashMap::new();
    for (name, tls, deletes, result) in results {
        let outcome = result.as_ref().err().map(Error::outcome);
        *seen.entry(outcome).or_default() += 1;
        let times = arrived.get(&name).copied().unwrap_or(0);
        assert!(deletes || times <= 1, "{name} arrived {times} times");
        match outcome {
            None => assert!(times >= 1, "{name} succeeded and never arrived"),
            Some(Outcome::NotSent) => assert_eq!(times, 0, "{name}: {result:?}"),
            Some(Outcome::Unknown) => assert!(!tls, "{name} cannot have been sent: {result:?}"),
            other => panic!("{name}: {other:?}: no response here says so"),
        }
    }
    assert_eq!(seen.values().sum::<u32>() as u64, CALLS);
    // How many end in which way is a matter of chance, but for those over TLS.
    assert_eq!(seen.len(), 3, "{seen:?}");
    assert!(u64::from(seen[&Some(Outcome::NotSent)]) >= CALLS / 8, "{seen:?}");
}
