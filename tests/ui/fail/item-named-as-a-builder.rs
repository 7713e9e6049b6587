use enkash_core::model;

#[model]
pub struct Order {
    pub number: String,
}

#[model]
pub struct OrderBuilder {
    pub name: String,
}

pub fn order() -> Order {
    Order::builder().number("1").build()
}

fn main() {}
