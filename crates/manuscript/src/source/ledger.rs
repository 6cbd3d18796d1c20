//! Keeps account of every line of the file: where its words went, what was taken off them and why.
//!
//! Every stage enters what it does; a line that no stage claimed is found at the end and reported,
//! so that nothing gets lost in silence. It knows nothing of what the lines say.

use std::collections::BTreeMap;
use std::rc::Rc;

use jikji_diagnostic::Arg;
use serde::Serialize;

use crate::messages::{Ask, Why};

/// The most questions that are kept; of more, only the number.
const MOST_QUESTIONS: usize = 2000;

/// The longest list of characters in a question.
const MOST_CHARACTERS: usize = 160;

/// The most pieces (marks, links, cells) the text is cut into; a number has a few thousand. What
/// comes after them is one piece.
const MOST_PIECES: usize = 400_000;

/// A change to a line: text that is not in the manifest, and text that stands there instead.
/// Blanks are not counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Why.
    pub why: Why,
    /// What the manifest does not have.
    pub removed: String,
    /// What it has instead.
    pub added: String,
}

/// Where words stand in the manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The line of the manifest, from 1.
    pub line: usize,
    /// The field, such as `parts[0].sections[1].entries[2].body`.
    pub field: Rc<str>,
}

/// Values for the words of a question.
pub type Args = Vec<(&'static str, Arg)>;

/// What became of one line.
#[derive(Debug, Clone, Default)]
pub struct Fate {
    /// Characters that were replaced before anything else.
    pub characters: Option<(String, String)>,
    /// What was changed after that.
    pub changes: Vec<Change>,
    /// Where its first words went.
    pub place: Option<Place>,
    /// Why the whole line is not in the manifest.
    pub out: Option<Why>,
    /// Another line that says the same; its place is this one's.
    pub twin: Option<usize>,
}

/// Something the editor should decide.
#[derive(Debug, Clone)]
pub struct Question {
    /// What is asked.
    pub ask: Ask,
    /// The line it is about, if it is about one.
    pub line: Option<usize>,
    /// The field it is about, if it is about no line, or about a field rather than the line's own.
    pub field: Option<&'static str>,
    /// Values for the words of the question.
    pub args: Args,
}

impl Question {
    /// Puts the characters of another question to those of this one, as many as can be read.
    fn and(&mut self, args: Args) {
        let characters = |args: &mut Args| {
            let found = args.iter_mut().find(|(name, _)| *name == "characters");
            found.map(|(_, arg)| std::mem::replace(arg, Arg::Text(String::new())))
        };
        let mut args = args;
        let (Some(Arg::Text(all)), Some(Arg::Text(more))) =
            (characters(&mut self.args), characters(&mut args))
        else {
            return;
        };
        let all = match all.ends_with('…') || all.contains(&more) {
            true => all,
            false if all.chars().count() > MOST_CHARACTERS => format!("{all}, …"),
            false => format!("{all}, {more}"),
        };
        self.args.retain(|(name, _)| *name != "characters");
        self.args.push(("characters", Arg::Text(all)));
    }
}

/// A text that no line of the file has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Supplied {
    /// The field.
    pub field: String,
    /// The text.
    pub text: String,
}

/// The account of one import. Lines are counted from 0 here.
#[derive(Debug, Default)]
pub struct Ledger {
    fates: Vec<Fate>,
    questions: Vec<Question>,
    more_questions: usize,
    supplied: Vec<Supplied>,
    fields: BTreeMap<(&'static str, Option<usize>), usize>,
    pieces: usize,
}

impl Ledger {
    /// An account of that many lines.
    pub fn new(lines: usize) -> Self {
        Self { fates: vec![Fate::default(); lines], ..Self::default() }
    }

    /// One line more; gives its number.
    pub fn line(&mut self) -> usize {
        self.fates.push(Fate::default());
        self.fates.len() - 1
    }

    /// Counts a piece of text; says whether there may be more.
    pub fn piece(&mut self) -> bool {
        self.pieces += 1;
        self.pieces < MOST_PIECES
    }

    /// Enters the characters of a line that were replaced.
    pub fn characters(&mut self, line: usize, removed: String, added: String) {
        if removed.is_empty() {
            return;
        }
        // The cells of a row are read one by one.
        let (before, instead) = self.fates[line].characters.get_or_insert_default();
        before.push_str(&removed);
        instead.push_str(&added);
    }

    /// Enters a part of a line that the manifest does not have.
    pub fn removed(&mut self, line: usize, why: Why, removed: &str) {
        self.changed(line, why, removed, "");
    }

    /// Enters what a format took off, or a remark of it.
    pub fn change(&mut self, line: usize, change: &Change) {
        match change.removed.is_empty() && change.added.is_empty() {
            true => self.remarked(line, change.why),
            false => self.changed(line, change.why, &change.removed, &change.added),
        }
    }

    /// Enters a change.
    pub fn changed(&mut self, line: usize, why: Why, removed: &str, added: &str) {
        let (removed, added) = (removed.trim(), added.trim());
        if removed.is_empty() && added.is_empty() {
            return;
        }
        let changes = &mut self.fates[line].changes;
        match changes.last_mut() {
            // What is taken off again and again is one change.
            Some(last) if last.why == why && last.added.is_empty() && added.is_empty() => {
                last.removed.push(' ');
                last.removed.push_str(removed);
            }
            _ => {
                let (removed, added) = (removed.to_string(), added.to_string());
                changes.push(Change { why, removed, added });
            }
        }
    }

