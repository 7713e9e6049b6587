//! How names on the wire come about.
use enkash_core::{Endpoint, Product, endpoint, model};

const PRODUCT: Product = Product::new("example");

#[model]
pub struct Camel {
    pub customer_id: u8,
    pub gst_in_2: u8,
    #[rename("PANNumber")]
    pub pan: u8,
}

macro_rules! spelled {
    ($($name:ident $representation:literal $wire:literal,)*) => {$(
        #[model(rename_all = $representation)]
        pub struct $name {
            pub customer_id: u8,
        }

        impl $name {
            fn check() {
                let json = serde_json::to_string(&$name { customer_id: 1 }).unwrap();
                assert_eq!(json, concat!("{\"", $wire, "\":1}"));
            }
        }
    )*};
}

spelled! {
    AsCamel "camelCase" "customerId",
    AsPascal "PascalCase" "CustomerId",
    AsSnake "snake_case" "customer_id",
    AsScreamingSnake "SCREAMING_SNAKE_CASE" "CUSTOMER_ID",
    AsKebab "kebab-case" "customer-id",
    AsLower "lowercase" "customerid",
    AsUpper "UPPERCASE" "CUSTOMERID",
}

#[endpoint(GET, "/<CustomerID>", rename_all = "snake_case")]
pub struct Get {
    #[rename("CustomerID")]
    pub customer: String,
    pub page_size: u8,
}

fn main() {
    let json = serde_json::to_string(&Camel { customer_id: 1, gst_in_2: 2, pan: 3 }).unwrap();
    assert_eq!(json, r#"{"customerId":1,"gstIn2":2,"PANNumber":3}"#);
    AsCamel::check();
    AsPascal::check();
    AsSnake::check();
    AsScreamingSnake::check();
    AsKebab::check();
    AsLower::check();
    AsUpper::check();
    let names: Vec<_> = Get::INFO.fields().iter().map(|field| field.wire_name()).collect();
    assert_eq!(names, ["CustomerID", "page_size"]);
}
