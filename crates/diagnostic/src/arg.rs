//! What fills a message's `{name}`: a text, words in both languages, or a number of things.

use std::borrow::Cow;
use std::path::Path;

use super::lang::Lang;
use super::words::{Phrase, Words};

/// The value of an argument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// What is the same in every language: a name, what the author wrote, a size with its unit.
    Text(String),
    /// Words of jikji's own.
    Words(Phrase),
    /// How many.
    Count(u64),
}

/// A character as messages name it by its code point: `U+00A0`.
pub fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// A path without what Windows sets before one that it was asked for in full: nobody writes it so, and programs of the
/// desktop do not take it.
pub fn path_as_written(path: &str) -> String {
    match (path.strip_prefix(r"\\?\UNC\"), path.strip_prefix(r"\\?\")) {
        (Some(share), _) => format!(r"\\{share}"),
        (None, Some(whole)) => whole.to_string(),
        (None, None) => path.to_string(),
    }
}

impl Arg {
    /// The value as it is written in `lang`.
    pub fn say(&self, lang: Lang) -> Cow<'_, str> {
        match self {
            Self::Text(text) => text.into(),
            Self::Words(phrase) => phrase.say(lang).into(),
            Self::Count(count) => count.to_string().into(),
        }
    }

    /// Whether it stands for one thing.
    pub(super) fn is_one(&self) -> bool {
        *self == Self::Count(1)
    }
}

macro_rules! from {
    ($($of:ty),* => $make:expr) => {
        $(impl From<$of> for Arg {
            fn from(value: $of) -> Self {
                $make(value)
            }
        })*
    };
}
from!(&str, &String, String, char, Cow<'_, str> => |text| Self::Text(ToString::to_string(&text)));
from!(&Path => |path: &Path| Self::Text(path_as_written(&path.display().to_string())));
from!(i32, i64, f64 => |number| Self::Text(ToString::to_string(&number)));
from!(u8, u16, u32 => |count| Self::Count(u64::from(count)));
from!(u64 => Self::Count);
from!(usize => |count| Self::Count(count as u64));
from!(&usize => |count: &usize| Self::Count(*count as u64));
from!(Words => |words| Self::Words(Phrase::from(words)));
from!(Phrase => Self::Words);

#[cfg(test)]
mod tests {
    use super::{Arg, Lang};
    use std::path::Path;

    #[test]
    fn paths_are_written_as_people_write_them() {
        for (path, written) in [
            ("원고/issue.toml", "원고/issue.toml"),
            (r"D:\월간\issue.toml", r"D:\월간\issue.toml"),
            (r"\\?\D:\월간\issue.toml", r"D:\월간\issue.toml"),
            (r"\\?\UNC\서버\월간\issue.toml", r"\\서버\월간\issue.toml"),
            (r"\\서버\월간\issue.toml", r"\\서버\월간\issue.toml"),
        ] {
            assert_eq!(Arg::from(Path::new(path)).say(Lang::Ko), written);
        }
    }
}
