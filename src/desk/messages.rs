//! Every word of the desk, in Korean and English.

use jikji_diagnostic::{Lang, words};

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
    /// Nothing was written in this number that could be taken back, but something in the number before.
    NOTHING_SINCE: "이 호로 옮겨 온 뒤에는 되돌릴 것이 없습니다. 앞의 호에서 고친 것은 그 호를 열고 ‘지난 상태’에서 되돌리세요", "there is nothing to undo since this number was opened; what was changed in the number before can be brought back there, under Earlier states";
    /// The file is another than was written here.
    CHANGED_SINCE: "그 뒤에 다른 곳에서 파일을 고쳐 되돌리지 않았습니다", "not undone, since the file was changed elsewhere after that";
    /// The file is no picture.
    NO_PICTURE: "PNG, JPEG, GIF, WebP, SVG 그림 파일만 40 MB까지 넣을 수 있습니다", "only pictures can be added: PNG, JPEG, GIF, WebP, SVG, up to 40 MB";
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
    /// A colour.
    BLUE: "파랑", "Blue";
    /// A colour.
    TEAL: "청록", "Teal";
    /// A colour.
    VIOLET: "보라", "Violet";
    /// A colour.
    ORANGE: "주황", "Orange";
    /// A colour.
    PLUM: "자주", "Plum";
    /// A colour.
    OLIVE: "올리브", "Olive";
    /// A colour.
    STEEL: "하늘", "Steel blue";
    /// A colour.
    UMBER: "갈색", "Brown";
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
    STILL_HINTS: "새 호의 안내 글이 {count}곳에 남아 있습니다. 이대로 만들면 그대로 인쇄됩니다", "{count:hint|hints} of the new number would be printed as they are";
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
    /// Which number is shown.
    TITLE: "{name} {year}년 {months}월호", "{name} {year}/{months}";
}

macro_rules! page_words {
    ($($name:ident: $ko:literal, $en:literal;)*) => {
        /// The words of the page by name, in a language.
        pub fn page(lang: Lang) -> Vec<(&'static str, &'static str)> {
            match lang {
                Lang::Ko => vec![$((stringify!($name), $ko)),*],
                Lang::En => vec![$((stringify!($name), $en)),*],
            }
        }
    };
}

