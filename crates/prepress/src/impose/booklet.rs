//! Which pages stand side by side on the sheets of a saddle-stitched booklet.

use std::ops::Range;

use crate::binding::{self, Binding, Part};

/// One side of a sheet: pages from 1, `None` where a filler is left blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SheetSide {
    /// The sheet it is on, 0 the outermost.
    pub sheet: usize,
    /// Whether it is the sheet's front (앞), which has the outer pages.
    pub front: bool,
    /// Page left of the fold.
    pub left: Option<usize>,
    /// Page right of the fold.
    pub right: Option<usize>,
}

/// The blanks among the pages of a booklet, from 1: in front of the last page, so that it stays the back cover; after it
/// where the file is an inside, which has none.
pub fn blanks(pages: usize, part: Option<Part>) -> Range<usize> {
    let fill = binding::fillers(pages, Binding::SaddleStitch);
    let first = match part {
        Some(Part::Inside) => pages + 1,
        Some(Part::Cover) | None => fill.before,
    };
    first..first + fill.total()
}

/// The sides of all sheets in printing order: front and back of the outermost sheet first.
///
/// A count that is no multiple of 4 is padded with blanks.
pub fn spreads(pages: usize, part: Option<Part>) -> Vec<SheetSide> {
    let blanks = blanks(pages, part);
    let (first, count) = (blanks.start, blanks.len());
    let total = pages + count;
    let page = |place: usize| {
        if place < first {
            Some(place)
        } else {
            place.checked_sub(count).filter(|page| (first..=pages).contains(page))
        }
    };
    (0..total / 4)
        .flat_map(|sheet| {
            let (first, last) = (1 + 2 * sheet, total - 2 * sheet);
            [
                SheetSide { sheet, front: true, left: page(last), right: page(first) },
                SheetSide { sheet, front: false, left: page(first + 1), right: page(last - 1) },
            ]
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(pages: usize) -> Vec<(usize, usize)> {
        let page = |page: Option<usize>| page.unwrap_or(0);
        spreads(pages, None).iter().map(|s| (page(s.left), page(s.right))).collect()
    }

    #[test]
    fn pages_face_as_a_folded_booklet_needs() {
        assert_eq!(order(4), [(4, 1), (2, 3)]);
        assert_eq!(order(8), [(8, 1), (2, 7), (6, 3), (4, 5)]);
        let of_24 = order(24);
        assert_eq!(of_24[..4], [(24, 1), (2, 23), (22, 3), (4, 21)]);
        assert_eq!(of_24[10..], [(14, 11), (12, 13)]);
        assert_eq!(spreads(0, None), []);
    }

    #[test]
    fn blanks_go_in_front_of_the_back_cover() {
        assert_eq!(order(22)[..2], [(22, 1), (2, 0)]);
        assert_eq!(order(22)[2], (0, 3));
        assert_eq!(order(3), [(3, 1), (2, 0)]);
        assert_eq!(order(2), [(2, 1), (0, 0)]);
        assert_eq!(order(1), [(0, 1), (0, 0)]);
    }

    #[test]
    fn blanks_of_an_inside_come_after_its_last_page() {
        let of_6: Vec<_> =
            spreads(6, Some(Part::Inside)).iter().map(|s| (s.left, s.right)).collect();
        let (last, none) = (Some(6), None);
        assert_eq!(of_6, [(none, Some(1)), (Some(2), none), (last, Some(3)), (Some(4), Some(5))]);
        assert_eq!((blanks(6, None), blanks(6, Some(Part::Inside))), (6..8, 7..9));
        assert_eq!(blanks(8, Some(Part::Inside)).len(), 0);
    }

    #[test]
    fn every_page_stands_once_beside_its_partner() {
        for pages in 1..120 {
            let order = order(pages);
            let total = pages.div_ceil(4) * 4;
            let mut seen: Vec<_> = order.iter().flat_map(|(l, r)| [*l, *r]).collect();
            seen.retain(|page| *page > 0);
            seen.sort_unstable();
            assert_eq!(seen, (1..=pages).collect::<Vec<_>>());
            assert_eq!(order.len() * 2, total);
            if pages % 4 == 0 {
                assert!(order.iter().all(|(left, right)| left + right == pages + 1));
            }
        }
    }
}
