use enkash_core::{model, pattern};

#[pattern(r"^\d{4}-\d{2}$")]
pub struct Month;

#[model]
pub struct Invoice {
    #[format("yyyy-MM")]
    pub month: Month,
}

fn main() {}
