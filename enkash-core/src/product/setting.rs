//! Client-level settings that calls send as headers.

/// A client-level setting that calls of a product send as a header, such as the id of a partner.
///
/// ```
/// use enkash_core::{Client, Product, Setting};
///
/// const TENANT: Setting = Setting::new("tenant", "x-tenant");
/// const PRODUCT: Product =
///     Product::new("example").base_url("https://api.example.com").settings(&[TENANT.required()]);
///
/// # fn main() -> Result<(), enkash_core::Error> {
/// let client = Client::builder().products(&[&PRODUCT]).setting(TENANT, "t-17").build()?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    pub(crate) name: &'static str,
    pub(crate) header: &'static str,
    pub(crate) required: bool,
}

impl Setting {
    /// Creates a setting with a name in configuration (`snake_case`) and a header. Calls of a
    /// client without a value omit the header.
    #[must_use]
    pub const fn new(name: &'static str, header: &'static str) -> Self {
        Setting { name, header, required: false }
    }

    /// Makes the setting required: calls of the product fail without it. Token requests are exempt.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Returns the name in configuration.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the name of the header.
    #[must_use]
    pub const fn header(&self) -> &'static str {
        self.header
    }
}
