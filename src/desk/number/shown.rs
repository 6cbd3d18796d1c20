//! What every tab shows: pictures of the pages by name, and all there is to say of the number.

use serde::Serialize;

use super::start::Start;
use crate::desk::findings::told::Told;
use crate::desk::forms::outline::Line;
use crate::desk::pages::pictures::{Listed, Pictures};
use crate::edition::report::EntryLine;

/// The state of a number, as it is told to the tabs.
#[derive(Default)]
pub struct Shown {
    /// The news, as JSON.
    pub news: String,
    /// The pages to draw.
    pub pictures: Pictures,
    /// Those of the state before, which may still be asked for.
    pub before: Pictures,
}

/// What a tab is told whenever the number was set.
#[derive(Debug, Default, Serialize)]
pub struct News {
    /// Counts the settings.
    pub setting: u64,
    /// What the manifest is called.
    pub manifest: String,
    /// Its files of text, as findings call them: the manifest first.
    pub files: Vec<String>,
    /// Whether nothing may be changed.
    pub readonly: bool,
    /// Where another number may begin.
    pub start: Start,
    /// Which number: publication, year and month.
    pub title: String,
    /// The pages.
    pub pages: Vec<PageNews>,
    /// Whether the pages are those of an earlier setting, because this one has errors.
    pub old: bool,
    /// The entries on the pages.
    pub entries: Vec<EntryLine>,
    /// For each of them what was done to fit it, in words.
    pub fits: Vec<Option<String>>,
    /// The findings of this setting.
    pub findings: Vec<Told>,
    /// Parts, sections and entries as the manifest has them now.
    pub outline: Vec<Line>,
    /// The kinds that entries can be of, and what they are called.
    pub kinds: Vec<(String, String)>,
    /// What it lacks before it goes to press.
    pub lacks: Vec<String>,
    /// Whether there is something to take back, and something to write again.
    pub ways: (bool, bool),
    /// What the machine failed at.
    pub failure: Option<String>,
}

/// A page of the number.
#[derive(Debug, Serialize)]
pub struct PageNews {
    /// The name of its picture.
    pub picture: String,
    /// Its width, pt.
    pub width: f64,
    /// Its height, pt.
    pub height: f64,
}

impl News {
    /// As JSON.
    pub fn json(&self) -> String {
        // Texts, numbers and lists cannot fail.
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl From<Listed> for PageNews {
    fn from(Listed { name, size: (width, height) }: Listed) -> Self {
        Self { picture: name, width, height }
    }
}
