//! What fuzzing begins with: the parts of files that have some of everything, and pieces that mean something to them.

use crate::manuscript::{BETWEEN, hwp};

/// The parts of sound files of a format.
pub fn seeds(format: &str) -> Vec<Vec<u8>> {
    let joined = |parts: &[&str]| {
        parts.join(&char::from(BETWEEN).to_string()).replace("\n", "").into_bytes()
    };
    match format {
        "hwpx" => vec![
            joined(&[HWPX, HWPX_HEADER, "", CHART, MASTER]),
            joined(&[HWPX_OTHER, HWPX_HEADER, HWPX]),
        ],
        "docx" => vec![
            joined(&[DOCX, STYLES, NUMBERING, NOTES, COMMENTS, DOCX_HEADER, CHART, DIAGRAM]),
            joined(&[DOCX_OTHER, STYLES, NUMBERING, NOTES]),
        ],
        _ => vec![of_hwp(&looks(), &section()), of_hwp(&[], &hwp::paragraph("가{9}나"))],
    }
}

const HWPX: &str = "
<hp:p styleIDRef='1'><hp:run charPrIDRef='1'><hp:secPr outlineShapeIDRef='1'><hp:masterPage idRef='master'/></hp:secPr>
<hp:t>안개 예보<hp:tab/>하나<hp:lineBreak/>둘<hp:nbSpace/></hp:t></hp:run></hp:p>
<hp:p paraPrIDRef='1'><hp:run><hp:t>배경</hp:t></hp:run></hp:p>
<hp:p paraPrIDRef='2'><hp:run charPrIDRef='1'><hp:t>관측소</hp:t><hp:ctrl><hp:footNote><hp:subList><hp:p><hp:run>
<hp:ctrl><hp:autoNum num='1' numType='FOOTNOTE'/></hp:ctrl><hp:t> 주석</hp:t></hp:run></hp:p></hp:subList></hp:footNote></hp:ctrl></hp:run></hp:p>
<hp:p paraPrIDRef='3'><hp:run><hp:t>가<hp:deleteBegin/>지움<hp:deleteEnd paraend='1'/></hp:t></hp:run></hp:p>
<hp:p><hp:run><hp:t>나<hp:insertBegin/>더함<hp:insertEnd/></hp:t></hp:run></hp:p>
<hp:p><hp:run><hp:tbl rowCnt='2' colCnt='2'><hp:caption><hp:subList><hp:p><hp:run><hp:t>표 1</hp:t></hp:run></hp:p></hp:subList></hp:caption>
<hp:tr><hp:tc><hp:cellAddr colAddr='0' rowAddr='0'/><hp:cellSpan colSpan='2' rowSpan='1'/><hp:subList><hp:p><hp:run><hp:t>칸</hp:t></hp:run></hp:p></hp:subList></hp:tc></hp:tr>
<hp:tr><hp:tc><hp:cellAddr colAddr='1' rowAddr='1'/><hp:subList><hp:p/><hp:p><hp:run><hp:t>안</hp:t></hp:run></hp:p></hp:subList></hp:tc></hp:tr></hp:tbl></hp:run></hp:p>
<hp:p><hp:run><hp:pic href='x'><hp:caption><hp:p><hp:run><hp:t>그림</hp:t></hp:run></hp:p></hp:caption><hc:img binaryItemIDRef='image'/><hp:shapeComment>설명</hp:shapeComment></hp:pic></hp:run></hp:p>
<hp:p><hp:run><hp:chart chartIDRef='chart'/></hp:run></hp:p>
<hp:p><hp:run><hp:t>☞ 출처: 기상청, 안개 보고서, 2024.3.1.</hp:t></hp:run></hp:p>";

