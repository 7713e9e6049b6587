//! Where each field of an endpoint travels.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Ident, LitStr};

use super::field::Draft;
use super::template::{Placeholder, caret};
use super::text_of;
use crate::case::Case;
use crate::declaration::{Field, Place};
use crate::diagnostic::{Code, Sink, nearest};
use crate::types::{self, Kind};

/// A field whose place is settled.
pub(super) struct Placed {
    pub(super) field: Field,
    /// What sends it there: its attribute, or else its name.
    pub(super) mark: TokenStream,
}

/// Gives every field its place.
pub(super) fn place_fields(
    drafts: Vec<Draft>,
    placeholders: &[Placeholder],
    template: Option<&LitStr>,
    method: Option<&Ident>,
    case: Case,
    sink: &mut Sink,
) -> Vec<Placed> {
    // Only a `#[path]` without a placeholder asks for it, so that the template is not read twice for every endpoint.
    let marked = drafts.iter().any(|draft| matches!(draft.place, Some((Place::Path, _))));
    let template_is_right = template.filter(|_| marked).is_some_and(|template| {
        let mut unheard = Sink::new(String::new());
        super::template::placeholders(template, &mut unheard);
        unheard.is_clean()
            && placeholders.iter().all(|of| field_for(of, &drafts, &vec![None; drafts.len()], case).is_some())
    });
    let mut placeholder_of: Vec<Option<&str>> = vec![None; drafts.len()];
    for placeholder in placeholders {
        match field_for(placeholder, &drafts, &placeholder_of, case) {
            Some(index) => {
                let name = drafts[index].name.clone();
                // Of fields of one name, each with its `#[cfg]`, one is compiled; the placeholder is there for all of them.
                for (other, draft) in drafts.iter().enumerate() {
                    if other == index || (draft.name == name && draft.is_conditional()) {
                        placeholder_of[other] = Some(&placeholder.name);
                    }
                }
                check_conditions(&drafts, index, placeholder, sink);
            }
            None => missing_field(placeholder, &drafts, template, sink),
        }
    }
    let default = match method.map(ToString::to_string).as_deref() {
        Some("GET" | "HEAD" | "DELETE") => Place::Query,
        _ => Place::Body,
    };
    let mut placed = Vec::new();
    for (draft, placeholder) in drafts.into_iter().zip(placeholder_of) {
        let place = match (placeholder, &draft.place) {
            (Some(name), Some((place, attribute))) if *place != Place::Path => {
                sink.report(
                    attribute.path(),
                    Code::TwoPlaces,
                    format!(
                        "`{}` stands in the path as `<{name}>`, and `#[{}]` sends it elsewhere",
                        draft.name,
                        text_of(attribute.path())
                    ),
                    "remove the attribute, or name another field in the path",
                );
                continue;
            }
            (Some(_), _) => Place::Path,
            (None, Some((Place::Path, attribute))) => {
                // With a mistake in the template nobody can say what the field was meant for.
                if template_is_right {
                    let wire = draft.wire_name(case);
                    sink.report(
                        attribute.path(),
                        Code::PathFieldWithoutPlaceholder,
                        format!("`{}` is marked `#[path]`, but the template has no `<{wire}>`", draft.name),
                        format!("put `<{wire}>` into the template, or remove `#[path]`"),
                    );
                }
                continue;
            }
            (None, Some((place, _))) => *place,
            (None, None) => default,
        };
        let wire_name = placeholder.map_or_else(|| draft.wire_name(case), str::to_owned);
        if place == Place::Path {
            check_path_type(&draft, sink);
        }
        if let Some(word) = &draft.serde.default_word {
            sink.report(
                word,
                Code::Serde,
                "`default` says what a model has where an answer says nothing, and an endpoint is not read",
                "remove it, or make the field an `Option`",
            );
        }
        let mark = match &draft.place {
            Some((_, attribute)) => attribute.path().to_token_stream(),
            None => draft.ident.to_token_stream(),
        };
        placed.push(Placed { field: draft.settle(place, wire_name, sink), mark });
    }
    placed
}

