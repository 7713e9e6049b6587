//! Multipart bodies with files (`multipart/form-data`, RFC 7578).

use std::fmt;
use std::hash::{BuildHasher, RandomState};

use bytes::Bytes;

use crate::rules::Rules;
use crate::rules::violation::{FieldPath, Rule, Violations};
use crate::types::value::{ListValue, QueryValue};

/// A file in a multipart body: its bytes, its name and its media type.
///
/// ```
/// use enkash_core::FilePart;
///
/// let file = FilePart::new("customers.csv", "text/csv", "name\nExample Traders");
/// assert_eq!(file.name(), "customers.csv");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct FilePart {
    name: String,
    media_type: String,
    bytes: Bytes,
}

impl FilePart {
    /// Creates a file. `media_type` is sent unchanged, such as `text/csv` or
    /// `application/octet-stream`.
    pub fn new(
        name: impl Into<String>,
        media_type: impl Into<String>,
        bytes: impl Into<Bytes>,
    ) -> Self {
        FilePart { name: name.into(), media_type: media_type.into(), bytes: bytes.into() }
    }

    /// Returns the name of the file.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the media type.
    #[must_use]
    pub fn media_type(&self) -> &str {
        &self.media_type
    }

    /// Returns the content of the file.
    #[must_use]
    pub fn bytes(&self) -> &Bytes {
        &self.bytes
    }
}

impl fmt::Debug for FilePart {
    /// Shows the size; the content can be confidential.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FilePart({} bytes)", self.bytes.len())
    }
}

