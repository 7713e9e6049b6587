//! Whatever the input is, the macros do not panic, and what they write can be read.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use syn::{DeriveInput, File};

use super::ATTRIBUTES;
use crate::parse::FIELD_ATTRIBUTES;

/// Words and signs of the grammar, and some that have no business there.
const WORDS: &str = r##"
    GET PUT POST Query response product body bare auth token_request encrypt idempotent unique validate docs rename_all crate sensitive
    json form multipart none basic always never true false PAYOUTS name customer_id build r#type r#match _ __ Self self
    fn struct enum union where pub for dyn impl const mut as String str Option Patch Vec Money Date Secret FilePart
    Unknown u8 f64 query header path extra pattern length range items decimals format rename serde with flatten default
    derive Clone cfg doc deprecated 'a 'static "/a/<customerId>" "/a/{b}" "<<>" "" "^[A-Z]{2}$" "(" "yyyy-MM-dd'"
    "ü?#\n" b"x" 'c' 0 1 -1.5 1.5 99999999999999999999999 1e400 .. ..= = , : ::
"##;

/// Signs that open nothing and close nothing.
const SIGNS: &str = "# ! < > & * + - -> => ; ? | @ $ /";

/// Types, and something like them.
const TYPES: &str = "
    String
    u8
    f64
    Money
    Date
    FilePart
    Secret
    Json
    T
    X::Y
    &'a str
    [u8]
    (A, B)
    fn(u8) -> u8
    [u8; 4]
    dyn Any + Send
    impl Any
    _
    !
    *const u8
    <A as B>::C
    A<{ 1 + 1 }>
";

/// Attributes of fields and variants.
const ATTRIBUTES_WITHIN: &str = r##"
    #[query]
    #[path]
    #[body]
    #[extra]
    #[sensitive]
    #[header("X-A")]
    #[header]
    #[pattern("^a")]
    #[length(1..=5)]
    #[length(5..1)]
    #[length(..)]
    #[length(-1..)]
    #[range(1.5..)]
    #[range(..-1e5)]
    #[range(9223372036854775807..9999999999999999999)]
    #[range(-9223372036854775808..)]
    #[range(0.000000000000000001..=99999999999999999.9)]
    #[items(0..0)]
    #[decimals(2)]
    #[decimals(-2)]
    #[format("yyyy")]
    #[rename("a b")]
    #[serde(flatten)]
    #[serde(with = "a::b", default)]
    #[serde(default = "x", rename(a = "b"), skip)]
    #[cfg(x)]
    #[cfg]
    #[doc = "x"]
    #[deprecated]
"##;

/// Arguments that stand at the front.
const FRONTS: &str = r#"
    GET, "/a"
    POST, "/a/<name>/<customerId>"
    PATCH, "/<b>"
    "^[a-z]+$"
    DELETE
    HEAD, "a//{b}/../<c"
"#;

/// Keys with their values, right and wrong.
const KEYS: &str = r#"
    response = Vec<X>
    response = "X"
    product = PAYOUTS
    product = ::a::b::<u8>::C
    product = "x"
    body = form
    body = multipart
    bare
    bare = 1
    auth = none
    encrypt = true
    encrypt = never
    idempotent = true
    unique = name
    unique = nobody
    validate = Self::check
    validate = |_, _| {}
    docs = "https://x"
    rename_all = "kebab-case"
    rename_all = x
    crate = ::a::b
    crate = [u8]
    crate = "x"
    crate = a<b>
    crate
    sensitive
    surprise
    = 1
"#;

/// What stands above an item.
const ABOVE: &str = r#"
    #[doc = "x"]
    #[derive(Debug, Copy)]
    #[derive(::core::clone::Clone)] #[deprecated]
    #[serde(rename_all = "x")]
    #[derive]
    #[derive(A(b))]
"#;

/// One of the words of a text.
fn word(words: &'static str) -> impl Strategy<Value = String> {
    select(words.split_whitespace().collect::<Vec<_>>()).prop_map(str::to_owned)
}

