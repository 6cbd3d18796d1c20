//! Shadings as one pass sees them: their functions stay, their colour space sends the components to
//! the plates.

use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

use super::super::space::Space;
use super::map::Mapper;
use super::state::Pass;
use crate::pdf::object::{Objects, as_dict};

impl Mapper<'_> {
    /// A shading for one pass.
    pub(super) fn shading(
        &mut self,
        object: &Object,
        pass: Pass,
        resources: &Dictionary,
    ) -> Option<ObjectId> {
        let file = self.file;
        let object = file.resolve(object);
        let dict = as_dict(object)?;
        if self.too_fine.contains(&std::ptr::from_ref(dict).addr()) {
            self.lost = true;
            return None;
        }
        let space = self.space(dict.get(b"ColorSpace").ok()?, resources);
        let mut out = match self.copier.copy(object) {
            Object::Stream(stream) => Object::Stream(stream),
            Object::Dictionary(dict) => Object::Dictionary(dict),
            _ => return None,
        };
        // Gradients are much faster when their colours are mapped beforehand.
        if let Some(function) = dict.get(b"Function").ok().filter(|_| !dict.has(b"Background"))
            && let Some(function) = self
                .plane_function(dict, pass, resources)
                .or_else(|| self.plate_function(function, &space, pass, 0))
            && let Object::Dictionary(entries) = &mut out
        {
            entries.set("ColorSpace", "DeviceRGB");
            entries.set("Function", function);
            return Some(self.copier.add(out));
        }
        let mapped = self.plate_space(&space, pass);
        self.lost |= mapped.is_none();
        let mapped = mapped?;
        let entries = match &mut out {
            Object::Stream(stream) => &mut stream.dict,
            Object::Dictionary(dict) => dict,
            _ => return None,
        };
        entries.set("ColorSpace", mapped);
        Some(self.copier.add(out))
    }

    /// An exponential or stitching function whose colours are those of the pass's plates.
    fn plate_function(
        &mut self,
        object: &Object,
        space: &Space,
        pass: Pass,
        depth: usize,
    ) -> Option<Object> {
        let linear = matches!(
            space,
            Space::Cmyk | Space::Gray | Space::CalGray | Space::Icc(0 | 1 | 4) | Space::Inks(..)
        );
        if !linear || depth > 4 {
            return None;
        }
        let file = self.file;
        let Object::Dictionary(dict) = file.resolve(object) else { return None };
        let mut out = Dictionary::new();
        match file.number(dict, "FunctionType") {
            Some(2.0) => {
                self.copier.copy_entries(dict, &["FunctionType", "Domain", "N"], &mut out);
                for (key, default) in [("C0", 0.0), ("C1", 1.0)] {
                    let color = file.numbers(dict, key).unwrap_or(vec![default]);
                    let inks = space.inks(&color, self.plates);
                    let rgb = pass.rgb(&inks.tints).map(|v| Object::Real(v as f32));
                    out.set(key, rgb.to_vec());
                }
            }
            Some(3.0) => {
                let keys = ["FunctionType", "Domain", "Bounds", "Encode"];
                self.copier.copy_entries(dict, &keys, &mut out);
                let parts = file.array(dict, "Functions")?.iter().take(4096);
                let parts: Option<Vec<Object>> =
                    parts.map(|part| self.plate_function(part, space, pass, depth + 1)).collect();
                out.set("Functions", parts?);
            }
            _ => return None,
        }
        Some(Object::Dictionary(out))
    }

    /// A colour space of the same components that paints the pass's plates.
    ///
    /// It is a DeviceN whose tint transform is the plates' mapping itself, sampled at the corners of
    /// the unit cube: the mapping is linear in every component, so nothing is lost between them.
    pub(super) fn plate_space(&mut self, space: &Space, pass: Pass) -> Option<Object> {
        let n = space.components();
        if n > 8 || matches!(space, Space::Pattern(_) | Space::Unknown | Space::Lab(_)) {
            return None;
        }
        let indexed = matches!(space, Space::Indexed(..));
        let levels: usize = if indexed || n == 1 { 256 } else { 2 };
        let mut samples = vec![];
        for i in 0..levels.pow(n as u32) {
            let top = (levels - 1) as f64;
            let digit = |c: usize| (i / levels.pow(c as u32) % levels) as f64 / top;
            let color: Vec<f64> =
                (0..n).map(|c| if indexed { (digit(c) * top).round() } else { digit(c) }).collect();
            let inks = space.inks(&color, self.plates);
            samples.extend(pass.rgb(&inks.tints).map(|v| (v * 255.0).round() as u8));
        }
        let list = |value: Vec<i64>| value.into_iter().map(Object::Integer).collect::<Vec<_>>();
        let unit = |n: usize| list([0, 1].repeat(n));
        let function = self.copier.add(Stream::new(
            dictionary! {
                "FunctionType" => 0,
                "Domain" => unit(n),
                "Range" => unit(3),
                "Size" => list(vec![levels as i64; n]),
                "BitsPerSample" => 8,
            },
            samples,
        ));
        let names = (0..n).map(|i| Object::from(format!("Plate{i}").as_str())).collect::<Vec<_>>();
        Some(Object::Array(vec![
            "DeviceN".into(),
            Object::Array(names),
            "DeviceRGB".into(),
            Object::Reference(function),
        ]))
    }
}
