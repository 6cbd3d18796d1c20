//! What binding does to a page count: filler pages, spine width, creep, cover and inside.
//!
//! Pure arithmetic on pages and millimetres; it never sees a PDF.
//!
//! Thickness of paper is estimated as grammage × bulk. The factors are what Korean shops measure on
//! the usual grades (80 g 모조지 0.095 mm, 120 g 스노우지 0.115 mm, 120 g 아트지 0.10 mm); mills differ by
//! some 5 %, so a shop's own caliper always wins over these.

use std::fmt;
use std::ops::RangeInclusive;

use serde::Serialize;

/// How the sheets are held together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Binding {
    /// 중철: sheets nested into each other and stitched through the fold.
    SaddleStitch,
    /// 무선: leaves glued into a cover with a spine.
    Perfect,
}

impl Binding {
    /// By its name: `saddle-stitch` or `perfect`.
    pub fn named(name: &str) -> Option<Self> {
        [Self::SaddleStitch, Self::Perfect].into_iter().find(|binding| binding.name() == name)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::SaddleStitch => "saddle-stitch",
            Self::Perfect => "perfect",
        }
    }

    /// The trade's Korean word.
    pub fn korean(self) -> &'static str {
        match self {
            Self::SaddleStitch => "중철",
            Self::Perfect => "무선",
        }
    }

    /// Pages must come in multiples of this: 4 on a folded sheet, 2 on a glued leaf.
    pub fn multiple(self) -> usize {
        match self {
            Self::SaddleStitch => 4,
            Self::Perfect => 2,
        }
    }
}

/// What a file has of a number whose cover is printed apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// 표지.
    Cover,
    /// 내지.
    Inside,
}

impl Part {
    /// By its name: `cover` or `inside`.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Cover, Self::Inside].into_iter().find(|part| part.name() == name)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Cover => "cover",
            Self::Inside => "inside",
        }
    }

    /// The trade's Korean word.
    pub fn korean(self) -> &'static str {
        match self {
            Self::Cover => "표지",
            Self::Inside => "내지",
        }
    }
}

/// Pages to add so that a number can be bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Fillers {
    /// Pages for notes: one, if any page is to be added.
    pub notes: usize,
    /// Blank pages after it.
    pub blank: usize,
    /// The page, counted from 1 before filling, that they stand in front of: the back cover.
    pub before: usize,
}

impl Fillers {
    /// How many pages are added.
    pub fn total(self) -> usize {
        self.notes + self.blank
    }
}

/// The pages that `pages` need to fill up to the binding's multiple. They go in front of the back
/// cover, the last page; a single page has no back cover and is followed by them.
pub fn fillers(pages: usize, binding: Binding) -> Fillers {
    let multiple = binding.multiple();
    let missing = (multiple - pages % multiple) % multiple;
    let notes = missing.min(1);
    let before = if pages > 1 { pages } else { pages.saturating_add(1) };
    Fillers { notes, blank: missing - notes, before }
}

/// Which part of a number a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// 표1 and 표4: the first and the last page.
    CoverOuter,
    /// 표2 and 표3: the backs of those.
    CoverInner,
    /// 내지.
    Inside,
}

/// The side of `page`, from 1, in a number of `pages`. Under four pages all of them are outer
/// cover.
pub fn side(page: usize, pages: usize) -> Side {
    if pages < 4 || page <= 1 || page >= pages {
        Side::CoverOuter
    } else if page == 2 || page == pages - 1 {
        Side::CoverInner
    } else {
        Side::Inside
    }
}

/// Bulk in cm³/g by kind of paper: thickness in µm is grammage in g/m² times this. The longer name
/// stands before one it contains.
const KINDS: [(&str, f64); 22] = [
    ("미색모조", 1.18),
    ("백상지", 1.15),
    ("모조", 1.18),
    ("스노우", 0.95),
    ("snow", 0.95),
    ("아르떼", 1.30),
    ("아트", 0.85),
    ("art", 0.85),
    ("랑데뷰", 1.30),
    ("랑데부", 1.30),
    ("몽블랑", 1.25),
    ("반누보", 1.35),
    ("르느와르", 1.25),
    ("인스퍼", 1.25),
    ("아이보리", 1.30),
    ("ccp", 1.00),
    ("이라이트", 1.75),
    ("그린라이트", 1.55),
    ("마카롱", 1.60),
    ("중질", 1.30),
    ("재생", 1.25),
    ("크라프트", 1.35),
];
/// Bulk of a paper whose kind is not known: between coated and uncoated.
const TYPICAL_BULK: f64 = 1.1;
/// Grammages that are sold, g/m².
const GRAMMAGE: RangeInclusive<f64> = 20.0..=1000.0;

