//! Client-level settings that calls of a product carry.

/// A setting of the client that calls of a product carry in a header, such as the id of a partner.
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
    /// A setting by its name in configuration (`snake_case`), and the header that carries it. Calls
    /// of a client without it go without the header.
    #[must_use]
    pub const fn new(name: &'static str, header: &'static str) -> Self {
        Setting { name, header, required: false }
    }

    /// The same setting, without which the client cannot make calls of the product. Token requests
    /// are exempt.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The name in configuration.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The name of the header.
    #[must_use]
    pub const fn header(&self) -> &'static str {
        self.header
    }
}
