//! What is another in a file than it was: by the field it stands in, in the words that a form shows.
//!
//! Of a manifest its values are compared, not its lines: who reads this sees fields, not a file. Of a text file, or of
//! a manifest that cannot be read, there are its lines alone.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde::Serialize;
use toml::Value;

use crate::desk::forms::fields::owner;
use crate::desk::forms::whereabouts::{Whereabouts, titled};
use crate::desk::messages as say;
use crate::document::difference::{Stretch, stretches};
use crate::document::edit::{Places, Step};
use jikji_diagnostic::render::harmless;

/// What is another than it was.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// The field it stands in. None in a file that has none.
    pub of: Option<String>,
    /// The first of its lines, from 1, as the file is now.
    pub line: usize,
    /// What it said then.
    pub gone: String,
    /// What it says now.
    pub come: String,
}

/// What is another since in a file; `names` reads a manifest.
pub fn changed(then: &str, now: &str, names: impl Fn(&str) -> Option<Whereabouts>) -> Vec<Changed> {
    let (Some(was), Some(is)) = (names(then), names(now)) else {
        return lines(None, then, now);
    };
    let mut sides = Sides { was: &was, is: &is, found: vec![] };
    sides.value((&[], &[]), (Some(&was.root), Some(&is.root)));
    let Sides { mut found, .. } = sides;
    let word = |words: jikji_diagnostic::Words| words.say(is.lang).to_string();
    // What stands between is read by no page, but comes back with a state too.
    found.extend(lines(Some(word(say::REMARKS)), &remarks(then), &remarks(now)));
    if found.is_empty() && then != now {
        let come = word(say::SAME_WORDS);
        found.push(Changed { of: Some(word(say::WRITING)), line: 1, gone: String::new(), come });
    }
    found
}

/// The lines that are others, of a field or of a file.
fn lines(of: Option<String>, then: &str, now: &str) -> Vec<Changed> {
    let (old, new): (Vec<&str>, Vec<&str>) = (then.lines().collect(), now.lines().collect());
    let said = |lines: &[&str]| harmless_lines(lines);
    let one = |Stretch { new, gone, come, .. }: Stretch<'_>| Changed {
        of: of.clone(),
        line: new + 1,
        gone: said(gone),
        come: said(come),
    };
    stretches(&old, &new).into_iter().map(one).collect()
}

fn harmless_lines(lines: &[&str]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| harmless(&line.replace('\t', "  "))).collect();
    lines.join("\n")
}

/// What stands in a manifest beside its values: its comments, without their sign.
fn remarks(text: &str) -> String {
    let Some(Places { pairs, .. }) = Places::of(text) else { return String::new() };
    let mut start = 0;
    let own = text.split_inclusive('\n').filter_map(|line| {
        let at = start;
        start += line.len();
        let after = pairs.partition_point(|pair| pair.lines.start <= at);
        let is_value = after.checked_sub(1).is_some_and(|before| at < pairs[before].lines.end);
        let remark = line.trim().strip_prefix('#').filter(|_| !is_value)?;
        Some(remark.trim())
    });
    own.collect::<Vec<_>>().join("\n")
}

/// Where a value stood, and where it stands.
type Paths<'p> = (&'p [Step], &'p [Step]);

/// A manifest as it was and as it is.
struct Sides<'w> {
    was: &'w Whereabouts,
    is: &'w Whereabouts,
    found: Vec<Changed>,
}