const HWPX_OTHER: &str = "
<hp:p><hp:run><hp:ctrl><hp:fieldBegin id='1' type='HYPERLINK'><hp:parameters><hp:stringParam name='Command'>https\\://a.kr;1;</hp:stringParam></hp:parameters></hp:fieldBegin></hp:ctrl>
<hp:t>글</hp:t><hp:ctrl><hp:fieldEnd beginIDRef='1'/></hp:ctrl><hp:ctrl><hp:fieldBegin id='2' type='MEMO'><hp:subList><hp:p><hp:run><hp:t>메모</hp:t></hp:run></hp:p></hp:subList></hp:fieldBegin></hp:ctrl></hp:run></hp:p>
<hp:p><hp:run><hp:ctrl><hp:header><hp:subList><hp:p><hp:run><hp:t>머리말</hp:t></hp:run></hp:p></hp:subList></hp:header></hp:ctrl></hp:run></hp:p>
<hp:p><hp:run><hp:rect><hp:drawText><hp:subList><hp:p><hp:run><hp:t>- 글상자</hp:t></hp:run></hp:p></hp:subList></hp:drawText></hp:rect><hp:container><hp:rect/><hp:pic/></hp:container></hp:run></hp:p>
<hp:p><hp:run><hp:switch><hp:case hp:required-namespace='http://www.hancom.co.kr/hwpml/2016/ooxmlchart'><hp:chart chartIDRef='chart'/></hp:case><hp:default><hp:ole/></hp:default></hp:switch></hp:run></hp:p>
<hp:p><hp:run><hp:equation><hp:script>a over b</hp:script></hp:equation><hp:textart text='글맵시'/><hp:compose composeText='1'/><hp:dutmal><hp:mainText>가</hp:mainText><hp:subText>나</hp:subText></hp:dutmal><hp:new>새</hp:new></hp:run></hp:p>
<hp:p><hp:run><hp:t>KEY Contents</hp:t></hp:run></hp:p><hp:p><hp:run><hp:t>- 핵심</hp:t></hp:run></hp:p>
<hp:p><hp:run><hp:t>□ 하나*</hp:t></hp:run></hp:p><hp:p><hp:run><hp:t>  ○ 둘</hp:t></hp:run></hp:p><hp:p><hp:run><hp:t>* 별표 주</hp:t></hp:run></hp:p>";

const HWPX_HEADER: &str = "
<hh:charProperties><hh:charPr id='0' height='1000'/><hh:charPr id='1' height='1600'><hh:bold/><hh:italic/></hh:charPr></hh:charProperties>
<hh:paraProperties><hh:paraPr id='1'><hh:heading type='OUTLINE' idRef='0' level='0'/></hh:paraPr><hh:paraPr id='2'><hh:heading type='NUMBER' idRef='1' level='1'/><hh:margin><hc:left value='2000' unit='HWPUNIT'/><hc:intent value='-500'/></hh:margin></hh:paraPr>
<hh:paraPr id='3'><hh:heading type='BULLET' idRef='1' level='0'/></hh:paraPr></hh:paraProperties>
<hh:numberings><hh:numbering id='1'><hh:paraHead level='1' start='1' numFormat='ROMAN_CAPITAL'>^1.</hh:paraHead><hh:paraHead level='2' start='3' numFormat='HANGUL_SYLLABLE'>^1-^2)</hh:paraHead></hh:numbering></hh:numberings>
<hh:bullets><hh:bullet id='1' char='\u{f06e}' checkedChar='x'/></hh:bullets>
<hh:styles><hh:style id='1' type='PARA' name='제목' engName='Title'/><hh:style id='2' type='PARA' name='개요 2'/></hh:styles>";

const MASTER: &str = "<hp:subList><hp:p><hp:run><hp:t>바탕쪽</hp:t></hp:run></hp:p></hp:subList>";

const CHART: &str = "
<c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>매출</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart><c:ser><c:tx><c:v>가</c:v></c:tx>
<c:cat><c:strCache><c:ptCount val='2'/><c:pt idx='0'><c:v>봄</c:v></c:pt><c:pt idx='1'><c:v>여름</c:v></c:pt></c:strCache></c:cat>
<c:val><c:numCache><c:ptCount val='2'/><c:pt idx='0'><c:v>1.5</c:v></c:pt><c:pt idx='1'><c:v>2e3</c:v></c:pt></c:numCache></c:val></c:ser></c:barChart></c:plotArea></c:chart>";

const DOCX: &str = "
<w:p><w:pPr><w:pStyle w:val='a'/></w:pPr><w:r><w:t>안개 예보</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val='1'/></w:pPr><w:r><w:t>배경</w:t><w:tab/><w:t>뒤</w:t><w:br/><w:sym w:font='Wingdings' w:char='F06E'/></w:r></w:p>
<w:p><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr><w:ind w:left='720' w:hanging='360'/></w:pPr><w:r><w:rPr><w:b/><w:i/><w:sz w:val='24'/></w:rPr><w:t xml:space='preserve'>관측소 </w:t></w:r><w:r><w:footnoteReference w:id='1'/></w:r><w:r><w:commentReference w:id='1'/></w:r></w:p>
<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>지움</w:delText></w:r></w:del><w:ins><w:r><w:t>더함</w:t></w:r></w:ins></w:p>
<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/><w:vMerge w:val='restart'/></w:tcPr><w:p><w:r><w:t>칸</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr><w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>안</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:r><w:drawing><wp:inline><wp:docPr id='1' descr='설명'/><a:graphic><a:graphicData><pic:pic><pic:nvPicPr><pic:cNvPr id='1'/></pic:nvPicPr><pic:blipFill><a:blip r:embed='image'/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>
<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><c:chart r:id='chart'/><dgm:relIds r:dm='diagramData'/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>
<w:p><w:r><w:t>☞ 출처: 기상청, 안개 보고서, 2024.3.1.</w:t></w:r></w:p>";

