//! Media queries (Media Queries 4), as a browser on a light screen answers them.

use super::token::{Kind, Token, end_of, split, trimmed};

/// What a drawing is shown on: the drawing's own size, as a browser shows it in a page.
#[derive(Debug, Clone, Copy)]
pub struct Screen {
    /// In pixels.
    pub width: f64,
    /// In pixels.
    pub height: f64,
}

/// How deep conditions may stand in each other.
const DEEPEST: usize = 16;
/// What a desktop screen in light answers to features that have words for values.
const ANSWERS: [(&str, &str); 17] = [
    ("prefers-color-scheme", "light"),
    ("prefers-contrast", "no-preference"),
    ("prefers-reduced-motion", "no-preference"),
    ("prefers-reduced-transparency", "no-preference"),
    ("prefers-reduced-data", "no-preference"),
    ("forced-colors", "none"),
    ("inverted-colors", "none"),
    ("hover", "hover"),
    ("any-hover", "hover"),
    ("pointer", "fine"),
    ("any-pointer", "fine"),
    ("color-gamut", "srgb"),
    ("dynamic-range", "standard"),
    ("scripting", "none"),
    ("update", "fast"),
    ("display-mode", "browser"),
    ("scan", "progressive"),
];

/// Whether one of the queries holds; an empty list does.
pub fn holds(queries: &[Token], screen: Screen) -> bool {
    trimmed(queries).is_empty()
        || split(queries, ',')
            .into_iter()
            .any(|query| query_holds(trimmed(query), screen) == Some(true))
}

/// Whether a query holds; `None` if it cannot be told, which counts as no, its opposite too.
fn query_holds(query: &[Token], screen: Screen) -> Option<bool> {
    let word = |token: &Token| token.ident().map(str::to_ascii_lowercase);
    let (mut rest, mut opposite) = (query, false);
    if let [first, second, tail @ ..] = query
        && let Some(modifier) = word(first).filter(|word| word == "not" || word == "only")
        && second.kind == Kind::White
        && tail.first().and_then(word).is_some()
    {
        (rest, opposite) = (tail, modifier == "not");
    }
    let kind = rest.first().and_then(word).filter(|word| word != "not");
    let Some(kind) = kind else { return condition(rest, screen, 0) };
    let shown = matches!(kind.as_str(), "all" | "screen");
    let rest = trimmed(&rest[1..]);
    let rest = match rest.first().and_then(word).as_deref() {
        Some("and") => condition(&rest[1..], screen, 0),
        _ if rest.is_empty() => Some(true),
        _ => None,
    };
    rest.map(|holds| (shown && holds) != opposite)
}

fn condition(tokens: &[Token], screen: Screen, depth: usize) -> Option<bool> {
    let tokens = trimmed(tokens);
    if depth > DEEPEST {
        return None;
    }
    let (mut result, mut at) = (None, 0);
    let (mut opposite, mut any) = (false, false);
    while at < tokens.len() {
        let token = &tokens[at];
        match token.ident().map(str::to_ascii_lowercase).as_deref() {
            Some("not") => opposite = true,
            Some("or") => any = true,
            Some("and") => any = false,
            Some(_) => return None,
            None if token.is('(') => {
                let end = end_of(tokens, at);
                let found = inside(&tokens[at + 1..end], screen, depth)? != opposite;
                opposite = false;
                result = Some(match result {
                    Some(before) if any => before || found,
                    Some(before) => before && found,
                    None => found,
                });
                at = end;
            }
            None if token.kind == Kind::White => {}
            None => return None,
        }
        at += 1;
    }
    result
}

fn inside(tokens: &[Token], screen: Screen, depth: usize) -> Option<bool> {
    let tokens = trimmed(tokens);
    if tokens
        .first()
        .is_some_and(|token| token.is('(') || token.ident().is_some_and(|word| word == "not"))
    {
        return condition(tokens, screen, depth + 1);
    }
    if let [Token { kind: Kind::Ident(name), .. }, rest @ ..] = tokens {
        let name = name.to_ascii_lowercase();
        let value = match trimmed(rest) {
            [] => None,
            [colon, value @ ..] if colon.is(':') => Some(trimmed(value)),
            _ => return range(tokens, screen),
        };
        return feature(&name, value, screen);
    }
    range(tokens, screen)
}

