//! Checks an identifier.

use proc_macro2::Span;
use syn::{Data, Fields, Lit};

use super::keys::{Keys, check_names};
use super::{Input, rules};
use crate::declaration::Identifier;
use crate::diagnostic::Code;
use crate::parse::ArgumentValue;

const KEYS: [&str; 2] = ["sensitive", "crate"];

/// Turns the input into an identifier, or reports everything that is wrong with it.
pub(crate) fn identifier(input: Input<'_>) -> Option<Identifier> {
    let Input { source, arguments, core, sink } = input;
    check_names(arguments, "write `#[pattern(\"^KC[A-Z0-9]{14}$\", key = value)]`", &KEYS, sink);
    let item = source.item;
    let unit = matches!(&item.data, Data::Struct(data) if matches!(data.fields, Fields::Unit));
    if !unit || !item.generics.params.is_empty() {
        let help = format!("write `pub struct {};`: what it holds is the attribute's business", item.ident);
        sink.report(
            &item.ident,
            Code::ItemKind,
            "an identifier is a struct without fields and parameters",
            help,
        );
    }
    let mut keys = Keys { arguments, sink };
    let sensitive = keys.flag("sensitive");
    let sink = keys.sink;
    let pattern = match arguments.positional.first() {
        Some(ArgumentValue::Literal(Lit::Str(source))) => {
            rules::compile(source, sink).map(|pattern| (source.value(), pattern))
        }
        Some(other) => {
            sink.report(
                other,
                Code::Pattern,
                "the pattern must be a string",
                "write it in quotes: `#[pattern(\"^KC[A-Z0-9]{14}$\")]`",
            );
            None
        }
        None => {
            if arguments.errors.is_empty() {
                let help = "write `#[pattern(\"^KC[A-Z0-9]{14}$\")]`";
                sink.report_at(Span::call_site(), Code::Pattern, "the pattern is missing", help);
            }
            None
        }
    };
    let (source, pattern) = pattern?;
    sink.is_clean().then_some(Identifier { item, core, source, pattern, sensitive })
}
