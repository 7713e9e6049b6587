//! Types that no field can have, by their names: the compiler would say only that a trait is
//! missing.

use syn::{Expr, GenericArgument, PathArguments, Type, TypePath};

use super::tokens_to_string;
use crate::declaration::Location;
use crate::diagnostic::{Code, Sink};
use crate::types::{self, Presence, TypeKind};

/// Types of the language and of everyone's crates, and what to write for them; `{T}` is the first
/// type argument, `{Self}` the type. Names that a program may well give to a type of its own are
/// here with their crates and modules.
const TYPES: [(&[&str], &str); 19] = [
    (&["usize"], "write `u64`, which has the same size everywhere"),
    (&["isize"], "write `i64`, which has the same size everywhere"),
    (&["u128", "i128"], "write `u64` or `i64`, or a `String` with `#[pattern(\"^[0-9]+$\")]`"),
    (&["char"], "write a `String` with `#[length(1..=1)]`"),
    (&["str"], "write `String`"),
    (
        &["HashMap", "BTreeMap", "IndexMap"],
        "declare a `#[model]` with a field for each key, or write `JsonMap` for any object in a JSON body",
    ),
    (&["HashSet", "BTreeSet", "VecDeque", "LinkedList", "BinaryHeap"], "write `Vec<{T}>`"),
    (
        &[
            "Rc",
            "Arc",
            "Cell",
            "RefCell",
            "OnceCell",
            "Mutex",
            "RwLock",
            "OnceLock",
            "ManuallyDrop",
        ],
        "write `{T}`",
    ),
    (&["Result"], "write `{T}`: a call that fails returns an error of its own"),
    (&["std::fs::File", "tokio::fs::File"], "write `FilePart`, which holds the content of a file"),
    (&["PhantomData"], "remove the field, and the parameter that no other field uses"),
    (
        &["PathBuf", "OsString", "CString"],
        "write `String`, or `FilePart` for the content of a file",
    ),
    (&["NaiveDate"], "write `jiff::civil::Date`"),
    (&["NaiveDateTime", "OffsetDateTime", "PrimitiveDateTime"], "write `jiff::civil::DateTime`"),
    (
        &["std::time::Duration", "core::time::Duration", "time::Duration", "chrono::Duration"],
        "write `u64`, with the unit in the field's name",
    ),
    (
        &["std::time::SystemTime", "std::time::Instant", "chrono::DateTime"],
        "write `jiff::civil::DateTime`",
    ),
    (&["rust_decimal::Decimal", "bigdecimal::BigDecimal"], "write `Money`"),
    (&["uuid::Uuid", "url::Url", "jiff::Timestamp"], "write `AsText<{Self}>`"),
    (&["IpAddr", "Ipv4Addr", "Ipv6Addr", "SocketAddr"], "write `AsText<{Self}>`"),
];

/// How messages call the body of `body = multipart`.
pub(super) const MULTIPART: &str = "a multipart body";

/// Reports a type that the field cannot have in its location.
pub(super) fn check(ty: &Type, field: &str, location: Location, sink: &mut Sink) {
    match location {
        Location::Extra => return,
        Location::Flatten => {
            let is_map = matches!(
                types::name(ty).as_deref(),
                Some("HashMap" | "BTreeMap" | "IndexMap" | "JsonMap")
            );
            let help =
                if is_map { "write `#[extra]` instead" } else { "remove `#[serde(flatten)]`" };
            if types::presence(ty) != Presence::Required {
                let inner = types::argument(ty).map_or_else(|| "T".to_owned(), tokens_to_string);
                let wrong = format!("`{field}` is flattened, and cannot be optional");
                let help = format!("write `{field}: {inner}`, and make its fields an `Option`");
                sink.report(ty, Code::FieldType, wrong, help);
                return;
            }
            if is_map || types::is_list(ty) || types::kind(ty) != TypeKind::Unknown {
                let wrong =
                    format!("only a `#[model]` can be flattened, not `{}`", tokens_to_string(ty));
                sink.report(ty, Code::FieldType, wrong, help);
                return;
            }
        }
        _ => {}
    }
    if let Some((part, mut help)) = unfit(ty) {
        // Any object is for JSON.
        if location != Location::Body && help.contains("JsonMap") {
            help = "declare a field for each key".to_owned();
        }
        let wrong = format!("`{field}` cannot have the type `{}`", tokens_to_string(part));
        sink.report(part, Code::FieldType, wrong, help);
    } else if let Location::Query | Location::Header = location {
        check_string(
            ty,
            field,
            if location == Location::Query { "the query" } else { "a header" },
            sink,
        );
    }
}

