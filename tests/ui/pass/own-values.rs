//! Fields of types of one's own and of other crates.
use std::borrow::Cow;
use std::net::{IpAddr, Ipv4Addr};

use enkash_core::mock::Mock;
use enkash_core::{
    AsText, FieldPath, Lenient, PathValue, Product, QueryValue, ReadValue, Rules, TextValue, Value,
    Violations, endpoint, model,
};
use serde::de::{Deserialize, Deserializer};
use serde::{Serialize, Serializer};

const PRODUCT: Product = Product::new("example").base_url("https://api.example.com");

#[derive(Debug, Clone, PartialEq)]
pub struct Code(String);

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl Value for Code {
    fn check(&self, rules: &Rules, at: &FieldPath<'_>, found: &mut Violations) {
        self.0.check(rules, at, found);
        if self.0 == "unlucky" {
            found.add(at, "be luckier");
        }
    }
}

impl TextValue for Code {}

impl ReadValue for Code {
    fn missing() -> Option<Self> {
        Some(Code("none".to_owned()))
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Code)
    }
}

impl PathValue for Code {
    fn text(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.0)
    }
}

impl QueryValue for Code {
    fn each_text(&self, each: &mut dyn FnMut(&str)) {
        each(&self.0);
    }
}

#[model]
pub struct Server {
    pub code: Code,
    pub address: AsText<IpAddr>,
    #[length(1..=9)]
    pub others: Option<Vec<AsText<Ipv4Addr>>>,
    pub last: Option<Lenient<AsText<Ipv4Addr>>>,
}

#[endpoint(PUT, "/servers/<code>/<address>", response = Server)]
pub struct UpdateServer {
    #[length(1..=7)]
    pub code: Code,
    pub address: AsText<IpAddr>,
    #[query]
    pub codes: Vec<Code>,
    #[header("X-Address")]
    pub from: Option<AsText<IpAddr>>,
    pub server: Server,
}

fn main() {
    let json = r#"{"address":"10.0.0.1","others":["10.0.0.2"],"last":"unknown"}"#;
    let server: Server = serde_json::from_str(json).unwrap();
    assert_eq!(server.code, Code("none".to_owned()));
    assert!(server.address.is_ipv4());
    assert_eq!(server.last, Some(Lenient::Other("unknown".to_owned())));

    let address = AsText(IpAddr::from(Ipv4Addr::LOCALHOST));
    let code = Code("a/b".to_owned());
    let mut request = UpdateServer::builder()
        .code(code.clone())
        .address(address)
        .codes([code.clone(), code])
        .from(address)
        .server(Server { last: None, ..server })
        .build();
    let client = Mock::new().client().unwrap();
    let sent = client.prepare(&request).unwrap();
    assert_eq!((sent.path(), sent.query()), ("/servers/a%2Fb/127.0.0.1", Some("codes=a%2Fb&codes=a%2Fb")));
    assert_eq!(sent.headers["X-Address"], "127.0.0.1");
    assert_eq!(sent.body, r#"{"server":{"code":"none","address":"10.0.0.1","others":["10.0.0.2"]}}"#);

    request.code = Code("unlucky".to_owned());
    request.server.others = Some(vec![AsText(Ipv4Addr::new(10, 100, 0, 1))]);
    let error = client.prepare(&request).unwrap_err();
    assert_eq!(
        error.violations().unwrap().to_string(),
        "`code` must be luckier; `server.others[0]` must have 1 to 9 characters"
    );
}
