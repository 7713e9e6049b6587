//! The attribute's keys: unknown and repeated ones, and their values.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Lit, LitStr, Path, Type};

use super::unknown::{ENUM_HELP, ENUM_KEYS, KEYS as KNOWN_MISTAKES};
use super::{field_type, tokens_to_string};
use crate::case::Case;
use crate::declaration::Product;
use crate::diagnostic::{Code, Sink, list, nearest};
use crate::parse::{Argument, ArgumentError, ArgumentValue, Arguments};

/// The path of the core crate, which every expansion needs, also a failed one.
pub(crate) fn core_path(arguments: &Arguments, sink: &mut Sink) -> Path {
    let path = Keys { arguments, sink }.value("crate", "the path of a crate", |value| {
        let path = value.as_path()?;
        path.segments.iter().all(|segment| segment.arguments.is_none()).then(|| path.clone())
    });
    path.unwrap_or_else(|| {
        let name = syn::Ident::new("enkash_core", proc_macro2::Span::call_site());
        Path { leading_colon: Some(Default::default()), ..name.into() }
    })
}

/// The type of the response that an endpoint declares, if it can be read.
pub(crate) fn declared_response(arguments: &Arguments) -> Option<Type> {
    let mut discarded = Sink::new(String::new());
    let response = Keys { arguments, sink: &mut discarded }.response();
    response.filter(|_| discarded.is_clean())
}

/// The product of an endpoint, unless its key cannot be read.
pub(crate) fn declared_product(arguments: &Arguments) -> Option<Product> {
    let mut discarded = Sink::new(String::new());
    let product = Keys { arguments, sink: &mut discarded }.product();
    (discarded.is_clean() && arguments.errors.is_empty()).then_some(product)
}

/// Reports arguments that are put together wrongly, with the `usage` of the attribute, and keys
/// that are unknown or repeated. Those in `ignored` are left out.
pub(crate) fn check_names(
    arguments: &Arguments,
    usage: &str,
    known: &[&str],
    ignored: &[&str],
    sink: &mut Sink,
) {
    // Of several arguments without a key the first is reported: mostly they are one mistake.
    let is_without_key = |error: &&ArgumentError| matches!(error, ArgumentError::WithoutKey(_));
    let first = arguments.errors.iter().position(|error| is_without_key(&error));
    let errors = arguments.errors.iter().enumerate();
    for (_, error) in
        errors.filter(|(index, error)| !is_without_key(error) || Some(*index) == first)
    {
        match error {
            ArgumentError::WrongSeparator(separator) => {
                let wrong = "arguments are separated by commas";
                sink.report(separator, Code::Arguments, wrong, "write `,`");
            }
            ArgumentError::MissingComma(next) => {
                let help = format!("write `, {}`", tokens_to_string(next));
                sink.report(next, Code::Arguments, "a comma is missing before this", help);
            }
            ArgumentError::WithoutKey(tokens) if tokens.to_string() == "," => {
                sink.report(
                    tokens,
                    Code::Arguments,
                    "an argument is missing before this comma",
                    "remove the comma",
                );
            }
            ArgumentError::WithoutKey(tokens) => {
                let written = tokens_to_string(tokens);
                let wrong = format!("`{}` is not `key = value`", written.trim());
                if known.contains(&"response") && written.starts_with("\"/") {
                    let help = "declare a struct for each path";
                    sink.report(tokens, Code::Arguments, "an endpoint has one path", help);
                    continue;
                }
                let help = match (behind_arrow(tokens), &*written) {
                    (Some(ty), _) if known.contains(&"response") => {
                        format!("write `response = {ty}`")
                    }
                    (_, "!idempotent" | "!encrypt") => {
                        format!("write `{} = false`", &written[1..])
                    }
                    _ => format!("{usage}; the keys are {}", list(known)),
                };
                sink.report(tokens, Code::Arguments, wrong, help);
            }
            // Of an unknown key these are the lesser mistakes.
            ArgumentError::Hyphen(key) | ArgumentError::WrongAssignment(key)
                if known.iter().all(|known| key != known) => {}
            ArgumentError::Hyphen(key) => {
                let wrong = format!("there is no key `{}`", key.to_string().replace('_', "-"));
                sink.report(key, Code::Arguments, wrong, format!("write `{key}`"));
            }
            ArgumentError::WrongAssignment(key) => {
                let written = arguments.keyed.iter().find(|argument| argument.key == *key);
                let value = written.and_then(|argument| argument.value.as_ref());
                let (name, value) = (key.to_string(), value);
                let help = match value.and_then(|value| meant(&name, value)) {
                    Some(meant) => format!("write `{key} = {meant}`"),
                    // A key of few values, and this is none of them.
                    None if MEANT.iter().any(|(keys, ..)| keys.split(' ').any(|of| of == name)) => {
                        format!("write {}", example(&name))
                    }
                    None => {
                        let value = value.map_or_else(|| "…".to_owned(), tokens_to_string);
                        format!("write `{key} = {value}`")
                    }
                };
                let wrong = format!("`{key}` and its value are separated by `=`");
                sink.report(key, Code::Arguments, wrong, help);
            }
        }
    }
    for (index, argument) in arguments.keyed.iter().enumerate() {
        let name = argument.key.to_string();
        if ignored.iter().any(|other| other.eq_ignore_ascii_case(&name)) {
            continue;
        }
        if !known.contains(&&*name) {
            let wrong = format!("there is no key `{name}`");
            sink.report(&argument.key, Code::UnknownKey, wrong, help_for_unknown(argument, known));
        } else if arguments.keyed[..index].iter().any(|other| other.key == argument.key) {
            let wrong = format!("the key `{name}` is given twice");
            sink.report(&argument.key, Code::RepeatedKey, wrong, "remove one of them");
        }
    }
}

