use enkash_core::model;
use jiff::civil::Date;

#[model]
pub struct Invoice {
    #[format("yyyy-MM-dd HH:mm")]
    pub due: Date,
}

fn main() {}
