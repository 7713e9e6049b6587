//! With `ruma-common` 0.20: `metadata!`, `#[request]` and `#[response]` in a module per endpoint,
//! as ruma has it.
//!
//! Only the client's half is on; ruma's macros ask that the crate knows both features. Ruma brings
//! `Debug` and `Clone`, encodes the path's value and checks the path's form when it compiles.
//!
//! Left out, since ruma has none of it: checks of values, a builder, sending (it stops at
//! `http::Request`; a client by hand does the rest), retries, redaction. The response is read
//! without the envelope: a ruma response is the whole body.

use super::Style;

/// `#[request]`, `#[response]` and `metadata!`.
pub const STYLE: Style = Style {
    name: "ruma",
    manifest: r#"[features]
default = ["client"]
client = []
server = []

[dependencies]
http = "1"
reqwest = { version = "0.13", default-features = false }
ruma-common = { version = "0.20", default-features = false, features = ["api", "client", "server"] }
serde = { version = "1", features = ["derive"] }
tokio = { version = "1", default-features = false, features = ["net", "rt", "time"] }

# Ruma's macros ask for a `cfg` that they do not declare here.
[lints.rust]
unexpected_cfgs = { level = "warn", check-cfg = ["cfg(ruma_unstable_exhaustive_types)"] }
"#,
    head: r#"//! Endpoints, declared with ruma.

/// Sends what ruma has put together.
pub struct Client {
    pub http: reqwest::Client,
    pub base: String,
}

impl Client {
    pub async fn exchange(&self, request: http::Request<Vec<u8>>) -> Result<http::Response<Vec<u8>>, reqwest::Error> {
        let response = self.http.execute(request.try_into()?).await?;
        let mut response = http::Response::new(Vec::new());
        *response.status_mut() = response.status();
        *response.body_mut() = response.bytes().await?.to_vec();
        Ok(response)
    }
}
"#,
    endpoint: r#"
/// Creates thing NUMBER.
pub mod create_NUMBER {
    use ruma_common::api::auth_scheme::NoAuthentication;
    use ruma_common::api::{request, response};
    use ruma_common::metadata;

    metadata! {
        method: POST,
        rate_limited: false,
        authentication: NoAuthentication,
        path: "/api/v0/thing-NUMBER/{customer_id}",
    }

    /// Creates thing NUMBER.
    #[request]
    pub struct Request {
        #[ruma_api(path)]
        pub customer_id: String,
        pub name: String,
        pub email: String,
        pub pan: String,
        pub days: u32,
        pub active: bool,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub remarks: Option<String>,
    }

    impl Request {
        /// Ruma's types are `#[non_exhaustive]`: the programs of other crates need this.
        pub fn new(text: &str) -> Request {
            Request {
                customer_id: text.to_owned(),
                name: text.to_owned(),
                email: text.to_owned(),
                pan: text.to_owned(),
                days: 30,
                active: true,
                remarks: Some(text.to_owned()),
            }
        }
    }

    /// Thing NUMBER, created.
    #[response]
    pub struct Response {
        pub id: String,
        pub total: u64,
    }
}
"#,
    program: r#"use ruma_common::api::{IncomingResponseExt, OutgoingRequestExt};
use subject::*;

fn client(base: String) -> Result<Client, Failure> {
    Ok(Client { http: reqwest::Client::builder().no_proxy().build()?, base })
}
"#,
    call: r#"
async fn call_NUMBER(client: &Client, text: &str) -> Result<u64, Failure> {
    let request = create_NUMBER::Request::new(text);
    let response = client.exchange(request.try_into_http_request(&client.base, (), ())?).await?;
    let (parts, body) = response.into_parts();
    let response = http::Response::from_parts(parts, body.as_slice());
    let created = create_NUMBER::Response::try_from_http_response(response)?;
    Ok(created.total + created.id.len() as u64)
}
"#,
    macro_package: "ruma-macros",
};
