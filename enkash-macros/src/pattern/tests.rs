//! What the compiler of patterns promises. All randomness has fixed seeds.

mod agreement;
mod catalogue;
mod refusals;
mod samples;
mod tables;
mod written;

use enkash_core::pattern::Pattern;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use regex::Regex;
use syn::{Expr, ExprCall, ExprLit, Lit, LitInt};

use super::{CompiledPattern, compile};

/// The pattern as a program has it: made from the arguments that the macro writes.
fn emitted(compiled: &CompiledPattern) -> Pattern {
    let call: ExprCall =
        syn::parse2(compiled.expand(&syn::parse_quote!(::enkash_core))).expect("a call is written");
    let literals: Vec<Lit> = call
        .args
        .into_iter()
        .map(|argument| match argument {
            Expr::Lit(ExprLit { lit, .. }) => lit,
            _ => panic!("every argument is a literal"),
        })
        .collect();
    let [
        Lit::Str(source),
        Lit::ByteStr(tables),
        Lit::Int(transitions),
        Lit::Int(rejecting),
        Lit::Int(start),
    ] = &literals[..]
    else {
        panic!("the arguments are a text, bytes and three numbers");
    };
    let number = |literal: &LitInt| literal.base10_parse().expect("it fits");
    let (source, tables) = (source.value().leak(), tables.value().leak());
    Pattern::__new(source, tables, number(transitions), number(rejecting), number(start))
}

/// The pattern of a regular expression that compiles.
fn pattern(source: &str) -> Pattern {
    emitted(&compile(source).unwrap_or_else(|error| panic!("{}", error.message())))
}

/// What the `regex` crate makes of an expression that the whole value must match.
fn oracle(expression: &str) -> Regex {
    Regex::new(&format!(r"\A(?:{expression})\z")).unwrap_or_else(|error| panic!("{error}"))
}

/// Runs properties on the same cases every time.
fn runner(cases: u32) -> TestRunner {
    let config = Config {
        cases,
        failure_persistence: None,
        max_global_rejects: cases * 10,
        ..Config::default()
    };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}
