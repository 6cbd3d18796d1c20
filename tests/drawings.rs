//! Drawings come out as a browser shows them, or it is said what does not and where. Those in `drawings/`
//! are written in the habits of the programs they are named after.

mod common;

use std::path::{Path, PathBuf};

use common::{Project, entry, issue, validator};
use image::imageops::{self, FilterType};
use image::{Rgb, RgbImage};

/// The cells two pictures are compared by, and how many of them may differ: edges of letters do.
const CELLS: (u32, u32) = (80, 50);
const MOST_OTHER: usize = 40;

fn svg(inside: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"400\" \
         height=\"250\" viewBox=\"0 0 400 250\">\n{inside}\n</svg>"
    )
}

/// A project of one drawing.
fn drawing(text: impl AsRef<[u8]>) -> Project {
    let image = "image = { file = \"a.svg\", alt = \"도형\" }";
    let manifest = issue(&format!("{}body = \"- 글\"\n{image}\n", entry("제목")));
    Project::with_manifest(manifest).file("a.svg", text)
}

/// A drawing with a frame by which it is found on a page, and the same for a browser with the fonts of the build.
fn framed(text: &str) -> (String, String) {
    let (_, rest) = text.split_once("viewBox=").unwrap();
    let view: Vec<f64> = rest[1..]
        .split(['"', '\''])
        .next()
        .unwrap()
        .split(' ')
        .map(|n| n.parse().unwrap())
        .collect();
    let (width, height) = (view[2], view[3]);
    let line = width / 100.0;
    let (end, low, high) =
        (text.rfind("</svg>").unwrap(), line / 2.0, (width - line / 2.0, height - line / 2.0));
    let frame = format!(
        "<path d=\"M{low} {low}H{}V{}H{low}Z\" style=\"fill:none!important;stroke:#f0f!important;\
         stroke-width:{line}!important;stroke-dasharray:none!important;opacity:1!important\"/>",
        high.0, high.1
    );
    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts");
    let face = |weight: u32, name: &str| {
        let file = fonts.join(format!("PretendardGOV-{name}.ttf"));
        format!(
            "@font-face{{font-family:\"Pretendard GOV\";font-weight:{weight};src:url(file://{})}}",
            file.display()
        )
    };
    let style = format!(
        "<style>{}{}:root{{font-family:\"Pretendard GOV\"}}</style>",
        face(400, "Regular"),
        face(700, "Bold")
    );
    let with = |more: &str| format!("{}{frame}{more}{}", &text[..end], &text[end..]);
    (with(""), with(&style))
}

/// The pictures of a page's drawings in their frames, in the order of the pages.
fn on_pages(project: &Project) -> Vec<RgbImage> {
    let pages = project.out().into_iter().filter(|(name, _)| name.ends_with(".png"));
    let picture = |(_, bytes): (String, Vec<u8>)| {
        let page = image::load_from_memory(&bytes).unwrap().to_rgb8();
        let of_frame =
            |(_, _, Rgb([r, g, b])): &(u32, u32, &Rgb<u8>)| *r > 235 && *g < 20 && *b > 235;
        let places: Vec<_> =
            page.enumerate_pixels().filter(of_frame).map(|(x, y, _)| (x, y)).collect();
        let (left, right) = (places.iter().map(|p| p.0).min()?, places.iter().map(|p| p.0).max()?);
        let (top, bottom) = (places.iter().map(|p| p.1).min()?, places.iter().map(|p| p.1).max()?);
        Some(imageops::crop_imm(&page, left, top, right - left + 1, bottom - top + 1).to_image())
    };
    pages.filter_map(picture).collect()
}

fn cells(picture: &RgbImage) -> RgbImage {
    imageops::resize(picture, CELLS.0, CELLS.1, FilterType::Triangle)
}

/// How many cells two pictures differ in.
fn other(one: &RgbImage, two: &RgbImage) -> usize {
    let (one, two) = (cells(one), cells(two));
    let differs =
        |(a, b): (&Rgb<u8>, &Rgb<u8>)| a.0.iter().zip(b.0).any(|(a, b)| a.abs_diff(b) > 40);
    one.pixels().zip(two.pixels()).filter(|pair| differs(*pair)).count()
}

