//! Sends declared endpoints to the sandbox and checks the replies.

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::sync::Mutex;

use enkash_core::{
    Bytes, Client, Endpoint, Error, Json, Outcome, Product, Reply, ResponseFormat, Value,
};
use enkash_endpoints::{PARTNER_ID, PRODUCTS};
use enkash_sandbox::Sandbox;
use serde::Serialize;

use self::presence::Presence;
use crate::contract::file_of;
use crate::fixtures::{credentials, keys};

mod arrival;
mod bodies;
mod presence;

/// A sandbox, a client of it that can use every product, and a record of what was sent.
#[derive(Debug)]
pub struct Session {
    /// The sandbox, for its initial data.
    pub sandbox: Sandbox,
    /// The client.
    pub client: Client,
    sent: Mutex<Sent>,
}

#[derive(Debug, Default)]
struct Sent {
    minimal: BTreeSet<&'static str>,
    full: BTreeSet<&'static str>,
    succeeded: BTreeSet<&'static str>,
}

/// Who refuses a request: some rules are not about a single field.
#[derive(Debug, Clone, Copy)]
pub enum Refusal {
    /// The client, before anything is sent.
    OfTheClient,
    /// The sandbox, with this status.
    OfTheServer(u16),
}

impl Session {
    /// A new sandbox and a client that is authenticated to all of it.
    ///
    /// # Panics
    /// No port is free.
    pub async fn start() -> Self {
        let sandbox = Sandbox::start().await.expect("a free loopback port");
        let client = client(&sandbox);
        Session { sandbox, client, sent: Mutex::default() }
    }

    /// Sends a request that has no more than what is required.
    ///
    /// # Panics
    /// The request has more than that, the call fails, or the payload does not arrive in its type.
    pub async fn minimal<E>(&self, request: E) -> Reply<E::Response>
    where
        E: Endpoint,
        E::Response: Serialize + Debug + Value,
    {
        let Presence { set, .. } = Presence::of(&request);
        assert!(set.is_empty(), "{}: not required, and set all the same: {set:?}", E::INFO.name());
        self.lock().minimal.insert(E::INFO.name());
        self.send(&request).await
    }

    /// Sends a request that has all that is declared.
    ///
    /// # Panics
    /// Something is left out, the call fails, or the payload does not arrive in its type.
    pub async fn full<E>(&self, request: E) -> Reply<E::Response>
    where
        E: Endpoint,
        E::Response: Serialize + Debug + Value,
    {
        let Presence { absent, .. } = Presence::of(&request);
        assert!(absent.is_empty(), "{}: declared, and left out: {absent:?}", E::INFO.name());
        self.lock().full.insert(E::INFO.name());
        self.send(&request).await
    }

    /// Sends a request that has no more than what is required, and that the API reference's own
    /// rules refuse all the same.
    ///
    /// # Panics
    /// The request has more than that, the call succeeds, or it fails in another way.
    pub async fn minimal_refused<E: Endpoint>(&self, request: E, refusal: Refusal) -> Error {
        let Presence { set, .. } = Presence::of(&request);
        assert!(set.is_empty(), "{}: not required, and set all the same: {set:?}", E::INFO.name());
        self.lock().minimal.insert(E::INFO.name());
        self.refused(request, refusal).await
    }

    /// Sends a request that has all that is declared, and that the API reference's own rules refuse
    /// all the same.
    ///
    /// # Panics
    /// Something is left out, the call succeeds, or it fails in another way.
    pub async fn full_refused<E: Endpoint>(&self, request: E, refusal: Refusal) -> Error {
        let Presence { absent, .. } = Presence::of(&request);
        assert!(absent.is_empty(), "{}: declared, and left out: {absent:?}", E::INFO.name());
        self.lock().full.insert(E::INFO.name());
        self.refused(request, refusal).await
    }

    async fn refused<E: Endpoint>(&self, request: E, refusal: Refusal) -> Error {
        let name = E::INFO.name();
        let Err(error) = enkash_core::Call::new(&request).send(&self.client).await else {
            panic!("{name}: accepted");
        };
        let as_expected = match refusal {
            Refusal::OfTheClient => error.violations().is_some(),
            Refusal::OfTheServer(status) => {
                error.api().is_some_and(|api| api.status().as_u16() == status)
                    && error.outcome() == Outcome::Refused
            }
        };
        assert!(as_expected, "{name}: not refused by {refusal:?}, but: {error:?}");
        error
    }

