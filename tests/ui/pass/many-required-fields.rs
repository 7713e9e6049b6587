//! A struct with more required fields than one can count.
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
    pub f65: bool, pub f66: bool, pub f67: bool, pub f68: bool, pub f69: bool,
    pub f70: bool, pub f71: bool, pub f72: bool, pub f73: bool, pub f74: bool,
    pub f75: bool, pub f76: bool, pub f77: bool, pub f78: bool, pub f79: bool,
    pub f80: bool, pub f81: bool, pub f82: bool, pub f83: bool, pub f84: bool,
    pub f85: bool, pub f86: bool, pub f87: bool, pub f88: bool, pub f89: bool,
    pub f90: bool, pub f91: bool, pub f92: bool, pub f93: bool, pub f94: bool,
    pub f95: bool, pub f96: bool, pub f97: bool, pub f98: bool, pub f99: bool,
}

fn main() {
    let request = CreateCustomer::builder()
        .f0(true).f1(true).f2(true).f3(true).f4(true).f5(true).f6(true).f7(true).f8(true).f9(true)
        .f10(true).f11(true).f12(true).f13(true).f14(true).f15(true).f16(true).f17(true).f18(true).f19(true)
        .f20(true).f21(true).f22(true).f23(true).f24(true).f25(true).f26(true).f27(true).f28(true).f29(true)
        .f30(true).f31(true).f32(true).f33(true).f34(true).f35(true).f36(true).f37(true).f38(true).f39(true)
        .f40(true).f41(true).f42(true).f43(true).f44(true).f45(true).f46(true).f47(true).f48(true).f49(true)
        .f50(true).f51(true).f52(true).f53(true).f54(true).f55(true).f56(true).f57(true).f58(true).f59(true)
        .f60(true).f61(true).f62(true).f63(true).f64(true).f65(true).f66(true).f67(true).f68(true).f69(true)
        .f70(true).f71(true).f72(true).f73(true).f74(true).f75(true).f76(true).f77(true).f78(true).f79(true)
        .f80(true).f81(true).f82(true).f83(true).f84(true).f85(true).f86(true).f87(true).f88(true).f89(true)
        .f90(true).f91(true).f92(true).f93(true).f94(true).f95(true).f96(true).f97(true).f98(true).f99(true)
        .build();
    assert!(request.f0 && request.f99);
}
