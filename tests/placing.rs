//! Where pictures stand on their pages and how large they are, read off the finished frames; what a manifest may say
//! of it, and what is said of what it may not.

mod common;

use common::{Project, brief, entry, issue};
use jikji::edition::number::SetNumber;
use jikji::session::set_issue;
use typst::layout::{Frame, FrameItem, Transform};

/// Width and left end of the text, mm.
const MEASURE: f64 = 164.0;
const LEFT: f64 = 23.0;
const MM: f64 = 72.0 / 25.4;

/// A photograph of these sides.
fn photograph(width: u16, height: u16) -> Vec<u8> {
    let pixels = (0..u32::from(width) * u32::from(height)).flat_map(|i| {
        let (x, y) = (i % u32::from(width), i / u32::from(width));
        [(x / 12) as u8, (y / 9) as u8, (x / 7 + y / 5) as u8]
    });
    let mut out = vec![];
    let encoder = jpeg_encoder::Encoder::new(&mut out, 60);
    let pixels: Vec<u8> = pixels.collect();
    encoder.encode(&pixels, width, height, jpeg_encoder::ColorType::Rgb).unwrap();
    out
}

/// A list of so many items of one line and a half.
fn items(count: usize) -> String {
    let item = "- 관계 부처와 함께 하위 법령의 초안을 마련하고 산업계와 학계의 의견을 듣는 자리를 전국에서 세 차례 열어 여러 기관의 의견을 정리함\n";
    item.repeat(count)
}

/// A manifest of one brief with so many items and a value of `image`.
fn with_image(count: usize, image: &str) -> String {
    issue(&format!("{}body = '''\n{}'''\nimage = {image}\n", entry("제목"), items(count)))
}

fn picture(more: &str) -> String {
    format!("{{ file = \"a.jpg\", alt = \"산 위의 해\", caption = \"아침의 산\"{more} }}")
}

fn project(manifest: &str, (width, height): (u16, u16)) -> Project {
    Project::with_manifest(manifest).file("a.jpg", photograph(width, height))
}

fn number(project: &Project) -> SetNumber {
    let outcome = set_issue(&project.path("issue.toml")).unwrap();
    outcome.number.unwrap_or_else(|| panic!("{:?}", outcome.diagnostics))
}

/// A rectangle on a page, mm.
#[derive(Debug, Clone, Copy, Default)]
struct Box {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
}

impl Box {
    fn right(self) -> f64 {
        self.left + self.width
    }

    fn foot(self) -> f64 {
        self.top + self.height
    }
}

/// The pictures and the baselines of the texts of the brief's page.
fn page(number: &SetNumber) -> (Vec<Box>, Vec<Box>) {
    fn walk(frame: &Frame, at: Transform, pictures: &mut Vec<Box>, texts: &mut Vec<Box>) {
        for (place, item) in frame.items() {
            let at = at.pre_concat(Transform::translate(place.x, place.y));
            let found = |width: f64, height: f64| Box {
                left: at.tx.to_pt() / MM,
                top: at.ty.to_pt() / MM,
                width: width / MM,
                height: height / MM,
            };
            match item {
                FrameItem::Group(group) => {
                    walk(&group.frame, at.pre_concat(group.transform), pictures, texts);
                }
                FrameItem::Image(_, size, _) => {
                    pictures.push(found(size.x.to_pt(), size.y.to_pt()));
                }
                FrameItem::Text(text) if text.text.trim().chars().count() > 3 => {
                    texts.push(found(text.width().to_pt(), 0.0));
                }
                _ => {}
            }
        }
    }
    let entry = &number.pages.entries[0];
    assert_eq!(entry.pages.len(), 1);
    let frame = &number.pages.document.pages()[entry.pages.start - 1].frame;
    let (mut pictures, mut texts) = (vec![], vec![]);
    walk(frame, Transform::identity(), &mut pictures, &mut texts);
    (pictures, texts)
}

/// The picture on a page of so many items.
fn only(count: usize, more: &str, pixels: (u16, u16)) -> (Box, Vec<Box>, SetNumber) {
    let number = number(&project(&with_image(count, &picture(more)), pixels));
    let (pictures, texts) = page(&number);
    assert_eq!(pictures.len(), 1);
    (pictures[0], texts, number)
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 0.6
}