/// The lightest and the heaviest that leaves are glued of, g/m².
const BOUND_GRAMMAGE: (f64, f64) = (40.0, 350.0);

/// A paper as a shop names it, such as `아트지 200g`.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    /// The name as written, trimmed.
    pub name: String,
    /// Weight, g/m².
    pub grammage: f64,
    /// Bulk, cm³/g.
    pub bulk: f64,
    /// Whether the kind is in the table; if not, the bulk is a typical one and worth a note.
    pub known: bool,
}

impl Paper {
    /// Reads kind and grammage in either order: `모조지 100g`, `100g 모조지`, `스노우지150g/㎡`, `아트지 200`.
    /// `None` if there is no single plausible grammage in it.
    pub fn parse(written: &str) -> Option<Self> {
        let name = written.trim();
        let mut numbers = name
            .split(|c: char| !(c.is_ascii_digit() || c == '.'))
            .filter_map(|digits| digits.parse::<f64>().ok())
            .filter(|grammage| GRAMMAGE.contains(grammage));
        let grammage = numbers.next()?;
        if numbers.next().is_some() {
            return None;
        }
        let plain: String = name.to_lowercase().split_whitespace().collect();
        let kind = KINDS.iter().find(|(kind, _)| plain.contains(kind));
        let bulk = kind.map_or(TYPICAL_BULK, |(_, bulk)| *bulk);
        Some(Self { name: name.into(), grammage, bulk, known: kind.is_some() })
    }

    /// Thickness of one sheet, mm.
    pub fn thickness_mm(&self) -> f64 {
        self.grammage * self.bulk / 1000.0
    }
}

impl fmt::Display for Paper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

/// Widths a spine can have, mm.
pub const SPINE_MM: RangeInclusive<f64> = 0.0..=150.0;
/// The glue on the back of a perfect-bound block, mm.
const GLUE_MM: f64 = 0.5;
/// How far a paper may be from what is usual, of its thickness; a shop that measures is believed that much.
const MILLS: f64 = 0.25;
/// Pages of the cover, which are not part of the block.
pub const COVER_PAGES: usize = 4;

/// Width of the spine of a perfect-bound number of `pages`, cover included, in mm to a tenth:
/// leaves × inside paper + twice the cover paper + glue.
pub fn spine_mm(pages: usize, inside: &Paper, cover: &Paper) -> f64 {
    let leaves = pages.saturating_sub(COVER_PAGES).div_ceil(2);
    let block = leaves as f64 * inside.thickness_mm();
    tenths(block + 2.0 * cover.thickness_mm() + GLUE_MM)
}

/// What the spine of such a number can measure, mm: papers of one name and weight differ from mill to mill, those that
/// the table does not have from one kind to another, those that nobody names in weight too, and so does what is glued.
pub fn spine_range_mm(
    pages: usize,
    inside: Option<&Paper>,
    cover: Option<&Paper>,
) -> RangeInclusive<f64> {
    let of = |share: f64, kinds: fn(f64, f64) -> f64, grammage: f64, glue: f64| {
        let any = Paper { name: String::new(), grammage, bulk: TYPICAL_BULK, known: false };
        let bulk = |paper: &Paper| match paper.known {
            true => paper.bulk,
            false => KINDS.iter().map(|(_, bulk)| *bulk).fold(paper.bulk, kinds),
        };
        let paper = |paper: Option<&Paper>| {
            let paper = paper.unwrap_or(&any);
            Paper { bulk: bulk(paper) * share, ..paper.clone() }
        };
        tenths((spine_mm(pages, &paper(inside), &paper(cover)) + glue).max(0.0))
    };
    let (lightest, heaviest) = BOUND_GRAMMAGE;
    of(1.0 - MILLS, f64::min, lightest, -GLUE_MM)
        ..=of(1.0 + MILLS, f64::max, heaviest, 2.0 * GLUE_MM)
}

/// Creep of one sheet in saddle stitching, mm: each sheet stands further out than the one around it
/// by its paper's thickness.
pub fn creep_mm(paper: &Paper) -> f64 {
    paper.thickness_mm()
}

/// The shift of sheet `sheet` (0 is the outermost) towards the spine that undoes its creep, mm.
pub fn shift_mm(sheet: usize, creep_mm_per_sheet: f64) -> f64 {
    sheet as f64 * creep_mm_per_sheet
}

