//! What contents say of themselves beside what they paint: layers they belong to, how colours are meant.

use lopdf::Dictionary;

use super::super::rules;
use super::super::space;
use super::Walker;
use crate::pdf::object::Objects;

impl Walker<'_> {
    /// `ri`: one of four names (ISO 32000-1, table 70).
    pub(super) fn check_intent(&mut self, name: Option<&[u8]>) {
        if let Some(found) = name.filter(|name| !space::is_intent(name)) {
            let found = String::from_utf8_lossy(found).into_owned();
            self.add(rules::RENDERING_INTENT, None, &[("found", found.into())]);
        }
    }

    /// Tells of colour spaces that stand in for those of the device.
    pub(super) fn check_defaults(&mut self, resources: &Dictionary) {
        let Some(spaces) = self.file.dict(resources, "ColorSpace") else { return };
        for name in ["DefaultGray", "DefaultRGB", "DefaultCMYK"] {
            if spaces.has(name.as_bytes()) {
                self.add(rules::DEFAULT_SPACE, None, &[("name", name.into())]);
            }
        }
    }

    /// Whether what is drawn here belongs to a layer that is not printed.
    pub(super) fn hidden(&self) -> bool {
        self.marked.is_hidden()
    }
}
