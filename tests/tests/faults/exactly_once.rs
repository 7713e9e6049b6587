//! Ten thousand payments over a bad wire: none is made twice, and what the client says of each is true of the journal.
//!
//! Payouts refuse an id that was used before, so that the server helps. Card loads carry a reference that no document
//! calls unique: what arrives twice is done twice there, and the client alone keeps that from happening.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use enkash_core::{
    Call, Client, Endpoint, Error, Method, Money, Outcome, Product, RetryPolicy, endpoint, model,
};
use enkash_sandbox::{Action, InitialData, Sandbox};
use enkash_tests::fixtures::credentials;
use enkash_tests::random::Random;
use enkash_tests::wire::{CALL, Spoil, Wire};
use tokio::time::sleep;

/// Payments on their way at the same time.
const AT_ONCE: u64 = 24;

/// Time enough for an attempt that nobody spoils, on a busy machine.
const ATTEMPT: Duration = Duration::from_millis(400);

/// In rupees.
const BALANCE: u32 = 1_000_000;

/// Initiates one transfer.
#[endpoint(
    POST,
    "/api/v0/payout-transaction",
    product = Payouts,
    response = TransferAnswer,
    bare,
    unique = transaction_id
)]
pub struct InitiateTransfer {
    pub transaction_id: String,
    pub transfer_amount: Money,
    pub transfer_mode: String,
    pub beneficiary_detail: Payee,
}

/// The same, by somebody who takes its answer for a list.
#[endpoint(
    POST,
    "/api/v0/payout-transaction",
    product = Payouts,
    response = Vec<String>,
    bare,
    unique = transaction_id
)]
pub struct MisreadTransfer {
    pub transaction_id: String,
    pub transfer_amount: Money,
    pub transfer_mode: String,
    pub beneficiary_detail: Payee,
}

/// Loads money onto a card.
#[endpoint(POST, "/api/v0/partner/enKashCard/balance", product = Cards)]
pub struct LoadCard {
    pub amount: Money,
    pub transaction_type: String,
    pub unique_reference_number: String,
}

/// The same, by somebody who expects a payload, which the sandbox does not send.
#[endpoint(POST, "/api/v0/partner/enKashCard/balance", product = Cards, response = Vec<String>)]
pub struct MisreadLoad {
    pub amount: Money,
    pub transaction_type: String,
    pub unique_reference_number: String,
}

/// A payee given inline.
#[model]
pub struct Payee {
    pub vpa_handle: String,
}

/// What is known of a transfer.
#[model]
pub struct TransferAnswer {
    pub enkash_transaction_id: Option<String>,
    pub payout_status: Option<String>,
}

/// What happens to an attempt: about half of them nothing.
fn plan(seed: u64) -> impl Fn(u64, u64) -> Spoil {
    // Only what a truthful server says: no refusal behind an effect.
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
    move |call, attempt| {
        let mut random = Random::of(seed, call, attempt);
        match random.below(100) {
            0..50 => Spoil::Pass,
            50..90 => Spoil::Ask(FAULTS[random.below(FAULTS.len() as u64) as usize].to_owned()),
            90..93 => Spoil::Ask(LATE[random.below(LATE.len() as u64) as usize].to_owned()),
            93..95 => Spoil::Lose,
            95..97 => Spoil::LoseHard,
            _ => Spoil::LoseAnswer,
        }
    }
}

/// What the caller learned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Told {
    Success,
    Performed,
    NotSent,
    Refused,
    Unknown,
}

fn told(result: Result<(), Error>) -> (Told, u32, bool) {
    let Err(error) = result else { return (Told::Success, 1, false) };
    let told = match error.outcome() {
        Outcome::Performed => Told::Performed,
        Outcome::NotSent => Told::NotSent,
        Outcome::Refused => Told::Refused,
        Outcome::Unknown => Told::Unknown,
        other => panic!("{other:?}"),
    };
    (told, error.attempts(), error.is_duplicate())
}

/// What is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Payment {
    Transfer,
    Load,
}

fn id(number: u64) -> String {
    format!("PAY{number:05}")
}

