//! Whole pages of somebody else's: an advertisement as a PDF, on screen, in print and in the archive.

mod common;

use common::ad::Ad;
use common::{Project, entry, issue, output_of, validator};
use lopdf::{Object, dictionary};

/// An entry that is a page of `ad.pdf`, with more of its fields.
fn page(more: &str) -> String {
    format!(
        "[[parts.sections.entries]]\nkind = \"page\"\nfile = \"ad.pdf\"\n\
         alt = \"파란 바탕에 주황 막대가 있는 광고\"\n{more}\n"
    )
}

/// A number of the page, a brief, the page again and another brief.
fn number(more: &str) -> String {
    let brief = |title| format!("{}body = \"- 본문\"\n\n", entry(title));
    issue(&format!("{}{}{}{}", page(more), brief("첫 글"), page(more), brief("둘째 글")))
}

fn with_ad(ad: Ad) -> Project {
    Project::with_manifest(number("")).file("ad.pdf", ad.pdf())
}

const SCREEN: &str = "out/test-brief-2024-05-screen.pdf";
const PRINT: &str = "out/test-brief-2024-05-print.pdf";
const ARCHIVE: &str = "out/test-brief-2024-05-archive.pdf";

/// A page as poppler draws it at 36 pixels an inch.
fn drawn(project: &Project, pdf: &str, page: u32) -> Option<image::RgbImage> {
    let mut pdftoppm = validator("pdftoppm")?;
    let page = page.to_string();
    pdftoppm.args(["-png", "-r", "36", "-singlefile", "-f", &page]).arg(project.path(pdf));
    output_of({
        pdftoppm.arg(project.path("drawn"));
        pdftoppm
    });
    Some(image::open(project.path("drawn.png")).unwrap().to_rgb8())
}

#[test]
fn it_fills_its_page_in_both_editions_and_stands_outside_of_all_that_counts_texts() {
    let project = with_ad(Ad::a4());
    project.run(&["build", "--emit", "emitted"]).exits(0).never_says("warning");
    let main = std::fs::read_to_string(project.path("emitted/main.typ")).unwrap();
    let opens: Vec<&str> = main.lines().filter(|line| line.contains("opens-part")).collect();
    assert!(opens[1].contains("opens-part: true, opens-section: true"), "the first text: {main}");
    assert!(opens[3].contains("opens-part: false, opens-section: false"), "{main}");
    assert!(main.contains("lines: ()"), "an advertisement is in no contents: {main}");
    // Of the paper nothing shows; past the trim of the print edition the ground runs to the bleed's edge.
    let Some(screen) = drawn(&project, SCREEN, 3) else { return };
    let blue = |pixel: &image::Rgb<u8>| pixel.0[2] > 150 && pixel.0[0] < 110;
    let (w, h) = screen.dimensions();
    for (x, y) in [(1, 1), (w - 2, 1), (1, h - 2), (w - 2, h - 2)] {
        assert!(blue(screen.get_pixel(x, y)), "{x}, {y}");
    }
    // Marks take 16 mm around the trim: 22.7 pixels.
    let print = drawn(&project, PRINT, 3).unwrap();
    for ((x, y), inside) in [((20, 200), true), ((16, 200), false), ((20, 460 - 20), true)] {
        assert_eq!(blue(print.get_pixel(x, y)), inside, "{x}, {y}");
    }
    assert_eq!(common::without_space(&text_of(&project, SCREEN, 3)), "");
    assert!(text_of(&project, SCREEN, 4).contains("첫 글"));
}

fn text_of(project: &Project, pdf: &str, page: u32) -> String {
    let Some(mut pdftotext) = validator("pdftotext") else { return String::new() };
    let page = page.to_string();
    pdftotext.args(["-raw", "-f", &page, "-l", &page]).arg(project.path(pdf)).arg("-");
    output_of(pdftotext)
}

