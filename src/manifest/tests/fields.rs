use super::{ISSUE, findings, loaded, shown, with};
use crate::manifest::model::{Date, Value};
use jikji_prose::tree::unstyled;

#[test]
fn the_issue_is_read_as_it_stands() {
    let (loaded, _) = loaded(ISSUE);
    let issue = loaded.issue.unwrap();
    assert_eq!(issue.slug, "spri-ai-brief-2024-05");
    assert_eq!(issue.number.published, Date { year: 2024, month: 5, day: 7 });
    assert_eq!(issue.publication.language, "ko");
    assert!(issue.print.marks && issue.print.split.is_none() && !issue.system_fonts);
    let entry = &issue.entries[issue.parts[0].sections[0].entries.start];
    let names: Vec<&str> = entry.fields.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["title", "body", "sources"]);
    assert_eq!(entry.title().unwrap().text, "첫째 글");
}

#[test]
fn records_are_sorted_by_their_first_day() {
    let (loaded, _) = loaded(ISSUE);
    let issue = loaded.issue.unwrap();
    let Some(Value::List(rows)) = issue.entries[issue.parts[1].entries.start].field("rows") else {
        panic!()
    };
    let name = |row: &Value| match row {
        Value::Record(fields) => match &fields[0].1 {
            Value::Prose(body) => unstyled(body),
            _ => panic!(),
        },
        _ => panic!(),
    };
    assert_eq!(rows.iter().map(name).collect::<Vec<_>>(), ["Show", "ICML"]);
}

#[test]
fn unknown_fields_are_named_with_the_nearest_known() {
    let (loaded, sources) = loaded(&with("body =", "bdoy ="));
    assert_eq!(shown(&loaded, &sources), ["E0201 bdoy"], "and not as missing too");
    let near = loaded.diagnostics[0].args.iter().find(|(name, _)| *name == "near").unwrap();
    assert_eq!(near.1, "`body`".into());
    assert_eq!(findings(&format!("x = 1\n{ISSUE}")), ["E0202 x"]);
    assert_eq!(findings(&with("month = 5", "month = 5\npages = 3")), ["E0202 pages"]);
    assert_eq!(
        findings(&with("publisher = \"UN\"", "publisher = \"UN\", page = 3")),
        ["E0202 page"]
    );
}

#[test]
fn missing_fields_are_named_at_their_table() {
    assert_eq!(findings(&with("title = \"첫째 글\"\n", "")), ["E0203 [[parts.sections.entries]]"]);
    assert_eq!(findings(&with("year = 2024\n", "")), ["E0203 [issue]"]);
    assert_eq!(findings(&with("publisher = \"UN\", ", "")).len(), 1);
    assert_eq!(findings("").len(), 4);
    // What is misspelt in one table says nothing of what another lacks.
    let other = with("title = \"첫째 글\"\n", "")
        .replace("title = \"행사\"", "title = \"행사\"\ntitel = 1");
    assert_eq!(findings(&other), ["E0203 [[parts.sections.entries]]", "E0201 titel"]);
}

#[test]
fn wrong_types_are_named() {
    for (from, to, expected) in [
        ("\"첫째 글\"", "38", "E0204 38"),
        ("\"첫째 글\"", "[\"a\"]", "E0204 [\"a\"]"),
        ("year = 2024", "year = \"2024\"", "E0205 \"2024\""),
        ("2024-05-07", "\"2024-05-07\"", "E0211 \"2024-05-07\""),
        ("2024-05-07", "20240507", "E0208 20240507"),
        ("2024-05-07", "2024-05-07T09:00:00+09:00", "E0212 2024-05-07T09:00:00+09:00"),
        ("2024-05-07", "2024-05-07T09:00:00", "E0212 2024-05-07T09:00:00"),
        ("2024-05-07", "0024-05-07", "E0217 0024-05-07"),
        ("2024-05-07", "4318-05-07", "E0217 4318-05-07"),
        ("\"2024.7.21~27\"", "\"4318.7.21~27\"", "E0217 \"4318.7.21~27\""),
        ("[[parts]]", "[fonts]\nsystem = 1\n[[parts]]", "E0207 1"),
    ] {
        assert_eq!(findings(&with(from, to)), [expected]);
    }
    let list = "sources = { publisher = \"UN\", title = \"R\" }\n";
    let from = "sources = [{ publisher = \"UN\", title = \"Resolution\", date = 2024-03-21 }]\n";
    assert_eq!(findings(&with(from, list))[0][..5], *"E0243");
    assert_eq!(findings(&with(from, "sources = 1\n"))[0][..5], *"E0209");
    assert_eq!(findings(&with(from, "sources = [\"UN\"]\n")), ["E0248 \"UN\""]);
}

