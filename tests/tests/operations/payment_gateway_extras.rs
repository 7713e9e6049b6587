use enkash_tests::operations::Session;

/// Everything of `payment-gateway-extras`.
pub(crate) async fn send_all(_: &Session) {}
