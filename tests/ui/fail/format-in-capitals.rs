use enkash_core::model;
use jiff::civil::Date;

#[model]
pub struct Customer {
    #[format("YYYY-MM-DD")]
    pub since: Date,
}

fn main() {}
