use enkash_core::model;

#[model]
pub struct Customer {
    #[length(1..=5)]
    pub active: bool,
}

fn main() {}
