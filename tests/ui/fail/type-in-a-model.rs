use enkash_core::model;

pub struct Address {
    pub city: String,
}

#[model]
pub struct Customer {
    pub address: Address,
}

fn main() {}
