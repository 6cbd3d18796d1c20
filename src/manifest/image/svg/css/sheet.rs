//! Reads style sheets into rules (CSS Syntax 3, 5), for the media a browser on a light screen has.
//!
//! What a browser would skip is skipped; what it would take and is not read here is told.

use std::collections::HashMap;
use std::rc::Rc;

use super::condition::Selector;
use super::media::{Screen, holds};
use super::selector::{self, Bad};
use super::token::{Kind, Token, end_of, past, split, tokens, trimmed};
use crate::manifest::image::svg::place::Located;

/// How deep blocks of at-rules may stand in each other.
const DEEPEST: usize = 16;
/// At-rules that change nothing of a drawing at rest.
const IDLE: [&str; 10] = [
    "charset",
    "font-face",
    "font-feature-values",
    "font-palette-values",
    "keyframes",
    "page",
    "counter-style",
    "starting-style",
    "view-transition",
    "position-try",
];
/// At-rules that browsers know and this does not.
const UNREAD: [&str; 2] = ["container", "scope"];

/// `name: value`.
#[derive(Debug, Clone)]
pub struct Declaration {
    /// The property, in small letters unless it is the author's own (`--name`).
    pub name: String,
    /// The value without `!important`.
    pub value: Vec<Token>,
    /// Whether it says `!important`.
    pub important: bool,
    /// Where the value stands in the file.
    pub at: usize,
}

/// The declarations of one selector.
#[derive(Debug, Clone)]
pub struct Rule {
    /// What they are for.
    pub selector: Selector,
    /// Its cascade layer: later ones win, what is in none wins over all.
    pub layer: Vec<usize>,
    /// What it says.
    pub declarations: Rc<[Declaration]>,
}

/// All style sheets of a file.
#[derive(Default)]
pub struct Sheet {
    /// In the order they stand.
    pub rules: Vec<Rule>,
    /// The first values of registered properties (`@property`).
    pub registered: HashMap<String, Vec<Token>>,
    /// What was not read, and where in the file.
    pub unread: Vec<(String, usize)>,
    prefixes: HashMap<String, String>,
    layers: HashMap<Vec<usize>, Vec<String>>,
}

/// What a style sheet is read against.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// What is drawn on.
    pub screen: Screen,
    /// Whether a browser would take the declaration: `@supports`.
    pub supports: &'a dyn Fn(&str, &[Token]) -> bool,
}

impl Sheet {
    /// Reads one style sheet more; `false` if it is too large.
    pub fn add(&mut self, style: &Located, reading: Reading<'_>) -> bool {
        let Some(tokens) = tokens(&style.text) else { return false };
        let mut layer = vec![usize::MAX];
        self.rules(&tokens, style, reading, &mut layer, 0);
        true
    }

    fn rules(
        &mut self,
        tokens: &[Token],
        style: &Located,
        reading: Reading<'_>,
        layer: &mut Vec<usize>,
        depth: usize,
    ) {
        let mut at = 0;
        while at < tokens.len() {
            let start = at;
            let at_rule = matches!(tokens[at].kind, Kind::At(_));
            while at < tokens.len() && !tokens[at].is('{') && !(at_rule && tokens[at].is(';')) {
                at = past(tokens, at);
            }
            let prelude = trimmed(&tokens[start..at.min(tokens.len())]);
            let block = tokens.get(at).filter(|token| token.is('{')).map(|_| {
                let end = end_of(tokens, at);
                let block = &tokens[at + 1..end];
                at = end;
                block
            });
            at += 1;
            match prelude {
                [] => {}
                [Token { kind: Kind::At(name), at: place }, rest @ ..] => {
                    let name = name.to_ascii_lowercase();
                    let inner = At {
                        name: &name,
                        prelude: trimmed(rest),
                        block,
                        place: style.at(place.start),
                    };
                    self.at_rule(inner, style, reading, layer, depth);
                }
                _ => self.rule(prelude, block.unwrap_or_default(), style, layer),
            }
        }
    }

    fn at_rule(
        &mut self,
        rule: At<'_>,
        style: &Located,
        reading: Reading<'_>,
        layer: &mut Vec<usize>,
        depth: usize,
    ) {
        let At { name, prelude, block, place } = rule;
        if depth >= DEEPEST {
            self.unread.push((format!("@{name}"), place));
            return;
        }
        let bare = name.trim_start_matches('-').split_once('-').filter(|_| name.starts_with('-'));
        let applies = match bare.map_or(name, |(_, bare)| bare) {
            "media" => holds(prelude, reading.screen),
            "supports" => supported(prelude, reading.supports, 0),
            "layer" => return self.layer(prelude, block, style, reading, layer, depth),
            "namespace" => return self.namespace(prelude),
            "property" => return self.register(prelude, block.unwrap_or_default(), style),
            bare if IDLE.contains(&bare) => false,
            bare if UNREAD.contains(&bare) => {
                self.unread.push((format!("@{name}"), place));
                false
            }
            _ => false,
        };
        if let Some(block) = block.filter(|_| applies) {
            self.rules(block, style, reading, layer, depth + 1);
        }
    }

    fn namespace(&mut self, prelude: &[Token]) {
        let uri = prelude.iter().rev().find_map(|token| match &token.kind {
            Kind::Url(uri) | Kind::Text(uri) => Some(uri.clone()),
            _ => None,
        });
        if let (Some(prefix), Some(uri)) = (prelude.first().and_then(Token::ident), uri) {
            self.prefixes.insert(prefix.to_string(), uri);
        }
    }

