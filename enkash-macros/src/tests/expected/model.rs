pub struct Invoice {
    /// *At least 0.01; at most 2 decimals.*
    pub amount: Money,
    /// *Written `dd/MM/yyyy`.*
    pub due: Option<Date>,
    /// *1 to 10 elements.*
    pub lines: Vec<Line>,
    #[cfg(unix)]
    pub note: String,
    pub more: JsonMap,
}
const _: () = {
    use crate::room::__private0_1_0 as __private;
    #[automatically_derived]
    impl ::core::clone::Clone for Invoice {
        fn clone(&self) -> Self {
            use __private::Uncloneable as _;
            Self {
                amount: ::core::clone::Clone::clone(&self.amount),
                due: ::core::clone::Clone::clone(&self.due),
                lines: __private::Cloned(&self.lines).value(),
                #[cfg(unix)]
                note: ::core::clone::Clone::clone(&self.note),
                more: ::core::clone::Clone::clone(&self.more),
            }
        }
    }
    #[automatically_derived]
    impl __private::Record for Invoice {
        const NAME: &'static ::core::primitive::str = "Invoice";
        const FIELDS: &'static [__private::Field] = &[
            __private::Field {
                name: "amount",
                wire_name: "amount",
                location: __private::Location::Body,
                required: true,
                sensitive: false,
                rules: &__private::Rules {
                    range: ::core::option::Option::Some(__private::Range {
                        min: ::core::option::Option::Some(__private::Bound {
                            mantissa: 1,
                            scale: 2,
                            inclusive: true,
                        }),
                        max: ::core::option::Option::None,
                    }),
                    decimals: ::core::option::Option::Some(2),
                    ..__private::Rules::new()
                },
                ty: __private::TypeInfo::NONE,
            },
            __private::Field {
                name: "due",
                wire_name: "due",
                location: __private::Location::Body,
                required: false,
                sensitive: false,
                rules: __private::Rules::NONE,
                ty: __private::TypeInfo::NONE,
            },
            __private::Field {
                name: "lines",
                wire_name: "lines",
                location: __private::Location::Body,
                required: true,
                sensitive: false,
                rules: &__private::Rules {
                    items: ::core::option::Option::Some((1, 10)),
                    ..__private::Rules::new()
                },
                ty: __private::TypeInfo::NONE,
            },
            #[cfg(unix)]
            __private::Field {
                name: "note",
                wire_name: "note",
                location: __private::Location::Body,
                required: true,
                sensitive: false,
                rules: __private::Rules::NONE,
                ty: __private::TypeInfo::NONE,
            },
            #[cfg(not(all(unix)))]
            __private::Field::REMOVED,
            __private::Field {
                name: "more",
                wire_name: "more",
                location: __private::Location::Extra,
                required: false,
                sensitive: false,
                rules: __private::Rules::NONE,
                ty: __private::TypeInfo::NONE,
            },
        ];
        fn visit<__V: __private::Visitor>(&self, visitor: &mut __V) {
            let Self { amount, due, lines, #[cfg(unix)] note, more } = self;
            visitor.body(0, __private::guard::amount(__private::guard::number(amount)));
            visitor
                .body(
                    1,
                    &__private::Formatted::new(__private::guard::option(due), "%d/%m/%Y"),
                );
            visitor.body(2, __private::guard::list(lines));
            #[cfg(unix)] visitor.body(3, note);
            visitor.extra(4, more);
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for Invoice {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __private::debug_record(self, f)
        }
    }
    #[automatically_derived]
    impl __private::serde::Serialize for Invoice {
        fn serialize<__S: __private::serde::Serializer>(
            &self,
            serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            __private::serialize_record(self, serializer)
        }
    }
    #[automatically_derived]
    impl __private::Value for Invoice {
        fn check(
            &self,
            _: &__private::Rules,
            at: &__private::FieldPath<'_>,
            found: &mut __private::Violations,
        ) {
            __private::check_record(self, at, found);
            let rule: fn(&Self, &mut __private::Violations) = Invoice::check;
            __private::check_across(self, rule, at, found);
        }
    }
    #[automatically_derived]
    impl __private::ReadRecord for Invoice {
        fn field_index(name: &::core::primitive::str) -> ::core::primitive::usize {
            match name {
                "amount" => 0,
                "due" => 1,
                "lines" => 2,
                #[cfg(unix)]
                "note" => 3,
                _ => __private::UNKNOWN_FIELD,
            }
        }
        fn read_members<'de, __A: __private::serde::de::MapAccess<'de>>(
            members: &mut __private::Members<__A>,
        ) -> ::core::result::Result<Self, __A::Error> {
            use __private::Unreadable as _;
            let mut amount = __private::Slot::<Money>::EMPTY;
            let mut due = __private::Slot::<Option<Date>>::EMPTY;
            let mut lines = __private::Slot::<Vec<Line>>::EMPTY;
            #[cfg(unix)]
            let mut note = __private::Slot::<String>::EMPTY;
            while let ::core::option::Option::Some(index) = members.next_field::<Self>()?
            {
                match index {
                    0 => amount.read(members)?,
                    1 => due.read_formatted(members, "%d/%m/%Y")?,
                    2 => lines.read(members)?,
                    #[cfg(unix)]
                    3 => note.read(members)?,
                    _ => members.set_aside()?,
                }
            }
            let amount = amount.take(members, "amount")?;
            let due = due.take(members, "due")?;
            let lines = lines.take(members, "lines")?;
            #[cfg(unix)]
            let note = note.take(members, "note")?;
            let more = members.rest()?;
            ::core::result::Result::Ok(Self {
                amount,
                due,
                lines,
                #[cfg(unix)]
                note,
                more,
            })
        }
    }
    #[automatically_derived]
    impl __private::ReadValue for Invoice {
        const FORM: __private::JsonForm = __private::JsonForm::Object;
        fn read<'de, __D: __private::serde::Deserializer<'de>>(
            deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            __private::read_record(deserializer)
        }
    }
    #[automatically_derived]
    impl<'de> __private::serde::Deserialize<'de> for Invoice {
        fn deserialize<__D: __private::serde::Deserializer<'de>>(
            deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            __private::read_record(deserializer)
        }
    }
};
mod __invoice_requires {
    #[diagnostic::on_unimplemented(
        message = "the required field `amount` of `Invoice` is not set",
        label = "call `.amount(…)` before `.build()`"
    )]
    pub trait r#amount<const IS_SET: ::core::primitive::bool> {}
    impl r#amount<true> for () {}
    #[diagnostic::on_unimplemented(
        message = "the required field `lines` of `Invoice` is not set",
        label = "call `.lines(…)` before `.build()`"
    )]
    pub trait r#lines<const IS_SET: ::core::primitive::bool> {}
    impl r#lines<true> for () {}
    #[diagnostic::on_unimplemented(
        message = "the required field `note` of `Invoice` is not set",
        label = "call `.note(…)` before `.build()`"
    )]
    pub trait r#note<const IS_SET: ::core::primitive::bool> {}
    impl r#note<true> for () {}
}
struct __InvoiceFields {
    amount: ::core::option::Option<Money>,
    due: Option<Date>,
    lines: ::core::option::Option<Vec<Line>>,
    #[cfg(unix)]
    note: ::core::option::Option<String>,
    more: JsonMap,
}
/// A builder of `Invoice`. A parameter `HAS_…` is `true` if that required field is set.
#[must_use]
pub struct InvoiceBuilder<
    const HAS_AMOUNT: ::core::primitive::bool = false,
    const HAS_LINES: ::core::primitive::bool = false,
    const HAS_NOTE: ::core::primitive::bool = { !::core::cfg!(any(all(unix))) },
