//! How the words of a paste look where they come from: levels, headings, bold, links; as this Markdown writes them.
//!
//! What signs mean without them is not known here.

use std::rc::Rc;

use jikji_prose::levels::DEEPEST;
use jikji_prose::marker;

use super::worn::{Line, Run, is_all_bold, read};

/// How far a line is looked for in the other text, in bytes without blanks.
const REACH: usize = 1 << 11;

/// What became of it.
#[derive(Default)]
pub struct Dressed {
    /// The text.
    pub text: String,
    /// Lines that came with signs and are items.
    pub signs: usize,
    /// Lines that are headings.
    pub heads: usize,
    /// Whether all words were bold, so that none is.
    pub all_bold: bool,
    /// Bold words and addresses that have no place in the text.
    pub left: Vec<String>,
    /// Words that were slanted, raised or lowered.
    pub flat: Vec<String>,
}

/// A text as Markdown, and how it looks by its [marks](super::worn).
///
/// Where the marks tell of lists, headings or tables, or there is no other text, the words are theirs; word processors
/// leave fewer signs away in the other one.
pub fn dressed(text: &str, looks: &str) -> Dressed {
    let mut dressed = Dressed::default();
    let mut lines = read(looks);
    dressed.all_bold = is_all_bold(&lines);
    dressed.flat = lines.iter().flat_map(|line| line.flat.iter().cloned()).collect();
    if dressed.all_bold {
        lines.iter_mut().flat_map(|line| &mut line.runs).for_each(|run| run.bold = false);
    }
    let own = text.is_empty() || lines.iter().any(Line::is_structure);
    if !own {
        lines = laid(text, &lines, &mut dressed.left);
    }
    // Signs that offices open subheads with say more than the levels of a list.
    let office = |line: &Line| line.sign.chars().all(|sign| marker::may_head(sign, ""));
    let ranked = lines.iter().any(|line| !line.sign.is_empty() && office(line));
    let mut open: Vec<usize> = vec![];
    let mut out: Vec<String> = vec![];
    for line in &lines {
        let written = written(line, ranked, &mut open, &mut dressed);
        let above = out.last().map_or("", |above| above);
        if own && is_parted(line, &written, above) {
            out.push(String::new());
        }
        // One empty line is as good as many.
        if !(own && written.is_empty() && out.last().is_none_or(String::is_empty)) {
            out.push(written);
        }
    }
    dressed.text = out.join("\n");
    if own {
        dressed.text.truncate(dressed.text.trim_end().len());
    }
    dressed
}

/// What no text of one line keeps: bold words, unless all are, and addresses that only the marks tell, and words that
/// are slanted, raised or lowered.
pub fn lost(looks: &str) -> (Vec<String>, Vec<String>) {
    let lines = read(looks);
    let flat = lines.iter().flat_map(|line| line.flat.iter().cloned()).collect();
    let all_bold = is_all_bold(&lines);
    let told =
        lines.iter().filter(|line| !line.head).flat_map(|line| &line.runs).filter_map(|run| {
            let words = run.text.trim();
            match run.href.is_empty() {
                true => (run.bold && !all_bold).then(|| words.into()),
                false => (link(words, &run.href) != words).then(|| run.href.to_string()),
            }
        });
    (told.filter(|told: &String| !told.is_empty()).collect(), flat)
}

/// Whether a line would go on with the one above it and is no part of it.
fn is_parted(line: &Line, written: &str, above: &str) -> bool {
    let signed = |text: &str| {
        let text = text.trim_start();
        marker::bullet(text).is_some() || text.starts_with(['※', '☞'])
    };
    let words = |text: &str| !text.trim().is_empty() && !text.contains('\t');
    let own = line.level.is_none() && !line.head && !line.goes_on && !signed(written);
    let item = above.trim_start().starts_with("- ");
    let both = line.paragraph && !signed(above) && !above.starts_with("## ");
    own && words(written) && words(above) && (item || both)
}

