//! What is said in the desk instead of what is said elsewhere, by code.

use jikji_diagnostic::{Words, words};

words! {
    /// E0218 itself.
    NO_PARTS: "호에 부가 하나도 없습니다", "the number has no parts";
    /// W1702 itself.
    OF_TERMS: "‘{found}’: 이 간행물에서 쓰는 말은 ‘{right}’입니다", "‘{found}’ is ‘{right}’ in this publication";
    /// W1714 itself.
    UNUSED: "‘그대로 둘 말’의 ‘{words}’에 해당하는 것이 이제 없습니다", "“{words}” under “What is let pass” lets nothing pass any more";
    /// W1715 itself.
    SAME: "‘용어 맞추기’의 두 말이 같습니다: {term}", "the two words of one of the publication’s own are the same: {term}";
    /// W1701, W1702.
    RIGHT: "`{right}` 꼴로 고쳐 쓰세요", "write `{right}`";
    /// W1703.
    ONE_WAY: "한쪽으로 맞추세요", "write it one way";
    /// W1704.
    ONCE: "하나를 지우세요", "take one out";
    /// W1705.
    END_IN_NOUN: "끝을 맞추세요: `발표했다.` → `발표` 또는 `발표함`", "make the ends alike";
    /// W1706.
    END_IN_SENTENCE: "끝을 맞추세요: `발표` → `발표했다.`", "make the ends alike";
    /// W1707.
    IN_HANGUL: "`앤스로픽(Anthropic)`처럼 한글 뒤 괄호에 원어를 적으세요", "write it in Hangul with the original in brackets, as `앤스로픽(Anthropic)`";
    /// W1711.
    SOURCE: "출처의 날짜나 웹 주소 칸을 채우세요", "fill in the source’s date or web address";
    /// W1712.
    SHORTEN: "두 줄에 들도록 줄이세요", "cut it to two lines";
    /// W1713.
    FILL: "60%가 넘도록 내용이나 그림을 더하세요", "add text or a picture until it is over 60 %";
    /// W1714.
    TAKE_OUT: "‘그대로 둘 말’에서 그 줄을 지우세요. 띄어쓰기까지 본문과 같아야 합니다", "delete that row under “What is let pass”; it has to be written as in the text, blanks too";
    /// W1715.
    TERM: "두 말을 다르게 적거나 그 줄을 지우세요", "write two words, or delete the row";
    /// W1716.
    WRITE: "안내 글을 지우고 내용을 적으세요", "write what belongs there in its place";
    /// W1716 at a field.
    TO_BE_WRITTEN: "아직 안내 글입니다. 지우고 내용을 적으세요", "a hint still; write what belongs here";
    /// W0276.
    WHOLE: "모자란 것을 채운 뒤 ‘호’의 ‘아직 모자란 것’ 칸을 비우세요", "once it is whole, empty the field “Lacking yet” of the number";
    /// E0380, W0311.
    SIGN: "줄 앞을 `{instead}`로 쓰세요", "begin the line with `{instead}`";
    /// E0381.
    REMARK: "앞에 빈 줄을 두거나, 글머리 사이라면 줄 앞에 `- `를 쓰세요", "leave an empty line before it or, among bullets, begin it with `- `";
    /// E0374.
    CELLS: "`| 칸 | 칸 |` 줄로 쓰고 머리줄 아래에 `|---|---|`를 쓰세요", "write rows as `| cell | cell |` with `|---|---|` under the head";
    /// E0145.
    FILE: "이름이 바뀌었거나 옮겨졌는지 보세요. 파일을 원고와 같은 폴더에 두고 그 이름을 적어도 됩니다", "see whether it was renamed or moved, or put the file into the manifest’s folder and write its name";
    /// E0145 where a picture is chosen.
    CHOOSE_AGAIN: "이름이 바뀌었거나 옮겨졌는지 보세요. 그 칸에서 파일을 다시 골라도 됩니다", "see whether it was renamed or moved, or choose the file again in its field";
    /// E0145 where no picture was chosen yet.
    NO_PICTURE: "아직 그림을 고르지 않았습니다", "no picture was chosen yet";
    /// What is to be done then.
    CHOOSE: "그 칸에서 그림을 고르세요", "choose one in its field";
    /// E0145 where no PDF was named yet.
    NO_PDF: "아직 PDF를 고르지 않았습니다", "no PDF was chosen yet";
    /// What is to be done then.
    NAME_PDF: "PDF를 원고와 같은 폴더에 두고 그 이름을 `ad.pdf`처럼 적으세요", "put it into the manifest’s folder and write its name, as `ad.pdf`";
    /// E0203 itself.
    EMPTY: "{field} 칸이 비어 있습니다", "{field} is empty";
    /// E0203 of a chart.
    NO_CELLS: "차트에 그릴 값이 없습니다", "the chart has no numbers";
    /// E0203 of a chart that has series.
    NO_LABELS: "차트에 항목의 이름이 없습니다", "the chart has no labels";
    /// E0203 of a chart that has labels.
    NO_SERIES: "차트에 값을 적을 계열이 없습니다", "the chart has no series of numbers";
    /// E0203 of a series.
    NO_VALUES: "차트의 한 계열에 값이 없습니다", "a series of the chart has no numbers";
    /// What is to be done then.
    WRITE_VALUES: "표에서 그 계열 아래의 칸마다 값을 적으세요", "write a number into each cell below that series";
    /// E0203 of a series that has numbers.
    NO_NAME: "차트의 한 계열에 이름이 없습니다", "a series of the chart has no name";
    /// What is to be done then.
    WRITE_NAME: "표의 맨 위 칸에 계열의 이름을 적으세요", "write its name into the cell above its numbers";
    /// What is to be done without numbers or labels.
    ADD_CELLS: "‘항목 더하기’를 누르고 칸에 이름과 값을 적으세요. 엑셀이나 한글의 표는 첫 칸에 붙여 넣습니다", "click “Add a label” and write its name and number into the cells; a table of a spreadsheet is pasted into the first";
    /// What is to be done where labels are there.
    ADD_SERIES: "‘계열 더하기’를 누르고 항목마다 값을 적으세요", "click “Add a series” and write a number for each label";
    /// E0203.
    FILL_IN: "꼭 있어야 하는 칸입니다. 그 칸을 채우세요", "it has to be there: fill it in";
    /// E0227.
    NOT_NEGATIVE: "0 이상의 수를 적거나 ‘차트 종류’를 가로 막대나 세로 막대로 바꾸세요. 그 막대는 0의 양쪽으로 뻗습니다", "parts of a whole cannot be: write zero or more, or choose bars or columns as “Kind of chart”, which run to both sides of zero";
    /// E0280.
    ONE_FORM: "차트를 ‘지우기’로 지우고 값을 다시 넣거나, 원고 파일에서 한쪽을 지우세요", "delete the chart with “Delete” and put its numbers in again, or take one of the two out of the manifest’s file";
    /// E0282 itself.
    ONE_BAR: "띠 하나에는 계열을 하나만 그립니다", "one divided bar shows one series";
    /// E0282.
    ONE_SERIES: "계열을 하나만 남기거나 ‘차트 종류’를 쌓은 가로 막대로 바꾸세요", "keep one series, or choose stacked bars as “Kind of chart”";
    /// E0283 itself.
    LENGTHS: "이 계열은 값이 {count}개이고 항목은 {points}개입니다", "this series has {count:value|values}, and there are {points} labels";
    /// E0283.
    SAME_LENGTH: "수를 맞추세요. 값이 없는 항목은 다른 계열에서도 빼세요", "make them equal; a label without a value is taken out of the other series too";
    /// E0284.
    CELLS_AGAIN: "엑셀에서 표를 복사해 그대로 붙여 넣으세요", "paste the table as it is copied from a spreadsheet";
    /// E0285.
    ROWS_AGAIN: "엑셀에서 줄마다 칸 수를 맞춘 표를 복사해 다시 붙여 넣으세요", "make all rows as long as the first in the spreadsheet, copy the table and paste it again";
    /// E0234 itself.
    FILE_NAME: "파일 이름의 앞부분에 쓸 수 없는 글자가 있습니다: {found}", "the base of file names has characters it cannot have: {found}";
    /// E0247 itself.
    FILE_NAME_LONG: "파일 이름의 앞부분이 {count}자입니다. {most}자까지 쓸 수 있습니다", "the base of file names has {count} characters; the most is {most}";
    /// E0436 itself.
    FULL_AND_WIDE: "본문 폭 전체에 놓을 그림의 너비를 따로 정했습니다", "a picture over the full measure has a width of its own";
    /// E0436.
    WIDTH_OR_PLACE: "너비와 자리 가운데 하나를 빼세요", "take out its width or its place";
    /// E0437.
    NO_ROOM_BESIDE: "너비를 {most} 이하로 줄이거나 자리를 빼세요", "make it {most} wide or less, or take out its place";
    /// E0438.
    TWO_BESIDE: "너비와 자리를 빼세요. 두 그림은 높이를 맞추어 본문 폭에 나란히 놓입니다", "take out width and place: the two stand side by side, of one height";
    /// E0439.
    TOO_HIGH: "너비를 {most} 이하로 줄이거나 따로 정하지 마세요", "make it {most} wide or less, or take out its width";
    /// E0440.
    NO_FULL_PAGE: "광고는 재단 크기(TrimBox)와 도련이 있는 PDF로 받으세요. 그림은 글의 ‘그림’ 칸에 넣으세요", "ask for a PDF with a trim size (TrimBox) and bleed; a picture goes into the field “Picture” of an entry";
    /// E0444.
    PAGE_THERE: "‘PDF의 쪽 번호’를 1부터 {pages}까지로 적거나 비우세요. 비우면 1쪽입니다", "write 1 to {pages} as “the page of the PDF”, or empty it for the first";
    /// E0448.
    NO_PAGE: "‘PDF의 쪽 번호’를 비우세요", "empty “the page of the PDF”";
    /// E0706.
    TRIM: "판형은 레이아웃이 정합니다. ‘판형’을 비우거나, 이 판형의 레이아웃을 만들어 달라고 하세요", "the layout sets it: empty “trim”, or ask its designer for a layout of this size";
    /// E0719.
    NO_BLEED: "레이아웃이 인쇄판에서 도련을 더하지 않습니다. 레이아웃을 만든 사람에게 알리세요. 화면용은 그대로 만들 수 있습니다", "the layout adds no bleed in the print edition: tell its designer; the screen edition can be made";
    /// E0724 itself.
    INKS: "찍을 잉크에는 하나나, 먹(`K`)과 다른 하나를 적습니다", "the inks are one, or black (`K`) and one other";
    /// E0724.
    INKS_AS: "1도는 `K`나 `PANTONE 286 C`, 2도는 `K`와 `PANTONE 286 C`나 `K`와 `M`처럼 적습니다. 먹 없는 2도와 3도는 만들지 않습니다. 4도로 찍으면 모두 지우세요", "one is `K` or `PANTONE 286 C`, two are `K` and `PANTONE 286 C` or `K` and `M`; nothing is made of two without black or of three. Delete them all for four colours";
    /// W0295 itself.
    NO_INKS: "찍을 잉크가 비어 있어서 4도로 만듭니다", "no ink is named, so it is printed in four colours";
    /// W0295.
    NO_INKS_AS: "4도면 그대로 두고, 먹 1도면 찍을 잉크에 `K`를 적으세요", "leave it for four colours; for black alone write `K` as the one ink";
    /// W0740.
    PLATE_LACKS: "재단 크기로 그린 SVG나 PDF를 원고와 같은 폴더에 두고 후가공 판을 하나 더하세요. 인쇄소에 따로 보내면 그대로 두어도 됩니다", "put an SVG or a PDF of the trimmed size into the manifest’s folder and add a plate for the finishing; leave it if the shop gets the art another way";
    /// W0741.
    SPOT_UNUSED: "먹과 이 별색의 2도면 찍을 잉크에 `K`와 이 별색을 적으세요. 4도에 더하는 별색이면 레이아웃을 만든 사람에게 넣어 달라고 하고, 쓰지 않으면 지우세요", "for two colours write `K` and this one as the inks; beside four colours ask the layout’s designer to add it; delete it if it is not meant";
    /// E1310.
    CONDITION_AWAY: "{from}에서 {file:을} 받아 원고와 같은 폴더에 두고 그 이름을 인쇄 조건에 적으세요. 인쇄소 설정에서는 그 줄을 지워 달라고 하세요", "get {file} at {from}, put it into the manifest’s folder and write its name as the printing condition; ask for a shop profile without that line";
    /// E0725.
    KNOWN_SPOT: "있는 별색의 이름을 적거나, 레이아웃을 만든 사람에게 이 별색을 넣어 달라고 하세요", "write the name of one there is, or ask the layout’s designer to add this one";
    /// E0728.
    PLATE_PAGE: "‘놓을 쪽’에 표지, 뒤표지나 인쇄판의 쪽 번호를 적으세요", "write the cover, the back cover or a page of the print edition as “Page”";
    /// E0730 itself.
    PLATE_KIND: "{name} 판의 종류가 {kind}인데 다른 데서(별색, 레이아웃, 인쇄소 설정) {other:이라}고 적었습니다", "the plate {name} is {kind} here and {other} elsewhere (spot colours, layout, shop profile)";
    /// E0730.
    PLATE_ALIKE: "후가공 판 하나에는 한 가지만 둡니다. 판의 이름을 달리하거나 종류를 맞추세요", "a plate is for one thing: give it another name, or make them alike";
    /// E0743.
    PLATE_ONE_SPOT: "판으로 만들 별색 하나를 그 판의 별색 칸에 적으세요. 여러 판이면 판을 하나씩 더 더합니다", "fill in the one spot ink that this plate is made of; for several plates add one for each";
    /// E0745.
    PLATE_SPOT_NAME: "파일에 있는 이름을 글자 그대로 적거나 별색 칸을 비우세요", "write a name as the file has it, letter by letter, or leave the spot ink empty";
    /// E0731 itself.
    PLATE_NO_INK: "{name:은} 후가공 판이라서 찍을 잉크에 적을 수 없습니다", "{name} is a plate for the finishing and none of the inks";
    /// E0731.
    INKS_ALONE: "찍을 잉크에는 먹과 별색만 적습니다. 후가공 판은 적지 않아도 그대로 나갑니다", "inks are black and spot colours; plates for the finishing go out without being named";
    /// E0733.
    BLEED: "‘도련’을 비우면 설정대로 {wanted}mm로 만듭니다. 인쇄소가 {bleed}mm로 좋다고 하면 설정 파일을 고쳐 달라고 하세요", "empty “bleed” for {wanted} mm as the profile says; if the shop takes {bleed} mm, ask for another profile";
    /// E0735.
    TRIM_TAKEN: "이 판형을 받는지 인쇄소에 묻고, 받으면 설정 파일에 더해 달라고 하거나 판형이 맞는 레이아웃을 쓰세요", "ask the shop; if it takes this size, have it added to the profile, or use a layout of another size";
    /// W0709.
    WEIGHT: "`모조지 100g`처럼 종류와 평량을 함께 적거나, ‘책등 너비’에 인쇄소가 잰 너비를 `12.4mm`처럼 적으세요", "write kind and weight, as `모조지 100g`, or the width that the shop measured as “width of the spine, as the shop measured it”, as `12.4mm`";
    /// W0710.
    SPINE: "인쇄소에 확인한 너비를 ‘책등 너비’에 `12.4mm`처럼 적으세요", "ask the shop and write it as “width of the spine, as the shop measured it”, as `12.4mm`";
    /// W0726 itself.
    NO_SPINE: "중철에는 책등이 없어서 책등 너비를 쓰지 않았습니다", "a stitched number has no spine, so its width was not used";
    /// W0726.
    BIND: "무선으로 묶으면 ‘제본’을 무선으로 고르고, 중철이면 ‘책등 너비’를 비우세요", "choose perfect binding as “Binding”, or empty “width of the spine, as the shop measured it”";
    /// W0734.
    CONDITION: "인쇄소의 조건으로 만들려면 ‘출력 프로파일 이름이나 ICC 파일’을 비우세요. 이 조건이 맞으면 다른 인쇄소 설정을 쓰세요", "empty “name of an output profile, or an ICC file” for the shop’s; if this one is right, use another shop profile";
    /// E1301.
    SHOP: "{known} 가운데 하나를 적으세요. 인쇄소가 준 설정 파일이 있으면 원고와 같은 폴더에 두고 그 이름을 적으세요", "write one of {known}, or put the profile that the shop gave you into the manifest’s folder and write its name";
    /// E1306.
    RULE: "검사 코드를 `P0702`처럼 적으세요", "write a code of a check, as `P0702`";
    /// E1308.
    STANDARD: "인쇄소가 PDF/X-4를 받으면 설정 파일의 규격을 고쳐 달라고 하세요. 받지 않으면 ‘인쇄소 설정 이름이나 파일’을 비우고 만든 파일을 인쇄소에서 바꾸게 하세요", "if the shop takes PDF/X-4, have the profile say so; if not, empty “name of a shop profile, or its file” and have the shop convert what is made";
    /// E1205.
    SAVE_AS: "원래 프로그램에서 HWPX나 DOCX, 텍스트(.txt)로 저장하세요. PDF만 있으면 글을 복사해 본문에 붙여 넣으세요", "save it from its program as HWPX, DOCX or plain text (.txt); out of a PDF alone copy the text and paste it";
    /// E0101, E0102, E0153.
    MANIFEST: "원고 파일이 이름이 바뀌었거나 옮겨졌는지 보세요. 이름을 되돌리면 그대로 이어집니다", "see whether the manifest was renamed or moved; once it is back, the desk goes on";
    /// E0216, E0272.
    MONTHS: "월 칸에 5처럼 적으세요. 5·6월호는 5, 6으로 적습니다", "write the month as 5, a combined number as 5, 6";
    /// E0218 to E0220.
    ADD: "왼쪽의 ‘더하기’로 부, 절, 글을 더하거나 빈 것을 지우세요", "add a part, a section or an entry with “Add” on the left, or delete what is empty";
    /// E0711.
    PAPERS: "‘인쇄’에서 표지와 내지의 종이를 적으세요", "fill in the paper of cover and inside under “Print”";
    /// E0712.
    ONE_FILE: "‘인쇄’에서 표지와 내지를 나누는 칸을 끄세요", "turn off cover and inside as two files under “Print”";
    /// W0608.
    FONT: "글꼴 파일을 원고 옆 fonts 폴더에 넣거나 {where}의 글꼴 이름을 고치세요", "put the font into the folder fonts beside the manifest, or mend the name in {where}";
}

