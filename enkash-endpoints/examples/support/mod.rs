// A client of the embedded sandbox for the examples, also for those of the documentation, which
// `include!` this file.

use enkash_endpoints::{
    Client, ClientBuilder, Error, KeyPair, OAuthCredentials, PARTNER_ID, Product,
};
use enkash_sandbox::Sandbox;

/// A client that can use one product of the sandbox. A program of yours has
/// `client_from_env()?.build()?` in this place.
pub(crate) fn client(sandbox: &Sandbox, product: &'static Product) -> Result<Client, Error> {
    client_builder(sandbox, &[product]).build()
}

/// A builder of a client that can use these products of the sandbox.
pub(crate) fn client_builder(sandbox: &Sandbox, products: &[&'static Product]) -> ClientBuilder {
    let known = sandbox.credentials();
    let mut builder = enkash_endpoints::client()
        .credentials(OAuthCredentials {
            username: known.username.as_str().into(),
            password: known.password.as_str().into(),
            client_id: known.client_id.clone(),
            client_secret: known.client_secret.as_str().into(),
        })
        .credentials(KeyPair {
            access_key: known.access_key.as_str().into(),
            secret_key: known.secret_key.as_str().into(),
        })
        // Made up: the sandbox accepts any partner.
        .setting(PARTNER_ID, "CRM0000AA");
    for product in products {
        // The sandbox names products as the API reference groups them.
        let name = match product.name() {
            "cards" | "wallet" => "card-management",
            "expense" | "petty-cash" => "expense-management",
            "verification" => "verification-suite",
            name => name,
        };
        builder = builder.base_url(product, sandbox.url(name));
    }
    builder
}