#[test]
fn all_editions_are_what_their_standards_ask_for() {
    let project = with_ad(Ad::a4());
    project.run(&["build"]).exits(0);
    project.run(&["build", "--edition", "archive"]).exits(0);
    for (pdf, flavour) in [(SCREEN, "2a"), (SCREEN, "ua1"), (ARCHIVE, "3a"), (ARCHIVE, "ua1")] {
        let Some(mut verapdf) = validator("verapdf") else { return };
        verapdf.args(["--flavour", flavour, "--format", "text"]).arg(project.path(pdf));
        let told = output_of(verapdf);
        assert!(told.starts_with("PASS"), "{pdf} {flavour}: {told}");
    }
    for pdf in [SCREEN, PRINT, ARCHIVE] {
        let Some(mut qpdf) = validator("qpdf") else { return };
        qpdf.arg("--check").arg(project.path(pdf));
        output_of(qpdf);
    }
    let Some(mut pdfinfo) = validator("pdfinfo") else { return };
    pdfinfo.arg("-struct").arg(project.path(SCREEN));
    let tree = output_of(pdfinfo);
    assert_eq!(tree.matches("Figure").count(), 2, "{tree}");
}

#[test]
fn spots_stay_plates_and_overprint_and_all_else_is_brought_into_the_condition() {
    let project = with_ad(Ad::a4());
    project.run(&["build", "--edition", "print"]).exits(0);
    let Some(mut gs) = validator("gs") else { return };
    gs.args(["-q", "-dNOPAUSE", "-dBATCH", "-dPDFSTOPONERROR", "-sDEVICE=tiffsep", "-r36"]);
    gs.args(["-sCompression=lzw", "-dFirstPage=3", "-dLastPage=3", "-sOutputFile=a.tif"]);
    gs.arg(project.path(PRINT)).current_dir(project.path(""));
    output_of(gs);
    let Some(mut mogrify) = validator("mogrify") else { return };
    let plates = ["PANTONE 485 C", "Cyan", "Magenta"];
    mogrify.args(["-format", "png"]).args(plates.map(|plate| format!("a({plate}).tif")));
    output_of({
        mogrify.current_dir(project.path(""));
        mogrify
    });
    // A place of the advertisement, pt from the lower left corner of its trim.
    let ink = |plate: &str, x: f64, y: f64| {
        let plate = image::open(project.path(&format!("a({plate}).png"))).unwrap().to_luma8();
        let margin = (f64::from(plate.height()) - 297.0 / 25.4 * 36.0) / 2.0;
        let down = f64::from(plate.height()) - margin - y / 2.0;
        255 - plate.get_pixel((margin + x / 2.0) as u32, down as u32)[0]
    };
    assert_eq!(ink("PANTONE 485 C", 120.0, 140.0), 255, "the bar");
    assert_eq!(ink("PANTONE 485 C", 180.0, 140.0), 255, "magenta overprints the bar");
    assert_eq!(ink("PANTONE 485 C", 280.0, 140.0), 0, "what was RGB knocks out");
    assert_eq!((ink("Magenta", 180.0, 140.0), ink("Cyan", 180.0, 140.0)), (255, 0));
    assert!(ink("Cyan", 400.0, 600.0) > 150, "the ground");
}

#[test]
fn it_is_locked_kept_and_restored_byte_for_byte() {
    let project = with_ad(Ad::a4());
    project.run(&["build", "--edition", "archive", "--emit", "emitted"]).exits(0);
    let lock = std::fs::read_to_string(project.path("issue.lock")).unwrap();
    assert!(lock.contains("file = \"ad.pdf\""), "{lock}");
    project.run(&["restore", ARCHIVE, "--out", "again"]).exits(0);
    let of = |path: &str| std::fs::read(project.path(path)).unwrap();
    assert!(of("ad.pdf") == of("again/ad.pdf"), "the author's own file is kept");
    let again = ["build", "again/issue.toml", "--edition", "archive", "--out", "again/out"];
    project.run(&again).exits(0);
    assert!(of(ARCHIVE) == of(&format!("again/{ARCHIVE}")), "other bytes");
    let Some(mut typst) = validator("typst") else { return };
    let script = "import sys, typst\n\
                  c = typst.Compiler(root='emitted', font_paths=['emitted/fonts'], ignore_system_fonts=True)\n\
                  open('plain.pdf', 'wb').write(c.compile(input='emitted/main.typ'))\n";
    typst.arg("-c").arg(script).current_dir(project.path(""));
    output_of(typst);
    let (Some(ours), Some(theirs)) = (drawn(&project, ARCHIVE, 3), drawn(&project, "plain.pdf", 3))
    else {
        return;
    };
    assert!(ours == theirs, "the emitted project sets another page");
}

