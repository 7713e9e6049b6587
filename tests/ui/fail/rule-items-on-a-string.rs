use enkash_core::model;

#[model]
pub struct Customer {
    #[items(1..=5)]
    pub name: String,
}

fn main() {}
