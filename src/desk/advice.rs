//! What is said of a finding in the desk, which has buttons and fields where the command line has commands and keys.
//!
//! Only what differs is here; all else is said as everywhere.

use jikji_diagnostic::{Diagnostic, Lang, Words, words};

words! {
    /// Something mends it.
    BY_MEND: "‘고치기’를 누르면 고칩니다", "press “Mend” to have it written";
    /// Something lets it pass.
    BY_PASS: "그대로 두려면 ‘넘어가기’를 누르세요", "to keep it, press “Let pass”";
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
    FILE: "이름이 바뀌었거나 옮겨졌는지 보세요. 그 칸에서 파일을 다시 골라도 됩니다", "see whether it was renamed or moved, or choose the file again in its field";
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
const SAYS: [(&str, Words); 4] =
    [("E0218", NO_PARTS), ("W1702", OF_TERMS), ("W1714", UNUSED), ("W1715", SAME)];

/// Of which codes something else is to be done than elsewhere.
const WAYS: &[(&[&str], Words)] = &[
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
    (&["E0101", "E0102", "E0153"], MANIFEST),
    (&["E0216", "E0272"], MONTHS),
    (&["E0218", "E0219", "E0220"], ADD),
    (&["E0711"], PAPERS),
    (&["E0712"], ONE_FILE),
    (&["W0608"], FONT),
];

/// What is wrong, and what to do about it.
pub fn of(found: &Diagnostic, lang: Lang) -> (String, String) {
    let own = |words: Words| words.fill(lang, &found.args);
    let message = says(found.message.code).map_or_else(|| found.text(lang), own);
    let mut help = way(found.message.code).map_or_else(|| found.help(lang), own);
    let buttons = [(!found.fix.is_empty(), BY_MEND), (found.passes_by().is_some(), BY_PASS)];
    for (_, button) in buttons.into_iter().filter(|(there, _)| *there) {
        help = format!("{help}. {}", button.say(lang));
    }
    (message, help)
}

/// What is said at each field of a finding that is told of many.
pub fn here(found: &Diagnostic, lang: Lang) -> Option<&'static str> {
    (found.message.code == "W1716").then(|| TO_BE_WRITTEN.say(lang))
}

/// What is said of a finding otherwise than elsewhere.
fn says(code: &str) -> Option<Words> {
    SAYS.iter().find(|(own, _)| *own == code).map(|(_, words)| *words)
}

/// What is to be done otherwise than elsewhere.
fn way(code: &str) -> Option<Words> {
    WAYS.iter().find(|(own, _)| own.contains(&code)).map(|(_, words)| *words)
}

#[cfg(test)]
mod tests {
    use super::{SAYS, WAYS, WORDS, says, way};
    use crate::desk::messages as desk;
    use jikji_diagnostic::{Lang, Message};

    #[test]
    fn every_word_is_there_in_both_languages() {
        let faults: Vec<_> = WORDS.iter().flat_map(|words| words.faults()).collect();
        assert_eq!(faults, [""; 0]);
    }

    fn all() -> Vec<&'static Message> {
        [
            crate::document::messages::ALL,
            crate::manifest::messages::ALL,
            crate::layout::messages::ALL,
            crate::typeset::messages::ALL,
            crate::edition::messages::ALL,
            crate::edition::print::messages::ALL,
            jikji_prose::messages::ALL,
        ]
        .concat()
    }

    #[test]
    fn every_code_is_one_of_a_message() {
        let codes = WAYS.iter().flat_map(|(codes, _)| codes.iter()).copied();
        let all: Vec<&str> = all().iter().map(|message| message.code).collect();
        let own = codes.chain(SAYS.iter().map(|(code, _)| *code));
        let gone: Vec<&str> = own.filter(|code| !all.contains(code)).collect();
        assert_eq!(gone, [""; 0]);
    }

    #[test]
    fn every_name_of_a_button_or_a_field_is_one_of_the_desk() {
        let mut known: Vec<String> = vec![];
        for words in desk::WORDS {
            known.extend([words.ko.to_string(), words.en.to_string()]);
        }
        for lang in [Lang::Ko, Lang::En] {
            known.extend(desk::page(lang).into_iter().map(|(_, words)| words.to_string()));
        }
        // What a field is for comes after what it is.
        let known: Vec<&str> =
            known.iter().map(|words| words.split(['.', ':']).next().unwrap_or_default()).collect();
        let mut strange = vec![];
        for words in WORDS {
            for (said, open, close) in [(words.ko, '‘', '’'), (words.en, '“', '”')] {
                let named = said.split(open).skip(1).filter_map(|rest| rest.split(close).next());
                strange.extend(named.filter(|name| !name.contains('{') && !known.contains(name)));
            }
        }
        assert_eq!(strange, [""; 0]);
    }

    #[test]
    fn no_finding_sends_the_desks_user_to_a_command_or_a_key() {
        let mut found = vec![];
        for message in all() {
            let said = says(message.code).unwrap_or(message.says);
            let help = way(message.code).unwrap_or(message.help);
            for words in [said.ko, said.en, help.ko, help.en] {
                let foreign = ["`jikji ", "`allow", "[checks]", "[terms]", "`unfinished"];
                if foreign.iter().any(|word| words.contains(word)) {
                    found.push((message.code, words));
                }
            }
        }
        assert_eq!(found, []);
    }
}
