//! What the manifest says is what a reader finds: every text field, whatever is written in it, comes
//! back letter by letter (white space apart) from the laid-out pages and from the PDF.

mod common;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

use jikji::edition::number::SetNumber;
use jikji::edition::screen;
use jikji::manifest::load_bytes;
use jikji::session::set_loaded;
use jikji::typeset::fonts::Fonts;
use jikji_diagnostic::source::Sources;
use proptest::prelude::*;
use typst::layout::{Frame, FrameItem};
use unicode_normalization::UnicodeNormalization;

/// A field: how its text is written in the manifest, and what a reader must find.
#[derive(Debug, Clone)]
struct Field {
    written: String,
    shown: String,
}

impl Field {
    /// A plain text.
    fn plain(text: &str) -> Self {
        Self { written: quoted(text), shown: common::without_space(text) }
    }

    /// One paragraph of prose.
    fn prose(text: &str) -> Self {
        Self { written: quoted(&styled(text)), shown: common::without_space(text) }
    }

    /// Text inside a body.
    fn inner(text: &str) -> Self {
        Self { written: styled(text), shown: common::without_space(text) }
    }
}

/// A TOML string.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
    out + "\""
}

/// Text in which Markdown reads nothing.
fn escaped(text: &str) -> String {
    text.chars()
        .flat_map(|c| c.is_ascii_punctuation().then_some('\\').into_iter().chain([c]))
        .collect()
}

/// The same with its second and third word emphasised, so that styled text begins with anything.
fn styled(text: &str) -> String {
    let words: Vec<_> = text.split(' ').map(escaped).collect();
    match &words[..] {
        [first, second, third, rest @ ..] if !second.is_empty() && !third.is_empty() => {
            let head = format!("{first} **{second} {third}**");
            rest.iter().fold(head, |text, word| text + " " + word)
        }
        _ => words.join(" "),
    }
}

/// Characters that the bundled fonts have and an author may write, beyond the usual ones.
fn covered() -> &'static Vec<char> {
    static COVERED: OnceLock<Vec<char>> = OnceLock::new();
    COVERED.get_or_init(|| {
        let fonts = Fonts::collect(Path::new("/nonexistent"), false);
        let all: BTreeSet<char> = ('!'..='\u{2FFFF}').collect();
        let missing = fonts.missing(&all);
        all.difference(&missing).copied().filter(|c| is_plain(*c)).collect()
    })
}

/// A character that stands for itself: no space, no control, nothing that is mapped, refused or
/// dropped, nothing that joins its neighbour, no emoji.
fn is_plain(c: char) -> bool {
    let mapped = matches!(c,
        '\u{3164}' | '\u{FFA0}'..='\u{FFDC}' | '\u{E000}'..='\u{F8FF}' | '\u{FFF0}'..='\u{FFFF}'
        | '\u{1100}'..='\u{11FF}' | '\u{A960}'..='\u{A97F}' | '\u{D7B0}'..='\u{D7FF}'
        | '\u{1F000}'..='\u{1FAFF}')
        // Some of these stand for a common sign, by what is beside them.
        || "∼～〜˜∙․‧・ㆍ⋅‐‑⋯".contains(c);
    let composed = std::iter::once(c).nfc().eq([c]);
    let joins = unicode_normalization::char::is_combining_mark(c);
    let ignorable = typst::text::is_default_ignorable(c);
    !(c.is_whitespace() || c.is_control() || mapped || !composed || joins || ignorable)
}

fn letter() -> impl Strategy<Value = char> {
    let among = |text: &'static str| prop::sample::select(text.chars().collect::<Vec<_>>());
    prop_oneof![
        12 => prop::char::range('가', '힣'),
        3 => prop::char::range('a', 'z'),
        2 => prop::char::range('A', 'Z'),
        3 => prop::char::range('0', '9'),
        2 => among("漢字國民經濟新聞硏究所學術人工知能論文情報化社會産業動向政府美中日韓"),
        4 => among("※△①②⑳☞★●■◇→↔·…–—~%℃㎡㈜㉠「」『』《》〈〉【】‘’“”"),
        6 => among("#$*_`<>@~=-+/\\[](){}!?.,:;'\"&^|%"),
        1 => prop::sample::select(covered()),
    ]
}

