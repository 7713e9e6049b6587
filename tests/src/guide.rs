//! The snippets of the guide and of the README, compiled and run as documentation tests.

/// A page whose snippets are tests. They use five products.
macro_rules! pages {
    ($($name:ident $file:literal)*) => {$(
        #[cfg(all(
            doctest,
            feature = "accounts-receivable",
            feature = "bill-payments",
            feature = "payment-gateway",
            feature = "payouts",
            feature = "verification"
        ))]
        #[doc = include_str!(concat!("../../", $file))]
        pub mod $name {}
    )*};
}

pages! {
    readme "README.md"
    guide "docs/guide/README.md"
    integrating_a_product "docs/guide/integrating-a-product.md"
    handling_errors "docs/guide/handling-errors.md"
    crash_safe_payouts "docs/guide/crash-safe-payouts.md"
    testing "docs/guide/testing.md"
    observing "docs/guide/observing.md"
    running_a_fleet "docs/guide/running-a-fleet.md"
    http_settings "docs/guide/http-settings.md"
    webhooks "docs/guide/webhooks.md"
    adding_an_endpoint "docs/guide/adding-an-endpoint.md"
    adding_a_product "docs/guide/adding-a-product.md"
    another_api "docs/guide/another-api.md"
}
