//! The list of declared endpoints.

#[cfg(feature = "schema")]
pub(crate) mod openapi;
pub(crate) mod probe;
#[cfg(feature = "schema")]
pub(crate) mod schema;
pub(crate) mod type_info;

use crate::declare::endpoint::EndpointInfo;

/// An entry of the list.
#[derive(Debug)]
pub struct Registered(pub &'static EndpointInfo);

inventory::collect!(Registered);

/// Returns every declared endpoint of the program, sorted by product, template, method and name.
///
/// ```
/// for endpoint in enkash_core::endpoints() {
///     println!("{} {}", endpoint.method(), endpoint.template());
/// }
/// ```
#[must_use]
pub fn endpoints() -> Vec<&'static EndpointInfo> {
    let mut all: Vec<_> =
        inventory::iter::<Registered>.into_iter().map(|registered| registered.0).collect();
    all.sort_by(|a, b| {
        (a.product, a.template, a.method.as_str(), a.name()).cmp(&(
            b.product,
            b.template,
            b.method.as_str(),
            b.name(),
        ))
    });
    all
}
