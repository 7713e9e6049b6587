//! The tree of dependencies against `deny.toml`, for machines without cargo-deny: licences, sources and bans, on
//! the platforms that it names.
#![allow(missing_docs, clippy::unwrap_used, reason = "what fails here fails the test")]

use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use std::process::Command;

use serde::Deserialize;

#[derive(Deserialize)]
struct Deny {
    graph: Graph,
    licenses: Licenses,
    bans: Bans,
    sources: Sources,
}

#[derive(Deserialize)]
struct Graph {
    targets: Vec<String>,
}

#[derive(Deserialize)]
struct Licenses {
    allow: BTreeSet<String>,
}

#[derive(Deserialize)]
struct Bans {
    deny: Vec<Ban>,
}

#[derive(Deserialize)]
struct Ban {
    #[serde(rename = "crate")]
    name: String,
    /// The crates that may use it all the same.
    #[serde(default)]
    wrappers: BTreeSet<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Sources {
    allow_registry: Vec<String>,
    allow_git: Vec<String>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    license: Option<String>,
    /// `None` for what lies in this repository.
    source: Option<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    dependencies: Vec<String>,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

fn deny() -> Deny {
    toml::from_str(&std::fs::read_to_string(root().join("deny.toml")).unwrap()).unwrap()
}

/// What cargo knows of the tree on all of the platforms that `deny.toml` names.
fn metadata() -> Metadata {
    let mut arguments = vec!["metadata", "--locked", "--format-version", "1"];
    let deny = deny();
    assert!(!deny.graph.targets.is_empty(), "deny.toml names no platform");
    for target in &deny.graph.targets {
        arguments.extend(["--filter-platform", target]);
    }
    // Without `--offline`: what only another platform needs may not have been downloaded yet.
    let output =
        Command::new(env!("CARGO")).args(arguments).current_dir(root()).output().expect("cargo itself");
    assert!(output.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The words of a licence expression: names, operators and parentheses. The old form has `/` for `OR`.
fn words(expression: &str) -> Vec<String> {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    spaced.split_whitespace().map(str::to_owned).collect()
}

/// Whether the allowed licences are enough for an expression.
fn suffices(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let words = words(expression);
    let mut rest = &words[..];
    let suffices = any(&mut rest, allowed);
    assert!(rest.is_empty(), "not understood: {expression}");
    suffices
}

fn any(rest: &mut &[String], allowed: &BTreeSet<String>) -> bool {
    let mut found = all(rest, allowed);
    while take(rest, "OR") {
        found |= all(rest, allowed);
    }
    found
}

fn all(rest: &mut &[String], allowed: &BTreeSet<String>) -> bool {
    let mut found = one(rest, allowed);
    while take(rest, "AND") {
        found &= one(rest, allowed);
    }
    found
}

fn one(rest: &mut &[String], allowed: &BTreeSet<String>) -> bool {
    if take(rest, "(") {
        let found = any(rest, allowed);
        assert!(take(rest, ")"), "a parenthesis is not closed");
        return found;
    }
    let Some((name, behind)) = rest.split_first() else { return false };
    *rest = behind;
    if take(rest, "WITH") {
        let Some((exception, behind)) = rest.split_first() else { return false };
        *rest = behind;
        return allowed.contains(&format!("{name} WITH {exception}"));
    }
    allowed.contains(name)
}

fn take(rest: &mut &[String], word: &str) -> bool {
    let is_next = rest.first().is_some_and(|next| next == word);
    if is_next {
        *rest = &rest[1..];
    }
    is_next
}

#[test]
fn expressions_are_understood() {
    let allowed = ["MIT", "ISC", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned).into();
    for (expression, expected) in [
        ("MIT", true),
        ("GPL-3.0", false),
        ("MIT/GPL-3.0", true),
        ("GPL-3.0 OR ISC", true),
        ("MIT AND GPL-3.0", false),
        ("MIT OR GPL-3.0 AND MPL-2.0", true),
        ("(MIT OR GPL-3.0) AND MPL-2.0", false),
        ("ISC AND (GPL-3.0 OR (MIT))", true),
        ("Apache-2.0 WITH LLVM-exception", true),
        ("Apache-2.0", false),
    ] {
        assert_eq!(suffices(expression, &allowed), expected, "{expression}");
    }
}

#[test]
fn licences_are_allowed_and_every_allowance_is_needed() {
    let metadata = metadata();
    let allowed = deny().licenses.allow;
    let expressions: BTreeSet<&str> =
        metadata.packages.iter().filter_map(|package| package.license.as_deref()).collect();
    let refused: Vec<_> = metadata
        .packages
        .iter()
        .filter(|package| !package.license.as_deref().is_some_and(|it| suffices(it, &allowed)))
        .map(|package| (&package.name, &package.license))
        .collect();
    assert!(refused.is_empty(), "neither in `licenses.allow` nor to be had under one that is: {refused:?}");
    for licence in &allowed {
        let mut fewer = allowed.clone();
        fewer.remove(licence);
        let enough = expressions.iter().all(|expression| suffices(expression, &fewer));
        assert!(!enough, "no crate needs {licence}");
    }
}

#[test]
fn everything_comes_from_an_allowed_source() {
    let metadata = metadata();
    let Sources { allow_registry, allow_git } = deny().sources;
    let allowed = |source: &str| match source.split_once('+') {
        Some(("registry", url)) => allow_registry.iter().any(|allowed| allowed == url),
        Some(("git", url)) => allow_git.iter().any(|allowed| url.starts_with(allowed)),
        _ => false,
    };
    for Package { name, source, .. } in &metadata.packages {
        assert!(source.as_deref().is_none_or(allowed), "{name} comes from {source:?}");
    }
}

#[test]
fn nothing_that_is_banned_is_there() {
    let metadata = metadata();
    let names: HashMap<&str, &str> =
        metadata.packages.iter().map(|package| (&*package.id, &*package.name)).collect();
    for Ban { name, wrappers } in deny().bans.deny {
        let users = metadata.resolve.nodes.iter().filter(|node| {
            node.dependencies.iter().any(|id| names.get(&**id).is_some_and(|own| *own == name))
        });
        let users: Vec<_> =
            users.map(|node| names[&*node.id]).filter(|user| !wrappers.contains(*user)).collect();
        assert!(users.is_empty(), "{name} is banned, and these use it: {users:?}");
    }
}
