//! HTTP/2, with the feature `http2` and a server that offers it.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use enkash_core::{Bytes, Client, Outcome, RetryPolicy};
use enkash_tests::server::Authority;
use h2::server::SendResponse;
use http::{Request, Response};
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use tokio::time::Instant;
use tokio_rustls::TlsAcceptor;

use super::{kind, make, read, with_token};

/// What the server does about a request.
#[derive(Clone, Copy, PartialEq)]
enum Action {
    Respond,
    Redirect,
    /// Never responds.
    Hang,
    /// Stops reading the first connection after a request, and keeps it open.
    Freeze,
    /// Resets the stream with the code for a request that was not processed.
    Refuse,
}

/// A server that does the same about every request, and reports each.
async fn serve(action: Action) -> (SocketAddr, Authority, mpsc::UnboundedReceiver<Request<()>>) {
    let authority = Authority::new();
    let mut config = authority.server("localhost");
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    let tls = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let (address, (report, reported)) = (listener.local_addr().unwrap(), mpsc::unbounded_channel());
    tokio::spawn(async move {
        let mut connections = 0;
        while let Ok((stream, _)) = listener.accept().await {
            connections += 1;
            let freezes = action == Action::Freeze && connections == 1;
            let (tls, report) = (tls.clone(), report.clone());
            tokio::spawn(async move {
                let Ok(stream) = tls.accept(stream).await else { return };
                let Ok(mut connection) = h2::server::handshake(stream).await else { return };
                let mut kept = Vec::new();
                while let Some(Ok((request, respond))) = connection.accept().await {
                    let _ = report.send(request.map(drop));
                    if freezes {
                        std::future::pending::<()>().await;
                    }
                    kept.extend(perform(action, respond));
                }
            });
        }
    });
    (address, authority, reported)
}

/// What it keeps to hang.
fn perform(action: Action, mut respond: SendResponse<Bytes>) -> Option<SendResponse<Bytes>> {
    let head = match action {
        Action::Respond | Action::Freeze => Response::builder().status(200),
        Action::Redirect => Response::builder().status(307).header("location", "/gw/elsewhere"),
        Action::Hang => return Some(respond),
        Action::Refuse => {
            respond.send_reset(h2::Reason::REFUSED_STREAM);
            return None;
        }
    };
    let mut body = respond.send_response(head.body(()).unwrap(), false).unwrap();
    body.send_data(r#"{"response_code":0,"payload":"done"}"#.into(), true).unwrap();
    None
}

fn client(address: SocketAddr, authority: &Authority) -> Client {
    let root = authority.root();
    let client = with_token(format!("https://localhost:{}/gw", address.port()));
    client.http(move |http| http.tls_certs_merge([root.clone()])).build().unwrap()
}

#[tokio::test]
async fn it_is_spoken_where_the_server_offers_it() {
    let (address, authority, mut reported) = serve(Action::Respond).await;
    let client = client(address, &authority);
    assert_eq!(make().send(&client).await.unwrap().payload.as_deref(), Some("done"));
    read().send(&client).await.unwrap();
    for path in ["/gw/api/v0/thing", "/gw/api/v0/thing/1"] {
        let request = reported.recv().await.unwrap();
        assert_eq!((request.version(), request.uri().path()), (http::Version::HTTP_2, path));
    }
}

#[tokio::test]
async fn nothing_is_sent_twice_over_it() {
    for action in [Action::Redirect, Action::Refuse] {
        let (address, authority, mut reported) = serve(action).await;
        let error = make().send(&client(address, &authority)).await.unwrap_err();
        assert_eq!((error.outcome(), error.attempts()), (Outcome::Unknown, 1), "{error:?}");
        reported.recv().await.unwrap();
        assert!(reported.try_recv().is_err());
    }
}

/// Here as well hyper asks the body before it sends the request.
#[tokio::test]
async fn a_request_that_was_sent_and_has_no_response_in_time_is_unknown() {
    let (address, authority, mut reported) = serve(Action::Hang).await;
    let client = client(address, &authority);
    let thing = make();
    let call =
        thing.call().timeout(Duration::from_millis(500)).retry(RetryPolicy::never()).send(&client);
    let error = call.await.unwrap_err();
    assert_eq!((kind(&error).as_str(), error.outcome()), ("timeout", Outcome::Unknown));
    reported.recv().await.unwrap();
}

/// One connection carries all calls, so that each of them would wait for its whole time.
#[tokio::test]
async fn a_connection_that_does_not_respond_is_replaced() {
    let (address, authority, mut reported) = serve(Action::Freeze).await;
    let client = client(address, &authority);
    let call = tokio::spawn(make().send(&client));
    reported.recv().await.unwrap();
    tokio::time::pause();
    let begin = Instant::now();
    let error = call.await.unwrap().unwrap_err();
    let waited = begin.elapsed();
    tokio::time::resume();
    assert_eq!((kind(&error).as_str(), error.outcome()), ("timeout", Outcome::Unknown));
    assert!(waited <= Duration::from_secs(16), "{waited:?}");
    assert_eq!(make().send(&client).await.unwrap().payload.as_deref(), Some("done"));
}
