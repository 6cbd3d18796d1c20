//! A rule with files that break it and files that keep it.

use jikji_diagnostic::Message;

use super::super::Limits;
use super::super::sample::Sample;

/// The files of one rule.
pub struct Case {
    pub rule: &'static Message,
    pub breaks: Vec<Made>,
    pub keeps: Vec<Made>,
}

/// A file and what it is held to.
pub type Made = (Vec<u8>, Limits);

/// A change to the sound file.
pub type Change = fn(&mut Sample);

/// The sound file with a change.
pub fn changed(change: Change) -> Made {
    let mut sample = Sample::new();
    change(&mut sample);
    (sample.bytes(), Limits { separation_ppi: 90.0, ..Limits::default() })
}

/// A rule that some changes break and others keep.
pub fn case(rule: &'static Message, breaks: &[Change], keeps: &[Change]) -> Case {
    let made = |changes: &[Change]| changes.iter().map(|change| changed(*change)).collect();
    Case { rule, breaks: made(breaks), keeps: made(keeps) }
}
