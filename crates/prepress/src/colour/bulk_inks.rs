//! Whole images in the CMYK of another printing condition: 8 bits in, 8 bits out, through one table.

use super::bulk::{STEPS, places};
use super::ink::Ink;

/// Nodes along each axis.
const NODES: usize = 17;
/// From one node to the next along cyan, magenta, yellow and black.
const STRIDES: [u32; 4] = [(NODES * NODES * NODES) as u32, (NODES * NODES) as u32, NODES as u32, 1];

/// A 17⁴ table of a CMYK [`SourceSpace`](super::SourceSpace) in the output's CMYK, read with simplex
/// interpolation.
#[derive(Debug, Clone)]
pub struct InkTable {
    /// Four inks a node, each 0 to 255 × 128; cyan varies slowest.
    nodes: Vec<[u16; 4]>,
    /// Where each 8-bit value stands: see [`places`].
    places: [(u32, u32); 256],
}

impl InkTable {
    /// Asks for the ink of a source's inks at every node.
    pub(super) fn new(to_ink: impl Fn(&[f32]) -> Ink) -> Self {
        let at = |index: usize, stride: u32| {
            (index / stride as usize % NODES) as f32 / (NODES - 1) as f32
        };
        let node = |index: usize| {
            let ink = to_ink(&STRIDES.map(|stride| at(index, stride)));
            ink.map(|v| (v * 255.0 * 128.0 + 0.5) as u16)
        };
        let nodes = (0..NODES.pow(4)).map(node).collect();
        Self { nodes, places: places(NODES) }
    }

    /// One pixel: from the cell's low corner to its high one along the axes, the largest fraction first.
    /// Each axis is a number with its fraction above its stride.
    #[inline]
    fn pixel(&self, inks: [u8; 4]) -> [u8; 4] {
        let mut base = 0;
        let mut keys = [0; 4];
        for ((key, value), stride) in keys.iter_mut().zip(inks).zip(STRIDES) {
            let (node, step) = self.places[usize::from(value)];
            base += node * stride;
            *key = step << 16 | stride;
        }
        for (a, b) in [(0, 1), (2, 3), (0, 2), (1, 3), (1, 2)] {
            (keys[a], keys[b]) = (keys[a].max(keys[b]), keys[a].min(keys[b]));
        }
        let mut sum = [STEPS * 64; 4];
        let mut before = STEPS;
        for key in keys {
            let fraction = key >> 16;
            self.add(&mut sum, base, before - fraction);
            base += key & 0xffff;
            before = fraction;
        }
        self.add(&mut sum, base, before);
        sum.map(|v| (v / (STEPS * 128)) as u8)
    }

    #[inline]
    fn add(&self, sum: &mut [u32; 4], node: u32, weight: u32) {
        for (sum, value) in sum.iter_mut().zip(self.nodes[node as usize]) {
            *sum += u32::from(value) * weight;
        }
    }

    /// Converts pixels of four bytes; a part of a pixel at the end is left out.
    pub fn convert(&self, inks: &[u8]) -> Vec<u8> {
        inks.as_chunks::<4>().0.iter().flat_map(|pixel| self.pixel(*pixel)).collect()
    }
}
