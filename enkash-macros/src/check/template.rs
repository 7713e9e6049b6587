//! The path template: a string with `<placeholders>`, each a whole segment.

use syn::LitStr;

use super::front::METHODS;
use super::notation::{Part, is_name, name_of, parts};
use super::path::{
    bad_percent, encoded, is_dots, is_path_character, parameters, query_or_fragment, resolved,
    starts_with_host,
};
use crate::case::Case;
use crate::diagnostic::{Code, Sink};

/// The template of an endpoint.
pub(crate) struct Template {
    pub(crate) literal: LitStr,
    pub(crate) placeholders: Vec<Placeholder>,
    /// Whether nothing is wrong with it.
    pub(crate) is_valid: bool,
}

/// A placeholder and where its name starts within the template.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Placeholder {
    pub(crate) name: String,
    pub(crate) offset: usize,
}

impl Template {
    /// Finds the placeholders and reports every mistake. What was meant as a placeholder counts as
    /// one. `example` is the name in the help for one without a name.
    pub(crate) fn new(literal: LitStr, example: &str, sink: &mut Sink) -> Self {
        let source = literal.value();
        let mut check = Check {
            literal: &literal,
            source: &source,
            example,
            placeholders: Vec::new(),
            is_valid: true,
            sink,
        };
        check.whole();
        let Check { placeholders, is_valid, .. } = check;
        Template { literal, placeholders, is_valid }
    }
}

/// The checks of one template.
struct Check<'a> {
    literal: &'a LitStr,
    source: &'a str,
    example: &'a str,
    placeholders: Vec<Placeholder>,
    is_valid: bool,
    sink: &'a mut Sink,
}

