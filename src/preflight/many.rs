//! Many files, tested side by side.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::Result;

use super::checked::{Checked, one};
use super::summary::Summary;
use crate::panicked;
use jikji_diagnostic::Lang;
use jikji_prepress::preflight::Limits;
use jikji_prepress::threads;

/// Tests many files side by side, keeping of each no more than what `sum` makes of it and of its place among them, and
/// hands that to `done` in the order of the files.
///
/// # Errors
/// What the file system says of the first file that cannot be read, after all others were tested; what `sum` and `done` say.
pub fn all(
    files: &[PathBuf],
    (limits, lang): (&Limits, Lang),
    sum: impl Fn(usize, &Checked) -> Result<Summary> + Sync,
    mut done: impl FnMut(Summary) -> Result<()>,
) -> Result<()> {
    // Files are what is done side by side, not the pages of one.
    let alone = || threads::own_pool(1);
    let work = |_: &mut Option<_>, at: usize| {
        let checked = one(&files[at], limits, &mut |_, _| {});
        match checked {
            Ok(checked) => (at, sum(at, &checked), None),
            Err(error) => {
                let said = panicked::told(&error, lang).0;
                (at, Ok(Summary::unread(&files[at], limits.standard, said)), Some(error))
            }
        }
    };
    let (mut waiting, mut next, mut failure) = (BTreeMap::new(), 0, None);
    threads::each(files.len(), threads::count(), alone, work, |(at, summary, unread)| {
        waiting.insert(at, (summary, unread));
        while let Some((summary, unread)) = waiting.remove(&next) {
            next += 1;
            // One file that cannot be read does not keep the others, and has its line among them.
            let unread = unread.map_or(Ok(()), Err);
            if let Err(error) = summary.and_then(&mut done).and(unread) {
                failure.get_or_insert(error);
            }
        }
    });
    failure.map_or(Ok(()), Err)
}
