//! What a type is by its name. The macro knows no types: this makes for better messages, and the
//! compiler has the last word.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericArgument, PathArguments, Type};

use crate::tokens::has_ident;

/// What a type is by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TypeKind {
    String,
    Number,
    Money,
    Bool,
    Date,
    Json,
    File,
    Secret,
    /// A type of the user's, an identifier or a model, say.
    Unknown,
}

impl TypeKind {
    /// What messages put before "field".
    pub(crate) const fn name(self) -> &'static str {
        match self {
            TypeKind::String => "a string",
            TypeKind::Number => "a numeric",
            TypeKind::Money => "a `Money`",
            TypeKind::Bool => "a boolean",
            TypeKind::Date => "a date or time",
            TypeKind::Json => "a JSON",
            TypeKind::File => "a file",
            TypeKind::Secret => "a secret",
            TypeKind::Unknown => "an unknown",
        }
    }
}

/// Whether a field can be left out, by its type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    Required,
    Option,
    Patch,
}

/// The type within groups and parentheses, which a macro's `$ty:ty` brings along.
pub(crate) fn bare(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => bare(&group.elem),
        Type::Paren(paren) => bare(&paren.elem),
        _ => ty,
    }
}

/// The last name of a type's path, such as `Option` of `std::option::Option<u8>`.
pub(crate) fn name(ty: &Type) -> Option<String> {
    match bare(ty) {
        Type::Path(path) => path.path.segments.last().map(|segment| segment.ident.to_string()),
        _ => None,
    }
}

/// The last name of a type's path, and its first argument: `Option` and `T` of
/// `std::option::Option<T>`.
fn wrapped(ty: &Type) -> Option<(String, &Type)> {
    let Type::Path(path) = bare(ty) else { return None };
    let segment = path.path.segments.last()?;
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    let argument = arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })?;
    // Making a string of the name is what takes time, and few types come so far.
    Some((segment.ident.to_string(), argument))
}

/// `T` of `X<T>`.
pub(crate) fn argument(ty: &Type) -> Option<&Type> {
    wrapped(ty).map(|(_, argument)| argument)
}

/// `T` of `Option<T>` and `Patch<T>`.
pub(crate) fn nullable(ty: &Type) -> Option<&Type> {
    wrapped(ty)
        .filter(|(name, _)| matches!(&**name, "Option" | "Patch"))
        .map(|(_, argument)| argument)
}

/// `T` of `Vec<T>`.
pub(crate) fn element(ty: &Type) -> Option<&Type> {
    wrapped(ty).filter(|(name, _)| name == "Vec").map(|(_, argument)| argument)
}

/// The type of the elements: what is left without `Option`, `Patch`, `Vec`, `Box` and references.
pub(crate) fn leaf(ty: &Type) -> &Type {
    let ty = bare(ty);
    if let Type::Reference(reference) = ty {
        return leaf(&reference.elem);
    }
    if let Type::Slice(slice) = ty {
        return leaf(&slice.elem);
    }
    match wrapped(ty) {
        Some((name, argument)) if matches!(&*name, "Option" | "Patch" | "Vec" | "Box") => {
            leaf(argument)
        }
        _ => ty,
    }
}

/// Whether there is a reference anywhere in the type.
pub(crate) fn has_reference(ty: &Type) -> bool {
    has_sign(ty.to_token_stream(), '&')
}

/// Whether a lifetime is named anywhere in the type.
pub(crate) fn has_lifetime(ty: &Type) -> bool {
    match ty {
        // What most types are: a name alone.
        Type::Path(path) if path.path.get_ident().is_some() => false,
        _ => has_sign(ty.to_token_stream(), '\''),
    }
}

fn has_sign(tokens: TokenStream, sign: char) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Punct(punct) => punct.as_char() == sign,
        TokenTree::Group(group) => has_sign(group.stream(), sign),
        TokenTree::Ident(_) | TokenTree::Literal(_) => false,
    })
}

/// Whether a field of the type can be left out.
pub(crate) fn presence(ty: &Type) -> Presence {
    match wrapped(ty).as_ref().map(|(name, _)| &**name) {
        Some("Option") => Presence::Option,
        Some("Patch") => Presence::Patch,
        _ => Presence::Required,
    }
}

/// Whether the type is a list, perhaps an optional one.
pub(crate) fn is_list(ty: &Type) -> bool {
    match bare(ty) {
        Type::Reference(reference) => is_list(&reference.elem),
        Type::Slice(_) => true,
        ty => match wrapped(ty) {
            Some((name, argument)) => match &*name {
                "Vec" => true,
                "Option" | "Patch" | "Box" => is_list(argument),
                _ => false,
            },
            None => false,
        },
    }
}

/// What the type of the elements is.
pub(crate) fn kind(ty: &Type) -> TypeKind {
    match name(leaf(ty)).as_deref() {
        Some("String" | "str" | "Cow" | "Text") => TypeKind::String,
        Some("u8" | "u16" | "u32" | "u64" | "i8" | "i16" | "i32" | "i64" | "f32" | "f64") => {
            TypeKind::Number
        }
        Some("Money") => TypeKind::Money,
        Some("bool") => TypeKind::Bool,
        Some("Date" | "Time" | "DateTime") => TypeKind::Date,
        Some("Json" | "JsonMap") => TypeKind::Json,
        Some("Value") if has_ident(leaf(ty).to_token_stream(), &|ident| ident == "serde_json") => {
            TypeKind::Json
        }
        Some("FilePart") => TypeKind::File,
        Some("Secret") => TypeKind::Secret,
        _ => TypeKind::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use syn::parse_quote;

    #[test]
    fn wrappers_are_seen_through() {
        assert_eq!(kind(&parse_quote!(::std::option::Option<Vec<String>>)), TypeKind::String);
        assert_eq!(kind(&parse_quote!(&'a [u32])), TypeKind::Number);
        assert_eq!(kind(&parse_quote!(Patch<Box<Money>>)), TypeKind::Money);
        assert_eq!(kind(&parse_quote!(CustomerId)), TypeKind::Unknown);
        assert!(is_list(&parse_quote!(Option<Vec<u8>>)));
        assert!(!is_list(&parse_quote!(Option<u8>)));
    }

    #[test]
    fn a_reference_is_found_wherever_it_is() {
        for ty in [
            parse_quote!(&'static str),
            parse_quote!(Option<Vec<&'a [T]>>),
            parse_quote!((u8, [&str; 2])),
        ] {
            assert!(has_reference(&ty));
        }
        for ty in [parse_quote!(Cow<'static, str>), parse_quote!(Note<'a>), parse_quote!(String)] {
            assert!(!has_reference(&ty));
        }
    }
}