/// The drawings as a browser shows them, one below the other.
fn in_a_browser(project: &Project, names: &[String]) -> Option<Vec<RgbImage>> {
    let mut chromium = validator("chromium")?;
    let objects: String = names
        .iter()
        .map(|name| format!("<object data=\"{name}\" width=\"400\" height=\"250\" style=\"display:block\"></object>"))
        .collect();
    std::fs::write(project.path("all.html"), format!("<body style=\"margin:0\">{objects}"))
        .unwrap();
    let shot = project.path("shot.png");
    chromium
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--force-device-scale-factor=2",
        ])
        .args(["--allow-file-access-from-files", "--virtual-time-budget=5000"])
        .arg(format!("--user-data-dir={}", project.path("browser").display()))
        .arg(format!("--window-size=400,{}", 250 * names.len()))
        .arg(format!("--screenshot={}", shot.display()))
        .arg(format!("file://{}", project.path("all.html").display()));
    common::output_of(chromium);
    let all = image::open(shot).unwrap().to_rgb8();
    Some(
        (0..names.len() as u32)
            .map(|at| imageops::crop_imm(&all, 0, at * 500, 800, 500).to_image())
            .collect(),
    )
}

fn fixtures() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drawings");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn drawings_look_as_a_browser_shows_them() {
    let (mut project, mut entries, mut names) = (Project::new(), String::new(), vec![]);
    for file in fixtures() {
        let name = file.file_name().unwrap().to_str().unwrap();
        let (ours, theirs) = framed(&std::fs::read_to_string(&file).unwrap());
        project = project.file(name, ours).file(&format!("browser-{name}"), theirs);
        let image = format!("image = {{ file = \"{name}\", alt = \"도형\" }}");
        entries.push_str(&format!("{}body = \"- 글\"\n{image}\n", entry(name)));
        names.push(format!("browser-{name}"));
    }
    let project = project.file("issue.toml", issue(&entries));
    let shown = in_a_browser(&project, &names);
    project.run(&["build", "--edition", "screen", "--png", "200"]).exits(0);
    let pages = on_pages(&project);
    assert_eq!(pages.len(), names.len());
    for ((page, shown), name) in pages.iter().zip(shown.unwrap_or_default()).zip(names) {
        let other = other(page, &shown);
        assert!(other <= MOST_OTHER, "{name}: {other} cells of {} differ", CELLS.0 * CELLS.1);
    }
}

/// The colour in the middle of a part of the framed drawing, the part given in 400 by 250.
fn colour_at(project: &Project, x: u32, y: u32) -> [u8; 3] {
    let page = on_pages(project).remove(0);
    page.get_pixel(x * page.width() / 400, y * page.height() / 250).0
}

fn near(one: [u8; 3], two: [u8; 3]) -> bool {
    one.iter().zip(two).all(|(a, b)| a.abs_diff(b) < 40)
}

/// A JPEG, red on the left and blue on the right, that says it is to be turned.
fn turned_photograph(orientation: u8) -> Vec<u8> {
    let picture =
        RgbImage::from_fn(80, 40, |x, _| if x < 40 { Rgb([255, 0, 0]) } else { Rgb([0, 0, 255]) });
    let mut jpeg = vec![];
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut jpeg, 95)
        .encode_image(&picture)
        .unwrap();
    let tiff = [
        b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".as_slice(),
        &[orientation],
        &[0; 6],
    ]
    .concat();
    let length = u16::try_from(tiff.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length, &tiff, &jpeg[2..]].concat()
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let three = |three: &[u8]| {
        let bits =
            three.iter().fold(0u32, |bits, b| bits << 8 | u32::from(*b)) << (24 - 8 * three.len());
        (0..=three.len())
            .map(|digit| DIGITS[(bits >> (18 - 6 * digit) & 63) as usize] as char)
            .collect::<String>()
    };
    bytes.chunks(3).map(three).collect()
}

fn image(address: &str) -> String {
    format!("<image x=\"100\" y=\"25\" width=\"200\" height=\"200\" xlink:href=\"{address}\"/>")
}

#[test]
fn a_photograph_in_a_drawing_is_turned_as_it_says() {
    let (red, blue) = ([255, 0, 0], [0, 0, 255]);
    for (orientation, top) in [(1, None), (3, None), (6, Some(red)), (8, Some(blue))] {
        let address = format!("data:image/jpeg;base64,{}", base64(&turned_photograph(orientation)));
        let project = drawing(framed(&svg(&image(&address))).0);
        project.run(&["build", "--edition", "screen", "--png", "200"]).exits(0);
        match top {
            Some(top) => assert!(near(colour_at(&project, 200, 50), top), "{orientation}"),
            None => {
                let left = if orientation == 1 { red } else { blue };
                assert!(near(colour_at(&project, 120, 125), left), "{orientation}");
                assert!(near(colour_at(&project, 200, 50), [255; 3]), "{orientation}");
            }
        }
    }
}

