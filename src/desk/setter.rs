//! The thread that sets pages: always what is newest, and what was asked in between.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use tokio::sync::watch;

use super::ask::Ask;
use super::folders::Folders;
use super::good::Good;
use super::marks;
use super::options::Options;
use super::pictures::{self, Pictures};
use super::reading::Reading;
use super::shown::{News, PageNews, Shown};
use crate::edition::number::SetNumber;
use crate::edition::report::{diagnostic_lines, entry_lines};
use crate::panicked;
use crate::session::{Outcome, Session};
use jikji_diagnostic::Lang;

/// How long a folder has to be quiet before its files are read: editors save in more than one step.
const QUIET: Duration = Duration::from_millis(15);

/// How long a folder that is never quiet is waited for.
const PATIENCE: Duration = Duration::from_millis(90);

/// How often folders are looked over that nothing was told of: shares of the network tell nothing.
const LOOK: Duration = Duration::from_millis(900);

/// Sets a number whenever it changes.
pub struct Setter {
    session: Session,
    reading: Reading,
    lang: Lang,
    /// What findings call the manifest.
    manifest: String,
    folders: Folders,
    news: News,
    /// Those of the pages that `news` tells of.
    pictures: Pictures,
    shown: watch::Sender<Arc<Shown>>,
}

/// What is to be done next.
enum Next {
    Set,
    End,
}

impl Setter {
    /// A setter of a number, and what it shows from now on.
    pub fn new(options: &Options, asks: Sender<Ask>) -> (Self, watch::Receiver<Arc<Shown>>) {
        let (shown, receiver) = watch::channel(Arc::default());
        let folder = options.manifest.parent().filter(|folder| !folder.as_os_str().is_empty());
        let setter = Self {
            session: Session::open(&options.manifest),
            reading: Reading::new(options),
            lang: options.lang,
            manifest: options.manifest.display().to_string(),
            folders: Folders::new(folder.unwrap_or(Path::new(".")), asks),
            news: News::default(),
            pictures: Pictures::new(),
            shown,
        };
        (setter, receiver)
    }

    /// Sets and shows the number until the end.
    pub fn run(&mut self, asks: &Receiver<Ask>) {
        self.folders.changed(&BTreeSet::new());
        loop {
            self.set();
            match self.wait(asks) {
                Next::Set => {}
                Next::End => break,
            }
        }
    }

    /// Waits until the number is another.
    fn wait(&mut self, asks: &Receiver<Ask>) -> Next {
        let mut touched = BTreeSet::new();
        // When the first and when the last change was told.
        let mut told: Option<(Instant, Instant)> = None;
        loop {
            let now = Instant::now();
            let until = match told {
                Some((first, last)) => (last + QUIET).min(first + PATIENCE),
                None => now + LOOK,
            };
            match asks.recv_timeout(until.saturating_duration_since(now)) {
                Ok(Ask::End) | Err(RecvTimeoutError::Disconnected) => return Next::End,
                // Who asked may be gone.
                Ok(Ask::Number(reply)) => drop(reply.send(self.reading.good())),
                Ok(Ask::Question(question, reply)) => {
                    let (answer, written) = self.reading.answer(&question);
                    // Who asked may be gone.
                    let _ = reply.send(answer);
                    if let Some(path) = written {
                        touched.extend(path.canonicalize());
                        if self.folders.changed(&touched) {
                            return Next::Set;
                        }
                    }
                }
                Ok(Ask::Changed(paths)) => {
                    touched.extend(paths);
                    let now = Instant::now();
                    told = Some((told.map_or(now, |(first, _)| first), now));
                }
                Err(RecvTimeoutError::Timeout) => {
                    if self.folders.changed(&touched) {
                        return Next::Set;
                    }
                    told = None;
                    touched.clear();
                }
            }
        }
    }

    /// Sets the number as it is now, and shows what came of it.
    fn set(&mut self) {
        self.news.setting += 1;
        self.news.failure = None;
        let before = self.pictures.clone();
        match self.session.update() {
            Ok(outcome) => self.take(outcome),
            Err(error) => {
                self.news.old = true;
                self.news.failure = Some(panicked::told(&error, self.lang).0);
            }
        }
        let (news, pictures) = (self.news.json(), self.pictures.clone());
        self.shown.send_replace(Arc::new(Shown { news, pictures, before }));
    }

    fn take(&mut self, outcome: Outcome) {
        let Outcome { sources, diagnostics, number } = outcome;
        self.news.findings = diagnostic_lines(&diagnostics, &sources, self.lang);
        self.news.marks = marks::of(&diagnostics, &sources, &self.manifest);
        self.news.old = true;
        let Some(number) = number else { return };
        let (listed, pictures) = pictures::of(&number.pages.document, &self.pictures);
        self.pictures = pictures;
        self.news.pages = listed.into_iter().map(PageNews::from).collect();
        self.news.entries = entry_lines(&number.issue, &number.pages);
        self.news.title = self.title(&number);
        self.news.old = false;
        let setting = self.news.setting;
        self.reading.take(Arc::new(Good { setting, number, sources }));
    }

    fn title(&self, SetNumber { issue, .. }: &SetNumber) -> String {
        let number = issue.number;
        let args = [
            ("name", issue.publication.name.text.clone().into()),
            ("year", number.year.into()),
            ("months", number.months().into()),
        ];
        super::messages::TITLE.fill(self.lang, &args)
    }
}
