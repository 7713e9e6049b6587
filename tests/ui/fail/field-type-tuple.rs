use enkash_core::model;

#[model]
pub struct Customer {
    pub names: (String, String),
}

fn main() {}
