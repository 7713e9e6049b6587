/// Updates a customer.
#[derive(PartialEq)]
/**

- `PUT /api/v0/customer/<customerId>`
- Product: `CARDS`
- Not idempotent: sent again only where it was certainly not performed
- Unique: the server takes a `request_id` once
- Bodies: encrypted

*/
pub struct UpdateCustomer<'a> {
    /// The customer.
    /**

*`<customerId>` of the path.**/
    pub customer_id: CustomerId,
    /**

*In the query.**/
    pub company: Option<&'a str>,
    /**

*The header `X-Request-Id`.**/
    pub request_id: String,
    /**

*1 to 100 characters.**/
    pub name: String,
    /**

*Never printed.**/
    pub pan: Patch<String>,
}
crate::room::__clone! {
    ['a,] [UpdateCustomer < 'a >] [] [#[allow(single_use_lifetimes,)]] customer_id
    of_value; company of_value; request_id of_value; name of_value; pan of_value;
}
crate::room::__record! {
    ['a,] [UpdateCustomer < 'a >] [] [#[allow(single_use_lifetimes,)]] "UpdateCustomer"
    "P-\0\u{b}customer_id\0\ncustomerIdQo\0\u{7}company\0\u{7}companyH-\0\nrequest_id\0\u{c}X-Request-IdB-\0\u{4}name\0\u{4}nameBx\0\u{3}pan\0\u{3}pan"
    5[3usize.with_length(1usize, 100usize)] customer_id : __of_customer_id, path(0,
    __of_customer_id); company : __of_company, query(1, crate
    ::room::__private::guard::option(__of_company)); request_id : __of_request_id,
    header(2, __of_request_id); name : __of_name, body(3, crate
    ::room::__private::guard::text(__of_name)); pan : __of_pan, body(4, crate
    ::room::__private::guard::patch(__of_pan));
}
crate::room::__endpoint! {
    ['a,] [UpdateCustomer < 'a >] [] [#[allow(single_use_lifetimes,)]] [] Customer, PUT
    "/api/v0/customer/<customerId>" false.with_product(& crate ::cards::CARDS)
    .with_encrypt(true).with_unique("request_id")
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
struct __UpdateCustomerFields<'a> {
    customer_id: ::core::option::Option<CustomerId>,
    company: Option<&'a str>,
    request_id: ::core::option::Option<String>,
    name: ::core::option::Option<String>,
    pan: Patch<String>,
}
/// Builds a `UpdateCustomer`. A parameter `HAS_…` is `true` if that required field is set.
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
#[allow(single_use_lifetimes)]
impl<'a> UpdateCustomer<'a> {
    /// A builder. Required: `customer_id`, `request_id`, `name`.
    pub fn builder() -> UpdateCustomerBuilder<'a> {
        UpdateCustomerBuilder {
            fields: __UpdateCustomerFields {
                customer_id: ::core::option::Option::None,
                company: ::core::option::Option::None,
                request_id: ::core::option::Option::None,
                name: ::core::option::Option::None,
                pan: ::core::default::Default::default(),
            },
        }
    }
}
#[allow(single_use_lifetimes)]
impl<
    'a,
    const HAS_CUSTOMER_ID: ::core::primitive::bool,
    const HAS_REQUEST_ID: ::core::primitive::bool,
    const HAS_NAME: ::core::primitive::bool,
> UpdateCustomerBuilder<'a, HAS_CUSTOMER_ID, HAS_REQUEST_ID, HAS_NAME> {
    /// The customer.
    /**

*`<customerId>` of the path.**/
    pub fn customer_id(
        mut self,
        value: CustomerId,
    ) -> UpdateCustomerBuilder<'a, true, HAS_REQUEST_ID, HAS_NAME> {
        self.fields.customer_id = ::core::option::Option::Some(value);
        UpdateCustomerBuilder {
            fields: self.fields,
        }
    }
    /// Sets `company`.
    pub fn company(mut self, value: &'a str) -> Self {
        self.fields.company = ::core::option::Option::Some(value);
        self
    }
    /// Sets `company`, or leaves it out.
    pub fn maybe_company(mut self, value: Option<&'a str>) -> Self {
        self.fields.company = value;
        self
    }
    /// Sets `request_id`.
    /**

*The header `X-Request-Id`.**/
    pub fn request_id(
        mut self,
        value: impl ::core::convert::Into<String>,
    ) -> UpdateCustomerBuilder<'a, HAS_CUSTOMER_ID, true, HAS_NAME> {
        self.fields.request_id = ::core::option::Option::Some(value.into());
        UpdateCustomerBuilder {
            fields: self.fields,
        }
    }
    /// Sets `name`.
    /**

*1 to 100 characters.**/
    pub fn name(
        mut self,
        value: impl ::core::convert::Into<String>,
    ) -> UpdateCustomerBuilder<'a, HAS_CUSTOMER_ID, HAS_REQUEST_ID, true> {
        self.fields.name = ::core::option::Option::Some(value.into());
        UpdateCustomerBuilder {
            fields: self.fields,
        }
    }
    /// Sets `pan`.
    /**

*Never printed.**/
    pub fn pan(mut self, value: impl ::core::convert::Into<String>) -> Self {
        self.fields.pan = crate::room::Patch::Value(value.into());
        self
    }
    /// Sets `pan`, or leaves it out.
    pub fn maybe_pan(mut self, value: Patch<String>) -> Self {
        self.fields.pan = value;
        self
    }
    /// The `UpdateCustomer`. Does not compile before all required fields are set.
    pub fn build(self) -> UpdateCustomer<'a>
    where
        (): __update_customer_requires::r#customer_id<HAS_CUSTOMER_ID>,
        (): __update_customer_requires::r#request_id<HAS_REQUEST_ID>,
        (): __update_customer_requires::r#name<HAS_NAME>,
    {
        UpdateCustomer {
            customer_id: crate::room::__private::required(self.fields.customer_id),
            company: self.fields.company,
            request_id: crate::room::__private::required(self.fields.request_id),
            name: crate::room::__private::required(self.fields.name),
            pan: self.fields.pan,
        }
    }
}
