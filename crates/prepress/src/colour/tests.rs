use std::io::Write;
use std::process::{Command, Stdio};

use super::*;

fn profiles() -> [(OutputProfile, &'static str); 2] {
    [
        (
            OutputProfile::coated_fogra39(),
            concat!(env!("CARGO_MANIFEST_DIR"), "/icc/Coated_FOGRA39L_TAC300.icc"),
        ),
        (
            OutputProfile::uncoated_fogra29(),
            concat!(env!("CARGO_MANIFEST_DIR"), "/icc/Uncoated_FOGRA29L_TAC280.icc"),
        ),
    ]
}

fn grid() -> Vec<[u8; 3]> {
    let steps = [0u8, 20, 51, 90, 128, 180, 217, 255];
    let mut colors = Vec::new();
    for r in steps {
        for g in steps {
            for b in steps {
                colors.push([r, g, b]);
            }
        }
    }
    colors
}

/// lcms2's answer, in 0 to 1; `None` where the tool is not installed.
fn transicc<const N: usize>(
    from: &str,
    profile: &str,
    colors: impl ExactSizeIterator<Item = [f64; N]>,
) -> Option<Vec<Ink>> {
    let asked = colors.len();
    let mut child = Command::new("transicc")
        .args(["-n", "-t1", "-b", from])
        .arg(format!("-o{profile}"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let text: String = colors.map(|c| c.map(|v| v.to_string()).join(" ") + "\n").collect();
    let mut input = child.stdin.take()?;
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let out = child.wait_with_output().ok()?;
    writer.join().ok()?.ok()?;
    let numbers: Vec<f32> = String::from_utf8_lossy(&out.stdout)
        .split_whitespace()
        .filter_map(|word| word.parse().ok())
        .collect();
    let inks: Vec<Ink> =
        numbers.chunks_exact(4).map(|c| [c[0], c[1], c[2], c[3]].map(|v| v / 100.0)).collect();
    assert_eq!(inks.len(), asked, "transicc answered every colour");
    Some(inks)
}

#[test]
fn tables_in_xyz_are_not_taken_for_lab() {
    let mut profile = OutputProfile::coated_fogra39();
    profile.icc.to_mut()[20..24].copy_from_slice(b"XYZ ");
    assert_eq!(Cmm::new(&profile).unwrap_err(), ProfileFault::NotLab);
}

#[test]
fn colours_are_lcms2s_within_one() {
    for (profile, path) in profiles() {
        let cmm = Cmm::new(&profile).expect("built in");
        let (source, colors) = (SourceSpace::srgb(), grid());
        let Some(expected) = transicc("-i*sRGB", path, colors.iter().map(|c| c.map(f64::from)))
        else {
            assert!(
                std::env::var_os("JIKJI_VALIDATORS").is_none(),
                "transicc (liblcms2-utils) is missing"
            );
            eprintln!("skipped: transicc (liblcms2-utils) is not installed");
            return;
        };
        let table = cmm.table(&source);
        let mut worst = (0.0f64, [0; 3]);
        let mut worst_bulk = (0.0f64, [0; 3]);
        for (color, expected) in colors.iter().zip(expected) {
            let lab = cmm.to_lab(expected);
            let exact = cmm.to_ink(&source, &color.map(|v| f32::from(v) / 255.0));
            let bulk = table.convert(color);
            let bulk = [bulk[0], bulk[1], bulk[2], bulk[3]].map(|v| f32::from(v) / 255.0);
            let (one, two) =
                (delta_e_2000(lab, cmm.to_lab(exact)), delta_e_2000(lab, cmm.to_lab(bulk)));
            if one > worst.0 {
                worst = (one, *color);
            }
            if two > worst_bulk.0 {
                worst_bulk = (two, *color);
            }
        }
        eprintln!("{}: exact {worst:?}, table {worst_bulk:?}", profile.name);
        assert!(worst.0 < 1.0, "{}: {worst:?}", profile.name);
        assert!(worst_bulk.0 < 1.0, "{}: {worst_bulk:?}", profile.name);
    }
}

#[test]
fn no_colour_is_over_the_ink_limit() {
    for (profile, _) in profiles() {
        let cmm = Cmm::new(&profile).expect("built in");
        let limit = (profile.ink_limit_percent * 2.55) as u32;
        let table = cmm.table(&SourceSpace::srgb());
        let rgb: Vec<u8> = grid().into_iter().flatten().collect();
        for ink in table.convert(&rgb).chunks_exact(4) {
            let sum: u32 = ink.iter().map(|&v| u32::from(v)).sum();
            assert!(sum <= limit, "{ink:?} is {} %", f64::from(sum) / 2.55);
        }
        let full = cmm.limited([1.0; 4]);
        assert!(full.iter().sum::<f32>() <= profile.ink_limit_percent as f32 / 100.0);
        assert_eq!(full[3], 1.0, "black is kept");
        assert_eq!(cmm.limited([0.2, 0.3, 0.4, 0.5]), [0.2, 0.3, 0.4, 0.5]);
    }
}

#[test]
fn white_is_paper_and_black_is_dark() {
    let cmm = Cmm::new(&OutputProfile::coated_fogra39()).expect("built in");
    let white = cmm.to_ink(&SourceSpace::srgb(), &[1.0; 3]);
    assert!(white.iter().all(|&v| v < 0.004), "{white:?}");
    let black = cmm.to_ink(&SourceSpace::srgb(), &[0.0; 3]);
    assert!(black[3] > 0.9 && black.iter().sum::<f32>() > 2.8, "{black:?}");
}

#[test]
fn greys_stay_on_black_and_keep_their_tone() {
    let cmm = Cmm::new(&OutputProfile::coated_fogra39()).expect("built in");
    assert_eq!(cmm.grey_to_k(0.0), 1.0);
    assert_eq!(cmm.grey_to_k(1.0), 0.0);
    let mut before = 1.0;
    for step in 1..=20 {
        let k = cmm.grey_to_k(step as f32 / 20.0);
        assert!(k < before, "the ramp falls");
        before = k;
    }
    let [paper, solid, mid] =
        [0.0, 1.0, cmm.grey_to_k(0.5)].map(|k| lab_to_xyz(cmm.to_lab([0.0, 0.0, 0.0, k]))[1]);
    let relative = (mid - solid) / (paper - solid);
    assert!((relative - 0.2140).abs() < 0.005, "{relative}");
}

#[test]
fn an_icc_source_equals_the_space_it_describes() {
    let cmm = Cmm::new(&OutputProfile::coated_fogra39()).expect("built in");
    let icc = moxcms::ColorProfile::new_srgb().encode().expect("encodes");
    let source = SourceSpace::from_icc(&icc).expect("reads");
    let cal = SourceSpace::cal_rgb(
        [2.2; 3],
        [0.4124, 0.2126, 0.0193, 0.3576, 0.7152, 0.1192, 0.1805, 0.0722, 0.9505],
        [0.9505, 1.0, 1.089],
    );
    for color in [[0.8, 0.2, 0.1], [0.1, 0.5, 0.9], [0.5, 0.5, 0.5]] {
        let own = cmm.to_lab(cmm.to_ink(&SourceSpace::srgb(), &color));
        let read = cmm.to_lab(cmm.to_ink(&source, &color));
        assert!(delta_e_2000(own, read) < 0.3, "{own:?} {read:?}");
        let read = cmm.to_lab(cmm.to_ink(&cal, &color));
        assert!(delta_e_2000(own, read) < 1.5, "{own:?} {read:?}");
    }
    assert!(SourceSpace::from_icc(b"no profile").is_none());
}

/// The profiles of two conditions, the one's colours in the other's inks.
#[test]
fn inks_of_another_condition_are_lcms2s_within_one() {
    let [(coated, coated_path), (uncoated, uncoated_path)] = profiles();
    let steps = [0u8, 64, 128, 191, 255];
    let inks: Vec<[u8; 4]> = (0..steps.len().pow(4))
        .map(|i| [125, 25, 5, 1].map(|stride| steps[i / stride % steps.len()]))
        .collect();
    for (from, to, [from_path, to_path]) in [
        (&coated, &uncoated, [coated_path, uncoated_path]),
        (&uncoated, &coated, [uncoated_path, coated_path]),
    ] {
        let (cmm, source) = (Cmm::new(to).unwrap(), SourceSpace::from_icc(&from.icc).unwrap());
        assert_eq!(source.components(), 4);
        let percent = inks.iter().map(|ink| ink.map(|v| f64::from(v) / 2.55));
        let Some(expected) = transicc(&format!("-i{from_path}"), to_path, percent) else {
            assert!(std::env::var_os("JIKJI_VALIDATORS").is_none(), "transicc is missing");
            return;
        };
        let table = cmm.ink_table(&source);
        for (ink, expected) in inks.iter().zip(expected) {
            // Inks that lcms2 lays beyond the limit are another colour on purpose.
            if expected.iter().sum::<f32>() > cmm.limit - ROUNDING {
                continue;
            }
            let exact = cmm.to_ink(&source, &ink.map(|v| f32::from(v) / 255.0));
            let bulk = table.convert(ink);
            let bulk = [bulk[0], bulk[1], bulk[2], bulk[3]].map(|v| f32::from(v) / 255.0);
            let lab = cmm.to_lab(expected);
            let off = [exact, bulk].map(|ink| delta_e_2000(lab, cmm.to_lab(ink)));
            assert!(off[0] < 1.0 && off[1] < 1.5, "{ink:?}: {off:?}");
        }
    }
}

#[test]
fn a_profile_is_known_to_tell_of_the_same_condition() {
    let [(coated, _), (uncoated, _)] = profiles();
    let cmm = Cmm::new(&coated).unwrap();
    assert!(cmm.is_condition_of(&SourceSpace::from_icc(&coated.icc).unwrap()));
    assert!(!cmm.is_condition_of(&SourceSpace::from_icc(&uncoated.icc).unwrap()));
    assert!(!cmm.is_condition_of(&SourceSpace::srgb()));
}

#[test]
fn a_lab_colour_in_gamut_is_kept() {
    let cmm = Cmm::new(&OutputProfile::coated_fogra39()).expect("built in");
    let ink = cmm.to_ink(&SourceSpace::lab(), &[60.0, 20.0, 20.0]);
    assert!(delta_e_2000(cmm.to_lab(ink), [60.0, 20.0, 20.0]) < 3.0);
}
