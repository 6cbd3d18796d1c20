//! Objects: pictures, text boxes and groups, equations, charts, forms, films.

use super::build::{File, body, element, lines, p, t};

fn caption(words: &str) -> String {
    format!("<hp:caption><hp:subList>{}</hp:subList></hp:caption>", t(words))
}

fn boxed(words: &str) -> String {
    format!(
        "<hp:rect><hp:sz/><hp:drawText><hp:subList>{}</hp:subList></hp:drawText></hp:rect>",
        t(words)
    )
}

fn picture(comment: &str) -> String {
    format!(
        "<hp:pic><hc:img binaryItemIDRef='image1'/>{}<hp:shapeComment>{comment}</hp:shapeComment></hp:pic>",
        caption("그림 설명")
    )
}

#[test]
fn a_picture_has_its_bytes_by_the_manifest() {
    let file = File::new().item("image1", "BinData/image1.bmp", b"BM123".to_vec());
    let read = file.section(&p(&picture("고양이 한 마리"))).read();
    assert_eq!(lines(&read), ["picture image1.bmp 5 (고양이 한 마리) (그림 설명)"]);
}

#[test]
fn what_the_program_says_of_a_picture_does_not_describe_it() {
    let words = "그림입니다. 원본 그림의 이름: a.png";
    let read = File::new().item("image1", "a.png", "1").section(&p(&picture(words))).read();
    assert_eq!(
        lines(&read),
        ["picture a.png 1 () (그림 설명)".to_string(), format!("{{Description: {words}}}")]
    );
}

#[test]
fn a_picture_beside_the_file_has_its_name_alone() {
    let section = p(&picture(""));
    let file = File::new().section(&section);
    assert_eq!(lines(&file.read()), ["picture image1 0 () (그림 설명)"]);
    assert_eq!(body(&p("<hp:pic><hc:img binaryItemIDRef=''/></hp:pic>")), ["{Drawing: }"]);
}

#[test]
fn the_words_of_a_text_box_are_text_and_told() {
    let found = p(&format!("<hp:t>앞</hp:t>{}<hp:t>뒤</hp:t>", boxed("상자 글")));
    assert_eq!(body(&found), ["앞뒤", "{TextBox}상자 글"]);
}

#[test]
fn groups_are_read_in_their_order() {
    let found = format!(
        "<hp:container>{}<hp:container><hp:pic><hc:img binaryItemIDRef='image1'/></hp:pic></hp:container>\
         <hp:line/>{}</hp:container>",
        boxed("하나"),
        boxed("둘")
    );
    let read = File::new().item("image1", "a.png", "1").section(&p(&found)).read();
    assert_eq!(
        lines(&read),
        ["{TextBox}하나", "picture a.png 1 () ()", "{Drawing: }", "{TextBox}둘"]
    );
}

#[test]
fn a_drawing_without_words_is_told() {
    let found = format!(
        "<hp:ellipse href='http://a.kr'>{}<hp:shapeComment>타원입니다.</hp:shapeComment></hp:ellipse>",
        caption("그림 1")
    );
    assert_eq!(body(&p(&found)), ["{Drawing: 타원입니다.}", "그림 1", "{LinkLost: http://a.kr}"]);
}

#[test]
fn an_equation_is_its_script() {
    let found = "<hp:t>식 </hp:t><hp:equation><hp:sz/><hp:script>a over b</hp:script></hp:equation><hp:t>이다</hp:t>";
    assert_eq!(body(&p(found)), ["식 {Equation}a over b이다"]);
}

#[test]
fn word_art_is_its_words() {
    assert_eq!(
        body(&p("<hp:textart text='글맵시'><hp:textartPr/></hp:textart>")),
        ["{WordArt}글맵시"]
    );
}

#[test]
fn what_is_no_text_is_told() {
    let found = p("<hp:ole binaryItemIDRef='ole1'/>") + &p("<hp:video fileIDRef='a'/>");
    assert_eq!(body(&found), ["{Embedded: }", "{Video: }"]);
    let form = "<hp:checkBtn caption='동의함' value='CHECKED'/><hp:edit><hp:text>적은 글</hp:text></hp:edit>\
        <hp:comboBox selectedValue='둘'><hp:listItem displayText='하나'/></hp:comboBox>";
    assert_eq!(body(&p(form)), ["{FormObject: 동의함}{FormObject: 적은 글}{FormObject: 둘 하나}"]);
}

fn list(values: &[&str], many: usize) -> String {
    let point = |(at, value)| format!("<c:pt idx='{at}'><c:v>{value}</c:v></c:pt>");
    let points: String = values.iter().enumerate().map(point).collect();
    format!("<c:strRef><c:strCache><c:ptCount val='{many}'/>{points}</c:strCache></c:strRef>")
}

fn chart(values: &[&str], many: usize) -> Vec<String> {
    let title = |words: &str| {
        format!(
            "<c:title><c:tx><c:rich><a:p><a:r><a:t>{words}</a:t></a:r></a:p></c:rich></c:tx></c:title>"
        )
    };
    let series = format!(
        "<c:ser><c:tx>{}</c:tx><c:cat>{}</c:cat><c:val>{}</c:val></c:ser>",
        list(&["매출"], 1),
        list(&["봄", "여름"], 2),
        list(values, many)
    );
    let all = format!(
        "<c:chart>{}<c:plotArea><c:barChart>{series}</c:barChart><c:valAx>{}</c:valAx></c:plotArea></c:chart>",
        title("계절"),
        title("억 원")
    );
    let section = p(
        "<hp:switch><hp:case hp:required-namespace='http://www.hancom.co.kr/hwpml/2016/ooxmlchart'>\
         <hp:chart chartIDRef='Chart/chart1.xml'/></hp:case><hp:default><hp:ole/></hp:default></hp:switch>",
    );
    lines(
        &File::new()
            .with("Chart/chart1.xml", element("c:chartSpace", &all))
            .section(&section)
            .read(),
    )
}

#[test]
fn a_chart_has_its_numbers() {
    let whole = ["chart 계절 [\"봄\", \"여름\"] [(\"매출\", [1.5, -2.0])]", "{ChartAxis: 억 원}"];
    assert_eq!(chart(&["1.5", "-2"], 2), whole);
}

#[test]
fn a_chart_that_lacks_numbers_is_told_with_its_words() {
    assert_eq!(chart(&["1.5"], 2), ["{Embedded: 계절 억 원 매출 봄 여름 1.5}"]);
    assert_eq!(chart(&["1.5", "x"], 2), ["{Embedded: 계절 억 원 매출 봄 여름 1.5 x}"]);
}