/// The type of `-> T` at the end of some tokens.
pub(super) fn behind_arrow(tokens: &TokenStream) -> Option<String> {
    let is = |token: &TokenTree, sign| matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign);
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let arrow = tokens.windows(2).position(|pair| is(&pair[0], '-') && is(&pair[1], '>'))?;
    let ty = syn::parse2::<Type>(tokens[arrow + 2..].iter().cloned().collect()).ok()?;
    Some(tokens_to_string(ty))
}

/// What to write instead of an unknown key.
fn help_for_unknown(argument: &Argument, known: &[&str]) -> String {
    let name = argument.key.to_string();
    let is_type = name.starts_with(char::is_uppercase) && argument.value.is_none();
    let mistake = KNOWN_MISTAKES.iter().find(|(names, _)| names.contains(&&*name));
    let lower = Case::Snake.apply(&name);
    let key = match mistake {
        // As in `Bare`.
        _ if known.contains(&&*lower) => lower.as_str(),
        _ if is_type && known.contains(&"response") => {
            return format!("write `response = {name}` if this is the type of the response");
        }
        _ if known.contains(&"body") && ENCODINGS.contains(&&*name) => {
            return format!("write `body = {name}`");
        }
        _ if !known.contains(&"response") && ENUM_KEYS.contains(&&*name) => {
            return ENUM_HELP.to_owned();
        }
        Some((_, help)) if help.contains(' ') => return (*help).to_owned(),
        // Help that names a key is only for an attribute that has it.
        Some((_, key)) if known.contains(key) => *key,
        _ => match nearest(&name, known.iter().copied()) {
            Some(key) => key,
            None => return format!("remove it; the keys are {}", list(known)),
        },
    };
    let value = argument.value.as_ref().and_then(|value| match key {
        "response" | "validate" | "product" | "unique" => value.as_path().map(tokens_to_string),
        "rename_all" | "docs" => value.as_string().map(|string| format!("{string:?}")),
        key => meant(key, value),
    });
    value.map_or_else(
        || format!("write {}", example(key)),
        |value| format!("write `{key} = {value}`"),
    )
}

/// The value of one key, read as the key's type; `None` where the key is absent or its value was
/// reported.
pub(crate) struct Keys<'a> {
    pub(crate) arguments: &'a Arguments,
    pub(crate) sink: &'a mut Sink,
}

