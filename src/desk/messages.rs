//! What the desk says of what happens, in Korean and English; what stands on its page is in `captions`.

use jikji_diagnostic::words;

words! {
    /// Pages are being drawn.
    DRAWING: "쪽을 그리는", "drawing the pages";
    /// Nothing may be written.
    READ_ONLY: "읽기 전용으로 열어 고칠 수 없습니다", "opened for reading only";
    /// A text is not there any more.
    TEXT_GONE: "이 글이 원고에서 없어졌습니다", "this text is no longer in the manifest";
    /// A text was changed by somebody else.
    CONFLICT: "그사이에 다른 곳에서 이 글을 고쳤습니다", "this text was changed elsewhere in the meantime";
    /// The manifest cannot be read.
    UNREADABLE: "원고의 표기에 오류가 있어 고칠 수 없습니다. 찾은 것부터 고치세요", "the manifest has an error of notation; mend what was found first";
    /// Nothing was written that could be taken back.
    NOTHING_BACK: "되돌릴 것이 없습니다", "there is nothing to undo";
    /// Nothing was taken back that could be written again.
    NOTHING_AGAIN: "다시 할 것이 없습니다", "there is nothing to redo";
    /// What is to be changed is not the number that is edited now.
    OTHER_NUMBER: "다른 창에서 다른 호를 열었습니다. 이 창의 호는 여기서 더 고칠 수 없습니다", "another window opened another number; this one cannot be edited here any more";
    /// Nothing was written in this number that could be taken back, but something in the number before.
    NOTHING_SINCE: "이 호로 옮겨 온 뒤에는 되돌릴 것이 없습니다. 앞의 호에서 고친 것은 그 호를 열고 ‘지난 상태’에서 되돌리세요", "there is nothing to undo since this number was opened; what was changed in the number before can be brought back there, under Earlier states";
    /// The file is another than was written here.
    CHANGED_SINCE: "그 뒤에 다른 곳에서 파일을 고쳐 되돌리지 않았습니다", "not undone, since the file was changed elsewhere after that";
    /// The file is no picture.
    NO_PICTURE: "PNG, JPEG, GIF, WebP, SVG 그림 파일만 40 MB까지 넣을 수 있습니다", "only pictures can be added: PNG, JPEG, GIF, WebP, SVG, up to 40 MB";
    /// A picture came where manuscripts do.
    PICTURE_ELSEWHERE: "그림은 글 목록에 넣을 수 없습니다. 글을 열고 ‘그림’ 칸에 놓으세요", "a picture is no manuscript: open an entry and drop it on the field “Picture”";
    /// A manuscript became an entry.
    TAKEN: "‘{title}’ 글로 넣었습니다. 물음 {count}개", "added as “{title}”, with {count:question|questions}";
    /// What becomes of a question about a manuscript.
    ASKED_HELP: "필자의 원고에 대해 묻는 것입니다. 살펴보았으면 ‘확인함’을 누르세요", "asked about the author's manuscript; click Settled once you have seen to it";
    /// A question about a manuscript is settled.
    SETTLED: "확인했습니다", "Settled";
    /// A manuscript is in the number.
    TAKEN_BEFORE: "이미 있는 글이라 넣지 않았습니다: ‘{title}’", "“{title}” is there already and was not added";
    /// Which month.
    MONTH: "월. 합호는 5, 6", "Month; 5, 6 for a combined number";
    /// What a number lacks.
    UNFINISHED: "아직 모자란 것. 적어 두면 이 호가 덜 되었다고 알리고, 비우면 알리지 않습니다", "Lacking yet. As long as something is written here, the number is told to be unfinished";
    /// What is switched on.
    YES: "예", "yes";
    /// What is switched off.
    NO: "아니요", "no";
    /// What stands in a manifest beside its values.
    REMARKS: "메모", "Remarks";
    /// How a manifest is written.
    WRITING: "원고 파일", "The manifest’s file";
    /// That only that is another.
    SAME_WORDS: "내용은 그대로이고 적는 방식만 다릅니다", "It says the same and is only written otherwise";
    /// Where something stands in its list.
    PLACE: "{n}번째", "No. {n}";
    /// The language of the publication.
    LANGUAGE: "글의 언어. 한국어는 ko, 영어는 en", "Language of the text: ko for Korean, en for English";
    /// What is let pass.
    ALLOW: "그대로 둘 말", "What is let pass";
    /// How much is looked over.
    CHECKS_PROFILE: "살펴볼 것", "What is looked over";
    /// All of it.
    CHECKS_ALL: "말과 글의 모양 모두", "Language and style";
    /// Some of it.
    CHECKS_LANGUAGE: "말만", "The language alone";
    /// None of it.
    CHECKS_OFF: "살펴보지 않음", "Nothing";
    /// How it is bound.
    BINDING: "제본", "Binding";
    /// Inks of their own.
    SPOTS: "별색", "Spot colours";
    /// Metal laid on by heat.
    FOIL: "박", "Foil";
    /// A gloss on parts of a page.
    VARNISH: "부분 코팅", "Spot varnish";
    /// Where the sheet is cut to a shape.
    DIE: "톰슨선(칼선)", "Die line";
    /// Where it is to fold.
    CREASE: "오시선", "Crease";
    /// Where it is to tear.
    PERFORATION: "미싱선", "Perforation";
    /// On which page a plate is.
    PLATE_ON: "놓을 쪽. 표지, 뒤표지나 쪽 번호", "Page. The cover, the back cover or its number";
    /// The first page.
    ON_COVER: "표지", "Cover";
    /// The last one.
    ON_BACK: "뒤표지", "Back cover";
    /// In folded sheets.
    STITCHED: "중철", "Saddle stitch";
    /// With a spine.
    PERFECT: "무선", "Perfect binding";
    /// What a chart looks like.
    CHART_KIND: "차트 종류", "Kind of chart";
    /// One bar divided.
    CHART_SHARE: "띠", "One divided bar";
    /// Bars.
    CHART_BARS: "가로 막대", "Bars";
    /// Columns.
    CHART_COLUMNS: "세로 막대", "Columns";
    /// Lines.
    CHART_LINES: "꺾은선", "Lines";
    /// Bars of several.
    CHART_STACKED_BARS: "쌓은 가로 막대", "Stacked bars";
    /// Columns of several.
    CHART_STACKED_COLUMNS: "쌓은 세로 막대", "Stacked columns";
    /// Where a picture stands.
    PICTURE_PLACE: "자리", "Place";
    /// Text on its right.
    LEFT: "왼쪽, 글이 옆으로", "Left, with text beside it";
    /// Text on its left.
    RIGHT: "오른쪽, 글이 옆으로", "Right, with text beside it";
    /// No text beside it.
    FULL: "본문 폭 전체", "The full measure";
    /// The step of copyfitting that an entry takes, and what it does.
    FIT: "맞춤 {step}/{steps}단계: {what}", "Fitting step {step} of {steps}: {what}";
    /// Lines closer together, %.
    FIT_LINES: "줄 간격 {n}% 좁힘", "lines {n}% closer";
    /// Smaller letters.
    FIT_LETTERS: "글자 {from} → {to}pt", "letters {from} → {to} pt";
    /// Letters closer together.
    FIT_BETWEEN: "자간 좁힘", "less between letters";
    /// Closer in a way of the layout's own.
    FIT_CLOSER: "더 촘촘하게", "closer";
    /// The manifest's table of the number.
    ISSUE: "호", "Number";
    /// The manifest's table of the publication.
    PUBLICATION: "간행물", "Publication";
    /// The manifest's table of the colophon.
    COLOPHON: "판권", "Colophon";
    /// The manifest's table for the print shop.
    PRINT: "인쇄", "Print";
    /// The manifest's table of the house checks.
    CHECKS: "표기 검사", "House checks";
    /// The manifest's table of the publication's own words.
    TERMS: "용어 맞추기", "The publication's own words";
    /// What that is for.
    TERMS_ABOUT: "쓰지 않을 말이 글에 나오면 ‘찾은 것’에서 알립니다", "Where a word that is not written stands in a text, it is told among the findings";
    /// One of them.
    TERM: "용어", "Word";
    /// What is not written.
    TERM_WRONG: "쓰지 않을 말", "Not written";
    /// What is written instead.
    TERM_RIGHT: "쓸 말", "Written instead";
    /// The manifest's table of fonts.
    FONTS: "글꼴", "Fonts";
    /// The manifest's table of the colours of sections.
    COLOURS: "절의 색", "Colours of sections";
    /// What the files that are made are called.
    FILES: "파일", "Files";
    /// Lines that were given levels.
    DONE_SIGNS: "글머리표 {count}줄을 소제목과 글머리 항목으로 바꾸었습니다", "{count:line|lines} with signs became subheads and items";
    /// Numbers that begin lines.
    DONE_NUMBERS: "줄 첫머리의 번호 {count}개는 ‘1\\.’처럼 적었습니다. 쪽에는 ‘1.’로 나옵니다", "{count:number|numbers} at the start of a line, written as “1\\.”; the page shows “1.”";
    /// Signs that were taken away.
    DONE_BARE: "줄 앞의 글머리표를 뺐습니다", "the signs before the lines were taken away";
    /// Tables that were made.
    DONE_TABLES: "표 {count}개를 만들었습니다", "{count:table|tables} made";
    /// Notes that were made.
    DONE_NOTES: "주석 {count}개를 본문에 달았습니다", "{count:note|notes} made";
    /// Marks that were closed up.
    DONE_MARKS: "굵게와 링크의 표시 {count}곳을 바로잡았습니다", "{count:mark|marks} of formatting mended";
    /// Straight quotes.
    DONE_QUOTES: "곧은따옴표 {count}개를 둥근따옴표로 바꾸었습니다", "{count:straight quote|straight quotes} became curly ones";
    /// Characters.
    DONE_CHARACTERS: "보이지 않거나 어긋난 글자를 바로잡았습니다: {what}", "characters that do not show or are wrong were mended: {what}";
    /// All else.
    DONE_OTHERS: "고친 것: {what}", "mended: {what}";
    /// Headings where there is no room for one.
    DONE_HEADS: "이 칸에는 소제목을 둘 수 없어 글만 넣었습니다", "headings became words, since this field has none";
    /// All words were bold.
    DONE_BOLD: "모든 글이 굵어서 굵게는 옮기지 않았습니다", "all words were bold, so none is";
    /// Bold words and links that have no place.
    LOOKS_LEFT: "옮기지 못한 굵게와 링크: {what}", "bold words and links left out: {what}";
    /// Slanted, raised and lowered words.
    LOOKS_FLAT: "기울임, 위첨자, 아래첨자는 보통 글자로 넣었습니다: {what}", "slanted, raised and lowered words are ordinary ones now: {what}";
    /// What the author has to mend.
    PASTED_LEFT: "고치지 않은 것: {what}", "left as it is: {what}";
    /// A text cannot be written for sure.
    UNSURE: "다른 것까지 바뀔 수 있어 저장하지 않았습니다", "not saved, since something else could have changed";
    /// The number's folder is not there any more.
    FOLDER_GONE: "호의 폴더가 없어졌거나 이름이 바뀌었습니다. 편집대가 보는 곳: {folder}. 이름을 되돌리면 그대로 이어집니다. 새 이름으로 쓰려면 편집대를 끝내고 그 폴더의 원고를 여세요", "The folder of this number is gone or was renamed. The desk looks here: {folder}. Once it has its name again the desk goes on; to keep the new name, end the desk and open the manifest there";
    /// A folder in the number's folder is not there any more.
    INNER_GONE: "호의 폴더에 ‘{inner}’ 폴더가 없습니다. 이름이 바뀌었거나 옮겨졌습니다. 편집대가 보는 곳: {folder}", "there is no folder “{inner}” in this number’s folder: it was renamed or moved. The desk looks here: {folder}";
    /// What the specification sheet lacks.
    SHEET_LACKS: "제작 사양서에 아직 없는 것: {what}. ‘호, 간행물, 판권, 인쇄’의 ‘인쇄’에서 채우세요", "The specification sheet still lacks: {what}. Fill it in under “Print” of the number";
    /// Copies.
    COPIES: "부수", "copies";
    /// Paper of the cover.
    COVER_PAPER: "표지 용지", "paper of the cover";
    /// Paper of the inside.
    INSIDE_PAPER: "내지 용지", "paper of the inside";
    /// Hints that are left.
    STILL_HINTS: "안내 글이 {count}곳에 남아 있습니다. 이대로 만들면 그대로 인쇄됩니다", "{count:hint|hints} would be printed as they are";
    /// Nothing is made of a number with errors.
    HAS_ERRORS: "원고에 오류가 있어 만들지 않았습니다. 오류를 먼저 고치세요", "the number has errors, so nothing was made; mend them first";
    /// A folder cannot be called that.
    FOLDER_NAME: "폴더 이름으로 쓸 수 없습니다. 글자와 숫자로 적으세요", "no folder can be called that; use letters and digits";
    /// There is a number already.
    NUMBER_THERE: "이미 원고가 있습니다: {file}. 다른 폴더 이름을 적으세요", "there is a manifest already: {file}. Name another folder";
    /// A number is not there any more.
    NUMBER_GONE: "그 호가 없어졌습니다", "that number is no longer there";
    /// The number before has errors.
    NUMBER_FAULTY: "지난 호의 원고에 오류가 있어 다음 호를 만들지 못했습니다. 오류를 먼저 고치세요", "the number before has errors, so no next one can be made; mend them first";
    /// Who is not let in.
    NOT_THIS_ADDRESS: "이 주소로는 편집대가 열리지 않습니다. 직지를 열면 뜨는 새 창에서 이어 쓰세요.", "The desk does not open at this address. Go on in the window that opens when jikji is started.";
    /// Which number is shown.
    TITLE: "{name} {year}년 {months}월호", "{name} {year}/{months}";
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_word_is_there_in_both_languages_with_the_same_values() {
        let faults: Vec<_> = super::WORDS.iter().flat_map(|words| words.faults()).collect();
        assert_eq!(faults, [""; 0]);
    }
}
