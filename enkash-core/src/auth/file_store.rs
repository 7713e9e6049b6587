//! A token store in a file, for the processes of one machine.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::token_store::{StoredRecord, TokenStore, TokenStoreFuture};

/// The maximum wait for the lock. Another process needs it for a few milliseconds.
const LOCK_TIMEOUT: Duration = Duration::from_secs(3);

/// The interval at which a lock held by another process is tried.
const LOCK_POLL: Duration = Duration::from_millis(5);

/// A [`TokenStore`] in a file, for the processes of one machine and for a program that a supervisor
/// restarts: a wrong password costs one failed attempt, in any number of processes and restarts.
/// Access tokens are not written to the file, so each process requests its own, one after the
/// other.
///
/// The file is written to a temporary file and then renamed, so that a crash leaves either the old
/// or the new one. A second file, with the suffix `.lock`, is locked during the operation. Both are
/// readable only by their owner. Their directory must exist and be on a local disk, since locks of
/// network file systems are unreliable.
///
/// The store uses the machine's clock. If it is set forward while no process runs, a suspension
/// ends early.
///
/// To clear the record of an account, call [`Client::reset_auth`](crate::Client::reset_auth), or
/// delete the file while no process runs.
///
/// ```
/// use enkash_core::{Client, FileTokenStore};
///
/// # fn main() -> Result<(), enkash_core::Error> {
/// let key = "not-a-real-key-but-32-bytes-long";
/// let client = Client::builder()
///     .token_store(FileTokenStore::new("/var/lib/billing/accounts"), key)
///     .build()?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct FileTokenStore {
    path: PathBuf,
}

/// The content of the file: keys, and records in Base64.
type Records = BTreeMap<String, String>;

impl FileTokenStore {
    /// Creates a store in this file. The file is created by the first write.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        FileTokenStore { path: path.into() }
    }

    /// Runs a function that waits for the lock and the disk on a blocking thread.
    fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Path) -> io::Result<T> + Send + 'static,
    ) -> TokenStoreFuture<'_, T> {
        let path = self.path.clone();
        Box::pin(async move {
            let done = tokio::task::spawn_blocking(move || {
                let work = locked(&path).and_then(|_lock| work(&path));
                work.map_err(|error| {
                    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
                })
            });
            Ok(done.await??)
        })
    }
}

impl TokenStore for FileTokenStore {
    fn load<'a>(&'a self, key: &'a str) -> TokenStoreFuture<'a, StoredRecord> {
        let key = key.to_owned();
        self.run(move |path| {
            let record = read(path)?.get(&key).map(|record| decoded(record)).transpose()?;
            let now = SystemTime::UNIX_EPOCH.elapsed().map_err(io::Error::other)?;
            Ok(StoredRecord { record, now })
        })
    }

    fn compare_and_set<'a>(
        &'a self,
        key: &'a str,
        expected: Option<&'a [u8]>,
        record: &'a [u8],
    ) -> TokenStoreFuture<'a, bool> {
        let (key, record) = (key.to_owned(), STANDARD.encode(record));
        let expected = expected.map(|expected| STANDARD.encode(expected));
        self.run(move |path| {
            let mut records = read(path)?;
            let is_expected = records.get(&key) == expected.as_ref();
            if is_expected {
                records.insert(key, record);
                write(path, &records)?;
            }
            Ok(is_expected)
        })
    }

    fn keeps_tokens(&self) -> bool {
        false
    }
}

/// Acquires the lock, which is released when the file is dropped or the process ends. A separate
/// file is locked, since each write replaces the file itself.
fn locked(path: &Path) -> io::Result<File> {
    let lock = owners_alone().create(true).truncate(false).open(beside(path, ".lock"))?;
    let begin = Instant::now();
    loop {
        match lock.try_lock() {
            Ok(()) => return Ok(lock),
            Err(TryLockError::Error(error)) => return Err(error),
            Err(TryLockError::WouldBlock) if begin.elapsed() >= LOCK_TIMEOUT => {
                return Err(io::Error::new(
                    io::ErrorKind::TimedOut,
                    "another process holds the lock for too long",
                ));
            }
            Err(TryLockError::WouldBlock) => std::thread::sleep(LOCK_POLL),
        }
    }
}

fn read(path: &Path) -> io::Result<Records> {
    match fs::read(path) {
        Ok(content) => serde_json::from_slice(&content).map_err(|_| damaged()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Records::new()),
        Err(error) => Err(error),
    }
}

fn write(path: &Path, records: &Records) -> io::Result<()> {
    let new = beside(path, ".new");
    // Left by a process that ended during a write. It is created again, so that no link or
    // permission of another user is kept.
    match fs::remove_file(&new) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = owners_alone().create_new(true).open(&new)?;
    serde_json::to_writer(&mut file, records)?;
    file.flush()?;
    // Before the rename: otherwise the new name could reach the disk before the content.
    file.sync_all()?;
    drop(file);
    fs::rename(&new, path)?;
    sync_folder(path)
}

#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

fn decoded(record: &str) -> io::Result<Vec<u8>> {
    STANDARD.decode(record).map_err(|_| damaged())
}

fn damaged() -> io::Error {
    io::Error::new(
        io::ErrorKind::InvalidData,
        "it is damaged or not a token store; delete it once the account works again",
    )
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Returns options for files that only their owner can read.
fn owners_alone() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

#[cfg(test)]
mod tests;