/// One of the lines of a text.
fn line(lines: &'static str) -> impl Strategy<Value = String> {
    select(lines.trim().lines().map(str::trim).collect::<Vec<_>>()).prop_map(str::to_owned)
}

/// Any tokens, nested as tokens are.
fn tokens() -> impl Strategy<Value = String> {
    prop_oneof![6 => word(WORDS), 1 => word(SIGNS)].prop_recursive(3, 40, 6, |inner| {
        let many = vec(inner, 0..6).prop_map(|parts| parts.join(" "));
        prop_oneof![
            3 => many.clone(),
            1 => many.clone().prop_map(|inside| format!("({inside})")),
            1 => many.clone().prop_map(|inside| format!("[{inside}]")),
            1 => many.clone().prop_map(|inside| format!("{{{inside}}}")),
            1 => many.prop_map(|inside| invisible(&inside)),
        ]
    })
}

/// A type, or something like one.
fn types() -> impl Strategy<Value = String> {
    line(TYPES).prop_recursive(2, 6, 1, |inner| {
        let wrapped = (word("Option Vec Patch Box ::std::option::Option"), inner.clone())
            .prop_map(|(wrapper, inner)| format!("{wrapper}<{inner}>"));
        prop_oneof![4 => wrapped, 1 => inner.prop_map(|inner| invisible(&inner))]
    })
}

/// A group without visible brackets, as `$ty:ty` of a `macro_rules!` is one; in a text it has a
/// mark.
fn invisible(inside: &str) -> String {
    format!("{{__invisible {inside}}}")
}

/// The tokens with the marked groups as what they stand for.
fn without_marks(tokens: TokenStream) -> TokenStream {
    let unmark = |token| match token {
        TokenTree::Group(group) => {
            let mut inside = group.stream().into_iter().peekable();
            let marked = inside
                .next_if(|token| matches!(token, TokenTree::Ident(ident) if ident == "__invisible"))
                .is_some();
            let delimiter = if marked { Delimiter::None } else { group.delimiter() };
            TokenTree::Group(Group::new(delimiter, without_marks(inside.collect())))
        }
        other => other,
    };
    tokens.into_iter().map(unmark).collect()
}

/// An attribute as it may stand on a field or a variant.
fn attribute() -> impl Strategy<Value = String> {
    let fuzz = (select(&FIELD_ATTRIBUTES[..]), tokens())
        .prop_map(|(name, inside)| format!("#[{name}({inside})]"));
    prop_oneof![4 => line(ATTRIBUTES_WITHIN), 1 => fuzz]
}

/// A struct or an enum that can be read, with anything on it.
fn item() -> impl Strategy<Value = String> {
    let name = word("name customer_id r#type build b __visitor überall A");
    let field = (vec(attribute(), 0..3), name, types())
        .prop_map(|(attributes, name, ty)| format!("{} pub {name}: {ty},", attributes.join(" ")));
    let variant = (vec(attribute(), 0..2), word("A BcD Unknown r#Type E(u8) F{g:u8} H=1"))
        .prop_map(|(attributes, variant)| format!("{} {variant},", attributes.join(" ")));
    let head =
        line("X\nr#X\n__\nüberall\nX<'a, T: Clone = u8, const N: usize = 1>\nX<T> where T: Copy,");
    prop_oneof![
        4 => (line(ABOVE), head, vec(field, 0..5))
            .prop_map(|(above, head, fields)| format!("{above} pub struct {head} {{ {} }}", fields.join(" "))),
        2 => vec(variant, 0..5).prop_map(|variants| format!("enum X {{ {} }}", variants.join(" "))),
        1 => (vec(attribute(), 0..2), types())
            .prop_map(|(attributes, ty)| format!("struct X({} {ty});", attributes.join(" "))),
        1 => types().prop_map(|ty| format!("union X {{ a: {ty} }}")),
        1 => Just("struct X;".to_owned()),
        1 => tokens(),
    ]
}

