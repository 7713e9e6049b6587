use enkash_core::model;

#[model]
pub struct Customer {
    pub name: String,
    #[rename("name")]
    pub legal_name: String,
}

fn main() {}
