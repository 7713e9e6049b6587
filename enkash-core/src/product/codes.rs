//! Result codes.

/// The meaning of a result code in the envelope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CodeMeaning {
    /// A success, as defined by the API reference.
    Success,
    /// A failure that changed nothing, as defined by the API reference.
    Refused,
    /// The id of the call was used before, as defined by the API reference.
    Duplicate,
    /// The server does not accept the token.
    TokenRefused,
    /// A failure that the API reference does not explain: the call may have been performed.
    Unexplained,
    /// Contradictory: a code with several meanings in the API reference, one of which is that the
    /// call was performed, or a failure beside a report of success.
    Contradictory,
    /// 0 or 200 of a product without defined codes.
    ProbableSuccess,
    /// Any other code of a product without defined codes, or no code.
    Undefined,
}

impl CodeMeaning {
    /// Returns whether the code reports a failure.
    #[must_use]
    pub const fn is_failure(self) -> bool {
        use CodeMeaning::{Contradictory, Duplicate, Refused, TokenRefused, Unexplained};
        matches!(self, Refused | Duplicate | TokenRefused | Unexplained | Contradictory)
    }
}

/// The meanings of a product's result codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ResultCodes {
    /// `None` if the API reference defines no codes.
    meanings: Option<&'static [(&'static [i64], CodeMeaning)]>,
}

impl ResultCodes {
    /// No defined codes: 0 and 200 probably mean success.
    pub const UNDEFINED: ResultCodes = ResultCodes { meanings: None };

    /// Defines result codes as lists of codes with their meaning.
    ///
    /// ```
    /// use enkash_core::{CodeMeaning, ResultCodes};
    ///
    /// const CODES: ResultCodes =
    ///     ResultCodes::defined(&[(&[0], CodeMeaning::Success), (&[7, 8], CodeMeaning::Refused)]);
    /// assert_eq!(CODES.meaning(8), CodeMeaning::Refused);
    /// assert_eq!(CODES.meaning(9), CodeMeaning::Unexplained);
    /// ```
    #[must_use]
    pub const fn defined(meanings: &'static [(&'static [i64], CodeMeaning)]) -> Self {
        ResultCodes { meanings: Some(meanings) }
    }

    /// Returns whether any codes are defined.
    #[must_use]
    pub const fn is_defined(&self) -> bool {
        self.meanings.is_some()
    }

    /// Returns the meaning of a code. If codes are defined, all others are unexplained.
    #[must_use]
    pub fn meaning(&self, code: i64) -> CodeMeaning {
        match self.meanings {
            Some(meanings) => meanings
                .iter()
                .find_map(|(codes, meaning)| codes.contains(&code).then_some(*meaning))
                .unwrap_or(CodeMeaning::Unexplained),
            None => match code {
                0 | 200 => CodeMeaning::ProbableSuccess,
                // Without defined codes, 1 is commonly a failure; the others are HTTP's.
                1 | 400..=599 => CodeMeaning::Unexplained,
                _ => CodeMeaning::Undefined,
            },
        }
    }

    /// Returns a code that means success.
    #[cfg(any(test, feature = "mock"))]
    pub(crate) fn success(&self) -> Option<i64> {
        let Some(meanings) = self.meanings else { return Some(0) };
        let (codes, _) = meanings.iter().find(|(_, meaning)| *meaning == CodeMeaning::Success)?;
        codes.first().copied()
    }

    /// Returns whether any code reports a refused token.
    pub(crate) fn report_refused_tokens(&self) -> bool {
        let mut meanings = self.meanings.into_iter().flatten();
        meanings.any(|(_, meaning)| *meaning == CodeMeaning::TokenRefused)
    }
}