#[test]
fn a_cmyk_photograph_in_a_drawing_is_shown_in_rgb_and_printed_in_its_inks() {
    let mut jpeg = vec![];
    let inks = [0, 255, 255, 0].repeat(1200 * 1200);
    jpeg_encoder::Encoder::new(&mut jpeg, 95)
        .encode(&inks, 1200, 1200, jpeg_encoder::ColorType::CmykAsYcck)
        .unwrap();
    let address = format!("data:image/jpeg;base64,{}", base64(&jpeg));
    let project = drawing(framed(&svg(&image(&address))).0);
    project.run(&["build", "--png", "200"]).exits(0);
    project.run(&["build", "--edition", "archive"]).exits(0);
    let [r, g, b] = colour_at(&project, 200, 125);
    assert!(r > 180 && g < 90 && b < 90, "{r} {g} {b}");
    for (edition, space) in [("screen", "rgb"), ("archive", "rgb"), ("print", "cmyk")] {
        let Some(mut pdfimages) = validator("pdfimages") else { return };
        let told = common::output_of({
            pdfimages
                .arg("-list")
                .arg(project.path(&format!("out/test-brief-2024-05-{edition}.pdf")));
            pdfimages
        });
        let found = told.lines().last().and_then(|line| line.split_whitespace().nth(5));
        assert!(
            found == Some(space) || found == Some("icc") && space == "rgb",
            "{edition}: {told}"
        );
    }
}

#[test]
fn a_drawing_in_a_drawing_is_drawn_and_keeps_to_itself() {
    let inner = "<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'><style>rect{fill:teal}</style>\
                 <rect id='a' width='50' height='50'/><use href='#a' x='50' y='50'/><text x='5' y='90'>속초</text></svg>";
    let plain =
        format!("data:image/svg+xml;utf8,{}", inner.replace('<', "%3C").replace('#', "%23"));
    let packed = format!("data:image/svg+xml;base64,{}", base64(inner.as_bytes()));
    for address in [plain, packed] {
        let outer = format!(
            "<g fill=\"red\"><rect id=\"a\" width=\"40\" height=\"40\"/>{}</g>",
            image(&address)
        );
        let project = drawing(framed(&svg(&outer)).0);
        project.run(&["build", "--edition", "screen", "--png", "200"]).exits(0);
        let teal = [0, 128, 128];
        assert!(
            near(colour_at(&project, 150, 75), teal) && near(colour_at(&project, 250, 175), teal)
        );
        assert!(
            near(colour_at(&project, 20, 20), [255, 0, 0])
                && near(colour_at(&project, 250, 75), [255; 3])
        );
        let screen = project.path("out/test-brief-2024-05-screen.pdf");
        assert!(common::extracted_text(&screen).is_none_or(|text| text.contains("속초")));
    }
}

/// What is said of a drawing, and the place in it.
#[track_caller]
fn told(inside: &str, code: &str, place: &str) {
    let finished = drawing(svg(inside)).run(&["check"]);
    let errors = usize::from(code.starts_with('E'));
    assert_eq!(finished.code, i32::from(errors == 1), "{inside}:\n{}", finished.stderr);
    let heads: Vec<&str> =
        finished.stderr.lines().filter(|line| line.contains("[E") || line.contains("[W")).collect();
    assert_eq!(heads.len(), 1, "{inside}:\n{}", finished.stderr);
    finished
        .says(&format!("[{code}]"))
        .says("issue.toml:24:18")
        .says(&format!("a.svg:{place}"))
        .says("= help: ");
}

#[test]
fn what_cannot_be_drawn_is_told_at_its_line_in_the_drawing() {
    told("<rect style=\"fill: contrast-color(red)\"/>", "E0414", "2:20");
    told("<path clip-path=\"circle(40%)\"/>", "E0414", "2:18");
    told("<rect style=\"transform: rotate3d(1, 1, 1, 45deg)\"/>", "E0414", "2:25");
    told("<style>\n.a { .b { fill: red } }</style><g class=\"a\"/>", "E0415", "3:9");
    told("<style>@container (width > 1px) { a { fill: red } }</style>", "E0415", "2:8");
    told("<flowRoot><flowPara>글</flowPara></flowRoot>", "E0418", "2:1");
    told(
        "<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">글</p></foreignObject>",
        "E0412",
        "2:1",
    );
    told("<g>\n<use id=\"a\" href=\"#b\"/></g><g id=\"b\"><use href=\"#a\"/></g>", "E0421", "3:1");
    told("<text x=\"9\" y=\"40\">글 😀</text>", "E0602", "2:22");
    told("<linearGradient id=\"g\" spreadMethod=\"repeat\"/>", "E0414", "2:38");
    told("<image href=\"face.png\"/>", "E0411", "2:8");
    told("<rect style=\"fill: oklch(50)\"/>", "W0416", "2:20");
    told("<rect fill=\"#12\"/>", "W0416", "2:13");
    told("<circle r=\"5\"><animate attributeName=\"r\" to=\"9\"/></circle>", "W0419", "2:15");
    told("<style>g { animation: a 2s }</style><g/>", "W0417", "2:23");
    told("<text y=\"40\" font-family=\"Papyrus\">글</text>", "W0623", "2:36");
    told("<text y=\"40\" font-style=\"italic\">글</text>", "W0624", "2:34");
    told(
        "<switch><foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">온전한 글</p></foreignObject>\
         <text y=\"40\">온전…</text></switch>",
        "W0420",
        "2:9",
    );
}

