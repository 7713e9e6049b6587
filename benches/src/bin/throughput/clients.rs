//! The clients that are compared, behind one function.

use std::sync::Arc;

use enkash_benches::Failure;
use enkash_benches::subjects::{CUSTOMER, bare, by_hand, enkash, http, rustify};
use enkash_core::Client as Enkash;
use rustify_client::Client as Rustify;

use ::rustify::clients::reqwest as rustify_client;

/// A client and its name in the tables.
pub struct Client {
    pub name: &'static str,
    base: String,
    kind: Kind,
}

enum Kind {
    Bare(reqwest::Client),
    ByHand(reqwest::Client),
    Enkash(Enkash),
    Rustify(Rustify),
}

/// All of them. The first one is what the others are compared with.
pub fn all(base: &str) -> Result<Vec<Arc<Client>>, Failure> {
    let client = |name, kind| Arc::new(Client { name, base: base.to_owned(), kind });
    Ok(vec![
        client("reqwest by hand with the same checks and limits", Kind::ByHand(http())),
        client("enkash", Kind::Enkash(enkash::client(base)?)),
        client("bare reqwest and serde_json", Kind::Bare(http())),
        client("rustify", Kind::Rustify(rustify::client(base)?)),
    ])
}

impl Client {
    /// Activates a customer once.
    pub async fn call(&self) -> Result<(), Failure> {
        let payload = match &self.kind {
            Kind::Bare(http) => bare::activate(http, &self.base, CUSTOMER).await?,
            Kind::ByHand(http) => by_hand::activate(http, &self.base, CUSTOMER).await?,
            Kind::Enkash(client) => {
                enkash::activation().send(client).await?.payload.map(|text| text.into_string())
            }
            Kind::Rustify(client) => rustify::activate(client, CUSTOMER).await?,
        };
        payload.map(drop).ok_or_else(|| "a response without a payload".into())
    }
}
