//! `\d`, `\w` and `\s` mean ASCII, as in Java's regular expressions, and their negations everything
//! else.
//!
//! They stay ASCII under `(?i)`, which would add the long s (`ſ`) and the Kelvin sign to the
//! letters.

use regex_syntax::ast::{
    Ast, ClassAscii, ClassAsciiKind, ClassBracketed, ClassPerl, ClassPerlKind, ClassSet,
    ClassSetItem, ClassSetRange, ClassSetUnion, Flag, Flags, FlagsItem, FlagsItemKind, Group,
    GroupKind, Literal, LiteralKind,
};
use regex_syntax::hir::translate::TranslatorBuilder;
use regex_syntax::hir::{Class, Error, HirKind};

/// Rewrites the classes of a tree.
pub(super) fn make_ascii(tree: &mut Ast) -> Result<(), Error> {
    Rewriting { ignores_case: false, unicode: true }.tree(tree)
}

/// The flags in force where the rewriting is.
#[derive(Clone, Copy)]
struct Rewriting {
    /// `i`
    ignores_case: bool,
    /// `u`
    unicode: bool,
}

impl Rewriting {
    /// Rewrites a tree from left to right, because a flag counts until its group ends.
    fn tree(&mut self, tree: &mut Ast) -> Result<(), Error> {
        match tree {
            Ast::Flags(set) => self.take(&set.flags),
            Ast::ClassPerl(perl) => {
                let class = ClassBracketed {
                    span: perl.span,
                    negated: false,
                    kind: ClassSet::Item(ascii_item(perl)),
                };
                *tree = respecting_case(class);
            }
            Ast::ClassBracketed(class) => {
                if self.class(class)? {
                    let class = (**class).clone();
                    *tree = respecting_case(class);
                }
            }
            Ast::Group(group) => {
                let mut inside = *self;
                if let Some(flags) = group.flags() {
                    inside.take(flags);
                }
                inside.tree(&mut group.ast)?;
            }
            Ast::Repetition(repetition) => self.tree(&mut repetition.ast)?,
            Ast::Alternation(alternation) => {
                alternation.asts.iter_mut().try_for_each(|tree| self.tree(tree))?;
            }
            Ast::Concat(concat) => concat.asts.iter_mut().try_for_each(|tree| self.tree(tree))?,
            Ast::Empty(_)
            | Ast::Literal(_)
            | Ast::Dot(_)
            | Ast::Assertion(_)
            | Ast::ClassUnicode(_) => {}
        }
        Ok(())
    }

    /// Rewrites a bracketed class. If it returns true, the other cases of its letters are written
    /// out in it.
    fn class(self, class: &mut ClassBracketed) -> Result<bool, Error> {
        let mut has_perl = false;
        each_leaf(&mut class.kind, &mut |leaf| {
            has_perl |= matches!(leaf, ClassSetItem::Perl(_));
            Ok(())
        })?;
        let writes_out = has_perl && self.ignores_case && self.unicode;
        each_leaf(&mut class.kind, &mut |leaf| {
            if let ClassSetItem::Perl(perl) = leaf {
                *leaf = ascii_item(perl);
            } else if writes_out {
                *leaf = with_other_cases(leaf)?;
            }
            Ok(())
        })?;
        Ok(writes_out)
    }

    /// Takes the flags over that are written here.
    fn take(&mut self, flags: &Flags) {
        self.ignores_case = flags.flag_state(Flag::CaseInsensitive).unwrap_or(self.ignores_case);
        self.unicode = flags.flag_state(Flag::Unicode).unwrap_or(self.unicode);
    }
}

/// A class in a group of its own, in which case counts.
fn respecting_case(class: ClassBracketed) -> Ast {
    let span = class.span;
    let items = [FlagsItemKind::Negation, FlagsItemKind::Flag(Flag::CaseInsensitive)]
        .map(|kind| FlagsItem { span, kind })
        .to_vec();
    Ast::group(Group {
        span,
        kind: GroupKind::NonCapturing(Flags { span, items }),
        ast: Box::new(Ast::class_bracketed(class)),
    })
}

/// The ASCII class of the same meaning.
fn ascii_item(perl: &ClassPerl) -> ClassSetItem {
    let kind = match perl.kind {
        ClassPerlKind::Digit => ClassAsciiKind::Digit,
        ClassPerlKind::Space => ClassAsciiKind::Space,
        ClassPerlKind::Word => ClassAsciiKind::Word,
    };
    ClassSetItem::Ascii(ClassAscii { span: perl.span, kind, negated: perl.negated })
}

/// The characters of an item and their other cases, written out.
fn with_other_cases(item: &ClassSetItem) -> Result<ClassSetItem, Error> {
    let span = *item.span();
    let class = Ast::class_bracketed(ClassBracketed {
        span,
        negated: false,
        kind: ClassSet::Item(item.clone()),
    });
    let hir = TranslatorBuilder::new().case_insensitive(true).build().translate("", &class)?;
    let ranges: Vec<(char, char)> = match hir.kind() {
        HirKind::Class(Class::Unicode(class)) => {
            class.iter().map(|range| (range.start(), range.end())).collect()
        }
        HirKind::Literal(one) => String::from_utf8_lossy(&one.0).chars().map(|c| (c, c)).collect(),
        _ => Vec::new(),
    };
    let literal = |c| Literal { span, kind: LiteralKind::Verbatim, c };
    let items = ranges
        .into_iter()
        .map(|(start, end)| {
            ClassSetItem::Range(ClassSetRange { span, start: literal(start), end: literal(end) })
        })
        .collect();
    Ok(ClassSetItem::Union(ClassSetUnion { span, items }))
}

/// Visits the items of a set that have no items of their own; the first mistake ends it.
fn each_leaf(
    set: &mut ClassSet,
    visit: &mut impl FnMut(&mut ClassSetItem) -> Result<(), Error>,
) -> Result<(), Error> {
    match set {
        ClassSet::Item(item) => each_leaf_of_item(item, visit),
        ClassSet::BinaryOp(operation) => {
            each_leaf(&mut operation.lhs, visit)?;
            each_leaf(&mut operation.rhs, visit)
        }
    }
}

/// The same for an item of a set.
fn each_leaf_of_item(
    item: &mut ClassSetItem,
    visit: &mut impl FnMut(&mut ClassSetItem) -> Result<(), Error>,
) -> Result<(), Error> {
    match item {
        ClassSetItem::Bracketed(class) => each_leaf(&mut class.kind, visit),
        ClassSetItem::Union(union) => {
            union.items.iter_mut().try_for_each(|item| each_leaf_of_item(item, visit))
        }
        leaf => visit(leaf),
    }
}
