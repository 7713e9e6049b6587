use enkash_core::model;
use jiff::civil::Date;

#[model]
pub struct Invoice {
    #[serde(with = "dates")]
    #[format("dd/MM/yyyy")]
    pub due: Date,
}

fn main() {}
