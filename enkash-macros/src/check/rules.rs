//! The rules on a field: `pattern`, `length`, `range`, `items`, `decimals`, `format`.

use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Attribute, Expr, ExprLit, ExprRange, Lit, LitStr, RangeLimits, Type, UnOp};

use crate::declaration::{Bound, Rules};
use crate::diagnostic::{Code, Sink};
use crate::pattern;
use crate::types::{self, TypeKind};

/// Adds the rule that an attribute states to `rules`.
pub(crate) fn rule(name: &str, attribute: &Attribute, ty: &Type, rules: &mut Rules, sink: &mut Sink) {
    if !fits(name, attribute, ty, sink) {
        return;
    }
    match name {
        "pattern" => rules.pattern = pattern_rule(attribute, sink),
        "length" => rules.length = counts(attribute, Code::Length, "length", sink),
        "items" => rules.items = counts(attribute, Code::Items, "items", sink),
        "range" => rules.range = range(attribute, sink),
        _ => rules.decimals = decimals(attribute, sink),
    }
}

/// Whether a rule applies to the type, by the type's name.
fn fits(name: &str, attribute: &Attribute, ty: &Type, sink: &mut Sink) -> bool {
    let kind = types::kind(ty);
    let (fits, goes_with) = match name {
        "pattern" | "length" => (matches!(kind, TypeKind::String | TypeKind::Unknown), "strings"),
        "range" => {
            (matches!(kind, TypeKind::Number | TypeKind::Money | TypeKind::Unknown), "numbers and amounts")
        }
        "decimals" => (matches!(kind, TypeKind::Money | TypeKind::Unknown), "`Money`"),
        "items" => (
            types::is_list(ty)
                || (kind == TypeKind::Unknown
                    && types::name(ty).is_some_and(|n| n != "Option" && n != "Patch")),
            "lists",
        ),
        _ => (matches!(kind, TypeKind::Date | TypeKind::Unknown), "dates and times"),
    };
    if !fits {
        let what = if name == "items" {
            "a field that is not a list".to_owned()
        } else {
            format!("{} field", kind.name())
        };
        sink.report(
            attribute.path(),
            Code::RuleType,
            format!("`#[{name}]` does not apply to {what}"),
            format!("the rule applies to {goes_with}: {}", alternative(name, kind)),
        );
    }
    fits
}

fn alternative(name: &str, kind: TypeKind) -> &'static str {
    match (name, kind) {
        ("pattern" | "length", TypeKind::Number | TypeKind::Money) => {
            "use `#[range(…)]`, or make the field a `String`"
        }
        ("range", TypeKind::String) => "use `#[length(…)]`, or make the field a number",
        ("items", TypeKind::String) => "use `#[length(…)]` for the characters of a string",
        ("decimals", TypeKind::Number) => "make the field a `Money`, which is exact",
        _ => "remove the attribute, or change the type of the field",
    }
}

/// The string literal that an attribute holds.
pub(crate) fn string(attribute: &Attribute, code: Code, example: &str, sink: &mut Sink) -> Option<LitStr> {
    match attribute.parse_args::<LitStr>() {
        Ok(string) => Some(string),
        Err(_) => {
            let name = attribute.path().to_token_stream();
            sink.report(
                attribute,
                code,
                format!("`#[{name}]` wants a string in parentheses"),
                format!("write `{example}`"),
            );
            None
        }
    }
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
            let (wrong, help) =
                error.message().split_once("\nhelp: ").unwrap_or((error.message(), "correct the pattern"));
            sink.report(source, Code::Pattern, wrong, help);
            None
        }
    }
}

/// `1..=100`, `1..`, `..=100` of characters or elements.
fn counts(attribute: &Attribute, code: Code, name: &str, sink: &mut Sink) -> Option<(usize, usize)> {
    let example = format!("write `#[{name}(1..=100)]`, `#[{name}(1..)]` or `#[{name}(..=100)]`");
    let Ok(range) = attribute.parse_args::<ExprRange>() else {
        sink.report(attribute, code, format!("`#[{name}]` wants a range of whole numbers"), example);
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
        sink.report(&range, code, format!("`#[{name}]` wants whole numbers that are not negative"), example);
        return None;
    };
    let min_count = min.unwrap_or(0);
    let max_count = match (max, range.limits) {
        (None, _) => usize::MAX,
        (Some(max), RangeLimits::Closed(_)) => max,
        // `..0` has no largest number, thus is empty like `1..1`.
        (Some(max), RangeLimits::HalfOpen(_)) => {
            max.checked_sub(1).unwrap_or_else(|| min_count.saturating_sub(1))
        }
    };
    if min_count > max_count || (max == Some(0) && matches!(range.limits, RangeLimits::HalfOpen(_))) {
        sink.report(
            &range,
            code,
            "no number lies in this range",
            format!("put the smaller number first: {example}"),
        );
        return None;
    }
    if min.is_none() && max.is_none() {
        sink.report(&range, code, "this range has no bounds", example);
        return None;
    }
    Some((min_count, max_count))
}

/// The expression within the invisible group that a `$number:literal` of a `macro_rules!` comes in.
fn ungrouped(expression: &Expr) -> &Expr {
    match expression {
        Expr::Group(group) => ungrouped(&group.expr),
        _ => expression,
    }
}

