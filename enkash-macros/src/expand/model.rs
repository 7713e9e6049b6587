//! A model's code.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{DeriveInput, Ident, Path};

use super::describe::describe_fields;
use super::record::{Builder, Record};
use super::serde_with::with_module;
use super::{ImplGenerics, block, builder, string_enum, with_clone};
use crate::declaration::{BodyEncoding, DateFormat, Field, Location, Model, ModelKind};
use crate::types::{self, Presence};

/// The code of a model.
pub(crate) fn expand(model: &Model) -> TokenStream {
    let Model { item, core, kind } = model;
    match kind {
        ModelKind::Enum { variants } => string_enum::expand(item, core, variants),
        ModelKind::Struct { fields, validate } => {
            let record = Record::new(item, core, fields, BodyEncoding::Json);
            let value = record.value(validate.as_ref());
            let read = (!record.borrows()).then(|| {
                let (index, members) = (record.field_index(), record.read_members());
                record.read(&index, &members)
            });
            let mut documented = item.clone();
            describe_fields(&mut documented, fields, Location::Body);
            record.expand(&documented, &quote!(#value #read))
        }
    }
}

/// The item of a model with a mistake, with the least that its users rely on.
pub(crate) fn stub(item: &DeriveInput, core: &Path) -> TokenStream {
    match &item.data {
        syn::Data::Enum(_) => string_enum::stub(item, core),
        syn::Data::Struct(_) => {
            let record = Record::new(item, core, &[], BodyEncoding::Json);
            let (impls, value) = (record.impls(), record.value(None));
            let read = (!record.borrows()).then(|| {
                let error = quote!(<__A::Error as __private::serde::de::Error>::custom(""));
                record.read(&quote!(0), &quote!(::core::result::Result::Err(#error)))
            });
            let Builder { items, impls: of_builder } = builder::stub(item, core);
            let all = quote!(#impls #value #read #of_builder);
            let (item, block) = (with_clone(item), block(core, record.allow.as_ref(), &all));
            quote!(#item #items #block)
        }
        syn::Data::Union(_) => quote!(#item),
    }
}

impl Record<'_> {
    /// Whether the model is written only. What it borrows could not outlive the response that it is
    /// read from.
    fn borrows(&self) -> bool {
        self.item.generics.lifetimes().next().is_some()
            || self.fields.iter().any(|field| types::has_reference(&field.ty))
    }

    /// `impl Value`: the checks of the fields and of the rule across them.
    fn value(&self, validate: Option<&Path>) -> TokenStream {
        let (ident, bounds) = (&self.item.ident, self.bounds());
        let ImplGenerics { impl_generics, type_generics, where_clause, .. } =
            ImplGenerics::new(&self.item.generics, &bounds);
        let validate = validate.map(|rule| {
            quote! {
                let rule: fn(&Self, &mut __private::Violations) = #rule;
                __private::check_across(self, rule, at, found);
            }
        });
        quote! {
            #[automatically_derived]
            impl #impl_generics __private::Value for #ident #type_generics #where_clause {
                fn check(
                    &self,
                    _: &__private::Rules,
                    at: &__private::FieldPath<'_>,
                    found: &mut __private::Violations,
                ) {
                    __private::check_record(self, at, found);
                    #validate
                }
            }
        }
    }

    /// `ReadRecord`, `ReadValue` and `Deserialize`, with the bodies of the two functions of the
    /// first.
    fn read(&self, field_index: &TokenStream, read_members: &TokenStream) -> TokenStream {
        let (ident, bounds) = (&self.item.ident, self.read_bounds());
        let ImplGenerics { impl_generics, parameters, type_generics, where_clause } =
            ImplGenerics::new(&self.item.generics, &bounds);
        let of_item = quote!(for #ident #type_generics #where_clause);
        let members = members();
        quote! {
            #[automatically_derived]
            impl #impl_generics __private::ReadRecord #of_item {
                fn field_index(name: &::core::primitive::str) -> ::core::primitive::usize {
                    #field_index
                }
                fn read_members<'de, __A: __private::serde::de::MapAccess<'de>>(
                    #members: &mut __private::Members<__A>,
                ) -> ::core::result::Result<Self, __A::Error> {
                    #read_members
                }
            }

            #[automatically_derived]
            impl #impl_generics __private::ReadValue #of_item {
                const FORM: __private::JsonForm = __private::JsonForm::Object;
                fn read<'de, __D: __private::serde::Deserializer<'de>>(
                    deserializer: __D,
                ) -> ::core::result::Result<Self, __D::Error> {
                    __private::read_record(deserializer)
                }
            }

            #[automatically_derived]
            impl<'de, #parameters> __private::serde::Deserialize<'de> #of_item {
                fn deserialize<__D: __private::serde::Deserializer<'de>>(
                    deserializer: __D,
                ) -> ::core::result::Result<Self, __D::Error> {
                    __private::read_record(deserializer)
                }
            }
        }
    }

    /// The bounds of the struct, and those that make fields of a type parameter's type readable.
    fn read_bounds(&self) -> Vec<TokenStream> {
        let read = self.generic_fields().filter(|field| field.with.is_none()).map(|field| {
            let ty = &field.ty;
            match field.location {
                Location::Extra => quote!(#ty: __private::serde::de::DeserializeOwned),
                _ => quote!(#ty: __private::ReadValue),
            }
        });
        self.bounds().into_iter().chain(read).collect()
    }

    /// The fields that have a member of their own, each with its index.
    fn named_fields(&self) -> impl Iterator<Item = (Literal, &Field)> {
        let fields =
            self.fields.iter().enumerate().filter(|(_, field)| field.location == Location::Body);
        fields.map(|(index, field)| (Literal::usize_unsuffixed(index), field))
    }

    /// Finds the field that has a name in JSON.
    fn field_index(&self) -> TokenStream {
        let arms = self
            .named_fields()
            .map(|(index, Field { cfg, wire_name, .. })| quote!(#(#cfg)* #wire_name => #index,));
        quote! {
            match name {
                #(#arms)*
                _ => __private::UNKNOWN_FIELD,
            }
        }
    }

    /// Reads the members of an object into a variable for each field, and makes the struct of
    /// these.
    ///
    /// The values are variables before they are fields: a `?` within the struct expression has the
    /// compiler write the drops of all fields before it, anew for each field, which takes long for
    /// a struct of hundreds.
    fn read_members(&self) -> TokenStream {
        let (members, index) = (members(), Ident::new("index", Span::mixed_site()));
        let variables = self.named_fields().map(|(_, Field { cfg, ident, ty, .. })| {
            quote!(#(#cfg)* let mut #ident = __private::Slot::<#ty>::EMPTY;)
        });
        let reads = self.named_fields().map(|(number, field)| {
            let (cfg, read) = (&field.cfg, self.read_field(field));
            quote!(#(#cfg)* #number => #read,)
        });
        let values = self.fields.iter().map(|field| {
            let (cfg, ident, value) = (&field.cfg, &field.ident, value(field));
            quote!(#(#cfg)* let #ident = #value;)
        });
        let idents = self.fields.iter().map(|Field { cfg, ident, .. }| quote!(#(#cfg)* #ident,));
        quote! {
            use __private::Unreadable as _;
            #(#variables)*
            while let ::core::option::Option::Some(#index) = #members.next_field::<Self>()? {
                match #index {
                    #(#reads)*
                    _ => #members.set_aside()?,
                }
            }
            #(#values)*
            ::core::result::Result::Ok(Self { #(#idents)* })
        }
    }

    /// Reads the member of a field into its variable. The compiler reports a type that cannot be
    /// read here.
    fn read_field(&self, field: &Field) -> TokenStream {
        let Field { ident, with, format, .. } = field;
        let (span, members) = (field.span(), members());
        if let Some(with) = with {
            let module = with_module(self.item, field, with);
            quote!({ #module #members.read_with::<__With<Self>>(&mut #ident)? })
        } else if let Some(DateFormat { strftime: format, .. }) = format {
            quote_spanned!(span=> #ident.read_formatted(#members, #format)?)
        } else {
            quote_spanned!(span=> #ident.read(#members)?)
        }
    }
}

/// The variable that no field can be named like.
fn members() -> Ident {
    Ident::new("members", Span::mixed_site())
}

/// The value of a field when all members have been read.
fn value(field: &Field) -> TokenStream {
    let Field { ident, ty, wire_name, .. } = field;
    let (span, members) = (field.span(), members());
    match (field.location, &field.default) {
        (Location::Extra, _) => quote_spanned!(span=> #members.rest()?),
        (Location::Flatten, _) => {
            quote_spanned!(span=> __private::Slot::<#ty>::EMPTY.flattened(#members)?)
        }
        (_, Some(default)) => quote_spanned!(span=> #ident.0.unwrap_or_else(|| #default)),
        // The type need not be one that enkash reads, which knows the value of a missing member.
        (_, None) if field.with.is_some() && field.presence != Presence::Required => {
            quote_spanned!(span=> #ident.0.unwrap_or_default())
        }
        (_, None) => quote_spanned!(span=> #ident.take(#members, #wire_name)?),
    }
}
