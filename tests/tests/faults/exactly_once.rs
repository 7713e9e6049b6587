//! Ten thousand payments over a bad network: none is made twice, and what the client reports of
//! each is true of the sandbox's journal.
//!
//! Payouts refuse an id that was used before, so the server helps. Card loads carry a reference
//! that the API reference does not call unique: the sandbox performs it as often as it arrives, and
//! the client alone keeps that to once.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use enkash_core::{Client, Error, Method, Money, Outcome, RetryPolicy};
use enkash_endpoints::PARTNER_ID;
use enkash_endpoints::cards::{CARDS, LoadCardBalance, models::LoadDirection};
use enkash_endpoints::ids::Vpa;
use enkash_endpoints::payouts::{
    InitiatePayoutTransfer, PAYOUTS,
    models::{BeneficiaryDetail, PayoutStatus, TransferMode},
};
use enkash_sandbox::{Action, Entry, Fault, FaultRule, InitialData, Sandbox};
use enkash_tests::fixtures::credentials;
use enkash_tests::random::Random;
use enkash_tests::server::FaultProxy;
use tokio::time::sleep;

/// Payments on their way at the same time.
const AT_ONCE: u64 = 24;

/// Time enough for an attempt without a fault, on a busy machine.
const ATTEMPT: Duration = Duration::from_millis(400);

/// In rupees.
const BALANCE: u32 = 1_000_000;

/// What happens to the requests of an operation, in the order of their arrival: nothing to half of
/// them.
fn add_faults(sandbox: &Sandbox, operation: &str, seed: u64, requests: u64) {
    // Only what a truthful server sends: no refusal after an effect.
    const FAULTS: [&str; 25] = [
        "status=500",
        "status=503",
        "status=408",
        "status=200",
        "status=400",
        "status=403",
        "status=422",
        "status=500, when=after",
        "status=502, when=after",
        "status=504, when=after",
        "status=200, when=after",
        "drop",
        "drop, when=after",
        "reset",
        "reset, when=after",
        "truncate",
        "html=502",
        "html=404",
        "html=200, when=after",
        "garbage",
        "garbage, when=before",
        "huge=300000",
        "status=401",
        "429",
        "429=0",
    ];
    const LATE: [&str; 3] = ["delay=600ms", "delay=600ms, when=after", "drip=4/50ms"];
    let mut random = Random::seeded(seed);
    for _ in 0..requests {
        let fault = match random.below(100) {
            0..50 => Fault::default(),
            50..97 => FAULTS[random.below(FAULTS.len() as u64) as usize].parse().unwrap(),
            _ => LATE[random.below(LATE.len() as u64) as usize].parse().unwrap(),
        };
        sandbox.faults().add(FaultRule::new(fault).operation(operation));
    }
}

/// What the client reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Reported {
    Success,
    Performed,
    NotSent,
    Refused,
    Unknown,
}

impl Reported {
    fn of(error: &Error) -> Self {
        match error.outcome() {
            Outcome::Performed => Reported::Performed,
            Outcome::NotSent => Reported::NotSent,
            Outcome::Refused => Reported::Refused,
            Outcome::Unknown => Reported::Unknown,
            other => panic!("{other:?}"),
        }
    }
}

/// What is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Payment {
    Transfer,
    Load,
}

impl Payment {
    fn operation(self) -> &'static str {
        match self {
            Payment::Transfer => "InitiatePayoutTransfer",
            Payment::Load => "LoadCardBalance",
        }
    }

    /// How a payment ends, and whether the server reported that it knows the id already.
    async fn pay(self, client: &Client, number: u64) -> (Reported, bool) {
        let result = match self {
            Payment::Transfer => transfer(client, number).await,
            Payment::Load => load(client, number).await,
        };
        match result {
            Ok(()) => (Reported::Success, false),
            Err(error) => (Reported::of(&error), error.is_duplicate()),
        }
    }
}

fn id(number: u64) -> String {
    format!("PAY{number:05}")
}