impl Sides<'_> {
    /// Tells what is another in a value, which may be missing on one side.
    fn value(&mut self, at: Paths<'_>, (then, now): (Option<&Value>, Option<&Value>)) {
        if then == now {
            return;
        }
        let is_list = |value: Option<&Value>| {
            value.is_none_or(|value| {
                value.as_array().is_some_and(|list| list.iter().all(Value::is_table))
            })
        };
        let tables = (then.map(Value::as_table), now.map(Value::as_table));
        match tables {
            (Some(Some(then)), Some(Some(now))) => self.table(at, then, now),
            // A part, a section or an entry is told by its fields.
            (None, Some(Some(now))) if owner(at.1) == at.1 => {
                self.table(at, &Default::default(), now)
            }
            (Some(Some(then)), None) if owner(at.0) == at.0 => {
                self.table(at, then, &Default::default())
            }
            _ if is_list(then) && is_list(now) => {
                let list = |value: Option<&Value>| {
                    value.and_then(Value::as_array).cloned().unwrap_or_default()
                };
                self.list(at, &list(then), &list(now));
            }
            _ => self.tell(at, then, now),
        }
    }

    fn table(&mut self, at: Paths<'_>, then: &toml::Table, now: &toml::Table) {
        let gone = then.keys().filter(|key| !now.contains_key(*key));
        // Who reads forms sees no kind of what is new or gone.
        let seen = |key: &&String| *key != "kind" || !(then.is_empty() || now.is_empty());
        let mut keys: Vec<&String> = now.keys().chain(gone).filter(seen).collect();
        keys.sort_by_cached_key(|key| self.is.rank(at.1, key).min(self.was.rank(at.0, key)));
        for key in keys {
            let [from, to] = [at.0, at.1].map(|path| inner(path, key.as_str()));
            self.value((&from, &to), (then.get(key), now.get(key)));
        }
    }

    /// Tells the rows of a list, each against that which it was: of the same name, or with something in common.
    fn list(&mut self, at: Paths<'_>, then: &[Value], now: &[Value]) {
        let Paired { pairs, moved } = paired(then, now);
        let of: BTreeMap<usize, usize> = pairs.iter().map(|(from, to)| (*to, *from)).collect();
        let kept: BTreeSet<usize> = of.values().copied().collect();
        let gone =
            (0..then.len()).filter(|from| !kept.contains(from)).map(|from| (Some(from), None));
        let come = (0..now.len()).map(|to| (of.get(&to).copied(), Some(to)));
        for (from, to) in come.chain(gone) {
            let own =
                |path: &[Step], index: Option<usize>| inner(path, index.unwrap_or(usize::MAX));
            let (was, is) = (own(at.0, from), own(at.1, to));
            if let (Some(from), Some(to), true) =
                (from, to, to.is_some_and(|to| moved.contains(&to)))
            {
                let place =
                    |index: usize| say::PLACE.fill(self.is.lang, &[("n", (index + 1).into())]);
                let of = Some(self.is.whole(&is));
                self.found.push(Changed { of, line: 1, gone: place(from), come: place(to) });
            }
            self.value(
                (&was, &is),
                (from.and_then(|from| then.get(from)), to.and_then(|to| now.get(to))),
            );
        }
    }

    /// Tells a value as a whole, of a text the lines that are others.
    fn tell(&mut self, at: Paths<'_>, then: Option<&Value>, now: Option<&Value>) {
        let of = match now {
            Some(_) => self.is.whole(at.1),
            None => self.was.whole(at.0),
        };
        let says = |names: &Whereabouts, path: &[Step], value: Option<&Value>| {
            value.map_or(String::new(), |value| names.says(path, value))
        };
        let (then, now) = (says(self.was, at.0, then), says(self.is, at.1, now));
        self.found.extend(lines(Some(of), &then, &now));
    }
}

fn inner(path: &[Step], step: impl Into<Step>) -> Vec<Step> {
    path.iter().cloned().chain([step.into()]).collect()
}

/// The rows of a list that are the same row, then and now, and those now that stood elsewhere among the others.
#[derive(Default)]
struct Paired {
    pairs: Vec<(usize, usize)>,
    moved: BTreeSet<usize>,
}

