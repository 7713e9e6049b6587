use enkash_core::model;

#[model]
pub struct Customer {
    #[pattern("^[0-9]{10}$")]
    pub mobile: u64,
}

fn main() {}
