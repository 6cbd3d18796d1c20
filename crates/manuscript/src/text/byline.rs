//! Lines that name who wrote a text: `홍길동 주무관`, `작성자: 홍길동`, `총무과 홍길동 (02-123-4567)`.
//!
//! They are told by labels, by names before or behind a rank, and by a name beside a number to call; a sentence is none.

/// The longest such line, in characters.
const LONGEST: usize = 70;
/// Labels that name a writer, before a colon.
const LABELS: &str = "작성자 작성 글쓴이 글 글·사진 필자 저자 집필 집필자 기고 기고자 발표자 담당자 담당 by \
    author authors";
/// Those that do without one.
const PLAIN: &str = "작성자 글쓴이 필자 저자 집필자 기고자 by";
/// What ranks end with.
const RANKS: &str = "주무관 사무관 서기관 이사관 연구원 연구위원 연구관 연구사 전문위원 수석위원 자문위원 교수 박사 \
    박사과정 석사과정 강사 기자 특파원 편집장 작가 평론가 칼럼니스트 변호사 변리사 회계사 노무사 \
    과장 팀장 실장 국장 부장 차장 본부장 단장 센터장 원장 소장 학장 대표 이사 대표이사 매니저 \
    컨설턴트 수석 책임";
/// The first syllables of names.
const FAMILIES: &str = "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길위표명반라왕금옥육인맹제모탁국용예";
/// Nouns of three syllables that begin as names do and stand before ranks, and what such nouns end with.
const NOUNS: &str = "장애인 이재민 전문인 정보인 신문인 문화인 한국인 전문직 공무직 임기제 정규직 노동자 연구자 이용자 \
    기술자 전문가 정책실 기획실 정보실 총무실 홍보실 강원도 전라도 경상도 충청도 제주도 황해도 강남구 \
    강동구 강북구 강서구 금천구 노원구 도봉구 마포구 서초구 성동구 성북구 송파구 양천구 용산구 은평구 \
    남동구 연수구 유성구 서대문 국토부 선임급 책임급 신임급 박사급 이사회 위원회 조합원 연합회 주식회 \
    소비자 전시회 진흥원 기술원 정보원 공단장 조교수 부교수";
const ENDINGS: [char; 6] = ['부', '처', '청', '팀', '시', '군'];
/// Names of families of two.
const DOUBLE: &str = "남궁 황보 제갈 선우 독고 사공";

/// Whether a line names who wrote the text below it.
pub fn is_byline(words: &str) -> bool {
    let words = words.trim();
    let last = words.split_whitespace().last().unwrap_or_default();
    let ended = words.ends_with(['.', '?', '!']) || words.ends_with(['다', '요']) && !is_name(last);
    if words.is_empty() || words.chars().count() > LONGEST || ended {
        return false;
    }
    let bare =
        words.trim_matches(['(', ')', '[', ']', '<', '>', '〈', '〉', '-', '–', '|', '=', ' ']);
    labelled(bare) || called(bare) || people(bare)
}

/// `작성자: …`, `글 홍길동`.
fn labelled(words: &str) -> bool {
    let known = |label: &str, all: &str| {
        let label: String = label.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
        all.split(' ').any(|known| known == label)
    };
    if let Some((label, rest)) = words.split_once([':', '：', '|', '│']) {
        let named = rest.chars().any(|c| c.is_alphabetic());
        return named && known(label, LABELS);
    }
    let Some((label, rest)) = words.split_once(char::is_whitespace) else { return false };
    let few = rest.split_whitespace().count() <= 4 && !rest.ends_with("의");
    few && (known(label, PLAIN) && (people(rest) || is_name(rest.trim()) || is_latin_name(rest))
        || matches!(label, "글" | "글·사진") && (people(rest) || is_name(rest.trim())))
}

