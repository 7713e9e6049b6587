//! Many calls that wait for one token: the client should ask for one, whoever found out that the
//! old one is no good.

use std::time::Duration;

use enkash_benches::Failure;
use enkash_benches::server::{Counts, Server};
use enkash_benches::subjects::enkash;
use enkash_core::Client;
use tokio::task::JoinSet;
use tokio::time::sleep;

/// Two storms: over a token whose time is over, and over one that the server refuses before its
/// time.
pub async fn over_expired_tokens(server: &mut Server, calls: usize) -> Result<(), Failure> {
    println!("\n{calls} calls at once\n");
    println!("| {:<40} | token requests | calls | connections | failed |", "");
    println!("|{:-<42}|------------:|------:|------------:|-------:|", "");

    server.token_lifetime(Duration::from_secs(1))?;
    let client = enkash::with_oauth(&server.base())?;
    enkash::activation().send(&client).await?;
    sleep(Duration::from_millis(1_100)).await;
    server.token_lifetime(Duration::from_secs(86_399))?;
    storm(server, &client, calls, "the client's token has expired").await?;

    server.revoke_token()?;
    storm(server, &client, calls, "the server refuses the client's token").await
}

async fn storm(
    server: &mut Server,
    client: &Client,
    calls: usize,
    what: &str,
) -> Result<(), Failure> {
    let before = server.counts()?;
    let mut callers = JoinSet::new();
    for _ in 0..calls {
        callers.spawn(enkash::activation().send(client));
    }
    let mut failed = 0;
    while let Some(end) = callers.join_next().await {
        if let Err(error) = end? {
            failed += 1;
            if failed == 1 {
                eprintln!("the first failure: {error}");
            }
        }
    }
    let Counts { connections, calls, token_requests } = server.counts()?;
    println!(
        "| {what:<40} | {:>11} | {:>5} | {:>11} | {failed:>6} |",
        token_requests - before.token_requests,
        calls - before.calls,
        connections - before.connections,
    );
    Ok(())
}
