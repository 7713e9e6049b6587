//! JSON that is not what the API reference shows: no reply and no webhook event is lost by one odd
//! field.

mod absent;
mod numbers;
mod random;
mod sizes;

use enkash_core::{
    AsText, Empty, Json, JsonMap, Lenient, Money, MoneyText, Patch, Text, endpoint,
    from_untrusted_json, model, pattern,
};
use jiff::civil::Date;

use super::{PRODUCT, send};

#[pattern(r"^\d{1,40}$")]
pub struct Rrn;

#[model]
pub enum State {
    Paid,
}

#[model]
pub struct Line {
    pub id: Option<String>,
    pub amount: Option<Money>,
}

#[model]
pub struct Payment {
    pub id: Option<String>,
    pub rrn: Option<Rrn>,
    pub state: Option<State>,
    pub reference: Option<AsText<String>>,
    pub amount: Option<Money>,
    pub fee: Option<Lenient<MoneyText>>,
    pub count: Option<Lenient<u32>>,
    pub on: Option<Lenient<Date>>,
    #[format("yyyyMMdd")]
    pub due: Option<Lenient<Date>>,
    pub line: Option<Line>,
    pub lines: Vec<Line>,
    pub names: Vec<String>,
    pub patch: Patch<Line>,
    pub any: Option<Json>,
    pub map: Option<JsonMap>,
    #[extra]
    pub more: JsonMap,
}

#[endpoint(GET, "/payment", response = Payment)]
pub struct GetPayment;

#[endpoint(GET, "/payments", response = Vec<Payment>)]
pub struct ListPayments;

#[endpoint(GET, "/json", response = Json)]
pub struct GetJson;

#[endpoint(GET, "/text", response = Text)]
pub struct GetText;

#[endpoint(GET, "/amount", response = Money)]
pub struct GetAmount;

#[endpoint(GET, "/empty", response = Empty)]
pub struct GetEmpty;

#[model]
pub struct Outer {
    pub name: Option<String>,
    #[serde(flatten)]
    pub payment: Line,
}

const LONG: &str = "12345678901234567890123";

/// A payment with these fields: in a reply, in a list of a reply, in a webhook event, and read by
/// serde_json itself, which does not repair.
async fn each_way(fields: &str) -> Vec<Payment> {
    let one =
        send(GetPayment, 200, format!(r#"{{"response_code":0,"payload":{{{fields}}}}}"#)).await;
    let list =
        send(ListPayments, 200, format!(r#"{{"response_code":0,"payload":[{{{fields}}}]}}"#)).await;
    let object = format!("{{{fields}}}");
    let webhook =
        from_untrusted_json(object.as_bytes()).unwrap_or_else(|error| panic!("{error}: {object}"));
    let mut read = vec![
        one.unwrap().into_payload().unwrap(),
        list.unwrap().into_payload().unwrap().remove(0),
        webhook,
    ];
    if !fields.contains(r"\ud83d") && !fields.contains(r"\ude00") {
        read.push(serde_json::from_str(&object).unwrap());
    }
    read
}
