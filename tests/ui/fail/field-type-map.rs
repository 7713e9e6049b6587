use enkash_core::model;

#[model]
pub struct Customer {
    pub notes: Option<std::collections::HashMap<String, String>>,
}

fn main() {}
