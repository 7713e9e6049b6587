use enkash_core::endpoint;

#[endpoint(GET, "/api/v0/customer")]
pub struct ListCustomers {
    #[header("X-Request-Id")]
    pub request_id: String,
    #[header("x-request-id")]
    pub other_id: String,
}

fn main() {}
