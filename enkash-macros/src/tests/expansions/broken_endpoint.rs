::core::compile_error! {
    "[ENK-11] endpoint `UpdateCustomer`: the placeholder `<custmerId>` names no field\n  \"/customer/<custmerId>\"\n              ^\nhelp: did you mean `<customerId>`, or the field `custmer_id`?"
}
::core::compile_error! {
    "[ENK-11] endpoint `UpdateCustomer`: this field is near to the placeholder `<custmerId>`\nhelp: name the field `custmer_id`, or the placeholder `<customerId>`"
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
#[allow(single_use_lifetimes)]
impl<'a> crate::room::__private::Record for UpdateCustomer<'a> {
    const SHAPE: &'static crate::room::__private::Shape = &crate::room::__private::Shape::new(
        "UpdateCustomer",
        &crate::room::__private::fields([], &[]),
    );
    fn visit<__Visitor: crate::room::__private::Visitor>(&self, _: &mut __Visitor) {}
}
crate::room::__record! {
    [< 'a >] [UpdateCustomer < 'a >] [] [#[allow(single_use_lifetimes,)]]
}
crate::room::__builder! {
    [#[allow(single_use_lifetimes,)]] pub UpdateCustomer UpdateCustomerBuilder
    __UpdateCustomerParts __update_customer['a,] ['a,] []
    [((__update_customer::customer_id,), ((__update_customer::request_id,),
    ((__update_customer::name,), ())))] [pub enum customer_id {} pub enum request_id {}
    pub enum name {}] [__State::Missing : crate ::room::__private::IsSet] required
    Set0['a,] [] [#[doc = " The customer."]] customer_id customer_id : CustomerId; into
    Set1['a,] [] [] request_id request_id : String; into Set2['a,] [] [] name name :
    String; option[] [] company company : Option < & 'a str > [& 'a str] default[] [] pan
    pan : Patch < String >
}
#[automatically_derived]
impl<'a> crate::room::__private::Endpoint for UpdateCustomer<'a> {
    type Response = crate::room::Text;
    const INFO: &'static crate::room::EndpointInfo = &crate::room::EndpointInfo::new(
        "",
        crate::room::__private::Method::GET,
        "/",
        &[],
        false,
    );
}
#[allow(dead_code, missing_docs)]
impl<'a> UpdateCustomer<'a> {
    pub fn send(
        &self,
        client: &crate::room::Client,
    ) -> crate::room::Sending<<Self as crate::room::__private::Endpoint>::Response> {
        crate::room::__private::send(self, client)
    }
    pub fn call(&self) -> crate::room::Call<'_, Self> {
        crate::room::Call::new(self)
    }
}
