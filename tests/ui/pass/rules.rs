//! Every rule, on every shape of field.
use enkash_core::{Money, Patch, Product, Violations, endpoint, model};
use jiff::civil::{Date, DateTime, Time};

const PRODUCT: Product = Product::new("example");

#[model]
pub struct Rules {
    #[pattern(r"^\d{6}$")]
    #[length(6..=6)]
    pub pin: String,
    #[length(..=3)]
    pub short: Option<String>,
    #[length(2..)]
    pub long: Vec<String>,
    #[length(1..4)]
    pub listed: Option<Vec<String>>,
    #[pattern("[a-z]+")]
    pub nullable: Patch<String>,
    #[range(1..)]
    pub page: u32,
    #[range(-1.5..=2.5)]
    pub degree: f64,
    #[range(..100)]
    pub percent: Option<i64>,
    #[range(0.01..=200000)]
    #[decimals(2)]
    pub amount: Money,
    #[items(1..=2)]
    #[range(1..)]
    pub numbers: Vec<u8>,
    #[format("dd/MM/yyyy")]
    pub day: Date,
    #[format("hh:mm:ss a")]
    pub time: Option<Time>,
    #[format("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")]
    pub moment: Vec<DateTime>,
    #[format("yyyyMMdd")]
    pub end: Patch<Date>,
    #[sensitive]
    #[rename("PIN")]
    pub secret: String,
}

#[endpoint(GET, "/api/v0/statement")]
pub struct Statement {
    #[format("yyyy-MM-dd")]
    pub from: Date,
    #[format("yyyy-MM-dd")]
    pub to: Option<Date>,
    #[length(1..=2)]
    #[items(..=3)]
    pub kinds: Vec<String>,
    #[range(1..=100)]
    pub size: Option<u32>,
}

pub fn check(_: &Rules, _: &mut Violations) {}

fn main() {
    let request = Statement::builder().from("2026-01-31".parse::<Date>().unwrap()).kinds(["A"]).build();
    assert!(request.to.is_none());
}
