//! The arguments in the parentheses of `#[endpoint(…)]`, `#[model(…)]` and `#[pattern(…)]`.

use proc_macro2::TokenStream;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, Lit, Path, Token, Type};

/// The arguments: first those without a key, then keys with or without values.
pub(crate) struct Arguments {
    pub(crate) positional: Vec<ArgumentValue>,
    pub(crate) keyed: Vec<Argument>,
    /// What could not be read, each with its span.
    pub(crate) errors: Vec<syn::Error>,
}

/// `key = value`, or a lone `key`.
pub(crate) struct Argument {
    pub(crate) key: Ident,
    pub(crate) value: Option<ArgumentValue>,
}

/// A value: a literal, or a type (which a path and a single name are, too).
pub(crate) enum ArgumentValue {
    Literal(Lit),
    Type(Box<Type>),
}

impl quote::ToTokens for ArgumentValue {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            ArgumentValue::Literal(literal) => literal.to_tokens(tokens),
            ArgumentValue::Type(ty) => ty.to_tokens(tokens),
        }
    }
}

impl ArgumentValue {
    /// The value as a path, such as `crate::check`.
    pub(crate) fn as_path(&self) -> Option<&Path> {
        let ArgumentValue::Type(ty) = self else { return None };
        let mut ty = &**ty;
        // As `$path:path` of a `macro_rules!` comes.
        while let Type::Group(group) = ty {
            ty = &group.elem;
        }
        match ty {
            Type::Path(path) if path.qself.is_none() => Some(&path.path),
            _ => None,
        }
    }

    /// The value as one name, such as `json`.
    pub(crate) fn as_ident(&self) -> Option<&Ident> {
        self.as_path().and_then(Path::get_ident)
    }

    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(Lit) {
            return input.parse().map(ArgumentValue::Literal);
        }
        let span = input.span();
        if input.peek(Token![|]) || input.peek(Token![move]) {
            let wrong =
                "this is a closure; give a function a name and write that, as in `validate = Self::check`";
            return Err(syn::Error::new(span, wrong));
        }
        match input.parse() {
            Ok(ty) => Ok(ArgumentValue::Type(Box::new(ty))),
            Err(_) => Err(syn::Error::new(span, "this is neither a literal nor a name or type")),
        }
    }
}

impl Arguments {
    /// Reads the arguments; the first `positional` of them have no key.
    pub(crate) fn parse(tokens: TokenStream, positional: usize) -> Self {
        let mut arguments = Arguments { positional: Vec::new(), keyed: Vec::new(), errors: Vec::new() };
        let read = |input: ParseStream<'_>| {
            while !input.is_empty() {
                let result = if arguments.keyed.is_empty() && arguments.positional.len() < positional {
                    ArgumentValue::parse(input).map(|value| arguments.positional.push(value))
                } else {
                    Argument::parse(input).map(|argument| arguments.keyed.push(argument))
                };
                if let Err(error) = result {
                    arguments.errors.push(error);
                    skip_to_comma(input)?;
                } else if !input.is_empty() && !input.peek(Token![,]) {
                    arguments.errors.push(input.error("expected `,`"));
                    skip_to_comma(input)?;
                }
                if !input.is_empty() {
                    input.parse::<Token![,]>()?;
                }
            }
            Ok(())
        };
        if let Err(error) = read.parse2(tokens) {
            arguments.errors.push(error);
        }
        arguments
    }
}

impl Argument {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let key = input.call(Ident::parse_any)?;
        let value = if input.peek(Token![=]) {
            input.parse::<Token![=]>()?;
            Some(ArgumentValue::parse(input)?)
        } else {
            None
        };
        Ok(Argument { key, value })
    }
}

/// Skips what cannot be read, up to a comma with a key behind it, so that the rest of the input is still checked.
fn skip_to_comma(input: ParseStream<'_>) -> syn::Result<()> {
    while !input.is_empty() && !is_before_key(&input.fork()) {
        input.parse::<proc_macro2::TokenTree>()?;
    }
    Ok(())
}

/// Whether a comma comes next, and a key behind it.
fn is_before_key(input: ParseStream<'_>) -> bool {
    let key = input.parse::<Token![,]>().and_then(|_| input.call(Ident::parse_any));
    key.is_ok() && (input.is_empty() || input.peek(Token![=]) || input.peek(Token![,]))
}
