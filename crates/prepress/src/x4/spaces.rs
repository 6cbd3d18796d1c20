//! Reads colour spaces from a PDF's objects (ISO 32000-1, 8.6).
//!
//! Spot colours (`Separation`, `DeviceN`) stay what they are; only their alternate is brought into CMYK.

use std::sync::Arc;

use anyhow::Result;
use lopdf::{Dictionary, Object, dictionary};

use super::conversion::{Conversion, Scope};
use super::few::FewPlates;
use super::function::Function;
use super::inks::Neutrals;
use super::space::Space;
use crate::colour::SourceSpace;
use crate::pdf::object::{MOST_CONVERTED, Objects, as_dict, id_of, stream_bytes};
use crate::pdf::write::{flate_stream, reals};
use crate::spot::SpotInk;
use crate::words;
use jikji_diagnostic::Words;

/// Deepest nesting of spaces.
const DEEPEST: usize = 6;

impl Conversion<'_> {
    /// A colour space from a name of the resources or from an object.
    pub(super) fn space(&mut self, object: &Object, scope: &Scope) -> Result<Arc<Space>> {
        self.space_at(object, scope, 0)
    }

    fn space_at(&mut self, object: &Object, scope: &Scope, depth: usize) -> Result<Arc<Space>> {
        if depth > DEEPEST {
            return Err(self.damaged(words::COLOUR_SPACE));
        }
        if let Some(id) = id_of(object) {
            if let Some(space) = self.spaces.get(&id) {
                return Ok(space.clone());
            }
            let inner = self.doc.resolve(object).clone();
            let space = self.space_at(&inner, scope, depth + 1)?;
            self.spaces.insert(id, space.clone());
            return Ok(space);
        }
        match object {
            Object::Name(name) => {
                // What inline images abbreviate is a resource's name before.
                let abbreviated = matches!(name.as_slice(), b"G" | b"RGB" | b"CMYK");
                let named = self.named(name);
                match scope.get(&self.doc, b"ColorSpace", name) {
                    Some(found) if abbreviated || named.is_none() => {
                        self.space_at(&found, scope, depth + 1)
                    }
                    _ => named.ok_or_else(|| self.damaged(words::COLOUR_SPACE)),
                }
            }
            Object::Array(parts) => self.family(parts, scope, depth),
            _ => Err(self.damaged(words::COLOUR_SPACE)),
        }
    }

    fn named(&self, name: &[u8]) -> Option<Arc<Space>> {
        Some(match name {
            b"DeviceGray" | b"G" | b"CalGray" => self.known.gray.clone(),
            b"DeviceRGB" | b"RGB" | b"CalRGB" => self.known.rgb.clone(),
            b"DeviceCMYK" | b"CMYK" => self.known.cmyk.clone(),
            b"Pattern" => Arc::new(Space::Pattern(None)),
            _ => return None,
        })
    }

    fn family(&mut self, parts: &[Object], scope: &Scope, depth: usize) -> Result<Arc<Space>> {
        let part = |i: usize| parts.get(i).cloned().unwrap_or(Object::Null);
        let family = self.doc.resolve(&part(0)).as_name().unwrap_or_default().to_vec();
        if parts.len() == 1
            && let Some(space) = self.named(&family)
        {
            return Ok(space);
        }
        Ok(match family.as_slice() {
            b"ICCBased" => self.icc_based(&part(1), scope, depth)?,
            b"CalRGB" | b"CalGray" | b"Lab" => Arc::new(self.cie(&family, &part(1))),
            b"Indexed" | b"I" => {
                let base = self.space_at(&part(1), scope, depth + 1)?;
                let table = match self.doc.resolve(&part(3)) {
                    Object::String(bytes, _) => bytes.clone(),
                    Object::Stream(table) => {
                        stream_bytes(table, MOST_CONVERTED).unwrap_or_default()
                    }
                    _ => vec![],
                };
                if matches!(*base, Space::Indexed { .. } | Space::Pattern(_)) {
                    return Err(self.damaged(words::COLOUR_SPACE));
                }
                Arc::new(Space::Indexed { base, table })
            }
            b"Pattern" => {
                let base = self.space_at(&part(1), scope, depth + 1)?;
                Arc::new(Space::Pattern(Some(base)))
            }
            b"Separation" | b"DeviceN" => self.tint(&family, parts, scope, depth)?,
            _ => return Err(self.damaged(words::COLOUR_SPACE)),
        })
    }

    /// `ICCBased`: by its profile, or by its number of components where that cannot be read. CMYK values
    /// of the output's own printing condition stay as they are.
    fn icc_based(&mut self, stream: &Object, scope: &Scope, depth: usize) -> Result<Arc<Space>> {
        let stream = self.doc.resolve(stream);
        let dict = as_dict(stream).cloned().unwrap_or_default();
        let n = self.doc.integer(&dict, b"N").unwrap_or(0);
        let profile = stream.as_stream().ok().and_then(|own| stream_bytes(own, MOST_CONVERTED));
        if let Some(space) = profile.and_then(|icc| self.of_profile(&icc, n)) {
            return Ok(space);
        }
        match (n, dict.get(b"Alternate")) {
            (4, Err(_)) => Ok(self.known.cmyk.clone()),
            (_, Ok(alternate)) => self.space_at(&alternate.clone(), scope, depth + 1),
            (1, _) => Ok(self.known.gray.clone()),
            (3, _) => Ok(self.known.rgb.clone()),
            _ => Err(self.damaged(words::ICC_PROFILE)),
        }
    }

    /// The space of a profile of `n` components.
    pub(super) fn of_profile(&self, icc: &[u8], n: i64) -> Option<Arc<Space>> {
        let source = SourceSpace::from_icc(icc).filter(|source| source.components() as i64 == n)?;
        if n == 4 && self.inks.cmm.is_condition_of(&source) {
            return Some(self.known.cmyk.clone());
        }
        let ranges = vec![(0.0, 1.0); source.components()];
        Some(Arc::new(Space::Source(Arc::new(source), ranges)))
    }

    fn cie(&self, family: &[u8], dict: &Object) -> Space {
        let empty = Dictionary::new();
        let dict = as_dict(self.doc.resolve(dict)).unwrap_or(&empty);
        let list = |key: &[u8]| self.doc.numbers(dict, key);
        let three = |key: &[u8]| list(key).and_then(|v| <[f64; 3]>::try_from(v).ok());
        match family {
            b"CalGray" => {
                let gamma = self.doc.entry(dict, b"Gamma").as_float().map_or(1.0, f64::from);
                Space::Source(Arc::new(SourceSpace::gamma_gray(gamma)), vec![(0.0, 1.0)])
            }
            b"CalRGB" => {
                let source = SourceSpace::cal_rgb(
                    three(b"Gamma").unwrap_or([1.0; 3]),
                    list(b"Matrix")
                        .and_then(|m| m.try_into().ok())
                        .unwrap_or([1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0]),
                    three(b"WhitePoint").unwrap_or([0.9505, 1.0, 1.089]),
                );
                Space::Source(Arc::new(source), vec![(0.0, 1.0); 3])
            }
            _ => {
                let range = list(b"Range").filter(|r| r.len() == 4);
                let r = range.unwrap_or(vec![-100.0, 100.0, -100.0, 100.0]);
                let ranges =
                    vec![(0.0, 100.0), (r[0] as f32, r[1] as f32), (r[2] as f32, r[3] as f32)];
                Space::Source(Arc::new(SourceSpace::lab()), ranges)
            }
        }
    }

    /// A spot colour. Its alternate is sampled anew where it is not CMYK or grey already.
    fn tint(
        &mut self,
        family: &[u8],
        parts: &[Object],
        scope: &Scope,
        depth: usize,
    ) -> Result<Arc<Space>> {
        let [_, names, alternate, transform, ..] = parts else {
            return Err(self.damaged(words::SPOT_COLOUR));
        };
        let names = self.doc.resolve(names).clone();
        let components = names.as_array().map_or(1, Vec::len);
        let alternate = self.space_at(alternate, scope, depth + 1)?;
        let function = Function::read(&self.doc, transform);
        let inks: Result<Vec<&[u8]>, _> = match &names {
            Object::Array(names) => {
                names.iter().map(|name| self.doc.resolve(name).as_name()).collect()
            }
            name => name.as_name().map(|name| vec![name]),
        };
        let inks = inks.map_err(|_| self.damaged(words::SPOT_COLOUR))?;
        if let Some(object) = self.taken(&inks) {
            let (transform, over, layer) = (function.map(Box::new), false, None);
            return Ok(Arc::new(Space::Tint {
                object,
                components,
                transform,
                alternate,
                over,
                layer,
            }));
        }
        let layer = self.finishing(&inks);
        let text = self.outlines.is_some_and(|black| inks == [black.as_bytes()]);
        let keeps = |few: &FewPlates<'_>| few.keeps(&inks) || layer.is_some() && !few.is_finish();
        if text || self.inks.few.is_some_and(|few| !keeps(few)) {
            let transform = function.map(Box::new);
            return Ok(Arc::new(Space::Other { components, transform, alternate, text }));
        }
        let over = self.overprinted(&inks);
        let object = match (self.declared(family, &inks), &*alternate) {
            (Some(object), _) => object,
            (None, Space::Cmyk) => spot(family, names, "DeviceCMYK", transform.clone()),
            (None, Space::Gray) => spot(family, names, "DeviceGray", transform.clone()),
            (None, _) => {
                let sampled = self.sampled(components, function.as_ref(), &alternate)?;
                spot(family, names, "DeviceCMYK", sampled)
            }
        };
        let transform = function.map(Box::new);
        Ok(Arc::new(Space::Tint { object, components, transform, alternate, over, layer }))
    }

    /// The function of a spot colour into CMYK, sampled from its own into another alternate.
    fn sampled(
        &mut self,
        components: usize,
        function: Option<&Function>,
        alternate: &Space,
    ) -> Result<Object> {
        let Some(function) = function.filter(|_| (1..=4).contains(&components)) else {
            return Err(self.unsupported(Words {
                ko: "잉크가 넷보다 많은 별색",
                en: "a spot colour of more than four inks",
            }));
        };
        let steps: usize = [256, 33, 17, 9][components - 1];
        let mut data = Vec::new();
        for index in 0..steps.pow(components as u32) {
            let at = |i: usize| (index / steps.pow(i as u32) % steps) as f64;
            let input: Vec<f64> = (0..components).map(|i| at(i) / (steps - 1) as f64).collect();
            let values: Vec<f32> = function.eval(&input).iter().map(|&v| v as f32).collect();
            let ink = self.inks.ink(alternate, &values, Neutrals::OnBlack);
            data.extend(ink.map(|v| (v * 255.0 + 0.5) as u8));
        }
        let dict = dictionary! {
            "FunctionType" => 0,
            "Domain" => reals([0.0, 1.0].repeat(components)),
            "Range" => reals([0.0, 1.0].repeat(4)),
            "Size" => reals(vec![steps as f64; components]),
            "BitsPerSample" => 8,
        };
        Ok(self.doc.add_object(flate_stream(dict, &data)).into())
    }

    /// Whether a colour of these inks is printed over what is below: where all of them are, by the job.
    fn overprinted(&self, inks: &[&[u8]]) -> bool {
        let over = |name: &[u8]| {
            self.spots.iter().any(|spot| spot.overprint && spot.name.as_bytes() == name)
        };
        !inks.is_empty() && inks.iter().all(|name| over(name))
    }

    /// The space of a spot ink that looks as the job says.
    fn declared(&self, family: &[u8], inks: &[&[u8]]) -> Option<Object> {
        let [name] = inks else { return None };
        let few = self.inks.few.filter(|few| few.is_own(name));
        if let Some(plate) = few.and_then(|few| few.spot.as_ref()) {
            return (family == b"Separation").then(|| plate.space.clone());
        }
        let spot = self.spots.iter().find(|spot| spot.name.as_bytes() == *name)?;
        (family == b"Separation" && spot.lab.is_some()).then(|| spot.space())
    }

    /// The plate of the ink that alone is taken, if that is it.
    fn taken(&self, inks: &[&[u8]]) -> Option<Object> {
        self.only.filter(|only| inks == [only.as_bytes()])?;
        let plate = self.inks.few.and_then(|few| few.spot.as_ref())?;
        Some(plate.space.clone())
    }

    /// The place among the job's spot inks of one that is for the finishing.
    fn finishing(&self, inks: &[&[u8]]) -> Option<usize> {
        let [name] = inks else { return None };
        let is = |spot: &SpotInk| spot.finish.is_some() && spot.name.as_bytes() == *name;
        self.spots.iter().position(is)
    }
}

/// A spot colour as it is written: its inks, and how they look in a device space.
fn spot(family: &[u8], names: Object, device: &str, transform: Object) -> Object {
    vec![Object::Name(family.to_vec()), names, device.into(), transform].into()
}
