#[derive(::core::clone::Clone)]
/// Updates a customer.
#[derive(PartialEq)]
/**

`PUT /api/v0/customer/<customerId>`*/
pub struct UpdateCustomer<'a> {
    /// The customer.
    pub customer_id: CustomerId,
    pub company: Option<&'a str>,
    pub request_id: String,
    pub name: String,
    pub pan: Patch<String>,
}
#[automatically_derived]
#[allow(deprecated, non_snake_case)]
impl<'a> crate::room::__private::Record for UpdateCustomer<'a> {
    const NAME: &'static ::core::primitive::str = "UpdateCustomer";
    const FIELDS: &'static [crate::room::__private::Field] = &[
        crate::room::__private::Field::new(
            crate::room::__private::Place::Path,
            "customer_id",
            "customerId",
        ),
        crate::room::__private::Field::new(
                crate::room::__private::Place::Query,
                "company",
                "company",
            )
            .optional(),
        crate::room::__private::Field::new(
            crate::room::__private::Place::Header,
            "request_id",
            "X-Request-Id",
        ),
        crate::room::__private::Field::new(
                crate::room::__private::Place::Body,
                "name",
                "name",
            )
            .rules(&crate::room::__private::Rules::new().length(1usize, 100usize)),
        crate::room::__private::Field::new(
                crate::room::__private::Place::Body,
                "pan",
                "pan",
            )
            .optional()
            .sensitive(),
    ];
    fn visit<__Visitor: crate::room::__private::Visitor>(
        &self,
        __visitor: &mut __Visitor,
    ) {
        let Self {
            customer_id: __of_customer_id,
            company: __of_company,
            request_id: __of_request_id,
            name: __of_name,
            pan: __of_pan,
        } = self;
        __visitor.path(0usize, __of_customer_id);
        __visitor.query(1usize, crate::room::__private::guard::option(__of_company));
        __visitor.header(2usize, __of_request_id);
        __visitor.body(3usize, crate::room::__private::guard::text(__of_name));
        __visitor.body(4usize, crate::room::__private::guard::patch(__of_pan));
    }
}
#[automatically_derived]
impl<'a> ::core::fmt::Debug for UpdateCustomer<'a> {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        crate::room::__private::debug_record(self, __f)
    }
}
#[automatically_derived]
impl<'a> crate::room::__private::serde::Serialize for UpdateCustomer<'a> {
    fn serialize<__S: crate::room::__private::serde::Serializer>(
        &self,
        __serializer: __S,
    ) -> ::core::result::Result<__S::Ok, __S::Error> {
        crate::room::__private::serialize_record(self, __serializer)
    }
}
#[automatically_derived]
impl<'a> crate::room::__private::Endpoint for UpdateCustomer<'a> {
    type Response = Customer;
    const INFO: &'static crate::room::EndpointInfo = &crate::room::EndpointInfo::new(
            "UpdateCustomer",
            crate::room::__private::Method::PUT,
            "/api/v0/customer/<customerId>",
            <Self as crate::room::__private::Record>::FIELDS,
            false,
        )
        .unique("request_id");
}
#[allow(dead_code, single_use_lifetimes)]
impl<'a> UpdateCustomer<'a> {
    /// Checks and writes the request, and returns the call as a future that borrows nothing.
    pub fn send(&self, client: &crate::room::Client) -> crate::room::Sending<Customer> {
        crate::room::__private::send(self, client)
    }
    /// The call with settings of its own, such as a time limit.
    pub fn call(&self) -> crate::room::Call<'_, Self> {
        crate::room::Call::new(self)
    }
}
#[doc(hidden)]
#[allow(non_camel_case_types, missing_docs, unreachable_pub)]
pub mod __update_customer {
    pub enum customer_id {}
    pub enum request_id {}
    pub enum name {}
}
#[doc(hidden)]
#[allow(
    deprecated,
    missing_debug_implementations,
    missing_docs,
    non_snake_case,
    unreachable_pub
)]
pub struct __UpdateCustomerParts<'a> {
    customer_id: ::core::option::Option<CustomerId>,
    company: Option<&'a str>,
    request_id: ::core::option::Option<String>,
    name: ::core::option::Option<String>,
    pan: Patch<String>,
}
///Builds a [`UpdateCustomer`]; what is required and not set does not compile.
#[must_use]
#[allow(missing_debug_implementations, unreachable_pub)]
pub struct UpdateCustomerBuilder<'a, __S0, __S1, __S2>(
    __UpdateCustomerParts<'a>,
    crate::room::__private::State<(__S0, __S1, __S2)>,
);
#[allow(dead_code, deprecated, non_snake_case, single_use_lifetimes, unreachable_pub)]
impl<'a> UpdateCustomer<'a> {
    ///A builder for [`UpdateCustomer`], whose required fields the compiler asks for.
    pub fn builder() -> UpdateCustomerBuilder<
        'a,
        crate::room::__private::Missing,
        crate::room::__private::Missing,
        crate::room::__private::Missing,
    > {
        UpdateCustomerBuilder(
            __UpdateCustomerParts {
                customer_id: ::core::option::Option::None,
                company: ::core::option::Option::None,
                request_id: ::core::option::Option::None,
                name: ::core::option::Option::None,
                pan: crate::room::Patch::Absent,
            },
            crate::room::__private::State::START,
        )
    }
}
#[allow(dead_code, deprecated, non_snake_case, single_use_lifetimes, unreachable_pub)]
impl<'a, __S0, __S1, __S2> UpdateCustomerBuilder<'a, __S0, __S1, __S2> {
    /// The customer.
    pub fn customer_id(
        mut self,
        customer_id: CustomerId,
    ) -> UpdateCustomerBuilder<'a, crate::room::__private::Set, __S1, __S2> {
        self.0.customer_id.replace(customer_id);
        UpdateCustomerBuilder(self.0, self.1.next())
    }
    pub fn company(
        mut self,
        company: impl crate::room::__private::IntoOption<&'a str>,
    ) -> Self {
        self.0.company = company.into_option();
        self
    }
    pub fn request_id(
        mut self,
        request_id: impl ::core::convert::Into<String>,
    ) -> UpdateCustomerBuilder<'a, __S0, crate::room::__private::Set, __S2> {
        self.0.request_id.replace(request_id.into());
        UpdateCustomerBuilder(self.0, self.1.next())
    }
    pub fn name(
        mut self,
        name: impl ::core::convert::Into<String>,
    ) -> UpdateCustomerBuilder<'a, __S0, __S1, crate::room::__private::Set> {
        self.0.name.replace(name.into());
        UpdateCustomerBuilder(self.0, self.1.next())
    }
    pub fn pan(mut self, pan: impl ::core::convert::Into<Patch<String>>) -> Self {
        self.0.pan = pan.into();
        self
    }
    ///The [`UpdateCustomer`] with the values that were set.
    pub fn build(self) -> UpdateCustomer<'a>
    where
        __S0: crate::room::__private::Given<__update_customer::customer_id>,
        __S1: crate::room::__private::Given<__update_customer::request_id>,
        __S2: crate::room::__private::Given<__update_customer::name>,
    {
        UpdateCustomer {
            customer_id: crate::room::__private::given(self.0.customer_id),
            company: self.0.company,
            request_id: crate::room::__private::given(self.0.request_id),
            name: crate::room::__private::given(self.0.name),
            pan: self.0.pan,
        }
    }
}
