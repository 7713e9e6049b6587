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

#[test]
fn a_host_that_is_none_is_refused() {
    let refused = run(&["--host", "example.com"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(
        text(&refused.stderr).contains("--host takes an IP address"),
        "{}",
        text(&refused.stderr)
    );
    assert!(text(&run(&["--help"]).stdout).contains("there is no TLS"));
}

#[test]
fn the_host_decides_the_address() {
    let child =
        program().args(["--quiet", "--host", "127.0.0.2"]).stdout(Stdio::piped()).spawn().unwrap();
    let mut running = Running(child);
    let mut lines = BufReader::new(running.0.stdout.take().unwrap()).lines();
    let line = lines.next();
    // Only Linux has all of 127.0.0.0/8.
    if cfg!(target_os = "linux") {
        assert!(line.unwrap().unwrap().starts_with("http://127.0.0.2:"));
    }
}

/// Sends many requests over one connection and reads the responses.
#[cfg(unix)]
fn send_requests(address: &str, count: usize) {
    use std::io::{Read, Write};
    let mut socket = std::net::TcpStream::connect(address).unwrap();
    socket.set_read_timeout(Some(std::time::Duration::from_secs(60))).unwrap();
    let mut responses = BufReader::new(socket.try_clone().unwrap());
    let request = format!("GET /payouts/{} HTTP/1.1\r\nhost: x\r\n\r\n", "path/".repeat(15));
    for _ in 0..count {
        socket.write_all(request.as_bytes()).unwrap();
        let head =
            responses.by_ref().lines().map(Result::unwrap).take_while(|line| !line.is_empty());
        let head = head.collect::<Vec<_>>();
        assert!(head[0].starts_with("HTTP/1.1 404"), "{head:?}");
        let length = head.iter().find_map(|line| line.strip_prefix("content-length: ")).unwrap();
        let mut body = vec![0; length.parse().unwrap()];
        responses.read_exact(&mut body).unwrap();
    }
}

#[cfg(unix)]
#[test]
fn unread_standard_output_stops_nothing() {
    for signal in ["-TERM", "-INT"] {
        let child = program().stdout(Stdio::piped()).spawn().unwrap();
        let mut running = Running(child);
        let mut output = BufReader::new(running.0.stdout.take().unwrap());
        let mut first = String::new();
        output.read_line(&mut first).unwrap();
        let address = first.trim().strip_prefix("EnKash sandbox on http://").unwrap();
        // Many times what a pipe and the queue hold; the pipe stays open and is not read.
        send_requests(address, 3000);
        let pid = running.0.id().to_string();
        assert!(Command::new("kill").args([signal, &pid]).status().unwrap().success());
        let begun = std::time::Instant::now();
        assert_eq!(running.0.wait().unwrap().code(), Some(0), "{signal}");
        assert!(
            begun.elapsed() < std::time::Duration::from_secs(20),
            "{signal} took {:?}",
            begun.elapsed()
        );
        drop(output);
    }
}

#[cfg(unix)]
#[test]
fn lines_that_were_dropped_are_counted() {
    let child = program().stdout(Stdio::piped()).spawn().unwrap();
    let mut running = Running(child);
    let mut output = BufReader::new(running.0.stdout.take().unwrap());
    let mut first = String::new();
    output.read_line(&mut first).unwrap();
    let address = first.trim().strip_prefix("EnKash sandbox on http://").unwrap();
    send_requests(address, 3000);
    let mut lines = output.lines().map(Result::unwrap);
    let dropped = lines.find(|line| line.contains("lines dropped")).unwrap();
    let count = dropped.trim_start_matches('(').split(' ').next().unwrap().parse::<u32>().unwrap();
    assert!(count > 500, "{dropped}");
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
        let responses = text(&output.stdout);
        assert!(
            responses.contains("Customer activated") && responses.contains("VALIDATION_ERROR"),
            "{responses}"
        );
        let requests = lines.by_ref().filter(|line| line.contains("/accounts-receivable/"));
        let requests = requests.take(3).collect::<Vec<_>>();
        assert!(
            requests[1].contains("200 PUT") && requests[1].contains("[customer activated KC"),
            "{requests:?}"
        );
    }
    let pid = running.0.id().to_string();
    assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    assert_eq!(running.0.wait().unwrap().code(), Some(0));
}
