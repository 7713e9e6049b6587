//! With `enkash-core`, as its own documents show it.
//!
//! It does more than the others: a pattern and a length are checked, the path's value is encoded,
//! there are `Debug`, `Clone`, a builder that refuses to compile without a required field, and
//! `send`. Nothing of it can be switched off, so there is no second form to compare.
//!
//! The feature `registry` and TLS are off. The macro is compiled without optimisation, as cargo's
//! development profile has it; that it is slower for that is part of what a user pays.

use super::Style;

/// `#[endpoint]` and `#[model]`.
pub const STYLE: Style = Style {
    name: "enkash",
    manifest: r#"[dependencies]
enkash-core = { path = "ENKASH_CORE", default-features = false }
tokio = { version = "1", default-features = false, features = ["net", "rt", "time"] }
"#,
    head: r#"//! Endpoints, declared with enkash.

use enkash_core::{AuthScheme, EnvelopeNames, Product, endpoint, model};

/// What the endpoints belong to.
pub const PRODUCT: Product = Product::new("things").auth(&AuthScheme::Bearer).envelope(&ENVELOPE);

/// What is around every response.
const ENVELOPE: EnvelopeNames = EnvelopeNames { payload: &["payload"], ..EnvelopeNames::NONE };
"#,
    endpoint: r#"
/// Creates thing NUMBER.
#[endpoint(POST, "/api/v0/thing-NUMBER/<customerId>", response = CreatedNUMBER)]
pub struct CreateNUMBER {
    pub customer_id: String,
    pub name: String,
    pub email: String,
    #[pattern("^[A-Z]{5}[0-9]{4}[A-Z]$")]
    pub pan: String,
    pub days: u32,
    pub active: bool,
    #[length(1..=100)]
    pub remarks: Option<String>,
}

/// Thing NUMBER, created.
#[model]
pub struct CreatedNUMBER {
    pub id: String,
    pub total: u64,
}
"#,
    program: r#"use enkash_core::{BearerToken, Client};
use subject::*;

fn client(base: String) -> Result<Client, Failure> {
    let client = Client::builder().base_url(&PRODUCT, base).credentials(BearerToken::new("not-a-real-token"));
    Ok(client.build()?)
}
"#,
    call: r#"
async fn call_NUMBER(client: &Client, text: &str) -> Result<u64, Failure> {
    let request = CreateNUMBER {
        customer_id: text.to_owned(),
        name: text.to_owned(),
        email: text.to_owned(),
        pan: text.to_owned(),
        days: 30,
        active: true,
        remarks: Some(text.to_owned()),
    };
    let created = request.send(client).await?.into_payload()?;
    Ok(created.total + created.id.len() as u64)
}
"#,
    macro_package: "enkash-macros",
};
