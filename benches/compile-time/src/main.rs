//! What an endpoint costs the compiler and the binary: written by hand, with enkash, with rustify,
//! with ruma.
//!
//! `cargo run --release -p compile-time` generates crates of 1 to 1,000 endpoints under
//! `target/compile-time`, compiles them and prints a table with the ratios to what is written by
//! hand. Instructions of rustc are counted by callgrind, which gives the same number on every run
//! (to 0.1 %), whatever else the machine does.
//!
//! This one binary is both the program and the `RUSTC_WRAPPER` that it gives to cargo; see
//! [`wrapper`].

mod binary;
mod cargo;
mod compiler;
mod expanded;

mod generate;
mod measure;
mod options;
mod report;
mod wrapper;

use std::error::Error;
use std::process::ExitCode;

use cargo::Cargo;
use options::{Options, Wish};

/// Every failure is a text for the person in front of the terminal; nothing is decided by its kind.
type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    if let Some(order) = wrapper::Order::from_env() {
        return wrapper::run(&order);
    }
    match options::parse(std::env::args().skip(1)) {
        Ok(Wish::Help) => {
            print!("{}", options::HELP);
            ExitCode::SUCCESS
        }
        Ok(Wish::Measure(options)) => finish(compare(&options)),
        Err(mistake) => finish(Err(mistake)),
    }
}

fn compare(options: &Options) -> Result<String> {
    wrapper::find_valgrind()?;
    let cargo = Cargo::new()?;
    let mut measured = Vec::new();
    for style in &options.styles {
        measured.push(measure::measure(&cargo, style, options)?);
    }
    Ok(report::table(&options.sizes, &measured))
}

fn finish(outcome: Result<String>) -> ExitCode {
    match outcome {
        Ok(table) => {
            println!("{table}");
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}
