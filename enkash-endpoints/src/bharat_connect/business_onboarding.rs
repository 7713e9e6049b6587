//! Onboarding: checks of businesses, their registration and their B2B ids.

use enkash_core::{Json, JsonMap, endpoint, model};

use super::BHARAT_CONNECT as PRODUCT;
use super::ids::OrganisationObjectId;
use super::shared::{B2bIds, Device, ObjectVersion};

/// Checks whether the network knows a business, given its PAN.
///
/// The payload is a message about the result. The network's response presumably arrives as a
/// [`CheckEntityWebhook`](super::webhooks::CheckEntityWebhook).
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::Outcome;
/// use enkash_endpoints::bharat_connect::{
///     InitiateEntityCheck,
///     models::{CheckInstitute, Device, IdentityDocument, LegalForm, OrganisationObjectId, Tag},
/// };
/// # use enkash_endpoints::bharat_connect::BHARAT_CONNECT;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &BHARAT_CONNECT)?;
/// let request = InitiateEntityCheck::builder()
///     .initiator_entity("EXAMPLE")
///     .object_id(OrganisationObjectId::from_static("ORGabcdefghijklmnopqrstuvwxyz012345"))
///     .device(Device::builder().tag(Tag::builder().build()).build())
///     .check_institute(
///         CheckInstitute::builder()
///             .doc_name(IdentityDocument::Pan)
///             .r#type(LegalForm::GovernmentAgency)
///             .value("ABCDE1234F")
///             .registered_name("Example Traders LLP")
///             .build(),
///     )
///     .build();
/// match request.send(&client).await {
///     Ok(reply) => println!("{:?}", reply.payload),
///     // The network may have it. Wait for the webhook before you send it again.
///     Err(error) if error.outcome() == Outcome::Unknown => println!("unknown: {error}"),
///     // `NotSent` or `Refused`: correct the cause and send it again. `Performed`: do not.
///     Err(error) => return Err(error.into()),
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(
    POST,
    "/api/v0/business-onboarding/reg-check-entity",
    docs = "https://docs.enkash.com/api-10664772"
)]
pub struct InitiateEntityCheck {
    /// The entity that starts the check; the API reference lists no values.
    pub initiator_entity: String,
    /// The id of the business.
    pub object_id: OrganisationObjectId,
    /// The device that the request comes from.
    pub device: Device,
    /// The business to look for.
    pub check_institute: CheckInstitute,
}

/// A business, as one of its documents names it.
#[model]
pub struct CheckInstitute {
    /// The kind of document.
    pub doc_name: IdentityDocument,
    /// The legal form.
    pub r#type: LegalForm,
    /// The document's number.
    ///
    /// The documented pattern asks for 50 characters. A PAN has ten, so the pattern is not checked.
    #[sensitive]
    pub value: String,
    /// The name on the document.
    #[sensitive]
    #[length(1..=256)]
    #[pattern(r#"^([^\\\"])*$"#)]
    pub registered_name: String,
}

/// A kind of document that names a business.
#[model]
pub enum IdentityDocument {
    /// The permanent account number of the income tax department.
    Pan,
}

/// The legal form of a business.
///
/// The page prints the values without separators; where one ends is inferred.
#[model]
pub enum LegalForm {
    /// A sole proprietorship.
    #[rename("SOLE PROP")]
    SoleProp,
    /// A body of individuals.
    Boi,
    /// An association of persons.
    Aop,
    /// A Hindu undivided family.
    Huf,
    /// A company.
    Company,
    /// A limited liability partnership.
    Llp,
    /// A partnership firm.
    #[rename("PARTNERSHIP FIRM")]
    PartnershipFirm,
    /// A trust.
    Trust,
    /// A government agency; the value on the wire is the one in the API reference.
    #[rename("GOVERNEMNT AGENCY")]
    GovernmentAgency,
    /// A local authority.
    #[rename("LOCAL AUTHORITY")]
    LocalAuthority,
    /// An artificial juridical person.
    Ajp,
}