/// Of which codes something else is said than elsewhere.
pub const SAYS: &[(&str, Words)] = &[
    ("E0203", EMPTY),
    ("E0218", NO_PARTS),
    ("W0295", NO_INKS),
    ("E0234", FILE_NAME),
    ("E0247", FILE_NAME_LONG),
    ("E0282", ONE_BAR),
    ("E0283", LENGTHS),
    ("E0436", FULL_AND_WIDE),
    ("E0724", INKS),
    ("E0730", PLATE_KIND),
    ("E0731", PLATE_NO_INK),
    ("W0726", NO_SPINE),
    ("W1702", OF_TERMS),
    ("W1714", UNUSED),
    ("W1715", SAME),
];

/// Of which codes something else is to be done than elsewhere.
pub const WAYS: &[(&[&str], Words)] = &[
    (&["W1701", "W1702"], RIGHT),
    (&["W1703"], ONE_WAY),
    (&["W1704"], ONCE),
    (&["W1705"], END_IN_NOUN),
    (&["W1706"], END_IN_SENTENCE),
    (&["W1707"], IN_HANGUL),
    (&["W1711"], SOURCE),
    (&["W1712"], SHORTEN),
    (&["W1713"], FILL),
    (&["W1714"], TAKE_OUT),
    (&["W1715"], TERM),
    (&["W1716"], WRITE),
    (&["W0276"], WHOLE),
    (&["E0380", "W0311"], SIGN),
    (&["E0381"], REMARK),
    (&["E0374"], CELLS),
    (&["E0145"], FILE),
    (&["E0203"], FILL_IN),
    (&["E0227"], NOT_NEGATIVE),
    (&["E0280"], ONE_FORM),
    (&["E0282"], ONE_SERIES),
    (&["E0283"], SAME_LENGTH),
    (&["E0284"], CELLS_AGAIN),
    (&["E0285"], ROWS_AGAIN),
    (&["E0436"], WIDTH_OR_PLACE),
    (&["E0437"], NO_ROOM_BESIDE),
    (&["E0438"], TWO_BESIDE),
    (&["E0439"], TOO_HIGH),
    (&["E0440"], NO_FULL_PAGE),
    (&["E0444"], PAGE_THERE),
    (&["E0448"], NO_PAGE),
    (&["E0706"], TRIM),
    (&["E0719"], NO_BLEED),
    (&["E0724"], INKS_AS),
    (&["W0295"], NO_INKS_AS),
    (&["W0740"], PLATE_LACKS),
    (&["W0741"], SPOT_UNUSED),
    (&["E1310"], CONDITION_AWAY),
    (&["E0725"], KNOWN_SPOT),
    (&["E0728"], PLATE_PAGE),
    (&["E0730"], PLATE_ALIKE),
    (&["E0743"], PLATE_ONE_SPOT),
    (&["E0745"], PLATE_SPOT_NAME),
    (&["E0731"], INKS_ALONE),
    (&["E0733"], BLEED),
    (&["E0735"], TRIM_TAKEN),
    (&["W0709"], WEIGHT),
    (&["W0710"], SPINE),
    (&["W0726"], BIND),
    (&["W0734"], CONDITION),
    (&["E1205"], SAVE_AS),
    (&["E1301"], SHOP),
    (&["E1306"], RULE),
    (&["E1308"], STANDARD),
    (&["E0101", "E0102", "E0153"], MANIFEST),
    (&["E0216", "E0272"], MONTHS),
    (&["E0218", "E0219", "E0220"], ADD),
    (&["E0711"], PAPERS),
    (&["E0712"], ONE_FILE),
    (&["W0608"], FONT),
];

/// What is said of a finding otherwise than elsewhere.
pub fn says(code: &str) -> Option<Words> {
    SAYS.iter().find(|(own, _)| *own == code).map(|(_, words)| *words)
}

/// What is to be done otherwise than elsewhere.
pub fn way(code: &str) -> Option<Words> {
    WAYS.iter().find(|(own, _)| own.contains(&code)).map(|(_, words)| *words)
}
