//! The sandbox of the test, which reports each transfer that arrives and can hold its response
//! back.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use enkash_sandbox::{Entry, Sandbox};
use tokio::runtime::Runtime;

pub(crate) const TRANSFER: &str = "InitiatePayoutTransfer";

pub(crate) struct Platform {
    pub(crate) sandbox: Sandbox,
    /// The numbers of the transfers whose work is done; their responses follow.
    arrived: Receiver<u64>,
    seen: u64,
    held: Arc<AtomicU64>,
    release: Sender<()>,
    // The last field: the sandbox goes before its runtime does.
    _runtime: Runtime,
}

impl Platform {
    pub(crate) fn start() -> Self {
        let runtime = Runtime::new().unwrap();
        let (report, arrived) = channel();
        let (release, released) = channel();
        let held = Arc::new(AtomicU64::new(0));
        let (hold, released, count) = (Arc::clone(&held), Mutex::new(released), AtomicU64::new(0));
        let observer = move |entry: &Entry| {
            if entry.operation.as_deref() == Some(TRANSFER) {
                let number = count.fetch_add(1, Ordering::SeqCst) + 1;
                let _ = report.send(number);
                if hold.load(Ordering::SeqCst) == number {
                    let _ = released.lock().unwrap().recv();
                }
            }
        };
        let sandbox = runtime.block_on(Sandbox::builder().observer(observer).start()).unwrap();
        Platform { sandbox, arrived, seen: 0, held, release, _runtime: runtime }
    }

    /// The number that the `count`th transfer from now will have.
    pub(crate) fn number_of_next(&mut self, count: u64) -> u64 {
        self.seen = self.arrived.try_iter().last().unwrap_or(self.seen);
        self.seen + count
    }

    /// Holds back the response to the transfer of this number: its work is done by then.
    pub(crate) fn hold(&self, number: u64) {
        self.held.store(number, Ordering::SeqCst);
    }

    /// Lets the response go that is held back.
    pub(crate) fn release(&self) {
        self.release.send(()).unwrap();
    }

    /// Waits a moment for the transfer of this number.
    pub(crate) fn has_arrived(&mut self, number: u64) -> bool {
        match self.arrived.recv_timeout(Duration::from_millis(50)) {
            Ok(arrived) => self.seen = arrived,
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => panic!("the sandbox has ended"),
        }
        self.seen >= number
    }
}