fn word(most: usize) -> impl Strategy<Value = String> {
    let quotes = prop::sample::select(vec![("", ""), ("‘", "’"), ("“", "”"), ("「", "」")]);
    (prop::collection::vec(letter(), 1..=most), quotes, 0..8).prop_map(
        |(letters, (open, close), dice)| {
            let word = String::from_iter(letters);
            if dice == 0 { format!("{open}{word}{close}") } else { word }
        },
    )
}

/// A text of `words` words of at most `letters` letters.
fn text(words: usize, letters: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(word(letters), 1..=words).prop_map(|words| words.join(" "))
}

/// One number with every text field filled.
#[derive(Debug, Clone)]
struct Number {
    head: Vec<String>,
    brief: Vec<String>,
    chart: Vec<String>,
    event: Vec<String>,
    colophon: Vec<String>,
}

fn number() -> impl Strategy<Value = Number> {
    (
        prop::collection::vec(text(3, 6), 6),
        prop::collection::vec(text(9, 8), 16),
        prop::collection::vec(text(2, 5), 7),
        prop::collection::vec(text(3, 7), 5),
        prop::collection::vec(text(6, 8), 3),
    )
        .prop_map(|(head, brief, chart, event, colophon)| Number {
            head,
            brief,
            chart,
            event,
            colophon,
        })
}

impl Number {
    /// The manifest, and what must be found in it, with the field's name.
    fn manifest(&self) -> (String, Vec<(&'static str, String)>) {
        let mut found = vec![];
        let mut field = |name, field: Field| {
            found.push((name, field.shown));
            field.written
        };
        let [head, brief, chart, event, colophon] =
            [&self.head, &self.brief, &self.chart, &self.event, &self.colophon];
        // A title may not repeat another; that is another test's business.
        let second_title = format!("{} 둘", head[5]);
        let manifest = format!(
            "layout = \"spri-brief\"\nslug = \"text\"\n\
             [publication]\nname = {}\ntagline = {}\npublisher = {}\n\
             [issue]\nyear = 2024\nmonth = 5\npublished = 2024-05-07\n\
             [[parts]]\ntitle = {}\n[[parts.sections]]\ntitle = {}\n\
             [[parts.sections.entries]]\nkind = \"brief\"\ntitle = {}\nkey = [{}, {}]\n\
             body = '''\n## {}\n- {}[^a] {}\n  - {}\n    - {}\n\n[^a]: {}\n\n{}\n\n\
             | {} | {} |\n|---|---|\n| {} | {} |\n'''\n\
             chart = {{ kind = \"bars\", unit = \"%\", alt = \"x\", caption = {}, label = {}, \
             value = {}, data = [{{ label = {}, value = 3 }}, {{ label = {}, value = 1 }}] }}\n\
             image = {{ file = \"images/contour.svg\", alt = \"x\", caption = {} }}\n\
             sources = [{{ publisher = {}, title = {}, date = 2024-05-01 }}]\n\
             [[parts.entries]]\nkind = \"events\"\ntitle = {}\n\
             rows = [{{ name = {}, period = \"2024.6.1~3\", place = {} }}]\n\
             [colophon]\ncontact = {}\naddress = [{}, {}]\n",
            field("publication.name", Field::plain(&head[0])),
            field("publication.tagline", Field::plain(&head[1])),
            field("publication.publisher", Field::plain(&head[2])),
            field("part title", Field::plain(&head[3])),
            field("section title", Field::plain(&head[4])),
            field("entry title", Field::plain(&head[5])),
            field("key", Field::prose(&brief[0])),
            field("key", Field::prose(&brief[1])),
            field("subhead", Field::inner(&brief[2])),
            field("item", Field::inner(&brief[3])),
            field("item after a mark", Field::inner(&brief[4])),
            field("item of the second level", Field::inner(&brief[5])),
            field("item of the third level", Field::inner(&brief[6])),
            field("note", Field::inner(&brief[7])),
            field("paragraph", Field::inner(&brief[8])),
            field("table head", Field::inner(&brief[9])),
            field("table head", Field::inner(&brief[10])),
            field("table cell", Field::inner(&brief[11])),
            field("table cell", Field::inner(&brief[12])),
            field("chart.caption", Field::prose(&chart[0])),
            field("chart.label", Field::plain(&chart[1])),
            field("chart.value", Field::plain(&chart[2])),
            field("chart.data.label", Field::plain(&chart[3])),
            field("chart.data.label", Field::plain(&chart[4])),
            field("image.caption", Field::prose(&chart[5])),
            field("source.publisher", Field::prose(&brief[13])),
            field("source.title", Field::prose(&brief[14])),
            field("events title", Field::plain(&second_title)),
            field("event.name", Field::prose(&event[0])),
            field("event.place", Field::prose(&event[1])),
            field("colophon.contact", Field::prose(&colophon[0])),
            field("colophon.address", Field::prose(&colophon[1])),
            field("colophon.address", Field::prose(&colophon[2])),
        );
        (manifest, found)
    }
}

/// Sets a manifest, or says why not.
fn set(manifest: &str) -> Result<SetNumber, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut sources = Sources::default();
    let loaded = load_bytes(manifest.as_bytes(), "issue.toml", &folder, &mut sources);
    let outcome = set_loaded(loaded, sources);
    outcome.number.ok_or_else(|| {
        let found = outcome.diagnostics.iter().map(|found| {
            jikji_diagnostic::render::render(
                found,
                &outcome.sources,
                jikji_diagnostic::Lang::En,
                false,
            )
        });
        found.collect()
    })
}

