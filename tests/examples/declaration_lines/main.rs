//! Counts the lines that a declaration takes: from `#[endpoint` to the end of the struct, and
//! beside them two endpoints written by hand. Documentation and empty lines do not count: neither
//! what is above the attribute, its example included, nor what is on the fields.
//!
//! `cargo run --example declaration_lines`

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

#[allow(dead_code, reason = "it is compiled so that it is true, and counted; nothing calls it")]
mod by_hand;

fn main() {
    let mut declarations = BTreeMap::new();
    collect(
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../enkash-endpoints/src")),
        &mut declarations,
    );
    let mut sorted: Vec<(usize, &str)> =
        declarations.iter().map(|(name, lines)| (*lines, name.as_str())).collect();
    sorted.sort_unstable();
    let (median, middle) = sorted[sorted.len() / 2];
    let (most, worst) = sorted[sorted.len() - 1];
    println!("{} declarations", sorted.len());
    println!("median {median:>4} lines ({middle})");
    println!("most   {most:>4} lines ({worst})");
    for (name, lines) in by_hand() {
        println!("{name}: {} lines declared, {lines} by hand", declarations[name]);
    }
}

fn collect(folder: &Path, declarations: &mut BTreeMap<String, usize>) {
    for entry in fs::read_dir(folder).expect("the sources are there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, declarations);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).expect("a source is UTF-8");
            let mut rest = text.as_str();
            while let Some(start) = rest.find("\n#[endpoint(") {
                rest = &rest[start + 1..];
                // A struct with fields ends with its brace, one without with a semicolon.
                let end = [rest.find("\n}"), rest.find(";\n")]
                    .into_iter()
                    .flatten()
                    .min()
                    .expect("it ends");
                let declaration = &rest[..end + 2];
                let (_, named) =
                    declaration.split_once("pub struct ").expect("a declaration is a struct");
                let name: String = named.chars().take_while(|c| c.is_alphanumeric()).collect();
                declarations.insert(name, lines(declaration));
                rest = &rest[end + 2..];
            }
        }
    }
}

/// The lines of the endpoints that are written by hand, by their marks.
fn by_hand() -> Vec<(&'static str, usize)> {
    include_str!("by_hand.rs")
        .split("\n// }\n")
        .filter_map(|part| {
            let (_, marked) = part.rsplit_once("\n// ")?;
            let (name, code) = marked.split_once(" {\n")?;
            Some((name, lines(code)))
        })
        .collect()
}

fn lines(code: &str) -> usize {
    code.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")).count()
}
