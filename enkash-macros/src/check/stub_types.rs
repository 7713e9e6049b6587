//! The types of fields in the stub of an item that is refused.

use proc_macro2::Span;
use syn::{
    Data, DeriveInput, GenericArgument, Ident, Lifetime, Path, PathArguments, Type, parse_quote,
};

use super::field_type::has_lifetime;
use crate::types;

/// Replaces what would be further errors of the compiler in an item that is refused anyway: types
/// without a size, without a lifetime, or without a value.
pub(crate) fn replace_unfit_types(item: &mut DeriveInput, core: &Path) {
    let declared = declared_lifetimes(item);
    if let Data::Struct(data) = &mut item.data {
        for field in &mut data.fields {
            replace(&mut field.ty, false, core);
            if holds(&field.ty, &item.ident) {
                let ty = &field.ty;
                field.ty = parse_quote!(::std::boxed::Box<#ty>);
            }
            each_lifetime(&mut field.ty, &mut |lifetime| {
                if !declared.contains(&lifetime.ident) {
                    lifetime.ident = Ident::new("static", lifetime.ident.span());
                }
            });
        }
    }
}

/// Whether a value of the type holds a value of the struct, without a `Box` or a `Vec` between.
pub(super) fn holds(ty: &Type, ident: &Ident) -> bool {
    match types::bare(ty) {
        Type::Array(array) => holds(&array.elem, ident),
        Type::Path(path) if path.path.is_ident(ident) || path.path.is_ident("Self") => true,
        ty => types::nullable(ty).is_some_and(|inner| holds(inner, ident)),
    }
}

/// The first lifetime in the fields of a struct that is not one of its parameters.
pub(super) fn undeclared_lifetime(item: &DeriveInput) -> Option<Lifetime> {
    let Data::Struct(data) = &item.data else { return None };
    let (declared, mut found) = (declared_lifetimes(item), None);
    for field in &data.fields {
        // A copy, as there is no second walk that changes nothing.
        if types::has_lifetime(&field.ty) {
            each_lifetime(&mut field.ty.clone(), &mut |lifetime| {
                if !declared.contains(&lifetime.ident) {
                    found.get_or_insert_with(|| lifetime.clone());
                }
            });
        }
    }
    found
}

/// The names that a lifetime in a field can have.
fn declared_lifetimes(item: &DeriveInput) -> Vec<Ident> {
    std::iter::once(Ident::new("static", Span::call_site()))
        .chain(item.generics.lifetimes().map(|declared| declared.lifetime.ident.clone()))
        .collect()
}

/// Visits the lifetimes of references and of type arguments.
fn each_lifetime(ty: &mut Type, visit: &mut impl FnMut(&mut Lifetime)) {
    match ty {
        Type::Reference(reference) => {
            reference.lifetime.iter_mut().for_each(&mut *visit);
            each_lifetime(&mut reference.elem, visit);
        }
        Type::Slice(slice) => each_lifetime(&mut slice.elem, visit),
        Type::Path(path) => {
            let Some(segment) = path.path.segments.last_mut() else { return };
            if let PathArguments::AngleBracketed(arguments) = &mut segment.arguments {
                for argument in &mut arguments.args {
                    match argument {
                        GenericArgument::Lifetime(lifetime) => visit(lifetime),
                        GenericArgument::Type(ty) => each_lifetime(ty, visit),
                        _ => {}
                    }
                }
            }
        }
        _ => {}
    }
}

fn replace(ty: &mut Type, may_be_unsized: bool, core: &Path) {
    match ty {
        Type::TraitObject(_)
        | Type::ImplTrait(_)
        | Type::Infer(_)
        | Type::Ptr(_)
        | Type::Macro(_) => {
            *ty = parse_quote!(#core::Json);
        }
        Type::Slice(slice) => {
            replace(&mut slice.elem, false, core);
            if !may_be_unsized {
                let of = &slice.elem;
                *ty = parse_quote!(::std::vec::Vec<#of>);
            }
        }
        Type::Reference(reference) => {
            reference.mutability = None;
            reference.lifetime.get_or_insert_with(|| Lifetime::new("'static", Span::call_site()));
            replace(&mut reference.elem, true, core);
        }
        Type::Path(path) if path.path.is_ident("str") && !may_be_unsized => {
            *ty = parse_quote!(::std::string::String);
        }
        Type::Path(path) => {
            let Some(segment) = path.path.segments.last_mut() else { return };
            // These are not `Send`, or not `Clone`.
            let is_refused = ["Rc", "Cell", "RefCell", "Mutex", "RwLock", "File"];
            if is_refused.iter().any(|name| segment.ident == name) {
                *ty = parse_quote!(#core::Json);
                return;
            }
            let is_cow = segment.ident == "Cow";
            let (is_box, needs_lifetime) =
                (is_cow || segment.ident == "Box", is_cow && !has_lifetime(&segment.arguments));
            if let PathArguments::AngleBracketed(arguments) = &mut segment.arguments {
                if needs_lifetime {
                    arguments.args.insert(0, parse_quote!('static));
                }
                for argument in &mut arguments.args {
                    if let GenericArgument::Type(ty) = argument {
                        replace(ty, is_box, core);
                    }
                }
            }
        }
        _ => {}
    }
}
