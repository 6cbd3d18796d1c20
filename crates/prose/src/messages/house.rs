//! What a house finds in its texts.

use jikji_diagnostic::messages;

messages! {
    /// A form that is wrong wherever it stands.
    WRONG_FORM = Warning "W1701" {
        ko: "‘{found}’: 바른 표기는 ‘{right}’입니다({rule})",
        en: "‘{found}’ is written ‘{right}’ ({rule})",
        help_ko: "`{right}` 꼴로 고쳐 쓰세요. `jikji fix`로도 고칩니다. 고유한 이름이라 그대로 두려면 그 글에 `allow = [\"{found}\"]`을 적으세요",
        help_en: "write `{right}`, or let `jikji fix` do so; to keep a name as it is, write `allow = [\"{found}\"]` in its entry",
    }
    /// What the publication writes otherwise.
    TERM = Warning "W1702" {
        ko: "‘{found}’: 이 간행물에서 쓰는 말은 ‘{right}’입니다(`[terms]`)",
        en: "‘{found}’ is ‘{right}’ in this publication (`[terms]`)",
        help_ko: "`{right}` 꼴로 고쳐 쓰세요. `jikji fix`로도 고칩니다. 여기서만 그대로 두려면 그 글에 `allow = [\"{found}\"]`을 적으세요",
        help_en: "write `{right}`, or let `jikji fix` do so; to keep it here, write `allow = [\"{found}\"]` in its entry",
    }
    /// A word that is written otherwise elsewhere.
    TWO_WAYS = Warning "W1703" {
        ko: "‘{found}’: 이 호의 다른 곳에 적힌 꼴은 ‘{other}’입니다",
        en: "‘{found}’ is written ‘{other}’ elsewhere in this number",
        help_ko: "한쪽으로 맞추세요. 둘 다 맞으면 그 글에 `allow = [\"{found}\"]`을 적으세요",
        help_en: "write it one way; where both are meant, write `allow = [\"{found}\"]` in its entry",
    }
    /// A word that stands twice.
    DOUBLED = Warning "W1704" {
        ko: "같은 말이 거듭되었습니다: ‘{found}’",
        en: "the same word stands twice: ‘{found}’",
        help_ko: "하나를 지우세요. `jikji fix`로도 지웁니다. 일부러 거듭한 말이면 그 글에 `allow = [\"{found}\"]`을 적으세요",
        help_en: "take one out, or let `jikji fix` do so; if it is meant, write `allow = [\"{found}\"]` in its entry",
    }
    /// A sentence among items that end with nouns.
    ENDS_IN_SENTENCE = Warning "W1705" {
        ko: "이 항목은 문장(‘{found}’)으로 끝나고, 이 글의 다른 항목은 명사나 ‘-음’으로 끝납니다",
        en: "this item ends as a sentence (‘{found}’), and the others of its entry with nouns",
        help_ko: "끝을 맞추세요: `발표했다.` → `발표` 또는 `발표함`. 그대로 두려면 그 글에 `allow = [\"{found}\"]`을 적으세요",
        help_en: "make the ends alike; to keep it, write `allow = [\"{found}\"]` in its entry",
    }
    /// A noun among items that are sentences.
    ENDS_IN_NOUN = Warning "W1706" {
        ko: "이 항목의 끝은 ‘{found}’이고, 이 글의 다른 항목은 문장으로 끝납니다",
        en: "this item ends with ‘{found}’, and the others of its entry are sentences",
        help_ko: "끝을 맞추세요: `발표` → `발표했다.` 그대로 두려면 그 글에 `allow = [\"{found}\"]`을 적으세요",
        help_en: "make the ends alike; to keep it, write `allow = [\"{found}\"]` in its entry",
    }
    /// A name in Latin letters without its Hangul.
    LATIN_NAME = Warning "W1707" {
        ko: "‘{found}’: 처음 나오는 외국 이름에 한글 표기가 없습니다",
        en: "‘{found}’ is first met without its Hangul",
        help_ko: "`앤스로픽(Anthropic)`처럼 한글 뒤 괄호에 원어를 적으세요. 그대로 두려면 그 글에 `allow = [\"{found}\"]`을 적으세요",
        help_en: "write it in Hangul with the original in brackets, as `앤스로픽(Anthropic)`; to keep it, write `allow = [\"{found}\"]` in its entry",
    }
}