#[test]
fn empty_things_are_named() {
    assert_eq!(findings(&with("\"첫째 글\"", "\"\"")), ["E0215 \"\""]);
    assert_eq!(findings(&with("\"첫째 글\"", "\" \\n　\"")), ["E0215 \" \\n　\""]);
    let entry = &ISSUE[ISSUE.find("[[parts.sections.entries]]").unwrap()
        ..ISSUE.find("[[parts]]\ntitle = \"주요").unwrap()];
    assert_eq!(findings(&with(entry, "")), ["E0220 [[parts.sections]]"]);
    let part = "[[parts]]\ntitle = \"빈 부\"\n";
    assert_eq!(findings(&format!("{ISSUE}{part}")), ["E0219 [[parts]]"]);
    let head = &ISSUE[..ISSUE.find("[[parts]]").unwrap()];
    assert_eq!(findings(&format!("parts = []\n{head}")), ["E0218 []"]);
}

#[test]
fn lists_are_held_to_their_bounds() {
    let keys =
        |count: usize| with("body =", &format!("key = [{}]\nbody =", "\"가\", ".repeat(count)));
    assert_eq!(findings(&keys(5)), Vec::<String>::new());
    assert_eq!(findings(&keys(6)), ["E0214 \"가\""]);
    let rows = &ISSUE[ISSUE.find("rows = [").unwrap()..];
    assert_eq!(findings(&with(rows, "rows = []\n")), ["E0213 []"]);
}

#[test]
fn two_equal_titles_name_both_places() {
    let (loaded, sources) = loaded(&with("\"행사\"", "\"첫째  글\""));
    assert_eq!(shown(&loaded, &sources), ["E0221 \"첫째  글\""]);
    let first = loaded.diagnostics[0].related.unwrap();
    assert_eq!(&sources.get(first.file).text[first.start..first.end], "\"첫째 글\"");
}

#[test]
fn unknown_kinds_and_layouts_are_named() {
    assert_eq!(findings(&with("\"brief\"", "\"breif\"")), ["E0222 \"breif\""]);
    assert_eq!(findings(&with("\"brief\"", "\"만화\"")), ["E0223 \"만화\""]);
    assert_eq!(findings(&with("\"brief\"", "\"cover\"")), ["E0223 \"cover\""]);
    assert_eq!(findings(&with("\"spri-brief\"", "\"spri-breif\"")), ["E0502 \"spri-breif\""]);
    assert_eq!(findings(&with("\"spri-brief\"", "\"novel\"")), ["E0501 \"novel\""]);
    assert_eq!(findings(&with("\"spri-brief\"", "\"../x\"")), ["E0503 \"../x\""]);
    // What does not hang on the layout is still checked.
    let both = with("\"spri-brief\"", "\"novel\"").replace("month = 5", "month = 13");
    assert_eq!(findings(&both), ["E0501 \"novel\"", "E0216 13"]);
}

#[test]
fn numbers_and_addresses_are_held_to_sense() {
    assert_eq!(findings(&with("month = 5", "month = 0")), ["E0216 0"]);
    assert_eq!(findings(&with("year = 2024", "year = 24")), ["E0217 24"]);
    let url = |url: &str| with("date = 2024-03-21", &format!("url = \"{url}\""));
    assert_eq!(findings(&url("https://un.org/a")), Vec::<String>::new());
    assert_eq!(findings(&url("un.org")), ["E0225 \"un.org\""]);
    assert_eq!(findings(&url("https://un org")), ["E0226 \"https://un org\""]);
    assert_eq!(findings(&with("2024.7.21~27", "7월 21일")), ["W0275 \"7월 21일\""]);
    assert_eq!(findings(&with("2024.7.21~27", "7월 32일")), ["E0231 \"7월 32일\""]);
    assert_eq!(findings(&with("\"2024.7.21~27\"", "2024-07-21")), Vec::<String>::new());
    assert_eq!(findings(&with("2024.7.21~27", "2024.7.21~32")), ["E0231 \"2024.7.21~32\""]);
    assert_eq!(findings(&with("2024.7.21~27", "2024.7.21~20")), ["E0232 \"2024.7.21~20\""]);
    assert_eq!(findings(&format!("slug = \"가/나\"\n{ISSUE}")), ["E0234 \"가/나\""]);
    let long = "a".repeat(81);
    assert_eq!(
        findings(&format!("slug = \"{long}\"\n{ISSUE}"))[0].split(' ').next(),
        Some("E0247")
    );
    assert_eq!(findings(&with("[issue]", "language = \"Korean\"\n[issue]")), ["E0238 \"Korean\""]);
}

