//! Structs and their fields, with our attributes taken off.

use proc_macro2::TokenTree;
use syn::{Attribute, Data, DeriveInput, Fields, Ident, Type};

use super::self_type::replace_self;

/// The attributes that a field can have from us.
pub(crate) const FIELD_ATTRIBUTES: [&str; 14] = [
    "query",
    "header",
    "path",
    "body",
    "extra",
    "pattern",
    "length",
    "range",
    "items",
    "decimals",
    "format",
    "rename",
    "sensitive",
    "serde",
];

/// Attributes of the language that a field can have, which stay where they are.
const LANGUAGE: [&str; 9] =
    ["doc", "cfg", "cfg_attr", "deprecated", "allow", "expect", "warn", "deny", "forbid"];

/// A struct or enum of the input.
pub(crate) struct Source {
    /// The item without our attributes, which is what the user gets back.
    pub(crate) item: DeriveInput,
    pub(crate) fields: Vec<SourceField>,
    /// The attributes of the variants of an enum, in their order.
    pub(crate) variants: Vec<Attributes>,
}

/// A field and its attributes.
pub(crate) struct SourceField {
    pub(crate) ident: Option<Ident>,
    /// The type, without `Self`.
    pub(crate) ty: Type,
    pub(crate) attributes: Attributes,
}

/// The attributes of a field, sorted by what they are.
#[derive(Default)]
pub(crate) struct Attributes {
    /// Ours, in their order.
    pub(crate) ours: Vec<Attribute>,
    /// `cfg`s, which what we write for the field has to carry, too.
    pub(crate) cfg: Vec<Attribute>,
    /// Documentation and deprecation, which a setter carries over.
    pub(crate) docs: Vec<Attribute>,
    /// What neither we nor the language know.
    pub(crate) unknown: Vec<Attribute>,
    /// `cfg_attr`s that hold one of ours.
    pub(crate) conditional: Vec<Attribute>,
}

impl Source {
    /// Takes our attributes off the fields of a struct, or off the variants of an enum.
    pub(crate) fn new(mut item: DeriveInput) -> Self {
        let derives = item.attrs.iter().any(|attribute| attribute.path().is_ident("derive"));
        let (mut fields, mut variants) = (Vec::new(), Vec::new());
        match &mut item.data {
            Data::Struct(data) => {
                for field in &mut data.fields {
                    let attributes = Attributes::take(&mut field.attrs, derives);
                    let ty = replace_self(&field.ty, &item.ident, &item.generics);
                    fields.push(SourceField { ident: field.ident.clone(), ty, attributes });
                }
            }
            Data::Enum(data) => {
                for variant in &mut data.variants {
                    variants.push(Attributes::take(&mut variant.attrs, derives));
                }
            }
            Data::Union(_) => {}
        }
        Source { item, fields, variants }
    }
}

/// Whether the item is a struct with named fields, or with none.
pub(crate) fn is_plain_struct(item: &DeriveInput) -> bool {
    match &item.data {
        Data::Struct(data) => !matches!(data.fields, Fields::Unnamed(_)),
        Data::Enum(_) | Data::Union(_) => false,
    }
}

/// Whether a `cfg_attr` holds an attribute of ours.
fn holds_ours(attribute: &Attribute) -> bool {
    let Ok(list) = attribute.meta.require_list() else { return false };
    let tokens = || list.tokens.clone().into_iter();
    tokens().zip(tokens().skip(1)).any(|pair| match pair {
        (TokenTree::Punct(comma), TokenTree::Ident(name)) if comma.as_char() == ',' => {
            FIELD_ATTRIBUTES.iter().any(|ours| name == ours)
        }
        _ => false,
    })
}

impl Attributes {
    /// Takes ours and the unknown ones off; what `derives` above the item may know stays.
    pub(crate) fn take(attributes: &mut Vec<Attribute>, derives: bool) -> Self {
        let mut taken = Attributes::default();
        attributes.retain(|attribute| {
            let Some(name) = attribute.path().get_ident().map(ToString::to_string) else {
                return true;
            };
            match &*name {
                "doc" | "deprecated" => taken.docs.push(attribute.clone()),
                "cfg" => taken.cfg.push(attribute.clone()),
                "cfg_attr" if holds_ours(attribute) => {
                    taken.conditional.push(attribute.clone());
                    return false;
                }
                _ => {}
            }
            if FIELD_ATTRIBUTES.contains(&&*name) {
                taken.ours.push(attribute.clone());
                false
            } else if LANGUAGE.contains(&&*name)
                || (derives && crate::diagnostic::nearest(&name, FIELD_ATTRIBUTES).is_none())
            {
                true
            } else {
                taken.unknown.push(attribute.clone());
                false
            }
        });
        taken
    }
}
