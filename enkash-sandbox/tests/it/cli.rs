//! The program.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Output, Stdio};

fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_enkash-sandbox"))
}

fn run(arguments: &[&str]) -> Output {
    program().args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// A program that is ended with the test, whatever happens.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn help_and_version() {
    let help = run(&["--help"]);
    assert!(help.status.success());
    assert!(text(&help.stdout).contains("--latency MILLISECONDS"));
    let version = run(&["--version"]);
    assert_eq!(text(&version.stdout), format!("enkash-sandbox {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn mistakes_end_it_with_a_message() {
    let wrong = run(&["--prot", "1"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(text(&wrong.stderr).contains("--prot") && text(&wrong.stderr).contains("--help"));
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let refused = run(&["--port", &port]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(text(&refused.stderr).contains(&port), "{}", text(&refused.stderr));
}

#[test]
fn quiet_prints_the_address_alone() {
    let child = program().arg("--quiet").stdout(Stdio::piped()).spawn().unwrap();
    let mut running = Running(child);
    let mut lines = BufReader::new(running.0.stdout.take().unwrap()).lines();
    assert!(lines.next().unwrap().unwrap().starts_with("http://127.0.0.1:"));
}

#[cfg(unix)]
#[test]
fn it_greets_serves_and_stops() {
    let child = program().args(["--seed", "3"]).stdout(Stdio::piped()).spawn().unwrap();
    let mut running = Running(child);
    let mut lines = BufReader::new(running.0.stdout.take().unwrap()).lines().map(Result::unwrap);
    let mut calls = Vec::new();
    let mut routes = 0;
    for line in lines.by_ref() {
        routes += usize::from(line.starts_with("  "));
        if line.starts_with("TOKEN=") || line.starts_with("curl ") {
            calls.push(line);
        }
        if calls.len() == 4 {
            break;
        }
    }
    assert_eq!(routes, 129);
    if Command::new("curl").arg("--version").output().is_ok() {
        let script = format!("{}\n{}\n{}", calls[0], calls[1], calls[2]);
        let output = Command::new("sh").args(["-c", &script]).output().unwrap();
        let answers = text(&output.stdout);
        assert!(answers.contains("Customer activated") && answers.contains("VALIDATION_ERROR"), "{answers}");
        let requests = lines.by_ref().filter(|line| line.contains("/accounts-receivable/"));
        let requests = requests.take(3).collect::<Vec<_>>();
        assert!(
            requests[1].contains("200 PUT") && requests[1].contains("[customer activated KC"),
            "{requests:?}"
        );
    }
    let pid = running.0.id().to_string();
    assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    assert!(running.0.wait().unwrap().success());
}
