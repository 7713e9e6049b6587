//! Types that no field can have, by their names: the compiler would say only that a trait is missing.

use syn::{GenericArgument, PathArguments, Type, TypePath};

use super::tokens_to_string;
use crate::declaration::Location;
use crate::diagnostic::{Code, Sink};
use crate::types::{self, TypeKind};

/// Types of the language and of everyone's crates, and what to write for them. `{T}` is the first type argument. Names that a
/// program might give to a type of its own stand with the crates and modules that they come from.
const TYPES: [(&[&str], &str); 17] = [
    (&["usize"], "write `u64`, which has the same size everywhere"),
    (&["isize"], "write `i64`, which has the same size everywhere"),
    (&["u128", "i128"], "write `u64` or `i64`, or a `String` with `#[pattern(\"^[0-9]+$\")]`"),
    (&["char"], "write a `String` with `#[length(1..=1)]`"),
    (&["str"], "write `String`"),
    (
        &["HashMap", "BTreeMap", "IndexMap"],
        "declare a `#[model]` with a field for each key, or write `JsonMap` for any object",
    ),
    (&["HashSet", "BTreeSet", "VecDeque", "LinkedList", "BinaryHeap"], "write `Vec<{T}>`"),
    (
        &["Rc", "Arc", "Cell", "RefCell", "OnceCell", "Mutex", "RwLock", "OnceLock", "ManuallyDrop"],
        "write `{T}`",
    ),
    (&["PhantomData"], "remove the field, and the parameter that no other field uses"),
    (&["PathBuf", "OsString", "CString"], "write `String`, or `FilePart` for the content of a file"),
    (&["NaiveDate"], "write `jiff::civil::Date`"),
    (&["NaiveDateTime", "OffsetDateTime", "PrimitiveDateTime"], "write `jiff::civil::DateTime`"),
    (
        &["std::time::Duration", "core::time::Duration", "time::Duration", "chrono::Duration"],
        "write `u64`, with the unit in the field's name",
    ),
    (&["std::time::SystemTime", "std::time::Instant", "chrono::DateTime"], "write `jiff::civil::DateTime`"),
    (&["rust_decimal::Decimal", "bigdecimal::BigDecimal"], "write `Money`"),
    (&["uuid::Uuid", "url::Url", "jiff::Timestamp"], "write `AsText<{Self}>`"),
    (&["IpAddr", "Ipv4Addr", "Ipv6Addr", "SocketAddr"], "write `AsText<{Self}>`"),
];

/// Reports a type that the field cannot have in its location.
pub(super) fn check(ty: &Type, field: &str, location: Location, sink: &mut Sink) {
    let is_map = |ty| matches!(types::name(ty).as_deref(), Some("HashMap" | "BTreeMap" | "IndexMap"));
    match location {
        Location::Extra => return,
        Location::Flatten if is_map(types::bare(ty)) => {
            let wrong = "a map of further fields is not flattened";
            sink.report(ty, Code::FieldType, wrong, "write `#[extra]` instead of `#[serde(flatten)]`");
            return;
        }
        _ => {}
    }
    if let Some((part, help)) = unfit(ty) {
        let wrong = format!("`{field}` cannot have the type `{}`", tokens_to_string(part));
        sink.report(part, Code::FieldType, wrong, help);
    } else if let Location::Query | Location::Header = location {
        check_string(ty, field, if location == Location::Query { "the query" } else { "a header" }, sink);
    }
}

