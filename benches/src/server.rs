//! A small API on this machine, in a process of its own, so that what it does is not counted with
//! the client.
//!
//! It takes activations and token requests. Whoever started it talks to it over its standard input
//! and output, a line each, so that asking for counts makes no connection.

mod service;

use std::io::{self, BufRead, BufReader, Write};
use std::net::SocketAddr;
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitCode, Stdio};
use std::time::Duration;

use crate::Failure;

/// The argument that makes a program the server.
const SERVE: &str = "serve";

/// What the server has seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    pub connections: u64,
    pub calls: u64,
    pub token_requests: u64,
}

/// A running server. It ends when this is dropped.
pub struct Server {
    child: Child,
    orders: Option<ChildStdin>,
    responses: BufReader<ChildStdout>,
    address: SocketAddr,
}

impl Server {
    /// Starts this very program once more, as the server. Its `main` has to begin with
    /// [`serve_if_asked`].
    ///
    /// # Errors
    /// It does not start.
    pub fn start() -> Result<Server, Failure> {
        let mut command = Command::new(std::env::current_exe()?);
        let mut child = command.arg(SERVE).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let orders = child.stdin.take();
        let mut responses = BufReader::new(child.stdout.take().ok_or("the server has no output")?);
        let address = line(&mut responses)?.parse()?;
        Ok(Server { child, orders, responses, address })
    }

    /// The base URL of the API.
    #[must_use]
    pub fn base(&self) -> String {
        format!("http://{}/gw", self.address)
    }

    /// What it has seen so far.
    ///
    /// # Errors
    /// It has ended.
    pub fn counts(&mut self) -> Result<Counts, Failure> {
        let response = self.order("counts")?;
        let mut numbers = response.split(' ').map(str::parse);
        let mut number = || {
            numbers.next().ok_or("the server says less than it was asked")?.map_err(Failure::from)
        };
        Ok(Counts { connections: number()?, calls: number()?, token_requests: number()? })
    }

    /// How long the tokens live that it hands out from now on.
    ///
    /// # Errors
    /// It has ended.
    pub fn token_lifetime(&mut self, lifetime: Duration) -> Result<(), Failure> {
        self.order(&format!("lifetime {}", lifetime.as_secs())).map(drop)
    }

    /// Refuses the token that it handed out last, though its time is not over.
    ///
    /// # Errors
    /// It has ended.
    pub fn revoke_token(&mut self) -> Result<(), Failure> {
        self.order("revoke").map(drop)
    }

    fn order(&mut self, order: &str) -> Result<String, Failure> {
        let orders = self.orders.as_mut().ok_or("the server takes no orders")?;
        writeln!(orders, "{order}")?;
        line(&mut self.responses)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // The end of its input is the end of the server.
        self.orders = None;
        let _ = self.child.wait();
    }
}

fn line(from: &mut impl BufRead) -> Result<String, Failure> {
    let mut line = String::new();
    from.read_line(&mut line)?;
    Ok(line.trim().to_owned())
}

/// Makes this program the server, where that is what it was started for.
#[must_use]
pub fn serve_if_asked() -> Option<ExitCode> {
    if std::env::args().nth(1).as_deref() != Some(SERVE) {
        return None;
    }
    Some(match serve() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("the server ended: {error}");
            ExitCode::FAILURE
        }
    })
}

fn serve() -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))?;
    println!("{}", listener.local_addr()?);
    let service = service::Service::leak();
    std::thread::spawn(move || {
        for order in io::stdin().lines().map_while(Result::ok) {
            println!("{}", service.obey(&order));
        }
        std::process::exit(0);
    });
    runtime.block_on(service.run(listener))
}
