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
struct __PingFields {}
/// Builds a `Ping`. A parameter `HAS_…` is `true` if that required field is set.
#[must_use]
struct PingBuilder {
    fields: __PingFields,
}
impl Ping {
    /// A builder; no field is required.
    pub fn builder() -> PingBuilder {
        PingBuilder {
            fields: __PingFields {},
        }
    }
}
impl PingBuilder {
    /// The `Ping`. Does not compile before all required fields are set.
    pub fn build(self) -> Ping {
        Ping {}
    }
}
