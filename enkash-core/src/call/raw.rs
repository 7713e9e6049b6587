//! Calls of undeclared endpoints.

use std::fmt;

use bytes::Bytes;
use http::Method;
use http::header::{CONTENT_TYPE, HeaderMap, HeaderValue};
use serde::Serialize;

use crate::Json;
use crate::base::percent;
use crate::call::engine::Engine;
use crate::call::plan::Options;
use crate::call::send::{PendingCall, Untyped, add_header, option_setters};
use crate::declare::endpoint::{BodyEncoding, CallAuth, EndpointInfo};
use crate::declare::payload::Payload;
use crate::describe::TypeInfo;
use crate::error::{ConfigError, Error};
use crate::message::{BaseUrl, PreparedRequest};
use crate::product::Product;
use crate::product::ResponseFormat;
use crate::rules::violation::{Rule, Violations};
use crate::wire::url_length;

/// A call of an undeclared endpoint, created by [`Client::raw`](crate::Client::raw). It has the
/// same path safety, credentials, retries, time limits and errors as a call of a declared one.
///
/// ```no_run
/// use enkash_core::{Client, Method, Product};
/// use serde_json::json;
///
/// const PRODUCT: Product = Product::new("example").base_url("https://api.example.com");
///
/// # async fn example(client: Client, order_id: &str) -> Result<(), enkash_core::Error> {
/// let order = json!({ "orderId": order_id });
/// let reply = client.raw(&PRODUCT, Method::POST, "/orders").json(&order).send().await?;
/// println!("{:?}", reply.payload);
///
/// // Pass values to `segment` and `query`: they are encoded, and cannot change the route.
/// let status = client
///     .raw(&PRODUCT, Method::GET, "/orders")
///     .segment(order_id)
///     .segment("status")
///     .query("verbose", "true")
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing is sent unless `send` is called and awaited"]
pub struct RawCall {
    engine: Engine,
    info: EndpointInfo,
    /// The encoded path without the prefix of the base URL.
    path: String,
    query: String,
    content_type: Option<HeaderValue>,
    body: Bytes,
    headers: Result<HeaderMap, ConfigError>,
    options: Options,
    found: Violations,
}

impl RawCall {
    pub(crate) fn new(
        engine: Engine,
        product: &'static Product,
        method: Method,
        path: String,
    ) -> Self {
        let idempotent = matches!(method, Method::GET | Method::HEAD);
        let mut call = RawCall {
            engine,
            info: EndpointInfo {
                name: "raw",
                fields: &[],
                method,
                template: "",
                product,
                body: BodyEncoding::Json,
                response_format: ResponseFormat::Auto,
                auth: CallAuth::Product,
                token_request: false,
                encrypt: None,
                idempotent,
                unique: None,
                docs: None,
                response: TypeInfo::NONE,
            },
            path: String::with_capacity(path.len() + 64),
            query: String::new(),
            content_type: None,
            body: Bytes::new(),
            headers: Ok(HeaderMap::new()),
            options: Options::default(),
            found: Violations::new(),
        };
        match path.strip_prefix('/') {
            Some(rest) if !rest.contains(['?', '#']) => {
                for segment in rest.split('/') {
                    call.push_segment("path", segment);
                }
            }
            _ => call.found.add(
                "path",
                "start with `/` and contain no query or fragment; add values with `segment` and `query`",
            ),
        }
        call
    }

    /// Adds a value to the path as one segment, and encodes it.
    pub fn segment(mut self, value: impl AsRef<str>) -> Self {
        self.push_segment("segment", value.as_ref());
        self
    }

    fn push_segment(&mut self, what: &str, value: &str) {
        if !percent::is_safe_segment(value) {
            self.found.push(what, Rule::PathSegment);
        }
        self.path.push('/');
        percent::push_segment(&mut self.path, value);
    }

    /// Sets how the call is authenticated; by default with the scheme of the product.
    pub fn auth(mut self, auth: CallAuth) -> Self {
        self.info.auth = auth;
        self
    }

    /// Marks the call as a token request. It is sent to the product's token host. If its body
    /// contains the client's own credentials, the limits on failed token requests apply to it as
    /// well.
    pub fn token_request(mut self) -> Self {
        self.info.token_request = true;
        self
    }

    /// Sets whether bodies are encrypted in both directions; by default as the product requires.
    /// Only JSON can be encrypted: a [`form`](Self::form) or a [`body`](Self::body) of a product
    /// that requires encryption is an [`Error::Config`], unless the call sets `.encrypt(false)`,
    /// which sends it unencrypted.
    pub fn encrypt(mut self, encrypt: bool) -> Self {
        self.info.encrypt = Some(encrypt);
        self
    }

