//! The command line: flags in, a greeting out.

mod greeting;
mod printer;
mod signals;

use std::ffi::OsString;
use std::net::{IpAddr, Ipv4Addr};
use std::str::FromStr;
use std::time::Duration;

pub(crate) use greeting::greet;
use lexopt::prelude::{Long, Short, ValueExt};
pub(crate) use printer::{Printer, print};
pub(crate) use signals::Signals;

/// What `--help` prints.
pub(crate) const HELP: &str = "\
A fake EnKash on a port of this machine, built from the platform's API reference.

Usage: enkash-sandbox [OPTIONS]

      --host ADDRESS          IP address to listen on; 127.0.0.1 by default. Any other address than loopback,
                              such as 0.0.0.0 in a container, lets whoever reaches this machine send requests
                              and read responses: there is no TLS, and the credentials are public
  -p, --port PORT             port to listen on; a free one by default
  -s, --seed NUMBER           decides every id and value that is made up; 1 by default
  -l, --latency MILLISECONDS  delays every response by this time
      --max-body BYTES        refuses larger request bodies with 413; 1048576 by default
  -q, --quiet                 prints the address alone: no routes, no requests
  -h, --help                  prints this help
  -V, --version               prints the version

Faults: send the header x-sandbox-fault, for example
  status=503 | drop, when=after | delay=200ms | 429=5 | truncate | html | garbage | expired-token
Responses that rest on more than the API reference have the header x-sandbox-assumption, see ASSUMPTIONS.md.
One line is printed per request: the path template and the names of query parameters, never their values.
Ctrl-C or SIGTERM stops it.";

/// What the caller wants.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Help,
    Version,
    Serve(Options),
}

/// How to serve.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options {
    pub(crate) host: IpAddr,
    pub(crate) port: u16,
    pub(crate) seed: u64,
    pub(crate) latency: Duration,
    pub(crate) max_body_bytes: usize,
    pub(crate) quiet: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            host: Ipv4Addr::LOCALHOST.into(),
            port: 0,
            seed: 1,
            latency: Duration::ZERO,
            max_body_bytes: 1 << 20,
            quiet: false,
        }
    }
}

/// The longest latency that makes sense to ask for: ten minutes.
const LONGEST: u64 = 600_000;

impl Command {
    /// Reads the arguments, the program's name first.
    pub(crate) fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Self, String> {
        let mut options = Options::default();
        let mut parser = lexopt::Parser::from_iter(arguments);
        while let Some(argument) = parser.next().map_err(|error| error.to_string())? {
            match argument {
                Long("host") => {
                    options.host =
                        value(&mut parser, "--host", "an IP address such as 127.0.0.1 or ::1")?;
                }
                Long("max-body") => {
                    options.max_body_bytes = value(&mut parser, "--max-body", "a number of bytes")?;
                }
                Short('p') | Long("port") => {
                    options.port = value(&mut parser, "--port", "a number from 0 to 65535")?;
                }
                Short('s') | Long("seed") => {
                    options.seed = value(&mut parser, "--seed", "a whole number from 0")?;
                }
                Short('l') | Long("latency") => {
                    let wanted = "a number of milliseconds, at most 600000";
                    let millis: u64 = value(&mut parser, "--latency", wanted)?;
                    if millis > LONGEST {
                        return Err(format!("--latency takes {wanted}, not `{millis}`"));
                    }
                    options.latency = Duration::from_millis(millis);
                }
                Short('q') | Long("quiet") => options.quiet = true,
                Short('h') | Long("help") => return Ok(Self::Help),
                Short('V') | Long("version") => return Ok(Self::Version),
                other => return Err(other.unexpected().to_string()),
            }
        }
        Ok(Self::Serve(options))
    }
}

fn value<T: FromStr>(parser: &mut lexopt::Parser, name: &str, wanted: &str) -> Result<T, String> {
    let given = parser.value().map_err(|_| format!("{name} takes {wanted}"))?;
    let text = given.string().map_err(|_| format!("{name} takes {wanted}"))?;
    text.parse().map_err(|_| format!("{name} takes {wanted}, not `{text}`"))
}

#[cfg(test)]
mod tests {
    use std::net::Ipv6Addr;

    use super::*;

    fn read(arguments: &[&str]) -> Result<Command, String> {
        let arguments = ["enkash-sandbox"].iter().chain(arguments);
        Command::read(arguments.map(OsString::from))
    }

    #[test]
    fn flags() {
        let all = ["--port", "4010", "--seed=7", "-l", "20", "-q", "--host", "::1", "--max-body=5"];
        let expected = Options {
            host: Ipv6Addr::LOCALHOST.into(),
            port: 4010,
            seed: 7,
            latency: Duration::from_millis(20),
            max_body_bytes: 5,
            quiet: true,
        };
        assert_eq!(read(&all), Ok(Command::Serve(expected)));
        assert_eq!(read(&["--help", "--bad"]), Ok(Command::Help));
        assert_eq!(read(&["-V"]), Ok(Command::Version));
    }

    #[test]
    fn mistakes_are_named() {
        for (arguments, part) in [
            (vec!["--prot", "1"], "--prot"),
            (vec!["--port"], "--port takes a number"),
            (vec!["--port", "99999"], "not `99999`"),
            (vec!["--latency", "1h"], "not `1h`"),
            (vec!["--latency", "600001"], "not `600001`"),
            (vec!["--host", "localhost"], "--host takes an IP address"),
            (vec!["--host", "127.0.0.1:80"], "not `127.0.0.1:80`"),
            (vec!["--max-body", "1k"], "not `1k`"),
            (vec!["--seed", "-1"], "--seed takes"),
            (vec!["extra"], "extra"),
        ] {
            let error = read(&arguments).unwrap_err();
            assert!(error.contains(part), "{error}");
        }
    }
}