#[test]
fn what_a_drawing_leaves_unsaid_or_hidden_is_no_matter() {
    for inside in [
        "<flowRoot><flowRegion><rect/></flowRegion><flowPara/></flowRoot>",
        "<g style=\"display: none\"><flowRoot><flowPara>글</flowPara></flowRoot></g>",
        "<switch><foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">글</p></foreignObject><text y=\"40\">글</text></switch>",
        "<text y=\"40\">\n\t글\t자\r\n</text>",
        "<style>@namespace svg url(http://www.w3.org/2000/svg); svg|rect { fill: red }</style><rect/>",
        "<metadata>😀</metadata><title>😀</title><desc>😀</desc>",
        "<text y=\"40\" font-family=\"Papyrus, 'Pretendard GOV'\">글</text>",
        "<linearGradient><stop style=\"stop-color: lightgrey; stop-opacity: 1.\"/></linearGradient>",
        "<rect style=\"-webkit-mask: 1; line-height: 1.2; cursor: pointer\"/>",
    ] {
        let seen = format!("{inside}<circle r=\"9\"/>");
        drawing(svg(&seen)).run(&["check", "--deny", "warnings"]).exits(0);
    }
}

#[test]
fn a_drawing_that_asks_for_too_much_is_refused() {
    let doubling = |last: &str| {
        let one = |n: usize| {
            format!("<g id=\"g{}\"><use href=\"#g{n}\"/><use href=\"#g{n}\"/></g>", n + 1)
        };
        format!(
            "<defs><g id=\"g0\">{last}</g>{}</defs><use href=\"#g30\"/>",
            (0..30).map(one).collect::<String>()
        )
    };
    let chain: String =
        (0..900).map(|n| format!("<g id=\"c{}\"><use href=\"#c{n}\"/></g>", n + 1)).collect();
    let vars: String = (0..60).map(|n| format!("--v{}: var(--v{n}) var(--v{n});", n + 1)).collect();
    let entities = "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>\n";
    for (text, code) in [
        (svg(&doubling("<rect/>")), "E0410"),
        (svg(&format!("<defs><g id=\"c0\"/>{chain}</defs><use href=\"#c900\"/>")), "E0410"),
        (format!("{entities}{}", svg("<text>&b;</text>")), "E0409"),
        (svg(&format!("{}{}", "<g>".repeat(200), "</g>".repeat(200))), "E0410"),
        (svg("").replace("width=\"400\"", "width=\"1e30\""), "E0413"),
    ] {
        drawing(text).run(&["check"]).exits(1).says(code).says("1 error");
    }
    for inside in [
        format!(
            "<g style=\"--v0: red red; {vars} fill: var(--v60)\"><rect width=\"9\" height=\"9\"/></g>"
        ),
        format!("<rect width=\"9\" height=\"9\" style=\"stroke-width: {}\"/>", "9".repeat(100_000)),
        format!("<path d=\"M0 0L{} 1e308\"/>", "9".repeat(100_000)),
        format!(
            "<rect style=\"fill: {}red{}\"/>",
            "light-dark(".repeat(5000),
            ", red)".repeat(5000)
        ),
        format!("<style>{}</style><rect/>", "@media all {".repeat(5000)),
        format!("<style>{} {{ fill: red }}</style><rect/>", ":is(".repeat(5000)),
        format!("<rect style=\"stroke-width: {}1{}\"/>", "calc(".repeat(5000), ")".repeat(5000)),
    ] {
        let told = drawing(svg(&inside)).run(&["check"]);
        assert!(told.code < 2, "{}", told.stderr);
        told.never_says("Typst").never_says("layout");
    }
}

#[test]
fn the_authors_own_drawing_is_kept_and_what_is_set_is_emitted() {
    let text = svg(
        "<style>rect { fill: light-dark(teal, red) }</style><rect width=\"90\" height=\"90\"/>",
    );
    let project = drawing(&text);
    project.run(&["build", "--edition", "archive", "--emit", "emitted"]).exits(0);
    let lock = std::fs::read_to_string(project.path("issue.lock")).unwrap();
    assert!(lock.contains("file = \"a.svg\""), "{lock}");
    let set = std::fs::read_to_string(project.path("emitted/a.svg.set.svg")).unwrap();
    assert!(set.contains("fill=\"#008080\"") && !set.contains("<style"), "{set}");
    project.run(&["restore", "out/test-brief-2024-05-archive.pdf", "--out", "again"]).exits(0);
    assert_eq!(std::fs::read_to_string(project.path("again/a.svg")).unwrap(), text);
}
