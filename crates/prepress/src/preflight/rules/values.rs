//! The Korean words for what findings name: places, parts and kinds of damage.
//!
//! Terms of PDF itself, names and figures stay as they are.

/// English and Korean; `#` stands for a number.
const WORDS: &[(&str, &str)] = &[
    ("none", "없음"),
    ("left", "왼쪽"),
    ("right", "오른쪽"),
    ("top", "위"),
    ("bottom", "아래"),
    ("fill", "칠"),
    ("stroke", "선"),
    ("text", "글자"),
    ("image", "그림"),
    ("image mask", "그림 마스크"),
    ("shading", "그라디언트"),
    ("soft mask", "소프트 마스크"),
    ("transparency group", "투명 그룹"),
    ("page contents", "쪽의 내용"),
    ("form", "폼(XObject)"),
    ("separations", "색 분해판"),
    ("object streams", "객체 스트림"),
    ("image, # × # px", "그림, # × #px"),
    ("page", "쪽"),
    ("catalog", "문서 전체"),
    ("no pages", "쪽이 없습니다"),
    ("0 bytes", "0바이트"),
    ("no %PDF- header", "%PDF- 머리가 없습니다"),
    ("no catalog", "문서 목록(catalog)이 없습니다"),
    ("no Metadata", "Metadata가 없습니다"),
    ("it does not decode", "압축이 풀리지 않습니다"),
    ("it is not UTF-8", "UTF-8이 아닙니다"),
    ("unknown operator", "모르는 연산자"),
    ("a form draws itself", "폼(XObject)이 자기를 그립니다"),
    ("its structure is broken", "구조가 깨져 있습니다"),
    ("truncated or no ICC profile", "잘렸거나 ICC 프로파일이 아닙니다"),
    (
        "startxref does not point at the cross-reference table",
        "startxref가 상호 참조 표를 가리키지 않습니다",
    ),
    ("the cross-reference table had to be rebuilt", "상호 참조 표를 다시 만들었습니다"),
    ("a stream's Length is #", "스트림의 Length가 #입니다"),
    ("# wrong offsets, first that of object #", "위치가 틀린 객체 #개, 처음은 #번"),
    ("no Pages in the catalog", "문서 목록에 Pages가 없습니다"),
    ("more than # pages", "#쪽이 넘습니다"),
    ("a node stands in it twice or holds itself", "같은 마디가 두 번 있거나 자기를 품고 있습니다"),
    ("a page is missing", "빠진 쪽이 있습니다"),
];

/// A value in Korean, if it has words of its own.
pub fn korean(value: &str) -> String {
    let mut pattern = String::new();
    let mut numbers = vec![];
    let mut rest = value;
    while let Some(first) = rest.chars().next() {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if digits > 0 {
            pattern.push('#');
            numbers.push(&rest[..digits]);
            rest = &rest[digits..];
        } else {
            pattern.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    let known = |text: &str| WORDS.iter().find(|(en, _)| *en == text).map(|(_, ko)| *ko);
    match (known(value), known(&pattern)) {
        (Some(ko), _) => ko.to_string(),
        (None, Some(ko)) => {
            numbers.into_iter().fold(ko.to_string(), |text, number| text.replacen('#', number, 1))
        }
        _ => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::korean;

    #[test]
    fn values_have_korean_words() {
        assert_eq!(korean("left"), "왼쪽");
        assert_eq!(
            korean("12 wrong offsets, first that of object 3"),
            "위치가 틀린 객체 12개, 처음은 3번"
        );
        assert_eq!(korean("0 bytes"), "0바이트");
        assert_eq!(korean("PDF/X-3"), "PDF/X-3");
    }
}
