//! What an endpoint is.

use std::fmt;

use http::Method;

use crate::declare::payload::Payload;
use crate::describe::{Field, StructInfo, TypeInfo};
use crate::product::{Product, ResponseFormat};
use crate::record::{Record, check_record};
use crate::rules::violation::{FieldPath, Violations};

/// A request of the API together with the type of its response. Implemented by `#[endpoint]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an endpoint",
    label = "no `#[endpoint]` on it",
    note = "put `#[endpoint(METHOD, \"/path\")]` on the struct, or use `client.raw(…)` for an undeclared call"
)]
pub trait Endpoint: Record + serde::Serialize + fmt::Debug {
    /// The envelope's payload.
    type Response: Payload;

    /// Everything about the endpoint that does not depend on the values of a request.
    const INFO: &'static EndpointInfo;

    /// The rule across fields (`validate = …`), if the declaration has one.
    fn validate_across(&self, found: &mut Violations) {
        let _ = found;
    }
}

/// Every broken rule of a request.
#[must_use]
pub(crate) fn violations<E: Endpoint>(request: &E) -> Violations {
    let mut found = Violations::new();
    check_record(request, &FieldPath::TOP, &mut found);
    request.validate_across(&mut found);
    found
}

/// How the body's fields are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BodyEncoding {
    /// `application/json`.
    Json,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `multipart/form-data`.
    Multipart,
    /// Bytes with a media type of their own: [`RawCall::body`](crate::RawCall::body). No declared endpoint has it.
    Bytes,
}

/// The credentials of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CallAuth {
    /// None.
    None,
    /// The client's id and secret as HTTP Basic, for a call that requests an access token.
    Basic,
    /// What the product asks for.
    Product,
}

/// Describes the struct when it is asked, so that a constant can hold it of which the value is not needed.
#[derive(Clone, Copy)]
struct LazyStructInfo(fn() -> &'static StructInfo);

impl fmt::Debug for LazyStructInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (self.0)().fmt(f)
    }
}

/// The facts of a declared endpoint. Every endpoint has them as a constant,
/// [`Endpoint::INFO`](crate::Endpoint::INFO).
#[derive(Debug)]
#[non_exhaustive]
pub struct EndpointInfo {
    shape: LazyStructInfo,
    pub(crate) method: Method,
    pub(crate) template: &'static str,
    pub(crate) product: &'static Product,
    pub(crate) body: BodyEncoding,
    pub(crate) response_format: ResponseFormat,
    pub(crate) auth: CallAuth,
    pub(crate) token_request: bool,
    pub(crate) encrypt: Option<bool>,
    pub(crate) idempotent: bool,
    pub(crate) unique: Option<&'static str>,
    pub(crate) docs: Option<&'static str>,
    pub(crate) response: TypeInfo,
}