#[test]
fn a_photograph_fills_the_measure_while_there_is_room() {
    for pixels in [(1500, 1000), (1600, 900)] {
        let (picture, ..) = only(4, "", pixels);
        assert!(near(picture.width, MEASURE) && near(picture.left, LEFT), "{picture:?}");
        let shape = f64::from(pixels.1) / f64::from(pixels.0);
        assert!(near(picture.height, MEASURE * shape), "nothing is cropped: {picture:?}");
        let text = format!("{}\n![산 위의 해](a.jpg \"아침의 산\")\n\n{}", items(2), items(2));
        let (pictures, _) = page(&number(&project(&brief("제목", &text), pixels)));
        assert!(near(pictures[0].width, MEASURE), "{pictures:?}");
    }
}

#[test]
fn it_gives_its_room_back_step_by_step() {
    let mut before = (f64::INFINITY, 0);
    for count in [5, 8, 10, 11] {
        let (picture, _, number) = only(count, "", (1500, 1000));
        let entry = &number.pages.entries[0];
        eprintln!(
            "{count} {} {:?} {picture:?}",
            number.pages.entries[0].step, number.pages.entries[0].fill
        );
        assert!(picture.height > 39.9, "{count}: {picture:?}");
        assert!(picture.height < before.0 && entry.step >= before.1, "{count}: {picture:?}");
        // Type is set smaller only where the picture is as low as it may be.
        assert!(entry.step < 7 || picture.height < 44.0, "{count}: {picture:?}");
        let full = entry.fill.unwrap() > 0.88;
        assert!(full || near(picture.width, MEASURE), "{count}: {picture:?} on {:?}", entry.fill);
        before = (picture.height, entry.step);
    }
    assert!(before.0 < 45.0 && before.1 > 3, "{before:?}");
}

#[test]
fn a_width_is_what_its_author_says() {
    for (width, wide) in
        [("60%", 0.6 * MEASURE), ("98mm", 98.0), ("9.8cm", 98.0), ("100%", MEASURE)]
    {
        let (picture, ..) = only(3, &format!(", width = \"{width}\""), (1500, 1000));
        assert!(near(picture.width, wide) && near(picture.left, LEFT), "{width}: {picture:?}");
        let text = format!("{}\n![산](a.jpg \"아침\"){{width={width}}}\n", items(2));
        let (pictures, _) = page(&number(&project(&brief("제목", &text), (1500, 1000))));
        assert!(near(pictures[0].width, wide), "{width}: {pictures:?}");
    }
}

/// No text beside a picture touches it, some stands there, and what follows has the full measure again.
#[track_caller]
fn has_text_beside(picture: Box, texts: &[Box]) {
    let beside = texts.iter().filter(|t| t.top > picture.top && t.top < picture.foot());
    let beside: Vec<&Box> = beside.collect();
    assert!(beside.len() >= 3, "{picture:?} {texts:?}");
    for text in beside {
        assert!(text.right() < picture.left + 0.1 || text.left > picture.right() - 0.1, "{text:?}");
    }
    assert!(texts.iter().any(|t| t.top > picture.foot() && t.width > 0.85 * MEASURE), "{texts:?}");
}

#[test]
fn text_stands_beside_a_picture_at_the_left_or_right() {
    for (place, left) in [("left", true), ("right", false)] {
        let check = |picture: Box, texts: &[Box]| {
            has_text_beside(picture, texts);
            let at_left = near(picture.left, LEFT);
            assert!(at_left == left && at_left != near(picture.right(), LEFT + MEASURE));
        };
        let (picture, texts, _) =
            only(9, &format!(", width = \"45%\", place = \"{place}\""), (1500, 1000));
        assert!(near(picture.width, 0.45 * MEASURE), "{picture:?}");
        check(picture, &texts);
        let more = format!("{{place={place}}}");
        for text in [
            format!("{}\n![산](a.jpg \"아침\"){more}\n\n## 소제목\n{}", items(2), items(7)),
            // At the end, the text before it stands beside it.
            format!(
                "{}\n![산](a.jpg \"아침\"){more}\n\n| 가 | 나 |\n|---|---|\n| 1 | 2 |\n\n가나다 {}",
                items(8),
                "라마바 ".repeat(40)
            ),
        ] {
            let (pictures, texts) = page(&number(&project(&brief("제목", &text), (1500, 1000))));
            check(pictures[0], &texts);
        }
    }
}

