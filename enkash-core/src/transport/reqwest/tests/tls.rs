//! A server with TLS, and a certificate made for the test.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rcgen::{CertificateParams, KeyPair, date_time_ymd};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

use super::read_request;
use crate::ClientBuilder;

/// A certificate that signs itself, with its key.
pub(super) struct Identity {
    certificate: CertificateDer<'static>,
    config: Arc<ServerConfig>,
}

/// A server that runs.
pub(super) struct Served {
    pub(super) address: SocketAddr,
    pub(super) connections: Arc<AtomicUsize>,
    /// A message for each request that arrived.
    pub(super) arrived: mpsc::UnboundedReceiver<()>,
}

impl Identity {
    pub(super) fn of(name: &str) -> Self {
        Identity::made(CertificateParams::new([name.to_owned()]).unwrap())
    }

    pub(super) fn expired(name: &str) -> Self {
        let mut params = CertificateParams::new([name.to_owned()]).unwrap();
        params.not_before = date_time_ymd(2020, 1, 1);
        params.not_after = date_time_ymd(2021, 1, 1);
        Identity::made(params)
    }

    /// One with very many names, which a client may want to list.
    pub(super) fn of_many() -> Self {
        let names: Vec<String> = (0..1000).map(|number| format!("host-{number}.example")).collect();
        Identity::made(CertificateParams::new(names).unwrap())
    }

    fn made(params: CertificateParams) -> Self {
        let key = KeyPair::generate().unwrap();
        let certificate = params.self_signed(&key).unwrap().der().clone();
        let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
        let config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.clone()], key)
            .unwrap();
        Identity { certificate, config: Arc::new(config) }
    }

    pub(super) fn trusted_by(&self, client: ClientBuilder) -> ClientBuilder {
        let certificate = reqwest::Certificate::from_der(&self.certificate).unwrap();
        client.http(move |http| http.tls_certs_merge([certificate.clone()]))
    }

    /// Serves every request with this response; without one it reads the first request of each connection and goes silent.
    pub(super) async fn serve(&self, response: Option<&'static str>) -> Served {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (report, arrived) = mpsc::unbounded_channel();
        let connections = Arc::new(AtomicUsize::new(0));
        let (acceptor, count) = (TlsAcceptor::from(Arc::clone(&self.config)), Arc::clone(&connections));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                count.fetch_add(1, Ordering::Relaxed);
                let (acceptor, report) = (acceptor.clone(), report.clone());
                tokio::spawn(async move {
                    // The client refuses some certificates.
                    let Ok(mut stream) = acceptor.accept(stream).await else { return };
                    while read_request(&mut stream).await.is_some() {
                        let _ = report.send(());
                        match response {
                            Some(response) => stream.write_all(response.as_bytes()).await.unwrap(),
                            None => std::future::pending().await,
                        }
                    }
                });
            }
        });
        Served { address, connections, arrived }
    }
}
