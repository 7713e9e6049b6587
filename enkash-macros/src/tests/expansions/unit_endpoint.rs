#[derive(::core::clone::Clone)]
/**

- `GET /ping`
- Idempotent: sent again after a lost connection

*/
struct Ping;
crate::room::__record! {
    [] [Ping] [] [] "Ping" "" 0[]
}
crate::room::__endpoint! {
    [] [Ping] [] [] [] crate ::room::Text, GET "/ping" true.with_product(& PRODUCT)
}
crate::room::__free_builder! {
    [] Ping PingBuilder[] []
}
