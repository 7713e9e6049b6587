//! A running sandbox: its addresses, data, journal and faults.

mod builder;

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;

use tokio::sync::watch;
use tokio::task::JoinHandle;

pub use builder::SandboxBuilder;

use crate::catalogue::{Catalogue, Operation};
use crate::faults::Faults;
use crate::journal::Entry;
use crate::sample::{self, ExampleRequest, Extent};
use crate::state::{Credentials, Initial, State};

/// Why a sandbox does not start.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// The address is in use, or is none of this machine's.
    #[error("cannot listen on {address}: {source}")]
    Listen {
        /// The address that was asked for.
        address: SocketAddr,
        /// The system's error.
        source: std::io::Error,
    },
    /// The catalogue inside this crate does not compile, which its own tests would have shown.
    #[error("the catalogue cannot be used: {0}")]
    Catalogue(String),
    /// `start` was not awaited inside a tokio runtime.
    #[error("a sandbox needs a tokio runtime to run in")]
    Runtime,
}

/// A fake EnKash that serves on a port of this machine until it is dropped.
pub struct Sandbox {
    state: Arc<State>,
    address: SocketAddr,
    stop: watch::Sender<bool>,
    task: Option<JoinHandle<()>>,
}

impl fmt::Debug for Sandbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sandbox").field("address", &self.address).finish_non_exhaustive()
    }
}

impl Sandbox {
    fn new(
        state: Arc<State>,
        address: SocketAddr,
        stop: watch::Sender<bool>,
        task: JoinHandle<()>,
    ) -> Self {
        Self { state, address, stop, task: Some(task) }
    }

    /// The base URL of a product, without a final slash. Products are named like the files of the
    /// catalogue; see [`products`](Self::products). Where it listens on all addresses, this is the
    /// loopback one.
    pub fn url(&self, product: &str) -> String {
        let host = match self.address.ip() {
            IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
            ip => ip,
        };
        format!("http://{}/{product}", SocketAddr::new(host, self.address.port()))
    }

    /// The address that it listens on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The products that it serves.
    pub fn products(&self) -> impl Iterator<Item = &'static str> {
        self.catalogue().products.iter().map(|product| product.slug)
    }

    /// The operations that it serves, by product, path and method.
    pub fn operations(&self) -> impl Iterator<Item = &'static Operation> {
        self.catalogue().operations()
    }

    /// A request that passes every check of the operation with this `operationId`: the API
    /// reference's own example values, made-up ones where they give none, and the sandbox's own ids
    /// and credentials where it has some. With `all_fields` it has optional ones too.
    ///
    /// What it names (an invoice, an order) need not exist.
    pub fn example(&self, operation: &str, all_fields: bool) -> Option<ExampleRequest> {
        let extent = if all_fields { Extent::Full } else { Extent::Minimal };
        let operation = self.operations().find(|own| own.id() == operation)?;
        Some(sample::example(
            operation,
            extent,
            &self.state.today(operation.product()),
            &self.known_values(),
        ))
    }

    fn known_values(&self) -> Vec<(&'static str, &str)> {
        let (known, initial) = (self.credentials(), self.initial());
        let mut values = vec![
            ("username", known.username.as_str()),
            ("password", &known.password),
            ("clientId", &known.client_id),
            ("accessKey", &known.access_key),
            ("secretKey", &known.secret_key),
            ("merchantIdentifierKey", &known.access_key),
            ("fundSourceId", &initial.fund_source_id),
            ("debitAccountNumber", &initial.debit_account_number),
        ];
        values.extend(initial.inactive_customers.first().map(|id| ("customerId", id.as_str())));
        values
    }

    /// The credentials that it accepts; all of them are made up.
    pub fn credentials(&self) -> &Credentials {
        &self.state.credentials
    }

    /// The encrypted envelope around `plaintext`, as payouts expects its requests.
    pub fn encrypt(&self, plaintext: &str) -> String {
        self.state.cipher.encrypt(plaintext.as_bytes()).to_string()
    }

    /// The plaintext inside an encrypted envelope; `None` if it is no envelope, or encrypted with
    /// another secret.
    pub fn decrypt(&self, envelope: &str) -> Option<String> {
        let plaintext = self.state.cipher.decrypt(&serde_json::from_str(envelope).ok()?)?;
        String::from_utf8(plaintext).ok()
    }

    /// The ids of the initial data.
    pub fn initial(&self) -> &Initial {
        &self.state.initial
    }

    /// The requests that arrived, oldest first, as far back as the ring remembers.
    pub fn journal(&self) -> Vec<Entry> {
        self.state.journal.entries()
    }

    /// How many entries the journal has lost to its limits; [`clear_journal`](Self::clear_journal)
    /// does not count. What was cut off an entry is in its [`bytes_cut`](Entry::bytes_cut).
    pub fn dropped_entries(&self) -> u64 {
        self.state.journal.dropped()
    }

    /// How many requests arrived in all.
    pub fn requests(&self) -> u64 {
        self.state.journal.count()
    }

    /// Forgets the journal's entries; numbers go on.
    pub fn clear_journal(&self) {
        self.state.journal.clear();
    }

    /// The status of a payout transfer, such as `PROCESSING` or `SUCCESS`, by the caller's own
    /// `transactionId`; `None` if there is none. The API reference has no call for it.
    pub fn transfer_status(&self, transaction_id: &str) -> Option<&'static str> {
        self.state.payouts().transfer_status(transaction_id)
    }

    /// The faults that wait for their requests.
    pub fn faults(&self) -> &Faults {
        &self.state.faults
    }

    /// Ends the life of every token that was issued.
    pub fn expire_tokens(&self) {
        self.state.tokens.revoke_all();
    }

    /// Whether failed token requests have locked the account of `/oauth/token`.
    pub fn is_locked(&self) -> bool {
        self.state.tokens.is_locked()
    }

    /// Opens the account again.
    pub fn unlock(&self) {
        self.state.tokens.unlock();
    }

    /// Stops it: no new connections, and responses that are on their way have two seconds.
    pub async fn shutdown(mut self) {
        let _ = self.stop.send(true);
        if let Some(task) = self.task.take() {
            // Whether the task returned or was aborted makes no difference here.
            let _ = task.await;
        }
    }

    fn catalogue(&self) -> &'static Catalogue {
        self.state.catalogue
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        if let Some(task) = self.task.take() {
            task.abort();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_can_be_shared() {
        fn shared<T: Send + Sync + 'static>() {}
        shared::<Sandbox>();
        shared::<StartError>();
    }

    #[test]
    fn without_a_runtime_it_does_not_start() {
        let mut start = std::pin::pin!(Sandbox::start());
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        let polled = start.as_mut().poll(&mut context);
        assert!(matches!(polled, std::task::Poll::Ready(Err(StartError::Runtime))));
    }
}
