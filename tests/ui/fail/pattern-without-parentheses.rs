use enkash_core::model;

#[model]
pub struct Customer {
    #[pattern = "^[A-Z]{5}$"]
    pub code: String,
}

fn main() {}
