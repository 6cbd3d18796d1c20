//! What the `manifest` room says. Arguments that quote the author come with their backticks.

mod artwork;
mod fields;
mod files;
mod heads;
mod house;
mod images;
mod order;

pub use artwork::*;
pub use fields::*;
pub use files::*;
pub use heads::*;
pub use house::*;
pub use images::*;
pub use order::*;

use jikji_diagnostic::Words;

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

jikji_diagnostic::joined!(
    files::ALL,
    heads::ALL,
    fields::ALL,
    house::ALL,
    images::ALL,
    artwork::ALL,
    order::ALL
);
