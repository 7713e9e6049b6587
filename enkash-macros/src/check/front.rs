//! Method and path template: what an endpoint's attribute begins with.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Ident, Lit, LitStr, Type};

use super::keys::check_names;
use super::tokens_to_string;
use crate::diagnostic::{Code, Sink, list, nearest};
use crate::parse::{Argument, ArgumentValue, Arguments};

const METHODS: [&str; 6] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

/// Keys that others use for the method and for the path.
const METHOD_KEYS: [&str; 3] = ["method", "verb", "http_method"];
const PATH_KEYS: [&str; 7] = ["path", "url", "uri", "route", "template", "endpoint", "pattern"];

/// A path for examples.
const EXAMPLE: &str = "/api/v0/customer";

/// Reads method and template, and reports everything that is wrong with the arguments but for the values of keys. What was
/// most likely meant is returned where it is written in another way.
pub(super) fn front(
    arguments: &Arguments,
    keys: &[&str],
    sink: &mut Sink,
) -> (Option<Ident>, Option<LitStr>) {
    let [method, path] = [&METHOD_KEYS[..], &PATH_KEYS[..]]
        .map(|names| arguments.keyed.iter().find(|argument| names.iter().any(|name| argument.key == name)));
    let usage = |method: Option<&str>, path: Option<&str>| {
        let (method, path) = (method.unwrap_or("GET"), path.unwrap_or(EXAMPLE));
        format!("write `#[endpoint({method}, \"{path}\")]`")
    };
    if method.is_some() || path.is_some() {
        // Old or foreign grammar: one error, also where the values are not what they would have to be.
        let first = arguments.positional.first();
        let (method, path) = (value(method).or(first), value(path).or(arguments.positional.get(1)));
        let (method, path) = (method.and_then(method_meant), path.and_then(ArgumentValue::as_string));
        let rest: String = arguments
            .keyed
            .iter()
            .filter(|argument| keys.iter().any(|key| argument.key == key))
            .map(|argument| match &argument.value {
                Some(value) => format!(", {} = {}", argument.key, tokens_to_string(value)),
                None => format!(", {}", argument.key),
            })
            .collect();
        let help = usage(method, path.as_deref()).replace(")]`", &format!("{rest})]`"));
        let mut others =
            arguments.keyed.iter().filter(|argument| !keys.iter().any(|key| argument.key == key));
        let key = others.next().map_or_else(Span::call_site, |argument| argument.key.span());
        sink.report_at(key, Code::Arguments, "method and path come first, without keys", help);
        let method = method.map(|method| Ident::new(method, key));
        return (method, path.map(|path| LitStr::new(&path, key)));
    }
    if let [first, second] = &arguments.positional[..]
        && let (Some(method), Some(_)) = (method_meant(first), second.as_ident().and(method_meant(second)))
    {
        let help = format!(
            "{}, and declare a second struct for `{}`",
            usage(Some(method), None),
            tokens_to_string(second)
        );
        sink.report(second, Code::Method, "an endpoint has one method", help);
        return (None, None);
    }
    check_names(arguments, &usage(None, None), keys, sink);
    let mistake = match &arguments.positional[..] {
        [] if arguments.errors.is_empty() => {
            Some((None, "the method and the path are missing", usage(None, None)))
        }
        [first, rest @ ..] => match (first.as_string(), rest.first().map(method_meant)) {
            (Some(path), Some(Some(method))) if path.contains('/') => {
                Some((Some(first), "the method comes before the path", usage(Some(method), Some(&path))))
            }
            (Some(text), None) => match text.split_once(' ') {
                Some((method, path)) if nearest(method, METHODS).is_some() => {
                    let help = usage(nearest(method, METHODS), Some(path.trim()));
                    Some((Some(first), "method and path are two arguments", help))
                }
                _ if text.contains('/') => {
                    Some((Some(first), "the method is missing", usage(None, Some(&text))))
                }
                _ => None,
            },
            (None, None) if called(first).is_some() => {
                let (method, path) = called(first).unwrap_or_default();
                let help = usage(Some(&method), path.as_deref());
                Some((Some(first), "method and path are two arguments", help))
            }
            _ => None,
        },
        [] => None,
    };
    if let Some((spanned, wrong, help)) = mistake {
        match spanned {
            Some(spanned) => sink.report(spanned, Code::Arguments, wrong, help),
            None => sink.report_at(Span::call_site(), Code::Arguments, wrong, help),
        }
        return (None, None);
    }
    let method = arguments.positional.first().and_then(|value| method_of(value, sink));
    (method, template_of(arguments, sink))
}

