use enkash_core::model;

#[model]
pub enum Status {}

fn main() {}
