use enkash_core::{Text, model};

#[model(response = Text)]
pub struct Customer {
    pub name: String,
}

fn main() {}
