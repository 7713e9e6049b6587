use enkash_core::model;

#[model]
pub struct Customer {
    pub wait: std::time::Duration,
}

fn main() {}
