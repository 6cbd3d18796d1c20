//! What the joiner does to real words. The properties against ICU4X stand in `icu`.

use super::{Joiner, eojeol_breaks, forced_breaks};

/// `text` with its joiners shown as `_`.
fn joined(text: &str) -> String {
    limited(text, 24)
}

fn limited(text: &str, limit: usize) -> String {
    Joiner::new(limit).run(text, &|_| false).replace('\u{2060}', "_")
}

#[test]
fn syllables_of_a_word_hold_together() {
    assert_eq!(joined("유엔총회가 AI를"), "유_엔_총_회_가 AI_를");
    assert_eq!(joined("LLM ‘라마’를"), "LLM ‘라_마’를");
}

#[test]
fn particles_stay_with_brackets_and_quotes() {
    assert_eq!(joined("MOU(양해각서)를"), "MOU(양_해_각_서)_를");
    assert_eq!(joined("‘라마 3’를"), "‘라_마 3’를");
    assert_eq!(joined("「가나」의"), "「가_나」_의");
}

#[test]
fn a_name_keeps_its_bracket_and_the_bracket_may_break_inside() {
    assert_eq!(joined("트뤼도(Justin Trudeau)는"), "트_뤼_도_(Justin Trudeau)_는");
}

#[test]
fn dots_and_hyphens_before_digits_are_no_break() {
    assert_eq!(joined("설계·개발"), "설_계_·_개_발");
    assert_eq!(joined("GPT-4 그록-1.5V"), "GPT-4 그_록-1.5V");
    assert_eq!(joined("5~6월 10%를"), "5~6_월 10%_를");
    assert_eq!(joined("그런데…나는 한-미"), "그_런_데…_나_는 한-_미");
}

#[test]
fn natural_breaks_stay_open() {
    assert_eq!(joined("정책/법제 AI/ML 24/7 I/O"), "정_책/법_제 AI/ML 24/7 I/_O");
    assert_eq!(joined("state-of-the-art e-Learning"), "state-of-the-art e-_Learning");
    assert_eq!(joined("https://spri.kr/a-b?c=d에서"), "https://spri.kr/a-b?c=d_에_서");
}

#[test]
fn numbers_keep_their_units_across_spaces() {
    assert_eq!(joined("4,000억 원을"), "4,000_억 _원_을");
    assert_eq!(joined("2조 4,000억 원"), "2_조 _4,000_억 _원");
    assert_eq!(joined("8만 5천 곳"), "8_만 _5_천 _곳");
    assert_eq!(joined("15 초 10 %"), "15 _초 10 _%");
    assert_eq!(joined("700개 이상"), "700_개 이_상");
}

#[test]
fn signs_stay_with_the_next_word() {
    assert_eq!(joined("① 가나 △ 다 ☞ 라"), "① _가_나 △ _다 ☞ _라");
    assert_eq!(joined("①가 △나"), "①_가 △_나");
    assert_eq!(joined("(연구자) 가"), "(연_구_자) 가");
    assert_eq!(joined("가 ~ 나 – 다"), "가 _~ 나 _– 다");
}

#[test]
fn a_long_eojeol_may_break_but_not_at_brackets_or_numbers() {
    assert_eq!(limited("가나다라마바사(아자차)카", 8), "가나다라마바_사_(아자_차)_카");
    assert_eq!(limited("가나다라4000만원까지", 8), "가나다_라_4000_만_원_까_지");
}

#[test]
fn a_long_eojeol_breaks_at_its_joints() {
    assert_eq!(limited("가나·다라·마바·사아", 8), "가_나_·다_라_·마_바_·사_아");
    assert_eq!(limited("ChatGPT기반으로", 8), "ChatGPT기반_으_로");
}

#[test]
fn runs_are_joined_across_their_boundary() {
    let mut joiner = Joiner::new(24);
    let never: &dyn Fn(usize) -> bool = &|_| false;
    assert_eq!(joiner.run("굵", never), "굵");
    assert_eq!(joiner.run("은", never), "\u{2060}은");
    assert_eq!(joiner.run(" 3", never), " 3");
    assert_eq!(joiner.run(" 초", never), " \u{2060}초");
    joiner.reset();
    assert_eq!(joiner.run("가", never), "가");
}

#[test]
fn a_mark_sticks_to_both_sides() {
    let mut joiner = Joiner::new(24);
    assert_eq!(joiner.run("안", &|_| false), "안");
    assert_eq!(joiner.glue(), "\u{2060}");
    assert_eq!(joiner.run("이 가", &|_| false), "\u{2060}이 가");
    assert_eq!(joiner.run(" ", &|_| false), " ");
    assert_eq!(joiner.glue(), "\u{2060}");
    joiner.reset();
    assert_eq!(joiner.glue(), "");
    assert_eq!(joiner.run("가", &|_| false), "\u{2060}가");
}

#[test]
fn an_opened_place_gets_no_joiner() {
    assert_eq!(Joiner::new(24).run("가나다라", &|byte| byte == 6), "가\u{2060}나다\u{2060}라");
}

#[test]
fn joiners_never_split_a_grapheme() {
    let family = "👨\u{200D}👩\u{200D}👧";
    assert_eq!(joined(&format!("가{family}나")), format!("가_{family}_나"));
    assert_eq!(joined("🇰🇷을"), "🇰🇷_을");
}

#[test]
fn loose_lines_are_relieved_between_syllables_and_at_joints() {
    let at = |word: &str, breaks: Vec<usize>| {
        let mut out = word.to_string();
        breaks.into_iter().rev().for_each(|at| out.insert(at, '|'));
        out
    };
    let shown = |word: &str| at(word, eojeol_breaks(word));
    assert_eq!(shown("인공지능에서"), "인공|지능에서");
    assert_eq!(shown("가나"), "가나");
    assert_eq!(shown("정부에서"), "정부에서");
    assert_eq!(shown("경제협력개발기구(OECD)가"), "경제|협력|개발|기구(OECD)가");
    assert_eq!(shown("5000만원까지"), "5000만원까지");
    assert_eq!(shown("활성화하는"), "활성화하는");
    assert_eq!(shown("설계·개발·배포"), "설계·|개발·|배포");
    assert_eq!(shown("최고AI책임자(CAIO)를"), "최고|AI|책임자(CAIO)를");
    assert_eq!(shown("SME유나이티드,"), "SME|유나|이티드,");
    assert_eq!(shown("2014년~2018년의"), "2014년~|2018년의");
    assert_eq!(shown("참가자들은"), "참가자들은");
    assert_eq!(shown("집계되었으며"), "집계되었으며");
    assert_eq!(at("집계되었으며", forced_breaks("집계되었으며")), "집계|되었으며");
    assert_eq!(shown("MS는"), "MS는");
    assert_eq!(shown("민·관"), "민·관");
    assert_eq!(shown("오픈AI에서"), "오픈AI에서");
}
