//! A string that matches a pattern.

use regex_syntax::hir::{Class, Hir, HirKind};

use super::scramble;

/// A short string that matches `pattern`; `None` where the pattern cannot be read.
pub(super) fn matching(pattern: &str, seed: u64) -> Option<String> {
    let mut maker = Maker { state: seed, text: String::new() };
    maker.write(&regex_syntax::parse(pattern).ok()?);
    Some(maker.text)
}

struct Maker {
    state: u64,
    text: String,
}

impl Maker {
    fn write(&mut self, hir: &Hir) {
        match hir.kind() {
            HirKind::Empty | HirKind::Look(_) => {}
            HirKind::Literal(literal) => self.text.push_str(&String::from_utf8_lossy(&literal.0)),
            HirKind::Class(class) => self.character(class),
            HirKind::Repetition(repetition) => {
                for _ in 0..repetition.min {
                    self.write(&repetition.sub);
                }
            }
            HirKind::Capture(capture) => self.write(&capture.sub),
            HirKind::Concat(parts) => parts.iter().for_each(|part| self.write(part)),
            HirKind::Alternation(parts) => {
                // An empty alternative matches, but a longer one is the better
                // example.
                let fuller = parts.iter().find(|part| part.properties().minimum_len() != Some(0));
                if let Some(part) = fuller.or_else(|| parts.first()) {
                    self.write(part);
                }
            }
        }
    }

    /// Prefers letters and digits over signs.
    fn character(&mut self, class: &Class) {
        self.state = scramble(self.state);
        let candidates = (' '..='~').filter(|candidate| holds(class, *candidate));
        let candidates = candidates.collect::<Vec<_>>();
        let plain = candidates.iter().filter(|one| one.is_ascii_alphanumeric());
        let plain = plain.copied().collect::<Vec<_>>();
        let from = if plain.is_empty() { &candidates } else { &plain };
        let index = usize::try_from(self.state % from.len().max(1) as u64).unwrap_or(0);
        self.text.extend(from.get(index));
    }
}

fn holds(class: &Class, candidate: char) -> bool {
    match class {
        Class::Unicode(class) => {
            let mut ranges = class.ranges().iter();
            ranges.any(|range| (range.start()..=range.end()).contains(&candidate))
        }
        Class::Bytes(class) => {
            let mut ranges = class.ranges().iter();
            u8::try_from(candidate)
                .is_ok_and(|byte| ranges.any(|range| (range.start()..=range.end()).contains(&byte)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_match_their_patterns() {
        for pattern in [
            "^KC[A-Z0-9]{14}$",
            r"^$|^((\+|00)(\d{1,3})[\s-]?)?(\d{10})$",
            "^$|^[A-Za-z]{4}0[A-Z0-9a-z]{6}$",
            r#"^([^\\\"]){1,100}$"#,
            "^[INV]{3}[A-Za-z0-9]{32,32}$",
            r"^[a-zA-Z0-9._%+-]+@[a-zA-Z0-9.-]+\.[a-zA-Z]{2,}$",
        ] {
            let schema = serde_json::json!({"type": "string", "pattern": pattern});
            let validator = crate::catalogue::formats::options().build(&schema).unwrap();
            for seed in 0..20 {
                let text = matching(pattern, seed).unwrap();
                assert!(validator.is_valid(&serde_json::json!(text)), "{pattern} {text}");
                assert!(!text.is_empty(), "{pattern}");
            }
        }
        assert_eq!(matching("(", 1), None);
    }
}
