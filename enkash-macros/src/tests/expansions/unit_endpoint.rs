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
#[automatically_derived]
impl ::core::fmt::Debug for Ping {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        crate::room::__private::debug_record(self, __f)
    }
}
#[automatically_derived]
impl crate::room::__private::serde::Serialize for Ping {
    fn serialize<__S: crate::room::__private::serde::Serializer>(
        &self,
        __serializer: __S,
    ) -> ::core::result::Result<__S::Ok, __S::Error> {
        crate::room::__private::serialize_record(self, __serializer)
    }
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
///Builds a [`Ping`]; what is required and not set does not compile.
#[must_use]
#[allow(missing_debug_implementations, unreachable_pub)]
struct PingBuilder(Ping);
#[allow(dead_code, deprecated, non_snake_case, single_use_lifetimes, unreachable_pub)]
impl Ping {
    ///A builder for [`Ping`], whose required fields the compiler asks for.
    pub fn builder() -> PingBuilder {
        PingBuilder(Ping {})
    }
}
#[allow(dead_code, deprecated, non_snake_case, single_use_lifetimes, unreachable_pub)]
impl PingBuilder {
    ///The [`Ping`] with the values that were set.
    pub fn build(self) -> Ping {
        self.0
    }
}
