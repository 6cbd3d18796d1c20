//! What a house finds besides its texts' words, and what is said of what it is told to let pass.

use jikji_diagnostic::messages;

messages! {
    /// A source without a date and an address.
    SOURCE_BARE = Warning "W1711" {
        ko: "출처에 날짜도 주소도 없습니다: ‘{title}’",
        en: "the source has neither a date nor an address: ‘{title}’",
        help_ko: "`date = 2024-03-21`이나 `url = \"https://…\"`을 적으세요. 알 수 없으면 그 글에 `allow = [\"W1711\"]`을 적으세요",
        help_en: "add `date = 2024-03-21` or `url = \"https://…\"`; where neither is known, write `allow = [\"W1711\"]` in the entry",
    }
    /// A title over more than two lines.
    TITLE_LONG = Warning "W1712" {
        ko: "제목이 {lines}줄입니다",
        en: "the title takes {lines:line|lines}",
        help_ko: "두 줄에 들도록 줄이세요. 그대로 두려면 그 글에 `allow = [\"W1712\"]`을 적으세요",
        help_en: "cut it to two lines; to keep it, write `allow = [\"W1712\"]` in the entry",
    }
    /// A page that is hardly filled.
    THIN = Warning "W1713" {
        ko: "이 글은 지면의 {percent}%만 채웁니다",
        en: "this entry fills {percent} % of its page",
        help_ko: "60%가 넘도록 내용이나 그림을 더하세요. 그대로 두려면 그 글에 `allow = [\"W1713\"]`을 적으세요",
        help_en: "add text or a picture until it is over 60 %; to keep it, write `allow = [\"W1713\"]` in the entry",
    }
    /// Something let pass that is not there.
    ALLOW_UNUSED = Warning "W1714" {
        ko: "`allow`의 ‘{words}’에 해당하는 것이 이제 없습니다",
        en: "‘{words}’ in `allow` lets nothing pass any more",
        help_ko: "`allow`에서 빼세요. 띄어쓰기까지 본문과 같아야 합니다",
        help_en: "take it out of `allow`; it has to be written as in the text, blanks too",
    }
    /// Hints that nobody wrote texts for.
    UNWRITTEN = Warning "W1716" {
        ko: "안내 글이 {count}곳에 그대로 남아 있습니다. 첫 곳: ‘{hint}’",
        en: "{count:hint|hints} still stand where texts belong, the first: ‘{hint}’",
        help_ko: "안내 글을 지우고 내용을 적으세요. 그대로 둘 곳은 그 글에 `allow = [\"{hint}\"]`을 적으세요",
        help_en: "write what belongs there in its place; to keep one, write `allow = [\"{hint}\"]` in its entry",
    }
    /// A term that is its own.
    TERM_SAME = Warning "W1715" {
        ko: "`[terms]`의 두 말이 같습니다: {term}",
        en: "the two words of a term are the same: {term}",
        help_ko: "`\"쓰지 않을 말\" = \"쓸 말\"`로 적거나 줄을 지우세요",
        help_en: "write `\"what is not written\" = \"what is\"`, or take the line out",
    }
}
