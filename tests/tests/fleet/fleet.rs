//! The processes of a fleet.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Duration;

use enkash_tests::server::{Server, ServerAction, response};

use super::redis_server::signal;

pub(crate) const KEY: &str = "not-a-real-key-but-32-bytes-long";

/// What the processes of a fleet have in common: the server, the store, the account.
pub(crate) struct Fleet {
    pub(crate) server: Server,
    store: String,
    key: String,
    attempt: Duration,
    call: Duration,
}

impl Fleet {
    /// A fleet with this store: the URL of a Redis, or the path of a file.
    pub(crate) fn new(store: impl Into<String>) -> Self {
        Fleet {
            server: Server::start(),
            store: store.into(),
            key: KEY.to_owned(),
            attempt: Duration::from_secs(10),
            call: Duration::from_secs(20),
        }
    }

    /// The limits of an attempt and of a call. The lease of a token request is one second longer
    /// than an attempt.
    pub(crate) fn limits(self, attempt: Duration, call: Duration) -> Self {
        Fleet { attempt, call, ..self }
    }

    pub(crate) fn member(&self) -> Member {
        self.member_with(&[])
    }

    /// A process with other variables.
    pub(crate) fn member_with(&self, variables: &[(&str, &str)]) -> Member {
        let child = Command::new(env!("CARGO_BIN_EXE_fleet_member"))
            .env("FLEET_URL", self.server.url())
            .env("FLEET_STORE", &self.store)
            .env("FLEET_KEY", &self.key)
            .env("FLEET_PASSWORD", "not-a-real-password")
            .env("FLEET_ATTEMPT", self.attempt.as_millis().to_string())
            .env("FLEET_CALL", self.call.as_millis().to_string())
            .envs(variables.iter().copied())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn();
        let mut child = child.expect("a process");
        let input = child.stdin.take().expect("a pipe");
        let output = BufReader::new(child.stdout.take().expect("a pipe"));
        Member { child, input, output }
    }

    pub(crate) fn members(&self, count: usize) -> Vec<Member> {
        (0..count).map(|_| self.member()).collect()
    }

    /// How many token requests arrived.
    pub(crate) fn token_requests(&self) -> usize {
        self.server.token_requests().len()
    }
}

/// One process. It ends with the test.
pub(crate) struct Member {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

/// How the calls of a process ended.
#[derive(Debug)]
pub(crate) struct Ends {
    /// `ok=3 Refused=1`.
    pub(crate) kinds: String,
    /// Until the last one ended.
    pub(crate) took: Duration,
    /// The last one of the errors.
    pub(crate) error: String,
}

impl Member {
    /// Makes it send so many calls at once.
    pub(crate) fn begin(&mut self, calls: usize) {
        writeln!(self.input, "call {calls}").expect("the process reads");
    }

    /// Waits for the calls that it was given to make.
    pub(crate) fn ends(&mut self) -> Ends {
        let line = self.line();
        let mut parts = line.splitn(3, '\t');
        let mut part = || parts.next().expect("three parts").trim_end().to_owned();
        let (kinds, took, error) = (part(), part(), part());
        Ends { kinds, took: Duration::from_millis(took.parse().expect("a number")), error }
    }

    pub(crate) fn call(&mut self) -> Ends {
        self.begin(1);
        self.ends()
    }

    /// Moves its clock on, and that of its tokens.
    pub(crate) fn age(&mut self, seconds: u64) {
        writeln!(self.input, "age {seconds}").expect("the process reads");
        assert_eq!(self.line(), "aged\n");
    }

    pub(crate) fn reset(&mut self) {
        writeln!(self.input, "reset").expect("the process reads");
        assert_eq!(self.line(), "reset\n");
    }

    /// Stops it (SIGSTOP).
    pub(crate) fn freeze(&self) {
        signal(&self.child, "STOP");
    }

    pub(crate) fn thaw(&self) {
        signal(&self.child, "CONT");
    }

    /// Ends it with SIGKILL.
    pub(crate) fn kill(mut self) {
        self.child.kill().expect("a process of this test's");
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.output.read_line(&mut line).expect("a line");
        assert!(!line.is_empty(), "the process has ended");
        line
    }
}

impl Drop for Member {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What each of several processes gets from so many calls at the same time.
pub(crate) fn all_at_once(members: &mut [Member], calls: usize) -> Vec<Ends> {
    members.iter_mut().for_each(|member| member.begin(calls));
    members.iter_mut().map(Member::ends).collect()
}

pub(crate) fn wrong_password() -> ServerAction {
    ServerAction::Respond(response(
        400,
        r#"{"error":"invalid_grant","error_description":"Bad credentials"}"#,
    ))
}

/// The request arrives, and no response comes back.
pub(crate) fn lost() -> ServerAction {
    ServerAction::Close(Vec::new())
}
