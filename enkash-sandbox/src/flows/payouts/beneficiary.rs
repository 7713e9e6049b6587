//! Payees.

use serde_json::{Value, json};

use crate::exchange::Violation;
use crate::exchange::{Call, Outcome, Refusal};
use crate::journal::{Action, Effect};
use crate::state::State;

pub(super) fn create(state: &State, call: &Call<'_>) -> Result<Outcome, Refusal> {
    let id = call.string("beneficiaryId").unwrap_or_default();
    let violations = violations(call);
    if !violations.is_empty() {
        return Err(Refusal { status: 422, ..Refusal::violations(violations) });
    }
    one_destination(&call.body)?;
    let mut store = state.payouts();
    if !store.beneficiaries.insert(id.to_owned()) {
        return Err(Refusal::duplicate("Beneficiary", id));
    }
    let mut stored = call.body.as_object().cloned().unwrap_or_default();
    stored.insert("createdOn".to_owned(), json!(state.clock.instant()));
    let effect = Effect::new(Action::BeneficiaryAdded, id);
    Ok(Outcome::whole(Value::Object(stored)).with([effect]))
}

/// The rules that the API reference gives in words.
fn violations(call: &Call<'_>) -> Vec<Violation> {
    let mut found = Vec::new();
    let mut rule = |name: &str, holds: fn(&str) -> bool, message: &str| {
        if call.string(name).is_some_and(|text| !holds(text)) {
            found.push(Violation::new(name, message));
        }
    };
    let alphanumeric =
        |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let letters = |text: &str| {
        !text.is_empty() && text.chars().all(|letter| letter == ' ' || letter.is_ascii_alphabetic())
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    rule("beneficiaryId", alphanumeric, "must be letters and digits only");
    rule("beneficiaryName", letters, "must be letters and spaces only");
    rule("beneficiaryPincode", digits, "must be digits only");
    rule("vpaHandle", is_vpa, "must be a UPI address");
    found
}

fn is_vpa(text: &str) -> bool {
    let word = |part: &str, signs: &[char]| {
        !part.is_empty()
            && part.chars().all(|sign| sign.is_ascii_alphanumeric() || signs.contains(&sign))
    };
    let parts = text.split_once('@');
    parts.is_some_and(|(name, bank)| word(name, &['.', '_', '-']) && word(bank, &['.', '_']))
}

/// Where the money of a payee given inline goes. The name of its IFSC is lost in the API reference,
/// so that none is asked for.
pub(super) fn inline_destination(payee: &Value) -> Result<(), Refusal> {
    match (given(payee, "beneficiaryAccountNumber"), given(payee, "vpaHandle")) {
        (true, true) => Err(Refusal::new(412, "Bank account and VPA are both given")),
        (false, false) => Err(Refusal::unprocessable("No beneficiary details present")),
        _ => Ok(()),
    }
}

fn given(payee: &Value, name: &str) -> bool {
    payee[name].as_str().is_some_and(|text| !text.is_empty())
}

/// Either a bank account, number and IFSC together, or a UPI address.
fn one_destination(payee: &Value) -> Result<(), Refusal> {
    let (account, vpa) = (given(payee, "beneficiaryAccountNumber"), given(payee, "vpaHandle"));
    let ifsc = given(payee, "beneficiaryIfsc");
    match (account, ifsc, vpa) {
        (true, true, false) | (false, false, true) => Ok(()),
        (false, false, false) => Err(Refusal::unprocessable("No beneficiary details present")),
        (_, _, true) => Err(Refusal::new(412, "Bank account and VPA are both given")),
        (_, _, false) => Err(Refusal::new(412, "Bank account and IFSC are both required")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn upi_addresses() {
        assert!(is_vpa("payee.one_two-3@testbank"));
        for bad in ["", "payee", "@bank", "payee@", "a@b@c", "payee@te-st", "a b@c"] {
            assert!(!is_vpa(bad), "{bad}");
        }
    }

    #[test]
    fn one_destination_and_a_whole_one() {
        let refused = |payee: Value| one_destination(&payee).err().map(|refusal| refusal.status);
        assert_eq!(refused(json!({"beneficiaryAccountNumber": "1", "beneficiaryIfsc": "2"})), None);
        assert_eq!(refused(json!({"vpaHandle": "a@b"})), None);
        assert_eq!(refused(json!({})), Some(422));
        assert_eq!(refused(json!({"beneficiaryAccountNumber": "1"})), Some(412));
        assert_eq!(refused(json!({"beneficiaryIfsc": "1", "vpaHandle": "a@b"})), Some(412));
    }
}
