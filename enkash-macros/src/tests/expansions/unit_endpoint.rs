#[derive(::core::clone::Clone)]
/**

- `GET /ping`
- Product: `AccountsReceivable`
- Idempotent: sent again after a lost connection

*/
struct Ping;
#[automatically_derived]
#[allow(deprecated, non_snake_case)]
impl crate::room::__private::Record for Ping {
    const NAME: &'static ::core::primitive::str = "Ping";
    const FIELDS: &'static [crate::room::__private::Field] = &crate::room::__private::fields::<
        0usize,
    >("", &[]);
    fn visit<__Visitor: crate::room::__private::Visitor>(&self, _: &mut __Visitor) {}
}
crate::room::__record! {
    [] [Ping] []
}
crate::room::__endpoint! {
    [] [Ping] [] [crate ::room::Text] [crate ::room::EndpointInfo::new("Ping", crate
    ::room::__private::Method::GET, "/ping", < Self as crate ::room::__private::Record >
    ::FIELDS, true)] []
}
crate::room::__free_builder! {
    Ping PingBuilder[] [] []
}
