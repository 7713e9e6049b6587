use enkash_core::model;

#[model]
pub struct Customer {
    #[query]
    pub name: String,
}

fn main() {}
