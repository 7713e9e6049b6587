//! Checks a model: a struct of fields, or an enum of strings.

use syn::ext::IdentExt;
use syn::{Data, Fields};

use super::field::ParsedField;
use super::fields::{check_setter_names, check_wire_names};
use super::keys::{Keys, check_names, rename_all};
use super::{Input, rules};
use crate::case::Case;
use crate::declaration::{Location, Model, ModelKind, Variant};
use crate::diagnostic::{Code, Sink};
use crate::parse::{Attributes, Source, is_plain_struct};

const KEYS: [&str; 3] = ["rename_all", "validate", "crate"];

/// Turns the input into a model, or reports everything that is wrong with it.
pub(crate) fn model(input: Input<'_>) -> Option<Model> {
    let Input { source, arguments, core, sink } = input;
    check_names(arguments, "write `#[model(key = value)]`", &KEYS, sink);
    let Source { item, fields: source_fields, variants: attributes } = source;
    let mut keys = Keys { arguments, sink };
    let case = rename_all(&mut keys);
    let validate = keys.path("validate");
    let sink = keys.sink;
    let kind = match &item.data {
        Data::Struct(_) if is_plain_struct(&item) => {
            let case = case.unwrap_or(Case::Camel);
            let mut fields = Vec::new();
            for field in source_fields {
                if let Some(field) = ParsedField::new(field, &["extra"], sink) {
                    let location = field.location.as_ref().map_or(Location::Body, |(location, _)| *location);
                    let wire_name = field.wire_name(case);
                    fields.push(field.finish(location, wire_name, sink));
                }
            }
            check_wire_names(&fields, sink);
            check_setter_names(&fields, sink);
            let rest =
                fields.iter().filter(|field| matches!(field.location, Location::Extra | Location::Flatten));
            for second in rest.skip(1) {
                let wrong = "only one field can take what no other field names";
                sink.report(&second.ident, Code::Extra, wrong, "keep one `#[extra]` or `#[serde(flatten)]`");
            }
            ModelKind::Struct { fields, validate }
        }
        Data::Enum(_) => {
            if let Some(validate) = validate {
                sink.report(validate, Code::KeyValue, "`validate` goes with structs only", "remove it");
            }
            ModelKind::Enum {
                variants: variants(&item, &attributes, case.unwrap_or(Case::ScreamingSnake), sink),
            }
        }
        Data::Struct(_) => {
            let help = format!("{}; for an identifier use `#[pattern(\"…\")]`", Model::EXPECTED_ITEM);
            sink.report(&item.ident, Code::ItemKind, "a tuple struct has no names for the wire", help);
            return None;
        }
        Data::Union(_) => {
            sink.report(&item.ident, Code::ItemKind, "a union cannot be a model", Model::EXPECTED_ITEM);
            return None;
        }
    };
    sink.is_clean().then_some(Model { item, core, kind })
}

/// The variants with their names on the wire.
fn variants(item: &syn::DeriveInput, attributes: &[Attributes], case: Case, sink: &mut Sink) -> Vec<Variant> {
    let generics = &item.generics;
    if !generics.params.is_empty() {
        sink.report(generics, Code::Variant, "an enum of strings has no parameters", "remove them");
    }
    let Data::Enum(data) = &item.data else { return Vec::new() };
    let mut variants: Vec<Variant> = Vec::new();
    for (variant, attributes) in data.variants.iter().zip(attributes) {
        if !matches!(variant.fields, Fields::Unit) {
            let help = "an enum of strings has plain variants; values of other shapes are structs, or `Json`";
            sink.report(&variant.fields, Code::Variant, format!("`{}` holds data", variant.ident), help);
        }
        if let Some((_, number)) = &variant.discriminant {
            let wrong = format!("`{}` has a number, and on the wire it is a string", variant.ident);
            sink.report(
                number,
                Code::Variant,
                wrong,
                "remove the number; for another string write `#[rename(\"…\")]`",
            );
        }
        if variant.ident == "Unknown" {
            let help = "remove it: `Unknown(String)` is added by the attribute; for a value of that name use another and `#[rename(\"UNKNOWN\")]`";
            sink.report(
                &variant.ident,
                Code::Variant,
                "`Unknown` is the variant for values that nobody knows yet",
                help,
            );
        }
        let mut wire_name = case.apply(&variant.ident.unraw().to_string());
        let mut is_renamed = false;
        for attribute in attributes.ours.iter().chain(&attributes.unknown) {
            if attribute.path().is_ident("rename") {
                if std::mem::replace(&mut is_renamed, true) {
                    let wrong = format!("`#[rename]` is given twice on `{}`", variant.ident);
                    sink.report(attribute.path(), Code::RepeatedAttribute, wrong, "keep one of them");
                }
                if let Some(name) =
                    rules::string(attribute, Code::WireName, "#[rename(\"IN_PROGRESS\")]", sink)
                {
                    wire_name = name.value();
                    if wire_name.is_empty() || wire_name.contains(char::is_control) {
                        let wrong = "a name on the wire is not empty and has no control characters";
                        sink.report(
                            &name,
                            Code::WireName,
                            wrong,
                            "write the name that the API reference gives",
                        );
                    }
                }
            } else {
                let wrong =
                    format!("`#[{}]` has no meaning on a variant", super::tokens_to_string(attribute.path()));
                sink.report(
                    attribute.path(),
                    Code::UnknownAttribute,
                    wrong,
                    "a variant takes `#[rename(\"…\")]`",
                );
            }
        }
        let same = |other: &&Variant| {
            other.wire_name == wire_name && other.cfg.is_empty() && attributes.cfg.is_empty()
        };
        if let Some(other) = variants.iter().find(same) {
            let wrong =
                format!("`{}` and `{}` are both `{wire_name}` on the wire", other.ident, variant.ident);
            sink.report(
                &variant.ident,
                Code::WireName,
                wrong,
                "give one of them another name with `#[rename(\"…\")]`",
            );
        }
        variants.push(Variant { ident: variant.ident.clone(), wire_name, cfg: attributes.cfg.clone() });
    }
    variants
}
