//! Webhooks as extractors of axum (feature `axum`).

use axum_core::extract::rejection::BytesRejection;
use axum_core::extract::{FromRequest, Request};
use axum_core::response::{IntoResponse, Response};
use enkash_core::{Bytes, StatusCode};

use super::error::WebhookError;
use super::event::{Unverified, Webhook};

impl<T: Webhook, S: Send + Sync> FromRequest<S> for Unverified<T> {
    type Rejection = WebhookRejection;

    /// Reads the body, as far as axum's limit for bodies lets it.
    async fn from_request(request: Request, state: &S) -> Result<Self, WebhookRejection> {
        let body = Bytes::from_request(request, state).await.map_err(WebhookRejection::Body)?;
        Unverified::from_slice(&body).map_err(WebhookRejection::Invalid)
    }
}

/// Why a request is no webhook event.
///
/// As a response it is a 400 for a body that is not JSON, a 422 for JSON of another form, a 413 for
/// a body that is too large, and axum's own response for one that cannot be received.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WebhookRejection {
    /// The body could not be received.
    #[error("{0}")]
    Body(#[source] BytesRejection),
    /// The body is not that of a webhook event.
    #[error("{0}")]
    Invalid(#[source] WebhookError),
}

impl IntoResponse for WebhookRejection {
    fn into_response(self) -> Response {
        match self {
            WebhookRejection::Body(rejection) => rejection.into_response(),
            WebhookRejection::Invalid(error) => {
                let status = match &error {
                    WebhookError::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
                    WebhookError::Unreadable(error) if error.is_json() => {
                        StatusCode::UNPROCESSABLE_ENTITY
                    }
                    WebhookError::Unreadable(_) => StatusCode::BAD_REQUEST,
                };
                (status, error.to_string()).into_response()
            }
        }
    }
}
