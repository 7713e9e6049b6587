//! Environment variables about connections. A program cannot change its own, so that each case
//! is a program of its own. On Linux alone: elsewhere the system decides which certificates are
//! trusted.

use std::net::Ipv4Addr;
use std::path::Path;
use std::process::{Command, Output};

use enkash_tests::server::{Authority, Server, TunnelProxy};

use super::{kind, make, on_the_network, with_token};

const URL: &str = "TEST_URL";

/// The program: one call with nothing but default settings, and a name that leads to this machine.
/// It prints how that ended.
#[tokio::test]
#[ignore = "a part of the others, which run it with an environment"]
async fn one_call() {
    let client = with_token(std::env::var(URL).unwrap());
    let client =
        client.http(|http| http.resolve("server.example", (Ipv4Addr::LOCALHOST, 0).into())).build();
    let result = match client {
        Ok(client) => make().send(&client).await,
        Err(error) => Err(error),
    };
    match result {
        Ok(_) => println!("result: done"),
        Err(error) => println!("result: {}", kind(&error)),
    }
}

/// How the program ends with these variables.
async fn call(url: &str, variables: &[(&str, &str)]) -> String {
    let mut program = Command::new(std::env::current_exe().unwrap());
    program.args(["--exact", "environment::one_call", "--ignored", "--nocapture"]).env(URL, url);
    for name in
        ["HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR"]
    {
        program.env_remove(name).env_remove(name.to_lowercase());
    }
    program.env_remove("REQUEST_METHOD").envs(variables.iter().copied());
    // The proxy runs in tasks of this runtime.
    let ended = tokio::task::spawn_blocking(move || program.output()).await.unwrap();
    let Output { stdout, .. } = ended.unwrap();
    let stdout = String::from_utf8_lossy(&stdout).into_owned();
    let result = stdout.split_once("result: ").unwrap_or_else(|| panic!("{stdout}")).1;
    result.lines().next().unwrap().to_owned()
}

/// A file with the certificate of the authority.
fn file(authority: &Authority, name: &str) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, authority.pem()).unwrap();
    path.into_os_string().into_string().unwrap()
}

#[tokio::test]
async fn ssl_cert_file_names_the_authorities_that_are_trusted() {
    let authority = Authority::new();
    let server = Server::start_tls_with(authority.server("localhost"));
    let url = server.url();
    assert_eq!(call(&url, &[]).await, "tls");
    let other = file(&Authority::new(), "another-authority.pem");
    assert_eq!(call(&url, &[("SSL_CERT_FILE", &other)]).await, "tls");
    let pem = file(&authority, "authority.pem");
    assert_eq!(call(&url, &[("SSL_CERT_FILE", &pem)]).await, "done");
}

#[tokio::test]
async fn https_proxy_and_no_proxy_are_obeyed() {
    let authority = Authority::new();
    let server = Server::start_tls_with(authority.server("server.example"));
    let pem = file(&authority, "authority-behind-proxy.pem");
    let trust = ("SSL_CERT_FILE", pem.as_str());
    let proxy = TunnelProxy::start().await.unwrap();
    let url = format!("http://proxy-user:proxy-password@{}", proxy.address());
    let mut tunnels = 0;
    for (variables, used) in [
        (vec![("HTTPS_PROXY", &*url)], true),
        (vec![("https_proxy", &*url)], true),
        (vec![("ALL_PROXY", &*url)], true),
        (vec![("HTTP_PROXY", &*url)], false),
        (vec![("HTTPS_PROXY", &*url), ("NO_PROXY", "server.example")], false),
        (vec![("HTTPS_PROXY", &*url), ("no_proxy", "*")], false),
        (vec![("HTTPS_PROXY", &*url), ("NO_PROXY", "other.example")], true),
        // A CGI program's request could set `HTTP_PROXY`, so that none of them counts there.
        (vec![("HTTPS_PROXY", &*url), ("REQUEST_METHOD", "GET")], false),
    ] {
        let variables: Vec<_> = variables.into_iter().chain([trust]).collect();
        let ended = call(&on_the_network(&server), &variables).await;
        assert_eq!(ended, "done", "{variables:?}");
        tunnels += usize::from(used);
        assert_eq!(proxy.asked().len(), tunnels, "{variables:?}");
    }
    let basic = "Basic cHJveHktdXNlcjpwcm94eS1wYXNzd29yZA==";
    assert!(proxy.asked().iter().all(|tunnel| tunnel.header("proxy-authorization") == Some(basic)));
    assert!(server.calls().iter().all(|call| call.header("proxy-authorization").is_none()));
}

/// A proxy would see the token, or could not reach the server.
#[tokio::test]
async fn calls_to_this_machine_go_through_no_proxy() {
    let authority = Authority::new();
    let pem = file(&authority, "authority-of-this-machine.pem");
    let proxy = TunnelProxy::start().await.unwrap();
    let url = format!("http://{}", proxy.address());
    for server in [Server::start(), Server::start_tls_with(authority.server("localhost"))] {
        let proxies = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"].map(|name| (name, &*url));
        let variables: Vec<_> = proxies.into_iter().chain([("SSL_CERT_FILE", &*pem)]).collect();
        assert_eq!(call(&server.url(), &variables).await, "done", "{}", server.url());
        assert_eq!((server.calls().len(), proxy.asked().len()), (1, 0), "{}", server.url());
    }
}
