use enkash_core::model;

#[model]
pub struct Customer {
    #[range(1..=5)]
    pub name: String,
}

fn main() {}
