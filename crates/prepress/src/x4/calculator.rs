//! PostScript calculator functions (ISO 32000-1, 7.10.5), parsed and run.

/// Most values on the stack; the language has no loops, so programs end.
const DEEPEST_STACK: usize = 512;
/// Deepest nesting of conditions.
const DEEPEST_NESTING: usize = 256;

/// A parsed program.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Program(pub(super) Vec<Step>);

/// One step of a program.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Step {
    /// A number, and whether it is an integer: some readers tell them apart.
    Push(f64, bool),
    Do(&'static str),
    If(Vec<Step>),
    IfElse(Vec<Step>, Vec<Step>),
}

const OPERATORS: [&str; 40] = [
    "abs", "add", "and", "atan", "bitshift", "ceiling", "copy", "cos", "cvi", "cvr", "div", "dup",
    "eq", "exch", "exp", "false", "floor", "ge", "gt", "idiv", "index", "le", "ln", "log", "lt",
    "mod", "mul", "ne", "neg", "not", "or", "pop", "roll", "round", "sin", "sqrt", "sub", "true",
    "truncate", "xor",
];

impl Program {
    /// Reads `{ … }`.
    pub(super) fn parse(source: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(source).ok()?.replace('{', " { ").replace('}', " } ");
        let mut words = text.split_ascii_whitespace();
        (words.next()? == "{").then_some(())?;
        Some(Self(block(&mut words, 0)?))
    }

    /// Runs on `input` and takes `outputs` values from the stack's top; fewer where it fails.
    pub(super) fn run(&self, input: &[f64], outputs: usize) -> Vec<f64> {
        let mut stack = input.to_vec();
        if steps(&self.0, &mut stack).is_none() {
            return Vec::new();
        }
        stack.split_off(stack.len().saturating_sub(outputs))
    }
}

/// Steps up to the closing brace.
fn block<'a>(words: &mut impl Iterator<Item = &'a str>, depth: usize) -> Option<Vec<Step>> {
    if depth > DEEPEST_NESTING {
        return None;
    }
    let mut out = Vec::new();
    let mut blocks: Vec<Vec<Step>> = Vec::new();
    loop {
        match words.next()? {
            "}" => return blocks.is_empty().then_some(out),
            "{" => blocks.push(block(words, depth + 1)?),
            "if" => out.push(Step::If(blocks.pop()?)),
            "ifelse" => {
                let no = blocks.pop()?;
                out.push(Step::IfElse(blocks.pop()?, no));
            }
            word => out.push(match word.parse::<f64>() {
                Ok(value) if value.is_finite() => Step::Push(value, !word.contains('.')),
                _ => Step::Do(OPERATORS.into_iter().find(|&name| name == word)?),
            }),
        }
    }
}

fn steps(list: &[Step], stack: &mut Vec<f64>) -> Option<()> {
    for step in list {
        match step {
            Step::Push(value, _) => stack.push(*value),
            Step::If(yes) => {
                if stack.pop()? != 0.0 {
                    steps(yes, stack)?;
                }
            }
            Step::IfElse(yes, no) => {
                let branch = if stack.pop()? != 0.0 { yes } else { no };
                steps(branch, stack)?;
            }
            Step::Do(name) => operator(name, stack)?,
        }
        if stack.len() > DEEPEST_STACK {
            return None;
        }
    }
    Some(())
}

/// Runs an operator: those of the stack here, those that reckon by how many values they take.
fn operator(name: &str, stack: &mut Vec<f64>) -> Option<()> {
    match name {
        "true" => stack.push(1.0),
        "false" => stack.push(0.0),
        "pop" => drop(stack.pop()?),
        "dup" => stack.push(*stack.last()?),
        "exch" => {
            let len = stack.len();
            stack.swap(len.checked_sub(2)?, len - 1);
        }
        "index" => {
            let n = stack.pop()? as usize;
            stack.push(*stack.get(stack.len().checked_sub(n.checked_add(1)?)?)?);
        }
        "copy" => {
            let n = stack.pop()? as usize;
            let from = stack.len().checked_sub(n)?;
            stack.extend_from_within(from..);
        }
        "roll" => {
            let (by, n) = (stack.pop()? as i64, stack.pop()? as usize);
            let from = stack.len().checked_sub(n)?;
            if n > 0 {
                stack[from..].rotate_right(by.rem_euclid(n as i64) as usize);
            }
        }
        _ => {
            let last = stack.pop()?;
            let value = match of_one(name, last) {
                Some(value) => value,
                None => of_two(name, stack.pop()?, last)?,
            };
            stack.push(value);
        }
    }
    Some(())
}

fn truth(holds: bool) -> f64 {
    f64::from(u8::from(holds))
}

fn of_one(name: &str, a: f64) -> Option<f64> {
    Some(match name {
        "abs" => a.abs(),
        "ceiling" => a.ceil(),
        "cos" => a.to_radians().cos(),
        "cvi" | "truncate" => a.trunc(),
        "cvr" => a,
        "floor" => a.floor(),
        "ln" => a.ln(),
        "log" => a.log10(),
        "neg" => -a,
        "not" => truth(a == 0.0),
        "round" => (a + 0.5).floor(),
        "sin" => a.to_radians().sin(),
        "sqrt" => a.max(0.0).sqrt(),
        _ => return None,
    })
}

fn of_two(name: &str, a: f64, b: f64) -> Option<f64> {
    Some(match name {
        "add" => a + b,
        "sub" => a - b,
        "mul" => a * b,
        "div" => a / b,
        "idiv" if b as i64 != 0 => ((a as i64).checked_div(b as i64)?) as f64,
        "mod" if b as i64 != 0 => ((a as i64).checked_rem(b as i64)?) as f64,
        "atan" => a.atan2(b).to_degrees().rem_euclid(360.0),
        "exp" => a.powf(b),
        "eq" => truth(a == b),
        "ne" => truth(a != b),
        "gt" => truth(a > b),
        "ge" => truth(a >= b),
        "lt" => truth(a < b),
        "le" => truth(a <= b),
        "and" => (a as i64 & b as i64) as f64,
        "or" => (a as i64 | b as i64) as f64,
        "xor" => (a as i64 ^ b as i64) as f64,
        "bitshift" if (0.0..32.0).contains(&b) => ((a as i64) << b as u32) as f64,
        "bitshift" if (-32.0..0.0).contains(&b) => (a as i64 >> (-b) as u32) as f64,
        _ => return None,
    })
}
