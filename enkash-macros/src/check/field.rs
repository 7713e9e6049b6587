//! One field: its attributes, its location if an attribute gives it, its names.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{Attribute, Ident, Path, Type};

use super::{rules, tokens_to_string};
use crate::case::Case;
use crate::declaration::{Field, Location, Rules};
use crate::diagnostic::{Code, Sink, did_you_mean};
use crate::parse::{FIELD_ATTRIBUTES, SourceField};
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
    /// Attributes that state rules, by name, for those locations that take none.
    pub(crate) rule_attributes: Vec<Attribute>,
    /// The format, with the word that states it.
    pub(crate) format: Option<(String, Path)>,
    pub(crate) serde: SerdeAttributes,
    source: crate::parse::Attributes,
}

/// The supported ones of serde's field attributes.
#[derive(Default)]
pub(crate) struct SerdeAttributes {
    pub(crate) with: Option<Path>,
    /// The word, for messages.
    pub(crate) flatten: Option<Path>,
    pub(crate) default: Option<TokenStream>,
    /// The word, for the message about endpoints, which are not deserialised.
    pub(crate) default_word: Option<Path>,
}

const HEADER_RENAMED: &str = "a header has its name in `#[header(\"…\")]` already";

/// The message about a formatted `Patch` outside of a JSON body.
pub(crate) const FORMATTED_PATCH: &str = "a `Patch` can be `null`, which only a JSON body can hold";
pub(crate) const FORMATTED_PATCH_HELP: &str = "make the field an `Option`, or move it into a JSON body";

const LOCATIONS: [&str; 5] = ["path", "query", "header", "body", "extra"];

impl ParsedField {
    /// Reads the attributes of a field. `locations` are those that the item knows.
    pub(crate) fn new(source: SourceField, locations: &[&str], sink: &mut Sink) -> Option<ParsedField> {
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
            unknown_attribute(unknown, sink);
        }
        let ours = std::mem::take(&mut attributes.ours);
        for (index, attribute) in ours.iter().enumerate() {
            let name = attribute.path().get_ident().map(Ident::to_string).unwrap_or_default();
            let repeated = name != "serde" && ours[..index].iter().any(|other| other.path().is_ident(&name));
            if repeated {
                sink.report(
                    attribute.path(),
                    Code::RepeatedAttribute,
                    format!("`#[{name}]` is given twice on `{}`", field.name),
                    "keep one of them",
                );
            } else if LOCATIONS.contains(&&*name) && !locations.contains(&&*name) {
                sink.report(
                    attribute.path(),
                    Code::Misplaced,
                    format!("`#[{name}]` sets the location of an endpoint's field"),
                    "remove it: a model is sent where the field is that holds it",
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
                let format = rules::format(attribute, &self.ty, sink);
                self.format = format.map(|format| (format, attribute.path().clone()));
            }
            "serde" => self.serde_attribute(attribute, sink),
            _ => {
                self.rule_attributes.push(attribute.clone());
                rules::rule(name, attribute, &self.ty, &mut self.rules, sink);
            }
        }
    }

