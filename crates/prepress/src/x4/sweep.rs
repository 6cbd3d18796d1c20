//! Conic and repeated gradients, which are calculator programs: kept as programs, so that they stay
//! sharp at every size, with the colours of their stops brought into CMYK.
//!
//! Such a program works out one value t from the point and then picks a pair of stops by a chain
//! `dup BOUND le { … } { … } ifelse`. The part before the chain is copied; the chain is run at its
//! bounds and written anew. A program of another form is left to the caller to sample.

use std::fmt::Write;

use super::calculator::{Program, Step};
use super::colors::Colors;
use super::function::{Function, FunctionKind};

/// Bounds of one chain at most; readers limit how deeply conditions nest.
const MOST_BOUNDS: usize = 100;
/// A step beyond a bound, to see the colour on its other side.
const BESIDE: f64 = 1e-6;

/// The program with its colours converted; `None` where its form is not known.
pub(super) fn rewrite(function: &Function, colors: &Colors<'_>) -> Option<String> {
    let FunctionKind::Calculator(Program(steps)) = &function.kind else { return None };
    let at = steps.len().checked_sub(4)?;
    let (head, chain) = steps.split_at(at);
    let bounds = bounds(chain)?;
    let outputs = colors.count();
    let chain = Program(chain.to_vec());
    let inputs = source_components(&chain, *bounds.first()?)?;
    let color = |t: f64| colors.of(&chain.run(&[t], inputs));
    let mut out = String::from("{ ");
    write_steps(&mut out, head)?;
    // Before the first bound the gradient has the first stop's colour.
    let mut closing = 0;
    for pair in bounds.windows(2) {
        let width = (pair[1] - pair[0]).max(0.0);
        let (from, to) = (color(pair[0] + width * BESIDE), color(pair[1]));
        let before = color(pair[0]);
        if closing == 0 {
            write!(out, "dup {} le {{ pop {}}} {{ ", number(pair[0]), list(&before)).ok()?;
            closing += 1;
        }
        if width <= 0.0 {
            continue;
        }
        write!(out, "dup {} le {{ ", number(pair[1])).ok()?;
        write!(out, "{} sub {} div ", number(pair[0]), number(width)).ok()?;
        for (i, (from, to)) in from.iter().zip(&to).enumerate() {
            let (from, to) = (f64::from(*from), f64::from(*to));
            write!(out, "{i} index {} mul {} add ", number(to - from), number(from)).ok()?;
        }
        write!(out, "{} -1 roll pop }} {{ ", outputs + 1).ok()?;
        closing += 1;
    }
    let last = *bounds.last()?;
    write!(out, "pop {}", list(&color(last + last.abs().max(1.0) * BESIDE))).ok()?;
    for _ in 0..closing {
        out.push_str("} ifelse ");
    }
    out.push('}');
    Some(out)
}

/// The bounds of a chain, rising.
fn bounds(chain: &[Step]) -> Option<Vec<f64>> {
    let mut found = Vec::new();
    let mut rest = chain;
    while let [Step::Do("dup"), Step::Push(bound, _), Step::Do("le"), Step::IfElse(_, no)] = rest {
        found.push(*bound);
        rest = no;
    }
    let end = rest.iter().all(|step| matches!(step, Step::Push(..) | Step::Do("pop")));
    let rising = found.windows(2).all(|pair| pair[0] <= pair[1]);
    (end && rising && (2..=MOST_BOUNDS).contains(&found.len())).then_some(found)
}

/// How many values the chain leaves.
fn source_components(chain: &Program, t: f64) -> Option<usize> {
    let values = chain.run(&[t], usize::MAX);
    (!values.is_empty()).then_some(values.len())
}

fn list(color: &[f32]) -> String {
    color.iter().fold(String::new(), |text, &v| text + &number(f64::from(v)) + " ")
}

/// A real number as the calculator language reads it: a point and no exponent.
fn number(value: f64) -> String {
    let text = format!("{value:.6}");
    let text = text.trim_end_matches('0');
    if text == "-0." {
        "0.0".into()
    } else if text.ends_with('.') {
        format!("{text}0")
    } else {
        text.into()
    }
}

fn write_steps(out: &mut String, steps: &[Step]) -> Option<()> {
    for step in steps {
        match step {
            Step::Push(value, true) => write!(out, "{value} ").ok()?,
            Step::Push(value, false) => write!(out, "{} ", number(*value)).ok()?,
            Step::Do(name) => write!(out, "{name} ").ok()?,
            Step::If(yes) => {
                out.push_str("{ ");
                write_steps(out, yes)?;
                out.push_str("} if ");
            }
            Step::IfElse(yes, no) => {
                out.push_str("{ ");
                write_steps(out, yes)?;
                out.push_str("} { ");
                write_steps(out, no)?;
                out.push_str("} ifelse ");
            }
        }
    }
    Some(())
}
