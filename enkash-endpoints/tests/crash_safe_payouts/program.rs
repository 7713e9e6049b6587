//! The example as a program, its payments and its ledger.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use enkash_sandbox::Sandbox;
use rusqlite::Connection;

/// Where the sources of the example are.
fn sources() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/crash_safe_payouts")
}

/// The example, which cargo builds before it runs all tests of this package.
///
/// # Panics
/// Cargo was asked for this test alone, and the program is missing or older than its sources.
fn binary() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let folder = test.parent().and_then(Path::parent).unwrap().join("examples");
    let binary = folder.join(format!("crash_safe_payouts{}", std::env::consts::EXE_SUFFIX));
    let modified = |path: &Path| path.metadata().and_then(|metadata| metadata.modified()).ok();
    let files = sources().read_dir().unwrap().map(|file| file.unwrap().path());
    let newest = files
        .filter(|file| file.extension() == Some("rs".as_ref()))
        .filter_map(|file| modified(&file))
        .max();
    assert!(
        modified(&binary) >= newest,
        "{} is missing or old: run `cargo build --example crash_safe_payouts` first",
        binary.display(),
    );
    binary
}

/// A payment of the file.
pub(crate) struct Payment {
    pub(crate) id: String,
    pub(crate) amount: String,
    /// Whether EnKash takes it.
    pub(crate) is_valid: bool,
}

/// A folder with a ledger in it, and the program that uses it.
pub(crate) struct Program {
    folder: PathBuf,
}

impl Program {
    pub(crate) fn new(test: &str) -> Self {
        let name = format!("crash_safe_payouts-{}-{test}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir(&folder).unwrap();
        Program { folder }
    }

    pub(crate) fn payments() -> Vec<Payment> {
        let mut file = csv::Reader::from_path(sources().join("transfers.csv")).unwrap();
        let read = |row: csv::StringRecord| Payment {
            id: row[0].to_owned(),
            amount: row[2].to_owned(),
            is_valid: !row[3].contains('/'),
        };
        file.records().map(|row| read(row.unwrap())).collect()
    }

    pub(crate) fn ledger_path(&self) -> PathBuf {
        self.folder.join("ledger.db")
    }

    /// A file with these payments in place of the example's own.
    pub(crate) fn file(&self, payments: &str) -> PathBuf {
        let path = self.folder.join("payments.csv");
        std::fs::write(&path, payments).unwrap();
        path
    }

    /// The command that an operator would run, and run again after a crash.
    pub(crate) fn command(&self, sandbox: &Sandbox) -> Command {
        self.command_for(&sources().join("transfers.csv"), sandbox)
    }

    pub(crate) fn command_for(&self, payments: &Path, sandbox: &Sandbox) -> Command {
        let known = sandbox.credentials();
        let mut command = Command::new(binary());
        // Nothing of the developer's own account gets into the program.
        for (name, _) in
            std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("ENKASH_"))
        {
            command.env_remove(name);
        }
        command
            .arg(payments)
            .arg(self.ledger_path())
            .env("ENKASH_BASE_URL", sandbox.url("payouts"))
            .env("ENKASH_USERNAME", &known.username)
            .env("ENKASH_PASSWORD", &known.password)
            .env("ENKASH_CLIENT_ID", &known.client_id)
            .env("ENKASH_CLIENT_SECRET", &known.client_secret)
            .stdin(Stdio::null());
        command
    }

    pub(crate) fn start(&self, sandbox: &Sandbox) -> Child {
        self.command(sandbox).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    }

    /// Every id of the ledger with its state.
    pub(crate) fn ledger(&self) -> Vec<(String, String)> {
        let ledger = Connection::open(self.ledger_path()).unwrap();
        let mut rows = ledger.prepare("SELECT id, state FROM transfer ORDER BY rowid").unwrap();
        let rows = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        rows.map(Result::unwrap).collect()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
