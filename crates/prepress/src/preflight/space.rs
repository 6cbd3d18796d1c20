//! Colour spaces as a press sees them: which inks a colour paints, and which spaces may not be left.
//!
//! Colours of the process (grey, CMYK) and of spot inks go to their plates as they are; anything
//! else is converted plainly, since it is an error anyway. No colour management happens here.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Object};

use super::file::File;
use super::shop::Shop;
use crate::pdf::object::{Objects, as_dict};
use crate::pdf::text;
use crate::samples;
use crate::spot::PROCESS;

/// Deepest nesting of colour spaces.
const DEEPEST: usize = 8;
/// Most spot inks that get a plate of their own.
pub(super) const MOST_SPOTS: usize = 8;
/// Most plates that carry no ink and get one of their own.
const MOST_TECHNICAL: usize = 12;
/// Most of the others that are counted.
const MOST_NAMES: usize = 1_000;
/// Most colorants of one space.
const MOST_COLORANTS: usize = 32;

/// Whether a name stands for a colour space without being defined, in full or as inline images
/// abbreviate it.
pub(super) fn is_device(name: &[u8]) -> bool {
    let full = [&b"DeviceGray"[..], b"DeviceRGB", b"DeviceCMYK", b"CalCMYK", b"Pattern"];
    full.contains(&name) || [&b"G"[..], b"RGB", b"CMYK"].contains(&name)
}

/// Whether a name is a rendering intent (ISO 32000-1, table 70).
pub(super) fn is_intent(name: &[u8]) -> bool {
    let absolute = [&b"AbsoluteColorimetric"[..], b"RelativeColorimetric"];
    absolute.contains(&name) || [&b"Saturation"[..], b"Perceptual"].contains(&name)
}

/// A colour space.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Space {
    Gray,
    Rgb,
    Cmyk,
    CalGray,
    CalRgb,
    /// L*, a*, b* with the range of a* and b*.
    Lab([f64; 4]),
    /// ICCBased with its number of components.
    Icc(usize),
    Indexed(Box<Space>, Vec<u8>),
    /// Separation or DeviceN: its colorants and its alternate.
    Inks(Vec<Vec<u8>>, Box<Space>),
    Pattern(Option<Box<Space>>),
    Unknown,
}

/// The plates of a file: C, M, Y, K and its spot inks.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Plates {
    pub names: Vec<Vec<u8>>,
    /// Spot inks beyond those that get a plate.
    pub more: BTreeSet<Vec<u8>>,
    /// How many of the names carry no ink.
    technical: usize,
}

/// What a colour puts on each plate.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Inks {
    /// Tint a plate, 0 to 1.
    pub tints: Vec<f64>,
    /// Whether the colour speaks of the plate at all; the others it knocks out or, overprinting,
    /// leaves alone.
    pub touched: Vec<bool>,
}

impl Default for Plates {
    fn default() -> Self {
        let names = PROCESS.map(|name| name.as_bytes().to_vec()).into();
        Self { names, more: BTreeSet::new(), technical: 0 }
    }
}

impl Plates {
    /// Gives every spot ink of `space` a plate; those that carry none for a shop take no ink's.
    pub fn learn(&mut self, space: &Space, shop: &Shop) {
        match space {
            Space::Inks(names, _) => names.iter().for_each(|name| self.learn_name(name, shop)),
            Space::Indexed(base, _) | Space::Pattern(Some(base)) => self.learn(base, shop),
            _ => {}
        }
    }

    fn learn_name(&mut self, name: &Vec<u8>, shop: &Shop) {
        let known = name == b"All" || name == b"None" || self.names.contains(name);
        if known || self.more.len() >= MOST_NAMES || self.more.contains(name) {
            return;
        }
        let technical = shop.is_technical(name);
        let room = match technical {
            true => self.technical < MOST_TECHNICAL,
            false => self.names.len() - self.technical < PROCESS.len() + MOST_SPOTS,
        };
        match room {
            true => {
                self.technical += usize::from(technical);
                self.names.push(name.clone());
            }
            false => _ = self.more.insert(name.clone()),
        }
    }

    /// How many spot inks there are, those without a plate among them.
    pub fn spots(&self) -> usize {
        self.names.len() - self.technical - PROCESS.len() + self.more.len()
    }
}

impl Space {
    /// Reads a colour space; names are looked up in `resources`.
    pub fn read(file: &File, object: &Object, resources: Option<&Dictionary>) -> Self {
        Self::read_deep(file, object, resources, 0)
    }

