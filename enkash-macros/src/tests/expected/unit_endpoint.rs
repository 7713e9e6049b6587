#[derive(::core::clone::Clone)]
/// `GET /ping`
///
/// - Returns: [`Reply<Text>`](crate::room::Text)
/// - [Product](PRODUCT), with its base URLs, authentication and encryption
/// - Idempotent: the client sends it again after a lost connection
///
#[allow(rustdoc::private_intra_doc_links)]
struct Ping;
struct __PingFields {}
/// A builder of `Ping`. A parameter `HAS_…` is `true` if that required field is set.
#[must_use]
struct PingBuilder {
    fields: __PingFields,
}
impl PingBuilder {
    /// Builds the `Ping`. Compiles only if all required fields are set.
    pub fn build(self) -> Ping {
        Ping {}
    }
}
const _: () = {
    use crate::room::__private0_1_0 as __private;
    #[automatically_derived]
    impl __private::Record for Ping {
        const NAME: &'static ::core::primitive::str = "Ping";
        const FIELDS: &'static [__private::Field] = &[];
        fn visit<__V: __private::Visitor>(&self, visitor: &mut __V) {}
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for Ping {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __private::debug_record(self, f)
        }
    }
    #[automatically_derived]
    impl __private::serde::Serialize for Ping {
        fn serialize<__S: __private::serde::Serializer>(
            &self,
            serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            __private::serialize_record(self, serializer)
        }
    }
    #[automatically_derived]
    impl __private::Endpoint for Ping {
        type Response = __private::Text;
        const INFO: &'static __private::EndpointInfo = &__private::EndpointInfo {
            name: "Ping",
            fields: <Self as __private::Record>::FIELDS,
            method: __private::Method::GET,
            template: "/ping",
            product: &PRODUCT,
            body: __private::BodyEncoding::Json,
            response_format: __private::ResponseFormat::Enveloped,
            auth: __private::CallAuth::Product,
            token_request: false,
            encrypt: ::core::option::Option::None,
            idempotent: true,
            unique: ::core::option::Option::None,
            docs: ::core::option::Option::None,
            response: __private::TypeInfo::NONE,
        };
    }
    impl Ping {
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
    impl Ping {
        /// Returns a builder. No field is required.
        pub fn builder() -> PingBuilder {
            PingBuilder {
                fields: __PingFields {},
            }
        }
    }
    impl PingBuilder {}
};
