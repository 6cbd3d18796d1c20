//! Transforms and outlines as style sheets write them.

use super::basis::{Bad, Setting, length, one};
use crate::manifest::image::svg::css::math::Quantity;
use crate::manifest::image::svg::css::token::{Kind, Token, end_of, split, trimmed};

/// Functions that leave the plane, or need the size of the element.
const BEYOND: [&str; 10] = [
    "rotate3d",
    "rotatex",
    "rotatey",
    "scale3d",
    "scalez",
    "translate3d",
    "translatez",
    "matrix3d",
    "perspective",
    "rotatez",
];

/// A list of functions with units, as one of an attribute.
pub fn transform(tokens: &[Token]) -> Result<String, Bad> {
    if let [one] = tokens
        && one.ident().is_some_and(|word| word.eq_ignore_ascii_case("none"))
    {
        return Ok(String::new());
    }
    let (mut rest, mut parts) = (tokens, vec![]);
    while let [Token { kind: Kind::Function(name), .. }, ..] = trimmed(rest) {
        rest = trimmed(rest);
        let end = end_of(rest, 0);
        parts.push(function(&name.to_ascii_lowercase(), &rest[1..end])?);
        rest = rest.get(end + 1..).unwrap_or_default();
    }
    match trimmed(rest) {
        [] if !parts.is_empty() => Ok(parts.join(" ")),
        _ => Err(Bad::Invalid),
    }
}

fn function(name: &str, inside: &[Token]) -> Result<String, Bad> {
    if BEYOND.contains(&name) {
        return Err(Bad::Unread(format!("{name}()")));
    }
    let args = split(inside, ',')
        .into_iter()
        .map(|part| one(trimmed(part)))
        .collect::<Result<Vec<_>, _>>()?;
    let of = |units: &'static [&'static str]| {
        let part = |arg: &Quantity| match units.contains(&arg.unit.as_str()) || arg.value == 0.0 {
            true => Ok(if arg.unit == "%" { arg.value / 100.0 } else { arg.value }),
            false if matches!(&*arg.unit, "%" | "em" | "ex" | "vw" | "vh") => {
                Err(Bad::Unread(format!("{name}({})", arg.unit)))
            }
            false => Err(Bad::Invalid),
        };
        args.iter().map(part).collect::<Result<Vec<f64>, Bad>>()
    };
    let (number, angle, distance) = (&["", "%"], &["deg"], &["px"]);
    let matrix = |[a, b, c, d, e, f]: [f64; 6]| Ok(format!("matrix({a} {b} {c} {d} {e} {f})"));
    let slope = |degrees: f64| degrees.to_radians().tan();
    match name {
        "translate" => match of(distance)?[..] {
            [x] => matrix([1.0, 0.0, 0.0, 1.0, x, 0.0]),
            [x, y] => matrix([1.0, 0.0, 0.0, 1.0, x, y]),
            _ => Err(Bad::Invalid),
        },
        "translatex" => single(&of(distance)?, |x| matrix([1.0, 0.0, 0.0, 1.0, x, 0.0])),
        "translatey" => single(&of(distance)?, |y| matrix([1.0, 0.0, 0.0, 1.0, 0.0, y])),
        "scale" => match of(number)?[..] {
            [x] => matrix([x, 0.0, 0.0, x, 0.0, 0.0]),
            [x, y] => matrix([x, 0.0, 0.0, y, 0.0, 0.0]),
            _ => Err(Bad::Invalid),
        },
        "scalex" => single(&of(number)?, |x| matrix([x, 0.0, 0.0, 1.0, 0.0, 0.0])),
        "scaley" => single(&of(number)?, |y| matrix([1.0, 0.0, 0.0, y, 0.0, 0.0])),
        "rotate" => single(&of(angle)?, |degrees| Ok(format!("rotate({degrees})"))),
        "skewx" => single(&of(angle)?, |x| matrix([1.0, 0.0, slope(x), 1.0, 0.0, 0.0])),
        "skewy" => single(&of(angle)?, |y| matrix([1.0, slope(y), 0.0, 1.0, 0.0, 0.0])),
        "skew" => match of(angle)?[..] {
            [x] => matrix([1.0, 0.0, slope(x), 1.0, 0.0, 0.0]),
            [x, y] => matrix([1.0, slope(y), slope(x), 1.0, 0.0, 0.0]),
            _ => Err(Bad::Invalid),
        },
        "matrix" => match of(&[""])?[..] {
            [a, b, c, d, e, f] => matrix([a, b, c, d, e, f]),
            _ => Err(Bad::Invalid),
        },
        _ => Err(Bad::Invalid),
    }
}

fn single(values: &[f64], written: impl Fn(f64) -> Result<String, Bad>) -> Result<String, Bad> {
    match values {
        [one] => written(*one),
        _ => Err(Bad::Invalid),
    }
}

/// Where a transform turns: two lengths or words.
pub fn origin(tokens: &[Token], setting: &Setting) -> Result<String, Bad> {
    let parts = tokens.split(|token| token.kind == Kind::White).filter(|part| !part.is_empty());
    let part = |part: &[Token]| match part {
        [Token { kind: Kind::Ident(word), .. }] => match &*word.to_ascii_lowercase() {
            word @ ("left" | "right" | "top" | "bottom" | "center") => Ok(word.to_string()),
            _ => Err(Bad::Invalid),
        },
        part => length(part, true, setting),
    };
    let parts: Vec<String> = parts.map(part).collect::<Result<_, _>>()?;
    match &parts[..] {
        [_] | [_, _] => Ok(parts.join(" ")),
        [x, y, z] if z == "0" => Ok(format!("{x} {y}")),
        [_, _, z] => Err(Bad::Unread(z.clone())),
        _ => Err(Bad::Invalid),
    }
}

/// `path("…")`
pub fn path(tokens: &[Token]) -> Result<String, Bad> {
    match tokens {
        [one] if one.ident().is_some_and(|word| word.eq_ignore_ascii_case("none")) => {
            Ok(String::new())
        }
        [Token { kind: Kind::Function(name), .. }, inside @ .., _]
            if name.eq_ignore_ascii_case("path") =>
        {
            match trimmed(inside) {
                [Token { kind: Kind::Text(path), .. }] => Ok(path.clone()),
                _ => Err(Bad::Invalid),
            }
        }
        [Token { kind: Kind::Function(name), .. }, ..] if name.eq_ignore_ascii_case("shape") => {
            Err(Bad::Unread("shape()".into()))
        }
        _ => Err(Bad::Invalid),
    }
}
