//! Values of the attribute's keys.

use quote::ToTokens;
use syn::{Lit, LitStr, Path, Type};

use crate::declaration::Product;
use crate::diagnostic::{Code, Sink, did_you_mean};
use crate::parse::{Argument, ArgumentValue, Arguments};

/// The path of the core crate, which every expansion needs, also a failed one.
pub(crate) fn core_path(arguments: &Arguments, sink: &mut Sink) -> Path {
    let path = Keys { arguments, sink }.value("crate", "the path of a crate", |value| {
        value.as_path().filter(|path| path.segments.iter().all(|segment| segment.arguments.is_none()))
    });
    path.cloned().unwrap_or_else(|| {
        let name = syn::Ident::new("enkash_core", proc_macro2::Span::call_site());
        Path { leading_colon: Some(Default::default()), ..name.into() }
    })
}

/// The type of the response that an endpoint declares, if it can be read.
pub(crate) fn declared_response(arguments: &Arguments) -> Option<Type> {
    let mut discarded = Sink::new(String::new());
    Keys { arguments, sink: &mut discarded }.ty("response")
}

/// The product of an endpoint, unless its key cannot be read.
pub(crate) fn declared_product(arguments: &Arguments) -> Option<Product> {
    let mut discarded = Sink::new(String::new());
    let product = Keys { arguments, sink: &mut discarded }.product();
    (discarded.is_clean() && arguments.errors.is_empty()).then_some(product)
}

/// Reports what could not be read, with the `usage` of the attribute, and keys that are unknown or repeated.
pub(crate) fn check_names(arguments: &Arguments, usage: &str, known: &[&str], sink: &mut Sink) {
    for error in &arguments.errors {
        sink.syntax(error, Code::Arguments, &format!("{usage}; the keys are {}", keys(known)));
    }
    for (index, argument) in arguments.keyed.iter().enumerate() {
        let name = argument.key.to_string();
        if !known.contains(&&*name) {
            let help = did_you_mean(&name, known);
            sink.report(&argument.key, Code::UnknownKey, format!("there is no key `{name}`"), help);
        } else if arguments.keyed[..index].iter().any(|other| other.key == argument.key) {
            sink.report(
                &argument.key,
                Code::RepeatedKey,
                format!("the key `{name}` is given twice"),
                "keep one of them",
            );
        }
    }
}

fn keys(known: &[&str]) -> String {
    known.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ")
}

/// The value of one key, read as the key's type; `None` where the key is absent or its value was reported.
pub(crate) struct Keys<'a> {
    pub(crate) arguments: &'a Arguments,
    pub(crate) sink: &'a mut Sink,
}

impl<'a> Keys<'a> {
    fn find(&self, key: &str) -> Option<&'a Argument> {
        self.arguments.keyed.iter().find(|argument| argument.key == key)
    }

    fn value<T>(
        &mut self,
        key: &str,
        wanted: &str,
        read: impl FnOnce(&'a ArgumentValue) -> Option<T>,
    ) -> Option<T> {
        let argument = self.find(key)?;
        let value = argument.value.as_ref().and_then(read);
        if value.is_none() {
            let spanned = argument
                .value
                .as_ref()
                .map_or_else(|| argument.key.to_token_stream(), ToTokens::to_token_stream);
            self.sink.report(
                spanned,
                Code::KeyValue,
                format!("`{key}` wants {wanted}"),
                format!("write {}", example(key)),
            );
        }
        value
    }

    /// Reports a key that is there.
    pub(crate) fn report(&mut self, key: &str, message: &str, help: &str) {
        if let Some(argument) = self.find(key) {
            self.sink.report(&argument.key, Code::KeyValue, message, help);
        }
    }

    /// A key without a value.
    pub(crate) fn flag(&mut self, key: &str) -> bool {
        let Some(argument) = self.find(key) else { return false };
        if let Some(value) = &argument.value {
            self.sink.report(
                value,
                Code::KeyValue,
                format!("`{key}` takes no value"),
                format!("write `{key}` alone"),
            );
        }
        true
    }

    pub(crate) fn ty(&mut self, key: &str) -> Option<Type> {
        self.value(key, "a type", |value| match value {
            ArgumentValue::Type(ty) => Some((**ty).clone()),
            ArgumentValue::Literal(_) => None,
        })
    }

    pub(crate) fn path(&mut self, key: &str) -> Option<Path> {
        self.value(key, "the path of a function", |value| value.as_path().cloned())
    }

    /// `product = PATH`, or the `PRODUCT` in scope.
    pub(crate) fn product(&mut self) -> Product {
        let path = self.value("product", "the path of a constant", |value| value.as_path().cloned());
        path.map_or(Product::InScope, Product::Named)
    }

    /// A name, with its span, as the user wrote it.
    pub(crate) fn ident(&mut self, key: &str, wanted: &str) -> Option<syn::Ident> {
        self.value(key, wanted, |value| value.as_ident().cloned())
    }

    pub(crate) fn string(&mut self, key: &str) -> Option<LitStr> {
        self.value(key, "a string", |value| match value {
            ArgumentValue::Literal(Lit::Str(string)) => Some(string.clone()),
            _ => None,
        })
    }

    pub(crate) fn boolean(&mut self, key: &str) -> Option<bool> {
        self.value(key, "`true` or `false`", |value| match value {
            ArgumentValue::Literal(Lit::Bool(boolean)) => Some(boolean.value),
            _ => None,
        })
    }

    /// One of a few names.
    pub(crate) fn choice<T: Copy>(&mut self, key: &str, choices: &[(&str, T)]) -> Option<T> {
        let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
        let wanted = format!("one of {}", keys(&names));
        self.value(key, &wanted, |value| {
            let name = value.as_ident()?;
            choices.iter().find(|(known, _)| name == known).map(|(_, choice)| *choice)
        })
    }
}

/// A right value for each key.
fn example(key: &str) -> &'static str {
    match key {
        "response" => "`response = Customer`",
        "product" => "`product = cards::CARDS`",
        "body" => "`body = form`",
        "auth" => "`auth = basic`",
        "encrypt" => "`encrypt = true`",
        "idempotent" => "`idempotent = true`",
        "unique" => "`unique = transaction_id`, a field of this struct",
        "validate" => "`validate = Self::check_dates`",
        "docs" => "`docs = \"https://docs.example.com/…\"`",
        "rename_all" => "`rename_all = \"snake_case\"`",
        _ => "`crate = ::enkash_core`",
    }
}

/// The case that `rename_all` asks for.
pub(crate) fn rename_all(keys: &mut Keys<'_>) -> Option<crate::case::Case> {
    use crate::case::Case;
    let string = keys.string("rename_all")?;
    let case = Case::from_name(&string.value());
    if case.is_none() {
        let names = Case::NAMES.map(|(name, _)| name);
        let help = did_you_mean(&string.value(), &names);
        keys.sink.report(
            &string,
            Code::KeyValue,
            format!("`{}` is no naming convention", string.value()),
            help,
        );
    }
    case
}
