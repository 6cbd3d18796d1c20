//! Gradients: shadings of types 1, 2 and 3 with their functions brought into CMYK.
//!
//! A function is sampled as finely as its colours need: straight pieces stay one exponential
//! function, curved ones become tables, stitched functions keep their seams. Gradients that are
//! grey throughout stay on the black plate.

use anyhow::Result;
use lopdf::{Dictionary, Document, Object, Stream, dictionary};

use super::colors::Colors;
use super::conversion::{Conversion, Scope};
use super::few::FewPlates;
use super::function::{Function, FunctionKind};
use super::inks::{Neutrals, is_neutral};
use super::space::{Mode, Space};
use super::sweep;
use crate::pdf::geometry::scale_of;
use crate::pdf::object::{Objects, as_dict};
use crate::pdf::write::{flate_stream, reals};
use crate::words;
use jikji_diagnostic::Words;

/// Largest error of a straight piece against the colour itself, about half a step of 8 bits.
const TOLERANCE: f32 = 1.0 / 400.0;
/// Samples of a curved piece, coarsest first.
const FINENESS: [usize; 5] = [2, 5, 17, 65, 257];
/// Most samples along each side of a gradient that is a function of the plane.
const MOST_STEPS: f64 = 400.0;

/// Converts a shading into a new object.
pub(super) fn convert(
    conversion: &mut Conversion<'_>,
    shading: &Object,
    scope: &Scope,
    mode: Mode,
) -> Result<Object> {
    let Some(old) = as_dict(shading).cloned() else {
        return Err(conversion.damaged(words::SHADING));
    };
    let Ok(space) = old.get(b"ColorSpace") else { return Err(conversion.damaged(words::SHADING)) };
    let space = conversion.space(&space.clone(), scope)?;
    if mode == Mode::Ink
        && let Some(space) = kept(conversion, &space)
    {
        return Ok(with_space(conversion, shading, old, space));
    }
    let kind = conversion.doc.number(&old, b"ShadingType").unwrap_or(0.0) as i64;
    if !(1..=3).contains(&kind) {
        return Err(conversion
            .unsupported(Words {
                ko: "RGB로 된 그물 그라디언트", en: "a mesh gradient in RGB"
            }));
    }
    let function = old.get(b"Function").ok().and_then(|f| Function::read(&conversion.doc, f));
    let Some(function) = function else { return Err(conversion.damaged(words::GRADIENT)) };
    let colors = colors(conversion, &function, &space, mode);
    let converted = match kind {
        1 => conversion.doc.add_object(plane(&conversion.doc, &colors, &function, &old)).into(),
        _ => line(&colors, &function).into_object(conversion),
    };
    let mut dict = old.clone();
    if let Some(values) = conversion.doc.numbers(&old, b"Background") {
        dict.set("Background", reals(colors.of(&values).into_iter().map(f64::from)));
    }
    dict.set("Function", converted);
    let written = match (colors.spot, mode) {
        (Some(spot), _) => spot.space.clone(),
        (None, Mode::Mask) => "DeviceGray".into(),
        (None, Mode::Ink) => "DeviceCMYK".into(),
    };
    dict.set("ColorSpace", written);
    Ok(conversion.doc.add_object(dict).into())
}

/// The space as it is written of a shading whose colours are printed as they are.
fn kept(conversion: &Conversion<'_>, space: &Space) -> Option<Object> {
    let few = conversion.inks.few;
    match space {
        Space::Cmyk => few.is_none().then(|| "DeviceCMYK".into()),
        Space::Gray => (!few.is_some_and(FewPlates::is_sole)).then(|| "DeviceGray".into()),
        Space::Tint { object, .. } => Some(object.clone()),
        _ => None,
    }
}

/// A shading of which nothing changes but its space.
fn with_space(
    conversion: &mut Conversion<'_>,
    shading: &Object,
    mut dict: Dictionary,
    space: Object,
) -> Object {
    dict.set("ColorSpace", space);
    match shading {
        Object::Stream(stream) => {
            let stream = Stream::new(dict, stream.content.clone()).with_compression(false);
            conversion.doc.add_object(stream).into()
        }
        _ => conversion.doc.add_object(dict).into(),
    }
}

/// How the colours of a gradient are printed: greys on black, hues on the spot ink where there is one.
fn colors<'p>(
    conversion: &Conversion<'p>,
    function: &Function,
    space: &'p Space,
    mode: Mode,
) -> Colors<'p> {
    let neutrals = match neutral(function, space) {
        true => Neutrals::OnBlack,
        false => Neutrals::Mixed,
    };
    let inks = conversion.inks;
    let hued = neutrals == Neutrals::Mixed;
    let spot = inks.few.and_then(|few| few.spot.as_ref());
    let spot = spot.filter(|spot| mode == Mode::Ink && (hued || spot.sole));
    Colors { inks, space, mode, neutrals, spot }
}

/// Whether every colour of a gradient is grey.
fn neutral(function: &Function, space: &Space) -> bool {
    let steps: usize = if function.domain.len() == 1 { 256 } else { 24 };
    let at = |i: usize, d: (f64, f64)| d.0 + (d.1 - d.0) * i as f64 / (steps - 1) as f64;
    (0..steps.pow(function.domain.len().min(2) as u32)).all(|index| {
        let input: Vec<f64> = function
            .domain
            .iter()
            .enumerate()
            .map(|(i, &d)| at(index / steps.pow(i as u32) % steps, d))
            .collect();
        let color: Vec<f32> = function.eval(&input).iter().map(|&v| v as f32).collect();
        is_neutral(space, &color)
    })
}