async fn transfer(client: &Client, number: u64) -> Result<(), Error> {
    let payee = BeneficiaryDetail::builder().vpa_handle(Vpa::from_static("payee@testbank")).build();
    let request = InitiatePayoutTransfer::builder()
        .transaction_id(id(number))
        .transfer_amount(Money::from_paise(100))
        .transfer_mode(TransferMode::Upi)
        .beneficiary_detail(payee)
        .build();
    let transfer = request.send(client).await?.into_payload()?;
    assert_eq!(transfer.payout_status, Some(PayoutStatus::Success), "{number}");
    Ok(())
}

/// The sandbox's success has a result code and no payload. Every tenth caller asks for the payload
/// all the same: the load is known to be performed then, and the error has that outcome.
async fn load(client: &Client, number: u64) -> Result<(), Error> {
    let request = LoadCardBalance::builder()
        .amount(Money::from_paise(100))
        .transaction_type(LoadDirection::Credit)
        .unique_reference_number(id(number))
        .build();
    let reply = request.send(client).await?;
    assert_eq!(reply.code, Some(0), "{number}");
    if number % 10 == 7 {
        reply.into_payload()?;
    }
    Ok(())
}

/// How many calls ended in which way and were performed how often.
type Table = BTreeMap<(Reported, u32), u64>;

async fn run(payment: Payment, seed: u64, calls: u64, policy: RetryPolicy) {
    let sandbox = Sandbox::builder()
        .seed(seed)
        .initial_data(InitialData::default().payout_balance(BALANCE))
        .journal_capacity(usize::MAX)
        .start()
        .await
        .unwrap();
    add_faults(&sandbox, payment.operation(), seed, 4 * calls);
    let mut proxy = FaultProxy::start(sandbox.address()).unwrap();
    let client = enkash_endpoints::client()
        .base_url(&PAYOUTS, format!("http://{}/payouts", proxy.address()))
        .base_url(&CARDS, format!("http://{}/card-management", proxy.address()))
        .setting(PARTNER_ID, "CRM0TEST01")
        .credentials(credentials(&sandbox))
        .retry(policy.delays(Duration::from_millis(5), Duration::from_millis(10)))
        .attempt_timeout(ATTEMPT)
        .timeout(Duration::from_secs(20))
        .max_response_bytes(64 * 1024)
        .jitter_seed(seed)
        .build()
        .unwrap();

    let (next, not_sent) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)));
    let workers: Vec<_> = (0..AT_ONCE)
        .map(|_| {
            let (client, next, not_sent) =
                (client.clone(), Arc::clone(&next), Arc::clone(&not_sent));
            tokio::spawn(async move {
                let mut ended = Vec::new();
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= calls {
                        return ended;
                    }
                    let (reported, is_duplicate) = payment.pay(&client, number).await;
                    not_sent.fetch_add(u64::from(reported == Reported::NotSent), Ordering::Relaxed);
                    ended.push((number, reported, is_duplicate));
                }
            })
        })
        .collect();
    // Now and then nobody listens.
    for outage in 1.. {
        while next.load(Ordering::Relaxed) < (outage * 400).min(calls) {
            sleep(Duration::from_millis(1)).await;
        }
        if next.load(Ordering::Relaxed) >= calls {
            break;
        }
        proxy.refuse_connections().await;
        // Until a call has met it: open connections go on, and when a call needs a new one is a
        // matter of chance.
        let before = not_sent.load(Ordering::Relaxed);
        while not_sent.load(Ordering::Relaxed) == before && next.load(Ordering::Relaxed) < calls {
            sleep(Duration::from_millis(1)).await;
            if !cfg!(unix) {
                break;
            }
        }
        proxy.accept_connections().unwrap();
    }
    let mut ended = Vec::new();
    for worker in workers {
        ended.extend(worker.await.unwrap());
    }
    assert_eq!(ended.len() as u64, calls);
    settle(&sandbox).await;

    let mut performed: HashMap<String, u32> = HashMap::new();
    for entry in sandbox.journal() {
        for effect in entry.effects.iter().filter(|effect| effect.action != Action::TokenIssued) {
            assert!(matches!(effect.action, Action::TransferMade | Action::Performed), "{effect}");
            *performed.entry(entry.unique.clone().unwrap()).or_default() += 1;
        }
    }
    let mut table = Table::new();
    for (number, reported, is_duplicate) in &ended {
        let times = performed.get(&id(*number)).copied().unwrap_or(0);
        *table.entry((*reported, times)).or_default() += 1;
        // Only an earlier attempt can have used the id here, but the client cannot know that.
        assert!(
            !is_duplicate || (*reported, times) == (Reported::Unknown, 1),
            "{number}: {reported:?}"
        );
    }
    for ((reported, times), count) in &table {
        let is_true = match reported {
            Reported::Success | Reported::Performed => *times == 1,
            Reported::NotSent | Reported::Refused => *times == 0,
            Reported::Unknown => *times <= 1,
        };
        assert!(
            is_true,
            "{count} calls ended as {reported:?} and were performed {times} times: {table:?}"
        );
    }
    assert!(!sandbox.is_locked());
    let resends = payment == Payment::Transfer && policy == RetryPolicy::resend_unique();
    assert_eq!(was_sent_after_a_lost_attempt(&sandbox.journal()), resends);
    assert_eq!(ended.iter().any(|(.., is_duplicate)| *is_duplicate), resends);
    if payment == Payment::Transfer {
        // The money agrees with the journal.
        let paid: u32 = performed.values().sum();
        let balance = client
            .raw(&PAYOUTS, Method::GET, "/api/v0/payout-account/balance")
            .query("fundSourceId", &sandbox.initial().fund_source_id)
            .bare()
            .send()
            .await
            .unwrap()
            .into_payload()
            .unwrap();
        assert_eq!(balance["totalBalance"].as_f64(), Some(f64::from(BALANCE - paid)));
    }
    assert_rich(payment, &table, calls);
}

