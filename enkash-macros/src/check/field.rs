//! One field: its attributes, its location if an attribute gives it, its names.

use syn::ext::IdentExt;
use syn::{Attribute, Ident, Path, Type};

use super::serde::SerdeAttributes;
use super::{date_format, field_type, rules, tokens_to_string, unknown};
use crate::case::Case;
use crate::declaration::{DateFormat, Field, Location, Rules};
use crate::diagnostic::{Code, Sink};
use crate::parse::SourceField;
use crate::reserved_headers::RESERVED_HEADERS;
use crate::types::{self, Presence};

/// A field with its own attributes parsed; its location is not decided yet.
pub(crate) struct ParsedField {
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    pub(crate) name: String,
    /// The name that `#[rename]` or `#[header]` gives.
    pub(crate) renamed: Option<String>,
    /// The word of `#[rename]`.
    rename: Option<Path>,
    /// The location that an attribute gives, with that attribute.
    pub(crate) location: Option<(Location, Attribute)>,
    pub(crate) sensitive: bool,
    pub(crate) rules: Rules,
    /// Attributes that state rules, for those locations that take none.
    pub(crate) rule_attributes: Vec<Attribute>,
    /// The format, with the word that states it.
    pub(crate) format: Option<(DateFormat, Path)>,
    pub(crate) serde: SerdeAttributes,
    source: crate::parse::Attributes,
}

const HEADER_RENAMED: &str = "a header has its name in `#[header(\"…\")]` already";

/// The message about a formatted `Patch` outside of a JSON body.
pub(crate) const FORMATTED_PATCH: &str = "a `Patch` can be `null`, which only a JSON body can hold";
pub(crate) const FORMATTED_PATCH_HELP: &str =
    "make the field an `Option`, or move it into a JSON body";

const LOCATIONS: [&str; 5] = ["path", "query", "header", "body", "extra"];

impl ParsedField {
    /// Reads the attributes of a field. `locations` are those that the item knows.
    pub(crate) fn new(
        source: SourceField,
        locations: &[&str],
        sink: &mut Sink,
    ) -> Option<ParsedField> {
        let SourceField { ident, ty, mut attributes } = source;
        let ident = ident?;
        let mut field = ParsedField {
            name: ident.unraw().to_string(),
            ident,
            ty,
            renamed: None,
            rename: None,
            location: None,
            sensitive: false,
            rules: Rules::default(),
            rule_attributes: Vec::new(),
            format: None,
            serde: SerdeAttributes::default(),
            source: crate::parse::Attributes::default(),
        };
        for unknown in &attributes.unknown {
            unknown::attribute(unknown, sink);
        }
        for conditional in &attributes.conditional {
            sink.report(
                conditional.path(),
                Code::UnknownAttribute,
                "`#[cfg_attr]` cannot add an attribute of enkash, since it is expanded afterwards",
                "declare the field twice, each with its `#[cfg(…)]` and its attributes",
            );
        }
        let ours = std::mem::take(&mut attributes.ours);
        for (index, attribute) in ours.iter().enumerate() {
            let name = attribute.path().get_ident().map(Ident::to_string).unwrap_or_default();
            let repeated =
                name != "serde" && ours[..index].iter().any(|other| other.path().is_ident(&name));
            if repeated {
                sink.report(
                    attribute.path(),
                    Code::RepeatedAttribute,
                    format!("`#[{name}]` is given twice on `{}`", field.name),
                    "remove one of them",
                );
            } else if LOCATIONS.contains(&&*name) && !locations.contains(&&*name) {
                sink.report(
                    attribute.path(),
                    Code::Misplaced,
                    format!("`#[{name}]` is for a field of an endpoint: the fields of a model are in JSON"),
                    format!("remove it, or put `#[{name}]` on a field of the endpoint"),
                );
            } else {
                field.attribute(&name, attribute, sink);
            }
        }
        field.source = attributes;
        Some(field)
    }

    fn attribute(&mut self, name: &str, attribute: &Attribute, sink: &mut Sink) {
        match name {
            "path" => self.location(Location::Path, attribute, sink),
            "query" => self.location(Location::Query, attribute, sink),
            "body" => self.location(Location::WholeBody, attribute, sink),
            "extra" => self.location(Location::Extra, attribute, sink),
            "header" => {
                self.location(Location::Header, attribute, sink);
                self.header(attribute, sink);
            }
            "rename" => self.rename(attribute, sink),
            "sensitive" => {
                no_arguments(attribute, sink);
                self.sensitive = true;
            }
            "format" => {
                let format = date_format::format(attribute, &self.ty, sink);
                self.format = format.map(|format| (format, attribute.path().clone()));
            }
            "serde" => self.serde.read(attribute, &self.name, &self.ty, sink),
            _ => {
                if rules::rule(name, attribute, &self.ty, &mut self.rules, sink) {
                    self.rule_attributes.push(attribute.clone());
                }
            }
        }
    }

