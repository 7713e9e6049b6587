use enkash_core::model;

#[model]
pub struct Customer {
    pub name: str,
}

fn main() {}
