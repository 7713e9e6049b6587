//! Building a `POST` with a JSON body of six and of twenty members.

use std::hint::black_box;
use std::process::ExitCode;
use std::sync::LazyLock;

use enkash_benches::harness::{self, Counting, Group, Work};
use enkash_benches::subjects::{BASE, bare, enkash, http, plain, ruma, rustify};
use enkash_core::Client;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

static CLIENT: LazyLock<Client> = LazyLock::new(enkash::idle);
static HTTP: LazyLock<reqwest::Client> = LazyLock::new(http);

/// The works over one body, in a module of their own.
macro_rules! body {
    ($name:ident, $path:literal, $plain:ident, $endpoint:ident) => {
        mod $name {
            use super::*;

            static PLAIN: LazyLock<plain::$plain> = LazyLock::new(plain::$plain::sample);
            static ENKASH: LazyLock<enkash::$endpoint> = LazyLock::new(enkash::$endpoint::sample);
            static RUSTIFY: LazyLock<rustify::$endpoint> =
                LazyLock::new(rustify::$endpoint::sample);
            static RUMA: LazyLock<ruma::$name::Request> =
                LazyLock::new(ruma::$name::Request::sample);

            pub fn bare_reqwest() {
                let request = bare::creation(&HTTP, BASE, $path, black_box(&*PLAIN));
                black_box(request.expect("a proper request"));
            }

            pub fn bare_reqwest_with_headers() {
                let request = bare::whole_creation(&HTTP, BASE, $path, black_box(&*PLAIN));
                black_box(request.expect("a proper request"));
            }

            pub fn enkash_to_reqwest() {
                black_box(
                    enkash::to_reqwest(&CLIENT, black_box(&*ENKASH)).expect("a proper request"),
                );
            }

            pub fn rustify_to_reqwest() {
                black_box(
                    rustify::to_reqwest(black_box(&*RUSTIFY), BASE).expect("a proper request"),
                );
            }

            pub fn http_by_hand() {
                let body = serde_json::to_vec(black_box(&*PLAIN)).expect("plain texts and numbers");
                let request = ::http::Request::post(format!("{BASE}/api/v0/{}", $path))
                    .header(::http::header::CONTENT_TYPE, "application/json")
                    .body(body);
                black_box(request.expect("a proper request"));
            }

            pub fn enkash_to_outgoing() {
                black_box(CLIENT.prepare(black_box(&*ENKASH)).expect("a proper request"));
            }

            pub fn ruma_to_http() {
                black_box(ruma::to_http(black_box(&*RUMA).clone()).expect("a proper request"));
            }

            pub fn ruma_copy() {
                black_box(black_box(&*RUMA).clone());
            }

            pub fn rustify_request() {
                use ::rustify::endpoint::Endpoint;
                black_box(black_box(&*RUSTIFY).request(BASE).expect("a proper request"));
            }
        }
    };
}

body!(create_contact, "contact", Contact, CreateContact);
body!(create_company, "company", Company, CreateCompany);

macro_rules! groups {
    ($name:ident: $own:literal, $neutral:literal) => {
        [
            Group {
                title: $own,
                works: const {
                    &[
                        Work::new("bare reqwest with `.json` (no check)", $name::bare_reqwest),
                        Work::new(
                            "the same with enkash's headers",
                            $name::bare_reqwest_with_headers,
                        ),
                        Work::new(
                            "enkash, to `reqwest::Request`, checked",
                            $name::enkash_to_reqwest,
                        ),
                        Work::new(
                            "rustify, converted (no check, no content type)",
                            $name::rustify_to_reqwest,
                        ),
                    ]
                },
            },
            Group {
                title: $neutral,
                works: const {
                    &[
                        Work::new(
                            "`http::Request` by hand and serde_json (no check)",
                            $name::http_by_hand,
                        ),
                        Work::new(
                            "enkash, to `PreparedRequest`, checked",
                            $name::enkash_to_outgoing,
                        ),
                        Work::new("ruma, to `http::Request` (no check)", $name::ruma_to_http)
                            .less($name::ruma_copy),
                        Work::new(
                            "rustify, to `http::Request` (no check, no content type)",
                            $name::rustify_request,
                        ),
                    ]
                },
            },
        ]
    };
}

fn main() -> ExitCode {
    let [small, small_neutral] = groups!(create_contact:
        "POST of 6 JSON members, to reqwest's own request",
        "POST of 6 JSON members, to what a transport of one's own would take");
    let [large, large_neutral] = groups!(create_company:
        "POST of 20 JSON members, to reqwest's own request",
        "POST of 20 JSON members, to what a transport of one's own would take");
    harness::main(&[small, small_neutral, large, large_neutral])
}
