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
        /// Sends the request.
        ///
        /// Validates and encodes it first. Await the future for a `Reply` or an `Error`; it
        /// is `Send + 'static`, even if the request borrows.
        pub fn send(
            &self,
            client: &__private::Client,
        ) -> __private::PendingCall<__private::Text> {
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
        /// *On the wire `customer_id`.*
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
        /// *On the wire `request_id`.*
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
