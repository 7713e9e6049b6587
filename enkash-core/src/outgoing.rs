//! A request that is ready to leave: the plain thing that travels between the steps of a call.

use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderMap, Method};
use url::Url;

/// The base URL of a product, parsed once: origin, and a path prefix without a final slash.
#[derive(Clone, PartialEq, Eq)]
pub struct BaseUrl(Arc<Url>);

impl BaseUrl {
    /// Parses a base URL such as `https://api.example.com/prefix`, with or without a final slash.
    ///
    /// # Errors
    /// A text that says what is wrong: the URL has to be `https`, or `http` on a loopback address, with a host and
    /// without credentials, query and fragment.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut url = Url::parse(text).map_err(|error| format!("not a URL: {error}"))?;
        let loopback = match url.host() {
            Some(url::Host::Domain(name)) => name == "localhost",
            Some(url::Host::Ipv4(address)) => address.is_loopback(),
            Some(url::Host::Ipv6(address)) => address.is_loopback(),
            None => return Err("a base URL needs a host".to_owned()),
        };
        match url.scheme() {
            "https" => {}
            "http" if loopback => {}
            "http" => return Err("plain http is for loopback addresses alone; use https".to_owned()),
            other => return Err(format!("`{other}` is no scheme for an API; use https")),
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(
                "a base URL carries no user name or password; credentials have their own settings".to_owned()
            );
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err("a base URL has no query and no fragment".to_owned());
        }
        let prefix = url.path().trim_end_matches('/').to_owned();
        url.set_path(&prefix);
        Ok(BaseUrl(Arc::new(url)))
    }

    /// The path prefix, empty or with a slash at its start and none at its end.
    #[must_use]
    pub fn prefix(&self) -> &str {
        self.0.path().trim_end_matches('/')
    }

    /// The URL itself.
    #[must_use]
    pub fn url(&self) -> &Url {
        &self.0
    }

    /// The host's name or address.
    #[must_use]
    pub fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    /// Whether it is plain HTTP, which only a loopback address may be.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.0.scheme() == "http"
    }
}

impl fmt::Debug for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// A request that is ready to leave.
///
/// Cloning it is cheap enough for a retry: the body is shared.
#[derive(Clone)]
#[non_exhaustive]
pub struct Outgoing {
    /// The method.
    pub method: Method,
    /// Where it goes.
    pub base: BaseUrl,
    /// Path (with the base's prefix) and, behind a `?`, the query; encoded.
    pub target: String,
    /// The headers.
    pub headers: HeaderMap,
    /// The body; empty where there is none.
    pub body: Bytes,
    /// Whether it carries an id of the merchant's own that the server refuses a second time.
    pub carries_unique_id: bool,
}

impl Outgoing {
    /// The path, encoded.
    #[must_use]
    pub fn path(&self) -> &str {
        self.target.split_once('?').map_or(&*self.target, |(path, _)| path)
    }

    /// The query, encoded, if there is one.
    #[must_use]
    pub fn query(&self) -> Option<&str> {
        self.target.split_once('?').map(|(_, query)| query)
    }

    /// The whole URL.
    #[must_use]
    pub fn url(&self) -> Url {
        let mut url = self.base.url().clone();
        url.set_path(self.path());
        url.set_query(self.query());
        url
    }
}

impl fmt::Debug for Outgoing {
    /// Shows method, base and sizes: a path or query can hold what is nobody's business.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outgoing")
            .field("method", &self.method)
            .field("base", &self.base)
            .field("headers", &self.headers.len())
            .field("body_bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_url_may_have_a_prefix_with_or_without_a_final_slash() {
        for (text, prefix) in [
            ("https://api.example.com", ""),
            ("https://api.example.com/", ""),
            ("https://api.example.com/gw", "/gw"),
            ("https://api.example.com/gw//", "/gw"),
            ("http://127.0.0.1:8080/a/b/", "/a/b"),
            ("http://[::1]:8080", ""),
            ("http://localhost:1", ""),
        ] {
            assert_eq!(BaseUrl::parse(text).unwrap().prefix(), prefix, "{text}");
        }
    }

    #[test]
    fn unsafe_base_urls_are_refused() {
        for text in [
            "",
            "api.example.com",
            "http://api.example.com",
            "http://127.0.0.1.example.com",
            "ftp://127.0.0.1",
            "mailto:a@example.com",
            "https://user:pw@api.example.com",
            "https://api.example.com?x=1",
            "https://api.example.com/#x",
        ] {
            assert!(BaseUrl::parse(text).is_err(), "{text}");
        }
    }
}
