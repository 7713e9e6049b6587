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
crate::room::__builder! {
    [] pub Invoice InvoiceBuilder __InvoiceParts __invoice[] [] [r#amount r#lines]
    [__state_0] [#[cfg(unix)] pub enum r#note {} #[cfg(unix)] pub type __state_0 =
    r#note; #[cfg(not(all(unix)))] pub type __state_0 = ();] required Set0 amount amount
    : Money; into Set1 lines lines : Vec < Line >; into Set2 @ if [#[cfg(unix)]] note
    note : String; option due due : Option < Date >, Date; default more more : JsonMap;
}
