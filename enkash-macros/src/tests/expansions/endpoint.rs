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
crate::room::__builder! {
    [#[allow(single_use_lifetimes,)]] pub UpdateCustomer UpdateCustomerBuilder
    __UpdateCustomerParts __update_customer['a,] @ for ['a,] [] [r#customer_id
    r#request_id r#name] [] [] required @ for ['a,] Set0 #[doc = " The customer."]
    customer_id customer_id : CustomerId; into @ for ['a,] Set1 request_id request_id :
    String; into @ for ['a,] Set2 name name : String; option company company : Option < &
    'a str >, & 'a str; default pan pan : Patch < String >;
}