> {
    fields: __InvoiceFields,
}
impl Invoice {
    /// Returns a builder. Required: `amount`, `lines`, `note`.
    pub fn builder() -> InvoiceBuilder {
        InvoiceBuilder {
            fields: __InvoiceFields {
                amount: ::core::option::Option::None,
                due: ::core::option::Option::None,
                lines: ::core::option::Option::None,
                #[cfg(unix)]
                note: ::core::option::Option::None,
                more: ::core::default::Default::default(),
            },
        }
    }
}
impl<
    const HAS_AMOUNT: ::core::primitive::bool,
    const HAS_LINES: ::core::primitive::bool,
    const HAS_NOTE: ::core::primitive::bool,
> InvoiceBuilder<HAS_AMOUNT, HAS_LINES, HAS_NOTE> {
    /// Sets `amount`.
    ///
    /// *At least 0.01; at most 2 decimals.*
    pub fn amount(mut self, value: Money) -> InvoiceBuilder<true, HAS_LINES, HAS_NOTE> {
        self.fields.amount = ::core::option::Option::Some(value);
        InvoiceBuilder {
            fields: self.fields,
        }
    }
    /// Sets `due`.
    ///
    /// *Written `dd/MM/yyyy`.*
    pub fn due(mut self, value: Date) -> Self {
        self.fields.due = ::core::option::Option::Some(value);
        self
    }
    /// Sets `due`, or leaves it out.
    pub fn maybe_due(mut self, value: Option<Date>) -> Self {
        self.fields.due = value;
        self
    }
    /// Sets `lines`.
    ///
    /// *1 to 10 elements.*
    pub fn lines(
        mut self,
        value: impl ::core::iter::IntoIterator<Item = Line>,
    ) -> InvoiceBuilder<HAS_AMOUNT, true, HAS_NOTE> {
        self.fields.lines = ::core::option::Option::Some(
            crate::room::__private0_1_0::list::<Line, _>(value),
        );
        InvoiceBuilder {
            fields: self.fields,
        }
    }
    #[cfg(unix)]
    /// Sets `note`.
    pub fn note(
        mut self,
        value: impl ::core::convert::Into<String>,
    ) -> InvoiceBuilder<HAS_AMOUNT, HAS_LINES, true> {
        self.fields.note = ::core::option::Option::Some(value.into());
        InvoiceBuilder {
            fields: self.fields,
        }
    }
    /// Sets `more`.
    pub fn more(mut self, value: JsonMap) -> Self {
        self.fields.more = value;
        self
    }
    /// Builds the `Invoice`. Compiles only if all required fields are set.
    pub fn build(self) -> Invoice
    where
        (): __invoice_requires::r#amount<HAS_AMOUNT>,
        (): __invoice_requires::r#lines<HAS_LINES>,
        (): __invoice_requires::r#note<HAS_NOTE>,
    {
        Invoice {
            amount: crate::room::__private0_1_0::required(self.fields.amount),
            due: self.fields.due,
            lines: crate::room::__private0_1_0::required(self.fields.lines),
            #[cfg(unix)]
            note: crate::room::__private0_1_0::required(self.fields.note),
            more: self.fields.more,
        }
    }
}
