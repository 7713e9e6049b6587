//! Starting and stopping a sandbox, and what one can ask of it while it runs.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::answer::{self, Extent};
use crate::auth::Credentials;
use crate::catalogue::Catalogue;
use crate::clock::Clock;
use crate::faults::Faults;
use crate::initial::{Initial, InitialData};
use crate::journal::{Entry, Limits};
use crate::server;
use crate::world::{Observer, World};
use crate::{ExampleRequest, Operation};

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
    /// The documents inside this crate do not compile, which its own tests would have shown.
    #[error("the catalogue cannot be used: {0}")]
    Catalogue(String),
    /// There is no tokio runtime to run in.
    #[error("a sandbox needs a tokio runtime to run in")]
    Runtime,
}

/// How `/oauth/token` spells its answer: the documents show three ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum TokenForm {
    /// `access_token`, `token_type`, `expires_in` in seconds, `refresh_token`, `scope`.
    #[default]
    SnakeCase,
    /// `accessToken`, `tokenType`, `expiresIn` in seconds, `refreshToken`, `scope`.
    CamelCase,
    /// `token`, `expiry` in epoch milliseconds, `resultCode`, `resultMessage`.
    Expiry,
}

/// What a sandbox is to be like; made by [`Sandbox::builder`].
#[must_use]
pub struct SandboxBuilder {
    host: IpAddr,
    port: u16,
    pub(crate) seed: u64,
    pub(crate) clock: Clock,
    pub(crate) latency: Duration,
    pub(crate) initial: InitialData,
    pub(crate) credentials: Credentials,
    pub(crate) token_form: TokenForm,
    pub(crate) token_lifetime: Duration,
    pub(crate) journal: Limits,
    pub(crate) max_body_bytes: usize,
    pub(crate) client_timeout: Duration,
    pub(crate) observer: Option<Observer>,
}

impl fmt::Debug for SandboxBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SandboxBuilder")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("seed", &self.seed)
            .finish_non_exhaustive()
    }
}

impl Default for SandboxBuilder {
    fn default() -> Self {
        Self {
            host: Ipv4Addr::LOCALHOST.into(),
            port: 0,
            seed: 1,
            clock: Clock::system(),
            latency: Duration::ZERO,
            initial: InitialData::default(),
            credentials: Credentials::default(),
            token_form: TokenForm::default(),
            token_lifetime: Duration::from_secs(86_399),
            journal: Limits::default(),
            max_body_bytes: 1 << 20,
            client_timeout: Duration::from_secs(30),
            observer: None,
        }
    }
}

impl SandboxBuilder {
    /// Listens on this address of the machine; 127.0.0.1 by default.
    ///
    /// On any other address than loopback, whoever reaches the machine can send requests and read responses: there is
    /// no TLS, and the default credentials are public.
    pub fn host(self, host: IpAddr) -> Self {
        Self { host, ..self }
    }

    /// Listens on this port; 0, the default, is any free one.
    pub fn port(self, port: u16) -> Self {
        Self { port, ..self }
    }

    /// Decides every id and value that the sandbox makes up; 1 by default.
    pub fn seed(self, seed: u64) -> Self {
        Self { seed, ..self }
    }

    /// Where it reads the time; the machine's clock by default.
    pub fn clock(self, clock: Clock) -> Self {
        Self { clock, ..self }
    }

    /// Makes every answer wait this long; not at all by default.
    pub fn latency(self, latency: Duration) -> Self {
        Self { latency, ..self }
    }

    /// What it knows from the start.
    pub fn initial_data(self, initial: InitialData) -> Self {
        Self { initial, ..self }
    }

    /// What it accepts in place of the made-up default.
    pub fn credentials(self, credentials: Credentials) -> Self {
        Self { credentials, ..self }
    }

    /// How `/oauth/token` spells its answer.
    pub fn token_form(self, token_form: TokenForm) -> Self {
        Self { token_form, ..self }
    }

    /// How long a token lives; 86,399 seconds by default, as in the documents' sample.
    pub fn token_lifetime(self, lifetime: Duration) -> Self {
        Self { token_lifetime: lifetime, ..self }
    }

    /// How many entries the journal keeps; 10,000 by default. The oldest go.
    pub fn journal_capacity(mut self, entries: usize) -> Self {
        self.journal.entries = entries;
        self
    }

    /// How many bytes the journal's entries have together; 32 MiB by default. The oldest go.
    pub fn journal_bytes(mut self, bytes: usize) -> Self {
        self.journal.bytes = bytes;
        self
    }

    /// How many bytes of a path, a query or an id the journal keeps; 1,024 by default. What is longer is cut and ends
    /// in `… [N bytes cut]`. Bodies are never kept.
    pub fn journal_field_bytes(mut self, bytes: usize) -> Self {
        self.journal.field_bytes = bytes;
        self
    }

    /// The size of the largest body of a request; 1 MiB by default. Larger ones are refused with 413, and so are those
    /// whose content would take about ten times this limit in memory.
    pub fn max_body_bytes(self, bytes: usize) -> Self {
        Self { max_body_bytes: bytes, ..self }
    }

    /// How long a client may take to send the head of a request, to send its body, or to go on reading a response; 30
    /// seconds by default. A connection that waits longer, also one that is not used, is dropped. A body that does not
    /// arrive in time is refused with 408.
    pub fn client_timeout(self, limit: Duration) -> Self {
        Self { client_timeout: limit, ..self }
    }

