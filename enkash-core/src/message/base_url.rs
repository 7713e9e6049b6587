//! Base URLs.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use url::Url;

use crate::base::percent::is_safe_segment;

/// The maximum length of a base URL. URLs over 8 kB are refused, and the path needs most of that.
const MAX_BASE_URL_BYTES: usize = 2_000;

/// The base URL of a product: an origin and a path prefix without a final slash. Parse it from a
/// string.
#[derive(Clone, PartialEq, Eq)]
pub struct BaseUrl(Arc<Url>);

impl FromStr for BaseUrl {
    type Err = InvalidBaseUrl;

    /// Parses a base URL such as `https://api.example.com/prefix`, with or without a final slash.
    ///
    /// The string must be the URL that calls are sent to, except for the case of scheme and host, a
    /// default port and final slashes. URL parsers also accept `https:evil.com`,
    /// `https:\\evil.com`, `http://127.1`, a tab within a name, and look-alike hosts in other
    /// scripts, whose target is not obvious in a configuration file.
    fn from_str(text: &str) -> Result<Self, InvalidBaseUrl> {
        if text.chars().any(|c| c.is_whitespace() || c.is_control()) {
            return Err(InvalidBaseUrl::new(
                "contains white space or a control character; remove it",
            ));
        }
        if text.len() > MAX_BASE_URL_BYTES {
            return Err(InvalidBaseUrl::new(format!(
                "has more than {MAX_BASE_URL_BYTES} bytes, which leaves no room for a path; shorten it"
            )));
        }
        let mut url =
            Url::parse(text).map_err(|error| InvalidBaseUrl::new(format!("not a URL: {error}")))?;
        if url.host().is_none() {
            return Err(InvalidBaseUrl::new(
                "has no host; write `https://`, the host and the path",
            ));
        }
        match url.scheme() {
            "https" => {}
            "http" if is_loopback(&url) => {}
            "http" => {
                return Err(InvalidBaseUrl::new(
                    "plain http is allowed for loopback addresses only; use https",
                ));
            }
            _ => return Err(InvalidBaseUrl::new("unsupported scheme; use https")),
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(InvalidBaseUrl::new(
                "contains a user name or password; remove them and set credentials on the client",
            ));
        }
        if url.domain().is_some_and(|name| !is_host_name(name)) || url.port() == Some(0) {
            return Err(InvalidBaseUrl::new(
                "invalid host name or port; use a DNS name and a port other than 0",
            ));
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err(InvalidBaseUrl::new("contains a query or a fragment; remove it"));
        }
        let prefix = url.path().trim_end_matches('/').to_owned();
        url.set_path(&prefix);
        let base = BaseUrl(Arc::new(url));
        base.check_written_as(text)?;
        Ok(base)
    }
}

/// The error for a string that is not a valid [`BaseUrl`]. `Display` is one line that states the
/// problem and the fix.
///
/// A base URL is `https`, or `http` on a loopback address, with a host and without credentials,
/// query and fragment. The message shows no part of the string except a host with characters
/// outside of ASCII, in its ASCII form (punycode), in which it is accepted.
///
/// ```
/// use enkash_core::BaseUrl;
///
/// let error = "http://user:secret@api.example.com".parse::<BaseUrl>().unwrap_err();
/// assert_eq!(error.to_string(), "plain http is allowed for loopback addresses only; use https");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct InvalidBaseUrl(Cow<'static, str>);

impl InvalidBaseUrl {
    /// `message` may contain no part of the string except a host's punycode.
    fn new(message: impl Into<Cow<'static, str>>) -> Self {
        InvalidBaseUrl(message.into())
    }
}

impl BaseUrl {
    /// Refuses a string that a reader could mistake for another URL than the parsed one.
    fn check_written_as(&self, text: &str) -> Result<(), InvalidBaseUrl> {
        let plain = InvalidBaseUrl::new(
            "not a plain absolute URL; write `https://`, the host as it is resolved, and the path",
        );
        let Some((scheme, rest)) = text.split_once("://") else { return Err(plain) };
        let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        if !authority.is_ascii() {
            let host = self.host();
            return Err(InvalidBaseUrl::new(format!(
                "the host contains characters outside of ASCII and resolves as `{host}`; if that is correct, write it so"
            )));
        }
        let default_port = if self.is_plain() { ":80" } else { ":443" };
        let authority = authority.strip_suffix(default_port).unwrap_or(authority);
        let same = self.origin().eq_ignore_ascii_case(&format!("{scheme}://{authority}"))
            && self.prefix() == path.trim_end_matches('/');
        // With an empty first segment, the path alone would be a reference to another host; a dot
        // segment in any encoding leaves the prefix on some servers.
        let safe = self.prefix().split('/').skip(1).all(is_safe_segment);
        if same && safe { Ok(()) } else { Err(plain) }
    }

    /// Returns the path prefix: empty, or with a leading slash and no final slash.
    #[must_use]
    pub fn prefix(&self) -> &str {
        self.0.path().trim_end_matches('/')
    }