/// Reports a type that is no string and no list of strings, for a field in the query, a header or a form.
pub(super) fn check_string(ty: &Type, field: &str, location: &str, sink: &mut Sink) {
    let inner = |ty| types::argument(ty).map_or_else(String::new, tokens_to_string);
    let bare = types::bare(ty);
    let (what, help) = if types::name(bare).as_deref() == Some("Patch") {
        ("a `Patch`, which can be `null`".to_owned(), format!("write `Option<{}>`", inner(bare)))
    } else if let Some((element, elements)) = nested(ty) {
        (
            format!("a list of `{}`", tokens_to_string(element)),
            format!("write `Vec<{}>`", tokens_to_string(elements)),
        )
    } else {
        match types::kind(ty) {
            TypeKind::Json => {
                ("a JSON value".to_owned(), "write `String`, or send the field in a JSON body".to_owned())
            }
            TypeKind::File if location != "a multipart body" => {
                ("a file".to_owned(), "send it in a `POST` with `body = multipart`".to_owned())
            }
            _ => return,
        }
    };
    sink.report(
        ty,
        Code::FieldType,
        format!("`{field}` is {what}, and is sent in {location} as strings"),
        help,
    );
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
            let of = types::argument(element)?;
            matches!(types::name(element).as_deref(), Some("Vec" | "Option" | "Patch"))
                .then_some((element, of))
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
        Type::Tuple(_) => {
            let help = "declare a `#[model]` struct with a named field for each part, or write a `Vec` if they have one type";
            Some((ty, help.to_owned()))
        }
        Type::Array(array) => {
            let (of, count) = (tokens_to_string(&array.elem), tokens_to_string(&array.len));
            Some((ty, format!("write `Vec<{of}>` with `#[items({count}..={count})]`")))
        }
        Type::FnPtr(_) | Type::Ptr(_) | Type::Never(_) => {
            Some((ty, "remove the field: it has no value to send".to_owned()))
        }
        Type::TraitObject(_) => Some((ty, "write a type of its own, or `Json` for any value".to_owned())),
        Type::Reference(reference) if reference.mutability.is_some() => {
            Some((ty, format!("write `&{}`: a request is only read", tokens_to_string(&reference.elem))))
        }
        Type::Reference(reference) => {
            unfit(&reference.elem).filter(|(part, _)| types::name(part).as_deref() != Some("str"))
        }
        Type::Slice(slice) => unfit(&slice.elem),
        Type::Path(path) => unfit_path(ty, path),
        _ => None,
    }
}

/// The same for a path.
fn unfit_path<'a>(ty: &'a Type, path: &'a TypePath) -> Option<(&'a Type, String)> {
    let segment = path.path.segments.last()?;
    let name = segment.ident.to_string();
    let argument = match &segment.arguments {
        PathArguments::AngleBracketed(arguments) => {
            arguments.args.iter().find_map(|argument| match argument {
                GenericArgument::Type(ty) => Some(ty),
                _ => None,
            })
        }
        _ => None,
    };
    if let ("Option" | "Patch", Some(inner)) = (&*name, argument)
        && let Some("Option" | "Patch") = types::name(types::bare(inner)).as_deref()
    {
        let of = types::argument(types::bare(inner)).map_or_else(|| "T".to_owned(), tokens_to_string);
        return Some((ty, format!("write `Patch<{of}>`: absent, `null` or a value")));
    }
    if let ("Option" | "Patch" | "Vec" | "Box" | "Lenient", Some(inner)) = (&*name, argument) {
        return unfit(inner).filter(|(part, _)| name != "Box" || types::name(part).as_deref() != Some("str"));
    }
    let written = tokens_to_string(ty);
    let is_meant = |known: &&str| match known.contains("::") {
        true => written.trim_start_matches("::").split('<').next() == Some(known),
        false => {
            name == **known && (path.path.segments.len() > 1 || argument.is_some() || !needs_argument(known))
        }
    };
    let (_, help) = TYPES.iter().find(|(names, _)| names.iter().any(is_meant))?;
    let argument = argument.map_or_else(|| "T".to_owned(), tokens_to_string);
    Some((ty, help.replace("{T}", &argument).replace("{Self}", &written)))
}

/// Whether the type that is meant has parameters; without them it is another of the name.
fn needs_argument(name: &str) -> bool {
    TYPES.iter().any(|(names, help)| names.contains(&name) && help.contains("{T}"))
        || name.ends_with("Map")
        || name == "PhantomData"
}
