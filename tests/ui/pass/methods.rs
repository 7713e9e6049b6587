//! Every method, and where its fields go by default.
use enkash_core::{Endpoint, Location, Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(GET, "/a")]
pub struct Get {
    pub x: u8,
}

#[endpoint(HEAD, "/a")]
pub struct Head {
    pub x: u8,
}

#[endpoint(DELETE, "/a")]
pub struct Delete {
    pub x: u8,
}

#[endpoint(POST, "/a")]
pub struct Post {
    pub x: u8,
}

#[endpoint(PUT, "/a")]
pub struct Put {
    pub x: u8,
}

#[endpoint(PATCH, "/a")]
pub struct Patch {
    pub x: u8,
}

fn main() {
    for info in [Get::INFO, Head::INFO, Delete::INFO] {
        assert_eq!(info.fields()[0].location(), Location::Query, "{}", info.name());
    }
    for info in [Post::INFO, Put::INFO, Patch::INFO] {
        assert_eq!(info.fields()[0].location(), Location::Body, "{}", info.name());
    }
    assert!(Get::INFO.is_idempotent() && Head::INFO.is_idempotent());
    assert!(!Put::INFO.is_idempotent() && !Delete::INFO.is_idempotent());
}
