use enkash_core::model;

#[model]
pub struct Customer {
    #[regex("^[A-Z]+$")]
    pub name: String,
}

fn main() {}
