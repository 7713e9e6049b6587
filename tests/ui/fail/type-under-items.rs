use enkash_core::{model, pattern};

#[pattern("^KC[A-Z0-9]{14}$")]
pub struct CustomerId;

#[model]
pub struct Customers {
    #[items(1..=5)]
    pub ids: CustomerId,
}

fn main() {}
