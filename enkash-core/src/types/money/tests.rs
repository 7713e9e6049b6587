//! Arithmetic compared with whole numbers, wire formats, rules.

use super::*;
use crate::types::money_text::MoneyText;

#[test]
fn amounts_are_written_as_numbers_with_their_own_digits() {
    for (text, json) in [
        ("0", "0"),
        ("10.00", "10"),
        ("0.1", "0.1"),
        ("-0.01", "-0.01"),
        ("999999999999.99", "999999999999.99"),
        ("123456789012345", "123456789012345"),
    ] {
        let amount: Money = text.parse().unwrap();
        assert_eq!(serde_json::to_string(&amount).unwrap(), json);
        assert_eq!(serde_json::from_str::<Money>(json).unwrap(), amount);
        assert_eq!(serde_json::from_str::<Money>(&format!("\"{text}\"")).unwrap(), amount);
    }
}

/// Generates whole numbers from a seed (xorshift).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        for shift in [13_i32, -7, 17] {
            self.0 ^= if shift > 0 { self.0 << shift } else { self.0 >> -shift };
        }
        self.0
    }

    /// Generates an amount of any size and scale, with its value in 10⁻⁶ rupees.
    fn amount(&mut self) -> (Money, i128) {
        let scale = self.next() as u32 % 7;
        let number = (self.next() as i64) >> (self.next() % 63);
        (Money(Decimal::new(number, scale)), i128::from(number) * 10_i128.pow(6 - scale))
    }
}

#[test]
fn sums_and_differences_are_those_of_whole_numbers() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let (mut balance, mut expected) = (Money::ZERO, 0_i128);
    let exactly = |millionths| Money(Decimal::from_i128_with_scale(millionths, 6));
    for round in 0..20_000 {
        let ((a, whole_a), (b, whole_b)) = (random.amount(), random.amount());
        assert_eq!(a + b, exactly(whole_a + whole_b), "{a} + {b}, round {round}");
        assert_eq!(a - b, exactly(whole_a - whole_b), "{a} - {b}, round {round}");
        assert_eq!((a + b) - b, a, "{a}, {b}");
        assert_eq!([a, b].iter().sum::<Money>(), [b, a].into_iter().sum(), "{a}, {b}");
        assert_eq!(a.cmp(&b), whole_a.cmp(&whole_b), "{a}, {b}");
        assert_eq!(a.to_string().parse(), Ok(a));
        assert_eq!(-(-a), a);
        if round % 100 == 0 {
            (balance, expected) = (Money::ZERO, 0);
        }
        balance += a;
        balance -= b;
        expected += whole_a - whole_b;
        assert_eq!(balance, exactly(expected), "round {round}");
    }
}

#[test]
fn paise_go_in_and_come_out() {
    let mut random = Random(7);
    for paise in [0, 1, -1, 99, 100, -100, i64::MAX, i64::MIN]
        .into_iter()
        .chain((0..1000).map(|_| random.next() as i64))
    {
        let amount = Money::from_paise(paise);
        assert_eq!(amount.to_paise(), Some(paise));
        assert_eq!(amount.to_string().parse::<Money>().unwrap().to_paise(), Some(paise));
        assert_eq!(Money::from(Decimal::from(amount)), amount);
    }
    for (text, paise) in [
        ("12.5", Some(1250)),
        ("12.5000", Some(1250)),
        ("-0.01", Some(-1)),
        ("100", Some(10_000)),
        ("0.001", None),
        ("12.345", None),
        ("92233720368547758.07", Some(i64::MAX)),
        ("92233720368547758.08", None),
        ("7900000000000000000000000000", None),
    ] {
        assert_eq!(text.parse::<Money>().unwrap().to_paise(), paise, "{text}");
    }
}

#[test]
fn what_does_not_fit_is_out_of_range_and_stays_so() {
    let parse = |text: &str| text.parse::<Money>().unwrap();
    let (huge, tiny) =
        (parse("79228162514264337593543950334"), parse("0.0000000000000000000000000001"));
    for (sum, checked, sign) in [
        (huge + huge, huge.checked_add(huge), 1),
        (huge + Money::from_rupees(1), huge.checked_add(Money::from_rupees(1)), 1),
        (-huge - huge, (-huge).checked_sub(huge), -1),
        // It would lose digits.
        (huge + tiny, huge.checked_add(tiny), 1),
        (tiny - huge, tiny.checked_sub(huge), -1),
    ] {
        assert!(checked.is_none() && sum.is_out_of_range(), "{sum}");
        assert_eq!(sum > Money::ZERO, sign > 0);
        let mut later = sum - huge - huge;
        later -= sum;
        later += Money::from_rupees(1);
        assert!(later.is_out_of_range(), "{later}");
        assert_eq!((later.to_paise(), later.to_string().as_str()), (None, "out of range"));
        assert!(serde_json::to_string(&later).is_err());
        assert!(serde_json::to_string(&MoneyText(later)).is_err());
        let mut found = Violations::new();
        later.check(&Rules::new(), &FieldPath::TOP, &mut found);
        assert_eq!(found.len(), 1, "no request carries it");
    }
    let mut doubled = Money::from_paise(1);
    for _ in 0..1000 {
        doubled += doubled;
    }
    assert!(doubled.is_out_of_range());
    // These results fit.
    assert_eq!(huge - huge, Money::ZERO);
    assert_eq!(
        parse("7922816251426433759354395033.5") + parse("0.5"),
        parse("7922816251426433759354395034")
    );
    // No string parses as an amount that is out of range.
    assert_eq!("79228162514264337593543950335".parse::<Money>(), Err(ParseMoneyError));
    assert_eq!([Some(huge), None].into_iter().sum::<Option<Money>>(), None);
}

#[test]
fn a_zero_has_no_sign() {
    for zero in
        [-Money::ZERO, Money::from_paise(5) - Money::from_paise(5), "-0.00".parse().unwrap()]
    {
        assert!(!zero.to_string().contains('-'), "{zero}");
    }
}

#[test]
fn sixteen_digits_are_one_too_many() {
    let mut found = Violations::new();
    "123456789012345.6".parse::<Money>().unwrap().check(
        &Rules::new(),
        &FieldPath::TOP.field("amount"),
        &mut found,
    );
    assert_eq!(found.to_string(), "`amount` must have no more than 15 significant digits");
}

#[test]
fn decimals_and_range_hold() {
    let rules = Rules::new().with_decimals(2).with_range(Some(Bound::inclusive(1, 1)), None);
    for (text, broken) in [("0.10", 0), ("0.09", 1), ("0.105", 1), ("0.005", 2), ("7", 0)] {
        let mut found = Violations::new();
        text.parse::<Money>().unwrap().check(&rules, &FieldPath::TOP, &mut found);
        assert_eq!(found.len(), broken, "{text}: {found}");
    }
}

#[test]
fn other_texts_are_no_amounts() {
    for json in [
        "\"\"",
        "\"12,50\"",
        "\"abc\"",
        "\"1_000\"",
        "\"₹5\"",
        "\"NaN\"",
        "\"1e400\"",
        "\"1e-400\"",
        "true",
        "null",
        "[]",
        "{}",
        "{\"a\":\"1\"}",
    ] {
        assert!(serde_json::from_str::<Money>(json).is_err(), "{json}");
    }
    assert_eq!(serde_json::from_str::<Money>("1e3").unwrap(), Money::from_rupees(1000));
}
