//! The rules on a field: `pattern`, `length`, `range`, `items`, `decimals`, `format`.

use std::cmp::Ordering;

use proc_macro2::TokenTree;
use quote::ToTokens;
use syn::{
    Attribute, Expr, ExprLit, ExprRange, Lit, LitStr, Meta, MetaNameValue, Path, RangeLimits, Type,
    UnOp,
};

use super::tokens_to_string;
use crate::declaration::{Bound, Rules};
use crate::diagnostic::{Code, Sink};
use crate::pattern;
use crate::types::{self, TypeKind};

/// Adds the rule that an attribute states to `rules`; whether the rule applies to the type.
pub(crate) fn rule(
    name: &str,
    attribute: &Attribute,
    ty: &Type,
    rules: &mut Rules,
    sink: &mut Sink,
) -> bool {
    if !fits(name, attribute, ty, sink) {
        return false;
    }
    match name {
        "pattern" => rules.pattern = pattern_rule(attribute, sink),
        "length" => rules.length = counts(attribute, Code::Length, "length", sink),
        "items" => rules.items = counts(attribute, Code::Items, "items", sink),
        "range" => rules.range = range(attribute, ty, sink),
        _ => rules.decimals = decimals(attribute, sink),
    }
    true
}

/// Whether a rule applies to the type, by the type's name.
pub(super) fn fits(name: &str, attribute: &Attribute, ty: &Type, sink: &mut Sink) -> bool {
    let kind = types::kind(ty);
    let is_list = types::is_list(ty);
    let (fits, applies_to) = match name {
        "pattern" | "length" => (matches!(kind, TypeKind::String | TypeKind::Unknown), "strings"),
        "range" => (
            matches!(kind, TypeKind::Number | TypeKind::Money | TypeKind::Unknown),
            "numbers and `Money`",
        ),
        "decimals" => (matches!(kind, TypeKind::Money | TypeKind::Unknown), "`Money`"),
        "items" => (
            is_list
                || (kind == TypeKind::Unknown
                    && types::name(ty).is_some_and(|n| n != "Option" && n != "Patch")),
            "lists",
        ),
        _ => (matches!(kind, TypeKind::Date | TypeKind::Unknown), "dates and times"),
    };
    if !fits {
        let what = match name {
            "items" => "a field that is not a list".to_owned(),
            _ if is_list => "a list of other values".to_owned(),
            _ => format!("{} field", kind.name()),
        };
        let wrong = format!("`#[{name}]` applies to {applies_to}, not to {what}");
        sink.report(attribute.path(), Code::RuleType, wrong, alternative(name, kind, is_list));
    }
    fits
}

/// What to write instead of a rule that does not apply.
fn alternative(name: &str, kind: TypeKind, is_list: bool) -> &'static str {
    match (name, kind) {
        ("length", _) if is_list => "write `#[items(1..=100)]` for the number of elements",
        ("pattern" | "length", TypeKind::Number | TypeKind::Money) => {
            "write `#[range(1..=100)]`, or make the field a `String`"
        }
        ("pattern" | "length", TypeKind::Date) => {
            "write `#[format(\"yyyy-MM-dd\")]`, or make the field a `String`"
        }
        ("range", TypeKind::String) => "write `#[length(1..=100)]`, or make the field a number",
        ("range", TypeKind::Date) => {
            "remove the attribute, and compare dates in a function: `validate = Self::check`"
        }
        ("items", TypeKind::String) => "write `#[length(1..=100)]` for the characters of a string",
        ("decimals", TypeKind::Number | TypeKind::String) => {
            "make the field a `Money`, which is exact"
        }
        ("format", TypeKind::String) => {
            "make the field a `jiff::civil::Date` or `DateTime`, or write `#[pattern(\"…\")]`"
        }
        ("format", TypeKind::Number) => "make the field a `jiff::civil::Date` or `DateTime`",
        _ => "remove the attribute",
    }
}

/// The string literal that an attribute holds.
pub(crate) fn string(
    attribute: &Attribute,
    code: Code,
    example: &str,
    sink: &mut Sink,
) -> Option<LitStr> {
    match attribute.parse_args::<LitStr>() {
        Ok(string) => Some(string),
        Err(_) => {
            let name = attribute.path().to_token_stream();
            let help = match string_meant(&attribute.meta) {
                Some(string) => format!("write `#[{name}({string})]`"),
                None => format!("write `{example}`"),
            };
            let wrong = format!("`#[{name}]` takes a string in parentheses");
            let wrong = match attribute.parse_args::<Path>() {
                Ok(path) if is_constant(&path) => {
                    format!("{wrong}: an attribute cannot evaluate constants")
                }
                _ => wrong,
            };
            sink.report(&attribute.meta, code, wrong, help);
            None
        }
    }
}

