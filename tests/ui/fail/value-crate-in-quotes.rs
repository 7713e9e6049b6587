use enkash_core::model;

#[model(crate = "enkash_core")]
pub struct Customer {
    pub name: String,
}

fn main() {}