fn tenths(mm: f64) -> f64 {
    (mm * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn saddle_stitching_fills_to_four_before_the_back_cover() {
        let fill = |pages| fillers(pages, Binding::SaddleStitch);
        assert_eq!(fill(24), Fillers { notes: 0, blank: 0, before: 24 });
        assert_eq!(fill(23), Fillers { notes: 1, blank: 0, before: 23 });
        assert_eq!(fill(22), Fillers { notes: 1, blank: 1, before: 22 });
        assert_eq!(fill(21), Fillers { notes: 1, blank: 2, before: 21 });
        assert_eq!(fill(1), Fillers { notes: 1, blank: 2, before: 2 });
        for pages in 0..200 {
            assert_eq!((pages + fill(pages).total()) % 4, 0, "{pages}");
        }
    }

    #[test]
    fn perfect_binding_fills_to_whole_leaves() {
        assert_eq!(fillers(22, Binding::Perfect).total(), 0);
        assert_eq!(fillers(23, Binding::Perfect), Fillers { notes: 1, blank: 0, before: 23 });
    }

    #[test]
    fn the_cover_is_the_first_and_last_leaf() {
        let sides: Vec<_> = (1..=8).map(|page| side(page, 8)).collect();
        use Side::*;
        let inner = CoverInner;
        assert_eq!(sides, [CoverOuter, inner, Inside, Inside, Inside, Inside, inner, CoverOuter]);
        assert_eq!((1..=4).filter(|&page| side(page, 4) == Inside).count(), 0);
        assert!((1..=3).all(|page| side(page, 3) == CoverOuter));
    }

    #[test]
    fn papers_are_read_as_shops_write_them() {
        let read = |name: &str| Paper::parse(name).map(|p| (p.grammage, p.bulk, p.known));
        assert_eq!(read("아트지 200g"), Some((200.0, 0.85, true)));
        assert_eq!(read("모조지 100g"), Some((100.0, 1.18, true)));
        assert_eq!(read("스노우지150g/㎡"), Some((150.0, 0.95, true)));
        assert_eq!(read(" 240 g 랑데뷰 "), Some((240.0, 1.30, true)));
        assert_eq!(read("스노우 화이트 120"), Some((120.0, 0.95, true)));
        assert_eq!(read("아르떼 210g"), Some((210.0, 1.30, true)));
        assert_eq!(read("Art 150gsm"), Some((150.0, 0.85, true)));
        assert_eq!(read("비밀종이 90g"), Some((90.0, TYPICAL_BULK, false)));
        for bad in ["", "아트지", "아트지 5g", "아트지 200g 150g", "아트지 1.2.3g"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }

    #[test]
    fn thickness_agrees_with_what_shops_measure() {
        let thick = |name| Paper::parse(name).unwrap().thickness_mm();
        for (name, mm) in [("모조지 80g", 0.095), ("스노우지 120g", 0.115), ("아트지 120g", 0.10)]
        {
            assert!((thick(name) - mm).abs() < 0.005, "{name}: {}", thick(name));
        }
    }

    #[test]
    fn a_spine_is_the_block_the_cover_and_the_glue() {
        let inside = Paper::parse("모조지 100g").unwrap();
        let cover = Paper::parse("아트지 200g").unwrap();
        // 98 leaves × 0.118 + 2 × 0.17 + 0.5
        assert_eq!(spine_mm(200, &inside, &cover), 12.4);
        assert_eq!(spine_mm(4, &inside, &cover), 0.8);
        assert_eq!(spine_mm(0, &inside, &cover), 0.8);
    }

    #[test]
    fn a_measured_spine_is_near_the_usual_one() {
        let paper = |name: &str| Paper::parse(name).unwrap();
        let range =
            |inside: &str| spine_range_mm(200, Some(&paper(inside)), Some(&paper("아트지 200g")));
        // 12.4 by the table.
        assert_eq!(range("모조지 100g"), 8.9..=16.4);
        // A paper that nobody knows may be bulky.
        assert_eq!(range("비밀종이 100g"), 6.5..=23.4);
    }

    #[test]
    fn inner_sheets_shift_more() {
        let paper = Paper::parse("모조지 100g").unwrap();
        assert_eq!(shift_mm(0, creep_mm(&paper)), 0.0);
        assert!((shift_mm(5, creep_mm(&paper)) - 0.59).abs() < 1e-9);
    }

    #[test]
    fn bindings_go_by_their_names() {
        assert_eq!(Binding::named("perfect"), Some(Binding::Perfect));
        assert_eq!(Binding::named("saddle-stitch"), Some(Binding::SaddleStitch));
        assert_eq!(Binding::named("stapled"), None);
    }
}