/// Reports a type that no response can have.
pub(super) fn check_response(ty: &Type, sink: &mut Sink) {
    let help = match types::bare(ty) {
        Type::Tuple(tuple) if tuple.elems.is_empty() => "write `response = Empty`".to_owned(),
        _ => match types::name(ty).as_deref() {
            Some("Option") => {
                let inner = types::argument(ty).map_or_else(|| "T".to_owned(), tokens_to_string);
                format!(
                    "write `response = {inner}`: the payload of a `Reply` is an `Option` already"
                )
            }
            Some("Vec") if is_bytes(ty) => "write `response = Bytes`".to_owned(),
            // As axum's.
            Some("Json") if types::argument(ty).is_some() => {
                let inner = types::argument(ty).map_or_else(String::new, tokens_to_string);
                format!("write `response = {inner}`")
            }
            Some("Vec") if types::argument(ty).is_some_and(|of| types::nullable(of).is_some()) => {
                let of = types::argument(ty).and_then(types::nullable);
                format!("write `response = Vec<{}>`, or `Json`", tokens_to_string(of))
            }
            Some("void" | "None") => "write `response = Empty`".to_owned(),
            Some("Box") => {
                let inner = types::argument(ty).map_or_else(|| "Json".to_owned(), owned);
                format!("write `response = {inner}`")
            }
            Some("HashMap" | "BTreeMap" | "JsonMap") => "write `response = Json`".to_owned(),
            Some("Reply") => {
                let inner = types::argument(ty).map_or_else(|| "Json".to_owned(), tokens_to_string);
                format!("write `response = {inner}`: `send` returns it in a `Reply`")
            }
            None if matches!(types::bare(ty), Type::Reference(_)) => {
                "write an owned type, as in `response = String`".to_owned()
            }
            _ => match unfit(ty) {
                // A rule is for a field.
                Some((_, help)) => match help
                    .split(" with `#")
                    .next()
                    .and_then(|help| help.strip_prefix("write `"))
                {
                    Some(better) => format!("write `response = {better}"),
                    None => help,
                },
                None => return,
            },
        },
    };
    let wrong = format!("a response cannot have the type `{}`", tokens_to_string(ty));
    sink.report(ty, Code::FieldType, wrong, help);
}

/// Reports a type that is no string and no list of strings, for a field in the query, a header, a
/// form or a multipart body.
pub(super) fn check_string(ty: &Type, field: &str, location: &str, sink: &mut Sink) {
    let bare = types::bare(ty);
    let (wrong, help) = if types::name(bare).as_deref() == Some("Patch") {
        let inner = types::argument(bare).map_or_else(String::new, tokens_to_string);
        ("is a `Patch`, and only JSON has `null`".to_owned(), format!("write `Option<{inner}>`"))
    } else if let Some((element, inner)) = nested(ty) {
        let [whole, element, inner] = [ty, element, inner].map(tokens_to_string);
        (
            format!("is a list of `{element}`, and each element is sent as one value"),
            format!("write `{}`", whole.replace(&element, &inner)),
        )
    } else {
        match types::kind(ty) {
            TypeKind::Json => (
                "can be any JSON, and only strings are sent there".to_owned(),
                "write `String`, or send the field in a JSON body".to_owned(),
            ),
            TypeKind::Number if location == MULTIPART && is_bytes(ty) => (
                "is a list of numbers, each a part of its own".to_owned(),
                "write `FilePart` for the content of a file".to_owned(),
            ),
            TypeKind::File if location != MULTIPART => (
                "is a file".to_owned(),
                "send it in the body of a `POST`, with `body = multipart`".to_owned(),
            ),
            _ => return,
        }
    };
    sink.report(ty, Code::FieldType, format!("`{field}` in {location} {wrong}"), help);
}

/// Whether the type is a list of bytes.
fn is_bytes(ty: &Type) -> bool {
    types::is_list(ty) && types::name(types::leaf(ty)).as_deref() == Some("u8")
}

/// The elements of a list that are lists or can be missing, and what such an element holds.
fn nested(ty: &Type) -> Option<(&Type, &Type)> {
    let bare = types::bare(ty);
    let argument = match bare {
        Type::Reference(reference) => return nested(&reference.elem),
        Type::Slice(slice) => Some(&*slice.elem),
        _ => types::argument(bare),
    }?;
    match types::name(bare).as_deref() {
        Some("Option" | "Box") => nested(argument),
        Some("Vec") | None => {
            let element = types::bare(argument);
            let inner = types::argument(element)?;
            let is_nested =
                matches!(types::name(element).as_deref(), Some("Vec" | "Option" | "Patch"));
            is_nested.then_some((element, inner))
        }
        _ => None,
    }
}

