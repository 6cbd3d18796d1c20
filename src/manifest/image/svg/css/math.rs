//! `calc()` and its kin, as far as what they hold is of one kind (CSS Values 4, 10).

use super::token::{Kind, Token, end_of, split, trimmed};

/// How deep they may stand in each other.
const DEEPEST: usize = 24;
/// Pixels, and degrees, of the units that are so everywhere.
const LENGTHS: [(&str, f64); 8] = [
    ("px", 1.0),
    ("in", 96.0),
    ("cm", 96.0 / 2.54),
    ("mm", 96.0 / 25.4),
    ("q", 96.0 / 101.6),
    ("pt", 96.0 / 72.0),
    ("pc", 16.0),
    ("rem", 16.0),
];
const ANGLES: [(&str, f64); 4] =
    [("deg", 1.0), ("grad", 0.9), ("rad", 180.0 / std::f64::consts::PI), ("turn", 360.0)];

/// A number with its unit: pixels and degrees are reckoned, others stay what they are.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// How much.
    pub value: f64,
    /// `""`, `%`, `px`, `deg`, `em` …
    pub unit: String,
}

/// Whether a function is reckoned here.
pub fn is_math(name: &str) -> bool {
    matches!(name.to_ascii_lowercase().as_str(), "calc" | "min" | "max" | "clamp" | "-webkit-calc")
}

/// What a single number or a reckoned function comes to. `Err` holds what browsers know and this does not.
pub fn quantity(tokens: &[Token]) -> Result<Option<Quantity>, String> {
    match tokens {
        [one] => Ok(simple(one)),
        [Token { kind: Kind::Function(name), .. }, ..]
            if is_math(name) && end_of(tokens, 0) + 1 == tokens.len() =>
        {
            let found = Reckoning { depth: 0 }.function(name, &tokens[1..tokens.len() - 1]);
            found.map(Some).ok_or_else(|| format!("{name}()"))
        }
        _ => Ok(None),
    }
}

fn simple(token: &Token) -> Option<Quantity> {
    let of = |value: f64, unit: &str| {
        Some(Quantity { value: value.clamp(-1e9, 1e9), unit: unit.into() })
    };
    match &token.kind {
        Kind::Number(value) => of(*value, ""),
        Kind::Percent(value) => of(*value, "%"),
        Kind::Dimension(value, unit) => {
            let known = |table: &[(&str, f64)]| {
                table.iter().find(|(name, _)| name == unit).map(|(_, size)| *size)
            };
            match (known(&LENGTHS), known(&ANGLES)) {
                (Some(size), _) => of(value * size, "px"),
                (_, Some(size)) => of(value * size, "deg"),
                _ => of(*value, unit),
            }
        }
        Kind::Ident(name) => match name.to_ascii_lowercase().as_str() {
            "pi" => of(std::f64::consts::PI, ""),
            "e" => of(std::f64::consts::E, ""),
            _ => None,
        },
        _ => None,
    }
}

#[derive(Clone, Copy)]
struct Reckoning {
    depth: usize,
}

impl Reckoning {
    fn function(self, name: &str, inside: &[Token]) -> Option<Quantity> {
        let inner = Self { depth: self.depth + 1 };
        let args = split(inside, ',')
            .into_iter()
            .map(|part| inner.sum(part))
            .collect::<Option<Vec<_>>>()?;
        let (first, rest) = args.split_first()?;
        let mut values = vec![first.value];
        for other in rest {
            values.push(same(first, other)?);
        }
        let value = match (name.to_ascii_lowercase().as_str(), &values[..]) {
            ("min", values) => values.iter().copied().fold(f64::INFINITY, f64::min),
            ("max", values) => values.iter().copied().fold(f64::NEG_INFINITY, f64::max),
            ("clamp", [least, value, most]) => value.min(*most).max(*least),
            ("calc" | "-webkit-calc", [value]) => *value,
            _ => return None,
        };
        Some(Quantity { value, unit: first.unit.clone() })
    }

    fn sum(self, tokens: &[Token]) -> Option<Quantity> {
        let mut parts = operations(tokens, ['+', '-']).into_iter();
        let (_, first) = parts.next()?;
        let mut sum = self.product(first)?;
        for (sign, part) in parts {
            let part = self.product(part)?;
            let value = same(&sum, &part)?;
            sum.value += if sign == '-' { -value } else { value };
        }
        Some(sum)
    }

    fn product(self, tokens: &[Token]) -> Option<Quantity> {
        let mut parts = operations(tokens, ['*', '/']).into_iter();
        let (_, first) = parts.next()?;
        let mut product = self.term(first)?;
        for (sign, part) in parts {
            let part = self.term(part)?;
            match (sign, product.unit.is_empty(), part.unit.is_empty()) {
                ('*', _, true) => product.value *= part.value,
                ('*', true, false) => {
                    product = Quantity { value: product.value * part.value, ..part }
                }
                ('/', _, true) if part.value != 0.0 => product.value /= part.value,
                _ => return None,
            }
        }
        product.value.is_finite().then_some(product)
    }

    fn term(self, tokens: &[Token]) -> Option<Quantity> {
        let tokens = trimmed(tokens);
        if self.depth > DEEPEST {
            return None;
        }
        match tokens {
            [one] => simple(one),
            [open, inside @ .., _] if open.is('(') && end_of(tokens, 0) + 1 == tokens.len() => {
                Self { depth: self.depth + 1 }.sum(inside)
            }
            [Token { kind: Kind::Function(name), .. }, inside @ .., _]
                if end_of(tokens, 0) + 1 == tokens.len() =>
            {
                self.function(name, inside)
            }
            _ => None,
        }
    }
}

/// The second's value, if the two can be added.
fn same(one: &Quantity, other: &Quantity) -> Option<f64> {
    (one.unit == other.unit).then_some(other.value)
}

/// The parts between signs outside brackets, each with the sign before it.
fn operations(tokens: &[Token], signs: [char; 2]) -> Vec<(char, &[Token])> {
    let (mut parts, mut start, mut at, mut sign) = (vec![], 0, 0, '+');
    while at < tokens.len() {
        if tokens[at].closing().is_some() {
            at = end_of(tokens, at);
        } else if let Kind::Delim(found) = tokens[at].kind
            && signs.contains(&found)
        {
            parts.push((sign, &tokens[start..at]));
            (start, sign) = (at + 1, found);
        }
        at += 1;
    }
    parts.push((sign, tokens.get(start..).unwrap_or_default()));
    parts
}
