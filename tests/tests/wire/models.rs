//! Models: reading, writing, checking.

use std::time::Duration;

use enkash_core::{JsonMap, Lenient, Money, Patch, model, pattern};
use jiff::civil::{Date, DateTime};

#[pattern("^KC[A-Z0-9]{14}$")]
pub struct CustomerId;

#[pattern(r"^\d{10}$", sensitive)]
pub struct Mobile;

const ID: CustomerId = CustomerId::from_static("KC0123456789ABCD");

#[model]
pub enum Status {
    Active,
    #[rename("in-progress")]
    InProgress,
}

#[model]
pub struct Contact {
    #[length(1..=10)]
    pub name: String,
    pub mobile: Option<Mobile>,
}

#[model]
pub struct Customer {
    pub customer_id: CustomerId,
    #[rename("legalNAME")]
    pub legal_name: Option<String>,
    #[items(1..=2)]
    pub contacts: Vec<Contact>,
    pub status: Option<Status>,
    #[range(0.1..)]
    #[decimals(2)]
    pub amount: Option<Money>,
    pub limit: Option<Lenient<Money>>,
    pub address: Patch<String>,
    #[format("yyyy-MM-dd HH:mm:ss")]
    pub created_on: Option<DateTime>,
    pub due: Option<Date>,
    #[sensitive]
    pub pan: Option<String>,
    #[extra]
    pub rest: JsonMap,
}

#[test]
fn a_model_is_written_as_declared() {
    let customer = Customer::builder()
        .customer_id(ID)
        .contacts([Contact::builder().name("A").build()])
        .status(Status::InProgress)
        .amount(Money::from_paise(1050))
        .maybe_address(Patch::Null)
        .created_on("2026-01-31T10:15:00".parse::<DateTime>().unwrap())
        .pan("ABCDE1234F")
        .rest(JsonMap::new())
        .build();
    let json = serde_json::to_string(&customer).unwrap();
    assert_eq!(
        json,
        r#"{"customerId":"KC0123456789ABCD","contacts":[{"name":"A"}],"status":"in-progress","amount":10.5,"address":null,"createdOn":"2026-01-31 10:15:00","pan":"ABCDE1234F"}"#
    );
    let back: Customer = serde_json::from_str(&json).unwrap();
    assert_eq!(serde_json::to_string(&back).unwrap(), json);

    assert!(!format!("{customer:?}").contains("ABCDE"));
}

/// Fields of a type that enkash does not know.
#[model]
pub struct Waits {
    #[serde(with = "seconds")]
    pub first: Duration,
    #[serde(with = "maybe_seconds")]
    pub second: Option<Duration>,
}

mod seconds {
    use std::time::Duration;

    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(
        wait: &Duration,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(wait.as_secs())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Duration, D::Error> {
        u64::deserialize(deserializer).map(Duration::from_secs)
    }
}

mod maybe_seconds {
    use std::time::Duration;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(super) fn serialize<S: Serializer>(
        wait: &Option<Duration>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        wait.map(|wait| wait.as_secs()).serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Duration>, D::Error> {
        Ok(Option::<u64>::deserialize(deserializer)?.map(Duration::from_secs))
    }
}

#[test]
fn what_a_function_writes_is_left_out_where_it_is_none_and_read_again() {
    for json in [r#"{"first":1}"#, r#"{"first":1,"second":2}"#] {
        let waits: Waits = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&waits).unwrap(), json);
    }
    let waits: Waits = serde_json::from_str(r#"{"first":1,"second":null}"#).unwrap();
    assert_eq!((waits.first, waits.second), (Duration::from_secs(1), None));
    assert!(
        serde_json::from_str::<Waits>("{}")
            .unwrap_err()
            .to_string()
            .contains("missing field `first`")
    );
}

#[test]
fn what_comes_instead_of_something_sensitive_is_not_printed() {
    let other: Lenient<Mobile> =
        serde_json::from_str::<Phone>(r#"{"phone":"98765 43210"}"#).unwrap().phone;
    assert_eq!(other, Lenient::Other("98765 43210".to_owned()));
    assert_eq!(format!("{other:?}"), "Other(***)");

    // Of others the length is: an object can hold what is sensitive elsewhere.
    let limit =
        serde_json::from_str::<Limit>(r#"{"limit":{"mobile":"9876543210"}}"#).unwrap().limit;
    assert_eq!(limit, Lenient::Other(r#"{"mobile":"9876543210"}"#.to_owned()));
    assert_eq!(format!("{limit:?}"), "Other(23 bytes)");
}

#[model]
pub struct Limit {
    pub limit: Lenient<Money>,
}

#[model]
pub struct Phone {
    pub phone: Lenient<Mobile>,
}

#[test]
fn a_response_is_read_tolerantly() {
    let customer: Customer = serde_json::from_str(
        r#"{"customerId":"KC0123456789ABCD","legalNAME":5,"contacts":null,"status":"NEW","limit":"n/a","x":{"y":1},"amount":"7.50","address":"12"}"#,
    )
    .unwrap();
    assert_eq!(customer.legal_name.as_deref(), Some("5"));
    assert_eq!(customer.status, Some(Status::Unknown("NEW".into())));
    assert_eq!(
        format!("{:?}, {:?}", customer.status, Status::Active),
        "Some(Unknown(3 bytes)), ACTIVE"
    );
    assert_eq!(customer.rest["x"]["y"], 1);
    assert_eq!(customer.limit, Some(Lenient::Other("n/a".into())));
}

#[model]
pub struct Rows<T> {
    pub rows: Vec<T>,
}

/// A trait with a type, as a program may use it to tie models together.
pub trait Kind {
    type Id: Clone;
}

#[derive(Debug, Clone)]
pub struct ByNumber;

impl Kind for ByNumber {
    type Id = u8;
}

#[model]
pub struct Nested<T, K: Kind> {
    pub page: Rows<T>,
    pub id: K::Id,
    pub contact: Option<Contact>,
}

#[model]
pub struct Everything {
    pub contact: Contact,
    pub status: Option<Vec<Status>>,
    #[serde(with = "seconds")]
    pub wait: Duration,
    #[format("dd/MM/yyyy")]
    pub day: Option<Date>,
    #[extra]
    pub more: JsonMap,
}

#[test]
fn a_clone_equals_its_model() {
    let json = r#"{"page":{"rows":[1,2]},"id":7,"contact":{"name":"A"}}"#;
    let nested: Nested<u8, ByNumber> = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_string(&nested.clone()).unwrap(), json);
    let json = r#"{"contact":{"name":"A"},"status":["ACTIVE"],"wait":5,"day":"01/02/2026","x":1}"#;
    let everything: Everything = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_string(&everything.clone()).unwrap(), json);
}

#[model]
pub struct Due {
    #[format("dd/MM/yyyy")]
    pub day: Date,
    pub name: String,
    #[serde(with = "seconds")]
    pub wait: Duration,
}

#[test]
fn the_first_missing_field_is_named_however_it_is_read() {
    let missing = |json: &str| serde_json::from_str::<Due>(json).unwrap_err().to_string();
    assert!(missing("{}").starts_with("missing field `day`"));
    assert!(missing(r#"{"day":"01/02/2026"}"#).starts_with("missing field `name`"));
    assert!(missing(r#"{"day":"01/02/2026","name":"A"}"#).starts_with("missing field `wait`"));
}
