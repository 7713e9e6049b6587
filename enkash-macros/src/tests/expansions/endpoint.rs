/// Updates a customer.
#[derive(PartialEq)]
///
/// - `PUT /api/v0/customer/<customerId>`
/// - Product: `CARDS`
/// - Not idempotent: sent again only where it was certainly not performed
/// - Unique: the server takes a `request_id` once
/// - Bodies: encrypted
///
pub struct UpdateCustomer<'a> {
    /// The customer.
    ///
    /// *`<customerId>` of the path.*
    pub customer_id: CustomerId,
    /// *In the query.*
    pub company: Option<&'a str>,
    /// *The header `X-Request-Id`.*
    pub request_id: String,
    /// *1 to 100 characters.*
    pub name: String,
    /// *Never printed.*
    pub pan: Patch<String>,
}
#[allow(single_use_lifetimes)]
const _: () = {
    use crate::room::__private0_1_0 as __private;
    #[automatically_derived]
    impl<'a> ::core::clone::Clone for UpdateCustomer<'a> {
        fn clone(&self) -> Self {
            use __private::Uncloneable as _;
            Self {
                customer_id: __private::Cloned(&self.customer_id).value(),
                company: ::core::clone::Clone::clone(&self.company),
                request_id: ::core::clone::Clone::clone(&self.request_id),
                name: ::core::clone::Clone::clone(&self.name),
                pan: ::core::clone::Clone::clone(&self.pan),
            }
        }
    }
    #[automatically_derived]
    impl<'a> __private::Record for UpdateCustomer<'a> {
        const NAME: &'static ::core::primitive::str = "UpdateCustomer";
        const FIELDS: &'static [__private::Field] = &[
            __private::Field {
                name: "customer_id",
                wire_name: "customerId",
                location: __private::Location::Path,
                required: true,
                sensitive: false,
                rules: __private::Rules::NONE,
                ty: __private::TypeInfo::NONE,
            },
            __private::Field {
                name: "company",
                wire_name: "company",
                location: __private::Location::Query,
                required: false,
                sensitive: false,
                rules: __private::Rules::NONE,
                ty: __private::TypeInfo::NONE,
            },
            __private::Field {
                name: "request_id",
                wire_name: "X-Request-Id",
                location: __private::Location::Header,
                required: true,
                sensitive: false,
                rules: __private::Rules::NONE,
                ty: __private::TypeInfo::NONE,
            },
            __private::Field {
                name: "name",
                wire_name: "name",
                location: __private::Location::Body,
                required: true,
                sensitive: false,
                rules: &__private::Rules {
                    length: ::core::option::Option::Some((1, 100)),
                    ..__private::Rules::new()
                },
                ty: __private::TypeInfo::NONE,
            },
            __private::Field {
                name: "pan",
                wire_name: "pan",
                location: __private::Location::Body,
                required: false,
                sensitive: true,
                rules: __private::Rules::NONE,
                ty: __private::TypeInfo::NONE,
            },
        ];
        fn visit<__V: __private::Visitor>(&self, visitor: &mut __V) {
            let Self { customer_id, company, request_id, name, pan } = self;
            visitor.path(0, customer_id);
            visitor.query(1, __private::guard::option(company));
            visitor.header(2, request_id);
            visitor.body(3, __private::guard::text(name));
            visitor.body(4, __private::guard::patch(pan));
        }
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
        type Response = Customer;
        const INFO: &'static __private::EndpointInfo = &__private::EndpointInfo {
            name: "UpdateCustomer",
            fields: <Self as __private::Record>::FIELDS,
            method: __private::Method::PUT,
            template: "/api/v0/customer/<customerId>",
            product: &crate::cards::CARDS,
            body: __private::BodyEncoding::Json,
            response_format: __private::ResponseFormat::Enveloped,
            auth: __private::CallAuth::Product,
            token_request: false,
            encrypt: ::core::option::Option::Some(true),
            idempotent: false,
            unique: ::core::option::Option::Some("request_id"),
            docs: ::core::option::Option::None,
            response: __private::TypeInfo::NONE,
        };
    }
    impl<'a> UpdateCustomer<'a> {
        /// Checks and writes the request, and returns the call as a future that borrows nothing.
        pub fn send(
            &self,
            client: &__private::Client,
        ) -> __private::PendingCall<Customer> {
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
