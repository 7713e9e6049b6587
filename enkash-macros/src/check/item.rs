//! Checks what is above a struct or an enum, whatever attribute it has.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::{Attribute, Data, DataStruct, DeriveInput, Fields, GenericParam, Path, Token};

use super::{serde, stub_types, tokens_to_string};
use crate::diagnostic::{Code, Sink};
use crate::parse::FIELD_ATTRIBUTES;
use crate::tokens::has_ident;

/// The attributes of this crate, of which an item has one.
const DECLARATIONS: [&str; 3] = ["endpoint", "model", "pattern"];

/// Reports parameters that no field uses, and attributes of the item that collide with the macro's
/// own impls, or that belong elsewhere. `noun` is the attribute's name; `implemented` names its
/// traits, `underivable` those that cannot be derived.
pub(crate) fn check_item(
    item: &DeriveInput,
    noun: &str,
    implemented: &[&str],
    underivable: &[(&str, &str)],
    sink: &mut Sink,
) {
    let is_wrong =
        |parameter: &&GenericParam| is_unused(item, parameter) && !is_forgotten(item, parameter);
    // An enum is refused every parameter.
    if let (Data::Struct(_), Some(parameter)) =
        (&item.data, item.generics.params.iter().find(is_wrong))
    {
        let name = tokens_to_string(without_bounds(parameter));
        let wrong = format!("no field uses the parameter `{name}`");
        sink.report(parameter, Code::ItemKind, wrong, format!("remove `{name}`"));
    }
    if let Some(other) = built(item) {
        let wrong = format!("`{}` is the name of the builder of a struct `{other}`", item.ident);
        sink.report(
            &item.ident,
            Code::ItemKind,
            wrong,
            format!("write another name, such as `{other}Draft`"),
        );
    }
    if let Some(lifetime) = stub_types::undeclared_lifetime(item) {
        let wrong = format!("the lifetime `{lifetime}` is not declared");
        let help = if lifetime.ident == "_" {
            "write `'static`, or `'a` with the lifetime `'a` on the struct".to_owned()
        } else {
            let declared = item.generics.lifetimes().map(|declared| &declared.lifetime);
            let all: Vec<String> = declared.chain([&lifetime]).map(ToString::to_string).collect();
            format!(
                "write `struct {}<{}>`, or an owned type such as `String`",
                item.ident,
                all.join(", ")
            )
        };
        sink.report(&lifetime, Code::ItemKind, wrong, help);
    }
    if let Data::Struct(data) = &item.data {
        // An array is refused anyway.
        let holds = |field: &&syn::Field| {
            !matches!(field.ty, syn::Type::Array(_)) && stub_types::holds(&field.ty, &item.ident)
        };
        for field in data.fields.iter().filter(holds) {
            let name = &item.ident;
            let wrong = format!("`{name}` contains itself, and would have an infinite size");
            let help = format!("write `Option<Box<{name}>>` or `Vec<{name}>`");
            sink.report(&field.ty, Code::FieldType, wrong, help);
        }
    }
    for attribute in &item.attrs {
        if let Some(name) = declaration(attribute) {
            let (wrong, help) = if name == noun {
                (format!("`#[{name}]` is given twice"), "remove one of them")
            } else {
                (
                    format!("`#[{name}]` and `#[{noun}]` are on one struct"),
                    "remove one of them, or declare a second struct",
                )
            };
            sink.report(attribute.path(), Code::ItemKind, wrong, help);
        } else if attribute.path().is_ident("serde") {
            serde::on_item(attribute, noun, sink);
        } else if let Some(name) = misplaced(item, attribute) {
            let (wrong, help) = if FIELD_ATTRIBUTES.contains(&&*name) {
                (
                    format!("`#[{name}]` is an attribute of a field"),
                    format!("write `#[{name}]` above a field"),
                )
            } else {
                let value = match &attribute.meta {
                    syn::Meta::List(list) => format!("{name} = {}", tokens_to_string(&list.tokens)),
                    meta => tokens_to_string(meta),
                };
                (
                    format!("`{name}` is a key of `#[{noun}]`"),
                    format!("write `{value}` in `#[{noun}(…)]`"),
                )
            };
            sink.report(attribute.path(), Code::Misplaced, wrong, help);
        }
        for path in derived(attribute).into_iter().flatten() {
            let reason =
                last_name(&path).and_then(|name| underivable.iter().find(|(of, _)| *of == name));
            if let Some((name, reason)) = reason {
                sink.report(
                    &path,
                    Code::Derive,
                    format!("`{name}` cannot be derived: {reason}"),
                    format!("remove `{name}` from the derive"),
                );
            }
            if let Some(name) = last_name(&path).filter(|name| implemented.contains(&&**name)) {
                sink.report(
                    &path,
                    Code::Derive,
                    format!("`#[{noun}]` implements `{name}` already"),
                    format!("remove `{name}` from the derive"),
                );
            }
        }
    }
}

/// The name of an attribute that belongs on a field, or in the parentheses of the item's. A derive
/// may know it, too.
fn misplaced(item: &DeriveInput, attribute: &Attribute) -> Option<String> {
    let name = attribute.path().get_ident()?.to_string();
    let is_known = FIELD_ATTRIBUTES.contains(&&*name) || ITEM_KEYS.contains(&&*name);
    let derives = item.attrs.iter().any(|attribute| attribute.path().is_ident("derive"));
    (is_known && !derives && declaration(attribute).is_none()).then_some(name)
}

