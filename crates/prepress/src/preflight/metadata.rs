//! Rules about Info and XMP: that they are there, agree, and say which PDF/X it is.

use std::collections::BTreeMap;

use lopdf::Dictionary;

use super::file::File;
use super::rules::{self, words};
use super::standard::Standard;
use super::verdict::Findings;
use crate::pdf::object::Objects;
use crate::pdf::xmp;
use jikji_diagnostic::Arg;

/// Most bytes of XMP that are read.
const MOST_XMP: usize = 4 << 20;

/// Checks Info, XMP and that they agree; gives whether there is XMP to read.
pub(super) fn check(file: &File, standard: Standard, found: &mut Findings) -> bool {
    let empty = Dictionary::new();
    let info = file.dict(&file.doc.trailer, "Info").unwrap_or(&empty);
    if standard.is_older() {
        older(file, info, standard, found);
        return true;
    }
    let xmp = match read_xmp(file) {
        Ok(read) => read,
        Err(reason) => {
            found.add(rules::XMP_MISSING, None, None, &[("reason", reason)]);
            let value = file.text(info, "Trapped");
            if !settled(value.as_deref()) {
                unsettled(value.as_deref(), None, found);
            }
            return false;
        }
    };
    // Older conformances said it in Info.
    let older = file.text(info, "GTS_PDFXVersion");
    let version = xmp.get("GTS_PDFXVersion").or(older.as_ref()).map(String::as_str);
    if xmp.get("GTS_PDFXVersion").is_none_or(|v| v != "PDF/X-4") {
        found.add(rules::X_VERSION, None, None, &[("found", shown(version))]);
    }
    for key in ["DocumentID", "VersionID", "RenditionClass"] {
        if xmp.get(key).is_none_or(|v| v.trim().is_empty()) {
            found.add(rules::XMP_IDS, None, None, &[("what", format!("xmpMM:{key}").into())]);
        }
    }
    let value = file.text(info, "Trapped");
    let other = xmp.get("Trapped");
    if !settled(value.as_deref()) || other != value.as_ref() {
        unsettled(value.as_deref(), other.map(String::as_str), found);
    }
    agreement(file, info, &xmp, found);
    true
}

/// What the standards of before XMP write into Info: which one it is and, if a version of 2001, at which level
/// (`PDF/X-1:2001` of level `PDF/X-1a:2001`), a title, its dates and whether it is trapped.
fn older(file: &File, info: &Dictionary, standard: Standard, found: &mut Findings) {
    let version = file.text(info, "GTS_PDFXVersion");
    let level = file.text(info, "GTS_PDFXConformance");
    let said = match version.as_deref() {
        Some("PDF/X-1:2001") => level.as_deref(),
        other => other,
    };
    let wanted = standard.to_string();
    if said.and_then(|said| said.split(':').next()) != Some(wanted.as_str()) {
        let args = [("standard", standard.to_string().into()), ("found", shown(said))];
        found.add(rules::OLDER_MARK, None, None, &args);
    }
    for key in ["Title", "CreationDate", "ModDate"] {
        if file.text(info, key).is_none() {
            found.add(rules::OLDER_INFO, None, None, &[("what", key.into())]);
        }
    }
    let trapped = file.text(info, "Trapped");
    if !settled(trapped.as_deref()) {
        unsettled(trapped.as_deref(), None, found);
    }
}

/// A value as findings show it.
fn shown(value: Option<&str>) -> Arg {
    value.map_or(words::NONE.into(), |text| text.chars().take(60).collect::<String>().into())
}

/// ISO 15930-7, 6.1.5: Trapped is True or False, and the same in XMP.
fn settled(trapped: Option<&str>) -> bool {
    matches!(trapped, Some("True" | "False"))
}

fn unsettled(info: Option<&str>, xmp: Option<&str>, found: &mut Findings) {
    found.add(rules::TRAPPED, None, None, &[("info", shown(info)), ("xmp", shown(xmp))]);
}