async fn pay(payment: Payment, client: &Client, number: u64) -> (Told, u32, bool) {
    let misread = number % 10 == 7;
    match payment {
        Payment::Transfer => transfer(client, number, misread).await,
        Payment::Load => load(client, number, misread).await,
    }
}

async fn transfer(client: &Client, number: u64, misread: bool) -> (Told, u32, bool) {
    let transaction_id = id(number);
    let transfer_amount = Money::from_paise(100);
    let transfer_mode = "UPI".to_owned();
    let beneficiary_detail = Payee { vpa_handle: "payee@testbank".to_owned() };
    if misread {
        let request = MisreadTransfer { transaction_id, transfer_amount, transfer_mode, beneficiary_detail };
        return told(
            numbered(&request, number).send(client).await.map(|reply| panic!("{reply:?} is a list")),
        );
    }
    let request = InitiateTransfer { transaction_id, transfer_amount, transfer_mode, beneficiary_detail };
    told(numbered(&request, number).send(client).await.map(|reply| {
        let status = reply.into_payload().unwrap().payout_status;
        assert_eq!(status.as_deref(), Some("SUCCESS"), "{number}");
    }))
}

async fn load(client: &Client, number: u64, misread: bool) -> (Told, u32, bool) {
    let (amount, transaction_type, unique_reference_number) =
        (Money::from_paise(100), "CR".to_owned(), id(number));
    if misread {
        let request = MisreadLoad { amount, transaction_type, unique_reference_number };
        let result = numbered(&request, number).send(client).await.and_then(enkash_core::Reply::into_payload);
        return told(result.map(|payload| panic!("{payload:?}")));
    }
    let request = LoadCard { amount, transaction_type, unique_reference_number };
    told(numbered(&request, number).send(client).await.map(|reply| assert_eq!(reply.response_code, Some(0))))
}

fn numbered<E: Endpoint>(request: &E, number: u64) -> Call<'_, E> {
    Call::new(request).header(CALL, &number.to_string())
}

/// The table of what the caller learned and how often it was done.
type Table = BTreeMap<(Told, u32), u64>;

async fn run(payment: Payment, seed: u64, calls: u64, policy: RetryPolicy) -> Table {
    let sandbox = Sandbox::builder()
        .seed(seed)
        .initial_data(InitialData::default().payout_balance(BALANCE))
        .journal_capacity(usize::MAX)
        .start()
        .await
        .unwrap();
    let mut wire = Wire::lay(sandbox.address(), Arc::new(plan(seed))).unwrap();
    let client = Client::builder()
        .base_url(Product::Payouts, format!("http://{}/payouts", wire.address()))
        .base_url(Product::Cards, format!("http://{}/card-management", wire.address()))
        .partner_id("CRM0TEST01")
        .oauth(credentials(&sandbox))
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
            let (client, next, not_sent) = (client.clone(), Arc::clone(&next), Arc::clone(&not_sent));
            tokio::spawn(async move {
                let mut seen = Vec::new();
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= calls {
                        return seen;
                    }
                    let outcome = pay(payment, &client, number).await;
                    not_sent.fetch_add(u64::from(outcome.0 == Told::NotSent), Ordering::Relaxed);
                    seen.push((number, outcome));
                }
            })
        })
        .collect();
    // Now and then nobody answers at all.
    for outage in 1.. {
        while next.load(Ordering::Relaxed) < (outage * 400).min(calls) {
            sleep(Duration::from_millis(1)).await;
        }
        if next.load(Ordering::Relaxed) >= calls {
            break;
        }
        wire.cut().await;
        // Until a call has met it: connections that are there go on, and how soon one is missed is the machine's business.
        let before = not_sent.load(Ordering::Relaxed);
        while not_sent.load(Ordering::Relaxed) == before && next.load(Ordering::Relaxed) < calls {
            sleep(Duration::from_millis(1)).await;
            if !cfg!(unix) {
                break;
            }
        }
        wire.mend().unwrap();
    }
    let mut seen = Vec::new();
    for worker in workers {
        seen.extend(worker.await.unwrap());
    }
    settle(&sandbox, &wire).await;

    let mut made: HashMap<String, u32> = HashMap::new();
    let mut moved = 0;
    for entry in sandbox.journal() {
        for effect in entry.effects.iter().filter(|effect| effect.action != Action::TokenIssued) {
            assert!(matches!(effect.action, Action::TransferMade | Action::Performed), "{effect}");
            *made.entry(entry.unique.clone().unwrap()).or_default() += 1;
            moved += 1;
        }
    }
    let mut table = Table::new();
    let (mut resent, mut duplicates) = (0, 0);
    for (number, (told, attempts, duplicate)) in &seen {
        let times = made.get(&id(*number)).copied().unwrap_or(0);
        *table.entry((*told, times)).or_default() += 1;
        resent += u64::from(*attempts > 1);
        duplicates += u64::from(*duplicate);
    }
    println!(
        "{payment:?}, seed {seed}, {policy:?}: {} calls, {} requests arrived",
        seen.len(),
        wire.handed_on()
    );
    for ((told, times), count) in &table {
        println!("  {:<10} made {times} times: {count:>6}", format!("{told:?}"));
    }
    println!("  failures after more than one attempt: {resent}; told to be duplicates: {duplicates}");

    assert_eq!(seen.len() as u64, calls);
    for ((told, times), count) in &table {
        let right = match told {
            Told::Success | Told::Performed => *times == 1,
            Told::NotSent | Told::Refused => *times == 0,
            Told::Unknown => *times <= 1,
        };
        assert!(right, "{count} calls ended as {told:?} and were made {times} times");
    }
    assert!(!sandbox.is_locked());
    if payment == Payment::Load {
        return table;
    }
    // The money agrees with the journal.
    let balance = client
        .raw(Method::GET, "/api/v0/payout-account/balance")
        .product(Product::Payouts)
        .query("fundSourceId", &sandbox.initial().fund_source_id)
        .bare()
        .send()
        .await
        .unwrap()
        .into_payload()
        .unwrap();
    assert_eq!(balance["totalBalance"].as_f64(), Some(f64::from(BALANCE - moved)));
    table
}

