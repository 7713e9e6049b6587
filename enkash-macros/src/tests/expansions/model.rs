#[derive(::core::clone::Clone)]
pub struct Invoice {
    pub amount: Money,
    pub due: Option<Date>,
    pub lines: Vec<Line>,
    #[cfg(unix)]
    pub note: String,
    pub more: JsonMap,
}
#[automatically_derived]
#[allow(deprecated, non_snake_case)]
impl crate::room::__private::Record for Invoice {
    const NAME: &'static ::core::primitive::str = "Invoice";
    const FIELDS: &'static [crate::room::__private::Field] = &[
        crate::room::__private::Field::new(
                crate::room::__private::Place::Body,
                "amount",
                "amount",
            )
            .rules(
                &crate::room::__private::Rules::new()
                    .range(
                        ::core::option::Option::Some(
                            crate::room::__private::Bound::inclusive(1i64, 2u32),
                        ),
                        ::core::option::Option::None,
                    )
                    .decimals(2u32),
            ),
        crate::room::__private::Field::new(
                crate::room::__private::Place::Body,
                "due",
                "due",
            )
            .optional(),
        crate::room::__private::Field::new(
                crate::room::__private::Place::Body,
                "lines",
                "lines",
            )
            .rules(&crate::room::__private::Rules::new().items(1usize, 10usize)),
        {
            #[cfg(unix)]
            const __FIELD: crate::room::__private::Field = crate::room::__private::Field::new(
                crate::room::__private::Place::Body,
                "note",
                "note",
            );
            #[cfg(not(all(unix)))]
            const __FIELD: crate::room::__private::Field = crate::room::__private::Field::new(
                crate::room::__private::Place::Nowhere,
                "note",
                "note",
            );
            __FIELD
        },
        crate::room::__private::Field::new(
                crate::room::__private::Place::Extra,
                "more",
                "more",
            )
            .optional(),
    ];
    fn visit<__Visitor: crate::room::__private::Visitor>(
        &self,
        __visitor: &mut __Visitor,
    ) {
        let Self {
            amount: __of_amount,
            due: __of_due,
            lines: __of_lines,
            #[cfg(unix)]
            note: __of_note,
            more: __of_more,
        } = self;
        __visitor
            .body(
                0usize,
                crate::room::__private::guard::amount(
                    crate::room::__private::guard::number(__of_amount),
                ),
            );
        __visitor
            .body(
                1usize,
                &crate::room::__private::Formatted::new(
                    crate::room::__private::guard::option(__of_due),
                    "%d/%m/%Y",
                ),
            );
        __visitor.body(2usize, crate::room::__private::guard::list(__of_lines));
        #[cfg(unix)] __visitor.body(3usize, __of_note);
        __visitor.extra(4usize, __of_more);
    }
}
#[automatically_derived]
impl ::core::fmt::Debug for Invoice {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        crate::room::__private::debug_record(self, __f)
    }
}
#[automatically_derived]
impl crate::room::__private::serde::Serialize for Invoice {
    fn serialize<__S: crate::room::__private::serde::Serializer>(
        &self,
        __serializer: __S,
    ) -> ::core::result::Result<__S::Ok, __S::Error> {
        crate::room::__private::serialize_record(self, __serializer)
    }
}
#[automatically_derived]
impl crate::room::__private::Value for Invoice {
    fn check(
        &self,
        _: &crate::room::Rules,
        __at: &crate::room::__private::At<'_>,
        __found: &mut crate::room::Violations,
    ) {
        crate::room::__private::check_record(self, __at, __found);
        crate::room::__private::check_across(self, Invoice::check, __at, __found);
    }
    fn read<'de, __D: crate::room::__private::serde::Deserializer<'de>>(
        __deserializer: __D,
    ) -> ::core::result::Result<Self, __D::Error> {
        crate::room::__private::read_record(__deserializer)
    }
}
#[automatically_derived]
#[allow(deprecated, unused_mut)]
impl crate::room::__private::ReadRecord for Invoice {
    fn read_members<'de, __A: crate::room::__private::serde::de::MapAccess<'de>>(
        __members: &mut crate::room::__private::Members<__A>,
    ) -> ::core::result::Result<Self, __A::Error> {
        use crate::room::__private::Unreadable as _;
        let mut __slot0: ::core::option::Option<Money> = ::core::option::Option::None;
        let mut __slot1: ::core::option::Option<Option<Date>> = ::core::option::Option::None;
        let mut __slot2: ::core::option::Option<Vec<Line>> = ::core::option::Option::None;
        #[cfg(unix)]
        let mut __slot3: ::core::option::Option<String> = ::core::option::Option::None;
        let mut __slot4: ::core::option::Option<JsonMap> = ::core::option::Option::None;
        while __members.advance()? {
            match __members.index() {
                ::core::option::Option::Some(0usize) => {
                    crate::room::__private::Slot(&mut __slot0).read(__members)?
                }
                ::core::option::Option::Some(1usize) => {
                    __members.read_formatted(&mut __slot1, "%d/%m/%Y")?
                }
                ::core::option::Option::Some(2usize) => {
                    crate::room::__private::Slot(&mut __slot2).read(__members)?
                }
                #[cfg(unix)]
                ::core::option::Option::Some(3usize) => {
                    crate::room::__private::Slot(&mut __slot3).read(__members)?
                }
                _ => __members.set_aside()?,
            }
        }
        ::core::result::Result::Ok(Self {
            amount: crate::room::__private::Slot(&mut __slot0).take(0usize, __members)?,
            due: crate::room::__private::Slot(&mut __slot1).take(1usize, __members)?,
            lines: crate::room::__private::Slot(&mut __slot2).take(2usize, __members)?,
            #[cfg(unix)]
            note: crate::room::__private::Slot(&mut __slot3).take(3usize, __members)?,
            more: __members.rest(__slot4)?,
        })
    }
}
#[automatically_derived]
impl<'de> crate::room::__private::serde::Deserialize<'de> for Invoice {
    fn deserialize<__D: crate::room::__private::serde::Deserializer<'de>>(
        __deserializer: __D,
    ) -> ::core::result::Result<Self, __D::Error> {
        crate::room::__private::read_record(__deserializer)
    }
}
#[automatically_derived]
impl crate::room::__private::Payload for Invoice {
    fn read(
        __body: &crate::room::Bytes,
        __bare: ::core::primitive::bool,
    ) -> ::core::result::Result<
        crate::room::__private::Envelope<Self>,
        crate::room::__private::JsonError,
    > {
        crate::room::__private::read_json(__body, __bare)
    }
}
#[doc(hidden)]
#[allow(non_camel_case_types, missing_docs, unreachable_pub)]
pub mod __invoice {
    pub enum amount {}
    pub enum lines {}
    pub enum note {}
    #[cfg(unix)]
    pub type __initial_2 = crate::room::__private::Missing;
    #[cfg(not(all(unix)))]
    pub type __initial_2 = crate::room::__private::Set;
    pub enum more {}
}
#[doc(hidden)]
#[allow(
    deprecated,
    missing_debug_implementations,
    missing_docs,
    non_snake_case,
    unreachable_pub
)]
pub struct __InvoiceParts {
    amount: ::core::option::Option<Money>,
    due: Option<Date>,
    lines: ::core::option::Option<Vec<Line>>,
    #[cfg(unix)]
    note: ::core::option::Option<String>,
    more: ::core::option::Option<JsonMap>,
}
///Builds a [`Invoice`]; what is required and not set does not compile.
#[must_use]
#[allow(missing_debug_implementations, unreachable_pub)]
pub struct InvoiceBuilder<__S0, __S1, __S2, __S3>(
    __InvoiceParts,
    crate::room::__private::State<(__S0, __S1, __S2, __S3)>,
);
#[allow(dead_code, deprecated, non_snake_case, single_use_lifetimes, unreachable_pub)]
impl Invoice {
    ///A builder for [`Invoice`], whose required fields the compiler asks for.
    pub fn builder() -> InvoiceBuilder<
        crate::room::__private::Missing,
        crate::room::__private::Missing,
        __invoice::__initial_2,
        crate::room::__private::Missing,
    > {
        InvoiceBuilder(
            __InvoiceParts {
                amount: ::core::option::Option::None,
                due: ::core::option::Option::None,
                lines: ::core::option::Option::None,
                #[cfg(unix)]
                note: ::core::option::Option::None,
                more: ::core::option::Option::None,
            },
            crate::room::__private::State::START,
        )
    }
}
#[allow(dead_code, deprecated, non_snake_case, single_use_lifetimes, unreachable_pub)]
impl<__S0, __S1, __S2, __S3> InvoiceBuilder<__S0, __S1, __S2, __S3> {
    pub fn amount(
        mut self,
        amount: Money,
    ) -> InvoiceBuilder<crate::room::__private::Set, __S1, __S2, __S3> {
        self.0.amount.replace(amount);
        InvoiceBuilder(self.0, self.1.next())
    }
    pub fn due(mut self, due: impl crate::room::__private::IntoOption<Date>) -> Self {
        self.0.due = due.into_option();
        self
    }
    pub fn lines(
        mut self,
        lines: impl ::core::convert::Into<Vec<Line>>,
    ) -> InvoiceBuilder<__S0, crate::room::__private::Set, __S2, __S3> {
        self.0.lines.replace(lines.into());
        InvoiceBuilder(self.0, self.1.next())
    }
    #[cfg(unix)]
    pub fn note(
        mut self,
        note: impl ::core::convert::Into<String>,
    ) -> InvoiceBuilder<__S0, __S1, crate::room::__private::Set, __S3> {
        self.0.note.replace(note.into());
        InvoiceBuilder(self.0, self.1.next())
    }
    pub fn more(
        mut self,
        more: JsonMap,
    ) -> InvoiceBuilder<__S0, __S1, __S2, crate::room::__private::Set> {
        self.0.more.replace(more);
        InvoiceBuilder(self.0, self.1.next())
    }
    ///The [`Invoice`] with the values that were set.
    pub fn build(self) -> Invoice
    where
        __S0: crate::room::__private::Given<__invoice::amount>,
        __S1: crate::room::__private::Given<__invoice::lines>,
        __S2: crate::room::__private::Given<__invoice::note>,
        __S3: crate::room::__private::Given<__invoice::more>,
    {
        Invoice {
            amount: crate::room::__private::given(self.0.amount),
            due: self.0.due,
            lines: crate::room::__private::given(self.0.lines),
            #[cfg(unix)]
            note: crate::room::__private::given(self.0.note),
            more: crate::room::__private::given(self.0.more),
        }
    }
}
