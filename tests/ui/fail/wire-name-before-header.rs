use enkash_core::endpoint;

#[endpoint(GET, "/api/v0/customer")]
pub struct ListCustomers {
    #[rename("requestId")]
    #[header("X-Request-Id")]
    pub request_id: String,
}

fn main() {}
