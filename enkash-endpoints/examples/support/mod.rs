//! A client of the embedded sandbox, which the examples share.

use enkash_endpoints::{Client, Error, MerchantKeys, OAuthCredentials, Product};
use enkash_sandbox::Sandbox;

/// A client that can use one product of the sandbox. A program of yours has `Client::from_env()?` in this place.
pub(crate) fn client(sandbox: &Sandbox, product: Product) -> Result<Client, Error> {
    let known = sandbox.credentials();
    Client::builder()
        .base_url(product, sandbox.url(product.name()))
        .oauth(OAuthCredentials {
            username: known.username.as_str().into(),
            password: known.password.as_str().into(),
            client_id: known.client_id.clone(),
            client_secret: known.client_secret.as_str().into(),
        })
        .merchant_keys(MerchantKeys {
            access_key: known.access_key.as_str().into(),
            secret_key: known.secret_key.as_str().into(),
        })
        .build()
}
