//! Any change of any manifest leaves the bytes alone that it is not about.

use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use serde_json::{Value as Json, json};
use toml::de::{DeTable, DeValue};

use super::super::{Change, Refusal, Step, Value, changed};
use super::ODD;
use jikji_prose::normal::file_text;

/// Others that are written otherwise.
const OTHERS: [&str; 3] = [
    "[[p]]\nt = 1\n[[p.e]]\na = 'x'\nb = [1, 2, 3]\n\n[[p.e]]\na = \"y\"\nb = [ ]\nc = { d = 1, e.f = [ { g = 1 }, {} ] }\n\n# 끝\n",
    "p = [\n  { a = 1, b = [\n    'x', # 1\n    'y' # 2\n  ] },\n  # 다음\n  { a = 2 },\n]\nx.y.z = '''\n'''\nx.y.w = \"\"\"\n\\\n  \"\"\"",
    "# \u{1112}\u{1161}\r\n[a]\r\nk = '\u{1112}\u{1161}'\r\n\r\n[[a.l]]\r\n\r\n[[a.l]]\r\nm = 2024-01-01 # 날\r\n[a.l.n]\r\no = \"\\u0041\"\r\n[[a.l.q]]\r\n",
];

/// Paths to all that a value holds.
fn paths(value: &toml::Value, at: &mut Vec<Step>, out: &mut Vec<Vec<Step>>) {
    let mut each = |step: Step, value: &toml::Value| {
        at.push(step);
        out.push(at.clone());
        paths(value, at, out);
        at.pop();
    };
    match value {
        toml::Value::Table(table) => {
            table.iter().for_each(|(key, value)| each(Step::Key(key.clone()), value));
        }
        toml::Value::Array(list) => {
            list.iter().enumerate().for_each(|(index, value)| each(Step::Index(index), value));
        }
        _ => {}
    }
}

fn new_value() -> impl Strategy<Value = Json> {
    let text = "(가|'|''|\"|\\\\|\n|\t|#|\\]|\u{1112}\u{1161}|[a-c]){0,8}";
    let plain = prop_oneof![
        text.prop_map(Json::from),
        (-9i64..99).prop_map(Json::from),
        (0.0..9.0f64).prop_map(Json::from),
        any::<bool>().prop_map(Json::from),
        Just(json!({ "$date": "2024-02-29" })),
    ];
    prop_oneof![
        4 => plain.clone(),
        1 => prop::collection::vec(plain.clone(), 0..3).prop_map(Json::from),
        2 => prop::collection::vec(("[a-f]", plain), 0..3).prop_map(|pairs| pairs.into_iter().collect()),
    ]
}

/// A change of what is there; `which` and `other` choose the places.
fn change(
    kind: u8,
    paths: &[Vec<Step>],
    which: usize,
    other: usize,
    value: &Json,
) -> Option<Change> {
    let value = || Value::from_json(value);
    let some = &paths[which % paths.len()];
    let listed: Vec<&Vec<Step>> =
        paths.iter().filter(|path| matches!(path.last(), Some(Step::Index(_)))).collect();
    let place = |which: usize| {
        let mut at = (*listed.get(which % listed.len().max(1))?).clone();
        if let Some(Step::Index(index)) = at.last_mut() {
            *index += other % 2;
        }
        Some(at)
    };
    Some(match kind {
        0 => Change::Set { at: some.clone(), value: value()?, after: vec![] },
        1 => {
            let mut at = some.clone();
            at.push(Step::Key(["new", "a b", "또"][other % 3].into()));
            Change::Set { at, value: value()?, after: vec!["a".into()] }
        }
        2 => Change::Insert { at: place(which)?, value: value()?, after: vec!["a".into()] },
        3 => Change::Remove { at: some.clone() },
        4 => Change::Move {
            from: (*listed.get(which % listed.len().max(1))?).clone(),
            to: place(other)?,
        },
        5 => Change::Rename { at: some.clone(), to: ["new", "a b", "또"][other % 3].into() },
        _ => Change::Copy {
            from: (*listed.get(which % listed.len().max(1))?).clone(),
            to: place(other)?,
        },
    })
}

