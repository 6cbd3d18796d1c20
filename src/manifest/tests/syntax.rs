use super::{ISSUE, findings, with};

const TITLE: &str = "\"첫째 글\"";

fn title(written: &str) -> Vec<String> {
    findings(&with(TITLE, written))
}

#[test]
fn nothing_is_wrong_with_the_issue() {
    assert_eq!(findings(ISSUE), Vec::<String>::new());
}

#[test]
fn values_that_toml_refuses_are_named() {
    assert_eq!(title("\"첫째"), ["E0110 \"첫째"]);
    assert_eq!(title(""), ["E0116 ="]);
    assert_eq!(title("첫째 글"), ["E0118 첫째 글"]);
    assert_eq!(title("“첫째 글”"), ["E0119 “"]);
    assert_eq!(title(r#""a\d""#), [r"E0124 \d"]);
    assert_eq!(title(r#""\uD800""#), [r"E0125 \uD800"]);
    assert_eq!(title(r#""\uD83D\uDE00""#), [r"E0125 \uD83D", r"E0125 \uDE00"]);
    assert_eq!(title(r#""\u12""#), [r"E0125 \u12"]);
    assert_eq!(title(r#""그는 "안녕"이라""#), [r#"E0132 안녕"이라""#]);
    assert_eq!(title("\"a\" \"b\""), ["E0132 \"b\""]);
    assert_eq!(findings(&with("month = 5", "month = 05")), ["E0123 05"]);
    assert_eq!(findings(&with("month = 5", "month = 1__2")), ["E0122 1__2"]);
    assert_eq!(findings(&with("[[parts]]", "[fonts]\nsystem = True\n[[parts]]")), ["E0135 True"]);
}

#[test]
fn dates_that_do_not_exist_are_named_with_all_else() {
    let broken = with("2024-05-07", "2024-02-30").replace(TITLE, "38");
    assert_eq!(findings(&broken), ["E0121 2024-02-30", "E0204 38"]);
    for written in ["2024.5.7", "2024-5-7", "2024/5/7", "2024-13-01", "2023-02-29"] {
        let found = findings(&with("2024-05-07", written));
        assert_eq!(found, [format!("E0121 {written}")], "{written}");
    }
}

#[test]
fn control_characters_are_named_once_a_line() {
    assert_eq!(title("\"a\0b\""), ["E0126 \0"]);
    assert_eq!(title("'a\u{1}\u{2}b'"), ["E0126 \u{1}"]);
    assert_eq!(title("'''a\u{7f}\nb\u{8}'''"), ["E0126 \u{7f}", "E0126 \u{8}"]);
    assert_eq!(findings(&format!("# \u{1b}\n{ISSUE}")), ["E0126 \u{1b}"]);
}

#[test]
fn keys_and_headers_are_named() {
    assert_eq!(findings(&with("title = \"첫째", "title \"첫째")), ["E0115 title"]);
    assert_eq!(findings(&with("title = \"첫째", "제목 = \"첫째")), ["E0120 제목"]);
    let twice = with("kind = \"brief\"", "kind = \"brief\"\ntitle = \"x\"");
    assert_eq!(findings(&twice), ["E0117 title"]);
    assert_eq!(findings(&format!("{ISSUE}\n[issue]\nyear = 2024\n")), ["E0117 issue"]);
    assert_eq!(
        findings(&with("[[parts.sections]]", "[[parts.sections]")),
        ["E0114 [[parts.sections]"]
    );
    assert_eq!(findings(&format!("{ISSUE}[layout.x]\n")), ["E0131 layout"]);
}

#[test]
fn what_is_never_closed_is_named_where_it_opens() {
    assert_eq!(findings(&format!("{ISSUE}name = '''\n글\n")), ["E0111 '''"]);
    assert_eq!(findings(&with("글머리\n'''", "글머리\n")), ["E0136 '''"]);
    let swallowed = with("글머리\n'''", "글머리\n").replace(
        "[[parts.entries]]",
        "[[parts.entries]]\nkind = 'brief'\nbody = '''\n글\n'''\n[[parts.entries]]",
    );
    assert_eq!(findings(&swallowed), ["E0136 '''"]);
    assert_eq!(findings(&with("2024-03-21 }]", "2024-03-21 }")), ["E0112 ["]);
    assert_eq!(findings(&with("2024-03-21 }]", "2024-03-21 ")), ["E0113 {"]);
    assert_eq!(findings(&with("},\n  {", "}\n  {")), ["E0128 "]);
    assert_eq!(findings(&with("},\n  {", "},,\n  {")), ["E0129 ,"]);
}

#[test]
fn every_syntax_error_is_told_up_to_a_bound() {
    let two = with("month = 5", "month = 05").replace("2024-03-21", "2024-03-32");
    assert_eq!(findings(&two), ["E0123 05", "E0121 2024-03-32"]);
    let many = findings(&format!("{}{ISSUE}", "가나다\n".repeat(30)));
    assert_eq!(many.len(), 21);
    assert_eq!(many[20], "E0134 가나다");
}

#[test]
fn a_repeated_key_names_both_places() {
    let twice = with("kind = \"brief\"", "kind = \"brief\"\nkind = \"x\"");
    let (loaded, sources) = super::loaded(&twice);
    let [found] = &loaded.diagnostics[..] else { panic!("{:?}", loaded.diagnostics) };
    let line =
        |span: jikji_diagnostic::source::Span| sources.get(span.file).line_column(span.start).0;
    let (second, first) = (line(found.span.unwrap()), line(found.related.unwrap()));
    assert_eq!(second, first + 1);
}
