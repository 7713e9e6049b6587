use enkash_core::model;
use jiff::civil::Date;

#[model]
pub struct Customer {
    #[format("%Y-%m-%d")]
    pub since: Date,
}

fn main() {}
