use enkash_core::model;
use jiff::civil::Date;

#[model]
pub struct Invoice {
    #[format("'due'")]
    pub due: Date,
}

fn main() {}
