//! What selectors are made of, and the conditions that stand alone.

use super::token::{Kind, Token, trimmed};

/// How two compounds stand to each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Combinator {
    /// The left one is above.
    Inside,
    /// The left one is the parent.
    Child,
    /// The left one is the element before.
    Next,
    /// The left one is an element before.
    Later,
}

/// A whole selector.
#[derive(Debug, Clone, PartialEq)]
pub struct Selector {
    /// From right to left, each with how its right neighbour stands to it.
    pub compounds: Vec<(Combinator, Vec<Simple>)>,
    /// Names, classes, elements.
    pub weight: [u32; 3],
}

/// One condition on one element.
#[derive(Debug, Clone, PartialEq)]
pub enum Simple {
    /// `name`
    Tag(String),
    /// `#name`
    Id(String),
    /// `.name`
    Class(String),
    /// `[name]`, `[name^="value" i]`
    Attribute {
        /// Its name.
        name: String,
        /// `=`, `~`, `|`, `^`, `$`, `*` and the value.
        wanted: Option<(char, String)>,
        /// Whether capitals do not matter.
        any_case: bool,
    },
    /// `:root`
    Root,
    /// `:empty`
    Empty,
    /// `:link`
    Link,
    /// `:lang(…)`
    Lang(Vec<String>),
    /// `:nth-child(an+b)` and its kin.
    Nth {
        /// The step.
        step: i64,
        /// The first.
        first: i64,
        /// Whether it counts from the end.
        from_end: bool,
        /// Whether it counts elements of the same name only.
        of_type: bool,
        /// `of …`
        of: Option<Vec<Selector>>,
    },
    /// `:only-child`, `:only-of-type`
    Only {
        /// Whether it counts elements of the same name only.
        of_type: bool,
    },
    /// `:is(…)`, `:where(…)`
    Is(Vec<Selector>),
    /// `:not(…)`
    Not(Vec<Selector>),
    /// `:has(…)`, each with how it starts.
    Has(Vec<(Combinator, Selector)>),
    /// What no element of a drawing at rest is: `:hover`, `::before`.
    Never,
}

/// A pseudo-class without parentheses.
pub fn plain(name: &str) -> Option<Simple> {
    let nth =
        |first, from_end, of_type| Simple::Nth { step: 0, first, from_end, of_type, of: None };
    Some(match name {
        "root" | "scope" => Simple::Root,
        "empty" => Simple::Empty,
        "link" | "any-link" => Simple::Link,
        "first-child" => nth(1, false, false),
        "last-child" => nth(1, true, false),
        "first-of-type" => nth(1, false, true),
        "last-of-type" => nth(1, true, true),
        "only-child" => Simple::Only { of_type: false },
        "only-of-type" => Simple::Only { of_type: true },
        "defined" => Simple::Not(vec![]),
        "hover" | "active" | "focus" | "focus-visible" | "focus-within" | "visited" | "target"
        | "checked" | "disabled" | "enabled" | "before" | "after" | "first-line"
        | "first-letter" | "fullscreen" | "default" | "valid" | "invalid" | "required"
        | "optional" | "read-only" | "read-write" | "placeholder-shown" | "indeterminate"
        | "in-range" | "out-of-range" | "target-within" | "playing" | "paused" | "modal"
        | "popover-open" | "host" | "autofill" | "local-link" => Simple::Never,
        _ => return None,
    })
}

/// What stands in `[…]`.
pub fn attribute(tokens: &[Token]) -> Option<Simple> {
    let tokens = trimmed(tokens);
    // A prefix names a namespace that attributes of drawings seldom have: the name is what counts.
    let after = tokens
        .iter()
        .position(|token| token.is('|'))
        .filter(|at| tokens.get(at + 1).is_some_and(|next| next.ident().is_some()));
    let tokens = after.map_or(tokens, |at| &tokens[at + 1..]);
    let (name, rest) = tokens.split_first()?;
    let name = name.ident()?.to_string();
    let rest = trimmed(rest);
    if rest.is_empty() {
        return Some(Simple::Attribute { name, wanted: None, any_case: false });
    }
    let Kind::Delim(sign @ ('=' | '~' | '|' | '^' | '$' | '*')) = rest[0].kind else { return None };
    let rest = trimmed(&rest[1..]);
    let rest = if sign == '=' {
        rest
    } else {
        trimmed(rest.split_first().filter(|(sign, _)| sign.is('='))?.1)
    };
    let (value, rest) = rest.split_first()?;
    let value = match &value.kind {
        Kind::Ident(value) | Kind::Text(value) => value.clone(),
        _ => return None,
    };
    let any_case = match trimmed(rest) {
        [] => false,
        [flag] => flag
            .ident()
            .filter(|flag| matches!(*flag, "i" | "I" | "s" | "S"))?
            .eq_ignore_ascii_case("i"),
        _ => return None,
    };
    Some(Simple::Attribute { name, wanted: Some((sign, value)), any_case })
}

/// `2n+1`, `odd`, `-n + 3`, `4`.
pub fn nth(tokens: &[Token]) -> Option<(i64, i64)> {
    let text: String = tokens
        .iter()
        .filter_map(|token| match &token.kind {
            Kind::White => None,
            Kind::Ident(word) => Some(word.to_ascii_lowercase()),
            Kind::Number(number) => Some(format!("{number:+}")),
            Kind::Dimension(number, unit) => Some(format!("{number}{unit}")),
            Kind::Delim(sign) => Some(sign.to_string()),
            _ => Some("?".into()),
        })
        .collect();
    match text.as_str() {
        "odd" => return Some((2, 1)),
        "even" => return Some((2, 0)),
        _ => {}
    }
    let whole = |text: &str| text.replace("++", "+").replace("-+", "-").parse::<i64>().ok();
    let Some((step, first)) = text.split_once('n') else { return Some((0, whole(&text)?)) };
    let step = match step {
        "" | "+" => 1,
        "-" => -1,
        step => whole(step)?,
    };
    Some((step, if first.is_empty() { 0 } else { whole(first)? }))
}
