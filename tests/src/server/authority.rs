//! A private certificate authority, as companies have one.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use enkash_core::reqwest;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::server::WebPkiClientVerifier;
use tokio_rustls::rustls::{RootCertStore, ServerConfig};

/// Signs certificates of servers and of clients.
pub struct Authority(CertifiedIssuer<'static, KeyPair>);

impl Authority {
    /// One that no machine trusts.
    ///
    /// # Panics
    /// Where no certificate can be made.
    #[must_use]
    pub fn new() -> Self {
        let mut params = CertificateParams::new(Vec::new()).expect("no names");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().expect("a key");
        Authority(CertifiedIssuer::self_signed(params, key).expect("a certificate"))
    }

    /// Its certificate.
    #[must_use]
    pub fn pem(&self) -> String {
        pem("CERTIFICATE", self.0.der())
    }

    /// Its certificate, for a client that is to trust it.
    ///
    /// # Panics
    /// Where reqwest cannot read it.
    #[must_use]
    pub fn root(&self) -> reqwest::Certificate {
        reqwest::Certificate::from_pem(self.pem().as_bytes()).expect("a certificate in PEM")
    }

    /// A server of this name.
    ///
    /// # Panics
    /// Where no certificate can be made.
    #[must_use]
    pub fn server(&self, name: &str) -> ServerConfig {
        self.config(name, None)
    }

    /// A server of this name that takes clients with a certificate of this authority alone.
    ///
    /// # Panics
    /// Where no certificate can be made.
    #[must_use]
    pub fn server_for_its_clients(&self, name: &str) -> ServerConfig {
        let mut roots = RootCertStore::empty();
        roots.add(self.0.der().clone()).expect("a root");
        self.config(name, Some(roots))
    }

    fn config(&self, name: &str, clients: Option<RootCertStore>) -> ServerConfig {
        let provider = Arc::new(aws_lc_rs::default_provider());
        let builder = ServerConfig::builder_with_provider(Arc::clone(&provider))
            .with_safe_default_protocol_versions()
            .expect("versions of TLS");
        let builder = match clients {
            None => builder.with_no_client_auth(),
            Some(roots) => builder.with_client_cert_verifier(
                WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider)
                    .build()
                    .expect("roots"),
            ),
        };
        let (certificate, key) = self.sign(name);
        let key = PrivateKeyDer::try_from(key).expect("a key in DER");
        builder.with_single_cert(vec![certificate], key).expect("a key that fits the certificate")
    }

    /// A client's certificate and key.
    ///
    /// # Panics
    /// Where no certificate can be made, or reqwest cannot read it.
    #[must_use]
    pub fn client(&self) -> reqwest::Identity {
        let (certificate, key) = self.sign("client.example");
        let (certificate, key) = (pem("CERTIFICATE", &certificate), pem("PRIVATE KEY", &key));
        #[cfg(feature = "native-tls")]
        let identity = reqwest::Identity::from_pkcs8_pem(certificate.as_bytes(), key.as_bytes());
        #[cfg(not(feature = "native-tls"))]
        let identity = reqwest::Identity::from_pem((key + &certificate).as_bytes());
        identity.expect("a certificate and its key in PEM")
    }

    fn sign(&self, name: &str) -> (CertificateDer<'static>, Vec<u8>) {
        let params =
            CertificateParams::new(vec![name.to_owned()]).expect("a name for a certificate");
        let key = KeyPair::generate().expect("a key");
        let certificate = params.signed_by(&key, &self.0).expect("a certificate");
        (certificate.der().clone(), key.serialize_der())
    }
}

impl Default for Authority {
    fn default() -> Self {
        Authority::new()
    }
}

fn pem(label: &str, der: &[u8]) -> String {
    let text = STANDARD.encode(der);
    let lines: Vec<&str> =
        text.as_bytes().chunks(64).filter_map(|line| str::from_utf8(line).ok()).collect();
    format!("-----BEGIN {label}-----\n{}\n-----END {label}-----\n", lines.join("\n"))
}
