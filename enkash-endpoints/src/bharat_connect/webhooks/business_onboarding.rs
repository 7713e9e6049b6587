//! Webhooks about onboarding.

use enkash_core::{JsonMap, model};

use super::shared::{ReceivedAdditionalInfo, ReceivedB2bIds, ReceivedObjectVersion, Resp};
use crate::bharat_connect::BHARAT_CONNECT as PRODUCT;
use crate::bharat_connect::business_onboarding::IdentityDocument;
use crate::webhook::webhook;

/// The response to an [`InitiateEntityCheck`](crate::bharat_connect::InitiateEntityCheck).
///
/// The API reference does not document the fields of an institute that was found.
#[model]
pub struct CheckEntityWebhook {
    /// The id of the business that was asked for.
    pub object_id: Option<String>,
    /// The result.
    pub resp: Option<Resp>,
    /// What the network knows of the business.
    pub institute_status: Option<InstituteInfo>,
    /// The business that was asked for.
    pub check_institute: Option<ReceivedCheckInstitute>,
}

webhook!(CheckEntityWebhook, "CheckEntityWebhook", docs = "https://docs.enkash.com/api-10664788");

/// What the network knows of a business.
#[model]
pub struct InstituteInfo {
    /// The institutes; their four fields are not shown.
    #[sensitive]
    pub institutes: Vec<JsonMap>,
}

/// A business, as one of its documents names it.
#[model]
pub struct ReceivedCheckInstitute {
    /// The kind of document.
    pub doc_name: Option<IdentityDocument>,
    /// The legal form; this page lists no values.
    pub r#type: Option<String>,
    /// The document's number.
    ///
    /// The documented pattern asks for 50 characters. A PAN has ten, so the pattern is not checked.
    #[sensitive]
    pub value: Option<String>,
    /// The name on the document.
    #[sensitive]
    pub registered_name: Option<String>,
}

/// The response to a [`RegisterEntity`](crate::bharat_connect::RegisterEntity).
///
/// The API reference does not document the fields of most objects in the institute. That
/// `additionalInfos` is beside it, not inside, is inferred.
#[model]
pub struct EntityRegistrationResponseWebhook {
    /// The result.
    pub resp: Option<Resp>,
    /// The business that was to be registered.
    pub institute: Option<ReceivedInstitute>,
    /// Additional information.
    pub additional_infos: Vec<ReceivedAdditionalInfo>,
}

webhook!(
    EntityRegistrationResponseWebhook,
    "EntityRegistrationResponseWebhook",
    docs = "https://docs.enkash.com/api-18788141"
);

/// A business that was to be registered.
#[model]
pub struct ReceivedInstitute {
    /// The id of the business.
    pub object_id: Option<String>,
    /// The version of this record.
    pub object_version: Option<ReceivedObjectVersion>,
    /// The name of the business.
    #[sensitive]
    pub name: Option<String>,
    /// Another name of the business.
    #[sensitive]
    pub alias: Option<String>,
    /// The B2B id that is used where none is named.
    #[rename("defaultB2BId")]
    #[sensitive]
    pub default_b2b_id: Option<String>,
    /// The merchant category code.
    pub mcc_code: Option<String>,
    /// The legal entity identifier; the API reference shows it with a PAN.
    pub lei: Option<ReceivedLei>,
    /// The primary document of the business.
    pub primary_business_identifier: Option<ReceivedPrimaryBusinessIdentifier>,
    /// Further documents; their three fields are not shown.
    #[sensitive]
    pub other_business_identifiers: Vec<JsonMap>,
    /// The addresses; their seven fields are not shown.
    #[sensitive]
    pub addresses: Vec<JsonMap>,
    /// The bank accounts; their five fields are not shown.
    #[sensitive]
    pub bank_accounts: Vec<JsonMap>,
    /// The telephone numbers; their three fields are not shown.
    #[sensitive]
    pub contact_numbers: Vec<JsonMap>,
    /// The e-mail addresses.
    #[sensitive]
    pub emails: Vec<String>,
    /// The company identification number (CIN).
    pub cin: Option<String>,
    /// The directors' identification numbers (DIN).
    #[sensitive]
    pub dins: Vec<String>,
    /// The primary telephone number; its three fields are not shown.
    #[sensitive]
    pub primary_contact_number: Option<JsonMap>,
    /// The primary e-mail address.
    #[sensitive]
    pub primary_email: Option<String>,
}

/// The document behind a legal entity identifier.
#[model]
pub struct ReceivedLei {
    /// The kind of document; the API reference shows only `PAN`.
    pub document_name: Option<String>,
    /// The kind of business; the API reference lists no values.
    pub r#type: Option<String>,
    /// The document's number.
    #[sensitive]
    pub value: Option<String>,
    /// The name on the document.
    #[sensitive]
    pub registered_name: Option<String>,
}

/// The primary document of a business.
#[model]
pub struct ReceivedPrimaryBusinessIdentifier {
    /// The kind of document.
    pub document_name: Option<String>,
    /// The document's number.
    #[sensitive]
    pub value: Option<String>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// The response to a search for companies, a call that the API reference does not show.
#[model]
pub struct SearchEntityResponseWebhook {
    /// The id of the requesting company.
    pub object_id: Option<String>,
    /// The result.
    pub resp: Option<Resp>,
    /// What was found.
    pub resp_params: Option<RespParams>,
    /// The requesting company.
    #[rename("onboardingB2BIds")]
    pub onboarding_b2b_ids: Option<ReceivedB2bIds>,
    /// What was searched for.
    pub search: Option<Search>,
}

webhook!(
    SearchEntityResponseWebhook,
    "SearchEntityResponseWebhook",
    docs = "https://docs.enkash.com/api-18788142"
);

/// What a search found.
#[model]
pub struct RespParams {
    /// The companies.
    pub entity_info: Vec<EntityInfo>,
}

/// A company that a search found.
#[model]
pub struct EntityInfo {
    /// The name of the company.
    #[sensitive]
    pub name: Option<String>,
    /// Another name of the company.
    #[sensitive]
    pub alias: Option<String>,
    /// Its state.
    #[sensitive]
    pub state: Option<String>,
    /// Its postal code.
    #[sensitive]
    pub pincode: Option<String>,
    /// Its B2B ids.
    pub b2b_ids: Vec<FoundB2bId>,
}

/// A B2B id of a company that a search found.
#[model]
pub struct FoundB2bId {
    /// The B2B id.
    #[sensitive]
    pub value: Option<String>,
    /// What it is for.
    #[sensitive]
    pub description: Option<String>,
}

/// What was searched for.
#[model]
pub struct Search {
    /// The conditions.
    pub criteria: Vec<Criteria>,
}

/// One condition of a search.
#[model]
pub struct Criteria {
    /// What is compared; the API reference lists no values.
    pub search_parameter: Option<String>,
    /// How it is compared; the API reference shows only `EXACT`.
    pub operator: Option<String>,
    /// What it is compared with.
    #[sensitive]
    pub value: Option<String>,
}
