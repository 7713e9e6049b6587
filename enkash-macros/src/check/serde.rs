//! serde's attributes: those of fields that are supported, and what to write for the others.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::meta::ParseNestedMeta;
use syn::spanned::Spanned;
use syn::{Attribute, Expr, LitStr, MetaNameValue, Path, Token, Type, token};

use super::tokens_to_string;
use super::unknown::{ENUM_HELP, ENUM_KEYS};
use crate::diagnostic::{Code, Sink};

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

/// What to write for the other ones; `{}` is the value.
const OTHERS: [(&str, &str); 12] = [
    ("rename", "write `#[rename({})]`"),
    ("alias", "remove it, and write the name of the API reference with `#[rename(…)]`"),
    ("rename_all", "write `rename_all = {}` in the attribute of the struct"),
    ("skip_serializing_if", "remove it: an `Option` that is `None` is not sent"),
    ("skip", "remove the field: what is not sent belongs in a struct of your own"),
    ("skip_serializing", "remove the field: what is not sent belongs in a struct of your own"),
    ("skip_deserializing", "remove it, and write `#[serde(default)]`"),
    (
        "serialize_with",
        "write `#[serde(with = \"module\")]`, a module with `serialize` and `deserialize`",
    ),
    (
        "deserialize_with",
        "write `#[serde(with = \"module\")]`, a module with `serialize` and `deserialize`",
    ),
    ("borrow", "remove it, and write an owned type such as `String`"),
    ("other", "remove it: the variant `Unknown(String)` takes every other value"),
    ("bound", "remove it: the attribute finds the bounds"),
];

impl SerdeAttributes {
    /// Reads an attribute of the field `name`, which is of the type `ty`.
    pub(super) fn read(&mut self, attribute: &Attribute, name: &str, ty: &Type, sink: &mut Sink) {
        let result = attribute.parse_nested_meta(|meta| {
            let key = meta.path.to_token_stream().to_string();
            let repeated = match &*key {
                "with" => self.with.is_some(),
                "flatten" => self.flatten.is_some(),
                "default" => self.default.is_some(),
                _ => false,
            };
            if repeated {
                sink.report(
                    &meta.path,
                    Code::RepeatedAttribute,
                    format!("`#[serde({key})]` is given twice on `{name}`"),
                    "remove one of them",
                );
            }
            match &*key {
                "with" => self.with = Some(function(&meta)?),
                "flatten" => self.flatten = Some(meta.path),
                "default" => {
                    self.default_word = Some(meta.path.clone());
                    // An error about the function, or about a missing `Default`, belongs where it
                    // is declared.
                    self.default = Some(if meta.input.peek(Token![=]) {
                        let path = function(&meta)?;
                        quote!({ let __default: fn() -> #ty = #path; __default() })
                    } else {
                        quote_spanned!(meta.path.span()=> ::core::default::Default::default())
                    });
                }
                _ => return unsupported(&meta, sink),
            }
            Ok(())
        });
        if result.is_err() {
            let written = tokens_to_string(attribute);
            // As in `default = one`.
            let unquoted = attribute.parse_args::<MetaNameValue>().ok().and_then(|meta| {
                let Expr::Path(path) = &meta.value else { return None };
                let (key, path) = (tokens_to_string(&meta.path), tokens_to_string(path));
                Some(format!("write `#[serde({key} = \"{path}\")]`"))
            });
            let help = if let Some(help) = &unquoted {
                help
            } else if written.contains("default") {
                "write `#[serde(default)]`, or `#[serde(default = \"function\")]` with the path of a function"
            } else if written.contains("with") {
                "write `#[serde(with = \"module\")]`, with the path of a module"
            } else {
                "write `#[serde(with = \"module\")]`, `#[serde(flatten)]` or `#[serde(default)]`"
            };
            let wrong = format!("`{written}` is not supported");
            sink.report(&attribute.meta, Code::Serde, wrong, help);
        }
    }
}

/// Reports serde's attributes on a variant.
pub(super) fn on_variant(attribute: &Attribute, sink: &mut Sink) {
    let result = attribute.parse_nested_meta(|meta| {
        if !meta.path.is_ident("skip") {
            return unsupported(&meta, sink);
        }
        let wrong = "`#[serde(skip)]` is not supported";
        sink.report(
            &meta.path,
            Code::Serde,
            wrong,
            "remove the variant: `Unknown` takes its string",
        );
        Ok(())
    });
    if result.is_err() {
        let wrong = format!("`{}` is not supported", tokens_to_string(attribute));
        sink.report(
            &attribute.meta,
            Code::Serde,
            wrong,
            "write `#[rename(\"IN_PROGRESS\")]` for another name",
        );
    }
}

/// Reports serde's attributes on the item.
pub(super) fn on_item(attribute: &Attribute, noun: &str, sink: &mut Sink) {
    let mut help = None;
    // Only the first key is looked at: the whole attribute has to go.
    let _: syn::Result<()> = attribute.parse_nested_meta(|meta| {
        let key = meta.path.to_token_stream().to_string();
        let value = value(&meta)?;
        help.get_or_insert(match &*key {
            "rename_all" => {
                format!("remove it, and write `rename_all = {value}` in `#[{noun}(…)]`")
            }
            "deny_unknown_fields" => {
                "remove it: unknown fields of a response are ignored".to_owned()
            }
            "default" => "remove it, and write `#[serde(default)]` on fields".to_owned(),
            key if ENUM_KEYS.contains(&key) => ENUM_HELP.to_owned(),
            _ => "remove it".to_owned(),
        });
        Ok(())
    });
    sink.report(
        attribute.path(),
        Code::Serde,
        format!("`{}` has no effect: serde does not derive this item", tokens_to_string(attribute)),
        help.unwrap_or_else(|| "remove it".to_owned()),
    );
}

/// Reports a key that is not supported.
fn unsupported(meta: &ParseNestedMeta<'_>, sink: &mut Sink) -> syn::Result<()> {
    let (key, path) = (meta.path.to_token_stream().to_string(), meta.path.clone());
    let value = value(meta)?;
    let help = match OTHERS.iter().find(|(other, _)| *other == key) {
        Some((_, help)) => {
            help.replace("{}", if value.is_empty() { "\"customerId\"" } else { &value })
        }
        None => "remove it; `with`, `flatten` and `default` are supported".to_owned(),
    };
    sink.report(path, Code::Serde, format!("`#[serde({key})]` is not supported"), help);
    Ok(())
}

/// The value of a key as it is written, so that the next one is looked at.
fn value(meta: &ParseNestedMeta<'_>) -> syn::Result<String> {
    if meta.input.peek(Token![=]) {
        return meta.value()?.parse::<syn::Expr>().map(|value| value.to_token_stream().to_string());
    }
    if !meta.input.peek(token::Paren) {
        return Ok(String::new());
    }
    // As in `rename(serialize = "a")`.
    let content;
    syn::parenthesized!(content in meta.input);
    let strings = content.parse::<TokenStream>()?.into_iter().map(|token| token.to_string());
    Ok(strings.into_iter().find(|token| token.starts_with('"')).unwrap_or_default())
}

/// The path in a string.
fn function(meta: &ParseNestedMeta<'_>) -> syn::Result<Path> {
    meta.value()?.parse::<LitStr>()?.parse()
}
