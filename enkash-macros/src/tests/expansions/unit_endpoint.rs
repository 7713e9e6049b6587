#[derive(::core::clone::Clone)]
/**

`GET /ping` · idempotent*/
struct Ping;
#[automatically_derived]
#[allow(deprecated, non_snake_case)]
impl crate::room::__private::Record for Ping {
    const NAME: &'static ::core::primitive::str = "Ping";
    const FIELDS: &'static [crate::room::__private::Field] = &[];
    fn visit<__Visitor: crate::room::__private::Visitor>(&self, _: &mut __Visitor) {}
}
crate::room::__record! {
    [] [Ping] []
}
#[automatically_derived]
impl crate::room::__private::Endpoint for Ping {
    type Response = crate::room::Text;
    const INFO: &'static crate::room::EndpointInfo = &crate::room::EndpointInfo::new(
        "Ping",
        crate::room::__private::Method::GET,
        "/ping",
        <Self as crate::room::__private::Record>::FIELDS,
        true,
    );
}
#[allow(dead_code, single_use_lifetimes)]
impl Ping {
    /// Checks and writes the request, and returns the call as a future that borrows nothing.
    pub fn send(
        &self,
        client: &crate::room::Client,
    ) -> crate::room::Sending<crate::room::Text> {
        crate::room::__private::send(self, client)
    }
    /// The call with settings of its own, such as a time limit.
    pub fn call(&self) -> crate::room::Call<'_, Self> {
        crate::room::Call::new(self)
    }
}
crate::room::__free_builder! {
    Ping PingBuilder[] [] []
}
