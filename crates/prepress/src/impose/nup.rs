//! Where pages stand on the sheet of an office proof.

use super::fault::ImposeFault;
use crate::pdf::geometry::{MM, Rect};
use jikji_diagnostic::Words;

/// Space between pages, mm.
const GUTTER_MM: f64 = 5.0;
/// Space to the edge of the sheet that office printers leave white, mm.
const MARGIN_MM: f64 = 8.0;
/// The most pages in a row or a column.
const MOST: u8 = 16;

/// A sheet of equal cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// The sheet, pt; turned against what was asked for if pages come out larger that way.
    pub sheet: (f64, f64),
    /// Page size on the sheet to trimmed page size; never above 1.
    pub scale: f64,
    /// Where pages stand, row by row from the upper left, pt.
    pub cells: Vec<Rect>,
}

/// Lays out `columns` × `rows` pages of `page` pt on a sheet of `sheet` pt.
pub fn grid(
    page: (f64, f64),
    columns: u8,
    rows: u8,
    sheet: (f64, f64),
) -> Result<Grid, ImposeFault> {
    if !(1..=MOST).contains(&columns) || !(1..=MOST).contains(&rows) {
        return Err(ImposeFault::Options(Words {
            ko: "칸과 줄은 1에서 16까지입니다",
            en: "columns and rows are 1 to 16",
        }));
    }
    let (columns, rows) = (f64::from(columns), f64::from(rows));
    let frame = 2.0 * MARGIN_MM * MM;
    let gaps = ((columns - 1.0) * GUTTER_MM * MM, (rows - 1.0) * GUTTER_MM * MM);
    let scale = |sheet: (f64, f64)| {
        let across = (sheet.0 - frame - gaps.0) / (columns * page.0);
        let down = (sheet.1 - frame - gaps.1) / (rows * page.1);
        across.min(down).min(1.0)
    };
    let turned = (sheet.1, sheet.0);
    let sheet = if scale(turned) > scale(sheet) { turned } else { sheet };
    let scale = scale(sheet);
    if scale < 0.05 {
        let needed =
            (frame + gaps.0 + columns * page.0 / 20.0, frame + gaps.1 + rows * page.1 / 20.0);
        return Err(ImposeFault::SheetTooSmall {
            needed_mm: (needed.0 / MM, needed.1 / MM),
            sheet_mm: (sheet.0 / MM, sheet.1 / MM),
        });
    }
    let (w, h) = (page.0 * scale, page.1 * scale);
    let left = (sheet.0 - columns * w - gaps.0) / 2.0;
    let top = (sheet.1 + rows * h + gaps.1) / 2.0;
    let mut cells = vec![];
    for row in 0..rows as usize {
        for column in 0..columns as usize {
            let x = left + column as f64 * (w + GUTTER_MM * MM);
            let y = top - h - row as f64 * (h + GUTTER_MM * MM);
            cells.push([x, y, x + w, y + h]);
        }
    }
    Ok(Grid { sheet, scale, cells })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::impose::geometry::meet;
    use crate::pdf::geometry::{grown, size, sized};

    const A4: (f64, f64) = (210.0 * MM, 297.0 * MM);
    const A3: (f64, f64) = (420.0 * MM, 297.0 * MM);

    #[test]
    fn pages_stand_in_rows_inside_the_margin() {
        let grid = grid(A4, 4, 2, A3).unwrap();
        assert_eq!(grid.cells.len(), 8);
        assert_eq!(grid.sheet, A3);
        let inner = grown(sized(grid.sheet), -MARGIN_MM * MM + 1e-6);
        for cell in &grid.cells {
            let (shown, whole) = (size(meet(*cell, inner)), size(*cell));
            assert!((shown.0 - whole.0).abs() < 1e-9);
            assert!((shown.1 - whole.1).abs() < 1e-9);
        }
        assert!(grid.cells[1][0] > grid.cells[0][2] && grid.cells[4][3] < grid.cells[0][1]);
    }

    #[test]
    fn the_sheet_turns_where_that_gives_larger_pages() {
        let grid = grid(A4, 2, 2, A3).unwrap();
        assert_eq!(grid.sheet, (A3.1, A3.0));
    }

    #[test]
    fn small_pages_are_not_enlarged() {
        assert_eq!(grid((100.0, 150.0), 2, 1, A3).unwrap().scale, 1.0);
    }

    #[test]
    fn a_grid_out_of_reach_is_refused() {
        assert!(grid(A4, 0, 1, A3).is_err() && grid(A4, 17, 1, A3).is_err());
        let tiny = grid(A4, 2, 1, (20.0 * MM, 20.0 * MM));
        assert!(matches!(tiny, Err(ImposeFault::SheetTooSmall { .. })));
    }
}
