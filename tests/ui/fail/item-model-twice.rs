use enkash_core::model;

#[model]
#[model]
pub struct Customer {
    pub name: String,
}

fn main() {}
