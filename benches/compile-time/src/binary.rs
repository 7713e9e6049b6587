//! What an endpoint adds to a stripped release binary.

use std::fs;

use crate::Result;
use crate::cargo::Cargo;
use crate::generate::{Style, Subject};

/// The larger number of endpoints; the smaller one is 1.
const MANY: usize = 50;

/// Bytes.
#[derive(Clone, Copy)]
pub struct Bytes {
    /// The program that declares one endpoint and uses it.
    pub with_one: f64,
    /// For each further endpoint that is declared and used.
    pub per_used: f64,
    /// For each further endpoint that is declared only.
    pub per_unused: f64,
}

/// Builds three programs and compares their sizes. All of them send over reqwest without TLS.
pub fn measure(cargo: &Cargo, style: &'static Style) -> Result<Bytes> {
    let size = |declared, used| {
        let subject = Subject { style, declared, used };
        cargo.write(&subject)?;
        cargo.run(&subject, &["build", "--release"])?;
        let program = cargo.target(style).join("release").join(Subject::PROGRAM);
        Result::Ok(fs::metadata(program)?.len() as f64)
    };
    let with_one = size(1, 1)?;
    let one_used = size(MANY, 1)?;
    let all_used = size(MANY, MANY)?;
    let further = (MANY - 1) as f64;
    Ok(Bytes {
        with_one,
        per_used: (all_used - one_used) / further,
        per_unused: (one_used - with_one) / further,
    })
}
