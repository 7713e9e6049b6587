use enkash_core::model;

#[model]
#[sensitive]
pub struct Customer {
    pub name: String,
}

fn main() {}
