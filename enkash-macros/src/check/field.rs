//! One field: its attributes, its place as far as it says so itself, its names.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{Attribute, Ident, Path, Type};

use super::{rules, text_of};
use crate::case::Case;
use crate::declaration::{Field, Place, Rules};
use crate::diagnostic::{Code, Sink, did_you_mean};
use crate::parse::{OURS, SourceField};
use crate::reserved_headers::RESERVED_HEADERS;
use crate::types::{self, Presence};

/// A field as its own attributes describe it; where it travels is not settled yet.
pub(crate) struct Draft {
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    pub(crate) name: String,
    /// The name that `#[rename]` or `#[header]` gives.
    pub(crate) renamed: Option<String>,
    /// The word of `#[rename]`.
    rename: Option<Path>,
    /// The place that an attribute gives, with that attribute.
    pub(crate) place: Option<(Place, Attribute)>,
    pub(crate) sensitive: bool,
    pub(crate) rules: Rules,
    /// Attributes that state rules, by name, for those places that take none.
    pub(crate) rule_attributes: Vec<Attribute>,
    /// The format, with the word that states it.
    pub(crate) format: Option<(String, Path)>,
    pub(crate) serde: SerdeAttributes,
    source: crate::parse::Attributes,
}

/// What of serde's field attributes is understood.
#[derive(Default)]
pub(crate) struct SerdeAttributes {
    pub(crate) with: Option<Path>,
    /// The word, which is where the mistake is if it cannot be.
    pub(crate) flatten: Option<Path>,
    pub(crate) default: Option<TokenStream>,
    /// The word, for endpoints, which are not read.
    pub(crate) default_word: Option<Path>,
}

const HEADER_RENAMED: &str = "a header has its name in `#[header(\"…\")]` already";

/// What is said of a formatted `Patch` where only a JSON body has a `null`.
pub(crate) const PATCH_OF_TEXT: &str = "a `Patch` can be `null`, which only a JSON body can say";
pub(crate) const PATCH_OF_TEXT_HELP: &str = "make the field an `Option`, or move it into a JSON body";

const PLACES: [&str; 5] = ["path", "query", "header", "body", "extra"];