/// A field that may be compiled out leaves a hole in the path, unless another of its name stands in for it.
fn check_conditions(drafts: &[Draft], index: usize, placeholder: &Placeholder, sink: &mut Sink) {
    let draft = &drafts[index];
    let twins = drafts.iter().filter(|other| other.name == draft.name).count();
    if draft.is_conditional() && twins < 2 {
        sink.report(
            &draft.ident,
            Code::PlaceholderWithoutField,
            format!(
                "the placeholder `<{}>` has no field where the `#[cfg]` takes this one out",
                placeholder.name
            ),
            format!(
                "remove the `#[cfg]`, or add a second field `{}` with the opposite one, `#[cfg(not(…))]`",
                draft.name
            ),
        );
    }
}

/// The field that a placeholder names: a marked one first, then the field's own name, then what it is renamed to.
fn field_for(
    placeholder: &Placeholder,
    drafts: &[Draft],
    taken: &[Option<&str>],
    case: Case,
) -> Option<usize> {
    let own = |draft: &Draft| {
        draft.name == placeholder.name
            || case.spell(&draft.name) == placeholder.name
            || Case::Camel.spell(&draft.name) == placeholder.name
    };
    let renamed = |draft: &Draft| draft.renamed.as_deref() == Some(&placeholder.name);
    let marked = |draft: &Draft| matches!(draft.place, Some((Place::Path, _)));
    let placed = |draft: &Draft| matches!(draft.place, Some((place, _)) if place != Place::Path);
    let find = |wanted: &dyn Fn(&Draft) -> bool| {
        (0..drafts.len()).find(|&index| taken[index].is_none() && wanted(&drafts[index]))
    };
    find(&|draft| marked(draft) && (own(draft) || renamed(draft)))
        .or_else(|| find(&|draft| own(draft) && !placed(draft)))
        .or_else(|| find(&|draft| renamed(draft) && !placed(draft)))
        .or_else(|| find(&|draft| own(draft)))
}

fn missing_field(placeholder: &Placeholder, drafts: &[Draft], template: Option<&LitStr>, sink: &mut Sink) {
    let Some(template) = template else { return };
    let field = Case::Snake.spell(&placeholder.name);
    let near = nearest(&field, drafts.iter().map(|draft| &*draft.name));
    let wrong = format!(
        "the placeholder `<{}>` names no field\n{}",
        placeholder.name,
        caret(&template.value(), placeholder.offset)
    );
    match near.and_then(|near| drafts.iter().find(|draft| draft.name == near)) {
        Some(near) => {
            let camel = Case::Camel.spell(&near.name);
            sink.report(
                template,
                Code::PlaceholderWithoutField,
                wrong,
                format!("did you mean `<{camel}>`, or the field `{field}`?"),
            );
            sink.report(
                &near.ident,
                Code::PlaceholderWithoutField,
                format!("this field is near to the placeholder `<{}>`", placeholder.name),
                format!("name the field `{field}`, or the placeholder `<{camel}>`"),
            );
        }
        None => sink.report(template, Code::PlaceholderWithoutField, wrong, format!("add a field `{field}`")),
    }
}

fn check_path_type(draft: &Draft, sink: &mut Sink) {
    let bare = types::bare(&draft.ty);
    let what = match types::name(bare).as_deref() {
        Some("Option") => "an `Option`: a path has no place for nothing",
        Some("Patch") => "a `Patch`: a path has no place for nothing",
        _ if types::is_list(bare) && draft.serde.with.is_none() => "a list: a path takes one value",
        _ if types::kind(bare) == Kind::Secret => "a secret: paths are logged by every proxy",
        _ => return,
    };
    sink.report(
        &draft.ty,
        Code::PathType,
        format!("`{}` stands in the path and is {what}", draft.name),
        "use a text, a number or a `#[pattern]` identifier, or move the field with `#[query]`",
    );
}