    /// Enters a change of form that touches no letter.
    pub fn remarked(&mut self, line: usize, why: Why) {
        let changes = &mut self.fates[line].changes;
        if !changes.iter().any(|change| change.why == why) {
            changes.push(Change { why, removed: String::new(), added: String::new() });
        }
    }

    /// Takes back what was entered of a line for one reason.
    pub fn retract(&mut self, line: usize, why: Why) {
        self.fates[line].changes.retain(|change| change.why != why);
    }

    /// Enters that a line is not in the manifest at all; `text` is the whole of it. What had been
    /// entered about its parts no longer holds.
    pub fn left_out(&mut self, line: usize, why: Why, text: &str) {
        let fate = &mut self.fates[line];
        let removed = text.trim().to_string();
        fate.changes = vec![Change { why, removed, added: String::new() }];
        fate.out = Some(why);
    }

    /// Enters that nothing is left of a line to be in the manifest: all of it has been entered as
    /// taken off.
    pub fn left_out_as_read(&mut self, line: usize, why: Why) {
        self.fates[line].out = Some(why);
    }

    /// Enters another line that says the same as one that is left out.
    pub fn twin(&mut self, line: usize, twin: Option<usize>) {
        self.fates[line].twin = twin;
    }

    /// Enters where the words of some lines stand. The first place of a line is kept.
    pub fn placed(&mut self, lines: &[usize], field: &Rc<str>, line: usize) {
        for index in lines {
            let place = &mut self.fates[*index].place;
            if place.is_none() {
                *place = Some(Place { line, field: field.clone() });
            }
        }
    }

    /// Enters a text of the manifest that no line of the file has.
    pub fn supplied(&mut self, field: impl Into<String>, text: impl Into<String>) {
        self.supplied.push(Supplied { field: field.into(), text: text.into() });
    }

    /// Enters where a field stands that questions can be about; one that several have, by a line of what it is of.
    pub fn field(&mut self, field: &'static str, of: Option<usize>, line: usize) {
        self.fields.entry((field, of)).or_insert(line);
    }

    /// Asks about a line.
    pub fn ask<A: Into<Arg>, const N: usize>(
        &mut self,
        ask: Ask,
        line: usize,
        args: [(&'static str, A); N],
    ) {
        self.push(Question { ask, line: Some(line), field: None, args: readable(args) });
    }

    /// Asks about the manifest as a whole.
    pub fn ask_generally<A: Into<Arg>, const N: usize>(
        &mut self,
        ask: Ask,
        args: [(&'static str, A); N],
    ) {
        self.push(Question { ask, line: None, field: None, args: readable(args) });
    }

    /// Asks about a field of the manifest.
    pub fn ask_field(
        &mut self,
        ask: Ask,
        field: &'static str,
        line: Option<usize>,
        text: impl Into<Arg>,
    ) {
        self.push(Question { ask, line, field: Some(field), args: readable([("text", text)]) });
    }

    /// Asks a question; about all characters that no font has, one.
    pub fn push(&mut self, question: Question) {
        let first = self.questions.iter_mut().find(|other| other.ask == Ask::Character);
        if let (Ask::Character, Some(first)) = (question.ask, first) {
            return first.and(question.args);
        }
        match self.questions.len() < MOST_QUESTIONS {
            true => self.questions.push(question),
            false => self.more_questions += 1,
        }
    }

    /// What was entered of a line and asked, for a format that keeps it with its blocks.
    pub fn taken(&mut self, line: usize) -> Vec<Change> {
        std::mem::take(&mut self.fates[line].changes)
    }

    /// The questions that were asked, taken out.
    pub fn asked(&mut self) -> Vec<Question> {
        std::mem::take(&mut self.questions)
    }

    /// What became of a line.
    pub fn fate(&self, line: usize) -> &Fate {
        &self.fates[line]
    }

    /// Whether a line was placed or left out.
    pub fn is_settled(&self, line: usize) -> bool {
        self.fates[line].place.is_some() || self.fates[line].out.is_some()
    }

    /// The place of a line, its own or that of the line which says the same.
    pub fn place(&self, line: usize) -> Option<&Place> {
        let fate = &self.fates[line];
        fate.place.as_ref().or_else(|| self.fates[fate.twin?].place.as_ref())
    }

    /// The questions in the order of the file, and how many more there were.
    pub fn questions(&self) -> (Vec<&Question>, usize) {
        let mut questions: Vec<&Question> = self.questions.iter().collect();
        questions.sort_by_key(|question| (question.line.is_some(), question.line));
        (questions, self.more_questions)
    }

    /// The line of the manifest a question is about.
    pub fn place_of(&self, question: &Question) -> Option<usize> {
        let entered = |field: &'static str| {
            let own = self.fields.get(&(field, question.line));
            own.or_else(|| self.fields.get(&(field, None))).copied()
        };
        question
            .field
            .and_then(entered)
            .or_else(|| self.place(question.line?).map(|place| place.line))
    }

    /// Texts of the manifest that no line of the file has.
    pub fn supplies(&self) -> &[Supplied] {
        &self.supplied
    }
}

/// The first characters of a text.
pub fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_string(),
    }
}

/// Values cut to a length that can be read in a question.
fn readable<A: Into<Arg>, const N: usize>(args: [(&'static str, A); N]) -> Args {
    let short = |arg: Arg| match arg {
        Arg::Text(text) => Arg::Text(shortened(&text, 120)),
        arg => arg,
    };
    args.into_iter().map(|(name, value)| (name, short(value.into()))).collect()
}
