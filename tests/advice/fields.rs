//! Slips in what the fields of a manifest say.

use crate::{Elsewhere, Slip, follow};

const CHART: &str = r#"chart = { kind = "share", unit = "%", alt = "도입 40%", caption = "현황", data = [
  { label = "도입", value = 40 },
  { label = "검토", value = 60 },
] }"#;
const DATA: &str = r#"data = [
  { label = "도입", value = 40 },
  { label = "검토", value = 60 },
]"#;
const TABLE: &str = "labels = [\"갑\", \"을\"], series = [{ name = \"가\", values = [40, 60] }]";
const SECTION: &str = "[[parts.sections]]\ntitle = \"정책\"\n";
const ROW: &str = "rows = [{ name = \"총회\", period = \"2025.7.21~27\" }]";
const SOURCE: &str = "{ publisher = \"UN\", title = \"GA\", date = 2025-03-21 }";

pub const SLIPS: &[Slip] = &[
    (
        SOURCE,
        "\"UN\"",
        "E0248",
        Some("{ publisher = \"UN\", title = \"자료 제목\", date = 2024-01-01 }"),
    ),
    (ROW, "rows = []", "E0213", Some(ROW)),
    (
        "[\"핵심 하나\", \"핵심 둘\"]",
        "[\"하나\", \"둘\", \"셋\", \"넷\", \"다섯\", \"여섯\"]",
        "E0214",
        Some("[\"하나\", \"둘\", \"셋\", \"넷\", \"다섯, 여섯\"]"),
    ),
    ("alt = \"도입 40%\"", "alt = \" \"", "E0245", Some("alt = \"도입 40%, 검토 60%\"")),
    ("month = 6", "month = 13", "E0216", Some("month = 6\nvolume = 1")),
    ("month = 6", "month = [6]", "E0272", Some("month = [6, 7]")),
    ("2025-06-10", "2025-03-10", "W0273", Some("2025-06-11")),
    ("month = 6", "month = 6\nserial = 0", "E0274", Some("month = 6\nserial = 1")),
    ("month = 6", "month = 6\nunfinished = \"글 한 편이 모자람\"", "W0276", Some("month = 6")),
    (
        "[[parts]]\ntitle = \"행사\"\n",
        "[[parts]]\ntitle = \"빈 부\"\n\n[[parts]]\ntitle = \"행사\"\n",
        "E0219",
        Some("[[parts]]\ntitle = \"행사\"\n"),
    ),
    (
        SECTION,
        "[[parts.sections]]\ntitle = \"빈 절\"\n\n[[parts.sections]]\ntitle = \"정책\"\n",
        "E0220",
        Some(SECTION),
    ),
    ("title = \"행사 일정\"", "title = \"기사 하나\"", "E0221", Some("title = \"행사\"")),
    ("kind = \"events\"", "kind = \"event\"", "E0222", Some("kind = \"events\"")),
    ("kind = \"events\"", "kind = \"일정표\"", "E0223", Some("kind = \"events\"")),
    (
        SOURCE,
        "{ publisher = \"UN\", title = \"GA\", date = 2025-03-21, url = \"www.un.org\" }",
        "E0225",
        Some(
            "{ publisher = \"UN\", title = \"GA\", date = 2025-03-21, url = \"https://www.un.org\" }",
        ),
    ),
    (
        SOURCE,
        "{ publisher = \"UN\", title = \"GA\", date = 2025-03-21, url = \"https://un org\" }",
        "E0226",
        Some("{ publisher = \"UN\", title = \"GA\", date = 2025-03-21, url = \"https://un.org\" }"),
    ),
    ("value = 40", "value = -40", "E0227", Some("value = 40")),
    (
        CHART,
        r#"chart = { kind = "share", alt = "하나", data = [{ label = "갑", value = 100 }] }"#,
        "E0246",
        Some(CHART),
    ),
    (DATA, "data = [], series = []", "E0280", Some(DATA)),
    (
        DATA,
        "labels = [\"갑\", \"을\"], series = [{ name = \"가\", values = [40, 60] }, { name = \"나\", values = [50, 50] }]",
        "E0282",
        Some(TABLE),
    ),
    (
        CHART,
        "chart = { kind = \"bars\", alt = \"도입\", labels = [\"갑\", \"을\"], series = [{ name = \"가\", values = [1, 2] }, { name = \"나\", values = [1, 2] }, { name = \"다\", values = [1, 2] }, { name = \"라\", values = [1, 2] }, { name = \"마\", values = [1, 2] }] }",
        "E0281",
        Some(CHART),
    ),
    (
        DATA,
        "labels = [\"갑\", \"을\"], series = [{ name = \"가\", values = [40] }]",
        "E0283",
        Some(TABLE),
    ),
    (
        DATA,
        "data = '''\n갑 40\n을 60\n'''",
        "E0284",
        Some("data = \"\"\"\n이름\\t값\n갑\\t40\n을\\t60\n\"\"\""),
    ),
    (
        DATA,
        "data = \"\"\"\n이름\\t값\n갑\\t40\\t1\n을\\t60\n\"\"\"",
        "E0285",
        Some("data = \"\"\"\n이름\\t값\n갑\\t40\n을\\t60\n\"\"\""),
    ),
    (
        DATA,
        "data = \"\"\"\n이름\\t값\n갑\\t마흔\n을\\t60\n\"\"\"",
        "E0286",
        Some("data = \"\"\"\n이름\\t값\n갑\\t40%\n을\\t60\n\"\"\""),
    ),
    (
        DATA,
        "data = \"\"\"\n이름\\t값\n\\t40\n을\\t60\n\"\"\"",
        "E0287",
        Some("data = \"\"\"\n이름\\t값\n갑\\t40\n을\\t60\n\"\"\""),
    ),
    ("value = 40", "value = 30", "W0229", Some("value = 40")),
    (
        "\"2025.7.21~27\"",
        "\"칠월 하순에서 팔월\"",
        "E0230",
        Some("{ text = \"칠월 하순에서 팔월\" }"),
    ),
    ("\"2025.7.21~27\"", "\"7.21~27\"", "W0275", Some("\"2025.7.21~27\"")),
    ("2025.7.21~27", "2025.7.21.(화)~27", "W0271", Some("2025.7.21.(월)~27")),
    ("2025.7.21~27", "2025.7.32", "E0231", Some("2025.7.31")),
    ("2025.7.21~27", "2025.7.27~21", "E0232", Some("2025.7.21~27")),
    (
        "layout = \"spri-brief\"",
        "layout = \"spri-brief\"\nslug = \"호 이름\"",
        "E0234",
        Some("layout = \"spri-brief\"\nslug = \"spri-ai-brief-2024-05\""),
    ),
    (
        "[[parts]]\ntitle = \"동향\"",
        "[print]\nbleed = \"30mm\"\n\n[[parts]]\ntitle = \"동향\"",
        "E0236",
        Some("[print]\nbleed = \"3mm\"\n\n[[parts]]\ntitle = \"동향\""),
    ),
    (
        "[[parts]]\ntitle = \"동향\"",
        "[print]\ntrim = \"큰 판\"\n\n[[parts]]\ntitle = \"동향\"",
        "E0237",
        Some("[print]\ntrim = \"210mm x 297mm\"\n\n[[parts]]\ntitle = \"동향\""),
    ),
    (
        "[[parts]]\ntitle = \"동향\"",
        "[print]\nspine = \"12\"\n\n[[parts]]\ntitle = \"동향\"",
        "E0296",
        Some("[print]\nbinding = \"perfect\"\nspine = \"2.4mm\"\n\n[[parts]]\ntitle = \"동향\""),
    ),
    (
        "[[parts]]\ntitle = \"동향\"",
        "[print]\ninks = []\n\n[[parts]]\ntitle = \"동향\"",
        "W0295",
        Some("[print]\ninks = [\"K\"]\n\n[[parts]]\ntitle = \"동향\""),
    ),
    (
        "[[parts]]\ntitle = \"동향\"",
        "[print]\ndue = 2020-06-03\n\n[[parts]]\ntitle = \"동향\"",
        "W0294",
        Some("[print]\ndue = 2025-06-03\n\n[[parts]]\ntitle = \"동향\""),
    ),
    (
        "[[parts]]\ntitle = \"동향\"",
        "[print]\nquantity = 0\n\n[[parts]]\ntitle = \"동향\"",
        "E0239",
        Some("[print]\nquantity = 500\n\n[[parts]]\ntitle = \"동향\""),
    ),
    (
        "publisher = \"물길연구소\"",
        "publisher = \"물길연구소\"\nlanguage = \"한국어\"",
        "E0238",
        Some("publisher = \"물길연구소\"\nlanguage = \"ko\""),
    ),
];

/// Messages of fields that have no slip here, and why.
pub const ELSEWHERE: Elsewhere = &[
    ("E0218", "a manifest without parts has other slips too"),
    ("E0228", "a count of the layout"),
    ("E0233", "in the tests of tables"),
    ("E0242", "a count"),
    ("E0297", "the file has to be got first"),
    ("E0299", "the file has to be got first"),
    ("E0247", "a length"),
    ("E0270", "a year is taken from the number"),
    ("E0290", "with the notation"),
    ("E0291", "with the notation"),
    ("E0292", "with the notation"),
    ("E0293", "with the notation"),
    ("W1711", "in the tests of house checks"),
    ("W1712", "in the tests of house checks"),
    ("W1713", "in the tests of house checks"),
    ("W1714", "in the tests of house checks"),
    ("W1715", "in the tests of house checks"),
    ("W1716", "in the tests of new numbers"),
];

#[test]
fn what_is_told_to_write_in_a_field_is_taken() {
    follow(SLIPS);
}
