//! Evaluates PDF functions of types 0, 2, 3 and 4 (ISO 32000-1, 7.10).
//!
//! Only as far as gradients and tint transforms need it: numbers in, numbers out. Writing functions
//! is `shading`'s.

use lopdf::{Document, Object, Stream};

use super::calculator::Program;
use crate::pdf::object::{Objects, as_dict, stream_bytes};

/// Deepest nesting of stitched functions.
const DEEPEST: usize = 8;
/// Most functions in one, each counted as often as it is named.
const MOST_PARTS: usize = 1 << 12;
/// Most samples of all tables in one, and most bytes their streams, and its programs, unpack to.
const MOST_SAMPLES: usize = 1 << 23;
const MOST_BYTES: usize = 2 * MOST_SAMPLES;

/// One function, or several that give one value each.
#[derive(Debug)]
pub(crate) struct Function {
    pub(super) kind: FunctionKind,
    /// Lowest and highest of each input.
    pub(super) domain: Vec<(f64, f64)>,
    range: Vec<(f64, f64)>,
}

#[derive(Debug)]
pub(super) enum FunctionKind {
    Sampled {
        sizes: Vec<usize>,
        encode: Vec<(f64, f64)>,
        decode: Vec<(f64, f64)>,
        outputs: usize,
        /// From 0 to 1; the first input varies fastest.
        samples: Vec<f32>,
    },
    Exponential {
        c0: Vec<f64>,
        c1: Vec<f64>,
        n: f64,
    },
    Stitched {
        parts: Vec<Function>,
        bounds: Vec<f64>,
        encode: Vec<(f64, f64)>,
    },
    Calculator(Program),
    /// An array of functions, each giving its own values.
    Several(Vec<Function>),
}

fn pairs(values: &[f64]) -> Vec<(f64, f64)> {
    values.chunks_exact(2).map(|p| (p[0], p[1])).collect()
}

fn clamp(value: f64, (low, high): (f64, f64)) -> f64 {
    value.min(high.max(low)).max(low)
}

/// Maps `x` from one interval to another.
fn map(x: f64, from: (f64, f64), to: (f64, f64)) -> f64 {
    let width = from.1 - from.0;
    if width == 0.0 { to.0 } else { to.0 + (x - from.0) * (to.1 - to.0) / width }
}

impl Function {
    /// Reads a function, or an array of them. `None` for a damaged one.
    pub(crate) fn read(doc: &Document, object: &Object) -> Option<Self> {
        Reading { doc, parts: MOST_PARTS, bytes: MOST_BYTES }.function(object, 0)
    }

    /// The values at a point; too few where the function fails.
    pub(crate) fn eval(&self, input: &[f64]) -> Vec<f64> {
        let input: Vec<f64> = self
            .domain
            .iter()
            .enumerate()
            .map(|(i, d)| clamp(input.get(i).copied().unwrap_or(0.0), *d))
            .collect();
        let mut out = match &self.kind {
            FunctionKind::Several(parts) => {
                parts.iter().flat_map(|part| part.eval(&input)).collect()
            }
            FunctionKind::Exponential { c0, c1, n } => {
                let t = if *n == 1.0 { input[0] } else { input[0].powf(*n) };
                c0.iter().zip(c1).map(|(a, b)| a + t * (b - a)).collect()
            }
            FunctionKind::Stitched { parts, bounds, encode } => {
                let x = input[0];
                let at = bounds.partition_point(|&b| b <= x).min(parts.len() - 1);
                parts[at].eval(&[map(x, self.piece(bounds, at), encode[at])])
            }
            FunctionKind::Calculator(program) => program.run(&input, self.range.len()),
            FunctionKind::Sampled { sizes, encode, decode, outputs, samples } => {
                let at: Vec<f64> = (0..sizes.len())
                    .map(|i| {
                        let e = map(input[i], self.domain[i], encode[i]);
                        clamp(e, (0.0, (sizes[i] - 1) as f64))
                    })
                    .collect();
                interpolate(sizes, *outputs, samples, &at)
                    .into_iter()
                    .zip(decode)
                    .map(|(v, d)| map(v, (0.0, 1.0), *d))
                    .collect()
            }
        };
        for (value, range) in out.iter_mut().zip(&self.range) {
            *value = clamp(*value, *range);
        }
        out.iter_mut().filter(|v| !v.is_finite()).for_each(|v| *v = 0.0);
        out
    }

