//! A number kept warm between changes comes out as a fresh one does, byte for byte.

mod common;

use common::{Project, entry, issue};
use jikji::edition::Edition;
use jikji::session::{Outcome, Session, editions};
use jikji_diagnostic::{Lang, render};
use proptest::prelude::*;

/// An edit of a number of three briefs: what stands in the manifest and beside it afterwards.
#[derive(Debug, Clone)]
enum Edit {
    /// A body gets so many items of that text.
    Body(usize, usize, &'static str),
    /// A title.
    Title(usize, &'static str),
    /// An entry goes or comes back.
    Entry(usize, bool),
    /// The picture is another file.
    Picture(u32),
    /// The manifest breaks, or is mended.
    Broken(&'static str),
    /// A token of the layout beside the manifest.
    Layout(&'static str),
}

#[derive(Debug, Clone)]
struct Number {
    bodies: [(usize, &'static str); 3],
    titles: [&'static str; 3],
    there: [bool; 3],
    picture: u32,
    broken: &'static str,
    layout: &'static str,
}

const TEXTS: [&str; 4] = [
    "정부가 인공지능 산업을 키우는 계획을 발표하고 예산을 늘림",
    "연구진은 유럽연합(EU)의 범용인공지능 규제가 2025년 8월부터 적용된다고 봄",
    "짧음",
    "을분을분을분을분을분을분을분을분을분을분",
];

impl Number {
    fn new() -> Self {
        Self {
            bodies: [(3, TEXTS[0]), (12, TEXTS[1]), (6, TEXTS[2])],
            titles: ["첫째 글", "둘째 글의 긴 제목이 한 줄을 넘어가면 두 줄로 나뉨", "셋째 글"],
            there: [true; 3],
            picture: 40,
            broken: "",
            layout: "",
        }
    }

    fn apply(&mut self, edit: &Edit) {
        match *edit {
            Edit::Body(at, count, text) => self.bodies[at] = (count, text),
            Edit::Title(at, title) => self.titles[at] = title,
            Edit::Entry(at, there) => self.there[at] = there,
            Edit::Picture(width) => self.picture = width,
            Edit::Broken(line) => self.broken = line,
            Edit::Layout(line) => self.layout = line,
        }
    }

    fn write(&self, project: &Project) {
        let mut entries = String::new();
        for at in (0..3).filter(|at| self.there[*at]) {
            let (count, text) = self.bodies[at];
            let items = format!("- {text}\n").repeat(count);
            let image =
                if at == 0 { "image = { file = \"a.svg\", alt = \"그림\" }\n" } else { "" };
            entries += &format!("{}{image}body = '''\n{items}'''\n", entry(self.titles[at]));
        }
        let write = |path: &str, text: String| std::fs::write(project.path(path), text).unwrap();
        write("issue.toml", format!("{}{}", self.broken, issue(&entries)));
        let size = format!("width=\"{}\" height=\"20\"", self.picture);
        write("a.svg", format!("<svg xmlns=\"http://www.w3.org/2000/svg\" {size}/>"));
        let tokens = include_str!("../layouts/spri-brief/tokens.typ");
        write("layouts/spri-brief/tokens.typ", format!("{tokens}{}", self.layout));
    }
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let text = prop::sample::select(&TEXTS[..]);
    let edit = prop_oneof![
        4 => (0..3usize, 1..40usize, text).prop_map(|(at, count, text)| Edit::Body(at, count, text)),
        2 => (0..3usize, prop::sample::select(&["바뀐 제목", "첫째 글", ""][..]))
            .prop_map(|(at, title)| Edit::Title(at, title)),
        1 => (0..3usize, any::<bool>()).prop_map(|(at, there)| Edit::Entry(at, there)),
        1 => (10..60u32).prop_map(Edit::Picture),
        1 => prop::sample::select(&["x = 1\n", "= =", ""][..]).prop_map(Edit::Broken),
        1 => prop::sample::select(&["\n// a remark\n", "\n#let broken = (\n", ""][..])
            .prop_map(Edit::Layout),
    ];
    prop::collection::vec(edit, 1..8)
}

/// Everything that comes of a number: what is told, and the bytes of its file for the screen.
fn all_of(outcome: &Outcome) -> (Vec<String>, Option<Vec<u8>>) {
    let told = (outcome.diagnostics.iter())
        .map(|found| render::render(found, &outcome.sources, Lang::Ko, false))
        .collect();
    let made = outcome.number.as_ref().map(|number| {
        let made = editions::make(number, &[Edition::Screen], &mut vec![]).unwrap().unwrap();
        made.files.into_iter().next().unwrap().bytes
    });
    (told, made)
}

/// Sets a series of states in one session, then each in a session of its own, and expects the same.
fn as_cold(edits: &[Edit]) -> Result<(), TestCaseError> {
    let project = Project::new().own_layout(|_, text| text);
    let manifest = project.path("issue.toml");
    let mut states = vec![Number::new()];
    for edit in edits {
        let mut next = states[states.len() - 1].clone();
        next.apply(edit);
        states.push(next);
    }
    let mut session = Session::open(&manifest);
    let warm: Vec<_> = states
        .iter()
        .map(|state| {
            state.write(&project);
            all_of(&session.update().unwrap())
        })
        .collect();
    for (state, warm) in states.iter().zip(warm) {
        state.write(&project);
        comemo::evict(0);
        let cold = all_of(&Session::open(&manifest).update().unwrap());
        prop_assert!(warm == cold, "{state:?}\n{:#?}\n{:#?}", warm.0, cold.0);
    }
    Ok(())
}

#[test]
fn a_picture_and_an_eojeol_without_end_come_out_as_cold() {
    let edits = [
        Edit::Layout(""),
        Edit::Body(2, 13, TEXTS[0]),
        Edit::Body(1, 7, TEXTS[1]),
        Edit::Picture(29),
        Edit::Body(2, 1, TEXTS[3]),
        Edit::Title(1, "바뀐 제목"),
        Edit::Body(1, 15, TEXTS[3]),
    ];
    as_cold(&edits).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, max_shrink_iters: 0, ..Default::default() })]

    #[test]
    fn warm_is_as_cold(edits in edits()) {
        as_cold(&edits)?;
    }
}