/// The text of the pages in their own order, without white space.
fn page_text(number: &SetNumber) -> String {
    let mut out = String::new();
    for page in number.pages.document.pages() {
        frame_text(&page.frame, &mut out);
    }
    common::without_space(&out)
}

fn frame_text(frame: &Frame, out: &mut String) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => frame_text(&group.frame, out),
            FrameItem::Text(text) => {
                // What is shown are the glyphs; the text is what is copied.
                assert!(text.glyphs.iter().all(|glyph| glyph.id != 0), "no glyph: {}", text.text);
                out.push_str(&text.text);
            }
            _ => {}
        }
    }
}

/// The text that poppler extracts from the PDF, where it is installed.
fn extracted(number: &SetNumber) -> Option<String> {
    let pdf = screen::export(number).expect("a set number is exported");
    let file = tempfile::Builder::new().suffix(".pdf").tempfile().unwrap();
    std::fs::write(file.path(), pdf).unwrap();
    common::extracted_text(file.path())
}

fn check(manifest: &str, fields: &[(&str, String)]) -> Result<(), TestCaseError> {
    let number = set(manifest).map_err(|why| TestCaseError::fail(format!("{why}\n{manifest}")))?;
    let own = page_text(&number);
    let poppler = extracted(&number);
    for (name, shown) in fields {
        prop_assert!(own.contains(shown), "{name}: {shown}\nis not on the pages:\n{own}");
        if let Some(poppler) = &poppler {
            prop_assert!(poppler.contains(shown), "{name}: {shown}\nis not in:\n{poppler}");
        }
    }
    Ok(())
}

/// How many cases to try: so many, or what `PROPTEST_CASES` says.
fn cases(usual: u32) -> u32 {
    std::env::var("PROPTEST_CASES").map_or(usual, |cases| cases.parse().unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: cases(24),
        max_shrink_iters: 100,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_field_reads_back(number in number()) {
        let (manifest, fields) = number.manifest();
        check(&manifest, &fields)?;
    }
}

/// Texts that once were, or nearly were, read as something else.
#[test]
fn known_traps_read_back() {
    let traps = [
        "1. 첫째 - 둘째 + 셋째 = 넷째 / 다섯째: 여섯째",
        "강조 1. 첫째 = 둘째 + 셋째",
        "강조 + 더하기 강조 - 빼기 -5 \\-5",
        "- 목록 아님 -- --- -? ... .. ~ \\ \\\\ \\n",
        "#let x = [1] #x; #(1 + 1).a @ref <tag> $x$",
        "`raw` ``` // 주석 /* 주석 */ https://example.org/a_b*c",
        "| 칸 | \\| 칸 | || ^[x] [^1] [x](y) ![x](y) <b>",
        "‘‘겹’’ “”따옴표 'single' \"double\" 's",
        "&amp; &#35; &nbsp; ~~줄~~ __밑줄__ **굵게**",
        "\u{41}\u{30A}\u{E9}ǅ ﬁ ﬂ ½ ² ㎡ Ⅳ ㈜ ℃",
    ];
    for trap in traps {
        let trap: String = trap.nfc().collect();
        let some = |group, count| (0..count).map(|n| format!("{trap}{group}{n}")).collect();
        let number = Number {
            head: some('h', 6),
            brief: some('b', 16),
            chart: some('c', 7),
            event: some('e', 5),
            colophon: some('k', 3),
        };
        let (manifest, fields) = number.manifest();
        check(&manifest, &fields).unwrap_or_else(|why| panic!("{trap}: {why}"));
    }
}