const DOCX_OTHER: &str = "
<w:p><w:r><w:t>KEY Contents</w:t></w:r></w:p><w:p><w:r><w:t>- 핵심</w:t></w:r></w:p>
<w:p><w:hyperlink r:id='link' w:anchor='b'><w:r><w:t>누리집</w:t></w:r></w:hyperlink><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>HYPERLINK \"https://a.kr\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>글</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>
<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>채움</w:t></w:r></w:p></w:sdtContent></w:sdt>
<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>글상자</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape alt='x'><v:imagedata r:id='image'/><v:textpath string='글'/></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>
<w:p><m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f><m:sSup><m:e/><m:sup/></m:sSup></m:oMath><w:ruby><w:rt><w:r><w:t>나</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>가</w:t></w:r></w:rubyBase></w:ruby></w:p>
<w:p><w:pPr><w:framePr w:dropCap='drop'/></w:pPr><w:r><w:t>큰</w:t></w:r></w:p><w:p><w:r><w:t>글*</w:t><w:br w:type='page'/></w:r></w:p><w:p><w:r><w:t>* 별표 주</w:t></w:r></w:p><w:x><w:p/></w:x>";

const STYLES: &str = "
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='20'/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type='paragraph' w:styleId='a'><w:name w:val='Title'/></w:style>
<w:style w:type='paragraph' w:styleId='1'><w:name w:val='heading 1'/><w:basedOn w:val='a'/><w:pPr><w:outlineLvl w:val='0'/><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>";

const NUMBERING: &str = "
<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl><w:lvl w:ilvl='1'><w:numFmt w:val='ganada'/><w:lvlText w:val='%1-%2)'/></w:lvl></w:abstractNum>
<w:num w:numId='1'><w:abstractNumId w:val='1'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>";

const NOTES: &str = "<w:footnote w:type='separator' w:id='0'><w:p/></w:footnote><w:footnote w:id='1'><w:p><w:r><w:footnoteRef/><w:t> 주석</w:t></w:r></w:p></w:footnote>";
const COMMENTS: &str = "<w:comment w:id='1'><w:p><w:r><w:t>메모</w:t></w:r></w:p></w:comment>";
const DOCX_HEADER: &str = "<w:p><w:r><w:t>머리말</w:t></w:r></w:p>";
const DIAGRAM: &str = "<dgm:pt><dgm:t><a:p><a:r><a:t>하나</a:t></a:r></a:p></dgm:t></dgm:pt>";

/// Pieces that mean something to XML, to the formats, or to what becomes of them.
#[rustfmt::skip]
pub const PIECES: [&str; 60] = [
    "<", ">", "/>", "</", "'", "&lt;", "&#x2060;", "&#0;", "<![CDATA[", "]]>", "<!--", "-->", "<!DOCTYPE a>", "xmlns='a'",
    "<hp:p/>", "<hp:p>", "</hp:p>", "<hp:run>", "<hp:t>", "</hp:t>", "<hp:deleteBegin/>", "<hp:deleteEnd/>", "<hp:tbl>",
    "<hp:ctrl><hp:fieldBegin id='1' type='HYPERLINK'/></hp:ctrl>", "<hp:fieldEnd beginIDRef='1'/>", "<hp:footNote/>",
    "<w:p/>", "<w:p>", "</w:p>", "<w:r>", "<w:t>", "</w:t>", "<w:br/>", "<w:vMerge/>", "<w:gridSpan w:val='4000000000'/>",
    "<w:fldChar w:fldCharType='begin'/>", "<w:fldChar w:fldCharType='end'/>", "<w:footnoteReference w:id='1'/>", "<w:tbl/>",
    "='1'", "='4294967295'", "='-1'", "='99999999999999999999'", "^1^2^3^4^5^6^7^8^9^n", "%1%2%3", "\u{f06e}", "\u{302e}",
    "\u{1112}\u{119e}\u{11ab}", "\u{202e}", "\u{fffe}", "*", "**", "□ ", "- ", "1. ", "① ", "[^1]", "| a |", "<br>", "☞ 출처: ",
];

