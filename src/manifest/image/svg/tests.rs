use proptest::prelude::*;

use super::{Drawing, ImageFault, prepare};

/// What a drawing comes to; what is said of it in the order it is said.
fn prepared(text: &str) -> Result<(String, Vec<&'static str>), &'static str> {
    let told =
        |faults: Vec<ImageFault>| faults.into_iter().map(|fault| fault.message.code).collect();
    let drawing = |drawing: Drawing| (drawing.markup, told(drawing.faults));
    prepare(text.as_bytes()).map(drawing).map_err(|fault| fault.message.code)
}

fn with(style: &str, inside: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><style>{style}</style>{inside}</svg>"
    )
}

/// The fill of the last element.
fn fill(style: &str, inside: &str) -> String {
    let (markup, _) = prepared(&with(style, inside)).unwrap();
    let fill = markup.rsplit_once(" fill=\"").map(|(_, rest)| rest.split('"').next().unwrap());
    fill.unwrap_or("none said").to_string()
}

#[test]
fn the_strongest_declaration_holds() {
    let rect = "<rect id=\"i\" class=\"a b\" fill=\"#010101\"/>";
    for (style, wanted) in [
        ("", "#010101"),
        ("rect { fill: red }", "#ff0000"),
        ("#i { fill: red } .a.b { fill: blue }", "#ff0000"),
        (".a { fill: red } .b { fill: blue }", "#0000ff"),
        (".a { fill: red !important } #i { fill: blue }", "#ff0000"),
        ("@layer one { #i { fill: red } } rect { fill: blue }", "#0000ff"),
        ("@layer one { rect { fill: red !important } } #i { fill: blue !important }", "#ff0000"),
        (":where(#i) { fill: red } rect { fill: blue }", "#0000ff"),
        ("rect { fill: nonsense } rect, :nonsense { fill: red }", "#010101"),
        ("/* { */ rect /**/ { fill : \\72 ed ; }", "#ff0000"),
        ("rect { fill: var(--a, var(--b, teal)) }", "#008080"),
        ("rect { --a: var(--b); --b: var(--a); fill: var(--a, red) }", "#ff0000"),
    ] {
        assert_eq!(fill(style, rect), wanted, "{style}");
    }
}

/// Programs that draw leave attributes of their own in every element.
#[test]
fn attributes_of_other_namespaces_are_none() {
    let rect = |own: &str| format!("<rect xmlns:o=\"urn:o\" {own} fill=\"#010101\"/>");
    for (style, own, wanted) in [
        ("#i { fill: red }", "o:id=\"i\"", "#010101"),
        (".a { fill: red }", "o:class=\"a\"", "#010101"),
        ("[type=x] { fill: red }", "o:type=\"x\"", "#010101"),
        ("#i { fill: red }", "o:id=\"a\" id=\"i\"", "#ff0000"),
    ] {
        assert_eq!(fill(style, &rect(own)), wanted, "{style} {own}");
    }
}

#[test]
fn a_file_of_namespaces_is_read_and_of_other_entities_is_not() {
    let with = |entity: &str| {
        let file = with("", "").replace("\"http://www.w3.org/2000/svg\"", "\"&n;\"");
        prepared(&format!(
            "<!DOCTYPE svg PUBLIC \"a\" \"b\" [<!-- % --> <!ENTITY n {entity}>]>{file}"
        ))
        .err()
    };
    assert_eq!(with("\"http://www.w3.org/2000/svg\""), None);
    assert_eq!(with("SYSTEM \"http://www.w3.org/2000/svg\""), Some("E0409"));
    assert_eq!(with("\"http://a/&m;\""), Some("E0409"));
}

proptest! {
    #[test]
    fn no_style_makes_it_panic_and_each_comes_to_one_thing(
        sheet in "([a-z@:#.(){};,/*>+~\\[\\]=\"'%!-]| |é|var\\(|:is\\(|:nth-child\\(|@media |rgb\\(|calc\\(|from |[0-9.]){0,60}",
        value in "([a-z(),/#%.-]| |rgb\\(|oklch\\(|color-mix\\(in |var\\(--a|calc\\(|light-dark\\(|url\\(#|[0-9.]){0,30}",
    ) {
        let properties = ["fill", "stroke-dasharray", "filter", "transform", "font", "--a", "mask", "d"];
        let style: String = properties.iter().map(|name| format!("{name}: {value};")).collect();
        let inside = format!("<g style='{style}'><path fill='{value}' stroke-width='{value}'/><text>가</text></g>");
        let text = with(&sheet.replace('<', ""), &inside);
        prop_assert_eq!(prepared(&text), prepared(&text));
    }

    #[test]
    fn no_bytes_make_it_panic(bytes: Vec<u8>, at in 0usize..900, byte: u8) {
        let _ = prepare(&bytes);
        let mut text = include_bytes!("../../../../tests/drawings/drawio.svg").to_vec();
        text[at] = byte;
        let _ = prepare(&text);
    }
}
