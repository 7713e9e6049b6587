use enkash_core::{model, pattern};

#[pattern("^KC[A-Z0-9]{14}$")]
pub struct CustomerId;

#[model]
pub struct Customer {
    #[length(16..=16)]
    pub id: CustomerId,
}

fn main() {}
