//! The memory that this process has.

use enkash_benches::Failure;

/// The resident memory, in KiB, as Linux tells it.
pub fn resident() -> Result<u64, Failure> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    Ok(number.ok_or("/proc/self/status tells no VmRSS")?.parse()?)
}