    fn location(&mut self, location: Location, attribute: &Attribute, sink: &mut Sink) {
        if location != Location::Header && !no_arguments(attribute, sink) {
            // What was meant as the name counts as one.
            let name = rules::string_meant(&attribute.meta);
            self.renamed = name
                .and_then(|name| syn::parse_str::<syn::LitStr>(&name).ok())
                .map(|name| name.value());
        }
        if let (Location::Header, Some(rename)) = (location, &self.rename) {
            sink.report(rename, Code::WireName, HEADER_RENAMED, "remove `#[rename]`");
        }
        if let Some((_, other)) = &self.location {
            sink.report(
                attribute.path(),
                Code::TwoLocations,
                format!(
                    "`{}` has two locations, `#[{}]` and `#[{}]`",
                    self.name,
                    tokens_to_string(other.path()),
                    tokens_to_string(attribute.path())
                ),
                "remove one of them, or declare a field for each",
            );
        } else {
            self.location = Some((location, attribute.clone()));
        }
    }

    fn header(&mut self, attribute: &Attribute, sink: &mut Sink) {
        // As in `#[header(X_REQUEST_ID)]`.
        let constant = attribute.parse_args::<syn::Ident>().map(|ident| ident.to_string());
        let name = constant.unwrap_or_else(|_| self.name.clone());
        let example = format!("#[header(\"{}\")]", heck::ToTrainCase::to_train_case(&*name));
        let Some(name) = rules::string(attribute, Code::HeaderName, &example, sink) else {
            return;
        };
        let string = name.value();
        let token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
        if string.is_empty() || !string.bytes().all(token) {
            sink.report(
                &name,
                Code::HeaderName,
                match &*string {
                    "" => "the header has no name".to_owned(),
                    _ => {
                        format!("`{string}` is not a header name: it takes letters, digits and `-`")
                    }
                },
                match header_meant(&string) {
                    Some(better) => format!("write `#[header(\"{better}\")]`"),
                    None => "write `#[header(\"X-Request-Id\")]`".to_owned(),
                },
            );
        } else if RESERVED_HEADERS.contains(&&*string.to_ascii_lowercase()) {
            let help = if string.eq_ignore_ascii_case("authorization") {
                "remove the field, and give the credentials to the client: `Client::builder().credentials(…)`"
            } else {
                "remove the field: the client writes this header itself"
            };
            sink.report(&name, Code::HeaderName, format!("`{string}` is set by the client"), help);
        }
        self.renamed = Some(string);
    }

    fn rename(&mut self, attribute: &Attribute, sink: &mut Sink) {
        let Some(name) =
            rules::string(attribute, Code::WireName, "#[rename(\"enKashCardId\")]", sink)
        else {
            return;
        };
        if name.value().is_empty() {
            sink.report(
                &name,
                Code::WireName,
                "the name is empty",
                "write the name of the API reference, as in `#[rename(\"customerId\")]`",
            );
        }
        if matches!(self.location, Some((Location::Header, _))) {
            sink.report(attribute.path(), Code::WireName, HEADER_RENAMED, "remove `#[rename]`");
            return;
        }
        if let Some(control) = name.value().chars().find(|character| character.is_control()) {
            sink.report(
                &name,
                Code::WireName,
                format!("the name contains the control character `{}`", control.escape_default()),
                format!(
                    "write `#[rename(\"{}\")]`",
                    name.value().replace(char::is_control, "").trim()
                ),
            );
        }
        self.renamed = Some(name.value());
        self.rename = Some(attribute.path().clone());
    }

    /// Whether the field may be compiled out.
    pub(crate) fn is_conditional(&self) -> bool {
        !self.source.cfg.is_empty()
    }

    /// The name on the wire where nothing else decides.
    pub(crate) fn wire_name(&self, case: Case) -> String {
        self.renamed.clone().unwrap_or_else(|| case.apply(&self.name))
    }

