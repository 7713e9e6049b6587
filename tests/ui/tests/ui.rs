//! The compiler's words: what the attributes refuse (`fail`), what they accept (`pass`), and that
//! the reference of the macros explains each refusal with an example that is compiled here.
//!
//! After a change of a message, `TRYBUILD=overwrite cargo test -p enkash-ui-tests` writes what the
//! compiler says now, to be reviewed; `-- cases trybuild=name` runs the cases with that name alone.
//! Then `UPDATE_REFERENCE=1 cargo test -p enkash-ui-tests reference` writes the messages into the
//! reference.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;
use std::{env, fs};

/// The toolchain of `rust-toolchain.toml`.
const TOOLCHAIN: &str = "1.95.0";

const DIAGNOSTICS: &str = include_str!("../../../enkash-macros/src/diagnostic.rs");
const REFERENCE: &str = include_str!("../../../enkash-macros/docs/reference.md");
const REFERENCE_FILE: &str = "../../enkash-macros/docs/reference.md";

/// What stands in the reference around the compiler's words.
const SAYS: &str = "\nThe compiler says:\n\n```text\n";
const SAID: &str = "```\n";

/// What ends a case, and stands in no example.
const MAIN: &str = "\nfn main() {}\n";

#[test]
fn cases() {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version =
        Command::new(rustc).arg("--version").output().expect("rustc says its version").stdout;
    let version = String::from_utf8_lossy(&version);
    assert!(
        version.starts_with(&format!("rustc {TOOLCHAIN} ")),
        "the words of the compiler are those of Rust {TOOLCHAIN}, which rust-toolchain.toml pins; this is {version}\
         Run the tests with that toolchain, or move the pin and review what `TRYBUILD=overwrite` writes."
    );
    let cases = trybuild::TestCases::new();
    cases.compile_fail("fail/*.rs");
    cases.pass("pass/*.rs");
}

#[test]
fn there_is_no_response_without_a_case_and_no_case_without_a_response() {
    for name in files("fail").keys() {
        let other = match name.strip_suffix(".stderr") {
            Some(stem) => format!("{stem}.rs"),
            None => name.replace(".rs", ".stderr"),
        };
        assert!(Path::new("fail").join(&other).exists(), "{name} has no {other}");
    }
}

/// A mistake that the attribute reports is reported by it alone; one that the compiler reports is
/// reported once. A case with several of these has `several` in its name.
#[test]
fn nothing_second_hand_follows() {
    for (name, text) in files("fail").into_iter().filter(|(name, _)| name.ends_with(".stderr")) {
        let errors: Vec<&str> = text.lines().filter(|line| line.starts_with("error")).collect();
        if errors.iter().any(|error| error.contains("[ENK-")) {
            assert!(errors.iter().all(|error| error.contains("[ENK-")), "{name}: {errors:#?}");
        } else {
            let distinct: BTreeSet<&str> = errors.iter().copied().collect();
            assert_eq!(errors.len(), distinct.len(), "{name}: {errors:#?}");
            assert_eq!(errors.len() > 1, name.contains("several"), "{name}: {errors:#?}");
        }
        let codes = text.matches("[ENK-").count();
        let helps = text.lines().filter(|line| line.trim_start().starts_with("help: ")).count();
        assert!(helps >= codes, "{name}: a message does not say what to write");
    }
}

#[test]
fn every_code_has_a_section_with_an_example_that_is_a_case() {
    let files = files("fail");
    // The one mistake of the compiler's own that has a section.
    for code in codes().chain(["E0425".to_owned()]) {
        let heading = format!("\n### {code}: ");
        let section = REFERENCE
            .split_once(&heading)
            .unwrap_or_else(|| panic!("the reference has no {code}"))
            .1;
        let section = section.split("\n##").next().unwrap_or(section);
        let (_, after) = example(section).unwrap_or_else(|| panic!("{code} has no example"));
        let name = case(section, &files)
            .unwrap_or_else(|| panic!("no case has the text of the example of {code}"));
        let response = &files[&name.replace(".rs", ".stderr")];
        assert!(response.contains(&format!("[{code}]")), "{name} is not refused with {code}");
        assert!(without_message(after).contains("```\n"), "{code} does not show the right form");
    }
}

/// Behind each example that is refused stands what the compiler says to it, word for word.
#[test]
fn the_reference_shows_what_the_compiler_says() {
    let files = files("fail");
    let text = fs::read_to_string(REFERENCE_FILE).expect("the reference can be read");
    let mut sections = text.split("\n### E");
    let mut written = sections.next().unwrap_or_default().to_owned();
    for section in sections {
        written.push_str("\n### E");
        // A section without an example, or without a case, is another test's matter.
        let (Some((before, after)), Some(name)) = (example(section), case(section, &files)) else {
            written.push_str(section);
            continue;
        };
        let response = &files[&name.replace(".rs", ".stderr")];
        let after = without_message(after);
        written.push_str(&[before, SAYS, response.trim_end(), "\n", SAID, after].concat());
    }
    if env::var_os("UPDATE_REFERENCE").is_some_and(|value| value == "1") {
        fs::write(REFERENCE_FILE, written).expect("the reference can be written");
        return;
    }
    let differs = text.lines().zip(written.lines()).position(|(found, wanted)| found != wanted);
    assert!(
        text == written,
        "line {} is not what the compiler says: write the messages anew with `UPDATE_REFERENCE=1 cargo test -p \
         enkash-ui-tests reference`, and read the difference",
        differs.map_or(text.lines().count(), |line| line + 1)
    );
}

/// The section up to the end of the example that is refused, and the rest.
fn example(section: &str) -> Option<(&str, &str)> {
    let start = section.find("```compile_fail\n")? + "```compile_fail\n".len();
    let end = start + section[start..].find("```\n")? + "```\n".len();
    Some(section.split_at(end))
}

/// The case that has the text of the section's example.
fn case<'a>(section: &str, files: &'a BTreeMap<String, String>) -> Option<&'a str> {
    let (_, code) = example(section)?.0.split_once("```compile_fail\n")?;
    let code = code.strip_suffix("```\n")?;
    let (name, _) = files.iter().find(|(_, text)| text.strip_suffix(MAIN) == Some(code))?;
    Some(name)
}

/// What follows an example, without the compiler's words.
fn without_message(after: &str) -> &str {
    let message = after.strip_prefix(SAYS).and_then(|rest| rest.split_once(&["\n", SAID].concat()));
    message.map_or(after, |(_, rest)| rest)
}

#[test]
fn the_reference_explains_no_code_that_there_is_not() {
    let codes: Vec<String> = codes().collect();
    for heading in REFERENCE.lines().filter_map(|line| line.strip_prefix("### ENK-")) {
        let code = format!("ENK-{}", heading.split(':').next().unwrap_or(heading));
        assert!(codes.contains(&code), "{code} is none of the codes");
    }
}

/// `ENK-01` and so on, as the enum of the codes has them.
fn codes() -> impl Iterator<Item = String> {
    let (_, codes) = DIAGNOSTICS.split_once("enum Code {").expect("the codes are an enum");
    let (codes, _) = codes.split_once('}').expect("the enum has an end");
    codes.lines().filter_map(|line| {
        let (_, number) = line.trim().trim_end_matches(',').split_once(" = ")?;
        Some(format!("ENK-{number:0>2}"))
    })
}

/// The files of a folder with their texts.
fn files(folder: &str) -> BTreeMap<String, String> {
    fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| {
            let path = entry.expect("an entry can be read").path();
            let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).expect("a file can be read"))
        })
        .collect()
}
