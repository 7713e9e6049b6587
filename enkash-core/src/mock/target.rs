//! The targets of a mock's responses.

use std::fmt;

use http::Method;

use crate::declare::endpoint::EndpointInfo;
use crate::product::{Product, ResponseFormat};

/// The requests that a rule applies to.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum To {
    TokenRequest,
    /// All calls without a rule of their own.
    Any,
    Endpoint {
        name: &'static str,
        method: Method,
        template: &'static str,
        product: &'static Product,
        bare: bool,
    },
    Raw {
        method: Method,
        path: String,
    },
}

impl To {
    pub(super) fn endpoint(info: &EndpointInfo) -> Self {
        To::Endpoint {
            name: info.name(),
            method: info.method.clone(),
            template: info.template,
            product: info.product,
            bare: info.product.format(info.response_format) == ResponseFormat::Bare,
        }
    }

    pub(super) fn is_bare(&self) -> bool {
        matches!(self, To::TokenRequest | To::Endpoint { bare: true, .. })
    }
}

impl fmt::Display for To {
    /// For errors and `verify`: without the path of a raw call, which can contain ids.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            To::TokenRequest => f.write_str("a token request"),
            To::Any => f.write_str("any call"),
            To::Endpoint { name, method, template, .. } => {
                write!(f, "`{name}` ({method} {template})")
            }
            To::Raw { method, .. } => write!(f, "a raw {method} call"),
        }
    }
}
