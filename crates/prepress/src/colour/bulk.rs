//! Whole images: 8-bit RGB into 8-bit CMYK through one precomputed table.

use super::ink::Ink;

/// Nodes along each axis.
const NODES: usize = 33;
/// Steps between two nodes.
pub(super) const STEPS: u32 = 256;

/// For each 8-bit value the node below it, of so many along an axis, and the step towards the next one.
pub(super) fn places(nodes: usize) -> [(u32, u32); 256] {
    let last = nodes as u32 - 1;
    std::array::from_fn(|v| {
        let at = (v as u32 * last * STEPS + 127) / 255;
        let node = (at / STEPS).min(last - 1);
        (node, at - node * STEPS)
    })
}

/// A 33³ table of a [`SourceSpace`](super::SourceSpace) in the output's CMYK, read with tetrahedral
/// interpolation.
#[derive(Debug, Clone)]
pub struct Table {
    /// Four inks a node, each 0 to 255 × 128; red varies slowest.
    nodes: Vec<[u16; 4]>,
    /// Where each 8-bit value stands: see [`places`].
    places: [(u32, u32); 256],
}

impl Table {
    /// Asks for the ink of a colour at every node, its components spread over the ranges.
    pub(super) fn new(to_ink: impl Fn(&[f32]) -> Ink, ranges: [(f32, f32); 3]) -> Self {
        let at = |axis: usize, i: usize| {
            let (low, high) = ranges[axis];
            low + (high - low) * i as f32 / (NODES - 1) as f32
        };
        let mut nodes = Vec::with_capacity(NODES * NODES * NODES);
        for r in 0..NODES {
            for g in 0..NODES {
                for b in 0..NODES {
                    let ink = to_ink(&[at(0, r), at(1, g), at(2, b)]);
                    nodes.push(ink.map(|v| (v * 255.0 * 128.0 + 0.5) as u16));
                }
            }
        }
        Self { nodes, places: places(NODES) }
    }

    /// One pixel. The axes are sorted by fraction without branches: each is a number with its
    /// fraction above its stride.
    #[inline]
    fn pixel(&self, rgb: [u8; 3]) -> [u8; 4] {
        const STRIDES: [u32; 3] = [(NODES * NODES) as u32, NODES as u32, 1];
        let mut base = 0;
        let mut keys = [0; 3];
        for ((key, value), stride) in keys.iter_mut().zip(rgb).zip(STRIDES) {
            let (node, step) = self.places[usize::from(value)];
            base += node * stride;
            *key = step << 16 | stride;
        }
        let [r, g, b] = keys;
        let (high, low) = (r.max(g).max(b), r.min(g).min(b));
        let middle = r ^ g ^ b ^ high ^ low;
        let corner = |at: u32| self.nodes[at as usize];
        let (first, second) = (base + (high & 0xffff), base + (high & 0xffff) + (middle & 0xffff));
        let corners = [
            (corner(base), STEPS - (high >> 16)),
            (corner(first), (high >> 16) - (middle >> 16)),
            (corner(second), (middle >> 16) - (low >> 16)),
            (corner(base + STRIDES[0] + STRIDES[1] + STRIDES[2]), low >> 16),
        ];
        let mut sum = [STEPS * 64; 4];
        for (node, weight) in corners {
            for (sum, value) in sum.iter_mut().zip(node) {
                *sum += u32::from(value) * weight;
            }
        }
        sum.map(|v| (v / (STEPS * 128)) as u8)
    }

    /// Converts pixels of three bytes into pixels of four; a part of a pixel at the end is left out.
    pub fn convert(&self, rgb: &[u8]) -> Vec<u8> {
        let mut out = vec![0; rgb.len() / 3 * 4];
        for (to, from) in out.as_chunks_mut::<4>().0.iter_mut().zip(rgb.as_chunks::<3>().0) {
            *to = self.pixel(*from);
        }
        out
    }
}
