//! Checks a model: a struct of fields, or an enum of strings.

use syn::ext::IdentExt;
use syn::{Data, Fields};

use super::field::ParsedField;
use super::fields::{check_setter_names, check_wire_names};
use super::front::METHODS;
use super::keys::{Keys, check_names};
use super::{Input, rules, serde, tokens_to_string};
use crate::case::Case;
use crate::declaration::{Location, Model, ModelKind, Variant};
use crate::diagnostic::{Code, Sink};
use crate::parse::{Attributes, Source, is_plain_struct};

const KEYS: [&str; 3] = ["rename_all", "validate", "crate"];

/// Turns the input into a model, or reports everything that is wrong with it.
pub(crate) fn model(input: Input<'_>) -> Option<Model> {
    let Input { source, arguments, core, sink } = input;
    if let Some(method) =
        arguments.keyed.iter().find(|argument| METHODS.iter().any(|name| argument.key == name))
    {
        let wrong = "a model has no method and no path";
        let help = "write `#[model]`, or `#[endpoint(…)]` for a request";
        sink.report(&method.key, Code::Arguments, wrong, help);
        return None;
    }
    check_names(
        arguments,
        "write `#[model]` or `#[model(rename_all = \"snake_case\")]`",
        &KEYS,
        &[],
        sink,
    );
    let Source { item, fields: source_fields, variants: attributes } = source;
    let mut keys = Keys { arguments, sink };
    let case = keys.rename_all();
    let validate = keys.path("validate");
    let sink = keys.sink;
    let kind = match &item.data {
        Data::Struct(_) if is_plain_struct(&item) => {
            let case = case.unwrap_or(Case::Camel);
            let mut fields = Vec::new();
            for field in source_fields {
                if let Some(field) = ParsedField::new(field, &["extra"], sink) {
                    let location =
                        field.location.as_ref().map_or(Location::Body, |(location, _)| *location);
                    let wire_name = field.wire_name(case);
                    fields.push(field.finish(location, wire_name, sink));
                }
            }
            check_wire_names(&fields, sink);
            check_setter_names(&fields, sink);
            let rest = fields
                .iter()
                .filter(|field| matches!(field.location, Location::Extra | Location::Flatten));
            for second in rest.skip(1) {
                let wrong = "only one field can take what no other field names";
                sink.report(
                    &second.ident,
                    Code::Extra,
                    wrong,
                    "remove one `#[extra]` or `#[serde(flatten)]`",
                );
            }
            ModelKind::Struct { fields, validate }
        }
        Data::Enum(_) => {
            if let Some(validate) = validate {
                let wrong = "`validate` is for structs: an enum has no fields to check";
                sink.report(validate, Code::KeyValue, wrong, "remove `validate`");
            }
            ModelKind::Enum {
                variants: variants(&item, &attributes, case.unwrap_or(Case::ScreamingSnake), sink),
            }
        }
        Data::Struct(_) => {
            let wrong = "the fields of a tuple struct have no names in JSON";
            let help = format!(
                "name the fields: `struct {0} {{ … }}`; for a string of its own type write `#[pattern(\"…\")] struct {0};`",
                item.ident
            );
            sink.report(&item.ident, Code::ItemKind, wrong, help);
            return None;
        }
        Data::Union(_) => {
            sink.report(
                &item.ident,
                Code::ItemKind,
                "a union cannot be a model",
                Model::EXPECTED_ITEM,
            );
            return None;
        }
    };
    sink.is_clean().then_some(Model { item, core, kind })
}

