//! A `macro_rules!` that finds the core crate through `$crate`.
use enkash_core as core_of_enkash;

#[doc(hidden)]
pub mod private {
    pub use enkash_core;

    pub const PRODUCT: enkash_core::Product = enkash_core::Product::new("example");
}

#[macro_export]
macro_rules! get {
    ($name:ident, $field:ident) => {
        #[$crate::private::enkash_core::endpoint(
            GET,
            "/customer",
            product = $crate::private::PRODUCT,
            crate = $crate::private::enkash_core
        )]
        pub struct $name {
            #[length(1..)]
            pub $field: String,
            pub page: Option<u32>,
        }
    };
}

get!(GetCustomer, customer);

fn main() {
    use core_of_enkash::Endpoint as _;
    assert_eq!(GetCustomer::INFO.name(), "GetCustomer");
    assert_eq!(GetCustomer::INFO.product().name(), "example");
    assert_eq!(GetCustomer::builder().customer("A").build().customer, "A");
}
