use enkash_core::endpoint;

#[endpoint(GET, "/api/v0/card", product = "cards")]
pub struct ListCards;

fn main() {}
