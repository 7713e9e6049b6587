//! Proxies, and what each side of one learns.

use std::net::Ipv4Addr;

use enkash_core::ClientBuilder;
use enkash_core::reqwest::{NoProxy, Proxy};
use enkash_tests::fixtures::PRODUCT;
use enkash_tests::server::{Authority, ReceivedRequest, Server, TunnelProxy};

use super::{at, client, credentials, make, on_the_network};

/// `proxy-user:proxy-password` as the proxy gets it.
const PROXY_BASIC: &str = "Basic cHJveHktdXNlcjpwcm94eS1wYXNzd29yZA==";

fn text(received: &ReceivedRequest) -> String {
    format!("{}{}", received.head, String::from_utf8_lossy(&received.body))
}

fn through(client: ClientBuilder, authority: &Authority, proxy: Proxy) -> ClientBuilder {
    let root = authority.root();
    client.http(move |http| {
        let http = http.tls_certs_merge([root.clone()]).proxy(proxy.clone());
        http.resolve("server.example", (Ipv4Addr::LOCALHOST, 0).into())
    })
}

#[tokio::test]
async fn a_proxy_learns_its_own_credentials_and_the_host_and_the_server_learns_nothing_of_it() {
    let authority = Authority::new();
    let server = Server::start_tls_with(authority.server("server.example"));
    for in_url in [true, false] {
        let proxy = TunnelProxy::start().await.unwrap();
        let asked = match in_url {
            true => Proxy::https(format!("http://proxy-user:proxy-password@{}", proxy.address()))
                .unwrap(),
            false => Proxy::https(format!("http://{}", proxy.address()))
                .unwrap()
                .basic_auth("proxy-user", "proxy-password"),
        };
        // With a token request.
        let client = at(on_the_network(&server))
            .credentials(credentials(&format!("not-a-real-password-{in_url}")));
        let client = through(client, &authority, asked).build().unwrap();
        make().send(&client).await.unwrap();

        let tunnels = proxy.asked();
        assert!(!tunnels.is_empty());
        for tunnel in tunnels {
            assert_eq!(tunnel.header("proxy-authorization"), Some(PROXY_BASIC));
            assert_eq!(tunnel.target(), format!("server.example:{}", server.address().port()));
            for secret in ["token-", "\r\nauthorization:", "/gw", "CEK0TEST01", "not-a-real"] {
                assert!(
                    !text(&tunnel).to_lowercase().contains(&secret.to_lowercase()),
                    "{tunnel:?}"
                );
            }
        }
    }
    let arrived: Vec<ReceivedRequest> =
        server.calls().into_iter().chain(server.token_requests()).collect();
    assert_eq!(arrived.len(), 4);
    for request in arrived {
        let text = text(&request).to_lowercase();
        assert!(
            !text.contains("proxy") && !text.contains(&PROXY_BASIC[6..].to_lowercase()),
            "{text}"
        );
    }
}

#[tokio::test]
async fn hosts_can_be_left_out_of_the_proxy() {
    let authority = Authority::new();
    let server = Server::start_tls_with(authority.server("server.example"));
    let client = || client(&server).base_url(&PRODUCT, on_the_network(&server));
    let proxy = TunnelProxy::start().await.unwrap();
    let url = format!("http://{}", proxy.address());
    let spared =
        Proxy::all(&url).unwrap().no_proxy(NoProxy::from_string("other.example, server.example"));
    make().send(&through(client(), &authority, spared).build().unwrap()).await.unwrap();
    assert_eq!(proxy.asked().len(), 0);

    let others = Proxy::all(&url).unwrap().no_proxy(NoProxy::from_string("other.example"));
    make().send(&through(client(), &authority, others).build().unwrap()).await.unwrap();
    assert_eq!((proxy.asked().len(), server.calls().len()), (1, 2));
}

/// A proxy would see where tests and sandboxes are, and could not reach them.
#[tokio::test]
async fn a_call_to_this_machine_goes_through_no_proxy() {
    let authority = Authority::new();
    let server = Server::start_tls_with(authority.server("localhost"));
    let proxy = TunnelProxy::start().await.unwrap();
    let all = Proxy::all(format!("http://{}", proxy.address())).unwrap();
    make().send(&through(client(&server), &authority, all).build().unwrap()).await.unwrap();
    assert_eq!((server.calls().len(), proxy.asked().len()), (1, 0));
}
