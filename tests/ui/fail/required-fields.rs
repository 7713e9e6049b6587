use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/api/v0/customer")]
pub struct CreateCustomer {
    pub f0: bool, pub f1: bool, pub f2: bool, pub f3: bool, pub f4: bool,
    pub f5: bool, pub f6: bool, pub f7: bool, pub f8: bool, pub f9: bool,
    pub f10: bool, pub f11: bool, pub f12: bool, pub f13: bool, pub f14: bool,
    pub f15: bool, pub f16: bool, pub f17: bool, pub f18: bool, pub f19: bool,
    pub f20: bool, pub f21: bool, pub f22: bool, pub f23: bool, pub f24: bool,
    pub f25: bool, pub f26: bool, pub f27: bool, pub f28: bool, pub f29: bool,
    pub f30: bool, pub f31: bool, pub f32: bool, pub f33: bool, pub f34: bool,
    pub f35: bool, pub f36: bool, pub f37: bool, pub f38: bool, pub f39: bool,
    pub f40: bool, pub f41: bool, pub f42: bool, pub f43: bool, pub f44: bool,
    pub f45: bool, pub f46: bool, pub f47: bool, pub f48: bool, pub f49: bool,
    pub f50: bool, pub f51: bool, pub f52: bool, pub f53: bool, pub f54: bool,
    pub f55: bool, pub f56: bool, pub f57: bool, pub f58: bool, pub f59: bool,
    pub f60: bool, pub f61: bool, pub f62: bool, pub f63: bool, pub f64: bool,
}

fn main() {}
