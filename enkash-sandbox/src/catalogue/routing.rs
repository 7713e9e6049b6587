//! From method and path to the operations that the API reference puts there.

use http::Method;
use percent_encoding::percent_decode_str;

use super::{Catalogue, Operation, TokenKind};

/// The routes of all products.
#[derive(Debug)]
pub(crate) struct Router {
    products: Vec<(&'static str, Vec<Route>)>,
}

/// A path and its operations.
#[derive(Debug)]
struct Route {
    segments: Vec<Segment>,
    targets: Vec<(Method, Target)>,
}

/// The operations of a route and method; more than one where they share method and path.
pub(crate) type Target = Vec<&'static Operation>;

#[derive(Debug, PartialEq, Eq)]
enum Segment {
    Literal(&'static str),
    Placeholder(&'static str),
}

/// Values of a route's placeholders.
pub(crate) type Placeholders = Vec<(&'static str, String)>;

/// What the router found.
#[derive(Debug)]
pub(crate) enum Found<'a> {
    Target(&'a Target, Placeholders),
    WrongMethod(Vec<Method>),
    Nothing,
}

impl Router {
    pub(crate) fn new(catalogue: &'static Catalogue) -> Self {
        let products = catalogue.products.iter().map(|product| {
            let mut routes = Vec::new();
            let same_host =
                catalogue.products.iter().filter(|other| same_host(product.slug, other.slug));
            for operation in same_host.flat_map(|other| &other.operations) {
                add(&mut routes, operation);
            }
            add_token(&mut routes, product.slug, catalogue);
            // Literal segments win over placeholders.
            routes.sort_by_key(|route| route.placeholders());
            (product.slug, routes)
        });
        Self { products: products.collect() }
    }

    /// The product of a path such as `/payouts/api/v0/…`, and the path below its base URL.
    pub(crate) fn product<'p>(&self, path: &'p str) -> Option<(&'static str, &'p str)> {
        let below = path.strip_prefix('/')?;
        let (slug, _) = below.split_once('/').unwrap_or((below, ""));
        let (slug, _) = self.products.iter().find(|(own, _)| *own == slug)?;
        below.strip_prefix(*slug).map(|rest| (*slug, rest))
    }

    pub(crate) fn find(&self, product: &str, method: &Method, path: &str) -> Found<'_> {
        let routes = self.products.iter().find(|(slug, _)| *slug == product);
        let mut allowed = Vec::new();
        for route in routes.into_iter().flat_map(|(_, routes)| routes) {
            let Some(placeholders) = route.matches(path) else {
                continue;
            };
            match route.targets.iter().find(|(own, _)| own == method) {
                Some((_, target)) => return Found::Target(target, placeholders),
                None => allowed.extend(route.targets.iter().map(|(own, _)| own.clone())),
            }
        }
        if allowed.is_empty() {
            return Found::Nothing;
        }
        allowed.sort_by(|one, other| one.as_str().cmp(other.as_str()));
        allowed.dedup();
        Found::WrongMethod(allowed)
    }
}

impl Route {
    fn placeholders(&self) -> usize {
        let named = |segment: &&Segment| matches!(segment, Segment::Placeholder(_));
        self.segments.iter().filter(named).count()
    }

    fn matches(&self, path: &str) -> Option<Placeholders> {
        let mut parts = path.strip_prefix('/')?.split('/');
        let mut found = Vec::new();
        for segment in &self.segments {
            let part = parts.next()?;
            match segment {
                Segment::Literal(text) if part == *text => {}
                Segment::Placeholder(name) if !part.is_empty() => {
                    found.push((*name, percent_decode_str(part).decode_utf8_lossy().into_owned()));
                }
                _ => return None,
            }
        }
        parts.next().is_none().then_some(found)
    }
}

/// Whether two files of the catalogue document one host: `payment-gateway-extras` goes on where
/// `payment-gateway` ends.
fn same_host(one: &str, other: &str) -> bool {
    fn host(slug: &str) -> &str {
        slug.strip_suffix("-extras").unwrap_or(slug)
    }
    host(one) == host(other)
}

fn add(routes: &mut Vec<Route>, operation: &'static Operation) {
    let targets = targets(routes, operation.path());
    let method = operation.method();
    match targets.iter_mut().find(|(own, _)| own == method) {
        Some((_, operations)) => operations.push(operation),
        None => targets.push((method.clone(), vec![operation])),
    }
}

/// Every product has a token endpoint below its base URL: one whose own documents do not repeat
/// it gets that of another product.
fn add_token(routes: &mut Vec<Route>, slug: &str, catalogue: &'static Catalogue) {
    let id = match TokenKind::of(slug) {
        TokenKind::OAuth => "GeneratePayoutAuthenticationToken",
        TokenKind::Merchant => "GenerateMerchantToken",
    };
    let endpoint = catalogue.operations().find(|operation| operation.id() == id);
    let known = |path: &str| routes.iter().any(|route| route.matches(path).is_some());
    if let Some(endpoint) = endpoint.filter(|endpoint| !known(endpoint.path())) {
        add(routes, endpoint);
    }
}

fn targets<'r>(routes: &'r mut Vec<Route>, path: &'static str) -> &'r mut Vec<(Method, Target)> {
    let segments = path.split('/').skip(1).map(|part| {
        match part.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            Some(name) => Segment::Placeholder(name),
            None => Segment::Literal(part),
        }
    });
    let segments = segments.collect::<Vec<_>>();
    let known = routes.iter().position(|route| route.segments == segments);
    let index = known.unwrap_or_else(|| {
        routes.push(Route { segments, targets: Vec::new() });
        routes.len() - 1
    });
    &mut routes[index].targets
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(product: &str, method: Method, path: &str) -> String {
        let router = Router::new(Catalogue::get().unwrap());
        match router.find(product, &method, path) {
            Found::Target(target, placeholders) => {
                let ids = target.iter().map(|operation| operation.id());
                format!("{} {placeholders:?}", ids.collect::<Vec<_>>().join("|"))
            }
            Found::WrongMethod(allowed) => format!("{allowed:?}"),
            Found::Nothing => "nothing".to_owned(),
        }
    }

    #[test]
    fn literals_win_and_placeholders_are_decoded() {
        let product = "accounts-receivable";
        let path = "/api/v0/customer/activate/a%2Fb";
        let expected = "ActivateCustomer [(\"customerId\", \"a/b\")]";
        assert_eq!(find(product, Method::PUT, path), expected);
        assert_eq!(find(product, Method::POST, "/api/v0/customer/search"), "SearchCustomers []");
        assert_eq!(find(product, Method::POST, "/api/v0/customer/x"), "[DELETE, PATCH]");
        assert_eq!(find(product, Method::PUT, "/api/v0/customer/activate/"), "nothing");
        assert_eq!(find(product, Method::GET, "/"), "nothing");
    }

    #[test]
    fn operations_share_paths() {
        let path = "/api/v0/partner/enKashCard/otp";
        let found = find("card-management", Method::POST, path);
        assert_eq!(found, "GenerateCardOtp|GenerateWalletOtp []");
        let found = find("bharat-connect", Method::POST, "/oauth/token");
        assert_eq!(found, "GeneratePayoutAuthenticationToken []");
    }

    #[test]
    fn products_by_prefix() {
        let router = Router::new(Catalogue::get().unwrap());
        assert_eq!(router.product("/payouts/a/b"), Some(("payouts", "/a/b")));
        assert_eq!(router.product("/payouts"), Some(("payouts", "")));
        assert_eq!(router.product("/payout/a"), None);
        assert_eq!(router.product("payouts"), None);
    }
}