impl Check<'_> {
    fn report(&mut self, offset: usize, code: Code, wrong: &str, help: &str) {
        self.is_valid = false;
        self.sink.report(
            self.literal,
            code,
            format!("{wrong}\n{}", caret(self.source, offset)),
            help,
        );
    }

    fn whole(&mut self) {
        let source = self.source;
        if let Some((at, character)) = source
            .char_indices()
            .find(|(at, c)| (*c == '\\' && !is_in_placeholder(source, *at)) || c.is_control())
        {
            let better = source.replace('\\', "/").replace(char::is_control, "");
            let wrong = format!("`{}` is not allowed in a path", character.escape_debug());
            let help = format!("write \"/{}\"", better.trim().trim_start_matches('/'));
            self.report(at, Code::TemplateText, &wrong, &help);
            return;
        }
        let end = query_or_fragment(source).unwrap_or(source.len());
        let (path, rest) = source.split_at(end);
        let start = self.start(path);
        match rest.chars().next() {
            Some('?' | '{' | '&') => self.report(
                end,
                Code::TemplateQuery,
                "the path template contains a query",
                &format!("write \"{path}\", and declare {} with `#[query]`", parameters(rest)),
            ),
            Some(_) => self.report(
                end,
                Code::TemplateQuery,
                "the path template contains a fragment, which is never sent",
                &format!("write \"{path}\""),
            ),
            None => {}
        }
        if path.get(start..).is_some_and(|path| path.contains("//")) {
            let offset = start + path[start..].find("//").unwrap_or_default() + 1;
            let segments: Vec<&str> =
                path[start..].split('/').filter(|segment| !segment.is_empty()).collect();
            let slash = if path.ends_with('/') { "/" } else { "" };
            let help = format!("write \"/{}{slash}\"", segments.join("/"));
            self.report(
                offset,
                Code::TemplateText,
                "the path template has an empty segment",
                &help,
            );
        }
        let trimmed: Vec<&str> = path.split('/').map(str::trim).collect();
        let trimmed = trimmed.join("/");
        if start == 0 && trimmed != path {
            let at = path.find(char::is_whitespace).unwrap_or_default();
            let help = format!("write \"{trimmed}\"");
            self.report(at, Code::TemplateText, "` ` is not allowed in a path", &help);
            return;
        }
        let mut offset = start;
        // A `<` whose `>` is in a later segment is one mistake.
        let mut is_open = false;
        for segment in path[start..].split('/') {
            if !(is_open && segment.contains(['>', '}'])) {
                is_open = segment.contains(['<', '{']) && !segment.contains(['>', '}']);
                self.segment(segment, offset);
            }
            offset += segment.len() + 1;
        }
    }

    /// Checks how the template begins, and returns where its first segment does.
    fn start(&mut self, path: &str) -> usize {
        if let Some((method, rest)) = path.split_once(' ')
            && METHODS.contains(&method)
        {
            let rest = rest.trim_start();
            let help = format!("write \"{rest}\"");
            self.report(0, Code::TemplateStart, "the path template contains a method", &help);
            return path.len() - rest.len();
        }
        let after_slashes = || path.strip_prefix("//").is_some_and(starts_with_host).then_some(2);
        let at_start = || starts_with_host(path).then_some(0);
        if let Some(host) =
            path.find("://").map(|at| at + 3).or_else(after_slashes).or_else(at_start)
        {
            let start = path[host..].find('/').map_or(path.len(), |slash| host + slash);
            let path = if start == path.len() { "/" } else { &path[start..] };
            let help = format!(
                "write \"{path}\": the host is the base URL of the product, `Product::base_url`"
            );
            self.report(0, Code::TemplateStart, "the path template contains a host", &help);
            return start;
        }
        if path.is_empty() {
            self.report(
                0,
                Code::TemplateStart,
                "the path template is empty",
                "write \"/\" for the root",
            );
        } else if !path.starts_with('/') {
            let start = path.len() - path.trim_start().len();
            let trimmed = path.trim().trim_matches(['\'', '"', '`']);
            let slash = if trimmed.starts_with('/') { "" } else { "/" };
            let help = format!("write \"{slash}{trimmed}\"");
            self.report(0, Code::TemplateStart, "the path template does not start with `/`", &help);
            return start;
        }
        0
    }

    fn segment(&mut self, segment: &str, offset: usize) {
        let parts = match parts(segment) {
            Ok(parts) => parts,
            Err(at) => {
                let sign = segment[at..].chars().next().unwrap_or('<');
                let name = name_of(segment).unwrap_or_else(|| self.example.to_owned());
                let wrong = match sign {
                    '<' | '{' => format!("`{sign}` is not closed within its segment"),
                    '>' => "`>` has no matching `<`".to_owned(),
                    _ => format!("`{sign}` has no matching bracket"),
                };
                self.report(
                    offset + at,
                    Code::TemplateUnbalanced,
                    &wrong,
                    &format!("write `<{name}>`"),
                );
                return;
            }
        };
        let named: Vec<(&str, bool)> = parts
            .iter()
            .filter_map(|part| match part {
                Part::Placeholder { name, is_ours, .. } => Some((*name, *is_ours)),
                Part::Literal(_) => None,
            })
            .collect();
        match named[..] {
            [] => self.literal(segment, offset),
            [(name, is_ours)] if parts.len() == 1 => {
                self.placeholder(segment, name, is_ours, offset)
            }
            _ => self.partial(segment, &parts, named.len(), offset),
        }
    }

    /// A placeholder that is a whole segment.
    fn placeholder(&mut self, segment: &str, name: &str, is_ours: bool, offset: usize) {
        let inside = offset + segment.find(name).unwrap_or_default();
        let better = name_of(name);
        if !is_ours {
            let better = better.as_deref().unwrap_or(if segment.starts_with('*') {
                "path"
            } else {
                self.example
            });
            let wrong = format!("`{segment}` is not placeholder syntax");
            let takes_all = if segment.contains("..") || segment.contains('*') {
                "; it takes one segment, and sends a `/` within the value as `%2F`"
            } else {
                ""
            };
            self.report(
                offset,
                Code::PlaceholderBraces,
                &wrong,
                &format!("write `<{better}>`{takes_all}"),
            );
            self.meant(better, inside);
        } else if name.is_empty() {
            let help =
                format!("write the name that the API reference gives, as in `<{}>`", self.example);
            self.report(inside, Code::PlaceholderName, "the placeholder has no name", &help);
        } else if !is_name(name) {
            let wrong = format!(
                "`{name}` is not a placeholder name: it begins with a letter, and has ASCII letters, digits, `_` and `-`"
            );
            let help = match &better {
                Some(better) => format!("write `<{better}>`"),
                None => {
                    "write an ASCII name, as in `<customerId>`, and give the field the same name"
                        .to_owned()
                }
            };
            self.report(inside, Code::PlaceholderName, &wrong, &help);
            self.meant(better.as_deref().unwrap_or("customerId"), inside);
        } else if self.placeholders.iter().any(|other| other.name == name) {
            let wrong = format!("the placeholder `<{name}>` is used twice");
            let help = format!(
                "name the second one after a field of its own, as in `<other{}>`",
                Case::Pascal.apply(name)
            );
            self.report(inside, Code::PlaceholderRepeated, &wrong, &help);
        } else {
            self.meant(name, inside);
        }
    }

    fn meant(&mut self, name: &str, offset: usize) {
        if self.placeholders.iter().all(|other| other.name != name) {
            self.placeholders.push(Placeholder { name: name.to_owned(), offset });
        }
    }

    /// Placeholders that are only parts of their segment.
    fn partial(&mut self, segment: &str, parts: &[Part<'_>], count: usize, offset: usize) {
        let (mut names, mut format, mut first) = (Vec::new(), String::new(), None);
        let mut at = 0;
        for part in parts {
            match part {
                Part::Literal(literal) => {
                    format.push_str(literal);
                    at += literal.len();
                }
                Part::Placeholder { name, length, .. } => {
                    let name = name_of(name).unwrap_or_else(|| "value".to_owned());
                    format.push_str(&["{", &Case::Snake.apply(&name), "}"].concat());
                    names.push(name);
                    first.get_or_insert(at);
                    at += length;
                }
            }
        }
        let whole = Case::Camel.apply(&names.join("_"));
        let field = Case::Snake.apply(&whole);
        let wrong = if count == 1 {
            format!("a placeholder is a whole segment, not a part of `{segment}`")
        } else {
            format!("a segment has one placeholder, and `{segment}` has {count}")
        };
        let help = format!(
            "write `<{whole}>`, and let the field `{field}` hold the whole segment, as in `format!(\"{format}\")`"
        );
        self.report(offset + first.unwrap_or_default(), Code::PlaceholderPartial, &wrong, &help);
        self.meant(&whole, offset);
    }

    /// A segment without a placeholder.
    fn literal(&mut self, segment: &str, offset: usize) {
        let source = self.source;
        let write = |better: &str| {
            format!("write \"{}{better}{}\"", &source[..offset], &source[offset + segment.len()..])
        };
        if let Some((at, character)) = segment.char_indices().find(|(_, c)| !is_path_character(*c))
        {
            let wrong = format!("`{}` is not allowed in a path", character.escape_debug());
            let help = write(&encoded(segment.trim()));
            self.report(offset + at, Code::TemplateText, &wrong, &help);
        } else if let Some(at) = bad_percent(segment) {
            let better = write(&format!("{}%25{}", &segment[..at], &segment[at + 1..]));
            let help = format!("{better} for the sign itself");
            let wrong = "`%` is not followed by two hexadecimal digits";
            self.report(offset + at, Code::TemplateText, wrong, &help);
        } else if is_dots(segment) {
            let wrong =
                format!("the segment `{segment}` would be resolved before the request is sent");
            self.report(
                offset,
                Code::TemplateText,
                &wrong,
                &format!("write \"{}\"", resolved(source)),
            );
        }
    }
}

