//! Building the `PUT` that activates a customer: one value in the path.

use std::hint::black_box;
use std::process::ExitCode;
use std::sync::LazyLock;

use enkash_benches::harness::{self, Counting, Group, Work};
use enkash_benches::subjects::{
    BASE, CUSTOMER, bare, by_hand, enkash, http, ruma, rustify, stripe,
};
use enkash_core::Client;
use enkash_endpoints::accounts_receivable::ActivateCustomer;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

static CLIENT: LazyLock<Client> = LazyLock::new(enkash::idle);
static REQUEST: LazyLock<ActivateCustomer> = LazyLock::new(enkash::activation);
static HTTP: LazyLock<reqwest::Client> = LazyLock::new(http);
static RUSTIFY: LazyLock<rustify::Activate> =
    LazyLock::new(|| rustify::Activate { customer: CUSTOMER.to_owned() });
static RUMA: LazyLock<ruma::activate::Request> = LazyLock::new(ruma::activate::Request::sample);
static STRIPE: LazyLock<stripe::Activate> =
    LazyLock::new(|| stripe::Activate { customer: CUSTOMER.to_owned() });

fn bare_reqwest() {
    black_box(bare::activation(&HTTP, BASE, black_box(CUSTOMER)).expect("a proper request"));
}

fn bare_reqwest_with_headers() {
    let request = bare::whole_activation(&HTTP, BASE, black_box(CUSTOMER));
    black_box(request.expect("a proper request"));
}

fn enkash_to_reqwest() {
    black_box(enkash::to_reqwest(&CLIENT, black_box(&*REQUEST)).expect("a proper request"));
}

fn reqwest_with_the_check() {
    black_box(by_hand::activation(&HTTP, BASE, black_box(CUSTOMER)).expect("a proper request"));
}

fn rustify_to_reqwest() {
    black_box(rustify::to_reqwest(black_box(&*RUSTIFY), BASE).expect("a proper request"));
}

fn http_by_hand() {
    let customer = black_box(CUSTOMER);
    let request =
        ::http::Request::put(format!("{BASE}/api/v0/customer/activate/{customer}")).body(());
    black_box(request.expect("a proper request"));
}

fn http_with_the_check() {
    black_box(by_hand::plain_activation(BASE, black_box(CUSTOMER)).expect("a proper request"));
}

fn enkash_to_outgoing() {
    black_box(CLIENT.prepare(black_box(&*REQUEST)).expect("a proper request"));
}

fn ruma_to_http() {
    black_box(ruma::to_http(black_box(&*RUMA).clone()).expect("a proper request"));
}

fn ruma_copy() {
    black_box(black_box(&*RUMA).clone());
}

fn rustify_request() {
    use ::rustify::endpoint::Endpoint;
    black_box(black_box(&*RUSTIFY).request(BASE).expect("a proper request"));
}

fn stripe_build() {
    black_box(black_box(&*STRIPE).build());
}

fn main() -> ExitCode {
    harness::main(&[
        Group {
            title: "PUT with one path value, to reqwest's own request",
            works: const {
                &[
                    Work::new("bare reqwest (no check, no encoding)", bare_reqwest),
                    Work::new("the same with enkash's headers", bare_reqwest_with_headers),
                    Work::new("enkash, to `reqwest::Request`", enkash_to_reqwest),
                    Work::new(
                        "reqwest by hand with the check (`regex`) and the encoding",
                        reqwest_with_the_check,
                    ),
                    Work::new(
                        "rustify, converted as its client does (no check)",
                        rustify_to_reqwest,
                    ),
                ]
            },
        },
        Group {
            title: "PUT with one path value, to what a transport of one's own would take",
            works: const {
                &[
                    Work::new("`http::Request` by hand (no check, no encoding)", http_by_hand),
                    Work::new("enkash, to `PreparedRequest`", enkash_to_outgoing),
                    Work::new(
                        "`http::Request` by hand with the check and the encoding",
                        http_with_the_check,
                    ),
                    Work::new("ruma, to `http::Request` (no check)", ruma_to_http).less(ruma_copy),
                    Work::new("rustify, to `http::Request` (no check)", rustify_request),
                    Work::new("async-stripe's core (no URL: a formatted path)", stripe_build),
                ]
            },
        },
    ])
}