impl<'a> Keys<'a> {
    fn find(&self, key: &str) -> Option<&'a Argument> {
        self.arguments.keyed.iter().find(|argument| argument.key == key)
    }

    /// Reads a value. `wanted` says what it takes.
    fn value<T>(
        &mut self,
        key: &str,
        wanted: &str,
        read: impl Fn(&ArgumentValue) -> Option<T>,
    ) -> Option<T> {
        let argument = self.find(key)?;
        let Some(value) = &argument.value else {
            let wrong = format!("`{key}` has no value");
            self.sink.report(
                &argument.key,
                Code::KeyValue,
                wrong,
                format!("write {}", example(key)),
            );
            return None;
        };
        let read_value = read(value);
        let is_reported = |error: &ArgumentError| matches!(error, ArgumentError::WrongAssignment(key) if *key == argument.key);
        if read_value.is_none() && !self.arguments.errors.iter().any(is_reported) {
            // What is right except for its quotes or its `&` is shown without or with them.
            let bare = match value {
                ArgumentValue::Type(ty) => match &**ty {
                    Type::Reference(reference) => Some(tokens_to_string(&reference.elem)),
                    _ => None,
                },
                value => value.as_string(),
            };
            let unquoted = bare.and_then(|string| {
                let ty = syn::parse_str(&string).ok()?;
                read(&ArgumentValue::Type(Box::new(ty)))
                    .or_else(|| read(&ArgumentValue::Literal(syn::parse_str(&string).ok()?)))?;
                // The name of a product is that of no constant.
                (key != "product" || string.contains(char::is_uppercase)).then_some(string)
            });
            let written = tokens_to_string(value);
            let quoted = || {
                value.as_path().filter(|_| key != "docs")?;
                read(&ArgumentValue::Literal(Lit::Str(LitStr::new(
                    &written,
                    proc_macro2::Span::call_site(),
                ))))
                .map(|_| format!("\"{written}\""))
            };
            // As in `Self::id` and `self.id`.
            let field = || {
                let last = written.rsplit(['.', ':']).next().filter(|_| key == "unique")?;
                syn::parse_str::<syn::Ident>(last).ok().map(|field| field.to_string())
            };
            // As in `Self::check()`, `orders.Order`, `Order[]` and `Order { id }`.
            let repaired = || {
                let without_body = written.split('{').next().unwrap_or_default().to_owned();
                let repairs = [
                    written.trim_end_matches("()").to_owned(),
                    written.trim_end_matches('?').replace('.', "::"),
                    written.strip_suffix("[]").map(|of| format!("Vec<{of}>")).unwrap_or_default(),
                    without_body,
                ];
                let is_right = |repaired: &String| {
                    syn::parse_str::<Type>(repaired)
                        .is_ok_and(|ty| read(&ArgumentValue::Type(Box::new(ty))).is_some())
                };
                // A closure is no path, and no type.
                repairs.into_iter().filter(|_| !written.starts_with('|')).find(is_right)
            };
            let better = unquoted.or_else(|| meant(key, value)).or_else(quoted);
            let help = match better.or_else(field).or_else(repaired) {
                Some(better) => format!("write `{key} = {better}`"),
                None if key == "product" && written.starts_with("Product::") => {
                    format!(
                        "declare `const PRODUCT: Product = {written};`, and write `product = PRODUCT`"
                    )
                }
                None if key == "body" && matches!(&*written, "none" | "empty") => {
                    "remove `body`: without fields for it, no body is sent".to_owned()
                }
                None if key == "body" && value.is_type_name() => {
                    format!("declare the body as a field: `#[body] pub body: {written}`")
                }
                None => format!("write {}", example(key)),
            };
            self.sink.report(
                value,
                Code::KeyValue,
                format!("`{key}` takes {wanted}, not `{written}`"),
                help,
            );
        }
        read_value
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
            let help = match &*tokens_to_string(value) {
                "false" => format!("remove `{key}`"),
                _ => format!("write `{key}` alone"),
            };
            self.sink.report(value, Code::KeyValue, format!("`{key}` takes no value"), help);
        }
        true
    }

    pub(crate) fn ty(&mut self, key: &str) -> Option<Type> {
        self.value(key, "a type", |value| match value {
            ArgumentValue::Type(ty) => Some((**ty).clone()),
            ArgumentValue::Literal(_) | ArgumentValue::Other(_) => None,
        })
    }

    /// The type of the response, which is one that a response can be.
    pub(crate) fn response(&mut self) -> Option<Type> {
        let ty = self.ty("response")?;
        field_type::check_response(&ty, self.sink);
        Some(ty)
    }

    pub(crate) fn path(&mut self, key: &str) -> Option<Path> {
        self.value(key, "the path of a function", |value| value.as_path().cloned())
    }

    /// `product = PATH`, or the `PRODUCT` in scope.
    pub(crate) fn product(&mut self) -> Product {
        let path =
            self.value("product", "the path of a constant", |value| value.as_path().cloned());
        path.map_or(Product::InScope, Product::Named)
    }

    /// A name, with its span, as the user wrote it.
    pub(crate) fn ident(&mut self, key: &str, wanted: &str) -> Option<syn::Ident> {
        self.value(key, wanted, |value| value.as_ident().cloned())
    }

    pub(crate) fn string(&mut self, key: &str) -> Option<LitStr> {
        self.value(key, "a string", |value| value.as_lit_str().cloned())
    }

    /// The page that documents an endpoint.
    pub(crate) fn docs(&mut self) -> Option<LitStr> {
        let docs = self.string("docs")?;
        let url = docs.value();
        let is_url = |url: &str| {
            let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
            host.is_some_and(|host| !host.starts_with(['/', '.']) && host.contains(['.', ':']))
                && !url.contains(char::is_whitespace)
        };
        if !is_url(&url) {
            let with_scheme = format!("https://{}", url.trim());
            let help = if is_url(&with_scheme) && !url.contains("://") {
                format!("write `docs = \"{with_scheme}\"`")
            } else {
                "write the whole address, as in `docs = \"https://docs.example.com/customer\"`; other notes go into a doc comment".to_owned()
            };
            self.sink.report(
                &docs,
                Code::KeyValue,
                "`docs` is a link, and this is not a URL",
                help,
            );
        }
        Some(docs)
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
        self.value(key, &one_of(&names), |value| {
            let name = value.as_ident()?;
            choices.iter().find(|(known, _)| name == known).map(|(_, choice)| *choice)
        })
    }

    /// The choice that was most likely meant, so that nothing is reported because of it.
    pub(crate) fn choice_meant<T: Copy>(&self, key: &str, choices: &[(&str, T)]) -> Option<T> {
        let meant = meant(key, self.find(key)?.value.as_ref()?)?;
        choices.iter().find(|(known, _)| *known == meant).map(|(_, choice)| *choice)
    }

    /// The case that `rename_all` asks for.
    pub(crate) fn rename_all(&mut self) -> Option<Case> {
        let string = self.string("rename_all")?;
        let case = Case::from_name(&string.value());
        if case.is_none() {
            let names = Case::NAMES.map(|(name, _)| name);
            // `kebab` is as good as `kebab-case`.
            let letters = |name: &str| {
                let letters = name.replace(['_', '-'], "").to_lowercase();
                let letters = letters.trim_end_matches("case");
                // `UpperCamelCase` and `lowerCamelCase`.
                letters
                    .strip_prefix("lower")
                    .filter(|rest| *rest == "camel")
                    .unwrap_or(letters)
                    .replace("uppercamel", "pascal")
                    .replace("uppersnake", "screamingsnake")
            };
            let same = names.into_iter().find(|name| letters(name) == letters(&string.value()));
            let help = match same.or_else(|| nearest(&string.value(), names)) {
                Some(name) => format!("write `rename_all = \"{name}\"`"),
                None => format!("write one of {}", list(&names)),
            };
            let wrong = format!("`{}` is not a naming convention", string.value());
            self.sink.report(&string, Code::KeyValue, wrong, help);
        }
        case
    }
}

