//! Drawings: pictures, text boxes, charts, diagrams, and what other programs made.

use super::build::{File, body, element, p, r, t};

fn drawing(description: &str, within: &str) -> String {
    r(&format!(
        "<w:drawing><wp:inline><wp:extent/><wp:docPr id='1' descr='{description}'/><a:graphic><a:graphicData>\
        {within}</a:graphicData></a:graphic></wp:inline></w:drawing>"
    ))
}

fn picture(attribute: &str) -> String {
    format!(
        "<pic:pic><pic:nvPicPr><pic:cNvPr id='0'/></pic:nvPicPr><pic:blipFill><a:blip {attribute}='i'/></pic:blipFill></pic:pic>"
    )
}

fn boxed(words: &str) -> String {
    format!(
        "<wps:wsp><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>",
        p(&t(words))
    )
}

#[test]
fn a_picture_has_its_bytes_and_its_description() {
    let file = |text: String| {
        File::new(&text).with("word/media/a.png", *b"png").names("i", "image", "media/a.png")
    };
    let text = p(&(t("앞") + &drawing("고양이", &picture("r:embed")) + &t("뒤")));
    assert_eq!(file(text).lines(), ["앞뒤", "picture a.png 3 (고양이) ()"]);
    let text = p(&drawing("C:\\그림\\a.png", &picture("r:embed")));
    let told = "{Description: C:\\그림\\a.png}";
    assert_eq!(file(text).lines(), ["picture a.png 3 () ()", told]);
    let old = "<w:pict><v:shape alt='강아지'><v:imagedata r:id='i'/></v:shape></w:pict>";
    assert_eq!(file(p(&r(old))).lines(), ["picture a.png 3 (강아지) ()"]);
}

#[test]
fn a_picture_that_stands_elsewhere_has_no_bytes() {
    let text = p(&drawing("", &picture("r:link")));
    let file = File::new(&text).names("i", "image", "file:///C:/a/b.jpg");
    assert_eq!(file.lines(), ["picture b.jpg 0 () ()"]);
}

#[test]
fn of_alternatives_one_is_taken() {
    let either = |requires: &str| {
        let fallback = format!(
            "<w:pict><v:rect><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:rect></w:pict>",
            p(&t("옛 것"))
        );
        r(&format!(
            "<mc:AlternateContent><mc:Choice Requires='{requires}'>{}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>",
            drawing("", &boxed("새 것"))
        ))
    };
    let text = p(&(t("글") + &either("wps"))) + &p(&either("w16se")) + &p(&either("nowhere"));
    assert_eq!(body(&text), ["글", "{TextBox}새 것", "{TextBox}옛 것", "{TextBox}옛 것"]);
}

#[test]
fn drawings_without_words_are_told() {
    let text = p(&drawing("화살표", "<wps:wsp><wps:spPr/><wps:bodyPr/></wps:wsp>"))
        + &p(&r("<w:pict><v:line/></w:pict>"))
        + &p(&drawing("설명", &boxed("글")));
    let expected = ["{Drawing: 화살표}", "{Drawing: }", "{TextBox}글", "{Description: 설명}"];
    assert_eq!(body(&text), expected);
}

#[test]
fn a_chart_is_its_numbers() {
    let point = |at: u32, value: &str| format!("<c:pt idx='{at}'><c:v>{value}</c:v></c:pt>");
    let cache = |points: String| format!("<c:ptCount val='2'/>{points}");
    let chart = format!(
        "<c:chart><c:plotArea><c:barChart><c:ser><c:tx><c:v>매출</c:v></c:tx><c:cat><c:strCache>{}</c:strCache></c:cat>\
        <c:val><c:numCache>{}</c:numCache></c:val></c:ser></c:barChart></c:plotArea></c:chart>",
        cache(point(0, "봄") + &point(1, "여름")),
        cache(point(0, "1.5") + &point(1, "2"))
    );
    let text = p(&drawing("", "<c:chart r:id='c'/>")) + &p(&drawing("", "<c:chart r:id='none'/>"));
    let file = File::new(&text).with("word/charts/a.xml", element("c:chartSpace", &chart)).names(
        "c",
        "chart",
        "charts/a.xml",
    );
    let expected = ["chart  [\"봄\", \"여름\"] [(\"매출\", [1.5, 2.0])]", "{Embedded: }"];
    assert_eq!(file.lines(), expected);
}

#[test]
fn the_words_of_a_diagram_are_paragraphs() {
    let point = |words: &str| {
        format!("<dgm:pt><dgm:t><a:p><a:r><a:t>{words}</a:t></a:r></a:p></dgm:t></dgm:pt>")
    };
    let data = element("dgm:dataModel", &(point("하나") + "<dgm:pt/>" + &point("둘")));
    let file = File::new(&p(&drawing("", "<dgm:relIds r:dm='d'/>")))
        .with("word/diagrams/data1.xml", data)
        .names("d", "diagramData", "diagrams/data1.xml");
    assert_eq!(file.lines(), ["{Diagram}하나", "{Diagram}둘"]);
}

#[test]
fn word_art_objects_and_other_files_are_told() {
    let text = p(&r("<w:pict><v:shape><v:textpath string='대외비'/></v:shape></w:pict>"))
        + &p(&r(
            "<w:object><v:shape><v:imagedata r:id='i'/></v:shape><o:OLEObject ProgID='Excel.Sheet.12'/></w:object>",
        ))
        + &p(&r("<w:object><w:control w:name='단추'/></w:object>"))
        + "<w:altChunk r:id='h'/>";
    let file = File::new(&text).names("i", "image", "a.emf").names("h", "aFChunk", "a.html");
    let expected = [
        "{WordArt}대외비",
        "picture a.emf 0 () ()",
        "{Embedded: Excel.Sheet.12}",
        "{FormObject: 단추}",
        "{Inset: word/a.html}",
    ];
    assert_eq!(file.lines(), expected);
}

#[test]
fn a_deleted_picture_is_told() {
    let text = p(&format!("<w:del>{}</w:del>", drawing("고양이", &picture("r:embed"))));
    assert_eq!(File::new(&text).names("i", "image", "a.png").lines(), ["{Deleted: }"]);
}