/// A name beside a number to call or an address to write to: `총무과 홍길동 (02-123-4567)`.
fn called(words: &str) -> bool {
    let contact = words.split(|c: char| c.is_whitespace() || "()[],/☎".contains(c)).any(|word| {
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        let phone = (8..=11).contains(&digits)
            && word.matches('-').count() >= 1
            && word.chars().all(|c| c.is_ascii_digit() || "-.".contains(c));
        let mail = word
            .split_once('@')
            .is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && host.is_ascii());
        phone || mail
    });
    let words = words.split(|c: char| c.is_whitespace() || "()[],/".contains(c));
    contact && words.filter(|word| is_name(word) || is_rank(word)).count() > 0
}

/// Names with their ranks, one or several: all of them are.
fn people(words: &str) -> bool {
    let mut any = false;
    for one in words.split([',', '·', '/', '&', '、']).map(str::trim) {
        let words: Vec<&str> = one
            .split(|c: char| c.is_whitespace() || "()".contains(c))
            .filter(|word| !word.is_empty())
            .collect();
        match words[..] {
            [.., name, rank] if is_name(name) && is_rank(rank) => any = true,
            [.., rank, name] if is_name(name) && is_rank(rank) => any = true,
            [name] if is_name(name) => {}
            _ => return false,
        }
    }
    any
}

/// A Korean name in full: three syllables, or four after a family of two.
fn is_name(word: &str) -> bool {
    let syllables = word.chars().count();
    let hangul = word.chars().all(|c| ('가'..='힣').contains(&c));
    let family = word.chars().next().is_some_and(|c| FAMILIES.contains(c));
    let led = word.ends_with(['와', '과', '의', '을', '를', '는', '에']);
    let led = led || word.ends_with(ENDINGS) || NOUNS.split(' ').any(|noun| noun == word);
    let double = DOUBLE.split(' ').any(|family| word.starts_with(family));
    hangul
        && !led
        && !is_rank(word)
        && (syllables == 3 && (family || double) || syllables == 4 && double)
}

fn is_latin_name(words: &str) -> bool {
    words.split_whitespace().count() > 1
        && words.split_whitespace().all(|word| word.starts_with(|c: char| c.is_ascii_uppercase()))
}

fn is_rank(word: &str) -> bool {
    RANKS
        .split(' ')
        .any(|rank| word.strip_suffix(rank).is_some_and(|before| before.chars().count() <= 2))
}

#[cfg(test)]
mod tests {
    use super::is_byline;

    #[test]
    fn a_byline_is_known_by_its_names() {
        for line in [
            "홍길동 주무관",
            "작성자: 홍길동",
            "작성자 : 등대과 홍길동",
            "○○과 홍길동 (02-123-4567)",
            "SW정책연구소 홍길동 선임연구원",
            "SW정책연구소 선임연구원 홍길동",
            "등대대학교 교수 남궁바다",
            "홍길동 주무관, 김바다 사무관",
            "홍길동·김바다 연구원",
            "글 홍길동",
            "글·사진 홍길동 기자",
            "(홍길동 책임연구원, keeper@light.example)",
            "By Gil Dong",
            "필자: Gil-dong Hong",
        ] {
            assert!(is_byline(line), "{line}");
        }
    }

    #[test]
    fn a_line_of_the_text_is_none() {
        for line in [
            "조합이 기구를 나눔",
            "바닷길의 역사와 등대",
            "주요 기업 대표",
            "이번 달의 소식은 홍길동 주무관이 전한다.",
            "담당 과장",
            "장애인 주무관",
            "서울시 주무관",
            "강원도 사무관",
            "국방부 과장",
            "갯벌 지도의 공개와 연구원",
            "문의 02-123-4567",
            "글 쓰는 인공지능",
            "글로벌 동향: 유럽",
            "개요",
            "정책 동향",
            "KEY Contents",
            "2024년 5월 7일",
            "안개 예보, 여섯 시간 앞서 알림",
            "",
        ] {
            assert!(!is_byline(line), "{line}");
        }
    }
}
