//! Writes the declared endpoints as OpenAPI 3.1.
//!
//! `cargo run --features schema --example openapi` lists the products.
//!
//! `cargo run --features schema --example openapi -- payouts` prints the document of one.
//!
//! `cargo run --features schema --example openapi -- --out DIR` writes those of all, one file each.

use std::error::Error;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use enkash_endpoints::{PRODUCTS, Product, endpoints, openapi};

const USAGE: &str = "usage: openapi [PRODUCT | --out DIR]";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments[..] {
        [] => list(),
        ["--out", folder] => write_all(Path::new(folder)),
        [name] if !name.starts_with('-') => print(name),
        _ => Err(USAGE.into()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn list() -> Result<(), Box<dyn Error>> {
    for product in PRODUCTS {
        println!("{:20} {:3} endpoints", product.name(), declared(product));
    }
    println!("\n{USAGE}");
    Ok(())
}

fn print(name: &str) -> Result<(), Box<dyn Error>> {
    let product = PRODUCTS.iter().find(|product| product.name() == name);
    let product = product.ok_or_else(|| {
        format!("there is no product `{name}`, or its feature is not enabled; {USAGE}")
    })?;
    // Not `println!`, which panics on a closed pipe, as in `… | head`.
    writeln!(io::stdout(), "{:#}", openapi(product))?;
    Ok(())
}

fn write_all(folder: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for product in PRODUCTS {
        let file = folder.join(format!("{product}.json"));
        fs::write(&file, format!("{:#}\n", openapi(product)))
            .map_err(|error| format!("{}: {error}", file.display()))?;
        println!("{}: {} endpoints", file.display(), declared(product));
    }
    Ok(())
}

fn declared(product: &Product) -> usize {
    endpoints().iter().filter(|endpoint| endpoint.product() == product).count()
}
