//! Structs with the names of the prelude and of our own types.
use enkash_core::{Product, endpoint, model};

const PRODUCT: Product = Product::new("example");

mod models {
    use super::*;

    #[model]
    pub struct Result {
        pub ok: std::string::String,
    }

    #[model]
    pub struct Vec {
        pub items: u8,
    }

    #[model]
    pub enum Ordering {
        Less,
        Ok,
        Err,
        None,
        Some,
    }

    #[model]
    pub struct Box {
        pub size: u8,
    }
}

mod endpoints {
    use super::*;

    #[endpoint(POST, "/customer", response = models::Result)]
    pub struct Some {
        pub content: models::Vec,
        pub ordering: models::Ordering,
        pub r#box: models::Box,
    }

    #[endpoint(GET, "/customer")]
    pub struct Client {
        pub page: u8,
    }

    #[endpoint(GET, "/customer")]
    pub struct Call;

    #[endpoint(GET, "/customer")]
    pub struct Record;
}

fn main() {
    let request = endpoints::Some::builder()
        .content(models::Vec { items: 1 })
        .ordering(models::Ordering::None)
        .r#box(models::Box { size: 1 })
        .build();
    assert_eq!(
        serde_json::to_string(&request).unwrap(),
        r#"{"content":{"items":1},"ordering":"NONE","box":{"size":1}}"#
    );
    let _ = (endpoints::Client { page: 1 }, endpoints::Call, endpoints::Record);
}
