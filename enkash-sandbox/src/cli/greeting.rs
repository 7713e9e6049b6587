//! What the program prints when it is ready.

use std::fmt::Write;

use enkash_sandbox::Sandbox;

use super::printer::Queue;

/// Base URLs, routes and calls that work; the address alone where it is to be quiet.
pub(crate) fn greet(output: &Queue, sandbox: &Sandbox, quiet: bool) {
    let address = sandbox.address();
    if quiet {
        output.print(format_args!("http://{address}"));
        return;
    }
    output.print(format_args!("EnKash sandbox on http://{address}"));
    if !address.ip().is_loopback() {
        output.print(
            "Anyone who reaches this machine can use it: there is no TLS, and its credentials are public.",
        );
    }
    output.print(format_args!("\n{}", routes(sandbox)));
    output.print(calls(sandbox));
}

fn routes(sandbox: &Sandbox) -> String {
    let mut text = String::new();
    for product in sandbox.products() {
        // Writing to a String does not fail.
        let _ = writeln!(text, "{}", sandbox.url(product));
        for operation in sandbox.operations().filter(|operation| operation.product() == product) {
            let method = operation.method().as_str();
            let _ = writeln!(text, "  {method:<6} {:<72} {}", operation.path(), operation.id());
        }
        text.push('\n');
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

fn calls(sandbox: &Sandbox) -> String {
    let base = sandbox.url("accounts-receivable");
    let known = sandbox.credentials();
    let initial = sandbox.initial();
    let customer = initial.inactive_customers.first().map_or("", String::as_str);
    let (user, password) = (&known.username, &known.password);
    let (client, secret) = (&known.client_id, &known.client_secret);
    format!(
        "Try it: a token, an activation, an activation that fails, one whose response is lost.\n\
         \n\
         TOKEN=$(curl -s -u '{client}:{secret}' -d username='{user}' -d password='{password}' \
         -d grant_type=password -d clientId='{client}' {base}/oauth/token \
         | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')\n\
         curl -s -X PUT -H \"Authorization: Bearer $TOKEN\" {base}/api/v0/customer/activate/{customer}\n\
         curl -s -X PUT -H \"Authorization: Bearer $TOKEN\" {base}/api/v0/customer/activate/KC1\n\
         curl -s -X PUT -H \"Authorization: Bearer $TOKEN\" -H 'x-sandbox-fault: drop, when=after' \
         {base}/api/v0/customer/activate/{customer}\n"
    )
}