    fn read_deep(
        file: &File,
        object: &Object,
        resources: Option<&Dictionary>,
        depth: usize,
    ) -> Self {
        if depth > DEEPEST {
            return Self::Unknown;
        }
        let inner = |object: &Object| Self::read_deep(file, object, resources, depth + 1);
        match file.resolve(object) {
            Object::Name(name) => match name.as_slice() {
                b"DeviceGray" => Self::Gray,
                b"DeviceRGB" => Self::Rgb,
                b"DeviceCMYK" | b"CalCMYK" => Self::Cmyk,
                b"Pattern" => Self::Pattern(None),
                name => {
                    let named = resources
                        .and_then(|r| file.dict(r, "ColorSpace"))
                        .and_then(|spaces| spaces.get(name).ok());
                    // Inline images may abbreviate, but a resource of that name comes first.
                    match (named, name) {
                        (Some(object), _) => inner(object),
                        (None, b"G") => Self::Gray,
                        (None, b"RGB") => Self::Rgb,
                        (None, b"CMYK") => Self::Cmyk,
                        _ => Self::Unknown,
                    }
                }
            },
            Object::Array(list) => Self::read_array(file, list, inner),
            _ => Self::Unknown,
        }
    }

    fn read_array(file: &File, list: &[Object], inner: impl Fn(&Object) -> Self) -> Self {
        let at = |i: usize| list.get(i).map(|o| file.resolve(o));
        let kind = at(0).and_then(|o| o.as_name().ok()).unwrap_or_default();
        match kind {
            b"ICCBased" => {
                let dict = at(1).and_then(as_dict);
                let n = dict.and_then(|d| file.number(d, "N")).unwrap_or(0.0);
                Self::Icc((n as usize).min(4))
            }
            b"CalGray" => Self::CalGray,
            b"CalRGB" => Self::CalRgb,
            b"Lab" => {
                let range = at(1).and_then(as_dict).and_then(|d| file.numbers(d, "Range"));
                let range = range.and_then(|r| r.try_into().ok());
                Self::Lab(range.unwrap_or([-100.0, 100.0, -100.0, 100.0]))
            }
            b"Indexed" | b"I" => {
                let base = at(1).map_or(Self::Unknown, inner);
                let table = match at(3) {
                    Some(Object::String(bytes, _)) => bytes.clone(),
                    Some(Object::Stream(s)) => file.data(s, 1 << 16).unwrap_or_default(),
                    _ => vec![],
                };
                Self::Indexed(Box::new(base), table)
            }
            b"Separation" | b"DeviceN" => {
                let name = |o: &Object| file.resolve(o).as_name().ok().map(<[u8]>::to_vec);
                let names = match at(1) {
                    Some(Object::Name(name)) => vec![name.clone()],
                    Some(Object::Array(names)) => {
                        names.iter().take(MOST_COLORANTS).filter_map(name).collect()
                    }
                    _ => vec![],
                };
                Self::Inks(names, Box::new(at(2).map_or(Self::Unknown, inner)))
            }
            b"Pattern" => Self::Pattern(at(1).map(|o| Box::new(inner(o)))),
            _ if list.len() == 1 => at(0).map_or(Self::Unknown, inner),
            _ => Self::Unknown,
        }
    }

    /// Number of components.
    pub fn components(&self) -> usize {
        match self {
            Self::Gray | Self::CalGray | Self::Indexed(..) => 1,
            Self::Rgb | Self::CalRgb | Self::Lab(_) => 3,
            Self::Cmyk => 4,
            Self::Icc(n) => (*n).max(1),
            Self::Inks(names, _) => names.len().max(1),
            Self::Pattern(Some(base)) => base.components(),
            Self::Pattern(None) | Self::Unknown => 1,
        }
    }

    /// The colour a space starts with.
    pub fn initial(&self) -> Vec<f64> {
        match self {
            Self::Cmyk => vec![0.0, 0.0, 0.0, 1.0],
            Self::Icc(4) => vec![0.0, 0.0, 0.0, 1.0],
            Self::Inks(names, _) => vec![1.0; names.len()],
            other => vec![0.0; other.components()],
        }
    }

    /// Lowest and highest value of a component, as image samples are spread over.
    pub fn range(&self, component: usize) -> (f64, f64) {
        match self {
            Self::Lab(_) if component == 0 => (0.0, 100.0),
            Self::Lab(r) if component == 1 => (r[0], r[1]),
            Self::Lab(r) => (r[2], r[3]),
            _ => (0.0, 1.0),
        }
    }

