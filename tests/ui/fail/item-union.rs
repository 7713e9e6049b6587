use enkash_core::endpoint;

#[endpoint(POST, "/api/v0/customer")]
pub union CreateCustomer {
    number: u32,
    fraction: f32,
}

fn main() {}