    /// Returns the URL.
    #[must_use]
    pub fn url(&self) -> &Url {
        &self.0
    }

    /// Returns scheme, host and port, without a final slash.
    pub(crate) fn origin(&self) -> &str {
        &self.0[..url::Position::BeforePath]
    }

    /// Returns the URL of a target (path including the prefix, and query) at this host.
    pub(crate) fn url_of(&self, target: &str) -> Url {
        let (path, query) =
            target.split_once('?').map_or((target, None), |(path, query)| (path, Some(query)));
        let mut url = Url::clone(&self.0);
        url.set_path(path);
        url.set_query(query);
        url
    }

    /// Returns the host's name or address.
    #[must_use]
    pub fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    /// Returns whether the host is this machine.
    pub(crate) fn is_loopback(&self) -> bool {
        is_loopback(&self.0)
    }

    /// Returns whether the scheme is plain HTTP, which only a loopback address may have.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.0.scheme() == "http"
    }
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(url::Host::Domain(name)) => name == "localhost",
        Some(url::Host::Ipv4(address)) => address.is_loopback(),
        Some(url::Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// Returns whether a host name consists of letters, digits and hyphens, as in DNS, or underscores,
/// which occur in internal networks.
fn is_host_name(name: &str) -> bool {
    name.split('.').all(|label| {
        !label.is_empty()
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
    })
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
            assert_eq!(BaseUrl::from_str(text).unwrap().prefix(), prefix, "{text}");
        }
    }

    #[test]
    fn case_and_the_default_port_do_not_matter() {
        for (text, url) in [
            ("HTTPS://Api.Example.COM:443/Gw/", "https://api.example.com/Gw"),
            ("http://LOCALHOST:80", "http://localhost/"),
            ("https://xn--bcher-kva.example", "https://xn--bcher-kva.example/"),
            ("https://api.example.com:8443/a;b/%C3%BC", "https://api.example.com:8443/a;b/%C3%BC"),
        ] {
            assert_eq!(BaseUrl::from_str(text).unwrap().to_string(), url);
        }
    }

    #[test]
    fn a_host_outside_of_ascii_is_refused_and_shown_as_punycode() {
        for (text, host) in [
            ("https://b\u{fc}cher.example", "`xn--bcher-kva.example`"),
            // A Cyrillic letter, letters of full width, a soft hyphen.
            ("https://\u{430}pi.example.com/gw", "`xn--pi-6kc.example.com`"),
            ("https://\u{ff45}vil.example", "`evil.example`"),
            ("https://api\u{ad}.example.com", "`api.example.com`"),
        ] {
            let error = BaseUrl::from_str(text).unwrap_err().to_string();
            assert!(error.contains(host), "{error}");
        }
    }

    #[test]
    fn a_base_url_leaves_room_for_a_path() {
        let text = |length| format!("https://api.example.com/{}", "x".repeat(length));
        assert!(BaseUrl::from_str(&text(1_900)).is_ok());
        assert!(
            BaseUrl::from_str(&text(2_000))
                .unwrap_err()
                .to_string()
                .contains("more than 2000 bytes")
        );
    }

    #[test]
    fn unsafe_base_urls_are_refused() {
        for text in [
            "https:evil.example",
            "https://.",
            "https://a..b",
            "https://evil.example.",
            "https://*.example",
            "https://api.example.com,evil.example",
            "https://api.example.com;x",
            "https://api.example.com:0",
            "https://api.example.com/..;/x",
            "https://api.example.com/a/%252e%252e/x",
            "https://api.example.com//x",
            "https:/evil.example",
            "https:\\\\evil.example",
            "https:///evil.example",
            "https://evil.example\\gw",
            "https:/\\evil.example",
            "https://evil.exa\tmple",
            "https://evil.example/g\nw",
            " https://evil.example",
            "https://evil.example\u{a0}",
            "https://evil.example/\u{0}",
            "https://evil%2eexample",
            "https://evil.example:",
            "https://evil.example:0443",
            "https://127.1",
            "http://127.1:8080",
            "http://0x7f000001",
            "http://[0:0:0:0:0:0:0:1]",
            "https://evil.example/a/../b",
            "https://evil.example/a/%2e%2e/b",
            "https://evil.example/.",
            "https://evil.example/\u{fc}",
            "https://evil.example//other.example",
            "https://evil.example/a//b",
            "https://@evil.example",
            "https://api.example.com@evil.example",
            "https://evil.example?",
            "https://evil.example#",
            "//evil.example",
            "",
            "api.example.com",
            "http://api.example.com",
            "http://127.0.0.1.example.com",
            "ftp://127.0.0.1",
            "mailto:a@example.com",
            "https://planted:pw@api.example.com",
            "https://api.example.com?x=1",
            "https://api.example.com/#x",
        ] {
            let error = BaseUrl::from_str(text).expect_err(text);
            let error = format!("{error} {error:?}");
            assert!(!error.contains("evil") && !error.contains("planted"), "{error}");
        }
    }
}