    /// The interval of one stitched part.
    pub(super) fn piece(&self, bounds: &[f64], at: usize) -> (f64, f64) {
        let domain = self.domain[0];
        let low = if at == 0 { domain.0 } else { bounds[at - 1] };
        (low, bounds.get(at).copied().unwrap_or(domain.1))
    }
}

/// What may still be read of one function and all that stand in it.
struct Reading<'d> {
    doc: &'d Document,
    parts: usize,
    bytes: usize,
}

impl Reading<'_> {
    fn function(&mut self, object: &Object, depth: usize) -> Option<Function> {
        self.parts = self.parts.checked_sub(1).filter(|_| depth <= DEEPEST)?;
        let doc = self.doc;
        let object = doc.resolve(object);
        if let Object::Array(parts) = object {
            let parts = self.all(parts, depth)?;
            let domain = parts.first()?.domain.clone();
            let kind = FunctionKind::Several(parts);
            return Some(Function { kind, domain, range: Vec::new() });
        }
        let dict = as_dict(object)?;
        let list = |key: &[u8]| doc.numbers(dict, key);
        let domain = pairs(&list(b"Domain")?);
        let range = list(b"Range").map(|r| pairs(&r)).unwrap_or_default();
        if domain.is_empty() {
            return None;
        }
        let kind = match dict.get(b"FunctionType").ok()?.as_i64().ok()? {
            0 => self.sampled(object.as_stream().ok()?, domain.len(), &range)?,
            2 => {
                let (c0, c1) = (list(b"C0").unwrap_or(vec![0.0]), list(b"C1").unwrap_or(vec![1.0]));
                if c0.len() != c1.len() || c0.is_empty() {
                    return None;
                }
                FunctionKind::Exponential { c0, c1, n: doc.number(dict, b"N")? }
            }
            3 => {
                let parts = self.all(doc.array(dict, b"Functions")?, depth)?;
                let (bounds, encode) = (list(b"Bounds")?, pairs(&list(b"Encode")?));
                if parts.is_empty()
                    || bounds.len() + 1 != parts.len()
                    || encode.len() != parts.len()
                {
                    return None;
                }
                FunctionKind::Stitched { parts, bounds, encode }
            }
            4 => {
                FunctionKind::Calculator(Program::parse(&self.unpacked(object.as_stream().ok()?)?)?)
            }
            _ => return None,
        };
        Some(Function { kind, domain, range })
    }

    fn all(&mut self, parts: &[Object], depth: usize) -> Option<Vec<Function>> {
        parts.iter().map(|part| self.function(part, depth + 1)).collect()
    }

    fn unpacked(&mut self, stream: &Stream) -> Option<Vec<u8>> {
        let bytes = stream_bytes(stream, self.bytes)?;
        self.bytes -= bytes.len();
        Some(bytes)
    }

    fn sampled(
        &mut self,
        stream: &Stream,
        inputs: usize,
        range: &[(f64, f64)],
    ) -> Option<FunctionKind> {
        let (doc, dict) = (self.doc, &stream.dict);
        let list = |key: &[u8]| doc.numbers(dict, key);
        let sizes: Vec<usize> = list(b"Size")?.iter().map(|&s| s as usize).collect();
        let outputs = range.len();
        let bits = doc.number(dict, b"BitsPerSample")? as usize;
        let total = sizes.iter().try_fold(outputs, |n, &s| n.checked_mul(s))?;
        if sizes.len() != inputs || inputs > 4 || !(1..=MOST_SAMPLES).contains(&total) {
            return None;
        }
        let samples = samples(&self.unpacked(stream)?, bits, total)?;
        let encode = match list(b"Encode") {
            Some(values) if values.len() == inputs * 2 => pairs(&values),
            _ => sizes.iter().map(|&s| (0.0, s as f64 - 1.0)).collect(),
        };
        let decode = match list(b"Decode") {
            Some(values) if values.len() == outputs * 2 => pairs(&values),
            _ => range.to_vec(),
        };
        Some(FunctionKind::Sampled { sizes, encode, decode, outputs, samples })
    }
}

/// So many samples, from 0 to 1; none where there are fewer.
fn samples(bytes: &[u8], bits: usize, total: usize) -> Option<Vec<f32>> {
    let samples = match bits {
        8 => bytes.iter().take(total).map(|&b| f32::from(b) / 255.0).collect::<Vec<_>>(),
        16 => bytes
            .as_chunks::<2>()
            .0
            .iter()
            .take(total)
            .map(|&b| f32::from(u16::from_be_bytes(b)) / 65535.0)
            .collect(),
        1 | 2 | 4 => bytes
            .iter()
            .flat_map(|&b| (0..8 / bits).map(move |i| b >> (8 - bits * (i + 1))))
            .take(total)
            .map(|v| f32::from(v & ((1 << bits) - 1) as u8) / ((1 << bits) - 1) as f32)
            .collect(),
        _ => return None,
    };
    (samples.len() == total).then_some(samples)
}

