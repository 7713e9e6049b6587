use enkash_core::model;

#[model]
pub struct Customer {
    #[length(min = 1, max = 5)]
    pub name: String,
}

fn main() {}