/// A converted function of one value.
enum Ramp {
    Straight([Vec<f32>; 2], (f64, f64)),
    Table(Vec<Vec<f32>>, (f64, f64)),
    Stitched { parts: Vec<Ramp>, bounds: Vec<f64>, encode: Vec<f64>, domain: (f64, f64) },
}

impl Ramp {
    /// Written out; tables become objects of their own.
    fn into_object(self, conversion: &mut Conversion<'_>) -> Object {
        match self {
            Self::Straight([from, to], domain) => dictionary! {
                "FunctionType" => 2, "N" => 1, "Domain" => reals([domain.0, domain.1]),
                "C0" => reals(from.into_iter().map(f64::from)),
                "C1" => reals(to.into_iter().map(f64::from)),
            }
            .into(),
            Self::Table(samples, domain) => {
                let outputs = samples.first().map_or(1, Vec::len);
                let dict = dictionary! {
                    "FunctionType" => 0, "Domain" => reals([domain.0, domain.1]),
                    "Range" => reals([0.0, 1.0].repeat(outputs)),
                    "Size" => reals([samples.len() as f64]), "BitsPerSample" => 8,
                };
                conversion.doc.add_object(flate_stream(dict, &bytes(&samples))).into()
            }
            Self::Stitched { parts, bounds, encode, domain } => {
                let parts: Vec<Object> =
                    parts.into_iter().map(|part| part.into_object(conversion)).collect();
                dictionary! {
                    "FunctionType" => 3, "Domain" => reals([domain.0, domain.1]),
                    "Functions" => parts, "Bounds" => reals(bounds), "Encode" => reals(encode),
                }
                .into()
            }
        }
    }
}

fn bytes(samples: &[Vec<f32>]) -> Vec<u8> {
    samples.iter().flatten().map(|v| (v * 255.0 + 0.5) as u8).collect()
}

/// Converts a function of one value, keeping stitched pieces apart.
fn line(colors: &Colors<'_>, function: &Function) -> Ramp {
    let domain = function.domain[0];
    if let FunctionKind::Stitched { parts, bounds, encode } = &function.kind {
        return Ramp::Stitched {
            parts: parts.iter().map(|part| line(colors, part)).collect(),
            bounds: bounds.clone(),
            encode: encode.iter().flat_map(|e| [e.0, e.1]).collect(),
            domain,
        };
    }
    let at = |part: f64| colors.of(&function.eval(&[domain.0 + (domain.1 - domain.0) * part]));
    for count in FINENESS {
        let samples: Vec<Vec<f32>> =
            (0..count).map(|i| at(i as f64 / (count - 1) as f64)).collect();
        let fits = samples.windows(2).enumerate().all(|(i, pair)| {
            [0.25, 0.5, 0.75].iter().all(|part| {
                let exact = at((i as f64 + part) / (count - 1) as f64);
                exact.iter().zip(&pair[0]).zip(&pair[1]).all(|((exact, from), to)| {
                    (from + (to - from) * *part as f32 - exact).abs() <= TOLERANCE
                })
            })
        });
        if fits || Some(&count) == FINENESS.last() {
            return match <[Vec<f32>; 2]>::try_from(samples) {
                Ok(ends) => Ramp::Straight(ends, domain),
                Err(samples) => Ramp::Table(samples, domain),
            };
        }
    }
    Ramp::Straight([at(0.0), at(1.0)], domain)
}

/// Converts a function of the plane, into a stream: rewritten as a program where its form is known, else a table
/// with about one sample a point.
fn plane(doc: &Document, colors: &Colors<'_>, function: &Function, dict: &Dictionary) -> Stream {
    if let Some(program) = sweep::rewrite(function, colors) {
        let header = dictionary! {
            "FunctionType" => 4,
            "Domain" => reals(function.domain.iter().flat_map(|d| [d.0, d.1])),
            "Range" => reals([0.0, 1.0].repeat(colors.count())),
        };
        return flate_stream(header, program.as_bytes());
    }
    let listed = doc.numbers(dict, b"Domain").filter(|d| d.len() == 4);
    let domain = listed.unwrap_or(vec![0.0, 1.0, 0.0, 1.0]);
    let scale = scale_of(doc.matrix(dict, b"Matrix"));
    let steps = |width: f64| (width.abs() * scale).clamp(16.0, MOST_STEPS).round() as usize;
    let (w, h) = (steps(domain[1] - domain[0]), steps(domain[3] - domain[2]));
    let mut samples = Vec::with_capacity(w * h);
    for y in 0..h {
        for x in 0..w {
            let at = |i: usize, n: usize, from: f64, to: f64| {
                from + (to - from) * i as f64 / (n - 1) as f64
            };
            let point = [at(x, w, domain[0], domain[1]), at(y, h, domain[2], domain[3])];
            samples.push(colors.of(&function.eval(&point)));
        }
    }
    let header = dictionary! {
        "FunctionType" => 0, "Domain" => reals(domain),
        "Range" => reals([0.0, 1.0].repeat(colors.count())),
        "Size" => reals([w as f64, h as f64]), "BitsPerSample" => 8,
    };
    flate_stream(header, &bytes(&samples))
}
