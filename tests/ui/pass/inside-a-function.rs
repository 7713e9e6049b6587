//! Declarations that are local to a function.
use enkash_core::Endpoint;

fn main() {
    use enkash_core::{Product, endpoint, model, pattern};

    const PRODUCT: Product = Product::new("example");

    #[pattern("^KC[A-Z0-9]{14}$")]
    struct CustomerId;

    #[model]
    enum Status {
        Active,
    }

    #[model]
    struct Address {
        city: String,
    }

    #[endpoint(PUT, "/api/v0/customer/<customerId>")]
    struct Update {
        customer_id: CustomerId,
        address: Address,
        status: Status,
    }

    let update = Update::builder()
        .customer_id(CustomerId::from_static("KC0123456789ABCD"))
        .address(Address { city: "Pune".into() })
        .status(Status::Active)
        .build();
    assert_eq!(update.customer_id.as_str().len(), 16);
    assert_eq!(update.address.city, "Pune");
    assert_eq!(Update::INFO.name(), "Update");
}
