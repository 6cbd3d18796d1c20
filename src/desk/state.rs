//! What all answers to the tabs are made from.

use std::sync::Arc;
use std::sync::mpsc::Sender;

use tokio::sync::watch;

use super::ask::Ask;
use super::door::Door;
use super::options::Options;
use super::pictures::Picture;
use super::proof::Proofs;
use super::shown::Shown;

/// What never changes under its name.
pub const FOR_EVER: &str = "private, max-age=31536000, immutable";

/// Answers the tabs.
#[derive(Clone)]
pub struct Server {
    /// The thread that sets pages.
    pub asks: Sender<Ask>,
    /// What it shows.
    pub shown: watch::Receiver<Arc<Shown>>,
    /// Who gets in.
    pub door: Door,
    /// What the desk was told.
    pub options: Options,
    /// Print editions to look at.
    pub proofs: Proofs,
}

impl Server {
    /// The picture of a page by name, of this setting or the one before.
    pub fn picture(&self, name: &str) -> Option<Arc<Picture>> {
        let shown = self.shown.borrow();
        shown.pictures.get(name).or_else(|| shown.before.get(name)).cloned()
    }
}
