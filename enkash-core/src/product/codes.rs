//! What result codes mean.

/// What a result code in the envelope means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CodeMeaning {
    /// The API reference defines it as success.
    Success,
    /// The API reference defines it as a failure that changed nothing.
    Refused,
    /// The API reference defines it as the response to an id that was used before.
    Duplicate,
    /// The token is not accepted (any more).
    TokenRefused,
    /// A failure that the API reference does not explain: it is unknown whether the call was
    /// performed.
    Unexplained,
    /// The API reference gives it meanings that contradict each other: one of them says that the
    /// call was performed.
    Contradictory,
    /// 0 and 200, where the API reference defines no codes for the product.
    ProbableSuccess,
    /// Any other code where the API reference defines none, or no code at all.
    Undefined,
}

impl CodeMeaning {
    /// Whether the code reports a failure.
    #[must_use]
    pub const fn is_failure(self) -> bool {
        use CodeMeaning::{Contradictory, Duplicate, Refused, TokenRefused, Unexplained};
        matches!(self, Refused | Duplicate | TokenRefused | Unexplained | Contradictory)
    }
}

/// What the result codes of a product mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ResultCodes {
    /// `None` if the API reference defines no codes.
    meanings: Option<&'static [(&'static [i64], CodeMeaning)]>,
}

impl ResultCodes {
    /// None are defined, as far as anybody knows: 0 and 200 probably mean success.
    pub const UNDEFINED: ResultCodes = ResultCodes { meanings: None };

    /// These, each list with what its codes mean.
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

    /// Whether any are defined.
    #[must_use]
    pub const fn is_defined(&self) -> bool {
        self.meanings.is_some()
    }

    /// What a code means. One that is not among the defined ones is unexplained.
    #[must_use]
    pub fn meaning(&self, code: i64) -> CodeMeaning {
        match self.meanings {
            Some(meanings) => meanings
                .iter()
                .find_map(|(codes, meaning)| codes.contains(&code).then_some(*meaning))
                .unwrap_or(CodeMeaning::Unexplained),
            None => match code {
                0 | 200 => CodeMeaning::ProbableSuccess,
                // 1 is a failure in three sister products; the others are HTTP's.
                1 | 400..=599 => CodeMeaning::Unexplained,
                _ => CodeMeaning::Undefined,
            },
        }
    }

    /// A code that means success.
    #[cfg(any(test, feature = "mock"))]
    pub(crate) fn success(&self) -> Option<i64> {
        let Some(meanings) = self.meanings else { return Some(0) };
        let (codes, _) = meanings.iter().find(|(_, meaning)| *meaning == CodeMeaning::Success)?;
        codes.first().copied()
    }

    /// Whether a code reports a refused token.
    pub(crate) fn report_refused_tokens(&self) -> bool {
        let mut meanings = self.meanings.into_iter().flatten();
        meanings.any(|(_, meaning)| *meaning == CodeMeaning::TokenRefused)
    }
}