/// The bytes of the value at a path, by the parser's own word.
fn span(text: &str, path: &[Step]) -> Option<std::ops::Range<usize>> {
    let table = DeTable::parse(text).ok()?;
    let (first, rest) = path.split_first()?;
    let mut node = table.get_ref().get(first.key()?)?;
    for step in rest {
        node = match (node.get_ref(), step) {
            (DeValue::Table(table), Step::Key(key)) => table.get(key.as_str())?,
            (DeValue::Array(list), Step::Index(index)) => list.get(*index)?,
            _ => return None,
        };
    }
    Some(node.span())
}

/// Bytes that both have at their start and end.
fn shared(one: &str, two: &str) -> usize {
    let head = one.bytes().zip(two.bytes()).take_while(|(a, b)| a == b).count();
    let most = one.len().min(two.len()) - head;
    let tail = one.bytes().rev().zip(two.bytes().rev()).take_while(|(a, b)| a == b).count();
    head + tail.min(most)
}

fn sorted(text: &str) -> Vec<char> {
    let mut signs: Vec<char> = text.chars().filter(|c| !c.is_whitespace() && *c != ',').collect();
    signs.sort_unstable();
    signs
}

fn check(before: &str, after: &str, change: &Change) -> TestCaseResult {
    let (crlf, mark) = (before.contains("\r\n"), before.starts_with('\u{feff}'));
    prop_assert_eq!(mark, after.starts_with('\u{feff}'));
    prop_assert!(!crlf || after.matches('\n').count() == after.matches("\r\n").count());
    let ends = |text: &str| text.is_empty() || text.ends_with('\n');
    prop_assert!(ends(before) == ends(after) || after.trim().is_empty(), "{:?}", after);
    let bare = |text: &str| text.trim_start_matches('\u{feff}').to_string();
    let (was, is) = (bare(before), bare(after));
    match change {
        Change::Set { at, .. } => {
            let places = (span(&was, at), span(&is, at));
            // What was there is exchanged between its own ends; what was not comes in one piece.
            match places {
                (Some(old), Some(new)) => {
                    prop_assert_eq!(&was[..old.start], &is[..new.start]);
                    prop_assert_eq!(&was[old.end..], &is[new.end..]);
                }
                _ => prop_assert!(shared(&was, &is) + 2 >= was.len(), "{}\n----\n{}", was, is),
            }
        }
        // Of what comes before the value a name is exchanged, and nothing behind it.
        Change::Rename { at, to } => {
            let mut named = at.clone();
            if let Some(last) = named.last_mut() {
                *last = Step::Key(to.clone());
            }
            let (Some(old), Some(new)) = (span(&was, at), span(&is, &named)) else {
                prop_assert!(false, "{}\n----\n{}", was, is);
                return Ok(());
            };
            prop_assert_eq!(&was[old.start..], &is[new.start..]);
            let (was, is) = (&was[..old.start], &is[..new.start]);
            let same = was.chars().zip(is.chars()).take_while(|(a, b)| a == b);
            let head: usize = same.map(|(c, _)| c.len_utf8()).sum();
            prop_assert!(!was[head..].contains(['\n', ',', '{']), "{}\n----\n{}", was, is);
        }
        // A comma or a line end between others may come with it.
        Change::Insert { .. } | Change::Copy { .. } => {
            let kept = was.chars().filter(|c| !c.is_whitespace() && *c != ',');
            let mut all = is.chars();
            prop_assert!(
                kept.into_iter().all(|c| all.any(|other| other == c)),
                "{}\n----\n{}",
                was,
                is
            );
        }
        Change::Remove { .. } => {
            let mut all = was.chars();
            let kept = is.chars().filter(|c| !c.is_whitespace() && *c != ',');
            prop_assert!(
                kept.into_iter().all(|c| all.any(|other| other == c)),
                "{}\n----\n{}",
                was,
                is
            );
        }
        Change::Move { from, to } => {
            // Headers of another list have other names.
            if super::super::keys(from) == super::super::keys(to) {
                prop_assert_eq!(sorted(&was), sorted(&is));
            }
        }
    }
    Ok(())
}

