use enkash_core::endpoint;

const CARDS: &str = "cards";

#[endpoint(GET, "/api/v0/card", product = CARDS)]
pub struct ListCards;

fn main() {}