page_words! {
    desk: "직지 편집대", "jikji desk";
    opening: "여는 중", "Opening";
    contents: "이 호", "This number";
    entries: "글", "Entries";
    pages: "쪽", "Pages";
    page: "{n}쪽", "Page {n}";
    page_of: "{n} / {all}쪽", "{n} of {all}";
    findings: "찾은 것", "Findings";
    tools: "보기", "View";
    no_findings: "찾은 문제가 없습니다", "No problems found";
    errors: "오류 {n}", "Errors {n}";
    warnings: "경고 {n}", "Warnings {n}";
    error: "오류", "Error";
    warning: "경고", "Warning";
    current: "저장된 원고 그대로입니다", "These are the pages as saved";
    old: "원고에 오류가 있어 그 전의 쪽을 보여 줍니다", "The manifest has errors: these are the pages from before";
    no_pages: "원고에 오류가 있어 아직 보여 줄 쪽이 없습니다", "The manifest has errors: there are no pages to show yet";
    lost: "프로그램이 끝났거나 연결이 끊겼습니다", "The program has ended or the connection is lost";
    ended: "끝냈습니다. 이 창을 닫아도 됩니다", "The desk has ended. You can close this window";
    end: "끝내기", "End";
    zoom_in: "크게", "Zoom in";
    zoom_out: "작게", "Zoom out";
    fit_page: "쪽 맞춤", "Fit page";
    fit_width: "너비 맞춤", "Fit width";
    single: "한 쪽", "Single";
    spread: "펼침", "Spread";
    baselines: "글줄 기준선", "Baselines";
    trims: "재단선", "Trim";
    on_screen: "화면", "Screen";
    in_print: "인쇄", "Print";
    inks: "잉크", "Inks";
    all_inks: "모든 잉크", "All inks";
    making_print: "인쇄용을 만드는 중입니다", "Making the print edition";
    no_print: "인쇄용을 만들지 못했습니다", "There is no print edition";
    finish: "PDF 만들기", "Make PDFs";
    finish_says: "지금 원고로 만들어 원고 옆 out 폴더에 둡니다", "From the manuscript as it is, into the folder out beside it";
    editions: "무엇을", "What";
    edition_screen: "화면용", "Screen";
    edition_print: "인쇄용", "Print";
    edition_archive: "보존용", "Archive";
    says_screen: "누리집에 올리고 화면으로 읽는 PDF", "the PDF that is read on screens";
    says_print: "인쇄소에 보내는 PDF와 제작 사양서(읽는 PDF와 프로그램용 print-spec.json)", "the PDF for the print shop, with its specification sheet (a PDF to read, print-spec.json for programs)";
    says_archive: "원고와 그림까지 담아 다시 만들 수 있는 PDF", "the PDF that holds all it was made of";
    making_of: "{all}개 가운데 {n}번째", "{n} of {all}";
    making_screen: "화면용을 만드는 중입니다", "Making the screen edition";
    making_archive: "보존용을 만드는 중입니다", "Making the archive edition";
    finished: "모두 만들었습니다", "All made";
    not_finished: "만들지 못한 것이 있습니다", "Not all could be made";
    open_folder: "폴더 열기", "Open the folder";
    close: "닫기", "Close";
    past: "지난 상태", "Earlier states";
    past_says: "고치기 전의 원고를 50번까지 남겨 둡니다. 골라서 지금과 견주고 되돌립니다", "The last 50 states of each file are kept. Choose one to compare it with now and bring it back";
    past_file: "파일", "File";
    past_changed: "그 뒤에 바뀐 것", "What changed since";
    past_then: "그때", "Then";
    past_now: "지금", "Now";
    past_line: "{n}째 줄", "line {n}";
    past_none: "아직 남겨 둔 상태가 없습니다", "No states were kept yet";
    past_same: "지금과 같습니다", "The same as now";
    past_back: "되돌렸습니다", "Brought back";
    bring_back: "이 상태로 되돌리기", "Bring this state back";
    new_number: "새 호", "New number";
    new_title: "새 호 만들기", "Make a new number";
    new_next: "이 호의 구성과 판권면, 인쇄 설정을 이어받고 글은 비웁니다. 이 호의 폴더 옆에 만듭니다", "It takes over this number's structure, colophon and print block, with its texts emptied, in a folder beside this one";
    new_first: "이 폴더에는 아직 호가 없습니다. 바로 조판되는 작은 호로 시작합니다", "This folder has no number yet. Begin with a small one that is set at once";
    new_after: "이 폴더에는 호가 없지만 아래 폴더에 있습니다. 하나를 열거나 마지막 호를 이어받아 새로 만듭니다", "This folder has no number, but folders below have. Open one, or make the next after the last";
    new_folder: "폴더 이름", "Name of the folder";
    make: "만들기", "Make it";
    leave: "그만두기", "Cancel";
    not_made: "만들지 못했습니다", "It was not made";
    skip: "쪽으로 건너뛰기", "Skip to the pages";
    text: "글 고치기", "Text";
    nothing_open: "쪽에서 글자를 누르거나 글을 고르면 그 글이 여기에 열립니다", "Click a letter on a page, or choose an entry, and its text opens here";
    which_text: "이 글의 항목", "Texts of this entry";
    saved: "저장했습니다", "Saved";
    not_saved: "저장하지 못했습니다", "Not saved";
    unsaved: "저장하지 못한 글이 있어 이 글을 닫지 않았습니다. 다시 누르면 그 글을 버리고 엽니다", "This text stays open, since not all of it could be saved. Ask again to leave it unsaved";
    reading_only: "읽기 전용으로 열었습니다", "Opened for reading only";
    keep_mine: "여기 쓴 글로 저장", "Save what is written here";
    theirs_says: "다른 곳에서 고친 글", "The text as it was changed elsewhere";
    take_theirs: "고쳐진 글 받기", "Take the other text";
    mend: "고치기", "Mend";
    settle: "확인함", "Settled";
    question: "물음", "Question";
    questions: "물음 {n}", "Questions {n}";
    mended: "고쳤습니다. 되돌리기(Ctrl+Z)로 되돌릴 수 있습니다", "Mended. Undo (Ctrl+Z) takes it back";
    pass: "넘어가기", "Let pass";
    passed: "넘어갑니다. 그 글의 ‘그대로 둘 말’에 적었으니 거기서 지우거나 되돌리기(Ctrl+Z)로 되돌릴 수 있습니다", "Passed. It stands under “What is let pass” and can be deleted there, or undone (Ctrl+Z)";
    go_there: "그 글 열기", "Open that text";
    kind_lines: "글", "Text";
    number: "호, 간행물, 판권, 인쇄", "Number, publication, colophon, print";
    order: "글의 차례", "Order of entries";
    add: "더하기", "Add";
    add_kind: "글 더하기: {kind}", "Add an entry: {kind}";
    add_section: "절 더하기", "Add a section";
    add_part: "부 더하기", "Add a part";
    add_row: "{name} 더하기", "Add: {name}";
    copy: "복사", "Copy";
    copied: "{title} (사본)", "{title} (copy)";
    up: "위로", "Move up";
    down: "아래로", "Move down";
    remove: "지우기", "Delete";
    row_up: "{name} 위로", "Move up: {name}";
    row_down: "{name} 아래로", "Move down: {name}";
    row_remove: "{name} 지우기", "Delete: {name}";
    term_there: "이미 있는 말입니다", "This word is there already";
    removed: "지웠습니다. 되돌리기(Ctrl+Z)로 되살릴 수 있습니다", "Deleted. Undo (Ctrl+Z) brings it back";
    moved: "옮겼습니다", "Moved";
    added: "더했습니다", "Added";
    undo: "되돌리기", "Undo";
    redo: "다시 하기", "Redo";
    undone: "되돌렸습니다", "Undone";
    redone: "다시 했습니다", "Redone";
    marking: "글 꾸미기", "Formatting";
    bold: "굵게", "Bold";
    emphasis: "강조", "Emphasis";
    subhead: "소제목", "Subhead";
    bullet: "글머리", "Bullet";
    note: "주석", "Note";
    link: "링크", "Link";
    table: "표", "Table";
    picture: "그림", "Picture";
    some_text: "여기에 쓰기", "write here";
    table_text: "| 구분 | 내용 |\n|---|---|\n| 가 | 나 |", "| Item | Value |\n|---|---|\n| A | B |";
    pasted: "붙여 넣은 글을 이렇게 다듬었습니다", "The pasted text was cleaned";
    choose_picture: "그림 고르기", "Choose a picture";
    drop_picture: "그림 파일을 여기에 놓아도 됩니다", "Or drop a picture file here";
    required: "꼭 필요함", "required";
    room: "쪽의 {n}%를 채웠습니다", "{n}% of the page is filled";
    left: "약 {lines}줄({letters}자) 남음", "about {lines} lines ({letters} characters) left";
    letters: "이 칸 {n}자", "{n} characters here";
    not_there: "정하지 않음", "not set";
    full: "쪽을 채운 정도 {n}%", "{n}% of the page filled";
    cells: "{name}의 값", "Values: {name}";
    add_label: "항목 더하기", "Add a label";
    add_series: "계열 더하기", "Add a series";
    add_line: "줄 더하기", "Add a row";
    add_column: "칸 더하기", "Add a column";
    new_label: "항목 {n}", "Label {n}";
    new_series: "계열 {n}", "Series {n}";
    new_column: "칸 {n}", "Column {n}";
    to_left: "{name} 왼쪽으로", "Move left: {name}";
    to_right: "{name} 오른쪽으로", "Move right: {name}";
    paste_cells: "화살표, Tab, Enter로 칸을 옮겨 다닙니다. 엑셀이나 한글에서 복사한 표는 지금 칸부터 채웁니다", "Arrows, Tab and Enter go from cell to cell. Cells pasted from a spreadsheet fill from this one";
    no_number: "수가 아닙니다: ‘{text}’", "this is no number: “{text}”";
    number_stays: "저장하지 않았습니다. 쪽에는 앞의 수 {old} 그대로입니다", "Not saved: the page still has the number before, {old}";
    to_cells: "칸으로 나누기", "Into cells";
    no_numbers: "수가 아닌 칸 {n}개는 저장하지 않아 쪽에는 앞의 수가 그대로 있습니다: {cells}", "{n} that are no numbers were not saved, so the page still has the numbers before: {cells}";
    paste_refused: "수가 아닌 칸이 있어 아무것도 바꾸지 않았습니다: {cells}", "nothing was changed, for cells are no numbers: {cells}";
    cells_pasted: "칸 {n}개를 채웠습니다", "{n} cells filled";
    rows_pasted: "{n}줄을 넣었습니다. 되돌리기로 한 번에 되돌릴 수 있습니다", "{n} rows added. Undo takes them back at once";
    left_out: "자리가 없거나 맞지 않아 넣지 않은 것: {texts}", "Left out, since there was no room or it did not fit: {texts}";
    drag: "끌어서 옮기기", "Drag to move";
    marked: "문제가 있는 글", "Has findings";
    line: "{file} {n}째 줄", "{file}, line {n}";
    untitled: "제목 없음", "Untitled";
}

#[cfg(test)]
mod tests {
    use super::{Lang, page};

    #[test]
    fn every_word_is_there_in_both_languages_with_the_same_values() {
        let faults: Vec<_> = super::WORDS.iter().flat_map(|words| words.faults()).collect();
        assert_eq!(faults, [""; 0]);
        let values = |words: &str| {
            let mut values: Vec<String> = words
                .split('{')
                .skip(1)
                .map(|rest| rest.split('}').next().unwrap().into())
                .collect();
            values.sort();
            values
        };
        let hangul = |text: &str| text.contains(|c| ('가'..='힣').contains(&c));
        for ((name, ko), (_, en)) in page(Lang::Ko).into_iter().zip(page(Lang::En)) {
            assert_eq!(values(ko), values(en), "{name}");
            assert!(!hangul(en) && !en.is_empty(), "{name}");
            assert!(hangul(ko) || ko.chars().all(|c| !c.is_alphabetic()), "{name}");
        }
    }
}
