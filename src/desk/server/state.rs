//! What all answers to the tabs are made from.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex};

use axum::http::header;
use tokio::sync::{oneshot, watch};

use super::door::Door;
use crate::desk::ask::Ask;
use crate::desk::number::good::Looked;
use crate::desk::number::shown::Shown;
use crate::desk::options::Options;
use crate::desk::pages::pictures::Picture;
use crate::desk::pages::proof::Proofs;

/// What an answer in JSON says of itself.
pub const JSON: [(header::HeaderName, &str); 1] = [(header::CONTENT_TYPE, "application/json")];

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
    /// Editions that were written.
    pub files: Files,
    /// Who writes editions: one after the other.
    pub making: Arc<tokio::sync::Mutex<()>>,
}

/// Files that were written, by name: only these are handed out.
pub type Files = Arc<Mutex<BTreeMap<String, PathBuf>>>;

impl Server {
    /// The picture of a page by name, of this setting or the one before.
    pub fn picture(&self, name: &str) -> Option<Arc<Picture>> {
        let shown = self.shown.borrow();
        shown.pictures.get(name).or_else(|| shown.before.get(name)).cloned()
    }

    /// The number as it is now.
    pub async fn number(&self) -> Option<Looked> {
        let (reply, answer) = oneshot::channel();
        self.asks.send(Ask::Number(reply)).ok()?;
        answer.await.ok()?
    }
}
