#[derive(::core::clone::Clone)]
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
#[automatically_derived]
impl crate::room::__private::Record for Invoice {
    const SHAPE: &'static crate::room::__private::Shape = &crate::room::__private::Shape::new(
        "Invoice",
        &[
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
        ],
    );
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
crate::room::__record! {
    [] [Invoice] [] []
}
#[automatically_derived]
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
crate::room::__model! {
    [] [< 'de >] [Invoice] [] [] [Invoice::check]
}
crate::room::__builder! {
    [] pub Invoice InvoiceBuilder __InvoiceParts __invoice[] [] []
    [((__invoice::amount,), ((__invoice::lines,), (__invoice::__initial_2, ())))] [pub
    enum amount {} pub enum lines {} pub enum note {} #[cfg(unix)] pub type __initial_2 =
    (note,); #[cfg(not(all(unix)))] pub type __initial_2 = crate ::room::__private::Set;]
    [__State::Missing : crate ::room::__private::IsSet] required Set0[] [] [] amount
    amount : Money; into Set1[] [] [] lines lines : Vec < Line >; into Set2[]
    [#[cfg(unix)]] [] note note : String; option[] [] due due : Option < Date > [Date]
    default[] [] more more : JsonMap
}
