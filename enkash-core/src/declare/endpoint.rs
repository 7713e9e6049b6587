//! What an endpoint is.

use http::Method;

use crate::declare::payload::Payload;
use crate::describe::{Field, TypeInfo};
use crate::product::{Product, ResponseFormat};
use crate::record::{Record, check_record};
use crate::rules::violation::{FieldPath, Violations};

/// A request of the API together with the type of its response. Implemented by `#[endpoint]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an endpoint",
    label = "no `#[endpoint]` on it",
    note = "put `#[endpoint(METHOD, \"/path\")]` on the struct, or use `client.raw(…)` for an undeclared call"
)]
pub trait Endpoint: Record + serde::Serialize + std::fmt::Debug {
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
    /// Bytes with a media type of their own: [`RawCall::body`](crate::RawCall::body). No declared
    /// endpoint has it.
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

/// The facts of a declared endpoint. Every endpoint has them as a constant,
/// [`Endpoint::INFO`](crate::Endpoint::INFO).
#[derive(Debug)]
pub struct EndpointInfo {
    #[doc(hidden)]
    pub name: &'static str,
    #[doc(hidden)]
    pub fields: &'static [Field],
    #[doc(hidden)]
    pub method: Method,
    #[doc(hidden)]
    pub template: &'static str,
    #[doc(hidden)]
    pub product: &'static Product,
    #[doc(hidden)]
    pub body: BodyEncoding,
    #[doc(hidden)]
    pub response_format: ResponseFormat,
    #[doc(hidden)]
    pub auth: CallAuth,
    #[doc(hidden)]
    pub token_request: bool,
    #[doc(hidden)]
    pub encrypt: Option<bool>,
    #[doc(hidden)]
    pub idempotent: bool,
    #[doc(hidden)]
    pub unique: Option<&'static str>,
    #[doc(hidden)]
    pub docs: Option<&'static str>,
    #[doc(hidden)]
    pub response: TypeInfo,
}

impl EndpointInfo {
    /// The name of the struct.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The fields in the order of the declaration.
    #[must_use]
    pub const fn fields(&self) -> &'static [Field] {
        self.fields
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

    /// Whether the declaration has the key `token_request`: the call requests an access token, so
    /// the account's memory of failed token requests applies to it. It applies to a call with
    /// [`CallAuth::Basic`] in any case.
    #[must_use]
    pub const fn is_token_request(&self) -> bool {
        self.token_request
    }

    /// Whether the declaration demands encrypted bodies or rules them out; `None` if it leaves that
    /// to the product.
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

    /// The description of the payload's type; complete only with the features `registry` and
    /// `schema`.
    #[must_use]
    pub const fn response(&self) -> TypeInfo {
        self.response
    }

    /// Whether the call requests an access token: the client's id and secret are good for nothing
    /// else.
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