/// The type of a field in a multipart body: zero or more parts, each a string or a file.
///
/// Implemented for all types that implement [`QueryValue`], and for [`FilePart`],
/// `Option<FilePart>` and `Vec<FilePart>`.
///
/// Implement it for a type of your own that is sent as a file. For one that is sent as strings,
/// implement [`QueryValue`].
///
/// ```
/// use enkash_core::{
///     Client, FieldPath, FilePart, PartContent, PartValue, Product, Rules, Violations, endpoint,
/// };
///
/// /// Rows that are uploaded as a CSV file.
/// #[derive(Debug, Clone)]
/// struct Csv(Vec<[String; 2]>);
///
/// impl PartValue for Csv {
///     fn check_part(&self, _: &Rules, at: &FieldPath<'_>, found: &mut Violations) {
///         if self.0.iter().flatten().any(|cell| cell.contains([',', '"', '\n'])) {
///             found.add(at, "have cells without commas, quotes and line breaks");
///         }
///     }
///
///     fn each_part(&self, each: &mut dyn FnMut(PartContent<'_>)) {
///         let rows: Vec<String> = self.0.iter().map(|row| row.join(",")).collect();
///         each(PartContent::File(&FilePart::new("rows.csv", "text/csv", rows.join("\n"))));
///     }
/// }
///
/// const PRODUCT: Product = Product::new("example").base_url("https://api.example.com");
///
/// #[endpoint(POST, "/upload", body = multipart)]
/// struct Upload {
///     file: Csv,
/// }
///
/// # fn main() -> Result<(), enkash_core::Error> {
/// let client = Client::builder().build()?;
/// let prepared = client.prepare(&Upload { file: Csv(vec![["a".to_owned(), "1".to_owned()]]) })?;
/// assert!(String::from_utf8_lossy(&prepared.body).contains("filename=\"rows.csv\""));
/// # Ok(())
/// # }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a part of a multipart body",
    label = "not a string, a number or a file",
    note = "write `FilePart`, strings, numbers, `#[pattern]` identifiers, and `Option` or `Vec` of these"
)]
pub trait PartValue: fmt::Debug {
    /// Adds to `found` every rule that the value at `at` breaks, like
    /// [`Value::check`](crate::Value::check).
    fn check_part(&self, rules: &Rules, at: &FieldPath<'_>, found: &mut Violations);

    /// Calls `each` with the content of every part.
    fn each_part(&self, each: &mut dyn FnMut(PartContent<'_>));
}

/// The content of one part of a multipart body, passed by [`PartValue::each_part`].
#[derive(Debug)]
pub enum PartContent<'a> {
    /// A string.
    Text(&'a str),
    /// A file.
    File(&'a FilePart),
}

impl<T: QueryValue + ?Sized> PartValue for T {
    fn check_part(&self, rules: &Rules, at: &FieldPath<'_>, found: &mut Violations) {
        self.check(rules, at, found);
    }

    fn each_part(&self, each: &mut dyn FnMut(PartContent<'_>)) {
        self.each_text(&mut |text| each(PartContent::Text(text)));
    }
}

impl PartValue for FilePart {
    fn check_part(&self, _: &Rules, at: &FieldPath<'_>, found: &mut Violations) {
        if self.media_type.is_empty()
            || !self.media_type.bytes().all(|byte| matches!(byte, b' '..=b'~'))
        {
            found.push(at, Rule::HeaderText);
        }
    }

    fn each_part(&self, each: &mut dyn FnMut(PartContent<'_>)) {
        each(PartContent::File(self));
    }
}

impl PartValue for Option<FilePart> {
    fn check_part(&self, rules: &Rules, at: &FieldPath<'_>, found: &mut Violations) {
        if let Some(file) = self {
            file.check_part(rules, at, found);
        }
    }

    fn each_part(&self, each: &mut dyn FnMut(PartContent<'_>)) {
        if let Some(file) = self {
            each(PartContent::File(file));
        }
    }
}

impl ListValue for Vec<FilePart> {}

impl PartValue for Vec<FilePart> {
    fn check_part(&self, rules: &Rules, at: &FieldPath<'_>, found: &mut Violations) {
        if let Some((min, max)) = rules.items
            && !(min..=max).contains(&self.len())
        {
            found.push(at, Rule::Items { min, max });
        }
        for (index, file) in self.iter().enumerate() {
            file.check_part(rules, &at.index(index), found);
        }
    }

    fn each_part(&self, each: &mut dyn FnMut(PartContent<'_>)) {
        for file in self {
            each(PartContent::File(file));
        }
    }
}

/// A builder for multipart bodies.
pub(crate) struct Multipart {
    boundary: String,
    body: Vec<u8>,
}

impl Multipart {
    pub(crate) fn new() -> Self {
        // 128 random bits, which a file does not contain by accident and nobody can guess.
        let random = || RandomState::new().hash_one(0_u8);
        Multipart { boundary: format!("{:016x}{:016x}", random(), random()), body: Vec::new() }
    }

    pub(crate) fn push(&mut self, name: &str, part: &PartContent<'_>) {
        let mut head = format!(
            "--{}\r\nContent-Disposition: form-data; name=\"{}\"",
            self.boundary,
            quoted(name)
        );
        let content = match part {
            PartContent::Text(text) => {
                head.push_str("\r\n\r\n");
                text.as_bytes()
            }
            PartContent::File(file) => {
                head.push_str(&format!(
                    "; filename=\"{}\"\r\nContent-Type: {}\r\n\r\n",
                    quoted(&file.name),
                    file.media_type
                ));
                &file.bytes[..]
            }
        };
        self.body.reserve(head.len() + content.len() + self.boundary.len() + 8);
        self.body.extend_from_slice(head.as_bytes());
        self.body.extend_from_slice(content);
        self.body.extend_from_slice(b"\r\n");
    }

    /// Returns the media type with the boundary, and the body.
    pub(crate) fn finish(mut self) -> (String, Vec<u8>) {
        self.body.extend_from_slice(format!("--{}--\r\n", self.boundary).as_bytes());
        (format!("multipart/form-data; boundary={}", self.boundary), self.body)
    }
}

/// Escapes a name in quotes, as browsers do (WHATWG HTML, "multipart form data").
fn quoted(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_has_each_part_between_boundaries() {
        let mut body = Multipart::new();
        body.push("note", &PartContent::Text("first"));
        body.push("file", &PartContent::File(&FilePart::new("a\"b\r\n.csv", "text/csv", "1,2")));
        let (media_type, bytes) = body.finish();
        let boundary = media_type.strip_prefix("multipart/form-data; boundary=").unwrap();
        assert_eq!(boundary.len(), 32);
        assert_eq!(
            String::from_utf8(bytes).unwrap().replace(boundary, "B"),
            "--B\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nfirst\r\n\
             --B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a%22b%0D%0A.csv\"\r\n\
             Content-Type: text/csv\r\n\r\n1,2\r\n--B--\r\n"
        );
    }
}
