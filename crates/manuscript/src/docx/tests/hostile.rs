//! Files that were made to do harm, and bytes of any kind: they are refused or read, and cost no more than they hold.

use proptest::prelude::*;

use crate::office::trial::damaged;

use super::build::{File, lines, p, r, refused, t};

#[test]
fn what_holds_too_much_is_refused() {
    assert_eq!(File::new(&t(&" ".repeat(40 << 20))).refused(), "E1212");
    assert_eq!(File::new(&("<a>".repeat(60_000) + &"</a>".repeat(60_000))).refused(), "E1212");
    assert_eq!(File::new(&p(&t("가")).repeat(300_000)).refused(), "E1212");
    assert_eq!(File::new(&"<w:p/>".repeat(400_000)).refused(), "E1212");
    let pictures =
        p(&r("<w:pict><v:shape><v:imagedata r:id='a'/></v:shape></w:pict>").repeat(60_000));
    assert_eq!(File::new(&pictures).names("a", "image", "a.bmp").refused(), "E1212");
    let letters = t(&"가".repeat(300_000));
    assert!(crate::docx::read(&File::new(&p(&letters).repeat(7)).bytes()).is_ok());
    assert_eq!(File::new(&p(&letters).repeat(8)).refused(), "E1212");
    assert_eq!(File::new(&p(&letters.repeat(8))).refused(), "E1212");
}

#[test]
fn entities_are_refused() {
    let bomb = "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>";
    assert_eq!(
        File::new("").with("word/styles.xml", bomb).names("s", "styles", "styles.xml").refused(),
        "E1211"
    );
}

#[test]
fn pictures_that_hold_too_much_are_not_read() {
    let picture = p(&r("<w:pict><v:shape><v:imagedata r:id='a'/></v:shape></w:pict>"));
    let file = File::new(&picture.repeat(100))
        .with("word/a.bmp", vec![0; 40 << 20])
        .names("a", "image", "a.bmp");
    assert_eq!(file.lines(), ["picture a.bmp 0 () ()"; 100]);
}

#[test]
fn signs_are_bounded() {
    let level = format!(
        "<w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/><w:lvlText w:val='{}'/></w:lvl>",
        "%1".repeat(100_000)
    );
    let numbering = format!(
        "<w:abstractNum w:abstractNumId='1'>{level}</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='1'/>\
        <w:lvlOverride w:ilvl='0'><w:startOverride w:val='4294967295'/></w:lvlOverride></w:num>"
    );
    let item = "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:p>";
    let lines = File::new(&item.repeat(3)).numbering(&numbering).lines();
    assert!(lines.iter().all(|line| line.len() < 400), "{}", lines[0].len());
}

#[test]
fn elements_in_each_other_are_read_or_refused_however_deep() {
    let nested = |first: &str, last: &str, many: usize| {
        let within = format!("{}{}{}", first.repeat(many), p(&t("안")), last.repeat(many));
        crate::docx::read(&File::new(&within).bytes())
    };
    let pairs = [
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        (
            "<w:p><w:r><w:pict><v:rect><v:textbox><w:txbxContent>",
            "</w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p>",
        ),
        ("<w:p><w:ruby><w:rubyBase>", "</w:rubyBase></w:ruby></w:p>"),
        ("<w:box>", "</w:box>"),
        ("<w:ins>", "</w:ins>"),
        ("<w:p>", "</w:p>"),
        ("<w:r>", "</w:r>"),
        ("<w:del>", "</w:del>"),
        ("<v:group>", "</v:group>"),
        ("<w:hyperlink>", "</w:hyperlink>"),
        ("<m:oMath>", "</m:oMath>"),
    ];
    for (first, last) in pairs {
        let few = nested(first, last, 10).expect("it is read");
        assert!(lines(&few).join("").contains('안'), "{first}");
        let depth = first.matches('<').count();
        if let Err(fault) = nested(first, last, 190 / depth) {
            assert_eq!(fault.message.code.to_string(), "E1212", "{first}");
        }
    }
}

/// A file that has some of everything.
fn sample() -> Vec<u8> {
    let text = "<w:p><w:pPr><w:pStyle w:val='1'/><w:numPr><w:numId w:val='1'/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr>"
        .to_string()
        + &t("가")
        + "<w:del><w:r><w:footnoteReference w:id='1'/></w:r></w:del></w:p><w:tbl><w:tr><w:tc><w:tcPr>\
        <w:gridSpan w:val='4'/><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>";
    let note = format!("<w:footnote w:id='1'>{}</w:footnote>", p(&t("주")));
    File::new(&text)
        .styles("<w:style w:styleId='1'><w:name w:val='heading 1'/></w:style>")
        .numbering("<w:abstractNum w:abstractNumId='1'/><w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>")
        .part("footnotes", "w:footnotes", &note)
        .bytes()
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
        let _ = crate::docx::read(&damaged(sample(), changes));
    }

    #[test]
    fn no_text_brings_it_down_or_is_lost(parts in prop::collection::vec(0..FRAGMENTS.len(), 0..24)) {
        // Fragments in any order: ends without beginnings, elements where none may stand.
        let (mut text, mut open) = (String::new(), vec![]);
        for at in parts {
            match FRAGMENTS[at] {
                "" => text.extend(open.pop().map(|name| format!("</{name}>"))),
                part if part.ends_with("/>") => text += part,
                part => {
                    text += part;
                    open.push(part[1..].split([' ', '>']).next().unwrap_or_default().to_string());
                    if part == "<w:t>" {
                        text += "글";
                    }
                }
            }
        }
        while let Some(name) = open.pop() {
            text += &format!("</{name}>");
        }
        let file = File::new(&text).part("footnotes", "w:footnotes", "<w:footnote w:id='1'/>");
        // Every letter is text or left out.
        let found = lines(&file.read()).concat().matches('글').count();
        prop_assert_eq!(found, text.matches('글').count());
    }
}

const FRAGMENTS: [&str; 44] = [
    "",
    "<w:p>",
    "<w:r>",
    "<w:t>",
    "<w:tbl>",
    "<w:tr>",
    "<w:tc>",
    "<w:tcPr>",
    "<w:pPr>",
    "<w:rPr>",
    "<w:del>",
    "<w:ins>",
    "<w:sdt>",
    "<w:sdtContent>",
    "<w:drawing>",
    "<w:txbxContent>",
    "<w:ruby>",
    "<w:hyperlink r:id='x' w:anchor='y'>",
    "<w:vMerge/>",
    "<w:gridSpan w:val='4294967295'/>",
    "<w:hMerge/>",
    "<w:fldChar w:fldCharType='begin'/>",
    "<w:fldChar w:fldCharType='separate'/>",
    "<w:fldChar w:fldCharType='end'/>",
    "<w:footnoteReference w:id='1' w:customMarkFollows='1'/>",
    "<w:br w:type='page'/>",
    "<w:framePr w:dropCap='drop'/>",
    "<w:tbl>",
    "<w:tblPr>",
    "<w:new>",
    "<m:oMath>",
    "<m:f>",
    "<m:num>",
    "<v:group>",
    "<w:pict>",
    "<v:textbox>",
    "<w:sdtPr>",
    "<w:showingPlcHdr/>",
    "<w:trPr>",
    "<w:vanish/>",
    "<w:instrText>",
    "<w:cellDel/>",
    "<w:moveFrom>",
    "<w:fldSimple w:instr='HYPERLINK a'>",
];
