//! Building the `PUT` that activates a customer: checked and encoded by enkash, formatted by hand for its peers.

use std::hint::black_box;
use std::process::ExitCode;
use std::sync::LazyLock;

use enkash_benches::{Counting, Work, main as measure};
use enkash_core::{Client, Product};
use enkash_endpoints::accounts_receivable::ActivateCustomer;
use enkash_endpoints::ids::CustomerId;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

const BASE: &str = "http://127.0.0.1:8080/gw";

static CLIENT: LazyLock<Client> = LazyLock::new(|| {
    let client = Client::builder().base_url(Product::AccountsReceivable, BASE).bearer("not-a-real-token").build();
    client.expect("the settings are complete")
});

static REQWEST: LazyLock<reqwest::Client> =
    LazyLock::new(|| reqwest::Client::builder().no_proxy().build().expect("nothing is asked of the client"));

static REQUEST: LazyLock<ActivateCustomer> = LazyLock::new(|| ActivateCustomer {
    customer_id: CustomerId::from_static("KC0123456789ABCD"),
    parent_company_id: None,
});

fn bare_reqwest() {
    let id = black_box("KC0123456789ABCD");
    let request = REQWEST.put(format!("{BASE}/api/v0/customer/activate/{id}")).build().expect("a proper URL");
    black_box(request);
}

fn enkash_to_url() {
    let outgoing = CLIENT.prepare(black_box(&*REQUEST)).expect("a proper request");
    let request = reqwest::Request::new(outgoing.method.clone(), outgoing.url());
    black_box(request);
}

fn http_by_hand() {
    let id = black_box("KC0123456789ABCD");
    let request = http::Request::put(format!("{BASE}/api/v0/customer/activate/{id}")).body(()).expect("a proper URL");
    black_box(request);
}

fn enkash_outgoing() {
    black_box(CLIENT.prepare(black_box(&*REQUEST)).expect("a proper request"));
}

fn main() -> ExitCode {
    let to_reqwest: &[Work] = &[("bare reqwest", bare_reqwest), ("enkash, to reqwest::Request", enkash_to_url)];
    let alone: &[Work] = &[("http::Request by hand", http_by_hand), ("enkash, to Outgoing", enkash_outgoing)];
    measure(&[
        ("PUT with one path value, to reqwest's request (enkash also checks and encodes)", to_reqwest),
        ("the same, not for reqwest", alone),
    ])
}
