use enkash_core::model;

#[model]
#[serde(rename_all = "snake_case")]
pub struct Customer {
    pub customer_name: String,
}

fn main() {}
