use enkash_core::model;

#[model]
pub struct Customer {
    #[rename(Name)]
    pub name: String,
}

fn main() {}
