//! Calls, one after the other or many at once, for a slice of time.

use std::sync::Arc;
use std::time::{Duration, Instant};

use enkash_benches::Failure;
use tokio::task::JoinSet;

use crate::clients::Client;

/// What a slice begins with and does not count.
pub const WARM_UP: Duration = Duration::from_millis(50);

/// What came of a slice of time.
pub struct Slice {
    pub per_second: f64,
    /// In microseconds, sorted.
    latencies: Vec<u32>,
}

impl Slice {
    /// The latency, in microseconds, that this share of the calls did not exceed.
    pub fn percentile(&self, share: f64) -> f64 {
        let last = self.latencies.len().saturating_sub(1);
        let place = (last as f64 * share).round() as usize;
        self.latencies.get(place).copied().map_or(f64::NAN, f64::from)
    }
}

/// Calls for a slice of time.
pub async fn run(client: Arc<Client>, at_once: usize, slice: Duration) -> Result<Slice, Failure> {
    let begin = Instant::now() + WARM_UP;
    let end = begin + slice;
    let mut callers = JoinSet::new();
    for _ in 0..at_once {
        callers.spawn(call(Arc::clone(&client), begin, end));
    }
    let mut latencies = Vec::new();
    while let Some(own) = callers.join_next().await {
        latencies.extend(own??);
    }
    latencies.sort_unstable();
    Ok(Slice { per_second: latencies.len() as f64 / slice.as_secs_f64(), latencies })
}

/// One caller: the latencies of the calls that ended within the slice.
async fn call(client: Arc<Client>, begin: Instant, end: Instant) -> Result<Vec<u32>, Failure> {
    let mut latencies = Vec::new();
    loop {
        let start = Instant::now();
        if start >= end {
            return Ok(latencies);
        }
        client.call().await?;
        let now = Instant::now();
        if now >= begin && now < end {
            latencies.push(u32::try_from((now - start).as_micros()).unwrap_or(u32::MAX));
        }
    }
}
