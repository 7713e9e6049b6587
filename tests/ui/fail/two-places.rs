use enkash_core::endpoint;

#[endpoint(POST, "/api/v0/invoice")]
pub struct CreateInvoice {
    #[query]
    #[header("X-Company")]
    pub company: String,
}

fn main() {}