#[test]
fn upright_and_small_pictures_have_text_beside_them_of_themselves() {
    let (picture, texts, _) = only(12, "", (1000, 1500));
    has_text_beside(picture, &texts);
    assert!(near(picture.right(), LEFT + MEASURE) && picture.width < 0.5 * MEASURE, "{picture:?}");
    // So few pixels are not blown up to what a press would refuse.
    for more in ["", ", place = \"full\"", ", place = \"left\""] {
        let (picture, ..) = only(8, more, (300, 200));
        assert!(picture.width < 300.0 / 150.0 * 25.4 + 0.1, "{more}: {picture:?}");
    }
    // All of it above the picture where its author wants that.
    let (picture, texts, _) = only(4, ", place = \"full\"", (1000, 1500));
    let beside = texts.iter().filter(|t| t.top > picture.top + 2.0 && t.top < picture.foot());
    assert_eq!(beside.count(), 0);
    assert!(picture.height > 100.0, "{picture:?}");
}

#[test]
fn two_pictures_share_the_measure_at_one_height() {
    let second = "{ file = \"b.jpg\", alt = \"나무\", caption = \"긴 캡션은 제 그림 아래에서 줄을 바꾸며 옆 그림의 자리로 넘어가지 않습니다. 위 끝은 나란합니다\" }";
    let pair = with_image(5, &format!("[{}, {second}]", picture("")));
    let text = brief(
        "제목",
        &format!("{}\n![산](a.jpg \"아침\") ![나무](b.jpg \"저녁\")\n\n{}", items(3), items(2)),
    );
    for manifest in [pair, text] {
        let project = project(&manifest, (1500, 1000)).file("b.jpg", photograph(1000, 1500));
        let (pictures, _) = page(&number(&project));
        let [a, b] = pictures[..] else { panic!("{pictures:?}") };
        assert!(near(a.height, b.height) && near(a.top, b.top), "{pictures:?}");
        assert!(near(a.left, LEFT) && near(b.right(), LEFT + MEASURE), "{pictures:?}");
        assert!(b.left > a.right() + 3.0, "{pictures:?}");
    }
}

#[test]
fn both_editions_have_the_same_pages_and_are_read_in_order() {
    let body = format!(
        "첫째 문단은 그림보다 앞에서 읽힙니다.\n\n![산이 보이는 아침](a.jpg \"캡션하나\"){{place=right width=40%}}\n\n\
         둘째 문단은 그림 옆에서 읽힙니다.\n\n{}\n\n![산이 보이는 저녁](a.jpg \"캡션둘\") ![산이 보이는 밤](a.jpg \"캡션셋\")\n",
        items(4)
    );
    let project = project(&brief("제목", &body), (3000, 2000));
    project.run(&["build"]).exits(0);
    let pdf = project.path("out/test-brief-2024-05-screen.pdf");
    if let Some(mut verapdf) = common::validator("verapdf") {
        verapdf.args(["-f", "ua1", "--format", "text"]).arg(&pdf);
        assert!(common::output_of(verapdf).starts_with("PASS"));
    }
    let Some(mut pdfinfo) = common::validator("pdfinfo") else { return };
    pdfinfo.arg("-struct-text").arg(&pdf);
    let told = common::output_of(pdfinfo);
    let mut at = 0;
    for words in ["첫째 문단", "캡션하나", "둘째 문단", "캡션둘", "캡션셋"] {
        let found = told[at..].find(words);
        at += found.unwrap_or_else(|| panic!("{words} is not read in its turn:\n{told}"));
    }
    assert_eq!(told.matches("Caption").count(), 3, "{told}");
}

/// What is written wrong, what is told, and what the advice makes of it; `None` where `jikji fix` writes it.
const SLIPS: &[(&str, &str, Option<&str>)] = &[
    (", width = 60", "E0363", Some(", width = \"60%\"")),
    (", width = \"60\"", "E0363", Some(", width = \"60%\"")),
    (", width = \"60px\"", "E0363", Some(", width = \"98mm\"")),
    (", width = \"120%\"", "E0363", Some(", width = \"100%\"")),
    (", width = \"3%\"", "E0363", Some(", width = \"10%\"")),
    (", width = 60%", "E0118", None),
    (", width = \"180mm\"", "E0435", Some(", width = \"164mm\"")),
    (", width = \"60%\", place = \"full\"", "E0436", Some(", place = \"full\"")),
    (", width = \"80%\", place = \"left\"", "E0437", Some(", width = \"50%\", place = \"left\"")),
    (", place = \"오른쪽\"", "E0364", None),
    (", place = \"Left\"", "E0364", None),
    (", place = \"가운데\"", "E0364", Some("")),
    (", place = right", "E0118", None),
    (", plase = \"right\"", "E0201", Some(", place = \"right\"")),
];

