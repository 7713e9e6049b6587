//! Every key of `#[endpoint]`.
use enkash_core::{BodyEncoding, CallAuth, Endpoint, Product, ResponseFormat, Text, Violations, endpoint};

const PRODUCT: Product = Product::new("example");

mod payouts {
    pub const PAYOUTS: super::Product = super::Product::new("payouts");
}

#[endpoint(
    POST,
    "/api/v0/transfer",
    response = Text,
    product = payouts::PAYOUTS,
    body = form,
    bare,
    auth = basic,
    token_request,
    encrypt = false,
    idempotent = true,
    unique = transaction_id,
    validate = Transfer::check_names,
    docs = "https://docs.example.com/transfer",
    rename_all = "snake_case",
    crate = ::enkash_core
)]
pub struct Transfer {
    pub transaction_id: String,
    pub account_name: String,
}

impl Transfer {
    fn check_names(&self, found: &mut Violations) {
        if self.account_name == self.transaction_id {
            found.add("account_name", "differ from `transaction_id`");
        }
    }
}

#[endpoint(GET, "/api/v0/transfer", auth = none, encrypt = true, idempotent = false)]
pub struct ListTransfers;

#[endpoint(GET, "/api/v0/transfer/page", body = json, auth = product)]
pub struct Page {}

fn main() {
    let info = Transfer::INFO;
    assert_eq!(info.name(), "Transfer");
    assert_eq!((info.method().as_str(), info.template()), ("POST", "/api/v0/transfer"));
    assert_eq!((info.product(), ListTransfers::INFO.product()), (&payouts::PAYOUTS, &PRODUCT));
    assert_eq!(info.body(), BodyEncoding::Form);
    assert!(info.response_format() == ResponseFormat::Bare && info.is_idempotent() && !info.is_encrypted());
    assert_eq!(info.auth(), CallAuth::Basic);
    assert!(info.is_token_request() && !ListTransfers::INFO.is_token_request());
    assert_eq!((info.encrypt(), Page::INFO.encrypt()), (Some(false), None));
    assert_eq!(info.unique(), Some("transaction_id"));
    assert_eq!(info.docs(), Some("https://docs.example.com/transfer"));
    assert_eq!(info.fields()[0].wire_name(), "transaction_id");
    assert!(!ListTransfers::INFO.is_idempotent() && ListTransfers::INFO.is_encrypted());
    assert!(Page::INFO.is_idempotent());
    let _ = (ListTransfers, Page {});
}
