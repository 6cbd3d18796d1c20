//! The words that stand on the page itself, by the names that its scripts and its HTML call them by. It says nothing of
//! what happens: that is `messages`.

use jikji_diagnostic::Lang;

macro_rules! page_words {
    ($($name:ident: $ko:literal, $en:literal;)*) => {
        /// All of them by name, in a language.
        pub fn all(lang: Lang) -> Vec<(&'static str, &'static str)> {
            match lang {
                Lang::Ko => vec![$((stringify!($name), $ko)),*],
                Lang::En => vec![$((stringify!($name), $en)),*],
            }
        }
    };
}

/// The title of a copy.
pub fn copied(title: &str, lang: Lang) -> String {
    let words = all(lang).into_iter().find(|(name, _)| *name == "copied");
    words.map_or(title.into(), |(_, words)| words.replace("{title}", title))
}

page_words! {
    desk: "직지 편집대", "jikji desk";
    opening: "여는 중", "Opening";
    contents: "이 호", "This number";
    panes: "볼 것", "What is shown";
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
    first_error: "오류 {n}: {first}", "Errors {n}: {first}";
    no_pages: "원고에 오류가 있어 아직 보여 줄 쪽이 없습니다", "The manifest has errors: there are no pages to show yet";
    lost: "연결이 끊겼습니다. 쓰는 글이 저장되지 않습니다", "The connection is lost: nothing is saved";
    lost_way: "직지가 끝났거나 연결이 끊겼습니다. 호의 폴더에서 직지를 다시 열고, 새로 열린 창에서 이어 쓰세요. 여기에 저장하지 못한 글이 있으면 먼저 복사해 두세요", "jikji has ended or the connection is lost. Open jikji again in the folder of the number and go on in the window that opens. Copy first what could not be saved here";
    silent: "프로그램이 대답하지 않습니다. 쓰는 글이 아직 저장되지 않습니다", "The program does not answer: nothing is saved yet";
    silent_way: "기다려도 대답이 없으면 직지를 끝내고 호의 폴더에서 다시 여세요. 저장하지 못한 글은 먼저 복사해 두세요", "If it still does not answer, end jikji and open it again in the folder of the number. Copy first what could not be saved";
    saving: "저장하는 중입니다", "Saving";
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
    other_number: "다른 호", "Another number";
    others_says: "이 호의 폴더 옆에 있는 호입니다. 고르면 이 창에서 엽니다", "Numbers in folders beside this one. The one you choose opens in this window";
    others_none: "이 호의 폴더 옆에는 다른 호가 없습니다. 다른 곳의 호는 그 폴더에서 직지를 여세요", "There is no other number beside this one’s folder. Open jikji in the folder of a number that is elsewhere";
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
    not_yet_saved: "저장하지 못한 글이 있습니다", "Some text could not be saved";
    unsaved: "저장하지 못한 글이 있어 이 글을 닫지 않았습니다. 다시 누르면 그 글을 버리고 엽니다", "This text stays open, since not all of it could be saved. Ask again to leave it unsaved";
    reading_only: "읽기 전용으로 열었습니다", "Opened for reading only";
    unsaved_end: "저장하지 못한 글이 있어 끝내지 않았습니다. 다시 누르면 그 글을 버리고 끝냅니다", "Not ended, since not all of the text could be saved. Ask again to leave it unsaved";
    unsaved_made: "저장하지 못한 글이 있어 만들지 않았습니다. 다시 누르면 그 글 없이 저장된 대로 만듭니다", "Not made, since not all of the text could be saved. Ask again to make them of what is saved";
    errors_first: "원고에 오류가 있어 만들 수 없습니다. 이것부터 고치세요", "The manuscript has errors, so nothing can be made. Mend these first";
    keep_mine: "여기 쓴 글로 저장", "Save what is written here";
    theirs_says: "다른 곳에서 고친 글", "The text as it was changed elsewhere";
    take_theirs: "고쳐진 글 받기", "Take the other text";
    mend: "고치기", "Mend";
    settle: "확인함", "Settled";
    question: "물음", "Question";
    questions: "물음 {n}", "Questions {n}";
    mend_all: "{n}곳 모두 고치기", "Mend all {n}";
    by_mend: "‘고치기’를 누르면 고칩니다", "Press “Mend” to have it written";
    by_pass: "그대로 두려면 ‘넘어가기’를 누르세요", "To keep it, press “Let pass”";
    mended: "고쳤습니다. 되돌리기(Ctrl+Z)로 되돌릴 수 있습니다", "Mended. Undo (Ctrl+Z) takes it back";
    pass: "넘어가기", "Let pass";
    passed: "넘어갑니다. 그 글의 ‘그대로 둘 말’에 적었으니 거기서 지우거나 되돌리기(Ctrl+Z)로 되돌릴 수 있습니다", "Passed. It stands under “What is let pass” and can be deleted there, or undone (Ctrl+Z)";
    many: "{n}곳", "{n} places";
    moved_on: "다른 창에서 연 호: {title}. 이 창은 앞의 호를 그대로 보여 줄 뿐이고 더 고칠 수 없습니다", "Another window opened {title}. This one only shows the number before, which cannot be edited here any more";
    moved_go: "그 호 보기", "Show that number";
    name_of: "{name} 이름", "Name: {name}";
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
    name_there: "이미 있는 이름입니다", "This name is there already";
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
    inner: "한 단계 안으로", "One level in";
    outer: "한 단계 밖으로", "One level out";
    note: "주석", "Note";
    link: "링크", "Link";
    table: "표", "Table";
    picture: "그림", "Picture";
    some_text: "여기에 쓰기", "write here";
    picture_text: "보이는 것을 말로 적으세요", "Say in words what it shows";
    picture_instead: "그림을 바꾸었습니다. 설명이 새 그림과 맞는지 보세요", "The picture is another. See whether its description is right for it";
    table_text: "| 구분 | 내용 |\n|---|---|\n| 칸을 채우세요 | 칸을 채우세요 |", "| Item | Value |\n|---|---|\n| Fill the cell | Fill the cell |";
    pasted: "붙여 넣은 글을 이렇게 다듬었습니다", "The pasted text was cleaned";
    choose_picture: "그림 고르기", "Choose a picture";
    drop_picture: "그림 파일을 여기에 놓아도 됩니다", "Or drop a picture file here";
    required: "꼭 필요함", "required";
    room: "쪽의 {n}%를 채웠습니다", "{n}% of the page is filled";
    room_before: "오류가 생기기 전의 쪽: {n}% 채움", "the page before the errors: {n}% filled";
    left: "좁히면 약 {lines}줄({letters}자) 더 들어감", "closed up it takes about {lines} lines ({letters} characters) more";
    letters: "이 칸 {n}자", "{n} characters here";
    not_there: "정하지 않음", "not set";
    most: "{n}개까지 넣을 수 있습니다", "at most {n}";
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
    paste_cells: "화살표, Tab, Enter로 칸을 옮겨 다닙니다. 마지막 줄에서 Enter를 누르면 한 줄이 더해집니다. 엑셀이나 한글에서 복사한 표는 지금 칸부터 채웁니다", "Arrows, Tab and Enter go from cell to cell. Enter in the last row adds one. Cells pasted from a spreadsheet fill from this one";
    no_number: "수가 아닙니다: ‘{text}’", "this is no number: “{text}”";
    number_stays: "저장하지 않았습니다. 쪽에는 앞의 수 {old} 그대로입니다", "Not saved: the page still has the number before, {old}";
    no_day: "날짜가 덜 적혔거나 달력에 없는 날입니다", "this day is not whole, or is in no calendar";
    day_stays: "저장하지 않았습니다. 원고에는 앞의 날짜 {old} 그대로입니다", "Not saved: the manuscript still has the day before, {old}";
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
    use super::{Lang, all};
    use crate::manifest::hints::is_hint;

    #[test]
    fn what_the_toolbar_puts_there_is_told_as_long_as_it_stands() {
        for lang in [Lang::Ko, Lang::En] {
            let words = |name| all(lang).into_iter().find(|(own, _)| *own == name).unwrap().1;
            let (_, row) = words("table_text").rsplit_once('\n').unwrap();
            let mut left = row.trim_matches('|').split('|').map(str::trim);
            assert!(left.all(is_hint) && is_hint(words("picture_text")), "{lang:?}");
        }
    }

    #[test]
    fn every_word_is_there_in_both_languages_with_the_same_values() {
        let values = |words: &str| {
            let name = |rest: &str| rest.split('}').next().unwrap().to_string();
            let mut values: Vec<String> = words.split('{').skip(1).map(name).collect();
            values.sort();
            values
        };
        let hangul = |text: &str| text.contains(|c| ('가'..='힣').contains(&c));
        for ((name, ko), (_, en)) in all(Lang::Ko).into_iter().zip(all(Lang::En)) {
            assert_eq!(values(ko), values(en), "{name}");
            assert!(!hangul(en) && !en.is_empty(), "{name}");
            assert!(hangul(ko) || ko.chars().all(|c| !c.is_alphabetic()), "{name}");
        }
    }
}
