use super::{first, following, with_parts};
use crate::manifest::load_bytes;
use crate::manifest::model::{Date, Number};
use jikji_diagnostic::source::Sources;

fn day(year: u16, month: u16, day: u16) -> Date {
    Date::of(year, month, day).unwrap()
}

#[test]
fn months_move_on_over_the_year_and_combined_ones_by_two() {
    let after = |number: Number| {
        let next = following(number);
        (next.year, next.month, next.until, next.published)
    };
    let may = Number::of(2024, 5, day(2024, 5, 7));
    assert_eq!(after(may), (2024, 6, None, day(2024, 6, 7)));
    assert_eq!(after(Number::of(2024, 12, day(2024, 12, 5))), (2025, 1, None, day(2025, 1, 5)));
    assert_eq!(after(Number::of(2024, 1, day(2024, 1, 31))), (2024, 2, None, day(2024, 2, 29)));
    let both = Number { until: Some(6), ..may };
    assert_eq!(after(both), (2024, 7, Some(8), day(2024, 7, 7)));
    let turn = Number { month: 11, until: Some(12), ..Number::of(2024, 11, day(2024, 11, 5)) };
    assert_eq!(after(turn), (2025, 1, Some(2), day(2025, 1, 5)));
}

#[test]
fn a_new_volume_begins_with_the_year() {
    let counts = |number: Number| {
        let next = following(number);
        (next.volume, next.in_volume, next.serial)
    };
    let counted = |month: u8| Number {
        volume: Some(3),
        in_volume: Some(month.into()),
        serial: Some(30),
        ..Number::of(2024, month, day(2024, month.into(), 5))
    };
    assert_eq!(counts(counted(5)), (Some(3), Some(6), Some(31)));
    assert_eq!(counts(counted(12)), (Some(4), Some(1), Some(31)));
}

#[test]
fn a_first_number_has_nothing_wrong_with_it_but_that_it_is_not_written() {
    let fresh = first(day(2026, 2, 28));
    let folder = tempfile::tempdir().unwrap();
    let mut sources = Sources::default();
    let loaded = load_bytes(fresh.manifest.as_bytes(), "issue.toml", folder.path(), &mut sources);
    let told: Vec<_> = loaded.diagnostics.iter().map(|found| found.message.code).collect();
    assert_eq!(told, ["W1716"], "{:#?}", loaded.diagnostics);
    assert_eq!(loaded.issue.unwrap().number.date_code(), "2026-02");
}

#[test]
fn what_stands_around_the_parts_is_kept() {
    let text =
        "# 앞\na = 1\n\n[[parts]]\nb = 1\n[[parts.entries]]\nc = 1\n\n# 판권\n[colophon]\nd = 1\n";
    let kept = with_parts(text, "\n[[parts]]\ne = 1\n");
    assert_eq!(kept, "# 앞\na = 1\n\n[[parts]]\ne = 1\n\n\n# 판권\n[colophon]\nd = 1\n");
}
