use enkash_core::endpoint;

#[endpoint(POST, "/oauth/token", bare = true)]
pub struct SignIn {
    pub grant_type: String,
}

fn main() {}
