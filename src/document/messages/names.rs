//! What messages call spaces that nobody sees.

use jikji_diagnostic::Words;

/// What an invisible or foreign space is called.
pub const SPACES: [Words; 4] = [
    Words { ko: "줄을 바꾸지 않는 빈칸", en: "a no-break space" },
    Words { ko: "전각 빈칸", en: "an ideographic space" },
    Words { ko: "폭이 다른 빈칸", en: "a space of another width" },
    Words { ko: "보이지 않는 글자", en: "an invisible character" },
];
