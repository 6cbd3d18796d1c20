use super::{BadPeriod, Date, Period, days, read};

fn day(year: u16, month: u16, day: u16) -> Date {
    Date::of(year, month, day).unwrap()
}

#[test]
fn spans_of_days_are_read() {
    let (july, june) = (day(2024, 7, 21), day(2024, 6, 19));
    let to = |end: Date| Ok((july, Some(end)));
    for (written, read) in [
        ("2024.7.21", Ok((july, None))),
        ("2024.7.21~27", to(day(2024, 7, 27))),
        ("2024.6.19.~21", Ok((june, Some(day(2024, 6, 21))))),
        ("2024. 6. 19. ~ 21.", Ok((june, Some(day(2024, 6, 21))))),
        ("2024.7.21~8.3", to(day(2024, 8, 3))),
        ("2024.12.30~2025.1.2", Ok((day(2024, 12, 30), Some(day(2025, 1, 2))))),
        ("2024.7.21~21", Ok((july, None))),
        ("2024-07-21", Ok((july, None))),
        ("2024-07-21 ~ 2024-07-27", to(day(2024, 7, 27))),
        ("2024-07-21 - 07-27", to(day(2024, 7, 27))),
        ("2024/7/21~7/27", to(day(2024, 7, 27))),
        ("2024년 7월 21일", Ok((july, None))),
        ("2024년 7월 21일 ~ 27일", to(day(2024, 7, 27))),
        ("2024년 7월 21일부터 8월 3일", to(day(2024, 8, 3))),
        ("’24.7.21.∼27.", to(day(2024, 7, 27))),
        ("2024.7.21-7.27", to(day(2024, 7, 27))),
    ] {
        assert_eq!(days(written), read, "{written}");
    }
}

#[test]
fn what_stands_beside_the_days_is_kept() {
    let period =
        |written: &str| read(written, None).unwrap_or_else(|bad| panic!("{written}: {bad:?}"));
    let start = day(2025, 6, 30);
    for (written, end, detail) in [
        ("2025.06.30.(월) 14:00 ~ 07.02.(수)", Some(day(2025, 7, 2)), "(월) 14:00 ~ (수)"),
        ("2025. 6. 30.(월)", None, "(월)"),
        ("2025.6.30(월)~7.2(수)", Some(day(2025, 7, 2)), "(월) ~ (수)"),
        ("2025.6.30.(월) 14:00~16:00", None, "(월) 14:00 ~ 16:00"),
        ("2025.6.30.(월), 14:00", None, "(월), 14:00"),
        ("2025년 6월 30일 월요일 오후 2시 30분", None, "월요일 오후 2시 30분"),
        ("2025.6.30. 예정", None, "예정"),
        ("2025.6.30.(월) 14:00부터", None, "(월) 14:00부터"),
    ] {
        let days = Some((start, end));
        let read = Period {
            days,
            from: Some(start),
            detail: detail.into(),
            misnamed: None,
            assumed: None,
        };
        assert_eq!(period(written), read, "{written}");
    }
    assert_eq!(period("2025.6.30.(화)").misnamed, Some((start, 1)));
    assert_eq!(period("2025.6.30.(월)~7.2.(목)").misnamed, Some((day(2025, 7, 2), 3)));
}

#[test]
fn vaguer_times_are_taken_as_they_are_written() {
    for (written, from) in [
        ("2025년 6월", Some(day(2025, 6, 1))),
        ("2025.6", Some(day(2025, 6, 1))),
        ("2025.6~8", Some(day(2025, 6, 1))),
        ("2025년 6월 말", Some(day(2025, 6, 1))),
        ("2025년 6월 ~ 8월", Some(day(2025, 6, 1))),
        ("2025년 상반기", Some(day(2025, 1, 1))),
        ("2025년 하반기 예정", Some(day(2025, 7, 1))),
        ("2025년 3분기", Some(day(2025, 7, 1))),
        ("2025년", Some(day(2025, 1, 1))),
        ("2024.7.1~3, 7.8~10", Some(day(2024, 7, 1))),
        ("2024.7.1.(월), 7.8.(월)", Some(day(2024, 7, 1))),
        ("6월 중", None),
        ("6월", None),
        ("상반기", None),
        ("미정", None),
        ("추후 공지", None),
        ("매주 수요일", None),
        ("매주 수요일 19:00", None),
        ("매월 첫째 주 금요일", None),
        ("상시 접수", None),
        ("2025년 6월 3주차", Some(day(2025, 6, 1))),
    ] {
        let period = read(written, None).unwrap_or_else(|bad| panic!("{written}: {bad:?}"));
        assert_eq!((period.days, period.from, period.misnamed), (None, from, None), "{written}");
    }
}

#[test]
fn days_must_exist_and_run_forward() {
    for written in ["2024.2.30", "2023.2.29", "2024.13.1", "2024년 13월", "13월 중", "2024.7.21~32"]
    {
        assert_eq!(read(written, None), Err(BadPeriod::NoSuchDay), "{written}");
    }
    for written in ["2024.7.27~21", "2024.12.30~1.2", "2025년 6월 ~ 3월"] {
        assert_eq!(read(written, None), Err(BadPeriod::Backwards), "{written}");
    }
    for written in ["7.21", "7.21~27", "7월 21일"] {
        assert_eq!(read(written, None), Err(BadPeriod::NoYear), "{written}");
    }
}

/// Month and day alone are those that are near, and what was assumed is said.
#[test]
fn a_year_that_is_left_out_is_the_next_that_fits() {
    let june = Some(day(2025, 6, 5));
    let read = |written: &str| read(written, june).map(|read| (read.from, read.assumed));
    assert_eq!(read("6.30~7.2"), Ok((Some(day(2025, 6, 30)), Some(2025))));
    assert_eq!(read("5월 20일"), Ok((Some(day(2025, 5, 20)), Some(2025))));
    assert_eq!(read("1.5~1.7"), Ok((Some(day(2026, 1, 5)), Some(2026))));
    assert_eq!(read("12.30~2026.1.2"), Ok((Some(day(2025, 12, 30)), Some(2025))));
    assert_eq!(read("2025.7.1"), Ok((Some(day(2025, 7, 1)), None)));
    assert_eq!(read("6.31"), Err(BadPeriod::NoSuchDay));
}

#[test]
fn slips_are_refused() {
    for written in [
        "",
        " ",
        "~",
        "2024.7.21~",
        "~2024.7.21",
        "2024.7.x",
        "2024,7,21",
        "2024.7.21 서울",
        "다음 주에 봐요",
        "2024.7.21(일",
        "20240721",
        "2024.7.21~27~29",
        "7",
        "2024.7.21 14:0",
        "2024.7.21.5",
    ] {
        assert_eq!(read(written, None), Err(BadPeriod::Form), "{written}");
    }
}

proptest::proptest! {
    /// Whatever is written, reading ends; what was read is in order.
    #[test]
    fn any_text_is_read_or_refused(written in "[0-9년월일.~(),:/ 시반기요미정매주-]{0,40}") {
        if let Ok(Period { days: Some((start, Some(end))), from, .. }) = read(&written, None) {
            assert!(start < end && from == Some(start));
        }
    }
}