fn value(argument: Option<&Argument>) -> Option<&ArgumentValue> {
    argument.and_then(|argument| argument.value.as_ref())
}

/// Reads the method, or what was meant by something else, which is reported.
fn method_of(value: &ArgumentValue, sink: &mut Sink) -> Option<Ident> {
    if let Some(ident) = value.as_ident().filter(|ident| METHODS.iter().any(|method| *ident == method)) {
        return Some(ident.clone());
    }
    let written = tokens_to_string(value);
    let meant = method_meant(value);
    let wrong = match (meant, value.as_ident()) {
        (Some(method), Some(ident)) if ident.to_string().eq_ignore_ascii_case(method) => {
            "the method is written in capitals".to_owned()
        }
        (Some(_), None) => match value {
            ArgumentValue::Literal(_) => "the method is written without quotes".to_owned(),
            _ => "the method is written without a path".to_owned(),
        },
        (_, Some(_)) => format!("there is no method `{written}`"),
        _ => format!("the method comes first, not `{written}`"),
    };
    let help = match meant.or_else(|| nearest(&written, METHODS)) {
        Some(method) => format!("write `{method}`"),
        None => format!("write one of {}", list(&METHODS)),
    };
    sink.report(value, Code::Method, wrong, help);
    meant.map(|method| Ident::new(method, Span::call_site()))
}

/// The method that is meant by `get`, `"GET"` or `Method::GET`.
fn method_meant(value: &ArgumentValue) -> Option<&'static str> {
    let name = match value {
        ArgumentValue::Literal(_) => value.as_string()?,
        _ => value.as_path()?.segments.last()?.ident.to_string(),
    };
    METHODS.into_iter().find(|method| method.eq_ignore_ascii_case(&name))
}

/// Method and path of `GET("/customer")`.
fn called(value: &ArgumentValue) -> Option<(String, Option<String>)> {
    let ArgumentValue::Other(tokens) = value else { return None };
    let mut tokens = tokens.clone().into_iter();
    let (Some(TokenTree::Ident(name)), Some(TokenTree::Group(group))) = (tokens.next(), tokens.next()) else {
        return None;
    };
    let method = METHODS.into_iter().find(|method| name.to_string().eq_ignore_ascii_case(method))?;
    let path = syn::parse2::<LitStr>(group.stream()).ok().map(|path| path.value());
    Some((method.to_owned(), path))
}

fn template_of(arguments: &Arguments, sink: &mut Sink) -> Option<LitStr> {
    let Some(value) = arguments.positional.get(1) else {
        let is_meant =
            |method: &&ArgumentValue| method_meant(method).is_some() || method.as_ident().is_some();
        if let (Some(method), true) =
            (arguments.positional.first().filter(is_meant), arguments.errors.is_empty())
        {
            let written = method_meant(method).unwrap_or("GET");
            let help = format!("write `#[endpoint({written}, \"{EXAMPLE}\")]`");
            sink.report(method, Code::Arguments, "the path template is missing", help);
        }
        return None;
    };
    let (wrong, help) = match value {
        ArgumentValue::Literal(Lit::Str(template)) => return Some(template.clone()),
        ArgumentValue::Other(tokens) if starts_with_slash(tokens) => {
            let path: String = tokens.to_string().split_whitespace().collect();
            ("the path template is written in quotes", format!("write `\"{path}\"`"))
        }
        ArgumentValue::Other(tokens) if first_string(tokens).is_some() => {
            let path =
                first_string(tokens).map(|path| path.to_token_stream().to_string()).unwrap_or_default();
            ("the path template is a string literal alone", format!("write `{path}`"))
        }
        ArgumentValue::Type(ty) if matches!(**ty, Type::Path(_) | Type::Macro(_)) => (
            "the path template is a string literal: an attribute cannot evaluate constants and macros",
            format!("write the path itself, as in `\"{EXAMPLE}\"`"),
        ),
        _ => ("the path template is a string literal", format!("write it in quotes, as in `\"{EXAMPLE}\"`")),
    };
    sink.report(value, Code::Arguments, wrong, help);
    None
}

/// The string that some tokens begin with.
fn first_string(tokens: &TokenStream) -> Option<LitStr> {
    syn::parse2(tokens.clone().into_iter().next()?.into()).ok()
}

fn starts_with_slash(tokens: &TokenStream) -> bool {
    matches!(tokens.clone().into_iter().next(), Some(TokenTree::Punct(punct)) if punct.as_char() == '/')
}
