//! What the `manifest` room says. Arguments that quote the author come with their backticks.

mod fields;
mod files;
mod images;

pub use fields::*;
pub use files::*;
pub use images::*;

use jikji_diagnostic::{Message, Words};

/// The days of the week, from Monday on.
pub const WEEKDAYS: [Words; 7] = [
    Words { ko: "월요일", en: "Monday" },
    Words { ko: "화요일", en: "Tuesday" },
    Words { ko: "수요일", en: "Wednesday" },
    Words { ko: "목요일", en: "Thursday" },
    Words { ko: "금요일", en: "Friday" },
    Words { ko: "토요일", en: "Saturday" },
    Words { ko: "일요일", en: "Sunday" },
];

/// Every message of this room.
pub const ALL: &[&Message] = &joined();

const COUNT: usize = files::ALL.len() + fields::ALL.len() + images::ALL.len();

const fn joined() -> [&'static Message; COUNT] {
    let mut all = [files::ALL[0]; COUNT];
    let lists = [files::ALL, fields::ALL, images::ALL];
    let (mut list, mut at) = (0, 0);
    while list < lists.len() {
        let mut i = 0;
        while i < lists[list].len() {
            all[at] = lists[list][i];
            (i, at) = (i + 1, at + 1);
        }
        list += 1;
    }
    all
}
