//! Profiles that are sound, and what is said of others.

use super::*;
use jikji_diagnostic::Lang;
use jikji_prepress::finish::Finish;
use jikji_prepress::preflight::{Limits, Role, Shop, Standard, Weight};

fn read_text(text: &str) -> Result<ShopProfile, Vec<String>> {
    let mut sources = Sources::default();
    read("shop.toml", text.as_bytes(), &mut sources).map_err(|found| {
        let at = |d: &Diagnostic| {
            let span = d.span.expect("a place");
            let text = &sources.get(span.file).text[span.start..span.end];
            format!("{} {text}", d.message.code)
        };
        found.iter().map(at).collect()
    })
}

#[test]
fn those_that_come_with_the_program_are_sound() {
    for name in names() {
        assert_eq!(built_in(name).unwrap().name, name);
    }
    let shop = Shop { condition: Some("FOGRA39".into()), ..Shop::default() };
    assert_eq!(
        built_in("coated").unwrap().limits,
        Limits { ink_by_intent: true, shop, ..Limits::default() }
    );
    assert_eq!(built_in("uncoated").unwrap().limits.ink_limit_percent, 280.0);
    assert_eq!(built_in("digital").unwrap().limits.standard, Standard::None);
    assert!(built_in("news").is_none());
    assert_eq!(unknown("coatd").message.code, "E1302");
}

#[test]
fn every_key_is_read() {
    let profile = read_text(
        "name = '우리 인쇄소'\nstandard = 'x1a'\nprofile = 'uncoated-fogra29'\nbleed = '5mm'\nmargin = '1cm'\n\
         marks = false\ntrim = ['A4', '100mm x 150mm']\npages = { least = 8, most = 64, multiple = 4 }\n\
         ink = { limit = 260, area = 20.5, count = 2 }\nimages = { ppi = 300, least-ppi = 200, line-ppi = 1200 }\n\
         text = { least = '5pt', rich = '10pt' }\nlines = { least = '0.3pt' }\nseverity = { P0702 = 'error', P0205 = 'off' }\n\
         [[spots]]\nname = 'PANTONE 286 C'\n[[spots]]\nname = '금박'\nrole = 'foil'\n",
    );
    let ShopProfile { name, limits, condition, bleed_mm } = profile.unwrap();
    assert_eq!((name.as_str(), bleed_mm, limits.bleed_mm), ("우리 인쇄소", Some(5.0), 5.0));
    assert_eq!(condition.as_deref(), Some("uncoated-fogra29"));
    assert_eq!((limits.standard, limits.safe_margin_mm), (Standard::X1a, 10.0));
    assert_eq!((limits.expect_marks, limits.ink_by_intent), (Some(false), false));
    assert_eq!((limits.ink_limit_percent, limits.min_ink_area_mm2), (260.0, 20.5));
    assert_eq!((limits.min_image_ppi_warning, limits.min_image_ppi_error), (300.0, 200.0));
    assert_eq!((limits.line_art, limits.min_text_pt), (1200.0, 5.0));
    assert_eq!((limits.min_rich_text_pt, limits.min_stroke_pt), (10.0, 0.3));
    let shop = limits.shop;
    assert_eq!(shop.trims_mm, [(210.0, 297.0), (100.0, 150.0)]);
    assert_eq!(
        (shop.pages.least, shop.pages.most, shop.pages.multiple),
        (Some(8), Some(64), Some(4))
    );
    assert_eq!(shop.most_inks, Some(2));
    let roles: Vec<Role> = shop.spots.unwrap().iter().map(|spot| spot.role).collect();
    assert_eq!(roles, [Role::Ink, Role::Finish(Finish::Foil)]);
    assert_eq!(shop.weights, [("P0205", Weight::Off), ("P0702", Weight::Error)].into());
}

#[test]
fn what_is_wrong_is_told_at_its_place() {
    for (text, wanted) in [
        ("standard = 'x5'", "E0241 'x5'"),
        ("bleed = '3'", "E0235 '3'"),
        ("bleed = '80mm'", "E1303 '80mm'"),
        ("trim = 'A99'", "E1304 'A99'"),
        ("ink = { count = 0 }", "E1303 0"),
        ("ink = { limt = 300 }", "E0201 limt"),
        ("severity = { P9999 = 'off' }", "E1306 P9999"),
        ("severity = { P0108 = 'off' }", "E1307 P0108"),
        ("severity = { P0702 = 'none' }", "E0224 'none'"),
        ("[[spots]]\nname = 'A'\n[[spots]]\nname = 'A'", "E1305 'A'"),
        ("[[spots]]\nname = 'A'\nrole = 'fiol'", "E0241 'fiol'"),
    ] {
        assert_eq!(read_text(text).unwrap_err(), [wanted], "{text}");
    }
}

#[test]
fn the_schema_knows_every_key() {
    let schema = schema(Lang::Ko);
    let known = |of: &serde_json::Value| -> Vec<String> {
        let mut keys: Vec<String> = of["properties"].as_object().unwrap().keys().cloned().collect();
        keys.sort();
        keys
    };
    let sorted = |keys: &[&str]| {
        let mut keys: Vec<String> = keys.iter().map(ToString::to_string).collect();
        keys.sort();
        keys
    };
    assert_eq!(known(&schema), sorted(&read::KEYS));
    let of = |table: &str| known(&schema["properties"][table]);
    assert_eq!(of("pages"), sorted(&read::PAGES));
    assert_eq!(of("ink"), sorted(&read::INK));
    assert_eq!(of("images"), sorted(&read::IMAGES));
    assert_eq!(of("text"), sorted(&read::TEXT));
    assert_eq!(of("lines"), sorted(&read::LINES));
    assert_eq!(schema["properties"]["bleed"]["description"], "네 변의 도련");
}

#[test]
fn keys_that_no_file_can_keep_together_are_refused_at_their_place() {
    for (keys, place) in [
        ("pages = { least = 64, most = 8 }", "E1309 64"),
        ("pages = { least = 5, most = 7, multiple = 4 }", "E1309 4"),
        ("images = { ppi = 150, least-ppi = 250 }", "E1309 250"),
        (
            "[[spots]]\nname = 'PANTONE 286 C'\n[[spots]]\nname = 'Pantone 286 CV'",
            "E1305 'Pantone 286 CV'",
        ),
    ] {
        assert_eq!(read_text(keys).unwrap_err(), [place], "{keys}");
    }
    let sound =
        "pages = { least = 8, most = 8, multiple = 4 }\nimages = { ppi = 250, least-ppi = 250 }";
    assert!(read_text(sound).is_ok());
}

#[test]
fn an_unknown_key_is_said_to_be_of_the_file() {
    let mut sources = Sources::default();
    let found = read("shop.toml", b"colour = 1", &mut sources).unwrap_err();
    assert!(found[0].text(Lang::Ko).contains("`shop.toml`에"), "{}", found[0].text(Lang::Ko));
}
