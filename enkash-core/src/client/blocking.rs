//! A client for programs without a runtime.

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

/// A [`Client`](crate::Client) that waits for its replies. Clones share one thread, which does the
/// work and ends with the last of them.
///
/// It works on every thread: outside of a runtime, in `spawn_blocking`, in `block_in_place`, under
/// `ClientRuntime::enter`, and inside an async task. There it blocks the thread of the task, and
/// with it the other tasks of that thread; if a call needs one of these, such as a server in the
/// same program, it waits for nothing until its time is over. Inside async code the
/// [asynchronous client](crate::Client) is the better one.
///
/// ```
/// use enkash_core::{Client, ErrorKind, Method, Product, blocking};
///
/// const PRODUCT: Product = Product::new("example");
///
/// # fn main() -> Result<(), enkash_core::Error> {
/// let client = blocking::Client::new(Client::builder().build()?)?;
/// let call = client.raw(&PRODUCT, Method::GET, "/health").send();
/// // No base URL was given, so nothing is sent.
/// assert_eq!(client.wait(call).unwrap_err().kind(), ErrorKind::Config);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client {
    client: AsyncClient,
    tasks: UnboundedSender<Task>,
    /// The thread that does the work, and that must not wait for it.
    worker: thread::ThreadId,
}

impl Client {
    /// Starts the thread. The client shares credentials, tokens and settings with the given one,
    /// and has connections of its own, unless the given one has a
    /// [`transport`](crate::ClientBuilder::transport) of the caller's.
    ///
    /// # Errors
    /// [`Error::Config`] where the system gives no thread or no timers, or the HTTP client cannot
    /// be made again.
    pub fn new(client: AsyncClient) -> Result<Self, Error> {
        let unavailable =
            |error| ConfigError::caused_by("the system gives the blocking client no thread", error);
        let (tasks, received) = unbounded_channel();
        let (started, start) = mpsc::sync_channel(1);
        let worker = thread::Builder::new()
            .name("enkash-blocking".to_owned())
            .spawn(move || run(received, &started))
            .map_err(unavailable)?;
        // The thread sends its result before anything else.
        start
            .recv()
            .unwrap_or_else(|_| Err(std::io::Error::other("it ended at once")))
            .map_err(unavailable)?;
        Ok(Client { client: client.with_own_connections()?, tasks, worker: worker.thread().id() })
    }

    /// The client that does the work, for calls with settings of their own: hand what it sends to
    /// [`wait`](Self::wait). Awaited in a runtime instead, a call would open connections there,
    /// which stand still while that runtime does.
    #[must_use]
    pub fn as_async(&self) -> &AsyncClient {
        &self.client
    }

    /// A call of an endpoint that nobody has declared yet: hand what it sends to
    /// [`wait`](Self::wait).
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
    /// Those of the asynchronous client.
    pub fn send<E: Endpoint>(&self, request: &E) -> Result<Reply<E::Response>, Error> {
        self.wait(Call::new(request).send(&self.client))
    }

    /// Waits for the reply of a call that [`raw`](Self::raw) or [`as_async`](Self::as_async) sends.
    /// A call of another client works as well, over that client's connections.
    ///
    /// # Errors
    /// Those of the asynchronous client; [`Error::Config`] on the client's own thread, where a
    /// transport of the caller's runs.
    pub fn wait<R: Payload>(&self, sending: PendingCall<R>) -> Result<Reply<R>, Error> {
        self.run(sending)
    }

    /// Like [`Client::check`](crate::Client::check).
    ///
    /// # Errors
    /// Those of [`Client::check`](crate::Client::check).
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
                "a transport cannot wait for the blocking client that it serves; give it a client of its own",
            )
            .into());
        }
        let (sender, receiver) = mpsc::sync_channel(1);
        let task: Task = Box::pin(async move {
            // The receiver waits below, unless its thread is gone.
            let _ = sender.send(work.await);
        });
        // Without the thread the task would be dropped, and with it the sender.
        let _ = self.tasks.send(task);
        receiver.recv().unwrap_or_else(|_| {
            Err(Error::Transport(Box::new(TransportError::new(
                TransportErrorKind::Request,
                Outcome::Unknown,
            ))))
        })
    }
}

/// What the thread does. The runtime is made, used and dropped here: a thread of another runtime
/// may not drop it.
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
