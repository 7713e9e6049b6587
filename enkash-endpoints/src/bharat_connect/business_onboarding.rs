//! Onboarding: checks of businesses, their registration and their B2B ids.

use enkash_core::{Json, JsonMap, endpoint, model};

use super::BHARAT_CONNECT as PRODUCT;
use super::ids::OrganisationObjectId;
use super::shared::{B2bIds, Device, ObjectVersion};

/// Asks the network whether a business, named by its PAN, is already registered.
///
/// The payload is a result message. The network's response seems to come as a
/// [`CheckEntityWebhook`](super::webhooks::CheckEntityWebhook).
///
/// # Examples
///
/// ```
/// use enkash_endpoints::bharat_connect::{
///     InitiateEntityCheck,
///     models::{CheckInstitute, Device, IdentityDocument, LegalForm, OrganisationObjectId, Tag},
/// };
///
/// # let client = enkash_core::mock::Mock::new().client()?;
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
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/business-onboarding/reg-check-entity");
/// # Ok::<(), enkash_core::Error>(())
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
/// The page prints the values without separators; where one ends and the next begins is a reading of it.
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
/// The public page ends within `institute`, and the parts nested in it have fields that are not shown. The response is
/// not shown either. The network's response seems to come as an
/// [`EntityRegistrationResponseWebhook`](super::webhooks::EntityRegistrationResponseWebhook), whose `institute` goes on
/// with `primaryContactNumber` and `primaryEmail`.
///
/// # Examples
///
/// ```
/// # use enkash_endpoints::JsonMap;
/// use enkash_endpoints::bharat_connect::{
///     RegisterEntity,
///     models::{
///         Device, Institute, Lei, ObjectVersion, OrganisationObjectId, PrimaryBusinessIdentifier,
///         Tag,
///     },
/// };
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = RegisterEntity::builder()
///     .initiator_entity("EXAMPLE")
///     .device(Device::builder().tag(Tag::builder().build()).build())
///     .institute(
///         Institute::builder()
///             .object_id(OrganisationObjectId::from_static("ORGabcdefghijklmnopqrstuvwxyz012345"))
/// #             .object_version(ObjectVersion::builder().build())
///             .name("Example")
///             .default_b2b_id("buyer@example")
///             .mcc_code("5411")
/// #             .lei(Lei::builder().build())
/// #             .primary_business_identifier(PrimaryBusinessIdentifier::builder().build())
/// #             .addresses([JsonMap::new()])
/// #             .bank_accounts([JsonMap::new()])
/// #             .contact_numbers([JsonMap::new()])
///             // … and the further fields that the API reference requires.
///             .build(),
///     )
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/business-onboarding/reg-entity");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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
    /// Fields that the API reference leaves out.
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
    /// The document that names the business first of all.
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
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// The document behind a legal entity identifier.
#[model]
pub struct Lei {
    /// The kind of document; the API reference shows `PAN` alone.
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

/// The document that names a business first of all.
#[model]
pub struct PrimaryBusinessIdentifier {
    /// The kind of document.
    pub document_name: Option<String>,
    /// The document's number.
    #[sensitive]
    pub value: Option<String>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// Registers B2B ids for a business.
///
/// The response is not shown, and neither is which fields of an id are required. The network's response seems to come
/// as a "Registration ID Response Webhook", which the API reference does not show.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::bharat_connect::{
///     RegisterB2bId,
///     models::{B2bIds, Device, RegB2bId, RegB2bIds, Tag},
/// };
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = RegisterB2bId::builder()
///     .initiator_entity("EXAMPLE")
///     .object_id("PO1")
///     .device(Device::builder().tag(Tag::builder().build()).build())
///     .onboarding_b2b_ids(B2bIds::builder().requestor_b2b_id("buyer@example").build())
///     .reg_b2b_ids(RegB2bIds::builder().ids([RegB2bId::builder().build()]).build())
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/business-onboarding/reg-id");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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
    /// The company that asks.
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
