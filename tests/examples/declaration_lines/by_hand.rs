//! Two endpoints with reqwest and serde alone, as a careful programmer would write them: checked,
//! encoded, decoded.
//!
//! Left out, because they are shared by all endpoints: the client, authentication, the envelope and
//! the error type. Left out altogether: retries, outcomes, limits of time and size, redaction.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::{Client, StatusCode};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

type Failure = Box<dyn std::error::Error>;

const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'~');

#[derive(Deserialize)]
struct Envelope<T> {
    response_code: Option<i64>,
    payload: Option<T>,
}

async fn payload<T: DeserializeOwned>(response: reqwest::Response) -> Result<Option<T>, Failure> {
    if response.status() != StatusCode::OK {
        return Err(response.text().await?.into());
    }
    let envelope: Envelope<T> = serde_json::from_slice(&response.bytes().await?)?;
    match envelope.response_code {
        None | Some(0) => Ok(envelope.payload),
        Some(code) => Err(format!("code {code}").into()),
    }
}

// ActivateCustomer {
pub(crate) async fn activate_customer(
    client: &Client,
    base: &str,
    token: &str,
    customer_id: &str,
    parent_company_id: Option<&str>,
) -> Result<Option<String>, Failure> {
    let capitals =
        |text: &str| text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    if !customer_id.strip_prefix("KC").is_some_and(|rest| rest.len() == 14 && capitals(rest)) {
        return Err("customerId".into());
    }
    if let Some(company) = parent_company_id
        && !company.strip_prefix("CEK").is_some_and(|rest| rest.len() == 7 && capitals(rest))
    {
        return Err("parentCompanyId".into());
    }
    let path = utf8_percent_encode(customer_id, SEGMENT);
    let mut request =
        client.put(format!("{base}/api/v0/customer/activate/{path}")).bearer_auth(token);
    if let Some(company) = parent_company_id {
        request = request.query(&[("parentCompanyId", company)]);
    }
    payload(request.send().await?).await
}
// }

// RefundPayment {
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RefundPayment {
    #[serde(skip)]
    pub(crate) transaction_id: String,
    pub(crate) amount: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) remarks: Option<String>,
    pub(crate) request_id: String,
}

pub(crate) async fn refund_payment<T: DeserializeOwned>(
    client: &Client,
    base: &str,
    access_key: &str,
    token: &str,
    refund: &RefundPayment,
) -> Result<Option<T>, Failure> {
    if ["", ".", ".."].contains(&&*refund.transaction_id) {
        return Err("transactionId".into());
    }
    let path = utf8_percent_encode(&refund.transaction_id, SEGMENT);
    let request = client
        .post(format!("{base}/api/v0/payment/{path}/refund"))
        .bearer_auth(token)
        .header("merchantAccessKey", access_key)
        .json(refund);
    payload(request.send().await?).await
}
// }