fn chart(chart: &str) -> Vec<String> {
    findings(&with("sources = [", &format!("chart = {{ alt = \"가\", {chart} }}\nsources = [")))
}

#[test]
fn charts_are_held_to_sense() {
    let data = |a: &str, b: &str| {
        format!("data = [{{ label = \"가\", value = {a} }}, {{ label = \"나\", value = {b} }}]")
    };
    let share =
        |a: &str, b: &str| chart(&format!("kind = \"share\", unit = \"%\", {}", data(a, b)));
    assert_eq!(share("38", "61.5"), Vec::<String>::new());
    assert_eq!(share("38", "50")[0][..5], *"W0229");
    assert_eq!(share("38", "-1"), ["E0227 -1"]);
    assert_eq!(share("38", "nan"), ["E0206 nan"]);
    assert_eq!(share("38", "inf"), ["E0206 inf"]);
    assert_eq!(share("38", "1e999"), ["E0206 1e999"]);
    assert_eq!(share("38", "\"62\""), ["E0206 \"62\""]);
    assert_eq!(chart(&format!("kind = \"pie\", {}", data("1", "2"))), ["E0224 \"pie\""]);
    assert_eq!(chart(&format!("kind = \"bar\", {}", data("1", "2"))), ["E0241 \"bar\""]);
    assert_eq!(chart("kind = \"bars\", data = []"), ["E0246 []"]);
    assert_eq!(chart(&format!("kind = \"columns\", {}", data("-1", "-2.5"))), Vec::<String>::new());
    let points = |kind: &str, count: usize| {
        let data = "{ label = \"가\", value = 4 }, ".repeat(count);
        chart(&format!("kind = \"{kind}\", data = [{data}]"))
    };
    assert_eq!(points("columns", 24), Vec::<String>::new());
    assert_eq!(points("columns", 25)[0][..5], *"E0228");
    assert_eq!(points("share", 9)[0][..5], *"E0228");
}

#[test]
fn series_are_held_to_sense() {
    let series = |kind: &str, labels: &str, series: &str| {
        chart(&format!("kind = \"{kind}\", labels = [{labels}], series = [{series}]"))
    };
    let two = "\"2023\", \"2024\"";
    let named = |values: &str| format!("{{ name = \"가\", values = [{values}] }}");
    let fine = Vec::<String>::new();
    assert_eq!(series("lines", two, &named("1, -2.5")), fine);
    assert_eq!(series("stacked-bars", two, &[named("1, 2"), named("0, 3")].join(", ")), fine);
    // What the messages advise is written beside them.
    assert_eq!(series("stacked-columns", two, &named("1, -2")), ["E0227 -2"]);
    assert_eq!(series("columns", two, &named("1, -2")), fine);
    assert_eq!(series("lines", two, &named("1, 2, 3")), ["E0283 [1, 2, 3]"]);
    assert_eq!(series("lines", two, &named("1")), ["E0283 [1]"]);
    assert_eq!(series("lines", two, ""), ["E0213 []"]);
    assert_eq!(series("lines", "\"2023\"", &named("1"))[0][..5], *"E0246");
    assert_eq!(series("lines", two, "{ values = [1, 2] }")[0][..5], *"E0203");
    let five = vec![named("1, 2"); 5].join(", ");
    assert_eq!(series("lines", two, &five)[0][..5], *"E0281");
    let both = [named("1, 2"), named("3, 4")].join(", ");
    assert_eq!(series("share", two, &both)[0][..5], *"E0282");
    assert_eq!(series("stacked-bars", two, &both), fine);
    let mixed = format!("kind = \"bars\", data = [], labels = [{two}], series = [{both}]");
    assert_eq!(chart(&mixed)[0][..5], *"E0280");
    assert_eq!(chart(&format!("kind = \"bars\", labels = [{two}]"))[0][..5], *"E0203");
}

