use enkash_core::model;

#[model]
pub struct Customer {
    pub pin: [u8; 4],
}

fn main() {}
