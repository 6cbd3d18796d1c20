//! Slips in pictures, and in the names of files.

use crate::common::Project;
use crate::{Desk, Elsewhere, SOUND, fields, hold};

/// A slip: what is written of a picture, in a body or as a field, its code, and what the advice makes of it.
const SLIPS: &[(&str, &str, &str)] = &[
    ("글 ![그림](a.svg) 글", "E0360", "글\n\n![그림](a.svg)\n\n글"),
    ("![](a.svg)", "E0361", "![그림에 보이는 것](a.svg)"),
    ("![그림](https://a.kr/a.svg)", "E0362", "![그림](a.svg)"),
    ("![그림](../a.svg)", "E0140", "![그림](a.svg)"),
    ("![그림](/images/a.svg)", "E0141", "![그림](a.svg)"),
    ("![그림](nothing.png)", "E0145", "![그림](a.svg)"),
    ("![그림](folder)", "E0147", "![그림](folder/b.svg)"),
    ("![그림](text.png)", "E0401", "![그림](a.svg)"),
    ("![그림](plain.png)", "W0431", "![그림](a.svg)"),
    ("![그림](dot.png)", "W0432", "![그림](a.svg)"),
    ("![a.svg](a.svg)", "W0433", "![그림에 보이는 것](a.svg)"),
    ("![그림](cut.png)", "E0404", "![그림](a.svg)"),
    ("![그림](bad.svg)", "E0406", "![그림](a.svg)"),
    ("![그림](page.svg)", "E0408", "![그림](a.svg)"),
    ("![그림](nosize.svg)", "E0413", "![그림](a.svg)"),
    ("![그림](entity.svg)", "E0409", "![그림](a.svg)"),
    ("![그림](outside.svg)", "E0411", "![그림](a.svg)"),
    ("![그림](script.svg)", "E0412", "![그림](a.svg)"),
    ("![그림](selfish.svg)", "E0421", "![그림](a.svg)"),
    ("![그림](colour.svg)", "W0416", "![그림](a.svg)"),
    ("![그림](moving.svg)", "W0419", "![그림](a.svg)"),
];

/// Messages of files and pictures whose advice has no slip here, and why.
const ELSEWHERE: Elsewhere = &[
    ("E0101", "in the tests of the command line"),
    ("E0102", "in the tests of the command line"),
    ("E0103", "a size"),
    ("E0109", "the text is the author's"),
    ("E0142", "in `a_path_is_written_as_it_is_advised`"),
    ("E0143", "a link of the machine"),
    ("E0144", "in `a_path_is_written_as_it_is_advised`"),
    ("E0146", "in `a_path_is_written_as_it_is_advised`"),
    ("E0148", "in the tests of bad input: only a field says it"),
    ("E0149", "in the tests of bad input: only a field says it"),
    ("E0153", "in `what_is_no_manuscript_or_no_command_says_how`"),
    ("E0402", "a size"),
    ("E0403", "a size"),
    ("E0277", "a picture made of dots: the art is exported anew"),
    ("E0405", "damage: the file is opened and saved elsewhere"),
    ("E0407", "an encoding: the file is saved elsewhere"),
    ("E0410", "a size"),
    ("E0414", "in the tests of drawings, one value after the other"),
    ("E0415", "in the tests of drawings, one rule after the other"),
    ("W0417", "in the tests of drawings: the advice is to look"),
    ("E0418", "in the tests of drawings: the file is saved elsewhere"),
    ("W0420", "in the tests of drawings: the advice is to look"),
    ("E0440", "in the tests of artwork: the file is its maker's"),
    ("E0441", "in the tests of artwork: the file is its maker's"),
    ("E0442", "in the tests of artwork: the file is its maker's"),
    ("E0443", "a size"),
    ("E0444", "in the tests of artwork"),
    ("E0445", "in the tests of artwork: the file is its maker's"),
    ("E0446", "the file is its maker's"),
    ("E0447", "the file is its maker's"),
    ("E0448", "in the tests of artwork"),
    ("E0277", "in the tests of inks: the file is its maker's"),
    ("W0449", "in the tests of artwork: the advice is to look"),
    ("W0430", "in the tests of pictures: the file is saved elsewhere"),
    ("E0435", "in the tests of placing"),
    ("E0436", "in the tests of placing"),
    ("E0437", "in the tests of placing"),
    ("E0438", "in the tests of placing"),
    ("E0439", "in the tests of placing"),
    ("W0434", "in the tests of tags: captions stand in fields"),
];

fn project() -> Project {
    let svg = |inner: &str| {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90\" height=\"90\">{inner}</svg>"
        )
    };
    let sound = svg("<rect width=\"60\" height=\"60\" fill=\"#123456\"/>");
    let png = |side: u32| {
        let mut bytes = std::io::Cursor::new(vec![]);
        let image = image::RgbImage::from_pixel(side, side, image::Rgb([9, 99, 9]));
        image.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
        bytes.into_inner()
    };
    let picture = |inner: &str| svg(&format!("<rect width=\"60\" height=\"60\"/>{inner}"));
    Project::new()
        .file("a.svg", &sound)
        .file("folder/b.svg", &sound)
        .file("text.png", "글")
        .file("plain.png", png(300))
        .file("dot.png", png(1))
        .file("cut.png", &png(300)[..80])
        .file(
            "bad.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><g></svg>",
        )
        .file("page.svg", "<svg width=\"9\" height=\"9\"/>")
        .file("nosize.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"0\" height=\"9\"/>")
        .file("entity.svg", format!("<!DOCTYPE svg [<!ENTITY a \"bb\">]>{}", picture("")))
        .file(
            "outside.svg",
            picture("<image href=\"https://a.kr/a.png\" width=\"9\" height=\"9\"/>"),
        )
        .file("script.svg", picture("<script>1</script>"))
        .file("selfish.svg", picture("<g id=\"g\"><use href=\"#g\"/></g>"))
        .file("colour.svg", picture("<rect width=\"9\" height=\"9\" style=\"fill: blau\"/>"))
        .file(
            "moving.svg",
            picture(
                "<circle r=\"9\"><animate attributeName=\"r\" values=\"1;9\" dur=\"1s\"/></circle>",
            ),
        )
}

#[test]
fn what_is_told_of_a_picture_is_taken() {
    let mut desk = Desk::new(project());
    let mut with =
        |body: &str| desk.codes(&SOUND.replacen("- 본문", &format!("- 본문\n\n{body}"), 1));
    let fault = |(body, code, advised): &(&str, &str, &str)| {
        let found = with(body);
        if found != [*code] {
            return Some(format!("{code}: found {found:?} in {body}"));
        }
        let left = with(advised);
        (!left.is_empty()).then(|| format!("{code}: {left:?} left after {advised}"))
    };
    let faults: Vec<String> = SLIPS.iter().filter_map(fault).collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_message_of_fields_files_and_pictures_is_followed_or_told_why_not() {
    let own = SLIPS.iter().map(|(_, code, _)| *code);
    let followed = fields::SLIPS.iter().map(|(_, _, code, _)| *code).chain(own);
    let texts = ["E0360", "E0361", "E0362"];
    let followed = followed.filter(|code| !texts.contains(code)).collect();
    let elsewhere = [fields::ELSEWHERE, ELSEWHERE].concat();
    hold(jikji::manifest::messages::ALL, &followed, &elsewhere);
}
