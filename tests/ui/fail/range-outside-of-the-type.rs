use enkash_core::model;

#[model]
pub struct Customer {
    #[range(300..)]
    pub visits: u8,
}

fn main() {}