/// `name: value`, or the name alone.
fn feature(name: &str, value: Option<&[Token]>, screen: Screen) -> Option<bool> {
    let word = value.and_then(|value| value.first()).and_then(Token::ident);
    let word = word.map(str::to_ascii_lowercase);
    if let Some((_, answer)) = ANSWERS.iter().find(|(feature, _)| *feature == name) {
        return Some(match word {
            Some(word) => word == *answer,
            None => !matches!(*answer, "none" | "no-preference"),
        });
    }
    if name == "orientation" {
        let answer = if screen.height >= screen.width { "portrait" } else { "landscape" };
        return Some(word.is_none_or(|word| word == answer));
    }
    let (bare, order) = match name.split_once('-') {
        Some(("min", bare)) => (bare, 1),
        Some(("max", bare)) => (bare, -1),
        _ => (name, 0),
    };
    let measured = measure(bare, screen)?;
    let Some(value) = value else { return Some(measured != 0.0) };
    let wanted = number(value)?;
    Some(match order {
        1 => measured >= wanted,
        -1 => measured <= wanted,
        _ => measured == wanted,
    })
}

/// `width >= 400px`, `100px < width <= 400px`.
fn range(tokens: &[Token], screen: Screen) -> Option<bool> {
    let signs = |token: &Token| token.is('<') || token.is('>') || token.is('=');
    let mut parts: Vec<&[Token]> = tokens.split(signs).map(trimmed).collect();
    parts.retain(|part| !part.is_empty());
    let marks: Vec<&[Token]> =
        tokens.split(|token| !signs(token)).filter(|m| !m.is_empty()).collect();
    if marks.len() + 1 != parts.len() || marks.is_empty() {
        return None;
    }
    let side = |part: &[Token]| match part {
        [Token { kind: Kind::Ident(name), .. }] => measure(&name.to_ascii_lowercase(), screen),
        _ => number(part),
    };
    let mut holds = true;
    for (pair, mark) in parts.windows(2).zip(marks) {
        let (left, right) = (side(pair[0])?, side(pair[1])?);
        let same = mark.iter().any(|token| token.is('=')) && left == right;
        let ordered = mark.iter().any(|token| token.is('<')) && left < right
            || mark.iter().any(|token| token.is('>')) && left > right;
        holds &= same || ordered;
    }
    Some(holds)
}

fn measure(name: &str, screen: Screen) -> Option<f64> {
    Some(match name {
        "width" | "device-width" => screen.width,
        "height" | "device-height" => screen.height,
        "aspect-ratio" | "device-aspect-ratio" => screen.width / screen.height,
        "resolution" | "-webkit-device-pixel-ratio" => 1.0,
        "color" => 8.0,
        "color-index" | "monochrome" | "grid" => 0.0,
        _ => return None,
    })
}

fn number(value: &[Token]) -> Option<f64> {
    match value {
        [Token { kind: Kind::Number(number), .. }] => Some(*number),
        [Token { kind: Kind::Dimension(number, unit), .. }] => Some(match unit.as_str() {
            "px" | "dppx" | "x" => *number,
            "em" | "rem" => number * 16.0,
            "pt" => number * 96.0 / 72.0,
            "dpi" => number / 96.0,
            "in" => number * 96.0,
            "cm" => number * 96.0 / 2.54,
            "mm" => number * 96.0 / 25.4,
            "dpcm" => number * 2.54 / 96.0,
            _ => return None,
        }),
        _ => {
            let (left, right) = value.split_at(value.iter().position(|token| token.is('/'))?);
            Some(number(trimmed(left))? / number(trimmed(&right[1..]))?)
        }
    }
}