fn paired(then: &[Value], now: &[Value]) -> Paired {
    let names = |rows: &[Value]| -> Vec<String> {
        rows.iter().map(|row| titled(row).unwrap_or_else(|| row.to_string())).collect()
    };
    let (old, new) = (names(then), names(now));
    let (old, new): (Vec<&str>, Vec<&str>) =
        (old.iter().map(String::as_str).collect(), new.iter().map(String::as_str).collect());
    let (mut gone, mut come) = (vec![], vec![]);
    for stretch in stretches(&old, &new) {
        gone.extend(stretch.old..stretch.old + stretch.gone.len());
        come.extend(stretch.new..stretch.new + stretch.come.len());
    }
    let stay = |count: usize, others: &[usize]| {
        let others: BTreeSet<usize> = others.iter().copied().collect();
        (0..count).filter(move |index| !others.contains(index))
    };
    let mut pairs: Vec<(usize, usize)> =
        stay(then.len(), &gone).zip(stay(now.len(), &come)).collect();
    // The same name at another place is the same row.
    let mut named: BTreeMap<&str, VecDeque<usize>> = BTreeMap::new();
    for to in come {
        named.entry(new[to]).or_default().push_back(to);
    }
    let mut moved = BTreeSet::new();
    gone.retain(|from| match named.get_mut(old[*from]).and_then(VecDeque::pop_front) {
        Some(to) => {
            pairs.push((*from, to));
            moved.insert(to);
            false
        }
        None => true,
    });
    // What has another name is the same row if something else of it is the same.
    let mut left: Vec<usize> = named.into_values().flatten().collect();
    left.sort_unstable();
    pairs.extend(gone.into_iter().zip(left).filter(|(from, to)| is_alike(&then[*from], &now[*to])));
    Paired { pairs, moved }
}

