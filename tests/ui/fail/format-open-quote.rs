use enkash_core::model;
use jiff::civil::DateTime;

#[model]
pub struct Invoice {
    #[format("yyyy-MM-dd'T")]
    pub due: DateTime,
}

fn main() {}
