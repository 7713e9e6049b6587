use enkash_core::model;
use jiff::civil::Date;

#[model]
pub struct Customer {
    #[format("yyyy-mm-dd")]
    pub since: Date,
}

fn main() {}
