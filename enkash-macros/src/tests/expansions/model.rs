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
crate::room::__record! {
    [] [Invoice] [] [] "Invoice" @ table[& [crate ::room::__private::Field::new(crate
    ::room::__private::Place::Body, "amount", "amount").rules(& crate
    ::room::__private::Rules::new().range(::core::option::Option::Some(crate
    ::room::__private::Bound::inclusive(1i64, 2u32)), ::core::option::Option::None)
    .decimals(2u32)), crate ::room::__private::Field::new(crate
    ::room::__private::Place::Body, "due", "due").optional(), crate
    ::room::__private::Field::new(crate ::room::__private::Place::Body, "lines", "lines")
    .rules(& crate ::room::__private::Rules::new().items(1usize, 10usize)), {
    #[cfg(unix)] const __FIELD : crate ::room::__private::Field = crate
    ::room::__private::Field::new(crate ::room::__private::Place::Body, "note", "note");
    #[cfg(not(all(unix)))] const __FIELD : crate ::room::__private::Field = crate
    ::room::__private::Field::new(crate ::room::__private::Place::Nowhere, "note",
    "note"); __FIELD }, crate ::room::__private::Field::new(crate
    ::room::__private::Place::Extra, "more", "more").optional()]] amount : __of_amount,
    body(0usize, crate ::room::__private::guard::amount(crate
    ::room::__private::guard::number(__of_amount))), of_value; due : __of_due,
    body(1usize, & crate ::room::__private::Formatted::new(crate
    ::room::__private::guard::option(__of_due), "%d/%m/%Y")), of_value; lines :
    __of_lines, body(2usize, crate ::room::__private::guard::list(__of_lines)), of_value;
    @ if [#[cfg(unix)]] note : __of_note, body(3usize, __of_note), of_value; more :
    __of_more, extra(4usize, __of_more), of_any;
}
crate::room::__model! {
    [] [< 'de >] [Invoice] [] [] [Invoice::check] __members 0usize __slot0 read take
    amount : Money; 2usize __slot2 read take lines : Vec < Line >; special 1usize { crate
    ::room::__private::Slot(& mut __slot1).read_formatted(__members, "%d/%m/%Y") ? }
    __slot1 { crate ::room::__private::Slot(& mut __slot1).take(1usize, __members) ? }
    due : Option < Date >; special @ if [#[cfg(unix)]] 3usize { crate
    ::room::__private::Slot(& mut __slot3).read(__members) ? } __slot3 { crate
    ::room::__private::Slot(& mut __slot3).take(3usize, __members) ? } note : String;
    special __slot4 { __members.rest(__slot4) ? } more : JsonMap;
}
crate::room::__builder! {
    [] pub Invoice InvoiceBuilder __InvoiceParts __invoice[] [] [((__invoice::amount,),
    ((__invoice::lines,), (__invoice::__initial_2, ())))] [amount lines note]
    [#[cfg(unix)] pub type __initial_2 = (note,); #[cfg(not(all(unix)))] pub type
    __initial_2 = crate ::room::__private::Set;] [__State::Missing : crate
    ::room::__private::IsSet] required Set0 amount amount : Money; into Set1 lines lines
    : Vec < Line >; into Set2 @ if [#[cfg(unix)]] note note : String; option due due :
    Option < Date >, Date; default more more : JsonMap;
}
