//! A program names every type that it meets by `enkash_endpoints` alone.

use enkash_endpoints::mock::Mock;
use enkash_endpoints::{
    Attempt, AuthErrorKind, BaseUrl, BodyEncoding, BodyForm, CallAuth, Client, ENVELOPE,
    EndpointInfo, Environment, Error, ErrorKind, Field, HeaderMap, Identifier, InvalidBaseUrl,
    Json, Location, Method, Outcome, ParseMoneyError, Pattern, Payload, PreparedRequest, Product,
    RawCall, Reply, ResponseFormat, RetryPolicy, Rules, StatusCode, Transport, TransportError,
    TransportErrorKind, TransportFuture, TransportResponse, Url,
};

/// A transport that loses the first request of a call and passes the others on.
struct Lossy(Mock);

impl Transport for Lossy {
    fn send(&self, request: PreparedRequest, attempt: Attempt) -> TransportFuture {
        if attempt.number > 1 || attempt.token_request {
            return self.0.send(request, attempt);
        }
        let error = TransportError::new(TransportErrorKind::Connect, Outcome::NotSent);
        Box::pin(async move { Err::<TransportResponse, _>(error) })
    }
}

/// What a program may do about an error.
fn advice(error: &Error) -> &'static str {
    match error {
        Error::Transport(error) if error.kind() == TransportErrorKind::Connect => {
            "look at the network"
        }
        Error::Auth(error) if error.kind() == AuthErrorKind::Refused => "correct the credentials",
        Error::Api(error) if error.body_form() == BodyForm::NotJson => "look at the gateway",
        error if error.kind() == ErrorKind::Config => "correct the settings",
        _ => "look up the result",
    }
}

async fn health(client: &Client) -> Result<Reply<Json>, Error> {
    const PRODUCT: Product = Product::new("example").envelope(&ENVELOPE);
    let call: RawCall = client.raw(&PRODUCT, Method::GET, "/api/v0/health").auth(CallAuth::None);
    call.encrypt(false).send_as().await
}

#[tokio::test(start_paused = true)]
async fn errors_calls_and_transports_have_their_names_in_enkash_endpoints() {
    let mock = Mock::new();
    mock.on_any().payload(&"fine").raw(400, "<html>");
    let lossy = |policy| {
        mock.client_builder().retry(policy).transport(Lossy(mock.clone())).build().unwrap()
    };

    let client = lossy(RetryPolicy::never());
    let error = health(&client).await.unwrap_err();
    assert!(error.is_connect());
    assert_eq!(advice(&error), "look at the network");

    let client = lossy(RetryPolicy::default());
    assert_eq!(health(&client).await.unwrap().attempts(), 2);
    let error = health(&client).await.unwrap_err();
    let headers: Option<&HeaderMap> = error.api().map(|api| api.headers());
    let status: Option<StatusCode> = error.api().map(|api| api.status());
    assert_eq!(
        (headers.is_some(), status, advice(&error)),
        (true, Some(StatusCode::BAD_REQUEST), "look at the gateway")
    );
}

#[test]
fn parsed_values_and_their_errors_have_their_names_in_enkash_endpoints() {
    let base: BaseUrl = "https://api.example.com/gw".parse().unwrap();
    let url: &Url = base.url();
    assert_eq!(url.path(), "/gw");
    let wrong: InvalidBaseUrl = "http://api.example.com".parse::<BaseUrl>().unwrap_err();
    assert!(wrong.to_string().contains("use https"));
    let wrong: ParseMoneyError = "1,5".parse::<enkash_endpoints::Money>().unwrap_err();
    assert!(!wrong.to_string().is_empty());

    fn pattern_of<T: Identifier>() -> &'static Pattern {
        &T::PATTERN
    }
    assert!(pattern_of::<enkash_endpoints::ids::CustomerId>().is_match("KC0123456789ABCD"));
    fn is_payload<T: Payload>() {}
    is_payload::<Json>();
}

#[cfg(feature = "accounts-receivable")]
#[test]
fn the_facts_of_an_endpoint_have_their_names_in_enkash_endpoints() {
    use enkash_endpoints::Endpoint;
    use enkash_endpoints::accounts_receivable::ActivateCustomer;

    let info: &EndpointInfo = ActivateCustomer::INFO;
    let facts: (&Method, BodyEncoding, ResponseFormat, CallAuth) =
        (info.method(), info.body(), info.response_format(), info.auth());
    assert_eq!((facts.0, facts.1, facts.3), (&Method::PUT, BodyEncoding::Json, CallAuth::Product));
    let field: &Field = &info.fields()[0];
    let rules: &Rules = field.rules();
    assert_eq!((field.location(), rules.items()), (Location::Path, None));
    assert_eq!(info.product().default_base_url(Some(Environment::Live)), None);
}

#[test]
fn the_traits_of_field_types_have_their_names_in_enkash_endpoints() {
    use std::net::Ipv4Addr;

    use enkash_endpoints::{
        AsText, DecimalValue, ExtraValue, FieldPath, FilePart, JsonMap, ListValue, Money,
        NumberValue, PartContent, PartValue, PathValue, QueryValue, ReadValue, TextValue, Value,
        Violations,
    };

    fn everywhere<T: Value + ReadValue + PathValue + QueryValue + PartValue>(
        value: &T,
    ) -> Violations {
        let mut found = Violations::new();
        value.check(Rules::NONE, &FieldPath::TOP.field("value"), &mut found);
        value.each_part(&mut |part| {
            assert!(matches!(part, PartContent::Text(text) if text == value.text()))
        });
        found
    }
    assert!(everywhere(&AsText(Ipv4Addr::LOCALHOST)).is_empty());
    assert!(everywhere(&Money::from_paise(1)).is_empty());

    fn types_with_rules<
        T: TextValue,
        N: NumberValue + DecimalValue,
        L: ListValue,
        F: PartValue,
        E: ExtraValue,
    >() {
    }
    types_with_rules::<String, Money, Vec<Money>, FilePart, JsonMap>();
}