/// Registers a business on the network.
///
/// The network's response presumably arrives as an
/// [`EntityRegistrationResponseWebhook`](super::webhooks::EntityRegistrationResponseWebhook).
///
/// For a complete example see [`InitiateEntityCheck`](InitiateEntityCheck#examples).
///
/// # Gaps in the API reference
///
/// The page is cut off in `institute`, and shows neither the fields of its nested objects nor the
/// response. The `institute` of the webhook also has `primaryContactNumber` and `primaryEmail`.
#[endpoint(
    POST,
    "/api/v0/business-onboarding/reg-entity",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-10664774"
)]
pub struct RegisterEntity {
    /// The entity that starts the registration; the API reference lists no values.
    pub initiator_entity: String,
    /// The device that the request comes from.
    pub device: Device,
    /// The business to register.
    pub institute: Institute,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// A business to register.
#[model]
pub struct Institute {
    /// The id of the business.
    pub object_id: OrganisationObjectId,
    /// The version of this record.
    pub object_version: ObjectVersion,
    /// The name of the business.
    #[sensitive]
    #[length(1..=256)]
    #[pattern(r#"^([^\\\"])*$"#)]
    pub name: String,
    /// Another name of the business.
    #[sensitive]
    pub alias: Option<String>,
    /// The B2B id that is used where none is named.
    #[rename("defaultB2BId")]
    #[sensitive]
    pub default_b2b_id: String,
    /// The merchant category code, of four characters.
    #[length(4..=4)]
    pub mcc_code: String,
    /// The legal entity identifier; the API reference shows it with a PAN.
    pub lei: Lei,
    /// The primary document of the business.
    pub primary_business_identifier: PrimaryBusinessIdentifier,
    /// Further documents; their three fields are not shown.
    #[sensitive]
    pub other_business_identifiers: Option<Vec<JsonMap>>,
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
    pub emails: Option<Vec<String>>,
    /// The company identification number (CIN).
    pub cin: Option<String>,
    /// The directors' identification numbers (DIN).
    #[sensitive]
    pub dins: Option<Vec<String>>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// The document behind a legal entity identifier.
#[model]
pub struct Lei {
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
pub struct PrimaryBusinessIdentifier {
    /// The kind of document.
    pub document_name: Option<String>,
    /// The document's number.
    #[sensitive]
    pub value: Option<String>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// Registers B2B ids for a business.
///
/// For a complete example see [`InitiateEntityCheck`](InitiateEntityCheck#examples).
///
/// # Gaps in the API reference
///
/// The API reference shows neither the response nor which fields of an id are required. The
/// network's response presumably arrives as the "Registration ID Response Webhook", which the API
/// reference does not show.
#[endpoint(
    POST,
    "/api/v0/business-onboarding/reg-id",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-10664775"
)]
pub struct RegisterB2bId {
    /// The entity that starts the registration; the API reference lists no values.
    pub initiator_entity: String,
    /// The id of the business. This call documents no pattern for it.
    pub object_id: String,
    /// The device that the request comes from.
    pub device: Device,
    /// The requesting company.
    #[rename("onboardingB2BIds")]
    pub onboarding_b2b_ids: B2bIds,
    /// The B2B ids to register.
    #[rename("regB2BIds")]
    pub reg_b2b_ids: RegB2bIds,
}

/// B2B ids to register.
#[model]
pub struct RegB2bIds {
    /// The ids.
    pub ids: Vec<RegB2bId>,
}

/// One B2B id to register.
#[model]
pub struct RegB2bId {
    /// The B2B id.
    #[sensitive]
    pub value: Option<String>,
    /// Who may see it; the API reference lists no values.
    pub privacy_type: Option<String>,
    /// Why it is registered.
    #[sensitive]
    pub reason: Option<String>,
    /// What it is for.
    #[sensitive]
    pub description: Option<String>,
    /// The document that names the business behind it.
    pub business_identifier: Option<BusinessIdentifier>,
}

/// A document that names a business.
#[model]
pub struct BusinessIdentifier {
    /// The kind of document.
    pub document_name: Option<String>,
    /// The document's number.
    #[sensitive]
    pub value: Option<String>,
    /// The name on the document.
    #[sensitive]
    pub registered_name: Option<String>,
}