/// Whether two rows have a field in common that says something.
fn is_alike(then: &Value, now: &Value) -> bool {
    let (Some(then), Some(now)) = (then.as_table(), now.as_table()) else { return false };
    then.iter().any(|(key, value)| key != "kind" && now.get(key) == Some(value))
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::changed;
    use crate::desk::forms::whereabouts::Whereabouts;
    use crate::document::edit::read;
    use crate::layout;
    use crate::manifest::schema;
    use jikji_diagnostic::Lang;
    use jikji_diagnostic::source::Sources;

    /// What is another since in a manifest: field, then, now.
    fn told(then: &str, now: &str) -> Vec<[String; 3]> {
        let layout = layout::find(".".as_ref(), "spri-brief", &mut Sources::default()).unwrap();
        let schema = schema(&layout, Lang::Ko);
        let shape = Rc::new((layout, schema));
        let names = |text: &str| {
            Some(Whereabouts { root: read(text)?, shape: Rc::clone(&shape), lang: Lang::Ko })
        };
        let all = changed(then, now, names).into_iter();
        all.map(|one| [one.of.unwrap_or_default(), one.gone, one.come]).collect()
    }

    fn number(fields: &str) -> String {
        format!(
            "[issue]\nyear = 2024\n[[parts]]\ntitle = '부'\n[[parts.entries]]\nkind = 'brief'\ntitle = '첫째'\n{fields}"
        )
    }

    #[test]
    fn what_changed_is_told_by_its_field_without_signs_of_toml() {
        let then = number("body = \"\"\"\n- 하나\n- 둘\n\"\"\"\nkey = ['가']\n");
        let now = number("body = \"\"\"\n- 하나\n- 셋\n\"\"\"\nallow = [\"몇일\", '컨텐츠']\n");
        let rows = told(&then, &now);
        // In the order of the form.
        assert_eq!(
            rows,
            [
                ["‘첫째’ · 핵심 내용", "가", ""],
                ["‘첫째’ · 본문", "- 둘", "- 셋"],
                ["‘첫째’ · 그대로 둘 말", "", "몇일\n컨텐츠"],
            ]
        );
        let year = told(&then, &then.replace("2024", "2025"));
        assert_eq!(year, [["호 · 연도", "2024", "2025"]]);
        assert_eq!(told(&then, &then), [[""; 3]; 0]);
    }

    #[test]
    fn values_over_several_lines_are_told_line_by_line() {
        let key = |points: &str| number(&format!("key = [\n{points}]\n"));
        let rows = told(&key("  '하나',\n  '둘',\n"), &key("  '하나',\n  \"셋\",\n"));
        assert_eq!(rows, [["‘첫째’ · 핵심 내용", "둘", "셋"]]);
        // A text that becomes one of many lines says the same, and another besides.
        let rows = told(&number("body = '- 하나'\n"), &number("body = '''\n- 하나\n- 둘'''\n"));
        assert_eq!(rows, [["‘첫째’ · 본문", "", "- 둘"]]);
    }

    #[test]
    fn a_new_entry_is_told_by_its_fields() {
        let then = number("body = '- 하나'\n");
        let more = "[[parts.entries]]\nkind = 'brief'\ntitle = '둘째'\n";
        let rows = told(&then, &format!("{then}{more}"));
        let own = |row: &[String; 3]| row[0].starts_with("‘둘째’") && row[1].is_empty();
        assert!(rows.iter().all(own) && rows.iter().any(|row| row[2] == "둘째"), "{rows:?}");
    }

    #[test]
    fn rows_are_told_by_their_names_and_fields_and_nothing_as_the_manifest_writes_it() {
        let events = |rows: &str| {
            format!(
                "[[parts]]\ntitle = '부'\n[[parts.entries]]\nkind = 'events'\ntitle = '행사'\nrows = [\n{rows}]\n"
            )
        };
        let row =
            |name: &str, rest: &str| format!("  {{ name = '{name}', period = '2024.5.{rest} }},\n");
        let (one, two) = (row("총회", "1'"), row("회의", "2', place = '서울'"));
        let then = events(&format!("{one}{two}"));
        // A row that came does not make the others new ones.
        let came = told(&then, &events(&format!("{}{one}{two}", row("전시", "9'"))));
        assert_eq!(came.len(), 1, "{came:?}");
        assert!(came[0][0].ends_with("‘전시’") && came[0][1].is_empty(), "{came:?}");
        assert!(
            came[0][2].contains("2024.5.9") && !came[0][2].contains(['{', '=', '\'']),
            "{came:?}"
        );
        // One that changed is told by the field that did.
        let place = told(&then, &then.replace("서울", "부산"));
        assert_eq!((&place[0][1][..], &place[0][2][..], place.len()), ("서울", "부산", 1));
        assert!(place[0][0].contains("‘회의’") && !place[0][0].contains("place"), "{place:?}");
        // One that has another name by now is the same.
        let named = told(&then, &then.replace("총회", "모임"));
        assert_eq!((&named[0][1][..], &named[0][2][..], named.len()), ("총회", "모임", 1));
        // One that stands elsewhere is the same too.
        let moved = told(&then, &events(&format!("{two}{one}")));
        assert_eq!((&moved[0][1][..], &moved[0][2][..], moved.len()), ("2번째", "1번째", 1));
    }

    #[test]
    fn choices_records_and_remarks_are_told_in_words() {
        let chart = |kind: &str| {
            number(&format!(
                "chart = {{ kind = '{kind}', alt = '선', labels = ['갑', '을'], series = [{{ name = '가', values = [1, 2] }}] }}\n"
            ))
        };
        let rows = told(&chart("lines"), &chart("bars"));
        assert_eq!(rows, [["‘첫째’ · 차트 · 차트 종류", "꺾은선", "가로 막대"]]);
        let rows = told(&number(""), &number("").replace("'brief'", "'events'"));
        assert_eq!((&rows[0][1][..], &rows[0][2][..]), ("기사", "행사 일정"), "{rows:?}");
        let rows = told(&number(""), &chart("lines"));
        assert_eq!(rows.len(), 1, "{rows:?}");
        assert!(rows[0][2].contains("꺾은선") && !rows[0][2].contains(['{', '[', '=']), "{rows:?}");
        let spots =
            |cyan: u8| format!("{}[print.spots.'금색']\ncmyk = [{cyan}, 2, 3, 4]\n", number(""));
        let rows = told(&spots(1), &spots(9));
        assert_eq!(
            (&rows[0][1][..], &rows[0][2][..], rows.len()),
            ("1 · 2 · 3 · 4", "9 · 2 · 3 · 4", 1)
        );
        assert!(rows[0][0].contains("금색") && !rows[0][0].contains("cmyk"), "{rows:?}");
        let rows = told(&number(""), &number("# 다시 볼 것\n"));
        assert_eq!(rows, [["메모", "", "다시 볼 것"]]);
        let rows = told(&number("body = '하나'\n"), &number("body = \"하나\"\n"));
        assert_eq!((rows.len(), &rows[0][0][..]), (1, "원고 파일"));
    }

    #[test]
    fn what_cannot_be_read_has_its_lines_alone() {
        let then = number("body = '- 하나'\n");
        assert_eq!(told(&then, &format!("{then}= 1\n")), [["", "", "= 1"]]);
        let rows = changed("가\n", "나\n", |_| None);
        assert_eq!((&rows[0].of, rows[0].line, &rows[0].come[..]), (&None, 1, "나"));
    }
}