/// The text with the looks of the lines that were found in it, in their order; signs may stand before these.
fn laid(text: &str, lines: &[Line], left: &mut Vec<String>) -> Vec<Line> {
    // The text without blanks, and where each of its bytes stands.
    let (mut bare, mut places) = (String::new(), vec![]);
    for (at, c) in text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
        bare.push(c);
        places.extend(at..at + c.len_utf8());
    }
    let mut runs: Vec<Run> = vec![];
    let (mut done, mut from) = (0, 0);
    let plain = |text: &str| Run { text: text.into(), ..Run::default() };
    for line in lines {
        let own: String = line.runs.iter().map(|run| without_blanks(&run.text)).collect();
        let end = bare.floor_char_boundary(from + own.len() + REACH);
        let found = bare[from..end].find(&own).map(|at: usize| from + at);
        let mut at = found.unwrap_or(from);
        for run in &line.runs {
            let length = without_blanks(&run.text).len();
            if !run.is_plain() && length > 0 {
                let place = found.map(|_| places[at]..places[at + length - 1] + 1);
                match place.filter(|place| !text[place.clone()].contains('\n')) {
                    Some(place) => {
                        runs.push(plain(&text[done..place.start]));
                        runs.push(Run { text: text[place.clone()].into(), ..run.clone() });
                        done = place.end;
                    }
                    None if run.href.is_empty() => left.push(run.text.trim().into()),
                    None => left.push(run.href.to_string()),
                }
            }
            at += length;
        }
        from = if found.is_some() { at } else { from };
    }
    runs.push(plain(&text[done..]));
    let mut laid = vec![Line::default()];
    for run in runs {
        for (index, text) in run.text.split('\n').enumerate() {
            if index > 0 {
                laid.push(Line::default());
            }
            let line = laid.last_mut().expect("there is a line");
            line.push(Run { text: text.into(), bold: run.bold, href: Rc::clone(&run.href) });
        }
    }
    laid
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// A line as Markdown; `open` has the levels of the items above it.
fn written(line: &Line, ranked: bool, open: &mut Vec<usize>, dressed: &mut Dressed) -> String {
    let text = words(line);
    if text.trim().is_empty() {
        return String::new();
    }
    let number = line.sign.strip_suffix(['.', ')']).filter(|_| line.sign.chars().count() <= 5);
    let Some(level) = line.level.filter(|_| !line.head) else {
        if !line.goes_on {
            open.clear();
        }
        let number = number.map_or(String::new(), |_| format!("{} ", line.sign));
        dressed.heads += usize::from(line.head);
        return match line.head {
            true => format!("## {number}{}", text.trim()),
            false => format!("{number}{text}"),
        };
    };
    while open.last().is_some_and(|above| *above >= level) {
        open.pop();
    }
    open.push(level);
    let indent = "  ".repeat(open.len().min(DEEPEST) - 1);
    let drawn = line.sign.replace('§', "▪");
    if ranked && marker::bullet(&format!("{drawn} {text}")).is_some() {
        return format!("{indent}{drawn} {}", text.trim());
    }
    dressed.signs += usize::from(!line.sign.is_empty());
    let number = match number {
        Some(digits) if digits.bytes().all(|b| b.is_ascii_digit()) => {
            format!("{digits}\\{} ", &line.sign[digits.len()..])
        }
        Some(_) => format!("{} ", line.sign),
        None => String::new(),
    };
    format!("{indent}- {number}{}", text.trim())
}

/// The words of a line, bold ones and links marked; a heading is bold as it is.
fn words(line: &Line) -> String {
    let mut out = String::new();
    for (index, run) in line.runs.iter().enumerate() {
        let text = &run.text;
        let sign = if index == 0 && line.level.is_none() { sign(text) } else { 0 };
        let (sign, rest) = text.split_at(sign);
        let words = rest.trim();
        if words.is_empty() || run.is_plain() {
            out.push_str(text);
            continue;
        }
        let blanks = rest.len() - rest.trim_start().len();
        let star = if run.bold && !line.head { "**" } else { "" };
        out.extend([sign, &rest[..blanks], star, &link(words, &run.href), star]);
        out.push_str(&rest[blanks + words.len()..]);
    }
    out
}

/// The bytes of a sign or a number before the words.
fn sign(text: &str) -> usize {
    let from = text.len() - text.trim_start().len();
    let first = text[from..].find([' ', '\t']).map(|end| from + end);
    marker::bullet(&text[from..]).and(first).unwrap_or(0)
}

/// The words of a link; those that show its address are it.
fn link(words: &str, href: &str) -> String {
    let shown = href.trim_end_matches('/').trim_end_matches("://");
    let own = words.trim_end_matches('/');
    if href.is_empty() || own == shown || shown.split_once("://").is_some_and(|(_, at)| at == own) {
        return words.into();
    }
    if !shown.starts_with("http") {
        // An address that is no page's is read, not followed: it stands behind the words.
        let bare = shown.strip_prefix("mailto:").or(shown.strip_prefix("tel:")).unwrap_or(shown);
        let bare = bare.split('?').next().unwrap_or(bare);
        let there = bare.is_empty() || words.contains(bare);
        return if there { words.into() } else { format!("{words}({bare})") };
    }
    let escaped = |text: &str, signs: &str| {
        text.chars().fold(String::new(), |mut out, c| {
            if signs.contains(c) {
                out.push('\\');
            }
            out.push(c);
            out
        })
    };
    format!("[{}]({})", escaped(words, "[]"), escaped(&href.replace(' ', "%20"), "()\\&*_<>"))
}

#[cfg(test)]
mod tests {
    use super::dressed;

    /// `<tag|style|href>` for marks.
    fn marks(text: &str) -> String {
        text.replace('<', "\u{1}").replace('>', "\u{2}")
    }

    fn text(marked: &str) -> String {
        dressed("", &marks(marked)).text
    }

    fn word(level: usize, sign: &str, words: &str) -> String {
        let ignore = "<SPAN|mso-list: Ignore>";
        format!("<P|mso-list:l0 level{level} lfo1>{ignore}{sign}<SPAN>  </></>{words}</>\n")
    }

