//! The thread that sets pages: always what is newest, and what was asked in between.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use serde_json::json;
use tokio::sync::watch;

use super::ask::{Ask, Question};
use super::messages as say;
use super::options::Options;
use crate::desk::files::folders::Folders;
use crate::desk::files::history::History;
use crate::desk::findings::told::{self, Told};
use crate::desk::number::gone;
use crate::desk::number::good::{Good, Looked};
use crate::desk::number::lacks;
use crate::desk::number::shown::{News, PageNews, Shown};
use crate::desk::number::start::{self, Start};
use crate::desk::pages::fit;
use crate::desk::pages::pictures::{self, Pictures};
use crate::desk::reading::Reading;
use crate::desk::writing::Answer;
use crate::document::file::folder;
use crate::edition::number::SetNumber;
use crate::edition::report::entry_lines;
use crate::panicked;
use crate::session::new::{NewNumber, new_number};
use crate::session::{Outcome, Session};

/// How long a folder has to be quiet before its files are read: editors save in more than one step.
const QUIET: Duration = Duration::from_millis(15);

/// How long a folder that is never quiet is waited for.
const PATIENCE: Duration = Duration::from_millis(90);

/// How often folders are looked over that nothing was told of: shares of the network tell nothing.
const LOOK: Duration = Duration::from_millis(900);

/// Sets a number whenever it changes.
pub struct Setter {
    options: Options,
    asks: Sender<Ask>,
    /// The working folder, by its name.
    here: Option<PathBuf>,
    session: Session,
    reading: Reading,
    folders: Folders,
    history: History,
    news: News,
    /// Those of the pages that `news` tells of.
    pictures: Pictures,
    shown: watch::Sender<Arc<Shown>>,
}

/// What is to be done next.
enum Next {
    Set,
    /// Go on with the number of this manifest.
    Open(PathBuf),
    End,
}

impl Setter {
    /// A setter of a number, and what it shows from now on.
    pub fn new(options: &Options, asks: Sender<Ask>) -> (Self, watch::Receiver<Arc<Shown>>) {
        let (shown, receiver) = watch::channel(Arc::default());
        let setter = Self {
            options: options.clone(),
            here: std::env::current_dir().ok(),
            session: Session::open(&options.manifest),
            reading: Reading::new(options),
            folders: Folders::new(folder(&options.manifest), asks.clone()),
            history: History::of(folder(&options.manifest)),
            asks,
            news: News::default(),
            pictures: Pictures::new(),
            shown,
        };
        (setter, receiver)
    }

    /// Goes on with another number.
    fn open(&mut self, manifest: PathBuf) {
        self.options.manifest = manifest;
        self.session = Session::open(&self.options.manifest);
        self.reading = self.reading.of_another(&self.options);
        self.folders = Folders::new(folder(&self.options.manifest), self.asks.clone());
        self.folders.changed(&BTreeSet::new());
        self.history = History::of(folder(&self.options.manifest));
        self.news = News { setting: self.news.setting, ..News::default() };
        self.pictures = Pictures::new();
    }

    /// Sets and shows the number until the end.
    pub fn run(&mut self, asks: &Receiver<Ask>) {
        self.folders.changed(&BTreeSet::new());
        loop {
            self.set();
            match self.wait(asks) {
                Next::Set => {}
                Next::Open(manifest) => self.open(manifest),
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
                Err(RecvTimeoutError::Disconnected) => return Next::End,
                Err(RecvTimeoutError::Timeout) => {
                    if self.folders.changed(&touched) {
                        return Next::Set;
                    }
                    told = None;
                    touched.clear();
                }
                Ok(Ask::Changed(paths)) => {
                    touched.extend(paths);
                    let now = Instant::now();
                    told = Some((told.map_or(now, |(first, _)| first), now));
                }
                Ok(ask) => {
                    if let Some(next) = self.reply(ask, &mut touched) {
                        return next;
                    }
                }
            }
        }
    }

