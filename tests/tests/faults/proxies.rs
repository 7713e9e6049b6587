//! Proxies, and what each side of one learns.

use enkash_core::ClientBuilder;
use enkash_core::reqwest::{NoProxy, Proxy};
use enkash_tests::server::{Authority, ReceivedRequest, Server, TunnelProxy};

use super::{client, make, with_oauth};

/// `proxy-user:proxy-password` as the proxy gets it.
const PROXY_BASIC: &str = "Basic cHJveHktdXNlcjpwcm94eS1wYXNzd29yZA==";

fn text(received: &ReceivedRequest) -> String {
    format!("{}{}", received.head, String::from_utf8_lossy(&received.body))
}

fn through(client: ClientBuilder, authority: &Authority, proxy: Proxy) -> ClientBuilder {
    let root = authority.root();
    client.http(move |http| http.tls_certs_merge([root.clone()]).proxy(proxy.clone()))
}

#[tokio::test]
async fn a_proxy_learns_its_own_credentials_and_the_host_and_the_server_learns_nothing_of_it() {
    let authority = Authority::new();
    let server = Server::start_tls_with(authority.server("localhost"));
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
        let client = through(with_oauth(&server), &authority, asked).build().unwrap();
        make().send(&client).await.unwrap();

        let tunnels = proxy.asked();
        assert!(!tunnels.is_empty());
        for tunnel in tunnels {
            assert_eq!(tunnel.header("proxy-authorization"), Some(PROXY_BASIC));
            assert_eq!(tunnel.target(), format!("localhost:{}", server.address().port()));
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
    let server = Server::start_tls_with(authority.server("localhost"));
    let proxy = TunnelProxy::start().await.unwrap();
    let url = format!("http://{}", proxy.address());
    let spared =
        Proxy::all(&url).unwrap().no_proxy(NoProxy::from_string("other.example, localhost"));
    make().send(&through(client(&server), &authority, spared).build().unwrap()).await.unwrap();
    assert_eq!(proxy.asked().len(), 0);

    let others = Proxy::all(&url).unwrap().no_proxy(NoProxy::from_string("other.example"));
    make().send(&through(client(&server), &authority, others).build().unwrap()).await.unwrap();
    assert_eq!((proxy.asked().len(), server.calls().len()), (1, 2));
}