#[test]
fn a_page_of_our_own_comes_through_with_its_fonts() {
    let project = Project::with_manifest(common::brief("다른 잡지의 글", "- 본문 한 줄"));
    project.run(&["build", "--edition", "print"]).exits(0);
    let pdf = std::fs::read(project.path(PRINT)).unwrap();
    let project = Project::with_manifest(number("page = 3")).file("ad.pdf", pdf);
    project.run(&["build"]).exits(0).never_says("warning").never_says("error");
    let Some(print) = drawn(&project, PRINT, 3) else { return };
    let screen = drawn(&project, SCREEN, 3).unwrap();
    let dark = |picture: &image::RgbImage| picture.pixels().filter(|p| p.0[0] < 120).count();
    assert!(dark(&screen) > 200 && dark(&print) > 200, "{} {}", dark(&screen), dark(&print));
    assert!(text_of(&project, PRINT, 3).contains("다른 잡지의 글"), "text stays text in print");
}

/// What is wrong with a file, the code that says so and, if that can be written in the manifest, the way out.
#[test]
fn what_cannot_be_printed_is_refused_at_its_line() {
    let font = dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" };
    let mut unembedded = Ad::a4().and("BT /F 20 Tf 99 99 Td (sale) Tj ET");
    unembedded.resources.set("Font", dictionary! { "F" => font });
    let pdf = Ad::a4().pdf();
    let a5 = Ad { trim: (148.0, 210.0), ..Ad::a4() };
    let loose = Ad { boxes: false, trim: (216.0, 303.0), ..Ad::a4() };
    for (file, code, said) in [
        (unembedded.pdf(), "E0445", "Helvetica"),
        (a5.pdf(), "E0722", "148 × 210 mm, but the pages of this number are 210 × 297 mm"),
        (loose.pdf(), "E0722", "216 × 303 mm"),
        (pdf[..pdf.len() / 2].to_vec(), "E0442", "`ad.pdf` is damaged"),
        (b"%PDF-1.7\n".to_vec(), "E0442", "`ad.pdf` is damaged"),
        (b"GIF89a".to_vec(), "E0440", "no PDF"),
        (vec![], "E0440", "no PDF"),
    ] {
        let project = Project::with_manifest(number("")).file("ad.pdf", file);
        let told = project.run(&["check"]).exits(1).says(code).says(said).says("issue.toml:20:8");
        drop(told.says("= help: "));
    }
    let beyond = Project::with_manifest(number("page = 2")).file("ad.pdf", Ad::a4().pdf());
    let told = beyond.run(&["check"]).exits(1).says("E0444").says("has no page 2: it has 1 page");
    drop(told.says("from 1 to 1"));
    beyond.file("issue.toml", number("page = 1")).run(&["check"]).exits(0);
    for page in ["0", "-1", "\"2\""] {
        let odd = format!("page = {page}");
        let project = Project::with_manifest(number(&odd)).file("ad.pdf", Ad::a4().pdf());
        project.run(&["check"]).exits(1).says("issue.toml:22:8");
    }
    let mute = number("").replace("alt = \"파란 바탕에 주황 막대가 있는 광고\"\n", "");
    Project::with_manifest(mute)
        .file("ad.pdf", Ad::a4().pdf())
        .run(&["check"])
        .exits(1)
        .says("alt");
}

#[test]
fn a_password_is_told() {
    let project = with_ad(Ad::a4());
    let Some(mut qpdf) = validator("qpdf") else { return };
    qpdf.args(["--encrypt", "", "owner", "256", "--", "ad.pdf", "locked.pdf"]);
    output_of({
        qpdf.current_dir(project.path(""));
        qpdf
    });
    std::fs::rename(project.path("locked.pdf"), project.path("ad.pdf")).unwrap();
    project.run(&["check"]).exits(1).says("E0441").says("issue.toml:20:8");
}