/// The variants with their names on the wire.
fn variants(
    item: &syn::DeriveInput,
    attributes: &[Attributes],
    case: Case,
    sink: &mut Sink,
) -> Vec<Variant> {
    let generics = &item.generics;
    if !generics.params.is_empty() {
        let help = format!("write `enum {}`", item.ident);
        sink.report(generics, Code::Variant, "an enum of strings has no parameters", help);
    }
    let Data::Enum(data) = &item.data else { return Vec::new() };
    if data.variants.is_empty() {
        let help = "add the strings of the API reference as variants, or write `String` as the type of the field";
        sink.report(&item.ident, Code::Variant, "the enum has no variants", help);
    }
    // Mostly all variants have one: this is one mistake.
    let numbered = data
        .variants
        .iter()
        .find_map(|variant| Some((&variant.ident, &variant.discriminant.as_ref()?.1)));
    if let Some((name, number)) = numbered {
        let wrong =
            format!("`{name}` has a discriminant, and a `#[model]` enum is a list of strings");
        let string = tokens_to_string(number);
        let string = string.trim_matches(['"', '\'']);
        let help = if let syn::Expr::Lit(_) = number {
            format!("write `#[rename(\"{string}\")] {name}` if the API sends `\"{string}\"`")
        } else {
            format!("write `{name}` alone, or `#[rename(\"1\")] {name}` if the API sends `\"1\"`")
        };
        sink.report(number, Code::Variant, wrong, help);
    }
    // So it is with data. That of `Unknown` is another mistake.
    let has_data = |variant: &&syn::Variant| {
        !matches!(variant.fields, Fields::Unit) && variant.ident != "Unknown"
    };
    if let Some(variant) = data.variants.iter().find(has_data) {
        let name = &variant.ident;
        let help = format!("write `{name}` alone, or take values of several shapes as a `Json`");
        let wrong = format!("`{name}` has data, and a `#[model]` enum is a list of strings");
        sink.report(&variant.fields, Code::Variant, wrong, help);
    }
    let mut variants: Vec<Variant> = Vec::new();
    for (variant, attributes) in data.variants.iter().zip(attributes) {
        if variant.ident == "Unknown" {
            let help = "remove it, or write `#[rename(\"UNKNOWN\")] NotKnown` if the API sends that string";
            let wrong =
                "the attribute adds the variant `Unknown(String)`, which takes every other string";
            sink.report(&variant.ident, Code::Variant, wrong, help);
        }
        let mut wire_name = case.apply(&variant.ident.unraw().to_string());
        let mut is_renamed = false;
        for attribute in attributes.ours.iter().chain(&attributes.unknown) {
            if attribute.path().is_ident("rename") {
                if std::mem::replace(&mut is_renamed, true) {
                    let wrong = format!("`#[rename]` is given twice on `{}`", variant.ident);
                    sink.report(
                        attribute.path(),
                        Code::RepeatedAttribute,
                        wrong,
                        "remove one of them",
                    );
                }
                if let Some(name) =
                    rules::string(attribute, Code::WireName, "#[rename(\"IN_PROGRESS\")]", sink)
                {
                    wire_name = name.value();
                    if wire_name.is_empty() || wire_name.contains(char::is_control) {
                        let wrong = "the name is empty, or contains a control character";
                        let help = "write the string of the API reference, as in `#[rename(\"IN_PROGRESS\")]`";
                        sink.report(&name, Code::WireName, wrong, help);
                    }
                }
            } else if attribute.path().is_ident("serde") {
                serde::on_variant(attribute, sink);
            } else {
                let name = tokens_to_string(attribute.path());
                let help = match &*name {
                    "default" => "write `#[derive(Default)]` above the enum",
                    _ => "remove it; `#[rename(\"IN_PROGRESS\")]` gives a variant another name",
                };
                let wrong = format!("a variant has no attribute `#[{name}]`");
                sink.report(attribute.path(), Code::UnknownAttribute, wrong, help);
            }
        }
        let same = |other: &&Variant| {
            other.wire_name == wire_name && other.cfg.is_empty() && attributes.cfg.is_empty()
        };
        if let Some(other) = variants.iter().find(|other| other.ident == variant.ident)
            && other.cfg.is_empty()
        {
            let wrong = format!("the variant `{}` is declared twice", variant.ident);
            sink.report(&variant.ident, Code::WireName, wrong, "remove one of them");
        } else if let Some(other) = variants.iter().find(same) {
            let wrong =
                format!("`{}` and `{}` are both sent as `{wire_name}`", other.ident, variant.ident);
            sink.report(
                &variant.ident,
                Code::WireName,
                wrong,
                "give one of them the string of the API reference: `#[rename(\"IN_PROGRESS\")]`",
            );
        }
        variants.push(Variant {
            ident: variant.ident.clone(),
            wire_name,
            cfg: attributes.cfg.clone(),
        });
    }
    variants
}