    /// Sets whether the call is idempotent: sending it twice has the same effect as sending it
    /// once. By default GET and HEAD are.
    pub fn idempotent(mut self, idempotent: bool) -> Self {
        self.info.idempotent = idempotent;
        self
    }

    /// Reads the response as a payload without an envelope. By default, the envelope is read if
    /// there is one, and a response without one is a success only if it is a JSON object with a
    /// field that is not about the response (as `status`, `message` and `error` are).
    pub fn bare(mut self) -> Self {
        self.info.response_format = ResponseFormat::Bare;
        self
    }

    /// Adds a parameter to the query, and encodes it.
    pub fn query(mut self, name: impl AsRef<str>, value: impl AsRef<str>) -> Self {
        percent::push_pair(&mut self.query, name.as_ref(), value.as_ref());
        self
    }

    /// Sets a header. It replaces a default header with the same name. A header that the client
    /// sets from credentials, body and connection, such as `Authorization` and `Content-Type`, is
    /// an [`Error::Config`].
    pub fn header(mut self, name: &str, value: &str) -> Self {
        add_header(&mut self.headers, name, value);
        self
    }

    /// Sets the body to a value as JSON, encrypted if the product requires it.
    pub fn json(mut self, value: &impl Serialize) -> Self {
        match serde_json::to_vec(value) {
            Ok(json) => self.typed_body(
                BodyEncoding::Json,
                HeaderValue::from_static("application/json"),
                json,
            ),
            Err(_) => {
                self.found.push("", Rule::Writable);
                self
            }
        }
    }

    /// Sets the body to a form. A form cannot be encrypted, see [`encrypt`](Self::encrypt).
    pub fn form<N: AsRef<str>, V: AsRef<str>>(
        self,
        fields: impl IntoIterator<Item = (N, V)>,
    ) -> Self {
        let mut form = String::new();
        for (name, value) in fields {
            percent::push_pair(&mut form, name.as_ref(), value.as_ref());
        }
        let media_type = HeaderValue::from_static("application/x-www-form-urlencoded");
        self.typed_body(BodyEncoding::Form, media_type, form)
    }

    /// Sets the body to bytes with a media type. They cannot be encrypted, whatever the media type,
    /// see [`encrypt`](Self::encrypt); a value passed to [`json`](Self::json) can.
    pub fn body(mut self, media_type: &str, bytes: impl Into<Bytes>) -> Self {
        match HeaderValue::try_from(media_type) {
            Ok(media_type) => self.typed_body(BodyEncoding::Bytes, media_type, bytes),
            Err(_) => {
                self.found.push("body", Rule::HeaderText);
                self
            }
        }
    }

    fn typed_body(
        mut self,
        encoding: BodyEncoding,
        media_type: HeaderValue,
        bytes: impl Into<Bytes>,
    ) -> Self {
        self.info.body = encoding;
        self.content_type = Some(media_type);
        self.body = bytes.into();
        self
    }

    option_setters!();

    /// Sends the call, and reads the payload as any JSON.
    pub fn send(self) -> PendingCall<Json> {
        self.send_as()
    }

    /// Sends the call, and reads the payload as a `T`.
    pub fn send_as<T: Payload>(mut self) -> PendingCall<T> {
        let headers = std::mem::replace(&mut self.headers, Ok(HeaderMap::new()));
        let (engine, options) = (&self.engine, self.options);
        let write = |base: &BaseUrl| self.write(base);
        PendingCall::new(Untyped::new(engine, &self.info, None, options, headers, None, &write))
    }

    fn write(&self, base: &BaseUrl) -> Result<PreparedRequest, Error> {
        if !self.found.is_empty() {
            return Err(Error::Invalid(self.found.clone()));
        }
        let mut target =
            String::with_capacity(base.prefix().len() + self.path.len() + self.query.len() + 1);
        target.push_str(base.prefix());
        target.push_str(&self.path);
        if !self.query.is_empty() {
            target.push('?');
            target.push_str(&self.query);
        }
        let headers =
            self.content_type.iter().map(|media_type| (CONTENT_TYPE, media_type.clone())).collect();
        url_length::check_raw(PreparedRequest {
            method: self.info.method.clone(),
            base: base.clone(),
            target,
            headers,
            body: self.body.clone(),
            carries_unique_id: false,
        })
    }
}

impl fmt::Debug for RawCall {
    /// Shows method, product and sizes; the path can contain personal data.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawCall")
            .field("method", &self.info.method)
            .field("product", &self.info.product)
            .field("body_bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}
