//! Runs cargo on a generated crate, always in the same surroundings.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Result;
use crate::generate::{Style, Subject};
use crate::wrapper::{Job, Order, Times};

/// What could make cargo or rustc do something else than for a user who has set nothing.
const NOT_PASSED_ON: [&str; 12] = [
    "CARGO_BUILD_RUSTC_WRAPPER",
    "CARGO_BUILD_RUSTFLAGS",
    "CARGO_BUILD_TARGET",
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_INCREMENTAL",
    "CARGO_PROFILE_DEV_DEBUG",
    "CARGO_PROFILE_DEV_OPT_LEVEL",
    "RUSTC_BOOTSTRAP",
    "RUSTC_WORKSPACE_WRAPPER",
    "RUSTC_WRAPPER",
    "RUSTDOCFLAGS",
    "RUSTFLAGS",
];

/// Where cargo is and where the generated crates live.
pub struct Cargo {
    cargo: OsString,
    /// The compiler itself: under valgrind, rustup's stand-in would be counted in its place.
    rustc: PathBuf,
    /// Below it, a folder per style with its crates and one `target` for all of them.
    root: PathBuf,
    /// `enkash-core`, as the generated crates name it.
    core: PathBuf,
    /// The lock file that every generated crate starts from.
    lock: PathBuf,
}

impl Cargo {
    /// Finds everything; the toolchain is the one that runs this program.
    pub fn new() -> Result<Cargo> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let benches = here.parent().ok_or("this package has no folder around it")?;
        let core = benches.join("../enkash-core").canonicalize()?;
        let sysroot =
            Command::new("rustc").args(["--print", "sysroot"]).current_dir(here).output()?;
        let sysroot = String::from_utf8(sysroot.stdout)?;
        Ok(Cargo {
            cargo: std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()),
            rustc: Path::new(sysroot.trim()).join("bin/rustc"),
            root: benches.join("target/compile-time"),
            core,
            lock: benches.join("Cargo.lock"),
        })
    }

    /// Writes the crate where it belongs, in place of what is there.
    pub fn write(&self, subject: &Subject) -> Result<()> {
        let folder = self.folder(subject);
        fs::create_dir_all(folder.join("src"))?;
        fs::write(folder.join("Cargo.toml"), subject.manifest(&self.core))?;
        fs::copy(&self.lock, folder.join("Cargo.lock"))?;
        fs::write(self.library(subject), subject.library())?;
        if let Some(program) = subject.program() {
            fs::write(folder.join("src/main.rs"), program)?;
        }
        Ok(())
    }

    /// The library's source.
    pub fn library(&self, subject: &Subject) -> PathBuf {
        self.folder(subject).join("src/lib.rs")
    }

    /// The folder that all crates of a style are compiled into.
    pub fn target(&self, style: &Style) -> PathBuf {
        self.root.join(style.name).join("target")
    }

    /// Compiles without measuring.
    pub fn run(&self, subject: &Subject, arguments: &[&str]) -> Result<()> {
        finish(self.command(subject, arguments))
    }

    /// Instructions that rustc needs for one crate, in millions.
    pub fn count(&self, subject: &Subject, arguments: &[&str], crate_name: &str) -> Result<f64> {
        let instructions: u64 =
            self.ordered(Job::Count, subject, arguments, crate_name)?.trim().parse()?;
        Ok(instructions as f64 / 1e6)
    }

    /// Time that rustc needs for one crate.
    pub fn time(&self, subject: &Subject, arguments: &[&str], crate_name: &str) -> Result<Times> {
        let text = self.ordered(Job::Time, subject, arguments, crate_name)?;
        let (wall, user) = text.split_once(' ').ok_or("the wrapper left half a result")?;
        let micros = |text: &str| text.parse().map(std::time::Duration::from_micros);
        Ok(Times { wall: micros(wall)?, user: micros(user)? })
    }

    /// The library as it is behind all macros.
    pub fn expand(&self, subject: &Subject) -> Result<String> {
        self.ordered(Job::Expand, subject, &["check", "--lib"], Subject::NAME)
    }

    fn ordered(
        &self,
        job: Job,
        subject: &Subject,
        arguments: &[&str],
        crate_name: &str,
    ) -> Result<String> {
        let result = self.root.join(subject.style.name).join("result");
        // An old one would be taken for the new one if cargo found nothing to do.
        if result.exists() {
            fs::remove_file(&result)?;
        }
        let order = Order { job, crate_name: crate_name.to_owned(), result };
        let mut command = self.command(subject, arguments);
        order.give_to(&mut command)?;
        if crate_name != Subject::NAME {
            // Others get this crate from a registry, where nothing is compiled incrementally.
            command.env("CARGO_INCREMENTAL", "0");
        }
        finish(command)?;
        fs::read_to_string(&order.result)
            .map_err(|_| format!("cargo did not compile {crate_name}").into())
    }

    fn command(&self, subject: &Subject, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.cargo);
        for variable in NOT_PASSED_ON {
            command.env_remove(variable);
        }
        command.current_dir(self.folder(subject)).arg("--quiet").args(arguments);
        command.env("CARGO_TARGET_DIR", self.target(subject.style)).env("RUSTC", &self.rustc);
        command
    }

    fn folder(&self, subject: &Subject) -> PathBuf {
        self.root.join(subject.style.name).join(subject.folder())
    }
}

fn finish(mut command: Command) -> Result<()> {
    let output = command.output()?;
    if output.status.success() {
        return Ok(());
    }
    let folder = command.get_current_dir().unwrap_or(Path::new(".")).display();
    let arguments = command.get_args().collect::<Vec<_>>().join(OsStr::new(" "));
    let messages = String::from_utf8_lossy(&output.stderr);
    Err(format!("`cargo {}` failed in {folder}:\n{messages}", arguments.display()).into())
}