/// So many, or what `PROPTEST_CASES` says.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(400)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), ..Default::default() })]

    #[test]
    fn bytes_outside_a_change_stay(
        file in 0usize..4,
        steps in prop::collection::vec((0u8..7, any::<u16>(), any::<u16>(), new_value()), 1..6),
    ) {
        let mut text = [ODD, OTHERS[0], OTHERS[1], OTHERS[2]][file].to_string();
        for (kind, which, other, value) in steps {
            let read: toml::Table = toml::from_str(&file_text(&text)).unwrap();
            let mut all = vec![];
            paths(&toml::Value::Table(read), &mut vec![], &mut all);
            if all.is_empty() {
                break;
            }
            let Some(change) = change(kind, &all, which.into(), other.into(), &value) else { continue };
            match changed(text.as_bytes(), std::slice::from_ref(&change)) {
                Ok(bytes) => {
                    let after = String::from_utf8(bytes).unwrap();
                    check(&text, &after, &change)?;
                    text = after;
                }
                Err(Refusal::Unreadable) => prop_assert!(false, "{}", text),
                Err(_) => {}
            }
        }
    }

    #[test]
    fn no_file_breaks_the_editor(text in "[a\\[\\]{}\"'#=\\\\\n\r.,가\u{feff}1 ]{0,40}", which in 0u8..5) {
        let at = vec![Step::Key("a".into()), Step::Index(0)];
        let value = Value::Text("x".into());
        let change = match which {
            0 => Change::Set { at: at[..1].to_vec(), value, after: vec![] },
            1 => Change::Insert { at, value, after: vec![] },
            2 => Change::Remove { at: at[..1].to_vec() },
            3 => Change::Remove { at },
            _ => Change::Move { from: at.clone(), to: at },
        };
        if let Ok(after) = changed(text.as_bytes(), &[change]) {
            prop_assert!(super::super::read(&file_text(std::str::from_utf8(&after).unwrap())).is_some());
        }
    }
}

#[test]
fn every_change_that_makes_sense_is_made() {
    for text in [ODD, OTHERS[0], OTHERS[1], OTHERS[2]] {
        let root = toml::Value::Table(toml::from_str(&file_text(text)).unwrap());
        let mut all = vec![];
        paths(&root, &mut vec![], &mut all);
        let mut changes = vec![];
        for at in all {
            let value = super::super::value_at(&root, &at).unwrap();
            let same = || Value::from_json(&super::super::to_json(value)).unwrap();
            if !value.is_table() && !value.is_array() {
                changes.push(Change::Set { at: at.clone(), value: Value::Whole(7), after: vec![] });
            }
            if let Some((Step::Index(_), list)) = at.split_last() {
                let length = super::super::value_at(&root, list).unwrap().as_array().unwrap().len();
                for place in 0..=length {
                    let to: Vec<Step> = list.iter().cloned().chain([Step::Index(place)]).collect();
                    changes.push(Change::Move { from: at.clone(), to: to.clone() });
                    changes.push(Change::Copy { from: at.clone(), to: to.clone() });
                    changes.push(Change::Insert { at: to, value: same(), after: vec![] });
                }
            }
            changes.push(Change::Remove { at });
        }
        for change in changes {
            let done = changed(text.as_bytes(), std::slice::from_ref(&change));
            assert!(done.is_ok(), "{change:?}");
            check(text, std::str::from_utf8(&done.unwrap()).unwrap(), &change).unwrap();
        }
    }
}
