//! Rust source as far as imports go: which paths a file names.

/// A path in the code or in a `use`.
#[derive(Debug, PartialEq)]
pub struct Path {
    /// The inline modules it stands in, outermost first.
    pub inside: Vec<String>,
    /// Its names; `*` at the end of a glob.
    pub names: Vec<String>,
    /// The name that a `use` gives it; `None` in code.
    pub bound: Option<String>,
}

/// Every path that a file's text names, in its order.
pub fn paths(text: &str) -> Vec<Path> {
    let mut reader =
        Reader { tokens: tokens(text), at: 0, depth: 0, inline: vec![], paths: vec![] };
    reader.file();
    reader.paths
}

struct Reader<'a> {
    tokens: Vec<&'a str>,
    at: usize,
    depth: usize,
    /// The inline modules around, each with the depth of its brace.
    inline: Vec<(&'a str, usize)>,
    paths: Vec<Path>,
}

impl<'a> Reader<'a> {
    fn file(&mut self) {
        while let Some(token) = self.next() {
            match token {
                "{" => self.depth += 1,
                "}" => {
                    self.inline.pop_if(|(_, depth)| *depth == self.depth);
                    self.depth -= 1;
                }
                "mod" if self.peek(1) == "{" => {
                    let name = self.peek(0);
                    self.inline.push((name, self.depth + 1));
                    self.at += 1;
                }
                // How far something is seen is no use of what is there.
                "in" if self.follows("pub", "(") => {
                    while self.next().is_some_and(|token| token != ")") {}
                }
                "use" if self.peek(0) != "<" => self.tree(vec![]),
                name if is_name(name) && !self.after_dot() => self.path(token),
                _ => {}
            }
        }
    }

    fn next(&mut self) -> Option<&'a str> {
        let token = self.tokens.get(self.at).copied();
        self.at += 1;
        token
    }

    fn peek(&self, ahead: usize) -> &'a str {
        self.tokens.get(self.at + ahead).copied().unwrap_or_default()
    }

    /// Whether these two tokens stand before what was read.
    fn follows(&self, first: &str, second: &str) -> bool {
        self.tokens[..self.at - 1].ends_with(&[first, second])
    }

    /// Whether what was read is a field or a method; after two dots it is not.
    fn after_dot(&self) -> bool {
        let before = self.tokens[..self.at - 1].iter().rev();
        before.take_while(|token| **token == ".").count() == 1
    }

    /// A path in code, whose first name was read.
    fn path(&mut self, first: &'a str) {
        let mut names = vec![first];
        while self.peek(0) == "::" && is_name(self.peek(1)) {
            names.push(self.peek(1));
            self.at += 2;
        }
        if names.len() > 1 {
            self.push(names, None);
        }
    }

    /// One branch of a `use`, up to its `,`, `}` or `;`.
    fn tree(&mut self, mut names: Vec<&'a str>) {
        while let Some(token) = self.next() {
            match token {
                "{" => {
                    while self.peek(0) != "}" && self.at < self.tokens.len() {
                        self.tree(names.clone());
                        if self.peek(0) == "," {
                            self.at += 1;
                        }
                    }
                    self.at += 1;
                    return;
                }
                "as" => {
                    let bound = self.next();
                    return self.push(names, bound);
                }
                "::" => {}
                "self" if !names.is_empty() => {}
                _ => names.push(token),
            }
            if matches!(self.peek(0), "," | "}" | ";") {
                let bound = names.last().copied();
                return self.push(names, bound);
            }
        }
    }

    fn push(&mut self, names: Vec<&str>, bound: Option<&str>) {
        self.paths.push(Path {
            inside: self.inline.iter().map(|(name, _)| name.to_string()).collect(),
            names: names.into_iter().map(str::to_string).collect(),
            bound: bound.map(str::to_string),
        });
    }
}

fn is_name(token: &str) -> bool {
    token.starts_with(|first: char| first == '_' || first.is_alphabetic())
}

/// Names, `::` and single signs; no comments, no text in quotes, no lifetimes.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = vec![];
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = skipped(rest);
        if length > 0 {
            rest = &rest[length..];
            continue;
        }
        let length = if is_name(rest) {
            rest.find(|c: char| c != '_' && !c.is_alphanumeric()).unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            first.len_utf8()
        };
        if !first.is_whitespace() {
            tokens.push(&rest[..length]);
        }
        rest = &rest[length..];
    }
    tokens
}

/// The bytes of a comment, a literal or a lifetime at the start of `text`; 0 if there is none.
fn skipped(text: &str) -> usize {
    if text.starts_with("//") {
        return text.find('\n').unwrap_or(text.len());
    }
    if text.starts_with("/*") {
        return text.find("*/").map_or(text.len(), |end| end + 2);
    }
    let prefix = text.len() - text.trim_start_matches(['b', 'c', 'r']).len();
    let quoted = &text[prefix..];
    let hashes = quoted.len() - quoted.trim_start_matches('#').len();
    if prefix <= 2 && text[..prefix].ends_with('r') && quoted[hashes..].starts_with('"') {
        let end = format!("\"{}", "#".repeat(hashes));
        let body = prefix + hashes + 1;
        return text[body..].find(&end).map_or(text.len(), |at| body + at + end.len());
    }
    if prefix <= 1 && quoted.starts_with('"') {
        return prefix + closed(quoted, '"');
    }
    if prefix <= 1 && quoted.starts_with('\'') {
        let mut inner = quoted.chars().skip(1);
        let (first, second) = (inner.next(), inner.next());
        let character = first == Some('\\') || second == Some('\'');
        return prefix + if character { closed(quoted, '\'') } else { 1 };
    }
    0
}

/// The length of a literal that starts with `quote`, its closing one included.
fn closed(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return at + c.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

#[test]
fn paths_are_read_as_the_compiler_reads_them() {
    let text = r##"
        //! Not [`crate::comment`].
        use crate::a::{self, b::{C, d as e}, f::*};
        fn g<'a>(h: &'a str) -> super::I { self::j(); h.k::<crate::L>(); '\''; "crate::m"; r#"n::"o"# }
        mod tests { use super::*; mod p { fn q() { super::super::r() } } }
        fn s() { t::u(b'"', "\"v::w") }
        pub(in super::super) fn x() { for y in z::z() {} }
    "##;
    let shown: Vec<String> = paths(text)
        .iter()
        .map(|path| format!("{}|{}|{:?}", path.inside.join("."), path.names.join("."), path.bound))
        .collect();
    let expected = [
        "|crate.a|Some(\"a\")",
        "|crate.a.b.C|Some(\"C\")",
        "|crate.a.b.d|Some(\"e\")",
        "|crate.a.f.*|Some(\"*\")",
        "|super.I|None",
        "|self.j|None",
        "|crate.L|None",
        "tests|super.*|Some(\"*\")",
        "tests.p|super.super.r|None",
        "|t.u|None",
        "|z.z|None",
    ];
    assert_eq!(shown, expected);
}
