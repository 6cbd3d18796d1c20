//! Pictures: into CMYK or grey, brought down where they are far finer than print needs.
//!
//! A picture is converted once, when all its placements are known. Photographs (JPEG) stay JPEG,
//! everything else stays lossless; nothing is ever made larger, and line art never smaller. CMYK and grey pictures that already
//! fit are passed on untouched.

use anyhow::Result;
use lopdf::{Object, Stream};

use super::conversion::Conversion;
use super::fault::X4Fault;
use super::images::Use;
use super::inking::{Tables, converted};
use super::line_art::{is_bilevel, line_art};
use super::picture::{Picture, kept};
use super::space::{Mode, Space};
use crate::pdf::write::reals;
use crate::threads;
use crate::words;
use jikji_diagnostic::Words;

/// Pictures placed finer than this, in ppi, are brought down…
const TOO_FINE: f64 = 450.0;
/// …to this.
const FINE: f64 = 350.0;

/// The size to bring a picture down to; `None` where it fits.
fn smaller(width: usize, height: usize, placed: (f64, f64)) -> Option<(usize, usize)> {
    if placed.0 <= 0.0 || placed.1 <= 0.0 {
        return None;
    }
    let ppi = (width as f64 * 72.0 / placed.0).min(height as f64 * 72.0 / placed.1);
    if ppi <= TOO_FINE {
        return None;
    }
    let part = |pixels: usize| ((pixels as f64 * FINE / ppi).round() as usize).max(1);
    Some((part(width), part(height)))
}

/// One picture to convert.
struct Task {
    picture: Picture,
    image: Use,
    mode: Mode,
}

/// A converted picture and its mask.
struct Done {
    image: Stream,
    mask: Option<(&'static str, Stream)>,
}

/// Most bytes that pictures take which are converted side by side.
const MOST_BYTES: usize = 192 << 20;
/// Bytes of a pixel on its way: as it was unpacked, brought down and in inks.
const A_PIXEL: usize = 12;

/// How many pictures are converted side by side.
fn side_by_side(tasks: &[Task]) -> usize {
    let pixels = |picture: &Picture| picture.width.saturating_mul(picture.height);
    let largest = tasks.iter().map(|task| pixels(&task.picture)).max().unwrap_or(0).max(1);
    (MOST_BYTES / A_PIXEL / largest).clamp(1, threads::count())
}

/// Converts every picture seen, on as many cores as memory allows. The result does not depend on their number.
pub(super) fn convert_all(conversion: &mut Conversion<'_>) -> Result<()> {
    let mut tasks = Vec::new();
    for ((id, mode), image) in std::mem::take(&mut conversion.images.0) {
        conversion.page = image.page;
        let picture = conversion.picture(id)?;
        tasks.push(Task { picture, image, mode });
    }
    let needed = tasks.iter().filter(|task| task.mode == Mode::Ink).map(|task| &task.picture.space);
    let tables = Tables::new(conversion.inks, needed);
    let mut results: Vec<Option<Result<Done, X4Fault>>> = tasks.iter().map(|_| None).collect();
    let work = |(): &mut (), at: usize| (at, convert(&tasks[at], &tables));
    let done = |(at, done): (usize, _)| results[at] = Some(done);
    threads::each(tasks.len(), side_by_side(&tasks), || (), work, done);
    for (task, done) in tasks.iter().zip(results) {
        let done = done.expect("every picture is converted once");
        let Done { mut image, mask } = done?;
        if let Some((key, mask)) = mask {
            image.dict.set(key, conversion.doc.add_object(mask));
        }
        conversion.doc.objects.insert(task.image.new, Object::Stream(image));
    }
    Ok(())
}

fn convert(task: &Task, tables: &Tables<'_>) -> Result<Done, X4Fault> {
    let Task { picture, image, mode } = task;
    if picture.stencil {
        let keys = ["ImageMask", "Decode", "Interpolate"];
        return Ok(Done { image: kept(&picture.dict, picture.stored.to_vec(), &keys), mask: None });
    }
    let damaged = || X4Fault::Damaged { page: image.page, what: words::IMAGE };
    let opaque = X4Fault::Unsupported {
        page: image.page,
        what: Words {
            ko: "JPEG 2000, JBIG2, 팩스 방식으로 압축한 그림",
            en: "an image packed as JPEG 2000, JBIG2 or fax",
        },
    };
    let drawing = (!tables.is_sole()).then(|| line_art(picture, *mode)).flatten();
    if let Some(drawing) = drawing {
        let mask = picture.explicit.clone().or_else(|| picture.key_as_stencil());
        return Ok(Done { image: drawing, mask: mask.map(|mask| ("Mask", mask)) });
    }
    let target = match picture.opaque || is_bilevel(picture) {
        true => None,
        false => smaller(picture.width, picture.height, image.size),
    };
    let fits = fits(picture, *mode, target, tables).ok_or_else(damaged)?;
    if picture.opaque && !fits {
        return Err(opaque);
    }
    let out = match fits && picture.is_stream() {
        true => picture.untouched(),
        false => converted(picture, *mode, target, tables).ok_or_else(damaged)?,
    };
    let mask = match &picture.mask {
        Some(mask) => {
            let mut stream = soft_mask(mask, image.size, tables).ok_or_else(damaged)?;
            if let (true, Some(matte)) = (fits, &picture.matte) {
                stream.dict.set("Matte", reals(matte.iter().copied()));
            }
            Some(("SMask", stream))
        }
        None => {
            let key = || picture.key_as_stencil().filter(|_| !fits);
            picture.explicit.clone().or_else(key).map(|mask| ("Mask", mask))
        }
    };
    Ok(Done { image: out, mask })
}

/// Whether the samples of a picture can be printed as they are; `None` for a damaged one.
fn fits(
    picture: &Picture,
    mode: Mode,
    target: Option<(usize, usize)>,
    tables: &Tables<'_>,
) -> Option<bool> {
    let stays = picture.bits <= 8 && target.is_none();
    Some(match (&*picture.space, mode) {
        (Space::Gray, _) => stays && !tables.on_spot(mode),
        (Space::Cmyk, Mode::Ink) => {
            let stays = stays && tables.keeps_inks();
            stays && (picture.opaque || !tables.over_limit(picture)?)
        }
        (Space::Tint { .. }, Mode::Ink) => true,
        _ => false,
    })
}

/// A soft mask, brought down like its picture; `None` for a damaged one.
fn soft_mask(mask: &Picture, placed: (f64, f64), tables: &Tables<'_>) -> Option<Stream> {
    let target = smaller(mask.width, mask.height, placed);
    match mask.bits <= 8 && target.is_none() && mask.is_stream() {
        true => Some(mask.untouched()),
        false => converted(mask, Mode::Mask, target, tables),
    }
}