    /// Finishes the field in its location, and checks what depends on that.
    pub(crate) fn finish(self, location: Location, wire_name: String, sink: &mut Sink) -> Field {
        let location = if self.serde.flatten.is_some() && location == Location::Body {
            Location::Flatten
        } else {
            location
        };
        if let (Some(flatten), true) = (&self.serde.flatten, location != Location::Flatten) {
            let (wrong, help) = match location {
                Location::Extra => ("`#[extra]` flattens the map already", "remove `flatten`"),
                _ => (
                    "only a field of a JSON body can be flattened",
                    "remove `flatten`, and declare the fields one by one",
                ),
            };
            sink.report(flatten, Code::Serde, wrong, help);
        }
        if let (Some(with), Location::Extra | Location::Flatten) = (&self.serde.with, location) {
            sink.report(
                with,
                Code::Serde,
                format!("`with` writes one field, and `{}` holds several", self.name),
                "remove `with`, or the attribute that flattens the field",
            );
        }
        if let (Some(rename), true) = (
            &self.rename,
            matches!(location, Location::WholeBody | Location::Extra | Location::Flatten),
        ) {
            sink.report(
                rename,
                Code::WireName,
                format!("`{}` is not sent under a name, so `#[rename]` has no effect", self.name),
                "remove `#[rename]`",
            );
        }
        let presence = types::presence(&self.ty);
        // An unknown attribute may have been meant to send the field elsewhere.
        if self.serde.with.is_none() && self.format.is_none() && self.source.unknown.is_empty() {
            field_type::check(&self.ty, &self.name, location, sink);
        }
        if let (Location::Extra, Presence::Option | Presence::Patch) = (location, presence) {
            sink.report(
                &self.ty,
                Code::Extra,
                format!("`{}` holds further fields, and cannot be optional", self.name),
                match types::argument(&self.ty) {
                    Some(map) => {
                        format!(
                            "write `{}: {}`: an empty map adds nothing",
                            self.name,
                            tokens_to_string(map)
                        )
                    }
                    None => "write `JsonMap`: an empty map adds nothing".to_owned(),
                },
            );
        }
        let ruleless = self.serde.with.is_some()
            || self.format.is_some()
            || matches!(location, Location::Flatten | Location::Extra);
        if let (true, Some(rule)) = (ruleless, self.rule_attributes.first()) {
            let name = tokens_to_string(rule.path());
            sink.report(
                rule.path(),
                Code::RuleType,
                format!(
                    "`#[{name}]` does not apply to `{}`, which is serialised differently",
                    self.name
                ),
                "remove the rule, or check it in a function: `validate = Self::check`",
            );
        }
        if let (Some(with), true) = (&self.serde.with, self.format.is_some()) {
            sink.report(
                with,
                Code::Serde,
                "`with` and `#[format]` both serialise this field",
                "remove one of them",
            );
        }
        if let (Some((_, word)), Location::Path) = (&self.format, location) {
            sink.report(
                word,
                Code::Format,
                format!("`{}` is in the path, where `#[format]` does not apply", self.name),
                format!("write `{}: String`, and format the date before", self.name),
            );
        }
        if let (Some((_, word)), Location::Query | Location::Header, Presence::Patch) =
            (&self.format, location, presence)
        {
            sink.report(word, Code::Format, FORMATTED_PATCH, FORMATTED_PATCH_HELP);
        }
        Field {
            ident: self.ident,
            kind: types::kind(&self.ty),
            ty: self.ty,
            name: self.name,
            wire_name,
            location,
            presence,
            sensitive: self.sensitive,
            rules: self.rules,
            format: self.format.map(|(format, _)| format),
            with: self.serde.with,
            default: self.serde.default,
            cfg: self.source.cfg,
            docs: self.source.docs,
        }
    }
}

/// Reports arguments of an attribute that takes none; whether there are none.
fn no_arguments(attribute: &Attribute, sink: &mut Sink) -> bool {
    let none = attribute.meta.require_path_only().is_ok();
    if !none {
        let name = tokens_to_string(attribute.path());
        // An argument of a location mostly is a name.
        let help = match (&*name, rules::string_meant(&attribute.meta)) {
            ("query" | "path", Some(string)) => format!("write `#[{name}] #[rename({string})]`"),
            ("body", Some(_)) => {
                "write `#[body]`; its encoding is `body = json` in `#[endpoint(…)]`".to_owned()
            }
            _ => format!("write `#[{name}]`"),
        };
        sink.report(
            &attribute.meta,
            Code::KeyValue,
            format!("`#[{name}]` takes no arguments"),
            help,
        );
    }
    none
}

/// A header name without what it cannot hold.
fn header_meant(written: &str) -> Option<String> {
    if !written.is_ascii() {
        return None;
    }
    // As in `X-Request-Id: 1`.
    let name = written.split_once(':').map_or(written, |(name, _)| name);
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    Some(words.collect::<Vec<_>>().join("-")).filter(|name| !name.is_empty())
}
