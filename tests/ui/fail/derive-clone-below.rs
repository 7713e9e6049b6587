use enkash_core::model;

#[model]
#[derive(PartialEq, Clone)]
pub struct Customer {
    pub name: String,
}

fn main() {}
