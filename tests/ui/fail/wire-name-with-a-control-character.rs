use enkash_core::model;

#[model]
pub struct Customer {
    #[rename("legal\0Name")]
    pub name: String,
}

fn main() {}
