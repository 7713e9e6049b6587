//! Certificates made for a test, and connections with and without TLS.

use std::sync::Arc;

use enkash_core::ClientBuilder;
use enkash_core::reqwest::Certificate;
use rcgen::{CertificateParams, KeyPair, date_time_ymd};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::server::TlsStream;

/// A certificate that signs itself, with its key.
pub struct Identity {
    certificate: CertificateDer<'static>,
    pub(super) acceptor: TlsAcceptor,
}

impl Identity {
    /// A valid one for `localhost`.
    ///
    /// # Panics
    /// Where no certificate can be made.
    #[must_use]
    pub fn localhost() -> Self {
        Identity::made(params(["localhost".to_owned()]))
    }

    /// One for `localhost` that has expired.
    ///
    /// # Panics
    /// Where no certificate can be made.
    #[must_use]
    pub fn expired() -> Self {
        let mut params = params(["localhost".to_owned()]);
        params.not_before = date_time_ymd(2020, 1, 1);
        params.not_after = date_time_ymd(2021, 1, 1);
        Identity::made(params)
    }

    /// One for very many other names, which a client may want to list.
    ///
    /// # Panics
    /// Where no certificate can be made.
    #[must_use]
    pub fn misnamed() -> Self {
        Identity::made(params((0..1000).map(|number| format!("host-{number}.example"))))
    }

    fn made(params: CertificateParams) -> Self {
        let key = KeyPair::generate().expect("a key");
        let certificate = params.self_signed(&key).expect("a certificate").der().clone();
        let key = PrivateKeyDer::try_from(key.serialize_der()).expect("a key in DER");
        let config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("versions of TLS")
            .with_no_client_auth()
            .with_single_cert(vec![certificate.clone()], key)
            .expect("a key that fits the certificate");
        Identity { certificate, acceptor: TlsAcceptor::from(Arc::new(config)) }
    }

    /// The certificate, for a client that is to trust it.
    ///
    /// # Panics
    /// Where reqwest cannot read it.
    #[must_use]
    pub fn root(&self) -> Certificate {
        Certificate::from_der(&self.certificate).expect("a certificate in DER")
    }

    /// Makes a client trust this certificate.
    ///
    /// # Panics
    /// Where reqwest cannot read the certificate.
    pub fn trusted_by(&self, client: ClientBuilder) -> ClientBuilder {
        let root = self.root();
        client.http(move |http| http.tls_certs_merge([root.clone()]))
    }
}

fn params(names: impl IntoIterator<Item = String>) -> CertificateParams {
    CertificateParams::new(names.into_iter().collect::<Vec<_>>()).expect("names for a certificate")
}

/// A connection whose TCP stream can be reset.
pub(super) trait Connection: AsyncRead + AsyncWrite + Unpin {
    fn tcp(&self) -> &TcpStream;
}

impl Connection for TcpStream {
    fn tcp(&self) -> &TcpStream {
        self
    }
}

impl Connection for TlsStream<TcpStream> {
    fn tcp(&self) -> &TcpStream {
        self.get_ref().0
    }
}