/// ISO 15930-7, 6.4: what stands in both is the same. A title and the dates there must be; who made
/// the file need not be told.
fn agreement(file: &File, info: &Dictionary, xmp: &BTreeMap<String, String>, found: &mut Findings) {
    let pairs = [
        ("Title", "title", true),
        ("Creator", "CreatorTool", false),
        ("Producer", "Producer", false),
        ("CreationDate", "CreateDate", true),
        ("ModDate", "ModifyDate", true),
    ];
    for (key, name, needed) in pairs {
        let written = file.text(info, key).filter(|t| !t.is_empty());
        let other = xmp.get(name).filter(|t| !t.is_empty());
        let same = match (&written, other) {
            (Some(a), Some(b)) if key.ends_with("Date") => {
                seconds(a).is_some() && seconds(a) == seconds(b)
            }
            (Some(a), Some(b)) => a.trim() == b.trim(),
            // A title may be empty, if it is said to be.
            (None, None) => !needed || key == "Title" && file.text(info, key).is_some(),
            _ => false,
        };
        if !same {
            let (written, other) = (shown(written.as_deref()), shown(other.map(String::as_str)));
            let args = [("what", key.into()), ("info", written), ("xmp", other)];
            found.add(rules::INFO_XMP, None, None, &args);
        }
    }
}

/// The XMP's simple properties by local name.
fn read_xmp(file: &File) -> Result<BTreeMap<String, String>, Arg> {
    let catalog = file.doc.catalog().map_err(|_| words::NO_CATALOG)?;
    let stream = file.stream(catalog, "Metadata").ok_or(words::NO_METADATA)?;
    xmp::read(&file.data(stream, MOST_XMP).ok_or(words::NOT_DECODED)?)
}

/// Seconds since the epoch of a PDF date (`D:20260131120000+09'00'`) or an XMP date.
fn seconds(text: &str) -> Option<i64> {
    let text = text.trim().trim_start_matches("D:");
    let (mut digits, mut zone) = (String::new(), None);
    let iso = text.as_bytes().get(4) == Some(&b'-');
    let body = if iso { 10.min(text.len()) } else { 0 };
    for (i, c) in text.char_indices() {
        match c {
            '0'..='9' => digits.push(c),
            'Z' | '+' => zone = Some((1, i)),
            '-' if i >= body && digits.len() >= 8 => zone = Some((-1, i)),
            '.' => {}
            _ => continue,
        }
        if zone.is_some() || c == '.' {
            break;
        }
    }
    let part = |from: usize, to: usize, default: i64| match digits.get(from..to) {
        Some(text) => text.parse().ok(),
        None => Some(default),
    };
    let year = part(0, 4, -1).filter(|y| (1000..=9999).contains(y))?;
    let (month, day) = (part(4, 6, 1)?, part(6, 8, 1)?);
    let (hour, minute, second) = (part(8, 10, 0)?, part(10, 12, 0)?, part(12, 14, 0)?);
    let offset = zone.map_or(0, |(sign, at)| {
        let rest: String = text[at..].chars().filter(char::is_ascii_digit).collect();
        let number = |from: usize| rest.get(from..from + 2).and_then(|t| t.parse::<i64>().ok());
        sign * (number(0).unwrap_or(0) * 3600 + number(2).unwrap_or(0) * 60)
    });
    // Days from a date, after Howard Hinnant's `days_from_civil`.
    let y = if month <= 2 { year - 1 } else { year };
    let era = y.div_euclid(400);
    let shifted = (month + 9) % 12;
    let of_year = (153 * shifted + 2) / 5 + day - 1;
    let yoe = y - era * 400;
    let days = era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + of_year - 719_468;
    Some(days * 86_400 + hour * 3600 + minute * 60 + second - offset)
}

#[cfg(test)]
mod tests {
    use super::seconds;

    #[test]
    fn dates_of_both_kinds_compare() {
        assert_eq!(seconds("D:19700101000000Z"), Some(0));
        let at = seconds("2026-01-31T12:00:00+09:00");
        assert!(at.is_some());
        assert_eq!(seconds("D:20260131120000+09'00'"), at);
        assert_eq!(seconds("2026-01-31T03:00:00Z"), at);
        assert_eq!(seconds("D:20260130220000-05'00'"), at);
        assert_eq!(seconds("2026-01-31T03:00:00.25Z"), at);
        assert_eq!(seconds("soon"), None);
        assert_eq!(seconds("D:2026€€€€"), seconds("D:2026"));
    }
}
