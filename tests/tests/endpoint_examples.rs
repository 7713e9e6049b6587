//! Every declaration of an endpoint has an example, which rustdoc compiles and runs.
#![allow(missing_docs, clippy::unwrap_used, reason = "what fails here fails the test")]

use std::fs;
use std::path::Path;

/// What an example does so that it fails where the declaration and its values do not fit.
const ASKED: [&str; 2] = ["let prepared = client.prepare(&request)?;", "assert_eq!(prepared.path(), "];

#[test]
fn every_endpoint_has_an_example() {
    let (mut declared, mut without) = (0, Vec::new());
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../enkash-endpoints/src"), &mut |name, docs| {
        declared += 1;
        if !has_example(name, docs) {
            without.push(name.to_owned());
        }
    });
    assert!(declared >= 129, "only {declared} declarations were found");
    assert!(
        without.is_empty(),
        "without an example under `# Examples`, as its neighbours have it: {}",
        without.join(", ")
    );
}

/// Whether the documentation has a block of code that is run, builds the struct, and looks at what would be sent.
fn has_example(name: &str, docs: &str) -> bool {
    let Some((_, chapter)) = docs.split_once("# Examples\n\n```\n") else { return false };
    let Some((code, _)) = chapter.split_once("\n```\n") else { return false };
    code.contains(name) && ASKED.iter().all(|line| code.contains(line))
}

/// Calls `found` with the name and the documentation of each declaration below a folder.
fn collect(folder: &Path, found: &mut dyn FnMut(&str, &str)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            declarations(&fs::read_to_string(&path).unwrap(), found);
        }
    }
}

fn declarations(text: &str, found: &mut dyn FnMut(&str, &str)) {
    for (at, _) in text.match_indices("\n#[endpoint(") {
        let (before, declaration) = text.split_at(at + 1);
        let mut docs: Vec<&str> = before.lines().rev().map_while(|line| line.strip_prefix("///")).collect();
        docs.reverse();
        let docs: String =
            docs.iter().map(|line| format!("{}\n", line.strip_prefix(' ').unwrap_or(line))).collect();
        let (_, named) = declaration.split_once("\npub struct ").expect("a declaration is a struct");
        let end = named.find(|sign: char| !sign.is_alphanumeric()).expect("a name has an end");
        found(&named[..end], &docs);
    }
}

#[test]
fn an_example_that_does_nothing_is_none() {
    let mut text = String::from(
        "/// Reads.\n///\n/// # Examples\n///\n/// ```\n/// let request = Get { id: 1 };\n\
         /// let prepared = client.prepare(&request)?;\n/// assert_eq!(prepared.path(), \"/1\");\n/// ```\n",
    );
    let declared = "\n#[endpoint(GET, \"/<id>\")]\npub struct Get {\n    pub id: u32,\n}\n";
    let judged = |text: &str| {
        let mut judged = Vec::new();
        declarations(text, &mut |name, docs| judged.push((name.to_owned(), has_example(name, docs))));
        judged
    };
    text.insert(0, '\n');
    let whole = [text.trim_end(), declared].concat();
    assert_eq!(judged(&whole), [("Get".to_owned(), true)]);
    for broken in [
        whole.replace("# Examples", "# Notes"),
        whole.replace("/// ```\n/// let", "/// ```no_run\n/// let"),
        whole.replace("client.prepare", "client.forget"),
        declared.to_owned(),
    ] {
        assert_eq!(judged(&broken), [("Get".to_owned(), false)], "{broken}");
    }
}