/// The values of `body`.
const ENCODINGS: [&str; 3] = ["json", "form", "multipart"];

/// `` `a`, `b` or `c` ``
fn one_of(names: &[&str]) -> String {
    match names {
        [names @ .., last] if !names.is_empty() => format!("{} or `{last}`", list(names)),
        names => list(names),
    }
}

/// For keys with few values: what is written elsewhere, and what it is here.
const MEANT: [(&str, &str, &[&str]); 8] = [
    ("body", "json", &["json", "application/json"]),
    (
        "body",
        "form",
        &["form", "urlencoded", "formurlencoded", "applicationxwwwformurlencoded", "query"],
    ),
    ("body", "multipart", &["multipart", "multipartform", "multipartformdata", "formdata", "file"]),
    ("auth", "none", &["none", "no", "false", "never", "public", "anonymous"]),
    ("auth", "basic", &["basic", "basicauth"]),
    (
        "auth",
        "product",
        &["product", "default", "true", "bearer", "token", "oauth", "oauth2", "apikey", "jwt"],
    ),
    ("encrypt idempotent", "true", &["true", "yes", "on", "1", "always", "required"]),
    ("encrypt idempotent", "false", &["false", "no", "off", "0", "never", "none"]),
];

/// The value that was most likely meant, for keys with few of them.
fn meant(key: &str, value: &ArgumentValue) -> Option<String> {
    let written = value.as_string().unwrap_or_else(|| value.to_token_stream().to_string());
    let letters: String = written.chars().filter(char::is_ascii_alphanumeric).collect();
    let letters = letters.to_lowercase();
    let of_key = || MEANT.iter().filter(|(keys, ..)| keys.split(' ').any(|of| of == key));
    let is_meant =
        |other: &&str| *other == letters || (other.len() > 4 && letters.starts_with(other));
    let found =
        of_key().find(|(.., others)| others.iter().any(is_meant)).map(|(_, meant, _)| *meant);
    found.or_else(|| nearest(&letters, of_key().map(|(_, meant, _)| *meant))).map(str::to_owned)
}

/// A right value for each key.
pub(super) fn example(key: &str) -> &'static str {
    match key {
        "response" => "`response = Customer`, a `#[model]`",
        "product" => "`product = cards::CARDS`",
        "body" => "`body = json`, `body = form` or `body = multipart`",
        "auth" => "`auth = basic`",
        "encrypt" => "`encrypt = true`",
        "idempotent" => "`idempotent = true`",
        "unique" => "`unique = transaction_id`, a field of this struct",
        "validate" => {
            "`validate = Self::check_dates`, with `fn check_dates(&self, found: &mut Violations)`"
        }
        "docs" => "`docs = \"https://docs.example.com/customer\"`",
        "rename_all" => "`rename_all = \"snake_case\"`",
        "bare" => "`bare`",
        "auto" => "`auto`",
        "token_request" => "`token_request`",
        "sensitive" => "`sensitive`",
        _ => "`crate = ::enkash_core`",
    }
}
