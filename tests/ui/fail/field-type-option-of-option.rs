use enkash_core::model;

#[model]
pub struct Customer {
    pub name: Option<Option<String>>,
}

fn main() {}
