use enkash_core::{Value, model};

#[derive(Debug, Clone, serde::Serialize)]
pub struct Percentage(f64);

impl Value for Percentage {}

#[model]
pub struct Discount {
    pub rate: Option<Percentage>,
}

fn main() {}
