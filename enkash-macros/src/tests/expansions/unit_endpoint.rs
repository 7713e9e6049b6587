#[derive(::core::clone::Clone)]
/**

- `GET /ping`
- Product: `AccountsReceivable`
- Idempotent: sent again after a lost connection

*/
struct Ping;
#[automatically_derived]
impl crate::room::__private::Record for Ping {
    const SHAPE: &'static crate::room::__private::Shape = &crate::room::__private::Shape::new(
        "Ping",
        &crate::room::__private::fields([], &[]),
    );
    fn visit<__Visitor: crate::room::__private::Visitor>(&self, _: &mut __Visitor) {}
}
crate::room::__record! {
    [] [Ping] [] []
}
crate::room::__endpoint! {
    [] [Ping] [] [] [crate ::room::Text] [crate ::room::EndpointInfo::of:: < Self >
    (crate ::room::__private::Method::GET, "/ping", true)] []
}
crate::room::__free_builder! {
    [] Ping PingBuilder[] [] []
}