fn of_hwp(info: &[u8], section: &[u8]) -> Vec<u8> {
    [&(info.len() as u16).to_le_bytes()[..], info, section].concat()
}

/// Shapes of letters and paragraphs, a numbering, a bullet, styles, a file that is kept.
fn looks() -> Vec<u8> {
    let letters = [&[0; 42][..], &1600_u32.to_le_bytes(), &3_u32.to_le_bytes(), &[0; 22]].concat();
    let head = |kind: u32, level: u32| {
        let mut data = [0; 58];
        data[..4].copy_from_slice(&(kind << 23 | level << 25).to_le_bytes());
        data[4..8].copy_from_slice(&2000_i32.to_le_bytes());
        data[30] = 1;
        hwp::record(25, 1, &data)
    };
    let level = [&[0; 12][..], &hwp::counted("^1-^2)")].concat();
    let numbering = [level.repeat(7), vec![1; 30]].concat();
    let bullet = [&[0; 12][..], &0xf06e_u16.to_le_bytes(), &[0; 10]].concat();
    let style = |name: &str, english: &str| {
        let data = [hwp::counted(name), hwp::counted(english), vec![0; 8]].concat();
        hwp::record(hwp::tag::STYLE, 1, &data)
    };
    let kept = [&[1, 0, 1, 0][..], &hwp::counted("bmp")].concat();
    [
        hwp::record(hwp::tag::BIN_DATA, 1, &kept),
        hwp::record(21, 1, &[0; 72]),
        hwp::record(21, 1, &letters),
        hwp::record(23, 1, &numbering),
        hwp::record(24, 1, &bullet),
        head(0, 0),
        head(1, 0),
        head(2, 1),
        head(3, 0),
        style("바탕글", "Normal"),
        style("제목", "Title"),
    ]
    .concat()
}

fn section() -> Vec<u8> {
    use hwp::{control, counted, holding, list, paragraph, record, shaped, tag};
    let note = control("fn  ", &[], &[list(&[], &["각주"])]);
    let cell = |place: [u16; 4], text: &str| {
        list(&[&place.map(u16::to_le_bytes).concat()[..], &[0; 18]].concat(), &[text])
    };
    let size = [&[0; 4][..], &2_u16.to_le_bytes(), &[0; 14]].concat();
    let cells = [cell([0, 0, 2, 1], "칸"), cell([0, 1, 1, 1], "가"), cell([1, 1, 1, 1], "나")];
    let table = [record(tag::TABLE, 2, &size), cells.concat()];
    let table = control("tbl ", &[0; 44], &table);
    let link = [&[0; 5][..], &counted("http\\://a.kr;")].concat();
    let link = control("%hlk", &link, &[]);
    let picture = record(tag::PICTURE, 3, &[&[0; 71][..], &[1, 0], &[0; 8]].concat());
    let object = |within: &[u8]| {
        let shape = [record(tag::SHAPE, 2, &[0; 8]), within.to_vec()].concat();
        control("gso ", &[&[0; 40][..], &counted("설명")].concat(), &[shape])
    };
    let boxed = [record(tag::LIST, 3, &[0; 20]), shaped(3, 0, 0, "- 글상자", &[])].concat();
    let ole = record(84, 3, &[&[0; 12][..], &[1, 0], &[0; 12]].concat());
    let ranges =
        record(70, 1, &[0_u32, 2, 17 << 24, 3, 5, 16 << 24].map(u32::to_le_bytes).concat());
    let letters = record(68, 1, &[0_u32, 0, 2, 1].map(u32::to_le_bytes).concat());
    let outline = control("secd", &[&[0; 14][..], &[1, 0], &[0; 18]].concat(), &[]);
    let all = [outline, note, table, link, object(&picture), object(&boxed), object(&ole)];
    let line =
        "{2 secd}가나다{17 fn  }{11 tbl }{3 %hlk}라{4 %hlk}{11 gso }{11 gso }{11 gso }{10}{9}{30}";
    [
        shaped(0, 0, 1, "안개 예보", &[]),
        shaped(0, 1, 0, "배경", &[]),
        shaped(0, 2, 0, "하나", &[]),
        holding(line, &[&[letters, ranges][..], &all].concat()),
        paragraph("☞ 출처: 기상청, 안개 보고서, 2024.3.1."),
    ]
    .concat()
}
