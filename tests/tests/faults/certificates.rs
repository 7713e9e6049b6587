//! Certificates that a company makes for itself.

use enkash_core::Outcome;
use enkash_tests::server::{Authority, Server};

use super::{client, kind, make, with_token};

#[tokio::test]
async fn a_private_authority_is_trusted_only_if_the_client_is_given_it() {
    let authority = Authority::new();
    let server = Server::start_tls_with(authority.server("localhost"));
    let error = make().send(&client(&server).build().unwrap()).await.unwrap_err();
    assert_eq!(
        (kind(&error).as_str(), error.outcome(), error.attempts()),
        ("tls", Outcome::NotSent, 1)
    );

    let other = Authority::new().root();
    let mistaken =
        client(&server).http(move |http| http.tls_certs_merge([other.clone()])).build().unwrap();
    assert_eq!(kind(&make().send(&mistaken).await.unwrap_err()), "tls");

    // Beside the system's own, or in place of them.
    for instead in [false, true] {
        let root = authority.root();
        let trusting = client(&server).http(move |http| match instead {
            true => http.tls_certs_only([root.clone()]),
            false => http.tls_certs_merge([root.clone()]),
        });
        make().send(&trusting.build().unwrap()).await.unwrap();
    }
    assert_eq!(server.calls().len(), 2);
}

#[tokio::test]
async fn a_client_certificate_is_shown_to_a_server_that_asks_for_it() {
    let authority = Authority::new();
    let server = Server::start_tls_with(authority.server_for_its_clients("localhost"));
    let trusting = || {
        let root = authority.root();
        move |http: enkash_core::reqwest::ClientBuilder| http.tls_certs_merge([root.clone()])
    };
    // TLS 1.3 refuses a client after its own handshake is over, so that the request may have left.
    let (trust, without) = (trusting(), client(&server));
    make().send(&without.http(trust).build().unwrap()).await.unwrap_err();
    let (trust, stranger) = (trusting(), Authority::new().client());
    let strange =
        client(&server).http(move |http| trust(http).identity(stranger.clone())).build().unwrap();
    make().send(&strange).await.unwrap_err();
    assert_eq!(server.calls().len(), 0);

    let (trust, identity) = (trusting(), authority.client());
    let known =
        client(&server).http(move |http| trust(http).identity(identity.clone())).build().unwrap();
    make().send(&known).await.unwrap();
    assert_eq!(server.calls().len(), 1);
}

#[tokio::test]
async fn a_name_is_resolved_as_the_client_is_configured() {
    let authority = Authority::new();
    let server = Server::start_tls_with(authority.server("api.example.invalid"));
    let url = format!("https://api.example.invalid:{}/gw", server.address().port());
    let root = authority.root();
    let address = server.address();
    let client = with_token(url).http(move |http| {
        http.tls_certs_merge([root.clone()]).resolve("api.example.invalid", address)
    });
    make().send(&client.build().unwrap()).await.unwrap();
    let host = format!("api.example.invalid:{}", address.port());
    assert_eq!(server.calls()[0].header("host"), Some(host.as_str()));
}
