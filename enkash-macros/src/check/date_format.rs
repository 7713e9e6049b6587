//! `#[format]`: the date formats of the API reference, translated.

use syn::{Attribute, Type};

use super::rules::{fits, string};
use crate::declaration::DateFormat;
use crate::diagnostic::{Code, Sink, list};
use crate::types;

/// The letters of the API reference's date formats (Java's `DateTimeFormatter`) and jiff's for the
/// same.
const LETTERS: [(&str, &str, &str); 11] = [
    ("yyyy", "%Y", "date"),
    ("yy", "%y", "date"),
    ("MMM", "%b", "date"),
    ("MM", "%m", "date"),
    ("dd", "%d", "date"),
    ("HH", "%H", "time"),
    ("hh", "%I", "time"),
    ("mm", "%M", "time"),
    ("ss", "%S", "time"),
    ("SSS", "%3f", "time"),
    ("a", "%p", "time"),
];

/// Letters that others write, and what they are here.
const OTHERS: [(&str, &str); 19] = [
    ("YYYY", "yyyy"),
    ("YY", "yy"),
    ("DD", "dd"),
    ("d", "dd"),
    ("D", "dd"),
    ("M", "MM"),
    ("MMMM", "MMM"),
    ("H", "HH"),
    ("h", "hh"),
    ("m", "mm"),
    ("SS", "ss"),
    ("s", "ss"),
    ("A", "a"),
    ("uuuu", "yyyy"),
    ("y", "yyyy"),
    ("T", "'T'"),
    ("Z", "'Z'"),
    ("z", "'Z'"),
    ("S", "SSS"),
];

/// Translates a date format as the API reference writes it, such as `yyyy-MM-dd HH:mm:ss`, into a
/// `strftime` one.
pub(super) fn format(attribute: &Attribute, ty: &Type, sink: &mut Sink) -> Option<DateFormat> {
    if !fits("format", attribute, ty, sink) {
        return None;
    }
    let literal = string(attribute, Code::Format, "#[format(\"yyyy-MM-dd HH:mm:ss\")]", sink)?;
    let source = literal.value();
    match translate(&source, &types::name(types::leaf(ty)).unwrap_or_default()) {
        Ok(strftime) => Some(DateFormat { source, strftime }),
        Err((wrong, help)) => {
            sink.report(&literal, Code::Format, wrong, help);
            None
        }
    }
}

/// The format for a type, or what is wrong and what to write.
fn translate(source: &str, type_name: &str) -> Result<String, (String, String)> {
    if source.contains('%') && LETTERS.iter().any(|(_, letters, _)| source.contains(letters)) {
        let mut better = source.to_owned();
        for (name, letters, _) in LETTERS {
            better = better.replace(letters, name);
        }
        return Err((
            "this is a `strftime` format".to_owned(),
            format!("write `#[format(\"{better}\")]`"),
        ));
    }
    let letters: String = source.chars().filter(char::is_ascii_alphanumeric).collect();
    if ["date", "datetime", "time", "iso", "iso8601", "rfc3339"].contains(&&*letters.to_lowercase())
    {
        let help = "remove it for ISO 8601, or write the parts, as in `#[format(\"yyyy-MM-dd\")]`";
        return Err((format!("`{source}` has no parts of a date or time"), help.to_owned()));
    }
    let (mut out, mut better, mut wrong) = (String::new(), String::new(), None);
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        if first == '\'' {
            // Quoted text is literal, and two quotes are one.
            let Some((quoted, after)) = rest[1..].split_once('\'') else {
                let help = format!("write `#[format(\"{source}'\")]`");
                return Err(("a quote is not closed".to_owned(), help));
            };
            out.push_str(&if quoted.is_empty() {
                "'".to_owned()
            } else {
                quoted.replace('%', "%%")
            });
            better.push_str(&rest[..quoted.len() + 2]);
            rest = after;
            continue;
        }
        let run = match first.is_ascii_alphabetic() {
            true => &rest[..rest.len() - rest.trim_start_matches(first).len()],
            false => &rest[..first.len_utf8()],
        };
        rest = &rest[run.len()..];
        let known = LETTERS.iter().find(|(name, ..)| *name == run);
        match known {
            None if !first.is_ascii_alphabetic() => {
                out.push_str(if first == '%' { "%%" } else { run });
                better.push_str(run);
            }
            None => {
                wrong.get_or_insert_with(|| format!("`{run}` is not a part of a date or time"));
                match OTHERS.iter().find(|(other, _)| *other == run) {
                    Some((_, meant)) => better.push_str(meant),
                    None => better.push_str(run),
                }
            }
            Some((_, _, part))
                if matches!((type_name, *part), ("Date", "time") | ("Time", "date")) =>
            {
                let other = if run == "mm" { "MM" } else { "mm" };
                let help = match run {
                    "mm" | "MM" => format!(
                        "write `#[format(\"{}\")]`: `MM` is the month, and `mm` the minute",
                        source.replace(run, other)
                    ),
                    _ => format!("remove `{run}`, or make the field a `DateTime`"),
                };
                return Err((format!("a `{type_name}` has no `{run}`"), help));
            }
            Some((_, letters, _)) => {
                out.push_str(letters);
                better.push_str(run);
            }
        }
    }
    if let Some(wrong) = wrong {
        let names = LETTERS.map(|(name, ..)| name);
        let is_better = better != source && translate(&better, type_name).is_ok();
        let help = match is_better {
            true => format!("write `#[format(\"{better}\")]`"),
            false => format!("the parts are {}; put other letters in single quotes", list(&names)),
        };
        return Err((wrong, help));
    }
    if !out.contains('%') {
        let help = "write `#[format(\"yyyy-MM-dd\")]` with the parts of the API reference's format"
            .to_owned();
        return Err(("the format has no part of a date or time".to_owned(), help));
    }
    Ok(out)
}
