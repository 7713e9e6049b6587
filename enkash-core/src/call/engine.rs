//! The parts of a client that calls need.

use std::sync::Arc;

use crate::call::products::Products;
#[cfg(feature = "blocking")]
use crate::error::ConfigError;
use crate::intercept::Interceptors;
use crate::transport::ClientRuntime;

/// The products and the runtime of a client. Clones are cheap.
#[derive(Clone)]
pub(crate) struct Engine {
    products: Arc<Products>,
    runtime: ClientRuntime,
    interceptors: Interceptors,
}

impl Engine {
    pub(crate) fn new(
        products: Products,
        runtime: ClientRuntime,
        interceptors: Interceptors,
    ) -> Self {
        Engine { products: Arc::new(products), runtime, interceptors }
    }

    pub(crate) fn products(&self) -> &Products {
        &self.products
    }

    pub(crate) fn runtime(&self) -> &ClientRuntime {
        &self.runtime
    }

    pub(crate) fn interceptors(&self) -> &Interceptors {
        &self.interceptors
    }

    /// Returns the same, including tokens and refusals, with separate connections.
    #[cfg(feature = "blocking")]
    pub(crate) fn with_own_connections(&self) -> Result<Self, ConfigError> {
        Ok(Engine {
            products: Arc::clone(&self.products),
            runtime: self.runtime.with_own_connections()?,
            interceptors: self.interceptors.clone(),
        })
    }
}
