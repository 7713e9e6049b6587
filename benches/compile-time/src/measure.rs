//! Everything that is measured of one style.

use std::collections::BTreeMap;

use crate::Result;
use crate::binary::{self, Bytes};
use crate::cargo::Cargo;
use crate::compiler::{self, Instructions, MacroCrate};
use crate::expanded::{self, Lines};
use crate::generate::{Style, Subject};
use crate::options::Options;
use crate::wrapper::Times;

/// What came out for one style. Maps go from the number of endpoints to what the library of that
/// size needs.
pub struct Measured {
    pub style: &'static Style,
    pub instructions: BTreeMap<usize, Instructions>,
    pub times: BTreeMap<usize, Times>,
    pub lines: BTreeMap<usize, Lines>,
    pub bytes: Option<Bytes>,
    pub macro_crate: Option<MacroCrate>,
}

/// The first two sizes that are reported as a difference. Time and lines are taken of these only:
/// their growth is not the question, and a minute of compiling for each further point is too dear
/// for what is only for information.
pub fn first_step(sizes: &[usize]) -> Option<(usize, usize)> {
    steps(sizes).next()
}

/// Each size with the next one. A crate with a single endpoint is no beginning: it has what others
/// need only once.
pub fn steps(sizes: &[usize]) -> impl Iterator<Item = (usize, usize)> {
    sizes.windows(2).map(|pair| (pair[0], pair[1])).filter(|(low, _)| *low > 1)
}

/// Measures one style.
pub fn measure(cargo: &Cargo, style: &'static Style, options: &Options) -> Result<Measured> {
    let tell = |what: &str| eprintln!("{}: {what}", style.name);
    let mut measured = Measured {
        style,
        instructions: BTreeMap::new(),
        times: BTreeMap::new(),
        lines: BTreeMap::new(),
        bytes: None,
        macro_crate: None,
    };
    tell("dependencies");
    compiler::build_dependencies(cargo, style)?;
    for &size in &options.sizes {
        let subject = Subject::library_of(style, size);
        tell(&format!("instructions, {size} endpoints"));
        measured.instructions.insert(size, compiler::count(cargo, &subject)?);
    }
    if let Some((low, high)) = first_step(&options.sizes) {
        tell("time and lines");
        for size in [low, high] {
            let subject = Subject::library_of(style, size);
            measured.times.insert(size, compiler::time(cargo, &subject)?);
            measured.lines.insert(size, expanded::count_lines(cargo, &subject)?);
        }
    }
    if options.binaries {
        tell("binaries");
        measured.bytes = Some(binary::measure(cargo, style)?);
    }
    // Last, because it makes cargo build again what depends on the macros.
    if options.macro_crates {
        tell("the crate of the macros");
        measured.macro_crate = Some(compiler::macro_crate(cargo, style)?);
    }
    Ok(measured)
}