    fn location(&mut self, location: Location, attribute: &Attribute, sink: &mut Sink) {
        if location != Location::Header {
            no_arguments(attribute, sink);
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
                "a field has one location: keep one attribute, or declare two fields",
            );
        } else {
            self.location = Some((location, attribute.clone()));
        }
    }

    fn header(&mut self, attribute: &Attribute, sink: &mut Sink) {
        let Some(name) = rules::string(attribute, Code::HeaderName, "#[header(\"X-Request-Id\")]", sink)
        else {
            return;
        };
        let string = name.value();
        let token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
        if string.is_empty() || !string.bytes().all(token) {
            sink.report(
                &name,
                Code::HeaderName,
                format!("`{string}` is no name of a header"),
                "a name has letters, digits and `-`, as in `#[header(\"X-Request-Id\")]`",
            );
        } else if RESERVED_HEADERS.contains(&&*string.to_ascii_lowercase()) {
            let help = if string.eq_ignore_ascii_case("authorization") {
                "remove the field and give the credentials to the client; `auth = none` sends the call without any"
            } else {
                "remove the field: the client derives this header from the request"
            };
            sink.report(&name, Code::HeaderName, format!("`{string}` is set by the client"), help);
        }
        self.renamed = Some(string);
    }

    fn rename(&mut self, attribute: &Attribute, sink: &mut Sink) {
        let Some(name) = rules::string(attribute, Code::WireName, "#[rename(\"enKashCardId\")]", sink) else {
            return;
        };
        if name.value().is_empty() {
            sink.report(
                &name,
                Code::WireName,
                "a name on the wire is not empty",
                "write the name that the API reference gives",
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
                format!("a name on the wire has no control character such as `{}`", control.escape_default()),
                "write the name that the API reference gives",
            );
        }
        self.renamed = Some(name.value());
        self.rename = Some(attribute.path().clone());
    }

    fn serde_attribute(&mut self, attribute: &Attribute, sink: &mut Sink) {
        let result = attribute.parse_nested_meta(|meta| {
            let key = meta.path.to_token_stream().to_string();
            let repeated = match &*key {
                "with" => self.serde.with.is_some(),
                "flatten" => self.serde.flatten.is_some(),
                "default" => self.serde.default.is_some(),
                _ => false,
            };
            if repeated {
                sink.report(
                    &meta.path,
                    Code::RepeatedAttribute,
                    format!("`#[serde({key})]` is given twice on `{}`", self.name),
                    "keep one of them",
                );
            }
            match &*key {
                "with" => self.serde.with = Some(meta.value()?.parse::<syn::LitStr>()?.parse()?),
                "flatten" => self.serde.flatten = Some(meta.path),
                "default" => {
                    self.serde.default_word = Some(meta.path.clone());
                    self.serde.default = Some(if meta.input.peek(syn::Token![=]) {
                        let path: Path = meta.value()?.parse::<syn::LitStr>()?.parse()?;
                        quote!(#path())
                    } else {
                        quote!(::core::default::Default::default())
                    });
                }
                _ => {
                    let help = match &*key {
                        "rename" => "write `#[rename(\"…\")]`",
                        "skip_serializing_if" => "remove it: an `Option` or `Patch` is left out by itself",
                        "skip" => "remove the field, or make it a part of your own type",
                        "rename_all" => "write `rename_all = \"…\"` on the attribute of the struct",
                        _ => "of serde's attributes `with`, `flatten` and `default` are supported",
                    };
                    sink.report(
                        &meta.path,
                        Code::Serde,
                        format!("`#[serde({key})]` has no meaning here"),
                        help,
                    );
                    // What follows the key, so that the next one is looked at.
                    if meta.input.peek(syn::Token![=]) {
                        meta.value()?.parse::<syn::Expr>()?;
                    } else if meta.input.peek(syn::token::Paren) {
                        meta.parse_nested_meta(|_| Ok(()))?;
                    }
                }
            }
            Ok(())
        });
        if let Err(error) = result {
            sink.syntax(
                &error,
                Code::Serde,
                "write `#[serde(with = \"module\")]`, `#[serde(flatten)]` or `#[serde(default)]`",
            );
        }
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
            sink.report(
                flatten,
                Code::Serde,
                "only a field of a JSON body can be flattened",
                "remove `flatten`",
            );
        }
        if let (Some(with), Location::Extra | Location::Flatten) = (&self.serde.with, location) {
            sink.report(
                with,
                Code::Serde,
                format!("`with` writes one field, and `{}` holds several", self.name),
                "remove it, or the attribute that spreads the field over the body",
            );
        }
        if let (Some(rename), true) =
            (&self.rename, matches!(location, Location::WholeBody | Location::Extra | Location::Flatten))
        {
            sink.report(
                rename,
                Code::WireName,
                format!("`{}` is no field of the body, so nothing there has its name", self.name),
                "remove `#[rename]`",
            );
        }
        let presence = types::presence(&self.ty);
        if let (Location::Extra, Presence::Option | Presence::Patch) = (location, presence) {
            sink.report(
                &self.ty,
                Code::Extra,
                format!("`{}` holds further fields and can be left out", self.name),
                "write the map itself, as in `JsonMap`: an empty map adds nothing",
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
                format!("`#[{name}]` does not apply to `{}`, whose form is its own", self.name),
                "remove the rule, or check it in a `validate = …` function",
            );
        }
        if let (Some(with), true) = (&self.serde.with, self.format.is_some()) {
            sink.report(
                with,
                Code::Serde,
                "`with` and `#[format]` both write this field",
                "keep one of them",
            );
        }
        if let (Some((_, word)), Location::Path) = (&self.format, location) {
            sink.report(
                word,
                Code::Format,
                format!("`{}` is in the path, which no `#[format]` reaches", self.name),
                "make the field a `String` or a `#[pattern]` identifier, or move it with `#[query]`",
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

fn no_arguments(attribute: &Attribute, sink: &mut Sink) {
    if attribute.meta.require_path_only().is_err() {
        let name = tokens_to_string(attribute.path());
        sink.report(
            &attribute.meta,
            Code::KeyValue,
            format!("`#[{name}]` takes no arguments"),
            format!("write `#[{name}]`"),
        );
    }
}

fn unknown_attribute(attribute: &Attribute, sink: &mut Sink) {
    let name = tokens_to_string(attribute.path());
    let help = did_you_mean(&name, &FIELD_ATTRIBUTES);
    sink.report(
        attribute.path(),
        Code::UnknownAttribute,
        format!("there is no attribute `#[{name}]` for a field"),
        help,
    );
}
