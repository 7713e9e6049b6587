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
#[allow(single_use_lifetimes)]
const _: () = {
    use crate::room::__private0_1_0 as __private;
    #[automatically_derived]
    impl<'a> __private::Record for UpdateCustomer<'a> {
        const NAME: &'static ::core::primitive::str = "UpdateCustomer";
        const FIELDS: &'static [__private::Field] = &[];
        fn visit<__V: __private::Visitor>(&self, visitor: &mut __V) {}
    }
    #[automatically_derived]
    impl<'a> ::core::fmt::Debug for UpdateCustomer<'a> {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __private::debug_record(self, f)
        }
    }
    #[automatically_derived]
    impl<'a> __private::serde::Serialize for UpdateCustomer<'a> {
        fn serialize<__S: __private::serde::Serializer>(
            &self,
            serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            __private::serialize_record(self, serializer)
        }
    }
    #[automatically_derived]
    impl<'a> __private::Endpoint for UpdateCustomer<'a> {
        type Response = __private::Text;
        const INFO: &'static __private::EndpointInfo = &__private::EndpointInfo {
            name: "UpdateCustomer",
            fields: <Self as __private::Record>::FIELDS,
            method: __private::Method::GET,
            template: "/",
            product: &PRODUCT,
            body: __private::BodyEncoding::Json,
            response_format: __private::ResponseFormat::Enveloped,
            auth: __private::CallAuth::Product,
            token_request: false,
            encrypt: ::core::option::Option::None,
            idempotent: false,
            unique: ::core::option::Option::None,
            docs: ::core::option::Option::None,
            response: __private::TypeInfo::NONE,
        };
    }
    impl<'a> UpdateCustomer<'a> {
        /// Checks and writes the request, and returns the call as a future that borrows nothing.
        pub fn send(
            &self,
            client: &__private::Client,
        ) -> __private::PendingCall<__private::Text> {
            __private::Call::new(self).send(client)
        }
        /// The call with settings of its own, such as a time limit.
        pub fn call(&self) -> __private::Call<'_, Self> {
            __private::Call::new(self)
        }
    }
};
crate::room::__builder! {
    [#[allow(single_use_lifetimes)]] pub UpdateCustomer UpdateCustomerBuilder
    __UpdateCustomerParts __update_customer['a,] @ for ['a,] [] [r#customer_id
    r#request_id r#name] [] [] required @ for ['a,] Set0 #[doc = " The customer."]
    customer_id customer_id : CustomerId; into @ for ['a,] Set1 request_id request_id :
    String; into @ for ['a,] Set2 name name : String; option company company : Option < &
    'a str >, & 'a str; default pan pan : Patch < String >;
}
