use enkash_core::model;

#[model]
pub struct Customer {
    pub name: &'a str,
}

fn main() {}
