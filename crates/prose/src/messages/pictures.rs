//! What is said of pictures.

use jikji_diagnostic::messages;

messages! {
    /// An image between words.
    IMAGE_ALONE = Error "E0360" {
        ko: "이미지는 글 사이에 넣을 수 없습니다",
        en: "an image cannot stand inside a text",
        help_ko: "목록 밖에 앞뒤로 빈 줄을 두고 따로 쓰세요",
        help_en: "put it outside lists in a paragraph of its own, with empty lines around it",
    }
    /// An image without a description.
    IMAGE_ALT = Error "E0361" {
        ko: "이미지에 설명(대체 텍스트)이 없습니다",
        en: "this image has no description",
        help_ko: "`![그림에 보이는 것](파일)`처럼 대괄호 안에 쓰세요. 화면 낭독기가 읽습니다",
        help_en: "write it between the brackets, `![what it shows](file)`, for screen readers",
    }
    /// An image that is no file of the issue.
    IMAGE_FILE = Error "E0362" {
        ko: "이미지 파일의 이름이 아닙니다: {file}",
        en: "this is not the name of an image file: {file}",
        help_ko: "이미지를 내려받아 원고 폴더에 두고 그 파일 이름을 쓰세요",
        help_en: "save the image in the issue's folder and write its file name",
    }
    /// A width of a picture that is none.
    PICTURE_WIDTH = Error "E0363" {
        ko: "그림의 너비(width)가 아닙니다: {found}",
        en: "this is no width of a picture: {found}",
        help_ko: "본문 폭의 몇 %인지 `60%`처럼 쓰거나(10%~100%), `98mm`나 `9.8cm`처럼 길이로 쓰세요(10mm부터)",
        help_en: "write a share of the measure, such as `60%` (10% to 100%), or a length, such as `98mm` or `9.8cm` (from 10mm)",
    }
    /// A place of a picture that is none.
    PICTURE_PLACE = Error "E0364" {
        ko: "그림의 자리(place)가 아닙니다: {found}",
        en: "this is no place of a picture: {found}",
        help_ko: "글 왼쪽이면 `left`, 글 오른쪽이면 `right`, 본문 폭 전체면 `full`로 쓰세요. 따로 정하지 않으려면 place를 빼세요",
        help_en: "write `left` or `right` for a picture with text beside it, `full` for the full measure, or leave place out",
    }
    /// Something else in the braces behind a picture.
    PICTURE_OPTION = Error "E0365" {
        ko: "그림 뒤의 중괄호에 알 수 없는 것이 있습니다: {found}",
        en: "the braces behind a picture say something unknown: {found}",
        help_ko: "`{width=60%}`, `{place=right}`, `{width=40% place=right}`처럼 쓰세요",
        help_en: "write `{width=60%}`, `{place=right}` or `{width=40% place=right}`",
    }
    /// More pictures in a row than fit.
    PICTURES_MANY = Error "E0366" {
        ko: "그림은 둘까지 나란히 놓을 수 있습니다",
        en: "at most two pictures stand side by side",
        help_ko: "이 그림 앞에 빈 줄을 두어 다음 줄로 내리세요",
        help_en: "put an empty line before this one",
    }
}
