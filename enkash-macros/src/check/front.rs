//! Method and path template: what an endpoint's attribute begins with.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Ident, Lit, LitStr, Type};

use super::keys::{behind_arrow, check_names};
use super::tokens_to_string;
use crate::diagnostic::{Code, Sink, list, nearest};
use crate::parse::{Argument, ArgumentValue, Arguments};

/// The methods of endpoints.
pub(super) const METHODS: [&str; 6] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

/// Keys that others use for the method and for the path.
const METHOD_KEYS: [&str; 3] = ["method", "verb", "http_method"];
const PATH_KEYS: [&str; 7] = ["path", "url", "uri", "route", "template", "endpoint", "pattern"];

/// A path for examples.
const EXAMPLE: &str = "/api/v0/customer";

/// Reads method and template, and reports everything that is wrong with the arguments but for the
/// values of keys. What is written in another way is returned as it was meant, so that nothing is
/// reported because of it.
pub(super) fn front(
    arguments: &Arguments,
    keys: &[&str],
    sink: &mut Sink,
) -> (Option<Ident>, Option<LitStr>) {
    let usage = format!("write `#[endpoint(GET, \"{EXAMPLE}\")]`");
    if let Some(other) = with_keys(arguments).or_else(|| in_another_order(arguments, keys)) {
        if other.with_keys {
            let meant = [&METHOD_KEYS[..], &PATH_KEYS, &METHODS].concat();
            check_names(arguments, &usage, keys, &meant, sink);
        }
        let path = other.path.as_ref().map_or_else(|| EXAMPLE.to_owned(), LitStr::value);
        let method = other.method.unwrap_or("GET");
        let further = further(arguments, keys);
        let help = format!("write `#[endpoint({method}, \"{path}\"{further})]`");
        sink.report(&other.at, Code::Arguments, other.wrong, help);
        return (other.method.map(|method| Ident::new(method, other.at.span())), other.path);
    }
    check_names(arguments, &usage, keys, &[], sink);
    if arguments.positional.is_empty() {
        if arguments.errors.is_empty() {
            let wrong = "the method and the path are missing";
            sink.report_at(Span::call_site(), Code::Arguments, wrong, usage);
        }
        return (None, None);
    }
    let method = arguments.positional.first().and_then(|value| method_of(value, sink));
    (method, template_of(arguments, sink))
}

/// Method and path, given in another way.
struct OtherForm {
    at: TokenStream,
    wrong: &'static str,
    method: Option<&'static str>,
    path: Option<LitStr>,
    /// Whether keys are still to be checked.
    with_keys: bool,
}

/// `method = GET, path = "…"`.
fn with_keys(arguments: &Arguments) -> Option<OtherForm> {
    let find = |names: &[&str]| {
        arguments.keyed.iter().find(|argument| {
            names.iter().any(|name| argument.key.to_string().eq_ignore_ascii_case(name))
        })
    };
    let (method, path) = (find(&METHOD_KEYS), find(&PATH_KEYS));
    let at = method.or(path)?.key.to_token_stream();
    let value = |argument: Option<&'_ Argument>, index| {
        let value =
            argument.map_or(arguments.positional.get(index), |argument| argument.value.as_ref());
        value.map(|value| (method_meant(value), value.as_lit_str().cloned()))
    };
    Some(OtherForm {
        at,
        wrong: "method and path come first, without keys",
        method: value(method, 0)
            .and_then(|(method, _)| method)
            .or_else(|| method_among_keys(arguments)),
        path: value(path, 1)
            .and_then(|(_, path)| path)
            .or_else(|| arguments.positional.iter().find_map(ArgumentValue::as_lit_str).cloned()),
        with_keys: true,
    })
}

/// The known keys as they follow method and path.
fn further(arguments: &Arguments, keys: &[&str]) -> String {
    let known =
        arguments.keyed.iter().filter(|argument| keys.iter().any(|key| argument.key == key));
    known
        .map(|argument| match &argument.value {
            Some(value) => format!(", {} = {}", argument.key, tokens_to_string(value)),
            None => format!(", {}", argument.key),
        })
        .collect()
}

