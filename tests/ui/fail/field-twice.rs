use enkash_core::model;

#[model]
pub struct Customer {
    pub name: String,
    pub name: String,
}

fn main() {}
