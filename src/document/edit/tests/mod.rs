use super::{Change, Refusal, Step, Value, changed};
use serde_json::json;

mod random;

/// A manifest with all that editors and people leave in one.
const ODD: &str = "\u{feff}# 머리말\r\nlayout   =  'spri'   # 왼쪽\r\n\r\n# 호\r\n[issue]\r\nname.long = \"가\\t나\"\r\nname.n = 1\r\n\
                   list = [ 'a' , # 하나\r\n  \"b\",\r\n]\r\npoint = { label = '도입', value = 3.50 }\r\nday = 2024-05-07\r\n\r\n\
                   [[parts]]\r\ntitle = '앞'\r\n# 아래\r\n\r\n# 첫 글\r\n[[parts.entries]]\r\n  kind = 'brief' # 종류\r\n  title = '하나'\r\n  body = '''\r\n- 첫째\r\n'''\r\n  sources = [\r\n    { publisher = '가', title = \"나\" }, # 확인\r\n    { publisher = '다', title = \"라\" }\r\n  ]\r\n\
                   [[parts.entries]] # 둘째\r\nkind = 'events'\r\ntitle = \"둘\"\r\n[[parts.entries.rows]]\r\nname = 'ㄱ'\r\n\r\n# 행사\r\n[[parts.entries.rows]]\r\nname = 'ㄴ'\r\n\r\n\
                   [colophon]\r\naddress = []\r\n\r\n[[parts]]\r\ntitle = '끝'";

fn path(path: &str) -> Vec<Step> {
    let step = |step: &str| step.parse().map_or_else(|_| Step::Key(step.into()), Step::Index);
    path.split('.').map(step).collect()
}

fn set(at: &str, value: serde_json::Value) -> Change {
    let value = Value::from_json(&value).unwrap();
    Change::Set { at: path(at), value, after: vec!["kind".into(), "title".into()] }
}

fn insert(at: &str, value: serde_json::Value) -> Change {
    Change::Insert { at: path(at), value: Value::from_json(&value).unwrap(), after: vec![] }
}

fn remove(at: &str) -> Change {
    Change::Remove { at: path(at) }
}

fn shift(from: &str, to: &str) -> Change {
    Change::Move { from: path(from), to: path(to) }
}

fn after(text: &str, change: &Change) -> Result<String, Refusal> {
    changed(text.as_bytes(), std::slice::from_ref(change))
        .map(|bytes| String::from_utf8(bytes).unwrap())
}

/// The manifest after a change is the one with these replacements.
#[track_caller]
fn gives(change: &Change, replaced: &[(&str, &str)]) {
    let expected = replaced.iter().fold(ODD.to_string(), |text, (from, to)| {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text.replace(from, to)
    });
    assert_eq!(after(ODD, change).unwrap(), expected);
}

#[test]
fn values_of_every_kind_are_written_in_their_place() {
    gives(&set("layout", json!("spri-b")), &[("'spri'", "'spri-b'")]);
    gives(&set("issue.name.n", json!(12)), &[("n = 1\r", "n = 12\r")]);
    gives(&set("issue.point.value", json!(4)), &[("3.50", "4")]);
    gives(&set("issue.day", json!({ "$date": "2024-06-01" })), &[("2024-05-07", "2024-06-01")]);
    gives(&set("issue.list", json!(["c"])), &[("[ 'a' , # 하나\r\n  \"b\",\r\n]", "[\"c\"]")]);
    gives(&set("issue.list.1", json!(true)), &[("\"b\",", "true,")]);
    gives(&set("parts.0.entries.0.title", json!("it's")), &[("'하나'", "\"it's\"")]);
}

#[test]
fn a_key_takes_another_name_where_it_is_written() {
    let rename = |at: &str, to: &str| Change::Rename { at: path(at), to: to.into() };
    gives(&rename("layout", "가 나"), &[("layout   =", "\"가 나\"   =")]);
    gives(&rename("issue.name.n", "m"), &[("name.n = 1", "name.m = 1")]);
    gives(&rename("issue.point.label", "name"), &[("{ label =", "{ name =")]);
    gives(&rename("parts.0.entries.0.body", "text"), &[("  body = '''", "  text = '''")]);
    // Not where another has it, and nothing that stands under a header.
    for (at, to) in [("issue.day", "list"), ("issue.name.n", "long"), ("issue", "x")] {
        assert_eq!(after(ODD, &rename(at, to)), Err(Refusal::Unsure));
    }
    assert_eq!(after(ODD, &rename("issue.none", "x")), Err(Refusal::Gone));
}

#[test]
fn keys_that_are_not_there_are_added_where_they_belong() {
    gives(
        &set("parts.0.entries.0.key", json!(["가", "나"])),
        &[("  title = '하나'\r\n", "  title = '하나'\r\n  key = [\"가\", \"나\"]\r\n")],
    );
    gives(&set("issue.name.x", json!(2)), &[("name.n = 1\r\n", "name.n = 1\r\nname.x = 2\r\n")]);
    gives(&set("issue.point.unit", json!("%")), &[("3.50 }", "3.50, unit = \"%\" }")]);
    gives(
        &set("slug", json!("a")),
        &[("# 왼쪽\r\n", "# 왼쪽\r\nslug = \"a\"\r\n")]
            .map(|_| ("\u{feff}# 머리말", "\u{feff}slug = \"a\"\r\n# 머리말")),
    );
    gives(
        &set("print.paper.cover", json!("종이")),
        &[("title = '끝'", "title = '끝'\r\n\r\n[print]\r\npaper = { cover = \"종이\" }")],
    );
    gives(&set("parts.1.title", json!("새")), &[("'끝'", "'새'")]);
}