    /// Calls `observer` with every entry of the journal as it is written.
    pub fn observer(self, observer: impl Fn(&Entry) + Send + Sync + 'static) -> Self {
        Self { observer: Some(Box::new(observer)), ..self }
    }

    /// Starts it, in tasks of the tokio runtime that awaits this.
    ///
    /// # Errors
    ///
    /// If the address cannot be listened on, or there is no tokio runtime.
    ///
    /// # Panics
    ///
    /// As tokio itself does, on a runtime that was built without its I/O or time driver.
    pub async fn start(self) -> Result<Sandbox, StartError> {
        let catalogue = Catalogue::get()?;
        let address = SocketAddr::new(self.host, self.port);
        if tokio::runtime::Handle::try_current().is_err() {
            return Err(StartError::Runtime);
        }
        let listening = server::listen(address).await;
        let (listener, address) = listening.map_err(|source| StartError::Listen { address, source })?;
        let world = Arc::new(World::new(catalogue, self));
        let (stop, stopped) = watch::channel(false);
        let task = tokio::spawn(server::serve(listener, Arc::clone(&world), stopped));
        Ok(Sandbox { world, address, stop, task: Some(task) })
    }
}

/// A fake EnKash that serves on a port of this machine until it is dropped.
pub struct Sandbox {
    world: Arc<World>,
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
    /// Starts one on a free port, with defaults for all else.
    ///
    /// # Errors
    ///
    /// If no port can be had or there is no tokio runtime around.
    pub async fn start() -> Result<Self, StartError> {
        Self::builder().start().await
    }

    /// What a sandbox is to be like.
    pub fn builder() -> SandboxBuilder {
        SandboxBuilder::default()
    }

    /// The base URL of a product, without a final slash. Products are named like the files of the
    /// catalogue; see [`products`](Self::products). Where it listens on all addresses, this is the loopback one.
    pub fn url(&self, product: &str) -> String {
        let host = match self.address.ip() {
            IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
            ip => ip,
        };
        format!("http://{}/{product}", SocketAddr::new(host, self.address.port()))
    }

    /// Where it listens.
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

    /// A request that passes every check of the operation with this `operationId`: the documents'
    /// own example values, made-up ones where they give none, and the sandbox's own ids and
    /// credentials where it has some. With `all_members` it has optional ones too.
    ///
    /// What it names (an invoice, an order) need not be there.
    pub fn example(&self, operation: &str, all_members: bool) -> Option<ExampleRequest> {
        let extent = if all_members { Extent::Full } else { Extent::Minimal };
        let operation = self.operations().find(|own| own.id() == operation)?;
        Some(answer::example(operation, extent, &self.world.today(operation.product()), &self.known_values()))
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

    /// What it accepts; all of it is made up.
    pub fn credentials(&self) -> &Credentials {
        &self.world.credentials
    }

    /// The sealed envelope around a text, as payouts wants its requests.
    pub fn seal(&self, plain: &str) -> String {
        self.world.seal.close(plain.as_bytes()).to_string()
    }

    /// The text inside a sealed envelope; `None` where it is none, or sealed with another secret.
    pub fn unseal(&self, envelope: &str) -> Option<String> {
        let plain = self.world.seal.open(&serde_json::from_str(envelope).ok()?)?;
        String::from_utf8(plain).ok()
    }

    /// The ids of the initial data.
    pub fn initial(&self) -> &Initial {
        &self.world.initial
    }

    /// What arrived, oldest first, as far back as the ring remembers.
    pub fn journal(&self) -> Vec<Entry> {
        self.world.journal.entries()
    }

    /// How many entries the journal has lost to its limits; [`clear_journal`](Self::clear_journal) does not count.
    /// What was cut off an entry is in its [`bytes_cut`](Entry::bytes_cut).
    pub fn dropped_entries(&self) -> u64 {
        self.world.journal.dropped()
    }

    /// How many requests arrived in all.
    pub fn requests(&self) -> u64 {
        self.world.journal.count()
    }

    /// Forgets the journal's entries; numbers go on.
    pub fn clear_journal(&self) {
        self.world.journal.clear();
    }

    /// The status of a payout transfer, such as `PROCESSING` or `SUCCESS`, by the caller's own `transactionId`; `None`
    /// if there is none. The API reference has no call for it.
    pub fn transfer_status(&self, transaction_id: &str) -> Option<&'static str> {
        self.world.payouts().transfer_status(transaction_id)
    }

    /// The faults to come.
    pub fn faults(&self) -> &Faults {
        &self.world.faults
    }

    /// Ends the life of every token that was issued.
    pub fn expire_tokens(&self) {
        self.world.tokens.revoke_all();
    }

    /// Whether failed sign-ins have locked the account of `/oauth/token`.
    pub fn is_locked(&self) -> bool {
        self.world.tokens.is_locked()
    }

    /// Opens the account again.
    pub fn unlock(&self) {
        self.world.tokens.unlock();
    }

    /// Stops it: no new connections, and answers that are on their way have two seconds.
    pub async fn shutdown(mut self) {
        let _ = self.stop.send(true);
        if let Some(task) = self.task.take() {
            // The task ends by itself; that it was ended otherwise makes no difference here.
            let _ = task.await;
        }
    }

    fn catalogue(&self) -> &'static Catalogue {
        self.world.catalogue
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
    fn without_a_runtime_it_says_so() {
        let mut start = std::pin::pin!(Sandbox::start());
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        let polled = start.as_mut().poll(&mut context);
        assert!(matches!(polled, std::task::Poll::Ready(Err(StartError::Runtime))));
    }
}
