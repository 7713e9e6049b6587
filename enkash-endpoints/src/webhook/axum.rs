//! Webhooks as extractors of axum (feature `axum`).

use std::fmt;

use axum_core::extract::rejection::BytesRejection;
use axum_core::extract::{FromRequest, Request};
use axum_core::response::{IntoResponse, Response};
use enkash_core::{Bytes, FromJsonError, StatusCode};

use super::event::{Unverified, Webhook};

impl<T: Webhook, S: Send + Sync> FromRequest<S> for Unverified<T> {
    type Rejection = WebhookRejection;

    /// Reads the body, as far as axum's limit for bodies lets it.
    async fn from_request(request: Request, state: &S) -> Result<Self, WebhookRejection> {
        let body = Bytes::from_request(request, state).await.map_err(WebhookRejection::Body)?;
        Unverified::from_slice(&body).map_err(WebhookRejection::Json)
    }
}

/// Why a request is no webhook event. As a response it is a 400, or axum's own response if the body
/// cannot be read.
#[derive(Debug)]
#[non_exhaustive]
pub enum WebhookRejection {
    /// The body could not be read.
    Body(BytesRejection),
    /// The body is not the JSON of the webhook event.
    Json(FromJsonError),
}

impl fmt::Display for WebhookRejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WebhookRejection::Body(rejection) => rejection.fmt(f),
            WebhookRejection::Json(error) => write!(f, "the body of the webhook event is {error}"),
        }
    }
}

impl std::error::Error for WebhookRejection {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            WebhookRejection::Body(rejection) => Some(rejection),
            WebhookRejection::Json(error) => Some(error),
        }
    }
}

impl IntoResponse for WebhookRejection {
    fn into_response(self) -> Response {
        match self {
            WebhookRejection::Body(rejection) => rejection.into_response(),
            WebhookRejection::Json(_) => (StatusCode::BAD_REQUEST, self.to_string()).into_response(),
        }
    }
}
