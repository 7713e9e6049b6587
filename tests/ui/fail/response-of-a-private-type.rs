pub mod customers {
    use enkash_core::{Product, endpoint, model};

    const PRODUCT: Product = Product::new("example");

    #[model]
    struct Customer {
        pub name: String,
    }

    #[endpoint(GET, "/api/v0/customer", response = Customer)]
    pub struct GetCustomer;
}

fn main() {}
