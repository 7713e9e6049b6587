::core::compile_error! {
    "[ENK-11] endpoint `UpdateCustomer`: no field for the placeholder `<custmerId>`\n  \"/customer/<custmerId>\"\n              ^\nhelp: write `<customerId>` for the field `customer_id`, or rename the field to `custmer_id`"
}
#[derive(::core::clone::Clone)]
/// Updates a customer.
#[derive(PartialEq)]
pub struct UpdateCustomer<'a> {
    /// The customer.
    pub customer_id: CustomerId,
    pub company: Option<&'a str>,
    pub request_id: String,
    pub name: String,
    pub pan: Patch<String>,
}
#[automatically_derived]
impl<'a> crate::room::__private::Record for UpdateCustomer<'a> {
    const STRUCT_INFO: &'static crate::room::__private::StructInfo = &crate::room::__private::StructInfo::new(
        "",
        &[],
    );
    fn visit<__V: crate::room::__private::Visitor>(&self, _: &mut __V) {}
}
#[automatically_derived]
impl<'a> ::core::fmt::Debug for UpdateCustomer<'a> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        crate::room::__private::debug_record(self, f)
    }
}
#[automatically_derived]
impl<'a> crate::room::__private::serde::Serialize for UpdateCustomer<'a> {
    fn serialize<__S: crate::room::__private::serde::Serializer>(
        &self,
        serializer: __S,
    ) -> ::core::result::Result<__S::Ok, __S::Error> {
        crate::room::__private::serialize_record(self, serializer)
    }
}
crate::room::__json_schema! {
    record_schema['a,] [UpdateCustomer < 'a >] [] [#[allow(single_use_lifetimes,)]]
}
crate::room::__builder! {
    [#[allow(single_use_lifetimes,)]] pub UpdateCustomer UpdateCustomerBuilder
    __UpdateCustomerParts __update_customer['a,] @ for ['a,] [] [r#customer_id
    r#request_id r#name] [] [] required @ for ['a,] Set0 #[doc = " The customer."]
    customer_id customer_id : CustomerId; into @ for ['a,] Set1 request_id request_id :
    String; into @ for ['a,] Set2 name name : String; option company company : Option < &
    'a str >, & 'a str; default pan pan : Patch < String >;
}
#[automatically_derived]
impl<'a> crate::room::__private::Endpoint for UpdateCustomer<'a> {
    type Response = crate::room::Text;
    const INFO: &'static crate::room::EndpointInfo = &crate::room::EndpointInfo::of::<
        Self,
    >(crate::room::__private::Method::GET, "/", false)
        .with_product(&PRODUCT);
}
#[allow(dead_code, missing_docs)]
impl<'a> UpdateCustomer<'a> {
    pub fn send(
        &self,
        client: &crate::room::Client,
    ) -> crate::room::PendingCall<<Self as crate::room::__private::Endpoint>::Response> {
        crate::room::__private::send(self, client)
    }
    pub fn call(&self) -> crate::room::Call<'_, Self> {
        crate::room::Call::new(self)
    }
}
