//! Where UAX #14 itself would let a line break between two characters of one word.
//!
//! A short form of its pair rules, enough to know where a word joiner is needless. It leans to
//! "may break": a joiner too many costs nothing, one too few splits a word. It never decides
//! whether a break is wanted: `eojeol` does.

/// A character's part in the pair rules (UAX #14, table 1, put together where we need no more).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Hangul, Han, kana (`H2`, `H3`, `JL`…, `ID`, `CJ`): a break on either side.
    Syllable,
    /// Letters and the signs that behave as such (`AL`, `HL`, `AI`).
    Letter,
    /// Digits (`NU`).
    Digit,
    /// Opening brackets, narrow (`OP` that LB30 names).
    Open,
    /// Opening brackets of East Asian width (`OP`).
    OpenWide,
    /// Closing brackets, narrow (`CP`).
    Close,
    /// Closing brackets and stops of East Asian width (`CL`).
    CloseWide,
    /// Quotation marks (`QU`).
    Quote,
    /// `,` `.` `:` `;` (`IS`).
    Stop,
    /// `!` `?` (`EX`).
    Exclamation,
    /// `/` (`SY`).
    Slash,
    /// The hyphen-minus (`HY`).
    Hyphen,
    /// Hyphens and the en dash (`BA`).
    Dash,
    /// Leaders such as `…` (`IN`).
    Leader,
    /// Signs before a number (`PR`).
    Prefix,
    /// Signs after a number (`PO`).
    Postfix,
    /// Word joiner and no-break space (`WJ`, `GL`).
    Glue,
    /// Scripts that a dictionary breaks, such as Thai (`SA`).
    Complex,
    /// All else.
    Other,
}

impl Class {
    /// The class of a character.
    pub fn of(c: char) -> Self {
        match c {
            '(' | '[' | '{' => Self::Open,
            ')' | ']' | '}' => Self::Close,
            '「' | '『' | '《' | '〈' | '【' | '〔' | '〖' | '（' | '［' | '｛' | '｢' => {
                Self::OpenWide
            }
            '」' | '』' | '》' | '〉' | '】' | '〕' | '〗' | '）' | '］' | '｝' | '｣' | '、'
            | '。' | '，' | '．' => Self::CloseWide,
            '‘' | '’' | '“' | '”' | '\'' | '"' | '«' | '»' => Self::Quote,
            ',' | '.' | ':' | ';' => Self::Stop,
            '!' | '?' | '！' | '？' => Self::Exclamation,
            '/' => Self::Slash,
            '-' => Self::Hyphen,
            '–' | '‐' => Self::Dash,
            '…' | '‥' => Self::Leader,
            '$' | '+' | '\\' | '£' | '¥' | '€' | '₩' | '±' | '№' | '￦' => Self::Prefix,
            '%' | '°' | '℃' | '℉' | '‰' | '¢' | '′' | '″' | '％' => Self::Postfix,
            '\u{2060}' | '\u{A0}' | '\u{202F}' => Self::Glue,
            '0'..='9' => Self::Digit,
            c if is_syllable(c) => Self::Syllable,
            c if is_complex(c) => Self::Complex,
            // Arrows, ①, △: signs that UAX #14 treats as letters.
            '!'..='~' | '·' | '←'..='⇿' | '①'..='⓿' | '■'..='◿' => Self::Letter,
            c if c.is_alphabetic() => Self::Letter,
            _ => Self::Other,
        }
    }
}

/// Hangul (syllables and jamo), Han and kana: the letters a line may break between.
pub fn is_syllable(c: char) -> bool {
    matches!(c,
        '가'..='힣' | '\u{1100}'..='\u{11FF}' | '\u{3131}'..='\u{318E}' | '\u{A960}'..='\u{A97C}'
        | '\u{D7B0}'..='\u{D7FB}' | '\u{3041}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}'
        | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFD}')
}

/// Scripts without spaces between words that ICU4X breaks by dictionary or model (LB1, `SA`).
fn is_complex(c: char) -> bool {
    matches!(c,
        '\u{E01}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{1950}'..='\u{19DF}' | '\u{1A20}'..='\u{1AAF}' | '\u{A9E0}'..='\u{A9FF}'
        | '\u{AA60}'..='\u{AADF}')
}

/// Whether UAX #14 may offer a break between `before` and `after` (no space between them).
pub fn may_break(before: Class, after: Class) -> bool {
    use Class::*;
    match (before, after) {
        // LB11, LB12, LB14, LB19: nothing breaks after glue, an opening bracket or a quote.
        (Glue | Open | OpenWide | Quote, _) => false,
        // LB11–LB13, LB19, LB21, LB22: nor before these.
        (
            _,
            Glue | Close | CloseWide | Quote | Stop | Exclamation | Slash | Hyphen | Dash | Leader,
        ) => false,
        // LB23, LB28: letters and digits hold together.
        (Letter | Digit, Letter | Digit) => false,
        // LB30: as do they and narrow brackets.
        (Letter | Digit, Open) | (Close, Letter | Digit) => false,
        // LB25, LB29: 1.5, e.g., -4, 24/7.
        (Stop, Letter | Digit) | (Hyphen | Slash, Digit) => false,
        // LB23a, LB24, LB25, LB27: money and percent signs.
        (Prefix, Letter | Digit | Syllable) | (Postfix, Letter | Digit) => false,
        (Letter | Digit, Prefix | Postfix) | (Syllable, Postfix) => false,
        // Left to the dictionary.
        (Complex, Complex) => false,
        _ => true,
    }
}