/// `0.1..=5000` of numbers.
fn range(attribute: &Attribute, sink: &mut Sink) -> Option<(Option<Bound>, Option<Bound>)> {
    let example = "write `#[range(1..=100)]`, `#[range(0.1..)]` or `#[range(..=100)]`";
    let Ok(range) = attribute.parse_args::<ExprRange>() else {
        sink.report(attribute, Code::Range, "`#[range]` wants a range of numbers", example);
        return None;
    };
    let read = |end: Option<&Expr>, inclusive: bool| match end {
        None => Some(None),
        Some(end) => number(end, inclusive).map(Some),
    };
    let closed = matches!(range.limits, RangeLimits::Closed(_));
    let (Some(min), Some(max)) = (read(range.start.as_deref(), true), read(range.end.as_deref(), closed))
    else {
        sink.report(&range, Code::Range, "`#[range]` wants literal numbers of at most 18 digits", example);
        return None;
    };
    match (min, max) {
        (None, None) => {
            sink.report(&range, Code::Range, "this range has no bounds", example);
            None
        }
        (Some(low), Some(high)) if is_empty(low, high) => {
            sink.report(
                &range,
                Code::Range,
                "no number lies in this range",
                format!("put the smaller number first: {example}"),
            );
            None
        }
        ends => Some(ends),
    }
}

fn is_empty(low: Bound, high: Bound) -> bool {
    // Eighteen digits each: the products stay far inside i128.
    let scaled = |bound: Bound, other: Bound| i128::from(bound.mantissa) * 10_i128.pow(other.scale);
    let (low, end) = (scaled(low, high), scaled(high, low));
    low > end || (low == end && !high.inclusive)
}

/// A literal number as digits and a scale.
fn number(expression: &Expr, inclusive: bool) -> Option<Bound> {
    match expression {
        Expr::Unary(unary) if matches!(unary.op, UnOp::Neg(_)) => {
            number(&unary.expr, inclusive).map(|bound| Bound { mantissa: -bound.mantissa, ..bound })
        }
        Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) => {
            let mantissa = number.base10_parse().ok()?;
            Some(Bound { mantissa, scale: 0, inclusive })
        }
        Expr::Lit(ExprLit { lit: Lit::Float(number), .. }) if number.suffix().is_empty() => {
            let (whole, fraction) = number.base10_digits().split_once('.')?;
            if whole.len() + fraction.len() > 18 {
                return None;
            }
            let mantissa = format!("{whole}{fraction}").parse().ok()?;
            Some(Bound { mantissa, scale: u32::try_from(fraction.len()).ok()?, inclusive })
        }
        Expr::Group(group) => number(&group.expr, inclusive),
        _ => None,
    }
}

fn decimals(attribute: &Attribute, sink: &mut Sink) -> Option<u32> {
    let most = attribute.parse_args::<syn::LitInt>().ok().and_then(|number| number.base10_parse().ok());
    if most.is_none_or(|most: u32| most > 28) {
        sink.report_at(
            attribute.meta.span(),
            Code::Decimals,
            "`#[decimals]` wants the number of digits behind the decimal point, at most 28",
            "write `#[decimals(2)]`",
        );
        return None;
    }
    most
}

/// The letters of the API reference's date formats (Java's `DateTimeFormatter`) and jiff's for the same.
const FORMAT_LETTERS: [(&str, &str, &str); 11] = [
    ("yyyy", "%Y", "date"),
    ("yy", "%y", "date"),
    ("MMM", "%b", "date"),
    ("MM", "%m", "date"),
    ("dd", "%d", "date"),
    ("HH", "%H", "time"),
    ("hh", "%I", "time"),
    ("mm", "%M", "time"),
    ("ss", "%S", "time"),
    ("SSS", "%3f", "time"),
    ("a", "%p", "time"),
];

/// Translates a date format as the API reference writes it, such as `yyyy-MM-dd HH:mm:ss`, into a `strftime` one.
pub(crate) fn format(attribute: &Attribute, ty: &Type, sink: &mut Sink) -> Option<String> {
    if !fits("format", attribute, ty, sink) {
        return None;
    }
    let example = "#[format(\"yyyy-MM-dd HH:mm:ss\")]";
    let literal = string(attribute, Code::Format, example, sink)?;
    let source = literal.value();
    let type_name = types::name(types::leaf(ty)).unwrap_or_default();
    let mut out = String::new();
    let mut rest = &*source;
    while let Some(first) = rest.chars().next() {
        if first == '\'' {
            // Quoted text is literal, and two quotes are one.
            let Some((quoted, after)) = rest[1..].split_once('\'') else {
                sink.report(
                    &literal,
                    Code::Format,
                    "a quote is not closed",
                    "close it, as in `yyyy-MM-dd'T'HH:mm:ss`",
                );
                return None;
            };
            out.push_str(&if quoted.is_empty() { "'".to_owned() } else { quoted.replace('%', "%%") });
            rest = after;
        } else if first.is_ascii_alphabetic() {
            let run = rest.len() - rest.trim_start_matches(first).len();
            let Some((_, letters, part)) = FORMAT_LETTERS.iter().find(|(name, ..)| *name == &rest[..run])
            else {
                let known: Vec<_> = FORMAT_LETTERS.iter().map(|(name, ..)| format!("`{name}`")).collect();
                sink.report(
                    &literal,
                    Code::Format,
                    format!("`{}` is no part of a date or time", &rest[..run]),
                    format!("the parts are {}; put other text in single quotes", known.join(", ")),
                );
                return None;
            };
            if (type_name == "Date" && *part == "time") || (type_name == "Time" && *part == "date") {
                sink.report(
                    &literal,
                    Code::Format,
                    format!("a `{type_name}` has no `{}`", &rest[..run]),
                    "leave it out, or make the field a `DateTime`",
                );
                return None;
            }
            out.push_str(letters);
            rest = &rest[run..];
        } else {
            out.push_str(&if first == '%' { "%%".to_owned() } else { first.to_string() });
            rest = &rest[first.len_utf8()..];
        }
    }
    if !out.contains('%') {
        sink.report(
            &literal,
            Code::Format,
            "this format holds no date and no time",
            format!("write `{example}`"),
        );
        return None;
    }
    Some(out)
}