/// The string that is meant by `= "x"`, `(name = "x")` or `(x)`, in its quotes.
pub(super) fn string_meant(meta: &Meta) -> Option<String> {
    match meta {
        Meta::NameValue(MetaNameValue {
            value: Expr::Lit(ExprLit { lit: Lit::Str(string), .. }),
            ..
        }) => Some(string.to_token_stream().to_string()),
        Meta::List(list) => {
            let strings = list.tokens.clone().into_iter().filter_map(|token| match token {
                TokenTree::Literal(literal) => syn::parse_str::<LitStr>(&literal.to_string()).ok(),
                _ => None,
            });
            let written: String = list.tokens.to_string().split_whitespace().collect();
            let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/');
            let constant = list.parse_args::<Path>().is_ok_and(|path| is_constant(&path));
            match &strings.collect::<Vec<_>>()[..] {
                // A second one is a header's value, say.
                [string, ..] => Some(string.to_token_stream().to_string()),
                // As in JavaScript.
                [] if written.len() > 2 && written.starts_with('/') && written.ends_with('/') => {
                    Some(format!("{:?}", written.trim_matches('/')))
                }
                [] if !constant && !written.is_empty() && written.chars().all(is_name) => {
                    Some(format!("\"{written}\""))
                }
                _ => None,
            }
        }
        _ => None,
    }
}

/// Whether a path is that of a constant, by its name.
fn is_constant(path: &Path) -> bool {
    let name = path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
    !name.contains(char::is_lowercase)
}

fn pattern_rule(attribute: &Attribute, sink: &mut Sink) -> Option<pattern::CompiledPattern> {
    let source = string(attribute, Code::Pattern, "#[pattern(\"^KC[A-Z0-9]{14}$\")]", sink)?;
    compile(&source, sink)
}

/// Compiles a pattern, or reports why it cannot be.
pub(crate) fn compile(source: &LitStr, sink: &mut Sink) -> Option<pattern::CompiledPattern> {
    match pattern::compile(&source.value()) {
        Ok(pattern) => Some(pattern),
        Err(error) => {
            let (wrong, help) = error
                .message()
                .split_once("\nhelp: ")
                .unwrap_or((error.message(), "correct the pattern"));
            match delimited(&source.value()) {
                Some(better) => {
                    let wrong = "the pattern is in slashes, as in JavaScript";
                    sink.report(source, Code::Pattern, wrong, format!("write `\"{better}\"`"));
                }
                None => sink.report(source, Code::Pattern, wrong, help),
            }
            None
        }
    }
}

/// The pattern in `/…/flags`.
fn delimited(source: &str) -> Option<String> {
    let (pattern, flags) = source.strip_prefix('/')?.rsplit_once('/')?;
    let flags: String = flags.chars().filter(|flag| *flag != 'g' && *flag != 'u').collect();
    let flags = if flags.is_empty() { flags } else { format!("(?{flags})") };
    let better = format!("{flags}{pattern}");
    pattern::compile(&better).ok().map(|_| better)
}

/// `1..=100`, `1..`, `..=100` of characters or elements.
fn counts(
    attribute: &Attribute,
    code: Code,
    name: &str,
    sink: &mut Sink,
) -> Option<(usize, usize)> {
    let example = format!("write `#[{name}(1..=100)]`, `#[{name}(1..)]` or `#[{name}(..=100)]`");
    let Ok(range) = attribute.parse_args::<ExprRange>() else {
        let wrong = format!("`#[{name}]` takes a range of whole numbers");
        sink.report(
            &attribute.meta,
            code,
            wrong,
            range_meant(name, &attribute.meta).unwrap_or(example),
        );
        return None;
    };
    let read = |end: Option<&Expr>| match end.map(ungrouped) {
        None => Some(None),
        Some(Expr::Lit(ExprLit { lit: Lit::Int(number), .. })) => {
            number.base10_parse::<usize>().ok().map(Some)
        }
        Some(_) => None,
    };
    let (Some(min), Some(max)) = (read(range.start.as_deref()), read(range.end.as_deref())) else {
        let wrong = format!("`#[{name}]` takes whole numbers from 0, written as literals");
        sink.report(&range, code, wrong, example);
        return None;
    };
    if (min, max) == (None, None) {
        sink.report(&range, code, "the range is unbounded, so every value is in it", example);
        return None;
    }
    let min_count = min.unwrap_or(0);
    let max_count = match (max, range.limits) {
        (None, _) => Some(usize::MAX),
        (Some(max), RangeLimits::Closed(_)) => Some(max),
        (Some(max), RangeLimits::HalfOpen(_)) => max.checked_sub(1),
    };
    match max_count {
        Some(max_count) if min_count <= max_count => Some((min_count, max_count)),
        _ => {
            empty_range(name, &range, min.unwrap_or(0) > max.unwrap_or(0), code, sink);
            None
        }
    }
}