/// Whether an offset is in a placeholder, as in `<id:\\d+>` and `:id(\\d+)`.
fn is_in_placeholder(source: &str, offset: usize) -> bool {
    let segment = source[..offset].rsplit('/').next().unwrap_or_default();
    segment.starts_with(':') || segment.contains(['<', '{'])
}

/// The template with a caret under the offset, since a span within a literal cannot be pointed at.
pub(crate) fn caret(text: &str, offset: usize) -> String {
    let column = text.get(..offset).map_or(0, |before| before.escape_debug().count());
    format!("  \"{}\"\n   {}^", text.escape_debug(), " ".repeat(column))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proc_macro2::Span;

    fn check(template: &str) -> Result<Vec<String>, String> {
        let mut sink = Sink::new("endpoint `X`".to_owned());
        let found = Template::new(LitStr::new(template, Span::call_site()), "id", &mut sink);
        if sink.is_clean() {
            Ok(found.placeholders.into_iter().map(|placeholder| placeholder.name).collect())
        } else {
            Err(sink.into_tokens().to_string())
        }
    }

    #[test]
    fn placeholders_are_found_in_their_order() {
        assert_eq!(check("/a/<b>/c/<d>").unwrap(), ["b", "d"]);
        assert_eq!(check("/oauth/token").unwrap(), Vec::<String>::new());
        assert_eq!(check("/").unwrap(), Vec::<String>::new());
        assert_eq!(check("/a/").unwrap(), Vec::<String>::new());
        assert_eq!(check("/a%20b/...").unwrap(), Vec::<String>::new());
    }

    #[test]
    fn every_mistake_has_its_code() {
        for (template, code) in [
            ("a/<b>", "ENK-03"),
            ("", "ENK-03"),
            ("/a/<b", "ENK-04"),
            ("/a/b>", "ENK-04"),
            ("/a/><", "ENK-04"),
            ("/a/<<b>>", "ENK-04"),
            ("/a/<>", "ENK-05"),
            ("/a/<b c>", "ENK-05"),
            ("/a/<b>/<b>", "ENK-06"),
            ("/a/x-<b>", "ENK-07"),
            ("/a/{b}", "ENK-08"),
            ("/a?x=1", "ENK-09"),
            ("/a//b", "ENK-10"),
            ("/a b", "ENK-10"),
            ("/a/../b", "ENK-10"),
            ("/a/.", "ENK-10"),
            ("/a/%2e%2E/b", "ENK-10"),
            ("/a/.%2e/b", "ENK-10"),
            ("/a/%zz", "ENK-10"),
            ("/a/%2", "ENK-10"),
            ("/a/%", "ENK-10"),
            ("\\a", "ENK-10"),
            ("/a\n", "ENK-10"),
            ("GET /a", "ENK-03"),
            ("//a.bc/d", "ENK-03"),
            ("localhost:80/a", "ENK-03"),
            ("{{base_url}}/a", "ENK-03"),
            ("/a/<b?>", "ENK-08"),
            ("/a/#{b}", "ENK-08"),
            ("/a/:b?", "ENK-08"),
            ("/:b?/a?c", "ENK-09"),
        ] {
            let message = check(template).unwrap_err();
            assert!(message.contains(code), "{template}: {message}");
        }
    }
}
