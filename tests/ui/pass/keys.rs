//! Every key of `#[endpoint]`.
use enkash_core::{BodyEncoding, CallAuth, Endpoint, Product, ResponseFormat, Sealing, Text, Violations, endpoint};

#[endpoint(
    POST,
    "/api/v0/transfer",
    response = Text,
    product = Payouts,
    body = form,
    bare,
    auth = basic,
    token_request,
    seal = never,
    idempotent = true,
    unique = transaction_id,
    validate = Transfer::check_names,
    docs = "https://docs.enkash.com/api-1",
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

#[endpoint(GET, "/api/v0/transfer", auth = none, seal = always, idempotent = false)]
pub struct ListTransfers;

#[endpoint(GET, "/api/v0/transfer/page", body = json, auth = product)]
pub struct Page {}

fn main() {
    let info = Transfer::INFO;
    assert_eq!(info.name(), "Transfer");
    assert_eq!((info.method().as_str(), info.template()), ("POST", "/api/v0/transfer"));
    assert_eq!(info.product(), Product::Payouts);
    assert_eq!(info.body(), BodyEncoding::Form);
    assert!(info.response_format() == ResponseFormat::Bare && info.is_idempotent() && !info.is_sealed());
    assert_eq!(info.auth(), CallAuth::Basic);
    assert!(info.is_token_request() && !ListTransfers::INFO.is_token_request());
    assert_eq!(info.sealing(), Some(Sealing::Never));
    assert_eq!(info.unique(), Some("transaction_id"));
    assert_eq!(info.docs(), Some("https://docs.enkash.com/api-1"));
    assert_eq!(info.fields()[0].wire_name(), "transaction_id");
    assert!(!ListTransfers::INFO.is_idempotent() && ListTransfers::INFO.is_sealed());
    assert!(Page::INFO.is_idempotent());
    let _ = (ListTransfers, Page {});
}