    fn register(&mut self, prelude: &[Token], block: &[Token], style: &Located) {
        let Some(name) = prelude.first().and_then(Token::ident) else { return };
        let found = declarations(block, style, &mut self.unread);
        if let Some(first) = found.into_iter().find(|found| found.name == "initial-value") {
            self.registered.insert(name.to_string(), first.value);
        }
    }

    fn layer(
        &mut self,
        prelude: &[Token],
        block: Option<&[Token]>,
        style: &Located,
        reading: Reading<'_>,
        layer: &mut Vec<usize>,
        depth: usize,
    ) {
        let mut inner = layer.clone();
        for name in split(prelude, ',') {
            inner.clone_from(layer);
            for part in split(trimmed(name), '.') {
                let part = trimmed(part).first().and_then(Token::ident).unwrap_or_default();
                self.enter(&mut inner, part);
            }
        }
        if let Some(block) = block {
            self.rules(block, style, reading, &mut inner, depth + 1);
        }
    }

    /// Goes into the layer of a name, a new one if it has none.
    fn enter(&mut self, layer: &mut Vec<usize>, name: &str) {
        layer.pop();
        let known = self.layers.entry(layer.clone()).or_default();
        let index = known.iter().position(|known| known == name && !name.is_empty());
        layer.push(index.unwrap_or(known.len()));
        if index.is_none() {
            known.push(name.to_string());
        }
        layer.push(usize::MAX);
    }

    fn rule(&mut self, prelude: &[Token], block: &[Token], style: &Located, layer: &[usize]) {
        let selectors = match selector::list(prelude, &self.prefixes) {
            Ok(selectors) => selectors,
            Err(Bad::Invalid) => return,
            Err(Bad::Unread(what, at)) => {
                self.unread.push((what, style.at(at)));
                return;
            }
        };
        let declarations: Rc<[_]> = declarations(block, style, &mut self.unread).into();
        self.rules.extend(selectors.into_iter().map(|selector| Rule {
            selector,
            layer: layer.to_vec(),
            declarations: Rc::clone(&declarations),
        }));
    }
}

struct At<'a> {
    name: &'a str,
    prelude: &'a [Token],
    block: Option<&'a [Token]>,
    place: usize,
}

/// The declarations of a block or of a `style` attribute.
pub fn declarations(
    block: &[Token],
    style: &Located,
    unread: &mut Vec<(String, usize)>,
) -> Vec<Declaration> {
    let mut found = vec![];
    for part in split(block, ';') {
        let [Token { kind: Kind::Ident(name), at }, rest @ ..] = trimmed(part) else {
            if let Some(nested) = part.iter().find(|token| token.is('{')) {
                unread.push(("{ … }".into(), style.at(nested.at.start)));
            }
            continue;
        };
        let own = name.starts_with("--");
        if !own && let Some(nested) = rest.iter().find(|token| token.is('{')) {
            unread.push(("{ … }".into(), style.at(nested.at.start)));
            continue;
        }
        let [colon, value @ ..] = trimmed(rest) else { continue };
        if !colon.is(':') {
            continue;
        }
        let (value, important) = important(trimmed(value));
        let at = value.first().map_or(at.start, |first| first.at.start);
        let name = if own { name.clone() } else { name.to_ascii_lowercase() };
        found.push(Declaration { name, value: value.to_vec(), important, at: style.at(at) });
    }
    found
}

fn important(value: &[Token]) -> (&[Token], bool) {
    if let [rest @ .., Token { kind: Kind::Ident(word), .. }] = value
        && word.eq_ignore_ascii_case("important")
        && let [rest @ .., sign] = trimmed(rest)
        && sign.is('!')
    {
        return (trimmed(rest), true);
    }
    (value, false)
}

/// Whether `@supports`' condition holds.
fn supported(condition: &[Token], takes: &dyn Fn(&str, &[Token]) -> bool, depth: usize) -> bool {
    let condition = trimmed(condition);
    if depth > DEEPEST {
        return false;
    }
    let inside = |tokens: &[Token]| supported(tokens, takes, depth + 1);
    if let [first, rest @ ..] = condition
        && first.ident().is_some_and(|word| word.eq_ignore_ascii_case("not"))
    {
        return !inside(rest);
    }
    let (mut parts, mut at, mut any) = (vec![], 0, false);
    while at < condition.len() {
        let token = &condition[at];
        if token.closing().is_some() {
            let end = end_of(condition, at);
            parts.push((token, &condition[at + 1..end]));
            at = end;
        }
        any |= token.ident().is_some_and(|word| word.eq_ignore_ascii_case("or"));
        at += 1;
    }
    let holds = |(open, tokens): &(&Token, &[Token])| match &open.kind {
        Kind::Function(name) if name.eq_ignore_ascii_case("selector") => {
            selector::list(tokens, &HashMap::new()).is_ok()
        }
        Kind::Function(_) => false,
        _ => match trimmed(tokens) {
            [Token { kind: Kind::Ident(name), .. }, rest @ ..]
                if trimmed(rest).first().is_some_and(|t| t.is(':')) =>
            {
                takes(&name.to_ascii_lowercase(), trimmed(&trimmed(rest)[1..]))
            }
            inner => inside(inner),
        },
    };
    if any { parts.iter().any(holds) } else { !parts.is_empty() && parts.iter().all(holds) }
}
