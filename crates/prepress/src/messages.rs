//! Why a file cannot be laid out on press sheets, or parted into cover and inside.

use jikji_diagnostic::messages;

messages! {
    /// An encrypted file.
    ENCRYPTED = Error "E0801" {
        ko: "암호가 걸린 PDF입니다",
        en: "the file is encrypted",
        help_ko: "암호 없이 다시 저장하세요. PDF/X는 암호를 허락하지 않습니다",
        help_en: "save it anew without a password; PDF/X allows none",
    }
    /// A file that is no sound PDF.
    DAMAGED = Error "E0802" {
        ko: "PDF를 읽지 못했습니다: {what}",
        en: "the file cannot be read: {what}",
        help_ko: "만든 프로그램에서 다시 내보내세요. 무엇이 잘못되었는지는 `jikji preflight`가 더 알려 줍니다",
        help_en: "export it again from the program that made it; `jikji preflight` tells more of what is wrong",
    }
    /// A file without pages.
    NO_PAGES = Error "E0803" {
        ko: "쪽이 하나도 없는 PDF입니다",
        en: "the file has no pages",
        help_ko: "다른 파일을 고르지 않았는지 확인하세요",
        help_en: "see whether it is the file you mean",
    }
    /// More pages than a booklet can have.
    TOO_MANY_PAGES = Error "E0804" {
        ko: "{pages}쪽은 한 권으로 접기에 너무 많습니다",
        en: "{pages} pages are too many to fold into one booklet",
        help_ko: "{most}쪽까지 됩니다. 나누어서 만드세요",
        help_en: "the most is {most}; make several booklets",
    }
    /// Contents that unpack to too much.
    TOO_LARGE = Error "E0805" {
        ko: "쪽의 내용이 풀어 보니 너무 큽니다",
        en: "the contents of the pages unpack to too much",
        help_ko: "믿을 수 있는 곳에서 온 파일인지 확인하세요",
        help_en: "see whether the file comes from where you think",
    }
    /// A page without a trim box.
    NO_TRIM_BOX = Error "E0806" {
        ko: "{page}쪽에 재단 크기(TrimBox)가 없습니다",
        en: "page {page} has no trim box, so nobody knows where it is cut",
        help_ko: "화면용이 아니라 인쇄용 PDF(`…-print.pdf`)를 쓰세요",
        help_en: "take the print edition (`…-print.pdf`), not the screen edition",
    }
    /// Pages of different sizes.
    PAGE_SIZES = Error "E0807" {
        ko: "{page}쪽은 {size}이고 첫 쪽은 {first}입니다",
        en: "page {page} is {size}, the first is {first}",
        help_ko: "재단 크기가 모두 같은 파일이어야 합니다",
        help_en: "all pages must be trimmed to one size",
    }
    /// A sheet that is too small.
    SHEET_SMALL = Error "E0808" {
        ko: "쪽을 나란히 놓으면 {needed}인데 전지는 {sheet}입니다",
        en: "the pages take {needed}, the sheet is {sheet}",
        help_ko: "`--sheet`에 더 큰 종이를 적으세요. 표지 파일(`…-print-cover.pdf`)은 이미 펼친 판이니 그대로 인쇄소에 보내세요",
        help_en: "name a larger sheet with `--sheet`; a cover (`…-print-cover.pdf`) is spread out already and goes to the print shop as it is",
    }
    /// Too few pages.
    TOO_FEW_PAGES = Error "E0809" {
        ko: "{pages}쪽뿐입니다. 적어도 {needed}쪽이 있어야 합니다",
        en: "there are {pages:page|pages}; at least {needed} are needed",
        help_ko: "다른 파일을 고르지 않았는지 확인하세요",
        help_en: "see whether it is the file you mean",
    }
    /// An option out of its range.
    OPTION = Error "E0810" {
        ko: "그렇게는 할 수 없습니다: {what}",
        en: "that cannot be done: {what}",
        help_ko: "값을 이 범위 안으로 고치세요",
        help_en: "bring the value into that range",
    }
    /// A title that cannot stand on the spine.
    SPINE_FONT = Error "E0811" {
        ko: "책등 글을 앉히지 못했습니다: {what}",
        en: "the text of the spine cannot be set: {what}",
        help_ko: "간행물 이름에 굵은 고딕 글꼴에 없는 글자가 있는지 확인하세요",
        help_en: "see whether the publication's name has a character that the bold sans serif lacks",
    }
    /// Sheets that would take the place of the pages they are made of.
    ONTO_ITSELF = Error "E0812" {
        ko: "{file:은} 펼칠 파일 자신입니다: 쪽이 전지로 덮여 사라집니다",
        en: "{file} is the file to be imposed: the sheets would take the place of its pages",
        help_ko: "`--out`에 다른 이름을 적으세요",
        help_en: "give another name with `--out`",
    }
    /// A booklet of what is to be bound otherwise.
    BOOKLET_OF_BOUND = Warning "W0813" {
        ko: "무선으로 묶을 파일을 중철로 펼쳤습니다. 쪽 순서와 책등이 무선과 다릅니다",
        en: "the file is for perfect binding, but the sheets are those of a stitched booklet: order and spine are not the same",
        help_ko: "무선으로 묶으면 펼치지 않은 파일을 인쇄소에 보내세요. 중철로 묶으려면 중철로 다시 만든 파일을 펼치고, 교정쇄로만 쓰면 `--n-up 2x1`로 펼치세요",
        help_en: "for perfect binding send the print shop the file as it is; to stitch it, impose a file that was made to be stitched; for a proof alone use `--n-up 2x1`",
    }
}
