//! A client for programs without a runtime.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::mpsc;
use std::thread;

use tokio::runtime::{Builder, Handle};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

use crate::Client as AsyncClient;
use crate::endpoint::Endpoint;
use crate::error::{ConfigError, Error, TransportError, TransportErrorKind};
use crate::outcome::Outcome;
use crate::payload::Payload;
use crate::reply::Reply;
use crate::send::{Sending, send};

type Task = Pin<Box<dyn Future<Output = ()> + Send>>;

/// A [`Client`](crate::Client) that waits for its replies. Clones share one thread, which does the work and ends with
/// the last of them.
///
/// ```
/// use enkash_core::{Client, blocking};
///
/// # fn main() -> Result<(), enkash_core::Error> {
/// let client = blocking::Client::new(Client::builder().bearer("not-a-real-token").build()?)?;
/// let sending = client.as_async().raw(http::Method::GET, "/api/v0/health").send();
/// // No base URL was given, so nothing is sent.
/// assert_eq!(client.wait(sending).unwrap_err().kind(), "config");
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client {
    client: AsyncClient,
    tasks: UnboundedSender<Task>,
}

impl Client {
    /// Starts the thread.
    ///
    /// # Errors
    /// [`Error::Config`] where the system gives no thread or no timers.
    pub fn new(client: AsyncClient) -> Result<Self, Error> {
        let unavailable =
            |error| ConfigError::caused_by("the system gives the blocking client no thread", error);
        let runtime = Builder::new_current_thread().enable_all().build().map_err(unavailable)?;
        let (tasks, mut received) = unbounded_channel::<Task>();
        thread::Builder::new()
            .name("enkash-blocking".to_owned())
            .spawn(move || {
                runtime.block_on(async move {
                    while let Some(task) = received.recv().await {
                        tokio::spawn(task);
                    }
                });
            })
            .map_err(unavailable)?;
        Ok(Client { client, tasks })
    }

    /// A client from the environment's variables; see [`Client::from_env`](crate::Client::from_env).
    ///
    /// # Errors
    /// [`Error::Config`] with the name of the variable that is missing or wrong, never with a value.
    pub fn from_env() -> Result<Self, Error> {
        Client::new(AsyncClient::from_env()?)
    }

    /// The client that does the work, for calls with settings of their own and for raw ones: hand what it sends to
    /// [`wait`](Self::wait).
    #[must_use]
    pub fn as_async(&self) -> &AsyncClient {
        &self.client
    }

    /// Sends a request and waits for its reply.
    ///
    /// # Errors
    /// Those of the asynchronous client; [`Error::Config`] inside a runtime, which waiting would stop.
    pub fn send<E: Endpoint>(&self, request: &E) -> Result<Reply<E::Response>, Error> {
        self.wait(send(request, &self.client))
    }

    /// Waits for the reply of a call.
    ///
    /// # Errors
    /// Those of the asynchronous client; [`Error::Config`] inside a runtime, which waiting would stop.
    pub fn wait<R: Payload>(&self, sending: Sending<R>) -> Result<Reply<R>, Error> {
        if Handle::try_current().is_ok() {
            return Err(ConfigError::new(
                "a blocking client inside a runtime would stop it; use the asynchronous one",
            )
            .into());
        }
        let (sender, receiver) = mpsc::sync_channel(1);
        let task: Task = Box::pin(async move {
            // The receiver waits below, unless its thread is gone.
            let _ = sender.send(sending.await);
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

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("blocking::Client").field(&self.client).finish()
    }
}
