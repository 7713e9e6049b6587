//! The crates that are compiled: the same endpoints in four styles.
//!
//! Endpoint 7 is `POST /api/v0/thing-0007/<customerId>`. It sends six members as JSON, one of them
//! optional, and gets an `id` and a `total` back. Every member has a name of one word, so that no
//! style has to spell it differently on the wire (rustify would need a second `Serialize` for
//! that). Each style is written as its own documents show it, and its module says what it leaves
//! out.

mod enkash;
mod plain;
mod ruma;
mod rustify;

use std::path::Path;

/// Every style, in the order of the table's columns. The first one is what the others are compared
/// with.
pub const STYLES: [&Style; 4] = [&plain::STYLE, &enkash::STYLE, &rustify::STYLE, &ruma::STYLE];

/// How endpoints are written: templates in which `NUMBER` stands for an endpoint's four digits.
pub struct Style {
    /// What the style is called on the command line and in the table.
    pub name: &'static str,
    /// Lines for the manifest: the dependencies, and what else the style asks for there.
    pub manifest: &'static str,
    /// What the library has once.
    pub head: &'static str,
    /// What the library has for each endpoint.
    pub endpoint: &'static str,
    /// What the program has once: what it imports, and `fn client(base: String)`.
    pub program: &'static str,
    /// What the program has for each endpoint that it uses:
    /// `async fn call_NUMBER(client: &Client, text: &str)`.
    pub call: &'static str,
    /// The package with the style's macros.
    pub macro_package: &'static str,
}

/// A generated crate.
pub struct Subject {
    /// How its endpoints are written.
    pub style: &'static Style,
    /// How many endpoints its library declares.
    pub declared: usize,
    /// How many of them its program uses; without any, there is only the library.
    pub used: usize,
}

impl Subject {
    /// What every generated library is called.
    pub const NAME: &'static str = "subject";

    /// What the program of a generated crate is called.
    pub const PROGRAM: &'static str = "call";

    /// A crate that is only a library.
    pub fn library_of(style: &'static Style, declared: usize) -> Subject {
        Subject { style, declared, used: 0 }
    }

    /// The folder's name.
    pub fn folder(&self) -> String {
        match self.used {
            0 => format!("library-{}", self.declared),
            used => format!("program-{used}-of-{}", self.declared),
        }
    }

    /// `Cargo.toml`. The profiles are those of a user who has set nothing, but for stripped
    /// binaries.
    pub fn manifest(&self, core: &Path) -> String {
        let Subject { style, .. } = self;
        let (name, program) = (Subject::NAME, Subject::PROGRAM);
        let mut manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\npublish = false\n\n\
             [workspace]\n\n[profile.release]\nstrip = true\n\n"
        );
        if self.used > 0 {
            manifest += &format!("[[bin]]\nname = \"{program}\"\npath = \"src/main.rs\"\n\n");
        }
        manifest + &style.manifest.replace("ENKASH_CORE", &core.display().to_string())
    }

    /// `src/lib.rs`.
    pub fn library(&self) -> String {
        let mut text = self.style.head.to_owned();
        for number in 0..self.declared {
            text += &numbered(self.style.endpoint, number);
        }
        text
    }

    /// `src/main.rs`: calls each used endpoint once, in a function of its own.
    pub fn program(&self) -> Option<String> {
        let mut text = format!("{}{MAIN}", self.style.program);
        for number in 0..self.used {
            text += &numbered(self.style.call, number);
        }
        let calls: String = (0..self.used)
            .map(|number| numbered("    sum += call_NUMBER(&client, &text).await?;\n", number))
            .collect();
        text += &format!(
            "\nasync fn call_all(base: String, text: String) -> Result<u64, Failure> {{\n    let client = client(base)?;\n    let mut sum = 0;\n{calls}    Ok(sum)\n}}\n"
        );
        (self.used > 0).then_some(text)
    }
}

/// The values come from the command line, so that nothing is known when the program is compiled.
/// The sum uses all that comes back.
const MAIN: &str = r#"
type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args().skip(1);
    let base = arguments.next().ok_or("the first argument is the base URL")?;
    let text = arguments.next().ok_or("the second argument is what every field says")?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    println!("{}", runtime.block_on(call_all(base, text))?);
    Ok(())
}
"#;

fn numbered(template: &str, number: usize) -> String {
    template.replace("NUMBER", &format!("{number:04}"))
}
