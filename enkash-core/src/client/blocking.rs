//! A client that blocks the calling thread.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::mpsc;
use std::thread;

use http::Method;
use tokio::runtime::Builder;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::Client as AsyncClient;
use crate::base::outcome::Outcome;
use crate::call::raw::RawCall;
use crate::call::send::{Call, PendingCall};
use crate::declare::endpoint::Endpoint;
use crate::declare::payload::Payload;
use crate::error::{ConfigError, Error, TransportError, TransportErrorKind};
use crate::product::Product;
use crate::wire::reply::Reply;

type Task = Pin<Box<dyn Future<Output = ()> + Send>>;

/// A [`Client`](crate::Client) that blocks until the reply arrives. Clones share one thread, which
/// runs the calls and ends with the last clone.
///
/// It works on every thread: outside of a runtime, in `spawn_blocking`, in `block_in_place`, under
/// `ClientRuntime::enter`, and inside an async task. There it blocks the thread of the task, and
/// with it other tasks of that thread; a call that depends on one of these, such as a server in the
/// same program, waits until its time limit. In async code, use the [asynchronous
/// client](crate::Client).
///
/// ```
/// use enkash_core::{Client, ErrorKind, Method, Product, blocking};
///
/// const PRODUCT: Product = Product::new("example");
///
/// # fn main() -> Result<(), enkash_core::Error> {
/// let client = blocking::Client::new(Client::builder().build()?)?;
/// let call = client.raw(&PRODUCT, Method::GET, "/health").send();
/// // There is no base URL, so nothing is sent.
/// assert_eq!(client.wait(call).unwrap_err().kind(), ErrorKind::Config);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client {
    client: AsyncClient,
    tasks: UnboundedSender<Task>,
    /// The thread that runs the calls. It must not wait for itself.
    worker: thread::ThreadId,
}

impl Client {
    /// Starts the thread. The client shares credentials, tokens and settings with the given one. It
    /// has separate connections, unless the given one has a custom
    /// [`transport`](crate::ClientBuilder::transport).
    ///
    /// # Errors
    /// Returns [`Error::Config`] if the system cannot start a thread or its timers, or the HTTP
    /// client cannot be built again.
    pub fn new(client: AsyncClient) -> Result<Self, Error> {
        let unavailable = |error| {
            ConfigError::caused_by("could not start the thread of the blocking client", error)
        };
        let (tasks, received) = unbounded_channel();
        let (started, start) = mpsc::sync_channel(1);
        let worker = thread::Builder::new()
            .name("enkash-blocking".to_owned())
            .spawn(move || run(received, &started))
            .map_err(unavailable)?;
        // The thread first sends whether it could start.
        start
            .recv()
            .unwrap_or_else(|_| Err(std::io::Error::other("the thread ended at once")))
            .map_err(unavailable)?;
        Ok(Client { client: client.with_own_connections()?, tasks, worker: worker.thread().id() })
    }

    /// Returns the asynchronous client of the thread, for calls with their own options: pass its
    /// calls to [`wait`](Self::wait). Do not await them in another runtime, since their connections
    /// would belong to that runtime and stall with it.
    #[must_use]
    pub fn as_async(&self) -> &AsyncClient {
        &self.client
    }

    /// Creates a call of an undeclared endpoint: pass what it sends to [`wait`](Self::wait).
    pub fn raw(
        &self,
        product: &'static Product,
        method: Method,
        path: impl Into<String>,
    ) -> RawCall {
        self.client.raw(product, method, path)
    }

    /// Sends a request and waits for its reply.
    ///
    /// # Errors
    /// Returns the errors of the asynchronous client.
    pub fn send<E: Endpoint>(&self, request: &E) -> Result<Reply<E::Response>, Error> {
        self.wait(Call::new(request).send(&self.client))
    }

    /// Waits for the reply of a call from [`raw`](Self::raw) or [`as_async`](Self::as_async). A
    /// call of another client works as well, over that client's connections.
    ///
    /// # Errors
    /// Returns the errors of the asynchronous client, and [`Error::Config`] on the client's own
    /// thread, on which a custom transport runs.
    pub fn wait<R: Payload>(&self, sending: PendingCall<R>) -> Result<Reply<R>, Error> {
        self.run(sending)
    }

    /// Requests a token for each account, like [`Client::check`](crate::Client::check).
    ///
    /// # Errors
    /// Returns the errors of [`Client::check`](crate::Client::check).
    pub fn check(&self) -> Result<(), Error> {
        let client = self.client.clone();
        self.run(async move { client.check().await })
    }

    fn run<T: Send + 'static>(
        &self,
        work: impl Future<Output = Result<T, Error>> + Send + 'static,
    ) -> Result<T, Error> {
        if thread::current().id() == self.worker {
            return Err(ConfigError::new(
                "a transport cannot wait for the blocking client that uses it; use a separate client in the transport",
            )
            .into());
        }
        let (sender, receiver) = mpsc::sync_channel(1);
        let task: Task = Box::pin(async move {
            // The receiver waits below, unless its thread has ended.
            let _ = sender.send(work.await);
        });
        // If the thread has ended, the task and its sender are dropped.
        let _ = self.tasks.send(task);
        receiver.recv().unwrap_or_else(|_| {
            Err(Error::Transport(Box::new(TransportError::new(
                TransportErrorKind::Request,
                Outcome::Unknown,
            ))))
        })
    }
}

/// Runs the thread. The runtime is created, used and dropped here, since it must not be dropped on
/// a thread of another runtime.
fn run(mut received: UnboundedReceiver<Task>, started: &mpsc::SyncSender<std::io::Result<()>>) {
    let runtime = match Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return drop(started.send(Err(error))),
    };
    drop(started.send(Ok(())));
    runtime.block_on(async move {
        while let Some(task) = received.recv().await {
            tokio::spawn(task);
        }
    });
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("blocking::Client").field(&self.client).finish()
    }
}
