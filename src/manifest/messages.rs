//! What the `manifest` room says. Arguments that quote the author come with their backticks.

mod fields;
mod files;
mod images;

pub use fields::*;
pub use files::*;
pub use images::*;

use jikji_diagnostic::Message;

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
