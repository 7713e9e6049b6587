use enkash_core::model;

#[model]
pub struct Customer {
    #[length(100..=1)]
    pub name: String,
}

fn main() {}
