use enkash_core::model;

#[model]
pub struct Customer {
    #[rename("")]
    pub name: String,
}

fn main() {}
