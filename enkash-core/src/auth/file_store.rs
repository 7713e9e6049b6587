//! What the processes of one machine share of an account, in a file.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::token_store::{StoredRecord, TokenStore, TokenStoreFuture};

/// How long another process may hold the lock, which it needs for a few milliseconds.
const LOCK_TIMEOUT: Duration = Duration::from_secs(3);

/// How often a lock that another process holds is tried.
const LOCK_POLL: Duration = Duration::from_millis(5);

/// A [`TokenStore`] in a file, for the processes of one machine and for a program that a supervisor
/// starts again: a wrong password costs one failed attempt, however often and in however many
/// processes it is tried. Access tokens are not written to it, so that each process requests its
/// own, one after the other.
///
/// The file is written anew beside its place and then renamed, so that a crash leaves the old one
/// or the new one. A second file, with `.lock` behind the name, is locked meanwhile. Both are
/// readable for their owner alone. They belong on a disk of the machine: locks of network file
/// systems are not to be relied on. Their folder must exist.
///
/// The clock is that of the machine. If it is set ahead while no process runs, a suspension ends
/// early.
///
/// To forget what is remembered of an account, call
/// [`Client::reset_auth`](crate::Client::reset_auth), or delete the file while no process runs.
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

/// The file's content: keys, and records in Base64.
type Records = BTreeMap<String, String>;

impl FileTokenStore {
    /// A store in this file. It is made when it is first written.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        FileTokenStore { path: path.into() }
    }

    /// Runs what waits for the lock and the disk on a thread that may wait.
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

/// The lock, which is given back when the file is dropped, or when the process ends, however it
/// ends. It is no lock on the file itself, since that is another one after each write.
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
                    "another process does not give back its lock",
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
    // Of a process that ended while it wrote; made anew, so that nobody's link or permissions are
    // taken over.
    match fs::remove_file(&new) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = owners_alone().create_new(true).open(&new)?;
    serde_json::to_writer(&mut file, records)?;
    file.flush()?;
    // Before it is renamed: otherwise the name could be on the disk before the content.
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
        "it is damaged, or no file of a token store; delete it once the account is in order",
    )
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Opens files for writing that nobody but their owner may read.
fn owners_alone() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

#[cfg(test)]
mod tests;
