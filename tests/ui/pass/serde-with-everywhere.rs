//! `#[serde(with = "…")]` in every location. A value that has no text there is a violation.
use enkash_core::mock::Mock;
use enkash_core::{Endpoint, PreparedRequest, Product, endpoint};

const PRODUCT: Product = Product::new("example").base_url("https://api.example.com");

/// A type of another crate, with a form that serde's own way does not have.
#[derive(Debug, Clone)]
pub struct Day(u32);

mod day {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::Day;

    /// `0` has no form, and `1` one that is no text.
    pub fn serialize<S: Serializer>(day: &Day, to: S) -> Result<S::Ok, S::Error> {
        match day.0 {
            0 => Err(serde::ser::Error::custom("no day")),
            1 => [1].serialize(to),
            day => to.collect_str(&format_args!("day {day}")),
        }
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Day, D::Error> {
        u32::deserialize(from).map(Day)
    }
}

mod each {
    use serde::{Deserialize, Deserializer, Serializer};

    use super::Day;

    /// Never called for a `None`, which is left out.
    pub fn serialize<S: Serializer>(day: &Option<Day>, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_u32(day.as_ref().expect("a day").0)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Day>, D::Error> {
        u32::deserialize(from).map(|day| Some(Day(day)))
    }
}

mod joined {
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(list: &[String], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&list.join(","))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
        Ok(String::deserialize(from)?.split(',').map(str::to_owned).collect())
    }
}

#[endpoint(GET, "/days/<day>/<names>")]
pub struct GetDay {
    #[serde(with = "day")]
    pub day: Day,
    #[serde(with = "joined")]
    pub names: Vec<String>,
    #[serde(with = "day")]
    pub from: Day,
    #[serde(with = "each")]
    pub until: Option<Day>,
    #[header("X-Day")]
    #[serde(with = "day")]
    pub header: Day,
}

#[endpoint(POST, "/days", body = form)]
pub struct PostForm {
    #[serde(with = "day")]
    pub day: Day,
    #[serde(with = "each")]
    pub until: Option<Day>,
}

#[endpoint(POST, "/days", body = multipart)]
pub struct PostParts {
    #[serde(with = "day")]
    pub day: Day,
    #[serde(with = "each")]
    pub until: Option<Day>,
}

#[endpoint(POST, "/days")]
pub struct PostWhole<T> {
    #[body]
    #[serde(with = "self::list")]
    pub days: Vec<T>,
}

mod list {
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<T, S: Serializer>(list: &[T], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_u64(list.len() as u64)
    }

    pub fn deserialize<'de, T, D: Deserializer<'de>>(from: D) -> Result<Vec<T>, D::Error> {
        u64::deserialize(from).map(|_| Vec::new())
    }
}

fn prepared(request: &impl Endpoint) -> PreparedRequest {
    Mock::new().client().unwrap().prepare(request).unwrap()
}

fn refused(request: &impl Endpoint) -> String {
    Mock::new().client().unwrap().prepare(request).unwrap_err().violations().unwrap().to_string()
}

fn body(request: &impl Endpoint) -> String {
    String::from_utf8(prepared(request).body.to_vec()).unwrap()
}

fn get(day: u32) -> GetDay {
    GetDay {
        day: Day(day),
        names: vec!["a".to_owned(), "b".to_owned()],
        from: Day(day),
        until: None,
        header: Day(day),
    }
}

fn main() {
    let sent = prepared(&get(2));
    assert_eq!((sent.path(), sent.query()), ("/days/day%202/a,b", Some("from=day%202")));
    assert_eq!(sent.headers["X-Day"], "day 2");
    let sent = prepared(&GetDay { until: Some(Day(7)), ..get(2) });
    assert_eq!(sent.query(), Some("from=day%202&until=7"));

    let must = "must serialise to a string, a number or a boolean";
    assert_eq!(refused(&get(1)), format!("`day` {must}; `from` {must}; `X-Day` {must}"));
    assert_eq!(refused(&get(0)).matches("cannot be serialised").count(), 3);

    assert_eq!(body(&PostForm { day: Day(3), until: None }), "day=day%203");
    assert_eq!(body(&PostForm { day: Day(3), until: Some(Day(4)) }), "day=day%203&until=4");
    assert_eq!(refused(&PostForm { day: Day(1), until: None }), format!("`day` {must}"));

    let text = body(&PostParts { day: Day(3), until: Some(Day(4)) });
    assert!(text.contains("name=\"day\"\r\n\r\nday 3\r\n") && text.contains("name=\"until\"\r\n\r\n4\r\n"));
    assert!(!body(&PostParts { day: Day(3), until: None }).contains("until"));
    assert_eq!(refused(&PostParts { day: Day(1), until: None }), format!("`day` {must}"));

    assert_eq!(body(&PostWhole { days: vec![Day(3)] }), "1");
}