#[test]
fn a_chart_is_pasted_from_a_spreadsheet() {
    let pasted =
        |kind: &str, rows: &str| chart(&format!("kind = \"{kind}\", data = '''\n{rows}\n'''"));
    let fine = Vec::<String>::new();
    assert_eq!(pasted("bars", "구분\t비율\n도입\t1,234.5\n검토\t△3%\n"), fine);
    assert_eq!(pasted("lines", "\t대기업\t중소기업\n2023\t21\t6\n\n2024\t35.5\t9.1"), fine);
    assert_eq!(pasted("bars", "구분 비율\n도입 38"), ["E0284 구분 비율"]);
    assert_eq!(pasted("bars", "구분\t비율\n도입\t38\t2\n검토\t3"), ["E0285 도입"]);
    assert_eq!(pasted("bars", "구분\t비율\n도입\t약 38\n검토\t-"), ["E0286 약 38", "E0286 -"]);
    assert_eq!(pasted("bars", "구분\t\n도입\t38\n검토\t3")[0][..5], *"E0287");
    assert_eq!(pasted("stacked-bars", "구분\t가\t나\n도입\t38\t-1\n검토\t3\t4"), ["E0227 -1"]);
    assert_eq!(pasted("share", "구분\t가\t나\n도입\t38\t1\n검토\t3\t4"), ["E0282 나"]);
    assert_eq!(pasted("lines", "\t가\t나\t다\t라\t마\n1\t1\t1\t1\t1\t1")[0][..5], *"E0281");
    assert_eq!(pasted("bars", "구분\t비율\n도입\t38")[0][..5], *"E0246");
}

#[test]
fn the_print_table_is_held_to_sense() {
    let print = |line: &str| findings(&with("[[parts]]", &format!("[print]\n{line}\n[[parts]]")));
    for good in [
        "trim = \"148mm x 210mm\"\nbleed = \"3mm\"\npaper = \"모조지 100g\"",
        "binding = \"perfect\"\nprofile = \"uncoated-fogra29\"\nquantity = 500",
    ] {
        assert_eq!(print(good), Vec::<String>::new());
    }
    assert_eq!(print("trim = \"A9\""), ["E0237 \"A9\""]);
    assert_eq!(print("bleed = \"3\""), ["E0236 \"3\""]);
    assert_eq!(print("bleed = 3"), ["E0204 3"]);
    assert_eq!(print("binding = \"중철\""), ["E0244 \"중철\""]);
    assert_eq!(print("profile = \"coated-fogra\""), ["E0241 \"coated-fogra\""]);
    assert_eq!(print("profile = \"../a.icc\""), ["E0140 \"../a.icc\""]);
    assert_eq!(print("quantity = 0"), ["E0239 0"]);
    assert_eq!(print("profile = \"FOGRA51\""), ["E0297 \"FOGRA51\""]);
    assert_eq!(print("blead = \"3mm\""), ["E0201 blead"]);
}

#[test]
fn what_a_shop_is_asked_for_is_read() {
    let print = |line: &str| findings(&with("[[parts]]", &format!("[print]\n{line}\n[[parts]]")));
    let all = "spine = \"12.4mm\"\ncoating = \"무광\"\nfinishing = [\"금박\", \"귀돌이\"]\n\
               due = 2024-05-03\nproof = \"디지털 교정 1부\"";
    assert_eq!(print(all), Vec::<String>::new());
    assert_eq!(print("coating = { cover = \"무광\", inside = \"유광\" }"), [""; 0]);
    assert_eq!(print("coating = { back = \"무광\" }"), ["E0202 back"]);
    assert_eq!(print("spine = \"12.4\""), ["E0296 \"12.4\""]);
    assert_eq!(print("spine = \"200mm\""), ["E0296 \"200mm\""]);
    assert_eq!(print("due = \"2024-05-03\""), ["E0211 \"2024-05-03\""]);
    assert_eq!(print("finishing = \"금박\""), ["E0209 \"금박\""]);
    let many = format!("finishing = [{}]", "\"박\", ".repeat(13));
    assert_eq!(print(&many), ["E0214 \"박\""]);
    let (loaded, _) = loaded(&with("[[parts]]", &format!("[print]\n{all}\n[[parts]]")));
    let order = loaded.issue.unwrap().print.order;
    assert_eq!(order.spine.map(|spine| spine.value), Some(12.4));
    // One text is the cover's.
    assert!(order.coating.0.is_some() && order.coating.1.is_none());
    assert_eq!(order.finishing.len(), 2);
}
