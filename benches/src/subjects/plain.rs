//! Bodies and responses as plain structs with serde's derives, which all peers share whose macros
//! do not write their own.

use serde::{Deserialize, Serialize};

/// A body of six members.
#[derive(Serialize)]
pub struct Contact {
    pub name: String,
    pub email: String,
    pub pan: String,
    pub days: u32,
    pub active: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remarks: Option<String>,
}

impl Contact {
    /// The values that every subject sends.
    #[must_use]
    pub fn sample() -> Contact {
        Contact {
            name: "Example Traders".to_owned(),
            email: "accounts@example.com".to_owned(),
            pan: "ABCDE1234F".to_owned(),
            days: 30,
            active: true,
            remarks: Some("Deliver to the back door".to_owned()),
        }
    }
}

/// A body of twenty members.
#[derive(Serialize)]
pub struct Company {
    pub name: String,
    pub email: String,
    pub pan: String,
    pub gstin: String,
    pub mobile: String,
    pub street: String,
    pub city: String,
    pub state: String,
    pub pincode: String,
    pub country: String,
    pub currency: String,
    pub reference: String,
    pub category: String,
    pub days: u32,
    pub limit: u64,
    pub active: bool,
    pub notify: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub manager: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remarks: Option<String>,
}

impl Company {
    /// The values that every subject sends.
    #[must_use]
    pub fn sample() -> Company {
        Company {
            name: "Example Traders".to_owned(),
            email: "accounts@example.com".to_owned(),
            pan: "ABCDE1234F".to_owned(),
            gstin: "27ABCDE1234F1Z5".to_owned(),
            mobile: "9876543210".to_owned(),
            street: "12 Example Road".to_owned(),
            city: "Pune".to_owned(),
            state: "Maharashtra".to_owned(),
            pincode: "411001".to_owned(),
            country: "India".to_owned(),
            currency: "INR".to_owned(),
            reference: "REF-0001".to_owned(),
            category: "RETAIL".to_owned(),
            days: 30,
            limit: 500_000,
            active: true,
            notify: false,
            website: Some("https://example.com".to_owned()),
            manager: None,
            remarks: Some("Deliver to the back door".to_owned()),
        }
    }
}

/// A row of a response's payload.
#[derive(Deserialize)]
pub struct Customer {
    pub id: String,
    pub name: String,
    pub total: u64,
    pub active: bool,
}

/// What is around every response.
#[derive(Deserialize)]
pub struct Envelope<T> {
    #[serde(rename = "errorResponse")]
    pub error: Option<ErrorResponse>,
    pub payload: Option<T>,
    pub response_code: Option<i64>,
    pub response_message: Option<String>,
}

/// What a response says of a failure.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ErrorResponse {
    pub error_type: Option<String>,
    pub error_message: Option<String>,
    pub request_id: Option<String>,
    pub timestamp: Option<String>,
    #[serde(default)]
    pub api_sub_errors: Vec<serde_json::Value>,
}
