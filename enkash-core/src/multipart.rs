//! Forms with files (`multipart/form-data`, RFC 7578).

use std::fmt;
use std::hash::{BuildHasher, RandomState};

use bytes::Bytes;

use crate::rules::Rules;
use crate::value::{ListValue, QueryValue};
use crate::violation::{At, Rule, Violations};

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
    /// A file. `media_type` is written as it is, so `text/csv` or `application/octet-stream`.
    pub fn new(name: impl Into<String>, media_type: impl Into<String>, bytes: impl Into<Bytes>) -> Self {
        FilePart { name: name.into(), media_type: media_type.into(), bytes: bytes.into() }
    }

    /// The file's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The media type.
    #[must_use]
    pub fn media_type(&self) -> &str {
        &self.media_type
    }

    /// The file's bytes.
    #[must_use]
    pub fn bytes(&self) -> &Bytes {
        &self.bytes
    }
}

impl fmt::Debug for FilePart {
    /// Shows the size; what a file holds is nobody's business.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FilePart({} bytes)", self.bytes.len())
    }
}

/// A value that can be a part of a multipart body: texts and files.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a part of a multipart body",
    label = "not a text, a number or a file",
    note = "use `FilePart`, texts, numbers, `#[pattern]` identifiers, and `Option` or `Vec` of these"
)]
pub trait PartValue: fmt::Debug {
    /// Adds to `found` what is wrong with the value, which stands at `at`.
    fn check_part(&self, rules: &Rules, at: &At<'_>, found: &mut Violations);

    /// Calls `each` with every part.
    fn each_part(&self, each: &mut dyn FnMut(Part<'_>));
}

/// One part of a multipart body.
#[derive(Debug)]
pub enum Part<'a> {
    /// A text.
    Text(&'a str),
    /// A file.
    File(&'a FilePart),
}

impl<T: QueryValue + ?Sized> PartValue for T {
    fn check_part(&self, rules: &Rules, at: &At<'_>, found: &mut Violations) {
        self.check(rules, at, found);
    }

    fn each_part(&self, each: &mut dyn FnMut(Part<'_>)) {
        self.each_text(&mut |text| each(Part::Text(text)));
    }
}

impl PartValue for FilePart {
    fn check_part(&self, _: &Rules, at: &At<'_>, found: &mut Violations) {
        if self.media_type.is_empty() || !self.media_type.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            found.at(at, Rule::HeaderText);
        }
    }

    fn each_part(&self, each: &mut dyn FnMut(Part<'_>)) {
        each(Part::File(self));
    }
}

impl PartValue for Option<FilePart> {
    fn check_part(&self, rules: &Rules, at: &At<'_>, found: &mut Violations) {
        if let Some(file) = self {
            file.check_part(rules, at, found);
        }
    }

    fn each_part(&self, each: &mut dyn FnMut(Part<'_>)) {
        if let Some(file) = self {
            each(Part::File(file));
        }
    }
}

impl ListValue for Vec<FilePart> {}

impl PartValue for Vec<FilePart> {
    fn check_part(&self, rules: &Rules, at: &At<'_>, found: &mut Violations) {
        if let Some((min, max)) = rules.items
            && !(min..=max).contains(&self.len())
        {
            found.at(at, Rule::Items { min, max });
        }
        for (index, file) in self.iter().enumerate() {
            file.check_part(rules, &at.index(index), found);
        }
    }

    fn each_part(&self, each: &mut dyn FnMut(Part<'_>)) {
        for file in self {
            each(Part::File(file));
        }
    }
}

/// A multipart body in the making.
pub(crate) struct Multipart {
    boundary: String,
    body: Vec<u8>,
}

impl Multipart {
    pub(crate) fn new() -> Self {
        // 128 random bits: no file holds them by accident, and nobody can guess them.
        let random = || RandomState::new().hash_one(0_u8);
        Multipart { boundary: format!("{:016x}{:016x}", random(), random()), body: Vec::new() }
    }

    pub(crate) fn push(&mut self, name: &str, part: &Part<'_>) {
        let mut head =
            format!("--{}\r\nContent-Disposition: form-data; name=\"{}\"", self.boundary, quoted(name));
        let content = match part {
            Part::Text(text) => {
                head.push_str("\r\n\r\n");
                text.as_bytes()
            }
            Part::File(file) => {
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

    /// The media type with the boundary, and the body.
    pub(crate) fn finish(mut self) -> (String, Vec<u8>) {
        self.body.extend_from_slice(format!("--{}--\r\n", self.boundary).as_bytes());
        (format!("multipart/form-data; boundary={}", self.boundary), self.body)
    }
}

/// A name within quotes, as browsers write it (WHATWG HTML, "multipart form data").
fn quoted(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_has_each_part_between_boundaries() {
        let mut body = Multipart::new();
        body.push("note", &Part::Text("first"));
        body.push("file", &Part::File(&FilePart::new("a\"b\r\n.csv", "text/csv", "1,2")));
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
