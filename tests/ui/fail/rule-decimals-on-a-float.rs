use enkash_core::model;

#[model]
pub struct Invoice {
    #[decimals(2)]
    pub amount: f64,
}

fn main() {}
