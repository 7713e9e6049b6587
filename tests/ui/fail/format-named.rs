use enkash_core::model;

#[model]
pub struct Invoice {
    #[format("date-time")]
    pub created: jiff::civil::DateTime,
}

fn main() {}