/// Keys that are written as attributes of their own by mistake.
const ITEM_KEYS: [&str; 6] = ["rename_all", "validate", "response", "product", "docs", "unique"];

/// The item without what [`check_item`] refuses, so that the compiler does not refuse it once more.
pub(crate) fn without_conflicts(
    mut item: DeriveInput,
    implemented: &[&str],
    underivable: &[(&str, &str)],
) -> DeriveInput {
    let attributes = std::mem::take(&mut item.attrs);
    let refused = |attribute: &Attribute| {
        attribute.path().is_ident("serde")
            || declaration(attribute).is_some()
            || misplaced(&item, attribute).is_some()
    };
    let mut attributes: Vec<Attribute> =
        attributes.into_iter().filter(|attribute| !refused(attribute)).collect();
    for attribute in &mut attributes {
        if let Some(paths) = derived(attribute) {
            let rest = paths.into_iter().filter(|path| {
                last_name(path).is_none_or(|name| {
                    !implemented.contains(&&*name) && underivable.iter().all(|(of, _)| *of != name)
                })
            });
            *attribute = syn::parse_quote!(#[derive(#(#rest),*)]);
        }
    }
    item.attrs = attributes;
    without_twins(&mut item.data);
    let unused: Vec<bool> =
        item.generics.params.iter().map(|parameter| is_unused(&item, parameter)).collect();
    if unused.contains(&true) {
        let parameters = item.generics.params.into_iter().zip(unused);
        item.generics.params =
            parameters.filter(|(_, unused)| !unused).map(|(parameter, _)| parameter).collect();
        // What it says of them may not be said without them.
        item.generics.where_clause = None;
    }
    item
}

/// Removes the second of two fields or variants with one name.
fn without_twins(data: &mut Data) {
    let mut names = Vec::new();
    let mut is_kept = |name: Option<syn::Ident>, attributes: &[Attribute]| {
        let is_twin = names.contains(&name)
            && !attributes.iter().any(|attribute| attribute.path().is_ident("cfg"));
        names.push(name);
        !is_twin
    };
    match data {
        Data::Struct(DataStruct { fields: Fields::Named(fields), .. }) => {
            let all = std::mem::take(&mut fields.named).into_iter();
            fields.named = all.filter(|one| is_kept(one.ident.clone(), &one.attrs)).collect();
        }
        Data::Enum(data) => {
            let all = std::mem::take(&mut data.variants).into_iter();
            data.variants =
                all.filter(|one| is_kept(Some(one.ident.clone()), &one.attrs)).collect();
        }
        _ => {}
    }
}

/// `Order` of `OrderBuilder`.
pub(crate) fn built(item: &DeriveInput) -> Option<String> {
    let name = item.ident.to_string();
    name.strip_suffix("Builder").filter(|other| !other.is_empty()).map(str::to_owned)
}

/// Whether no field of a struct mentions a type or a lifetime parameter, which the compiler would
/// report in every impl.
fn is_unused(item: &DeriveInput, parameter: &GenericParam) -> bool {
    let fields: Vec<&syn::Field> = match &item.data {
        Data::Struct(data) => data.fields.iter().collect(),
        Data::Enum(data) => data.variants.iter().flat_map(|variant| &variant.fields).collect(),
        Data::Union(_) => return false,
    };
    let name = match parameter {
        GenericParam::Type(parameter) => &parameter.ident,
        GenericParam::Lifetime(parameter) => &parameter.lifetime.ident,
        GenericParam::Const(_) => return false,
    };
    !fields.iter().any(|field| has_ident(field.ty.to_token_stream(), &|ident| ident == name))
}

/// Whether a lifetime is unused because a reference lacks it, which is reported there.
fn is_forgotten(item: &DeriveInput, parameter: &GenericParam) -> bool {
    let Data::Struct(data) = &item.data else { return false };
    let lacks_lifetime =
        |field: &syn::Field| tokens_to_string(&field.ty).replace("&'", "").contains('&');
    matches!(parameter, GenericParam::Lifetime(_)) && data.fields.iter().any(lacks_lifetime)
}

/// `T` of `T: Clone`.
fn without_bounds(parameter: &GenericParam) -> TokenStream {
    match parameter {
        GenericParam::Type(parameter) => parameter.ident.to_token_stream(),
        GenericParam::Lifetime(parameter) => parameter.lifetime.to_token_stream(),
        GenericParam::Const(parameter) => parameter.ident.to_token_stream(),
    }
}

/// The traits of a derive; what cannot be read as a list of paths is left to the compiler.
fn derived(attribute: &Attribute) -> Option<Vec<Path>> {
    let paths = Punctuated::<Path, Token![,]>::parse_terminated;
    attribute
        .path()
        .is_ident("derive")
        .then(|| attribute.parse_args_with(paths).ok())
        .flatten()
        .map(|paths| paths.into_iter().collect())
}

/// The name of one of our attributes, also where its path is given.
fn declaration(attribute: &Attribute) -> Option<String> {
    let (path, first) = (attribute.path(), attribute.path().segments.first()?);
    let name = last_name(path).filter(|name| DECLARATIONS.contains(&&**name))?;
    (path.segments.len() == 1 || first.ident.to_string().starts_with("enkash")).then_some(name)
}

fn last_name(path: &Path) -> Option<String> {
    path.segments.last().map(|segment| segment.ident.to_string())
}
