use enkash_core::model;
use jiff::civil::Date;

#[model]
pub struct Invoice {
    #[format("YYYY-MM-dd")]
    pub due: Date,
}

fn main() {}
