use enkash_core::endpoint;

#[endpoint(POST, "/api/v0/customer")]
pub struct CreateCustomer {
    #[query("companyId")]
    pub company: String,
}

fn main() {}