impl EndpointInfo {
    /// The facts with the defaults of the attribute; each `with_*` function changes one. `shape` describes the struct.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(
        shape: fn() -> &'static StructInfo,
        method: Method,
        template: &'static str,
        idempotent: bool,
    ) -> Self {
        EndpointInfo {
            shape: LazyStructInfo(shape),
            method,
            template,
            product: &const { Product::new("") },
            body: BodyEncoding::Json,
            response_format: ResponseFormat::Enveloped,
            auth: CallAuth::Product,
            token_request: false,
            encrypt: None,
            idempotent,
            unique: None,
            docs: None,
            response: TypeInfo::NONE,
        }
    }

    /// The facts of a struct with the defaults of the attribute.
    #[doc(hidden)]
    #[must_use]
    pub const fn of<T: Record>(method: Method, template: &'static str, idempotent: bool) -> Self {
        EndpointInfo::new(T::shape, method, template, idempotent)
    }

    /// The name of the struct.
    ///
    /// A function, which no constant can call: the struct describes itself when it is asked, so that a build that asks for
    /// nothing works nothing out.
    #[must_use]
    pub fn name(&self) -> &'static str {
        (self.shape.0)().name
    }

    /// The fields in the order of the declaration; no constant, like [`name`](EndpointInfo::name).
    #[must_use]
    pub fn fields(&self) -> &'static [Field] {
        (self.shape.0)().fields
    }

    /// The HTTP method.
    #[must_use]
    pub const fn method(&self) -> &Method {
        &self.method
    }

    /// The path with placeholders, such as `/api/v0/customer/activate/<customerId>`.
    #[must_use]
    pub const fn template(&self) -> &'static str {
        self.template
    }

    /// The product.
    #[must_use]
    pub const fn product(&self) -> &'static Product {
        self.product
    }

    /// The encoding of the body.
    #[must_use]
    pub const fn body(&self) -> BodyEncoding {
        self.body
    }

    /// Whether the response has the envelope.
    #[must_use]
    pub const fn response_format(&self) -> ResponseFormat {
        self.response_format
    }

    /// The credentials.
    #[must_use]
    pub const fn auth(&self) -> CallAuth {
        self.auth
    }

    /// Whether the declaration has the key `token_request`: the call requests an access token, so the account's memory of
    /// failed token requests applies to it. It applies to a call with [`CallAuth::Basic`] in any case.
    #[must_use]
    pub const fn is_token_request(&self) -> bool {
        self.token_request
    }

    /// Whether the declaration demands encrypted bodies or rules them out; `None` if it leaves that to the product.
    #[must_use]
    pub const fn encrypt(&self) -> Option<bool> {
        self.encrypt
    }

    /// Whether sending the call twice does no more than sending it once.
    #[must_use]
    pub const fn is_idempotent(&self) -> bool {
        self.idempotent
    }

    /// The field whose value the server refuses a second time, by its name in Rust.
    #[must_use]
    pub const fn unique(&self) -> Option<&'static str> {
        self.unique
    }

    /// The page of the API reference that documents the endpoint.
    #[must_use]
    pub const fn docs(&self) -> Option<&'static str> {
        self.docs
    }

    /// The description of the payload's type; complete only with the features `registry` and `schema`.
    #[must_use]
    pub const fn response(&self) -> TypeInfo {
        self.response
    }

    /// The same facts for a product.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_product(mut self, product: &'static Product) -> Self {
        self.product = product;
        self
    }

    /// The same facts with another encoding of the body.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_body(mut self, body: BodyEncoding) -> Self {
        self.body = body;
        self
    }

    /// The same facts with another form of the response.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_response_format(mut self, format: ResponseFormat) -> Self {
        self.response_format = format;
        self
    }

    /// The same facts with other credentials.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_auth(mut self, auth: CallAuth) -> Self {
        self.auth = auth;
        self
    }

    /// The same facts for a call that requests an access token.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_token_request(mut self) -> Self {
        self.token_request = true;
        self
    }

    /// The same facts with encrypted bodies or plain ones, whatever the product demands.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_encrypt(mut self, encrypt: bool) -> Self {
        self.encrypt = Some(encrypt);
        self
    }

    /// The same facts with a field that is unique.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_unique(mut self, field: &'static str) -> Self {
        self.unique = Some(field);
        self
    }

    /// The same facts with the page that documents it.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_docs(mut self, docs: &'static str) -> Self {
        self.docs = Some(docs);
        self
    }

    /// The same facts with what is known of the payload's type.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_response(mut self, response: TypeInfo) -> Self {
        self.response = response;
        self
    }

    /// Whether the call requests an access token: the client's id and secret are good for nothing else.
    pub(crate) fn requests_token(&self) -> bool {
        self.token_request || self.auth == CallAuth::Basic
    }

    /// Whether bodies of this endpoint are encrypted.
    #[must_use]
    pub const fn is_encrypted(&self) -> bool {
        match self.encrypt {
            Some(encrypt) => encrypt,
            None => self.product.is_encrypted(),
        }
    }
}
