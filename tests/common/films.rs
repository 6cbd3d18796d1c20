//! The plates of a PDF, as a program separates them that had no part in it.

use std::path::Path;

use super::{output_of, validator};

/// The plates of all pages inside the trim, as Ghostscript separates them at 36 ppi: black where there is ink.
pub fn films(pdf: &Path) -> Option<Vec<(String, Vec<u8>)>> {
    let mut gs = validator("gs")?;
    let folder = tempfile::tempdir().unwrap();
    gs.args([
        "-q",
        "-dNOPAUSE",
        "-dBATCH",
        "-dSAFER",
        "-sDEVICE=tiffsep",
        "-sCompression=none",
        "-r36",
        "-dUseTrimBox",
    ]);
    gs.arg(format!("-sOutputFile={}", folder.path().join("p%02d.tif").display())).arg(pdf);
    output_of(gs);
    let mut films = vec![];
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_string();
        let Some((_, plate)) = name.split_once('(') else { continue };
        let plate = plate.trim_end_matches(".tif").trim_end_matches(')').to_string();
        films.push((plate, gray(&std::fs::read(&path).unwrap())));
    }
    Some(films)
}

/// The pixels of a grey TIFF of 8 bits that is not packed.
pub fn gray(tiff: &[u8]) -> Vec<u8> {
    let number = |at: usize, length: usize| {
        tiff[at..at + length].iter().rev().fold(0, |n, b| n << 8 | usize::from(*b))
    };
    assert_eq!(&tiff[..2], b"II");
    let directory = number(4, 4);
    let tag = |wanted: usize| -> Vec<usize> {
        let entries = (0..number(directory, 2)).map(|i| directory + 2 + 12 * i);
        let Some(at) = entries.into_iter().find(|at| number(*at, 2) == wanted) else {
            return vec![];
        };
        let size = if number(at + 2, 2) == 3 { 2 } else { 4 };
        let count = number(at + 4, 4);
        let from = if size * count > 4 { number(at + 8, 4) } else { at + 8 };
        (0..count).map(|i| number(from + i * size, size)).collect()
    };
    let (offsets, lengths) = (tag(273), tag(279));
    offsets.iter().zip(lengths).flat_map(|(at, length)| tiff[*at..at + length].to_vec()).collect()
}