/// Reports a range in which nothing lies; `reversed` if its ends are in the wrong order.
fn empty_range(name: &str, range: &ExprRange, reversed: bool, code: Code, sink: &mut Sink) {
    let end = |end: &Option<Box<Expr>>| end.as_ref().map_or_else(String::new, tokens_to_string);
    let (first, last) = (end(&range.start), end(&range.end));
    let (first, last) = if reversed { (last, first) } else { (first, last) };
    let wrong = format!("the range `{}` is empty", tokens_to_string(range).replace(' ', ""));
    sink.report(range, code, wrong, format!("write `#[{name}({first}..={last})]`"));
}

/// What to write for a range that is given in another way: `5`, `1, 5`, `min = 1, max = 5`,
/// `"1..5"`.
pub(super) fn range_meant(name: &str, meta: &Meta) -> Option<String> {
    let (mut words, mut numbers) = (Vec::new(), Vec::new());
    for token in meta.to_token_stream().into_iter().skip(1).flat_map(ungroup) {
        match token {
            TokenTree::Ident(ident) => words.push(ident.to_string()),
            TokenTree::Literal(literal) => {
                numbers.push(literal.to_string().trim_matches('"').to_owned())
            }
            _ => {}
        }
    }
    // As in `1..=10, message = "…"`.
    if let Meta::List(list) = meta
        && let Some(range) = tokens_to_string(&list.tokens).split(',').next()
        && syn::parse_str::<ExprRange>(range).is_ok_and(|range| range.start.is_some())
    {
        return Some(format!("write `#[{name}({})]`", range.trim()));
    }
    // As in `3..=`.
    if let (Meta::List(list), [number]) = (meta, &numbers[..])
        && tokens_to_string(&list.tokens) == format!("{number}..=")
    {
        return Some(format!("write `#[{name}({number}..)]`"));
    }
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let range = match (&words[..], &numbers[..]) {
        ([], [range]) if range.contains("..") => range.clone(),
        ([], [number]) => {
            return Some(format!(
                "write `#[{name}({number}..={number})]` for exactly {number}, `#[{name}(..={number})]` for at most {number}"
            ));
        }
        (["min" | "minimum"], [number]) => format!("{number}.."),
        (["max" | "maximum"], [number]) => format!("..={number}"),
        (["equal" | "exact" | "eq"], [number]) => format!("{number}..={number}"),
        (["max" | "maximum", ..], [last, first]) | (_, [first, last]) => {
            format!("{first}..={last}")
        }
        _ => return None,
    };
    Some(format!("write `#[{name}({range})]`"))
}

/// The tokens within parentheses, or the token itself.
fn ungroup(token: TokenTree) -> Vec<TokenTree> {
    match token {
        TokenTree::Group(group) => group.stream().into_iter().collect(),
        token => vec![token],
    }
}

/// The expression within the invisible group that a `$number:literal` of a `macro_rules!` comes in.
fn ungrouped(expression: &Expr) -> &Expr {
    match expression {
        Expr::Group(group) => ungrouped(&group.expr),
        _ => expression,
    }
}

