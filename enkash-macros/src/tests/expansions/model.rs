pub struct Invoice {
    /**

*At least 0.01; at most 2 decimals.**/
    pub amount: Money,
    /**

*Written `dd/MM/yyyy`.**/
    pub due: Option<Date>,
    /**

*1 to 10 elements.**/
    pub lines: Vec<Line>,
    #[cfg(unix)]
    pub note: String,
    pub more: JsonMap,
}
crate::room::__clone! {
    [] [Invoice] [] [] amount of_value; due of_value; lines of_value; @ if [#[cfg(unix)]]
    note of_value; more of_any;
}
crate::room::__record! {
    [] [Invoice] [] [] "Invoice" @ table[& [crate ::room::__private::Field::new(crate
    ::room::__private::Location::Body, "amount", "amount").with_rules(& crate
    ::room::__private::Rules::new().with_range(::core::option::Option::Some(crate
    ::room::__private::Bound::inclusive(1i64, 2u32)), ::core::option::Option::None)
    .with_decimals(2u32)), crate ::room::__private::Field::new(crate
    ::room::__private::Location::Body, "due", "due").with_optional(), crate
    ::room::__private::Field::new(crate ::room::__private::Location::Body, "lines",
    "lines").with_rules(& crate ::room::__private::Rules::new().with_items(1usize,
    10usize)), { #[cfg(unix)] const __FIELD : crate ::room::__private::Field = crate
    ::room::__private::Field::new(crate ::room::__private::Location::Body, "note",
    "note"); #[cfg(not(all(unix)))] const __FIELD : crate ::room::__private::Field =
    crate ::room::__private::Field::new(crate ::room::__private::Location::Nowhere,
    "note", "note"); __FIELD }, crate ::room::__private::Field::new(crate
    ::room::__private::Location::Extra, "more", "more").with_optional()]] amount :
    __of_amount, body(0, crate ::room::__private::guard::amount(crate
    ::room::__private::guard::number(__of_amount))); due : __of_due, body(1, & crate
    ::room::__private::Formatted::new(crate ::room::__private::guard::option(__of_due),
    "%d/%m/%Y")); lines : __of_lines, body(2, crate
    ::room::__private::guard::list(__of_lines)); @ if [#[cfg(unix)]] note : __of_note,
    body(3, __of_note); more : __of_more, extra(4, __of_more);
}
crate::room::__model! {
    [] [Invoice] [] [] [Invoice::check]
}
crate::room::__read_model! {
    [] [Invoice] [] [] __members __slot0 amount : Money, [0usize { __slot0
    .read(__members) ? }] { __slot0.take(0usize, __members) ? }; __slot1 due : Option <
    Date >, [1usize { __slot1.read_formatted(__members, "%d/%m/%Y") ? }] { __slot1
    .take(1usize, __members) ? }; __slot2 lines : Vec < Line >, [2usize { __slot2
    .read(__members) ? }] { __slot2.take(2usize, __members) ? }; @ if [#[cfg(unix)]]
    __slot3 note : String, [3usize @ if [#[cfg(unix)]] { __slot3.read(__members) ? }] {
    __slot3.take(3usize, __members) ? }; __slot4 more : JsonMap, [] { __members
    .rest(__slot4.0) ? };
}
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
/// Builds a `Invoice`. A parameter `HAS_…` is `true` if that required field is set.
#[must_use]
pub struct InvoiceBuilder<
    const HAS_AMOUNT: ::core::primitive::bool = false,
    const HAS_LINES: ::core::primitive::bool = false,
    const HAS_NOTE: ::core::primitive::bool = { !::core::cfg!(any(all(unix))) },
> {
    fields: __InvoiceFields,
}
impl Invoice {
    /// A builder. Required: `amount`, `lines`, `note`.
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
    /**

*At least 0.01; at most 2 decimals.**/
    pub fn amount(mut self, value: Money) -> InvoiceBuilder<true, HAS_LINES, HAS_NOTE> {
        self.fields.amount = ::core::option::Option::Some(value);
        InvoiceBuilder {
            fields: self.fields,
        }
    }
    /// Sets `due`.
    /**

*Written `dd/MM/yyyy`.**/
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
    /**

*1 to 10 elements.**/
    pub fn lines(
        mut self,
        value: impl ::core::iter::IntoIterator<Item = Line>,
    ) -> InvoiceBuilder<HAS_AMOUNT, true, HAS_NOTE> {
        self.fields.lines = ::core::option::Option::Some(
            crate::room::__private::list::<Line, _>(value),
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
    /// The `Invoice`. Does not compile before all required fields are set.
    pub fn build(self) -> Invoice
    where
        (): __invoice_requires::r#amount<HAS_AMOUNT>,
        (): __invoice_requires::r#lines<HAS_LINES>,
        (): __invoice_requires::r#note<HAS_NOTE>,
    {
        Invoice {
            amount: crate::room::__private::required(self.fields.amount),
            due: self.fields.due,
            lines: crate::room::__private::required(self.fields.lines),
            #[cfg(unix)]
            note: crate::room::__private::required(self.fields.note),
            more: self.fields.more,
        }
    }
}