    /// Its name in findings.
    pub fn label(&self) -> String {
        match self {
            Self::Gray => "DeviceGray".into(),
            Self::Rgb => "DeviceRGB".into(),
            Self::Cmyk => "DeviceCMYK".into(),
            Self::CalGray => "CalGray".into(),
            Self::CalRgb => "CalRGB".into(),
            Self::Lab(_) => "Lab".into(),
            Self::Icc(n) => match n {
                1 => "ICC Gray".into(),
                3 => "ICC RGB".into(),
                4 => "ICC CMYK".into(),
                n => format!("ICC {n}"),
            },
            Self::Indexed(base, _) => format!("Indexed {}", base.label()),
            Self::Inks(names, _) => {
                names.iter().map(|n| text::name(n)).collect::<Vec<_>>().join("+")
            }
            Self::Pattern(Some(base)) => base.label(),
            Self::Pattern(None) => "Pattern".into(),
            Self::Unknown => "?".into(),
        }
    }

    /// The part of it that is RGB, Lab or the like, if any; alternates are not looked at.
    pub fn forbidden(&self) -> Option<&Self> {
        match self {
            Self::Rgb | Self::CalRgb | Self::Lab(_) | Self::Icc(2 | 3) => Some(self),
            Self::Indexed(base, _) | Self::Pattern(Some(base)) => base.forbidden(),
            _ => None,
        }
    }

    /// The part of it that carries its own profile though it is grey or CMYK, if any.
    pub fn profiled(&self) -> Option<&Self> {
        match self {
            Self::CalGray | Self::Icc(0 | 1 | 4) => Some(self),
            Self::Indexed(base, _) | Self::Pattern(Some(base)) => base.profiled(),
            _ => None,
        }
    }

    /// What a colour puts on the plates.
    pub fn inks(&self, color: &[f64], plates: &Plates) -> Inks {
        let mut inks =
            Inks { tints: vec![0.0; plates.names.len()], touched: vec![false; plates.names.len()] };
        self.put(color, plates, &mut inks, 0);
        inks
    }

    fn put(&self, color: &[f64], plates: &Plates, inks: &mut Inks, depth: usize) {
        let at = |i: usize| color.get(i).copied().unwrap_or(0.0).clamp(0.0, 1.0);
        let process = |cmyk: [f64; 4], inks: &mut Inks| {
            inks.tints[..4].copy_from_slice(&cmyk);
            inks.touched[..4].fill(true);
        };
        match self {
            Self::Gray | Self::CalGray | Self::Icc(0 | 1) => {
                process([0.0, 0.0, 0.0, 1.0 - at(0)], inks);
            }
            Self::Cmyk | Self::Icc(4) => process([at(0), at(1), at(2), at(3)], inks),
            Self::Rgb | Self::CalRgb | Self::Icc(_) => {
                process(plain_cmyk(at(0), at(1), at(2)), inks)
            }
            Self::Lab(_) => {
                let light = (color.first().copied().unwrap_or(0.0) / 100.0).clamp(0.0, 1.0);
                process([0.0, 0.0, 0.0, 1.0 - light], inks);
            }
            Self::Inks(names, _) => {
                for (i, name) in names.iter().enumerate() {
                    if name == b"All" {
                        inks.tints.fill(at(i));
                        inks.touched.fill(true);
                    } else if let Some(plate) = plates.names.iter().position(|n| n == name) {
                        inks.tints[plate] = at(i);
                        inks.touched[plate] = true;
                    }
                }
            }
            Self::Indexed(base, table) if depth < DEEPEST => {
                let index = color.first().copied().unwrap_or(0.0).max(0.0) as usize;
                let spread = |(i, byte)| {
                    let (low, high) = base.range(i);
                    low + f64::from(byte) / 255.0 * (high - low)
                };
                let bytes = samples::entry(table, base.components(), index);
                let color: Vec<f64> = bytes.enumerate().map(spread).collect();
                base.put(&color, plates, inks, depth + 1);
            }
            Self::Pattern(Some(base)) if depth < DEEPEST => {
                base.put(color, plates, inks, depth + 1)
            }
            Self::Indexed(..) | Self::Pattern(_) | Self::Unknown => {}
        }
    }
}

fn plain_cmyk(r: f64, g: f64, b: f64) -> [f64; 4] {
    let k = 1.0 - r.max(g).max(b);
    [1.0 - r - k, 1.0 - g - k, 1.0 - b - k, k]
}