/// Waits for requests that are still worked upon although their clients have gone.
async fn settle(sandbox: &Sandbox, wire: &Wire) {
    let arrived = || {
        let journal = sandbox.journal();
        journal.iter().filter(|entry| entry.operation.is_some() && entry.path != "/oauth/token").count()
            as u64
    };
    for _ in 0..50 {
        if arrived() == wire.handed_on() {
            break;
        }
        sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(arrived(), wire.handed_on(), "requests that were handed on and never arrived");
}

fn count(table: &Table, told: Told) -> u64 {
    table.iter().filter(|((own, _), _)| *own == told).map(|(_, count)| count).sum()
}

/// Every row has been put to the test.
fn is_rich(payment: Payment, table: &Table, calls: u64) {
    assert!(count(table, Told::Success) > calls / 4);
    match payment {
        // The response to a transfer has no result code, and nothing else proves that a call was performed.
        Payment::Transfer => assert_eq!(count(table, Told::Performed), 0),
        Payment::Load => assert!(count(table, Told::Performed) > calls / 40),
    }
    assert!(count(table, Told::Refused) > calls / 40);
    assert!(table[&(Told::Unknown, 0)] > calls / 40 && table[&(Told::Unknown, 1)] > calls / 40);
    #[cfg(unix)]
    assert!(count(table, Told::NotSent) > 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_transfers_are_made_once_at_most_and_told_truly() {
    is_rich(Payment::Transfer, &run(Payment::Transfer, 1, 10_000, RetryPolicy::default()).await, 10_000);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn loads_that_no_server_guards_are_made_once_at_most_and_told_truly() {
    is_rich(Payment::Load, &run(Payment::Load, 2, 4000, RetryPolicy::default()).await, 4000);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_unique_id_is_sent_again_and_never_paid_twice() {
    is_rich(Payment::Transfer, &run(Payment::Transfer, 3, 2000, RetryPolicy::resend_unique()).await, 2000);
}

/// Whoever asks for ids to be sent again asks it of calls that have one.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_call_without_a_unique_id_is_not_sent_again_for_that() {
    is_rich(Payment::Load, &run(Payment::Load, 4, 2000, RetryPolicy::resend_unique()).await, 2000);
}
