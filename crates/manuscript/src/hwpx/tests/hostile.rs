//! Files that were made to do harm, and bytes of any kind: they are refused or read, and cost no more than they hold.

use proptest::prelude::*;

use crate::hwpx::read;
use crate::office::trial::damaged;

use super::build::{File, lines, p, refused, t, zipped};

#[test]
fn what_holds_too_much_is_refused() {
    let bomb = File::new().section(&t(&" ".repeat(40 << 20)));
    assert_eq!(bomb.refused(), "E1212");
    let deep = File::new().section(&("<a>".repeat(60_000) + &"</a>".repeat(60_000)));
    assert_eq!(deep.refused(), "E1212");
    let many = File::new().section(&t("가").repeat(300_000));
    assert_eq!(many.refused(), "E1212");
    let blank = "<hp:p/>".repeat(200_000);
    let sections = File::new().section(&blank).section(&blank);
    assert_eq!(sections.refused(), "E1212");
    let letters = t(&"가".repeat(1_500_000));
    assert!(read(&File::new().section(&letters).bytes()).is_ok());
    assert_eq!(File::new().section(&letters).section(&letters).refused(), "E1212");
}

#[test]
fn a_file_of_too_many_parts_is_refused() {
    let parts = (0..20_001).map(|number| (number.to_string(), vec![])).collect();
    assert_eq!(refused(&zipped(parts)), "E1212");
}

#[test]
fn what_is_said_again_for_each_paragraph_is_bounded() {
    let long = "가".repeat(100_000);
    let lists = format!(
        "<hh:bullets><hh:bullet id='1' char='{long}'/></hh:bullets><hh:paraProperties>\
         <hh:paraPr id='0'><hh:heading type='BULLET' idRef='1' level='0'/></hh:paraPr></hh:paraProperties>"
    );
    let section = "<hp:p paraPrIDRef='0'/>".repeat(100_000);
    assert_eq!(File::new().header(&lists).section(&section).refused(), "E1212");
    let link = format!(
        "<hp:ctrl><hp:fieldBegin id='1' type='HYPERLINK'><hp:parameters><hp:stringParam name='Command'>http:{}\
         </hp:stringParam></hp:parameters></hp:fieldBegin></hp:ctrl>",
        "a".repeat(4000)
    );
    let end = p("<hp:ctrl><hp:fieldEnd beginIDRef='1'/></hp:ctrl>");
    let section = p(&link) + &"<hp:p/>".repeat(100_000) + &end;
    assert_eq!(File::new().section(&section).refused(), "E1212");
}

#[test]
fn elements_in_elements_are_bounded() {
    let deep = |name: &str| {
        let (start, end) = (format!("<hp:{name}>"), format!("</hp:{name}>"));
        File::new().section(&p(&(start.repeat(150) + "<hp:p/>" + &end.repeat(150))))
    };
    assert_eq!(deep("novelty").refused(), "E1212");
    assert_eq!(deep("container").refused(), "E1212");
    assert_eq!(deep("ctrl").refused(), "E1212");
    assert_eq!(deep("run").refused(), "E1212");
}

#[test]
fn a_part_that_is_named_again_and_again_is_read_once_or_counts() {
    let master = "<masterPage><p><run><t>바탕</t></run></p></masterPage>";
    let section = p(&"<hp:secPr><hp:masterPage idRef='m'/></hp:secPr>".repeat(5000)) + &t("글");
    let read = File::new().item("m", "Contents/masterpage0.xml", master).section(&section).read();
    assert_eq!(lines(&read), ["{MasterPage: 바탕}", "", "글"]);
    let section = p(&"<hp:chart chartIDRef='c'/>".repeat(1000));
    assert_eq!(File::new().item("c", "c.xml", "<c/>").section(&section).refused(), "E1212");
}

#[test]
fn columns_that_no_table_has_are_followed_by_none() {
    let cell = "<hp:tc><hp:cellAddr colAddr='4294967295'/><hp:cellSpan colSpan='4294967295' rowSpan='4294967295'/></hp:tc>";
    let table = format!(
        "<hp:tbl colCnt='4294967295'>{}</hp:tbl>",
        format!("<hp:tr>{}</hp:tr>", cell.repeat(3)).repeat(2)
    );
    let read = File::new().section(&p(&table)).read();
    assert_eq!(
        lines(&read),
        ["table() 0:1024x2  | 1023:1x2  | 1023:1x2  ;; 0:1024x1  | 1023: | 1023:"]
    );
}

#[test]
fn entities_are_refused() {
    let bomb = "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>";
    assert_eq!(File::new().item("section0", "Contents/section0.xml", bomb).refused(), "E1211");
}

#[test]
fn pictures_that_hold_too_much_are_not_read() {
    let file = File::new().item("image1", "BinData/a.bmp", vec![0; 40 << 20]);
    let section = p("<hp:pic><hc:img binaryItemIDRef='image1'/></hp:pic>").repeat(100) + &t("글");
    let read = file.section(&section).read();
    assert_eq!(read.pieces.len(), 101);
    assert_eq!(lines(&read)[0], "picture a.bmp 0 () ()");
}

#[test]
fn a_name_that_leads_out_of_the_file_leads_nowhere() {
    let file = File::new().item("image1", "../../etc/passwd", "x");
    let read = file.section(&p("<hp:pic><hc:img binaryItemIDRef='image1'/></hp:pic>")).read();
    assert_eq!(lines(&read), ["picture passwd 1 () ()"]);
    let section = p("<hp:pic><hc:img binaryItemIDRef='/etc/passwd'/></hp:pic>");
    assert_eq!(lines(&File::new().section(&section).read()), ["picture passwd 0 () ()"]);
}

