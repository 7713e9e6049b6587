//! Certificates made for the test, and servers that have them.

use std::sync::Arc;

use rcgen::{CertificateParams, KeyPair, date_time_ymd};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

use crate::ClientBuilder;
use crate::testing::server::{FaultServer, Then};

/// A certificate that signs itself, with its key.
pub(super) struct Identity {
    certificate: CertificateDer<'static>,
    config: Arc<ServerConfig>,
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

    pub(super) async fn serve(&self, response: &'static str, then: Then) -> FaultServer {
        FaultServer::start_tls(TlsAcceptor::from(Arc::clone(&self.config)), response, then).await
    }
}