    /// Sends a request without anything optional, whose response is bytes: there is no type for it
    /// to arrive in.
    ///
    /// # Panics
    /// There is something optional, or the call fails.
    pub async fn bytes<E: Endpoint<Response = Bytes>>(&self, request: E) -> Bytes {
        let (name, Presence { set, absent }) = (E::INFO.name(), Presence::of(&request));
        assert!(set.is_empty() && absent.is_empty(), "{name}: optional: {set:?}, {absent:?}");
        let reply = enkash_core::Call::new(&request).send(&self.client).await;
        let reply = reply.unwrap_or_else(|error| panic!("{name}: {error:?}"));
        bodies::assert_judged(&request).await;
        let mut sent = self.lock();
        sent.minimal.insert(name);
        sent.full.insert(name);
        sent.succeeded.insert(name);
        drop(sent);
        reply.into_payload().unwrap_or_else(|error| panic!("{name}: {error:?}"))
    }

    /// Sends a request that only prepares for another one.
    ///
    /// # Panics
    /// The call fails, or the payload does not arrive in its type.
    pub async fn send<E>(&self, request: &E) -> Reply<E::Response>
    where
        E: Endpoint,
        E::Response: Serialize + Debug + Value,
    {
        let name = E::INFO.name();
        let reply = match enkash_core::Call::new(request).send(&self.client).await {
            Ok(reply) => reply,
            Err(error) => panic!("{name}: {error}\n{error:?}\n{:?}", self.sandbox.journal().last()),
        };
        arrival::assert_arrived(name, &reply, E::INFO.response_format());
        if self.lock().succeeded.insert(name) {
            bodies::assert_judged(request).await;
        }
        reply
    }

    /// Asserts that every declared endpoint of the product was sent both ways, and that a call of
    /// it succeeded.
    ///
    /// # Panics
    /// One was not, or none did.
    pub fn assert_complete(&self, product: &Product) {
        let sent = self.lock();
        let all = enkash_core::endpoints().into_iter().filter(|info| info.product() == product);
        let all: BTreeSet<_> = all.map(|info| info.name()).collect();
        for (what, names) in
            [("minimal", &sent.minimal), ("full", &sent.full), ("with success", &sent.succeeded)]
        {
            let missing: Vec<_> = all.difference(names).collect();
            assert!(missing.is_empty(), "{product}: not sent {what}: {missing:?}");
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Sent> {
        self.sent.lock().expect("no test goes on after a panic")
    }
}

/// A client that has what every product of the sandbox asks for.
///
/// # Panics
/// Never: the settings are complete.
#[must_use]
pub fn client(sandbox: &Sandbox) -> Client {
    let mut builder = enkash_endpoints::client()
        .credentials(credentials(sandbox))
        .credentials(keys(sandbox))
        .setting(PARTNER_ID, "PARTNER01");
    for product in PRODUCTS.iter().copied() {
        builder = builder.base_url(product, sandbox.url(file_of(product)));
    }
    builder.build().expect("these settings are complete")
}

/// The payload of a response as it came: the field of the envelope, or all of it.
fn raw_payload(body: &[u8], format: ResponseFormat) -> Option<Json> {
    let json: Json = serde_json::from_slice(body).ok()?;
    let payload = ["payload", "paylod", "data"].iter().find_map(|name| json.get(name));
    match format {
        ResponseFormat::Bare => Some(json),
        ResponseFormat::Auto if payload.is_none() && json.get("response_code").is_none() => {
            Some(json)
        }
        _ => payload.filter(|it| !it.is_null()).cloned(),
    }
}

/// A way to a value with `[]` for each position in a list.
fn without_positions(at: &str) -> String {
    let mut parts = at.split('[');
    let mut way = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        way.push_str("[]");
        way.push_str(part.split_once(']').map_or("", |(_, behind)| behind));
    }
    way
}
