//! Reads selectors (Selectors 4). What they match is [`super::super::tree`]'s.

use std::collections::HashMap;

use super::condition::{Combinator, Selector, Simple, attribute, nth, plain};
use super::token::{Kind, Token, end_of, split, trimmed};

/// How deep `:is(:not(…))` may stand in each other.
const DEEPEST: usize = 12;
/// The most compounds of one selector, and selectors of one list.
const MOST: usize = 256;
const SVG: &str = "http://www.w3.org/2000/svg";

/// Why a selector cannot be used.
#[derive(Debug, Clone, PartialEq)]
pub enum Bad {
    /// A browser drops the rule too.
    Invalid,
    /// A browser knows it: what, and the byte of the text it stands at.
    Unread(String, usize),
}

/// Reads a list of selectors; one that is wrong spoils all.
pub fn list(tokens: &[Token], prefixes: &HashMap<String, String>) -> Result<Vec<Selector>, Bad> {
    Reader { prefixes, depth: 0 }.list(tokens)
}

#[derive(Clone, Copy)]
struct Reader<'a> {
    prefixes: &'a HashMap<String, String>,
    depth: usize,
}

impl Reader<'_> {
    fn list(self, tokens: &[Token]) -> Result<Vec<Selector>, Bad> {
        let parts = split(tokens, ',');
        if self.depth > DEEPEST || parts.len() > MOST {
            return Err(Bad::Unread(":is(…)".into(), tokens.first().map_or(0, |t| t.at.start)));
        }
        parts.into_iter().map(|part| self.selector(part)).collect()
    }

    fn selector(self, tokens: &[Token]) -> Result<Selector, Bad> {
        let tokens = trimmed(tokens);
        let (mut compounds, mut compound) = (vec![], vec![]);
        let (mut combinator, mut at, mut weight) = (Combinator::Inside, 0, [0; 3]);
        while at < tokens.len() {
            let start = at;
            while tokens.get(at).is_some_and(|token| token.kind == Kind::White) {
                at += 1;
            }
            let sign = tokens.get(at).and_then(sign);
            if sign.is_some() || at > start {
                at += usize::from(sign.is_some());
                while tokens.get(at).is_some_and(|token| token.kind == Kind::White) {
                    at += 1;
                }
                if compound.is_empty() {
                    return Err(Bad::Invalid);
                }
                compounds.push((combinator, std::mem::take(&mut compound)));
                combinator = sign.unwrap_or(Combinator::Inside);
                continue;
            }
            at = self.simple(tokens, at, &mut compound, &mut weight)?;
        }
        if compound.is_empty() {
            return Err(Bad::Invalid);
        }
        compounds.push((combinator, compound));
        if compounds.len() > MOST {
            return Err(Bad::Unread("…".into(), tokens[0].at.start));
        }
        // Each compound has read how it stands to its left; matching goes from the right.
        let right: Vec<Combinator> =
            compounds.iter().map(|(c, _)| *c).skip(1).chain([Combinator::Inside]).collect();
        let compounds =
            compounds.into_iter().zip(right).rev().map(|((_, c), right)| (right, c)).collect();
        Ok(Selector { compounds, weight })
    }

    /// Reads one condition; gives where the next starts.
    fn simple(
        self,
        tokens: &[Token],
        at: usize,
        compound: &mut Vec<Simple>,
        weight: &mut [u32; 3],
    ) -> Result<usize, Bad> {
        let token = &tokens[at];
        let next = |ahead: usize| tokens.get(at + ahead);
        match &token.kind {
            Kind::Ident(_) | Kind::Delim('*' | '|') => {
                let (name, end) = self.tag(tokens, at)?;
                if !compound.is_empty() {
                    return Err(Bad::Invalid);
                }
                weight[2] += u32::from(name.is_some());
                compound.push(name.map_or(Simple::Not(vec![]), Simple::Tag));
                Ok(end)
            }
            Kind::Hash(name) => {
                weight[0] += 1;
                compound.push(Simple::Id(name.clone()));
                Ok(at + 1)
            }
            Kind::Delim('.') => {
                let name = next(1).and_then(Token::ident).ok_or(Bad::Invalid)?;
                weight[1] += 1;
                compound.push(Simple::Class(name.to_string()));
                Ok(at + 2)
            }
            Kind::Open('[') => {
                let end = end_of(tokens, at);
                weight[1] += 1;
                compound.push(attribute(&tokens[at + 1..end]).ok_or(Bad::Invalid)?);
                Ok(end + 1)
            }
            Kind::Delim(':') if next(1).is_some_and(|token| token.is(':')) => {
                weight[2] += 1;
                compound.push(Simple::Never);
                match &next(2).ok_or(Bad::Invalid)?.kind {
                    Kind::Ident(_) => Ok(at + 3),
                    Kind::Function(_) => Ok(end_of(tokens, at + 2) + 1),
                    _ => Err(Bad::Invalid),
                }
            }
            Kind::Delim(':') => self.pseudo(tokens, at + 1, compound, weight),
            _ => Err(Bad::Invalid),
        }
    }

    /// `name`, `*`, `prefix|name`: the name, and where the next starts.
    fn tag(self, tokens: &[Token], at: usize) -> Result<(Option<String>, usize), Bad> {
        let name = |token: Option<&Token>| match token.map(|token| &token.kind) {
            Some(Kind::Ident(name)) => Ok(Some(name.clone())),
            Some(Kind::Delim('*')) => Ok(None),
            _ => Err(Bad::Invalid),
        };
        if tokens.get(at + 1).is_some_and(|token| token.is('|')) {
            if let Some(prefix) = name(tokens.get(at))?
                && self.prefixes.get(&prefix).is_none_or(|uri| uri != SVG)
            {
                return Err(Bad::Invalid);
            }
            return Ok((name(tokens.get(at + 2))?, at + 3));
        }
        Ok((name(tokens.get(at))?, at + 1))
    }

    fn pseudo(
        self,
        tokens: &[Token],
        at: usize,
        compound: &mut Vec<Simple>,
        weight: &mut [u32; 3],
    ) -> Result<usize, Bad> {
        let token = tokens.get(at).ok_or(Bad::Invalid)?;
        let inner = Reader { depth: self.depth + 1, ..self };
        let (simple, end, own) = match &token.kind {
            Kind::Ident(name) => {
                let name = name.to_ascii_lowercase();
                let pseudo_element =
                    matches!(&*name, "before" | "after" | "first-line" | "first-letter");
                let own = if pseudo_element { [0, 0, 1] } else { [0, 1, 0] };
                (plain(&name).ok_or(Bad::Invalid)?, at + 1, own)
            }
            Kind::Function(name) => {
                let end = end_of(tokens, at);
                let inside = &tokens[at + 1..end];
                let (simple, own) =
                    inner.function(&name.to_ascii_lowercase(), inside, token.at.start)?;
                (simple, end + 1, own)
            }
            _ => return Err(Bad::Invalid),
        };
        for (weight, own) in weight.iter_mut().zip(own) {
            *weight += own;
        }
        compound.push(simple);
        Ok(end)
    }

    fn function(self, name: &str, inside: &[Token], at: usize) -> Result<(Simple, [u32; 3]), Bad> {
        Ok(match name {
            "is" | "where" | "matches" | "-webkit-any" => {
                let list = self.forgiving(inside)?;
                let weight = if name == "where" { [0; 3] } else { heaviest(&list) };
                (Simple::Is(list), weight)
            }
            "not" => {
                let list = self.list(inside)?;
                let weight = heaviest(&list);
                (Simple::Not(list), weight)
            }
            "has" => {
                let parts = split(inside, ',').into_iter();
                let list = parts.map(|part| self.relative(part)).collect::<Result<Vec<_>, _>>()?;
                let weight = list.iter().map(|(_, s)| s.weight).max().unwrap_or_default();
                (Simple::Has(list), weight)
            }
            "lang" => {
                let words = inside.iter().filter_map(|token| match &token.kind {
                    Kind::Ident(word) | Kind::Text(word) => Some(word.to_ascii_lowercase()),
                    _ => None,
                });
                (Simple::Lang(words.collect()), [0, 1, 0])
            }
            "nth-child" | "nth-last-child" | "nth-of-type" | "nth-last-of-type" => {
                self.nth(name, inside)?
            }
            "host" | "host-context" | "current" | "state" => (Simple::Never, [0, 1, 0]),
            "dir" => return Err(Bad::Unread(":dir()".into(), at)),
            _ => return Err(Bad::Invalid),
        })
    }

    /// A list of which each selector that is wrong is left out (`<forgiving-selector-list>`).
    fn forgiving(self, tokens: &[Token]) -> Result<Vec<Selector>, Bad> {
        let mut list = vec![];
        for part in split(tokens, ',') {
            match self.list(part) {
                Ok(found) => list.extend(found),
                Err(Bad::Invalid) => {}
                Err(unread) => return Err(unread),
            }
        }
        Ok(list)
    }

    /// A selector that may begin with how it stands to the element.
    fn relative(self, tokens: &[Token]) -> Result<(Combinator, Selector), Bad> {
        let tokens = trimmed(tokens);
        let (combinator, rest) = match tokens.first().and_then(sign) {
            Some(combinator) => (combinator, &tokens[1..]),
            None => (Combinator::Inside, tokens),
        };
        Ok((combinator, self.selector(rest)?))
    }

    /// `:nth-child(2n+1 of …)` and its kin.
    fn nth(self, name: &str, inside: &[Token]) -> Result<(Simple, [u32; 3]), Bad> {
        let of_type = name.ends_with("of-type");
        let is_of = |token: &Token| token.ident().is_some_and(|w| w.eq_ignore_ascii_case("of"));
        let of = inside.iter().position(is_of).filter(|_| !of_type);
        let (step, first) = nth(&inside[..of.unwrap_or(inside.len())]).ok_or(Bad::Invalid)?;
        let of = of.map(|of| self.list(&inside[of + 1..])).transpose()?;
        let mut weight = of.as_deref().map(heaviest).unwrap_or_default();
        weight[1] += 1;
        let from_end = name.starts_with("nth-last");
        Ok((Simple::Nth { step, first, from_end, of_type, of }, weight))
    }
}

/// The combinator that is a sign.
fn sign(token: &Token) -> Option<Combinator> {
    match token.kind {
        Kind::Delim('>') => Some(Combinator::Child),
        Kind::Delim('+') => Some(Combinator::Next),
        Kind::Delim('~') => Some(Combinator::Later),
        _ => None,
    }
}

/// What the weightiest of them weighs.
fn heaviest(list: &[Selector]) -> [u32; 3] {
    list.iter().map(|selector| selector.weight).max().unwrap_or_default()
}
