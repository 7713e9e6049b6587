//! This binary as cargo's `RUSTC_WRAPPER`: it passes its arguments on to rustc, and one crate in a
//! particular way.
//!
//! Cargo passes rustc's path and arguments; what to do with which crate comes from the environment,
//! as an [`Order`].

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, ExitStatus};
use std::time::{Duration, Instant};

use crate::Result;

const JOB: &str = "COMPILE_TIME_JOB";
const CRATE: &str = "COMPILE_TIME_CRATE";
const RESULT: &str = "COMPILE_TIME_RESULT";

/// What is done with the one crate.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Job {
    /// Its instructions are counted, by callgrind.
    Count,
    /// Its time is taken.
    Time,
    /// It is expanded instead of compiled.
    Expand,
}

impl Job {
    const ALL: [(Job, &'static str); 3] =
        [(Job::Count, "count"), (Job::Time, "time"), (Job::Expand, "expand")];

    fn name(self) -> &'static str {
        Job::ALL.iter().find(|(job, _)| *job == self).map_or("", |(_, name)| name)
    }
}

/// What the program asks of its wrapper.
pub struct Order {
    /// What to do.
    pub job: Job,
    /// The crate that it is done with, as rustc calls it. All others are compiled as ever.
    pub crate_name: String,
    /// The file that the result goes to.
    pub result: PathBuf,
}

impl Order {
    /// The order that this process was started with, if it is a wrapper.
    pub fn from_env() -> Option<Order> {
        let name = std::env::var(JOB).ok()?;
        let (job, _) = Job::ALL.into_iter().find(|(_, known)| *known == name)?;
        Some(Order {
            job,
            crate_name: std::env::var(CRATE).ok()?,
            result: std::env::var_os(RESULT)?.into(),
        })
    }

    /// Makes this binary the wrapper of the rustc that `cargo` will run.
    pub fn give_to(&self, cargo: &mut Command) -> Result<()> {
        cargo.env("RUSTC_WRAPPER", std::env::current_exe()?);
        cargo.env(JOB, self.job.name()).env(CRATE, &self.crate_name).env(RESULT, &self.result);
        Ok(())
    }
}

/// What rustc took for the crate, as the job `Time` leaves it.
#[derive(Clone, Copy)]
pub struct Times {
    /// From start to end.
    pub wall: Duration,
    /// On processors, in user mode.
    pub user: Duration,
}

/// Says what is missing before anything else is done.
pub fn find_valgrind() -> Result<()> {
    match Command::new("valgrind").arg("--version").output() {
        Ok(output) if output.status.success() => Ok(()),
        _ => {
            Err("valgrind is not there, and it counts the instructions. Install it: apt-get install valgrind"
                .into())
        }
    }
}

/// Runs rustc with this process's own arguments.
pub fn run(order: &Order) -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let Some(rustc) = arguments.next() else { return ExitCode::FAILURE };
    let arguments: Vec<OsString> = arguments.collect();
    let is_meant = arguments
        .windows(2)
        .any(|pair| pair[0] == "--crate-name" && pair[1] == order.crate_name.as_str());
    let status = if is_meant {
        match order.job {
            Job::Count => count(&rustc, &arguments, &order.result),
            Job::Time => time(&rustc, &arguments, &order.result),
            Job::Expand => expand(&rustc, &arguments, &order.result),
        }
    } else {
        Command::new(&rustc).args(&arguments).status().map_err(Into::into)
    };
    match status {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

/// What valgrind says goes to a file of its own: cargo reads rustc's messages from stderr and takes
/// no others.
fn count(rustc: &OsString, arguments: &[OsString], result: &Path) -> Result<ExitStatus> {
    let log = result.with_extension("valgrind");
    let mut to_log = OsString::from("--log-file=");
    to_log.push(&log);
    let status = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(to_log)
        .arg(rustc)
        .args(arguments)
        .status()?;
    let report = fs::read_to_string(&log)?;
    let collected = report.lines().find_map(|line| line.split_once("Collected :"));
    let (_, instructions) =
        collected.ok_or_else(|| format!("callgrind counted nothing:\n{report}"))?;
    fs::write(result, instructions.trim())?;
    Ok(status)
}

fn time(rustc: &OsString, arguments: &[OsString], result: &Path) -> Result<ExitStatus> {
    let start = Instant::now();
    let status = Command::new(rustc).args(arguments).status()?;
    let wall = start.elapsed();
    fs::write(result, format!("{} {}", wall.as_micros(), children_user_time()?.as_micros()))?;
    Ok(status)
}

/// The user time of rustc, which is the only child that this process ever waits for.
fn children_user_time() -> Result<Duration> {
    // The kernel counts in hundredths of a second, whatever its own clock. `cutime` is the
    // fourteenth field after the name in brackets, which can contain spaces.
    let stat = fs::read_to_string("/proc/self/stat")?;
    let ticks = stat.rsplit(')').next().and_then(|fields| fields.split_whitespace().nth(13));
    let ticks: u64 = ticks.ok_or("/proc/self/stat is too short")?.parse()?;
    Ok(Duration::from_millis(ticks * 10))
}

fn expand(rustc: &OsString, arguments: &[OsString], result: &Path) -> Result<ExitStatus> {
    let mut command = Command::new(rustc);
    // Only here: given to cargo, build scripts would see it, too, and dependencies would be built
    // again.
    command.env("RUSTC_BOOTSTRAP", "1").args(arguments).arg("-Zunpretty=expanded");
    Ok(command.stdout(File::create(result)?).status()?)
}
