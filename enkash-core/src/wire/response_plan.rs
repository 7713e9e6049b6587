//! How the response of a call is read.

use crate::base::repair::repair;
use crate::declare::endpoint::EndpointInfo;
use crate::product::envelope::{
    EnvelopeKind, EnvelopeMeta, EnvelopeNames, EnvelopeReport, JsonKind, read_meta,
};
use crate::product::{Product, ResponseFormat, ResultCodes};

/// The part of a call's plan that its response is read by.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ResponsePlan {
    pub(crate) format: ResponseFormat,
    /// `None` if every response is bare.
    pub(crate) envelope: Option<EnvelopeKind>,
    pub(crate) codes: &'static ResultCodes,
}

impl ResponsePlan {
    pub(crate) fn new(info: &EndpointInfo) -> Self {
        let plan = ResponsePlan::of_product(info.product);
        ResponsePlan { format: info.product.format(info.response_format), ..plan }
    }

    /// Returns the plan for a response without an endpoint, such as that of a token request.
    pub(crate) fn of_product(product: &Product) -> Self {
        ResponsePlan {
            format: product.format(ResponseFormat::Enveloped),
            envelope: product.envelope,
            codes: product.codes,
        }
    }

    /// Returns the names that matter in a response without an envelope.
    pub(crate) fn names(&self) -> &'static EnvelopeNames {
        match self.envelope {
            Some(EnvelopeKind::Names(names)) => names,
            Some(EnvelopeKind::Format(_)) | None => &EnvelopeNames::NONE,
        }
    }

    /// Reads what a response reports besides its payload. `declared` are the field names of the
    /// declared type.
    pub(crate) fn read_meta(
        &self,
        body: &[u8],
        declared: &[&str],
    ) -> (EnvelopeMeta, Result<JsonKind, serde_json::Error>) {
        if let Some(EnvelopeKind::Format(format)) = self.envelope {
            let repaired = repair(body);
            let report = format.read(repaired.as_deref().unwrap_or(body));
            // In a bare response, the envelope can report a failure but not a success.
            let counts = |report: &EnvelopeReport<'_>| {
                self.format != ResponseFormat::Bare || report.is_failure()
            };
            if let Some(report) = report.filter(counts) {
                return (report.into_meta(), Ok(JsonKind::Object { is_empty: false }));
            }
        }
        read_meta(body, self.names(), declared)
    }
}
