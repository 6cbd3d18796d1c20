//! How a room writes down what it says: its messages and its words, each in one list.

/// Defines the messages of one room and the list of them, `ALL` or the name that is given first.
#[macro_export]
macro_rules! messages {
    ($list:ident: $($(#[$doc:meta])* $name:ident = $severity:ident $code:literal {
        ko: $ko:literal, en: $en:literal, help_ko: $help_ko:literal, help_en: $help_en:literal $(,)?
    })*) => {
        $($(#[$doc])* pub const $name: &$crate::Message = &$crate::Message {
            code: $code,
            severity: $crate::Severity::$severity,
            says: $crate::Words { ko: $ko, en: $en },
            help: $crate::Words { ko: $help_ko, en: $help_en },
        };)*

        /// All messages of this list.
        pub const $list: &[&$crate::Message] = &[$($name),*];
    };
    ($($rest:tt)*) => { $crate::messages! { ALL: $($rest)* } };
}

/// Joins lists of messages to one, `ALL`.
#[macro_export]
macro_rules! joined {
    ($($list:expr),+ $(,)?) => {
        /// Every message of this room.
        pub const ALL: &[&$crate::Message] = &{
            const LISTS: &[&[&$crate::Message]] = &[$($list),+];
            const COUNT: usize = 0 $(+ $list.len())+;
            let mut all = [LISTS[0][0]; COUNT];
            let (mut list, mut at) = (0, 0);
            while list < LISTS.len() {
                let mut i = 0;
                while i < LISTS[list].len() {
                    all[at] = LISTS[list][i];
                    (i, at) = (i + 1, at + 1);
                }
                list += 1;
            }
            all
        };
    };
}

/// Defines words and the list of them, `WORDS`, and tests that each has both languages, with the same arguments.
#[macro_export]
macro_rules! words {
    ($($(#[$doc:meta])+ $name:ident: $ko:literal, $en:literal;)+) => {
        $($(#[$doc])+ pub const $name: $crate::Words = $crate::Words { ko: $ko, en: $en };)+

        /// All words of this list.
        pub const WORDS: &[$crate::Words] = &[$($name),+];

        #[cfg(test)]
        #[test]
        fn every_word_is_there_in_both_languages_with_the_same_arguments() {
            let faults: Vec<String> = WORDS.iter().flat_map(|words| words.faults()).collect();
            assert_eq!(faults, [""; 0]);
        }
    };
}

/// Defines an enum each of whose values has its words, which say what it is, and the list of its values,
/// `ALL`.
#[macro_export]
macro_rules! worded {
    ($(#[$doc:meta])* $name:ident { $($item:ident: $ko:literal, $en:literal;)+ }) => {
        $(#[$doc])*
        pub enum $name {
            $(#[doc = $en] $item,)+
        }

        impl $name {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$item),+];

            /// Its words.
            pub const fn words(self) -> $crate::Words {
                match self {
                    $(Self::$item => $crate::Words { ko: $ko, en: $en },)+
                }
            }
        }
    };
}
