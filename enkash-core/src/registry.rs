//! The list of everything that is declared, whoever declared it.

use crate::endpoint::EndpointInfo;
use crate::identifier::Identifier;

/// An entry of the registry.
#[derive(Debug)]
pub struct Registered(pub &'static EndpointInfo);

inventory::collect!(Registered);

/// Every endpoint that is declared in the program, sorted by product, template, method and name.
///
/// ```
/// for endpoint in enkash_core::endpoints() {
///     println!("{} {}", endpoint.method, endpoint.template);
/// }
/// ```
#[must_use]
pub fn endpoints() -> Vec<&'static EndpointInfo> {
    let mut all: Vec<_> = inventory::iter::<Registered>.into_iter().map(|registered| registered.0).collect();
    all.sort_by(|a, b| {
        (a.product, a.template, a.method.as_str(), a.name).cmp(&(
            b.product,
            b.template,
            b.method.as_str(),
            b.name,
        ))
    });
    all
}

/// Asks a field's type for its pattern. For an identifier the inherent constant answers, for others [`NoPattern`]'s.
#[derive(Debug)]
pub struct Probe<T>(std::marker::PhantomData<T>);

impl<T: Identifier> Probe<T> {
    /// The pattern of the identifier.
    pub const PATTERN: Option<&'static str> = Some(T::PATTERN.source());
}

impl<T: Identifier> Probe<Option<T>> {
    /// The pattern of the identifier.
    pub const PATTERN: Option<&'static str> = Some(T::PATTERN.source());
}

impl<T: Identifier> Probe<Vec<T>> {
    /// The pattern of the identifiers.
    pub const PATTERN: Option<&'static str> = Some(T::PATTERN.source());
}

/// The answer of types without a pattern.
pub trait NoPattern {
    /// None.
    const PATTERN: Option<&'static str> = None;
}

impl<T> NoPattern for Probe<T> {}