/// Multilinear interpolation; the first input varies fastest.
fn interpolate(sizes: &[usize], outputs: usize, samples: &[f32], at: &[f64]) -> Vec<f64> {
    let mut out = vec![0.0; outputs];
    for corner in 0..1usize << sizes.len() {
        let (mut index, mut stride, mut weight) = (0, 1, 1.0);
        for (i, &size) in sizes.iter().enumerate() {
            let low = (at[i] as usize).min(size.saturating_sub(2));
            let fraction = at[i] - low as f64;
            let high = corner >> i & 1;
            weight *= if high == 1 { fraction } else { 1.0 - fraction };
            index += (low + high).min(size - 1) * stride;
            stride *= size;
        }
        if weight > 0.0 {
            for (out, sample) in out.iter_mut().zip(&samples[index * outputs..]) {
                *out += weight * f64::from(*sample);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use lopdf::dictionary;

    use super::*;

    fn eval(object: Object, input: &[f64]) -> Vec<f64> {
        Function::read(&Document::new(), &object).expect("a function").eval(input)
    }

    fn ramp(from: f64, to: f64) -> Object {
        dictionary! {
            "FunctionType" => 2, "N" => 1, "Domain" => vec![0.into(), 1.into()],
            "C0" => vec![Object::Real(from as f32)], "C1" => vec![Object::Real(to as f32)],
        }
        .into()
    }

    #[test]
    fn the_four_types_give_their_values() {
        assert_eq!(eval(ramp(0.0, 0.5), &[0.5]), [0.25]);
        let stitched = dictionary! {
            "FunctionType" => 3, "Domain" => vec![0.into(), 1.into()],
            "Functions" => vec![ramp(0.0, 1.0), ramp(1.0, 0.0)],
            "Bounds" => vec![Object::Real(0.5)],
            "Encode" => vec![0.into(), 1.into(), 0.into(), 1.into()],
        };
        assert_eq!(eval(stitched.into(), &[0.75]), [0.5]);
        let sampled = dictionary! {
            "FunctionType" => 0, "Domain" => vec![0.into(), 1.into()],
            "Range" => vec![0.into(), 1.into()], "Size" => vec![3.into()], "BitsPerSample" => 8,
        };
        let sampled = Object::Stream(Stream::new(sampled, vec![0, 255, 0]));
        assert_eq!(eval(sampled, &[0.25]), [0.5]);
        let calculator = dictionary! {
            "FunctionType" => 4, "Domain" => vec![0.into(), 1.into(), 0.into(), 1.into()],
            "Range" => vec![0.into(), 1.into()],
        };
        let calculator = Object::Stream(Stream::new(
            calculator,
            b"{ exch pop dup 0.5 le {2 mul} {pop 1} ifelse }".to_vec(),
        ));
        assert_eq!(eval(calculator.clone(), &[0.9, 0.25]), [0.5]);
        assert_eq!(eval(calculator, &[0.9, 0.75]), [1.0]);
    }

    #[test]
    fn a_function_that_names_another_too_often_is_none() {
        let mut doc = Document::new();
        // Seven in one another, each of sixty parts: 2.8 × 10¹² in all.
        let mut inner = doc.add_object(ramp(0.0, 1.0));
        for _ in 0..7 {
            let bounds: Vec<Object> = (1..60).map(|n| Object::Real(n as f32 / 60.0)).collect();
            inner = doc.add_object(dictionary! {
                "FunctionType" => 3, "Domain" => vec![0.into(), 1.into()],
                "Functions" => vec![Object::from(inner); 60], "Bounds" => bounds,
                "Encode" => vec![Object::from(0); 120],
            });
        }
        assert!(Function::read(&doc, &inner.into()).is_none());
    }

    #[test]
    fn a_damaged_function_is_none() {
        let doc = Document::new();
        for bad in [
            Object::Null,
            dictionary! { "FunctionType" => 2, "N" => 1 }.into(),
            dictionary! { "FunctionType" => 9, "Domain" => vec![0.into(), 1.into()] }.into(),
        ] {
            assert!(Function::read(&doc, &bad).is_none());
        }
    }
}
