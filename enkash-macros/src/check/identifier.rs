//! Checks an identifier.

use proc_macro2::Span;
use quote::ToTokens;
use syn::{Data, Fields, Lit, Type};

use super::keys::{Keys, check_names};
use super::{Input, rules, tokens_to_string};
use crate::declaration::Identifier;
use crate::diagnostic::Code;
use crate::parse::{ArgumentError, ArgumentValue};
use crate::pattern;

const KEYS: [&str; 2] = ["sensitive", "crate"];

/// Keys that others use for the pattern.
const PATTERN_KEYS: [&str; 4] = ["pattern", "regex", "regexp", "matches"];

const EXAMPLE: &str = "write `#[pattern(\"^KC[A-Z0-9]{14}$\")]`";

/// Turns the input into an identifier, or reports everything that is wrong with it.
pub(crate) fn identifier(input: Input<'_>) -> Option<Identifier> {
    let Input { source, arguments, core, sink } = input;
    let item = source.item;
    let unit = matches!(&item.data, Data::Struct(data) if matches!(data.fields, Fields::Unit));
    let name = &item.ident;
    if !unit {
        let help =
            format!("write `pub struct {name};`: the attribute adds the string that it holds");
        sink.report(name, Code::ItemKind, "an identifier is a unit struct", help);
    } else if item.generics.const_params().next().is_some() {
        let help = format!("write `pub struct {name};`");
        sink.report(&item.generics, Code::ItemKind, "an identifier has no parameters", help);
    }
    let mut keys = Keys { arguments, sink };
    let sensitive = keys.flag("sensitive");
    let sink = keys.sink;
    let keyed =
        arguments.keyed.iter().find(|argument| PATTERN_KEYS.iter().any(|key| argument.key == key));
    if let (Some(keyed), []) = (keyed, &arguments.positional[..]) {
        let value = keyed.value.as_ref().map(tokens_to_string);
        let help = value
            .map_or_else(|| EXAMPLE.to_owned(), |value| format!("write `#[pattern({value})]`"));
        sink.report(&keyed.key, Code::Arguments, "a pattern has no key", help);
        return None;
    }
    // As in `sensitive, "^KC$"`.
    if let (Some(ArgumentValue::Type(first)), [ArgumentError::WithoutKey(pattern)]) =
        (arguments.positional.first(), &arguments.errors[..])
        && KEYS.contains(&&*tokens_to_string(first))
    {
        let [key, pattern] = [first.to_token_stream(), pattern.clone()].map(tokens_to_string);
        let help = format!("write `#[pattern({pattern}, {key})]`");
        sink.report(first, Code::Arguments, "the pattern comes before the keys", help);
        return None;
    }
    check_names(arguments, EXAMPLE, &KEYS, &[], sink);
    let pattern = match arguments.positional.first() {
        Some(ArgumentValue::Literal(Lit::Str(source))) => {
            rules::compile(source, sink).map(|pattern| (source.value(), pattern))
        }
        Some(ArgumentValue::Type(ty)) if matches!(**ty, Type::Path(_) | Type::Macro(_)) => {
            let wrong =
                "a pattern is a string literal: an attribute cannot evaluate constants and macros";
            sink.report(ty, Code::Pattern, wrong, EXAMPLE);
            None
        }
        Some(other) => {
            let written: String = tokens_to_string(other).split_whitespace().collect();
            // As in `Regex::new("^KC$")`.
            let written = written.split('"').nth(1).unwrap_or(&written);
            let help = match pattern::compile(written) {
                Ok(_) => format!("write `#[pattern(\"{written}\")]`"),
                _ => EXAMPLE.to_owned(),
            };
            sink.report(other, Code::Pattern, "a pattern is a string in quotes", help);
            None
        }
        None => {
            if arguments.errors.is_empty() {
                sink.report_at(Span::call_site(), Code::Pattern, "the pattern is missing", EXAMPLE);
            }
            None
        }
    };
    let (source, pattern) = pattern?;
    sink.is_clean().then_some(Identifier { item, core, source, pattern, sensitive })
}
