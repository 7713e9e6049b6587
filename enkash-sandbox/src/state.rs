//! Everything that one running sandbox knows.

mod clock;
mod company;
mod gateway;
mod initial;
mod ordered_map;
mod payouts;
mod receivables;
mod settings;
mod tokens;

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

pub use clock::Clock;
pub(crate) use gateway::{Attempt, AttemptStatus, Gateway, Order};
pub use initial::{Initial, InitialData};
pub(crate) use payouts::{Line, Payouts, TransferStatus};
pub(crate) use receivables::{ACTIVE, Invoice, Receivables};
pub use settings::TokenForm;
pub(crate) use settings::{Observer, Settings};
pub use tokens::Credentials;
pub(crate) use tokens::{Failure, Tokens, bearer, refused_token};

use crate::catalogue::{Catalogue, Router, is_gateway};
use crate::exchange::PayloadCipher;
use crate::faults::Faults;
use crate::journal::Journal;
use crate::sample::{Ids, Today};

pub(crate) struct State {
    pub(crate) catalogue: &'static Catalogue,
    pub(crate) router: Router,
    pub(crate) seed: u64,
    pub(crate) clock: Clock,
    pub(crate) ids: Ids,
    pub(crate) latency: Duration,
    pub(crate) max_body_bytes: usize,
    /// How long a client may take to send a head or a body, and to go on reading.
    pub(crate) client_timeout: Duration,
    pub(crate) credentials: Credentials,
    pub(crate) token_form: TokenForm,
    pub(crate) tokens: Tokens,
    pub(crate) cipher: PayloadCipher,
    pub(crate) faults: Faults,
    pub(crate) journal: Journal,
    pub(crate) observer: Option<Observer>,
    pub(crate) initial: Initial,
    receivables: Mutex<Receivables>,
    gateway: Mutex<Gateway>,
    payouts: Mutex<Payouts>,
}

impl State {
    pub(crate) fn new(catalogue: &'static Catalogue, settings: Settings) -> Self {
        let ids = Ids::new(settings.seed);
        let initial = settings.initial.generate(&ids);
        let receivables = Receivables::new(&initial, &settings.clock);
        let payouts = Payouts::new(&initial, &settings.clock);
        Self {
            catalogue,
            router: Router::new(catalogue),
            seed: settings.seed,
            ids,
            latency: settings.latency,
            max_body_bytes: settings.max_body_bytes,
            client_timeout: settings.client_timeout,
            cipher: PayloadCipher::new(&settings.credentials.client_secret),
            credentials: settings.credentials,
            token_form: settings.token_form,
            tokens: Tokens::new(settings.token_lifetime),
            faults: Faults::default(),
            journal: Journal::new(settings.journal),
            observer: settings.observer,
            clock: settings.clock,
            receivables: Mutex::new(receivables),
            gateway: Mutex::default(),
            payouts: Mutex::new(payouts),
            initial,
        }
    }

    /// What the content of one request body may take in memory.
    pub(crate) fn memory(&self) -> usize {
        self.max_body_bytes.saturating_mul(12)
    }

    pub(crate) fn receivables(&self) -> MutexGuard<'_, Receivables> {
        lock(&self.receivables)
    }

    pub(crate) fn gateway(&self) -> MutexGuard<'_, Gateway> {
        lock(&self.gateway)
    }

    pub(crate) fn payouts(&self) -> MutexGuard<'_, Payouts> {
        lock(&self.payouts)
    }

    /// The time now as `product` writes it: `yyyy-MM-dd HH:mm:ss`, in Indian time for the gateway,
    /// else in UTC.
    pub(crate) fn stamp(&self, product: &str) -> String {
        if is_gateway(product) { self.clock.indian_stamp() } else { self.clock.stamp() }
    }

    /// Today as `product` writes it.
    pub(crate) fn today(&self, product: &str) -> Today {
        let date = self.stamp(product).chars().take("yyyy-MM-dd".len()).collect();
        Today { date, zoned: !is_gateway(product) }
    }
}

/// A panic while a lock was held would have to be a defect of the sandbox; the data stays usable.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
