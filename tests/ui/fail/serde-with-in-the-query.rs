use enkash_core::endpoint;

#[endpoint(GET, "/api/v0/customer")]
pub struct ListCustomers {
    #[serde(with = "upper")]
    pub name: String,
}

fn main() {}
