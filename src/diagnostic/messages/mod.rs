//! Everything jikji says about an issue, in Korean and English, in one place: a file a room.
//!
//! Adding a [`Message`](super::Message) without one of its languages does not compile; [`ALL`] is
//! what the completeness test walks.

pub mod archive;
pub mod edition;
pub mod impose;
pub mod layout;
pub mod lock;
pub mod manifest;
pub mod print;
pub mod prose;
pub mod typeset;

/// Defines the messages of one room and the list of them.
macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident = $code:literal {
        ko: $ko:literal, en: $en:literal, help_ko: $help_ko:literal, help_en: $help_en:literal $(,)?
    })*) => {
        $($(#[$doc])* pub const $name: &crate::diagnostic::Message = &crate::diagnostic::Message {
            code: $code, ko: $ko, en: $en, help_ko: $help_ko, help_en: $help_en,
        };)*

        /// Every message of this room.
        pub const ALL: &[&crate::diagnostic::Message] = &[$($name),*];
    };
}
pub(crate) use messages;

/// Every message there is.
pub fn all() -> impl Iterator<Item = &'static super::Message> {
    let rooms = [
        manifest::ALL,
        prose::ALL,
        layout::ALL,
        typeset::ALL,
        print::ALL,
        impose::ALL,
        lock::ALL,
        archive::ALL,
        edition::ALL,
    ];
    rooms.into_iter().flatten().copied()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    /// The arguments of a template; `said_ko` and `said_en` are one in two languages.
    fn slots(template: &str) -> BTreeSet<&str> {
        template
            .split('{')
            .skip(1)
            .filter_map(|part| part.split_once('}'))
            .map(|(slot, _)| slot.split_once(':').map_or(slot, |(name, _)| name))
            .map(|slot| slot.trim_end_matches("_ko").trim_end_matches("_en"))
            .collect()
    }

    #[test]
    fn every_message_is_whole_in_both_languages() {
        let mut codes = BTreeSet::new();
        for message in super::all() {
            assert!(codes.insert(message.code), "{} is used twice", message.code);
            for text in [message.ko, message.en, message.help_ko, message.help_en] {
                assert!(!text.trim().is_empty(), "{} has an empty text", message.code);
            }
            let hangul = |s: &str| s.chars().any(|c| ('가'..='힣').contains(&c));
            assert!(hangul(message.ko) && hangul(message.help_ko), "{}: Korean", message.code);
            assert_eq!(slots(message.ko), slots(message.en), "{}: arguments", message.code);
        }
    }
}
