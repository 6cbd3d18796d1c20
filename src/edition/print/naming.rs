//! How a print file names itself: title and slug line.

use crate::edition::number::SetNumber;

/// The publication's name on one line.
pub fn name(number: &SetNumber) -> String {
    number.issue.publication.name.text.replace('\n', " ")
}

/// The number as the file's metadata and the slug line name it.
pub fn title(number: &SetNumber) -> String {
    format!("{} {}", name(number), number.issue.number.date_code())
}

/// The end of a slug line: day of publication, profile and, where they are few, plates.
pub fn slug_end(number: &SetNumber) -> String {
    let day = number.issue.number.published;
    let (year, month, day) = (day.year, day.month, day.day);
    let (profile, plates) = (&number.conditions.profile.name, number.conditions.inks.plates());
    let plates = match plates.as_slice() {
        [] => String::new(),
        plates => format!("  |  {}도: {}", plates.len(), plates.join(" + ")),
    };
    format!("{year}-{month:02}-{day:02}  |  {profile}{plates}")
}