/// The part of a type that no field can have, and what to write.
fn unfit(ty: &Type) -> Option<(&Type, String)> {
    match types::bare(ty) {
        Type::Tuple(tuple) if tuple.elems.is_empty() => {
            Some((ty, "remove the field: `()` has no value to send".to_owned()))
        }
        Type::Tuple(_) => Some((
            ty,
            "declare a `#[model]` with a field for each part, or write a `Vec` if they have one type"
                .to_owned(),
        )),
        Type::Array(array) => {
            let (of, count) = (tokens_to_string(&array.elem), tokens_to_string(&array.len));
            let rule = match &array.len {
                Expr::Lit(_) => format!(" with `#[items({count}..={count})]`"),
                _ => String::new(),
            };
            Some((ty, format!("write `Vec<{of}>`{rule}")))
        }
        Type::Macro(call) if call.mac.path.is_ident("vec") => {
            Some((ty, format!("write `Vec<{}>`", tokens_to_string(&call.mac.tokens))))
        }
        Type::Slice(slice) => Some((ty, format!("write `Vec<{}>`", tokens_to_string(&slice.elem)))),
        Type::FnPtr(_) | Type::Ptr(_) | Type::Never(_) => {
            Some((ty, "remove the field: it has no value to send".to_owned()))
        }
        Type::TraitObject(_) | Type::ImplTrait(_) | Type::Infer(_) => {
            Some((ty, "write a concrete type, or `Json` for any value".to_owned()))
        }
        Type::Reference(reference) => {
            let to = tokens_to_string(&reference.elem);
            if reference.mutability.is_some() {
                return Some((ty, format!("write `&'a {to}`: a request is only read")));
            }
            if reference.lifetime.is_none() {
                let owned = owned(&reference.elem);
                return Some((
                    ty,
                    format!("write `{owned}`, or `&'a {to}` with the lifetime `'a` on the struct"),
                ));
            }
            unsized_unfit(&reference.elem)
        }
        Type::Path(path) => unfit_path(ty, path),
        _ => None,
    }
}

/// The same for what is behind a reference: it need not have a size.
fn unsized_unfit(ty: &Type) -> Option<(&Type, String)> {
    match types::bare(ty) {
        Type::Slice(slice) => unfit(&slice.elem),
        ty if types::name(ty).as_deref() == Some("str") => None,
        ty => unfit(ty),
    }
}

/// The same for a path.
fn unfit_path<'a>(ty: &'a Type, path: &'a TypePath) -> Option<(&'a Type, String)> {
    let segment = path.path.segments.last()?;
    let name = segment.ident.to_string();
    let argument = types::argument(ty);
    if let ("Option" | "Patch", Some(inner)) = (&*name, argument.map(types::bare))
        && let Some("Option" | "Patch") = types::name(inner).as_deref()
    {
        let of = types::argument(inner).map_or_else(|| "T".to_owned(), tokens_to_string);
        return Some((
            ty,
            format!("write `Patch<{of}>` in JSON (absent, `null` or a value), else `Option<{of}>`"),
        ));
    }
    if name == "Cow" && !has_lifetime(&segment.arguments) {
        let of = argument.map_or_else(|| "str".to_owned(), tokens_to_string);
        return Some((ty, format!("write `Cow<'static, {of}>`")));
    }
    match (&*name, argument) {
        ("Box", Some(inner)) if types::name(inner).as_deref() == Some("str") => {
            return Some((ty, "write `String`".to_owned()));
        }
        ("Option" | "Patch" | "Vec" | "Lenient" | "Box", Some(inner)) => return unfit(inner),
        // Of `chrono`.
        ("DateTime", Some(_)) => {
            let help =
                format!("write `jiff::civil::DateTime`, or `AsText<{}>`", tokens_to_string(ty));
            return Some((ty, help));
        }
        _ => {}
    }
    let written = tokens_to_string(ty);
    let is_meant = |(known, help): (&str, &str)| {
        // Most names are another's; the rest takes long enough to be felt in a build.
        if !known.ends_with(&name) {
            return false;
        }
        // A name whose type has parameters, without any, is of another type.
        let has_parameters =
            help.contains("{T}") || known.ends_with("Map") || known == "PhantomData";
        match known.contains("::") {
            true => written.trim_start_matches("::").split('<').next() == Some(known),
            false => name == known && (argument.is_some() || !has_parameters),
        }
    };
    let (_, help) =
        TYPES.iter().find(|(names, help)| names.iter().any(|name| is_meant((name, help))))?;
    // As in `Rc<RefCell<String>>`.
    let inner = argument
        .and_then(unfit)
        .and_then(|(_, help)| help.strip_prefix("write `")?.split('`').next().map(str::to_owned));
    let help = match (&*name, argument.map(types::kind)) {
        ("Rc" | "Arc", Some(TypeKind::Unknown)) => {
            "write `{T}`, or `Box<{T}>` in a struct that contains itself"
        }
        _ => help,
    };
    let argument = inner.or_else(|| argument.map(owned)).unwrap_or_else(|| "T".to_owned());
    Some((ty, help.replace("{T}", &argument).replace("{Self}", &written)))
}

/// The type that owns what a reference to the type refers to.
fn owned(ty: &Type) -> String {
    match types::bare(ty) {
        Type::Slice(slice) => format!("Vec<{}>", tokens_to_string(&slice.elem)),
        ty if types::name(ty).as_deref() == Some("str") => "String".to_owned(),
        ty => tokens_to_string(ty),
    }
}

pub(super) fn has_lifetime(arguments: &PathArguments) -> bool {
    match arguments {
        PathArguments::AngleBracketed(arguments) => {
            arguments.args.iter().any(|argument| matches!(argument, GenericArgument::Lifetime(_)))
        }
        _ => false,
    }
}