/// A method among the keys.
fn method_among_keys(arguments: &Arguments) -> Option<&'static str> {
    METHODS.into_iter().find(|name| arguments.keyed.iter().any(|argument| argument.key == name))
}

/// `"/path", GET`, `"GET /path"`, `GET("/path")`, `"/path"`, `GET, POST, "/path"`,
/// `GET | POST, "/path"`, `bare, GET, "/path"`.
fn in_another_order(arguments: &Arguments, keys: &[&str]) -> Option<OtherForm> {
    const TWO: &str = "method and path are two arguments";
    const ONE_METHOD: &str = "an endpoint has one method: declare a struct for each";
    let [first, rest @ ..] = &arguments.positional[..] else { return None };
    let second = rest.first().and_then(method_meant);
    let path_at =
        |index: usize| arguments.positional.get(index).and_then(ArgumentValue::as_lit_str).cloned();
    let (wrong, method, path, at) = match (first.as_lit_str(), method_meant(first)) {
        (None, None)
            if first.as_ident().is_some_and(|ident| keys.iter().any(|key| ident == key)) =>
        {
            ("the method and the path come before the keys", second, None, Some(first))
        }
        (Some(_), Some(method)) if rest.is_empty() => {
            ("the path is missing, and a method is not quoted", Some(method), None, Some(first))
        }
        (_, Some(method)) if second.is_some() => {
            (ONE_METHOD, Some(method), path_at(2), rest.first())
        }
        (Some(path), None) if second.is_some() => {
            ("the method comes before the path", second, Some(path.clone()), Some(first))
        }
        (Some(string), None) if rest.is_empty() => {
            let written = string.value();
            match written.split_once(' ') {
                Some((method, path)) => {
                    let path = LitStr::new(path.trim(), string.span());
                    (TWO, nearest(method, METHODS), Some(path), Some(first))
                }
                None => {
                    let slash = if written.starts_with('/') { "" } else { "/" };
                    let path = LitStr::new(&format!("{slash}{written}"), string.span());
                    match method_among_keys(arguments) {
                        Some(method) => (
                            "the method comes before the path",
                            Some(method),
                            Some(path),
                            Some(first),
                        ),
                        None => ("the method is missing", None, Some(path), Some(first)),
                    }
                }
            }
        }
        (None, None) => match first_of_methods(first) {
            Some(method) => (ONE_METHOD, Some(method), path_at(1), Some(first)),
            None => {
                let (method, path) = called(first)?;
                (TWO, Some(method), path, Some(first))
            }
        },
        _ => return None,
    };
    Some(OtherForm { at: at.to_token_stream(), wrong, method, path, with_keys: false })
}