#[test]
fn a_photograph_in_it_is_brought_down_for_the_screen_alone() {
    let (width, height) = (2500_u16, 3500_u16);
    let picture = image::RgbImage::from_fn(width.into(), height.into(), |x, y| {
        let noise = (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)) >> 13;
        image::Rgb([(x / 10) as u8, (y / 14) as u8, (noise & 31) as u8])
    });
    let mut jpeg = vec![];
    let encoder = jpeg_encoder::Encoder::new(&mut jpeg, 92);
    encoder.encode(&picture, width, height, jpeg_encoder::ColorType::Rgb).unwrap();
    let dict = dictionary! {
        "Type" => "XObject", "Subtype" => "Image", "Width" => i64::from(width),
        "Height" => i64::from(height), "BitsPerComponent" => 8, "ColorSpace" => "DeviceRGB",
        "Filter" => "DCTDecode",
    };
    let mut ad = Ad::a4().and("q 613 0 0 859 -9 -9 cm /Photo Do Q\n");
    ad.images.push(("Photo", lopdf::Stream::new(dict, jpeg.clone())));
    let project = with_ad(ad);
    project.run(&["build"]).exits(0).never_says("warning");
    let screen = std::fs::metadata(project.path(SCREEN)).unwrap().len();
    assert!(screen < jpeg.len() as u64, "{screen} of {}", jpeg.len());
    let Some(mut pdfimages) = validator("pdfimages") else { return };
    pdfimages.args(["-list", "-f", "3", "-l", "3"]).arg(project.path(PRINT));
    let told = output_of(pdfimages);
    assert!(told.contains("2500  3500  cmyk"), "{told}");
    let near = |a: u8, b: u8| a.abs_diff(b) < 40;
    let shown = drawn(&project, SCREEN, 3).unwrap();
    let pixel = shown.get_pixel(shown.width() / 2, shown.height() / 2).0;
    assert!(near(pixel[0], 125) && near(pixel[1], 125), "{pixel:?}");
}

#[test]
fn the_schema_knows_the_page() {
    let told = Project::new().run(&["schema"]).exits(0).json();
    let cases = told["$defs"]["entry"]["allOf"].as_array().unwrap();
    let page = cases.iter().find(|case| case["then"]["title"] == "page").unwrap();
    let keys: Vec<&String> = page["then"]["properties"].as_object().unwrap().keys().collect();
    assert_eq!(keys, ["file", "page", "alt", "kind", "allow"]);
    assert_eq!(page["then"]["required"], serde_json::json!(["file", "alt", "kind"]));
}

#[test]
fn what_may_print_badly_is_warned_of() {
    let near = Ad { trim: (210.4, 296.6), ..Ad::a4() };
    with_ad(near).run(&["check"]).exits(0).never_says("warning");
    let bare = Ad { bleed: 0.0, ..Ad::a4() };
    with_ad(bare)
        .run(&["check"])
        .exits(0)
        .says("W0723")
        .says("left, top, right, bottom (0 mm)")
        .never_says("W0716");
    let sheet = Ad { boxes: false, ..Ad::a4() };
    with_ad(sheet).run(&["check"]).exits(0).says("W0723");
    let link = dictionary! { "Subtype" => "Link" };
    let notes = dictionary! { "Annots" => vec![Object::Dictionary(link)] };
    let noted = Ad { more: (notes, Default::default()), ..Ad::a4() };
    let told = with_ad(noted).run(&["check"]).exits(0);
    drop(told.says("W0449").says("annotations and links").says("issue.toml:20:8"));
}

#[test]
fn what_the_preflight_finds_in_it_names_its_file_and_its_line() {
    let hairline = Ad::a4().and("0 1 0 0 K 0.1 w 50 300 m 500 300 l S\n");
    let project = with_ad(hairline);
    let told = project.run(&["build"]).exits(1).says("E0715").says("0.10 pt");
    drop(told.says("issue.toml:20:8").says("ad.pdf"));
}

