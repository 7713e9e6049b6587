use enkash_core::model;

#[model(response = String)]
pub struct Customer {
    pub name: String,
}

fn main() {}
