//! Every word the command line says itself, in Korean and English.

use jikji_diagnostic::words;

words! {
    /// The browser was asked to open the desk.
    DESK_OPENED: "브라우저를 열었습니다. 끝내려면 Ctrl-C를 누르세요", "the browser is opening; Ctrl-C ends";
    /// The desk is there for whoever opens its address.
    DESK_READY: "위 주소를 브라우저에서 여세요. 끝내려면 Ctrl-C를 누르세요",
        "open the address above in a browser; Ctrl-C ends";
    /// A file was written.
    WROTE: "만들었습니다: {file}", "wrote {file}";
    /// A folder that was not there was made for what is written.
    MADE_FOLDER: "폴더가 없어 새로 만들었습니다: {folder}", "made the folder {folder}, which was not there";
    /// A folder of page pictures was written.
    WROTE_PICTURES: "쪽 그림을 만들었습니다: {folder}", "wrote page pictures: {folder}";
    /// A Typst project was written.
    WROTE_PROJECT: "Typst 원고를 만들었습니다: {folder}", "wrote the Typst project {folder}";
    /// Nothing to complain about.
    NO_FINDINGS: "문제를 찾지 못했습니다: {file}", "no problems found: {file}";
    /// Nothing that could be fixed.
    NOTHING_TO_FIX: "고쳐 쓸 것이 없습니다: {file}", "nothing to fix: {file}";
    /// Findings were fixed, and how many.
    FIXED: "{count}가지를 고쳐 썼습니다: {file}", "fixed {count:finding|findings}: {file}";
    /// Findings would be fixed, and how many.
    WOULD_FIX: "{count}가지를 고쳐 쓸 수 있습니다: {file}", "could fix {count:finding|findings}: {file}";
    /// Findings could be fixed, but not for sure.
    FIX_UNSURE: "다른 것까지 바뀔 수 있어 아무것도 고쳐 쓰지 않았습니다: {file}",
        "nothing was fixed, since something else could have changed: {file}";
    /// What is to be fixed is no file.
    NOT_A_FILE: "파일이 아니라서 고쳐 쓸 수 없습니다: {file}", "not a file that could be written: {file}";
    /// A file changed between reading and writing it.
    CHANGED_MEANWHILE: "그사이에 파일이 바뀌어 고쳐 쓰지 않았습니다: {file}",
        "the file changed in the meantime and was not written: {file}";
    /// A new number stands, and what to do with it.
    NUMBER_MADE: "새 호를 만들었습니다: {file}. 글을 채우고 `jikji check`로 살펴보세요",
        "made a new number: {file}. Fill it in and run `jikji check`";
    /// There is a number already.
    NUMBER_THERE: "이미 원고가 있어 새로 만들지 않았습니다: {file}. 다른 폴더를 적으세요",
        "there is a manifest already, so none was made: {file}. Name another folder";
    /// A manuscript became an entry.
    ADDED: "넣었습니다: {file} → ‘{title}’ ({place})", "added {file}: “{title}” ({place})";
    /// A manuscript took the place of an entry.
    REPLACED: "바꿔 넣었습니다: {file} → ‘{title}’ ({place})", "replaced by {file}: “{title}” ({place})";
    /// A manuscript is in the number.
    ADDED_BEFORE: "이미 있는 글이라 넣지 않았습니다: {file}, ‘{title}’ ({place}). 바꿔 넣으려면 --force를 붙이세요",
        "{file} is there already, as “{title}” ({place}), and was not added; --force puts it in its place";
    /// A manuscript cannot become an entry.
    NOT_ADDED: "넣지 않았습니다: {file}", "not added: {file}";
    /// A picture of a manuscript.
    ADDED_PICTURE: "  그림: {file}", "  picture: {file}";
    /// A question about a manuscript.
    ADDED_ASKED: "  물음 {place}: {text}", "  question {place}: {text}";
    /// Questions that are not shown.
    ADDED_MORE: "  물음이 {count}개 더 있습니다", "  and {count} more questions";
    /// A text of a manuscript that the number does not have.
    ADDED_WITHOUT: "  뺀 것({why}): {text}", "  left out ({why}): {text}";
    /// The same of a kind that is told once.
    ADDED_WITHOUT_MANY: "  뺀 것({why}) {count}개: {text} 등", "  left out ({why}), {count} in all: {text}, …";
    /// Manuscripts that the machine does not give.
    NOT_READ: "원고 {count}개를 읽지 못했습니다", "{count:manuscript|manuscripts} could not be read";
    /// How many manuscripts were added.
    ADDED_ALL: "원고 {of}개 가운데 {done}개를 {file}에 넣었습니다. 물음 {questions}개. 이제 `jikji check`로 살펴보세요",
        "{done} of {of:manuscript|manuscripts} added to {file}, with {questions:question|questions}; now run `jikji check`";
    /// The window of the program closes.
    CLOSE_WINDOW: "Enter를 누르면 이 창을 닫습니다", "press Enter to close this window";
    /// The command is at work.
    RUNNING: "명령을 실행하는", "running the command";
    /// The machine failed.
    FAILED: "실패했습니다: {reason}", "failed: {reason}";

    /// Pages that fill the last sheet of a saddle-stitched number: how many, and all there are then.
    FILLED_STITCHED: "중철은 4쪽 단위라서 뒤표지 앞에 {added}쪽을 더해 모두 {pages}쪽입니다",
        "saddle stitching takes pages in fours: {added} added before the back cover, {pages} in all";
    /// Pages that fill the last leaf of a perfect-bound number: how many, and all there are then.
    FILLED_BOUND: "무선은 2쪽 단위라서 뒤표지 앞에 {added}쪽을 더해 모두 {pages}쪽입니다",
        "perfect binding takes pages in twos: {added} added before the back cover, {pages} in all";

    /// What a booklet is made of: pages, sheets.
    IMPOSED: "{pages}쪽을 전지 {sheets}장에 앞뒤로 놓았습니다", "{pages:page|pages} on {sheets:sheet|sheets}, both sides";
    /// What proofs are made of: pages, sides.
    IMPOSED_PROOF: "{pages}쪽을 {sides}면에 놓았습니다", "{pages:page|pages} on {sides:side|sides}";
    /// A file says that it is to be stitched.
    SOURCE_STITCHED: "제본: 중철로 묶을 파일입니다", "binding: the file is for saddle stitching";
    /// A file says that it is to be perfect-bound.
    SOURCE_BOUND: "제본: 무선으로 묶을 파일입니다", "binding: the file is for perfect binding";
    /// A file does not say how it is to be bound.
    SOURCE_UNKNOWN: "제본: 파일에 적혀 있지 않아 확인하지 못했습니다", "binding: not known, the file does not say";
    /// Blank pages were added to a booklet.
    ADDED_BLANKS: "더한 것: 마지막 쪽 앞에 빈 쪽 {count}쪽(묶은 책의 {pages}쪽)",
        "added: {count:blank page|blank pages} before the last page (of the booklet: {pages})";
    /// The same at the end of an inside, which has no back cover.
    ADDED_AT_END: "더한 것: 마지막 쪽 뒤에 빈 쪽 {count}쪽(묶은 책의 {pages}쪽)",
        "added: {count:blank page|blank pages} after the last page (of the booklet: {pages})";
    /// Sheets of a booklet were moved to undo their creep.
    ADDED_CREEP: "밀림: 한 장에 {each}mm씩, 맨 안쪽 장은 {most}mm 옮겼습니다", "creep: {each} mm a sheet, {most} mm on the innermost";
    /// They were not.
    NO_CREEP: "밀림: 옮기지 않았습니다. 옮기려면 사양서의 밀림을 `--creep`에 적으세요",
        "creep: not undone; for that, give the creep of the specification sheet with `--creep`";
    /// Marks were drawn on a booklet.
    ADDED_MARKS: "더한 표시: 재단선, 접는 선, 맞춰찍기, 장 순서", "marks added: cut, fold, register, order of sheets";
    /// A hairline was drawn around the pages of a proof.
    ADDED_FRAMES: "더한 표시: 쪽마다 둘레선", "marks added: a line around each page";
    /// No marks were drawn.
    NO_MARKS: "표시: 넣지 않았습니다", "marks: none";

    /// A finding of a preflight that is an error, with its code.
    ERROR: "오류[{code}]", "error[{code}]";
    /// A finding of a preflight that is a warning, with its code.
    WARNING: "경고[{code}]", "warning[{code}]";
    /// The page of a finding of a preflight.
    ON_PAGE: "{page}쪽: ", "page {page}: ";
    /// The page of such a finding, and its place: mm from the left and from the top of the trim.
    ON_PAGE_AT: "{page}쪽 (왼쪽 {left}mm, 위 {top}mm): ", "page {page} ({left} mm from left, {top} mm from top): ";
    /// Rules of a preflight that hold.
    RULES_PASSED: "통과: {rules}", "passed: {rules}";
    /// Rules of a preflight that warn.
    RULES_WARNED: "경고: {rules}", "warned: {rules}";
    /// Rules of a preflight that are broken.
    RULES_FAILED: "위반: {rules}", "failed: {rules}";
    /// Rules of a preflight that could not be tested.
    RULES_NOT_CHECKED: "확인하지 못함: {rules}", "not checked: {rules}";

    /// There is nothing to be tested.
    NO_PDFS: "PDF 파일을 찾지 못했습니다. 파일이나, PDF가 들어 있는 폴더를 적으세요",
        "no PDF files were found; name files, or a folder with PDFs in it";
    /// What a file comes to on the press.
    FOR_PRESS: "인쇄", "on press";

    /// A number of an archive was built.
    BUILT: "만듦", "built";
    /// A number of an archive needs no building.
    UP_TO_DATE: "그대로", "up to date";
    /// A manifest of an archive has errors.
    HAS_ERRORS: "오류", "errors";
    /// A number of an archive could not be built.
    NOT_BUILT: "실패", "failed";
    /// The machine failed with numbers of an archive.
    SOME_NOT_BUILT: "만들지 못한 호가 있습니다. 까닭은 위와 report.json에 있습니다",
        "some numbers could not be built; report.json and the lines above say why";
    /// Ctrl-C ended a run over an archive.
    ARCHIVE_STOPPED: "멈췄습니다. {of}호 가운데 {done}호를 마쳤습니다. 다시 실행하면 남은 호부터 이어서 만듭니다",
        "stopped with {done} of {of:number|numbers} done; run again to go on with the rest";
    /// Ctrl-C ended a comparison of an archive.
    VERIFY_STOPPED: "멈췄습니다. {of}호 가운데 {done}호를 견주었습니다. 다시 실행하면 처음부터 견줍니다",
        "stopped with {done} of {of:number|numbers} compared; run again to compare all of them";
    /// How many numbers were built, were left and failed.
    ARCHIVED: "만듦 {built}, 그대로 {fresh}, 실패 {failed}", "{built} built, {fresh} up to date, {failed} failed";
    /// A rebuilt number is the same byte for byte.
    IDENTICAL: "같음", "identical";
    /// A rebuilt number is not the same, and why.
    DIFFERS: "다름: {reasons}", "differs: {reasons}";
    /// A number could not be rebuilt, and why.
    NOT_REBUILT: "실패: {reason}", "failed: {reason}";

    /// A manifest that someone has worked on is in the way of an import.
    EDITED: "{file} 파일은 손으로 고친 원고라서 그대로 두었습니다. 덮어쓰려면 --force를 붙이세요",
        "{file} was edited by hand and is left alone; --force overwrites it";
    /// A report that someone has worked on is in the way of an import.
    REPORT_EDITED: "{file} 파일은 손으로 고친 보고서라서 그대로 두었습니다. 덮어쓰려면 --force를 붙이세요",
        "{file} was edited by hand and is left alone; --force overwrites it";
    /// An import has questions.
    QUESTIONS: "편집자가 살펴볼 것이 {count}가지 있습니다. import-report.md를 보세요",
        "{count} questions for the editor: see import-report.md";
    /// How many articles of the contents list were not found.
    MISSING: "차례에 있는 글 {count}편을 본문에서 찾지 못했습니다",
        "{count} articles of the contents list were not found in the text";
    /// How many articles seem to be made of several.
    MERGED: "여러 편이 이어진 듯한 글이 {count}편 있습니다",
        "{count} articles seem to be made of several";
    /// The number is not whole, and is marked as that.
    UNFINISHED: "이 호는 온전하지 않아 `unfinished`로 표시했습니다: {file}. 모자란 것을 채운 뒤 그 줄을 지우세요",
        "the number is not whole and was marked so: {file}. Once it is, take the line `unfinished = …` out";
    /// How many files were restored.
    RESTORED: "{count}개 파일을 꺼냈습니다", "{count} files are there again";
}
