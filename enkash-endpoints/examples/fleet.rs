//! Four processes with one account, which share what they know of it in Redis: they request one
//! access token together, and a wrong password costs one failed attempt.
//!
//! `cargo run --example fleet --features redis` runs it against the embedded sandbox. It starts
//! further processes of itself, and a Redis of its own.

use std::env;
use std::error::Error;
use std::path::PathBuf;
use std::process::{Child, Command, ExitCode, Output, Stdio};
use std::time::Duration;

use enkash_endpoints::accounts_receivable::{ACCOUNTS_RECEIVABLE, ActivateCustomer};
use enkash_endpoints::{RedisTokenStore, client_from_env};
use enkash_sandbox::Sandbox;

#[tokio::main]
async fn main() -> Result<ExitCode, Box<dyn Error>> {
    if env::args().nth(1).as_deref() == Some("member") {
        member().await?;
        return Ok(ExitCode::SUCCESS);
    }
    let redis = match Redis::start() {
        Ok(redis) => redis,
        Err(error) => {
            println!("This example needs Redis: install `redis-server` ({error}).");
            return Ok(ExitCode::SUCCESS);
        }
    };
    let sandbox = Sandbox::start().await?;

    println!("Four processes with the right password:");
    run(&sandbox, &redis, &sandbox.credentials().password).await?;
    let granted = token_requests(&sandbox);
    println!("  token requests: {granted}");

    println!("\nFour processes with a wrong one:");
    run(&sandbox, &redis, "not-the-password").await?;
    println!("\nThe same four, started again by their supervisor:");
    run(&sandbox, &redis, "not-the-password").await?;
    let refused = token_requests(&sandbox) - granted;
    println!("  failed attempts: {refused}; the account is locked: {}", sandbox.is_locked());
    if (granted, refused, sandbox.is_locked()) != (1, 1, false) {
        return Err("each should have been one".into());
    }
    Ok(ExitCode::SUCCESS)
}

/// What each process of a fleet does: these are the lines that a program of yours would have.
async fn member() -> Result<(), Box<dyn Error>> {
    let redis = RedisTokenStore::new(&env::var("REDIS_URL")?)?;
    let client = client_from_env()?.token_store(redis, env::var("TOKEN_STORE_KEY")?).build()?;

    let request = ActivateCustomer::builder().customer_id(env::var("CUSTOMER")?.parse()?).build();
    match request.send(&client).await {
        Ok(reply) => println!("  done, status {}", reply.status()),
        Err(error) => println!("  {error}"),
    }
    Ok(())
}

/// Runs four processes at the same time, and prints what they print.
async fn run(sandbox: &Sandbox, redis: &Redis, password: &str) -> Result<(), Box<dyn Error>> {
    let known = sandbox.credentials();
    let start = |customer: &String| {
        Command::new(env::current_exe()?)
            .arg("member")
            .env("ENKASH_BASE_URL_ACCOUNTS_RECEIVABLE", sandbox.url(ACCOUNTS_RECEIVABLE.name()))
            .env("ENKASH_USERNAME", &known.username)
            .env("ENKASH_PASSWORD", password)
            .env("ENKASH_CLIENT_ID", &known.client_id)
            .env("ENKASH_CLIENT_SECRET", &known.client_secret)
            .env("REDIS_URL", &redis.url)
            // In production: 32 random bytes that every process gets from where it gets the
            // password.
            .env("TOKEN_STORE_KEY", "an-example-and-no-key-for-earnest")
            .env("CUSTOMER", customer)
            .stdout(Stdio::piped())
            .spawn()
    };
    let members: Vec<Child> = sandbox
        .initial()
        .inactive_customers
        .iter()
        .cycle()
        .take(4)
        .map(start)
        .collect::<Result<_, _>>()?;
    for member in members {
        // This process goes on serving the sandbox meanwhile.
        let Output { stdout, .. } =
            tokio::task::spawn_blocking(|| member.wait_with_output()).await??;
        print!("{}", String::from_utf8_lossy(&stdout));
    }
    Ok(())
}

fn token_requests(sandbox: &Sandbox) -> usize {
    sandbox.journal().iter().filter(|entry| entry.path == "/oauth/token").count()
}

struct Redis {
    url: String,
    child: Child,
    folder: PathBuf,
}

impl Redis {
    /// A Redis that listens on a socket in a new folder, and keeps nothing.
    fn start() -> Result<Self, Box<dyn Error>> {
        let folder = env::temp_dir().join(format!("enkash-fleet-example-{}", std::process::id()));
        std::fs::create_dir(&folder)?;
        let socket = folder.join("redis.sock");
        let child = Command::new("redis-server")
            .args(["--port", "0", "--save", "", "--loglevel", "warning", "--unixsocket"])
            .arg(&socket)
            .arg("--dir")
            .arg(&folder)
            .stdout(Stdio::null())
            .spawn()?;
        let redis = Redis { url: format!("unix://{}", socket.display()), child, folder };
        for _ in 0..200 {
            if socket.exists() {
                return Ok(redis);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Err("it does not listen".into())
    }
}

impl Drop for Redis {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