#[test]
fn tables_in_tables_are_read_as_deep_as_the_tree_may_be() {
    let mut within = t("안");
    for _ in 0..30 {
        within = p(&format!(
            "<hp:tbl><hp:tr><hp:tc><hp:subList>{within}</hp:subList></hp:tc></hp:tr></hp:tbl>"
        ));
    }
    let read = File::new().section(&within).read();
    assert!(lines(&read)[0].ends_with("0:안"));
}

/// A file that has some of everything.
fn sample() -> Vec<u8> {
    let table = "<hp:tbl colCnt='2'><hp:tr><hp:tc><hp:subList><hp:p><hp:run><hp:t>칸</hp:t></hp:run></hp:p></hp:subList>\
        <hp:cellAddr colAddr='0'/><hp:cellSpan colSpan='2' rowSpan='1'/></hp:tc></hp:tr></hp:tbl>";
    let note = format!(
        "<hp:ctrl><hp:footNote><hp:subList>{}</hp:subList></hp:footNote></hp:ctrl>",
        t("각주")
    );
    let lists = "<hh:numberings><hh:numbering id='1'><hh:paraHead level='1' start='1' numFormat='DIGIT'>^1.</hh:paraHead>\
        </hh:numbering></hh:numberings><hh:paraProperties><hh:paraPr id='0'><hh:heading type='NUMBER' idRef='1' level='0'/>\
        </hh:paraPr></hh:paraProperties>";
    let section = t("<hp:deleteBegin/>가<hp:deleteEnd paraend='1'/>")
        .replace("<hp:p>", "<hp:p paraPrIDRef='0'>")
        + &p(&(note + table))
        + &p("<hp:pic><hc:img binaryItemIDRef='image1'/></hp:pic>");
    File::new().header(lists).item("image1", "a.png", "png").section(&section).bytes()
}

#[test]
fn a_file_that_is_cut_short_is_refused() {
    let sample = sample();
    for end in 0..sample.len() {
        refused(&sample[..end]);
    }
}

proptest! {
    #[test]
    fn no_bytes_bring_it_down(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        let _ = crate::hwpx::read(&damaged(sample(), changes));
    }

    #[test]
    fn no_section_brings_it_down(parts in prop::collection::vec(0..FRAGMENTS.len(), 0..24)) {
        // Fragments in any order: ends without beginnings, elements where none may stand.
        let section: String = parts.into_iter().map(|at| FRAGMENTS[at]).collect();
        let _ = crate::hwpx::read(&File::new().section(&section).bytes());
    }
}

const FRAGMENTS: [&str; 22] = [
    "<hp:p>",
    "</hp:p>",
    "<hp:run>",
    "</hp:run>",
    "<hp:t>글</hp:t>",
    "<hp:t><hp:deleteBegin/></hp:t>",
    "<hp:t><hp:deleteEnd paraend='1'/></hp:t>",
    "<hp:tbl colCnt='4294967295'>",
    "</hp:tbl>",
    "<hp:tr>",
    "</hp:tr>",
    "<hp:tc>",
    "</hp:tc>",
    "<hp:cellSpan colSpan='4294967295' rowSpan='0'/>",
    "<hp:cellAddr colAddr='1023'/>",
    "<hp:subList>",
    "</hp:subList>",
    "<hp:ctrl><hp:fieldEnd beginIDRef='1'/></hp:ctrl>",
    "<hp:ctrl><hp:fieldBegin id='1' type='HYPERLINK'/></hp:ctrl>",
    "<hp:switch/>",
    "<hp:caption/>",
    "<hp:ctrl><hp:autoNum num='4294967295'/></hp:ctrl>",
];

/// A tree of elements of the body and some that are unknown, with what their attributes may be.
fn tree() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![Just("글".to_string()), Just(String::new())];
    leaf.prop_recursive(9, 80, 6, |inner| {
        let attributes = prop::sample::subsequence(&ATTRIBUTES[..], 0..3);
        let within = prop::collection::vec(inner, 0..6);
        (prop::sample::select(&NAMES[..]), attributes, within).prop_map(
            |(name, attributes, within)| {
                format!("<hp:{name} {}>{}</hp:{name}>", attributes.join(" "), within.concat())
            },
        )
    })
}

proptest! {
    #[test]
    fn every_letter_is_text_or_left_out_with_its_reason(trees in prop::collection::vec(tree(), 1..6)) {
        let section = trees.concat();
        let read = File::new().section(&section).read();
        let given = section.matches('글').count();
        prop_assert_eq!(lines(&read).concat().matches('글').count(), given, "{}", section);
    }
}

const ATTRIBUTES: [&str; 14] = [
    "colAddr='4294967295'",
    "colSpan='7'",
    "rowSpan='4294967295'",
    "id='1'",
    "type='HYPERLINK'",
    "beginIDRef='1'",
    "paraend='1'",
    "numType='TABLE'",
    "num='4294967295'",
    "idRef='1'",
    "paraPrIDRef='0'",
    "charPrIDRef='0'",
    "binaryItemIDRef='section0'",
    "chartIDRef='section0'",
];

const NAMES: [&str; 40] = [
    "p",
    "p",
    "p",
    "run",
    "run",
    "t",
    "t",
    "t",
    "ctrl",
    "tbl",
    "tr",
    "tc",
    "subList",
    "caption",
    "drawText",
    "rect",
    "container",
    "pic",
    "equation",
    "chart",
    "ole",
    "textart",
    "compose",
    "btn",
    "footNote",
    "header",
    "hiddenComment",
    "indexmark",
    "fieldBegin",
    "fieldEnd",
    "autoNum",
    "bookmark",
    "deleteBegin",
    "deleteEnd",
    "insertBegin",
    "tab",
    "sz",
    "shapeComment",
    "secPr",
    "novelty",
];
