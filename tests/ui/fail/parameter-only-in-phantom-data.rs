use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(GET, "/api/v0/customer")]
pub struct ListCustomers<T> {
    pub marker: std::marker::PhantomData<T>,
}

fn main() {}
