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
crate::room::__record! {
    [< 'a >] [UpdateCustomer < 'a >] []
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
crate::room::__builder! {
    pub UpdateCustomer UpdateCustomerBuilder __UpdateCustomerParts __update_customer['a,]
    ['a,] [] ['a, crate ::room::__private::Missing, crate ::room::__private::Missing,
    crate ::room::__private::Missing] [pub enum customer_id {} pub enum request_id {} pub
    enum name {}] [__S0 : crate ::room::__private::Given < __update_customer::customer_id
    >, __S1 : crate ::room::__private::Given < __update_customer::request_id >, __S2 :
    crate ::room::__private::Given < __update_customer::name >] required __S0[] [#[doc =
    " The customer."]] customer_id customer_id : CustomerId['a, crate
    ::room::__private::Set, __S1, __S2,] into __S1[] [] request_id request_id :
    String['a, __S0, crate ::room::__private::Set, __S2,] into __S2[] [] name name :
    String['a, __S0, __S1, crate ::room::__private::Set,] option[] [] company company :
    Option < & 'a str > [& 'a str] default[] [] pan pan : Patch < String >
}
