//! Drives every expansion: parse → check → expand, or all mistakes and a stub.

use proc_macro2::TokenStream;
use syn::{DeriveInput, Path};

use crate::check::{self, Input, core_path};
use crate::declaration::{Endpoint, Identifier, Model};
use crate::diagnostic::{Code, Sink};
use crate::expand;
use crate::parse::{Arguments, Item, Source, has_invalid_string};

/// A kind of declaration.
pub(crate) trait Declaration: Sized {
    /// How messages call it.
    const NOUN: &'static str;
    /// The items that the attribute takes, for the help of messages.
    const EXPECTED_ITEM: &'static str;
    /// How many arguments come before the keys.
    const POSITIONAL: usize;

    /// The traits that the expansion implements and that the user might derive, too.
    fn implemented(item: &DeriveInput) -> &'static [&'static str];

    /// The traits that cannot be derived, each with the reason.
    fn underivable(_: &DeriveInput) -> &'static [(&'static str, &'static str)] {
        &[]
    }

    /// The declaration, if nothing is wrong with it.
    fn check(input: Input<'_>) -> Option<Self>;

    /// The code.
    fn expand(self) -> TokenStream;

    /// The user's item with the least that its users rely on, so that a mistake is reported once
    /// and not again wherever the item is used.
    fn stub(item: &DeriveInput, core: &Path, arguments: &Arguments) -> TokenStream;
}

/// Expands a declaration: its code, or everything that is wrong with it and a stub.
pub(crate) fn declare<D: Declaration>(arguments: TokenStream, tokens: TokenStream) -> TokenStream {
    let written = arguments.clone();
    let arguments = Arguments::parse(arguments, D::POSITIONAL);
    let (item, is_broken) = match Item::parse(tokens.clone()) {
        Item::Whole(item) => (*item, false),
        Item::Broken(item) => (*item, true),
        Item::Unreadable => return tokens,
        Item::Other(span, what) => {
            let mut sink = Sink::new(D::NOUN.to_owned());
            let wrong = format!("`#[{}]` is on {what}", D::NOUN);
            sink.report_at(span, Code::ItemKind, wrong, D::EXPECTED_ITEM);
            return [tokens, sink.into_tokens()].into_iter().collect();
        }
    };
    let mut sink = Sink::new(format!("{} `{}`", D::NOUN, item.ident));
    let core = core_path(&arguments, &mut sink);
    let (implemented, underivable) = (D::implemented(&item), D::underivable(&item));
    // What its users rely on stays, so that a mistake is reported once, and not again wherever the
    // item is used.
    let stub = |item: DeriveInput| {
        // Its name is that of another struct's builder, which stays.
        if check::built(&item).is_some() {
            return TokenStream::new();
        }
        let mut item = check::without_conflicts(Source::new(item).item, implemented, underivable);
        check::replace_unfit_types(&mut item, &core);
        D::stub(&item, &core, &arguments)
    };
    if is_broken {
        // The compiler has reported the mistake.
        return stub(item);
    }
    check::check_item(&item, D::NOUN, implemented, underivable, &mut sink);
    let source = Source::new(item);
    match D::check(Input { source, arguments: &arguments, core: core.clone(), sink: &mut sink }) {
        Some(declaration) if sink.is_clean() => declaration.expand(),
        _ => {
            let stub = syn::parse2(tokens.clone()).map(stub).unwrap_or_default();
            // The compiler has reported the string, which cannot be judged before it is one.
            if has_invalid_string(written) || has_invalid_string(tokens) {
                return stub;
            }
            [sink.into_tokens(), stub].into_iter().collect()
        }
    }
}

impl Declaration for Endpoint {
    const NOUN: &'static str = "endpoint";
    const EXPECTED_ITEM: &'static str = Endpoint::EXPECTED_ITEM;
    const POSITIONAL: usize = 2;

    fn implemented(_: &DeriveInput) -> &'static [&'static str] {
        &["Debug", "Clone", "Serialize"]
    }

    fn check(input: Input<'_>) -> Option<Self> {
        check::endpoint(input)
    }

    fn expand(self) -> TokenStream {
        expand::endpoint::expand(&self)
    }

    fn stub(item: &DeriveInput, core: &Path, arguments: &Arguments) -> TokenStream {
        expand::endpoint::stub(item, core, arguments)
    }
}

impl Declaration for Model {
    const NOUN: &'static str = "model";
    const EXPECTED_ITEM: &'static str = Model::EXPECTED_ITEM;
    const POSITIONAL: usize = 0;

    fn implemented(item: &DeriveInput) -> &'static [&'static str] {
        match item.data {
            syn::Data::Enum(_) => {
                &["Debug", "Clone", "PartialEq", "Eq", "Hash", "Serialize", "Deserialize"]
            }
            _ => &["Debug", "Clone", "Serialize", "Deserialize"],
        }
    }

    fn underivable(item: &DeriveInput) -> &'static [(&'static str, &'static str)] {
        match item.data {
            syn::Data::Enum(_) => {
                &[("Copy", "`Unknown(String)`, which the attribute adds, holds a string")]
            }
            _ => &[],
        }
    }

    fn check(input: Input<'_>) -> Option<Self> {
        check::model(input)
    }

    fn expand(self) -> TokenStream {
        expand::model::expand(&self)
    }

    fn stub(item: &DeriveInput, core: &Path, _: &Arguments) -> TokenStream {
        expand::model::stub(item, core)
    }
}

impl Declaration for Identifier {
    const NOUN: &'static str = "pattern";
    const EXPECTED_ITEM: &'static str = Identifier::EXPECTED_ITEM;
    const POSITIONAL: usize = 1;

    fn implemented(_: &DeriveInput) -> &'static [&'static str] {
        &[
            "Debug",
            "Clone",
            "PartialEq",
            "Eq",
            "Hash",
            "PartialOrd",
            "Ord",
            "Serialize",
            "Deserialize",
        ]
    }

    fn underivable(_: &DeriveInput) -> &'static [(&'static str, &'static str)] {
        &[("Default", "an identifier has no default"), ("Copy", "an identifier holds a string")]
    }

    fn check(input: Input<'_>) -> Option<Self> {
        check::identifier(input)
    }

    fn expand(self) -> TokenStream {
        expand::identifier::expand(&self)
    }

    fn stub(item: &DeriveInput, core: &Path, _: &Arguments) -> TokenStream {
        expand::identifier::stub(item, core)
    }
}
