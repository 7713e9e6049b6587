//! A plain HTTP client for the tests: it knows nothing of the API but its URLs.

use enkash_sandbox::{Action, Sandbox, SandboxBuilder};
use reqwest::header::AUTHORIZATION;
use reqwest::{Method, RequestBuilder, Response};
use serde_json::Value;

/// A sandbox and a client that has authenticated to it.
pub(crate) struct Desk {
    pub(crate) sandbox: Sandbox,
    pub(crate) http: reqwest::Client,
    pub(crate) oauth: String,
    pub(crate) merchant: String,
}

impl Desk {
    pub(crate) async fn new() -> Self {
        Self::with(Sandbox::builder()).await
    }

    pub(crate) async fn with(builder: SandboxBuilder) -> Self {
        let sandbox = builder.start().await.unwrap();
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        let mut desk = Self { sandbox, http, oauth: String::new(), merchant: String::new() };
        desk.authenticate().await;
        desk
    }

    pub(crate) async fn authenticate(&mut self) {
        let oauth = self.authenticate_oauth("payouts").await;
        self.oauth = oauth.1["access_token"].as_str().unwrap_or_default().to_owned();
        let merchant = self.authenticate_merchant().await;
        self.merchant = merchant.1["token"].as_str().unwrap().to_owned();
        self.sandbox.clear_journal();
    }

    pub(crate) async fn authenticate_oauth(&self, product: &str) -> (u16, Value) {
        let known = self.sandbox.credentials();
        let form = [
            ("username", known.username.as_str()),
            ("password", known.password.as_str()),
            ("grant_type", "password"),
            ("clientId", known.client_id.as_str()),
        ];
        let request = self.http.post(format!("{}/oauth/token", self.sandbox.url(product)));
        let request = request.basic_auth(&known.client_id, Some(&known.client_secret));
        outcome(request.form(&form)).await
    }

    pub(crate) async fn authenticate_merchant(&self) -> (u16, Value) {
        let known = self.sandbox.credentials();
        let body =
            serde_json::json!({"accessKey": known.access_key, "secretKey": known.secret_key});
        let url = format!("{}/api/v0/merchant/token", self.sandbox.url("payment-gateway"));
        outcome(self.http.post(url).json(&body)).await
    }

    /// A request with everything that authentication asks for.
    pub(crate) fn request(&self, product: &str, method: Method, path: &str) -> RequestBuilder {
        let gateway = product.starts_with("payment-gateway");
        let token = if gateway { &self.merchant } else { &self.oauth };
        self.http
            .request(method, format!("{}{path}", self.sandbox.url(product)))
            .header(AUTHORIZATION, format!("Bearer {token}"))
            .header("merchantAccessKey", &self.sandbox.credentials().access_key)
            .header("partnerId", "partner-0")
            .header("User-Agent", "tests")
    }

    pub(crate) async fn send(
        &self,
        product: &str,
        method: Method,
        path: &str,
        body: Value,
    ) -> (u16, Value) {
        let request = self.request(product, method, path);
        outcome(if body.is_null() { request } else { request.json(&body) }).await
    }
}

/// Status and body; a body that is no JSON becomes a string.
pub(crate) async fn outcome(request: RequestBuilder) -> (u16, Value) {
    read(request.send().await.unwrap()).await
}

pub(crate) async fn read(response: Response) -> (u16, Value) {
    let status = response.status().as_u16();
    let text = response.text().await.unwrap();
    (status, serde_json::from_str(&text).unwrap_or(Value::String(text)))
}

/// Field and message of every sub-error.
pub(crate) fn sub_errors(body: &Value) -> Vec<(String, String)> {
    let text = |error: &Value, name: &str| error[name].as_str().unwrap().to_owned();
    let errors = body["errorResponse"]["apiSubErrors"].as_array().unwrap();
    errors.iter().map(|error| (text(error, "field"), text(error, "message"))).collect()
}

pub(crate) fn error_type(body: &Value) -> &str {
    body["errorResponse"]["errorType"].as_str().unwrap()
}

/// Everything that the journal has as performed.
pub(crate) fn done(desk: &Desk) -> Vec<Action> {
    let journal = desk.sandbox.journal();
    journal.iter().flat_map(|entry| &entry.effects).map(|effect| effect.action).collect()
}
