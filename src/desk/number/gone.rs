//! What is said where a folder is not there any more: that it is gone, and where it is looked for.
//!
//! A file that is missing in it is only what follows from that.

use super::shown::News;
use super::start::home;
use crate::desk::messages as say;
use crate::desk::options::Options;
use crate::document::file::folder;
use crate::manifest::messages as msg;
use jikji_diagnostic::{Arg, Diagnostic};

/// Says so in place of what was found.
pub fn told(news: &mut News, found: &[Diagnostic], options: &Options) {
    let shown = |path: &std::path::Path| std::path::absolute(path).unwrap_or_else(|_| path.into());
    let own = folder(&options.manifest);
    let here = shown(own);
    if !own.is_dir() {
        news.findings.retain(|told| told.line.code != msg::MANIFEST_MISSING.code);
        for told in &mut news.findings {
            // Nothing can be written there.
            (told.mends, told.passes) = (None, None);
        }
        let args = [("folder", here.as_path().into())];
        news.failure = Some(say::FOLDER_GONE.fill(options.lang, &args));
        return;
    }
    for (line, finding) in news.findings.iter_mut().zip(found) {
        let missing = [msg::PATH_MISSING, msg::PATH_NEAR].map(|message| message.code);
        let path = finding.args.iter().find_map(|(name, value)| match value {
            Arg::Text(path) if *name == "path" => Some(path.trim_matches('`')),
            _ => None,
        });
        let inner = path.and_then(|path| path.rsplit_once('/')).map(|(inner, _)| inner);
        let Some(inner) = inner.filter(|_| missing.contains(&finding.message.code)) else {
            continue;
        };
        if !home(&options.manifest).join(inner).is_dir() {
            let args = [("inner", inner.into()), ("folder", here.as_path().into())];
            line.line.message = say::INNER_GONE.fill(options.lang, &args);
        }
    }
}