/// `0.1..=5000` of numbers.
fn range(
    attribute: &Attribute,
    ty: &Type,
    sink: &mut Sink,
) -> Option<(Option<Bound>, Option<Bound>)> {
    let example = "write `#[range(1..=100)]`, `#[range(0.1..)]` or `#[range(..=100)]`";
    let Ok(range) = attribute.parse_args::<ExprRange>() else {
        let help = range_meant("range", &attribute.meta).unwrap_or_else(|| example.to_owned());
        sink.report(&attribute.meta, Code::Range, "`#[range]` takes a range of numbers", help);
        return None;
    };
    let read = |end: Option<&Expr>, inclusive: bool| match end {
        None => Some(None),
        Some(end) => number(end, inclusive).map(Some),
    };
    let closed = matches!(range.limits, RangeLimits::Closed(_));
    let (Some(min), Some(max)) =
        (read(range.start.as_deref(), true), read(range.end.as_deref(), closed))
    else {
        sink.report(
            &range,
            Code::Range,
            "`#[range]` takes literal numbers of at most 18 digits, without an exponent",
            example,
        );
        return None;
    };
    match (min, max) {
        (None, None) => {
            let wrong = "the range is unbounded, so every value is in it";
            sink.report(&range, Code::Range, wrong, example);
            None
        }
        (Some(low), Some(high)) if is_empty(&low, &high) => {
            let is_reversed = compare(&low, &high).is_gt();
            empty_range("range", &range, is_reversed, Code::Range, sink);
            None
        }
        (min, max) => {
            let outside = integers(ty).is_some_and(|(first, last)| {
                min.as_ref().is_some_and(|min| is_empty(min, &last))
                    || max.as_ref().is_some_and(|max| is_empty(&first, max))
            });
            if outside {
                let ty = tokens_to_string(types::leaf(ty));
                let wrong = format!("no value of the type `{ty}` lies in this range");
                sink.report(
                    &range,
                    Code::Range,
                    wrong,
                    "correct the range, or write a wider type such as `i64`",
                );
            }
            Some((min, max))
        }
    }
}

/// The smallest and the largest value of an integer type; 64 bits are not limited.
fn integers(ty: &Type) -> Option<(Bound, Bound)> {
    let bound = |mantissa| Bound { source: String::new(), mantissa, scale: 0, inclusive: true };
    let (first, last) = match &*types::name(types::leaf(ty))? {
        "u8" => (0, u8::MAX.into()),
        "u16" => (0, u16::MAX.into()),
        "u32" => (0, u32::MAX.into()),
        "u64" => (0, i64::MAX),
        "i8" => (i8::MIN.into(), i8::MAX.into()),
        "i16" => (i16::MIN.into(), i16::MAX.into()),
        "i32" => (i32::MIN.into(), i32::MAX.into()),
        _ => return None,
    };
    Some((bound(first), bound(last)))
}

/// Compares the numbers.
fn compare(one: &Bound, other: &Bound) -> Ordering {
    // Eighteen digits each: the products stay far inside i128.
    let scaled =
        |bound: &Bound, other: &Bound| i128::from(bound.mantissa) * 10_i128.pow(other.scale);
    scaled(one, other).cmp(&scaled(other, one))
}

fn is_empty(low: &Bound, high: &Bound) -> bool {
    let order = compare(low, high);
    order.is_gt() || (order.is_eq() && !high.inclusive)
}

/// A literal number as digits and a scale.
fn number(expression: &Expr, inclusive: bool) -> Option<Bound> {
    let source = tokens_to_string(expression);
    match expression {
        Expr::Unary(unary) if matches!(unary.op, UnOp::Neg(_)) => number(&unary.expr, inclusive)
            .map(|bound| Bound { source, mantissa: -bound.mantissa, ..bound }),
        Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) => {
            let mantissa = number.base10_parse().ok()?;
            Some(Bound { source, mantissa, scale: 0, inclusive })
        }
        Expr::Lit(ExprLit { lit: Lit::Float(number), .. }) if number.suffix().is_empty() => {
            let (whole, fraction) = number.base10_digits().split_once('.')?;
            if whole.len() + fraction.len() > 18 {
                return None;
            }
            let mantissa = format!("{whole}{fraction}").parse().ok()?;
            let scale = u32::try_from(fraction.len()).ok()?;
            Some(Bound { source, mantissa, scale, inclusive })
        }
        Expr::Group(group) => number(&group.expr, inclusive),
        _ => None,
    }
}

fn decimals(attribute: &Attribute, sink: &mut Sink) -> Option<u32> {
    let count =
        attribute.parse_args::<syn::LitInt>().ok().and_then(|number| number.base10_parse().ok());
    if count.is_none_or(|count: u32| count > 28) {
        sink.report(
            &attribute.meta,
            Code::Decimals,
            "`#[decimals]` takes the maximum number of digits after the decimal point, 28 or less",
            "write `#[decimals(2)]`",
        );
        return None;
    }
    count
}
