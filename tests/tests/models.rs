//! Models: reading, writing, checking.
#![allow(missing_docs)]

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
        .address(Patch::Null)
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

#[test]
fn an_answer_is_read_tolerantly() {
    let customer: Customer = serde_json::from_str(
        r#"{"customerId":"KC0123456789ABCD","legalNAME":5,"contacts":null,"status":"NEW","limit":"n/a","x":{"y":1},"amount":"7.50","address":"12"}"#,
    )
    .unwrap();
    assert_eq!(customer.legal_name.as_deref(), Some("5"));
    assert_eq!(customer.status, Some(Status::Unknown("NEW".into())));
    assert_eq!(customer.rest["x"]["y"], 1);
    assert_eq!(customer.limit, Some(Lenient::Other("n/a".into())));
}
