//! Endpoints.

use http::Method;

use crate::declare::payload::Payload;
use crate::describe::{Field, TypeInfo};
use crate::product::{Product, ResponseFormat};
use crate::record::{Record, check_record};
use crate::rules::violation::{FieldPath, Violations};

/// An endpoint: a request of the API together with the type of its response. Implemented by
/// `#[endpoint]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an endpoint",
    label = "no `#[endpoint]` on it",
    note = "put `#[endpoint(METHOD, \"/path\")]` on the struct, or use `client.raw(…)` for an undeclared call"
)]
pub trait Endpoint: Record + serde::Serialize + std::fmt::Debug {
    /// The type of the payload in the response.
    type Response: Payload;

    /// The declaration: all that does not depend on the values of a request.
    const INFO: &'static EndpointInfo;

    /// Checks the rule across fields (`validate = …`), if the declaration has one.
    fn validate_across(&self, found: &mut Violations) {
        let _ = found;
    }
}

/// Returns every rule that a request breaks.
#[must_use]
pub(crate) fn violations<E: Endpoint>(request: &E) -> Violations {
    let mut found = Violations::new();
    check_record(request, &FieldPath::TOP, &mut found);
    request.validate_across(&mut found);
    found
}

/// The encoding of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BodyEncoding {
    /// `application/json`.
    Json,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `multipart/form-data`.
    Multipart,
    /// Bytes with a media type chosen by the caller: [`RawCall::body`](crate::RawCall::body).
    /// Declared endpoints do not use it.
    Bytes,
}

/// How a call is authenticated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CallAuth {
    /// No authentication.
    None,
    /// HTTP Basic with the client's id and secret, for a call that requests an access token.
    Basic,
    /// The scheme of the product.
    Product,
}

/// The facts of a declared endpoint: [`Endpoint::INFO`](crate::Endpoint::INFO).
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
    /// Returns the name of the struct.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the fields in the order of the declaration.
    #[must_use]
    pub const fn fields(&self) -> &'static [Field] {
        self.fields
    }

    /// Returns the HTTP method.
    #[must_use]
    pub const fn method(&self) -> &Method {
        &self.method
    }

    /// Returns the path with placeholders, such as `/api/v0/customer/activate/<customerId>`.
    #[must_use]
    pub const fn template(&self) -> &'static str {
        self.template
    }

    /// Returns the product.
    #[must_use]
    pub const fn product(&self) -> &'static Product {
        self.product
    }

    /// Returns the encoding of the body.
    #[must_use]
    pub const fn body(&self) -> BodyEncoding {
        self.body
    }

    /// Returns whether the response has the envelope.
    #[must_use]
    pub const fn response_format(&self) -> ResponseFormat {
        self.response_format
    }

    /// Returns how the call is authenticated.
    #[must_use]
    pub const fn auth(&self) -> CallAuth {
        self.auth
    }

    /// Returns whether the declaration has the key `token_request`: the call requests an access
    /// token, so the account's record of failed token requests applies to it. The record applies to
    /// any call with [`CallAuth::Basic`] as well.
    #[must_use]
    pub const fn is_token_request(&self) -> bool {
        self.token_request
    }

    /// Returns whether the declaration requires encrypted bodies or excludes them; `None` if the
    /// product decides.
    #[must_use]
    pub const fn encrypt(&self) -> Option<bool> {
        self.encrypt
    }

    /// Returns whether the call is idempotent: sending it twice has the same effect as sending it
    /// once.
    #[must_use]
    pub const fn is_idempotent(&self) -> bool {
        self.idempotent
    }

    /// Returns the field whose value the server refuses a second time, by its name in Rust.
    #[must_use]
    pub const fn unique(&self) -> Option<&'static str> {
        self.unique
    }

    /// Returns the page of the API reference that documents the endpoint.
    #[must_use]
    pub const fn docs(&self) -> Option<&'static str> {
        self.docs
    }

    /// Returns the description of the payload's type; complete only with the features `registry`
    /// and `schema`.
    #[must_use]
    pub const fn response(&self) -> TypeInfo {
        self.response
    }

    /// Returns whether the call requests an access token. Calls with [`CallAuth::Basic`] do: the
    /// client's id and secret have no other use.
    pub(crate) fn requests_token(&self) -> bool {
        self.token_request || self.auth == CallAuth::Basic
    }

    /// Returns whether bodies of this endpoint are encrypted.
    #[must_use]
    pub const fn is_encrypted(&self) -> bool {
        match self.encrypt {
            Some(encrypt) => encrypt,
            None => self.product.is_encrypted(),
        }
    }
}