#[test]
fn entries_come_go_and_move_with_their_comments() {
    let new = json!({ "kind": "brief", "title": "새 글", "body": "- 가\n" });
    let block = "\r\n[[parts.entries]]\r\nkind = \"brief\"\r\ntitle = \"새 글\"\r\nbody = '''\r\n- 가\r\n'''\r\n";
    gives(
        &insert("parts.0.entries.0", new.clone()),
        &[("\r\n# 첫 글", &format!("{block}\r\n# 첫 글"))],
    );
    gives(
        &insert("parts.0.entries.2", new.clone()),
        &[("\r\n[colophon]", &format!("{block}\r\n[colophon]"))],
    );
    gives(&insert("parts.1.entries.0", new), &[("'끝'", &format!("'끝'\r\n{}", block.trim_end()))]);
    let first = ODD.find("\r\n# 첫 글").unwrap();
    let second = ODD.find("[[parts.entries]] # 둘째").unwrap();
    let end = ODD.find("\r\n[colophon]").unwrap();
    let (one, two) = (&ODD[first..second], &ODD[second..end]);
    gives(&remove("parts.0.entries.0"), &[(one, "")]);
    let swapped = [(&*format!("{one}{two}"), &*format!("{two}{one}"))];
    gives(&shift("parts.0.entries.0", "parts.0.entries.2"), &swapped);
    gives(&shift("parts.0.entries.1", "parts.0.entries.0"), &swapped);
    gives(&shift("parts.0.entries.1", "parts.0.entries.1"), &[]);
    let last = format!("'끝'\r\n{}", one.trim_end());
    gives(&shift("parts.0.entries.0", "parts.1.entries.0"), &[(one, ""), ("'끝'", &last)]);
    let copy = Change::Copy { from: path("parts.0.entries.0"), to: path("parts.0.entries.1") };
    gives(&copy, &[(one, &format!("{one}{one}"))]);
}

#[test]
fn rows_are_rows_however_they_are_written() {
    let row = json!({ "publisher": "마", "title": "바" });
    gives(
        &insert("parts.0.entries.0.sources.2", row),
        &[(
            "{ publisher = '다', title = \"라\" }\r\n",
            "{ publisher = '다', title = \"라\" },\r\n    { publisher = \"마\", title = \"바\" }\r\n",
        )],
    );
    gives(
        &shift("parts.0.entries.0.sources.1", "parts.0.entries.0.sources.0"),
        &[(
            "    { publisher = '가', title = \"나\" }, # 확인\r\n    { publisher = '다', title = \"라\" }\r\n",
            "    { publisher = '다', title = \"라\" },\r\n    { publisher = '가', title = \"나\" } # 확인\r\n",
        )],
    );
    let rows = "[[parts.entries.rows]]\r\nname = 'ㄱ'\r\n";
    let next = "\r\n# 행사\r\n[[parts.entries.rows]]\r\nname = 'ㄴ'\r\n";
    gives(
        &shift("parts.0.entries.1.rows.1", "parts.0.entries.1.rows.0"),
        &[(&format!("{rows}{next}"), &format!("{next}{rows}"))],
    );
    gives(
        &insert("colophon.address.0", json!("주소")),
        &[("address = []", "address = [\"주소\"]")],
    );
    gives(
        &insert("colophon.phone.0", json!("1")),
        &[("address = []\r\n", "address = []\r\nphone = [\"1\"]\r\n")],
    );
    gives(
        &remove("parts.0.entries.0.sources.0"),
        &[("    { publisher = '가', title = \"나\" }, # 확인\r\n", "")],
    );
}

#[test]
fn a_block_that_changes_its_list_is_named_for_it() {
    let text = "[[parts]]\n[[parts.sections]]\ntitle = 'S'\n[[parts.sections.entries]]\na = 1\n[parts.sections.entries.b]\nc = 2\n[[parts.entries]]\na = 2\n";
    let moved = after(text, &shift("parts.0.sections.0.entries.0", "parts.0.entries.0")).unwrap();
    assert_eq!(
        moved,
        "[[parts]]\n[[parts.sections]]\ntitle = 'S'\n[[parts.entries]]\na = 1\n[parts.entries.b]\nc = 2\n[[parts.entries]]\na = 2\n"
    );
}

#[test]
fn what_cannot_be_done_for_sure_is_not_done() {
    for (change, why) in [
        (remove("parts.7"), Refusal::Gone),
        (set("issue.list.9", json!(1)), Refusal::Gone),
        (set("layout.x", json!(1)), Refusal::Gone),
        (set("colophon", json!({ "a": 1 })), Refusal::Unsure),
        (shift("parts.0", "parts.0.entries.0"), Refusal::Gone),
        (insert("parts.0.title.0", json!(1)), Refusal::Gone),
    ] {
        assert_eq!(after(ODD, &change), Err(why), "{change:?}");
    }
    assert_eq!(after("a = = 1", &set("b", json!(1))), Err(Refusal::Unreadable));
    assert_eq!(changed(b"\xff", &[remove("a")]), Err(Refusal::Unreadable));
}

#[test]
fn a_list_in_a_list_takes_one_more() {
    let text = "rows = [['a', 'b'], # one\n  ['c']]\n";
    let changed = after(text, &insert("rows.1.1", json!("d"))).unwrap();
    assert_eq!(changed, "rows = [['a', 'b'], # one\n  ['c', \"d\"]]\n");
    assert_eq!(after(&changed, &remove("rows.0.0")).unwrap(), changed.replace("'a', ", ""));
}
