use enkash_core::model;

#[model(rename_all = "snakecase")]
pub struct Customer {
    pub customer_id: String,
}

fn main() {}
