//! The author's own properties (`--name`) and `var()` (CSS Variables 1).

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use super::css::token::{Kind, Token, end_of, split, trimmed};

/// The most tokens a value may come to: browsers have such a limit too.
const MOST: usize = 4096;
/// How deep one may ask for another.
const DEEPEST: usize = 64;

/// A value that cannot be filled in.
#[derive(Debug)]
pub struct Open;

/// What an element has of them: what it says itself before what is above it.
#[derive(Debug, Clone)]
pub struct Own(Rc<Frame>);

#[derive(Debug)]
struct Frame {
    /// Names with their values, filled in; none where the name has no value any more.
    said: HashMap<String, Option<Value>>,
    above: Option<Own>,
}

type Value = Rc<[Token]>;

/// Whether a value has a `var()`.
pub fn asks(value: &[Token]) -> bool {
    value.iter().any(
        |token| matches!(&token.kind, Kind::Function(name) if name.eq_ignore_ascii_case("var")),
    )
}

impl Own {
    /// Those that are registered with a first value.
    pub fn new(registered: &HashMap<String, Vec<Token>>) -> Self {
        let value = |value: &Vec<Token>| Some(value.as_slice().into());
        let said = registered.iter().map(|(name, first)| (name.clone(), value(first))).collect();
        Self(Rc::new(Frame { said, above: None }))
    }

    fn get(&self, name: &str) -> Option<Value> {
        let mut frame = Some(self);
        while let Some(Own(at)) = frame {
            if let Some(value) = at.said.get(name) {
                return value.clone();
            }
            frame = at.above.as_ref();
        }
        None
    }

    /// Takes in what an element says, the strongest last.
    pub fn take<'a>(&mut self, said: impl Iterator<Item = (&'a str, &'a [Token])>) {
        let said: BTreeMap<&str, &[Token]> = said.collect();
        if said.is_empty() {
            return;
        }
        let mut filling =
            Filling { said: &said, above: self, done: HashMap::new(), asking: vec![] };
        for name in said.keys() {
            filling.value(name);
        }
        let said = filling.done;
        *self = Self(Rc::new(Frame { said, above: Some(self.clone()) }));
    }

    /// A value with every `var()` filled in.
    pub fn filled(&self, value: &[Token]) -> Result<Vec<Token>, Open> {
        match asks(value) {
            true => fill(value, 0, &mut |name| self.get(name)),
            false => Ok(value.to_vec()),
        }
    }
}

/// The values of one element, each reckoned once.
struct Filling<'a> {
    said: &'a BTreeMap<&'a str, &'a [Token]>,
    above: &'a Own,
    done: HashMap<String, Option<Value>>,
    asking: Vec<String>,
}

impl Filling<'_> {
    fn value(&mut self, name: &str) -> Option<Value> {
        if let Some(done) = self.done.get(name) {
            return done.clone();
        }
        let Some(value) = self.said.get(name).copied() else { return self.above.get(name) };
        let word = match value {
            [one] => one.ident().map(str::to_ascii_lowercase),
            _ => None,
        };
        let found = match word.as_deref() {
            Some("initial") => None,
            Some("inherit" | "unset" | "revert" | "revert-layer") => self.above.get(name),
            // One that asks for itself has no value.
            _ if self.asking.iter().any(|asked| asked == name) || self.asking.len() > DEEPEST => {
                return None;
            }
            _ => {
                self.asking.push(name.to_string());
                let filled = fill(value, 0, &mut |asked| self.value(asked));
                self.asking.pop();
                filled.ok().map(Into::into)
            }
        };
        self.done.insert(name.to_string(), found.clone());
        found
    }
}

fn fill(
    value: &[Token],
    depth: usize,
    given: &mut dyn FnMut(&str) -> Option<Rc<[Token]>>,
) -> Result<Vec<Token>, Open> {
    let (mut filled, mut at) = (vec![], 0);
    while at < value.len() {
        let end = match &value[at].kind {
            Kind::Function(name) if name.eq_ignore_ascii_case("var") => end_of(value, at),
            _ => {
                filled.push(value[at].clone());
                at += 1;
                continue;
            }
        };
        let inside = &value[at + 1..end.min(value.len())];
        let name = trimmed(split(inside, ',')[0]);
        let [Token { kind: Kind::Ident(name), .. }] = name else { return Err(Open) };
        if depth > DEEPEST {
            return Err(Open);
        }
        match given(name) {
            Some(value) => filled.extend(value.iter().cloned()),
            None => {
                let comma = inside.iter().position(|token| token.is(',')).ok_or(Open)?;
                filled.extend(fill(trimmed(&inside[comma + 1..]), depth + 1, given)?);
            }
        }
        if filled.len() > MOST {
            return Err(Open);
        }
        at = end + 1;
    }
    Ok(filled)
}
