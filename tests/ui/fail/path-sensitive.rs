use enkash_core::endpoint;

#[endpoint(GET, "/api/v0/card/<cardNumber>")]
pub struct GetCard {
    #[sensitive]
    pub card_number: String,
}

fn main() {}
