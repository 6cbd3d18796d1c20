use proptest::prelude::*;

use super::{Saved, with_text, write};
use crate::document::edit::Step;
use crate::document::edit::strings::strings;
use jikji_diagnostic::source::Sources;
use jikji_prose::normal::file_text;

/// A manifest with all that editors and people leave in one.
const ODD: &str = "\u{feff}# 머리말\r\nlayout   =  'spri'   # 왼쪽\r\n\r\n[issue]\r\nname.long = \"가\\t나\"\r\nempty = \"\"\r\n\
                   list = [ 'a' , # 하나\r\n  \"b\",\r\n]\r\npoint = { label = '도입', value = 3.50 }\r\n\
                   body = '''\r\n- 첫째\r\n  - 둘째\r\n'''\r\nlong = \"\"\"\r\n셋 \\\r\n   넷\"\"\"\r\n\
                   [[parts]]\r\ntitle = '끝'";

fn key(key: &str) -> Step {
    Step::Key(key.into())
}

/// What a file holds after a text of it was saved.
fn saved(file: &str, at: &[Step], before: &str, text: &str) -> (Saved, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("issue.toml");
    std::fs::write(&path, file).unwrap();
    let saved = write(&path, |bytes| with_text(bytes, at, before, text)).unwrap().0;
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    (saved, std::fs::read_to_string(&path).unwrap())
}

#[test]
fn only_the_value_changes_and_keeps_its_notation() {
    let at = [key("issue"), key("body")];
    let (done, file) = saved(ODD, &at, "- 첫째\n  - 둘째\n", "- 첫째\n  - 새 둘째\n- 셋째\n");
    assert_eq!(done, Saved::Done);
    assert_eq!(file, ODD.replace("  - 둘째\r\n", "  - 새 둘째\r\n- 셋째\r\n"));
    let (_, file) = saved(ODD, &[key("issue"), key("name"), key("long")], "가\t나", "가\t\"나\"");
    assert_eq!(file, ODD.replace("가\\t나", "가\\t\\\"나\\\""));
}

#[test]
fn another_notation_is_taken_where_its_own_cannot_say_it() {
    let (_, file) = saved(ODD, &[key("layout")], "spri", "it's");
    assert_eq!(file, ODD.replace("'spri'", "\"it's\""));
    let (_, file) = saved(ODD, &[key("issue"), key("body")], "- 첫째\n  - 둘째\n", "'''");
    assert_eq!(file, ODD.replace("'''\r\n- 첫째\r\n  - 둘째\r\n'''", "\"'''\""));
    let (_, file) = saved(ODD, &[key("issue"), key("empty")], "", "한 줄\n두 줄");
    assert_eq!(file, ODD.replace("empty = \"\"", "empty = \"한 줄\\n두 줄\""));
}

#[test]
fn what_changed_meanwhile_is_not_written_over() {
    let (conflict, file) = saved(ODD, &[key("layout")], "old", "new");
    assert_eq!((conflict, file.as_str()), (Saved::Conflict("spri".into()), ODD));
    let (gone, file) = saved(ODD, &[key("nothing")], "", "new");
    assert_eq!((gone, file.as_str()), (Saved::Gone, ODD));
}

#[test]
fn a_file_of_its_own_is_a_text() {
    let text = "\u{feff}- 하나\r\n- 둘\r\n";
    let (_, file) = saved(text, &[], "- 하나\n- 둘\n", "- 하나\n- 두울\n");
    assert_eq!(file, text.replace("둘", "두울"));
}

#[test]
fn a_manifest_with_an_error_elsewhere_can_be_written() {
    let broken = format!("{ODD}\r\nx = = 1\r\n");
    let (done, file) = saved(&broken, &[key("layout")], "spri", "sprs");
    assert_eq!((done, file), (Saved::Done, broken.replace("spri", "sprs")));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..Default::default() })]

    #[test]
    fn bytes_outside_the_value_stay(
        which in 0usize..8, text in "(가|나|'|''|\"|\\\\|\n|\t| |#|=|\\]|\u{1}|\u{1112}\u{1161}|[a-c]|\u{1F600}){0,12}"
    ) {
        let form = file_text(ODD);
        let fields = strings(Sources::default().add("", ""), &form);
        let field = &fields[which % fields.len()];
        let (done, file) = saved(ODD, &field.path, &field.text.value, &text);
        prop_assert_eq!(done, Saved::Done);
        let read = file_text(&file);
        let after = strings(Sources::default().add("", ""), &read);
        let now = after.iter().find(|other| other.path == field.path).unwrap();
        prop_assert_eq!(&now.text.value, &file_text(&text));
        let (old, new) = (field.text.span, now.text.span);
        prop_assert_eq!(&form[..old.start], &read[..new.start]);
        prop_assert_eq!(&form[old.end..], &read[new.end..]);
        // As bytes too: marks and line ends of the file are its own.
        let lines = |text: &str| text.matches("\r\n").count() == text.matches('\n').count();
        let marked = file.starts_with('\u{feff}');
        prop_assert!(marked && lines(&file));
    }
}
