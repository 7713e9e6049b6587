//! The ways to call the API: enkash, and what a program could use in its place. Each module says
//! what it leaves out.
//!
//! All of them make the same requests: the activation of a customer (`PUT`, one value in the path)
//! and two `POST`s with a JSON body, of 6 and of 20 members. `tests/same.rs` holds their requests
//! against each other.

pub mod bare;
pub mod by_hand;
pub mod enkash;
pub mod identifiers;
pub mod in_memory;
pub mod plain;
pub mod progenitor;
pub mod ruma;
pub mod rustify;
pub mod stripe;

/// Where the requests go that are built and not sent.
pub const BASE: &str = "https://api.example.com/gw";

/// The customer who is activated.
pub const CUSTOMER: &str = "KC0123456789ABCD";

/// What authorises the calls.
pub const TOKEN: &str = "not-a-real-token";

/// A reqwest client that talks to this machine.
///
/// # Panics
/// It cannot be made, which would be a mistake of this program.
#[must_use]
pub fn http() -> reqwest::Client {
    reqwest::Client::builder().no_proxy().build().expect("nothing special is asked of the client")
}