/// Arguments that are right, nearly right, or anything.
fn arguments() -> impl Strategy<Value = String> {
    let keys = || vec(line(KEYS), 0..4).prop_map(|keys| keys.join(", "));
    prop_oneof![
        4 => (line(FRONTS), keys()).prop_map(|(front, keys)| format!("{front}, {keys}")),
        1 => keys(),
        1 => tokens(),
    ]
}

/// Expands with each attribute, and reads what comes out wherever the item could be read.
fn expand(arguments: &str, item: &str) -> Result<(), TestCaseError> {
    let (Ok(arguments), Ok(item)) = (arguments.parse::<TokenStream>(), item.parse::<TokenStream>())
    else {
        return Err(TestCaseError::reject("no tokens"));
    };
    let (arguments, item) = (without_marks(arguments), without_marks(item));
    for (name, expand) in ATTRIBUTES {
        let code = expand(arguments.clone(), item.clone());
        if syn::parse2::<DeriveInput>(item.clone()).is_ok() {
            let read = syn::parse2::<File>(code.clone());
            prop_assert!(read.is_ok(), "#[{name}({arguments})] {item}\n{:?}\n{code}", read.err());
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, rng_seed: RngSeed::Fixed(20_261_123), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_item_makes_a_macro_panic_or_write_what_cannot_be_read(arguments in arguments(), item in item()) {
        expand(&arguments, &item)?;
    }

    #[test]
    fn no_tokens_make_a_macro_panic_or_write_what_cannot_be_read(arguments in tokens(), item in tokens()) {
        expand(&arguments, &item)?;
    }

    #[test]
    fn no_string_makes_a_macro_panic_or_write_what_cannot_be_read(string in "[/<>{}\\[\\]:*$#?%.,;'&=ydMHmsaTüÜ9A-C_ \\\\-]{0,12}") {
        let string = proc_macro2::Literal::string(&string);
        for (arguments, item) in [
            (format!("GET, {string}"), "struct X { #[path] y: String, y_d: u8 }".to_owned()),
            (string.to_string(), "struct X;".to_owned()),
            ("".to_owned(), format!("struct X {{ #[format({string})] a: DateTime, #[rename({string})] b: u8 }}")),
            (format!("POST, \"/\", docs = {string}, body = {string}, response = {string}"), format!("struct X {{ #[header({string})] a: u8, #[pattern({string})] b: String }}")),
        ] {
            expand(&arguments, &item)?;
        }
    }

    #[test]
    fn no_broken_item_makes_a_macro_panic(item in item(), cut in 0.0..1.0) {
        let tokens: TokenStream = match item.parse() {
            Ok(tokens) => tokens,
            Err(_) => return Err(TestCaseError::reject("no tokens")),
        };
        // One token is missing, wherever it is.
        let count = count(tokens.clone());
        let broken = without(tokens, &mut ((f64::from(u32::try_from(count).unwrap_or(0)) * cut) as usize));
        expand("GET, \"/a\"", &broken.to_string())?;
    }
}

/// How many tokens there are, with those in groups.
fn count(tokens: TokenStream) -> usize {
    tokens
        .into_iter()
        .map(
            |token| if let TokenTree::Group(group) = token { 1 + count(group.stream()) } else { 1 },
        )
        .sum()
}

/// The tokens without the one at `at`.
fn without(tokens: TokenStream, at: &mut usize) -> TokenStream {
    let mut out = Vec::new();
    for token in tokens {
        if *at == 0 {
            *at = usize::MAX;
            continue;
        }
        if *at != usize::MAX {
            *at -= 1;
        }
        out.push(match token {
            TokenTree::Group(group) => {
                TokenTree::Group(Group::new(group.delimiter(), without(group.stream(), at)))
            }
            token => token,
        });
    }
    out.into_iter().collect()
}