fn errors(project: &Project) -> Vec<String> {
    let report = project.run(&["check", "--json"]).json();
    let found = report["diagnostics"].as_array().unwrap().iter();
    let errors = found.filter(|found| found["severity"] == "error");
    errors.map(|found| found["code"].as_str().unwrap().to_string()).collect()
}

#[test]
fn what_is_told_of_a_slip_mends_it() {
    for (more, code, advised) in SLIPS {
        let project = project(&with_image(2, &picture(more)), (1200, 800));
        assert_eq!(errors(&project), [*code], "{more}");
        match advised {
            Some(advised) => {
                let mended = with_image(2, &picture(advised));
                std::fs::write(project.path("issue.toml"), mended).unwrap();
            }
            None => drop(project.run(&["fix"]).exits(0).says("fixed 1 finding")),
        }
        assert_eq!(errors(&project), [""; 0], "{more}");
    }
    let tall = |width: &str| {
        let more = format!(", width = \"{width}\"");
        errors(&project(&with_image(1, &picture(&more)), (1000, 2000)))
    };
    assert_eq!((tall("100%"), tall("54%")), (vec!["E0439".to_string()], vec![]));
}

#[test]
fn slips_in_running_text_and_in_rows_are_told_at_their_place() {
    let said =
        |text: &str| errors(&project(&brief("제목", &format!("- 가\n\n{text}\n")), (1200, 800)));
    let one = "![산](a.jpg)";
    for (more, code) in [
        ("{width=60}", "E0363"),
        ("{place=middle}", "E0364"),
        ("{60%}", "E0365"),
        ("{width=180mm}", "E0435"),
        ("{width=80% place=left}", "E0437"),
        (" ![산](a.jpg){width=40%}", "E0438"),
        (" ![산](a.jpg) ![산](a.jpg)", "E0366"),
        (" 글", "E0360"),
    ] {
        assert_eq!(said(&format!("{one}{more}")), [code], "{more}");
    }
    for more in
        ["", "{width=60%}", " { width=40%, place=\"right\" }", "\n![산](a.jpg)", "\n\n![산](a.jpg)"]
    {
        assert_eq!(said(&format!("{one}{more}")), [""; 0], "{more}");
    }
    let row = |value: String| errors(&project(&with_image(2, &value), (1200, 800)));
    let p = picture("");
    assert_eq!(row(format!("[{p}, {}]", picture(", width = \"40%\""))), ["E0438"]);
    assert_eq!(row(format!("[{p}, {p}, {p}]")), ["E0214"]);
    assert_eq!(row(format!("[{p}]")), [""; 0]);
    let told = project(&brief("제목", "- 가\n\n![산](a.jpg){place=middle}"), (300, 200));
    told.run(&["check", "--lang", "ko"]).exits(1).says("issue.toml:26:13").says("`left`");
}

#[test]
fn an_editor_knows_what_a_picture_may_say() {
    for (lang, share) in [("ko", "본문 폭"), ("en", "measure")] {
        let schema = Project::new().run(&["schema", "--lang", lang]).exits(0).json();
        let picture = &schema["$defs"]["image"]["properties"];
        let known: Vec<&str> = picture.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(known, ["file", "page", "alt", "caption", "width", "place"]);
        assert!(picture["width"]["description"].as_str().unwrap().contains(share));
        assert_eq!(picture["place"]["enum"], serde_json::json!(["left", "right", "full"]));
    }
}

#[test]
fn a_layout_that_takes_one_picture_gets_it_as_before() {
    let project = project(&with_image(2, &picture("")), (1500, 1000)).changed_layout(
        "layout.toml",
        "image\", list = true, max = 2,",
        "image\",",
    );
    let layout = std::fs::read_to_string(project.path("layouts/spri-brief/brief.typ")).unwrap();
    let one = layout.replacen("  image: (),", "  image: none,", 1).replacen(
        "  let accent-name = accent-of(issue, at)\n  let pixels",
        "  let image = (image,)\n  let accent-name = accent-of(issue, at)\n  let pixels",
        1,
    );
    assert_ne!(layout, one);
    std::fs::write(project.path("layouts/spri-brief/brief.typ"), one).unwrap();
    let (pictures, _) = page(&number(&project));
    assert!(near(pictures[0].width, MEASURE), "{pictures:?}");
    let pair = format!("[{0}, {0}]", picture(""));
    std::fs::write(project.path("issue.toml"), with_image(2, &pair)).unwrap();
    project.run(&["check"]).exits(1).says("issue.toml:").says("E0210");
}
