#[derive(::core::clone::Clone)]
/**

- `GET /ping`
- Product: `AccountsReceivable`
- Idempotent: sent again after a lost connection

*/
struct Ping;
crate::room::__record! {
    [] [Ping] [] [] "Ping" @ texts[] []
}
crate::room::__endpoint! {
    [] [Ping] [] [] [crate ::room::Text] [crate ::room::EndpointInfo::of:: < Self >
    (crate ::room::__private::Method::GET, "/ping", true)] []
}
crate::room::__free_builder! {
    [] Ping PingBuilder[] []
}
