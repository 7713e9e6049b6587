use enkash_core::model;

#[model]
pub struct Customer {
    #[min(1)]
    pub visits: u32,
}

fn main() {}
