//! Colour spaces (ISO 32000-1, 8.6).
//!
//! Their colours come out as ink by [`super::inks`].

use std::sync::Arc;

use lopdf::Object;

use super::function::Function;
use crate::colour::SourceSpace;
use crate::samples;

/// What a colour is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Mode {
    /// It is printed.
    Ink,
    /// It is the luminosity of a soft mask and becomes a grey.
    Mask,
}

/// A colour space.
#[derive(Debug)]
pub(super) enum Space {
    Gray,
    Cmyk,
    /// A device-independent space, DeviceRGB included, with the range of each component.
    Source(Arc<SourceSpace>, Vec<(f32, f32)>),
    Indexed {
        base: Arc<Space>,
        table: Vec<u8>,
    },
    /// A spot colour: the space to write, and the way to its alternate.
    Tint {
        object: Object,
        components: usize,
        transform: Option<Box<Function>>,
        alternate: Arc<Space>,
        /// It is printed over what is below.
        over: bool,
        /// The place among the job's spot inks of one that is for the finishing.
        layer: Option<usize>,
    },
    /// A spot colour that the number has no plate for: the way to its alternate.
    Other {
        components: usize,
        transform: Option<Box<Function>>,
        alternate: Arc<Space>,
        /// It is the black of text that is drawn as outlines.
        text: bool,
    },
    /// A pattern, with the space of its colour where it is uncoloured.
    Pattern(Option<Arc<Space>>),
}

impl Space {
    pub(super) fn components(&self) -> usize {
        match self {
            Self::Gray | Self::Indexed { .. } => 1,
            Self::Cmyk => 4,
            Self::Source(source, _) => source.components(),
            Self::Tint { components, .. } | Self::Other { components, .. } => *components,
            Self::Pattern(base) => base.as_ref().map_or(0, |base| base.components()),
        }
    }

    /// Lowest and highest of each component, as images and tables spread their bits over.
    pub(super) fn ranges(&self) -> Vec<(f32, f32)> {
        match self {
            Self::Source(_, ranges) => ranges.clone(),
            _ => vec![(0.0, 1.0); self.components()],
        }
    }

    /// The same in double precision.
    pub(super) fn spans(&self) -> impl Iterator<Item = (f64, f64)> {
        self.ranges().into_iter().map(|(low, high)| (low.into(), high.into()))
    }

    /// The colour after the space is set (ISO 32000-1, 8.6.3).
    pub(super) fn initial(&self) -> Vec<f32> {
        match self {
            Self::Cmyk => vec![0.0, 0.0, 0.0, 1.0],
            Self::Tint { components, .. } | Self::Other { components, .. } => {
                vec![1.0; *components]
            }
            _ => self.ranges().iter().map(|r| 0.0f32.clamp(r.0, r.1.max(r.0))).collect(),
        }
    }

    /// The colour of an index as components of the base.
    pub(super) fn look_up(base: &Space, table: &[u8], index: usize) -> Vec<f32> {
        let bytes = samples::entry(table, base.components(), index);
        let spread = |(byte, (low, high))| low + (high - low) * f32::from(byte) / 255.0;
        bytes.zip(base.ranges()).map(spread).collect()
    }
}
