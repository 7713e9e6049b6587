//! Refuses settings with stray white space or invisible characters.

use std::fmt;

use crate::error::ConfigError;

/// Refuses a string that was probably copied incorrectly: an empty one, one that starts or ends
/// with white space or an invisible character, or one with a control character. A server would
/// refuse it as a wrong password, and lock the account after a few attempts.
///
/// # Errors
/// Returns an error that contains the name of the setting, but not its value.
pub(crate) fn check(name: impl fmt::Display, text: &str) -> Result<(), ConfigError> {
    let wrong = if text.is_empty() {
        "is empty"
    } else if text.starts_with(is_invisible) {
        "starts with white space or an invisible character; remove it"
    } else if text.ends_with(is_invisible) {
        "ends with white space or an invisible character, such as a line break; remove it"
    } else if text.contains(char::is_control) {
        "contains a control character; remove it"
    } else {
        return Ok(());
    };
    Err(ConfigError::new(format!("{name} {wrong}")))
}

/// Returns whether a character is white space, a control character, a noncharacter or invisible:
/// Unicode's `Default_Ignorable_Code_Point`, the blank Braille pattern, and the object replacement
/// character.
fn is_invisible(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff0}'..='\u{fffc}' | '\u{fffe}'..='\u{ffff}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_copied_along_is_refused_and_not_shown() {
        for extra in [
            " ",
            "\t",
            "\n",
            "\r\n",
            "\0",
            "\u{7f}",
            "\u{85}",
            "\u{a0}",
            "\u{2028}",
            "\u{3000}",
            "\u{feff}",
            "\u{200b}",
            "\u{2060}",
            "\u{ad}",
            "\u{3164}",
            "\u{2800}",
            "\u{fe0f}",
            "\u{fffe}",
            "\u{e0020}",
        ] {
            for text in [format!("{extra}planted"), format!("planted{extra}"), extra.to_owned()] {
                let error = check("`a`", &text).unwrap_err().to_string();
                assert!(
                    error.starts_with("`a` ") && !error.contains("planted"),
                    "{extra:?}: {error}"
                );
            }
        }
        for text in ["", "pla\nnted", "pla\0nted", "pla\u{9b}nted"] {
            assert!(check("`a`", text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn everything_else_is_taken() {
        for text in ["x", "two words", "p\u{e4}ss\u{20b9}\u{1f600}", "\"'%&;:/\\", "a\u{feff}b"] {
            assert!(check("`a`", text).is_ok(), "{text:?}");
        }
    }
}
