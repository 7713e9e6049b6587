use enkash_core::{Money, model};

#[model]
pub struct Invoice {
    #[decimals(40)]
    pub amount: Money,
}

fn main() {}