    #[test]
    fn levels_are_those_of_the_list() {
        let list = |items: &[(usize, &str, &str)]| {
            let all = items.iter().map(|(level, sign, words)| word(*level, sign, words));
            text(&all.collect::<String>())
        };
        let three = [(1, "l", "하나"), (2, "n", "둘"), (1, "l", "셋")];
        assert_eq!(list(&three), "- 하나\n  - 둘\n- 셋");
        let deep = [(2, "", "하나"), (3, "", "둘"), (9, "", "셋"), (2, "", "넷")];
        assert_eq!(list(&deep), "- 하나\n  - 둘\n    - 셋\n- 넷");
        assert_eq!(list(&[(1, "1.", "하나"), (2, "가.", "둘")]), "- 1\\. 하나\n  - 가. 둘");
        // Signs of offices go to those who know what they mean.
        assert_eq!(list(&[(1, "□", "하나"), (2, "§", "둘")]), "□ 하나\n  ▪ 둘");
        let nested = "<P>앞</>\n<UL><LI><P>하나</></>\n<LI>둘\n이어서\n<UL><LI>셋</>\n</></>\n</><P>뒤</>\n<P>끝</>";
        assert_eq!(text(nested), "앞\n- 하나\n- 둘\n이어서\n  - 셋\n\n뒤\n\n끝");
    }

    #[test]
    fn headings_bold_words_and_links_are_kept() {
        let marked = "<H2><B>제목</></>\n<P>앞 <B> 굵은 </> <SPAN|font-weight:700>글</>과 <A||https://a.kr/(b)>[이] 글</></>";
        assert_eq!(text(marked), "## 제목\n앞  **굵은  글**과 [\\[이\\] 글](https://a.kr/\\(b\\))");
        let own = "<A||https://a.kr/>https://a.kr</>, <A||https://b.kr>b.kr</>, <A||#ftn1>[1]</>";
        assert_eq!(text(own), "https://a.kr, b.kr, [1]");
        assert_eq!(text("<B>구분</>\t<B>값</>\n가\t<B>1</>"), "구분\t값\n가\t**1**");
        assert_eq!(text("<B|font-weight:normal><P>가 <B>나</></></>"), "가 **나**");
        assert_eq!(text("가 <B|mso-bidi-font-weight:normal>나</>"), "가 **나**");
        assert_eq!(text("가 <A||https://a.kr/b|c>나</>"), "가 [나](https://a.kr/b|c)");
        // What no page is at is kept to be read.
        assert_eq!(
            text("<A||mailto:a@b.kr?subject=x>담당</>, <A||tel:02-1>02-1</>"),
            "담당(a@b.kr), 02-1"
        );
        // Where all is bold nothing is.
        let all = dressed("", &marks("<B>모두</>\n<B>굵다</>"));
        assert_eq!((all.text.as_str(), all.all_bold), ("모두\n굵다", true));
    }

    #[test]
    fn looks_are_laid_over_a_text_with_its_signs() {
        let over = |text: &str, marked: &str| {
            let dressed = dressed(text, &marks(marked));
            (dressed.text, dressed.left)
        };
        let (text, left) = over(
            "□ 배경\n ○ 굵은 글과\n링크\n",
            "<P><B>배경</></>\n<P><B>굵은 글</>과</>\n<A||https://a.kr>링크</>\n<A||https://b.kr>없는 글</>",
        );
        assert_eq!(text, "□ **배경**\n ○ **굵은 글**과\n[링크](https://a.kr)\n");
        assert_eq!(left, ["https://b.kr"]);
        assert_eq!(over("□ 배경과 끝", "<B>□ 배경</>과 끝").0, "□ **배경**과 끝");
        assert_eq!(over("  가\n\n\n나", "<P>가</>\n<P>나</>").0, "  가\n\n\n나");
    }

    #[test]
    fn what_markdown_has_nothing_for_is_told() {
        let flat = |marked: &str| dressed("", &marks(marked)).flat;
        assert_eq!(flat("<P>넓이 10m<SUP>2</>와 <I>in situ</></>"), ["10m2", "in situ"]);
        assert_eq!(
            flat("CO<SPAN|vertical-align:sub>2</>, <SPAN|font-style:italic>기울임</>"),
            ["CO2", "기울임"]
        );
        assert_eq!(flat("가\t10<SUP>6</>"), ["106"]);
        // Marks of notes become marks of notes.
        assert_eq!(flat("글<A||#_ftn1><SUP>[1]</></>, 글<SUP>1)</>"), [""; 0]);
        assert_eq!(flat("<I|font-style:normal>바로</>"), [""; 0]);
    }

    #[test]
    fn any_marks_are_read() {
        let any =
            ["<", ">", "<<>", "</></>가", "<P|mso-list:level>가", "<|>가", "<B|\n>", "<LI>가</>"];
        for marked in any {
            text(marked);
            dressed("가나\n다", &marks(marked));
        }
        assert_eq!(text("<LI>가"), "- 가");
        let deep = "<UL><LI>".repeat(20_000) + "가" + &"</>".repeat(40_000);
        assert_eq!(text(&deep), "- 가");
        let many = format!("<P>나</>\n{}", "<B>가</>\t".repeat(20_000));
        dressed(&"가\n".repeat(20_000), &marks(&many));
    }
}