    /// Answers a tab, which may be gone; what is to be done next, if that is not to wait on.
    fn reply(&mut self, ask: Ask, touched: &mut BTreeSet<PathBuf>) -> Option<Next> {
        let ((answer, written), reply) = match ask {
            Ask::End => return Some(Next::End),
            Ask::Changed(paths) => {
                touched.extend(paths);
                return None;
            }
            Ask::Number(reply) => {
                let old = self.news.old;
                let looked = self.reading.good().map(|good| Looked { good, old });
                drop(reply.send(looked));
                return None;
            }
            Ask::Question(question, reply) => {
                if let Some(opened) = self.opened(&question) {
                    let _ = reply.send(answer(&opened));
                    return opened.ok().map(Next::Open);
                }
                if self.is_of_another(&question) {
                    let why = say::OTHER_NUMBER.say(self.options.lang);
                    let _ = reply.send(json!({ "saved": false, "why": why }));
                    return None;
                }
                if self.settles(&question) {
                    let says = say::SETTLED.say(self.options.lang);
                    let _ = reply.send(json!({ "saved": true, "says": says }));
                    return Some(Next::Set);
                }
                (self.answer(&question), reply)
            }
            Ask::Picture(name, bytes, reply) => (self.reading.picture(&name, &bytes), reply),
            Ask::Manuscript(at, name, bytes, reply) => {
                (self.reading.manuscript(&at, &name, &bytes), reply)
            }
        };
        let _ = reply.send(answer);
        self.wrote(written, touched).then_some(Next::Set)
    }

    /// The answer to a question about the number, and the file that was written.
    fn answer(&mut self, question: &Question) -> Answer {
        if let Some(past) = self.reading.past(question, &mut self.history) {
            return past;
        }
        let (mut answer, written) = match question {
            Question::Mend { finding, also, setting } => {
                let of_now = *setting == self.news.setting;
                let asked = std::iter::once(finding).chain(also).filter(|_| of_now);
                let found = asked.filter_map(|finding| self.news.findings.get(*finding));
                self.reading.mend(found.filter_map(|found| found.mends.as_ref()))
            }
            Question::Pass { finding, setting } => {
                let of_now = *setting == self.news.setting;
                let found = self.news.findings.get(*finding).filter(|_| of_now);
                self.reading.pass(found.and_then(|found| found.passes.as_ref()))
            }
            _ => self.reading.answer(question),
        };
        if written.is_some() && matches!(question, Question::Edit { .. } | Question::Turn { .. }) {
            // Who goes on need not wait until it is set; news up to this setting are older.
            answer["outline"] = json!(self.reading.outline());
            answer["setting"] = json!(self.news.setting);
        }
        (answer, written)
    }

    /// Whether a change is meant for the number of a tab that does not know yet which one is edited now. What else
    /// writes names the file, or the setting.
    fn is_of_another(&self, question: &Question) -> bool {
        let (Question::Edit { manifest, .. } | Question::Turn { manifest, .. }) = question else {
            return false;
        };
        manifest.as_ref().is_some_and(|manifest| *manifest != self.news.manifest)
    }

    /// Whether a question about a manuscript that came is settled now.
    fn settles(&mut self, question: &Question) -> bool {
        let Question::Settle { asked } = question else { return false };
        !self.options.read_only && self.reading.settle(*asked)
    }

    /// Tells what is asked about manuscripts that came, after all else that is found.
    fn ask(&mut self) {
        self.news.findings.retain(|told| told.asked.is_none());
        let asked = self.reading.asked();
        let names = (!asked.is_empty()).then(|| self.reading.whereabouts()).flatten();
        let asked = asked.into_iter().map(|open| Told::asked(open, names.as_ref()));
        self.news.findings.extend(asked);
    }

    /// Whether the number is another for what a tab wrote.
    fn wrote(&mut self, written: Option<PathBuf>, touched: &mut BTreeSet<PathBuf>) -> bool {
        let Some(path) = written else { return false };
        touched.extend(path.canonicalize());
        self.folders.changed(touched)
    }

    /// Sets the number as it is now, and shows what came of it.
    fn set(&mut self) {
        self.news.setting += 1;
        self.news.failure = None;
        self.news.readonly = self.options.read_only;
        self.news.manifest = self.options.manifest.display().to_string();
        let before = self.pictures.clone();
        if let Some(here) = &self.here {
            // A folder that was taken away and came back is another; where there is none, nothing is found.
            let _ = std::env::set_current_dir(here);
        }
        match self.session.update() {
            Ok(outcome) => self.take(outcome),
            Err(error) => {
                self.news.old = true;
                self.news.failure = Some(panicked::told(&error, self.options.lang).0);
            }
        }
        self.ask();
        self.news.files = self.reading.names();
        self.news.ways = self.reading.ways();
        self.news.kinds = self.reading.kinds();
        if let Some(outline) = self.reading.outline() {
            self.news.outline = outline;
        }
        // Before anybody sees the pages: who does may change the files at once.
        if !self.options.read_only
            && let Err(error) = self.history.look(self.reading.files())
        {
            self.news.failure = Some(panicked::told(&error, self.options.lang).0);
        }
        self.show(&before);
    }

