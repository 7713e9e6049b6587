use enkash_core::endpoint;

#[endpoint(POST, "/api/v0/transfer", unique = transactionId)]
pub struct Transfer {
    pub transaction_id: String,
}

fn main() {}
