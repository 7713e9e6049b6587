use enkash_core::model;

#[model]
pub struct Customer {
    #[length(5)]
    pub name: String,
}

fn main() {}
