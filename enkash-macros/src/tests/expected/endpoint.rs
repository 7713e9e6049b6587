/// `PUT /api/v0/customer/<customerId>`
/// Updates a customer.
#[derive(PartialEq)]
///
/// - Returns: [`Reply<Customer>`](Customer)
/// - [Product](crate::cards::CARDS), with its base URLs, authentication and encryption
/// - Not idempotent: the client sends it again only if it was certainly not performed
/// - Unique id: `request_id`, of which the server accepts each value once
/// - Encryption: request and response
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
struct __UpdateCustomerFields<'a> {
    customer_id: ::core::option::Option<CustomerId>,
    company: Option<&'a str>,
    request_id: ::core::option::Option<String>,
    name: ::core::option::Option<String>,
    pan: Patch<String>,
}
/// A builder of `UpdateCustomer`. A parameter `HAS_…` is `true` if that required field is set.
#[must_use]
#[allow(single_use_lifetimes)]
pub struct UpdateCustomerBuilder<
    'a,
    const HAS_CUSTOMER_ID: ::core::primitive::bool = false,
    const HAS_REQUEST_ID: ::core::primitive::bool = false,
    const HAS_NAME: ::core::primitive::bool = false,
> {
    fields: __UpdateCustomerFields<'a>,
}
mod __update_customer_requires {
    #[diagnostic::on_unimplemented(
        message = "the required field `customer_id` of `UpdateCustomer` is not set",
        label = "call `.customer_id(…)` before `.build()`"
    )]
    pub trait r#customer_id<const IS_SET: ::core::primitive::bool> {}
    impl r#customer_id<true> for () {}
    #[diagnostic::on_unimplemented(
        message = "the required field `request_id` of `UpdateCustomer` is not set",
        label = "call `.request_id(…)` before `.build()`"
    )]
    pub trait r#request_id<const IS_SET: ::core::primitive::bool> {}
    impl r#request_id<true> for () {}
    #[diagnostic::on_unimplemented(
        message = "the required field `name` of `UpdateCustomer` is not set",
        label = "call `.name(…)` before `.build()`"
    )]
    pub trait r#name<const IS_SET: ::core::primitive::bool> {}
    impl r#name<true> for () {}
}
#[allow(single_use_lifetimes)]
impl<
    'a,
    const HAS_CUSTOMER_ID: ::core::primitive::bool,
    const HAS_REQUEST_ID: ::core::primitive::bool,
    const HAS_NAME: ::core::primitive::bool,
> UpdateCustomerBuilder<'a, HAS_CUSTOMER_ID, HAS_REQUEST_ID, HAS_NAME> {
    /// Builds the `UpdateCustomer`. Compiles only if all required fields are set.
    pub fn build(self) -> UpdateCustomer<'a>
    where
        (): __update_customer_requires::r#customer_id<HAS_CUSTOMER_ID>,
        (): __update_customer_requires::r#request_id<HAS_REQUEST_ID>,
        (): __update_customer_requires::r#name<HAS_NAME>,
    {
        UpdateCustomer {
            customer_id: crate::room::__private0_1_0::required(self.fields.customer_id),
            company: self.fields.company,
            request_id: crate::room::__private0_1_0::required(self.fields.request_id),
            name: crate::room::__private0_1_0::required(self.fields.name),
            pan: self.fields.pan,
        }
    }
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
                ..__private::Field::PLAIN
            },
            __private::Field {
                name: "company",
                wire_name: "company",
                location: __private::Location::Query,
                required: false,
                ..__private::Field::PLAIN
            },
            __private::Field {
                name: "request_id",
                wire_name: "X-Request-Id",
                location: __private::Location::Header,
                ..__private::Field::PLAIN
            },
            __private::Field {
                name: "name",
                wire_name: "name",
                rules: &__private::Rules {
                    length: ::core::option::Option::Some((1, 100)),
                    ..__private::Rules::new()
                },
                ..__private::Field::PLAIN
            },
            __private::Field {
                name: "pan",
                wire_name: "pan",
                required: false,
                sensitive: true,
                ..__private::Field::PLAIN
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
        /// Sends the request.
        ///
        /// Validates and encodes it first. Await the future for a `Reply` or an `Error`; it
        /// is `Send + 'static`, even if the request borrows.
        pub fn send(
            &self,
            client: &__private::Client,
        ) -> __private::PendingCall<Customer> {
            __private::Call::new(self).send(client)
        }
        /// Returns the call, to set its options, such as a timeout, before it is sent.
        pub fn call(&self) -> __private::Call<'_, Self> {
            __private::Call::new(self)
        }
    }
    impl<'a> UpdateCustomer<'a> {
        /// Returns a builder. Required: `customer_id`, `request_id`, `name`.
        pub fn builder() -> UpdateCustomerBuilder<'a> {
            UpdateCustomerBuilder {
                fields: __UpdateCustomerFields {
                    customer_id: __private::None,
                    company: __private::None,
                    request_id: __private::None,
                    name: __private::None,
                    pan: ::core::default::Default::default(),
                },
            }
        }
    }
    impl<
        'a,
        const HAS_CUSTOMER_ID: ::core::primitive::bool,
        const HAS_REQUEST_ID: ::core::primitive::bool,
        const HAS_NAME: ::core::primitive::bool,
    > UpdateCustomerBuilder<'a, HAS_CUSTOMER_ID, HAS_REQUEST_ID, HAS_NAME> {
        /// The customer.
        ///
        /// *`<customerId>` of the path.*
        pub fn customer_id(
            mut self,
            value: CustomerId,
        ) -> UpdateCustomerBuilder<'a, true, HAS_REQUEST_ID, HAS_NAME> {
            self.fields.customer_id = __private::Some(value);
            UpdateCustomerBuilder {
                fields: self.fields,
            }
        }
        /// Sets `company`.
        pub fn company(mut self, value: &'a str) -> Self {
            self.fields.company = __private::Some(value);
            self
        }
        /// Sets `company`, or leaves it out.
        pub fn maybe_company(mut self, value: Option<&'a str>) -> Self {
            self.fields.company = value;
            self
        }
        /// Sets `request_id`.
        ///
        /// *The header `X-Request-Id`.*
        pub fn request_id(
            mut self,
            value: impl ::core::convert::Into<String>,
        ) -> UpdateCustomerBuilder<'a, HAS_CUSTOMER_ID, true, HAS_NAME> {
            self.fields.request_id = __private::Some(value.into());
            UpdateCustomerBuilder {
                fields: self.fields,
            }
        }
        /// Sets `name`.
        ///
        /// *1 to 100 characters.*
        pub fn name(
            mut self,
            value: impl ::core::convert::Into<String>,
        ) -> UpdateCustomerBuilder<'a, HAS_CUSTOMER_ID, HAS_REQUEST_ID, true> {
            self.fields.name = __private::Some(value.into());
            UpdateCustomerBuilder {
                fields: self.fields,
            }
        }
        /// Sets `pan`.
        ///
        /// *Never printed.*
        pub fn pan(mut self, value: impl ::core::convert::Into<String>) -> Self {
            self.fields.pan = __private::Patch::Value(value.into());
            self
        }
        /// Sets `pan`, or leaves it out.
        pub fn maybe_pan(mut self, value: Patch<String>) -> Self {
            self.fields.pan = value;
            self
        }
    }
};
