//! The arguments in the parentheses of `#[endpoint(…)]`, `#[model(…)]` and `#[pattern(…)]`.

use proc_macro2::{TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::discouraged::Speculative;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, Lit, LitStr, Path, Token, Type, token};

/// The arguments: first those without a key, then keys with or without values.
pub(crate) struct Arguments {
    pub(crate) positional: Vec<ArgumentValue>,
    pub(crate) keyed: Vec<Argument>,
    /// Mistakes in how they are put together.
    pub(crate) errors: Vec<ArgumentError>,
}

/// `key = value`, or a lone `key`.
pub(crate) struct Argument {
    pub(crate) key: Ident,
    pub(crate) value: Option<ArgumentValue>,
}

/// A value: a literal, a type (which a path and a single name are, too), or anything else.
pub(crate) enum ArgumentValue {
    Literal(Lit),
    Type(Box<Type>),
    Other(TokenStream),
}

/// How arguments can be put together wrongly.
pub(crate) enum ArgumentError {
    /// No comma before this.
    MissingComma(TokenStream),
    /// Something else than a comma between two arguments.
    WrongSeparator(TokenStream),
    /// No key, but something else.
    WithoutKey(TokenStream),
    /// Something else than `=` between a key and its value.
    WrongAssignment(Ident),
    /// Hyphens in a key, which is given as it was meant.
    Hyphen(Ident),
}

impl quote::ToTokens for ArgumentValue {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            ArgumentValue::Literal(literal) => literal.to_tokens(tokens),
            ArgumentValue::Type(ty) => ty.to_tokens(tokens),
            ArgumentValue::Other(other) => other.to_tokens(tokens),
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

    /// Whether the value is the path of a type, by its capital letter.
    pub(crate) fn is_type_name(&self) -> bool {
        let name = self.as_path().and_then(|path| path.segments.last());
        name.is_some_and(|name| name.ident.to_string().starts_with(char::is_uppercase))
    }

    /// The value as a string literal.
    pub(crate) fn as_lit_str(&self) -> Option<&LitStr> {
        match self {
            ArgumentValue::Literal(Lit::Str(string)) => Some(string),
            _ => None,
        }
    }

    /// The value as a string in quotes.
    pub(crate) fn as_string(&self) -> Option<String> {
        self.as_lit_str().map(LitStr::value)
    }

    /// Reads a value; `None` where there is none.
    fn parse(input: ParseStream<'_>) -> syn::Result<Option<Self>> {
        if input.is_empty() || input.peek(Token![,]) {
            return Ok(None);
        }
        let ahead = input.fork();
        let value = if ahead.peek(Lit) {
            ahead.parse().map(ArgumentValue::Literal)
        } else {
            ahead.parse().map(|ty| ArgumentValue::Type(Box::new(ty)))
        };
        // Where a comma is missing, the next argument may follow.
        let is_whole = || {
            ahead.is_empty()
                || ahead.peek(Token![,])
                || ahead.peek(Token![;])
                || ahead.peek(Ident::peek_any)
                || ahead.peek(Lit)
        };
        if let Ok(value) = value
            && !matches!(&value, ArgumentValue::Type(ty) if matches!(**ty, Type::Never(_)))
            && is_whole()
        {
            input.advance_to(&ahead);
            return Ok(Some(value));
        }
        // The commas between the parameters of a closure end no argument.
        let mut tokens = TokenStream::new();
        if input.peek(Token![|]) {
            tokens.extend([input.parse::<TokenTree>()?]);
            while !input.is_empty() && !input.peek(Token![|]) {
                tokens.extend([input.parse::<TokenTree>()?]);
            }
        }
        tokens.extend(up_to_comma(input)?);
        Ok(Some(ArgumentValue::Other(tokens)))
    }
}

