//! Twenty times SIGKILL, then two runs to the end. The sandbox's journal has what really happened.

use std::collections::{BTreeMap, BTreeSet};
use std::process::ExitStatus;
use std::thread::sleep;
use std::time::{Duration, Instant};

use enkash_sandbox::{Action, Fault, FaultRule};
use fastrand::Rng;

use crate::platform::{Platform, TRANSFER};
use crate::program::Program;

const KILLS: u32 = 20;

/// What a bad day brings. A truthful server refuses nothing that it has done.
const FAULTS: [&str; 14] = [
    "drop",
    "drop, when=after",
    "reset, when=after",
    "truncate",
    "garbage",
    "html=200, when=after",
    "html=502",
    "status=500",
    "status=500, when=after",
    "status=502, when=after",
    "status=503",
    "status=403",
    "status=401",
    "429=0",
];

/// When the program is killed.
#[derive(Debug, Clone, Copy)]
enum Moment {
    /// So long after its start: while it reads the file, opens the ledger or asks for a token.
    Start(Duration),
    /// When the work of so many transfers is done, before the response to the last one leaves the
    /// server.
    Responding(u64),
    /// So long after so many transfers have arrived: before, during or after a commit or a request.
    Later(u64, Duration),
}

impl Moment {
    fn any(random: &mut Rng) -> Self {
        let transfers = random.u64(1..=8);
        match random.u32(0..10) {
            0..2 => Moment::Start(Duration::from_micros(random.u64(0..60_000))),
            2..6 => Moment::Responding(transfers),
            _ => Moment::Later(transfers, Duration::from_micros(random.u64(0..40_000))),
        }
    }
}

/// Starts the program and kills it. `None` if it ended by itself before.
fn start_and_kill(
    program: &Program,
    platform: &mut Platform,
    moment: Moment,
) -> Option<ExitStatus> {
    let until = match moment {
        Moment::Start(_) => 0,
        Moment::Responding(count) | Moment::Later(count, _) => platform.number_of_next(count),
    };
    platform.hold(if matches!(moment, Moment::Responding(_)) { until } else { 0 });
    let mut child = program.start(&platform.sandbox);
    let give_up = Instant::now() + Duration::from_secs(30);
    while until > 0 && !platform.has_arrived(until) {
        if child.try_wait().unwrap().is_some() {
            return None;
        }
        assert!(Instant::now() < give_up, "transfer {until} does not arrive: {moment:?}");
    }
    if let Moment::Start(delay) | Moment::Later(_, delay) = moment {
        sleep(delay);
    }
    let has_ended = child.try_wait().unwrap().is_some();
    child.kill().unwrap();
    let status = child.wait().unwrap();
    if matches!(moment, Moment::Responding(_)) {
        platform.release();
    }
    (!has_ended).then_some(status)
}

/// Runs the program to its end; what it prints, and whether it had nothing to complain of.
fn run(program: &Program, platform: &Platform) -> (String, bool) {
    let output = program.command(&platform.sandbox).output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), output.status.success())
}

/// The ids in the summary's list for a person.
fn listed(summary: &str) -> BTreeSet<String> {
    let (_, list) = summary.split_once("for a person to look at: ").unwrap();
    list.lines().skip(1).map(|line| line.split_whitespace().next().unwrap().to_owned()).collect()
}

#[test]
fn killed_at_twenty_moments_it_pays_each_transfer_once_and_lists_what_is_in_doubt() {
    let payments = Program::payments();
    assert_eq!(payments.len(), 200);
    let mut random = Rng::with_seed(22);
    let mut platform = Platform::start();
    for _ in 0..400 {
        let is_bad = random.u32(0..100) < 15;
        let fault =
            if is_bad { random.choice(FAULTS).unwrap().parse().unwrap() } else { Fault::default() };
        platform.sandbox.faults().add(FaultRule::new(fault).operation(TRANSFER));
    }

    let program = Program::new("killed");
    let (mut kills, mut starts) = (0, 0);
    while kills < KILLS {
        starts += 1;
        assert!(starts <= 3 * KILLS, "the program ends by itself too often");
        let Some(status) = start_and_kill(&program, &mut platform, Moment::any(&mut random)) else {
            continue;
        };
        #[cfg(unix)]
        assert_eq!(std::os::unix::process::ExitStatusExt::signal(&status), Some(9));
        kills += 1;
    }
    assert!(
        program.ledger().iter().any(|(_, state)| state == "planned"),
        "the kills came too late"
    );

    platform.hold(0);
    let mut runs = 0;
    while !run(&program, &platform).1 {
        runs += 1;
        assert!(runs < 20, "the program never gets to the end of the file");
    }
    platform.sandbox.faults().clear();
    let (summary, is_success) = run(&program, &platform);
    assert!(is_success);

    // What happened, by the ids that arrived.
    let mut paid: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut duplicates = BTreeSet::new();
    for entry in platform.sandbox.journal() {
        for effect in &entry.effects {
            if effect.action == Action::TransferMade {
                let amount = effect.amount.unwrap();
                paid.entry(effect.id.clone()).or_default().push(format!("{amount:.2}"));
            }
        }
        if entry.status == Some(409) {
            duplicates.extend(entry.unique);
        }
    }
    assert_eq!(platform.sandbox.dropped_entries(), 0);

    // Each is paid once and with its own amount, none is forgotten, and nothing else is paid.
    let due = payments.iter().filter(|payment| payment.is_valid);
    let due: BTreeMap<_, _> =
        due.map(|payment| (payment.id.clone(), vec![payment.amount.clone()])).collect();
    assert_eq!(paid, due);

    // What the ledger says is true.
    let ledger: BTreeMap<_, _> = program.ledger().into_iter().collect();
    assert_eq!(ledger.len(), payments.len());
    for (id, state) in &ledger {
        let is_paid = paid.contains_key(id);
        let is_true = match &**state {
            "paid" => is_paid && !duplicates.contains(id),
            "exists" => is_paid && duplicates.contains(id),
            // A refusal after a doubtful attempt does not settle what became of that one.
            "refused" | "doubtful" => !is_paid,
            _ => false,
        };
        assert!(is_true, "{id} is {state}; paid: {is_paid}");
    }

    // Whatever is not known to be paid is in the list for a person: EnKash has refused the id as
    // used, or rejects it.
    let rejected =
        payments.iter().filter(|payment| !payment.is_valid).map(|payment| payment.id.clone());
    let expected: BTreeSet<_> = duplicates.iter().cloned().chain(rejected).collect();
    assert_eq!(listed(&summary), expected);
    assert!(!duplicates.is_empty(), "no response was lost");
}
