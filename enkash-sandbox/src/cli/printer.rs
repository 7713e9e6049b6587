//! Lines on standard output that never make a request wait.

use std::fmt::Display;
use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{
    Receiver, RecvTimeoutError, SyncSender, TrySendError, channel, sync_channel,
};
use std::thread::Builder;
use std::time::Duration;

/// Lines that wait to be written; further ones are dropped and counted.
const QUEUE: usize = 1024;

/// How long the end of the program waits for a reader.
const PATIENCE: Duration = Duration::from_millis(200);

/// A thread that writes lines to standard output.
pub(crate) struct Printer {
    queue: Queue,
    /// Ends when the thread has written everything.
    written: Receiver<()>,
}

/// Where lines are put. Clones share one queue.
#[derive(Clone)]
pub(crate) struct Queue {
    lines: SyncSender<String>,
    dropped: Arc<AtomicU64>,
}

impl Printer {
    /// Starts the thread.
    ///
    /// # Errors
    ///
    /// If the system has no thread left.
    pub(crate) fn start() -> std::io::Result<Self> {
        let (lines, queued) = sync_channel::<String>(QUEUE);
        let (done, written) = channel::<()>();
        let dropped = Arc::new(AtomicU64::new(0));
        let unread = Arc::clone(&dropped);
        Builder::new().name("printer".to_owned()).spawn(move || {
            // Lives as long as the thread.
            let _done = done;
            for line in queued {
                print(&line);
                let dropped = unread.swap(0, Ordering::Relaxed);
                if dropped > 0 {
                    print(format_args!(
                        "({dropped} lines dropped: standard output was not read fast enough)"
                    ));
                }
            }
        })?;
        Ok(Self { queue: Queue { lines, dropped }, written })
    }

    pub(crate) fn queue(&self) -> Queue {
        self.queue.clone()
    }

    /// Waits a moment until all lines are written; without a reader they are lost. All other clones
    /// of the queue have to be gone.
    pub(crate) fn finish(self) {
        let Self { queue, written } = self;
        drop(queue);
        // Either the thread has ended, or nobody reads what it writes.
        let (Ok(()) | Err(RecvTimeoutError::Disconnected | RecvTimeoutError::Timeout)) =
            written.recv_timeout(PATIENCE);
    }
}

impl Queue {
    /// Queues a line; drops and counts it if the queue is full.
    pub(crate) fn print(&self, line: impl Display) {
        match self.lines.try_send(line.to_string()) {
            Ok(()) | Err(TrySendError::Disconnected(_)) => {}
            Err(TrySendError::Full(_)) => drop(self.dropped.fetch_add(1, Ordering::Relaxed)),
        }
    }
}

/// Writes a line; that nobody reads it any more is no reason to stop serving.
pub(crate) fn print(line: impl Display) {
    let mut output = std::io::stdout().lock();
    let _ = writeln!(output, "{line}").and_then(|()| output.flush());
}