impl Draft {
    /// Reads the attributes of a field. `places` are those that the item knows.
    pub(crate) fn new(source: SourceField, places: &[&str], sink: &mut Sink) -> Option<Draft> {
        let SourceField { ident, ty, mut attributes } = source;
        let ident = ident?;
        let mut draft = Draft {
            name: ident.unraw().to_string(),
            ident,
            ty,
            renamed: None,
            rename: None,
            place: None,
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
                    format!("`#[{name}]` stands on `{}` twice", draft.name),
                    "keep one of them",
                );
            } else if PLACES.contains(&&*name) && !places.contains(&&*name) {
                sink.report(
                    attribute.path(),
                    Code::Misplaced,
                    format!("`#[{name}]` says where a field of an endpoint travels"),
                    "remove it: a model travels where the field does that holds it",
                );
            } else {
                draft.attribute(&name, attribute, sink);
            }
        }
        draft.source = attributes;
        Some(draft)
    }

    fn attribute(&mut self, name: &str, attribute: &Attribute, sink: &mut Sink) {
        match name {
            "path" => self.place(Place::Path, attribute, sink),
            "query" => self.place(Place::Query, attribute, sink),
            "body" => self.place(Place::WholeBody, attribute, sink),
            "extra" => self.place(Place::Extra, attribute, sink),
            "header" => {
                self.place(Place::Header, attribute, sink);
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

    fn place(&mut self, place: Place, attribute: &Attribute, sink: &mut Sink) {
        if place != Place::Header {
            no_arguments(attribute, sink);
        }
        if let (Place::Header, Some(rename)) = (place, &self.rename) {
            sink.report(rename, Code::WireName, HEADER_RENAMED, "remove `#[rename]`");
        }
        if let Some((_, other)) = &self.place {
            sink.report(
                attribute.path(),
                Code::TwoPlaces,
                format!(
                    "`{}` has two places, `#[{}]` and `#[{}]`",
                    self.name,
                    text_of(other.path()),
                    text_of(attribute.path())
                ),
                "a field travels in one place: keep one attribute, or declare two fields",
            );
        } else {
            self.place = Some((place, attribute.clone()));
        }
    }

    fn header(&mut self, attribute: &Attribute, sink: &mut Sink) {
        let Some(name) = rules::text(attribute, Code::HeaderName, "#[header(\"X-Request-Id\")]", sink) else {
            return;
        };
        let text = name.value();
        let token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
        if text.is_empty() || !text.bytes().all(token) {
            sink.report(
                &name,
                Code::HeaderName,
                format!("`{text}` is no name of a header"),
                "a name has letters, digits and `-`, as in `#[header(\"X-Request-Id\")]`",
            );
        } else if RESERVED_HEADERS.contains(&&*text.to_ascii_lowercase()) {
            let help = if text.eq_ignore_ascii_case("authorization") {
                "remove the field and give the credentials to the client; `auth = none` sends the call without any"
            } else {
                "remove the field: the client derives this header from the request"
            };
            sink.report(&name, Code::HeaderName, format!("`{text}` is set by the client"), help);
        }
        self.renamed = Some(text);
    }

    fn rename(&mut self, attribute: &Attribute, sink: &mut Sink) {
        let Some(name) = rules::text(attribute, Code::WireName, "#[rename(\"enKashCardId\")]", sink) else {
            return;
        };
        if name.value().is_empty() {
            sink.report(
                &name,
                Code::WireName,
                "a name on the wire is not empty",
                "write the name that the documents give",
            );
        }
        if matches!(self.place, Some((Place::Header, _))) {
            sink.report(attribute.path(), Code::WireName, HEADER_RENAMED, "remove `#[rename]`");
            return;
        }
        if let Some(control) = name.value().chars().find(|character| character.is_control()) {
            sink.report(
                &name,
                Code::WireName,
                format!("a name on the wire has no control character such as `{}`", control.escape_default()),
                "write the name that the documents give",
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
                    format!("`#[serde({key})]` stands on `{}` twice", self.name),
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
                        _ => "of serde's attributes `with`, `flatten` and `default` are understood",
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
        self.renamed.clone().unwrap_or_else(|| case.spell(&self.name))
    }

    /// Settles where the field travels, and checks what only then can be checked.
    pub(crate) fn settle(self, place: Place, wire_name: String, sink: &mut Sink) -> Field {
        let place = if self.serde.flatten.is_some() && place == Place::Body { Place::Flatten } else { place };
        if let (Some(flatten), true) = (&self.serde.flatten, place != Place::Flatten) {
            sink.report(
                flatten,
                Code::Serde,
                "only a member of a JSON body can be flattened",
                "remove `flatten`",
            );
        }
        if let (Some(with), Place::Extra | Place::Flatten) = (&self.serde.with, place) {
            sink.report(
                with,
                Code::Serde,
                format!("`with` writes one field, and `{}` holds several", self.name),
                "remove it, or the attribute that spreads the field over the body",
            );
        }
        if let (Some(rename), true) =
            (&self.rename, matches!(place, Place::WholeBody | Place::Extra | Place::Flatten))
        {
            sink.report(
                rename,
                Code::WireName,
                format!("`{}` is no member of the body, so nothing there has its name", self.name),
                "remove `#[rename]`",
            );
        }
        let presence = types::presence(&self.ty);
        if let (Place::Extra, Presence::Option | Presence::Patch) = (place, presence) {
            sink.report(
                &self.ty,
                Code::Extra,
                format!("`{}` holds further members and can be left out", self.name),
                "write the map itself, as in `JsonMap`: an empty map adds nothing",
            );
        }
        let ruleless = self.serde.with.is_some()
            || self.format.is_some()
            || matches!(place, Place::Flatten | Place::Extra);
        if let (true, Some(rule)) = (ruleless, self.rule_attributes.first()) {
            let name = text_of(rule.path());
            sink.report(
                rule.path(),
                Code::RuleType,
                format!("`#[{name}]` cannot hold for `{}`, whose form is its own", self.name),
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
        if let (Some((_, word)), Place::Path) = (&self.format, place) {
            sink.report(
                word,
                Code::Format,
                format!("`{}` stands in the path, which no `#[format]` reaches", self.name),
                "make the field a `String` or a `#[pattern]` identifier, or move it with `#[query]`",
            );
        }
        if let (Some((_, word)), Place::Query | Place::Header, Presence::Patch) =
            (&self.format, place, presence)
        {
            sink.report(word, Code::Format, PATCH_OF_TEXT, PATCH_OF_TEXT_HELP);
        }
        Field {
            ident: self.ident,
            kind: types::kind(&self.ty),
            ty: self.ty,
            name: self.name,
            wire_name,
            place,
            presence,
            sensitive: self.sensitive,
            rules: self.rules,
            format: self.format.map(|(format, _)| format),
            with: self.serde.with,
            default: self.serde.default,
            cfg: self.source.cfg,
            described: self.source.described,
        }
    }
}

fn no_arguments(attribute: &Attribute, sink: &mut Sink) {
    if attribute.meta.require_path_only().is_err() {
        let name = text_of(attribute.path());
        sink.report(
            &attribute.meta,
            Code::KeyValue,
            format!("`#[{name}]` takes no arguments"),
            format!("write `#[{name}]`"),
        );
    }
}

fn unknown_attribute(attribute: &Attribute, sink: &mut Sink) {
    let name = text_of(attribute.path());
    let help = did_you_mean(&name, &OURS);
    sink.report(
        attribute.path(),
        Code::UnknownAttribute,
        format!("there is no attribute `#[{name}]` for a field"),
        help,
    );
}