impl Arguments {
    /// Reads the arguments; the first `positional` of them have no key.
    pub(crate) fn parse(tokens: TokenStream, positional: usize) -> Self {
        let mut arguments =
            Arguments { positional: Vec::new(), keyed: Vec::new(), errors: Vec::new() };
        let read = |input: ParseStream<'_>| {
            while !input.is_empty() {
                arguments.parse_one(input, positional)?;
                if input.peek(Token![;]) {
                    let separator = input.parse::<TokenTree>()?;
                    arguments.errors.push(ArgumentError::WrongSeparator(separator.into()));
                } else if !input.is_empty() && !input.peek(Token![,]) {
                    let next = input.fork().parse::<TokenTree>()?;
                    arguments.errors.push(ArgumentError::MissingComma(next.into()));
                    if arguments.positional.len() >= positional && !input.peek(Ident::peek_any) {
                        up_to_comma(input)?;
                    }
                }
                if input.peek(Token![,]) {
                    input.parse::<Token![,]>()?;
                }
            }
            Ok(())
        };
        // What is read cannot fail: everything that is not understood is taken as it is.
        let _: syn::Result<()> = read.parse2(tokens);
        arguments
    }

    fn parse_one(&mut self, input: ParseStream<'_>, positional: usize) -> syn::Result<()> {
        if input.peek(Token![,]) {
            self.errors.push(ArgumentError::WithoutKey(input.fork().parse::<TokenTree>()?.into()));
            return Ok(());
        }
        let has_key = input.peek(Ident::peek_any)
            && (input.peek2(Token![=]) || (input.peek2(Token![:]) && !input.peek2(Token![::])));
        if !has_key && self.keyed.is_empty() && self.positional.len() < positional {
            if let Some(value) = ArgumentValue::parse(input)? {
                self.positional.push(value);
            }
        } else if input.peek(Ident::peek_any) {
            let argument = self.keyed(input)?;
            self.keyed.push(argument);
        } else {
            let tokens = up_to_comma(input)?;
            if !tokens.is_empty() {
                self.errors.push(ArgumentError::WithoutKey(tokens));
            }
        }
        Ok(())
    }

    fn keyed(&mut self, input: ParseStream<'_>) -> syn::Result<Argument> {
        let mut key = input.call(Ident::parse_any)?;
        let first = key.clone();
        while input.peek(Token![-]) && input.peek2(Ident::peek_any) {
            input.parse::<Token![-]>()?;
            let rest = input.call(Ident::parse_any)?;
            key = Ident::new(&format!("{}_{}", key.unraw(), rest.unraw()), key.span());
        }
        if key != first {
            self.errors.push(ArgumentError::Hyphen(key.clone()));
        }
        let is_separated =
            input.peek(Token![=]) && !input.peek(Token![==]) && !input.peek(Token![=>]);
        let value = if is_separated {
            input.parse::<Token![=]>()?;
            ArgumentValue::parse(input)?
        } else if input.peek(token::Paren) {
            self.errors.push(ArgumentError::WrongAssignment(key.clone()));
            let content;
            syn::parenthesized!(content in input);
            let tokens: TokenStream = content.parse()?;
            // As in `rename_all(serialize = "x")`.
            let strings =
                tokens.clone().into_iter().filter_map(|token| syn::parse2(token.into()).ok());
            match strings.map(Lit::Str).next() {
                Some(string) => Some(ArgumentValue::Literal(string)),
                None => match ArgumentValue::parse.parse2(tokens.clone()) {
                    Ok(value) => value,
                    Err(_) => Some(ArgumentValue::Other(tokens)),
                },
            }
        } else if input.peek(Token![:]) || input.peek(Token![==]) || input.peek(Token![=>]) {
            self.errors.push(ArgumentError::WrongAssignment(key.clone()));
            while input.peek(Token![:]) || input.peek(Token![=]) || input.peek(Token![>]) {
                input.parse::<TokenTree>()?;
            }
            ArgumentValue::parse(input)?
        } else {
            None
        };
        Ok(Argument { key, value })
    }
}

/// Whether there is a string with an invalid escape, such as `"\d"`, which the compiler reports.
pub(crate) fn has_invalid_string(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Group(group) => has_invalid_string(group.stream()),
        TokenTree::Literal(literal) => {
            literal.to_string().starts_with('"')
                && syn::parse2::<LitStr>(TokenTree::from(literal).into()).is_err()
        }
        TokenTree::Ident(_) | TokenTree::Punct(_) => false,
    })
}

/// Everything up to the next comma.
fn up_to_comma(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let mut tokens = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) && !input.peek(Token![;]) {
        tokens.extend([input.parse::<TokenTree>()?]);
    }
    Ok(tokens)
}