    fn show(&self, before: &Pictures) {
        let (news, pictures, before) = (self.news.json(), self.pictures.clone(), before.clone());
        self.shown.send_replace(Arc::new(Shown { news, pictures, before }));
    }

    fn take(&mut self, outcome: Outcome) {
        let Outcome { sources, diagnostics, number } = outcome;
        let manifest = &self.news.manifest;
        let named = (&manifest[..], || self.reading.whereabouts());
        self.news.findings = told::of(&diagnostics, &sources, self.options.lang, named);
        gone::told(&mut self.news, &diagnostics, &self.options);
        self.news.old = true;
        let Some(number) = number else {
            // What it lacks is not known before its errors are mended.
            self.news.lacks.clear();
            // A number that was there and went away is no folder to begin in: its pages stay, with the reason.
            if self.reading.good().is_none() && !self.options.manifest.exists() {
                self.news.start = Start::without(&self.options.manifest);
            }
            return;
        };
        self.news.start = Start::beside(&number, &self.options.manifest);
        let (listed, pictures) = pictures::of(&number.pages.document, &self.pictures);
        self.pictures = pictures;
        self.news.pages = listed.into_iter().map(PageNews::from).collect();
        self.news.entries = entry_lines(&number.issue, &number.pages);
        let steps = number.pages.entries.iter().map(|report| report.step);
        let fit = |step| fit::says(&number.layout.ladder, step, self.options.lang);
        self.news.fits = steps.map(fit).collect();
        self.news.title = self.title(&number);
        self.news.lacks = lacks::of(&number.issue, self.options.lang);
        self.news.old = false;
        let setting = self.news.setting;
        let path = self.options.manifest.clone();
        self.reading.take(Arc::new(Good { setting, path, number, sources }));
    }

    /// The manifest of the number that a question turns to, or why it does not; `None` for all other questions.
    fn opened(&self, question: &Question) -> Option<Result<PathBuf, String>> {
        match question {
            Question::New { folder } => Some(self.begin(folder)),
            Question::Open { number } => {
                let listed = self.news.start.listed(number, &self.options.manifest);
                Some(listed.ok_or_else(|| say::NUMBER_GONE.say(self.options.lang).into()))
            }
            _ => None,
        }
    }

    /// Makes the next number, or a first one; its manifest, or why there is none.
    fn begin(&self, name: &str) -> Result<PathBuf, String> {
        let Options { manifest, lang, read_only, .. } = &self.options;
        if *read_only {
            return Err(say::READ_ONLY.say(*lang).into());
        }
        let start = &self.news.start;
        let folder = start::folder(name, manifest, start.missing)
            .ok_or_else(|| say::FOLDER_NAME.say(*lang).to_string())?;
        let latest = || start.listed(start.numbers.first()?, manifest);
        let from = if start.missing { latest() } else { Some(manifest.clone()) };
        match new_number(&folder, from.as_deref(), *lang) {
            Ok(NewNumber::Made(made)) => Ok(made),
            Ok(NewNumber::There(there)) => {
                Err(say::NUMBER_THERE.fill(*lang, &[("file", there.as_path().into())]))
            }
            Ok(NewNumber::Faulty(..)) => Err(say::NUMBER_FAULTY.say(*lang).into()),
            Err(error) => Err(panicked::told(&error, *lang).0),
        }
    }

    fn title(&self, SetNumber { issue, .. }: &SetNumber) -> String {
        let number = issue.number;
        let args = [
            ("name", issue.publication.name.text.clone().into()),
            ("year", number.year.into()),
            ("months", number.months().into()),
        ];
        say::TITLE.fill(self.options.lang, &args)
    }
}

/// The answer to who wants another number.
fn answer(opened: &Result<PathBuf, String>) -> serde_json::Value {
    match opened {
        Ok(_) => json!({ "opened": true }),
        Err(why) => json!({ "opened": false, "why": why }),
    }
}
