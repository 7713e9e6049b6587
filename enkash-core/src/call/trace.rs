//! Tracing: a span per call and an event per attempt, with the names of OpenTelemetry's HTTP
//! conventions and without values of the request.

use std::borrow::Cow;

use tracing::field::{Empty, display};
use tracing::{Level, Span, enabled, event};

use crate::base::outcome::Outcome;
use crate::base::quoted::request_id;
use crate::call::plan::Plan;
use crate::declare::endpoint::EndpointInfo;
use crate::error::{Error, TransportErrorKind};
use crate::intercept::AfterAttempt;
use crate::message::BaseUrl;
use crate::message::RawResponse;

/// Creates the span of a call.
pub(crate) fn call_span(info: &EndpointInfo, base: &BaseUrl) -> Span {
    tracing::info_span!(
        target: "enkash",
        "enkash.call",
        otel.kind = "client",
        http.request.method = info.method.as_str(),
        // A raw call has no template, and its path may contain values.
        url.template = (!info.template.is_empty()).then_some(info.template),
        server.address = base.host(),
        server.port = base.url().port_or_known_default(),
        enkash.endpoint = info.name(),
        enkash.product = info.product.name(),
        enkash.request_id = Empty,
        enkash.outcome = Empty,
        http.response.status_code = Empty,
        http.request.resend_count = Empty,
        "error.type" = Empty,
    )
}

/// Records the response of the last attempt.
pub(crate) fn response_received(span: &Span, response: &RawResponse) {
    if span.is_disabled() {
        return;
    }
    span.record("http.response.status_code", response.status.as_u16());
    resent(span, response.attempts);
    if let Some(id) = request_id(&response.headers) {
        span.record("enkash.request_id", id);
    }
}

/// Records that the response is a success.
pub(crate) fn performed(span: &Span) {
    if span.is_disabled() {
        return;
    }
    span.record("enkash.outcome", Outcome::Performed.as_str());
}

/// Emits the event of an attempt, for metrics.
pub(crate) fn attempted(plan: &Plan, attempt: &AfterAttempt<'_>) {
    if !enabled!(target: "enkash", Level::DEBUG) {
        return;
    }
    let endpoint = attempt.endpoint();
    let status = attempt.status().map(|status| status.as_u16());
    let error = match (attempt.error(), status) {
        (Some(error), _) => Some(Cow::Borrowed(transport_kind(error.kind()))),
        (None, Some(status @ 300..)) => Some(status.to_string().into()),
        (None, _) => None,
    };
    event!(
        name: "enkash.attempt",
        target: "enkash",
        Level::DEBUG,
        {
            enkash.product = attempt.product().name(),
            enkash.endpoint = endpoint.map_or("raw", EndpointInfo::name),
            enkash.attempt = attempt.number(),
            // Only decoding decides what a success status means; the span records that.
            enkash.outcome = attempt.outcome().map_or("responded", Outcome::as_str),
            http.client.request.duration = attempt.elapsed().as_secs_f64(),
            http.request.method = attempt.method().as_str(),
            http.response.status_code = status,
            url.template = endpoint.map(|info| info.template),
            server.address = plan.base.host(),
            error.type = error.as_deref(),
        },
        "attempt"
    );
}

/// Records why a call ended without a decisive response.
pub(crate) fn ended(span: &Span, error: &Error) {
    failed(span, error);
    resent(span, error.attempts());
}

/// Records why a call failed. Facts of its response were recorded by [`response_received`];
/// recording them again would repeat them in subscribers that write lines.
pub(crate) fn failed(span: &Span, error: &Error) {
    if span.is_disabled() {
        return;
    }
    span.record("enkash.outcome", error.outcome().as_str());
    match error {
        Error::Api(error) => {
            span.record("error.type", display(error.status().as_u16()));
            if let (Some(id), None) = (error.request_id(), request_id(error.headers())) {
                span.record("enkash.request_id", id);
            }
        }
        Error::Transport(error) => {
            span.record("error.type", transport_kind(error.kind()));
        }
        error => {
            span.record("error.type", error.kind().as_str());
        }
    }
}

fn resent(span: &Span, attempts: u32) {
    if attempts > 1 {
        span.record("http.request.resend_count", attempts - 1);
    }
}

fn transport_kind(kind: TransportErrorKind) -> &'static str {
    match kind {
        TransportErrorKind::Connect => "connect",
        TransportErrorKind::Dns => "dns",
        TransportErrorKind::Tls => "tls",
        TransportErrorKind::Proxy => "proxy",
        TransportErrorKind::Timeout => "timeout",
        TransportErrorKind::Request => "request",
        TransportErrorKind::Body => "body",
        TransportErrorKind::TooLarge => "too_large",
        TransportErrorKind::Redirected => "redirected",
        TransportErrorKind::NoMockResponse => "no_mock_response",
    }
}