#[test]
fn a_new_number_has_room_for_another_one() {
    let project = with_ad(Ad::a4());
    project.run(&["new", "next", "--from", "issue.toml"]).exits(0);
    let next = std::fs::read_to_string(project.path("next/issue.toml")).unwrap();
    let wanted = "# [[parts.sections.entries]]\n# kind = \"page\"\n# file = \"….pdf\"\n# alt = \"";
    assert!(next.contains(wanted), "{next}");
    project.run(&["check", "next/issue.toml"]).exits(0);
}

/// A brief with a page of a PDF as its picture, in a field and in its text.
fn pictured(page: usize) -> [String; 2] {
    let field = format!(
        "{}body = \"- 본문\"\nimage = {{ file = \"a.pdf\", page = {page}, alt = \"막대 그림\" }}\n",
        entry("제목")
    );
    let text = common::brief("제목", &format!("- 본문\n\n![막대 그림](a.pdf#page={page})"));
    [issue(&field), text]
}

#[test]
fn a_page_of_a_pdf_is_a_picture() {
    let figure = Ad { trim: (120.0, 60.0), ..Ad::a4() };
    let plain = Ad { trim: (120.0, 60.0), content: "0 g 0 0 9 9 re f".into(), ..Ad::a4() };
    let (figure, plain) = (figure.pdf(), plain.pdf());
    for manifest in pictured(1) {
        let project = Project::with_manifest(manifest).file("a.pdf", &figure);
        project.run(&["build"]).exits(0).never_says("warning").never_says("error");
        let Some(screen) = drawn(&project, SCREEN, 3) else { return };
        let blue = |picture: &image::RgbImage| {
            picture.pixels().filter(|p| p.0[2] > 150 && p.0[0] < 110).count()
        };
        // At 36 pixels an inch, as wide as the layout has room.
        let wide = blue(&screen);
        assert!((6_000..28_000).contains(&wide), "{wide}");
        let print = blue(&drawn(&project, PRINT, 3).unwrap());
        assert!(print.abs_diff(wide) < wide / 10, "{wide} and {print}: cut to the trim in both");
        let project = project.file("a.pdf", &plain);
        project.run(&["build", "--edition", "screen"]).exits(0);
        assert_ne!(wide, blue(&drawn(&project, SCREEN, 3).unwrap()));
    }
    for manifest in pictured(2) {
        let project = Project::with_manifest(manifest).file("a.pdf", &figure);
        project.run(&["check"]).exits(1).says("E0444").says("has no page 2: it has 1 page");
    }
    for manifest in pictured(2) {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\"/></svg>";
        let advised = manifest.replace("page = 2, ", "").replace("#page=2", "");
        let project = Project::with_manifest(manifest).file("a.pdf", svg);
        project.run(&["check"]).exits(1).says("E0448").says("take `page` out");
        project.file("issue.toml", advised).run(&["check"]).exits(0);
    }
}

#[test]
fn what_is_found_in_a_picture_names_its_file_and_its_line() {
    let mut figure =
        Ad { trim: (120.0, 60.0), ..Ad::a4() }.and("0 1 0 0 K 0.1 w 5 5 m 99 99 l S\n");
    figure.bleed = 0.0;
    let figure = figure.pdf();
    let [field, text] = pictured(1);
    let both = field.replace("- 본문", "- 본문\\n\\n![다른 그림](b.pdf)");
    let numbers =
        [(field, "issue.toml:24:18"), (text, "issue.toml:26:1"), (both, "issue.toml:24:18")];
    let other = Ad { trim: (120.0, 60.0), ..Ad::a4() }.pdf();
    for (manifest, line) in numbers {
        let project = Project::with_manifest(manifest).file("a.pdf", &figure).file("b.pdf", &other);
        let told = project.run(&["build"]).exits(1).says("E0715").says("pt thick");
        drop(told.says("--> a.pdf").says(line));
    }
}
