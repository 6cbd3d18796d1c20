//! Finds a group of the contents list by a title that need not be worded alike.

use super::groups::{Groups, Slot};
use crate::source::Runs;
use crate::text::titles::{self, Matcher};

/// How like a listed group a heading or a calendar's title must be.
const GROUP: f64 = 0.6;

/// The listed groups by their titles.
pub struct Named {
    matcher: Matcher,
    groups: Vec<(Slot, Runs)>,
}

impl Named {
    /// The groups a contents list opened.
    pub fn of(groups: &Groups) -> Self {
        let mut named = vec![];
        for (part, content) in groups.parts.iter().enumerate() {
            named.push(((part, None), content.title.clone()));
            for (section, content) in content.sections.iter().enumerate() {
                named.push(((part, Some(section)), content.title.clone()));
            }
        }
        named.retain(|(_, title)| !title.is_empty());
        let keys = named.iter().map(|(_, title)| titles::key(&title.plain())).collect();
        Self { matcher: Matcher::new(keys), groups: named }
    }

    /// The group whose title is most like a key.
    pub fn find(&mut self, key: &str) -> Option<(Slot, Runs)> {
        self.matcher.best(key, GROUP).map(|index| self.groups[index].clone())
    }
}