/// Reads the method, or what was meant by something else, which is reported.
fn method_of(value: &ArgumentValue, sink: &mut Sink) -> Option<Ident> {
    if let Some(ident) =
        value.as_ident().filter(|ident| METHODS.iter().any(|method| *ident == method))
    {
        return Some(ident.clone());
    }
    let written = tokens_to_string(value);
    let meant = method_meant(value);
    let wrong = match (meant, value.as_ident()) {
        (Some(method), Some(ident)) if ident.to_string().eq_ignore_ascii_case(method) => {
            format!("a method is in upper case, not `{written}`")
        }
        (Some(_), None) => match value {
            ArgumentValue::Literal(_) => "a method is not quoted".to_owned(),
            _ => format!("a method is a single name, not `{written}`"),
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

/// The first of several methods, as in `GET | POST` and `[GET, POST]`.
fn first_of_methods(value: &ArgumentValue) -> Option<&'static str> {
    let names = names(value.to_token_stream());
    let are_methods = names.iter().all(|name| METHODS.contains(&&**name));
    let first = METHODS.into_iter().find(|method| names.first().is_some_and(|name| name == method));
    first.filter(|_| value.as_path().is_none() && are_methods)
}

/// The names in some tokens.
fn names(tokens: TokenStream) -> Vec<String> {
    let of_token = |token| match token {
        TokenTree::Ident(ident) => vec![ident.to_string()],
        TokenTree::Group(group) => names(group.stream()),
        TokenTree::Literal(literal) => vec![literal.to_string()],
        TokenTree::Punct(_) => Vec::new(),
    };
    tokens.into_iter().flat_map(of_token).collect()
}

/// Method and path of `GET("/customer")`.
fn called(value: &ArgumentValue) -> Option<(&'static str, Option<LitStr>)> {
    let ArgumentValue::Other(tokens) = value else { return None };
    let mut tokens = tokens.clone().into_iter();
    let (Some(TokenTree::Ident(name)), Some(TokenTree::Group(group))) =
        (tokens.next(), tokens.next())
    else {
        return None;
    };
    let method =
        METHODS.into_iter().find(|method| name.to_string().eq_ignore_ascii_case(method))?;
    Some((method, syn::parse2(group.stream()).ok()))
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
        ArgumentValue::Other(tokens) if is_list(tokens) => {
            ("an endpoint has one path", "declare a struct for each path".to_owned())
        }
        ArgumentValue::Other(tokens) if starts_with_slash(tokens) => {
            let path: String = tokens.to_string().split_whitespace().collect();
            ("a path template is in quotes", format!("write `\"{path}\"`"))
        }
        ArgumentValue::Other(tokens) if !strings(tokens).is_empty() => {
            let response = behind_arrow(tokens);
            let response = response.map_or_else(String::new, |ty| format!(", response = {ty}"));
            let path = concatenated(tokens);
            ("a path template is one string literal", format!("write `\"{path}\"{response}`"))
        }
        ArgumentValue::Type(ty) if matches!(**ty, Type::Path(_) | Type::Macro(_)) => {
            let path = match &**ty {
                Type::Macro(call) => strings(&call.mac.tokens).concat(),
                _ => String::new(),
            };
            let help = if path.starts_with('/') && !path.contains('{') {
                format!("write `\"{path}\"`")
            } else {
                format!("write the path itself, as in `\"{EXAMPLE}\"`")
            };
            (
                "a path template is a string literal: an attribute cannot evaluate constants and macros",
                help,
            )
        }
        ArgumentValue::Literal(Lit::ByteStr(bytes)) => {
            let path = String::from_utf8_lossy(&bytes.value()).into_owned();
            ("a path template is a string literal", format!("write `\"{path}\"`"))
        }
        _ => (
            "a path template is a string literal",
            format!("write it in quotes, as in `\"{EXAMPLE}\"`"),
        ),
    };
    sink.report(value, Code::Arguments, wrong, help);
    None
}

/// Returns the path that `"/a/" + id` means: `/a/<id>`.
fn concatenated(tokens: &TokenStream) -> String {
    let mut path = String::new();
    for token in tokens.clone() {
        match token {
            TokenTree::Literal(literal) => {
                if let Ok(string) = syn::parse2::<LitStr>(literal.to_token_stream()) {
                    path.push_str(&string.value());
                }
            }
            TokenTree::Ident(ident) => path.push_str(&format!("<{ident}>")),
            // As in `-> Order`.
            TokenTree::Punct(punct) if punct.as_char() != '+' => break,
            _ => {}
        }
    }
    path
}

/// The string literals in some tokens.
fn strings(tokens: &TokenStream) -> Vec<String> {
    let string = |token: TokenTree| syn::parse2::<LitStr>(token.into()).ok();
    tokens.clone().into_iter().filter_map(string).map(|string| string.value()).collect()
}

/// Whether the tokens are a list in brackets.
fn is_list(tokens: &TokenStream) -> bool {
    matches!(tokens.clone().into_iter().next(), Some(TokenTree::Group(_)))
}

fn starts_with_slash(tokens: &TokenStream) -> bool {
    matches!(tokens.clone().into_iter().next(), Some(TokenTree::Punct(punct)) if punct.as_char() == '/')
}