/// Whether a payment was sent again after an attempt that the sandbox dropped.
fn was_sent_after_a_lost_attempt(journal: &[Entry]) -> bool {
    let mut lost = BTreeSet::new();
    journal.iter().filter(|entry| entry.unique.is_some()).any(|entry| {
        let again = lost.contains(&entry.unique);
        if entry.fault.as_deref() == Some("drop") {
            lost.insert(&entry.unique);
        }
        again
    })
}

/// Waits for requests that the sandbox still performs although their clients have gone. No fault
/// takes a second.
async fn settle(sandbox: &Sandbox) {
    let mut seen = 0;
    while sandbox.requests() > seen {
        seen = sandbox.requests();
        sleep(Duration::from_secs(1)).await;
    }
}

/// Every way to end was put to the test.
fn assert_rich(payment: Payment, table: &Table, calls: u64) {
    let count = |end: Reported| {
        table.iter().filter(|((own, _), _)| *own == end).map(|(_, count)| count).sum::<u64>()
    };
    assert!(count(Reported::Success) > calls / 4, "{table:?}");
    match payment {
        // The response to a transfer has no result code, and nothing else proves that a call was
        // performed.
        Payment::Transfer => assert_eq!(count(Reported::Performed), 0),
        Payment::Load => assert!(count(Reported::Performed) > calls / 40, "{table:?}"),
    }
    assert!(count(Reported::Refused) > calls / 40, "{table:?}");
    for times in [0, 1] {
        assert!(table[&(Reported::Unknown, times)] > calls / 40, "{table:?}");
    }
    #[cfg(unix)]
    assert!(count(Reported::NotSent) > 0, "{table:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_transfers_are_performed_at_most_once_and_reported_truly() {
    run(Payment::Transfer, 1, 10_000, RetryPolicy::default()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn loads_that_no_server_guards_are_performed_at_most_once_and_reported_truly() {
    run(Payment::Load, 2, 4000, RetryPolicy::default()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_unique_id_is_sent_again_and_never_paid_twice() {
    run(Payment::Transfer, 3, 2000, RetryPolicy::resend_unique()).await;
}

/// The shipped declaration of a load names no unique field, so this policy changes nothing for it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_call_without_a_unique_id_is_not_sent_again_for_that() {
    run(Payment::Load, 4, 2000, RetryPolicy::resend_unique()).await;
}
